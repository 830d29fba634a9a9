"""The elements of a tree by tag, class and id: most selectors are then a look into a table."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from lxml import etree

_Table = Mapping[str, Sequence[etree._Element]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Elements:
    """What stands in a tree, each list in page order; the tree must not change meanwhile.

    An element that says a class twice stands twice in its list.
    """

    root: etree._Element
    by_tag: _Table
    by_class: _Table
    by_id: _Table
    _with: dict[str, list[etree._Element]] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, root: etree._Element) -> "Elements":
        """Sort `root` and all that is under it."""
        by_tag: defaultdict[str, list[etree._Element]] = defaultdict(list)
        by_class: defaultdict[str, list[etree._Element]] = defaultdict(list)
        by_id: defaultdict[str, list[etree._Element]] = defaultdict(list)
        for element in root.iter():
            by_tag[element.tag].append(element)
            for name in (element.get("class") or "").split():
                by_class[name].append(element)
            identifier = element.get("id")
            if identifier:
                by_id[identifier].append(element)
        return cls(root=root, by_tag=dict(by_tag), by_class=dict(by_class), by_id=dict(by_id))

    def having(self, attribute: str) -> Sequence[etree._Element]:
        """All elements with that attribute."""
        if attribute not in self._with:
            self._with[attribute] = [*self.root.iterfind(f".//*[@{attribute}]")]
        return self._with[attribute]
