"""Which edition does the story tell of: the year it states, else the one its calendar gives."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from enum import IntEnum

from crawler.awards.catalogue import Scheme
from crawler.awards.days import MONTH_NAMES, find_days
from crawler.awards.modality import Mood
from crawler.awards.schemes_named import SchemesNamed
from crawler.awards.text import Story
from crawler.awards.word_tree import compile_words
from storage.frozen import frozen
from storage.records import EditionBasis

_ATTACHED = 30
"""Characters between a scheme's name and the year that is part of it."""
_BEHIND = 160
_LOOK_BACK = 60
_IN_FRONT = 80
_GRACE = 2
"""Months behind a season in which a year that is stated may still be news."""
_YEAR = re.compile(r"(2(?<![\d/.,-]2)0[012]\d)(?![\d/]|[.,]\d|-\d)")
_LAW = compile_words(
    r"\b(?:nomor|no|uu|undang-undang|perpres|permen\w*|peraturan\s+\w+|pp|sk|rpjmd|"
    r"keputusan\s+\w+)\b[^.;\n]{0,25}$",
)
_IN_DATE = compile_words(rf"(?:\d[/-]|\b(?:{MONTH_NAMES})\.?\s)$")
_OF_SOMETHING_ELSE = compile_words(
    r"\b(?:(?:summit|rako\w+|rakernas|musrenbang\w*|hut|hari|peringatan|apbd|rpjmn?d?|rkpd|pilkada|"
    r"pemilu|visi|indonesia emas|target\w*|menargetkan|menuju|sejak|terakhir|lahir|"
    r"kelahiran|(?:hingga|sampai)(?! akhirnya\b| [a-z]+ pada\b)|sebelumnya|awal|akhir|januari|"
    r"indikator|pembanding(?:nya)?|perjanjian kinerja|persiapan|menghadapi|menyongsong)"
    r"(?: (?!tahun\b)[a-z]+){0,3}|"
    r"rapat (?:koordinasi|kerja)(?: (?!tahun\b)[a-z]+){0,6}|"
    r"(?:berharap|diharapkan|semoga|diproyeksikan|(?:untuk|guna) (?:lebih )?"
    r"(?:meningkat|memperbaiki|mempertahan|memacu|menggenjot|mendongkrak)\w*)(?: [a-z-]+){0,6}|"
    r"(?:dari|dibanding\w*|ketimbang|daripada|semula)(?: [a-z]+){0,2} [\d.,]+(?: [a-z]+){0,3}|"
    r"(?:dibanding\w*|ketimbang|daripada)(?: dengan)?(?: (?:capaian|[a-z]{2,6})){1,4}|"
    r"(?:naik|meningkat|melonjak|turun|menurun|merosot|peningkatan|kenaikan|penurunan)"
    r"(?: [a-z]+){0,2}(?: [\d.,]+(?: poin| persen|%)?)? dari"
    r"(?: (?:capaian|penilaian|predikat|kategori|pratama|[a-z]{2,6})){0,4})"
    r"(?: pada| di| untuk)?(?: tahun)? \(?$",
)
_EARLIER_ON = compile_words(r"\b(?:(?:ter)?lebih (?:dahulu|dulu)|pernah)\b[^.;\n]{0,90}$")
_BEFORE_IT = re.compile(
    r"\W*(?:sebelumnya|sebelum (?:ini|itu)|dulu|dahulu|tahun (?:lalu|sebelumnya|silam))\b",
    re.IGNORECASE,
)
"""Opens a sentence about other times than the story's own."""
_TO_COME = re.compile(r" (?:di tahun |yang akan )?(?:mendatang|depan|nanti)\b", re.IGNORECASE)
_OF_NEWS = compile_words(
    r"\b(?:senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad)(?:\s+\w+)?\W{0,3}$",
)
_AND = re.compile(r"[\s(]*(?:,|dan|serta|/|-|&)?[\s(]*", re.IGNORECASE)
_NEXT_IN_SERIES = re.compile(
    r"[^\d.;\n]{0,30}\d{1,3}(?:[.,]\d{1,4})?\s*(?:persen|poin|%)?\W{0,3}(?:(?:dan|serta|sementara|"
    r"sedangkan|lalu|kemudian)\s+)?(?:(?:pada|di)\s+)?(?:tahun\s+)?",
    re.IGNORECASE,
)
"""From one year of a series to the next: "tahun 2022 sebesar 71,40 dan tahun 2023 ..."."""
_NEXT_YEAR = re.compile(
    r"\s*(?:,|dan|serta|&)\s*(?:(?:dan|pada|di)\s+)?(?:tahun\s+)?", re.IGNORECASE
)
"""From one year to the next: "survei tahun 2016 dan tahun 2017"."""
_NUMBER_BEHIND = re.compile(r"[^\d.;\n]{0,40}\d")
_ASSESSED = compile_words(
    r"\b(?:penilaian|evaluasi|survei|pengambilan\s+data|penganugerahan|anugerah|predikat|opini|edisi|kinerja)\s+"
    r"(?:\w+\s+){0,6}?(?:pada\s+|untuk\s+|selama\s+)?(?:tahun\s+(?:penilaian\s+)?)?(?=20[012]\d)"
    r"|\btahun\s+(?:penilaian|evaluasi)\s+(?=20[012]\d)",
)
_IN_MONTHS = compile_words(
    rf"\b(?:penilaian|evaluasi|survei|pengambilan\s+data)\b(?:(?!\bakan\b)[^.;\n]){{0,160}}?\b(?:{MONTH_NAMES})\s*"
    rf"(?:-|–|s/?d\.?|hingga|sampai(?:\s+dengan)?|dan)\s*(?:{MONTH_NAMES})\s+(?:tahun\s+)?(?=20[012]\d)",
)
"""In front of the year in which it was assessed: "dilakukan sejak Juni hingga Oktober 2021"."""


