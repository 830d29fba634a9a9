"""One file or fetched page, of whatever kind, read as `piagam read` shows it. Pure.

DocumentError
    The bytes hold nothing that can be read.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from crawler.awards.reader import Reading, read_story
from crawler.extraction.charset import decode
from crawler.extraction.metadata import read_canonical
from crawler.extraction.page import Page, read_page
from crawler.extraction.rules import ArticleRules
from crawler.extraction.text import read_text
from crawler.extraction.tree import parse_page, read_metas
from crawler.story_pages import StoryPages

_LOOK = 4096
_MARKUP = re.compile(r"\s*<(?:!doctype|!--|\?xml|[a-z])|<(?:html|head|body)[\s>]", re.IGNORECASE)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


class DocumentError(Exception):
    """Nothing can be read from these bytes; the message says what they are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletRules:
    """How the pages of one outlet are read."""

    outlet: str
    rules: ArticleRules


NO_OUTLET = OutletRules(outlet="", rules=ArticleRules())

RulesFor = Callable[[str], OutletRules]
"""The rules for a web address; NO_OUTLET for one of an unknown site."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadDocument:
    """What a document holds."""

    page: Page
    reading: Reading | None
    """None when the page is no article."""


class DocumentReader:
    """Reads documents by the rules of the outlets that they belong to.

    `address` is where every one of them comes from, whatever else says otherwise.
    """

    def __init__(self, rules_for: RulesFor, address: str | None = None) -> None:
        self._rules_for = rules_for
        self._address = address

    def page(self, body: bytes, *, url: str | None = None, charset: str | None = None) -> Page:
        """Read HTML or plain text (headline on the first line); the content tells which it is.

        The outlet's rules are those for `url`, else for the canonical link or og:url of the page.
        `charset` is what an HTTP header declared. Raises DocumentError.
        """
        url = self._address or url
        text = decode(body, charset)
        if not text.strip():
            raise DocumentError("is empty")
        if _CONTROLS.search(text[:_LOOK]):
            raise DocumentError("is no text; give HTML or plain text")
        if _MARKUP.match(text) or _MARKUP.search(text[:_LOOK]):
            return _read_html(body, url, charset, self._rules_for)
        return read_text(text, outlet=self._rules_for(url).outlet if url else "")

    def story(self, first: Page, url: str) -> StoryPages:
        """The story that begins with this page of `url`; only the outlet itself has its parts.

        A page that is said to come from elsewhere stands alone.
        """
        if self._address is not None:
            return StoryPages(pages=[first], whole=None, rest=[])
        chosen = self._rules_for(url)
        return StoryPages.begin(
            first,
            url=url,
            rules=chosen.rules,
            owns=lambda link: self._rules_for(link).outlet == chosen.outlet,
        )


def document_of(page: Page) -> ReadDocument:
    """The page with what is read from its article."""
    reading = read_story(page.article) if page.article is not None else None
    return ReadDocument(page=page, reading=reading)


def _read_html(body: bytes, url: str | None, charset: str | None, rules_for: RulesFor) -> Page:
    address = url or _own_address(body, charset) or ""
    chosen = rules_for(address)
    return read_page(body, outlet=chosen.outlet, url=address, rules=chosen.rules, encoding=charset)


def _own_address(body: bytes, charset: str | None) -> str | None:
    document = parse_page(body, url="", encoding=charset)
    return read_canonical(document, read_metas(document))
