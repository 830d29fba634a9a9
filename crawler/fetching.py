"""Fetches a few stories as politely as a crawl does: robots.txt, delays, limits, User-Agent."""

from collections.abc import AsyncIterator, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from scrapy import Request, Spider
from scrapy.crawler import AsyncCrawlerProcess
from scrapy.http import Response
from scrapy.settings import Settings
from twisted.python.failure import Failure

from crawler.documents import DocumentError, DocumentReader
from crawler.extraction.page import Page
from crawler.http_headers import charset_of, plain_headers
from crawler.story_pages import StoryPages


@dataclass(slots=True, kw_only=True)
class Fetched:
    """What came of one address."""

    page: Page | None = None
    """The story, its parts joined."""
    problem: str | None = None
    """Why there is no page."""
    lost: list[str] = field(default_factory=list)
    """One line for each part of the story that did not come."""


def fetch_pages(
    settings: Settings, urls: Sequence[str], reader: DocumentReader
) -> dict[str, Fetched]:
    """Fetch each of `urls` once, and the further parts of its story; by address as given.

    Once in a process: Twisted's reactor cannot be started again.
    """
    pages = {url: Fetched() for url in urls}
    quiet = settings.copy()
    quiet.set("LOG_LEVEL", "ERROR", priority="cmdline")  # the problem of each page is handed back
    process = AsyncCrawlerProcess(quiet)
    process.crawl(_PageSpider, pages=pages, reader=reader)
    process.start()
    return pages


class _PageSpider(Spider):
    name = "read"

    def __init__(self, pages: dict[str, Fetched], reader: DocumentReader, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._pages = pages
        self._reader = reader

    async def start(self) -> AsyncIterator[Request]:
        for url, found in self._pages.items():
            try:
                yield Request(url, self._keep, errback=self._lose, cb_kwargs={"found": found})
            except ValueError as error:
                found.problem = str(error)

    def _keep(self, response: Response, found: Fetched) -> Iterator[Request]:
        try:
            found.page = self._read(response)
        except DocumentError as error:
            found.problem = str(error)
            return
        yield from self._go_on(found, self._reader.story(found.page, response.url))

    def _lose(self, failure: Failure) -> None:
        _asked(failure)["found"].problem = _words(failure)

    def _go_on(self, found: Fetched, story: StoryPages) -> Iterator[Request]:
        found.page = story.joined()
        if story.wanted is not None:
            asked = {"found": found, "story": story}
            yield Request(story.wanted, self._keep_part, errback=self._lose_part, cb_kwargs=asked)

    def _keep_part(
        self, response: Response, found: Fetched, story: StoryPages
    ) -> Iterator[Request]:
        try:
            part = self._read(response)
        except DocumentError as error:
            yield from self._miss(found, story, str(error))
        else:
            story.take(part)
            yield from self._go_on(found, story)

    def _lose_part(self, failure: Failure) -> Iterator[Request]:
        asked = _asked(failure)
        yield from self._miss(asked["found"], asked["story"], _words(failure))

    def _miss(self, found: Fetched, story: StoryPages, why: str) -> Iterator[Request]:
        if story.whole is None:  # else the parts follow one by one
            found.lost.append(f"its part {story.wanted}: {why}")
        story.take(None, why)
        yield from self._go_on(found, story)

    def _read(self, response: Response) -> Page:
        if response.status != 200:
            raise DocumentError(f"the server answered {response.status}")
        charset = charset_of(plain_headers(response))
        return self._reader.page(response.body, url=response.url, charset=charset)


def _asked(failure: Failure) -> dict[str, Any]:
    request: Request = failure.request  # type: ignore[attr-defined]
    return request.cb_kwargs


def _words(failure: Failure) -> str:
    problem = str(failure.value).splitlines()[0] if str(failure.value) else ""
    return problem or type(failure.value).__name__
