"""`piagam backfill`: read archives, our own or those of others, and take their stories in."""

import glob
from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from crawler.archive.jobs import Wanted
from crawler.backfill import Backfilled, BackfilledFile, Order
from crawler.backfill import backfill as read_archives
from crawler.cli.invocation import invocation
from crawler.cli.pace import Done, paced_progress
from crawler.cli.screen import complain, print_json, print_line, print_table
from crawler.cli.team_options import Cluster, Workers, pool_of, workers_of
from crawler.processes import open_processes
from storage.warc_files import FileState

_ANY = "any"
_LANGUAGES = ("id", "en", "jv", "su", _ANY)

app = typer.Typer()


@app.command()
def backfill(  # noqa: PLR0913, PLR0917 - the options of a command
    context: typer.Context,
    files: Annotated[
        list[str], typer.Argument(metavar="WARC...", help="Files, or patterns in quotes.")
    ],
    outlets: Annotated[
        list[str] | None,
        typer.Option("--outlet", metavar="NAME", help="Only this outlet; may come again."),
    ] = None,
    first_day: Annotated[
        str | None,
        typer.Option("--from", metavar="DATE", help="Published on this day or later: 2024-01-01."),
    ] = None,
    last_day: Annotated[
        str | None, typer.Option("--to", metavar="DATE", help="Published on this day or before.")
    ] = None,
    language: Annotated[
        str, typer.Option(metavar="CODE", help="Of the text: id, en, jv, su, or any.")
    ] = "id",
    workers: Workers = None,
    cluster: Cluster = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only tell what would be taken.")
    ] = False,
    again: Annotated[
        bool, typer.Option("--again", help="Also files that were read by the same rules before.")
    ] = False,
    as_json: Annotated[
        bool, typer.Option("--json", help="One JSON object a file, then the sums.")
    ] = False,
) -> None:
    """Read WARC files and take in the stories of the outlets we know.

    Awards found so are marked as back-filled: they are told in one digest, none by itself. After a
    kill the same command goes on where it was. Exit code 1 when a file could not be read.
    """
    config = invocation(context).config()
    order = Order(
        files=_matching(files),
        outlets=outlets or (),
        wanted=_wanted(first_day, last_day, language),
        is_dry=dry_run,
        again=again,
    )
    with paced_progress("stories") as tell:
        result = read_archives(
            config,
            order,
            workers=workers_of(workers, cluster),
            pool=pool_of(config, cluster) or open_processes,
            on_progress=lambda each: tell(Done(count=each.stories, total=None, share=each.share)),
        )
    if as_json:
        _print_objects(result)
    else:
        _print_tables(result)
    if any(each.file.state is FileState.FAILED for each in result.files):
        raise typer.Exit(1)


def _matching(given: Sequence[str]) -> tuple[Path, ...]:
    """The files that are meant, each once."""
    found: dict[Path, None] = {}
    for written in given:
        is_pattern = glob.has_magic(written) and not Path(written).exists()
        paths = sorted(glob.glob(written, recursive=True)) if is_pattern else [written]
        if not paths:
            raise typer.BadParameter(f"no file matches {written!r}")
        for path in map(Path, paths):
            if path.is_dir() and is_pattern:
                continue
            found[_checked(path)] = None
    if not found:
        raise typer.BadParameter(f"{given[0]!r} matches only folders; name files")
    return tuple(found)


def _checked(path: Path) -> Path:
    if path.is_dir():
        raise typer.BadParameter(f"{path} is a folder; name its files, '{path}/**/*.warc.gz'")
    if not path.exists():
        raise typer.BadParameter(f"{path}: no such file")
    return path


def _wanted(first_day: str | None, last_day: str | None, language: str) -> Wanted:
    first, last = _day(first_day, "--from"), _day(last_day, "--to")
    if first and last and first > last:
        raise typer.BadParameter(f"--from {first} is behind --to {last}")
    if language not in _LANGUAGES:
        raise typer.BadParameter(f"--language {language!r}: write one of {', '.join(_LANGUAGES)}")
    return Wanted(first_day=first, last_day=last, language=None if language == _ANY else language)


def _day(written: str | None, option: str) -> date | None:
    try:
        return None if written is None else date.fromisoformat(written)
    except ValueError:
        raise typer.BadParameter(f"{written!r} is no day; write {option} 2024-11-01") from None


def _print_objects(result: Backfilled) -> None:
    for each in result.files:
        print_json(_object(each))
    print_json({"run": result.run_id, **_sums(result)})


def _object(each: BackfilledFile) -> dict[str, Any]:
    file = each.file
    return {
        "file": str(each.path),
        "sha256": file.sha256,
        "bytes": file.bytes,
        "state": file.state,
        "reason": file.reason,
        "is_skipped": each.is_skipped,
        "tries": file.tries,
        "responses": file.responses,
        "stories": file.stories,
        "stored": file.stored,
        "revised": file.revised,
        "known": file.known,
        "skipped": dict(file.skipped),
        "damage": list(file.damage),
    }


def _sums(result: Backfilled) -> dict[str, int]:
    begun = [each.file for each in result.files if not each.is_skipped]
    read = [file for file in begun if file.state is not FileState.FAILED]
    names = ("responses", "stories", "stored", "revised", "known")
    return {
        "files": len(result.files),
        "read": len(read),
        "failed": sum(each.file.state is FileState.FAILED for each in result.files),
        **{name: sum(getattr(file, name) for file in begun) for name in names},
    }


def _print_tables(result: Backfilled) -> None:
    columns = ("file", "state", ">responses", ">stories", ">stored", ">revised", ">known")
    print_table(columns, [_row(each) for each in result.files])
    for each in result.files:
        if each.file.reason is not None:
            complain(f"{each.path}: {each.file.reason}")
        for damage in () if each.is_skipped else each.file.damage:
            complain(f"{each.path}: {damage}; the rest was read")
    skipped: Counter[str] = Counter()
    for each in result.files:
        skipped.update({} if each.is_skipped else each.file.skipped)
    if skipped:
        told = ", ".join(f"{count} {reason}" for reason, count in skipped.most_common())
        print_line(f"left out: {told}")
    print_line(_sum(result))


def _row(each: BackfilledFile) -> tuple[str, ...]:
    file = each.file
    counts = (file.responses, file.stories, file.stored, file.revised, file.known)
    return each.path.name, _state(each), *(str(count) for count in counts)


def _state(each: BackfilledFile) -> str:
    if not each.is_skipped or each.file.state is FileState.FAILED:
        return each.file.state
    return "read before" if each.file.state is FileState.DONE else "same as another"


def _sum(result: Backfilled) -> str:
    sums = _sums(result)
    told = (
        f"{sums['read']} of {sums['files']} files read: {sums['stored']} stories stored,"
        f" {sums['revised']} revised, {sums['known']} known"
    )
    return told if result.run_id is not None else f"{told}; nothing was written"
