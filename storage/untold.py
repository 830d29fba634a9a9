"""What the outbox holds of an award that nobody was told of yet."""

import json
from collections.abc import Iterable

from sqlite_utils import Database

from storage.awards import award_from_json
from storage.records import AlertKind, Award


def waits_untold(db: Database, award_id: int) -> bool:
    """Whether anything of the award is yet to be told."""
    found = db.execute(
        "SELECT 1 FROM alerts WHERE award_id = ? AND addressed_at IS NULL", (award_id,)
    )
    return found.fetchone() is not None


def is_untold(db: Database, award_id: int) -> bool:
    """Whether the award itself is yet to be told; it is told as it stands then."""
    found = db.execute(
        "SELECT 1 FROM alerts WHERE award_id = ? AND kind = 'new' AND addressed_at IS NULL",
        (award_id,),
    )
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
