"""Scrapy alone: `python -m benchmarks.bare_spider ADDRESS [STORE]`, the loops to beat.

Without STORE its callback is empty but for a look at the length; with one it is what anybody would
write first: `trafilatura.extract`, an insert, a commit. Settings are Scrapy's own, but for the
newsroom's handler, one request at a time as we ask too, and no log. It imports what it needs and
nothing else, so that its start is its own.
"""

import sqlite3
import sys
from collections.abc import Iterator
from xml.etree import ElementTree as ET  # only our own server's sitemaps are read

from scrapy import Request, Spider
from scrapy.crawler import AsyncCrawlerProcess
from scrapy.http import Response

from benchmarks.outlets import HOST


class BareSpider(Spider):
    """Asks for every page of the sitemaps and looks at its length."""

    name = "bare"
    start_urls = [f"https://{HOST}/sitemap.xml"]  # noqa: RUF012 - as Scrapy has it
    characters = 0

    def parse(self, response: Response) -> Iterator[Request]:
        """A sitemap, or an index of sitemaps."""
        tree = ET.fromstring(response.body)  # noqa: S314
        is_index = tree.tag.endswith("sitemapindex")
        for location in tree.iter("loc"):
            yield Request(location.text or "", self.parse if is_index else self.look)

    def look(self, response: Response) -> None:
        """The trivial callback."""
        self.characters += len(response.text)


class ExtractingSpider(BareSpider):
    """Extracts the text of every page and stores it."""

    name = "extracting"

    def __init__(self, store: str) -> None:
        from trafilatura import extract  # noqa: PLC0415 - the empty callback does not need it

        super().__init__()
        self._extract = extract
        self._db = sqlite3.connect(store)
        self._db.execute("CREATE TABLE pages (url TEXT PRIMARY KEY, text TEXT)")

    def look(self, response: Response) -> None:
        """The callback that anybody would write first."""
        text = self._extract(response.text)
        self._db.execute("INSERT INTO pages VALUES (?, ?)", (response.url, text))
        self._db.commit()


def main(address: str, store: str | None = None) -> None:
    """One crawl of the server at `address`."""
    handler = "crawler.newsroom.handler.LoopbackHandler"
    process = AsyncCrawlerProcess(
        {
            "DOWNLOAD_HANDLERS": {"http": handler, "https": handler},
            "PIAGAM_NEWSROOM": address,
            "CONCURRENT_REQUESTS": 1,
            "LOG_LEVEL": "ERROR",
            "TELNETCONSOLE_ENABLED": False,
        }
    )
    if store is None:
        process.crawl(BareSpider)
    else:
        process.crawl(ExtractingSpider, store=store)
    process.start()


if __name__ == "__main__":
    main(*sys.argv[1:])
