"""Whether a province behind the name of an award only tells whose award it is."""

import re

from crawler.awards.mentions import BodyMention, Cast, Part
from crawler.awards.spans import Spans
from crawler.awards.state_offices import SCORED
from crawler.awards.text import Story
from crawler.awards.word_tree import compile_words

_COLON = re.compile(r"\s*:")
"""Behind the name of an event that heads the headline: "KI Awards Jatim: Kota Batu ..."."""
_DATED = re.compile(r"\s(?:tahun\s)?20\d\d\b", re.IGNORECASE)
"""Behind the province in the name of an event: "Anugerah Keterbukaan Informasi Jateng 2024"."""
_HANDED_OUT = re.compile(
    r"(?:\s+20\d\d)?\s+(?:(?:resmi|kembali|akhirnya|segera|akan)\s+)?"
    r"di(?:serahkan|bagikan|gelar|helat|rilis|(?:umum|berik|anugerah)kan)\b"
    r"(?!\s+(?:sebagai|(?:men)?jadi|masuk|penghargaan|piagam|predikat|opini|gelar)\b)",
    re.IGNORECASE,
)
"""Behind the name of an event that is the subject: "Anugerah KIP 2024 Jawa Tengah Diserahkan"."""
_BETWEEN = re.compile(
    r"\s*(?:\(\w+\)\s*)?(?:tahun\s+)?(?:20\d\d\s*)?(?:tingkat\s+|se-?\s?)?", re.IGNORECASE
)
_LONGEST_GAP = 60
_AT_EVENT = compile_words(r"\b(?:ajang|dalam|pada|malam|acara|di)\s+(?:\w+\s+){0,2}$")
_EVENT = 30
_MEASURED = "indeks|nilai|skor|survei|penilaian|evaluasi|opini"
_MEASURE = re.compile(rf"\b(?:{_MEASURED})\b", re.IGNORECASE)
"""In the name of what is measured, which is no contest of the province's."""
_EVENING = compile_words(
    r"\b(?:acara|kegiatan|malam|ajang|upacara|gelaran)\s+(?:puncak\s+)?"
    r"(?:(?:penyerahan|pemberian|penganugerahan)\s+)?"
    r"(?:penganugerahan|penghargaan|anugerah|apresiasi)\s+"
    rf"(?:(?!\b(?:{_MEASURED}|lhp|lkpd|kepada|untuk|bagi|oleh|dari|atas|yang|ke|sebagai)\b)"
    r"[\w/()-]+\s+){0,8}$",
)
"""In front of the province that holds it: "dalam acara Penyerahan Penghargaan Inovasi …"."""
_LONGEST_EVENING = 120
_OWN_RESULT = re.compile(
    r"\s*(?:tahun\s+)?(?:20\d\d)?\s*,?\s*(?:predikat|nilai|skor|opini)nya\b", re.IGNORECASE
)
"""Behind the event: of whom the story speaks, not of the province in its name."""


def is_behind_scheme(body: BodyMention, story: Story, cast: Cast, names: Spans) -> bool:
    """ "Di ajang Anugerah … 2023 Jawa Tengah, Pemkab Cilacap meraih": where the award is held.

    So too in "Pemkab Cilacap meraih Anugerah … Provinsi Jawa Tengah", for it lies there. `names`
    are those of schemes.
    """
    if body.regions[0].kind != "provinsi" or SCORED.match(story.folded, body.end):
        return False
    if _EVENING.search(story.folded, max(0, body.start - _LONGEST_EVENING), body.start):
        return True
    return _is_behind_name(body, story, cast, names)


def _is_behind_name(body: BodyMention, story: Story, cast: Cast, names: Spans) -> bool:
    awards = [
        (start, end)
        for start, end in names.ending(body.start - _LONGEST_GAP, body.start)
        if _BETWEEN.fullmatch(story.folded, end, body.start)
    ]
    if not awards:
        return False
    if _is_named_as_event(body, story):
        return True
    sentence = story.sentence_at(body.start)
    others = cast.bodies_in(sentence.start, sentence.end)
    named = [region for other in others for region in other.regions]
    named += [unit.owner for unit in cast.units_in(sentence.start, sentence.end) if unit.owner]
    if not any(_MEASURE.search(story.folded, *span) for span in awards) and any(
        region.kind != "provinsi" and region.lies_in(body.regions[0].name) for region in named
    ):
        return True
    heads = body.start < story.text_start and _COLON.match(story.folded, body.end) is not None
    if not heads and not any(
        _AT_EVENT.search(story.folded, max(0, start - _EVENT), start) for start, _ in awards
    ):
        return False
    return any(
        other.part in (Part.GOVERNMENT, Part.BARE) and other.regions != body.regions
        for other in others
    ) or bool(_OWN_RESULT.match(story.folded, body.end, sentence.end))


def _is_named_as_event(body: BodyMention, story: Story) -> bool:
    if _HANDED_OUT.match(story.folded, body.end):
        return True
    return body.part is Part.BARE and _DATED.match(story.folded, body.end) is not None
