"""What a store holds, told without numbers and without what a merge itself notes."""

from typing import Any

from sqlite_utils import Database

_RUN = "(SELECT started_at || holder FROM runs WHERE id = {})"
_AWARD = (
    "(SELECT recipient || '|' || scheme || '|' || ifnull(edition_year, 0)"
    " FROM awards WHERE id = {})"
)
_ARTICLE = "(SELECT url FROM articles WHERE id = {})"
QUERIES = {
    "outlets": "SELECT * FROM outlets",
    "runs": "SELECT status, reason, started_at, ended_at, holder, version, kind, since FROM runs"
    " WHERE kind <> 'merge'",
    "outlet_runs": f"SELECT {_RUN.format('run_id')}, outlet, status, reason FROM outlet_runs",
    "outlet_states": "SELECT outlet, state, reason, since, changed_at FROM outlet_states",
    "gaps": f"SELECT outlet, starts_at, ends_at, state, {_RUN.format('found_run')} FROM gaps",
    "addresses": f"""
        SELECT url, outlet, state, reason, tries, listed_title, listed_published, discovered_at,
            {_RUN.format("discovered_run")}, {_RUN.format("listed_run")},
            {_RUN.format("settled_run")}, settled_at, asked_at FROM addresses
    """,
    "pages": "SELECT url, outlet, is_complete, etag, begun_at, ended_at FROM discovery_pages",
    "looks": "SELECT url, page_url, etag, read_at, due_on, times, failures FROM looks",
    "robots": "SELECT authority, body, fetched_at FROM robots",
    "articles": f"""
        SELECT outlet, url, title, text, published, modified, description, authors, section, tags,
            text_sha256, revision, {_RUN.format("first_run")}, first_stored_at,
            {_RUN.format("last_run")}, last_stored_at, address FROM articles
    """,
    "revisions": f"""
        SELECT {_ARTICLE.format("article_id")}, number, title, text, {_RUN.format("run_id")},
            stored_at FROM revisions
    """,
    "claims": f"""
        SELECT DISTINCT {_ARTICLE.format("claims.article_id")}, r.stored_at, position, recipient,
            scheme, edition_year, edition_basis, score_raw, predicate, zone, rules_version, proof,
            superseded_run IS NULL,
            (SELECT json_group_array(json_array(unit, score)) FROM claim_units AS u
                WHERE u.claim_id = claims.id),
            (SELECT json_group_array(json_array(year, score)) FROM claim_previous AS p
                WHERE p.claim_id = claims.id),
            (SELECT json_group_array(json_array(field, quote)) FROM evidence AS e
                WHERE e.claim_id = claims.id)
        FROM claims JOIN revisions AS r ON r.id = revision_id
    """,
    "awards": """
        SELECT recipient, recipient_code, scheme, edition_year, edition_basis, status, score,
            score_raw, scale, predicate, category, zone, rank, rank_scope, award_date, venue,
            first_stored_at, is_backfilled FROM awards WHERE status <> 'withdrawn'
    """,
    "places": f"""
        SELECT {_AWARD.format("award_id")}, {_ARTICLE.format("claims.article_id")}, relation, place,
            {_ARTICLE.format("copy_of")}, position
        FROM award_claims JOIN claims ON claims.id = claim_id
    """,
    "similar": f"""
        SELECT min(one, other), max(one, other), round(similarity, 6) FROM (
            SELECT {_ARTICLE.format("article_id")} AS one, {_ARTICLE.format("other_id")} AS other,
                similarity FROM similar_articles)
    """,
    "corrections": f"""
        SELECT {_AWARD.format("award_id")}, field, before, after, who, because, corrected_at,
            undone_by, undone_because, undone_at,
            (SELECT json_group_array(json_array({_ARTICLE.format("pin.value ->> 'article_id'")},
                pin.value ->> 'recipient')) FROM json_each(pins) AS pin) FROM corrections
    """,
    "new alerts": f"""
        SELECT {_AWARD.format("alerts.award_id")}, created_at FROM alerts
        JOIN awards ON awards.id = award_id WHERE kind = 'new' AND status <> 'withdrawn'
    """,
    "told": f"""
        SELECT {_AWARD.format("award_id")}, kind, person, channel, deliveries.state, message_id
        FROM deliveries JOIN alerts ON alerts.id = alert_id
        WHERE deliveries.state NOT IN ('waiting', 'connecting') AND kind = 'new'
    """,
    "responses": "SELECT outlet, address, url, status, fetched_at, length FROM responses",
    "left to do": "SELECT * FROM unsettled_bodies",
    "to compare": "SELECT * FROM uncompared_articles",
}


def contents(db: Database) -> dict[str, list[tuple[Any, ...]]]:
    """Each part of the store, its rows sorted."""
    return {name: sorted(db.execute(sql).fetchall(), key=repr) for name, sql in QUERIES.items()}


def indexes_are_whole(db: Database) -> bool:
    """Whether the full-text indexes hold exactly what the tables hold."""
    for name in ("articles_fts", "claims_fts"):
        db.execute(f"INSERT INTO {name} ({name}, rank) VALUES ('integrity-check', 1)")
    return db.execute("PRAGMA foreign_key_check").fetchone() is None
