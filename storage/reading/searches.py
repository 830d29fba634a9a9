"""What the search page asks: articles, or claims that count, which hold certain words.

Matches are looked up newest first and only so many of them; these are ranked. So a common word
costs no more than a rare one, and nobody reads beyond a thousand matches.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from sqlite_utils import Database

from storage.reading.passages import CLOSED, OPENED, Passage, passage_of

MOST_MATCHES = 1_000
"""Only so many of the newest matches are found."""
_BEGINNING = '" *'


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """Words, and what narrows the search; None does not."""

    expression: str
    """Of `storage.search.match_expression`."""
    outlet: str | None = None
    since: str | None = None
    """First day of publication, `2024-12-02`, in the outlet's time."""
    until: str | None = None
    """The day behind the last one."""
    is_wide: bool = False
    """Whether the newest matches are likely to lie between these days. Then each match is looked
    at in turn, which ends soon; else all stories of these days are gathered first."""
    province: str | None = None
    """Code of the province in which the recipient lies, `33`."""
    scheme: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Matches:
    """What was found, before it is ranked."""

    ids: tuple[int, ...]
    """Of articles or claims, newest first, at most MOST_MATCHES."""
    is_more: bool
    """Whether there are more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleHit:
    """One article that matches."""

    article_id: int
    outlet: str
    outlet_title: str
    url: str
    title: Passage
    published: str | None
    """ISO 8601 with the outlet's offset."""
    awards: int
    """How many awards its claims tell of."""
    snippet: Passage
    """The best passage of its text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimHit:
    """One claim that matches."""

    claim_id: int
    award_id: int | None
    article_id: int
    recipient: Passage
    scheme: str
    scheme_short: str
    edition_year: int | None
    score: float | None
    score_raw: str | None
    predicate: str | None
    outlet: str
    outlet_title: str
    title: str
    published: str | None
    snippet: Passage
    """The best passage of the sentence that proves it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What a search can be narrowed to: codes and names, by name."""

    outlets: tuple[tuple[str, str], ...]
    provinces: tuple[tuple[str, str], ...]
    schemes: tuple[tuple[str, str], ...]


def search_choices(db: Database) -> Choices:
    """Everything that is in the store."""
    outlets = "SELECT name, ifnull(title, name) FROM outlets ORDER BY lower(ifnull(title, name))"
    provinces = "SELECT code, name FROM regions WHERE kind = 'provinsi' ORDER BY name"
    schemes = "SELECT id, short FROM schemes ORDER BY lower(short)"
    return Choices(
        outlets=_pairs(db, outlets), provinces=_pairs(db, provinces), schemes=_pairs(db, schemes)
    )


def _pairs(db: Database, sql: str) -> tuple[tuple[str, str], ...]:
    return tuple((code, name) for code, name in db.execute(sql))


def matching_articles(db: Database, sought: Sought) -> Matches:
    """The newest articles with the words; a scheme or province is one that they tell of."""
    return _matches(
        db,
        """
        SELECT rowid FROM articles_fts WHERE articles_fts MATCH :expression
            AND (:outlet IS NULL OR
                +rowid IN (SELECT id FROM articles WHERE outlet = :outlet))
            AND (:is_wide = 0 OR (
                SELECT published >= ifnull(:since, '') AND published < ifnull(:until, ':')
                FROM articles WHERE articles.id = articles_fts.rowid))
            AND (:is_wide OR :since IS NULL AND :until IS NULL OR +rowid IN (
                SELECT articles.id
                FROM outlets CROSS JOIN articles ON articles.outlet = outlets.name
                    AND articles.published >= ifnull(:since, '')
                    AND articles.published < ifnull(:until, ':')
                WHERE outlets.name = ifnull(:outlet, outlets.name)))
            AND (:province IS NOT NULL OR :scheme IS NULL OR +rowid IN (
                SELECT article_id FROM claims
                WHERE scheme = :scheme AND superseded_run IS NULL))
            AND (:province IS NULL OR +rowid IN (
                SELECT claims.article_id FROM awards
                CROSS JOIN award_claims ON award_claims.award_id = awards.id
                CROSS JOIN claims ON claims.id = award_claims.claim_id
                WHERE awards.recipient_code >= :province
                    AND awards.recipient_code < :province || ':'
                    AND awards.scheme = ifnull(:scheme, awards.scheme)
                    AND claims.superseded_run IS NULL))
        ORDER BY rowid DESC LIMIT :limit
        """,
        sought,
    )


def matching_claims(db: Database, sought: Sought) -> Matches:
    """The newest claims with the words in recipient, grantor, predicate or proof."""
    return _matches(
        db,
        """
        SELECT claims_fts.rowid FROM claims_fts CROSS JOIN claims ON claims.id = claims_fts.rowid
        WHERE claims_fts MATCH :expression AND claims.superseded_run IS NULL
            AND (:scheme IS NULL OR claims.scheme = :scheme)
            AND (:province IS NULL OR substr(claims.recipient_code, 1, 2) = :province)
            AND (:outlet IS NULL OR
                claims.article_id IN (SELECT id FROM articles WHERE outlet = :outlet))
            AND (:is_wide = 0 OR (
                SELECT published >= ifnull(:since, '') AND published < ifnull(:until, ':')
                FROM articles WHERE articles.id = claims.article_id))
            AND (:is_wide OR :since IS NULL AND :until IS NULL OR claims.article_id IN (
                SELECT articles.id
                FROM outlets CROSS JOIN articles ON articles.outlet = outlets.name
                    AND articles.published >= ifnull(:since, '')
                    AND articles.published < ifnull(:until, ':')
                WHERE outlets.name = ifnull(:outlet, outlets.name)))
        ORDER BY claims_fts.rowid DESC LIMIT :limit
        """,
        sought,
    )


def _matches(db: Database, sql: str, sought: Sought) -> Matches:
    rows = db.execute(sql, asdict(sought) | {"limit": MOST_MATCHES + 1}).fetchall()
    ids = tuple(number for (number,) in rows)
    return Matches(ids=ids[:MOST_MATCHES], is_more=len(ids) > MOST_MATCHES)


def best_articles(
    db: Database, expression: str, matches: Matches, *, limit: int, offset: int = 0
) -> tuple[ArticleHit, ...]:
    """The best of them first; the newest first where only the beginning of a word is told."""
    ids = _ranked(
        db,
        """
        SELECT rowid FROM articles_fts
        WHERE articles_fts MATCH :expression AND rowid BETWEEN :first AND :last
            AND +rowid IN (SELECT value FROM json_each(:ids))
        ORDER BY bm25(articles_fts, 4.0, 1.0), rowid DESC
        """,
        expression,
        matches.ids,
    )[offset : offset + limit]
    rows = db.query(
        """
        SELECT articles.id AS article_id, articles.outlet,
            ifnull(outlets.title, outlets.name) AS outlet_title, articles.url, articles.published,
            (SELECT count(DISTINCT award_id) FROM claims
                JOIN award_claims ON award_claims.claim_id = claims.id
                WHERE claims.article_id = articles.id AND superseded_run IS NULL) AS awards,
            highlight(articles_fts, 0, :opened, :closed) AS title,
            snippet(articles_fts, 1, :opened, :closed, '…', 32) AS snippet
        FROM articles_fts
        CROSS JOIN articles ON articles.id = articles_fts.rowid
        JOIN outlets ON outlets.name = articles.outlet
        WHERE articles_fts MATCH :expression AND articles_fts.rowid BETWEEN :first AND :last
            AND +articles_fts.rowid IN (SELECT value FROM json_each(:ids))
        """,
        _shown(expression, ids),
    )
    hits = {
        row["article_id"]: ArticleHit(
            **row | {"title": passage_of(row["title"]), "snippet": passage_of(row["snippet"])}
        )
        for row in rows
    }
    return tuple(hits[number] for number in ids)


def best_claims(
    db: Database, expression: str, matches: Matches, *, limit: int, offset: int = 0
) -> tuple[ClaimHit, ...]:
    """The best of them first; the newest first where only the beginning of a word is told."""
    ids = _ranked(
        db,
        """
        SELECT rowid FROM claims_fts
        WHERE claims_fts MATCH :expression AND rowid BETWEEN :first AND :last
            AND +rowid IN (SELECT value FROM json_each(:ids))
        ORDER BY bm25(claims_fts, 4.0, 1.0, 2.0, 1.0), rowid DESC
        """,
        expression,
        matches.ids,
    )[offset : offset + limit]
    rows = db.query(
        """
        SELECT claims.id AS claim_id, award_claims.award_id, claims.article_id,
            highlight(claims_fts, 0, :opened, :closed) AS recipient, claims.scheme,
            ifnull(schemes.short, claims.scheme) AS scheme_short, claims.edition_year,
            claims.score, claims.score_raw, claims.predicate, articles.outlet,
            ifnull(outlets.title, outlets.name) AS outlet_title, articles.title,
            articles.published, snippet(claims_fts, 3, :opened, :closed, '…', 48) AS snippet
        FROM claims_fts
        CROSS JOIN claims ON claims.id = claims_fts.rowid
        JOIN articles ON articles.id = claims.article_id
        JOIN outlets ON outlets.name = articles.outlet
        LEFT JOIN award_claims ON award_claims.claim_id = claims.id
        LEFT JOIN schemes ON schemes.id = claims.scheme
        WHERE claims_fts MATCH :expression AND claims_fts.rowid BETWEEN :first AND :last
            AND +claims_fts.rowid IN (SELECT value FROM json_each(:ids))
        """,
        _shown(expression, ids),
    )
    hits = {
        row["claim_id"]: ClaimHit(
            **row
            | {"recipient": passage_of(row["recipient"]), "snippet": passage_of(row["snippet"])}
        )
        for row in rows
    }
    return tuple(hits[number] for number in ids)


def _ranked(db: Database, sql: str, expression: str, ids: tuple[int, ...]) -> tuple[int, ...]:
    if not ids or _BEGINNING in expression:  # weighing every word that begins so takes seconds
        return ids
    return tuple(number for (number,) in db.execute(sql, _among(expression, ids)))


def _among(expression: str, ids: Sequence[int]) -> dict[str, str | int]:
    return {
        "expression": expression,
        "first": min(ids, default=0),
        "last": max(ids, default=0),
        "ids": json.dumps(ids),
    }


def _shown(expression: str, ids: Sequence[int]) -> dict[str, str | int]:
    return _among(expression, ids) | {"opened": OPENED, "closed": CLOSED}
