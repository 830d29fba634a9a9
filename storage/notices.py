"""Gathers what a message about an award needs from the award, its claims and its articles."""

import json
from typing import Any

from sqlite_utils import Database

from storage.awards import award_of_row
from storage.records import (
    AlertKind,
    Award,
    AwardNotice,
    ClaimRelation,
    EarlierScore,
    Proof,
    Report,
    UnitScore,
)
from storage.timestamps import read_moment


def notice(db: Database, alert_id: int) -> AwardNotice:
    """Everything about the award of one alert, as the store knows it now.

    LookupError when there is no such alert.
    """
    alert = _one(db, "SELECT award_id, claim_id, kind FROM alerts WHERE id = ?", alert_id)
    award_id, claim_id = alert["award_id"], alert["claim_id"]
    award = award_of_row(_one(db, "SELECT * FROM awards WHERE id = ?", award_id))
    claim = _one(
        db,
        """
        SELECT claims.*, articles.outlet, articles.url
        FROM claims JOIN articles ON articles.id = claims.article_id WHERE claims.id = ?
        """,
        claim_id,
    )
    return AwardNotice(
        alert_id=alert_id,
        kind=AlertKind(alert["kind"]),
        award=award,
        grantor=claim["grantor"],
        confidence=claim["confidence"],
        warnings=tuple(json.loads(claim["warnings"])),
        reports=_reports(db, award_id),
        units=_units(db, award_id),
        previous=_previous(db, award),
        proof=_proof(claim),
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
            SELECT article_id, relation, score, score_raw,
                min(claims.id) OVER (PARTITION BY article_id) AS first_claim,
                row_number() OVER (
                    PARTITION BY article_id ORDER BY revision_id DESC, claims.id
                ) AS place
            FROM award_claims JOIN claims ON claims.id = claim_id WHERE award_id = ?
        )
        SELECT articles.outlet, outlets.title AS outlet_title, articles.url, articles.title,
            articles.published, relation, score, score_raw
        FROM behind JOIN articles ON articles.id = article_id
        JOIN outlets ON outlets.name = articles.outlet
        WHERE place = 1 ORDER BY first_claim
        """,
        [award_id],
    )
    return tuple(
        Report(
            outlet=row["outlet"],
            outlet_title=row["outlet_title"],
            url=row["url"],
            title=row["title"],
            published=read_moment(row["published"]),
            relation=ClaimRelation(row["relation"]),
            score=row["score"],
            score_raw=row["score_raw"],
        )
        for row in rows
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


def _previous(db: Database, award: Award) -> EarlierScore | None:
    """The latest earlier edition on the same scale; for one year an award beats a told score.

    A score that a report of this very award tells without its year comes last.
    """
    row = db.execute(
        """
        SELECT edition_year AS year, score, ifnull(score_raw, '') AS raw, 0 AS told, 0 AS claim
        FROM awards WHERE recipient = :recipient AND scheme = :scheme AND score IS NOT NULL
            AND scale IS :scale AND edition_year < :year
        UNION ALL
        SELECT claim_previous.year, claim_previous.score, raw, 1, claim_id
        FROM claim_previous JOIN claims ON claims.id = claim_id
        WHERE recipient = :recipient AND scheme = :scheme AND claim_previous.year < :year
            AND ifnull(scale, :scale) IS :scale
        UNION ALL
        SELECT NULL, claim_previous.score, raw, 1, claim_id
        FROM claim_previous JOIN award_claims USING (claim_id)
        WHERE award_id = :award AND claim_previous.year IS NULL
        ORDER BY year DESC, told, claim DESC LIMIT 1
        """,
        {
            "award": award.id,
            "recipient": award.recipient,
            "scheme": award.scheme,
            "scale": award.scale,
            "year": award.edition_year,
        },
    ).fetchone()
    return None if row is None else EarlierScore(year=row[0], score=row[1], raw=row[2])


def _proof(claim: dict[str, Any]) -> Proof | None:
    if claim["proof"] is None:
        return None
    return Proof(
        sentence=claim["proof"],
        start=claim["proof_start"],
        end=claim["proof_end"],
        outlet=claim["outlet"],
        url=claim["url"],
    )
