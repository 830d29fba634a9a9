"""The pages of one story, told over several, as they come: which is asked for next. Pure."""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit, urlunsplit

from crawler.extraction.page import Page, join_parts
from crawler.extraction.rules import ArticleRules


@dataclass(slots=True, kw_only=True, eq=False)
class StoryPages:
    """What was read of a story so far; first the page of all parts is asked for, if there is one.

    Where that does not come, or holds less than the first part, the parts are asked for one by one.
    """

    pages: list[Page]
    whole: str | None
    """The page of all parts, as long as it is to be asked for."""
    rest: list[str]
    """Parts still to be asked for."""

    @classmethod
    def begin(
        cls, first: Page, *, url: str, rules: ArticleRules, owns: Callable[[str], bool]
    ) -> "StoryPages":
        """From the page that was found at `url`; `owns` says which parts may be asked for."""
        rest = [link for link in first.part_links if owns(link)]
        query = rules.all_pages if rest else None
        whole = urlunsplit(urlsplit(url)._replace(query=query)) if query else None
        return cls(pages=[first], whole=whole, rest=rest)

    @property
    def wanted(self) -> str | None:
        """The address to ask for next; None when the story is complete."""
        return self.whole or (self.rest[0] if self.rest else None)

    def take(self, page: Page | None) -> None:
        """What came of the wanted address; None when it brought no part of the story."""
        if self.whole is None:
            self.rest.pop(0)
            self.pages += [] if page is None else [page]
            return
        self.whole = None
        if page is not None and _holds_more(page, self.pages[0]):
            self.pages, self.rest = [page], []

    def joined(self) -> Page:
        """The story; its article warns when parts are missing."""
        return join_parts(self.pages)


def _holds_more(whole: Page, first: Page) -> bool:
    """Some servers ignore the query and send the first part once more."""
    if whole.article is None or first.article is None:
        return False
    return len(whole.article.text) > len(first.article.text)
