"""The award board: every award we hold true with the sentence behind it, filtered and in order."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlite_utils import Database

from storage.reading.picked import Picked, conditions, parameters_of
from storage.records import AwardStatus, EditionBasis

_AT_ONCE = 200
_ALL = Picked()


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardRow:
    """One award as the view `award_board` shows it."""

    award_id: int
    recipient: str
    recipient_code: str | None
    scheme: str
    grantor: str | None
    edition_year: int | None
    edition_basis: EditionBasis | None
    score: float | None
    score_raw: str | None
    scale: int | None
    predicate: str | None
    category: str | None
    zone: str | None
    rank: int | None
    rank_scope: str | None
    award_date: date | None
    venue: str | None
    status: AwardStatus
    reports: int
    """Articles behind it."""
    outlets: int
    """Outlets behind it."""
    independent_reports: int
    """Articles that copy no other."""
    copies: int
    """Articles that print the words of another."""
    first_outlet: str | None
    first_url: str | None
    proof: str | None
    """The sentence of the first report that says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """What one report prints as the score of an award."""

    outlet: str
    url: str
    score: float
    score_raw: str
    """As printed."""
    sentence: str | None
    """In which it stands, whole."""
    copy_of: str | None
    """The address of the report that this one copies."""


def award_board(
    db: Database, picked: Picked = _ALL, *, limit: int | None = None
) -> Iterator[BoardRow]:
    """The picked awards, newest edition first, then by scheme and score; read as needed."""
    found = db.execute(
        f"""
        SELECT id FROM awards WHERE status <> 'withdrawn' AND {conditions(picked)}
        ORDER BY edition_year DESC, scheme, score DESC, recipient, id LIMIT :limit
        """,  # noqa: S608 - our own words
        parameters_of(picked) | {"limit": -1 if limit is None else limit},
    )
    ids = [number for (number,) in found]
    for start in range(0, len(ids), _AT_ONCE):
        yield from _rows_of(db, ids[start : start + _AT_ONCE])


def count_awards(db: Database, picked: Picked = _ALL) -> int:
    """How many the board would show without a limit."""
    sql = f"SELECT count(*) FROM awards WHERE status <> 'withdrawn' AND {conditions(picked)}"  # noqa: S608
    (count,) = db.execute(sql, parameters_of(picked)).fetchone()
    return int(count)


def _rows_of(db: Database, ids: Sequence[int]) -> Iterator[BoardRow]:
    rows = db.query(
        "SELECT * FROM award_board WHERE award_id IN (SELECT value FROM json_each(?))",
        [json.dumps(ids)],
    )
    by_id = {row["award_id"]: row for row in rows}
    return (_board_row(by_id[each]) for each in ids if each in by_id)


def sides_of(db: Database, award_id: int) -> tuple[Side, ...]:
    """Every report of the award that prints a score, the first reporter first."""
    rows = db.query(
        "SELECT * FROM award_reports WHERE award_id = ? AND score IS NOT NULL ORDER BY place",
        [award_id],
    )
    return tuple(Side(**{name: row[name] for name in Side.__dataclass_fields__}) for row in rows)


def _board_row(row: dict[str, Any]) -> BoardRow:
    values = {name: row[name] for name in BoardRow.__dataclass_fields__}
    basis, day = row["edition_basis"], row["award_date"]
    values["status"] = AwardStatus(row["status"])
    values["edition_basis"] = None if basis is None else EditionBasis(basis)
    values["award_date"] = None if day is None else date.fromisoformat(day)
    return BoardRow(**values)
