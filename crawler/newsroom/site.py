"""What every site of the newsroom is made of: a host, its stories, and a page for each path."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from http import HTTPStatus
from zlib import crc32

from crawler.newsroom.dates import WIB
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
class Edition:
    """What a site has published up to one day."""

    today: date
    stories: tuple[Story, ...]
    """Newest first."""
    revised: Mapping[str, datetime] = field(default_factory=dict)
    """When a story was changed after it was published, by slug."""

    @property
    def now(self) -> datetime:
        """The last minute of the day: the clock behind `2 jam lalu`."""
        return datetime.combine(self.today, time(23, 59), tzinfo=WIB)

    @property
    def last_modified(self) -> datetime | None:
        """When anything of the site last changed; None for an empty site."""
        return max((self.modified(story) for story in self.stories), default=None)

    def modified(self, story: Story) -> datetime:
        """When the story last changed."""
        return self.revised.get(story.slug, story.published)

    def others(self, story: Story | None, count: int, *, salt: str) -> tuple[Story, ...]:
        """Stories for a side list: another choice for each story and `salt`, always the same."""
        rest = [other for other in self.stories if story is None or other.slug != story.slug]
        start = variant(story.slug if story else "", max(len(rest), 1), salt=salt)
        return tuple((rest[start:] + rest[:start])[:count])

    def in_section(self, section: str) -> tuple[Story, ...]:
        """Stories of one section, newest first."""
        return tuple(story for story in self.stories if story.section == section)

    @property
    def hot_tags(self) -> tuple[str, ...]:
        """Tags of the newest stories, for a trending line."""
        return tuple(dict.fromkeys(tag for story in self.stories[:12] for tag in story.tags))

    @property
    def sections(self) -> tuple[str, ...]:
        """Sections that hold a story, in alphabetical order."""
        return tuple(sorted({story.section for story in self.stories}))


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """One page of a paged list."""

    stories: tuple[Story, ...]
    number: int
    pages: int
    total: int

    @property
    def next(self) -> int | None:
        """The number of the following page, None on the last."""
        return self.number + 1 if self.number < self.pages else None


def shelf(stories: Sequence[Story], number: int, size: int) -> Shelf:
    """Page `number` (from 1) of a list; past the end it is empty."""
    start = (number - 1) * size
    return Shelf(
        stories=tuple(stories[start : start + size]),
        number=number,
        pages=-(-len(stories) // size),
        total=len(stories),
    )


def page_number(value: str | None) -> int:
    """A page number from a query, 1 when it is missing, zero or no number."""
    return max(int(value), 1) if value and value.isascii() and value.isdigit() else 1


def variant(key: str, count: int, *, salt: str) -> int:
    """A number below `count` that is always the same for `key` and `salt`."""
    return crc32(f"{salt}:{key}".encode()) % count


def redirect(location: str, *, status: int = HTTPStatus.MOVED_PERMANENTLY) -> Answer:
    """A redirect with the short body that servers send along."""
    body = f'<html><body>Moved to <a href="{location}">{location}</a></body></html>'
    return Answer(status=status, body=body.encode(), headers=(("Location", location),))
