"""What every site of the newsroom is made of: a host, its stories, and a page for each path."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from http import HTTPStatus

from crawler.newsroom.dates import WIB
from crawler.newsroom.edition import Edition, page_number
from crawler.newsroom.stories import Story

HTML = "text/html; charset=UTF-8"
XML = "text/xml; charset=UTF-8"
TEXT = "text/plain; charset=UTF-8"
JSON = "application/json; charset=UTF-8"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a site says to one request, before validators and compression."""

    body: bytes
    status: int = 200
    content_type: str = HTML
    headers: tuple[tuple[str, str], ...] = ()
    last_modified: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One request as a site sees it."""

    path: str
    query: Mapping[str, str]
    """The last value of each key."""
    user_agent: str
    edition: Edition

    @property
    def page(self) -> int:
        """`?page=N`, 1 when it is missing or no number."""
        return page_number(self.query.get("page"))


Page = Callable[[Visit, re.Match[str]], Answer | None]
"""Makes the answer for a path that matched; None means 404."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """One outlet: routes are tried in order."""

    name: str
    """The outlet's name, which is also the folder of its stories."""
    host: str
    title: str
    routes: tuple[tuple[str, Page], ...]
    """Patterns that must match the whole path."""
    missing: Callable[[Visit], Answer]
    """The site's 404 page."""
    guard: Callable[[Visit], Answer | None] = lambda visit: None
    """Refuses a visit before any page is made."""
    stories: tuple[Story, ...] = ()
    revised: Mapping[str, datetime] = field(default_factory=dict)

    def edition(self, today: date) -> Edition:
        """What is published on `today`."""
        visible = [s for s in self.stories if s.published.astimezone(WIB).date() <= today]
        visible.sort(key=lambda story: (story.published, story.slug), reverse=True)
        return Edition(today=today, stories=tuple(visible), revised=self.revised)

    def answer(self, visit: Visit) -> Answer:
        """The page for a visit, the site's refusal, or its 404 page."""
        refusal = self.guard(visit)
        if refusal is not None:
            return refusal
        for pattern, page in self.routes:
            match = re.fullmatch(pattern, visit.path)
            answer = page(visit, match) if match else None
            if answer is not None:
                return answer
        return self.missing(visit)

    def with_story(self, story: Story, at: datetime) -> "Site":
        """The site after it published `story` at `at`, or replaced the one of the same slug."""
        rest = tuple(other for other in self.stories if other.slug != story.slug)
        revised = self.revised
        if len(rest) < len(self.stories):
            revised = {**revised, story.slug: at}
        return replace(self, stories=(*rest, story), revised=revised)


def redirect(location: str, *, status: int = HTTPStatus.MOVED_PERMANENTLY) -> Answer:
    """A redirect with the short body that servers send along."""
    body = f'<html><body>Moved to <a href="{location}">{location}</a></body></html>'
    return Answer(status=status, body=body.encode(), headers=(("Location", location),))


def moved(location: str) -> Page:
    """A page that has moved to `location` for good."""
    return lambda visit, match: redirect(location)
