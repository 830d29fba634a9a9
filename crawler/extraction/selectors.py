"""CSS selectors: the usual ones by a look at single elements, the others by XPath."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from lxml import etree
from lxml.cssselect import CSSSelector

from crawler.extraction.elements import Elements

_ATTRIBUTE = (
    r"\[(?P<name>[a-z][\w-]*)(?:(?P<sign>[*^$]?=)(?P<value>\"[^\"\\]*\"|'[^'\\]*'|[\w-]+))?\]"
)
_LOOK = r"(?:\*|[a-z][a-z0-9-]*)?(?:[.#][\w-]+|\[[^\[\]]*\])*"
_CHAIN = re.compile(rf"(?!\s|>){_LOOK}(?:(?:\s*>\s*|\s+)(?!\s|>){_LOOK})*(?<![\s>])")
_STEP = re.compile(rf"(?P<child>>\s*)?(?P<look>{_LOOK})\s*")
_PART = re.compile(rf"(?P<tag>^[a-z][a-z0-9-]*)|(?P<mark>[.#][\w-]+)|{_ATTRIBUTE}")
_IN_PARENTHESES = re.compile(r":[\w-]+\([^)]*\)+|\[[^\]]*\]")
_NAME = re.compile(r"([.#])([\w-]+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What one look at an element decides: `p.baca`, `#ads`, `a[href*='page=']`."""

    tag: str | None = None
    ids: tuple[str, ...] = ()
    classes: frozenset[str] = frozenset()
    attributes: tuple[tuple[str, str, str], ...] = ()
    """Name, sign (`=`, `*=`, `^=`, `$=`, or empty: it is there) and value."""
    is_child: bool = False
    """It must stand directly in what the look before it saw."""

    def fits(self, element: etree._Element) -> bool:
        """Whether `element` is such a one, wherever it stands."""
        if self.tag is not None and element.tag != self.tag:
            return False
        if self.classes and not self.classes.issubset((element.get("class") or "").split()):
            return False
        if self.ids and any(element.get("id") != each for each in self.ids):
            return False
        return not self.attributes or all(_says(element, *each) for each in self.attributes)

    def candidates(self, elements: Elements) -> Sequence[etree._Element]:
        """At least all elements that fit."""
        if self.ids:
            return elements.by_id.get(self.ids[0], ())
        if self.classes:
            return min((elements.by_class.get(name, ()) for name in self.classes), key=len)
        if self.tag is not None:
            return elements.by_tag.get(self.tag, ())
        return elements.having(self.attributes[0][0])


@dataclass(frozen=True, slots=True, kw_only=True)
class _Names:
    """What must be named somewhere on a page."""

    classes: frozenset[str]
    ids: frozenset[str]


def select(elements: Elements, selector: str) -> list[etree._Element]:
    """The elements that the CSS `selector` matches, in page order."""
    needed = _needed(selector)
    if not (elements.by_class.keys() >= needed.classes and elements.by_id.keys() >= needed.ids):
        return []
    chain = looks_of(selector)
    if chain is None:
        return _select_by_xpath(elements, selector)
    *above, last = chain
    found = [each for each in _near(elements, chain) if last.fits(each)]
    return [each for each in dict.fromkeys(found) if _stands_in(each, last, above)]


@lru_cache(maxsize=1024)
def looks_of(selector: str) -> tuple[Look, ...] | None:
    """The looks that decide `selector`, the outermost first; None when it takes more than that."""
    if not _CHAIN.fullmatch(selector):
        return None
    looks = [_read_look(step) for step in _STEP.finditer(selector) if step[0]]
    known = tuple(each for each in looks if each is not None and each != Look())
    return known if known and len(known) == len(looks) else None


def _read_look(step: re.Match[str]) -> Look | None:
    parts = list(_PART.finditer(step["look"]))
    if "".join(part[0] for part in parts) != step["look"].removeprefix("*"):
        return None
    marks = [part["mark"] for part in parts if part["mark"]]
    return Look(
        tag=next((part["tag"] for part in parts if part["tag"]), None),
        ids=tuple(mark[1:] for mark in marks if mark[0] == "#"),
        classes=frozenset(mark[1:] for mark in marks if mark[0] == "."),
        attributes=tuple(
            (part["name"], part["sign"] or "", (part["value"] or "").strip("\"'"))
            for part in parts
            if part["name"]
        ),
        is_child=step["child"] is not None,
    )


def _says(element: etree._Element, name: str, sign: str, value: str) -> bool:
    stated = element.get(name)
    if stated is None or not sign:
        return stated is not None
    if sign == "=":
        return stated == value
    if not value:
        return False
    if sign == "*=":
        return value in stated
    return stated.startswith(value) if sign == "^=" else stated.endswith(value)


def _near(elements: Elements, chain: Sequence[Look]) -> Iterable[etree._Element]:
    """Where the last look may find something: a bare tag is sought only under what it stands in."""
    last = chain[-1]
    if len(chain) == 1 or last.ids or last.classes or last.tag is None:
        return last.candidates(elements)
    holders = chain[-2].candidates(elements)
    return (each for holder in holders for each in holder.iterdescendants(last.tag))


def _stands_in(element: etree._Element, last: Look, above: Sequence[Look]) -> bool:
    if not above:
        return True
    *further, holder = above
    around = element.iterancestors()
    if last.is_child:
        around = iter([parent] if (parent := element.getparent()) is not None else [])
    return any(holder.fits(each) and _stands_in(each, holder, further) for each in around)


def _select_by_xpath(elements: Elements, selector: str) -> list[etree._Element]:
    found = _compiled(selector)(elements.root)
    return [each for each in found if etree.iselement(each)] if isinstance(found, list) else []


@lru_cache(maxsize=1024)
def _compiled(selector: str) -> CSSSelector:
    return CSSSelector(selector, translator="html")


@lru_cache(maxsize=1024)
def _needed(selector: str) -> _Names:
    """Names without which nothing on a page can match: those outside of `:has()` and the like."""
    marks = [] if "," in selector else _NAME.findall(_IN_PARENTHESES.sub("", selector))
    return _Names(
        classes=frozenset(name for mark, name in marks if mark == "."),
        ids=frozenset(name for mark, name in marks if mark == "#"),
    )
