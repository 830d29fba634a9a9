"""The pages of one story, told over several, as they come: which is asked for next. Pure."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from urllib.parse import urlsplit, urlunsplit

from crawler.extraction.addresses import canonical_url, part_number
from crawler.extraction.joining import (
    fuller_of,
    is_same_story,
    join_parts,
    lines_lacking,
    with_warnings,
)
from crawler.extraction.page import Page
from crawler.extraction.parts import MOST_PARTS
from crawler.extraction.rules import ArticleRules


def _nobody(url: str) -> bool:
    return False


@dataclass(slots=True, kw_only=True, eq=False)
class StoryPages:
    """What was read of a story so far; first the page of all parts is asked for, if there is one.

    It is believed when it holds the first part whole and is as long as the pager promises. Else
    the last part is asked for beside it; where that lacks in it, or there is no such page, the
    parts are asked for one by one, and the fuller of both is the story.
    """

    pages: list[Page]
    whole: str | None
    """The page of all parts, as long as it is to be asked for."""
    rest: list[str]
    """Parts still to be asked for."""
    owns: Callable[[str], bool] = _nobody
    """Which addresses may be asked for."""
    _view: Page | None = None
    """The page of all parts, while the parts are held against it."""
    _known: dict[tuple[str, int], int] = field(default_factory=dict)
    """The addresses met, and which part each is."""
    _warnings: list[str] = field(default_factory=list)

    @classmethod
    def begin(
        cls, first: Page, *, url: str, rules: ArticleRules, owns: Callable[[str], bool]
    ) -> "StoryPages":
        """From the page that was found at `url`; `owns` says which parts may be asked for."""
        story = cls(pages=[first], whole=None, rest=[], owns=owns, _known={_key(url): first.part})
        story._learn(first)
        if story.rest and rules.all_pages:
            story.whole = urlunsplit(urlsplit(url)._replace(query=rules.all_pages))
        return story

    @property
    def wanted(self) -> str | None:
        """The address to ask for next; None when the story is complete."""
        return self.whole or (self.rest[0] if self.rest else None)

    def take(self, page: Page | None, why: str | None = None) -> None:
        """What came of the wanted address; None when it brought no page, with the reason."""
        if page is not None and page.article is None:
            why, page = page.reason, None
        if self.whole is not None:
            self.whole = None
            self._take_whole(page)
            return
        url = self.rest.pop(0)
        if page is None:
            self._warnings.append(f"parts: {url} did not come: {why}")
            return
        page = self._numbered(page, url)
        self.pages.append(page)
        self._learn(page)
        if self._view is not None and self._holds_all(self._view):
            self._believe(self._view)

    def joined(self) -> Page:
        """The story; its article warns of what lacks, comes twice or does not fit."""
        page = join_parts(self.pages)
        if page.article is None:
            return page
        if self._view is not None:
            page = fuller_of(page, self._view)
        return with_warnings(page, self._warnings)

    def _learn(self, page: Page) -> None:
        """Later pages may name parts that the ones before them did not."""
        others = [each for each in range(1, page.parts_declared + 1) if each != page.part]
        is_whole = len(others) == len(page.part_links)
        for at, link in enumerate(page.part_links):
            key = _key(link)
            if key not in self._known and self.owns(link) and len(self._known) < MOST_PARTS:
                self._known[key] = others[at] if is_whole else part_number(link)
                self.rest.append(link)

    def _numbered(self, page: Page, url: str) -> Page:
        """The part with the number that the pager gave it, where its address tells none."""
        return page if page.part > 1 else replace(page, part=self._known[_key(url)])

    def _take_whole(self, page: Page | None) -> None:
        first = self.pages[0]
        if page is None or page.article is None or first.article is None:
            return
        if len(page.article.text) <= len(first.article.text):
            return  # some servers ignore the query and send the first part once more
        if not is_same_story(first, page):
            self._warnings.append("parts: the page of all parts tells another story")
            return
        self._view = page
        if not _lacks(page, first) and _is_long_enough(page, first):
            self._believe(page)
        else:
            self.rest = [self.rest[-1], *self.rest[:-1]]

    def _holds_all(self, whole: Page) -> bool:
        """Whether the page of all parts holds what was read of them, the last one too."""
        last = max(page.parts_declared for page in self.pages)
        has_end = any(page.part == last for page in self.pages)
        return has_end and not any(_lacks(whole, page) for page in self.pages)

    def _believe(self, whole: Page) -> None:
        self.pages, self.rest, self._view = [whole], [], None


def _lacks(whole: Page, part: Page) -> bool:
    """Whether the page of all parts lacks paragraphs of this one."""
    if whole.article is None or part.article is None:
        return False
    return bool(lines_lacking(part.article, whole.article))


def _is_long_enough(whole: Page, first: Page) -> bool:
    """Whether a page of all parts holds at least half of what as many parts like `first` would.

    The last part may be as short as it likes.
    """
    if whole.article is None or first.article is None:
        return False
    middle = max(0, first.parts_declared - 2)
    return len(whole.article.text) > len(first.article.text) * (1 + middle / 2)


def _key(url: str) -> tuple[str, int]:
    return canonical_url(url), part_number(url)
