"""A whole crawl of the newsroom: everything once, then nothing twice."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from crawler.newsroom.faults import Fault
from crawler.newsroom.server import Newsroom
from crawler.newsroom.stories import Story
from tests.crawling.conftest import Desk, Outcome

PART_BREAK = "=== page ==="


def test_every_story_of_every_outlet_is_stored_once(first_night: tuple[Desk, Outcome]) -> None:
    desk, first = first_night
    assert (first.code, first.err) == (0, "")
    for site in desk.newsroom.sites:
        titles = desk.query("SELECT title FROM articles WHERE outlet = ?", site.name)
        assert sorted(titles) == sorted((story.title,) for story in site.stories)
        row = first.row(site.name)
        assert row["discovered"] == row["stored"] == len(site.stories)
        assert row["requests"] == len(desk.asked(site.host))
    whole = [each for each in desk.articles_asked() if "page=all" not in each[1]]
    assert len(whole) == len(set(whole))
    agents = {each.user_agent for each in desk.newsroom.requests}
    assert agents == {"Mozilla/5.0 (compatible; Piagam/0.1.0; +redaksi@example.id)"}


def test_award_stories_raise_one_alert_for_each_award(first_night: tuple[Desk, Outcome]) -> None:
    desk, _ = first_night
    ((awards,),) = desk.query("SELECT count(*) FROM awards")
    assert awards > 0
    assert desk.query("SELECT count(*) FROM alerts WHERE kind = 'new'") == [(awards,)]
    assert desk.query(
        "SELECT count(*) FROM claims WHERE id NOT IN (SELECT claim_id FROM award_claims)"
    ) == [(0,)]


def test_a_second_run_on_a_day_with_nothing_new_costs_one_request_an_outlet_and_no_download(
    first_night: tuple[Desk, Outcome], tmp_path: Path
) -> None:
    desk, first = first_night
    feed = "https://jateng.tribunnews.com/rss"
    told = first.row("tribun-jateng")["reason"]
    assert told == f"{feed}: every link of the feed is the home page"
    again = Desk(folder=tmp_path, newsroom=desk.newsroom)
    again.configure(outlets=[])
    shutil.copy(desk.store, again.store)
    articles = again.query("SELECT * FROM articles")
    before = len(desk.newsroom.requests)

    second = again.crawl()

    assert (second.code, second.err) == (0, "")
    assert again.query("SELECT * FROM articles") == articles
    requests = desk.newsroom.requests[before:]
    hosts = [site.host for site in desk.newsroom.sites]
    both_desks = ["www.detik.com"]  # Jateng and Jogja have an index each
    assert sorted(each.host for each in requests) == sorted(hosts + both_desks)
    assert all(each.conditional and each.status == 304 for each in requests)


def test_after_missed_nights_the_days_between_are_read_and_none_before(
    desk: Desk, newsroom: Newsroom
) -> None:
    last = newsroom.today
    first = last - timedelta(days=20)
    newsroom.turn_to(first)
    desk.configure()
    desk.crawl("tribun-jateng")
    ((stored,),) = desk.query("SELECT count(*) FROM articles")
    newsroom.turn_to(last)
    desk.configure()
    newsroom.forget_requests()

    second = desk.crawl("tribun-jateng").row("tribun-jateng")

    total = len(desk.site("tribun-jateng").stories)
    assert 0 < stored < total
    assert desk.query("SELECT count(*) FROM articles") == [(total,)]
    assert second["stored"] == total - stored
    whole = [each for each in desk.articles_asked() if "page=all" not in each[1]]
    assert len(whole) == total - stored
    index = [each.target for each in newsroom.requests if each.target.startswith("/index-news")]
    days = [last - timedelta(days=back) for back in range(21)]  # the first day was not over yet
    assert sorted(index) == sorted(f"/index-news?date={day}" for day in days)


def stories_in_parts(desk: Desk) -> list[Story]:
    return [story for story in desk.site("tribun-jateng").stories if PART_BREAK in story.body]


def has_every_part(desk: Desk, story: Story) -> bool:
    ((text, warnings),) = desk.query(
        "SELECT text, warnings FROM articles WHERE title = ?", story.title
    )
    longest = [max(part.splitlines(), key=len) for part in story.body.split(PART_BREAK)]
    return all(line[-40:] in text for line in longest) and "parts" not in warnings


def test_a_story_in_parts_is_read_on_the_page_of_all_parts(
    first_night: tuple[Desk, Outcome],
) -> None:
    desk, _ = first_night
    in_parts = stories_in_parts(desk)
    assert in_parts
    assert all(has_every_part(desk, story) for story in in_parts)
    asked = desk.asked("jateng.tribunnews.com")
    assert not [each for each in asked if each.target.endswith("?page=2")]


def test_without_that_page_it_is_read_part_by_part_and_a_lost_part_is_read_the_next_night(
    desk: Desk,
) -> None:
    unlucky, *others = stories_in_parts(desk)
    desk.newsroom.faults.add(Fault(target="*page=all", status=404))
    desk.newsroom.faults.add(Fault(target=f"*{unlucky.slug}?page=2", status=500, times=3))
    assert desk.crawl("tribun-jateng").row("tribun-jateng")["failed"] == 1
    assert desk.query("SELECT reason FROM addresses WHERE state = 'failed'") == [
        ("part: http-500",)
    ]
    assert others
    assert all(has_every_part(desk, story) for story in others)
    assert desk.crawl("tribun-jateng").row("tribun-jateng")["stored"] == 1
    assert has_every_part(desk, unlucky)


@pytest.mark.parametrize("label", ["iso-8859-1", "windows-1251", "utf-16", "x-unknown"])
def test_a_server_that_names_the_wrong_charset_changes_no_letter(
    desk: Desk, first_night: tuple[Desk, Outcome], label: str
) -> None:
    desk.newsroom.faults.add(
        Fault(host="klikjateng.id", headers=(("Content-Type", f"text/html; charset={label}"),))
    )
    read = "SELECT url, title, text FROM articles WHERE outlet = 'klikjateng' ORDER BY url"
    assert desk.crawl("klikjateng").code == 0
    assert desk.query(read) == first_night[0].query(read)


BAD_PAGES = {
    "gone": (Fault(status=404), "dropped", "http-404"),
    "gone for good": (Fault(status=410), "dropped", "http-410"),
    "broken server": (Fault(status=500), "failed", "http-500"),
    "image": (Fault(body=b"\x89PNG\r\n\x1a\n", content_type="image/png"), "dropped", "no-text"),
    "empty": (Fault(body=b""), "dropped", None),
    "thin": (Fault(body=b"<html><body><p>Kosong</p></body></html>"), "dropped", None),
    "elsewhere": (
        Fault(status=302, headers=(("Location", "https://other.example/x-y-z"),)),
        "dropped",
        "offsite",
    ),
    "our network": (
        Fault(status=302, headers=(("Location", "http://169.254.169.254/latest/meta-data"),)),
        "dropped",
        "private-host",
    ),
    "home page": (
        Fault(status=301, headers=(("Location", "https://klikjateng.id/"),)),
        "dropped",
        None,
    ),
    "loop": (Fault(status=302), "dropped", "redirect-loop"),
    "too large": (Fault(body=b"x" * (17 << 20)), "dropped", "too-large"),
    "broken gzip": (Fault(body=b"no gzip", headers=(("Content-Encoding", "gzip"),)), None, None),
}


@pytest.fixture(scope="module")
def bad_night(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Desk, dict[str, str]]]:
    """One crawl in which a dozen pages go wrong, each in its own way; their addresses by case."""
    with Newsroom() as newsroom:
        desk = Desk(folder=Path(tmp_path_factory.mktemp("bad-night")), newsroom=newsroom)
        desk.configure()
        addresses = {}
        stories = desk.site("klikjateng").stories
        for (case, (fault, _, _)), story in zip(BAD_PAGES.items(), stories, strict=False):
            target = f"/{story.slug}"
            headers = (("Location", target),) if case == "loop" else fault.headers
            host = "klikjateng.id"
            newsroom.faults.add(replace(fault, host=host, target=target, headers=headers))
            addresses[case] = f"https://klikjateng.id{target}"
        desk.crawl("klikjateng")
        yield desk, addresses


@pytest.mark.parametrize("case", BAD_PAGES)
def test_a_page_that_brings_no_article_is_settled_with_its_reason(
    bad_night: tuple[Desk, dict[str, str]], case: str
) -> None:
    desk, addresses = bad_night
    _, state, reason = BAD_PAGES[case]
    ((found, why),) = desk.query(
        "SELECT state, reason FROM addresses WHERE url = ?", addresses[case]
    )
    assert found == state or (state is None and found in ("failed", "dropped"))
    assert why
    assert reason is None or why == reason


def test_bad_pages_stop_neither_the_outlet_nor_its_certificate(
    bad_night: tuple[Desk, dict[str, str]],
) -> None:
    desk, addresses = bad_night
    assert desk.standing("klikjateng") == ("finished", None)
    stories = len(desk.site("klikjateng").stories)
    sums = desk.query("SELECT discovered, stored, dropped + failed, pending FROM outlet_runs")
    assert sums == [(stories, stories - len(addresses), len(addresses), 0)]
