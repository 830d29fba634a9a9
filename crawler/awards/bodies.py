"""Who is named in a story: regions with the part they play, units, and the grantor.

A region is told apart by the words around it (Pemkab, Wali Kota, se-, di); a region inside the
grantor's own name ("Ombudsman Perwakilan Jawa Tengah") or after a place word is no candidate.
"""

from collections.abc import Container, Mapping

from crawler.awards.english_names import in_english
from crawler.awards.gazetteer import Gazetteer
from crawler.awards.governments_alone import governments_alone
from crawler.awards.grantors import find_grantors, not_granting, swallow_offices
from crawler.awards.homonyms import (
    settle_homonyms,
    without_lower,
    without_villages,
    without_weak,
)
from crawler.awards.mentions import BodyMention, Cast, GrantorMention
from crawler.awards.regions_named import name_regions
from crawler.awards.unit_owners import own_units
from crawler.awards.units import UnitSpan, find_units
from crawler.awards.word_patterns import IndexedText, WordPattern
from storage.frozen import frozen


@frozen
class Names:
    """What may be somebody's name in a text, before it is settled who they are."""

    regions: tuple[BodyMention, ...]
    units: tuple[UnitSpan, ...]
    grantors: tuple[GrantorMention, ...]
    """Of every scheme that the text may be about."""


def find_names(
    folded: IndexedText, gazetteer: Gazetteer, grantors: Mapping[str, WordPattern]
) -> Names:
    """Every name in a folded text. `grantors` maps scheme id -> pattern of its grantor."""
    named = in_english(folded, gazetteer, name_regions(folded, gazetteer))
    regions = sorted((*named, *governments_alone(folded, named)), key=lambda body: body.start)
    return Names(
        regions=tuple(regions),
        units=tuple(find_units(folded)),
        grantors=tuple(find_grantors(folded, grantors)),
    )


def cast_of(folded: IndexedText, names: Names, schemes: Container[str]) -> Cast:
    """Who they are in a text about these schemes: who grants another one may receive."""
    granting = [each for each in names.grantors if each.scheme in schemes]
    named, grantors = swallow_offices(folded, names.regions, granting)
    named, units = own_units(folded, named, not_granting(folded, names.units, grantors))
    settled = settle_homonyms(without_villages(named, units))
    settled = without_lower(folded, without_weak(folded, settled, units))
    return Cast(bodies=tuple(settled), units=units, grantors=grantors)


def find_cast(
    folded: IndexedText, gazetteer: Gazetteer, grantors: Mapping[str, WordPattern]
) -> Cast:
    """Everybody named in a folded text about the schemes of these grantors."""
    return cast_of(folded, find_names(folded, gazetteer, grantors), grantors)
