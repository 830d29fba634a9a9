"""Scrapy with a trivial callback: `python -m benchmarks.bare_spider ADDRESS`, the loop to beat."""

import sys
from collections.abc import Iterator
from xml.etree import ElementTree as ET  # only our own server's sitemaps are read

from scrapy import Request, Spider
from scrapy.crawler import AsyncCrawlerProcess
from scrapy.http import Response

from benchmarks.crawl_server import HOST


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


def main(address: str) -> None:
    """The same handler, the same single queue, no delay; everything else as Scrapy has it."""
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
    process.crawl(BareSpider)
    process.start()


if __name__ == "__main__":
    main(sys.argv[1])
