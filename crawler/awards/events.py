"""When and where the award was handed over or announced.

Every day and every place that the story names is weighed by its sentence: does it tell of the
hand-over, and is the day or place its own, not that of an interview, a letter or another event?
"""

import math
import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import TypeVar

from crawler.awards.days import DayMention, find_days
from crawler.awards.places import find_places
from crawler.awards.text import Story
from crawler.awards.word_tree import compile_words
from storage.frozen import frozen

_T = TypeVar("_T")
_CEREMONY = compile_words(
    r"\b(?:(?:menyerahkan|memberikan|menerima|membagikan|mengumumkan|menganugerahkan|mengambil)nya|"
    r"berpindah tangan|(?:di|me)?serah(?:kan|terimakan)|menyerahkan|"
    r"(?:pe|serah )?(?:nyerah|terima)an(?:nya)?|penyampaian(?= (?:hasil|penghargaan))|diberikan|"
    r"memberikan|pemberian|(?:me|di)?(?:ne)?rima|digelar|menggelar|gelaran|diumumkan|"
    r"mengumumkan|pengumuman|(?:peng)?anugerah(?:an|kan)?|dianugerah(?:kan|i)|menganugerahkan|"
    r"acara(?:nya)?|berlangsung|diselenggarakan|dihelat|diadakan|rakor(?:nas)?|rapat koordinasi|"
    r"musrenbang|seremoni|dibawa|pembagian|(?:mem|di)bagikan|malam|bertempat|dirilis|merilis|"
    r"dilaksanakan|berlokasi|kegiatan|upacara|menjemput|dijemput|diganjar|mengganjar|"
    r"panggung|podium|(?:tempat|lokasi)(?: ?\w+)?nya|(?:me(?:ny)?ampaikan|memaparkan|membeberkan|"
    r"menyiarkan)(?= (?:hasil|nilai|skor|rapor))|"
    r"(?:hasil|angka|nilai|skor|pemaparan)(?:nya)?(?: [\w-]+){0,4} di(?:sampaikan|"
    r"paparkan|siarkan|bacakan|beberkan))\b",
)
_GRANTED_THING = compile_words(
    r"\b(?:penghargaan|piagam|predikat|penilaian|plakat|sertifikat|anugerah|hasil|kepatuhan|"
    r"pekppp|indeks|awards?|piala|trofi|opini|lhp|laporan hasil|insentif|"
    r"(?:menyerahkan|memberikan|menerima|membagikan|mengambil|penyerahan)nya)\b",
)
_SAYING = compile_words(
    r"(?:\b(?:ujar|kata|ungkap|tutur|papar|ucap|imbuh|pungkas|beber|cetus|sebut)(?:nya)?|"
    r"(?:(?:(?<=[\"',])|(?<=[\"',]\s)|(?<=[\"',]\s\s))\b(?=[a-z]+\b)|\b(?=[a-z]+nya\b))(?:jelas|terang|tegas|tambah|lanjut|jawab|canda|"
    r"pinta|aku|seloroh|kelakar|gurau|kenang|sahut|celetuk|keluh|dalih|urai|sambung|timpal|cerita|"
    r"kisah|harap|ulas|tandas|tukas|simpul)(?:nya)?|\b(?:"
    r"ber(?:ujar|kata|seloroh|kelakar|cerita|kisah|dalih)|di(?:hubungi|temui|jumpai|konfirmasi|tanya)|"
    r"dimintai|(?:dalam )?keterangan\w*|siaran pers|rilis\w*|"
    r"kepada (?:wartawan|awak media|media)|"
    r"(?<!hasil )(?<!rapor )(?<!nilai )(?:itu|tersebut|ini) di(?:sampaikan|katakan|ungkapkan|"
    r"jelaskan|utarakan|benarkan)|di(?:sampaikan|katakan|ungkapkan|jelaskan)nya|"
    r"meny(?:ampaikan(?! (?:hasil|nilai|skor|rapor))|ebut(?:kan)?)|men(?:jelaskan|"
    r"uturkan|egaskan|jawab|anggapi|ambahkan|ceritakan)|"
    r"meng(?:atakan|ungkapkan|aku|enang|eluh(?:kan)?)|mem(?:benarkan|aparkan|beberkan)))\b",
)
_AT_THE_EVENT = compile_words(
    r"\b(?:(?:pada|dalam) \W?(?:malam|acara|puncak|penyerahan|penganugerahan|upacara|ajang|"
    r"penyampaian (?:hasil|penghargaan))|"
    r"(?:pada|dalam) \W?(?:\w+ ){1,5}(?:penyerahan|penganugerahan|anugerah)|merilis|"
    r"(?:saat|usai|seusai|setelah|selepas|di sela-sela|sela-sela|ketika) "
    r"(?:(?:acara|langsung|kegiatan|malam|puncak|prosesi) ){0,2}"
    r"(?:menerima|menyerahkan|menghadiri|pe\w+an|acara|terima)|"
    r"di(?:serahkan|terima|gelar|umumkan|anugerahkan|berikan|bagikan|rilis|helat|selenggarakan)|"
    r"(?:menyerahkan|menerima|mengumumkan|membagikan|memberikan|mengambil)(?:nya)?|menjemput|memboyong|menghadiri|hadir|berlangsung|"
    r"pe(?:nyerahan|nganugerahan)nya|"
    r"(?:saat|ketika|kala) (?:memberi(?:kan)?|menyampaikan) sambutan|"
    r"dalam (?:sambutan|pidato)(?:nya)?)\b",
)
_GATHERING = compile_words(
    r"\b(?:apel|rapat|sidang|sosialisasi|kunjungan|pelatihan|bimtek|lokakarya|audiensi|sidak)\b",
)
"""Days of these are not taken for want of a better one."""
_LATER = compile_words(
    r"\b(?:kemudian|berselang|selanjutnya|setelah itu|sehari setelah|esok\w*|keesokan\w*)\b",
)
_ANOTHER_EVENT = compile_words(
    r"\b(?:direncanakan|dijadwalkan|rencananya|(?:tahun|bulan|pekan|minggu) depan|"
    r"(?:di)?arak|kirab|(?:ta)?syukuran|pawai)\b",
)
_ANOTHER_DAY = compile_words(
    r"\b(?:(?:ditandatangani|bertanggal|tertanggal|bernomor|kelahiran|lahir|tenggat|batas waktu|"
    r"selambat-lambatnya|paling lambat|berakhir)(?: \w+){0,7}|"
    r"(?:nomor|no\.?) [\w./-]+(?: tahun \d{4})? tanggal|"
    r"(?:hingga|sampai|sejak|mulai|per|posisi)(?: (?:dengan|tanggal|pada|hari|\w{4,6},?))?)\W*$",
)
_PRESS_RELEASE = re.compile(r"keterangan|siaran|rilis", re.IGNORECASE)
_ANNOUNCED = re.compile(r"\b(?:di|meng)umumkan\b|\bpengumuman\b", re.IGNORECASE)
_DATELINE = re.compile(
    r"\W{0,3}(?!(?:Senin|Selasa|Rabu|Kamis|Jum|Sabtu|Minggu))(?:[A-Z][\w.]*[\s,/|(-]+){1,8}$"
)
"""Only capitalised words before a day: where and when the story was written."""
_DATELINE_ENDS = re.compile(r"\W{0,2}(?:\n|\s?[-:|]|$)")
_UNCONTESTED = 0.5
"""What a day is worth of which nothing is told: enough when there is no other."""
_LONGEST_DATELINE = 80
_MOST_WEIGHED = 300
_LOOK_BACK = 320
"""Characters in front of a day or place that may say whose it is."""
_LONGEST_LAG = timedelta(days=120)
_LONGEST_TOLD = timedelta(days=400)
"""A day printed with its year may lie further back."""


