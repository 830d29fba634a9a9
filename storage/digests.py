"""Digests: what gathers for one person until its time has come, and what is told then."""

from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from storage.address_records import Occasion
from storage.gaps import GapState, open_gaps
from storage.health_records import OutletState
from storage.letter_records import Coverage, DigestNotice, Frequency, Unreached
from storage.records import DeliveryState, RunStatus
from storage.runs import certificate
from storage.standing import last_run_between
from storage.standings import standings
from storage.timestamps import utc_text


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestItem:
    """One alert in a digest."""

    id: int
    """Of the delivery."""
    alert_id: int


def close_digest(db: Database, digest_id: int, now: datetime) -> None:
    """From here on the digest gathers no more; a second time changes nothing.

    What was new and is withdrawn by now is left out of it.
    """
    cursor = db.execute(
        "UPDATE digests SET ends_at = ? WHERE id = ? AND ends_at IS NULL",
        (utc_text(now), digest_id),
    )
    if cursor.rowcount == 0:
        return
    withdrawn = db.execute(
        """
        SELECT deliveries.id FROM deliveries JOIN alerts ON alerts.id = alert_id
        JOIN awards ON awards.id = award_id
        WHERE digest_id = ? AND awards.status = 'withdrawn' AND alerts.kind = 'new'
        """,
        (digest_id,),
    ).fetchall()
    for (delivery_id,) in withdrawn:
        leave_out(db, delivery_id, reason="withdrawn before it was told", now=now)


def items_of(db: Database, digest_id: int) -> tuple[DigestItem, ...]:
    """What the digest tells, oldest alert first, without what was left out."""
    rows = db.execute(
        "SELECT id, alert_id FROM deliveries WHERE digest_id = ? AND state <> ? ORDER BY alert_id",
        (digest_id, DeliveryState.REFUSED),
    )
    return tuple(DigestItem(id=delivery_id, alert_id=alert_id) for delivery_id, alert_id in rows)


def leave_out(db: Database, delivery_id: int, *, reason: str, now: datetime) -> None:
    """The digest goes without this alert."""
    db.execute(
        "UPDATE deliveries SET state = 'refused', last_reply = ?, changed_at = ? WHERE id = ?",
        (reason, utc_text(now), delivery_id),
    )


def digest_notice(db: Database, digest_id: int, *, zone: str) -> DigestNotice:
    """A closed digest without its awards: the period, and what was covered in it."""
    frequency, occasion, starts_at, ends_at, created_at = db.execute(
        "SELECT frequency, occasion, starts_at, ends_at, created_at FROM digests WHERE id = ?",
        (digest_id,),
    ).fetchone()
    end = datetime.fromisoformat(ends_at)
    start = min(datetime.fromisoformat(starts_at), end)  # begun by a clock that was ahead
    return DigestNotice(
        digest_id=f"{digest_id}/{created_at}",
        frequency=Frequency(frequency),
        start=start,
        end=end,
        zone=zone,
        is_old=occasion == Occasion.OLD,
        coverage=_coverage(db, start, end),
    )


def _coverage(db: Database, start: datetime, end: datetime) -> Coverage | None:
    """What the certificate of the last crawl begun in the period says."""
    run = last_run_between(db, start, end)
    if run is None:
        return None
    rows = certificate(db, run.id)
    titles = dict(db.execute("SELECT name, ifnull(title, name) FROM outlets").fetchall())
    states = standings(db)
    unread = [row.outlet for row in rows if row.status is not RunStatus.FINISHED]
    unwell = {name for name, each in states.items() if each.state is not OutletState.HEALTHY}
    return Coverage(
        expected=len(rows),
        read=len(rows) - len(unread),
        unreached=tuple(
            Unreached(title=titles[name], since=states[name].since if name in unwell else None)
            for name in unread
        ),
        gaps=sum(gap.state is not GapState.LOST for gap in open_gaps(db)),
    )
