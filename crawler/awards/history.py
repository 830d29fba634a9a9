"""When a score was given: the year that its words tie to it, and whether it is told as history.

A sentence names its years in front of its scores ("pada 2022 sebesar 93,14") or behind them
("93,14 pada 2022"); the way that ties more of them is the sentence's way.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from crawler.awards.editions import edition_years
from crawler.awards.numbers import NumberMention
from crawler.awards.text import Sentence
from crawler.awards.word_tree import compile_words

_REACH = 200
"""Characters in front of a score, and behind it, whose words may tell of its time."""
_YEAR = r"20[012]\d"
_PAST = r"(?:lalu|kemarin|silam|sebelumnya|lampau|terdahulu|sebelum\situ)"
_LAST_TIME = (
    rf"(?:(?:se|dua\s|tiga\s|empat\s|lima\s|beberapa\s|\d\s)?tahun\s(?:yang\s)?{_PAST}|"
    r"(?:edisi|periode|semester|penilaian|evaluasi|survei|hasil|capaian|pencapaian|perolehan|"
    rf"raihan|nilai|skor|indeks|angka|rapor)(?:nya)?\s(?:yang\s)?{_PAST})"
)
_EARLIER = compile_words(
    r"(?<!sehari )(?<!sepekan )(?<!seminggu )(?<!sebulan )(?<!hari )(?<!pekan )(?<!bulan )"
    r"(?<!jam )(?<!berita )(?<!diberitakan )(?<!disebutkan )(?<!diumumkan )(?<!dikabarkan )"
    rf"(?<!lebih )\b(?:{_LAST_TIME}|sebelumnya|terdahulu|semula|awalnya|mulanya|tadinya|"
    r"dulu(?:nya)?|dahulu|sebelum\sini)\b",
)
_MOVES = (
    r"(?:naik|menaik|meningkat|melonjak|melompat|meloncat|melesat|melejit|meroket|menanjak|"
    r"beranjak|bergeser|bergerak|merangkak|terkerek|terdongkrak|membaik|tumbuh|bertambah|berubah|"
    r"turun|jatuh|menurun|merosot|melorot|anjlok|terjun|susut|menyusut|beringsut|berkurang|"
    r"tergelincir|terperosok|terpangkas|tergerus|luruh)"
)
_NOW = compile_words(
    r"\b(?:kini|sekarang|(?:tahun|kali|saat|edisi|periode|semester) ini|sedangkan|sementara|namun|"
    r"tetapi|tapi|terbaru|terkini|akhirnya)\b"
    rf"|(?:,|\b(?:lalu|kemudian|dan|berhasil|sudah|telah|terus))\s+(?:\w+\s+)?(?:{_MOVES}|menjadi)\b",
)
_PRESENT = re.compile(
    r"\b(?:kini|sekarang|(?:tahun|kali|saat|edisi|periode) ini|terbaru|terkini)\b", re.IGNORECASE
)
_TOWARDS = re.compile(rf"\b(?:menjadi|jadi|hingga|mencapai|{_MOVES})\b", re.IGNORECASE)
"""Behind what is compared with, these lead to the new score."""
_COMPARED = re.compile(
    r"\b(?:dibanding(?:kan)?|dari(?:pada)?|ketimbang|setelah|sejak|melampaui|melewati|atas)\s+"
    r"(?:\(?[a-z]+\s+){0,4}$",
    re.IGNORECASE,
)
_YEAR_COMPARED = re.compile(
    r"\b(?:dibanding(?:kan)?|dari|sebelumnya|setelah|sejak|ketimbang|daripada)\b", re.IGNORECASE
)
_OF_WHAT = (
    r"(?:(?!menjadi\b|ke\b|hingga\b|sampai\b|atas\b|dan\b|dengan\b|untuk\b|karena\b|oleh\b)[a-z]+|"
    rf"(?i:predikat|kategori|zona|kelas|opini)\s\"?[\w-]+\"?|{_YEAR}|(?i:tahun)|[A-Z]{{2,5}})"
)
_FROM = re.compile(
    rf"\b(?i:dari)\s+(?:[\"(]?{_OF_WHAT}[\",]?\s+){{0,8}}\(?$"
    rf"|\b(?i:dari)\s+(?:[A-Za-z]+\s+){{0,5}}(?:{_YEAR}|(?i:{_PAST}))\s+dengan\s+(?:[a-z]+\s+){{0,3}}$"
)
_FROM_AT_ONCE = re.compile(
    r"\s*(?:poin\s+)?,?\s*\(?dari\s+(?:(?:sebelumnya|semula|nilai|skor)\s+){0,2}", re.IGNORECASE
)
_FROM_ANY = re.compile(
    rf"\b(?i:dari)\s+(?:(?:[\"(]?{_OF_WHAT}|dengan|[A-D]{{1,2}}[+-]?)[\",]?\s+){{0,9}}\(?$"
)
"""Where "menjadi" and the new score follow."""
_MOVED = re.compile(
    rf"\b(?:{_MOVES}|kenaikan|peningkatan|penurunan|lonjakan|lompatan|perbaikan|"
    r"lebih (?:tinggi|baik|rendah|besar|bagus)|selisih|poin|point)\w{0,3}\b[^;:]{0,60}$",
    re.IGNORECASE,
)
_AGAINST = re.compile(
    r"\b(?:dibanding(?:kan)?|ketimbang|daripada|melampaui|melewati)\s+"
    r"(?:(?:dengan|nilai|skor|indeks|angka|capaian|pencapaian|perolehan|raihan|hasil|penilaian|"
    rf"evaluasi|tahun|edisi|periode|{_YEAR}|pada|di|{_PAST}|yang|hanya|cuma|baru|masih|sebesar|"
    r"sekitar|berada|mencapai|tercatat|yakni|yaitu|posisi)(?:nya)?(?:,(?=\s+ya))?\s+){0,9}\(?$",
    re.IGNORECASE,
)
_TO = re.compile(r"\b(?:menjadi|jadi|ke|hingga|sampai)\s", re.IGNORECASE)
_TO_AT_ONCE = re.compile(
    rf"\s*(?:poin|point)?\s*(?:\(?(?:pada\s+|di\s+)?(?:tahun\s+)?(?:{_YEAR}|lalu)\)?)?,?\s*"
    rf"(?:(?:kemudian|lalu|lantas|kini|{_MOVES})\s+){{0,2}}(?:menjadi|ke|->?)\s+"
    r"(?:(?:angka|nilai|skor|level|posisi|sebesar|hanya)\s+){0,3}\(?",
    re.IGNORECASE,
)
_NEAR = 90
"""Characters between what a score rose from and the score."""
_BEHIND = (
    r"\s*(?:poin|point)?\s*(?:\((?:[A-Z]{1,2}[+-]?|[a-z ]{3,20})\)\s*)?"
    r"(?:(?:dengan\s+|,\s+|atau\s+)?(?:predikat|kategori|kualifikasi|opini)\s+\"?[\w+-]+\"?\s+(?:\w+\"?\s+)??)?"
    r"(?:(?:tadi|itu|tersebut)\s+)?"
    r"(?:(?:yang\s+)?(?:merupakan|adalah|ialah|diraih|diperoleh|dicapai|didapat|dibukukan|tercatat|"
    r"dikantongi)(?:nya)?\s+)?\(?\s*(?:(?:pada|di|untuk|dalam|hasil|nilai|skor|capaian|saat|milik)\s+){0,2}"
)
_YEAR_BEHIND = re.compile(
    rf"{_BEHIND}(?:(?:penilaian|evaluasi|edisi|survei)\s+)?(?:tahun\s+)?({_YEAR})(?![\d/]|[.,]\d)"
    r"(?!\s*[:=]|\s+(?:sebesar|senilai|tetap|hanya|cuma|baru)\b)\)?",
    re.IGNORECASE,
)
_EARLIER_BEHIND = re.compile(
    rf"{_BEHIND}(?:{_LAST_TIME}|sebelumnya)\b(?!\s+(?:(?:hanya|cuma|baru|sebesar|masih)\s+)?\d)",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"\s*(?:poin\s*)?(?:[,;/&]\s*)?(?:(?:dan|serta|lalu|kemudian)\s+)?(?:(?:tahun|nilai|skor)\s+)?",
    re.IGNORECASE,
)
"""Between two years, or two scores, of one list."""
_NEXT_OF_LIST = re.compile(
    r"\s*(?:poin\s*)?(?:\([^)]{0,30}\)\s*)?(?:[,;/]|dan\b|serta\b)\s*(?:(?:dan|serta|dengan|nilai|skor|"
    r"sebesar)\s+){0,2}(?:[A-Z][\w.&-]*\s+){1,7}(?:(?:dengan|nilai|skor|sebesar)\s+){0,2}[(:=]?\s*"
)
_NOW_BEHIND = re.compile(
    r"\s*(?:poin)?\s*\(?(?:pada\s|di\s|untuk\s)?(?:tahun|kali|edisi)\sini\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """When a score was given, as the words around it tell."""

    year: int | None
    """The year tied to it; None when they tie none."""
    is_earlier: bool
    """Told as the score of an earlier edition."""


@dataclass(frozen=True, slots=True, kw_only=True)
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
        past = _EARLIER_BEHIND.match(folded, place.end)
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


def _places(sentence: Sentence, scores: Sequence[NumberMention]) -> Iterator[_Place]:
    ends = [sentence.start, *(score.end for score in scores)]
    starts = [*(score.start for score in scores), sentence.end]
    for index, score in enumerate(scores):
        yield _Place(
            start=score.start,
            end=score.end,
            front=max(ends[index], score.start - _REACH),
            rear=min(starts[index + 1], score.end + _REACH),
            is_first=index == 0,
            is_last=index + 1 == len(scores),
        )


def _source(folded: str, place: _Place) -> int | None:
    """Where the words begin that tell what a score rose or fell from, if it is that.

    "naik dari A", "dari A menjadi B", "A menjadi B".
    """
    if not place.is_last and _TO_AT_ONCE.fullmatch(folded, place.end, place.rear):
        source = _FROM_ANY.search(folded, place.front, place.start)
        return source.start() if source else place.front
    if not place.is_last and _TO.search(folded, place.end, min(place.rear, place.end + _NEAR)):
        source = _FROM_ANY.search(folded, place.front, place.start)
        return source.start() if source else None
    if not place.is_first and _FROM_AT_ONCE.fullmatch(folded, place.front, place.start):
        return place.front
    source = _FROM.search(folded, place.front, place.start)
    if source is not None and _MOVED.search(folded, place.front, source.start()):
        return source.start()
    return None


def _tied_years(
    folded: str, places: Sequence[_Place], sources: Sequence[int | None]
) -> list[int | None]:
    """The year of each score, looked for in front or behind as most of them have it."""
    behind = [_YEAR_BEHIND.match(folded, place.end, place.rear) for place in places]
    in_front = [
        _year_in_front(folded, place.front if source is None else source, place.start)
        for place, source in zip(places, sources, strict=True)
    ]
    is_front_first = _count(in_front) > _count(behind)
    years: list[int | None] = []
    spent, kept = 0, None
    for place, source, match in zip(places, sources, behind, strict=True):
        front = max(place.front, spent)
        own = _year_in_front(folded, front if source is None else source, place.start) or kept
        is_behind = match is not None and not (is_front_first and own)
        years.append(_year_of(match) if is_behind else own)
        spent = match.end() if match is not None and is_behind else 0
        kept = _year_in_front(folded, front, source) if source is not None else None
    for index in range(len(places)):
        for offset, year in enumerate(_listed_years(folded, places, index)):
            years[index + offset] = year
    return years


def _listed_years(folded: str, places: Sequence[_Place], first: int) -> Sequence[int]:
    """As many years in a list as there are scores: "2022 dan 2023 masing-masing 65,2 dan 78,1"."""
    if first and _is_next(folded, places[first - 1], places[first]):
        return ()
    last = first
    while last + 1 < len(places) and _is_next(folded, places[last], places[last + 1]):
        last += 1
    in_front = (places[first].front, places[first].start)
    for start, end in (in_front, (places[last].end, places[last].rear)):
        years = list(edition_years(folded, start, end))
        listed = all(_BETWEEN.fullmatch(folded, a.end(), b.start()) for a, b in pairwise(years))
        if len(years) == last + 1 - first > 1 and listed:
            return [int(year[1]) for year in years]
    return ()


def _is_next(folded: str, before: _Place, place: _Place) -> bool:
    return _BETWEEN.fullmatch(folded, before.end, place.start) is not None


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
    compared = _YEAR_COMPARED.search(folded, max(start, year.start() - 30), year.start())
    if compared and _TOWARDS.search(folded, year.end(), at):
        return None
    if _PRESENT.search(folded, year.end(), at):
        return None
    return int(year[1])


def _is_told_as_earlier(folded: str, place: _Place, spent: int) -> bool:
    """By "tahun lalu", "sebelumnya", "semula" or "dibanding" in front, and no "kini" between."""
    front = max(place.front, spent)
    if _AGAINST.search(folded, front, place.start):
        return True
    cues = list(_EARLIER.finditer(folded, front, place.start))
    if not cues:
        return False
    cue, words = cues[-1], folded[cues[-1].end() : place.start]
    if _NOW.search(words) or _NOW_BEHIND.match(folded, place.end):
        return False
    if not _COMPARED.search(folded, front, cue.start()):
        return True
    relates = words.lstrip().startswith("yang ")
    return relates or not ("," in words or _TOWARDS.search(words))


def _heads_a_list(folded: str, place: _Place, time: Time) -> bool:
    """Its time stands in front of it, so that it may be that of a whole list."""
    if time == _UNTOLD or _YEAR_BEHIND.match(folded, place.end, place.rear):
        return False
    return _YEAR_COMPARED.search(folded, place.front, place.start) is None


def _goes_on(folded: str, before: _Place, place: _Place) -> bool:
    """The score of the next in a list: "…, Dinsos 88,10"."""
    listed = _NEXT_OF_LIST.fullmatch(folded, before.end, place.start)
    return listed is not None and not _NOW_BEHIND.match(folded, place.end)


def _year_left(folded: str, sentence: Sentence, times: Mapping[int, Time]) -> int | None:
    """The year of a sentence's only undated earlier score: that of no other, or compared with."""
    tied = {time.year for time in times.values()}
    left = [
        int(year[1])
        for year in edition_years(folded, sentence.start, sentence.end)
        if int(year[1]) not in tied
        and (
            len(times) == 1
            or _COMPARED.search(folded, max(sentence.start, year.start() - _NEAR), year.start())
        )
    ]
    return left[0] if len(set(left)) == 1 else None
