"""`piagam export`: tables of the store as CSV, JSON Lines, Parquet, XLSX or a data package."""

import sys
from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from crawler.cli.filters import (
    RegionOption,
    SchemeOption,
    SinceOption,
    YearOption,
    moment,
    region_codes,
    schemes_of,
)
from crawler.cli.invocation import invocation
from crawler.cli.placing import placing
from crawler.cli.progress import row_progress
from crawler.cli.screen import print_line, print_table
from crawler.exports.export import Exported, Format, Order, export, export_to_stream
from storage.database import open_read_only
from storage.reading.exportable import ExportTable, export_tables
from storage.reading.picked import Picked

app = typer.Typer()

TablesArgument = Annotated[
    list[str] | None, typer.Argument(metavar="TABLE", help="Only these; else all.")
]
FormatOption = Annotated[
    Format | None, typer.Option("--format", help="Else by the name behind --to, else csv.")
]
ToOption = Annotated[
    str | None, typer.Option(metavar="FILE|FOLDER|-", help="Where; - is standard output.")
]
TextsOption = Annotated[bool, typer.Option("--with-texts", help="The texts of the articles too.")]


@app.command("export", epilog=f"Tables: {', '.join(export_tables())}.")
def export_command(  # noqa: PLR0913 - the options
    context: typer.Context,
    *,
    tables: TablesArgument = None,
    wanted: FormatOption = None,
    to: ToOption = None,
    scheme: SchemeOption = None,
    region: RegionOption = None,
    year: YearOption = None,
    since: SinceOption = None,
    with_texts: TextsOption = False,
) -> None:
    """Write tables of the store for spreadsheets, programs and archives."""
    call = invocation(context)
    config = call.config()
    picked = Picked(
        schemes=schemes_of(scheme),
        regions=region_codes(region),
        year=year,
        since=moment(since, ZoneInfo(config.watch.zone)),
    )
    chosen = _chosen(tables or (), picked)
    place = placing(wanted, to, chosen)
    order = Order(
        tables=chosen,
        format=place.format,
        picked=picked,
        choice=_in_words(scheme=scheme, region=region, year=year, since=since),
        with_texts=with_texts,
        is_folder=place.is_folder,
    )
    with closing(open_read_only(config.store)) as db:
        if place.path is None:
            export_to_stream(db, order, sys.stdout.buffer)
            return
        with row_progress() as report:
            done = export(db, order, place.path, report, keep=(config.store, call.config_path))
    _tell(done, place.path, _whole(chosen, picked))


def _chosen(names: Sequence[str], picked: Picked) -> tuple[ExportTable, ...]:
    """The named tables, else all; BadParameter where one is not there or cannot be narrowed so."""
    known = export_tables()
    for name in names:
        if name not in known:
            raise typer.BadParameter(f"no table {name!r}; known: {', '.join(known)}")
    for table in _whole([known[name] for name in names], picked):
        raise typer.BadParameter(f"{table.name} {_why_whole(table, picked)}")
    return tuple(known[name] for name in dict.fromkeys(names)) or tuple(known.values())


def _whole(tables: Iterable[ExportTable], picked: Picked) -> tuple[ExportTable, ...]:
    """Those that the choice cannot narrow, or not by the moment."""
    return tuple(
        table
        for table in tables
        if (picked.is_narrow and not table.can_be_chosen)
        or (picked.since is not None and not table.is_incremental)
    )


def _why_whole(table: ExportTable, picked: Picked) -> str:
    if picked.is_narrow and not table.can_be_chosen:
        return "tells of no award; leave out --scheme, --region and --year"
    return "cannot be incremental, no moment of change is kept of its rows; leave out --since"


def _in_words(**options: object) -> str:
    chosen = (f"--{name} {value}" for name, value in options.items() if value is not None)
    told = " ".join(chosen)
    return f"Only what `{told}` chooses." if told else ""


def _tell(done: Exported, place: Path, whole: Sequence[ExportTable]) -> None:
    print_table(("table", ">rows"), ((name, str(count)) for name, count in done.rows.items()))
    print_line()
    if whole:
        names = ", ".join(table.name for table in whole)
        print_line(f"whole, since the choice cannot narrow them: {names}")
    print_line(f"wrote {place}")
