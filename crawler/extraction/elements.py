"""The elements of a tree by tag, class and id: most selectors are then a look into a table."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from lxml import etree

_Table = dict[str, list[etree._Element]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Elements:
    """What stands in a tree, each list in page order; the tree must not change meanwhile.

    An element that says a class twice stands twice in its list.
    """

    root: etree._Element
    by_class: _Table
    by_id: _Table
    _by_tag: _Table = field(default_factory=dict, repr=False)
    _having: _Table = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, root: etree._Element, tags: Sequence[str] = ()) -> "Elements":
        """Sort `root` and all that is under it; `tags` are those that will surely be asked for."""
        by_class: defaultdict[str, list[etree._Element]] = defaultdict(list)
        by_id: _Table = {}
        by_tag: _Table = {tag: [] for tag in tags}
        lists: dict[str, list[list[etree._Element]]] = {}  # by the attribute as it is written
        for element in root.iter():
            written = element.get("class")
            if written:
                if written not in lists:
                    lists[written] = [by_class[name] for name in written.split()]
                for each in lists[written]:
                    each.append(element)
            identifier = element.get("id")
            if identifier:
                by_id.setdefault(identifier, []).append(element)
        for element in root.iter(*tags) if tags else ():
            by_tag[element.tag].append(element)
        return cls(root=root, by_class=dict(by_class), by_id=by_id, _by_tag=by_tag)

    def tagged(self, tag: str) -> Sequence[etree._Element]:
        """All elements with that tag."""
        if tag not in self._by_tag:
            self._by_tag[tag] = [*self.root.iter(tag)]
        return self._by_tag[tag]

    def having(self, attribute: str) -> Sequence[etree._Element]:
        """All elements with that attribute."""
        if attribute not in self._having:
            every = self.root.iter()
            self._having[attribute] = [each for each in every if each.get(attribute) is not None]
        return self._having[attribute]
