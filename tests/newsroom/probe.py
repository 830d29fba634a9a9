"""Fetches URLs with Scrapy through the loopback handler and prints what a spider saw, as JSON.

`python -m tests.newsroom.probe ADDRESS URL…`; run in a process of its own, as a reactor runs once.
"""

import json
import sys
from collections.abc import AsyncIterator
from typing import Any

from scrapy import Request, Spider
from scrapy.crawler import CrawlerProcess
from scrapy.http import Response
from twisted.python.failure import Failure


class Probe(Spider):
    """Asks for each URL once and keeps the answers."""

    name = "probe"
    handle_httpstatus_list = (403, 404, 429, 500)

    def __init__(self, urls: list[str], seen: list[dict[str, Any]]) -> None:
        super().__init__()
        self._urls, self._seen = urls, seen

    async def start(self) -> AsyncIterator[Request]:
        for url in self._urls:
            yield Request(url, self.keep, errback=self.fail, meta={"asked": url}, dont_filter=True)

    def keep(self, response: Response) -> None:
        self._seen.append(
            {
                "asked": response.meta["asked"],
                "url": response.url,
                "status": response.status,
                "kind": type(response).__name__,
                "start": response.body[:60].decode(errors="replace"),
                "timed": response.meta["download_latency"] > 0,
                "through": response.meta.get("redirect_urls", []),
            }
        )

    def fail(self, failure: Failure) -> None:
        request = failure.request  # type: ignore[attr-defined]
        self._seen.append({"asked": request.meta["asked"], "error": type(failure.value).__name__})


def main(address: str, *urls: str) -> None:
    handler = "crawler.newsroom.handler.LoopbackHandler"
    seen: list[dict[str, Any]] = []
    process = CrawlerProcess(
        {
            "DOWNLOAD_HANDLERS": {"http": handler, "https": handler},
            "PIAGAM_NEWSROOM": address,
            "USER_AGENT": "Mozilla/5.0 (compatible; Piagam/0.1; +https://example.org/piagam)",
            "DOWNLOAD_TIMEOUT": 1,
            "DOWNLOAD_DELAY": 0,
            "RETRY_ENABLED": False,
            "TELNETCONSOLE_ENABLED": False,
            "LOG_LEVEL": "ERROR",
        }
    )
    process.crawl(Probe, urls=list(urls), seen=seen)
    process.start()
    sys.stdout.write(json.dumps(seen))


if __name__ == "__main__":
    main(*sys.argv[1:])
