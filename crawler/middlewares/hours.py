"""Outside the hours of an outlet no request is sent, not even for its robots.txt."""

from datetime import UTC, datetime, timedelta
from typing import Self

from scrapy import Request
from scrapy.crawler import Crawler

from crawler.hosts import hosts_of
from crawler.hours import Hours, closed_words
from crawler.ledger import cut_short
from crawler.middlewares.refusals import OutsideHours


class OpenHours:
    """The hours of one crawl: those of the configuration and those of the outlet, both.

    The newsroom plays a clock of its own, which goes on from where it began.
    """

    def __init__(self, crawler: Crawler) -> None:
        settings = crawler.settings
        text, outlet = settings.get("PIAGAM_HOURS"), getattr(crawler.spidercls, "outlet", None)
        given = Hours.parse(text, settings["PIAGAM_ZONE"]) if text else None
        own = getattr(outlet, "hours", None)
        # A visit without an outlet is a person's own, at any hour.
        self._spans = [span for span in (given, own) if span is not None and outlet is not None]
        played = settings.get("PIAGAM_NOW")
        self._begun = datetime.fromisoformat(played) if played else datetime.now(UTC)
        self._clock = hosts_of(settings).clock
        self._began_at = self._clock()

    def problem(self) -> str | None:
        """Why the outlet may not be asked now; None when it may."""
        if not self._spans:
            return None
        now = self._begun + timedelta(seconds=self._clock() - self._began_at)
        closed = [span for span in self._spans if not span.includes(now)]
        return closed_words(closed) if closed else None


class HoursMiddleware:
    """Refuses requests outside the hours; the queue asks once more when a request's turn comes."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._hours = OpenHours(crawler)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Made by Scrapy."""
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        """Raises OutsideHours."""
        problem = self._hours.problem()
        if problem is not None:
            cut_short(self._crawler, problem)
            raise OutsideHours(problem)
