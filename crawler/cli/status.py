"""`piagam status`: is all well?"""

from contextlib import closing
from datetime import UTC, datetime
from typing import Annotated

import typer

from crawler.cli.invocation import invocation
from crawler.cli.screen import print_json, print_line, shown_moment
from crawler.config import Config
from crawler.nights import Nightly
from crawler.standing import Standing, problems, read_standing
from storage.database import open_store

app = typer.Typer()


@app.command()
def status(
    context: typer.Context,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
) -> None:
    """Tell whether all is well; exit code 1 when it is not."""
    config = invocation(context).config()
    with closing(open_store(config.store)) as db:
        standing = read_standing(db, datetime.now(UTC))
    found = problems(standing)
    if as_json:
        print_json({"is_well": not found, "problems": found, **_facts(standing)})
    else:
        _print_status(config, standing)
        for problem in found:
            print_line(f"! {problem}", style="bold red")
        if not found:
            print_line("all is well", style="bold green")
    if found:
        raise typer.Exit(1)


def _print_status(config: Config, standing: Standing) -> None:
    held, waiting = standing.totals, standing.outbox
    nightly = Nightly.parse(config.watch.at, config.watch.zone)
    print_line(f"store    {config.store}: {held.articles} articles, {held.awards} awards")
    if standing.last is not None:
        last = standing.last
        began = shown_moment(last.started_at, nightly.zone)
        print_line(f"crawl    run {last.id} {last.status}, began {began}")
    for row in standing.coverage:
        counts = row.counts
        print_line(
            f"         {row.outlet:<18} {row.status:<11} {counts.stored} stored, "
            f"{counts.dropped} dropped, {counts.failed} failed, {counts.pending} waiting"
        )
    if standing.watcher is None:
        print_line("watch    nobody watches; `piagam watch` crawls every night")
    else:
        due = shown_moment(nightly.next_due(standing.now), nightly.zone)
        print_line(f"watch    {standing.watcher}, next crawl {due}")
    told = f"{waiting.waiting} mails waiting"
    if waiting.unaddressed:
        nobody = "" if config.mail.to else ", nobody is in mail.to"
        told += f", {waiting.unaddressed} alerts not addressed yet{nobody}"
    print_line(f"alerts   {told}")


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
    }
