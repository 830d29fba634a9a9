"""What is handed to the name behind it: "zona hijau dihuni A", "peringkat kedua, A"."""

import re

from crawler.awards.counts import NUMBER_WORDS
from crawler.awards.getting import GETS_IN_HEADLINES, OCCUPIED, SCORED_BY, TAKEN
from crawler.awards.seating import Owner
from crawler.awards.text import Story
from crawler.awards.word_tree import compile_words

_PASSED_ON = rf"""
    {TAKEN}|{OCCUPIED}|{SCORED_BY}|di(?:berikan|sematkan|anugerahkan|serahkan)|
    jatuh|milik|adalah|ialah|yakni|yaitu|ada|terdapat|tercatat|untuk|bagi
"""
"""What is taken or given, and by whom or to whom follows."""
_HANDED_ON = re.compile(
    rf"""
    [\"'\s]*(?:\)|poin|point|persen|%|[IVX]{{1,4}}\b|\d\b)?\s*,?\s*
    (?:(?:(?:juga|berhasil|masing-masing|lalu|kini)\s+)?
    (?:{_PASSED_ON}|atas\s+nama|bercokol|muncul|menyusul|(?:men)?jadi\s+(?:milik|tempat|posisi|jatah))
    \s*(?:langsung\s+)?(?:oleh\s+|kepada\s+|ke\s+tangan\s+|pada\s+)?(?:pihak\s+)?|kepada\s+|oleh\s+|
    (?:\([A-Z]{{2,5}}\)\s+)?(?:atas|terhadap)\s+(?:LKPD|laporan\s+keuangan)\s+)\"?$
    """,
    re.IGNORECASE | re.VERBOSE,
)
_GIVEN_TO = re.compile(
    r"\s*(?:\([^()]{1,40}\)\s*)?(?:(?:tersebut|itu|ini)\s+)?(?:(?:juga|telah|resmi|langsung)\s+)?"
    r"di(?:berikan|serahkan|anugerahkan|sematkan)\s[^.;:\n]{3,110}?\bkepada\s+"
    r"(?:(?:pihak|jajaran|(?-i:UPTD?|UPTB|PPD))\s+){0,3}",
    re.IGNORECASE,
)
"""Who gives, in front of whom it is given to: "WBK itu diberikan Menteri PANRB kepada A"."""
_BRINGS = re.compile(
    r"\s*(?:poin\s+)?(?:(?:itu|tersebut|ini)\s+)?"
    r"me(?:nempatkan|mbuat|mbawa|ngantar(?:kan)?|njadikan|ndudukkan)\s+",
    re.IGNORECASE,
)
"""Between a score that opens its sentence and whose it is: "nilai 77,20 membuat Brebes ..."."""
_RANK_HANDED_ON = re.compile(
    r"\s*(?:(?:nasional|se-?\s?(?-i:[A-Z])\w+(?:\s\w+)?)\s*)?[,:-]?\s*(?-i:[A-Z]{3,6}\s+)?$",
    re.IGNORECASE,
)
_HEADS = rf"""
    {_PASSED_ON}|turun|beranggotakan|berisi(?:kan)?|memuat|jatah|melekat|penerimanya|peraihnya|menimpa|
    antara\s+lain|di\s?antaranya|masing-masing|berturut-turut|berurutan|meliputi|mencakup|tampak|terlihat|
    terdiri\s+(?:atas|dari)|kepada|oleh|bersama(?:-sama)?
"""
_FILLS = rf"""
    oleh|kepada|pada|ke|pihak|langsung|tangan|hanya|{NUMBER_WORDS}|\d{{1,3}}|pemda|pemkab|pemkot?|daerah|kabupaten(?:/kota)?|kota|provinsi|instansi|
    badan\s+publik|pemerintah|yakni|yaitu|kementerian|lembaga|unit|antara\s+lain|di\s?antaranya|
    masing-masing|lain|lainnya|yang|ada|di|milik
"""
_UNKNOWN_FIRST = r"(?:(?-i:[A-Z])[\w'-]*(?:\s(?-i:[A-Z])[\w'-]*){0,2},\s)?"
"""The first of a list, whom nobody knows, by a slip: "yaitu Gayo Luwes, Aceh Singkil"."""
_LINK = re.compile(
    rf"(?:[^.;\n]|\.(?=\d)){{0,160}}?\b(?:{_HEADS})\b(?:[\s,:(]*\b(?:{_FILLS})\b)*[\s,:(]*(?:\(?(?:1|a)[.)]\s*)?"
    rf"{_UNKNOWN_FIRST}"
    rf"(?:(?:peringkat|terbaik|juara|posisi|urutan)\s+(?:ke-?\s?)?(?:1|I|pertama|satu)\s*:?\s*)?\Z"
    rf"|[\s\"')]*(?:(?:hanya|cuma|sebanyak|(?:ber)?jumlah(?:nya)?)\s+)?(?:{NUMBER_WORDS}|\d{{1,3}})(?:\s[a-z]+)?\s*[,(]\s*\Z"
    rf"|[\s\"')]*(?:\([^()]{{0,40}}\))?\s*(?::|-|=>?)\s*(?:\(?(?:1|a)[.)]\s*)?\Z"
    rf"|[\s\"')]*(?:itu|hanya|cuma|tinggal|termasuk)\s+\Z",
    re.IGNORECASE | re.VERBOSE,
)
_TAKES = re.compile(
    r"\W{0,9}(?:\d[\d.,]*\W{1,9})?(?:\w+\s+){0,3}?(?:menempati|menduduki|berada|di|pada|sebagai|"
    rf"bertengger|menjadi|jadi|masuk|{GETS_IN_HEADLINES})\b"
    r"|\W{0,3}\d[\d.,]*\W{1,3}(?:peringkat|ranking|rangking|posisi|urutan|tempat|terbaik|juara)\b",
    re.IGNORECASE,
)
_CONTRAST = compile_words(
    r"\b(?:sementara(?!\s+itu)|sedangkan|namun|te?tapi|melainkan)\b",
)
"""What follows is told of others."""
_FOLLOWED = re.compile(r"\b(?:disusul|diikuti|dibuntuti|ditempel|dikuntit)\b", re.IGNORECASE)
"""Whoever stands behind comes next: the place is told of the one in front."""
_NEXT_PLACE = re.compile(
    r"(?:,|;|\bdan|\bserta|\bsedangkan|\bsementara)\s+(?:di\s+|pada\s+)?"
    rf"(?:peringkat|ranking|rangking|posisi|urutan|tempat|juara)\s+(?:ke-?\s?)?(?:{NUMBER_WORDS}|"
    r"(?:ke)?\d{1,3}|[IVX]{1,4}|pertama|kedua|ketiga|ke(?:empat|lima|enam|tujuh))\b"
    r"|(?:,|;|\bdan|\bserta|\bsedangkan|\bsementara)\s+(?:penghargaan|piala|anugerah|trofi|award)\s+"
    r"(?:kedua|ketiga|keempat|lain(?:nya)?|berikutnya|selanjutnya)\b",
    re.IGNORECASE,
)
"""Behind one place another, or another award, to which what follows belongs."""
_DECIMAL = re.compile(r"\d[.,]\d")
_OWN_SCORE = re.compile(r"\s*\(?\s*\d{1,3}[.,]\d")
_SAID = re.compile(
    r",\s(?:kata|ujar|ucap|sebut|jelas|tutur|ungkap|terang|papar|imbuh|lanjut|rinci)(?:nya|\sdia|"
    r"(?:\s[A-Z][\w.'-]*){1,4})\s*,\s*"
)
"""Who says so, between what is told and of whom: "zona kuning, kata Rudi Hartono, Demak"."""
_COLOUR_FIRST = re.compile(
    r"(?:[,;]|\b(?:dan|serta|sedangkan|sementara|adapun))\s+(?:(?:sedangkan|sementara|dan|serta)\s+)?"
    r"(?:(?:yang|untuk|di|zona(?:si)?|rapor)\s+){0,3}[\"']?(?:hijau|kuning|merah)[\"']?$",
    re.IGNORECASE,
)
"""In front of a name, with no verb: "zona kuning diraih A, sedangkan zona merah B"."""
_CLOSES = re.compile(r"\s*(?:[.;,(]|(?:dan|serta)\b|\Z)")
_LONGEST_COLOUR = 50
_LONGEST_GAP = 60
"""Characters between what is handed on and the name that gets it."""


