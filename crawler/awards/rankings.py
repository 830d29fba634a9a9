"""Places in numbered lists whose heading announces a ranking."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice, pairwise

from crawler.awards.attributes import What
from crawler.awards.facts import Fact
from crawler.awards.modality import Mood
from crawler.awards.ownership import Stage
from crawler.awards.schemes_named import SchemesNamed
from crawler.awards.text import Sentence, Story
from crawler.awards.word_tree import compile_words
from storage.frozen import frozen

_SCORE = re.compile(r"\d{1,3}[.,]\d{1,3}")
_DIGITS = re.compile(r"\d+|\b[IVX]{1,4}(?=\.)")
_SHORTEST_RANKING = 3
"""Lines of a numbered list whose falling scores say that it is one."""
_OF_SCOPE = re.compile(r"\W*(?:(?:kategori|tingkat|klaster|kluster)\b|[\w/]+\W*\Z)", re.IGNORECASE)
_OF_THINGS = re.compile(
    r"\d\s+(?:laporan|(?:peng)?aduan|keluhan|kasus|temuan|perkara|medali|suara|orang|jiwa|kali)\b",
    re.IGNORECASE,
)
"""In a line that ranks by how often something happened, no result: "Kota Medan, 88 laporan"."""
_SCOPE = re.compile(
    r"\bse-?\s?(?:(?i:provinsi)\s+)?[A-Z]\w+(?:\s[A-Z]\w+){0,2}|(?i:tingkat nasional)"
)
_RANKING = compile_words(
    r"\b(?:(?<!kota )(?<!kabupaten )(?<!kategori )besar|peringkat|ranking|rangking|terbaik|"
    r"(?<!penghargaan )(?<!predikat )(?<!kategori )(?<!kasta )(?<!level )(?<!gelar )tertinggi|"
    r"teratas|urutan(?:nya)?|peringkatnya|klasemen|juara|top(?!\s*\d\d))\b",
)


_OWN_CLASS = re.compile(
    r"\W*\d{0,2}\W*(?:kategori|kelompok|klaster|kluster|bidang)\s[^:\n]{2,60}:", re.IGNORECASE
)
"""A line that names its own class: "2. Kategori OPD: Bappeda"."""
_NO_RANKING = re.compile(
    r"\b(?:bukan|tanpa|tidak|abjad|acak|alfabet\w*)\b|urutan\s+(?:panggilan|abjad)", re.IGNORECASE
)
_CLASS_LINE = re.compile(
    r"\W*((?:kategori|kelompok|tingkat|klaster|kluster)\s+[\w/ -]{3,80}?|"
    r"(?:provinsi|kabupaten|kota|kabupaten/kota|daerah(?:\s\w+)?)\s"
    r"(?:ter\w+|besar|sedang|kecil|metropolitan|perbatasan)|"
    r"(?:pemerintah\s+)?(?:provinsi|kabupaten|kota|kabupaten/kota|desa|kementerian|lembaga))\W*\Z",
    re.IGNORECASE,
)


def calls_a_ranking(folded: str, start: int, end: int) -> bool:
    """Whether a stretch of text announces a ranking, and not an order by name or call."""
    told = _RANKING.search(folded, start, end) is not None
    return told and not _NO_RANKING.search(folded, start, end)


def list_ranks(story: Story, stage: Stage, named: SchemesNamed) -> Iterator[Fact]:
    """Places in a numbered list whose heading, or whose falling scores, make it a ranking."""
    before: _List | None = None
    for each in _lists(story, stage):
        goes_on = before is not None and each.continues(before)
        listed = before.with_lines_of(each) if before is not None and goes_on else each
        if _is_ranking(story, listed.above, listed.items) and not _lists_one_twice(stage, listed):
            for item in each.items:
                fact = _list_rank(story, stage, named, item, listed.above[0])
                if fact is not None:
                    yield fact
        before = listed


def _lists_one_twice(stage: Stage, listed: "_List") -> bool:
    """One body has two numbers: what it did is numbered, and nobody's place is."""
    lines = (item for item in listed.items if item.number is not None)
    named = [stage.entities(line)[0].key for line in lines if stage.entities(line)]
    return len(set(named)) < len(named)


