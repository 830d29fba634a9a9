"""When a score was given: the year that its words tie to it, and whether it is told as history.

A sentence names its years in front of its scores ("pada 2022 sebesar 93,14") or behind them
("93,14 pada 2022"); the way that ties more of them is the sentence's way.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from crawler.awards.counts import count_of
from crawler.awards.editions import edition_years
from crawler.awards.history_words import (
    AGAINST,
    BECAUSE,
    BETWEEN,
    COMPARED,
    EARLIER,
    EARLIER_BEHIND,
    FROM,
    FROM_ANY,
    FROM_AT_ONCE,
    LATER,
    MOVED,
    NEAR,
    NEW_SCORE,
    NEXT_OF_LIST,
    NOW,
    NOW_BEHIND,
    PRESENT,
    REACH,
    TO,
    TO_AT_ONCE,
    TOWARDS,
    YEAR_BEHIND,
    YEAR_COMPARED,
)
from crawler.awards.numbers import NumberMention
from crawler.awards.text import Sentence
from storage.frozen import frozen


@frozen
class Time:
    """When a score was given, as the words around it tell."""

    year: int | None
    """The year tied to it; None when they tie none."""
    is_earlier: bool
    """Told as the score of an earlier edition."""


@frozen
class _Place:
    """A score in its sentence: where it stands, and the words that are its own."""

    start: int
    end: int
    front: int
    """Where the words in front of it begin: behind the score before it."""
    rear: int
    """Where those behind it end: at the score that follows."""
    is_first: bool
    is_last: bool


def times_of_scores(
    folded: str, sentence: Sentence, scores: Sequence[NumberMention]
) -> Mapping[int, Time]:
    """The time of each of a sentence's scores, by where the score starts."""
    places = list(_places(sentence, scores))
    sources = [_source(folded, place) for place in places]
    years = _tied_years(folded, places, sources)
    times: dict[int, Time] = {}
    spent, heads = 0, False
    for index, place in enumerate(places):
        past = EARLIER_BEHIND.match(folded, place.end)
        is_earlier = bool(
            past or sources[index] is not None or _is_told_as_earlier(folded, place, spent)
        )
        time = Time(year=years[index], is_earlier=is_earlier)
        if time == _UNTOLD and heads and _goes_on(folded, places[index - 1], place):
            time = times[places[index - 1].start]
        else:
            heads = not past and sources[index] is None and _heads_a_list(folded, place, time)
        times[place.start] = time
        spent = past.end() if past else 0
    undated = [start for start, time in times.items() if time == Time(year=None, is_earlier=True)]
    if len(undated) == 1:
        year = _year_left(folded, sentence, times)
        times[undated[0]] = Time(year=year, is_earlier=True)
    return times


_UNTOLD = Time(year=None, is_earlier=False)
_AT_THAT_TIME = re.compile(
    r"\s*\W?\s*(?:(?:yakni|yaitu|dimana|di\s+mana|yang)\s+)?(?:pada\s+)?(?:saat|ketika|waktu|kala)\s+itu\b"
)
"""Behind what is compared with: "naik dari tahun lalu, waktu itu nilainya 62,10"."""


def _places(sentence: Sentence, scores: Sequence[NumberMention]) -> Iterator[_Place]:
    ends = [sentence.start, *(score.end for score in scores)]
    starts = [*(score.start for score in scores), sentence.end]
    for index, score in enumerate(scores):
        yield _Place(
            start=score.start,
            end=score.end,
            front=max(ends[index], score.start - REACH),
            rear=min(starts[index + 1], score.end + REACH),
            is_first=index == 0,
            is_last=index + 1 == len(scores),
        )


def _source(folded: str, place: _Place) -> int | None:
    """Where the words begin that tell what a score rose or fell from, if it is that.

    "naik dari A", "dari A menjadi B", "A menjadi B".
    """
    if not place.is_last and TO_AT_ONCE.fullmatch(folded, place.end, place.rear):
        source = FROM_ANY.search(folded, place.front, place.start)
        return source.start() if source else place.front
    if not place.is_last and TO.search(folded, place.end, min(place.rear, place.end + NEAR)):
        source = FROM_ANY.search(folded, place.front, place.start)
        return source.start() if source else None
    if not place.is_first and FROM_AT_ONCE.fullmatch(folded, place.front, place.start):
        return place.front
    source = FROM.search(folded, place.front, place.start)
    if source is not None and MOVED.search(folded, place.front, source.start()):
        return source.start()
    return None


