"""`piagam crawl`: read the outlets once."""

from contextlib import closing
from datetime import UTC, date, datetime
from typing import Annotated
from zoneinfo import ZoneInfo

import typer
from sqlite_utils import Database

from crawler.cli.coverage import certificate_object, print_certificate
from crawler.cli.invocation import invocation
from crawler.cli.progress import crawl_progress
from crawler.cli.screen import complain, print_json
from crawler.config import Config
from crawler.crawling import crawl as crawl_outlets
from crawler.feeds import PublishError
from storage.database import StoreError, open_store
from storage.standing import run_by_id

_FIRST_DAY = date(2000, 1, 1)

app = typer.Typer()


@app.command()
def crawl(  # noqa: PLR0913, PLR0917 - a command has as many options
    context: typer.Context,
    outlets: Annotated[
        list[str] | None, typer.Argument(metavar="[OUTLET]...", help="Only these outlets.")
    ] = None,
    since: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="Read back to this day, whatever is known: 2024-11-01."),
    ] = None,
    cluster: Annotated[
        str | None,
        typer.Option(metavar="ADDRESS", help="Read by workers: tls://HOST:8786, or local:4."),
    ] = None,
    send: Annotated[bool, typer.Option("--send", help="Then send the alerts.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="The certificate as JSON.")] = False,
) -> None:
    """Read the outlets once and show what was covered; exit code 1 when any of it failed."""
    call = invocation(context)
    config = call.config()
    day, began = None if since is None else _first_day(since, config), datetime.now(UTC)
    with crawl_progress() as report:
        result = crawl_outlets(call.config_path, outlets or (), report, since=day, cluster=cluster)
    with closing(open_store(config.store)) as db:
        _print_run(db, result.run_id, ZoneInfo(config.watch.zone), as_json=as_json)
    for line in result.lost_pages:
        complain(line)
    is_well = _publish(config, began) and result.is_good
    if send:
        is_well = _send(config, as_json=as_json) and is_well
    if not is_well:
        raise typer.Exit(1)


def _first_day(written: str, config: Config) -> date:
    try:
        day = date.fromisoformat(written)
    except ValueError:
        raise typer.BadParameter(f"{written!r} is no day; write --since 2024-11-01") from None
    played = config.newsroom and config.newsroom.today
    today = played or datetime.now(ZoneInfo(config.watch.zone)).date()
    if day > today:
        raise typer.BadParameter(f"{day} is yet to come; today is {today}")
    if day < _FIRST_DAY:
        raise typer.BadParameter(f"{day} is before {_FIRST_DAY}, when no outlet was on the web")
    return day


def _send(config: Config, *, as_json: bool) -> bool:
    if not config.people:
        complain("alerts wait: nobody is in mail.to or a [[subscription]]")
        return True
    from crawler.alerts.send import send_due  # noqa: PLC0415 - slow, and not every crawl sends
    from crawler.cli.alerts import tell_report  # noqa: PLC0415

    with closing(open_store(config.store)) as db:
        report = send_due(db, config, datetime.now(UTC))
    return tell_report(report, ZoneInfo(config.watch.zone), with_sum=not as_json)


def _publish(config: Config, began: datetime) -> bool:
    if not (config.feeds.atom or config.feeds.calendar):
        return True
    from crawler.publishing import publish_news  # noqa: PLC0415 - slow, and not every crawl does

    try:
        publish_news(config, began, datetime.now(UTC))
    except (PublishError, StoreError) as error:
        complain(str(error))
        return False
    return True


def _print_run(db: Database, run_id: int, zone: ZoneInfo, *, as_json: bool) -> None:
    run = run_by_id(db, run_id)
    if run is None:
        raise LookupError(f"run {run_id} is not in the store")
    if as_json:
        print_json(certificate_object(db, run))
    else:
        print_certificate(db, run, zone)
