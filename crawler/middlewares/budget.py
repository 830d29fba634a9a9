"""An outlet's budget: so many requests a run, and not one more."""

from typing import Self

from scrapy import Request
from scrapy.crawler import Crawler

from crawler.ledger import note
from crawler.middlewares.refusals import BudgetSpent


class BudgetMiddleware:
    """Counts every request, robots.txt, redirects and retries too, and refuses past the budget."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._budget = crawler.settings.getint("PIAGAM_BUDGET")
        self._spent = 0

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Made by Scrapy."""
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        """Raises BudgetSpent."""
        if self._spent >= self._budget:
            reason = f"the budget of {self._budget} requests is spent"
            note(self._crawler, reason)
            raise BudgetSpent(reason)
        self._spent += 1
