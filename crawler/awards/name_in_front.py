"""What a bare name is by the name in front of it: one more of a list, or where that one lies."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from crawler.awards.between_names import PROVINCE
from crawler.awards.gazetteer import Region
from crawler.awards.getting import SCORES
from crawler.awards.mentions import BodyMention, Part
from crawler.awards.word_tree import compile_words

_NAME_AND_COMMA = re.compile(r"(?<=[\w)\"] )[A-Z][\w.'-]{2,}\"?(?:\s*\([^)]{1,20}\))?\s*,\s*$")
_SOURCE = re.compile(
    r"\b(?:dilansir|dikutip|mengutip|melansir|menukil|dinukil|diberitakan|berdasarkan laporan)\s"
    r"(?:(?:dari|oleh|situs|laman|kantor berita)\s)*[\w.]+\s*,\s*$"
    r"|,\s(?:kata|ujar|ucap|sebut|jelas|tutur|ungkap|terang|papar|imbuh)(?:\s(?-i:[A-Z])[\w.'-]*){1,4},\s*$",
    re.IGNORECASE,
)
"""In front of whom the story then tells of: "dilansir dari Antara, Bali ..."."""
_IN_ALL = re.compile(r"\b(?:di|se-?|seluruh) ?(?:Indonesia|dunia)\s*,\s*$", re.IGNORECASE)
"""No place lies there that is told behind it: "dari 34 provinsi di Indonesia, Bali ..."."""
_HEADS_LIST = re.compile(
    r"\b(?i:yaitu|yakni|ialah|adalah|meliputi|antara lain|di ?antaranya)\s?[,:]?\s"
    r"(?:(?i:kab(?:upaten|\.)?|kota)\s)?(?:[A-Z][\w'-]*\s?){1,3},\s*$"
)
"""In front of the second of a list whose first nobody knows: "yakni Gayo Luwes, Bireuen, ..."."""
_AT_ITS_LEVEL = re.compile(r"\buntuk\s+(?:tingkat|lingkup|level)\s+$", re.IGNORECASE)
_FIRST = re.compile(
    r"(?:\b(?:yakni|yaitu|ialah|adalah|meliputi|antara lain|di ?antaranya)|:),? [A-Z]\w+, $"
)
"""In front of one more of a list whose first name nobody knows: "yakni Pemprovsu, Asahan"."""
_CLASS = re.compile(
    r"\b(?:kategori|status|predikat|kualifikasi|klasifikasi|zona|opini)\s(?:[\w/-]+\s){0,2}\w+\s?,\s$"
    r"|\b(?:informatif|nindya|madya|pratama|paripurna|wtp|wdp|wbk|wbbm)\"?\s?,\s$",
    re.IGNORECASE,
)
"""In front of who has it: "dalam kategori Informatif, Bali tampil", "A naik ke Nindya, B"."""
ACTS = re.compile(
    r"\s+(?:(?:juga|berhasil|kembali|sukses|mampu|kini)\s+){0,2}(?:"
    rf"{SCORES}|menempati|menduduki|berada|bertengger)\b",
    re.IGNORECASE,
)
"""Behind a name that begins the clause itself: "Terpaut tipis dari A, B menempati"."""
ENUMERATION = re.compile(
    r"\s*\)?\s*(?:[\d.,]+\d)?\s*(?:\([^)]{0,40}\))?\s*(?:[,;]|,?\s*(?:dan|serta|maupun|&)|(?<=\w)\s(?=\(?\d\d?[.)]))"
    r"\s*(?:dan\s+|serta\s+)?(?:\(?\d{1,2}[.)]\s*)?$",
    re.IGNORECASE,
)
_FRAME = re.compile(rf"(?:^|[.!?\n] |- )(?:Dari|Untuk) (?:Provinsi )?{PROVINCE}, $")
"""In front of those of a province: "Dari Sulawesi Selatan, Makassar dan Maros meraih ..."."""
_HEADS = compile_words(
    r"\b(?:kepala|ketua|direktur|pimpinan|kakanwil|perwakilan)\s"
    r"(?:(?-i:[A-Z])[\w./&-]*\s|dan\s|\([^)]{2,12}\)\s){1,9}$"
    r"|\b(?:rapat|rakor\w*|raker\w*|musrenbang\w*)\s(?:(?-i:[A-Z])[\w./&-]*\s|\([^)]{2,12}\)\s|"
    r"(?:koordinasi|kerja|evaluasi|teknis|dan|tahun|20\d\d)\s){0,9}$"
)
"""In front of where a person's office lies, or a meeting's: "Kepala Kantor X Y Provinsi Z"."""
_NAME_AND_BRACKET = re.compile(
    r"\b(?:Kabupaten|Kota|Kab\.|Desa|Kelurahan|Kecamatan)(?: [A-Z][\w'-]+){1,3} \($"
)
_FEW = 5
"""Characters right in front of a name, more than the spaces that may part it from a comma."""
_LISTED = 2
"""Names of one list in front of one more."""
_GOES_ON = re.compile(r",? (?:dan )?(?!(?:Senin|Selasa|Rabu|Kamis|Jum|Sabtu|Minggu|Jawa)\b)[A-Z]")

_LAST = re.compile(r",? (?:dan|serta) ")
_LIST_ENDS = re.compile(r"\s*(?:[.;]|$)", re.MULTILINE)


def is_at_its_level(folded: str, head: int) -> bool:
    """ "Untuk tingkat Pemerintah Provinsi X, skornya …": of that government itself."""
    named = folded[head : head + 3].casefold() == "pem"
    return named and _AT_ITS_LEVEL.search(folded, max(0, head - 24), head) is not None


def follows_a_name(folded: str, head: int, end: int, found: Sequence[BodyMention]) -> bool:
    """Behind the headline, "Hotel Luwansa, Jakarta": a town behind a name and a comma.

    Not so in a list of towns, "Cimahi, Pagar Alam, Jambi"; `found` are those named before.
    """
    if not folded[max(0, head - _FEW) : head].rstrip().endswith(","):
        return False
    if _ends_a_list(folded, head, found):
        return False
    line = folded.rfind("\n", 0, head) + 1
    if not line or _NAME_AND_COMMA.search(folded, max(line, head - 30), head) is None:
        return False
    is_source = _SOURCE.search(folded, max(line, head - 70), head) is not None
    is_source = is_source or _FRAME.search(folded, max(line, head - 50), head) is not None
    is_source = is_source or _FIRST.search(folded, max(line, head - 60), head) is not None
    is_source = is_source or _CLASS.search(folded, max(line, head - 60), head) is not None
    is_source = is_source or _IN_ALL.search(folded, max(line, head - 30), head) is not None
    if _GOES_ON.match(folded, end) and _HEADS_LIST.search(folded, max(line, head - 70), head):
        return False
    return not is_source and ACTS.match(folded, end) is None


def _ends_a_list(folded: str, head: int, found: Sequence[BodyMention]) -> bool:
    """Only a comma stands behind the last of two regions at least that are listed."""
    if len(found) < _LISTED or folded[found[-1].end : head] != ", ":
        return False
    first, last = found[-_LISTED:]
    apart = first.regions[0].kind == last.regions[0].kind and last.part is not Part.PLACE
    return apart and ENUMERATION.fullmatch(folded, first.end, last.start) is not None


def lies_office(folded: str, head: int, prefix: re.Match[str] | None) -> bool:
    """Where an office lies, or who is named in front of the brackets; `prefix` holds "Provinsi".

    "Kepala Satker X Provinsi Lampung", "Kabupaten X (Provinsi Lampung)".
    """
    if prefix is None or prefix["area"] is None:
        return False
    of_province = prefix["area"].casefold().startswith("prov")
    if of_province and _NAME_AND_BRACKET.search(folded, max(0, head - 50), head) is not None:
        return True
    return _HEADS.search(folded, max(0, head - 90), head) is not None


def goes_on_listed(
    folded: str, span: tuple[int, int], regions: tuple[Region, ...], found: Sequence[BodyMention]
) -> bool:
    """A town named as its province is, in a list or at its end: "Alor, Bantul dan Yogyakarta"."""
    kinds = {region.kind for region in regions}
    if "provinsi" not in kinds or len(kinds) == 1 or len(found) < _LISTED:
        return False
    *others, last = found[-_LISTED:]
    gap = folded[last.end : span[0]]
    is_amid = gap == ", " and _GOES_ON.match(folded, span[1])
    if not (is_amid or (_LAST.fullmatch(gap) and _LIST_ENDS.match(folded, span[1]))):
        return False
    gaps = (folded[a.end : b.start] for a, b in pairwise([*others, last]))
    return all(map(ENUMERATION.fullmatch, gaps)) and all(
        body.part is not Part.PLACE and body.regions[0].kind != "provinsi"
        for body in (*others, last)
    )


def begins_clause(
    folded: str, before: BodyMention, gap: str, regions: tuple[Region, ...], end: int
) -> bool:
    """It begins the clause behind a place: "Terpaut dari A, B menempati", "Dari Sulsel, Maros"."""
    if gap.strip() != "," or before.part is not Part.PLACE:
        return False
    return is_parent(before.regions, regions) or ACTS.match(folded, end) is not None


def without_headings(folded: str, found: list[BodyMention]) -> list[BodyMention]:
    """A province in front of a list of its own only tells where they are: in brackets, or behind
    the colon with which a line begins."""
    for index, (first, second) in enumerate(pairwise(found)):
        gap = folded[first.end : second.start].strip()
        line = folded.rfind("\n", 0, first.start) + 1
        heads = gap == ":" and not folded[line : first.start].strip(" -*\u2022")
        if (gap == "(" or heads) and is_parent(first.regions, second.regions):
            found[index] = replace(first, part=Part.PLACE)
    return found


def is_parent(regions: tuple[Region, ...], children: tuple[Region, ...]) -> bool:
    """Whether one of the regions is the province that one of the children lies in."""
    return any(
        region.kind == "provinsi" and child.lies_in(region.name) and child != region
        for region in regions
        for child in children
    )


def peer_of(folded: str, found: Sequence[BodyMention]) -> BodyMention | None:
    """What the next name is listed with: of "Lamongan (Jawa Timur)" not the province."""
    *_, before, last = (None, None, *found[-2:])
    if before is None or last is None or last.regions[0].kind != "provinsi":
        return last
    bracketed = folded[before.end : last.start].strip() == "(" and folded.startswith(")", last.end)
    return before if bracketed else last