def leads_to(folded: str, start: int, end: int) -> bool:
    """Whether the words from a result's end to a name make the result that of the name."""
    if _CONTRAST.search(folded, start, end) is not None:
        return False
    if _LINK.match(folded, start, end) is not None:
        return True
    return _SAID.fullmatch(folded, start, end) is not None


def is_followed(folded: str, start: int, end: int) -> bool:
    """ "Nilainya 92,10, disusul B": whoever stands behind comes next, and what is in front was
    told of another."""
    return _FOLLOWED.search(folded, start, end) is not None


def is_handed_on(
    story: Story, end: int, following: Owner, here: list[Owner], *, is_rank: bool
) -> bool:
    """What ends at `end` is that of `following`; `here` are all who are named in the sentence."""
    gap = story.folded[end : following.start]
    if is_rank and leads_to(story.folded, end, following.start):
        return _NEXT_PLACE.search(gap) is None and not (
            _FOLLOWED.search(gap) and _has_taken(story, following, here)
        )
    brought = not is_rank and _is_brought(gap, opens=here[0] is following)
    if brought or gap.strip() == ":" or _is_colour_of(story.folded, end, following):
        return True
    if len(gap) > _LONGEST_GAP:
        return False
    if _HANDED_ON.fullmatch(gap):
        return not ("menyusul" in gap and _OWN_SCORE.match(story.folded, following.end))
    if is_rank and _RANK_HANDED_ON.fullmatch(gap):
        taken = "," in gap and _has_taken(story, following, here)
        return not (taken or (not gap.strip() and _spans(following, here)))
    return not is_rank and not gap.strip(" (") and _is_number_first(story, here)


