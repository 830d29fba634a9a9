"""How long it takes to decide who is told of one new award, among many subscriptions."""

import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlite_utils import Database

from benchmarks.spread import Spread
from benchmarks.table import Row, Table
from crawler.alerts.addressing import address_new
from crawler.alerts.subscriptions import Subscription, addressees
from crawler.awards.catalogue import load_catalogue
from crawler.awards.gazetteer import load_gazetteer
from storage.address_records import AlertFacts
from storage.database import open_store
from storage.letter_records import Frequency
from storage.records import AlertKind

AWARDS, SUBSCRIPTIONS = 100_000, 1_000
AT_MOST = 50.0
"""Milliseconds in which it is decided who is told."""
ZONE = ZoneInfo("Asia/Jakarta")
NOW = datetime(2026, 11, 20, 5, 0, tzinfo=UTC)
_FREQUENCIES = (None, Frequency.DAILY, Frequency.WEEKLY)


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressingFigures:
    """What was measured, in milliseconds by the clock on the wall."""

    awards: int
    """Told before, in the store."""
    subscriptions: int
    deciding: Spread
    """Who is told of one new award, when and how."""
    storing: Spread
    """The same from the question to the store until all of it is committed."""

    def table(self) -> Table:
        """Each step with its budget."""
        steps = {"decided": self.deciding, "decided and stored": self.storing}
        return Table(
            title=f"who is told of one new award: {self.awards} awards in the store,"
            f" {self.subscriptions} subscriptions, wall time",
            rows=tuple(
                Row(name=name, spread=spread, unit="ms", at_most=AT_MOST)
                for name, spread in steps.items()
            ),
            facts={"awards": self.awards, "subscriptions": self.subscriptions},
        )


def subscriptions(count: int) -> tuple[Subscription, ...]:
    """Every fifth wants all, the others one region; a third each at once, daily and weekly."""
    codes = sorted(load_gazetteer().by_code)
    return tuple(
        Subscription(
            people=(f"orang{number}@example.org",),
            zone=ZONE,
            regions=None if number % 5 == 0 else frozenset({codes[number % len(codes)]}),
            frequency=_FREQUENCIES[number % 3],
        )
        for number in range(count)
    )


def facts() -> AlertFacts:
    """One new award."""
    return AlertFacts(
        alert_id=1,
        kind=AlertKind.NEW,
        codes=("33.25",),
        schemes=(next(iter(load_catalogue())),),
        confidence=0.9,
        is_old=False,
    )


def fill(db: Database, awards: int) -> None:
    """A store in which so many awards were told, and one more waits to be addressed."""
    with db.atomic():
        for statement in _FILLING:
            db.execute(statement, {"now": NOW.isoformat(), "count": awards + 1})
        db.execute("UPDATE alerts SET addressed_at = NULL WHERE id = ?", (awards + 1,))


_NUMBERS = (
    "WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < :count)"
)
_FILLING = (
    """INSERT INTO runs (id, status, kind, started_at, ended_at, holder, version) VALUES
        (1, 'finished', 'crawl', :now, :now, 'bench', '0'),
        (2, 'finished', 'crawl', :now, :now, 'bench', '0')""",
    "INSERT INTO outlets (name, added_at) VALUES ('w', :now)",
    """INSERT INTO articles (id, outlet, url, title, text, text_sha256, first_run,
        first_stored_at, last_run, last_stored_at)
        VALUES (1, 'w', 'https://w.example/1', 'a', 'a', 'a', 2, :now, 2, :now)""",
    """INSERT INTO revisions (id, article_id, number, title, text, text_sha256, run_id, stored_at)
        VALUES (1, 1, 1, 'a', 'a', 'a', 2, :now)""",
    f"""{_NUMBERS} INSERT INTO claims (id, article_id, revision_id, position, recipient,
        recipient_code, recipient_kind, scheme, grantor, confidence, rules_version)
        SELECT n, 1, 1, n, 'Kabupaten ' || n, '33.25', 'kabupaten', 'pekppp-ipp', 'a', 0.9, '1'
        FROM numbers""",  # noqa: S608 - a constant
    f"""{_NUMBERS} INSERT INTO awards (id, recipient, recipient_code, scheme, status, first_run,
        first_stored_at, changed_at)
        SELECT n, 'Kabupaten ' || n, '33.25', 'pekppp-ipp', 'agreed', 2, :now, :now
        FROM numbers""",  # noqa: S608 - a constant
    f"""{_NUMBERS} INSERT INTO alerts (id, award_id, claim_id, kind, run_id, created_at,
        addressed_at) SELECT n, n, n, 'new', 2, :now, :now FROM numbers""",  # noqa: S608
    f"""{_NUMBERS} INSERT INTO deliveries (alert_id, person, state, message_id, created_at,
        changed_at) SELECT n, 'orang' || n % 1000 || '@example.org', 'sent', '<a@b>',
        '2026-01-01T00:00:00+00:00', :now FROM numbers WHERE n < :count""",  # noqa: S608
)


def measure(rounds: int, *, awards: int = AWARDS, count: int = SUBSCRIPTIONS) -> AddressingFigures:
    """Fill a store, then address its one new award `rounds` times."""
    asked = subscriptions(count)
    with (
        tempfile.TemporaryDirectory() as folder,
        closing(open_store(Path(folder) / "piagam.sqlite")) as db,
    ):
        fill(db, awards)
        stored = [_stored(db, asked, awards + 1) for _ in range(rounds)]
    award = facts()
    decided = [_timed(lambda: addressees(award, asked, NOW)) for _ in range(rounds)]
    return AddressingFigures(
        awards=awards,
        subscriptions=count,
        deciding=Spread.of(decided),
        storing=Spread.of(stored),
    )


def _stored(db: Database, asked: tuple[Subscription, ...], alert_id: int) -> float:
    db.execute("DELETE FROM deliveries WHERE alert_id = ?", (alert_id,))
    db.execute("UPDATE alerts SET addressed_at = NULL WHERE id = ?", (alert_id,))
    return _timed(lambda: address_new(db, asked, NOW, most=50, zone=ZONE))


def _timed(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return (time.perf_counter() - began) * 1000
