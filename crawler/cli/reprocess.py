"""`piagam reprocess`: read the stored stories again by today's rules."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from typing import Annotated

import typer

from crawler.awards.catalogue import load_catalogue
from crawler.cli.invocation import invocation
from crawler.cli.pace import Done, paced_progress
from crawler.cli.screen import NONE_SHOWN, print_json, print_line, print_table
from crawler.cli.team_options import Cluster, Workers, pool_of, workers_of
from crawler.differences import ChangeKind, ClaimChange, FieldChange
from crawler.processes import open_processes
from crawler.reprocess import Reprocessed
from crawler.reprocess import reprocess as read_again
from crawler.rereading import StoryChange

app = typer.Typer()
_MANY = 3
"""Further stories with the same problem that have no lines of their own."""


@app.command()
def reprocess(  # noqa: PLR0913, PLR0917 - the options of a command
    context: typer.Context,
    outlets: Annotated[
        list[str] | None, typer.Argument(metavar="[OUTLET]...", help="Only these outlets.")
    ] = None,
    workers: Workers = None,
    cluster: Cluster = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only show what would change.")
    ] = False,
    as_json: Annotated[
        bool, typer.Option("--json", help="One JSON object a changed story, then the sums.")
    ] = False,
) -> None:
    """Read the stored stories again by today's rules, from the archive where it holds them.

    New, changed and vanished claims are shown and applied, or only shown with --dry-run. Awards
    found so are marked as back-filled: they are told in one digest, none by itself.
    """
    config = invocation(context).config()
    with paced_progress("stories read again") as tell:
        result = read_again(
            config,
            outlets or (),
            is_dry=dry_run,
            workers=workers_of(workers, cluster),
            pool=pool_of(config, cluster) or (open_processes if workers else None),
            is_near=cluster is None,
            on_progress=lambda done, total: tell(Done(count=done, total=total, share=done / total)),
        )
    if as_json:
        _print_objects(result)
    else:
        _print_tables(result)


def _print_objects(result: Reprocessed) -> None:
    for change in result.changes:
        print_json(asdict(change))
    print_json({"is_applied": result.is_applied, **asdict(result.tally)})


def _print_tables(result: Reprocessed) -> None:
    rows = [row for change in result.changes for row in _rows(change)]
    if rows:
        print_table(("claim", "recipient", "scheme", ">edition", "what", "outlet"), rows)
    for line in (*_problems(result), *_sums(result)):
        print_line(line)


def _problems(result: Reprocessed) -> Iterator[str]:
    """Each story by itself, or many in one line that have the same: a file that is gone."""
    told: dict[tuple[str, bool], list[str]] = {}
    for change in result.changes:
        if change.problem is not None:
            told.setdefault((change.problem, change.is_read), []).append(change.url)
    for (problem, is_read), (url, *more) in told.items():
        if len(more) < _MANY:
            instead = "the stored text was read" if is_read else "it stays as it is"
            yield from (f"{each}: {problem}; {instead}" for each in (url, *more))
        else:
            instead = "their stored texts were read" if is_read else "they stay as they are"
            yield f"{url} and {len(more)} more: {problem}; {instead}"


def _rows(change: StoryChange) -> list[tuple[str, ...]]:
    return [_row(each, change.outlet) for each in change.claims]


def _row(change: ClaimChange, outlet: str) -> tuple[str, ...]:
    scheme = load_catalogue().get(change.scheme)
    return (
        change.kind,
        change.recipient,
        scheme.short if scheme else change.scheme,
        NONE_SHOWN if change.edition_year is None else str(change.edition_year),
        "; ".join(_shown(field) for field in change.fields),
        outlet,
    )


def _shown(field: FieldChange) -> str:
    if field.before is None or field.after is None:
        told = field.after or field.before
        sign = "" if field.before is None and field.after is None else "+" if field.after else "-"
        return f"{sign}{field.name} {told}"
    return f"{field.name} {field.before} -> {field.after}"


def _sums(result: Reprocessed) -> Iterator[str]:
    tally = result.tally
    claims = [claim for change in result.changes for claim in change.claims]
    kinds = Counter(each.kind for each in claims)
    texts = sum(change.is_text_changed for change in result.changes)
    details = sum(change.is_metadata_changed for change in result.changes)
    yield (
        f"{tally.archived + tally.from_text} stories read again, {tally.archived} from the archive"
        f" and {tally.from_text} from their stored text"
    )
    told = (
        f"{kinds[ChangeKind.NEW]} new, {kinds[ChangeKind.CHANGED]} changed,"
        f" {kinds[ChangeKind.VANISHED]} vanished claims;"
        f" {texts} texts changed, {details} with other details"
    )
    yield told if result.is_applied else f"{told}; nothing was written"
