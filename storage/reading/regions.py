"""Regions: which there are, and what is known of one of them."""

from dataclasses import dataclass

from sqlite_utils import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """A province, kabupaten or kota."""

    code: str
    name: str
    full_name: str
    """`Kabupaten Blora`, also as a recipient."""
    kind: str
    """`provinsi`, `kabupaten` or `kota`."""
    province_code: str
    province: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionSummary(Region):
    """A region with how many awards are known of it and of the bodies in it."""

    awards: int


def provinces(db: Database) -> tuple[Region, ...]:
    """The provinces, by name."""
    rows = db.query(
        """
        SELECT code, name, full_name, kind, province_code, province
        FROM regions WHERE kind = 'provinsi' ORDER BY name
        """
    )
    return tuple(Region(**row) for row in rows)


def region_of(db: Database, code: str) -> Region | None:
    """The region of this code, `33.16` or `33`."""
    rows = db.query(
        """
        SELECT code, name, full_name, kind, province_code, province FROM regions WHERE code = ?
        """,
        [code],
    )
    return next((Region(**row) for row in rows), None)


def regions_of(db: Database, province: str) -> tuple[Region, ...]:
    """The kabupaten and kota of the province of this code, by name."""
    rows = db.query(
        """
        SELECT code, name, full_name, kind, province_code, province
        FROM regions WHERE province_code = ? AND kind <> 'provinsi' ORDER BY kind, name
        """,
        [province],
    )
    return tuple(Region(**row) for row in rows)


