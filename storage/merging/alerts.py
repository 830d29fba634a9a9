"""Alerts and who was told of them, as another store has them: none lost, none told twice."""

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlite_utils import Database

from storage.merging.columns import of_runs
from storage.timestamps import utc_text

_CLAIM = "(SELECT ours FROM temp.claim_map WHERE theirs = s.claim_id)"
_CORRECTION = "(SELECT ours FROM temp.correction_map WHERE theirs = s.correction_id)"
NEWS = timedelta(days=2)
"""What waited longer elsewhere is old news here."""
_PERSON = """
    ifnull((SELECT value FROM json_each(:people) WHERE lower(value) = lower(s.person)), s.person)
"""
"""Who is meant, as spelt here."""
_RANK = (
    "CASE {state} WHEN 'sent' THEN 5 WHEN 'unknown' THEN 4 WHEN 'refused' THEN 3"
    " WHEN 'handing-over' THEN 6 WHEN 'connecting' THEN 6 ELSE 0 END"
)
"""A mail that is under way here is left alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertTally:
    """What became of another store's alerts."""

    carried: int
    """Alerts that were unknown here."""
    told: int
    """People of whom we now know that they were told: alerts times people."""
    taken_over: int
    """Mails that waited there and wait here now."""
    left: int
    """Mails that wait there, for people who have not subscribed here."""


def take_alerts(db: Database, subscribed: Collection[str], now: datetime) -> AlertTally:
    """Take over alerts and deliveries; call inside `atomic()`, when all awards are here.

    `subscribed` are those who are told of anything here.
    """
    people = json.dumps(sorted(subscribed))
    _map_alerts(db)
    _take_firsts(db)
    carried = _add_alerts(db, utc_text(now - NEWS))
    _map_alerts(db)  # of awards that are one here
    told = _take_told(db, people)
    taken_over = _take_waiting(db, people, utc_text(now))
    return AlertTally(carried=carried, told=told, taken_over=taken_over, left=_left(db, people))


def _map_alerts(db: Database) -> None:
    """One `new` alert of each award; others by the claim and the person's word behind them."""
    db.execute(
        f"""
        INSERT INTO temp.alert_map (theirs, ours, is_new)
        SELECT s.id, min(m.id), 0 FROM other.alerts AS s
        JOIN temp.award_map AS award ON award.theirs = s.award_id
        JOIN main.alerts AS m ON m.award_id = award.ours AND m.kind = s.kind
            AND (s.kind = 'new' OR (m.claim_id = {_CLAIM} AND m.correction_id IS {_CORRECTION}))
        WHERE s.id NOT IN (SELECT theirs FROM temp.alert_map) GROUP BY s.id
        """
    )


def _take_firsts(db: Database) -> None:
    db.execute(
        """
        UPDATE main.alerts AS m SET created_at = s.created_at
        FROM other.alerts AS s JOIN temp.alert_map ON theirs = s.id AND NOT is_new
        WHERE m.id = ours AND s.created_at < m.created_at
        """
    )


def _add_alerts(db: Database, old: str) -> int:
    """What people must be told of the award itself is told here too, as old news if it is some.

    Of another change it is settled with the award whether it is news here.
    """
    db.execute(
        f"""
        INSERT INTO temp.alert_map (theirs, ours, is_new)
        SELECT s.id, row_number() OVER (ORDER BY s.created_at, s.id)
            + (SELECT ifnull(max(id), 0) FROM main.alerts), 1
        FROM (
            SELECT s.*, row_number() OVER (
                PARTITION BY award.ours, iif(s.kind = 'new', 0, s.id) ORDER BY s.created_at, s.id
            ) AS place
            FROM other.alerts AS s JOIN temp.award_map AS award ON award.theirs = s.award_id
            WHERE s.id NOT IN (SELECT theirs FROM temp.alert_map) AND {_CLAIM} IS NOT NULL
                AND (s.kind = 'new' OR award.is_new OR EXISTS (
                    SELECT 1 FROM other.deliveries AS to_whom WHERE to_whom.alert_id = s.id
                        AND to_whom.state NOT IN ('waiting', 'connecting')
                ))
        ) AS s WHERE place = 1
        """
    )
    cursor = db.execute(
        f"""
        INSERT INTO main.alerts (id, award_id, claim_id, kind, run_id, created_at, addressed_at,
            is_backfilled, before, correction_id)
        SELECT held.ours, award.ours, {_CLAIM}, s.kind, {of_runs("run_id")["run_id"]},
            s.created_at, iif(s.kind = 'new' OR NOT award.is_new, NULL, s.addressed_at),
            s.is_backfilled OR (
                s.kind = 'new' AND (s.addressed_at IS NOT NULL OR s.created_at < :old)
            ), s.before,
            {_CORRECTION}
        FROM other.alerts AS s JOIN temp.alert_map AS held ON held.theirs = s.id AND held.is_new
        JOIN temp.award_map AS award ON award.theirs = s.award_id
        ORDER BY held.ours
        """,
        {"old": old},
    )
    db.execute(
        """
        INSERT OR IGNORE INTO main.unsettled_bodies (scheme, recipient)
        SELECT DISTINCT scheme, recipient FROM main.awards JOIN main.alerts AS m
        ON m.award_id = awards.id JOIN temp.alert_map ON ours = m.id AND is_new
        """
    )
    return cursor.rowcount


