"""What a night costs, over the whole newsroom: a busy one little more than its stories, a quiet one
two requests an outlet."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from itertools import cycle, islice
from pathlib import Path

import pytest

from crawler.newsroom.bundle import bundled_sites, kompas_sites
from crawler.newsroom.connection import Requested
from crawler.newsroom.dates import WIB
from crawler.newsroom.server import Newsroom
from crawler.newsroom.site import Site
from crawler.newsroom.stories import Story
from spiders.loader import SHIPPED
from spiders.outlet import Outlet, load_outlet
from tests.crawling.conftest import Desk, Outcome

pytestmark = pytest.mark.heavy

FIRST = date(2025, 3, 3)
SECTIONS = {"detik-jateng": 2}
NEW = {"radarsemarang": 20}
"""New stories of an outlet on the busy day, else MANY: this one's lists show no second page."""
MANY = 40
ALL_SITES = (*bundled_sites(), *kompas_sites())
NAMES = [site.name for site in ALL_SITES if site.name != "kompas-indeks"]


def redated(site: Site) -> Site:
    """The site's stories in one part on the days up to FIRST; those in parts on the day after,
    with further editions of the others.

    "budaya" is on no menu: such stories are on a home page only, as long as it holds them.
    """
    stories = [story for story in site.stories if story.section != "budaya"]
    whole = [story for story in stories if "=== page ===" not in story.body]
    in_parts = [story for story in stories if story not in whole]
    old = (
        replace(story, published=moment(FIRST - timedelta(days=at // 4), at % 4))
        for at, story in enumerate(whole)
    )
    newest = max(story.id or 0 for story in stories)
    more = islice(cycle(whole), NEW.get(site.name, MANY) - len(in_parts))
    further = (edition(story, at, newest + 1 + at) for at, story in enumerate(more))
    busy = (
        replace(story, published=moment(FIRST + timedelta(days=1), at))
        for at, story in enumerate((*in_parts, *further))
    )
    return replace(site, stories=(*old, *busy))


def edition(story: Story, number: int, identity: int) -> Story:
    """The story once more, under an address of its own."""
    letters = "abcdefghij"[number // 10] + "abcdefghij"[number % 10]
    return replace(
        story,
        slug=f"{story.slug}-{letters}",
        title=f"{story.title} edisi {letters}",
        id=None if story.id is None else identity,
        code=None if story.code is None else f"{story.code[:-2]}{letters}",
    )


def moment(day: date, number: int) -> datetime:
    return datetime.combine(day, time(6), WIB) + timedelta(minutes=17 * number)


@dataclass(frozen=True, kw_only=True)
class Night:
    """One crawl of the whole newsroom, and what it asked each outlet for."""

    outcome: Outcome
    requests: tuple[Requested, ...]

    def stories(self, outlet: Outlet) -> list[Requested]:
        """Requests for stories and their parts."""
        return [each for each in self._of(outlet) if outlet.is_article_address(story(outlet, each))]

    def others(self, outlet: Outlet) -> list[str]:
        """Targets of all others: robots.txt and lists."""
        stories = self.stories(outlet)
        return [each.target for each in self._of(outlet) if each not in stories]

    def _of(self, outlet: Outlet) -> list[Requested]:
        return [each for each in self.requests if each.host in outlet.hosts]


def story(outlet: Outlet, requested: Requested) -> str:
    """The address of the story that was asked for."""
    return outlet.address_of(f"https://{requested.host}{requested.target}")


@pytest.fixture(scope="module")
def nights(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Desk, list[Night]]]:
    """A first night, a busy one, and two on which nothing is new, each on the next day."""
    with Newsroom([redated(site) for site in ALL_SITES], today=FIRST) as newsroom:
        desk = Desk(folder=Path(tmp_path_factory.mktemp("night-costs")), newsroom=newsroom)
        told = []
        for number in range(4):
            newsroom.turn_to(FIRST + timedelta(days=number))
            newsroom.forget_requests()
            desk.configure(outlets=NAMES)
            outcome = desk.crawl()
            told.append(Night(outcome=outcome, requests=newsroom.requests))
        yield desk, told


@pytest.fixture(params=NAMES)
def outlet(request: pytest.FixtureRequest) -> Outlet:
    return load_outlet(SHIPPED / f"{request.param}.toml")


def test_a_busy_night_costs_a_tenth_more_than_its_stories_parts_and_looks_included(
    nights: tuple[Desk, list[Night]], outlet: Outlet
) -> None:
    busy = nights[1][1]
    row = busy.outcome.row(outlet.name)
    assert (row["status"], row["stored"]) == ("finished", NEW.get(outlet.name, MANY))
    assert len(busy.stories(outlet)) <= 1.1 * row["stored"]
    assert row["looked_again"] > 0
    assert len(busy.others(outlet)) <= 20


def test_a_quiet_night_costs_two_requests_beside_its_looks(
    nights: tuple[Desk, list[Night]], outlet: Outlet
) -> None:
    for night in nights[1][2:]:
        row = night.outcome.row(outlet.name)
        assert (row["status"], row["discovered"] - row["known"]) == ("finished", 0)
        robots, *lists = sorted(night.others(outlet), key=lambda target: target != "/robots.txt")
        # Where a list is kept by section, one section tells nothing of the others.
        assert (robots, len(lists)) == ("/robots.txt", SECTIONS.get(outlet.name, 1))


def test_on_a_quiet_night_no_story_is_downloaded_and_looks_are_conditional(
    nights: tuple[Desk, list[Night]], outlet: Outlet
) -> None:
    desk, (*_, quiet, last) = nights
    looked = desk.query("SELECT url, body_sha256 IS NULL FROM looks WHERE looked_run > 2")
    in_parts = {url for url, is_in_parts in looked if is_in_parts}
    for night in (quiet, last):
        row = night.outcome.row(outlet.name)
        assert (row["stored"], row["revised"], row["looked_again"] <= 5) == (0, 0, True)
        for each in night.stories(outlet):
            assert (story(outlet, each),) in [(url,) for url, _ in looked]
            # A story in parts has no validators that speak for all of them.
            assert each.conditional or story(outlet, each) in in_parts


def test_a_story_that_did_not_change_is_answered_without_its_body(
    nights: tuple[Desk, list[Night]],
) -> None:
    # Others show a list of news beside the story, and so are another page each day.
    last = nights[1][3]
    for name in ("detik-jateng", "tegalkota", "suaramerdeka", "kompas-regional"):
        outlet = load_outlet(SHIPPED / f"{name}.toml")
        looks = [each for each in last.stories(outlet) if each.conditional]
        assert looks
        assert {each.status for each in looks} == {304}
