"""How a body, or several, fared under a scheme from year to year."""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from sqlite_utils import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class YearScore:
    """The score of one edition."""

    year: int
    score: float
    scale: int | None
    """Upper end of the scale."""


def history_of(
    db: Database, *, recipient: str, scheme: str, until: int | None = None
) -> tuple[YearScore, ...]:
    """The known scores as `score_history` has them, first year first; `until` is the last year."""
    rows = db.query(
        """
        SELECT year, score, scale FROM score_history
        WHERE recipient = :recipient AND scheme = :scheme AND (:until IS NULL OR year <= :until)
        ORDER BY year
        """,
        {"recipient": recipient, "scheme": scheme, "until": until},
    )
    return tuple(YearScore(**row) for row in rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyYear:
    """The score of one of several bodies in one edition."""

    recipient: str
    year: int
    score: float
    scale: int | None
    award_id: int | None
    """None: told by a later report."""


def histories_of(
    db: Database, *, recipients: Iterable[str], scheme: str, until: int
) -> tuple[BodyYear, ...]:
    """The known scores of all these bodies, by name, first year first; `until` is the last year."""
    rows = db.query(
        """
        SELECT recipient, year, score, scale, award_id FROM score_history
        WHERE scheme = :scheme AND year <= :until
            AND recipient IN (SELECT value FROM json_each(:recipients))
        ORDER BY recipient, year
        """,
        {"recipients": json.dumps(list(recipients)), "scheme": scheme, "until": until},
    )
    return tuple(BodyYear(**row) for row in rows)
