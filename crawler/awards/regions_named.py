"""Regions named in a text, with the part each plays, told by the words around its name."""

import re
from collections.abc import Sequence
from dataclasses import replace

from crawler.awards.counts import NUMBER_WORDS, counts_just_before
from crawler.awards.datelines import is_dateline
from crawler.awards.gazetteer import Gazetteer, Region
from crawler.awards.kinds_ahead import kind_ahead
from crawler.awards.mentions import BodyMention, Part
from crawler.awards.name_in_front import (
    ENUMERATION,
    begins_clause,
    follows_a_name,
    goes_on_listed,
    is_at_its_level,
    is_parent,
    lies_office,
    peer_of,
    without_headings,
)
from crawler.awards.word_patterns import IndexedText
from crawler.awards.word_tree import compile_words

_PREFIX = compile_words(
    r"(?=[abdgkpsw(])(?:(?P<gov>pemkab|pemkot?|pemprov|(?:pemda|pemerintah(?:an)?(?:\s+daerah)?)"
    r"(?:\s+(?:kabupaten|kota|provinsi|kab\.?|prov\.?))?)"
    r"(?:\s*\((?:pemkab|pemkot?|pemprov|pemda)\.?\))?"
    r"|(?P<official>(?:wakil\s+|(?:pj|pjs|plt|plh|penjabat|wakil|pelaksana\s+\w+)\.?\s+|\((?:pj|pjs|plt|plh)\.?\)\s+)*"
    r"(?:bupati|wali\s?kota|walkot|gubernur|wabup|wawali|wagub|wawalkot|sekda|setda|"
    r"sekretaris\s+daerah|asisten\s+\w+\s+sekda|sekretariat\s+daerah)"
    r"(?:\s*\((?:sekda|setda|wabup|wawali|wagub)\w*\.?\))?"
    r"(?:\s+(?:kabupaten|kota|provinsi|kab\.?|prov\.?))?)"
    r"|(?P<area>kabu[bp]aten|kab\.?|kota|provinsi|prov\.?|daerah))(?:\s+adm(?:inistrasi)?\.?)?\s+$",
)
_LAST_WORDS = (
    *("pemkab", "pemko", "pemkot", "pemprov", "pemda", "pemerintah", "pemerintahan", "daerah"),
    *("kabupaten", "kab", "kota", "provinsi", "prov", "bupati", "walkot", "gubernur", "wabup"),
    *("wawali", "wagub", "sekda", "setda", "kabubaten", "administrasi", "adm"),
)
"""What `_PREFIX` ends with; asked first, for it is dear and most names have none."""
_LONGEST_LAST = 16
"""Characters of such a word and what may stand behind it."""
_PLACE = compile_words(
    r"(?:\b(?:di|dalam|ke|se|asal|eks|(?:di)?wilayah|warga|(?<!kepuasan\s)masyarakat|rakyat|tingkat|(?:di)?lingkup|(?:di)?lingkungan|jajaran|ibu\s?kota|bumi|"
    r"daerah\s+di|kawasan|karesidenan|keresidenan|seantero|sekitar|hotel|gedung|jalan|jl\.?|alun-alun|"
    r"stadion|pendopo|pendapa|di\s+(?:ujung|pelosok|pedalaman|jantung|pesisir)|(?:ujung|sisi|bagian|pesisir)\s+(?:timur|barat|utara|selatan|tengah)|"
    r"(?:hari\s+jadi|hut|ulang\s+tahun)(?:\s+ke\s?-?\s?\d{1,4})?|jawa ?-|wakil|jalur|ruas|tol|rute|"
    r"(?:satu-satunya|salah\s+satu)\s+(?:(?:lembaga|badan)\s+publik|opd|skpd|satker)|jurusan|penghubung|(?:kabupaten|kota|provinsi)\s+ter\w+\s+kategori|kapol(?:da|sek|res\w*)|kaja[rt]i|dandim|danrem|kalapas|"
    r"pasar|universitas|upi|unnes|undip|polda|kejari|kejati|kanwil\)?|cabang|korwil|perwakilan|tribun|radar|warta|suara|"
    r"di\s+(?:provinsi|kabupaten|kota|daerah|wilayah)\s+(?:(?-i:(?!yang\b)[a-z])\w+\s+){1,3}?)|\bse-?|(?<=\()\bdari)\s*$",
)
_OF_AREA = compile_words(
    r"\b(?:wilayah|regional|zona)\s+(?:[IVX]{1,4}|\d|satu|dua|tiga|empat|lima)\s*"
    r"(?:\(|,?\s*(?:yang\s+)?(?:meliputi|mencakup|terdiri|yakni|yaitu))[^().;:\n]{0,90}$"
    r"|\b(?:desa|kelurahan|nagari|puskesmas)\b[^.;:\n]{0,50}\s(?:berasal dari|tersebar di)"
    r"\s\d[^.;:\n]{0,200}$",
)
"""A list of what an area is made of ("wilayah I (Kalimantan, Bali, ..."), or where villages lie."""
_OF_LOWER = re.compile(r"(?:pemkab|pemkot?|kabupaten|kota|daerah)\s+$", re.IGNORECASE)
"""In front of a province's name: what lies in it is meant."""
_BODIES_OF = compile_words(
    r"\b(?:opd|skpd|badan publik|instansi|perangkat daerah|puskesmas|desa|nagari|pemda|satker)\s$",
)
"""In front of a province's name: "40 badan publik Sumbar", "OPD Provinsi NTB"."""
_SO_MANY_OF = compile_words(
    rf"\b(?:\d{{1,3}}|{NUMBER_WORDS}|sejumlah|beberapa)\s+(?:pemerintah(?:an)?\s+daerah|pemda)\s+"
    r"(?:\(\w+\)\s+)?(?:di\s+)?$",
)
"""In front of it too: "tiga pemerintah daerah (Pemda) Provinsi Riau"."""
_ADDRESS = compile_words(r"\b(?:jalan|jl\.?|jln\.?)\s[^;\n]{3,50},\s*$")
_NAME_OF_STREET = r"(?-i:[A-Z0-9])[\w./'-]*\s"
_IN_STREET = re.compile(rf"\b[Jj](?:alan|l\.?|ln\.?)\s(?:{_NAME_OF_STREET}){{1,7}}$")
"""In front of where a street lies: "Jl. Raya Juanda Kabupaten Sidoarjo"."""
_STANDS = r"(?:berada|ada|terdapat|tercatat|dicatat)\sdi\s"
_EXTREME = r"\b(?:ter(?:tinggi|endah)|paling (?:tinggi|rendah))(?:nya)?\s"
_HAS_EXTREME = compile_words(
    rf"{_EXTREME}{_STANDS}$|\b{_STANDS}[^.;\n]{{5,70}}{_EXTREME}(?:di\s|{_STANDS})$"
)
"""Behind these "di" tells who has it: "skor tertinggi berada di A dan terendah di B"."""
_FALLS_TO = re.compile(
    r"(?i)\b(?:(?:jatuh|melayang|di(?:beri|serah|anugerah|semat)kan)\s+ke|(?:hijau|kuning|merah)\s+(?:itu\s+|masih\s+)?(?:ada|terdapat)\s+di)\s*$"
)
"""Behind these "ke" and "di" tell who receives, not where: "zona kuning ada di Kota X"."""
_APPOSED = re.compile(r"\)?[ (]*,?[ (]*|, (?:[A-Z]\w+ ?){1,2}, ")
"""Between a region and its province: "Pamekasan, Madura, Jawa Timur"."""
_SE = re.compile(r"\b[Ss]e ?-? ?$")
_KIND_WORDS = {
    "kabupaten": re.compile(r"pemkab|kabupaten|kab\b|bupati|wabup", re.IGNORECASE),
    "kota": re.compile(r"pemko|kota|wali\s?kota|wawali|walkot", re.IGNORECASE),
    "provinsi": re.compile(r"pemprov|provinsi|prov\b|gubernur|wagub", re.IGNORECASE),
}
_BOTH = compile_words(
    r"\b(?:(?:pem)?kab(?:upaten)?\s?(?:/|dan|maupun|serta|&)\s?(?:pem)?kota?|"
    r"(?:pem)?kota?\s?(?:/|dan|maupun|serta|&)\s?(?:pem)?kab(?:upaten)?|bupati\s+dan\s+wali\s?kota)\s+$",
)
_SEATS = frozenset({"jakarta"})  # named as where things happen far more often than as who receives
_NOT_A_REGION = re.compile(
    r"\s*-?\s*(?:raya|timur laut|press|post|ekspres|pos|fm|tv)\b", re.IGNORECASE
)
_OF_A_THING = compile_words(
    r"\b(?:predikat|kategori|acara|malam|momen|titik|posisi|hari|gelar|kelas|program|inovasi|"
    r"aplikasi|gerakan)\s$",
)
"""In front of an everyday word: "predikat Puncak"."""


