"""A gate that asks for a browser is a refusal, with whatever status: the host gets rest.

We do not try to pass it. Nothing behind it is settled: it may let us through another night.
"""

from typing import Self

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import Response

from crawler.extraction.challenge import is_challenge, may_be_challenge, says_challenge
from crawler.extraction.tree import parse_page
from crawler.http_headers import plain_headers
from crawler.ledger import note
from crawler.middlewares.refusals import ChallengeMet
from crawler.middlewares.resting import Resting, asked_rest

WORDS = "answers with a challenge that asks for a browser"


def shows_challenge(response: Response) -> bool:
    """Whether the response is a gate and not the page."""
    if says_challenge(plain_headers(response)):
        return True
    return may_be_challenge(response.body) and is_challenge(
        parse_page(response.body, url=response.url), status=response.status
    )


class ChallengeMiddleware:
    """Raises ChallengeMet in place of a gate, before anybody takes it for a page or a list."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._resting = Resting(crawler)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Made by Scrapy."""
        return cls(crawler)

    def process_response(self, request: Request, response: Response) -> Response:
        """Raises ChallengeMet; the gate of a robots.txt is read by who asked for that."""
        if request.meta.get("dont_retry") or not shows_challenge(response):
            return response
        host = self._resting.host(request)
        note(self._crawler, WORDS, where=request.url)
        self._crawler.stats.inc_value("challenges/met")
        self._resting.give_rest(host, asked_rest(response), answer="with a challenge")
        self._resting.count_failure(host, request, "challenge")
        raise ChallengeMet(f"{host.name} {WORDS}")
