"""What a site may send without end, and a store that others hold: memory and time stay bounded."""

import re
import sqlite3
import threading
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from crawler.newsroom.faults import Fault
from crawler.newsroom.server import Newsroom
from crawler.newsroom.site import XML, Answer, Site, Visit
from tests.crawling.conftest import Desk
from tests.crawling.tiny import STORIES, describe, host_of, target_of, tiny_site

BOMB_BYTES = 900 << 20
MOST_MEGABYTES = 200
MANY = 50_000
SITEMAP = '[[source]]\nkind = "sitemap"\nurl = "{home}sitemap.xml"\n'


@pytest.fixture(scope="module")
def bomb() -> bytes:
    """900 MB of nothing, packed into less than one."""
    packer = zlib.compressobj(9, zlib.DEFLATED, zlib.MAX_WBITS | 16)
    piece = bytes(1 << 20)
    packed = b"".join(packer.compress(piece) for _ in range(BOMB_BYTES >> 20)) + packer.flush()
    assert len(packed) < 1 << 20
    return packed


def test_what_unpacks_to_900_megabytes_is_dropped_and_memory_stays_small(
    tmp_path: Path, bomb: bytes
) -> None:
    names = ("story", "feed", "robots", "sitemap")
    with Newsroom([tiny_site(name) for name in names]) as newsroom:
        desk = Desk(folder=tmp_path, newsroom=newsroom)
        for name in names:
            feed = '[[source]]\nkind = "rss"\nurl = "{home}feed"\n'
            sources = {"feed": feed, "sitemap": SITEMAP.replace("xml", "xml.gz")}.get(name)
            describe(desk.outlets_folder, name, sources=sources)
        packed = (("Content-Encoding", "gzip"),)
        for name, target, headers in (
            ("story", target_of(STORIES[0]), packed),
            ("feed", "/feed", packed),
            ("robots", "/robots.txt", packed),
            ("sitemap", "/sitemap.xml.gz", ()),
        ):
            host = host_of(name)
            newsroom.faults.add(Fault(host=host, target=target, body=bomb, headers=headers))
        desk.configure(outlets_folder=str(desk.outlets_folder), outlets=list(names))
        result = desk.crawl(*names)

    assert result.code == 1
    assert result.told["peak_megabytes"] < MOST_MEGABYTES
    assert desk.query(
        "SELECT reason FROM addresses WHERE outlet = 'story' AND state = 'dropped'"
    ) == [("too-large",)]
    statuses = dict(desk.query("SELECT outlet, status FROM outlet_runs"))
    assert statuses == {
        "story": "finished",
        "feed": "failed",
        "robots": "failed",
        "sitemap": "failed",
    }
    ((kept,),) = desk.query("SELECT count(*) FROM articles WHERE outlet = 'story'")
    assert kept == len(STORIES) - 1


def large_sitemap() -> Site:
    """A site that lists fifty thousand stories at once."""

    def listed(visit: Visit, match: re.Match[str]) -> Answer:
        entries = "".join(
            f"<url><loc>https://{host_of('besar')}/berita/{_words(number)}</loc></url>"
            for number in range(MANY)
        )
        return Answer(body=f"<urlset>{entries}</urlset>".encode(), content_type=XML)

    site = tiny_site("besar")
    routes = ((r"/sitemap\.xml", listed), *site.routes)
    return Site(name="besar", host=site.host, title="besar", routes=routes, missing=site.missing)


def _words(number: int) -> str:
    return "berita-" + "".join(chr(ord("a") + int(digit)) for digit in f"{number:05}")


def test_a_sitemap_of_fifty_thousand_addresses_is_known_at_once_and_read_night_by_night(
    tmp_path: Path,
) -> None:
    with Newsroom([large_sitemap()]) as newsroom:
        desk = Desk(folder=tmp_path, newsroom=newsroom)
        describe(desk.outlets_folder, "besar", sources=SITEMAP)
        desk.configure(outlets_folder=str(desk.outlets_folder), outlets=["besar"], budget=7)
        result = desk.crawl("besar")
        first = desk.query("SELECT discovered, stored, pending FROM outlet_runs")
        desk.crawl("besar")

    assert (result.code, first) == (0, [(MANY, 5, MANY - 5)])
    assert result.told["peak_megabytes"] < MOST_MEGABYTES
    sums = desk.query("SELECT stored, pending FROM outlet_runs ORDER BY run_id")
    assert sums[1] == (5, MANY - 10)


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Desk]:
    with Newsroom([tiny_site("kecil")]) as newsroom:
        desk = Desk(folder=tmp_path, newsroom=newsroom)
        describe(desk.outlets_folder, "kecil")
        desk.configure(outlets_folder=str(desk.outlets_folder), outlets=["kecil"])
        yield desk


def test_a_store_that_another_holds_for_a_moment_is_waited_for(small: Desk) -> None:
    small.crawl("kecil")
    with sqlite3.connect(small.store, check_same_thread=False) as other:
        other.execute("DELETE FROM addresses")
        other.execute("DELETE FROM discovery_pages")
        other.commit()
        other.execute("BEGIN IMMEDIATE")
        release = threading.Timer(4, other.rollback)
        release.start()
        result = small.crawl("kecil")
        release.join()
    other.close()

    assert result.code == 0, result.err
    assert result.row("kecil")["stored"] == len(STORIES)


@pytest.mark.heavy
def test_a_store_that_another_never_lets_go_ends_the_crawl_in_a_line(small: Desk) -> None:
    small.crawl("kecil")
    with sqlite3.connect(small.store) as other:
        other.execute("BEGIN IMMEDIATE")
        held = small.crawl("kecil")
        other.rollback()
    other.close()

    assert held.code == 1
    assert "another program has kept it locked for 30 s; end that" in held.err
    assert "Traceback" not in held.err
    assert small.crawl("kecil").code == 0
