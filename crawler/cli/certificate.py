"""`piagam certificate`: what a run covered, so that "nothing found" can be checked."""

from contextlib import closing
from datetime import date, datetime, time, timedelta
from typing import Annotated
from zoneinfo import ZoneInfo

import typer
from sqlite_utils import Database

from crawler.cli.coverage import certificate_object, print_certificate
from crawler.cli.invocation import invocation
from crawler.cli.screen import print_json
from storage.database import StoreError, open_read_only
from storage.runs import Run, last_run
from storage.standing import last_run_between, run_by_id

app = typer.Typer()


@app.command()
def certificate(
    context: typer.Context,
    which: Annotated[
        str | None, typer.Argument(metavar="[DATE|RUN]", help="2024-12-03, or a run's number.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
) -> None:
    """Show what a run covered: by default the last one, else that of a day or number."""
    config = invocation(context).config()
    with closing(open_read_only(config.store)) as db:
        zone = ZoneInfo(config.watch.zone)
        run = find_run(db, which, zone)
        if run is None:
            raise StoreError(f"{config.store}: {_nothing(last_run(db), which, zone)}")
        if as_json:
            print_json(certificate_object(db, run))
        else:
            print_certificate(db, run, zone)


def find_run(db: Database, which: str | None, zone: ZoneInfo) -> Run | None:
    """The run of a number or the last of a day in `zone`; the last of all for None."""
    if which is None:
        return last_run(db)
    if which.isdecimal() and len(which) < 8:
        return run_by_id(db, int(which))
    try:
        day = date.fromisoformat(which)
    except ValueError:
        raise typer.BadParameter(
            f"{which!r} is neither a day nor a run; write 2024-12-03 or 12"
        ) from None
    start = datetime.combine(day, time(), zone)
    return last_run_between(db, start, start + timedelta(days=1))


def _nothing(last: Run | None, which: str | None, zone: ZoneInfo) -> str:
    if last is None:
        return "no run yet; `piagam crawl` makes one"
    return (
        f"no run {which}; the last is run {last.id} of {last.started_at.astimezone(zone):%Y-%m-%d}"
    )
