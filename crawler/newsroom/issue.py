"""One issue of the newsroom: its sites on one day, with every page made at most once."""

from collections.abc import Iterable
from datetime import date, datetime
from urllib.parse import parse_qsl, unquote, urlsplit

from crawler.newsroom import browsing
from crawler.newsroom.connection import Incoming
from crawler.newsroom.edition import Edition
from crawler.newsroom.site import Answer, Site, Visit, redirect
from crawler.newsroom.stories import Story

_MOST_PAGES_KEPT = 2_000


class Issue:
    """What the newsroom answers until it turns to another day or publishes something."""

    def __init__(self, sites: Iterable[Site], today: date) -> None:
        self.sites = {site.host: site for site in sites}
        self.today = today
        self._editions: dict[str, Edition] = {
            host: site.edition(today) for host, site in self.sites.items()
        }
        self._made: dict[tuple[str, str | None, str, str], Answer] = {}

    def on(self, day: date) -> "Issue":
        """The issue of another day."""
        return Issue(self.sites.values(), day)

    def with_story(self, host: str, story: Story, at: datetime) -> "Issue":
        """The issue after the site of `host` published or corrected a story."""
        changed = {**self.sites, host: self.sites[host].with_story(story, at)}
        return Issue(changed.values(), self.today)

    def answer(self, request: Incoming) -> Answer:
        """The answer of the site that the request is for, its path prefix undone."""
        key = (request.host, request.scheme, request.target, request.user_agent)
        answer = self._made.get(key)
        if answer is None:
            answer = self._make(request)
            if len(self._made) < _MOST_PAGES_KEPT:
                self._made[key] = answer
        return answer

    def _make(self, request: Incoming) -> Answer:
        target = urlsplit(request.target)
        named = target.hostname or request.host
        prefix, host, path = browsing.split_prefix(named, unquote(target.path))
        bare = host.removeprefix("www.")
        site = self.sites.get(bare) or self.sites.get(f"www.{bare}")
        if site is None:
            return browsing.front_page(host, path, tuple(self.sites.values()))
        if not prefix and (request.scheme == "http" or host != site.host):
            return redirect(f"https://{site.host}{_relative(request.target)}")
        visit = Visit(
            path=path,
            query=dict(parse_qsl(target.query, keep_blank_values=True)),
            user_agent=request.user_agent,
            edition=self._editions[site.host],
        )
        answer = site.answer(visit)
        return browsing.rewritten(answer, prefix, self.sites) if prefix else answer


def _relative(target: str) -> str:
    """The target without scheme and host, which a client of a proxy sends along."""
    return urlsplit(target)._replace(scheme="", netloc="").geturl()
