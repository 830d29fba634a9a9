"""Is all well? What the store says of the crawls and the mails, and what a person must look at."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlite_utils import Database

from crawler.health import told
from crawler.hours import was_not_due
from crawler.watchers import watcher_of
from storage.alert_log import OutboxCounts, outbox_counts
from storage.gaps import Gap, GapState, open_gaps
from storage.health_records import OutletStanding, OutletState
from storage.leases import CRAWL_LEASE, lease_holder
from storage.nights import outlets_of_lost_network
from storage.records import RunStatus
from storage.runs import CertificateRow, Run, certificate, last_good_run, last_run
from storage.standing import Totals, finished_since, totals
from storage.standings import standings
from storage.unsettled import left_to_do

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
    unwell: tuple[OutletStanding, ...]
    """The outlets that are not healthy."""
    unreached: frozenset[str]
    """Outlets of the last run for which our own network was down."""
    outbox: OutboxCounts
    totals: Totals
    is_crawling: bool
    """Whether a crawl is alive."""
    watcher: str | None
    """Who watches over the store, if anybody does."""
    gaps: tuple[Gap, ...] = ()
    """Hours of outlets that were not seen and may still be."""
    read_lately: frozenset[str] = frozenset()
    """Outlets that were read to their end within STALE."""
    unsettled: int = 0
    """Bodies whose awards a merge that was cut short is yet to make anew."""


def read_standing(db: Database, now: datetime) -> Standing:
    """How the store stands at `now`."""
    last = last_run(db)
    return Standing(
        now=now,
        last=last,
        last_good=last_good_run(db, now),
        coverage=() if last is None else certificate(db, last.id),
        unwell=tuple(
            each for each in standings(db).values() if each.state is not OutletState.HEALTHY
        ),
        unreached=frozenset() if last is None else outlets_of_lost_network(db, last.id),
        outbox=outbox_counts(db, now - MEMORY),
        totals=totals(db),
        is_crawling=lease_holder(db, CRAWL_LEASE, now) is not None,
        watcher=watcher_of(db, now),
        gaps=tuple(gap for gap in open_gaps(db) if gap.state is not GapState.LOST),
        read_lately=finished_since(db, now - STALE),
        unsettled=left_to_do(db),
    )


def problems(standing: Standing) -> tuple[str, ...]:
    """What is not well, one line each with the mend; empty when all is well."""
    return (
        *general_problems(standing),
        *outlet_problems(standing),
    )


def general_problems(standing: Standing) -> tuple[str, ...]:
    """Of the crawls, the merges and the mails."""
    return (
        *_crawl_problems(standing),
        *_merge_problems(standing),
        *_mail_problems(standing),
    )


def outlet_problems(standing: Standing) -> tuple[str, ...]:
    """Of single outlets, a line for each; those whose alerts wait first."""
    by_need = sorted(standing.unwell, key=lambda each: each.state is not OutletState.QUARANTINED)
    return (*_health_problems(by_need), *_outlet_problems(standing))


def _crawl_problems(standing: Standing) -> list[str]:
    last, good = standing.last, standing.last_good
    if last is None:
        return ["nothing was crawled yet; run `piagam crawl`"]
    found = []
    if last.status in (RunStatus.FAILED, RunStatus.INTERRUPTED) and not _was_idle(standing):
        why = f": {last.reason}" if last.reason else ""
        found.append(f"run {last.id} {last.status}{why}; see `piagam certificate`")
    elif last.status is RunStatus.RUNNING and not standing.is_crawling:
        found.append(f"run {last.id} was killed; the next crawl goes on where it stopped")
    elif standing.unreached:
        found.append(f"run {last.id}: {last.reason}; see `piagam certificate`")
    if good is None:
        if not standing.is_crawling:
            found.append("no crawl has ever finished")
    elif standing.now - good.started_at > STALE:
        days = (standing.now - good.started_at).days
        when = f"{days} days" if days > 1 else "more than a day"
        found.append(f"no crawl has finished for {when}; does `piagam watch` run?")
    return found


def _merge_problems(standing: Standing) -> list[str]:
    if not standing.unsettled or standing.is_crawling:  # which a merge counts as, too
        return []
    return [
        f"a merge was cut short: the awards of {standing.unsettled} bodies wait to be made anew;"
        " run `piagam merge` again"
    ]


def _was_idle(standing: Standing) -> bool:
    """Whether no outlet of the last run was due: as it should be by day."""
    rows = standing.coverage
    return bool(rows) and all(was_not_due(row.status, row.reason) for row in rows)


def _outlet_problems(standing: Standing) -> list[str]:
    found = []
    is_over = standing.last is not None and standing.last.status is not RunStatus.RUNNING
    told_below = {each.outlet for each in standing.unwell if each.findings}
    for row in standing.coverage:
        is_told = row.outlet in standing.unreached | told_below
        # Whoever is never read within its hours must not go unnoticed.
        is_rest = was_not_due(row.status, row.reason) and row.outlet in standing.read_lately
        is_read = row.status is RunStatus.FINISHED or is_rest
        if is_over and not is_read and not is_told:
            found.append(f"{row.outlet}: {row.status}: {row.reason or 'no reason noted'}")
        if is_over and not row.is_balanced:
            found.append(f"{row.outlet}: some discovered addresses are unaccounted for; a bug")
    return found


def _health_problems(unwell: Iterable[OutletStanding]) -> list[str]:
    """Whoever is retired is no problem any more; `piagam status` lists them all the same."""
    return [told(each) for each in unwell if each.state is not OutletState.RETIRED]


def _mail_problems(standing: Standing) -> list[str]:
    counts = standing.outbox
    told = ((counts.refused, "refused"), (counts.unknown, "perhaps not arrived"))
    return [
        f"mails {what} in the last {MEMORY.days} days: {count}; see `piagam alerts list`"
        for count, what in told
        if count
    ]
