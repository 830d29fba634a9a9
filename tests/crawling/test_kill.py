"""`kill -9` at any moment: a normal run afterwards leaves the store an undisturbed run leaves."""

import random
import time
from collections.abc import Iterator
from typing import Any

import pytest

from crawler.newsroom.server import Newsroom
from tests.crawling.conftest import PATIENCE, Desk, Outcome

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
SEEDS = range(10)
"""Each is five kills at moments of chance, one after the other: fifty in all."""
KILLS = 5


@pytest.fixture(scope="session")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """The large outlets of the newsroom, crawled once to the end."""
    with Newsroom() as running:
        desk = Desk(folder=tmp_path_factory.mktemp("undisturbed"), newsroom=running)
        desk.configure()
        assert desk.crawl().code == 0
        yield desk


@pytest.mark.parametrize(
    "seed", [0, *(pytest.param(each, marks=pytest.mark.heavy) for each in SEEDS[1:])]
)
def test_a_crawl_killed_again_and_again_is_made_good_by_the_next(
    desk: Desk, undisturbed: Desk, seed: int
) -> None:
    chance = random.Random(seed)  # noqa: S311 - moments, not secrets
    for _ in range(KILLS):
        desk.newsroom.forget_requests()
        kill_after(desk, requests=chance.randint(1, 25), seconds=chance.uniform(0, 0.1))
    result = desk.crawl()

    assert result.code == 0, result.err
    assert_the_same(desk, undisturbed)


@pytest.mark.heavy
def test_the_whole_newsroom_killed_in_the_middle_is_made_good_too(
    desk: Desk, first_night: tuple[Desk, Outcome]
) -> None:
    desk.configure(outlets=[])
    for moment in (20, 150, 80):
        desk.newsroom.forget_requests()
        kill_after(desk, requests=moment, seconds=0)
    result = desk.crawl()

    assert result.code == 0, result.err
    assert_the_same(desk, first_night[0])


def assert_the_same(desk: Desk, undisturbed: Desk) -> None:
    """The store holds what an undisturbed crawl leaves, and the archive every page of it."""
    found, wanted = contents(desk), contents(undisturbed)
    assert [name for name in TABLES if found[name] != wanted[name]] == []
    assert wanted["alerts"]
    assert desk.query(ALERTS_REPEATED) == []
    assert desk.query(NOT_ARCHIVED) == []
    assert list(desk.folder.rglob("*.open")) == []
    assert statuses(desk) == ["interrupted"] * (len(statuses(desk)) - 1) + ["finished"]


def contents(desk: Desk) -> dict[str, list[tuple[Any, ...]]]:
    return {name: sorted(desk.query(sql), key=repr) for name, sql in TABLES.items()}


def statuses(desk: Desk) -> list[str]:
    """How each run ended; one that was killed before it began left none."""
    return [status for (status,) in desk.query("SELECT status FROM runs ORDER BY id")]


def kill_after(desk: Desk, requests: int, seconds: float = 0) -> None:
    """Begin a crawl and kill it so long after so many requests."""
    crawl = desk.begin()
    while len(desk.newsroom.requests) < requests and crawl.poll() is None:
        time.sleep(0.001)
    time.sleep(seconds)
    assert crawl.poll() is None, "the crawl ended before its moment came"
    crawl.kill()
    crawl.wait(PATIENCE)
