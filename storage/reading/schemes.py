"""Schemes: what is known of each, its editions in figures, and its bands."""

from dataclasses import dataclass

from sqlite_utils import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemeSummary:
    """One scheme with what is known of it."""

    scheme: str
    title: str
    short: str
    family: str
    """`public-service`, `governance` or `other`."""
    grantor: str | None
    scale: int | None
    editions: int
    first_year: int | None
    last_year: int | None
    awards: int
    scored: int
    """Awards with a score."""
    disputed: int


def all_schemes(db: Database) -> tuple[SchemeSummary, ...]:
    """Every scheme that is read or that awards name: public service first, then by awards."""
    rows = db.query(
        """
        WITH counts AS MATERIALIZED (
            SELECT scheme, count(DISTINCT edition_year) AS editions,
                min(edition_year) AS first_year, max(edition_year) AS last_year,
                count(*) AS awards, count(score) AS scored, sum(status = 'disputed') AS disputed
            FROM awards NOT INDEXED WHERE status <> 'withdrawn' GROUP BY scheme
        ),
        named AS (SELECT id FROM schemes UNION SELECT scheme FROM counts)
        SELECT named.id AS scheme, ifnull(title, named.id) AS title,
            ifnull(short, named.id) AS short, ifnull(family, 'other') AS family, grantor, scale,
            ifnull(editions, 0) AS editions, first_year, last_year, ifnull(awards, 0) AS awards,
            ifnull(scored, 0) AS scored, ifnull(disputed, 0) AS disputed
        FROM named LEFT JOIN schemes ON schemes.id = named.id
        LEFT JOIN counts ON counts.scheme = named.id
        ORDER BY CASE family WHEN 'public-service' THEN 0 WHEN 'governance' THEN 1 ELSE 2 END,
            awards DESC, short
        """
    )
    return tuple(SchemeSummary(**row) for row in rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemeName:
    """What a scheme is called and who gives it."""

    scheme: str
    title: str
    short: str
    family: str
    grantor: str | None
    scale: int | None


def scheme_named(db: Database, scheme: str) -> SchemeName | None:
    """The scheme of this id; None if neither the catalogue nor an award knows it."""
    rows = db.query(
        """
        SELECT :id AS scheme, ifnull(title, :id) AS title, ifnull(short, :id) AS short,
            ifnull(family, 'other') AS family, grantor, scale
        FROM (SELECT 1) LEFT JOIN schemes ON schemes.id = :id
        WHERE schemes.id IS NOT NULL OR EXISTS (SELECT 1 FROM awards WHERE scheme = :id)
        """,
        {"id": scheme},
    )
    return next((SchemeName(**row) for row in rows), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionSummary:
    """One edition of a scheme in figures; scores are those on its widest scale."""

    scheme: str
    edition_year: int | None
    """None: awards whose edition nobody knows."""
    awards: int
    scored: int
    scale: int | None
    lowest: float | None
    median: float | None
    highest: float | None
    disputed: int


def editions_of(db: Database, scheme: str) -> tuple[EditionSummary, ...]:
    """The editions of a scheme, latest first."""
    rows = db.query(
        """
        WITH known AS (
            SELECT edition_year, status, scale,
                max(scale) OVER (PARTITION BY edition_year) AS widest, score
            FROM awards WHERE scheme = :scheme AND status <> 'withdrawn'
        ),
        compared AS (SELECT *, iif(scale IS widest, score, NULL) AS value FROM known),
        ordered AS (
            SELECT *, count(value) OVER (PARTITION BY edition_year) AS values_known,
                row_number() OVER (PARTITION BY edition_year ORDER BY value NULLS LAST) AS place
            FROM compared
        )
        SELECT :scheme AS scheme, edition_year, count(*) AS awards, count(score) AS scored,
            max(widest) AS scale, min(value) AS lowest,
            round(avg(value) FILTER (
                WHERE place IN ((values_known + 1) / 2, (values_known + 2) / 2)
            ), 4) AS median,
            max(value) AS highest, sum(status = 'disputed') AS disputed
        FROM ordered GROUP BY edition_year ORDER BY edition_year DESC
        """,
        {"scheme": scheme},
    )
    return tuple(EditionSummary(**row) for row in rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class BandRow:
    """One level of a scheme's result and the editions it holds for."""

    scheme: str
    from_year: int
    to_year: int | None
    """None: until now."""
    place: int
    """1 is the best."""
    predicate: str
    letter: str | None
    zone: str | None
    lowest: float | None
    highest: float | None
    source: str


def bands_of(db: Database, scheme: str) -> tuple[BandRow, ...]:
    """The levels of a scheme, latest editions first, best level first."""
    rows = db.query(
        """
        SELECT scheme, from_year, to_year, place, predicate, letter, zone, lowest, highest, source
        FROM scheme_bands WHERE scheme = ? ORDER BY from_year DESC, place
        """,
        [scheme],
    )
    return tuple(BandRow(**row) for row in rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What one award says of its recipient's level."""

    edition_year: int | None
    score: float | None
    scale: int | None
    predicate: str | None
    category: str | None
    zone: str | None


def results_of(db: Database, scheme: str) -> tuple[Result, ...]:
    """The result of every award of a scheme."""
    rows = db.query(
        """
        SELECT edition_year, score, scale, predicate, category, zone
        FROM awards WHERE scheme = ? AND status <> 'withdrawn'
        """,
        [scheme],
    )
    return tuple(Result(**row) for row in rows)
