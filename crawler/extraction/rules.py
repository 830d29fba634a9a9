"""What an outlet's file says about reading its article pages: selectors and line patterns."""

import re

from storage.frozen import frozen

_QUESTION_MARK = r"\?"


@frozen
class ArticleRules:
    """Selectors (CSS) and patterns of one outlet; an empty tuple means: use the general way."""

    body: tuple[str, ...] = ()
    """Tried in order; the first that matches an element with text holds the story."""
    title: tuple[str, ...] = ()
    published: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    editor: tuple[str, ...] = ()
    section: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    image: tuple[str, ...] = ()
    caption: tuple[str, ...] = ()
    photo_credit: tuple[str, ...] = ()
    cut: tuple[str, ...] = ()
    """Elements removed from the body before its text is taken; selectors see only the body."""
    boilerplate: tuple[re.Pattern[str], ...] = ()
    """Whole lines dropped from the text, beside the general catalogue (matched in full)."""
    parts: tuple[str, ...] = ()
    """Links to the further pages of a multi-page story."""
    all_pages: str | None = None
    """Query that shows the whole story on one page, e.g. `page=all`."""
    address: tuple[re.Pattern[str], ...] = ()
    """Patterns of the path of an article; a page elsewhere is a listing. Empty: unknown.

    A pattern that writes a question mark out (`^/\\?p=\\d+$`) is held against path and query.
    """
    zone: str = "Asia/Jakarta"
    """The outlet's time zone (WIB, WITA, WIT)."""

    def is_story_address(self, path: str, query: str = "") -> bool:
        """Whether one of the patterns holds for an address with this path and query."""
        whole = f"{path}?{query}"
        return any(
            each.search(whole if _QUESTION_MARK in each.pattern else path) for each in self.address
        )
