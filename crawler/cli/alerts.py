"""`piagam alerts`: what people were told, and telling them."""

from contextlib import closing
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from crawler.alerts.send import SendReport, send_due, send_test
from crawler.awards.catalogue import load_catalogue
from crawler.cli import verifying
from crawler.cli.digests import digest_name, print_digests
from crawler.cli.invocation import invocation
from crawler.cli.screen import (
    NONE_SHOWN,
    complain,
    print_json,
    print_line,
    print_table,
    shown_moment,
)
from storage.alert_log import LoggedAlert, alert_log
from storage.database import open_existing, open_read_only
from storage.digest_log import digest_log
from storage.records import DeliveryState

app = typer.Typer(name="alerts", help="What people were told, and telling them.")
app.add_typer(verifying.app)


@app.command("list")
def list_alerts(
    context: typer.Context,
    limit: Annotated[int, typer.Option(min=1, max=1_000_000, help="The latest so many.")] = 20,
    digests: Annotated[
        bool, typer.Option("--digests", help="The digests and letters about outlets instead.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
) -> None:
    """List the latest alerts and what became of each."""
    config = invocation(context).config()
    zone = ZoneInfo(config.watch.zone)
    with closing(open_read_only(config.store)) as db:
        if digests:
            print_digests(digest_log(db, limit), zone, as_json=as_json)
            return
        rows = alert_log(db, limit)
    if as_json:
        for row in rows:
            moments = ("created_at", "changed_at", "next_try_at")
            values = asdict(row)
            print_json(values | {name: _iso(values[name]) for name in moments})
        return
    if not rows:
        print_line("no alert yet; a new award makes one")
        return
    print_table(
        (">no.", "about", "kind", "to", "state", "since"), (_cells(row, zone) for row in rows)
    )
    if any(row.digest_id is not None for row in rows):
        print_line("the digests: `piagam alerts list --digests`")


@app.command()
def send(context: typer.Context) -> None:
    """Send the alerts that are due; exit code 1 when one of them could not be sent."""
    config = invocation(context).config()
    with closing(open_existing(config.store)) as db:
        report = send_due(db, config, datetime.now(UTC))
    if not tell_report(report, ZoneInfo(config.watch.zone)):
        raise typer.Exit(1)


@app.command()
def test(context: typer.Context) -> None:
    """Send a test mail to everybody who gets alerts."""
    config = invocation(context).config()
    if not tell_report(send_test(config, datetime.now(UTC)), ZoneInfo(config.watch.zone)):
        raise typer.Exit(1)


def tell_report(report: SendReport, zone: ZoneInfo, *, with_sum: bool = True) -> bool:
    """Print what became of the mails; whether all that was due is sent.

    Complaints go to standard error; `with_sum` adds one line on standard output.
    """
    for line in (*report.lines, *report.troubles):
        complain(line)
    if report.waiting:
        complain(_waiting(report, zone))
    if with_sum:
        print_line(f"alerts: {_sum(report)}")
    return report.is_well


def _waiting(report: SendReport, zone: ZoneInfo) -> str:
    what = "1 mail waits" if report.waiting == 1 else f"{report.waiting} mails wait"
    when = f" from {shown_moment(report.next_try_at, zone)} on" if report.next_try_at else ""
    return f"{what}; `piagam alerts send` tries again{when}, `piagam watch` by itself"


def _sum(report: SendReport) -> str:
    counts = [
        f"{count} {what}"
        for count, what in (
            (report.sent, "sent"),
            (report.deferred, "deferred"),
            (report.refused, "refused"),
            (report.unknown, "unknown: may have arrived"),
        )
        if count
    ]
    nothing = "none sent" if report.troubles else "nothing to send"
    return ", ".join(counts) or f"{nothing}{' now' if report.waiting else ''}"


def _cells(row: LoggedAlert, zone: ZoneInfo) -> tuple[str, ...]:
    edition = "" if row.edition_year is None else f" {row.edition_year}"
    state = _waits_for(row) if row.state is None else str(row.state)
    if row.digest_id is not None:
        state += f" in {digest_name(row.digest_id)}"
    if row.state not in (None, DeliveryState.SENT) and row.last_reply:
        state += f": {row.last_reply}"
    scheme = load_catalogue().get(row.scheme)
    return (
        str(row.alert_id),
        f"{row.recipient}, {scheme.short if scheme else row.scheme}{edition}",
        row.kind,
        row.person or NONE_SHOWN,
        state,
        shown_moment(row.changed_at or row.created_at, zone),
    )


def _waits_for(row: LoggedAlert) -> str:
    if row.held_for:
        return f"waits: {row.held_for} is quarantined"
    if row.is_addressed:
        return "for nobody: no subscription asks for it"
    return "waits: for the next digest" if row.is_backfilled else "waits: `piagam alerts send`"


def _iso(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()
