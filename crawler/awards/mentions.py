"""What is named in a story: a region, a unit, a grantor; everybody together is the cast."""

from bisect import bisect_left
from collections.abc import Sequence
from enum import StrEnum

from crawler.awards.gazetteer import Region
from storage.frozen import frozen

STATE = frozenset({"kementerian", "lembaga", "perwakilan", "dprd"})
"""Kinds of units that grant more often than they receive."""
HEADED = frozenset(
    [
        "polres",
        "lapas",
        "imigrasi",
        "kantah",
        "pajak",
        "kejaksaan",
        "pengadilan",
        "rsud",
        "desa",
        "kelurahan",
    ],
)
"""Villages, hospitals, offices of the state with none below: who heads one stands for no other."""


class Part(StrEnum):
    """What part a named region plays in its sentence."""

    GOVERNMENT = "government"
    """Pemkab X, Kabupaten X, Kota X: the body itself."""
    BARE = "bare"
    """Only the name."""
    OFFICIAL = "official"
    """Bupati X: a person who stands for the body."""
    PLACE = "place"
    """di X, se-X, Hotel … X: where, not who."""


@frozen
class BodyMention:
    """A region named in the story."""

    start: int
    end: int
    name_start: int
    """Where the name proper begins (after `Pemkab`, `Kabupaten` …)."""
    part: Part
    regions: tuple[Region, ...]
    """What it may mean: more than one only for a bare homonym."""
    is_weak: bool = False
    """Bare, and an everyday word too."""


@frozen
class UnitMention:
    """A unit named in the story, with the region that is named as its owner."""

    start: int
    end: int
    name: str
    owner: Region | None
    kind: str
    """As in `units.toml`: `dinas`, `polres`, `kementerian` …"""
    alone: bool
    """Its own name says where or what it is."""
    is_person: bool
    """`Kepala DPMPTSP …`, `Pemkab Blora melalui DPMPTSP`: the unit itself is not the subject."""


@frozen
class GrantorMention:
    """The grantor of a scheme named in the story, its regional office swallowed."""

    start: int
    end: int
    scheme: str


@frozen
class Cast:
    """Everybody named in the story, in order."""

    bodies: tuple[BodyMention, ...]
    units: tuple[UnitMention, ...]
    grantors: tuple[GrantorMention, ...]

    def bodies_in(self, start: int, end: int) -> tuple[BodyMention, ...]:
        """Those whose names begin in the stretch."""
        return self.bodies[_stretch(self.bodies, start, end)]

    def units_in(self, start: int, end: int) -> tuple[UnitMention, ...]:
        """Those whose names begin in the stretch."""
        return self.units[_stretch(self.units, start, end)]


def _stretch(named: Sequence[BodyMention | UnitMention], start: int, end: int) -> slice:
    first = bisect_left(named, start, key=lambda each: each.start)
    return slice(first, bisect_left(named, end, lo=first, key=lambda each: each.start))
