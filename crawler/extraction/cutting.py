"""Cuts the story's own piece of a page clean with Beautiful Soup.

Only the fragment is given to Beautiful Soup: over a whole page it costs more than all the rest.
"""

import re
from collections.abc import Iterable
from copy import deepcopy
from dataclasses import dataclass
from functools import lru_cache

from bs4 import BeautifulSoup, Tag
from lxml import etree, html

from crawler.extraction.noise_classes import NOISE_CLASSES
from crawler.extraction.selectors import may_match_tags, select
from crawler.extraction.tables import flatten_tables

_UNREAD = frozenset(
    {
        *("script", "style", "noscript", "template", "iframe", "svg", "form", "button"),
        *("input", "select", "textarea", "nav", "aside", "figure", "figcaption", "video"),
        *("audio", "object", "embed", "canvas", "map", "dialog", "math", "head"),
    }
)
_SIMPLE = re.compile(r"(?P<tag>[a-z][a-z0-9]*)?(?:#(?P<id>[\w-]+))?(?P<classes>(?:\.[\w-]+)*)")
_CUT = "piagam-cut"
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Simple:
    """A selector that one look at a tag decides: `p.baca`, `#ads`, `table`."""

    tag: str | None
    id: str | None
    classes: frozenset[str]

    def matches(self, tag: Tag, classes: frozenset[str]) -> bool:
        return (
            self.classes <= classes
            and self.tag in (None, tag.name)
            and (self.id is None or self.id == tag.attrs.get("id"))
        )


def cut_fragment(element: etree._Element, cut: Iterable[str]) -> BeautifulSoup:
    """A copy of `element` without scripts, figures, furniture and what the `cut` selectors match.

    Tables come out as lists of their rows, or not at all when they hold links to other stories.
    """
    simple, chosen = _sort_selectors(cut)
    markup = _serialise(element)
    source = markup.encode("utf-8", errors="replace")
    needed = [selector for selector in chosen if may_match_tags(selector, source)]
    if needed:
        markup = _serialise(_without(element, needed))
    soup = BeautifulSoup(f"<div>{markup}</div>", "lxml", huge_tree=True)
    _cut_in_one_walk(soup, simple)
    flatten_tables(soup)
    return soup


def _serialise(element: etree._Element) -> str:
    return etree.tostring(element, encoding="unicode", with_tail=False, method="html")


def _without(element: etree._Element, selectors: list[str]) -> etree._Element:
    """A copy without what the `selectors` match: those that a look at one tag cannot decide."""
    copy = deepcopy(element)
    for selector in selectors:
        for found in select(copy, selector):
            if found is not copy and isinstance(found, html.HtmlElement):
                found.tag = _CUT
        # What stands behind it stays as it is; lxml's own `drop_tree` refuses control characters.
        etree.strip_elements(copy, _CUT, with_tail=False)
    return copy


def _sort_selectors(cut: Iterable[str]) -> tuple[list[_Simple], list[str]]:
    simple: list[_Simple] = []
    others: list[str] = []
    for selector in dict.fromkeys(cut):
        decided = _as_simple(selector)
        if decided is None:
            others.append(selector)
        else:
            simple.append(decided)
    return simple, others


@lru_cache(maxsize=1024)
def _as_simple(selector: str) -> _Simple | None:
    match = _SIMPLE.fullmatch(selector)
    if match is None:
        return None
    classes = frozenset(match["classes"].split(".")) - {""}
    return _Simple(tag=match["tag"], id=match["id"], classes=classes)


def _cut_in_one_walk(soup: BeautifulSoup, cut: list[_Simple]) -> None:
    """Drop what is noise; the fragment's own element is never looked at, whatever its class.

    Beautiful Soup's `decomposed` searches the whole subtree, so the doomed are gathered first.
    """
    wrapper = soup.find("div")
    doomed: list[Tag] = []
    waiting: list[Tag] = [soup]
    while waiting:
        parent = waiting.pop()
        for tag in parent.contents:
            if not isinstance(tag, Tag):
                continue
            if parent is not wrapper and _is_doomed(tag, cut):
                doomed.append(tag)
            else:
                waiting.append(tag)
    for tag in doomed:
        tag.decompose()


def _is_doomed(tag: Tag, cut: list[_Simple]) -> bool:
    stated = tag.attrs.get("class") or ()
    classes = frozenset(stated.split() if isinstance(stated, str) else stated)
    return _is_noise(tag, classes) or any(each.matches(tag, classes) for each in cut)


def _is_noise(tag: Tag, classes: frozenset[str]) -> bool:
    if (tag.name in _UNREAD and not _frames_table(tag)) or not NOISE_CLASSES.isdisjoint(classes):
        return True
    style = tag.attrs.get("style")
    return "hidden" in tag.attrs or (isinstance(style, str) and bool(_HIDDEN_STYLE.search(style)))


def _frames_table(tag: Tag) -> bool:
    """Editors put a table of figures into a `figure`; its caption still goes."""
    return tag.name == "figure" and tag.find("table") is not None
