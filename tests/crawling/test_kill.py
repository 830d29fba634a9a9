"""`kill -9` at any moment: a normal run afterwards leaves the store an undisturbed run leaves."""

import time
from typing import Any

import pytest

from tests.crawling.conftest import Desk, Outcome

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
ALERTS_REPEATED = (
    "SELECT award_id, kind, claim_id FROM alerts GROUP BY award_id, kind, claim_id"
    " HAVING count(*) > 1"
)
MOMENTS = (*((n,) for n in (1, 3, 10, 25, 45, 70, 90, 110, 130, 150)), (20, 80, 60))
"""Kill after so many requests, and the crawl after it again."""


@pytest.mark.parametrize(
    "moments", [(100,), *(pytest.param(each, marks=pytest.mark.heavy) for each in MOMENTS)], ids=str
)
def test_a_crawl_killed_at_any_moment_or_again_and_again_is_made_good_by_the_next(
    desk: Desk, first_night: tuple[Desk, Outcome], moments: tuple[int, ...]
) -> None:
    desk.configure(outlets=[])
    for moment in moments:
        desk.newsroom.forget_requests()
        kill_after(desk, moment)
    result = desk.crawl()
    found, undisturbed = contents(desk), contents(first_night[0])

    assert result.code == 0, result.err
    assert [name for name in TABLES if found[name] != undisturbed[name]] == []
    assert undisturbed["alerts"]
    assert desk.query(ALERTS_REPEATED) == []
    assert statuses(desk) == ["interrupted"] * (len(statuses(desk)) - 1) + ["finished"]


def contents(desk: Desk) -> dict[str, list[tuple[Any, ...]]]:
    return {name: sorted(desk.query(sql), key=repr) for name, sql in TABLES.items()}


def statuses(desk: Desk) -> list[str]:
    """How each run ended; one that was killed before it began left none."""
    return [status for (status,) in desk.query("SELECT status FROM runs ORDER BY id")]


def kill_after(desk: Desk, requests: int) -> None:
    crawl = desk.begin()
    while len(desk.newsroom.requests) < requests and crawl.poll() is None:
        time.sleep(0.001)
    assert crawl.poll() is None, "the crawl ended before its moment came"
    crawl.kill()
    crawl.communicate()
