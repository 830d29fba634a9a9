"""Is it told as granted? The word that governs a span: a grant, a wish, a denial or a rule.

The clause that the span stands in decides. There a wish or a denial governs what follows it, be it
a granting verb many words on ("berharap Kabupaten Kendal tahun ini bisa meraih 95"), until a word
releases it ("yang menargetkan zona hijau akhirnya meraih 93,74"). A clause without a marker takes
the last one of the clauses before it, save behind a "but".
"""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import cached_property

from crawler.awards.marks import Marks
from crawler.awards.mood_words import (
    ANY_VERB,
    BUT,
    CLAUSE_SIGN,
    CLAUSE_WORD,
    DENIAL,
    FINALLY,
    GOAL_MET,
    GRANT,
    HOPE,
    NAMED_AT_ONCE,
    NAMED_HOPE,
    NAMED_TOWARDS,
    RELATIVE_MET,
    RELEASE,
    REPORTED,
    RULE,
    SCALE_TOLD,
    TAKING_VERB,
    TO_INSPIRE,
    TO_MEND,
    WISH,
)
from crawler.awards.told_behind import DENIED_BEHIND, GOT_BEHIND, RULE_BEHIND, WISHED_BEHIND
from crawler.awards.word_patterns import WordPattern

_REACH = 300
"""Characters in front of a span in which a marker still governs it."""
_LIST_STEP = 3
"""Words between a clause's end and a span that a denial in the clause still reaches: a list."""
_BEHIND = 180
"""Characters behind a span in which its clause may say that it is only wished for."""


_DUTIES = ("harus", "perlu", "wajib", "segera")


class Mood(StrEnum):
    """How the sentence presents what a span says."""

    GRANTED = "granted"
    WISHED = "wished"
    DENIED = "denied"
    RULE = "rule"
    """An explanation of how bands or zones work."""
    PLAIN = "plain"
    """No marker: a list entry, a verbless clause."""

    @property
    def holds(self) -> bool:
        """What is said in this mood is true."""
        return self in (Mood.GRANTED, Mood.PLAIN)


_SAID_BEHIND = re.compile(
    f"(?P<DENIED>{DENIED_BEHIND.pattern})|(?P<GRANTED>{GOT_BEHIND.pattern})"
    f"|(?P<WISHED>{WISHED_BEHIND.pattern})|(?P<RULE>{RULE_BEHIND.pattern})",
    re.IGNORECASE,
)
"""What the words behind a span make of it."""