def _is_colour_of(folded: str, end: int, following: Owner) -> bool:
    if following.start - end > 1 or _CLOSES.match(folded, following.end) is None:
        return False
    return _COLOUR_FIRST.search(folded, max(0, end - _LONGEST_COLOUR), end) is not None


def _is_brought(gap: str, *, opens: bool) -> bool:
    """A third hands it over, or it brings the first that its sentence names somewhere."""
    return bool(_GIVEN_TO.fullmatch(gap) or (opens and _BRINGS.fullmatch(gap)))


def _spans(following: Owner, here: list[Owner]) -> bool:
    """ "Karanganyar 95,8, Peringkat 3 Jateng": the province in which another has the place."""
    before = next(
        (e for e in reversed(here) if e.end <= following.start and e is not following), None
    )
    if following.kind != "provinsi" or before is None or before.region is None:
        return False
    province = following.region.name if following.region else ""
    return before.region != following.region and before.region.province == province


def _has_taken(story: Story, following: Owner, here: list[Owner]) -> bool:
    """ "Batang menempati peringkat pertama, Demak …": the one in front has the place."""
    before = [e for e in here if e.end <= following.start and e is not following]
    if not before:
        return False
    return _TAKES.match(story.folded, before[-1].end, following.start) is not None


def _is_number_first(story: Story, here: list[Owner]) -> bool:
    """ "Nilai 98,11 diraih A, 97,22 B, dan 96,33 C": each number stands before its name."""
    sentence = story.sentence_at(here[0].start)
    number = _DECIMAL.search(story.folded, sentence.start, sentence.end)
    return number is not None and number.end() <= here[0].start
