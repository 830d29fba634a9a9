"""`piagam merge`: take over what other stores hold."""

from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from crawler.cli.invocation import invocation
from crawler.cli.progress import named_progress
from crawler.cli.screen import print_json, print_line, print_table
from crawler.merge_run import merge as merge_stores
from crawler.merging import Merged, Part, Source
from crawler.publishing import publish

app = typer.Typer()
_COLUMNS = (
    "store",
    ">articles",
    ">known",
    ">revised",
    ">awards",
    ">corrections",
    ">alerts",
    ">told",
    ">waiting",
    ">left",
    ">files",
)


@app.command()
def merge(
    context: typer.Context,
    stores: Annotated[list[Path], typer.Argument(metavar="STORE...", help="Other stores.")],
    archive: Annotated[
        list[Path] | None,
        typer.Option(
            metavar="FOLDER", help="WARC files of the stores, in their order; may be repeated."
        ),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only show what would come of it.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="The sums as JSON.")] = False,
) -> None:
    """Take over articles, awards, corrections and who was told from other stores.

    They are only read. Merged again they change nothing, and their order does not matter. Nobody is
    told by this; what is new waits in the outbox.
    """
    folders = archive or []
    if len(folders) > len(stores):
        raise typer.BadParameter("more --archive than stores; give one for each store, in order")
    config = invocation(context).config()
    given = [*folders, *[None] * (len(stores) - len(folders))]
    sources = [
        Source(path=path, archive=folder) for path, folder in zip(stores, given, strict=True)
    ]
    with named_progress() as tell:
        merged = merge_stores(config, sources, is_dry=dry_run, tell=tell)
    if as_json:
        print_json(_object(merged, is_dry=dry_run))
    else:
        _print(merged, is_dry=dry_run)
    if not dry_run:
        publish(config, datetime.now(UTC))


def _object(merged: Merged, *, is_dry: bool) -> dict[str, Any]:
    return {
        "is_applied": not is_dry,
        "stores": [
            {"store": str(each.source.path), "files": each.files}
            | asdict(each.rows)
            | {f"alerts_{name}": count for name, count in asdict(each.alerts).items()}
            for each in merged.parts
        ],
        "awards_settled": merged.awards_settled,
        "awards_disputed": merged.disputed,
    }


def _print(merged: Merged, *, is_dry: bool) -> None:
    print_table(_COLUMNS, map(_row, merged.parts), folded=("store",))
    left = sum(each.alerts.left for each in merged.parts)
    if left:
        print_line(
            f"{shown_count(left)} mails wait in their stores, for people who get nothing here"
        )
    print_line(
        f"{shown_count(merged.awards_settled)} awards became others by what is known together,"
        f" {shown_count(merged.disputed)} of them are disputed"
        f"{'; nothing was written' if is_dry else ''}"
    )


def _row(part: Part) -> tuple[str, ...]:
    rows, alerts = part.rows, part.alerts
    counts = (
        *(rows.articles_new, rows.articles_known, rows.articles_revised, rows.awards_new),
        *(rows.corrections_new, alerts.carried, alerts.told, alerts.taken_over, alerts.left),
        part.files,
    )
    return (str(part.source.path), *map(shown_count, counts))


def shown_count(count: int) -> str:
    """As Indonesians write it: `100.000`."""
    return f"{count:,}".replace(",", ".")
