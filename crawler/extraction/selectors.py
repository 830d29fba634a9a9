"""CSS selectors, compiled once, and a cheap way to know that one cannot match."""

import re
from functools import lru_cache

from lxml import etree
from lxml.cssselect import CSSSelector

_NOT_NEEDED = re.compile(r":(?:not|is|where|has)\([^)]*\)+")
_ATTRIBUTE = re.compile(r"\[[\w-]+\s*(?:[*^$~|]?=\s*[\"']?([^\"'\]]*))?[\"']?\s*\]")
_NAME = re.compile(r"[.#]([\w-]+)")
_TAG = re.compile(r"(?:^|[\s>+~])([a-z][a-z0-9]*)")


def select(root: etree._Element, selector: str) -> list[etree._Element]:
    """The elements under `root` that the CSS `selector` matches, in page order."""
    found = _compiled(selector)(root)
    return [each for each in found if etree.iselement(each)] if isinstance(found, list) else []


def may_match(selector: str, markup: bytes) -> bool:
    """False when a name or value that `selector` needs is nowhere in `markup` (UTF-8)."""
    return all(name in markup for name in _needed_names(selector))


def may_match_tags(selector: str, markup: bytes) -> bool:
    """Like `may_match`, for markup that lxml wrote: its tags are lower-case, so they count too."""
    return may_match(selector, markup) and all(tag in markup for tag in _needed_tags(selector))


@lru_cache(maxsize=1024)
def _compiled(selector: str) -> CSSSelector:
    return CSSSelector(selector, translator="html")


@lru_cache(maxsize=1024)
def _needed_names(selector: str) -> tuple[bytes, ...]:
    if "," in selector:
        return ()
    needed = _NOT_NEEDED.sub("", selector)
    values = [value for value in _ATTRIBUTE.findall(needed) if value.isalnum()]
    names = _NAME.findall(_ATTRIBUTE.sub("", needed))
    return tuple(each.encode() for each in (*values, *names))


@lru_cache(maxsize=1024)
def _needed_tags(selector: str) -> tuple[bytes, ...]:
    if "," in selector:
        return ()
    bare = _ATTRIBUTE.sub("", _NOT_NEEDED.sub("", selector))
    return tuple(b"<" + tag.encode() for tag in _TAG.findall(bare))
