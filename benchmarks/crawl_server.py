"""A site of many pages on loopback: `./dev bench --serve PAGES`, prints its address.

Its sitemaps list numbered addresses; behind them are the newsroom's pages in turn, those that
report an award once each, so that the store grows as at night. A benchmark runs it as a process of
its own, `python -m benchmarks.crawl_server PAGES`, which ends when standard input does.
"""

import re
import sys
from contextlib import suppress
from itertools import cycle, islice
from threading import Event

from benchmarks.pages import record_pages
from crawler.newsroom.server import Newsroom
from crawler.newsroom.site import TEXT, XML, Answer, Site, Visit
from crawler.newsroom.stories import StoryKind

HOST = "banyak.example"
_A_SITEMAP = 5000


def main(pages: int, *, until_interrupted: bool = False) -> None:
    """Serve until nobody listens any more, or until Ctrl+C."""
    with Newsroom([_site(pages)]) as newsroom:
        print(newsroom.address, flush=True)
        if until_interrupted:
            with suppress(KeyboardInterrupt):
                Event().wait()
        else:
            sys.stdin.read()


def _site(pages: int) -> Site:
    bodies = _bodies(pages)
    maps = -(-pages // _A_SITEMAP)

    def rules(visit: Visit, match: re.Match[str]) -> Answer:
        return Answer(body=b"User-agent: *\nAllow: /\n", content_type=TEXT)

    def index(visit: Visit, match: re.Match[str]) -> Answer:
        entries = "".join(
            f"<sitemap><loc>https://{HOST}/sitemap-{number}.xml</loc></sitemap>"
            for number in range(maps)
        )
        return _xml(f"<sitemapindex>{entries}</sitemapindex>")

    def sitemap(visit: Visit, match: re.Match[str]) -> Answer:
        first = int(match["number"]) * _A_SITEMAP
        entries = "".join(
            f"<url><loc>https://{HOST}/berita/{number}</loc></url>"
            for number in range(first, min(first + _A_SITEMAP, pages))
        )
        return _xml(f"<urlset>{entries}</urlset>")

    def story(visit: Visit, match: re.Match[str]) -> Answer:
        return Answer(body=bodies[int(match["number"])])

    return Site(
        name="banyak",
        host=HOST,
        title="Banyak",
        routes=(
            (r"/robots\.txt", rules),
            (r"/sitemap\.xml", index),
            (r"/sitemap-(?P<number>\d+)\.xml", sitemap),
            (r"/berita/(?P<number>\d+)", story),
        ),
        missing=lambda visit: Answer(status=404, body=b"tidak ada"),
    )


def _bodies(pages: int) -> list[bytes]:
    recorded = [(page.kind, _own(page.body)) for page in record_pages()]
    awards = [body for kind, body in recorded if kind is StoryKind.AWARD]
    others = [body for kind, body in recorded if kind is not StoryKind.AWARD]
    return [*islice(awards, pages), *islice(cycle(others), max(0, pages - len(awards)))]


def _own(body: bytes) -> bytes:
    """The page without what names its real address, which would fold all copies into one."""
    return re.sub(rb'<link[^>]+rel="(?:canonical|amphtml)"[^>]*>|<meta[^>]+og:url[^>]*>', b"", body)


def _xml(content: str) -> Answer:
    return Answer(body=f'<?xml version="1.0"?>{content}'.encode(), content_type=XML)


if __name__ == "__main__":
    main(int(sys.argv[1]))
