"""When a list is asked for, in full or for what is new, and which list waits, night by night."""

from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from re import Match

import pytest

from crawler.newsroom.site import XML, Answer, Site, Visit
from spiders.outlet import load_outlet
from storage.database import open_store
from tests.crawling.rounds import Round, crawl_here
from tests.crawling.tiny import describe, host_of, target_of, tiny_site

MONDAY = date(2024, 11, 25)
"""Sundays are the nights on which nothing is left out."""
SUNDAY = MONDAY + timedelta(days=6)
HOME = f"https://{host_of('kabar')}"
ARSIP = 'kind = "listing"\nurl = "{home}arsip"'
DESA = 'kind = "listing"\nurl = "{home}desa"'
ARSIP_WITH_NEXT = f'{ARSIP}\nnext = "a.next"'
ARSIP_BY_PAGE = f'{ARSIP}\nmore = "{{home}}arsip?page={{page}}"'
FEED = 'kind = "rss"\nurl = "{home}rss"'
DAYS = (
    'kind = "dated-index"\nurl = "{home}indeks?tanggal={date}"\n'
    'more = "{home}indeks?tanggal={date}&page={page}"\npages = 1\ndays = 1'
)
SITEMAP = 'kind = "sitemap"\nurl = "{home}sitemap.xml"'