class Moods:
    """The words of one text that grant, wish, deny or explain, and what each of them governs.

    The text is gone through once for each kind of word, when it is first asked for one; every
    question is answered from the places found. Answers are kept in dicts: a cache of a method holds
    its own object, and freeing such rings of a story cost a twelfth of its reading.
    """

    def __init__(self, folded: str) -> None:
        """`folded` is a text as `fold` leaves it; all offsets count in it."""
        self._folded = folded
        self._gone_through: dict[WordPattern, Marks] = {}
        self._moods: dict[tuple[int, int, int], Mood] = {}
        self._of_clauses: dict[tuple[int, int], Mood] = {}
        self._granting: dict[tuple[int, int, int | str], int | None] = {}

    def at(self, start: int, end: int, at: int) -> Mood:
        """The mood of what stands at `at`, in the sentence that runs from `start` to `end`."""
        if (start, end, at) not in self._moods:
            self._moods[start, end, at] = self._mood_at(start, end, at)
        return self._moods[start, end, at]

    def _mood_at(self, start: int, end: int, at: int) -> Mood:
        said = _SAID_BEHIND.match(self._folded, at, min(end, at + _BEHIND))
        if said is not None:
            return Mood[said.lastgroup or ""]
        low, stop = max(start, at - _REACH), at
        if self._within(SCALE_TOLD, low, at):
            return Mood.RULE
        for clause in (*reversed(self._clauses.within(low, at)), None):
            mood = self._of_clause(clause.end() if clause else low, stop)
            if mood is Mood.DENIED and len(self._folded[stop:at].split()) > _LIST_STEP:
                return Mood.PLAIN
            if mood is not Mood.PLAIN or (clause and BUT.fullmatch(clause[0])):
                return mood
            stop = clause.start() if clause else low
        return Mood.PLAIN

    def grants(self, start: int, end: int) -> bool:
        """True when a granting verb in the stretch is not governed by a wish or a denial."""
        return self._first_granting(start, end, ANY_VERB) is not None

    def first_taking(self, start: int, end: int) -> int | None:
        """Where the first verb stands that tells of an award by itself, ungoverned."""
        return self._first_granting(start, end, TAKING_VERB)

    def takings(self, start: int, end: int) -> tuple[int, ...]:
        """Where all of them stand."""
        return tuple(self._all_granting(start, end, TAKING_VERB))

    def wishes(self, start: int, end: int) -> Sequence[re.Match[str]]:
        """The words of wish or target in the stretch."""
        found = self._within(WISH, start, end)
        return [match for match in found if self._is_wish(match, start, end)] if found else ()

    def _is_wish(self, match: re.Match[str], start: int, end: int) -> bool:
        low, at, word = max(start, match.start() - 80), match.start(), match[0].lower()
        is_goal = word.startswith(("target", "harapan"))
        met = GOAL_MET if is_goal else RELATIVE_MET if word == "ditargetkan" else None
        is_met = met is not None and met.search(self._folded, low, at)
        is_name = word == "menuju" and NAMED_TOWARDS.search(self._folded, low, at)
        is_name = is_name or (word == "harapan" and NAMED_HOPE.search(self._folded, low, at))
        is_report = word == "jika" and REPORTED.search(self._folded, low, at)
        is_reached = word == "bisa" and FINALLY.search(self._folded, low, at)
        is_effect = HOPE.match(word) and TO_INSPIRE.match(self._folded, match.end(), end)
        is_said = word.startswith(("untuk", "guna")) and NAMED_AT_ONCE.match(
            self._folded, match.end()
        )
        is_duty = word in _DUTIES and TO_MEND.match(self._folded, match.end(), end)
        is_told = is_effect or is_said or is_report or is_duty
        return not (is_met or is_name or is_reached or is_told)

    def _within(self, words: WordPattern, start: int, end: int) -> tuple[re.Match[str], ...]:
        """Where the words stand in the stretch."""
        marks = self._gone_through.get(words)
        if marks is None:
            marks = self._gone_through[words] = Marks(words.finditer(self._folded))
        return marks.within(start, end) if marks.found else ()

    @cached_property
    def _clauses(self) -> Marks:
        """What parts clauses."""
        signs, words = CLAUSE_SIGN.finditer(self._folded), CLAUSE_WORD.finditer(self._folded)
        return Marks(sorted((*signs, *words), key=re.Match.start))

    def _first_granting(self, start: int, end: int, verb: int | str) -> int | None:
        """Sentences are asked for it by many."""
        if (start, end, verb) not in self._granting:
            self._granting[start, end, verb] = next(self._all_granting(start, end, verb), None)
        return self._granting[start, end, verb]

    def _all_granting(self, start: int, end: int, verb: int | str) -> Iterator[int]:
        for match in self._within(GRANT, start, end):
            if match[verb] and self.at(start, end, match.end()) is Mood.GRANTED:
                yield match.start()

    def _of_clause(self, start: int, stop: int) -> Mood:
        """Clauses are asked for again by whatever stands behind them."""
        if (start, stop) not in self._of_clauses:
            self._of_clauses[start, stop] = self._mood_of_clause(start, stop)
        return self._of_clauses[start, stop]

    def _mood_of_clause(self, start: int, stop: int) -> Mood:
        """The marker that governs a clause's end: a wish or denial reaches past granting verbs."""
        marked = (
            (self.wishes(start, stop), Mood.WISHED),
            (self._within(DENIAL, start, stop), Mood.DENIED),
            (self._within(RULE, start, stop), Mood.RULE),
        )
        markers = [(found[-1].end(), mood) for found, mood in marked if found]
        verbs = self._within(GRANT, start, stop)
        granted = verbs[-1].end() if verbs else -1
        if not markers:
            return Mood.GRANTED if granted >= 0 else Mood.PLAIN
        last, mood = max(markers, key=lambda marker: marker[0])
        if granted > last and (mood is Mood.RULE or self._within(RELEASE, last, granted)):
            return Mood.GRANTED
        return mood
