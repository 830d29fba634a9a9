"""When and where the award was handed over or announced."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from crawler.awards.days import DayMention, find_days
from crawler.awards.text import Sentence, Story

_CEREMONY = re.compile(
    r"\b(?:diserahkan|menyerahkan|penyerahan|diberikan|pemberian|menerima|diterima|digelar|"
    r"gelaran|diumumkan|pengumuman|"
    r"penganugerahan|anugerah|dianugerahkan|acara|berlangsung|diselenggarakan|dihelat|rakor|"
    r"rapat koordinasi|musrenbang|"
    r"seremoni|dibawa|diserahterimakan|pembagian|dibagikan|malam|penerimaan|bertempat|dirilis|"
    r"merilis|dilaksanakan|dalam kegiatan|"
    r"berlokasi|kegiatan|upacara)\b",
    re.IGNORECASE,
)
_GRANTED_THING = re.compile(
    r"\b(?:penghargaan|piagam|predikat|penilaian|plakat|sertifikat|anugerah|hasil|kepatuhan|"
    r"pekppp|indeks)\b",
    re.IGNORECASE,
)
_SAYING = re.compile(
    r"\b(?:ujar|kata|ungkap|jelas|terang|tutur|tegas|papar|ucap|tambah|imbuh|pungkas|sebut|"
    r"lanjut|beber|jawab|cetus|"
    r"dihubungi|ditemui|dikonfirmasi|dalam keterangan\w*|keterangan tertulis|menyampaikan|"
    r"mengatakan|menjelaskan|mengungkapkan|"
    r"menuturkan|menegaskan)\w*\b[^.;\n]{0,70}$",
    re.IGNORECASE,
)
_VENUE = re.compile(
    r"\b(?:di|bertempat(?: di)?|berlangsung di|dari)\s+(?P<venue>(?:(?:ruang|aula|ballroom|"
    r"lantai|halaman|area|kompleks|komplek)\s+(?:[\w-]+\s+){0,4}?)?"
    r"(?:Grand\s|The\s|PO\s)?"
    r"(?:Hotel|Gedung|Gd\.?|Pendopo|Pendapa|Aula|Balai|Balairung|Auditorium|Ballroom|Graha|"
    r"Gradhika|Grha|Convention|Ruang|Kantor|"
    r"Alun-alun|Kompleks|Halaman|Gelanggang|GOR|Stadion|Istana|Swiss-?Bel\w*|Novotel|"
    r"Jakarta International|Rumah Dinas|Wisma|Sasana|"
    r"Mal|Mall|Taman|Lapangan|Harris|Patra|Gumaya|Padma|Aston|Po Hotel|Convention Hall|"
    r"Paseban|Ndalem|Sasono|Kampus|Bappenas|Plaza|Monumen)\b"
    r"(?:[\s-]+(?:[A-Z][\w'.-]*|[IVX]+|\d{1,2}(?![\d/.])|lantai|dan|B|of|the|RI|"
    r"di(?=\s+(?:Kabupaten|Kota)))){0,8})"
    r"(?P<city>\s*,\s*(?:(?:Kabupaten|Kota|Kab\.?)\s+)?[A-Z]\w+(?:\s(?!(?:Senin|Selasa|Rabu|"
    r"Kamis|Jum|Sabtu|Minggu))[A-Z]\w+)?(?=\s*(?:,|\.|\(|pada\b|$|;|\s-)|\s+(?:pada|Senin|"
    r"Selasa|Rabu|Kamis|Jum|Sabtu|Minggu|kemarin|pekan|hari)))?"
)
_VENUE_GOES_ON = re.compile(
    r"\s*,\s*(?:Gedung|Hotel|Komplek|Kompleks|Kantor|Balai|Setda|Pendopo|Graha|"
    r"Lantai)(?:\s[A-Z]\w*){1,5}"
)
_DAYS_OF_WEEK = re.compile(
    r"[\s,]+(?:Senin|Selasa|Rabu|Kamis|Jumat|Jum'at|Sabtu|Minggu|Pada)\b.*$", re.DOTALL
)
_PLACE_OF_WORK = re.compile(r"\b(?:ruang kerja|kantornya|kantor bupati|rumah dinas)", re.IGNORECASE)
_ANOTHER_TIME = re.compile(
    r"\b(?:kemudian|berselang|selanjutnya|sebelumnya|setelah itu)\b[^.;]{0,80}$", re.IGNORECASE
)
_LONGEST_LAG = timedelta(days=120)
_LONGEST_TOLD = timedelta(days=400)
"""A day printed with its year may lie further back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """The hand-over or announcement, with the spans that tell it."""

    day: date | None
    day_span: tuple[int, int] | None
    venue: str | None
    venue_span: tuple[int, int] | None


