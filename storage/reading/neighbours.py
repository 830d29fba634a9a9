"""Around one award: its recipient in other years, and who stands next to it in its edition."""

from dataclasses import dataclass

from sqlite_utils import Database

from storage.reading.awards import HeldAward

KINDS = ("Kabupaten", "Kota", "Provinsi")
"""Regions are compared with regions of their kind, all others with the whole edition."""


@dataclass(frozen=True, slots=True, kw_only=True)
class YearOfRecipient:
    """A known score of one recipient under one scheme."""

    year: int
    score: float
    score_raw: str | None
    """As printed; None for a score that a later report mentions."""
    scale: int | None
    since_year: int | None
    change: float | None
    """Since that year, on the same scale."""
    source: str
    """`award`, or `told`: a report of a later edition mentions it."""
    award_id: int | None
    outlet: str | None
    url: str | None


def years_of(db: Database, recipient: str, scheme: str) -> tuple[YearOfRecipient, ...]:
    """The scores of a recipient, the earliest first."""
    rows = db.query(
        """
        SELECT year, history.score, awards.score_raw, history.scale, since_year, change, source,
            award_id, outlet, url
        FROM score_history AS history LEFT JOIN awards ON awards.id = award_id
        WHERE history.recipient = ? AND history.scheme = ? ORDER BY year
        """,
        [recipient, scheme],
    )
    return tuple(YearOfRecipient(**row) for row in rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbour:
    """One line of the league table."""

    place: int
    """By score; equal scores share it."""
    known: int
    """How many results of the edition are compared."""
    award_id: int
    recipient: str
    province: str | None
    score: float
    score_raw: str | None
    predicate: str | None
    zone: str | None
    status: str


def neighbours_of(db: Database, award: HeldAward, around: int) -> tuple[Neighbour, ...]:
    """The award and so many above and below it, of its kind, edition and scale, the best first.

    None for an award without a score or an edition, or one that is withdrawn.
    """
    rows = db.query(
        """
        WITH edition AS (
            SELECT id AS award_id, recipient, substr(recipient_code, 1, 2) AS province_code, score,
                score_raw, predicate, zone, status, rank() OVER (ORDER BY score DESC) AS place,
                row_number() OVER (ORDER BY score DESC, recipient) AS line,
                count(*) OVER () AS known
            FROM awards
            WHERE scheme = :scheme AND edition_year = :year AND score IS NOT NULL
                AND scale IS :scale AND status <> 'withdrawn'
                AND (:kind IS NULL OR substr(recipient, 1, length(:kind) + 1) = :kind || ' ')
        ),
        mine AS (SELECT line FROM edition WHERE award_id = :award)
        SELECT place, known, award_id, recipient, regions.name AS province, score, score_raw,
            predicate, zone, status
        FROM edition JOIN mine ON edition.line BETWEEN mine.line - :around AND mine.line + :around
        LEFT JOIN regions ON regions.code = edition.province_code
        ORDER BY edition.line
        """,
        {
            "award": award.award_id,
            "scheme": award.scheme,
            "year": award.edition_year,
            "scale": award.scale,
            "kind": kind_of(award),
            "around": around,
        },
    )
    return tuple(Neighbour(**row) for row in rows)


def kind_of(award: HeldAward) -> str | None:
    """With which kind of region it is compared; None: with everybody."""
    word = award.recipient.partition(" ")[0]
    return word if word in KINDS else None
