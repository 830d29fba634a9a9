"""A gate that asks for a browser: the host gets rest, nothing is settled, it is certified."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from crawler.newsroom.faults import Fault, challenge
from crawler.newsroom.server import Newsroom
from tests.crawling.conftest import Desk
from tests.crawling.tiny import STORIES, describe, host_of, target_of, tiny_site

FIRST, *OTHERS = (target_of(slug) for slug in STORIES)
MANY = tuple(f"{slug}-{day}" for slug in STORIES for day in ("senin", "selasa"))
SOON = (("Retry-After", "1"),)
GATE = challenge("*").body
WORDS = "answers with a challenge that asks for a browser"
CASES = {
    "once": Fault(target=FIRST, times=1),
    "forbidden": Fault(target=FIRST, status=403),
    "accepted": Fault(target=FIRST, status=202),
    "lasting": Fault(target="/berita/*"),
    "home": Fault(target="/"),
    "rules": Fault(target="/robots.txt"),
    "closed-rules": Fault(target="/robots.txt", status=403),
    "feed": Fault(target="/feed"),
}
"""Where each host shows its gate."""
SOURCES = "".join(
    f'[[source]]\nkind = "{kind}"\nurl = "{{home}}{path}"\npages = 1\n'
    for kind, path in (("rss", "feed"), ("listing", ""))
)


@pytest.fixture(scope="module")
def night(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """Two crawls of many hosts, each with a gate somewhere; the gates are gone in the second."""
    sites = [tiny_site(case, stories=MANY if case == "lasting" else STORIES) for case in CASES]
    with Newsroom(sites) as newsroom:
        desk = Desk(folder=tmp_path_factory.mktemp("challenges"), newsroom=newsroom)
        for case, fault in CASES.items():
            is_feed = case == "feed"
            describe(
                desk.outlets_folder,
                case,
                sources=SOURCES if is_feed else None,
                more='discovery = "first"' if is_feed else "",
            )
            newsroom.faults.add(replace(fault, host=host_of(case), body=GATE, headers=SOON))
        desk.configure(outlets_folder=str(desk.outlets_folder))
        desk.crawl(*CASES)
        yield desk


def states(desk: Desk, case: str) -> list[tuple[str, int]]:
    return [
        (state, count)
        for state, count in desk.query(
            "SELECT state, count(*) FROM addresses WHERE outlet = ? GROUP BY state", case
        )
    ]


def refused(desk: Desk, case: str) -> int:
    ((count,),) = desk.query("SELECT refused FROM outlet_runs WHERE outlet = ?", case)
    return int(count)


@pytest.mark.parametrize("case", ["once", "forbidden", "accepted"])
def test_a_gate_gives_the_host_rest_and_settles_nothing(night: Desk, case: str) -> None:
    requests = night.asked(host_of(case))
    at = next(n for n, each in enumerate(requests) if each.target == FIRST)
    assert (requests[at + 1].at - requests[at].at).total_seconds() >= 1
    assert [each.target for each in requests].count(FIRST) == 1  # we do not try to pass it
    assert states(night, case) == [("new", 1), ("stored", len(OTHERS))]
    assert night.standing(case) == ("finished", f"https://{host_of(case)}{FIRST}: {WORDS}")
    assert refused(night, case) == 1


def test_a_host_that_keeps_its_gate_shut_is_left_alone(night: Desk) -> None:
    asked = [each for each in night.asked(host_of("lasting")) if each.target != "/robots.txt"]
    assert len(asked) == 1 + 5
    assert states(night, "lasting") == [("new", len(MANY))]
    status, reason = night.standing("lasting")
    assert (status, refused(night, "lasting")) == ("failed", 5)
    assert reason == (
        f"https://lasting.example{target_of(MANY[0])}: {WORDS} (and 4 more); lasting.example:"
        " 5 pages in a row failed, the last with challenge; left alone until the next run"
    )


def test_a_gate_in_place_of_the_list_is_no_list(night: Desk) -> None:
    assert [each.target for each in night.asked(host_of("home"))] == ["/robots.txt", "/"]
    assert night.standing("home") == ("failed", f"https://home.example/: {WORDS}")
    assert night.query("SELECT is_complete FROM discovery_pages WHERE outlet = 'home'") == [(0,)]


def test_behind_a_gated_feed_the_next_source_steps_in(night: Desk) -> None:
    assert states(night, "feed") == [("stored", len(STORIES))]
    assert night.standing("feed") == ("finished", f"https://feed.example/feed: {WORDS}")


@pytest.mark.parametrize("case", ["rules", "closed-rules"])
def test_a_gate_in_place_of_robots_txt_closes_the_host(night: Desk, case: str) -> None:
    assert [each.target for each in night.asked(host_of(case))] == ["/robots.txt"]
    why = f"https://{host_of(case)}/robots.txt {WORDS}; nothing was fetched"
    assert night.standing(case) == ("failed", why)


def test_another_night_the_gate_may_be_open(night: Desk) -> None:
    night.newsroom.faults.clear()
    night.crawl("once", "lasting", "home")
    assert states(night, "once") == [("stored", len(STORIES))]
    assert states(night, "lasting") == [("stored", len(MANY))]
    assert states(night, "home") == [("stored", len(STORIES))]
