"""Fetches a few pages as politely as a crawl does: robots.txt, delays, limits, User-Agent."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from typing import Any

from scrapy import Request, Spider
from scrapy.crawler import AsyncCrawlerProcess
from scrapy.http import Response
from scrapy.settings import Settings
from twisted.python.failure import Failure
from w3lib.encoding import http_content_type_encoding


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What came of one address."""

    url: str
    """Where the page was found in the end."""
    body: bytes = b""
    charset: str | None = None
    """As the server declared it."""
    problem: str | None = None
    """Why there is no page."""


def fetch_pages(settings: Settings, urls: Sequence[str]) -> dict[str, Fetched]:
    """Fetch each of `urls` once, by address as given; a page that does not come has a problem.

    Once in a process: Twisted's reactor cannot be started again.
    """
    pages: dict[str, Fetched] = {}
    quiet = settings.copy()
    quiet.set("LOG_LEVEL", "ERROR", priority="cmdline")  # the problem of each page is handed back
    process = AsyncCrawlerProcess(quiet)
    process.crawl(_PageSpider, urls=urls, pages=pages)
    process.start()
    return pages


class _PageSpider(Spider):
    name = "read"

    def __init__(self, urls: Sequence[str], pages: dict[str, Fetched], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._urls = urls
        self._pages = pages

    async def start(self) -> AsyncIterator[Request]:
        for url in self._urls:
            asked = {"asked": url}
            try:
                yield Request(url, self._keep, errback=self._lose, cb_kwargs=asked)
            except ValueError as error:
                self._pages[url] = Fetched(url=url, problem=str(error))

    def _keep(self, response: Response, asked: str) -> None:
        content_type = (response.headers.get("Content-Type") or b"").decode("latin-1")
        self._pages[asked] = Fetched(
            url=response.url,
            body=response.body,
            charset=http_content_type_encoding(content_type),
            problem=None if response.status == 200 else f"the server answered {response.status}",
        )

    def _lose(self, failure: Failure) -> None:
        request: Request = failure.request  # type: ignore[attr-defined]
        asked = request.cb_kwargs["asked"]
        problem = str(failure.value).splitlines()[0] if str(failure.value) else ""
        self._pages[asked] = Fetched(url=asked, problem=problem or type(failure.value).__name__)
