"""`kill -9` at any moment: a normal run afterwards leaves the store an undisturbed run leaves."""

import random
from collections.abc import Iterator

import pytest

from crawler.newsroom.server import Newsroom
from tests.crawling.conftest import Desk, Outcome
from tests.crawling.killing import ALERTS_REPEATED, NOT_ARCHIVED, TABLES, contents, kill_after

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


def statuses(desk: Desk) -> list[str]:
    """How each run ended; one that was killed before it began left none."""
    return [status for (status,) in desk.query("SELECT status FROM runs ORDER BY id")]
