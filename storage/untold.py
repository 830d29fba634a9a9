"""What the outbox holds of an award that nobody was told of yet."""

import json
from collections.abc import Iterable
from datetime import datetime

from sqlite_utils import Database

from storage.awards import award_from_json
from storage.records import AlertKind, Award
from storage.timestamps import utc_text


def waits_untold(db: Database, award_id: int) -> bool:
    """Whether anything of the award is yet to be told."""
    found = db.execute(
        "SELECT 1 FROM alerts WHERE award_id = ? AND addressed_at IS NULL", (award_id,)
    )
    return found.fetchone() is not None


def is_untold(db: Database, award_id: int) -> bool:
    """Whether the award itself is yet to be told; it is told as it stands then.

    One that another store has told of is not, though it is yet to be told to who subscribed here.
    """
    found = db.execute(
        """
        SELECT 1 FROM alerts WHERE award_id = ? AND kind = 'new' AND addressed_at IS NULL
            AND NOT EXISTS (SELECT 1 FROM deliveries WHERE alert_id = alerts.id)
        """,
        (award_id,),
    )
    return found.fetchone() is not None


def is_told_elsewhere(db: Database, award_id: int, kind: AlertKind | None, now: datetime) -> bool:
    """Whether another store has told some people what is now to be told of the award.

    Then its alert waits here for the others. What it has told besides is no news here.
    """
    waits = """
        award_id = :award AND kind <> 'new' AND addressed_at IS NULL
        AND EXISTS (SELECT 1 FROM deliveries WHERE alert_id = alerts.id)
    """
    values = {"award": award_id, "kind": kind, "now": utc_text(now)}
    db.execute(
        f"UPDATE alerts SET addressed_at = :now WHERE {waits} AND kind IS NOT :kind",  # noqa: S608
        values,
    )
    found = db.execute(f"SELECT 1 FROM alerts WHERE {waits}", values)  # noqa: S608 - a constant
    return found.fetchone() is not None


def take_untold(db: Database, award_id: int, kinds: Iterable[AlertKind]) -> Award | None:
    """Take changes of the award out of the outbox; how it stood before the first of them.

    None when none of these kinds waits. Call inside `atomic()`.
    """
    rows = db.execute(
        """
        DELETE FROM alerts WHERE award_id = ? AND addressed_at IS NULL
            AND kind IN (SELECT value FROM json_each(?)) RETURNING id, before
        """,
        (award_id, json.dumps(tuple(kinds))),
    ).fetchall()
    first = min(rows, default=(0, None))[1]
    return None if first is None else award_from_json(first)