def name_regions(folded: IndexedText, gazetteer: Gazetteer) -> list[BodyMention]:
    """Every region named, in order; a bare homonym with all that it may mean."""
    words, starts, behind = folded.words, folded.starts, 0
    found: list[BodyMention] = []
    for index in gazetteer.places_of(words, folded.capitals):
        hit = gazetteer.at(words, index) if index >= behind else None
        if hit is None or not _is_one_name(folded, index, hit[0], gazetteer):
            continue
        count, regions = hit
        behind = index + count
        start, end = starts[index], starts[behind - 1] + len(words[behind - 1])
        everyday = gazetteer.needs_context(words, index, count)
        thing = everyday and _OF_A_THING.search(folded, max(0, start - 12), start)
        if everyday and (other := _heads_another(folded, behind, gazetteer)):
            behind += other
            continue
        if found and _repeats(folded, found[-1], regions, start, end):
            found[-1] = replace(found[-1], end=end + 1)
        elif not thing and not _NOT_A_REGION.match(folded, end):
            body = _body(folded, start, end, regions, found)
            if body.part is Part.BARE and everyday:
                body = replace(body, is_weak=start > folded.find("\n"))
            found += _both(folded, body, regions)
    return without_headings(folded, found)


def _repeats(
    folded: str, before: BodyMention, regions: tuple[Region, ...], start: int, end: int
) -> bool:
    """Its other name in brackets behind it: "Pangkajene dan Kepulauan (Pangkep)"."""
    same = set(before.regions) & set(regions)
    return bool(same) and folded[before.end : start] == " (" and folded[end : end + 1] == ")"


