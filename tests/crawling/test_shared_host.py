"""Two outlets on one host stand in one line: its delay, its rest and its refusal hold for both."""

from itertools import pairwise
from pathlib import Path

import pytest

from crawler.newsroom.connection import Requested
from crawler.newsroom.faults import Fault
from crawler.newsroom.server import Newsroom
from tests.crawling.conftest import Desk
from tests.crawling.tiny import STORIES, describe, host_of, target_of, tiny_site

SLUGS = tuple(f"{slug}-{day}" for slug in STORIES for day in ("senin", "selasa"))
LISTS = {"utara": "{home}", "selatan": "{home}?kanal=selatan"}
OWN = {"utara": "(?:panen|jalan)[a-z-]+", "selatan": "(?:pasar|hujan)[a-z-]+"}
HOST = host_of("bersama")


def crawl(folder: Path, *, robots: str = "", delay: float, faults: tuple[Fault, ...] = ()) -> Desk:
    """Both outlets crawled in one run; the desk with the newsroom's log."""
    with Newsroom([tiny_site("bersama", robots=robots, stories=SLUGS)], faults=faults) as newsroom:
        desk = Desk(folder=folder, newsroom=newsroom)
        for name, url in LISTS.items():
            listing = f'[[source]]\nkind = "listing"\nurl = "{url}"\npages = 1\n'
            describe(desk.outlets_folder, name, site="bersama", stories=OWN[name], sources=listing)
        desk.configure(outlets_folder=str(desk.outlets_folder), delay=delay)
        desk.crawl(*LISTS)
    return desk


def gaps(requests: list[Requested]) -> list[float]:
    return [(later.at - sooner.at).total_seconds() for sooner, later in pairwise(requests)]


def stored(desk: Desk) -> list[tuple[str, int]]:
    return [
        (outlet, count)
        for outlet, count in desk.query(
            "SELECT outlet, count(*) FROM addresses WHERE state = 'stored' GROUP BY outlet"
        )
    ]


def test_the_delay_with_its_jitter_is_that_of_the_host(tmp_path: Path) -> None:
    desk = crawl(tmp_path, delay=0.3)
    requests = desk.asked(HOST)
    assert stored(desk) == [("selatan", 4), ("utara", 4)]
    assert len(requests) == 1 + 2 + len(SLUGS)
    assert [each.target for each in requests].count("/robots.txt") == 1
    assert min(gaps(requests)) >= 0.3 * 0.7 - 0.05
    assert max(gaps(requests)) - min(gaps(requests)) >= 0.02  # no two machines tick alike


def test_crawl_delay_holds_for_both(tmp_path: Path) -> None:
    desk = crawl(tmp_path, robots="User-agent: *\nCrawl-delay: 0.5\n", delay=0)
    first_page = next(at for at, each in enumerate(desk.asked(HOST)) if each.target == "/")
    assert stored(desk) == [("selatan", 4), ("utara", 4)]
    assert min(gaps(desk.asked(HOST)[first_page:])) >= 0.45


def test_rest_that_one_was_asked_for_is_kept_by_the_other(tmp_path: Path) -> None:
    target = target_of("panen-raya-padi-senin")
    busy = Fault(target=target, status=429, headers=(("Retry-After", "2"),), times=1)
    desk = crawl(tmp_path, delay=0.1, faults=(busy,))
    at = next(n for n, each in enumerate(desk.asked(HOST)) if each.status == 429)
    assert gaps(desk.asked(HOST))[at] >= 2
    assert stored(desk) == [("selatan", 4), ("utara", 4)]


@pytest.mark.parametrize("turned_away", ["utara", "selatan"])
def test_a_host_that_wants_to_be_left_alone_is_left_alone_by_both(
    tmp_path: Path, turned_away: str
) -> None:
    first = next(slug for slug in SLUGS if slug.startswith(OWN[turned_away][3:8]))
    closed = Fault(target=target_of(first), status=503, headers=(("Retry-After", "3600"),))
    desk = crawl(tmp_path, delay=0.1, faults=(closed,))
    assert desk.asked(HOST)[-1].status == 503
    why = f"{HOST}: answers 503 and asks for 3600 s of rest; left alone until the next run"
    assert {name: desk.standing(name) for name in LISTS} == dict.fromkeys(LISTS, ("failed", why))
    assert desk.query("SELECT count(*) FROM addresses WHERE state = 'failed'") == [(1,)]


def test_an_outlet_that_was_kept_from_asking_for_robots_txt_speaks_for_itself_only(
    tmp_path: Path,
) -> None:
    names = ("bersama", "awal-utara", "awal-selatan")
    late = Fault(host=host_of("awal-selatan"), target="/robots.txt", delay=2)
    with Newsroom([tiny_site(n, robots="", stories=SLUGS) for n in names], faults=[late]) as room:
        desk = Desk(folder=tmp_path, newsroom=room)
        for name, url in LISTS.items():
            own = host_of(f"awal-{name}")
            listing = '[[source]]\nkind = "listing"\nurl = "%s"\npages = 1\n'
            lists = "".join(listing % each for each in (f"https://{own}/", url))
            more = "budget = 1" if name == "utara" else ""
            path = describe(
                desk.outlets_folder,
                name,
                site="bersama",
                stories=OWN[name],
                sources=lists,
                more=more,
            )
            path.write_text(path.read_text().replace(f'["{HOST}"]', f'["{HOST}", "{own}"]'))
        desk.configure(outlets_folder=str(desk.outlets_folder))
        desk.crawl(*LISTS)
        # The budget of the one went into the robots.txt of its other host.
        assert "/robots.txt cannot be read (the budget" in str(desk.standing("utara")[1])
        assert [each.target for each in desk.asked(HOST)].count("/robots.txt") == 1
        assert desk.standing("selatan") == ("finished", None)
