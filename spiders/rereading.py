"""A story read once more from what the archive holds of it, as the spider did."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from urllib.parse import urljoin

from crawler.archive.record import Response
from crawler.extraction.addresses import canonical_url, part_number
from crawler.extraction.page import Page, read_page
from crawler.http_headers import charset_of
from crawler.story_pages import StoryPages
from spiders.dating import dated
from spiders.outcomes import outcome_of_page, outcome_of_status
from spiders.outlet import Identity, Outlet
from storage.records import Article

_MOST_HOPS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Reread:
    """What today's rules make of the pages of one story."""

    article: Article | None = None
    url: str = ""
    """Where its first page was in the end."""
    problem: str | None = None
    """Why there is no article, as a sentence goes on."""
    reason: str | None = None
    """The same in a word."""


def reread(
    outlet: Outlet, responses: Sequence[Response], *, address: str, listed: datetime | None
) -> Reread:
    """Read the story at `address` from the responses of one run, in the order of asking.

    `listed` is when the outlet's list said that it was published, for pages that do not say.
    """
    by_url = {response.url: response for response in responses}
    by_part = {_part(response.url): response for response in responses}
    first = _final(by_url, responses[0].url) if responses else None
    if first is None:
        return Reread(problem="its first page is not in the archive", reason="no-first-page")
    page, why = _page(outlet, first)
    if page is None:
        return Reread(problem=f"reads as no article now: {why}", reason=why)
    story = StoryPages.begin(page, url=first.url, rules=outlet.rules, owns=outlet.owns)
    while story.wanted is not None:
        part = _final(by_url, story.wanted) or _other_form(by_part, story.wanted)
        story.take(*(_page(outlet, part) if part else (None, "not in the archive")))
    joined = story.joined()
    if joined.article is None:
        return Reread(problem="its parts make no article", reason="parts")
    url = identity(outlet, joined, url=first.url, address=address)
    article = dated(replace(joined.article, url=url), listed, outlet.zone)
    return Reread(article=article, url=first.url)


def identity(outlet: Outlet, page: Page, *, url: str, address: str) -> str:
    """Under which address an article is kept that was asked for as `address`, found at `url`."""
    trusted = outlet.identity is Identity.CANONICAL_LINK
    if trusted and page.canonical and is_article(outlet, page.canonical):
        return outlet.address_of(page.canonical)
    return outlet.address_of(url) if is_article(outlet, url) else address


def is_article(outlet: Outlet, url: str) -> bool:
    """Whether `url`, in whatever form, leads to an article of the outlet."""
    return outlet.is_article_address(outlet.address_of(url))


def _final(by_url: dict[str, Response], url: str) -> Response | None:
    """What came for `url` in the end, redirects followed; None where the archive has nothing."""
    for _ in range(_MOST_HOPS):
        response = by_url.get(url)
        location = response.header("Location") if response is not None else None
        if response is None or location is None or response.status // 100 != 3:
            return response
        url = urljoin(url, location)
    return None


def _other_form(by_part: dict[tuple[str, int], Response], url: str) -> Response | None:
    """A further part that others asked for in another form of its address."""
    return by_part.get(_part(url)) if part_number(url) > 1 else None


def _part(url: str) -> tuple[str, int]:
    return canonical_url(url), part_number(url)


def _page(outlet: Outlet, response: Response) -> tuple[Page | None, str | None]:
    """The page of an article, or why it is none, in the words of the spider."""
    outcome = outcome_of_status(response.status)
    if outcome is not None:
        return None, outcome.reason
    headers = {name.lower(): value for name, value in response.headers}
    page = read_page(
        response.body,
        outlet=outlet.name,
        url=response.url,
        rules=outlet.rules,
        encoding=charset_of(headers),
    )
    outcome = outcome_of_page(page)
    return (page, None) if outcome is None else (None, outcome.reason)