def _heads_another(folded: IndexedText, index: int, gazetteer: Gazetteer) -> int:
    """Words of a province's short name right behind an everyday one: the paper "Metro Sulteng"."""
    words, starts = folded.words, folded.starts
    hit = gazetteer.at(words, index) if index < len(words) else None
    if hit is None or hit[1][0].kind != "provinsi" or hit[1][0].name.casefold() == words[index]:
        return 0
    start, begun = starts[index], starts[index - 1]
    beside = folded[begun + len(words[index - 1]) : start] == " " and folded[start].isupper()
    bare = _prefix(folded, begun) is None
    return hit[0] if beside and bare else 0


def _both(folded: str, body: BodyMention, regions: tuple[Region, ...]) -> list[BodyMention]:
    """ "Kabupaten dan Kota Semarang" names two."""
    if len(regions) == 2 and _BOTH.search(folded, max(0, body.name_start - 40), body.name_start):
        return [replace(body, regions=(region,)) for region in regions]
    return [body]


def _is_one_name(folded: IndexedText, index: int, count: int, gazetteer: Gazetteer) -> bool:
    """True when only spaces, dots, hyphens or brackets part the words of a name.

    It may hold its short form, "Ogan Komering Ulu (OKU) Timur"; "M.Si. Ak" is no Siak in two words.
    """
    words, starts = folded.words, folded.starts
    start, last = starts[index], index + count - 1
    end = starts[last] + len(words[last])
    if folded.startswith(("@", "_"), end):
        return False
    joined = folded[start - 1] in "-@_" and start > 1 and folded[start - 2].isalpha()
    if joined and folded[max(0, start - 3) : start - 1].lower() != "se":
        return False
    ends = (starts[nth] + len(words[nth]) for nth in range(index, last))
    gaps = map(slice, ends, starts[index + 1 : last + 1])
    marks = " .-'()" if tuple(words[index : last + 1]) in gazetteer.by_words else " -'"
    return all(folded[gap].strip(marks) == "" for gap in gaps)


def _body(
    folded: str, start: int, end: int, regions: tuple[Region, ...], found: Sequence[BodyMention]
) -> BodyMention:
    before = found[-1] if found else None
    prefix = _prefix(folded, start)
    head = prefix.start() if prefix else start
    part = _part(folded, head, prefix)
    if part is Part.BARE and (
        folded[max(0, head - 6) : head].lower().endswith((" dari ", "\ndari "))
        or follows_a_name(folded, head, end, found)
        or is_dateline(folded, start, end)
    ):
        part = Part.PLACE
    narrowed = _narrow(prefix[0], regions) if prefix else regions
    of_many = _names_its_regions(folded, head, prefix, narrowed)
    listed = prefix is None and goes_on_listed(folded, (start, end), narrowed, found)
    if listed:
        narrowed = tuple(region for region in narrowed if region.kind != "provinsi")
    elif of_many or _tells_where(folded, (head, end), prefix, narrowed, before):
        part = Part.PLACE
    elif prefix is None:
        part, narrowed = _beside(folded, (start, end), part, narrowed, peer_of(folded, found))
        if is_seat(folded[start:end]) and part is Part.BARE:
            part = Part.PLACE
    return BodyMention(start=head, end=end, name_start=start, part=part, regions=narrowed)


