"""One region's name for another's everywhere in a story, where that is well-defined."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources

from crawler.awards.gazetteer import Region, load_gazetteer
from storage.records import Article


@dataclass(frozen=True, slots=True, kw_only=True)
class Renaming:
    """The old region becomes the new one, and with it a namesake of another kind."""

    old: Region
    new: Region

    def code(self, code: str) -> str:
        """A region's code after the renaming."""
        kinds = {region.code: region.kind for region in _namesakes(self.old)}
        return next((r.code for r in _namesakes(self.new) if r.kind == kinds.get(code)), code)

    def of(self, text: str) -> str:
        """The text with the new name for every name of the old one, in its letters' case."""
        return _named(self.old).sub(self._new_name, text)

    def of_article(self, story: Article) -> Article:
        """Headline, text and dateline renamed."""
        return replace(
            story,
            title=self.of(story.title),
            text=self.of(story.text),
            dateline=story.dateline and self.of(story.dateline),
        )

    def _new_name(self, match: re.Match[str]) -> str:
        return self.new.name.upper() if match[0].isupper() else self.new.name


def renamings(story: Article, region: Region, first: int) -> Iterator[Renaming]:
    """Renamings of a region that leave the story as clear as it was, from one of them on.

    The story does not know the new one, which has namesakes of the same kinds. Where it names the
    old one's province, the new one lies in it; a province changes only where none of its regions
    is named.
    """
    text = "\n".join((story.title, story.text, story.dateline or ""))
    if _is_part_of_another_name(region, text) or _is_nicknamed_homonym(region, text):
        return
    others = list(load_gazetteer().by_code.values())
    first %= len(others)
    for other in (*others[first:], *others[:first]):
        fits = other.name != region.name and other.kind == region.kind
        alike = fits and _kinds(other) == _kinds(region) and not _known(other, text)
        if alike and _keeps_the_province(region, other, text):
            yield Renaming(old=region, new=other)


def _keeps_the_province(old: Region, new: Region, text: str) -> bool:
    if old.kind == "provinsi":
        return not any(_known(region, text) for region in _regions_of(old, new))
    return new.province == old.province or not _known(_province_of(old), text)


def _regions_of(*provinces: Region) -> Iterator[Region]:
    names = {province.name for province in provinces}
    for region in load_gazetteer().by_code.values():
        if region.kind != "provinsi" and region.province in names:
            yield region


@cache
def _province_of(region: Region) -> Region:
    everywhere = load_gazetteer().by_code.values()
    return next(r for r in everywhere if (r.kind, r.name) == ("provinsi", region.province))


def _known(region: Region, text: str) -> bool:
    squeezed = _squeezed(text)
    if not any(_squeezed(name) in squeezed for name in _names(region)):
        return False
    return _named(region).search(text) is not None


@cache
def _namesakes(region: Region) -> list[Region]:
    return [r for r in load_gazetteer().by_code.values() if r.name == region.name]


@cache
def _kinds(region: Region) -> list[str]:
    return sorted(namesake.kind for namesake in _namesakes(region))


def _is_nicknamed_homonym(region: Region, text: str) -> bool:
    """A capital that tells two namesakes apart has no counterpart."""
    if len(_namesakes(region)) == 1:
        return False
    words = (name for each in _namesakes(region) for name in _nicknames().get(each.code, ()))
    return any(word in text for word in words)


def _is_part_of_another_name(region: Region, text: str) -> bool:
    """`Bandung` in a story that names `Bandung Barat`."""
    longer = (r for r in load_gazetteer().by_code.values() if r.name != region.name)
    return any(region.name in other.name and _known(other, text) for other in longer)


@cache
def _named(region: Region) -> re.Pattern[str]:
    """Every name of a region, printed in one word or two: `Gunungkidul`, `BAU-BAU`."""
    longest_first = sorted(_names(region), key=len, reverse=True)
    joined = "|".join("[ -]?".join(map(re.escape, _squeezed(name))) for name in longest_first)
    return re.compile(rf"(?<!\w)(?=[A-Z])(?i:{joined})(?!\w)")


@cache
def _names(region: Region) -> tuple[str, ...]:
    """Not those that begin with a word for its kind: that word stays when the name changes."""
    further = (n for n in _nicknames().get(region.code, ()) if not n.startswith("Provinsi "))
    return region.name, *further


@cache
def _squeezed(text: str) -> str:
    return re.sub("[ -]", "", text).casefold()


@cache
def _nicknames() -> Mapping[str, list[str]]:
    source = resources.files("crawler.awards") / "nicknames.toml"
    return tomllib.loads(source.read_text(encoding="utf-8"))
