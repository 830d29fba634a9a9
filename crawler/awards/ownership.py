"""Whose is it? The recipient or unit that a number, predicate or rank belongs to.

Within a sentence the nearest one named before it owns it, unless it is handed to one that follows
("diraih oleh …"). Where the sentence names nobody, the subject of the sentences before does.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from crawler.awards.bodies import Cast
from crawler.awards.gazetteer import Region
from crawler.awards.roles import (
    is_compared,
    is_giving,
    is_listed_on,
    is_measured_against,
    is_receiving,
)
from crawler.awards.seating import Owner, take_seats
from crawler.awards.text import Sentence, Story

_HANDED_ON = re.compile(
    r"\s*(?:\)|poin|point)?\s*,?\s*(?:(?:juga\s+)?(?:diraih|diperoleh|dicapai|diisi|ditempati|"
    r"diduduki|dipegang|disandang|dihuni|"
    r"disabet|dikantongi|milik|untuk|bagi|diberikan\s+kepada|disematkan\s+kepada|"
    r"jatuh\s+kepada|adalah|yakni|yaitu|atas\s+nama|ada)"
    r"\s*(?:oleh\s+|kepada\s+)?)\"?$",
    re.IGNORECASE,
)
_RANK_HANDED_ON = re.compile(
    r"\s*(?:(?:nasional|se-?\s?\w+(?:\s\w+)?)\s*)?[,:-]?\s*$", re.IGNORECASE
)
_MANY = re.compile(
    r"\b(?:kabupaten/kota|kabupaten dan kota|daerah(?:\s+lain)?|instansi|pemda|entitas|"
    r"unit(?:\s+\w+)?|upp|opd|lembaga|"
    r"kementerian|puskesmas|dinas|pemkab|pemkot|pemprov|provinsi|kabupaten|kota|badan publik|"
    r"penyelenggara)\b",
    re.IGNORECASE,
)
_COUNTED_MANY = re.compile(
    r"\b(?:(?!20[012]\d)\d+|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|"
    r"\w+\s?belas|puluhan|"
    r"sejumlah|beberapa|semua|seluruh|"
    r"sisanya|mayoritas|sebagian|setiap|masing-masing)\s+(?:\(\w+\)\s+)?(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
_ALL_UNITS = re.compile(r"\b(?:semua|seluruh)\s+(?:upp|unit|opd|lokus|locus)", re.IGNORECASE)
_LIST_FOLLOWS = re.compile(
    r"(?:adalah|yaitu|yakni|diterima|diraih|diperoleh|disabet|disandang|didapat|kepada|oleh|"
    r"antara\s+lain|di\s?antaranya|meliputi|masing-masing|"
    r"terdiri\s+(?:atas|dari)|:)\s*:?\s*$",
    re.IGNORECASE,
)
_HEADING = re.compile(
    r"(?::|\b(?:adalah|yaitu|yakni|berikut(?: ini)?|antara lain))\W*$", re.IGNORECASE
)
_POINTS_BACK = re.compile(
    r"\W*(?:[\d.,]+\W*$|(?:nilai|skor|indeks|angka|predikat|hasil|capaian)(?:nya)\b|"
    r"(?:[^.]{0,80}\b(?:unit|rumah sakit|kantor|puskesmas|dinas) (?:itu|tersebut|ini)\b))",
    re.IGNORECASE,
)
_TOGETHER = re.compile(r"\b(?:ke(dua|tiga|empat|lima|enam)nya)\b", re.IGNORECASE)
_BESIDE = re.compile(r"\b(?:selain|setelah|bersama|menyusul)\s+$", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_DECIMAL = re.compile(r"\d[.,]\d")
_LEADS_IN = re.compile(
    r"dengan|berkat|lewat|melalui|bermodal|berbekal|atas|nilai|skor|mengantongi|meraih|"
    r"mengumpulkan|raih"
)
_LONGEST_RUN = 60
"""Names of one list that are looked back over."""
_COUNTS = {"dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6}


class Stage:
    """Knows for every sentence who is named in it and who is spoken of."""

    def __init__(self, story: Story, cast: Cast, venues: Sequence[tuple[int, int]] = ()) -> None:
        self._story = story
        self._folded = story.folded
        seats = take_seats(story, cast, venues)
        self._entities, self._officials, self._places = (
            seats.entities,
            seats.officials,
            seats.places,
        )
        self.main = self._main()
        self._spoken_of = self._follow_subjects()

    @property
    def main_region(self) -> Region | None:
        """The region that the story is about, or that owns the unit it is about."""
        return self.main.region if self.main else None

    def entities(self, sentence: Sentence) -> list[Owner]:
        """Bodies and units named in the sentence as possible recipients, in order."""
        return self._entities[sentence.index]

    def owner_of(self, start: int, end: int, *, is_rank: bool = False) -> Owner | None:
        """Whose is what stands at `start..end`; None when it is told of many or of nobody."""
        sentence = self._story.sentence_at(start)
        here = self._entities[sentence.index]
        following = next((e for e in here if e.start >= end), None)
        if following and self._is_handed_on(end, following, here, is_rank=is_rank):
            return following
        preceding = [e for e in here if e.end <= start]
        receiving = [e for e in preceding if not is_giving(self._folded, e.start)]
        nearest = preceding[-1:] + receiving[-1:]
        if any(self.is_compared(e) for e in nearest):
            return None
        if receiving:
            return receiving[-1]
        if self._tells_of_many(sentence, start):
            return self._owner_of_all_units(sentence, start)
        leads_in = following and not sentence.item and self._is_lead_in(sentence, start)
        return following if leads_in else self.subject_before(sentence)

    def listed_after(self, end: int) -> list[Owner]:
        """Everybody in the list that a heading which ends with `end` announces, else nobody."""
        sentence = self._story.sentence_at(end - 1)
        following = [e for e in self._entities[sentence.index] if e.start >= end]
        if following:
            announced = _LIST_FOLLOWS.search(self._folded, end, following[0].start)
            return following if announced and len(following) > 1 else []
        if not _HEADING.search(self._folded[end : sentence.end]):
            return []
        return [e for item in self._items_below(sentence) for e in self._entities[item.index][:1]]

    def spoken_of_together(self, at: int) -> list[Owner]:
        """ "Ketiganya meraih …": the last so many bodies named before the sentence."""
        sentence = self._story.sentence_at(at)
        word = _TOGETHER.search(self._folded, sentence.start, at)
        if word is None:
            return []
        named: dict[Region | None, Owner] = {}
        for earlier in reversed(self._story.sentences[max(0, sentence.index - 4) : sentence.index]):
            for owner in reversed(self._entities[earlier.index]):
                if owner.unit is None:
                    named.setdefault(owner.region, owner)
        count = _COUNTS[word[1].lower()]
        return list(named.values())[:count] if len(named) >= count else []

    def _items_below(self, heading: Sentence) -> Iterator[Sentence]:
        for sentence in self._story.sentences[heading.index + 1 :]:
            if not sentence.item:
                return
            yield sentence

    def receivers(self, sentence: Sentence) -> list[Owner]:
        """Regions that a granting sentence names as its subject, or hands the award to."""
        here = [e for e in self._entities[sentence.index] if e.unit is None]
        return [e for e in here if self._receives(e, sentence)]

    def sharers(self, owner: Owner, start: int, end: int) -> list[Owner]:
        """Everybody whom "A, B, dan C mendapat …" speaks of, where `owner` is the last of them.

        Empty when `owner` stands alone, or when somebody else is named before `start..end`.
        """
        here = self._entities[self._story.sentence_at(start).index]
        if owner not in here or owner.unit is not None:
            return []
        last = here.index(owner)
        if any(owner.end <= e.start < start for e in here):
            return []
        first = last
        while first and is_listed_on(self._folded, here[first - 1].end, here[first].start):
            first -= 1
        run = here[first : last + 1]
        if _BESIDE.search(self._folded, max(0, run[0].start - 15), run[0].start):
            return []
        told_apart = any(_DIGIT.search(self._folded, a.end, b.start) for a, b in pairwise(run))
        return run if len(run) > 1 and not told_apart else []

    def _is_number_first(self, here: list[Owner]) -> bool:
        """ "Nilai 98,11 diraih A, 97,22 B, dan 96,33 C": each number stands before its name."""
        sentence = self._story.sentence_at(here[0].start)
        number = _DECIMAL.search(self._folded, sentence.start, sentence.end)
        return number is not None and number.end() <= here[0].start

    def subject_before(self, sentence: Sentence) -> Owner | None:
        """Who the story speaks of when the sentence begins.

        A unit is spoken of to the end of its paragraph; a line of a list only within it.
        """
        return self._spoken_of[sentence.index] or self.main

    def _follow_subjects(self) -> list[Owner | None]:
        """For each sentence the owner that the sentences before it leave in mind."""
        in_mind: list[Owner | None] = []
        region: Owner | None = None
        latest: Owner | None = None
        paragraph = -1
        for sentence in self._story.sentences:
            if sentence.paragraph != paragraph:
                kept = latest is not None and self._points_back(sentence)
                latest, paragraph = latest if kept else None, sentence.paragraph
            in_mind.append(latest or region)
            here = [e for e in self._entities[sentence.index] if self._is_subject(e)]
            if here:
                latest = here[0]
            if here and not sentence.item:
                region = next((e for e in here if e.unit is None), region)
        return in_mind

    def _points_back(self, sentence: Sentence) -> bool:
        """A bare number, "Nilainya …", "… unit itu": still about whom the last line was."""
        words = self._folded[sentence.start : sentence.end]
        return _POINTS_BACK.match(words) is not None

    def _main(self) -> Owner | None:
        """Whom the story is about: the first in the headline, else the first body named.

        Where no body is named, the one whose official is, then one the headline names as a place.
        """
        headline = self._entities[0] if self._story.text_start else []
        subjects = [owner for owner in headline if self._is_subject(owner)]
        if subjects:
            return self._with_region(subjects[0])
        for seats in (self._entities, self._officials):
            for sentence in self._story.sentences:
                for owner in seats[sentence.index]:
                    if owner.region is not None and owner.unit is None:
                        return owner
        places = self._places[0] if self._story.text_start else []
        return replace(places[0], is_certain=False) if places else None

    def _with_region(self, owner: Owner) -> Owner:
        """The headline's unit, with the region that the story names as its owner."""
        if owner.region is not None:
            return owner
        everybody = (e for here in self._entities.values() for e in here)
        region = next(
            (e.region for e in everybody if e.region and e.unit in (None, owner.unit)), None
        )
        return replace(owner, region=region)

    def _is_handed_on(
        self, end: int, following: Owner, here: list[Owner], *, is_rank: bool
    ) -> bool:
        gap = self._folded[end : following.start]
        if len(gap) > 60:
            return False
        if _HANDED_ON.fullmatch(gap) or (is_rank and _RANK_HANDED_ON.fullmatch(gap)):
            return True
        return not is_rank and not gap.strip(" (") and self._is_number_first(here)

    def is_compared(self, owner: Owner) -> bool:
        """Named only to be measured against: "mengungguli Kabupaten X (90,10) dan Kota Y"."""
        if is_compared(self._folded, owner.start):
            return True
        here = self._entities[self._story.sentence_at(owner.start).index]
        position = bisect_left(here, owner.start, key=lambda each: each.start)
        for index in range(position, max(0, position - _LONGEST_RUN), -1):
            before = here[index - 1]
            if not is_listed_on(self._folded, before.end, here[index].start):
                return False
            if is_measured_against(self._folded, before.start):
                return True
        return False

    def _receives(self, owner: Owner, sentence: Sentence) -> bool:
        return self._is_subject(owner) and is_receiving(self._folded, sentence.start, owner.start)

    def _is_subject(self, owner: Owner) -> bool:
        return not self.is_compared(owner) and not is_giving(self._folded, owner.start)

    def _tells_of_many(self, sentence: Sentence, at: int) -> bool:
        before = self._folded[max(sentence.start, at - 300) : at]
        return any(
            _COUNTED_MANY.search(before[: many.start()] + " " if many.start() else "")
            or "/" in many[0]
            for many in _MANY.finditer(before)
        )

    def _owner_of_all_units(self, sentence: Sentence, at: int) -> Owner | None:
        """ "seluruh UPP di Kabupaten Batang masuk kategori A" speaks of the region."""
        if not _ALL_UNITS.search(self._folded, sentence.start, at):
            return None
        places = self._places[sentence.index]
        return next((place for place in places if place.end <= at), None)

    def _is_lead_in(self, sentence: Sentence, at: int) -> bool:
        """ "Dengan indeks 4,42, Blora meraih …": a phrase in front of its subject."""
        head = self._folded[sentence.start : at].lstrip(" \"'").lower()
        return _LEADS_IN.match(head) is not None
