"""Who is named in a story: regions with the part they play, units, and the grantor.

A region is told apart by the words around it (Pemkab, Wali Kota, se-, di); a region inside the
grantor's own name ("Ombudsman Perwakilan Jawa Tengah") or after a place word is no candidate.
"""

import re
from collections.abc import Mapping

from crawler.awards.gazetteer import Gazetteer
from crawler.awards.grantors import find_grantors, not_granting, swallow_offices
from crawler.awards.homonyms import settle_homonyms, without_weak
from crawler.awards.mentions import Cast
from crawler.awards.regions_named import name_regions
from crawler.awards.unit_owners import own_units
from crawler.awards.units import find_units


def find_cast(folded: str, gazetteer: Gazetteer, grantors: Mapping[str, re.Pattern[str]]) -> Cast:
    """Everybody named in a folded text. `grantors` maps scheme id -> pattern of its grantor."""
    named = name_regions(folded, gazetteer)
    grantor_spans = find_grantors(folded, grantors)
    named, grantor_mentions = swallow_offices(folded, named, grantor_spans)
    named, units = own_units(
        folded, named, not_granting(folded, find_units(folded), grantor_mentions)
    )
    settled = without_weak(folded, settle_homonyms(named), units)
    return Cast(bodies=tuple(settled), units=units, grantors=grantor_mentions)
