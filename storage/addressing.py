"""Addresses alerts: who is told of each, by a mail of its own or in a digest. Each once."""

import json
from collections.abc import Iterable
from datetime import datetime, timedelta

from sqlite_utils import Database

from storage.address_records import Address, AlertFacts, DigestTerm, Occasion, Tells
from storage.awards import award_from_json
from storage.letter_records import Frequency
from storage.records import AlertKind
from storage.timestamps import utc_text

PERIODS = {Frequency.DAILY: timedelta(days=1), Frequency.WEEKLY: timedelta(days=7)}


def unaddressed(db: Database) -> tuple[AlertFacts, ...]:
    """The alerts that may be addressed now, oldest first.

    Held back are those of an outlet in quarantine that no other outlet bears out, and old news as
    long as the run that found it goes on: it is told in one digest.
    """
    rows = db.query(
        """
        WITH found AS (
            SELECT alerts.id, alerts.kind, recipient_code, scheme, alerts.before,
                claims.confidence, articles.outlet, alerts.is_backfilled,
                runs.status AS run_status,
                alerts.is_backfilled OR alerts.correction_id IS NULL AND NOT EXISTS (
                    SELECT 1 FROM runs AS earlier WHERE earlier.id < alerts.run_id
                        AND earlier.kind = 'crawl' AND earlier.status = 'finished'
                ) AS is_old
            FROM alerts
            JOIN awards ON awards.id = alerts.award_id
            JOIN (SELECT id, article_id, confidence FROM claims) AS claims
                ON claims.id = alerts.claim_id
            JOIN articles ON articles.id = claims.article_id
            JOIN runs ON runs.id = alerts.run_id
            WHERE addressed_at IS NULL
                AND (awards.status = 'withdrawn') = (alerts.kind = 'withdrawal')
                AND NOT EXISTS (SELECT 1 FROM held_alerts WHERE alert_id = alerts.id)
        )
        SELECT id, kind, recipient_code, scheme, before, confidence, is_old FROM found
        WHERE NOT (is_old AND run_status = 'running') AND NOT (is_backfilled AND outlet IN (
            SELECT outlet FROM outlet_standing WHERE state = 'quarantined'
        ))
        ORDER BY id
        """
    )
    return tuple(_facts(row) for row in rows)


def _facts(row: dict[str, object]) -> AlertFacts:
    before = None if row["before"] is None else award_from_json(str(row["before"]))
    codes = (row["recipient_code"], before and before.recipient_code)
    return AlertFacts(
        alert_id=int(str(row["id"])),
        kind=AlertKind(str(row["kind"])),
        codes=tuple(str(code) for code in codes if code),
        schemes=tuple(dict.fromkeys((str(row["scheme"]), *([before.scheme] if before else ())))),
        confidence=float(str(row["confidence"])),
        is_old=bool(row["is_old"]),
    )


def address(db: Database, alert_id: int, addresses: Iterable[Address], now: datetime) -> None:
    """Note who is told of an alert; call inside `atomic()`. It is addressed for good by this.

    Who subscribes later does not get the alerts of the past, and nobody is told twice. A withdrawal
    goes to those who were told of the award.
    """
    for each in addresses:
        if not _concerns(db, alert_id, each.person):
            continue
        digest_id = None if each.digest is None else gathering(db, each, each.digest, now)
        waits = each.digest is None and each.due_at > now
        db.execute(
            """
            INSERT INTO deliveries (alert_id, person, channel, language, digest_id, quiet,
                next_try_at, created_at, changed_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
            """,
            (
                *(alert_id, each.person, each.channel, each.language, digest_id, each.quiet),
                utc_text(each.due_at) if waits else None,
                *(utc_text(now), utc_text(now)),
            ),
        )
    db.execute("UPDATE alerts SET addressed_at = ? WHERE id = ?", (utc_text(now), alert_id))


def _concerns(db: Database, alert_id: int, person: str) -> bool:
    """Whether this is no withdrawal, or one of an award that the person was told of."""
    (concerns,) = db.execute(
        """
        SELECT kind <> 'withdrawal' OR EXISTS (
            SELECT 1 FROM deliveries JOIN alerts AS earlier ON earlier.id = alert_id
            WHERE earlier.award_id = alerts.award_id AND person = ? AND state <> 'refused'
        ) FROM alerts WHERE id = ?
        """,
        (person, alert_id),
    ).fetchone()
    return bool(concerns)


def singles_since(db: Database, people: Iterable[str], since: datetime) -> dict[str, int]:
    """How many alerts were addressed to each person by a mail of their own since then."""
    rows = db.execute(
        """
        SELECT person, count(*) FROM deliveries
        WHERE person IN (SELECT value FROM json_each(?)) AND channel IN ('mail', person)
            AND created_at >= ? AND digest_id IS NULL GROUP BY person
        """,
        (json.dumps(tuple(people)), utc_text(since)),
    )
    return dict(rows.fetchall())


def gathering(db: Database, to: Address, term: DigestTerm, now: datetime) -> int:
    """The digest that gathers for this person now; it goes out at the soonest moment asked."""
    due = utc_text(to.due_at)
    (digest_id,) = db.execute(
        """
        INSERT INTO digests (person, channel, frequency, occasion, tells, language, quiet,
            starts_at, next_try_at, created_at, changed_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (person, channel, frequency, occasion, tells)
            WHERE ends_at IS NULL AND state = 'waiting'
            DO UPDATE SET next_try_at = min(next_try_at, excluded.next_try_at)
        RETURNING id
        """,
        (
            *(to.person, to.channel, term.frequency, term.occasion, term.tells),
            *(to.language, to.quiet),
            *(_start(db, to, term, now), due, utc_text(now), utc_text(now)),
        ),
    ).fetchone()
    return int(digest_id)


def _start(db: Database, to: Address, term: DigestTerm, now: datetime) -> str:
    """Where the period begins: behind the last digest of the kind, if it is not long ago."""
    if term.occasion is not Occasion.PERIOD or term.tells is Tells.HEALTH:
        return utc_text(now)
    first = min(utc_text(to.due_at - PERIODS[term.frequency]), utc_text(now))
    (last,) = db.execute(
        """
        SELECT max(ends_at) FROM digests
        WHERE person = ? AND channel = ? AND frequency = ? AND occasion = ? AND tells = ?
        """,
        (to.person, to.channel, term.frequency, term.occasion, term.tells),
    ).fetchone()
    return first if last is None else min(str(last), first)