class _Closeness(IntEnum):
    """How closely a year is tied to a scheme."""

    ATTACHED = 0
    BEHIND = 1
    IN_FRONT = 2
    TOLD = 3
    """It stands by no scheme, but beside a grant."""


@frozen
class _Stated:
    """A year that may be the scheme's edition."""

    closeness: _Closeness
    year: int
    span: tuple[int, int]


@frozen
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
    """The year stated nearest to the scheme that can be news, else the calendar's edition."""
    candidates = list(_stated_years(story, named, scheme))
    if not candidates and story.published is None:
        candidates = list(_told_years(story, named, scheme))
    written = story.published or _news_day(story, candidates)
    fresh = [each for each in candidates if _is_fresh(each.year, written, scheme)]
    fresh = [each for each in fresh if not _is_wished(story, each)] or fresh
    if fresh:
        told_on = written or _latest_day(story)
        return _stated(story, _best(fresh, told_on, scheme), fresh, is_retold=False)
    if written is None:
        return Edition(year=None, basis=None, span=None, is_retold=False)
    published = (written.year, written.month)
    inferred = scheme.calendar.edition_on(*published)
    off_season = not scheme.calendar.is_news(inferred, *published)
    beside = [each for each in candidates if each.closeness is not _Closeness.IN_FRONT]
    if any(each.year == inferred for each in beside):
        return _stated(story, inferred, beside, is_retold=off_season)
    told = [each for each in _told_years(story, named, scheme) if each.year == inferred]
    if told and not beside:
        return _stated(story, inferred, told, is_retold=off_season)
    return Edition(
        year=inferred,
        basis=EditionBasis.CALENDAR,
        span=None,
        is_retold=bool(beside) and off_season,
    )


