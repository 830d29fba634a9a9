"""Is all well? What the store says of the crawls and the mails, and what a person must look at."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlite_utils import Database

from crawler.watchers import watcher_of
from storage.alert_log import OutboxCounts, outbox_counts
from storage.leases import CRAWL_LEASE, lease_holder
from storage.records import RunStatus
from storage.runs import CertificateRow, Run, certificate, last_good_run, last_run
from storage.standing import Totals, totals

STALE = timedelta(hours=36)
"""A store without a good crawl for so long misses nights."""
MEMORY = timedelta(days=7)
"""A mail that went wrong is a problem for so long."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """All that the answer to "is all well?" needs."""

    now: datetime
    last: Run | None
    last_good: Run | None
    coverage: tuple[CertificateRow, ...]
    """The certificate of the last run."""
    outbox: OutboxCounts
    totals: Totals
    is_crawling: bool
    """Whether a crawl is alive."""
    watcher: str | None
    """Who watches over the store, if anybody does."""


def read_standing(db: Database, now: datetime) -> Standing:
    """How the store stands at `now`."""
    last = last_run(db)
    return Standing(
        now=now,
        last=last,
        last_good=last_good_run(db),
        coverage=() if last is None else certificate(db, last.id),
        outbox=outbox_counts(db, now - MEMORY),
        totals=totals(db),
        is_crawling=lease_holder(db, CRAWL_LEASE, now) is not None,
        watcher=watcher_of(db, now),
    )


def problems(standing: Standing) -> tuple[str, ...]:
    """What is not well, one line each with the mend; empty when all is well."""
    return (*_crawl_problems(standing), *_outlet_problems(standing), *_mail_problems(standing))


def _crawl_problems(standing: Standing) -> list[str]:
    last, good = standing.last, standing.last_good
    if last is None:
        return ["nothing was crawled yet; run `piagam crawl`"]
    found = []
    if last.status in (RunStatus.FAILED, RunStatus.INTERRUPTED):
        why = f": {last.reason}" if last.reason else ""
        found.append(f"run {last.id} {last.status}{why}; see `piagam certificate`")
    elif last.status is RunStatus.RUNNING and not standing.is_crawling:
        found.append(f"run {last.id} was killed; the next crawl goes on where it stopped")
    if good is None:
        if not standing.is_crawling:
            found.append("no crawl has ever finished")
    elif standing.now - good.started_at > STALE:
        days = (standing.now - good.started_at).days
        when = f"{days} days" if days > 1 else "more than a day"
        found.append(f"no crawl has finished for {when}; does `piagam watch` run?")
    return found


def _outlet_problems(standing: Standing) -> list[str]:
    found = []
    is_over = standing.last is not None and standing.last.status is not RunStatus.RUNNING
    for row in standing.coverage:
        if is_over and row.status is not RunStatus.FINISHED:
            found.append(f"{row.outlet}: {row.status}: {row.reason or 'no reason noted'}")
        if is_over and not row.is_balanced:
            found.append(f"{row.outlet}: some discovered addresses are unaccounted for; a bug")
    return found


def _mail_problems(standing: Standing) -> list[str]:
    counts = standing.outbox
    told = ((counts.refused, "refused"), (counts.unknown, "perhaps not arrived"))
    return [
        f"mails {what} in the last {MEMORY.days} days: {count}; see `piagam alerts list`"
        for count, what in told
        if count
    ]