@frozen
class _List:
    """Lines that name somebody, and what stands above them, the nearest first."""

    above: tuple[Sentence, ...]
    items: tuple[Sentence, ...]

    def continues(self, before: "_List") -> bool:
        """Numbered on from it, a stray paragraph between them."""
        last, first = before.items[-1].number, self.items[0].number
        return last is not None and first == last + 1

    def with_lines_of(self, following: "_List") -> "_List":
        """It and its continuation in one."""
        return replace(self, items=self.items + following.items)


def _lists(story: Story, stage: Stage) -> Iterator[_List]:
    headings: list[Sentence] = []
    items: list[Sentence] = []
    for sentence in (*story.sentences, None):
        if sentence is not None and sentence.item:
            opens = items or sentence.number is not None or stage.entities(sentence)
            if opens and class_label(story, sentence) is None:
                items.append(sentence)
                continue
        if headings and items:
            yield _List(above=tuple(_above(story, headings)), items=tuple(items))
        items = []
        if sentence is not None:
            headings.append(sentence)


def _above(story: Story, headings: Sequence[Sentence]) -> Iterator[Sentence]:
    """The line above a list and, where that is a label, the last one that calls it a ranking."""
    yield headings[-1]
    if class_label(story, headings[-1]) is not None:
        yield from islice((line for line in reversed(headings) if _speaks_of_order(story, line)), 1)


def scope_label(story: Story, sentence: Sentence) -> tuple[int, int] | None:
    """A label that says among whom: "Kelompok kabupaten" only says who follows."""
    is_scope = _OF_SCOPE.match(story.folded, sentence.start, sentence.end) is not None
    return class_label(story, sentence) if is_scope else None


def _speaks_of_order(story: Story, sentence: Sentence) -> bool:
    """It calls what follows a ranking, or says that it is none; no sentence of the story does."""
    printed = story.folded[sentence.start : sentence.end].rstrip()
    if printed.endswith(".") and "berikut" not in printed.lower():
        return False
    return any(
        pattern.search(story.folded, sentence.start, sentence.end)
        for pattern in (_RANKING, _NO_RANKING)
    )


def class_label(story: Story, sentence: Sentence) -> tuple[int, int] | None:
    """Where a line between two lists of one ranking says whose it is: "Kategori kabupaten"."""
    line = _CLASS_LINE.match(story.folded, sentence.start, sentence.end)
    return line.span(1) if line else None


def _is_ranking(story: Story, above: Sequence[Sentence], items: Sequence[Sentence]) -> bool:
    if any(_NO_RANKING.search(story.folded, line.start, line.end) for line in above):
        return False
    if any(_OF_THINGS.search(story.folded, item.start, item.end) for item in items):
        return False
    if all(_OWN_CLASS.match(story.folded, item.start, item.end) for item in items):
        return False
    if any(_RANKING.search(story.folded, line.start, line.end) for line in above):
        return True
    if not _RANKING.search(story.folded, 0, story.text_start):
        return False
    numbered = [item for item in items if item.number is not None]
    scores = [_SCORE.search(story.folded, item.start, item.end) for item in numbered]
    values = [float(score[0].replace(",", ".")) for score in scores if score]
    falling = all(a >= b for a, b in pairwise(values))
    return len(values) == len(numbered) >= _SHORTEST_RANKING and falling


def _list_rank(
    story: Story, stage: Stage, named: SchemesNamed, item: Sentence, heading: Sentence
) -> Fact | None:
    entities = stage.entities(item)
    scheme = named.scheme_at(item.start, item.start, item.end)
    if not entities or scheme is None or item.number is None:
        return None
    printed = _DIGITS.search(story.folded, item.start, item.end)
    if printed is None:
        return None
    start, digits = printed.start(), printed[0]
    return Fact(
        what=What.RANK,
        start=start,
        end=start + len(digits),
        value=item.number,
        raw=digits,
        sentence=item,
        scheme=scheme,
        owner=entities[0],
        mood=Mood.PLAIN,
        year=None,
        is_earlier=False,
        strength=1.6,
        scope=_scope_of(story, heading),
    )


def _scope_of(story: Story, heading: Sentence) -> tuple[int, int] | None:
    scope = _SCOPE.search(story.folded, heading.start, heading.end)
    if scope is not None:
        return scope.span()
    return scope_label(story, heading)
