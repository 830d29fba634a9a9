"""Names that mean many or all of a kind, and so nobody: "9 MPP", "Polres se-Maluku"."""

import re
from collections.abc import Sequence

from crawler.awards.counts import NUMBER_WORDS, count_of, counts_just_before
from crawler.awards.gazetteer import Region
from crawler.awards.mentions import UnitMention
from crawler.awards.word_tree import compile_words

_ALL_OVER = re.compile(
    r"(?:\s*(?:,|dan|serta)\s*[A-Z]\w+(?:\s[A-Z]\w+){0,2}){0,3}\s+[Ss]e-?\s?[A-Z]\w"
)
"""Behind words for kinds: "Kantor Pertanahan dan Polres se-Maluku" are all of them."""
_HOSPITALS = compile_words(
    rf"(?<![\d.,])\b(\d{{1,2}}|{NUMBER_WORDS})\s+(?:rumah\s+sakit|rsud?)\b",
)
_FEWEST_OTHERS = 2


def speaks_of_many(folded: str, unit: UnitMention) -> bool:
    """ "9 Kantor Pertanahan", "Polres se-Maluku"."""
    counted = counts_just_before(folded, unit.start)
    return counted or _ALL_OVER.match(folded, unit.end) is not None


def named_for_several(
    folded: str, units: Sequence[UnitMention]
) -> frozenset[tuple[Region | None, str]]:
    """Owners and names that stand for several in the story, wherever it prints them.

    A word for a kind that it counts: "10 MPP" makes a bare "MPP" any of them. And "RSUD Jatim",
    where it counts just as many hospitals as it names besides.
    """
    counted = {
        (unit.owner, unit.name)
        for unit in units
        if unit.owner is None and " " not in unit.name and counts_just_before(folded, unit.start)
    }
    return frozenset(counted | _hospitals_of_a_province(folded, units))


def _hospitals_of_a_province(
    folded: str, units: Sequence[UnitMention]
) -> set[tuple[Region | None, str]]:
    """The name that is a province's alone, if the counted hospitals are the others."""
    hospitals = [unit for unit in units if unit.kind == "rsud"]
    whole = {
        unit.name
        for unit in hospitals
        if unit.owner is not None
        and unit.owner.kind == "provinsi"
        and folded.count(" ", unit.start, unit.end) == 1
    }
    others = {unit.name for unit in hospitals} - whole
    if len(whole) != 1 or len(others) < _FEWEST_OTHERS:
        return set()
    counted = {count_of(match[1]) for match in _HOSPITALS.finditer(folded)}
    if len(others) not in counted:
        return set()
    return {(unit.owner, unit.name) for unit in hospitals if unit.name in whole}