def all_regions(db: Database) -> tuple[RegionSummary, ...]:
    """Every region, provinces by name, each before what is in it."""
    rows = db.query(
        """
        WITH counts AS MATERIALIZED (
            SELECT recipient_code, count(*) AS awards FROM awards GROUP BY recipient_code
        )
        SELECT code, name, full_name, kind, province_code, province, ifnull(awards, 0) AS awards
        FROM regions LEFT JOIN counts ON counts.recipient_code = regions.code
        ORDER BY province, kind <> 'provinsi', kind, name
        """
    )
    return tuple(RegionSummary(**row) for row in rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryRow:
    """The score of a region in one scheme and year."""

    scheme: str
    short: str
    family: str
    year: int
    score: float
    score_raw: str | None
    """As printed; None where a later report told it."""
    scale: int | None
    change: float | None
    since_year: int | None
    source: str
    """`award`, or `told` by a later report."""
    award_id: int | None
    outlet: str | None
    url: str | None


def history_of(db: Database, recipient: str) -> tuple[HistoryRow, ...]:
    """Every known score of a body, public service first, then by scheme, latest year first."""
    rows = db.query(
        """
        SELECT history.scheme, ifnull(short, history.scheme) AS short,
            ifnull(family, 'other') AS family, year, history.score, awards.score_raw,
            ifnull(history.scale, schemes.scale) AS scale, change, since_year, source, award_id,
            outlet, url
        FROM score_history AS history LEFT JOIN schemes ON schemes.id = history.scheme
        LEFT JOIN awards ON awards.id = award_id
        WHERE history.recipient = ?
        ORDER BY CASE family WHEN 'public-service' THEN 0 WHEN 'governance' THEN 1 ELSE 2 END,
            short, history.scheme, year DESC
        """,
        [recipient],
    )
    return tuple(HistoryRow(**row) for row in rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionAward:
    """An award of a region or of a body in it."""

    award_id: int
    recipient: str
    recipient_code: str
    scheme: str
    scheme_short: str
    edition_year: int | None
    score: float | None
    score_raw: str | None
    scale: int | None
    predicate: str | None
    category: str | None
    zone: str | None
    rank: int | None
    rank_scope: str | None
    award_date: str | None
    status: str


def awards_of_region(db: Database, code: str, limit: int) -> tuple[RegionAward, ...]:
    """The awards of a region and of the bodies in it, latest edition first."""
    rows = db.query(
        """
        SELECT awards.id AS award_id, recipient, recipient_code, scheme,
            ifnull(schemes.short, scheme) AS scheme_short, edition_year, score, score_raw,
            awards.scale, predicate, category, zone, rank, rank_scope, award_date, status
        FROM awards LEFT JOIN schemes ON schemes.id = scheme
        WHERE recipient_code = ? AND status <> 'withdrawn'
        ORDER BY edition_year DESC, family IS NOT 'public-service', scheme_short, recipient
        LIMIT ?
        """,
        [code, limit],
    )
    return tuple(RegionAward(**row) for row in rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitRow:
    """The score of a unit, against that of the body it belongs to."""

    award_id: int
    unit: str
    recipient: str
    scheme: str
    scheme_short: str
    edition_year: int | None
    score: float
    score_raw: str
    scale: int | None
    whole: float | None
    """Score of the body."""
    difference: float | None
    """Points above it (below: negative)."""
    outlets: int
    """That tell this score."""


def units_of_region(
    db: Database, code: str, limit: int, *, scheme: str | None = None, year: int | None = None
) -> tuple[UnitRow, ...]:
    """Units in the latest edition of each scheme that tells of any, the furthest behind first.

    `scheme` and `year` choose one scheme, and one edition instead of the latest.
    """
    rows = db.query(
        """
        WITH told AS MATERIALIZED (
            SELECT award_id, unit, score, max(score_raw) AS score_raw, max(scale) AS scale,
                count(DISTINCT outlet) AS outlets, scheme, edition_year, recipient
            FROM unit_scores
            WHERE award_id IN (
                SELECT id FROM awards WHERE recipient_code = :code AND status <> 'withdrawn'
                    AND (:scheme IS NULL OR scheme = :scheme)
                    AND (:year IS NULL OR edition_year = :year)
            )
            GROUP BY award_id, unit, score
        ),
        latest AS (
            SELECT *, max(edition_year) OVER (PARTITION BY recipient, scheme) AS last FROM told
        )
        SELECT award_id, unit, latest.recipient, latest.scheme,
            ifnull(schemes.short, latest.scheme) AS scheme_short, latest.edition_year,
            latest.score, latest.score_raw, ifnull(latest.scale, awards.scale) AS scale,
            awards.score AS whole, round(latest.score - awards.score, 4) AS difference, outlets
        FROM latest JOIN awards ON awards.id = award_id
        LEFT JOIN schemes ON schemes.id = latest.scheme
        WHERE latest.edition_year IS last
        ORDER BY (latest.score - ifnull(awards.score, latest.scale))
            / ifnull(ifnull(latest.scale, awards.scale), 100), unit
        LIMIT :limit
        """,
        {"code": code, "limit": limit, "scheme": scheme, "year": year},
    )
    return tuple(UnitRow(**row) for row in rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeRow:
    """One side of an award whose reports differ."""

    award_id: int
    recipient: str
    scheme: str
    scheme_short: str
    edition_year: int | None
    score: float
    score_raw: str | None
    outlet: str
    url: str
    article_id: int
    sentence: str | None


def disputes_of_region(db: Database, code: str, limit: int) -> tuple[DisputeRow, ...]:
    """What reports print of disputed awards of a region; copies left out, latest edition first."""
    rows = db.query(
        """
        SELECT told.award_id, awards.recipient, awards.scheme,
            ifnull(schemes.short, awards.scheme) AS scheme_short, awards.edition_year,
            told.score, told.score_raw, told.outlet, told.url, told.article_id, told.sentence
        FROM awards JOIN award_reports AS told ON told.award_id = awards.id
        LEFT JOIN schemes ON schemes.id = awards.scheme
        WHERE awards.recipient_code = ? AND awards.status = 'disputed'
            AND told.score IS NOT NULL AND told.copy_of IS NULL
        ORDER BY awards.edition_year DESC, awards.scheme, awards.id, told.place LIMIT ?
        """,
        [code, limit],
    )
    return tuple(DisputeRow(**row) for row in rows)
