"""Who says so: the reports behind scores, with the words in which they say it."""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from sqlite_utils import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRow:
    """One report of one award."""

    award_id: int
    outlet: str
    """Its title where it has one."""
    url: str
    title: str
    published: str | None
    score: float | None
    score_raw: str | None
    is_copy: int
    """1: it repeats another report."""
    sentence: str | None


def reports_of(db: Database, awards: Iterable[int]) -> tuple[ReportRow, ...]:
    """The reports of these awards, those of each in the order in which they came."""
    rows = db.query(
        """
        SELECT award_id, ifnull(outlets.title, outlet) AS outlet, url, told.title, published,
            score, score_raw, copy_of IS NOT NULL AS is_copy, sentence
        FROM award_reports AS told LEFT JOIN outlets ON outlets.name = outlet
        WHERE award_id IN (SELECT value FROM json_each(?)) ORDER BY award_id, place, claim_id
        """,
        [json.dumps(list(awards))],
    )
    return tuple(ReportRow(**row) for row in rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class AsideRow:
    """A score that a report of something else tells beside it."""

    recipient: str
    of: str
    """The unit, or the year."""
    score: float
    score_raw: str
    outlet: str
    url: str
    title: str
    published: str | None
    text: str
    """The revision of the article in which it stands."""
    start: int | None
    """Where the score stands in `text`; None where that is not known."""


def earlier_scores_told(
    db: Database, *, recipients: Iterable[str], scheme: str
) -> tuple[AsideRow, ...]:
    """Scores of earlier editions that reports of later ones tell, the latest report first."""
    rows = db.query(
        """
        SELECT claims.recipient, CAST(told.year AS TEXT) AS of, told.score, told.raw AS score_raw,
            ifnull(outlets.title, articles.outlet) AS outlet, articles.url, articles.title,
            articles.published, revisions.text, spot.start_char AS start
        FROM claims JOIN claim_previous AS told ON told.claim_id = claims.id
        JOIN articles ON articles.id = claims.article_id
        JOIN revisions ON revisions.id = claims.revision_id
        LEFT JOIN outlets ON outlets.name = articles.outlet
        LEFT JOIN evidence AS spot ON spot.claim_id = claims.id AND spot.source = 'text'
            AND spot.field = 'previous[' || told.position || ']'
        WHERE claims.recipient IN (SELECT value FROM json_each(:recipients))
            AND claims.scheme = :scheme AND told.year IS NOT NULL
            AND claims.superseded_run IS NULL
        ORDER BY claims.id DESC
        """,
        {"recipients": json.dumps(list(recipients)), "scheme": scheme},
    )
    return tuple(AsideRow(**row) for row in rows)


def unit_scores_told(db: Database, awards: Iterable[int]) -> tuple[AsideRow, ...]:
    """Scores of units that the reports of these awards tell, the earliest report first."""
    rows = db.query(
        """
        SELECT claims.recipient, told.unit AS of, told.score, told.raw AS score_raw,
            ifnull(outlets.title, articles.outlet) AS outlet, articles.url, articles.title,
            articles.published, revisions.text, spot.start_char AS start
        FROM award_claims JOIN claims ON claims.id = award_claims.claim_id
        JOIN claim_units AS told ON told.claim_id = claims.id
        JOIN articles ON articles.id = claims.article_id
        JOIN revisions ON revisions.id = claims.revision_id
        LEFT JOIN outlets ON outlets.name = articles.outlet
        LEFT JOIN evidence AS spot ON spot.claim_id = claims.id AND spot.source = 'text'
            AND spot.field = 'units[' || told.position || ']'
        WHERE award_claims.award_id IN (SELECT value FROM json_each(?))
            AND claims.superseded_run IS NULL
        ORDER BY claims.id
        """,
        [json.dumps(list(awards))],
    )
    return tuple(AsideRow(**row) for row in rows)