def _prefix(folded: str, start: int) -> re.Match[str] | None:
    """The words in front of a name that tell what it is: "Pj. Bupati ", "Kabupaten "."""
    near = folded[max(0, start - _LONGEST_LAST) : start]
    if not near[-1:].isspace() or not near.rstrip(" \n.)").lower().endswith(_LAST_WORDS):
        return None
    return _PREFIX.search(folded, max(0, start - 70), start)


def _names_its_regions(
    folded: str, head: int, prefix: re.Match[str] | None, regions: tuple[Region, ...]
) -> bool:
    """ "26 pemkab dan pemkot Jateng", "daerah Sulsel": those in the province, not the province."""
    if any(region.kind != "provinsi" for region in regions):
        return False
    if _BODIES_OF.search(folded, max(0, head - 20), head):
        return True
    if _SO_MANY_OF.search(folded, max(0, head - 60), head):
        return True
    if prefix is None:
        return False
    counted = prefix["gov"] is not None and counts_just_before(folded, head)
    return counted or _OF_LOWER.match(prefix[0]) is not None


def _tells_where(
    folded: str,
    span: tuple[int, int],
    prefix: re.Match[str] | None,
    regions: tuple[Region, ...],
    before: BodyMention | None,
) -> bool:
    """A province behind a name of it, or in brackets behind any: "Kota Batam, Kepulauan Riau"."""
    head, end = span
    if before is not None and _APPOSED.fullmatch(folded, before.end, head):
        return is_parent(regions, before.regions) and not (prefix and prefix["gov"])
    if prefix is None or not prefix["area"] or regions[0].kind != "provinsi":
        return False
    alone = folded[max(0, head - 1) : head] + folded[end : end + 1] == "()"
    return alone and folded[max(0, head - 3) : max(0, head - 1)].strip().isalpha()


def _beside(
    folded: str,
    span: tuple[int, int],
    part: Part,
    regions: tuple[Region, ...],
    before: BodyMention | None,
) -> tuple[Part, tuple[Region, ...]]:
    """A bare name that is listed on, or in brackets, is what the name before it is."""
    start, end = span
    gap = folded[before.end : start] if before is not None else None
    if before is not None and gap is not None:
        if gap.strip() == "(" and set(regions) & set(before.regions):
            part = before.part
        elif ENUMERATION.match(gap) and before.regions:
            part = part if begins_clause(folded, before, gap, regions, end) else before.part
            regions = _same_kind(before.regions[0].kind, regions)
    if len(regions) > 1:
        regions = _same_kind(kind_ahead(folded, start), regions)
    return part, regions


def _part(folded: str, head: int, prefix: re.Match[str] | None) -> Part:
    near = (max(0, head - 40), head)
    if prefix is not None and prefix["official"]:
        return Part.OFFICIAL
    if _OF_AREA.search(folded, max(0, head - 270), head) or lies_office(folded, head, prefix):
        return Part.PLACE
    street = _ADDRESS if prefix is None else _IN_STREET
    in_street = street.search(folded, max(0, head - 60), head) is not None
    is_place = _PLACE.search(folded, *near) is not None and not is_at_its_level(folded, head)
    if is_place and _HAS_EXTREME.search(folded, max(0, head - 140), head):
        return Part.BARE if prefix is None else Part.GOVERNMENT
    if in_street or _SE.search(folded, max(0, head - 6), head):
        return Part.PLACE
    if is_place and not _FALLS_TO.search(folded, *near):
        return Part.PLACE
    return Part.BARE if prefix is None else Part.GOVERNMENT


def is_seat(name: str) -> bool:
    """Jakarta, bare: where the state hands over."""
    return name.lower() in _SEATS


def _narrow(prefix: str, regions: tuple[Region, ...]) -> tuple[Region, ...]:
    """Keep the readings whose kind the words in front allow; a nickname keeps its own."""
    kind = next((kind for kind, words in _KIND_WORDS.items() if words.search(prefix)), None)
    return regions if kind is None else _same_kind(kind, regions)


def _same_kind(kind: str, regions: tuple[Region, ...]) -> tuple[Region, ...]:
    return tuple(region for region in regions if region.kind == kind) or regions
