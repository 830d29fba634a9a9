"""How a body fared under a scheme from year to year."""

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
