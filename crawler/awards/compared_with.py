"""Which of those named in a story are only measured against, also as one of a list of such."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from crawler.awards.between_names import GAP
from crawler.awards.clauses_behind import ACTS, AS_IN
from crawler.awards.comparing import is_compared, is_compared_on, is_measured_against
from crawler.awards.seating import Owner
from crawler.awards.text import Story

_LONGEST_RUN = 60
"""Names of one list that are looked back over."""


class Compared:
    """Answers for each name once: it is asked for every result of its sentence."""

    def __init__(self, story: Story, entities: Mapping[int, Sequence[Owner]]) -> None:
        """`entities` are those named in each sentence, in order."""
        self._story = story
        self._entities = entities
        self._known: dict[tuple[int, int], bool] = {}

    def holds(self, owner: Owner) -> bool:
        """Named only to be measured against: "mengungguli Kabupaten X (90,10) dan Kota Y"."""
        place = owner.start, owner.end
        if place not in self._known:
            self._known[place] = self._is_compared(owner)
        return self._known[place]

    def _is_compared(self, owner: Owner) -> bool:
        folded = self._story.folded
        here = self._entities[self._story.sentence_at(owner.start).index]
        position = bisect_left(here, owner.start, key=lambda each: each.start)
        if is_compared(folded, owner.start, owner.end):
            is_outdone = is_measured_against(folded, owner.start)
            return is_outdone or not _is_example(folded, here[position : position + 2])
        if position == len(here) or _begins_clause(folded, here[: position + 1]):
            return False
        for index in range(position, max(0, position - _LONGEST_RUN), -1):
            before = here[index - 1]
            if not is_compared_on(folded, before.end, here[index].start):
                return False
            if is_measured_against(folded, before.start):
                return True
        return False


def _begins_clause(folded: str, named: Sequence[Owner]) -> bool:
    """ "Kalah dari A, B gagal meraih": behind the comma the other one acts."""
    if len(named) < 2 or folded[named[-2].end : named[-1].start].strip() != ",":
        return False
    return ACTS.match(folded, named[-1].end) is not None


def _is_example(folded: str, named: Sequence[Owner]) -> bool:
    """ "Zona hijau seperti A (89,92), B, dan C": one of those spoken of, not like them."""
    if len(named) < 2 or not AS_IN.search(folded, max(0, named[0].start - 30), named[0].start):
        return False
    return GAP.fullmatch(folded, named[0].end, named[1].start) is not None
