"""The spider of every outlet: discovers, reads articles and their parts, settles each address."""

from collections.abc import AsyncIterator, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any, ClassVar

from scrapy import Request, Spider, signals
from scrapy.exceptions import DontCloseSpider
from scrapy.http import Response, TextResponse
from scrapy.settings import BaseSettings
from twisted.python.failure import Failure

from crawler.extraction.page import Page, read_page
from crawler.http_headers import charset_of, plain_headers
from crawler.keeping import Story
from crawler.ledger import ADDRESS, LOOK, Ledger, ledger_of
from crawler.middlewares.hours import OpenHours
from crawler.middlewares.refusals import ChallengeMet
from crawler.story_pages import StoryPages
from spiders.bookkeeping import account_for, depth_of
from spiders.dating import dated
from spiders.depth import Depth
from spiders.discovery import Scout
from spiders.failed_requests import outcome_of_error
from spiders.outcomes import Outcome, outcome_of_page, outcome_of_status
from spiders.outlet import Outlet
from spiders.reading import Answer
from spiders.rereading import identity, is_article
from spiders.second_looks import look_headers, looks_due, settle_lost, settle_unchanged
from spiders.steps import Visit
from spiders.validators import validators_of
from storage.addresses import frontier, has_one_try_left, listed_published
from storage.database import StoreError
from storage.looks import Look
from storage.records import AddressState, Article, Validators

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
    said: Validators | None = None
    """What the server said of the first page; None where that does not speak for all parts."""
    look: Look | None = None
    """Set when the story is stored and only looked at again."""


