"""No request leaves for a host that is not public, or that is not the outlet's."""

from typing import Self
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.crawler import Crawler

from crawler.middlewares.addresses import problem_of_host
from crawler.middlewares.refusals import OffSite, PrivateHost
from crawler.middlewares.robots import is_robots_request


class HostGuard:
    """Refuses hosts of private networks, and those that `allowed_domains` does not name, exactly.

    A spider without `allowed_domains` may ask any public host. The one private address that may be
    asked is that of the newsroom, and only where the setting PIAGAM_NEWSROOM names it.
    """

    def __init__(self, crawler: Crawler) -> None:
        self._hosts = frozenset(getattr(crawler.spidercls, "allowed_domains", ()))
        self._newsroom = crawler.settings.get("PIAGAM_NEWSROOM")
        self._stats = crawler.stats

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Made by Scrapy."""
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        """Raises PrivateHost or OffSite. A robots.txt may be redirected to any public host.

        (RFC 9309, 2.3.1.2.)
        """
        parts = urlsplit(request.url)
        is_newsroom = self._newsroom is not None and parts.netloc == self._newsroom
        problem = None if is_newsroom else problem_of_host(parts.hostname or "")
        if parts.scheme not in ("http", "https"):
            problem = f"{parts.scheme}: is no web address"
        if problem is not None:
            self._stats.inc_value("guard/private")
            raise PrivateHost(problem)
        if not self._hosts or parts.hostname in self._hosts or is_robots_request(request):
            return
        self._stats.inc_value("guard/offsite")
        raise OffSite(f"leads to {parts.hostname}, which is not the outlet's")
