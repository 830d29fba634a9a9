"""The elements of a tree by tag, class and id: most selectors are then a look into a table."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import cast

from lxml import etree

_Table = Mapping[str, Sequence[etree._Element]]


_identified = etree.XPath("descendant-or-self::*/@id/..")


@dataclass(frozen=True, kw_only=True)
class Elements:
    """What stands in a tree, each list in page order; the tree must not change meanwhile."""

    root: etree._Element
    by_tag: _Table
    by_class: _Table
    _with: dict[str, list[etree._Element]] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, root: etree._Element) -> "Elements":
        """Sort `root` and all that is under it."""
        by_tag: defaultdict[str, list[etree._Element]] = defaultdict(list)
        by_class: defaultdict[str, list[etree._Element]] = defaultdict(list)
        for element in root.iter():
            by_tag[element.tag].append(element)
            stated = element.get("class")
            if stated:
                for name in _words(stated):
                    by_class[name].append(element)
        return cls(root=root, by_tag=dict(by_tag), by_class=dict(by_class))

    @cached_property
    def by_id(self) -> _Table:
        """Sorted only for a page that is asked for one."""
        by_id: defaultdict[str, list[etree._Element]] = defaultdict(list)
        for element in cast(list[etree._Element], _identified(self.root)):
            by_id[element.get("id") or ""].append(element)
        return dict(by_id)

    def having(self, attribute: str) -> Sequence[etree._Element]:
        """All elements with that attribute."""
        if attribute not in self._with:
            found = _holders(attribute)(self.root)
            self._with[attribute] = cast(list[etree._Element], found)
        return self._with[attribute]


@lru_cache(maxsize=4096)
def _words(stated: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(stated.split()))


@lru_cache(maxsize=256)
def _holders(attribute: str) -> etree.XPath:
    return etree.XPath(f"descendant::*/@{attribute}/..")
