"""After missed nights the unseen hours are walked, and what cannot be seen any more is told."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from crawler.cli.gaps import gap_lines
from storage.database import open_store
from storage.gaps import open_gaps
from tests.crawling.paper import FIRST, Nights, Paper, nights_of

FEED = '[[source]]\nkind = "rss"\nurl = "{home}rss"\n'

LIST = (
    '[[source]]\nkind = "listing"\nurl = "{home}arsip"\nmore = "{home}arsip?page={page}"\n'
    'pages = 2\nitem = "li"\ntime = "time"\n'
)
INDEX = (
    '[[source]]\nkind = "dated-index"\nurl = "{home}indeks/{date}"\ndays = 3\n'
    'item = "li"\ntime = "time"\n'
)
JAKARTA = ZoneInfo("Asia/Jakarta")


def day(number: int) -> date:
    """Calendar day after the first night."""
    return FIRST + timedelta(days=number)


def paper_of(sources: str, *, days: int, entries: int, before: int = 0) -> Paper:
    """Two stories a day, from so many days before the first night on."""
    paper = Paper(sources=sources, entries=entries)
    paper.publish_daily(day(-before), before + days)
    return paper


def stored(nights: Nights) -> int:
    ((count,),) = nights.desk.query("SELECT count(*) FROM articles")
    return int(count)


def pages(nights: Nights) -> list[str]:
    """Discovery pages asked for in the last night."""
    return [each for each in nights.asked() if not each.startswith("/berita/")]


def lines(nights: Nights) -> list[str]:
    """The open gaps as the certificate tells them."""
    with closing(open_store(nights.desk.store)) as db:
        return list(gap_lines(open_gaps(db), JAKARTA))


def test_a_feed_that_rolled_over_in_missed_nights_leaves_a_gap_that_is_told_and_then_lost(
    tmp_path: Path,
) -> None:
    with nights_of(tmp_path, paper_of(FEED, days=9, entries=3)) as nights:
        nights.crawl(day(0))
        nights.crawl(day(1))
        assert nights.gaps() == []
        nights.crawl(day(5))
        # The night read to 3 December 23.59; the feed begins with the second story of the 6th.
        assert nights.gaps() == [("03 23.59", "06 09.00", "beyond-reach")]
        assert lines(nights) == [
            "koran: not seen: 3 Dec 23.59 – 6 Dec 2024 09.00 WIB (57 h 1 min); the feed reaches no"
            " further; `piagam crawl --since 2024-12-03 koran` reads the archives"
        ]
        row = nights.crawl(day(5), since=day(1))
        assert row["seen_end"] == "the feed reaches no further"
        assert nights.gaps() == [("03 23.59", "06 09.00", "lost")]
        assert lines(nights)[0].endswith("; the feed reaches no further: it cannot be recovered")


def test_after_missed_nights_the_walk_goes_as_deep_as_they_need(tmp_path: Path) -> None:
    with nights_of(tmp_path, paper_of(LIST, days=9, entries=2)) as nights:
        nights.crawl(day(0))
        nights.crawl(day(6))  # two stories a day, two on a page, two pages a night
        assert stored(nights) == 14
        assert nights.gaps() == []


def test_a_walk_that_the_budget_cut_short_goes_on_where_it_stopped(tmp_path: Path) -> None:
    with nights_of(tmp_path, paper_of(LIST, days=9, entries=2)) as nights:
        nights.crawl(day(0))
        nights.crawl(day(6), budget=9)
        last = len(pages(nights))
        assert last > 3
        end = f"{day(7 - last):%d} 08.00"
        assert nights.gaps() == [("02 23.59", end, "unfinished")]
        assert lines(nights)[0].endswith(
            "; the list is not read to its end yet; the next crawl goes on there"
        )
        nights.crawl(day(7))
        # The new day, a page that joins what was read, and on from where it stopped.
        wanted = ["/arsip", *(f"/arsip?page={page}" for page in (2, *range(last, 9)))]
        assert pages(nights) == wanted
        assert nights.gaps() == [("02 23.59", end, "closed")]
        assert stored(nights) == 16


def test_a_walk_is_sent_back_to_a_day_in_as_many_runs_as_its_budget_needs(tmp_path: Path) -> None:
    with nights_of(tmp_path, paper_of(LIST, days=2, entries=2, before=20)) as nights:
        nights.crawl(day(0))
        before = stored(nights)
        cut = nights.crawl(day(0), since=day(-12), budget=before + 4)
        assert "the same command goes on there" in str(cut["seen_end"])
        nights.crawl(day(1))
        assert pages(nights) == ["/arsip ?", "/arsip?page=2"]  # the nights stay short
        whole = nights.crawl(day(1), since=day(-12))
        assert whole["seen_end"] is None
        ((oldest,),) = nights.desk.query("SELECT min(published) FROM articles")
        assert day(-13) <= datetime.fromisoformat(oldest).date() <= day(-12)
        assert "/arsip?page=3" not in pages(nights)
        assert nights.desk.query("SELECT since FROM runs ORDER BY id") == [
            *((None,), (f"{day(-12)}",), (None,), (f"{day(-12)}",))
        ]


def test_it_is_told_where_an_outlets_own_history_ends(tmp_path: Path) -> None:
    with nights_of(tmp_path, paper_of(LIST, days=2, entries=2, before=4)) as nights:
        row = nights.crawl(day(0), since=day(-30))
        assert row["seen_end"] == "the list reaches no further"
        assert str(row["seen_since"]).startswith(f"{day(-4)} 01:00")
        assert stored(nights) == 10


def test_days_of_an_index_are_read_back_and_those_that_are_past_not_again(tmp_path: Path) -> None:
    with nights_of(tmp_path, paper_of(INDEX, days=9, entries=9, before=9)) as nights:
        nights.crawl(day(0))
        assert pages(nights) == [f"/indeks/{day(-back)}" for back in range(3)]
        nights.crawl(day(5))
        # Five nights later: deeper than the three days of the file.
        assert pages(nights) == [
            *(f"/indeks/{day(d)}" for d in (5, 4, 3, 2, 1)),
            f"/indeks/{day(0)} ?",
        ]
        row = nights.crawl(day(5), since=day(-6))
        assert pages(nights) == [
            f"/indeks/{day(5)} ?",
            *(f"/indeks/{day(-d)}" for d in (3, 4, 5, 6)),
        ]
        assert (row["seen_end"], nights.gaps()) == (None, [])


@pytest.fixture
def rolled(tmp_path: Path) -> Iterator[Nights]:
    with nights_of(tmp_path, paper_of(FEED, days=9, entries=3)) as nights:
        nights.crawl(day(0))
        yield nights


def test_a_clock_that_was_years_ahead_skips_no_window(rolled: Nights) -> None:
    rolled.crawl(day(1000))
    assert rolled.gaps() == [("02 23.59", "09 09.00", "beyond-reach")]
    rolled.crawl(day(5))
    # Reckoned from the last night whose clock can be believed.
    assert rolled.gaps() == [("02 23.59", "06 09.00", "beyond-reach")]


def test_a_clock_that_was_behind_makes_no_gap(rolled: Nights) -> None:
    rolled.crawl(day(1))
    rolled.crawl(day(-300))
    assert rolled.gaps() == []
    rolled.crawl(day(2))
    assert rolled.gaps() == []


def test_days_that_a_wrong_clock_called_past_are_read_when_they_come(tmp_path: Path) -> None:
    with nights_of(tmp_path, paper_of(INDEX, days=9, entries=9)) as nights:
        nights.crawl(day(0))
        nights.crawl(day(6))
        nights.crawl(day(4))
        assert f"/indeks/{day(3)}" in pages(nights)
        assert nights.gaps() == []


def test_a_site_of_which_only_the_home_page_is_known_is_walked_by_the_links_it_shows(
    tmp_path: Path,
) -> None:
    home = '[[source]]\nkind = "listing"\nurl = "{home}"\npages = 1\n'
    paper = paper_of(home, days=8, entries=4)
    paper.has_pager = True
    with nights_of(tmp_path, paper) as nights:
        nights.crawl(day(0))
        assert (pages(nights), stored(nights)) == (["/"], 2)
        nights.crawl(day(7))
        assert pages(nights)[:3] == ["/", "/arsip", "/arsip?page=2"]
        assert stored(nights) == len(paper.times)
        nights.crawl(day(8))
        assert pages(nights) == ["/ ?"]
        assert nights.gaps() == []
