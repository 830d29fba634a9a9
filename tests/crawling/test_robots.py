"""robots.txt: everybody waits for it, what it closes is never fetched, without it nothing is."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from protego import Protego

from crawler.newsroom.faults import Fault
from crawler.newsroom.server import Newsroom
from crawler.robots_rules import Policy, lifetime_of
from tests.crawling.conftest import Desk
from tests.crawling.tiny import STORIES, describe, host_of, target_of, tiny_site

TEXT = "text/plain; charset=UTF-8"
FIRST, SECOND, *OTHERS = (target_of(slug) for slug in STORIES)


def moved(path: str) -> tuple[tuple[str, str], ...]:
    return (("Location", path),)


NOT_KEPT = (("Cache-Control", "no-store"),)
CLOSED = {
    "error-500": (Fault(status=500), "answered 500"),
    "error-503": (Fault(status=503), "answered 503"),
    "error-429": (Fault(status=429), "answered 429"),
    "slow": (Fault(delay=30), "cannot be read (no answer within 10 s)"),
    "loop": (
        Fault(status=302, headers=moved("/robots.txt")),
        "cannot be read (max redirections reached)",
    ),
}
"""robots.txt that cannot be had, and what the certificate says of it."""
OPEN = {
    "missing-404": Fault(status=404),
    "missing-403": Fault(status=403),
    "gone-410": Fault(status=410),
    "html": Fault(body=b"<html><body>Halaman tidak ada</body></html>"),
}
"""Hosts without rules: everything is allowed."""


@pytest.fixture(scope="module")
def night(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """One crawl of many hosts, each with a robots.txt of its own kind."""
    cases = (*CLOSED, *OPEN, "rules", "redirected", "moved", "delayed", "minutes")
    rules = {
        "rules": f"User-agent: *\nDisallow: {FIRST}\n",
        "redirected": f"User-agent: Piagam\nDisallow: {SECOND}\n",
        "delayed": "User-agent: *\nCrawl-delay: 0.7\n",
        "minutes": "User-agent: *\nCrawl-delay: 600\n",
    }
    sites = [tiny_site(case, robots=rules.get(case, "")) for case in cases]
    with Newsroom(sites) as newsroom:
        desk = Desk(folder=tmp_path_factory.mktemp("robots"), newsroom=newsroom)
        for case in cases:
            more = "budget = 1" if case == "minutes" else ""
            describe(desk.outlets_folder, case, more=more)
        for case, fault in {**{case: fault for case, (fault, _) in CLOSED.items()}, **OPEN}.items():
            newsroom.faults.add(replace(fault, host=host_of(case), target="/robots.txt"))
        redirects = (
            (host_of("redirected"), FIRST, SECOND),
            (host_of("moved"), "/robots.txt", "/robots-2.txt"),
        )
        for host, target, location in redirects:
            newsroom.faults.add(
                Fault(host=host, target=target, status=301, headers=moved(location))
            )
        newsroom.faults.add(
            Fault(
                host=host_of("moved"),
                target="/robots-2.txt",
                body=f"User-agent: *\nDisallow: {FIRST}\n".encode(),
                content_type=TEXT,
            )
        )
        desk.configure(outlets_folder=str(desk.outlets_folder))
        desk.crawl(*cases)
        yield desk


def targets(desk: Desk, case: str) -> list[str]:
    return [each.target for each in desk.asked(host_of(case))]


@pytest.mark.parametrize("case", CLOSED)
def test_without_robots_txt_nothing_is_fetched_and_the_certificate_says_so(
    night: Desk, case: str
) -> None:
    assert set(targets(night, case)) <= {"/robots.txt"}
    why = f"https://{host_of(case)}/robots.txt {CLOSED[case][1]}; nothing was fetched"
    assert night.standing(case) == ("failed", why)
    # What we left out by ourselves, nobody has refused.
    assert night.query("SELECT refused FROM outlet_runs WHERE outlet = ?", case) == [(0,)]


@pytest.mark.parametrize("case", OPEN)
def test_where_there_are_no_rules_everything_is_allowed(night: Desk, case: str) -> None:
    assert {"/", FIRST, SECOND, *OTHERS} <= set(targets(night, case))
    assert night.standing(case) == ("finished", None)


def test_a_page_that_the_rules_close_is_dropped_and_counted_as_refused(night: Desk) -> None:
    assert sorted(targets(night, "rules")) == sorted(("/robots.txt", "/", SECOND, *OTHERS))
    ((dropped, refused),) = night.query(
        "SELECT dropped, refused FROM outlet_runs WHERE outlet = 'rules'"
    )
    assert (dropped, refused) == (1, 1)
    settled = night.query("SELECT url, reason FROM addresses WHERE state = 'dropped'")
    assert (f"https://{host_of('rules')}{FIRST}", "robots") in settled


def test_a_redirect_does_not_lead_around_the_rules(night: Desk) -> None:
    assert FIRST in targets(night, "redirected")
    assert SECOND not in targets(night, "redirected")
    dropped = night.query(
        "SELECT reason FROM addresses WHERE outlet = 'redirected' AND reason > ''"
    )
    assert dropped == [("robots",), ("robots",)]


def test_a_robots_txt_that_moved_is_followed(night: Desk) -> None:
    assert targets(night, "moved")[:2] == ["/robots.txt", "/robots-2.txt"]
    assert FIRST not in targets(night, "moved")
    assert SECOND in targets(night, "moved")


def test_crawl_delay_becomes_the_delay_of_the_host(night: Desk) -> None:
    times = [each.at for each in night.asked(host_of("delayed"))]
    gaps = [(later - earlier).total_seconds() for earlier, later in pairwise(times[1:])]
    assert len(gaps) == len(STORIES)
    assert sum(gaps) >= 0.7 * len(gaps) - 0.1
    assert min(gaps) >= 0.6


def test_a_crawl_delay_of_minutes_is_cut_and_reported(night: Desk) -> None:
    _, reason = night.standing("minutes")
    assert reason is not None
    assert "minutes.example asks for 600 s between requests; 60 s were kept" in reason


def test_requests_that_wait_for_a_slow_robots_txt_are_held_to_its_rules(tmp_path: Path) -> None:
    slugs = [f"{first}-{second}" for first in STORIES for second in ("satu", "dua", "tiga")]
    closed = [target_of(slug) for slug in slugs[::2]]
    rules = "".join(f"Disallow: {path}\n" for path in closed)
    site = tiny_site("waiting", robots=f"User-agent: *\n{rules}", stories=slugs)
    with Newsroom([site]) as newsroom:
        desk = Desk(folder=tmp_path, newsroom=newsroom)
        describe(desk.outlets_folder, "waiting")
        folder = str(desk.outlets_folder)
        desk.configure(outlets_folder=folder, budget=2)
        empty = Fault(target="/robots.txt", body=b"", content_type=TEXT, headers=NOT_KEPT, times=1)
        newsroom.faults.add(empty)
        desk.crawl("waiting")  # discovers every story and reads none
        new = desk.query("SELECT count(*) FROM addresses WHERE state = 'new'")
        assert new == [(len(slugs),)]
        desk.configure(outlets_folder=folder)
        newsroom.forget_requests()
        newsroom.faults.add(Fault(target="/robots.txt", delay=1.5))

        desk.scrapy("crawl", "waiting", "-s", "CONCURRENT_REQUESTS=16")

    requests = newsroom.requests
    assert [each.target for each in requests if each.target in closed] == []
    assert [each.target for each in requests].count("/robots.txt") == 1
    assert requests[0].target == "/robots.txt"
    assert (requests[1].at - requests[0].at).total_seconds() >= 1.5
    settled = desk.query("SELECT reason, count(*) FROM addresses GROUP BY reason ORDER BY reason")
    assert settled == [(None, len(slugs) - len(closed)), ("robots", len(closed))]


RULES = {
    "nothing said": ("", "/a", True, None),
    "closed for all": ("User-agent: *\nDisallow: /a", "/a/b", False, None),
    "our own group wins": (
        "User-agent: *\nDisallow: /\nUser-agent: piagam\nAllow: /",
        "/a",
        True,
        None,
    ),
    "closed for us": ("User-agent: Piagam\nDisallow: /a", "/a", False, None),
    "closed for others": ("User-agent: Googlebot\nDisallow: /", "/a", True, None),
    "the longer rule wins": ("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b", True, None),
    "wildcard and end": ("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf", False, None),
    "delay": ("User-agent: *\nCrawl-delay: 5", "/a", True, 5.0),
    "delay of nonsense": ("User-agent: *\nCrawl-delay: soon", "/a", True, None),
    "request rate": ("User-agent: *\nRequest-rate: 1/20", "/a", True, 20.0),
    "the slower wish counts": (
        "User-agent: *\nCrawl-delay: 5\nRequest-rate: 2/60",
        "/a",
        True,
        30.0,
    ),
}


@pytest.mark.parametrize("case", RULES)
def test_the_rules_are_read_as_rfc_9309_says(case: str) -> None:
    text, path, allowed, delay = RULES[case]
    policy = Policy(rules=Protego.parse(text))
    assert policy.allows(f"https://klikjateng.id{path}") is allowed
    assert policy.delay == delay


KEPT = f"User-agent: *\nDisallow: {OTHERS[-1]}"
FOR_HOW_LONG = {
    "nothing said": (None, timedelta(hours=24)),
    "an hour": ("public, max-age=3600", timedelta(hours=1)),
    "a week": ("max-age=604800", timedelta(hours=24)),
    "not at all": ("no-store, max-age=600", timedelta()),
    "always asked": ('private, no-cache="Set-Cookie"', timedelta()),
    "already old": ("max-age=0", timedelta()),
}


@pytest.mark.parametrize("case", FOR_HOW_LONG)
def test_robots_txt_may_be_used_as_long_as_the_server_says_and_a_day_at_most(case: str) -> None:
    cache_control, lifetime = FOR_HOW_LONG[case]
    assert lifetime_of(cache_control) == lifetime


def test_robots_txt_is_asked_for_once_a_day_and_its_rules_hold_all_the_same(
    tmp_path: Path,
) -> None:
    day = date(2024, 12, 2)
    with Newsroom([tiny_site("harian", robots=KEPT)], today=day) as newsroom:
        desk = Desk(folder=tmp_path, newsroom=newsroom)
        describe(desk.outlets_folder, "harian")

        def asked(**crawl: int) -> list[str]:
            newsroom.forget_requests()
            desk.configure(outlets_folder=str(desk.outlets_folder), **crawl)
            desk.crawl("harian")
            return targets(desk, "harian")

        assert asked(budget=3) == ["/robots.txt", "/", FIRST]
        newsroom.faults.add(Fault(target="/robots.txt", status=503))
        assert asked() == ["/", SECOND, OTHERS[0]]
        dropped = desk.query("SELECT url, reason FROM addresses WHERE state = 'dropped'")
        assert dropped == [(f"https://{host_of('harian')}{OTHERS[-1]}", "robots")]
        newsroom.turn_to(day + timedelta(days=1))
        assert asked() == ["/robots.txt"]
        assert "robots.txt answered 503" in str(desk.standing("harian")[1])


def test_what_is_not_to_be_kept_or_was_no_answer_is_asked_for_by_the_next_run(
    tmp_path: Path,
) -> None:
    cases = {
        "rahasia": Fault(target="/robots.txt", headers=NOT_KEPT),
        "tiada": Fault(target="/robots.txt", status=404),
    }
    with Newsroom([tiny_site(case, robots=KEPT) for case in cases]) as newsroom:
        desk = Desk(folder=tmp_path, newsroom=newsroom)
        for case, fault in cases.items():
            describe(desk.outlets_folder, case)
            newsroom.faults.add(replace(fault, host=host_of(case)))
        desk.configure(outlets_folder=str(desk.outlets_folder))
        for _ in range(2):
            newsroom.forget_requests()
            desk.crawl(*cases)
            assert [targets(desk, case)[0] for case in cases] == ["/robots.txt", "/robots.txt"]