class OutletSpider(Spider):
    """Reads one outlet; `spiders.loader` makes a subclass for each outlet file."""

    outlet: ClassVar[Outlet]
    ledger: Ledger
    depth: Depth
    scout: Scout
    _stories_asked = 0

    @classmethod
    def update_settings(cls, settings: BaseSettings) -> None:
        """The outlet's own delay and budget; the newsroom needs no delay."""
        super().update_settings(settings)
        outlet = cls.outlet
        if outlet.delay is not None and not settings.get("PIAGAM_NEWSROOM"):
            delay = max(outlet.delay, settings.getfloat("PIAGAM_DELAY"))
            settings.set("PIAGAM_DELAY", delay, priority="spider")
        if outlet.budget is not None:
            budget = min(outlet.budget, settings.getint("PIAGAM_BUDGET"))
            settings.set("PIAGAM_BUDGET", budget, priority="spider")

    async def start(self) -> AsyncIterator[Request]:
        """First the discovery pages, then what earlier runs left unread."""
        self.ledger = ledger_of(self.crawler)
        self.depth = depth_of(self.ledger)
        self.scout = Scout(self.outlet, self.ledger, self.depth)
        self.crawler.signals.connect(self.finish, signal=signals.spider_idle)
        unread = frontier(self.ledger.db, self.name)
        self.ledger.expect(len(unread))
        closed = OpenHours(self.crawler).problem()
        if closed is not None:  # a walk that is begun in vain would be walked whole the next time
            self.ledger.cut_short(closed)
            return
        for visit in self.scout.begin():
            yield self._discovery_request(visit)
        for request in self._article_requests(unread):
            yield request

    def finish(self) -> None:
        """When all is read: account for how far back that was, and look again at what is due."""
        self.crawler.signals.disconnect(self.finish, signal=signals.spider_idle)
        try:
            account_for(self.ledger, self.depth, self.scout.reach)
            looks = looks_due(self.ledger, new=self.scout.new)
        except StoreError as error:
            self.ledger.stop(str(error))
            return
        self.ledger.expect(len(looks))
        for look in looks:
            self.crawler.engine.crawl(self._look_request(look))
        if looks:
            raise DontCloseSpider

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
        yield from self._article_requests(step.new)

    def lose_discovery(self, failure: Failure) -> Iterator[Request]:
        """A discovery page that did not come: another source may step in."""
        outcome = outcome_of_error(failure)
        if outcome is None and not isinstance(failure.value, ChallengeMet):
            return  # the middleware has told the certificate why
        visit = _asked(failure)["visit"]
        is_lasting = outcome is not None and outcome.state is AddressState.DROPPED
        reason = outcome.reason if outcome else None
        for following in self.scout.fail(visit, reason, is_lasting=is_lasting).visits:
            yield self._discovery_request(following)

    def _article_requests(self, new: Mapping[str, str]) -> Iterator[Request]:
        """For each address where it is asked for; past the budget none would be sent."""
        left = self.settings.getint("PIAGAM_BUDGET") - self._stories_asked
        for address, url in islice(new.items(), max(0, left)):
            self._stories_asked += 1
            yield self._article_request(address, url)

    def _article_request(self, address: str, url: str) -> Request:
        return Request(
            url,
            callback=self.read_article,
            errback=self.lose_article,
            cb_kwargs={"errand": Errand(address=address)},
            meta={ADDRESS: address},
        )

    def _look_request(self, look: Look) -> Request:
        return Request(
            look.url,
            callback=self.read_article,
            errback=self.lose_article,
            cb_kwargs={"errand": Errand(address=look.address, look=look)},
            headers=dict(look_headers(look)),
            meta={LOOK: look},
        )

    def read_article(self, response: Response, errand: Errand) -> Iterator[Request | Story]:
        """Read the first page of a story, and ask for its other parts."""
        answer = answer_of(response)
        if errand.look is not None and settle_unchanged(self.ledger, errand.look, answer):
            return
        page, outcome = self._read(response)
        if page is None or outcome is not None:
            self._settle(errand, outcome)
            return
        if response.meta.get("redirect_urls") and not is_article(self.outlet, response.url):
            self._settle(errand, Outcome(state=AddressState.DROPPED, reason="moved"))
            return
        errand.url = response.url
        errand.story = StoryPages.begin(
            page, url=response.url, rules=self.outlet.rules, owns=self.outlet.owns
        )
        if errand.story.wanted is None:
            errand.said = validators_of(response.url, answer)
        yield from self._go_on(errand, errand.story)

    def lose_article(self, failure: Failure) -> None:
        """Settle an address whose page did not come; what may not be asked for now stays new."""
        outcome = outcome_of_error(failure)
        if outcome is not None:
            self._settle(_asked(failure)["errand"], outcome)

    def _go_on(self, errand: Errand, story: StoryPages) -> Iterator[Request | Story]:
        url = story.wanted
        if url is None:
            yield Story(
                address=errand.address,
                article=self._joined(errand, story),
                url=errand.url,
                said=errand.said,
                look=errand.look,
            )
            return
        yield Request(
            url,
            callback=self.read_part,
            errback=self.lose_part,
            cb_kwargs={"errand": errand, "story": story},
            meta={ADDRESS: errand.address} if errand.look is None else {LOOK: errand.look},
            priority=_PARTS_SOON,
        )

    def read_part(
        self, response: Response, errand: Errand, story: StoryPages
    ) -> Iterator[Request | Story]:
        """One more part of a story, or all of it."""
        page, outcome = self._read(response)
        if outcome is not None:
            yield from self._miss_part(errand, story, outcome)
            return
        story.take(page)
        yield from self._go_on(errand, story)

    def lose_part(self, failure: Failure) -> Iterator[Request | Story]:
        """A part that did not come."""
        asked = _asked(failure)
        yield from self._miss_part(asked["errand"], asked["story"], outcome_of_error(failure))

    def _miss_part(
        self, errand: Errand, story: StoryPages, outcome: Outcome | None
    ) -> Iterator[Request | Story]:
        """A part that may come later costs this night, but never the story; others it warns of."""
        is_for_later = outcome is None or outcome.state is AddressState.FAILED
        if story.whole is None and is_for_later:
            if outcome is None:
                return  # not to be had in this run: the address stays in the frontier
            if not has_one_try_left(self.ledger.db, errand.address):
                self._settle(errand, replace(outcome, reason=f"part: {outcome.reason}"))
                return
        story.take(None, outcome.reason if outcome else None)
        yield from self._go_on(errand, story)

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
            encoding=charset_of(plain_headers(response)),
        )
        return page, outcome_of_page(page)

    def _joined(self, errand: Errand, story: StoryPages) -> Article:
        page = story.joined()
        article = page.article
        if article is None:
            raise ValueError(f"{errand.address}: its parts make no article")
        url = identity(self.outlet, page, url=errand.url, address=errand.address)
        listed = listed_published(self.ledger.db, errand.address)
        return dated(replace(article, url=url), listed, self.outlet.zone)

    def _settle(self, errand: Errand, outcome: Outcome | None) -> None:
        if outcome is not None and errand.look is not None:
            settle_lost(self.ledger, errand.look, outcome)
        elif outcome is not None:
            self.ledger.settle(errand.address, outcome.state, outcome.reason)


def _asked(failure: Failure) -> dict[str, Any]:
    """What the failed request was sent with; Scrapy puts the request on the failure."""
    request: Request = failure.request  # type: ignore[attr-defined]
    return request.cb_kwargs


def answer_of(response: Response) -> Answer:
    """What the readers of discovery pages take of a response."""
    headers = plain_headers(response)
    return Answer(
        status=response.status,
        headers=headers,
        body=response.body,
        charset=charset_of(headers),
    )
