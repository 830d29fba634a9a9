"""Walks through discovery pages: back to the known, and the whole way after a disturbance."""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from crawler.newsroom.faults import Fault
from crawler.newsroom.server import Newsroom
from crawler.newsroom.site import Answer, Site, Visit
from tests.crawling.conftest import Desk
from tests.crawling.tiny import STORIES, describe, host_of, tiny_site

PAGE_SIZE = 2
LETTERS = "abcdefghijkl"


class Archive:
    """A tiny outlet with `/arsip?page=N`, newest first, below one pinned old story."""

    def __init__(self) -> None:
        self.slugs = [f"kabar-lama-sekali-{letter}" for letter in LETTERS[:7]]
        self.pinned = self.slugs[3]

    def publish(self, count: int) -> None:
        fresh = [f"kabar-baru-sekali-{letter}" for letter in LETTERS[:count]]
        self.slugs = [*fresh, *self.slugs]

    def site(self) -> Site:
        plain = tiny_site("arsip")
        return Site(
            name=plain.name,
            host=plain.host,
            title=plain.title,
            routes=((r"/arsip", self._page), *plain.routes),
            missing=plain.missing,
        )

    def _page(self, visit: Visit, match: re.Match[str]) -> Answer:
        last = -(-len(self.slugs) // PAGE_SIZE)
        start = (min(visit.page, last) - 1) * PAGE_SIZE  # past the end: the last page once more
        shown = [self.pinned, *self.slugs[start : start + PAGE_SIZE]]
        links = "".join(f'<a href="/berita/{slug}">{slug}</a>' for slug in shown)
        return Answer(body=f"<html><body>{links}</body></html>".encode())


SOURCES = '[[source]]\nkind = "listing"\nurl = "{home}arsip"\nmore = "{home}arsip?page={page}"\n'


@dataclass(frozen=True, kw_only=True)
class Night:
    """What one crawl of the archive asked for, and how many addresses are known after it."""

    pages: list[str]
    known: int


def crawl(folder: Path, shelf: Archive, **settings: int) -> Night:
    """One crawl of the archive as it is now; keywords are values of `[crawl]`."""
    with Newsroom([shelf.site()]) as newsroom:
        desk = Desk(folder=folder, newsroom=newsroom)
        describe(desk.outlets_folder, "arsip", sources=SOURCES)
        desk.configure(outlets_folder=str(desk.outlets_folder), **settings)
        desk.crawl("arsip")
        targets = [each.target for each in desk.asked(host_of("arsip"))]
        ((known,),) = desk.query("SELECT count(*) FROM addresses")
        return Night(pages=[each for each in targets if "arsip" in each], known=known)


def pages(last: int) -> list[str]:
    return ["/arsip", *(f"/arsip?page={page}" for page in range(2, last + 1))]


def test_a_walk_goes_back_to_the_known_and_a_pinned_story_does_not_stop_it(tmp_path: Path) -> None:
    shelf = Archive()
    # Four pages, and two that repeat the fourth.
    assert crawl(tmp_path, shelf) == Night(pages=pages(6), known=7)
    shelf.publish(3)
    # New stories on two pages; the third holds nothing new.
    assert crawl(tmp_path, shelf) == Night(pages=pages(3), known=10)
    assert crawl(tmp_path, shelf) == Night(pages=pages(1), known=10)


def test_a_walk_that_was_cut_short_is_walked_whole_the_next_time(tmp_path: Path) -> None:
    shelf = Archive()
    assert crawl(tmp_path, shelf, budget=2) == Night(pages=pages(1), known=3)
    assert crawl(tmp_path, shelf) == Night(pages=pages(6), known=7)


REST = "/wp-json/*"
FEED = "/feed/*"
HTML = b"<!doctype html><html><body>Situs sedang dalam perbaikan</body></html>"


@pytest.mark.parametrize(
    ("faults", "budget", "told"),
    [
        ([Fault(target=REST, status=403)], 6, ["answered 403"]),
        (
            [Fault(target=REST, body=HTML), Fault(target=FEED, body=HTML)],
            5,
            ["REST gives an HTML page instead of posts", "the feed is an HTML page instead of XML"],
        ),
    ],
    ids=["REST closed, feed", "feed is HTML, sitemap"],
)
def test_where_wordpress_rest_is_closed_the_feed_is_read_and_then_the_sitemap(
    desk: Desk, faults: list[Fault], budget: int, told: list[str]
) -> None:
    for fault in faults:
        desk.newsroom.faults.add(fault)
    stories = desk.site("klikjateng").stories
    desk.newsroom.turn_to(max(story.published for story in stories).date())
    desk.configure(budget=budget)
    desk.crawl("klikjateng")
    assert desk.query("SELECT count(*) FROM addresses") == [(len(stories),)]
    status, reason = desk.standing("klikjateng")
    assert status == "finished"
    for remark in told:
        assert remark in (reason or "")


def test_an_outlet_whose_every_source_is_broken_has_failed_and_says_why(desk: Desk) -> None:
    desk.newsroom.faults.add(Fault(host="klikjateng.id", body=HTML))
    desk.newsroom.faults.add(Fault(host="klikjateng.id", target="/robots.txt", status=404))
    desk.crawl("klikjateng")
    status, reason = desk.standing("klikjateng")
    assert status == "failed"
    assert reason is not None
    assert reason.split("; ") == [
        "https://klikjateng.id/wp-json/wp/v2/posts?per_page=100&orderby=date&order=desc"
        "&_fields=id,link,date_gmt,modified_gmt,title: REST gives an HTML page instead of posts",
        "https://klikjateng.id/feed/: the feed is an HTML page instead of XML",
        "https://klikjateng.id/sitemap_index.xml: the sitemap is an HTML page instead of XML"
        " (and 1 more)",
    ]


def test_a_feed_that_breaks_off_is_told_on_the_certificate_and_asked_for_again(
    tmp_path: Path,
) -> None:
    items = "".join(
        f"<item><title>{slug}</title><link>https://feed.example/berita/{slug}</link></item>"
        for slug in STORIES[:2]
    )
    body = f"<rss><channel>{items}<item><link>https://feed.example/berita/pasar-p".encode()
    with Newsroom([tiny_site("feed")]) as newsroom:
        newsroom.faults.add(Fault(target="/rss", body=body, content_type="application/rss+xml"))
        desk = Desk(folder=tmp_path, newsroom=newsroom)
        describe(desk.outlets_folder, "feed", sources='[[source]]\nkind = "rss"\nurl = "{home}rss"')
        desk.configure(outlets_folder=str(desk.outlets_folder))
        for stored in (2, 0):
            row = desk.crawl("feed").row("feed")
            assert (row["status"], row["stored"]) == ("finished", stored)
            assert row["reason"] == (
                "https://feed.example/rss: the feed breaks off in the middle; read as far as it"
                " goes, and again the next time"
            )


def test_the_time_in_a_list_dates_a_page_that_has_none_also_in_a_later_run(tmp_path: Path) -> None:
    items = "".join(
        f"<item><link>https://feed.example/berita/{slug}</link>"
        "<pubDate>Mon, 02 Dec 2024 18:30:00 GMT</pubDate></item>"
        for slug in STORIES
    )
    body = f"<rss><channel>{items}</channel></rss>".encode()
    with Newsroom([tiny_site("feed")]) as newsroom:
        newsroom.faults.add(Fault(target="/rss", body=body, content_type="application/rss+xml"))
        desk = Desk(folder=tmp_path, newsroom=newsroom)
        describe(desk.outlets_folder, "feed", sources='[[source]]\nkind = "rss"\nurl = "{home}rss"')
        for budget, stored in ((3, 1), (9, len(STORIES))):
            desk.configure(outlets_folder=str(desk.outlets_folder), budget=budget)
            desk.crawl("feed")
            dates = desk.query("SELECT published, published_source FROM articles")
            assert dates == [("2024-12-03T01:30:00+07:00", "listing")] * stored