def edition_years(folded: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Years in a stretch of text that may name an edition: not in a date, law or range."""
    if folded.find("20", start, end) < 0:
        return
    for match in _YEAR.finditer(folded, start, end):
        before = max(start, match.start() - 40), match.start()
        if not (_LAW.search(folded, *before) or _IN_DATE.search(folded, *before)):
            yield match


def _best(fresh: Sequence[_Stated], told: date | None, scheme: Scheme) -> int:
    """Of the closest years the calendar's own, else the latest."""
    closest = min(each.closeness for each in fresh)
    years = {each.year for each in fresh if each.closeness == closest}
    if told is not None:
        expected = scheme.calendar.edition_on(told.year, told.month)
        if expected in years:
            return expected
    return max(years)


def _latest_day(story: Story) -> date | None:
    """The latest day the story names: about when it was written."""
    return max((each.day for each in find_days(story.folded, None)), default=None)


def _news_day(story: Story, candidates: Sequence[_Stated]) -> date | None:
    """The latest day that is told as news are, "Selasa (19/11/2024)"; None before a year stated."""
    marked = (
        each.day
        for each in find_days(story.folded, None)
        if _OF_NEWS.search(story.folded, max(0, each.start - 24), each.start)
    )
    latest = max(marked, default=None)
    is_older = latest is not None and any(each.year > latest.year for each in candidates)
    return None if is_older else latest


def _stated(story: Story, year: int, said: Sequence[_Stated], *, is_retold: bool) -> Edition:
    spans = [each.span for each in said if each.year == year]
    first = min(spans, key=lambda span: (span[0] < story.text_start, span))
    return Edition(year=year, basis=EditionBasis.STATED, span=first, is_retold=is_retold)


def _stated_years(story: Story, named: SchemesNamed, scheme: Scheme) -> Iterator[_Stated]:
    for index, mention in enumerate(named.mentions):
        if mention.scheme == scheme.id:
            yield from _behind(story, named, index)
            yield from _in_front(story, named, index)
    for match in _ASSESSED.finditer(story.folded):
        span = (match.end(), match.end() + 4)
        before = max(0, span[0] - _LOOK_BACK), span[0]
        if _OF_SOMETHING_ELSE.search(story.folded, *before) or _LAW.search(story.folded, *before):
            continue
        sentence = story.sentence_at(match.start())
        owner = named.scheme_at(match.start(), sentence.start, sentence.end)
        is_ours = len(named.active) == 1 or owner == scheme.id
        closeness = _Closeness.ATTACHED if is_ours else _Closeness.IN_FRONT
        yield _Stated(closeness=closeness, year=int(story.folded[slice(*span)]), span=span)
    if len(named.active) == 1:
        yield from _assessed_in(story)


def _assessed_in(story: Story) -> Iterator[_Stated]:
    """Years whose months are told in which a story's only scheme was assessed."""
    for match in _IN_MONTHS.finditer(story.folded):
        span = (match.end(), match.end() + 4)
        year = int(story.folded[slice(*span)])
        yield _Stated(closeness=_Closeness.BEHIND, year=year, span=span)


def _behind(story: Story, named: SchemesNamed, index: int) -> Iterator[_Stated]:
    """Years behind a mention, up to the next one."""
    mention = named.mentions[index]
    stop = min(story.sentence_at(mention.start).end, mention.end + _BEHIND)
    last = index
    while last + 1 < len(named.mentions) and _shares_year(story, named, last):
        last += 1
        if named.mentions[last].start > stop:
            break
    if last + 1 < len(named.mentions):
        stop = min(stop, named.mentions[last + 1].start)
    attached = mention.end
    for match in _own_years(story, mention.end, stop):
        is_near = match.start() - mention.end <= _ATTACHED
        goes_on = _NEXT_IN_SERIES.fullmatch(story.folded, attached, match.start()) is not None
        is_next = _NEXT_YEAR.fullmatch(story.folded, attached, match.start()) is not None
        is_attached = is_near or is_next
        is_attached |= goes_on and _NUMBER_BEHIND.match(story.folded, match.end()) is not None
        attached = match.end() if is_attached else attached
        closeness = _Closeness.ATTACHED if is_attached else _Closeness.BEHIND
        yield _Stated(closeness=closeness, year=int(match[1]), span=match.span(1))


def _shares_year(story: Story, named: SchemesNamed, index: int) -> bool:
    """ "SAKIP dan Reformasi Birokrasi (RB) tahun 2024": of the mention and of the next one."""
    gap = (named.mentions[index].end, named.mentions[index + 1].start)
    return gap[1] <= gap[0] or _AND.fullmatch(story.folded, *gap) is not None


def _in_front(story: Story, named: SchemesNamed, index: int) -> Iterator[_Stated]:
    """Years in front of a mention, behind the one before it."""
    mention = named.mentions[index]
    start = max(story.sentence_at(mention.start).start, mention.start - _IN_FRONT)
    if index:
        start = max(start, named.mentions[index - 1].end)
    for match in _own_years(story, start, mention.start):
        yield _Stated(closeness=_Closeness.IN_FRONT, year=int(match[1]), span=match.span(1))


def _told_years(story: Story, named: SchemesNamed, scheme: Scheme) -> Iterator[_Stated]:
    """Years of sentences that tell of a grant; asked only when no scheme has a year beside it.

    A year in a sentence about another scheme is the other one's edition.
    """
    for sentence in story.sentences:
        for match in _own_years(story, sentence.start, sentence.end):
            owner = named.scheme_at(match.start(), sentence.start, sentence.end)
            if owner not in (None, scheme.id) or _BEFORE_IT.match(story.folded, sentence.start):
                continue
            if story.moods.grants(sentence.start, sentence.end):
                yield _Stated(closeness=_Closeness.TOLD, year=int(match[1]), span=match.span(1))


def _own_years(story: Story, start: int, end: int) -> Iterator[re.Match[str]]:
    """Years of a stretch that belong to no other event, plan or comparison."""
    for match in edition_years(story.folded, start, end):
        before = max(0, match.start() - _LOOK_BACK), match.start()
        is_now = story.folded.startswith(" ini", match.end())
        is_others = not is_now and _OF_SOMETHING_ELSE.search(story.folded, *before) is not None
        if is_others or _TO_COME.match(story.folded, match.end()):
            continue
        first = max(0, match.start() - 2 * _LOOK_BACK)
        if _EARLIER_ON.search(story.folded, first, match.start()) is None:
            yield match


def _is_wished(story: Story, stated: _Stated) -> bool:
    """ "Pemkab X bertekad mempertahankan predikat itu untuk tahun 2025": no edition as yet."""
    sentence = story.sentence_at(stated.span[0])
    return story.moods.at(sentence.start, sentence.end, stated.span[0]) is Mood.WISHED


def _is_fresh(year: int, written: date | None, scheme: Scheme) -> bool:
    if written is None:
        return True
    in_season = scheme.calendar.is_news(year, written.year, written.month - _GRACE)
    return year <= written.year and in_season
