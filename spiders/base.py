"""The spider of every outlet: discovers, reads articles and their parts, settles each address."""

from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, replace
from typing import Any, ClassVar
from zoneinfo import ZoneInfo

from scrapy import Request, Spider
from scrapy.http import Response, TextResponse
from scrapy.settings import BaseSettings
from twisted.python.failure import Failure
from w3lib.encoding import http_content_type_encoding

from crawler.extraction.page import Page, read_page
from crawler.ledger import ADDRESS, Ledger, ledger_of
from crawler.pipelines import Story
from crawler.story_pages import StoryPages
from spiders.discovery import Scout, Visit
from spiders.outcomes import Outcome, outcome_of_error, outcome_of_page, outcome_of_status
from spiders.outlet import Identity, Outlet
from spiders.reading import Answer
from storage.addresses import frontier, listed_published
from storage.records import AddressState, Article

_DISCOVERY_FIRST = 100
_PARTS_SOON = 50


@dataclass(slots=True, kw_only=True, eq=False)
class Errand:
    """An address on its way to become an article, with the parts read so far."""

    address: str
    url: str = ""
    """Where the first page was in the end."""
    story: StoryPages | None = None
    """Set when the first page is read."""


class OutletSpider(Spider):
    """Reads one outlet; `spiders.loader` makes a subclass for each outlet file."""

    outlet: ClassVar[Outlet]
    ledger: Ledger
    scout: Scout

    @classmethod
    def update_settings(cls, settings: BaseSettings) -> None:
        """The outlet's own delay and budget; the newsroom needs no delay."""
        super().update_settings(settings)
        outlet = cls.outlet
        if outlet.delay is not None and not settings.get("PIAGAM_NEWSROOM"):
            delay = max(outlet.delay, settings.getfloat("DOWNLOAD_DELAY"))
            settings.set("DOWNLOAD_DELAY", delay, priority="spider")
        if outlet.budget is not None:
            budget = min(outlet.budget, settings.getint("PIAGAM_BUDGET"))
            settings.set("PIAGAM_BUDGET", budget, priority="spider")

    async def start(self) -> AsyncIterator[Request]:
        """First the discovery pages, then what earlier runs left unread."""
        self.ledger = ledger_of(self.crawler)
        self.scout = Scout(self.outlet, self.ledger, today=self.ledger.today)
        unread = frontier(self.ledger.db, self.name)
        self.ledger.expect(len(unread))
        for visit in self.scout.begin():
            yield self._discovery_request(visit)
        for address in unread:
            yield self._article_request(address, address)

    def _discovery_request(self, visit: Visit) -> Request:
        return Request(
            visit.url,
            callback=self.read_discovery,
            errback=self.lose_discovery,
            cb_kwargs={"visit": visit},
            headers=dict(visit.headers),
            priority=_DISCOVERY_FIRST,
        )

    def read_discovery(self, response: Response, visit: Visit) -> Iterator[Request]:
        """Follow a walk, and ask for the addresses that are new."""
        step = self.scout.read(visit, answer_of(response))
        self.ledger.expect(len(step.new))
        for following in step.visits:
            yield self._discovery_request(following)
        for address, url in step.new.items():
            yield self._article_request(address, url)

    def lose_discovery(self, failure: Failure) -> Iterator[Request]:
        """A discovery page that did not come: another source may step in."""
        outcome = outcome_of_error(failure)
        if outcome is None:
            return  # the middleware has told the certificate why
        visit = _asked(failure)["visit"]
        for following in self.scout.fail(visit, outcome.reason).visits:
            yield self._discovery_request(following)

    def _article_request(self, address: str, url: str) -> Request:
        return Request(
            url,
            callback=self.read_article,
            errback=self.lose_article,
            cb_kwargs={"errand": Errand(address=address)},
            meta={ADDRESS: address},
        )

    def read_article(self, response: Response, errand: Errand) -> Iterator[Request | Story]:
        """Read the first page of a story, and ask for its other parts."""
        page, outcome = self._read(response)
        if page is None or outcome is not None:
            self._settle(errand, outcome)
            return
        if response.meta.get("redirect_urls") and not self._is_article(response.url):
            self._settle(errand, Outcome(state=AddressState.DROPPED, reason="moved"))
            return
        errand.url = response.url
        errand.story = StoryPages.begin(
            page, url=response.url, rules=self.outlet.rules, owns=self.outlet.owns
        )
        yield from self._go_on(errand, errand.story)

    def lose_article(self, failure: Failure) -> None:
        """Settle an address whose page did not come; what may not be asked for now stays new."""
        outcome = outcome_of_error(failure)
        if outcome is not None:
            self._settle(_asked(failure)["errand"], outcome)

    def _go_on(self, errand: Errand, story: StoryPages) -> Iterator[Request | Story]:
        url = story.wanted
        if url is None:
            article = self._dated(errand, self._joined(errand, story))
            yield Story(address=errand.address, article=article)
            return
        yield Request(
            url,
            callback=self.read_part,
            errback=self.lose_part,
            cb_kwargs={"errand": errand, "story": story},
            meta={ADDRESS: errand.address},
            priority=_PARTS_SOON,
        )

    def read_part(
        self, response: Response, errand: Errand, story: StoryPages
    ) -> Iterator[Request | Story]:
        """One more part of a story, or all of it; a part that may come later costs this night."""
        page, outcome = self._read(response)
        is_for_later = outcome is not None and outcome.state is AddressState.FAILED
        if outcome is not None and is_for_later and story.whole is None:
            self._settle(errand, replace(outcome, reason=f"part: {outcome.reason}"))
            return
        story.take(page if outcome is None else None)
        yield from self._go_on(errand, story)  # of a part that is gone the article will warn

    def lose_part(self, failure: Failure) -> Iterator[Request | Story]:
        """A part that did not come: the story is read again by the next run."""
        asked = _asked(failure)
        errand, story = asked["errand"], asked["story"]
        outcome = outcome_of_error(failure)
        if story.whole is not None:
            story.take(None)
            yield from self._go_on(errand, story)
        elif outcome is not None:
            reason = f"part: {outcome.reason}"
            self._settle(errand, Outcome(state=AddressState.FAILED, reason=reason))

    def _read(self, response: Response) -> tuple[Page | None, Outcome | None]:
        outcome = outcome_of_status(response.status)
        if outcome is not None:
            return None, outcome
        if not isinstance(response, TextResponse):
            return None, Outcome(state=AddressState.DROPPED, reason="no-text")
        page = read_page(
            response.body,
            outlet=self.name,
            url=response.url,
            rules=self.outlet.rules,
            encoding=_charset(response),
        )
        return page, outcome_of_page(page)

    def _joined(self, errand: Errand, story: StoryPages) -> Article:
        page = story.joined()
        article = page.article
        if article is None:
            raise ValueError(f"{errand.address}: its parts make no article")
        return replace(article, url=self._identity(errand, page))

    def _dated(self, errand: Errand, article: Article) -> Article:
        """Where the page does not say when it was published, the list may have said so."""
        if article.published is not None:
            return article
        listed = listed_published(self.ledger.db, errand.address)
        if listed is None:
            return article
        published = listed.astimezone(ZoneInfo(self.outlet.zone))
        return replace(article, published=published, published_source="listing")

    def _identity(self, errand: Errand, page: Page) -> str:
        """The address under which the article is kept."""
        trusted = self.outlet.identity is Identity.CANONICAL_LINK
        if trusted and page.canonical and self._is_article(page.canonical):
            return self.outlet.address_of(page.canonical)
        return (
            self.outlet.address_of(errand.url) if self._is_article(errand.url) else errand.address
        )

    def _is_article(self, url: str) -> bool:
        return self.outlet.is_article_address(self.outlet.address_of(url))

    def _settle(self, errand: Errand, outcome: Outcome | None) -> None:
        if outcome is not None:
            self.ledger.settle(errand.address, outcome.state, outcome.reason)


def _asked(failure: Failure) -> dict[str, Any]:
    """What the failed request was sent with; Scrapy puts the request on the failure."""
    request: Request = failure.request  # type: ignore[attr-defined]
    return request.cb_kwargs


def _charset(response: Response) -> str | None:
    header = response.headers.get("Content-Type")
    return http_content_type_encoding(header.decode("latin-1")) if header else None


def answer_of(response: Response) -> Answer:
    """What the readers of discovery pages take of a response."""
    headers = {
        name.decode("latin-1").lower(): value.decode("latin-1")
        for name, (value, *_) in response.headers.items()
    }
    return Answer(
        status=response.status,
        headers=headers,
        body=response.body,
        charset=_charset(response),
    )
