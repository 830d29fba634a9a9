"""Whose is it? The recipient or unit that a number, predicate or rank belongs to.

Within a sentence the nearest one named before it owns it, unless it is handed to one that follows
("diraih oleh …"). Where the sentence names nobody, the subject of the sentences before does.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from crawler.awards.clauses_behind import (
    CLOSES,
    PLACED,
    RELATIVE,
    RESUMES,
    SERVES,
    THROUGH,
    goes_back,
    is_its_own_clause,
)
from crawler.awards.compared_with import Compared
from crawler.awards.comparing import is_outdone
from crawler.awards.counts import counts, counts_parts
from crawler.awards.handing_on import is_followed, is_handed_on, leads_to
from crawler.awards.lists import Lists
from crawler.awards.mentions import Cast
from crawler.awards.presented_units import give_homes
from crawler.awards.roles import (
    gives_away,
    has_own_score,
    is_giving,
    is_handed_to,
    is_receiving,
    is_told_beside,
    is_watching,
    receives_in_person,
    tells_of_a_firm,
)
from crawler.awards.seating import Owner, take_seats
from crawler.awards.subjects import Subjects
from crawler.awards.text import Sentence, Story
from crawler.awards.unnamed_many import (
    collects_for,
    has_parts,
    heads_those_below,
    is_of_some,
    places_its_parts,
    tells_of_all_units,
    tells_of_many,
    tells_of_others,
)

_OPENED = re.compile(r"\s*\(\s*(?:[^()]{0,25}\s)?")
"""Between a name and what its bracket says of it."""
_HELD_BY = re.compile(
    r"(?:\s\([^)]{1,40}\))?\s(?:adalah|ialah|yaitu|yakni|jatuh kepada|"
    r"di(?:raih|pegang|sabet|peroleh|rebut|tempati|duduki)(?: oleh)?)\s",
    re.IGNORECASE,
)
"""Between a place and the official of the region that has it."""
_ASIDE = re.compile(r",\s*yang\b[^,;.\n]*")
"""Between a name and another in a clause about it."""
_LEADS_IN = re.compile(
    r"dengan|berkat|lewat|melalui|bermodal|berbekal|atas|nilai|skor|mengantongi|meraih|"
    r"mengumpulkan|raih|dalam|pada|untuk|di|sebagai|selaku"
)


class Stage:
    """Knows for every sentence who is named in it and who is spoken of."""

    def __init__(
        self,
        story: Story,
        cast: Cast,
        venues: Sequence[tuple[int, int]] = (),
        names: Sequence[tuple[int, int]] = (),
    ) -> None:
        """`venues` and `names` are spans of places and of schemes: what lies in them is nobody."""
        self._story = story
        self._folded = story.folded
        seats = take_seats(story, cast, venues, names)
        give_homes(story, cast, seats)
        self._entities, self._officials = seats.entities, seats.officials
        self._places = seats.places
        self.lists = Lists(story, seats.entities)
        self._counting: dict[int, bool] = {}
        self._compared = Compared(story, seats.entities)
        self.subjects = Subjects(story, seats, self._is_subject)

    def officials(self, sentence: Sentence) -> list[Owner]:
        """Bodies for which an official of theirs is named in the sentence, in order."""
        return self._officials[sentence.index]

    def entities(self, sentence: Sentence) -> list[Owner]:
        """Bodies and units named in the sentence as possible recipients, in order."""
        return self._entities[sentence.index]

    def owner_of(self, start: int, end: int, *, is_rank: bool = False) -> Owner | None:
        """Whose is what stands at `start..end`; None when it is told of many or of nobody."""
        sentence = self._story.sentence_at(start)
        here = self._entities[sentence.index]
        bracketed = self._before_bracket(here, start)
        if bracketed is not None:
            return None if self._is_rival(bracketed) and not is_rank else bracketed
        following = next((e for e in here if e.start >= end), None)
        preceding = self._without_aside([e for e in here if e.end <= start], start)
        placed = self._placed(sentence, preceding, start, end) if is_rank else None
        if placed is not None:
            return placed
        if following and is_handed_on(self._story, end, following, here, is_rank=is_rank):
            return following
        receiving = [e for e in preceding if not self._gives(e)]
        if any(self.is_compared(e) for e in preceding[-1:] + receiving[-1:]):
            last = preceding[-1]
            own = is_its_own_clause(self._folded, (last.start, last.end), start)
            return last if own else self._resumed(preceding, start)
        if receiving:
            parts = counts_parts(self._folded, receiving[-1].end, start)
            below = heads_those_below(self._folded, receiving[-1], start)
            others = tells_of_others(self._folded, preceding[-1].end, start)
            nobody = below or others or (parts and has_parts(receiving[-1]))
            return None if nobody else receiving[-1]
        return self._owner_from_around(sentence, start, following)

    def _gives(self, owner: Owner) -> bool:
        """Not a unit behind "dari" whose own score follows: "rata-rata dari DPMPTSP 4,65"."""
        scored = owner.unit is not None and has_own_score(self._folded, owner.end)
        return not scored and is_giving(self._folded, owner.start)

    def _closes_a_clause(self, preceding: list[Owner], start: int) -> bool:
        """ "A yang berada di bawah B hanya mendapat 58,03": the clause of B was one about A."""
        if len(preceding) < 2:
            return False
        before, last = preceding[-2:]
        opened = RELATIVE.fullmatch(self._folded, before.end, last.start) is not None
        return opened and CLOSES.match(self._folded, last.end, start) is not None

    def _goes_to_officials(self, sentence: Sentence, at: int) -> bool:
        """ "Piala itu diterima oleh Wali Kota X dan Bupati Y": told of those they stand for."""
        behind = [each for each in self._officials[sentence.index] if each.start >= at]
        return len(behind) > 1 and leads_to(self._folded, at, behind[0].start)

    def _placed(
        self, sentence: Sentence, preceding: list[Owner], start: int, end: int
    ) -> Owner | None:
        """Right in front of a place, "Kota X ketiga", or behind it: "Juara 3 adalah Gubernur Y"."""
        if preceding and self._is_at(preceding[-1], start):
            return preceding[-1]
        held = (
            official
            for official in self._officials[sentence.index]
            if (official.start >= end and _HELD_BY.fullmatch(self._folded, end, official.start))
            or (not preceding and receives_in_person(self._folded, official.end, start))
        )
        return next(held, None)

    def _without_aside(self, preceding: list[Owner], start: int) -> list[Owner]:
        """ "A, yang sering disandingkan dengan B, menempati": the aside is not about its owner."""
        while len(preceding) > 1:
            before, last = preceding[-2:]
            opened = _ASIDE.fullmatch(self._folded, before.end, last.start)
            aside = opened is not None and "," in self._folded[last.end : start]
            back = goes_back(self._folded, before.end, (last.start, last.end), start)
            if not (aside or back):
                break
            preceding = preceding[:-1]
        return preceding

    def _resumed(self, preceding: list[Owner], start: int) -> Owner | None:
        """ "A, dua tingkat di bawah B, memperoleh 58,03": the sentence goes back to A."""
        last = preceding[-1]
        serves = SERVES.search(self._folded, max(0, last.start - 60), last.start) is not None
        resumes = serves or RESUMES.match(self._folded, last.end, start) is not None
        if not resumes and not self._closes_a_clause(preceding, start):
            return None
        return next((e for e in reversed(preceding) if not self.is_compared(e)), None)

    def _is_at(self, owner: Owner, start: int) -> bool:
        """Right behind the name: "Kota Makassar ketiga", "Kota Tangerang di posisi keempat"."""
        placed = PLACED.fullmatch(self._folded, owner.end, start) is not None
        return placed and not self.is_compared(owner)

    def _before_bracket(self, here: list[Owner], start: int) -> Owner | None:
        """The name whose bracket holds what starts there: "Batang (93,74)"."""
        opened = (e for e in here if e.end <= start and self.is_bracketed(e, start))
        return next(iter(reversed(list(opened))), None)

    def is_of_some(self, end: int) -> bool:
        """What ends there is told of some who are not named: "zona merah di sejumlah daerah"."""
        return is_of_some(self._folded, end)

    def is_bracketed(self, owner: Owner, start: int) -> bool:
        """In the bracket behind its name: "Batang, Kendal, Demak (93,74)"."""
        return _OPENED.fullmatch(self._folded, owner.end, start) is not None

    def _owner_from_around(
        self, sentence: Sentence, start: int, following: Owner | None
    ) -> Owner | None:
        """Where nobody stands in front: the one behind, of a line or a lead-in, or the subject."""
        if following is None and (
            tells_of_a_firm(self._folded, sentence.start, start)
            or self._goes_to_officials(sentence, start)
        ):
            return None
        if sentence.item and following:
            return following
        if tells_of_many(self._folded, sentence.start, start):
            return self._in_person(sentence, start) or self._owner_of_all_units(sentence, start)
        leads_in = (
            following is not None
            and not sentence.item
            and self._is_lead_in(sentence, start)
            and not is_followed(self._folded, start, following.start)
        )
        return following if leads_in else self.subjects.spoken_of(sentence, start)

    def _in_person(self, sentence: Sentence, at: int) -> Owner | None:
        """ "Bersama 18 bupati lainnya, Bupati X menerima": of the region that X stands for."""
        before = [each for each in self._officials[sentence.index] if each.end <= at]
        received = bool(before) and receives_in_person(self._folded, before[-1].end, at)
        return replace(before[-1], is_certain=False) if received else None

    def heads_a_list(self, start: int, end: int) -> bool:
        """Told of a list that follows it, or of so many that others are told of after it."""
        sentence = self._story.sentence_at(start)
        here = self._entities[sentence.index]
        opens = bool(here) and end <= here[0].start and self._is_lead_in(sentence, start)
        listed = bool(self.lists.after(start, end))
        several = self._counts_bodies(sentence)
        several = several or self.lists.speak_of_many(sentence.start, start)
        several = several or (not here and self._goes_to_officials(sentence, end))
        return (
            opens or listed or several or tells_of_many(self._folded, sentence.start, sentence.end)
        )

    def _counts_bodies(self, sentence: Sentence) -> bool:
        """Asked once for a sentence: it may be full of what is told of somebody."""
        if sentence.index not in self._counting:
            told = counts(self._folded, sentence.start, sentence.end)
            self._counting[sentence.index] = bool(told)
        return self._counting[sentence.index]

    def receivers(self, sentence: Sentence) -> list[Owner]:
        """Bodies that a granting sentence names as its subject, or hands the award to."""
        named = [e for e in self._entities[sentence.index] if self._receives(e, sentence)]
        in_person = [
            replace(e, is_certain=False)
            for e in self._officials[sentence.index]
            if self._receives(e, sentence)
            and (
                receives_in_person(self._folded, e.end, sentence.end)
                or is_handed_to(self._folded, e.start)
            )
        ]
        alone = all(is_told_beside(self._folded, e.start) for e in named)
        return [*named, *in_person] if alone else named

    def is_compared(self, owner: Owner) -> bool:
        """Named only to be measured against: "mengungguli Kabupaten X (90,10) dan Kota Y"."""
        return self._compared.holds(owner)

    def _is_rival(self, owner: Owner) -> bool:
        """Compared with, and no office of the story's own region: each of those has its score."""
        own = owner.unit is not None and owner.region in (None, self.subjects.main_region)
        return not own and self.is_compared(owner)

    def _receives(self, owner: Owner, sentence: Sentence) -> bool:
        if places_its_parts(self._folded, owner) or gives_away(self._folded, owner.end):
            return False
        here = self._entities[sentence.index]
        if collects_for(self._folded, owner, here) or not self._is_subject(owner):
            return False
        receives = is_receiving(self._folded, sentence.start, owner.start)
        return receives and not is_outdone(self._folded, sentence.start, owner.start)

    def _acts_through(self, owner: Owner) -> bool:
        """ "Pemprov X melalui UPTB Samsat Y meraih": the unit, which is nobody's part, receives."""
        here = self._entities[self._story.sentence_at(owner.start).index]
        units = (e for e in here if e.unit is not None and e.start >= owner.end)
        unit = next(units, None) if owner.unit is None else None
        through = unit and THROUGH.fullmatch(self._folded, owner.end, unit.start)
        return bool(through)

    def _is_subject(self, owner: Owner) -> bool:
        if is_giving(self._folded, owner.start) or is_watching(self._folded, owner.end):
            return False
        return not self._acts_through(owner) and not self.is_compared(owner)

    def _owner_of_all_units(self, sentence: Sentence, at: int) -> Owner | None:
        """ "seluruh UPP di Kabupaten Batang masuk kategori A" speaks of the region."""
        if not tells_of_all_units(self._folded, sentence.start, at):
            return None
        places = self._places[sentence.index]
        return next((place for place in places if place.end <= at), None)

    def _is_lead_in(self, sentence: Sentence, at: int) -> bool:
        """ "Dengan indeks 4,42, Blora meraih …": a phrase in front of its subject."""
        head = self._folded[sentence.start : at].lstrip(" \"'").lower()
        return _LEADS_IN.match(head) is not None
