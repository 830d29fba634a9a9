"""How much was taken over of another store, while its `temp.…_map` tables are there."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from sqlite_utils import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class RowTally:
    """Rows of another store."""

    articles_new: int
    articles_known: int
    articles_revised: int
    """Known ones of which it had a text that was unknown."""
    awards_new: int
    corrections_new: int


def row_tally(db: Database) -> RowTally:
    """What was new in the store that is attached, and what was known."""
    row = db.execute(
        """
        SELECT
            (SELECT count(*) FROM temp.article_map WHERE is_new),
            (SELECT count(*) FROM temp.article_map WHERE NOT is_new),
            (SELECT count(DISTINCT held.ours) FROM temp.revision_map AS version
                JOIN other.revisions AS s ON s.id = version.theirs
                JOIN temp.article_map AS held ON held.theirs = s.article_id
                WHERE version.is_new AND NOT held.is_new AND NOT EXISTS (
                    SELECT 1 FROM main.revisions AS m WHERE m.article_id = held.ours
                        AND m.text_sha256 = s.text_sha256
                        AND m.id NOT IN (SELECT ours FROM temp.revision_map WHERE is_new)
                )),
            (SELECT count(*) FROM temp.award_map WHERE is_new),
            (SELECT count(*) FROM temp.correction_map WHERE is_new)
        """
    ).fetchone()
    return RowTally(**dict(zip(RowTally.__dataclass_fields__, row, strict=True)))


def last_number(db: Database, table: str) -> int:
    """The highest number in a table of the store that is attached."""
    (number,) = db.execute(f"SELECT ifnull(max(id), 0) FROM other.{table}").fetchone()
    return int(number)


def disputed_among(db: Database, awards: Sequence[int]) -> int:
    """How many of these awards are disputed."""
    (count,) = db.execute(
        "SELECT count(*) FROM awards WHERE status = 'disputed'"
        " AND id IN (SELECT value FROM json_each(?))",
        (json.dumps(awards),),
    ).fetchone()
    return int(count)
