"""Crawls that are killed, and what a store must hold when they were made good."""

import time
from typing import Any

from tests.crawling.conftest import PATIENCE, Desk

TABLES = {
    "addresses": "SELECT url, outlet, state, reason, listed_title, listed_published, tries"
    " FROM addresses",
    "articles": "SELECT url, outlet, title, text, published, authors, tags, parts, revision,"
    " warnings FROM articles",
    "revisions": "SELECT articles.url, number, revisions.title, revisions.text FROM revisions"
    " JOIN articles ON articles.id = article_id",
    "claims": "SELECT articles.url, recipient, scheme, year, score_raw, predicate, zone, rank,"
    " award_date, venue, proof FROM claims JOIN articles ON articles.id = article_id",
    "evidence": "SELECT articles.url, recipient, field, source, start_char, end_char, quote"
    " FROM evidence JOIN claims ON claims.id = claim_id"
    " JOIN articles ON articles.id = article_id",
    "awards": "SELECT recipient, scheme, edition_year, status, count(*) FROM awards"
    " JOIN award_claims ON award_id = awards.id GROUP BY awards.id",
    "alerts": "SELECT recipient, scheme, edition_year, kind, count(*) FROM alerts"
    " JOIN awards ON awards.id = award_id GROUP BY awards.id, kind",
    "discovery_pages": "SELECT url, outlet, is_complete, etag, content_sha256 FROM discovery_pages",
}
"""What two stores must agree on: everything but times, run ids and the order of arrival."""
NOT_ARCHIVED = (
    "SELECT url FROM articles WHERE NOT EXISTS (SELECT 1 FROM responses"
    " WHERE responses.address = articles.address AND responses.status = 200)"
)
ALERTS_REPEATED = (
    "SELECT award_id, kind, claim_id FROM alerts GROUP BY award_id, kind, claim_id"
    " HAVING count(*) > 1"
)


def contents(desk: Desk) -> dict[str, list[tuple[Any, ...]]]:
    """The rows of each of the tables, in one order."""
    return {name: sorted(desk.query(sql), key=repr) for name, sql in TABLES.items()}


def kill_after(desk: Desk, requests: int, seconds: float = 0) -> None:
    """Begin a crawl and kill it so long after so many requests."""
    crawl = desk.begin()
    while len(desk.newsroom.requests) < requests and crawl.poll() is None:
        time.sleep(0.001)
    time.sleep(seconds)
    assert crawl.poll() is None, "the crawl ended before its moment came"
    crawl.kill()
    crawl.wait(PATIENCE)