def _tied_years(
    folded: str, places: Sequence[_Place], sources: Sequence[int | None]
) -> list[int | None]:
    """The year of each score, looked for in front or behind as most of them have it."""
    behind = [YEAR_BEHIND.match(folded, place.end, place.rear) for place in places]
    in_front = [
        _year_in_front(folded, place.front if source is None else source, place.start)
        for place, source in zip(places, sources, strict=True)
    ]
    is_front_first = _count(in_front) > _count(behind)
    years: list[int | None] = []
    spent, kept = 0, None
    for place, source, match, ahead in zip(places, sources, behind, in_front, strict=True):
        front = max(place.front, spent)
        is_cut = source is None and front > place.front
        own = (_year_in_front(folded, front, place.start) if is_cut else ahead) or kept
        is_behind = match is not None and not (is_front_first and own)
        later = None if is_behind else _years_later(folded, front, place.start)
        if later and years and years[-1]:
            own = years[-1] + later
        years.append(_year_of(match) if is_behind else own)
        spent = match.end() if match is not None and is_behind else 0
        kept = _year_in_front(folded, front, source) if source is not None else None
    for index in range(len(places)):
        for offset, year in enumerate(_listed_years(folded, places, index)):
            years[index + offset] = year
    return years


def _years_later(folded: str, start: int, at: int) -> int | None:
    """How many years behind the score before it: "88,01 dan dua tahun kemudian 92,10"."""
    found = LATER.search(folded, start, at)
    if found is None or PRESENT.search(folded, start, at):
        return None
    return count_of(found["many"]) if found["many"] else 1


def _listed_years(folded: str, places: Sequence[_Place], first: int) -> Sequence[int]:
    """As many years in a list as there are scores: "2022 dan 2023 masing-masing 65,2 dan 78,1"."""
    if first and _is_next(folded, places[first - 1], places[first]):
        return ()
    last = first
    while last + 1 < len(places) and _is_next(folded, places[last], places[last + 1]):
        last += 1
    if last == first:
        return ()
    in_front = (places[first].front, places[first].start)
    for start, end in (in_front, (places[last].end, places[last].rear)):
        years = list(edition_years(folded, start, end))
        listed = all(BETWEEN.fullmatch(folded, a.end(), b.start()) for a, b in pairwise(years))
        if len(years) == last + 1 - first and listed:
            return [int(year[1]) for year in years]
    return ()


def _is_next(folded: str, before: _Place, place: _Place) -> bool:
    return BETWEEN.fullmatch(folded, before.end, place.start) is not None


def _count(found: Sequence[object]) -> int:
    return sum(each is not None for each in found)


def _year_of(match: re.Match[str] | None) -> int | None:
    return int(match[1]) if match else None


def _year_in_front(folded: str, start: int, at: int) -> int | None:
    """The last year before a place; not the one that its rise or fall is counted from."""
    years = list(edition_years(folded, start, at))
    if not years:
        return None
    year = years[-1]
    compared = YEAR_COMPARED.search(folded, max(start, year.start() - 30), year.start())
    if compared and (TOWARDS.search(folded, year.end(), at) or NEW_SCORE.match(folded, year.end())):
        return None
    if PRESENT.search(folded, year.end(), at):
        return None
    if compared and BECAUSE.search(folded, year.end(), at):
        return int(years[-2][1]) if len(years) > 1 else None
    return int(year[1])


def _is_told_as_earlier(folded: str, place: _Place, spent: int) -> bool:
    """By "tahun lalu", "sebelumnya", "semula" or "dibanding" in front, and no "kini" between."""
    front = max(place.front, spent)
    if AGAINST.search(folded, front, place.start):
        return True
    cues = list(EARLIER.finditer(folded, front, place.start))
    if not cues:
        return False
    cue, words = cues[-1], folded[cues[-1].end() : place.start]
    if NOW.search(words) or _is_of_now(folded, place):
        return False
    if not COMPARED.search(folded, front, cue.start()):
        return True
    relates = words.lstrip().startswith("yang ") or _AT_THAT_TIME.match(words) is not None
    return relates or not ("," in words or TOWARDS.search(words))


def _is_of_now(folded: str, place: _Place) -> bool:
    """ "70,12 tahun ini"; not "60,12 tahun ini naik menjadi 70,12", of the score that follows."""
    now = NOW_BEHIND.match(folded, place.end)
    if now is None or place.is_last:
        return now is not None
    return TOWARDS.search(folded, now.end(), place.rear) is None


def _heads_a_list(folded: str, place: _Place, time: Time) -> bool:
    """Its time stands in front of it, so that it may be that of a whole list."""
    if time == _UNTOLD or YEAR_BEHIND.match(folded, place.end, place.rear):
        return False
    return YEAR_COMPARED.search(folded, place.front, place.start) is None


def _goes_on(folded: str, before: _Place, place: _Place) -> bool:
    """The score of the next in a list: "…, Dinsos 88,10"."""
    listed = NEXT_OF_LIST.fullmatch(folded, before.end, place.start)
    return listed is not None and not _is_of_now(folded, place)


def _year_left(folded: str, sentence: Sentence, times: Mapping[int, Time]) -> int | None:
    """The year of a sentence's only undated earlier score: that of no other, or compared with."""
    tied = {time.year for time in times.values()}
    left = [
        int(year[1])
        for year in edition_years(folded, sentence.start, sentence.end)
        if int(year[1]) not in tied
        and (
            len(times) == 1
            or COMPARED.search(folded, max(sentence.start, year.start() - NEAR), year.start())
        )
    ]
    return left[0] if len(set(left)) == 1 else None