class Paper:
    """`kabar.example`, whose lists are what a test says, by path and query."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lists: dict[str, Answer] = {}

    def lists(self, target: str, *slugs: str, etag: str | None = None, more: str = "") -> None:
        """Show links to these stories at `target`."""
        links = "".join(f'<a href="{target_of(slug)}">x</a>' for slug in slugs)
        headers = () if etag is None else (("ETag", etag),)
        self._lists[target] = Answer(body=f"<html>{links}{more}</html>".encode(), headers=headers)

    def prints(self, target: str, xml: str) -> None:
        """Show this XML at `target`."""
        self._lists[target] = Answer(body=xml.encode(), content_type=XML)

    def loses(self, target: str, status: int) -> None:
        """Answer `target` with an error from now on."""
        self._lists[target] = Answer(status=status, body=b"tidak ada")

    def crawl(
        self,
        sources: Sequence[str],
        day: date,
        *,
        mode: str = "all",
        most: int | None = None,
        since: date | None = None,
    ) -> Round:
        """One crawl on that day, back to `since`, told to end after `most` requests."""
        tables = "\n".join(f"[[source]]\n{each}" for each in sources)
        path = describe(self._folder, "kabar", more=f'discovery = "{mode}"', sources=tables)
        return crawl_here(
            self._folder / "piagam.sqlite",
            load_outlet(path),
            self._site(),
            today=day,
            pick=lambda waiting: 0,
            most=most,
            since=since,
        )

    def window(self, target: str) -> list[str | None]:
        """From when to when nothing was missed that is listed there, as the store holds it."""
        with closing(open_store(self._folder / "piagam.sqlite")) as db:
            (row,) = db.query(
                "SELECT seen_from, seen_to FROM discovery_pages WHERE url = ?", [HOME + target]
            )
        return [row["seen_from"], row["seen_to"]]

    def _site(self) -> Site:
        def listed(visit: Visit, match: Match[str]) -> Answer | None:
            query = "&".join(f"{key}={value}" for key, value in visit.query.items())
            return self._lists.get(f"{visit.path}?{query}" if query else visit.path)

        plain = tiny_site("kabar", stories=())
        return replace(plain, routes=(plain.routes[-1], (r"/.*", listed)))


@pytest.fixture
def paper(tmp_path: Path) -> Paper:
    return Paper(tmp_path)


def stories(done: Round) -> set[str]:
    return {target.rpartition("/")[2] for target in done.articles}


def test_a_first_page_that_is_not_there_is_a_failure_and_the_next_source_steps_in(
    paper: Paper,
) -> None:
    paper.loses("/arsip", 404)
    paper.lists("/desa", "panen-raya-padi")
    done = paper.crawl([ARSIP, DESA], MONDAY, mode="first")
    assert stories(done) == {"panen-raya-padi"}
    assert "answered 404" in done.remark


def test_a_list_that_is_of_no_use_and_unchanged_lets_no_other_wait(paper: Paper) -> None:
    paper.prints("/rss", f"<rss><channel><item><link>{HOME}/</link></item></channel></rss>")
    paper.lists("/desa", "panen-raya-padi")
    paper.crawl([FEED, DESA], MONDAY)
    paper.lists("/desa", "jalan-desa-rusak", "panen-raya-padi")
    done = paper.crawl([FEED, DESA], MONDAY + timedelta(days=1))
    assert stories(done) == {"jalan-desa-rusak"}


@pytest.mark.parametrize(
    ("status", "waits"), [(403, True), (404, True), (503, False), (429, False)]
)
def test_a_list_that_is_refused_waits_for_a_week_at_most_and_one_out_of_order_does_not(
    paper: Paper, status: int, waits: bool
) -> None:
    paper.lists("/arsip", "panen-raya-padi")
    paper.loses("/desa", status)
    asked = [paper.crawl([ARSIP, DESA], MONDAY + timedelta(days=night)).lists for night in range(7)]
    assert ["/desa" in lists for lists in asked] == [True, *[not waits] * 5, True]


def test_a_list_that_came_again_and_was_cut_short_waits_no_more(paper: Paper) -> None:
    sources = [DESA, ARSIP_BY_PAGE]
    paper.lists("/desa", "panen-raya-padi")
    paper.loses("/arsip", 503)
    paper.crawl(sources, MONDAY)
    paper.lists("/desa", "hujan-deras-turun", "panen-raya-padi")
    paper.lists("/arsip", "hujan-deras-turun", "panen-raya-padi")
    paper.lists("/arsip?page=2", "jalan-desa-rusak", "pasar-pagi-ramai")
    cut = paper.crawl(sources, MONDAY + timedelta(days=1), most=3)
    assert cut.lists == ("/desa", "/arsip")
    done = paper.crawl(sources, MONDAY + timedelta(days=2))
    assert stories(done) == {"jalan-desa-rusak", "pasar-pagi-ramai"}


def test_what_a_clock_that_was_ahead_has_read_lets_no_other_wait(paper: Paper) -> None:
    paper.lists("/arsip", "panen-raya-padi")
    paper.lists("/desa", "panen-raya-padi")
    paper.crawl([ARSIP, DESA], MONDAY + timedelta(days=900))
    paper.lists("/desa", "jalan-desa-rusak", "panen-raya-padi")
    assert stories(paper.crawl([ARSIP, DESA], MONDAY)) == {"jalan-desa-rusak"}


def test_the_source_that_could_be_used_goes_first_but_on_sundays(paper: Paper) -> None:
    paper.loses("/arsip", 403)
    paper.lists("/desa", "panen-raya-padi")
    asked = [
        paper.crawl([ARSIP, DESA], SUNDAY + timedelta(days=night), mode="first").lists
        for night in (-2, -1, 0)
    ]
    assert asked == [("/arsip", "/desa"), ("/desa",), ("/arsip", "/desa")]


def test_hints_that_lie_hide_a_story_for_a_week_at_most_and_then_are_not_sent(
    paper: Paper,
) -> None:
    paper.lists("/arsip", "panen-raya-padi", etag='"sama"')
    paper.crawl([ARSIP], MONDAY)
    paper.lists("/arsip", "jalan-desa-rusak", "panen-raya-padi", etag='"sama"')
    found = [paper.crawl([ARSIP], MONDAY + timedelta(days=night)) for night in range(1, 8)]
    assert [len(stories(each)) for each in found] == [0] * 6 + [1]
    assert "calls unchanged what has changed" in found[-1].remark
    paper.lists("/arsip", "pasar-pagi-ramai", "jalan-desa-rusak", etag='"sama"')
    done = paper.crawl([ARSIP], MONDAY + timedelta(days=8))
    assert stories(done) == {"pasar-pagi-ramai"}


def test_a_page_that_changes_beside_its_stories_makes_no_liar_of_its_server(
    paper: Paper,
) -> None:
    paper.lists("/arsip", "panen-raya-padi", etag='"sama"')
    paper.crawl([ARSIP], MONDAY)
    paper.lists("/arsip", "panen-raya-padi", etag='"sama"', more="<p>Iklan baru</p>")
    assert paper.crawl([ARSIP], MONDAY + timedelta(days=7)).remark == ""


def test_a_link_to_the_next_page_leads_to_no_other_host(paper: Paper) -> None:
    more = '<a class="next" href="https://lain.example/arsip?page=2">Berikutnya</a>'
    paper.lists("/arsip", "panen-raya-padi", more=more)
    done = paper.crawl([ARSIP_WITH_NEXT], MONDAY)
    assert (done.lists, stories(done)) == (("/arsip",), {"panen-raya-padi"})


def sitemap(*slugs: str) -> str:
    urls = "".join(f"<url><loc>{HOME}{target_of(slug)}</loc></url>" for slug in slugs)
    return f"<urlset>{urls}</urlset>"


def index_of(*changed: date) -> str:
    """An index that says of the file with each number on which day it changed."""
    entries = "".join(
        f"<sitemap><loc>{HOME}/sitemap{number}.xml</loc><lastmod>{day}</lastmod></sitemap>"
        for number, day in enumerate(changed)
    )
    return f"<sitemapindex>{entries}</sitemapindex>"


def test_an_index_that_tells_yesterday_is_read_again_for_its_clock_may_be_behind_ours(
    paper: Paper,
) -> None:
    paper.prints("/sitemap.xml", index_of(MONDAY - timedelta(days=1)))
    paper.prints("/sitemap0.xml", sitemap("panen-raya-padi"))
    paper.crawl([SITEMAP], MONDAY)
    paper.prints("/sitemap0.xml", sitemap("panen-raya-padi", "jalan-desa-rusak"))
    done = paper.crawl([SITEMAP], MONDAY + timedelta(days=1))
    assert stories(done) == {"jalan-desa-rusak"}


def test_an_index_of_which_a_part_was_read_back_to_a_day_is_not_skipped_the_next_night(
    paper: Paper,
) -> None:
    paper.prints("/sitemap.xml", index_of(date(2024, 1, 9), date(2024, 11, 20)))
    paper.prints("/sitemap0.xml", sitemap("panen-raya-padi"))
    paper.prints("/sitemap1.xml", sitemap("jalan-desa-rusak"))
    back = paper.crawl([SITEMAP], MONDAY, since=date(2024, 11, 1))
    assert stories(back) == {"jalan-desa-rusak"}
    done = paper.crawl([SITEMAP], MONDAY + timedelta(days=1))
    assert stories(done) == {"panen-raya-padi"}


def test_back_to_a_day_the_pages_of_each_day_are_read_to_their_end(paper: Paper) -> None:
    today = f"/indeks?tanggal={MONDAY}"
    paper.lists(today, "panen-raya-padi")
    paper.lists(f"{today}&page=2", "jalan-desa-rusak")
    done = paper.crawl([DAYS], MONDAY, since=MONDAY)
    assert stories(done) == {"panen-raya-padi", "jalan-desa-rusak"}


def test_a_list_without_times_joins_the_night_before_where_it_shows_what_that_one_knew(
    paper: Paper,
) -> None:
    paper.lists("/arsip", "panen-raya-padi")
    paper.crawl([ARSIP], MONDAY)
    assert paper.window("/arsip") == [None, "2024-11-25T23:59:00+07:00"]
    paper.lists("/arsip", "jalan-desa-rusak", "panen-raya-padi")
    paper.crawl([ARSIP], MONDAY + timedelta(days=1))
    assert paper.window("/arsip") == ["2024-11-25T23:59:00+07:00", "2024-11-26T23:59:00+07:00"]