_TOLD = f"""
    SELECT alert.ours AS alert_id, {_PERSON} AS person, s.channel,
        CASE WHEN s.state IN ('sent', 'unknown', 'refused') THEN s.state
            WHEN ifnull(whole.state, s.state) = 'handing-over' THEN 'unknown' END AS state,
        s.attempts, s.last_reply, ifnull(s.message_id, whole.message_id) AS message_id,
        s.created_at, s.changed_at, s.language, s.quiet
    FROM other.deliveries AS s JOIN temp.alert_map AS alert ON alert.theirs = s.alert_id
    LEFT JOIN other.digests AS whole ON whole.id = s.digest_id
"""
"""What went out there, by itself or in a digest; a mail that was just handed over is unknown."""


def _take_told(db: Database, people: str) -> int:
    order = "{rank}, {row}.changed_at, ifnull({row}.message_id, '')"
    theirs = order.format(rank=_RANK.format(state="excluded.state"), row="excluded")
    ours = order.format(rank=_RANK.format(state="m.state"), row="m")
    cursor = db.execute(
        f"""
        INSERT INTO main.deliveries AS m (alert_id, person, channel, state, attempts, last_reply,
            message_id, created_at, changed_at, language, quiet)
        SELECT alert_id, person, channel, state, attempts, last_reply, message_id, created_at,
            changed_at, language, quiet
        FROM ({_TOLD}) WHERE state IS NOT NULL
        ON CONFLICT (alert_id, person, channel) DO UPDATE SET state = excluded.state,
            attempts = max(m.attempts, excluded.attempts), last_reply = excluded.last_reply,
            message_id = excluded.message_id, changed_at = excluded.changed_at,
            next_try_at = NULL, digest_id = iif(m.state = 'waiting', NULL, m.digest_id)
        WHERE ({theirs}) > ({ours})
        """,
        {"people": people},
    )
    return cursor.rowcount


_WAITING = """
    FROM other.deliveries AS s LEFT JOIN temp.alert_map AS alert ON alert.theirs = s.alert_id
    LEFT JOIN main.alerts AS m ON m.id = alert.ours
    LEFT JOIN other.digests AS whole ON whole.id = s.digest_id
    WHERE s.state IN ('waiting', 'connecting') AND ifnull(whole.state, '') <> 'handing-over'
"""


def _take_waiting(db: Database, people: str, now: str) -> int:
    """What is addressed here already would never reach those who wait for it; the rest is yet to
    be addressed."""
    cursor = db.execute(
        f"""
        INSERT INTO main.deliveries (alert_id, person, channel, attempts, last_reply, message_id,
            created_at, changed_at, language, quiet)
        SELECT m.id, {_PERSON}, s.channel, s.attempts, s.last_reply, s.message_id, s.created_at,
            :now, s.language, s.quiet
        {_WAITING} AND m.addressed_at IS NOT NULL
            AND {_PERSON} IN (SELECT value FROM json_each(:people))
        ON CONFLICT DO NOTHING
        """,
        {"people": people, "now": now},
    )
    return cursor.rowcount


def _left(db: Database, people: str) -> int:
    (count,) = db.execute(
        f"SELECT count(*) {_WAITING} AND {_PERSON} NOT IN (SELECT value FROM json_each(:people))",
        {"people": people},
    ).fetchone()
    return int(count)
