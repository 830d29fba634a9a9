"""Where a proper name ends: `RSUD Ende | Diganjar Piagam`, `Puskesmas Batang I | Raih …`.

A name goes on as long as its words begin with a capital letter. A headline begins every word with
one, so words that no name holds (`names.toml`), the forms of verbs and abbreviations end it too.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources

from crawler.awards.gazetteer import load_gazetteer

_WORD = re.compile(r" {1,2}([A-Z][^\W_]*(?:['-][^\W_]+)*)(?![\w@])")
_NUMERAL = re.compile(r" {1,2}(?:Unit )?([IVX]{1,4})(?![\w'-]|\.\w)")
_DIGIT = re.compile(
    r" {1,2}(\d)(?![\w/]|[.,]\d| ?(?:%|persen|kali|besar|tahun|poin|penghargaan|orang|unit|jam|"
    r"hari|juta|ribu|miliar|kategori|inovasi|bintang)\b)",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r" {0,2}((?:(?i:drg?|ir|prof|drs|hj?|kh|tgk|tgh|mgr|r)\b\.?|(?:[A-Z]\.){1,3}|[A-Z]{1,4}\b\.?))"
    r"(?= ?(?:[A-Z]|drg?\b))"
)
_INITIALS = re.compile(
    r" (?!(?:RI|RB|KI|KB|AA|BB|CC|IV|VI|II|IX)\b)[A-Z]{2}"
    r"(?=, [A-Z]| (?:[(\d]|[A-Z]?[a-z])|[.,;:)(]|$)"
)
"""Behind a person's name: "RSUD dr. H. Jusuf SK, Tarakan"; no class, number or grantor."""
_PRIMA = re.compile(r" Prima(?= ?[,;(\n]|\.(?:\s|$)| (?:dan|serta)\b)")
"""Many hospitals are called so; a headline never ends the name of one with it."""
_GLUED = re.compile(r"(?<=\.)[A-Z][^\W_]+")
_VERB = re.compile(
    r"(?:mem[bpf]|men[tdcjs]|meng[aeioughk]|meny[aeiou]|me[lrnwy][aeiou]|di[a-z]{2}|ber[a-z]{2}|"
    r"ter[a-z]{2})[a-z]{2,}|[a-z]{5,}kan"
)
_SURE_VERB = re.compile(r"(?:me|di|ber|ter)[a-z]{3,}kan|[a-z]{4,}kannya")
_TAKE_ANY = frozenset({"pasar", "kampung", "kampong"})
"""Words of places that any word may follow: Pasar Minggu, Kampung Dalam."""
_MOST_WORDS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class _Lexicon:
    ends: frozenset[str]
    """Words that no name holds."""
    later: frozenset[str]
    """Words that a name may begin with, and does not go on with."""
    areas: frozenset[str]
    kept: frozenset[str]
    programmes: frozenset[str]
    before_regions: frozenset[str]
    regions: frozenset[str]
    """Every word of the names of regions."""


def end_of_name(
    folded: str, start: int, end: int, *, heads: frozenset[str], digits: bool = False
) -> int:
    """Where the proper name that begins behind `start` ends; `start` when none does.

    `heads` are the words with which the names of units begin. `digits` are a part of the names of
    health centres and schools: `Puskesmas Kendal 1`.
    """
    begun = end_of_numeral(folded, start, end, digits=digits)
    place = _end_of_words(folded, begun, end, heads)
    return start if place == begun else end_of_numeral(folded, place, end, digits=digits)


def end_of_person(folded: str, start: int, end: int, *, heads: frozenset[str]) -> int:
    """The same for a name that may be a person's: `RSUD dr. R. Soetijono`, `RSUD TC Hillers`."""
    place = start
    for _ in range(_MOST_WORDS):
        title = _TITLE.match(folded, place, end)
        if title is None or title[1].casefold() in _lexicon().ends | heads:
            break
        if title.start(1) == place == start:
            break
        place = title.end(1)
    if place == start:
        stop = end_of_name(folded, start, end, heads=heads)
        prima = _PRIMA.match(folded, stop, end) if stop > start else None
        return prima.end() if prima else stop
    glued = _GLUED.match(folded, place, end)
    stop = _end_of_words(folded, glued.end() if glued else place, end, heads)
    initials = _INITIALS.match(folded, stop, end)
    return initials.end() if initials else stop


