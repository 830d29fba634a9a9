"""`kill -9` at any moment: a normal run afterwards leaves the store an undisturbed run leaves."""

import time
from pathlib import Path
from typing import Any

import pytest

from crawler.newsroom.server import Newsroom
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
MOMENTS = (1, 3, 10, 25, 45, 70, 90, 110, 130, 150)
"""Kill after so many requests."""


def contents(desk: Desk) -> dict[str, list[tuple[Any, ...]]]:
    return {name: sorted(desk.query(sql), key=repr) for name, sql in TABLES.items()}


def kill_after(desk: Desk, requests: int) -> None:
    crawl = desk.begin()
    while len(desk.newsroom.requests) < requests and crawl.poll() is None:
        time.sleep(0.001)
    assert crawl.poll() is None, "the crawl ended before its moment came"
    crawl.kill()
    crawl.communicate()


def check(desk: Desk, first_night: tuple[Desk, Outcome]) -> None:
    """A normal run now, and the store must hold what an undisturbed one holds."""
    undisturbed = contents(first_night[0])
    assert undisturbed["alerts"]
    result = desk.crawl()
    assert result.code == 0, result.err
    found = contents(desk)
    for name in TABLES:
        assert found[name] == undisturbed[name], name
    assert len(desk.query("SELECT 1 FROM alerts GROUP BY award_id, kind, claim_id")) == len(
        desk.query("SELECT 1 FROM alerts")
    )
    statuses = desk.query("SELECT status FROM runs ORDER BY id")
    assert statuses[-1] == ("finished",)
    assert set(statuses[:-1]) <= {("interrupted",)}


def test_a_crawl_killed_in_its_middle_is_made_good_by_the_next(
    desk: Desk, first_night: tuple[Desk, Outcome]
) -> None:
    kill_after(desk, 100)
    check(desk, first_night)


@pytest.mark.heavy
@pytest.mark.parametrize("moment", MOMENTS)
def test_a_crawl_killed_at_any_moment_is_made_good_by_the_next(
    desk: Desk, first_night: tuple[Desk, Outcome], moment: int
) -> None:
    kill_after(desk, moment)
    check(desk, first_night)


@pytest.mark.heavy
def test_a_crawl_killed_again_and_again_comes_to_its_end(
    tmp_path: Path, first_night: tuple[Desk, Outcome]
) -> None:
    with Newsroom() as newsroom:
        desk = Desk(folder=tmp_path, newsroom=newsroom)
        desk.configure()
        for moment in (20, 80, 60):
            newsroom.forget_requests()
            kill_after(desk, moment)
        check(desk, first_night)
