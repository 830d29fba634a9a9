"""What a crawl's log says of our own errors: the address, never the whole article."""

import logging
from typing import Any, Self

from scrapy import Request, Spider
from scrapy.crawler import Crawler
from scrapy.http import Response
from scrapy.logformatter import LogFormatter, LogFormatterResult
from twisted.python.failure import Failure

from storage.database import StoreError


class LogLines(LogFormatter):
    """Scrapy's log lines, but for a broken store, which the ledger tells in one line.

    Lines of pages and stories that came are made only where LOG_LEVEL shows them: Scrapy makes
    both for every page, 0.1 ms of CPU, before it finds that nobody reads them.
    """

    def __init__(self, *, tells_pages: bool = True) -> None:
        super().__init__()
        self._tells_pages = tells_pages

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Made by Scrapy."""
        level = crawler.settings.get("LOG_LEVEL")
        number = logging.getLevelNamesMapping().get(str(level).upper(), level)
        return cls(tells_pages=int(number) <= logging.DEBUG)

    def crawled(  # type: ignore[override]  # Scrapy writes nothing where it gets None
        self, request: Request, response: Response, spider: Spider
    ) -> LogFormatterResult | None:
        """A page that came."""
        return super().crawled(request, response, spider) if self._tells_pages else None

    def scraped(  # type: ignore[override]  # as above
        self, item: Any, response: Response | Failure | None, spider: Spider
    ) -> LogFormatterResult | None:
        """A story that was kept."""
        return super().scraped(item, response, spider) if self._tells_pages else None

    def item_error(
        self,
        item: Any,
        exception: BaseException,
        response: Response | Failure | None,
        spider: Spider,
    ) -> LogFormatterResult:
        """A story that could not be kept."""
        return {
            "level": _level(exception),
            "msg": "Error in keeping %(address)s",
            "args": {"address": getattr(item, "address", None)},
        }

    def spider_error(
        self, failure: Failure, request: Request, response: Response | Failure, spider: Spider
    ) -> LogFormatterResult:
        """A page that could not be read."""
        told = super().spider_error(failure, request, response, spider)
        told["level"] = _level(failure.value)
        return told


def _level(error: BaseException | None) -> int:
    return logging.DEBUG if isinstance(error, StoreError) else logging.ERROR