def is_programme(word: str) -> bool:
    """True for what follows `Desa` when no village is meant: Antikorupsi, Wisata."""
    return word.casefold() in _lexicon().programmes


def may_precede_region(word: str) -> bool:
    """True for a word that makes another place of a region's name: Pasar, Muara, Tanjung."""
    return word.casefold() in _lexicon().before_regions


def is_area(word: str) -> bool:
    """True for a word that tells what kind of area follows: Kecamatan, Kota."""
    return word.casefold() in _lexicon().areas


def is_no_name(word: str) -> bool:
    """True for a word that belongs to no name."""
    lexicon = _lexicon()
    plain = word.casefold()
    return plain in lexicon.ends or plain in lexicon.later or plain in lexicon.areas


def end_of_numeral(folded: str, place: int, end: int, *, digits: bool) -> int:
    """Where a number behind a name ends, or the name itself: `Samsat Palembang II`."""
    numeral = _NUMERAL.match(folded, place, end)
    if numeral is None and digits:
        numeral = _DIGIT.match(folded, place, end)
    return numeral.end() if numeral else place


def _end_of_words(folded: str, start: int, end: int, heads: frozenset[str]) -> int:
    place = start
    before = ""
    shouted = False
    for count in range(_MOST_WORDS):
        word = _WORD.match(folded, place, end)
        if word is None:
            break
        shouted = shouted or (count == 0 and len(word[1]) > 3 and word[1].isupper())
        plain = word[1].casefold()
        if before not in _TAKE_ANY and not _belongs(folded, word, count, heads, shouted=shouted):
            break
        place, before = word.end(), plain
    return place


def _belongs(
    folded: str, word: re.Match[str], count: int, heads: frozenset[str], *, shouted: bool
) -> bool:
    lexicon = _lexicon()
    plain = word[1].casefold()
    if plain in lexicon.areas or plain.split("-", 1)[0] in lexicon.areas:
        return plain == "kota" and _is_part_of_town(folded, word, count)
    if plain in lexicon.kept:
        return True
    if plain in heads:
        return count == 0 and plain in _ALSO_PLACES
    if plain in lexicon.ends or (count and plain in lexicon.later):
        return False
    if not shouted and _is_abbreviation(folded, word):
        return False
    verb = _VERB if count else _SURE_VERB
    return plain in lexicon.regions or verb.fullmatch(plain) is None


_ALSO_PLACES = frozenset({"kampung", "nagari", "pekon", "desa", "bandar", "balai"})
"""Words for a village that begin the names of places as well: Puskesmas Kampung Dalam."""


def _is_part_of_town(folded: str, word: re.Match[str], count: int) -> bool:
    """`Puskesmas Sragen Kota`, `Kecamatan Kota Kudus`; not `Puskesmas Bendan Kota Pekalongan`."""
    behind = load_gazetteer().name_at(folded, word.end() + 1)
    if count:
        return behind is None
    follows = _WORD.match(folded, word.end())
    is_city = behind is not None and any(region.kind == "kota" for region in behind.regions)
    return follows is not None and not is_city and not is_no_name(follows[1])


def _is_abbreviation(folded: str, word: re.Match[str]) -> bool:
    """`WBK`, `SKM`; a region that is written so (`OKI`) is a name."""
    if len(word[1]) < 2 or not word[1].isupper():
        return False
    return load_gazetteer().name_at(folded, word.start(1)) is None


@cache
def _lexicon() -> _Lexicon:
    source = (resources.files("crawler.awards") / "names.toml").read_text(encoding="utf-8")
    lists = {name: frozenset(words.split()) for name, words in tomllib.loads(source).items()}
    regions = load_gazetteer().by_code.values()
    return _Lexicon(
        ends=(lists["verbs"] | lists["particles"] | lists["nouns"]) - lists["kept"],
        later=lists["later"],
        areas=lists["areas"],
        kept=lists["kept"],
        programmes=lists["programmes"],
        before_regions=lists["before_regions"],
        regions=frozenset(word for each in regions for word in each.name.casefold().split()),
    )
