"""`piagam status`: is all well?"""

from contextlib import closing
from datetime import UTC, datetime
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from crawler import backup
from crawler.cli.gaps import gap_lines, gap_object, mend_of
from crawler.cli.health import health_object
from crawler.cli.invocation import invocation
from crawler.cli.one_screen import coverage_lines, few
from crawler.cli.screen import print_json, print_line, shown_moment
from crawler.config import Config
from crawler.health import told
from crawler.nights import Nightly
from crawler.standing import Standing, general_problems, outlet_problems, read_standing
from storage.alert_log import OutboxCounts
from storage.database import StoreError, open_store
from storage.gaps import GapState
from storage.health_records import OutletState

app = typer.Typer()


@app.command()
def status(
    context: typer.Context,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
) -> None:
    """Tell whether all is well; exit code 1 when it is not."""
    config = invocation(context).config()
    try:
        standing = _look(config)
    except StoreError as error:
        if not as_json:
            raise
        print_json({"is_well": False, "problems": [str(error)]})
        raise typer.Exit(1) from None
    general = (*general_problems(standing), *_copy_problems(config, standing))
    outlets = outlet_problems(standing)
    gaps = _gap_problems(standing, ZoneInfo(config.watch.zone))
    found = (*general, *outlets, *gaps)
    if as_json:
        print_json({"is_well": not found, "problems": found, **_facts(standing)})
    else:
        _print_status(config, standing)
        _print_problems(
            *general,
            *few(outlets, "more outlets; see `piagam certificate`"),
            *few(gaps, "more gaps; see `piagam certificate`"),
        )
    if found:
        raise typer.Exit(1)


def _look(config: Config) -> Standing:
    """An old store is updated by it, a missing one is not made. Raises StoreError."""
    if config.store.parent.is_dir() and not config.store.exists():
        raise StoreError(f"{config.store}: no store yet; run `piagam crawl`, or correct `store`")
    with closing(open_store(config.store)) as db:
        return read_standing(db, datetime.now(UTC))


def _print_problems(*found: str) -> None:
    for problem in found:
        print_line(f"! {problem}", style="bold red")
    if not found:
        print_line("all is well", style="bold green")


def _gap_problems(standing: Standing, zone: ZoneInfo) -> tuple[str, ...]:
    """Of the gaps those that do not mend themselves, nor are beyond mending."""
    return tuple(
        f"{gap.outlet}: hours were not seen; {mend_of(gap, zone)} may still find them"
        for gap in standing.gaps
        if gap.state is GapState.BEYOND_REACH
    )


def _copy_problems(config: Config, standing: Standing) -> tuple[str, ...]:
    good = standing.last_good
    said = backup.problem(
        config.store,
        config.backup,
        None if good is None else good.ended_at,
        standing.now,
        is_watched=standing.watcher is not None,
    )
    return (said,) if said else ()


def _print_status(config: Config, standing: Standing) -> None:
    held = standing.totals
    nightly = Nightly.parse(config.watch.at, config.watch.zone)
    print_line(f"store    {config.store}: {held.articles} articles, {held.awards} awards")
    if standing.last is not None:
        last = standing.last
        began = shown_moment(last.started_at, nightly.zone)
        print_line(f"crawl    run {last.id} {last.status}, began {began}")
    for line in coverage_lines(standing.coverage):
        print_line(f"         {line}")
    retired = [told(each) for each in standing.unwell if each.state is OutletState.RETIRED]
    for line in few(retired, "more are retired; see `piagam outlets list`"):
        print_line(f"outlets  {line}")
    if standing.watcher is None:
        print_line("watch    nobody watches; `piagam watch` crawls every night")
    else:
        due = shown_moment(nightly.next_due(standing.now), nightly.zone)
        print_line(f"watch    {standing.watcher}, next crawl {due}")
    copies = backup.backups(config.store, config.backup)
    if copies:
        made = shown_moment(copies[0].made_at, nightly.zone)
        print_line(f"copies   {len(copies)}, the last of {made}")
    print_line(f"alerts   {_alerts(config, standing.outbox)}")
    lines = tuple(gap_lines(standing.gaps, nightly.zone))
    for line in few(lines, "more; see `piagam certificate`"):
        print_line(f"gap      {line}")


def _alerts(config: Config, waiting: OutboxCounts) -> str:
    alerts = f"{waiting.waiting} mails waiting"
    if waiting.unaddressed:
        nobody = "" if config.people else ", nobody is in mail.to or a [[subscription]]"
        alerts += f", {waiting.unaddressed} alerts not addressed yet{nobody}"
    if waiting.eased:
        alerts += f", {waiting.eased} alerts too many for single mails wait for a digest"
    if waiting.held:
        alerts += f", {waiting.held} of them wait for an outlet in quarantine"
    return alerts


def _facts(standing: Standing) -> dict[str, object]:
    last, good, waiting = standing.last, standing.last_good, standing.outbox
    return {
        "articles": standing.totals.articles,
        "awards": standing.totals.awards,
        "last_run": last and {"run": last.id, "status": last.status, "reason": last.reason},
        "last_good_run_at": good and good.started_at.isoformat(),
        "watcher": standing.watcher,
        "mails_waiting": waiting.waiting,
        "alerts_unaddressed": waiting.unaddressed,
        "gaps": [{"outlet": gap.outlet, **gap_object(gap)} for gap in standing.gaps],
        "alerts_held": waiting.held,
        "outlets": {each.outlet: health_object(each) for each in standing.unwell},
    }
