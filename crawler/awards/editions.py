"""Which edition does the story tell of: the year it states, else the one its calendar gives."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from crawler.awards.catalogue import Scheme
from crawler.awards.days import MONTH_NAMES
from crawler.awards.schemes_named import SchemesNamed
from crawler.awards.text import Story
from storage.records import EditionBasis

_NEXT_TO_SCHEME = 70
_YEAR = re.compile(r"(?<![\d/.,-])(20[012]\d)(?![\d/]|[.,]\d|-\d)")
_LAW = re.compile(
    r"\b(?:nomor|no|uu|undang-undang|perpres|permen\w*|peraturan\s+\w+|pp|sk|rpjmd|"
    r"keputusan\s+\w+)\b[^.;\n]{0,25}$",
    re.IGNORECASE,
)
_IN_DATE = re.compile(rf"(?:\d[/-]|\b(?:{MONTH_NAMES})\.?\s)$", re.IGNORECASE)
_ASSESSED = re.compile(
    r"\b(?:penilaian|evaluasi|survei|penganugerahan|anugerah|predikat|opini|edisi|kinerja)\s+"
    r"(?:\w+\s+){0,3}?(?:pada\s+|untuk\s+|selama\s+)?(?:tahun\s+(?:penilaian\s+)?)?(?=20[012]\d)"
    r"|\btahun\s+(?:penilaian|evaluasi)\s+(?=20[012]\d)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """The edition of one scheme in one story."""

    year: int | None
    basis: EditionBasis | None
    span: tuple[int, int] | None
    """Where the year is stated; None when it was inferred."""
    is_retold: bool
    """Only editions that are no news any more are named."""

    @property
    def stated(self) -> int | None:
        """The year that the text states."""
        return self.year if self.basis is EditionBasis.STATED else None


def edition_of(story: Story, named: SchemesNamed, scheme: Scheme) -> Edition:
    """The latest year stated beside the scheme that can be news, else the calendar's edition."""
    candidates = sorted(_stated_years(story, named, scheme), reverse=True)
    fresh = [each for each in candidates if _is_fresh(each[0], story, scheme)]
    if fresh:
        year = fresh[0][0]
        spans = [span for candidate, span in fresh if candidate == year]
        first = min(spans, key=lambda span: (span[0] < story.text_start, span))
        return Edition(year=year, basis=EditionBasis.STATED, span=first, is_retold=False)
    if story.published is None:
        return Edition(year=None, basis=None, span=None, is_retold=False)
    published = (story.published.year, story.published.month)
    inferred = scheme.calendar.edition_on(*published)
    off_season = not scheme.calendar.is_news(inferred, *published)
    said = [span for year, span in candidates if year == inferred]
    if said:
        first = min(said, key=lambda span: (span[0] < story.text_start, span))
        return Edition(year=inferred, basis=EditionBasis.STATED, span=first, is_retold=off_season)
    return Edition(
        year=inferred,
        basis=EditionBasis.CALENDAR,
        span=None,
        is_retold=bool(candidates) and off_season,
    )


def edition_years(folded: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Years in a stretch of text that may name an edition: not in a date, law or range."""
    for match in _YEAR.finditer(folded, start, end):
        before = folded[max(start, match.start() - 40) : match.start()]
        if not (_LAW.search(before) or _IN_DATE.search(before)):
            yield match


def _stated_years(
    story: Story, named: SchemesNamed, scheme: Scheme
) -> Iterator[tuple[int, tuple[int, int]]]:
    for mention in named.mentions:
        if mention.scheme != scheme.id:
            continue
        sentence = story.sentence_at(mention.start)
        stop = min(sentence.end, mention.end + _NEXT_TO_SCHEME)
        for match in edition_years(story.folded, mention.end, stop):
            yield int(match[1]), match.span(1)
    if len(named.active) == 1:
        for match in _ASSESSED.finditer(story.folded):
            yield int(story.folded[match.end() : match.end() + 4]), (match.end(), match.end() + 4)


def _is_fresh(year: int, story: Story, scheme: Scheme) -> bool:
    if story.published is None:
        return True
    published = (story.published.year, story.published.month)
    return year <= published[0] and scheme.calendar.is_news(year, *published)
