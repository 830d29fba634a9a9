"""What two stores must agree on, table by table: all but numbers, times, the order of arrival."""

from typing import Any

from tests.crawling.conftest import Desk
from tests.crawling.killing import TABLES

MORE = {
    "looks": "SELECT url, outlet, page_url, etag, last_modified, body_sha256, is_award, stored_on,"
    " due_on, times, failures, hint, true_hints, false_hints, outcome, reason FROM looks",
    "robots": "SELECT authority, body FROM robots",
    "gaps": "SELECT outlet, state, reason FROM gaps",
    "outlets": "SELECT name, title, site FROM outlets",
    "outlet_states": "SELECT outlet, state, reason, since, is_by_person FROM outlet_states",
    "outlet_runs": "SELECT outlet, status, reason, discovered, stored, known, dropped, failed,"
    " pending, requests, refused, reasons, oldest_published, looked_again, revised, seen_since,"
    " seen_end FROM outlet_runs",
    "outlet_nights": "SELECT outlet, day, is_ours, is_reached, trouble, answers, losses, stored,"
    " waiting, dated, date_sources, with_authors, with_section, lengths, site_titles, same_titles,"
    " odd_bodies, no_story, examples, state, state_since, state_reason, findings"
    " FROM outlet_nights",
    "runs": "SELECT status, reason, kind, since FROM runs",
    "responses": "SELECT outlet, address, url, status FROM responses",
    "units": "SELECT articles.url, claims.recipient, unit, claim_units.score FROM claim_units"
    " JOIN claims ON claims.id = claim_id JOIN articles ON articles.id = article_id",
    "previous": "SELECT articles.url, claims.recipient, claim_previous.year, claim_previous.score"
    " FROM claim_previous JOIN claims ON claims.id = claim_id"
    " JOIN articles ON articles.id = article_id",
    "similar": "SELECT min(mine.url, theirs.url), max(mine.url, theirs.url), similarity"
    " FROM similar_articles JOIN articles AS mine ON mine.id = article_id"
    " JOIN articles AS theirs ON theirs.id = other_id",
    "award facts": "SELECT recipient, recipient_code, scheme, edition_year, edition_basis, status,"
    " score, score_raw, scale, predicate, category, zone, rank, rank_scope, award_date, venue,"
    " is_backfilled FROM awards",
    "places": "SELECT awards.recipient, awards.scheme, awards.edition_year, articles.url, relation,"
    " place, copied.url FROM award_claims JOIN awards ON awards.id = award_id"
    " JOIN claims ON claims.id = claim_id JOIN articles ON articles.id = claims.article_id"
    " LEFT JOIN articles AS copied ON copied.id = copy_of",
    "walks": "SELECT url, outlet, is_complete, last_modified, seen_from, last_address, page,"
    " page_url, full_on, hints_lie, failed_on FROM discovery_pages",
    "alert kinds": "SELECT recipient, scheme, edition_year, kind, alerts.is_backfilled,"
    " addressed_at IS NULL FROM alerts JOIN awards ON awards.id = award_id",
}
READ = tuple(TABLES)
"""What was read, and what was made of it: the same also where runs were killed in between."""
ALL = (*TABLES, *MORE)


def differing(one: Desk, other: Desk, tables: tuple[str, ...] = ALL) -> list[str]:
    """The tables in which the two stores differ."""
    return [name for name in tables if _rows(one, name) != _rows(other, name)]


def _rows(desk: Desk, table: str) -> list[tuple[Any, ...]]:
    return sorted(desk.query({**TABLES, **MORE}[table]), key=repr)