@frozen
class Event:
    """The hand-over or announcement, with the spans that tell it."""

    day: date | None
    day_span: tuple[int, int] | None
    venue: str | None
    venue_span: tuple[int, int] | None


def find_event(story: Story, venues: list[tuple[int, int]]) -> Event:
    """The best-supported day and venue of `find_venues`; those of quotes and interviews lose."""
    days = find_days(story.folded, story.published)
    weights = _Weights(story, venues)
    day = _best_day(story, days, weights)
    venue = _best_venue(venues, day, weights)
    return Event(
        day=day.day if day else None,
        day_span=(day.start, day.end) if day else None,
        venue=" ".join(story.whole[venue[0] : venue[1]].split()) if venue else None,
        venue_span=venue,
    )


def find_venues(story: Story) -> list[tuple[int, int]]:
    """Spans of the places named as venues, with the town behind a comma."""
    sentences = [(s.start, s.end) for s in story.sentences if s.start >= story.text_start]
    return list(find_places(story.folded, sentences))


class _Weights:
    """What the sentences of one story tell; each is looked through once."""

    def __init__(self, story: Story, venues: list[tuple[int, int]]) -> None:
        self._story = story
        self._with_venue = {story.sentence_at(start).index for start, _ in venues}
        self._told: dict[int, float] = {}

    def telling(self, index: int) -> float:
        """How much the sentence tells of the hand-over."""
        if index not in self._told:
            self._told[index] = self._telling(index)
        return self._told[index]

    def _telling(self, index: int) -> float:
        folded = self._story.folded
        start, end = self._story.sentences[index].start, self._story.sentences[index].end
        return (
            2.0 * (_CEREMONY.search(folded, start, end) is not None)
            + 1.0 * (_GRANTED_THING.search(folded, start, end) is not None)
            + 0.5 * self._story.moods.grants(start, end)
        )

    def index_of(self, offset: int) -> int:
        return self._story.sentence_at(offset).index

    def is_of_gathering(self, index: int) -> bool:
        sentence = self._story.sentences[index]
        return _GATHERING.search(self._story.folded, sentence.start, sentence.end) is not None

    def has_venue(self, index: int) -> bool:
        return index in self._with_venue

    def is_gone_to(self, offset: int) -> bool:
        """Somebody goes to the place or comes from it, rather than that something happens there."""
        return self._story.folded.endswith(("ke ", "dari "), 0, offset)

    def doubt(self, offset: int) -> float:
        """How much the words in front say that a day or place is not the hand-over's."""
        folded = self._story.folded
        start = max(self._story.sentence_at(offset).start, offset - _LOOK_BACK)
        later = list(_LATER.finditer(folded, start, offset))
        is_later = bool(later) and not _AT_THE_EVENT.search(folded, later[-1].end(), offset)
        is_another = is_later or _ANOTHER_EVENT.search(folded, start, offset) is not None
        return 4.0 * _is_interview(folded, start, offset) + 5.0 * is_another

    def doubt_of_day(self, day: DayMention) -> float:
        """As `doubt`; a day of a letter, a deadline, a birth or the dateline is out of question."""
        before = max(0, day.start - _LOOK_BACK // 2), day.start
        is_another_day = _ANOTHER_DAY.search(self._story.folded, *before) is not None
        is_another = is_another_day or self._is_in_dateline(day)
        return math.inf if is_another else self.doubt(day.start)

    def _is_in_dateline(self, day: DayMention) -> bool:
        start = self._story.text_start
        return (
            start <= day.start < start + _LONGEST_DATELINE
            and _DATELINE.match(self._story.folded, start, day.start) is not None
            and _DATELINE_ENDS.match(self._story.folded, day.end) is not None
        )


def _is_interview(folded: str, start: int, at: int) -> bool:
    """Whether somebody speaks there and then, and not about or at the hand-over."""
    sayings = list(_SAYING.finditer(folded, start, at))
    if not sayings or _AT_THE_EVENT.search(folded, sayings[-1].end(), at):
        return False
    is_released = _PRESS_RELEASE.search(sayings[-1][0]) is not None
    return not (is_released and _ANNOUNCED.search(folded, start, at))


def _best_day(story: Story, days: tuple[DayMention, ...], weights: _Weights) -> DayMention | None:
    def promise(day: DayMention) -> float:
        index = weights.index_of(day.start)
        telling = weights.telling(index)
        venue = (1.5 if telling else 0.5) * weights.has_venue(index)
        plain = _UNCONTESTED * (not weights.is_of_gathering(index))
        return telling + venue + plain - 0.02 * index

    near = [(promise(day), day) for day in days if _is_near(story, day)]
    return _best(near, weights.doubt_of_day, more_than=0)


def _is_near(story: Story, day: DayMention) -> bool:
    if story.published is None:
        return True
    lag = _LONGEST_LAG if not day.has_year else _LONGEST_TOLD
    return story.published - lag <= day.day <= story.published + timedelta(days=1)


def _best_venue(
    venues: list[tuple[int, int]], day: DayMention | None, weights: _Weights
) -> tuple[int, int] | None:
    day_index = weights.index_of(day.start) if day else None

    def promise(span: tuple[int, int]) -> float:
        index = weights.index_of(span[0])
        apart = abs(index - day_index) if day_index is not None else None
        beside_day = {0: 2.0, 1: 1.0}.get(apart, 0.0) if apart is not None else 0.0
        gone_to = 0.3 * weights.is_gone_to(span[0])
        return weights.telling(index) + beside_day - gone_to - 0.05 * index

    promising = [(promise(span), span) for span in venues]
    return _best(promising, lambda span: weights.doubt(span[0]), more_than=1)


def _best(
    promising: list[tuple[float, _T]], doubt: Callable[[_T], float], *, more_than: float
) -> _T | None:
    """The one that keeps most of its promise, the first of equals; doubts are dear to look up."""
    best: _T | None = None
    kept = more_than
    ordered = sorted(promising, key=lambda each: -each[0])
    for promise, each in ordered[:_MOST_WEIGHED]:
        if promise <= kept:
            break
        if promise - doubt(each) > kept:
            best, kept = each, promise - doubt(each)
    return best
