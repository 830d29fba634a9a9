"""What a crawl's log says of our own errors: the address, never the whole article."""

import logging
from typing import Any

from scrapy import Request, Spider
from scrapy.http import Response
from scrapy.logformatter import LogFormatter, LogFormatterResult
from twisted.python.failure import Failure

from storage.database import StoreError


class LogLines(LogFormatter):
    """Scrapy's log lines, but for a broken store, which the ledger tells in one line."""

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
