"""One article: how it stands, every version of its text, and who else reports its awards."""

import json
from dataclasses import dataclass

from sqlite_utils import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """An article without its text; moments as ISO 8601."""

    article_id: int
    outlet: str
    outlet_title: str | None
    url: str
    address: str
    """Where it was asked for."""
    title: str
    published: str | None
    published_source: str | None
    modified: str | None
    description: str | None
    dateline: str | None
    authors: tuple[str, ...]
    editor: str | None
    section: str | None
    tags: tuple[str, ...]
    caption: str | None
    photo_credit: str | None
    parts: int
    """How many pages were joined."""
    warnings: tuple[str, ...]
    revision: int
    """The number of its latest version."""
    first_stored_at: str


def story(db: Database, article_id: int) -> Story | None:
    """The article of this number; None when there is none."""
    rows = db.query(
        """
        SELECT articles.id AS article_id, outlet, outlets.title AS outlet_title, url,
            ifnull(address, url) AS address, articles.title, published, published_source, modified,
            description, dateline, authors, editor, section, tags, caption, photo_credit, parts,
            warnings, revision, first_stored_at
        FROM articles LEFT JOIN outlets ON outlets.name = articles.outlet WHERE articles.id = ?
        """,
        [article_id],
    )
    row = next(iter(rows), None)
    if row is None:
        return None
    lists = {name: tuple(json.loads(row[name])) for name in ("authors", "tags", "warnings")}
    return Story(**(row | lists))


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One version of an article, without its text."""

    article_id: int
    revision: int
    title: str
    stored_at: str
    run_id: int
    characters: int


def versions_of(db: Database, article_id: int, limit: int) -> tuple[Version, ...]:
    """Every version, the latest first.

    Where stores were merged, one that several of them stored in turn is told once.
    """
    rows = db.query(
        """
        SELECT article_id, revision, title, stored_at, run_id, characters FROM (
            SELECT article_id, number AS revision, title, stored_at, run_id,
                length(text) AS characters,
                lead(text_sha256) OVER (ORDER BY number) IS text_sha256 AS is_told_after
            FROM revisions WHERE article_id = ?
        ) WHERE NOT is_told_after ORDER BY revision DESC LIMIT ?
        """,
        [article_id, limit],
    )
    return tuple(Version(**row) for row in rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """What one version of an article says."""

    revision_id: int
    revision: int
    title: str
    text: str
    stored_at: str


def wording(db: Database, article_id: int, revision: int) -> Wording | None:
    """That version with its text; None when there is none."""
    rows = db.query(
        """
        SELECT id AS revision_id, number AS revision, title, text, stored_at
        FROM revisions WHERE article_id = ? AND number = ?
        """,
        [article_id, revision],
    )
    return next((Wording(**row) for row in rows), None)


def version_before(db: Database, article_id: int, revision: int) -> int | None:
    """The last earlier version that reads otherwise; merged stores may have one text in turn."""
    (number,) = db.execute(
        """
        SELECT max(earlier.number) FROM revisions AS seen
        JOIN revisions AS earlier ON earlier.article_id = seen.article_id
            AND earlier.number < seen.number AND earlier.text_sha256 <> seen.text_sha256
        WHERE seen.article_id = ? AND seen.number = ?
        """,
        [article_id, revision],
    ).fetchone()
    return None if number is None else int(number)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sister:
    """Another report of an award that an article reports."""

    award_id: int
    recipient: str
    scheme: str
    scheme_short: str | None
    edition_year: int | None
    place: int | None
    """Among the reports of that award, 1 is the first."""
    relation: str
    article_id: int
    outlet: str
    title: str
    url: str
    published: str | None
    score: float | None
    score_raw: str | None
    copy_of: int | None
    """The article whose words it prints."""
    copied_outlet: str | None


def sisters_of(db: Database, article_id: int, limit: int) -> tuple[Sister, ...]:
    """Who else reports the awards of this article, award by award, the first reporter first."""
    rows = db.query(
        """
        SELECT awards.id AS award_id, awards.recipient, awards.scheme,
            schemes.short AS scheme_short, awards.edition_year, others.place, others.relation,
            articles.id AS article_id, articles.outlet, articles.title, articles.url,
            articles.published, claims.score, claims.score_raw, others.copy_of,
            copied.outlet AS copied_outlet
        FROM award_claims AS others
        JOIN awards ON awards.id = others.award_id
        JOIN claims ON claims.id = others.claim_id AND claims.article_id <> :article
        JOIN articles ON articles.id = claims.article_id
        LEFT JOIN articles AS copied ON copied.id = others.copy_of
        LEFT JOIN schemes ON schemes.id = awards.scheme
        WHERE others.award_id IN (
            SELECT award_id FROM claims JOIN award_claims ON award_claims.claim_id = claims.id
            WHERE claims.article_id = :article
        )
        ORDER BY awards.id, others.place IS NULL, others.place, others.claim_id LIMIT :limit
        """,
        {"article": article_id, "limit": limit},
    )
    return tuple(Sister(**row) for row in rows)
