"""CSS selectors: the usual ones by a look at single elements, the others by XPath."""

import re
from collections.abc import Sequence
from functools import lru_cache

from lxml import etree
from lxml.cssselect import CSSSelector

from crawler.extraction.elements import Elements
from storage.frozen import frozen

_ATTRIBUTE = (
    r"\[(?P<name>[a-z][\w-]*)(?:(?P<sign>[*^$]?=)(?P<value>\"[^\"\\]*\"|'[^'\\]*'|[\w-]+))?\]"
)
_LOOK = r"(?:\*|[a-z][a-z0-9-]*)?(?:[.#][\w-]+|\[[^\[\]]*\])*"
_CHAIN = re.compile(rf"(?!\s|>){_LOOK}(?:(?:\s*>\s*|\s+)(?!\s|>){_LOOK})*(?<![\s>])")
_STEP = re.compile(rf"(?P<child>>\s*)?(?P<look>{_LOOK})\s*")
_PART = re.compile(rf"(?P<tag>^[a-z][a-z0-9-]*)|(?P<mark>[.#][\w-]+)|{_ATTRIBUTE}")
_IN_PARENTHESES = re.compile(r":[\w-]+\([^)]*\)+|\[[^\]]*\]")
_NAME = re.compile(r"([.#])([\w-]+)")


@frozen
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

    @property
    def is_by_tag(self) -> bool:
        """Whether only its tag can be looked up."""
        return self.tag is not None and not self.ids and not self.classes

    def candidates(self, elements: Elements) -> Sequence[etree._Element]:
        """At least all elements that fit."""
        if self.ids:
            return elements.by_id.get(self.ids[0], ())
        if self.classes:
            return min((elements.by_class.get(name, ()) for name in self.classes), key=len)
        if self.tag is not None:
            return elements.by_tag.get(self.tag, ())
        return elements.having(self.attributes[0][0])


@frozen
class _Names:
    """What must be named somewhere on a page."""

    classes: frozenset[str]
    ids: frozenset[str]
    in_classes: tuple[str, ...] = ()
    """What some class must have in its name."""

    def are_named(self, elements: Elements) -> bool:
        """Whether the page of these elements names them all."""
        for name in self.classes:
            if name not in elements.by_class:
                return False
        if self.ids and not elements.by_id.keys() >= self.ids:
            return False
        return not self.in_classes or self._are_in(" ".join(elements.by_class))

    def _are_in(self, names: str) -> bool:
        return all(piece in names for piece in self.in_classes)


def select(elements: Elements, selector: str) -> list[etree._Element]:
    """The elements that the CSS `selector` matches, in page order."""
    if not _needed(selector).are_named(elements):
        return []
    chain = looks_of(selector)
    if chain is None:
        return _select_by_xpath(elements, selector)
    first, *further = chain
    found = [each for each in first.candidates(elements) if first.fits(each)]
    for look in further:
        if not found:
            break
        found = _inside(elements, found, look)
    return found


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


def _inside(
    elements: Elements, holders: Sequence[etree._Element], look: Look
) -> list[etree._Element]:
    """What fits the look and stands in one of the holders, in page order."""
    around = frozenset(holders)
    if look.is_by_tag:
        under = (each for holder in holders for each in holder.iterdescendants(look.tag))
        fitting = [each for each in dict.fromkeys(under) if look.fits(each)]
    else:
        fitting = [each for each in look.candidates(elements) if look.fits(each)]
    if look.is_child:
        return [each for each in fitting if each.getparent() in around]
    if look.is_by_tag:
        return fitting
    return [each for each in fitting if not around.isdisjoint(each.iterancestors())]


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
    looks = () if "," in selector else looks_of(selector) or ()
    return _Names(
        classes=frozenset(name for mark, name in marks if mark == "."),
        ids=frozenset(name for mark, name in marks if mark == "#"),
        in_classes=tuple(
            value
            for look in looks
            for name, sign, value in look.attributes
            if (name, sign) == ("class", "*=") and value.split() == [value]
        ),
    )
