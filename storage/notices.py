"""Gathers what a message about an award needs from the award, its claims and its articles."""

import json
from typing import Any

from sqlite_utils import Database

from storage.awards import award_from_json, award_of_row
from storage.letter_records import AwardNotice, Place, Proof, Report
from storage.records import (
    AlertKind,
    Award,
    AwardStatus,
    ClaimRelation,
    EarlierScore,
    UnitScore,
)
from storage.timestamps import read_moment

HISTORY = 5
"""Earlier editions that a notice tells of at most."""
FEWEST = 3
"""Known results among which a place says something."""
_COMPARED = (
    *("Kabupaten", "Kota", "Provinsi", "Kementerian"),
    *("RSUD", "Puskesmas", "DPMPTSP", "Disdukcapil", "Polres"),
)
"""First words of the names of bodies that are of one kind. The offices that share a word such as
`Dinas` are not."""


def notice(db: Database, alert_id: int) -> AwardNotice:
    """Everything about the award of one alert, as the store knows it now.

    LookupError when there is no such alert.
    """
    alert = _one(db, "SELECT * FROM alerts WHERE id = ?", alert_id)
    award_id, claim_id = alert["award_id"], alert["claim_id"]
    award = award_of_row(_one(db, "SELECT * FROM awards WHERE id = ?", award_id))
    claim = _one(db, "SELECT * FROM claims WHERE id = ?", claim_id)
    history = _history(db, award)
    province, country = _places(db, award)
    return AwardNotice(
        alert_id=alert_id,
        kind=AlertKind(alert["kind"]),
        award=award,
        grantor=claim["grantor"],
        confidence=claim["confidence"],
        warnings=tuple(json.loads(claim["warnings"])),
        reports=_reports(db, award_id) or _told_by(db, claim_id),
        units=_units(db, award_id),
        previous=history[-1] if history else _undated(db, award_id),
        history=history,
        province=province,
        country=country,
        before=None if alert["before"] is None else award_from_json(alert["before"]),
        is_backfilled=bool(alert["is_backfilled"]),
        is_by_person=alert["correction_id"] is not None,
    )


def _one(db: Database, sql: str, identity: int) -> dict[str, Any]:
    row: dict[str, Any] | None = next(db.query(sql, [identity]), None)
    if row is None:
        raise LookupError(f"there is no row {identity} for: {' '.join(sql.split())}")
    return row


def _reports(db: Database, award_id: int) -> tuple[Report, ...]:
    """One for each article, as its latest revision has it."""
    rows = db.query(
        """
        WITH behind AS (
            SELECT claims.*, relation, copy_of,
                min(ifnull(award_claims.place, claims.id)) OVER (
                    PARTITION BY article_id
                ) AS reported,
                row_number() OVER (
                    PARTITION BY article_id ORDER BY revision_id DESC, claims.id
                ) AS newest
            FROM award_claims JOIN claims ON claims.id = claim_id WHERE award_id = ?
        ),
        latest AS (SELECT * FROM behind WHERE newest = 1)
        SELECT articles.outlet, outlets.title AS outlet_title, articles.url, articles.title,
            articles.published, relation, score, score_raw, proof, proof_start, proof_end,
            (SELECT count(*) FROM latest AS others WHERE others.copy_of = latest.article_id)
                AS copies
        FROM latest JOIN articles ON articles.id = article_id
        JOIN outlets ON outlets.name = articles.outlet
        WHERE copy_of IS NULL ORDER BY reported
        """,
        [award_id],
    )
    return tuple(_report(row) for row in rows)


def _told_by(db: Database, claim_id: int) -> tuple[Report, ...]:
    """The report that raised the alert; nobody else stands behind a withdrawn award any more."""
    rows = db.query(
        """
        SELECT articles.outlet, outlets.title AS outlet_title, articles.url, articles.title,
            articles.published, 'first' AS relation, score, score_raw, proof, proof_start,
            proof_end, 0 AS copies
        FROM claims JOIN articles ON articles.id = article_id
        JOIN outlets ON outlets.name = articles.outlet WHERE claims.id = ?
        """,
        [claim_id],
    )
    return tuple(_report(row) for row in rows)


