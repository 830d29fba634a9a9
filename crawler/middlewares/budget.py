"""An outlet's budget: so many requests a run, and so many minutes, and not one more."""

from typing import Self

from scrapy import Request
from scrapy.crawler import Crawler

from crawler.hosts import hosts_of
from crawler.ledger import cut_short, note
from crawler.middlewares.refusals import BudgetSpent


class BudgetMiddleware:
    """Counts every request, robots.txt, redirects and retries too, and refuses past the budget.

    The minutes keep a slow outlet from holding up the night.
    """

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._budget = crawler.settings.getint("PIAGAM_BUDGET")
        self._spent = 0
        self._minutes = crawler.settings.getfloat("PIAGAM_MINUTES")
        self._clock = hosts_of(crawler.settings).clock
        self._until = self._clock() + 60 * self._minutes

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Made by Scrapy."""
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        """Raises BudgetSpent."""
        if self._clock() >= self._until:
            reason = f"its {self._minutes:g} minutes are spent"
            cut_short(self._crawler, reason)
            raise BudgetSpent(reason)
        if self._spent >= self._budget:
            reason = f"the budget of {self._budget} requests is spent"
            note(self._crawler, reason)
            raise BudgetSpent(reason)
        self._spent += 1
