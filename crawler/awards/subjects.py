"""Whom a story speaks of: the body it is about, and the one each sentence leaves in mind."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from itertools import chain

from crawler.awards.gazetteer import Region
from crawler.awards.regions_named import is_seat
from crawler.awards.seating import Owner, Seats
from crawler.awards.text import Sentence, Story

_POINTS_BACK = re.compile(
    r"\W*(?:[\d.,]+\W*$|(?:nilai|skor|indeks|angka|predikat|hasil|capaian)(?:nya)\b|"
    r"(?:[^.]{0,80}\b(?:unit|rumah sakit|kantor|puskesmas|dinas) (?:itu|tersebut|ini)\b))",
    re.IGNORECASE,
)


_OF_REGION = re.compile(
    r"\b(?:nilai|skor|indeks)\s+(?:akhir\s+|total\s+|rata-rata\s+)?(?:kota|kabupaten|pem(?:da|kab|kot?|prov)|"
    r"pemerintah\s+(?:kota|kabupaten|daerah)|daerah)\s+(?:(?:itu|ini|sendiri|secara\s+keseluruhan|"
    r"mencapai|tercatat|adalah|sebesar)\s+)*$",
    re.IGNORECASE,
)
"""In front of a score of the whole region, that only calls it by its kind."""
_OF_ALL = re.compile(
    r"\W*(?:(?:dengan\s+demikian|sehingga|jadi|hasilnya|adapun|sedangkan),?\s+)?"
    r"(?:total|jumlah|akumulasi)\s+(?:nilai|skor)\b"
    r"|\W*(?:nilai|skor|hasil)\s+(?:akhir|total|keseluruhan|kumulatif|gabungan)(?:nya)?\b"
    r"|\W*secara\s+(?:keseluruhan|kumulatif|total)\b",
    re.IGNORECASE,
)
"""Opens what is told of all the units listed above it: "Nilai akhir: 92,15"."""
_THAT_KIND = re.compile(
    r"\W*(?:pemerintah\s+)?(kabupaten|kota|provinsi)\s+(?:(?-i:[a-z-]+)\s+){0,4}?(?:itu|ini|tersebut)\b",
    re.IGNORECASE,
)
"""Opens with a region called by its kind: "Kabupaten termuda itu meraih"."""
_LISTED = 2
"""Units from which on those named in front of it are a list."""
_OPENING = frozenset({"vertikal", "university"})
"""Kinds of bodies that a story is about which it opens with, whatever regions follow."""
_ALL_OVER = 3
"""Regions that units of one story lie in, so that none of them is home."""


class Subjects:
    """Knows whom the story is about, and who is spoken of where a sentence names nobody."""

    def __init__(self, story: Story, seats: Seats, is_subject: Callable[[Owner], bool]) -> None:
        """`is_subject` says whether a body does more than give, or be measured against.

        It is not kept: a story whose parts hold each other is freed late and dearly.
        """
        self._story = story
        self._folded = story.folded
        self._seats = seats
        self.main = self._main(is_subject)
        self._spoken_of = self._follow_subjects(is_subject)

    @property
    def main_region(self) -> Region | None:
        """The region that the story is about, or that owns the unit it is about."""
        return self.main.region if self.main else None

    @cached_property
    def home(self) -> Region | None:
        """The kabupaten or kota that the story speaks of most: where a unit of no owner lies."""
        counted: Counter[Region] = Counter()
        for seats, weight in (
            (self._seats.entities, 2),
            (self._seats.officials, 3),
            (self._seats.places, 2),
        ):
            for owner in (owner for here in seats.values() for owner in here):
                if (
                    owner.region is not None
                    and owner.is_certain
                    and owner.region.kind != "provinsi"
                ):
                    counted[owner.region] += weight + self._story.is_in_dateline(owner.start)
        first = self.main_region
        if first is not None and first.kind != "provinsi":
            counted[first] += 2
        return max(counted, key=lambda region: counted[region], default=first)

    def lies_at_home(self, unit: Owner) -> bool:
        """Not in a text whose units lie all over: "Desa Ploso di Jombang, Desa Ganra di ..."."""
        return unit.start < self._story.text_start or len(self._unit_regions) < _ALL_OVER

    @cached_property
    def _unit_regions(self) -> frozenset[Region]:
        """Where the units of the story lie."""
        named = (owner for here in self._seats.entities.values() for owner in here)
        return frozenset(o.region for o in named if o.unit is not None and o.region is not None)

    def before(self, sentence: Sentence) -> Owner | None:
        """Who the story speaks of when the sentence begins.

        A unit is spoken of to the end of its paragraph; a line of a list only within it.
        """
        return self._spoken_of[sentence.index] or self.main

    def spoken_of(self, sentence: Sentence, at: int) -> Owner | None:
        """As `before`; but "Nilai kota 91,0" speaks of the region, not of its unit named last."""
        owner = self.before(sentence)
        if owner is None or owner.unit is None:
            return owner
        if self._is_of_all(sentence) and self.main is not None and self.main.region is not None:
            region = self.main.region
            return replace(self.main, unit=None, kind=region.kind, alone=False)
        if owner.region is None:
            return owner
        if _OF_REGION.search(self._folded, sentence.start, at) is None:
            return owner
        return replace(owner, unit=None, kind=owner.region.kind, alone=False)

    def _is_of_all(self, sentence: Sentence) -> bool:
        """The total of several units, of which the sentences right in front of it tell."""
        if _OF_ALL.match(self._folded, sentence.start, sentence.end) is None:
            return False
        above = range(max(0, sentence.index - _LISTED), sentence.index)
        named = (owner for index in above for owner in self._seats.entities[index])
        return sum(owner.unit is not None for owner in named) >= _LISTED

    def _follow_subjects(self, is_subject: Callable[[Owner], bool]) -> list[Owner | None]:
        """For each sentence the owner that the sentences before it leave in mind."""
        in_mind: list[Owner | None] = []
        region: Owner | None = None
        latest: Owner | None = None
        paragraph = -1
        for sentence in self._story.sentences:
            if sentence.paragraph != paragraph:
                below = sentence.item and self._story.sentences[sentence.index - 1].item
                kept = latest is not None and (below or self._points_back(sentence))
                latest, paragraph = latest if kept else None, sentence.paragraph
            in_mind.append(self._of_kind(sentence) or latest or region)
            here = [e for e in self._seats.entities[sentence.index] if is_subject(e)]
            if here:
                latest = here[0]
            if here and not sentence.item:
                region = next((e for e in here if self._stays_in_mind(e)), region)
        return in_mind

    def _of_kind(self, sentence: Sentence) -> Owner | None:
        """Behind "Provinsi X, Kabupaten Y": the regency, where "Kabupaten termuda itu" opens."""
        told = _THAT_KIND.match(self._folded, sentence.start, sentence.end)
        if told is None:
            return None
        for index in range(sentence.index - 1, max(-1, sentence.index - 1 - _LISTED), -1):
            here = [owner for owner in self._seats.entities[index] if owner.unit is None]
            if len({owner.kind for owner in here}) > 1:
                return next((each for each in here if each.kind == told[1].lower()), None)
        return None

    def _stays_in_mind(self, owner: Owner) -> bool:
        """A region, past its paragraph; among campuses and ministries each of them too."""
        return owner.unit is None or (owner.alone and self.main is not None and self.main.alone)

    def _points_back(self, sentence: Sentence) -> bool:
        """A bare number, "Nilainya …", "… unit itu": still about whom the last line was."""
        words = self._folded[sentence.start : sentence.end]
        return _POINTS_BACK.match(words) is not None

    def _main(self, is_subject: Callable[[Owner], bool]) -> Owner | None:
        """Whom the story is about: the first in the headline, else the first body named.

        Where no body is named, the one whose official is, then one the headline names as a place.
        """
        subjects = filter(is_subject, self._in_headline(self._seats.entities))
        first = next(subjects, None)
        if first is not None:
            return self._with_region(first)
        places = (e for e in self._in_headline(self._seats.places) if e.kind != "provinsi")
        heading = filter(is_subject, self._in_headline(self._seats.officials))
        for owner in (*heading, *places):
            if self._is_named_in_text(owner):
                return owner
        regions = (e for e in self._everybody(self._seats.entities) if e.region and e.unit is None)
        everybody = filter(is_subject, self._everybody(self._seats.officials))
        officials = (e for e in everybody if e.region is not None)
        units = self._everybody(self._seats.entities)
        opens = filter(is_subject, self._opening())
        named = next(chain(opens, regions, officials, units), None)
        if named is not None:
            return named
        where = self._in_headline(self._seats.places) or self._dateline()
        return replace(where[0], is_certain=False) if where else None

    def _opening(self) -> Iterator[Owner]:
        """Offices of their own that the first sentence of the text names."""
        first = next((s for s in self._story.sentences if s.start >= self._story.text_start), None)
        here = self._seats.entities[first.index] if first else ()
        return (owner for owner in here if owner.kind in _OPENING)

    def _everybody(self, seats: Mapping[int, list[Owner]]) -> Iterator[Owner]:
        return (owner for sentence in self._story.sentences for owner in seats[sentence.index])

    def _in_headline(self, seats: Mapping[int, list[Owner]]) -> list[Owner]:
        heads = (s for s in self._story.sentences if s.start < self._story.text_start)
        return [owner for sentence in heads for owner in seats[sentence.index]]

    def _is_named_in_text(self, owner: Owner) -> bool:
        """As somebody that may receive, not only as a place."""
        named = (e for index, here in self._seats.entities.items() if index for e in here)
        return any(e.unit is None and e.region == owner.region for e in named)

    def _dateline(self) -> list[Owner]:
        """The town or region in front of the text."""
        lines = [self._story.sentence_at(start) for start, _ in self._story.datelines]
        here = [owner for sentence in lines for owner in self._seats.places[sentence.index]]
        return [
            owner
            for owner in here
            if self._story.is_in_dateline(owner.start)
            and not is_seat(self._folded[owner.start : owner.end])
        ]

    def _with_region(self, owner: Owner) -> Owner:
        """The headline's unit, with the region that the story names as its owner."""
        if owner.region is not None or owner.alone:
            return owner
        everybody = (e for here in self._seats.entities.values() for e in here)
        region = next(
            (e.region for e in everybody if e.region and e.unit in (None, owner.unit)), None
        )
        officials, places = (
            self._regencies(seats) for seats in (self._seats.officials, self._seats.places)
        )
        lone = next((found for found in (officials, places) if len(found) == 1), frozenset())
        return replace(owner, region=region or next(iter(lone), None))

    def _regencies(self, seats: Mapping[int, list[Owner]]) -> frozenset[Region]:
        """Regencies and cities named for sure, but for the dateline."""
        return frozenset(
            owner.region
            for owner in self._everybody(seats)
            if owner.region is not None
            and owner.region.kind != "provinsi"
            and owner.is_certain
            and not self._story.is_in_dateline(owner.start)
        )
