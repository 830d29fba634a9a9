"""Notes of every request whether a server answered it; without any answer our network may be down.

It stands next to the network, so it sees retries and requests for robots.txt too.
"""

from datetime import UTC, datetime
from typing import Self

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import Response

from crawler.connection_errors import connection_reason
from crawler.ledger import Ledger


class ReachMiddleware:
    """Tells the outlet's ledger of every answer and of every request that nobody answered."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Made by Scrapy."""
        return cls(crawler)

    def process_response(self, request: Request, response: Response) -> Response:
        """An answer, whatever its status."""
        ledger = self._crawler.get_extension(Ledger)
        if ledger is not None:
            ledger.reach.answered(datetime.now(UTC))
        return response

    def process_exception(self, request: Request, exception: Exception) -> None:
        """No answer, if it is an error of the connection."""
        ledger = self._crawler.get_extension(Ledger)
        if ledger is not None and connection_reason(exception) is not None:
            ledger.reach.lost(datetime.now(UTC))
