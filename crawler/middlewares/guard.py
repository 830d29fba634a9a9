"""An outlet can lead only to its own hosts, whatever its pages link or redirect to."""

from typing import Self
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.crawler import Crawler

from crawler.middlewares.refusals import OffSite
from crawler.middlewares.robots import is_robots_request


class HostGuard:
    """Refuses requests to hosts that the spider's `allowed_domains` does not name, exactly."""

    def __init__(self, crawler: Crawler) -> None:
        self._hosts = frozenset(getattr(crawler.spidercls, "allowed_domains", ()))
        self._stats = crawler.stats

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Made by Scrapy."""
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        """Raises OffSite. A robots.txt may be redirected anywhere (RFC 9309, 2.3.1.2)."""
        host = urlsplit(request.url).hostname
        if not self._hosts or host in self._hosts or is_robots_request(request):
            return
        self._stats.inc_value("guard/offsite")
        raise OffSite(f"leads to {host}, which is not the outlet's")
