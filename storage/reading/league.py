"""The league of an edition: its awards by their scores; and which editions there are."""

from dataclasses import dataclass

from sqlite_utils import Database

REGION = "region"
"""Any region itself."""
KINDS = (REGION, "kabupaten", "kota", "provinsi", "unit", "other")
"""What can be asked for: regions; those of one kind; bodies inside a region; bodies of none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemeChoice:
    """A scheme of which awards are known."""

    scheme: str
    short: str
    family: str
    awards: int


def schemes_with_awards(db: Database) -> tuple[SchemeChoice, ...]:
    """Each scheme with awards, by its short name."""
    rows = db.query(
        """
        SELECT scheme, ifnull(schemes.short, scheme) AS short,
            ifnull(schemes.family, 'other') AS family, awards
        FROM (SELECT scheme, count(*) AS awards FROM awards GROUP BY scheme)
        LEFT JOIN schemes ON schemes.id = scheme
        ORDER BY short COLLATE NOCASE
        """
    )
    return tuple(SchemeChoice(**row) for row in rows)


def years_of(db: Database, scheme: str) -> tuple[int, ...]:
    """The editions of which awards are known, latest first."""
    rows = db.execute(
        "SELECT DISTINCT edition_year FROM awards"
        " WHERE scheme = ? AND edition_year IS NOT NULL ORDER BY edition_year DESC",
        [scheme],
    )
    return tuple(year for (year,) in rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """Which part of which edition is asked for."""

    scheme: str
    year: int
    province: str | None = None
    """Code of a province; None: the whole country."""
    kind: str | None = None
    """One of KINDS; None: every kind."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeagueRow:
    """One award in its league."""

    place: int | None
    """Among what was asked for, equal scores sharing one; None without a score or if disputed."""
    award_id: int
    recipient: str
    kind: str
    recipient_code: str | None
    region: str | None
    """`Blora`"""
    province_code: str | None
    province: str | None
    scheme: str
    edition_year: int
    score: float | None
    score_raw: str | None
    scale: int | None
    predicate: str | None
    category: str | None
    zone: str | None
    change: float | None
    """Points since `since_year`; None where the earlier score or scale is another, or unknown."""
    since_year: int | None
    rank: int | None
    """As the reports told it."""
    rank_scope: str | None
    status: str


def league_of(db: Database, edition: Edition, limit: int) -> tuple[LeagueRow, ...]:
    """The awards of an edition, best first, those without a place at the end."""
    rows = db.query(
        """
        WITH known AS (
            SELECT awards.*, regions.name AS region, regions.province_code, regions.province,
                CASE WHEN regions.full_name = awards.recipient THEN regions.kind
                    WHEN awards.recipient_code IS NOT NULL THEN 'unit' ELSE 'other' END AS kind,
                score IS NOT NULL AND status <> 'disputed' AS is_placed
            FROM awards LEFT JOIN regions ON regions.code = awards.recipient_code
            WHERE scheme = :scheme AND edition_year = :year AND status <> 'withdrawn'
        ),
        asked AS (
            SELECT *, score / ifnull(ifnull(scale, max(scale) OVER ()), 1) AS share FROM known
            WHERE (:province IS NULL OR province_code = :province)
                AND (:kind IS NULL OR kind = :kind OR (
                    :kind = 'region' AND kind IN ('provinsi', 'kabupaten', 'kota')
                ))
        ),
        before AS MATERIALIZED (
            SELECT recipient, change, since_year FROM score_history
            WHERE scheme = :scheme AND year = :year
        )
        SELECT
            iif(is_placed, rank() OVER (PARTITION BY is_placed ORDER BY share DESC), NULL) AS place,
            id AS award_id, asked.recipient, kind, recipient_code, region, province_code, province,
            scheme, edition_year, score, score_raw, scale, predicate, category, zone,
            iif(is_placed, change, NULL) AS change,
            iif(is_placed AND change IS NOT NULL, since_year, NULL) AS since_year,
            rank, rank_scope, status
        FROM asked LEFT JOIN before ON before.recipient = asked.recipient
        ORDER BY place IS NULL, place, share DESC, asked.recipient LIMIT :limit
        """,
        {
            "scheme": edition.scheme,
            "year": edition.year,
            "province": edition.province,
            "kind": edition.kind,
            "limit": limit,
        },
    )
    return tuple(LeagueRow(**row) for row in rows)