def _report(row: dict[str, Any]) -> Report:
    return Report(
        outlet=row["outlet"],
        outlet_title=row["outlet_title"],
        url=row["url"],
        title=row["title"],
        published=read_moment(row["published"]),
        relation=ClaimRelation(row["relation"]),
        score=row["score"],
        score_raw=row["score_raw"],
        proof=_proof(row),
        copies=row["copies"],
    )


def _proof(row: dict[str, Any]) -> Proof | None:
    if row["proof"] is None:
        return None
    return Proof(
        sentence=row["proof"],
        start=row["proof_start"],
        end=row["proof_end"],
        outlet=row["outlet"],
        url=row["url"],
    )


def _units(db: Database, award_id: int) -> tuple[UnitScore, ...]:
    rows = db.execute(
        """
        SELECT unit, score, raw FROM claim_units JOIN award_claims USING (claim_id)
        WHERE award_id = ? ORDER BY claim_id, position
        """,
        (award_id,),
    )
    units: dict[str, UnitScore] = {}
    for unit, score, raw in rows:
        units.setdefault(unit, UnitScore(unit=unit, score=score, raw=raw))
    return tuple(units.values())


def _history(db: Database, award: Award) -> tuple[EarlierScore, ...]:
    """The latest earlier editions on the same scale, oldest first, with the digits as printed."""
    rows = db.execute(
        """
        SELECT year, score, ifnull(
            (SELECT score_raw FROM awards WHERE awards.id = score_history.award_id),
            (
                SELECT claim_previous.raw FROM claim_previous
                JOIN claims ON claims.id = claim_previous.claim_id
                WHERE claims.recipient = score_history.recipient
                    AND claims.scheme = score_history.scheme
                    AND claims.superseded_run IS NULL
                    AND claim_previous.year = score_history.year
                    AND claim_previous.score = score_history.score
                ORDER BY length(claim_previous.raw) DESC, claims.id LIMIT 1
            )
        )
        FROM score_history
        WHERE recipient = :recipient AND scheme = :scheme AND year < :year
            AND ifnull(scale, :scale) IS :scale
        ORDER BY year DESC LIMIT :limit
        """,
        {
            "recipient": award.recipient,
            "scheme": award.scheme,
            "scale": award.scale,
            "year": award.edition_year,
            "limit": HISTORY,
        },
    ).fetchall()
    return tuple(
        EarlierScore(year=year, score=score, raw=raw or "") for year, score, raw in reversed(rows)
    )


def _undated(db: Database, award_id: int) -> EarlierScore | None:
    """An earlier score that a report of this very award tells without its year."""
    row = db.execute(
        """
        SELECT claim_previous.score, raw FROM claim_previous JOIN award_claims USING (claim_id)
        WHERE award_id = ? AND claim_previous.year IS NULL
        ORDER BY claim_id DESC LIMIT 1
        """,
        (award_id,),
    ).fetchone()
    return None if row is None else EarlierScore(year=None, score=row[0], raw=row[1])


def _places(db: Database, award: Award) -> tuple[Place | None, Place | None]:
    """Where the award stands in its province and in the country, among what is known.

    Compared are results of one edition on one scale, of bodies of one kind.
    """
    kind = award.recipient.partition(" ")[0]
    if kind not in _COMPARED or award.status is AwardStatus.WITHDRAWN:
        return None, None
    row = db.execute(
        """
        SELECT
            count(*) FILTER (WHERE is_near AND score > :score) + 1, count(*) FILTER (WHERE is_near),
            count(*) FILTER (WHERE is_near AND score = :score),
            count(*) FILTER (WHERE score > :score) + 1, count(*),
            count(*) FILTER (WHERE score = :score)
        FROM (
            SELECT score, substr(recipient_code, 1, 2) = substr(:code, 1, 2) AS is_near
            FROM awards
            WHERE recipient > :kind || ' ' AND recipient < :kind || '!' AND scheme = :scheme
                AND edition_year = :year AND scale = :scale AND score IS NOT NULL
                AND status <> 'withdrawn'
        )
        """,
        {
            "kind": kind,
            "code": award.recipient_code,
            "score": award.score,
            "scheme": award.scheme,
            "year": award.edition_year,
            "scale": award.scale,
        },
    ).fetchone()
    return _place(*row[:3]), _place(*row[3:])


def _place(position: int, known: int, equal: int) -> Place | None:
    """None among too few, or when the award itself has no score to be compared by."""
    if known < FEWEST or not equal:
        return None
    return Place(position=position, known=known, is_shared=equal > 1)