def find_event(story: Story) -> Event:
    """The best-supported day and venue; those of quotes and interviews lose."""
    days = find_days(story.folded, story.published)
    venues = find_venues(story)
    day = _best_day(story, days, venues)
    venue = _best_venue(story, venues, day)
    return Event(
        day=day.day if day else None,
        day_span=(day.start, day.end) if day else None,
        venue=" ".join(story.whole[venue[0] : venue[1]].split()) if venue else None,
        venue_span=venue,
    )


def find_venues(story: Story) -> list[tuple[int, int]]:
    """Spans of the places named as venues, with the town behind a comma."""
    spans = []
    for match in _VENUE.finditer(story.folded, story.text_start):
        start, end = match.span("venue")
        if match["city"]:
            end = match.end("city")
        more = _VENUE_GOES_ON.match(story.folded, end)
        end = min(more.end() if more else end, story.sentence_at(start).end)
        trimmed = _DAYS_OF_WEEK.sub("", story.folded[start:end])
        end = start + len(trimmed.rstrip(" ,.-"))
        if end - start > 6 and not _PLACE_OF_WORK.match(story.folded, start):
            spans.append((start, end))
    return spans


def _best_day(
    story: Story, days: tuple[DayMention, ...], venues: list[tuple[int, int]]
) -> DayMention | None:
    scored = [(_day_score(story, day, venues), -day.start, day) for day in days]
    good = [entry for entry in scored if entry[0] > 0]
    return max(good, key=lambda entry: entry[:2])[2] if good else None


def _day_score(story: Story, day: DayMention, venues: list[tuple[int, int]]) -> float:
    if not _is_near(story, day):
        return 0
    sentence = story.sentence_at(day.start)
    before = story.folded[sentence.start : day.start]
    in_venue_sentence = any(sentence.start <= start < sentence.end for start, _ in venues)
    return (
        2.0 * (_CEREMONY.search(story.folded, sentence.start, sentence.end) is not None)
        + 1.5 * in_venue_sentence
        + 1.0 * (_GRANTED_THING.search(story.folded, sentence.start, sentence.end) is not None)
        - 4.0 * (_SAYING.search(before) is not None)
        - 0.05 * sentence.index
    )


def _is_near(story: Story, day: DayMention) -> bool:
    if story.published is None:
        return day.has_year
    lag = _LONGEST_LAG if not day.has_year else _LONGEST_TOLD
    return story.published - lag <= day.day <= story.published + timedelta(days=1)


def _best_venue(
    story: Story, venues: list[tuple[int, int]], day: DayMention | None
) -> tuple[int, int] | None:
    day_sentence = story.sentence_at(day.start).index if day else None

    def score(span: tuple[int, int]) -> float:
        sentence: Sentence = story.sentence_at(span[0])
        whole = (sentence.start, sentence.end)
        before = story.folded[sentence.start : span[0]]
        return (
            2.0 * (sentence.index == day_sentence)
            + 1.5 * (_CEREMONY.search(story.folded, *whole) is not None)
            + 1.0 * (_GRANTED_THING.search(story.folded, *whole) is not None)
            - 3.0 * (_SAYING.search(before) is not None)
            - 6.0 * (_ANOTHER_TIME.search(before) is not None)
            - 0.1 * sentence.index
        )

    good = [span for span in venues if score(span) > 1]
    return max(good, key=lambda span: (score(span), -span[0])) if good else None
