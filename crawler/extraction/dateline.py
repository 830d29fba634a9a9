"""Recognises the place and brand that open a story, e.g. `BLORA, KOMPAS.com –`."""

import re

from crawler.extraction.dates import find_date
from storage.frozen import frozen

_WINDOW = 100
_DASH = re.compile(r"(?P<dash>--+|—|–|―|-|:(?=\s))(?P<after>\s*)")
"""Signs one by one, not as a set: so `re` looks for them alone."""
_ENDS_BRAND = re.compile(r"[\w-]+\.(?:com|co|id|net|tv|news|info)\b", re.IGNORECASE)
"""What follows a hyphen that belongs to a brand: `TRIBUN-BALI.COM`."""
_JPNN = re.compile(r"^date \d{4}-\d{2}-\d{2}\s+", re.IGNORECASE)
_DOMAIN = re.compile(r"\.(?:com|co|id|net|tv|news|info|org|press|online|asia)\b", re.IGNORECASE)
_BRAND_PART = re.compile(
    r"tribun|kompas|antara|detik|klik|news|kabar|warta(?!wan)|berita|radar|suara|media|jateng|pantura"
    r"|muria|publik|idola|joglo|lingkar|jowo|merdeka|pikiran|harian|koran|redaksi|liputan|online"
    r"|info(?!r)|halo|tempo|rmol|times\b|\b(?:cnn|cnbc|bbc|rri|kbrn|viva|idn)\b|\bpos$|pos\b|\btv\b|tv$|\bfm\b|fm$|\bmc\b|\bhumas\b",
    re.IGNORECASE,
)
_CAMEL = re.compile(r"[a-z][A-Z]")
_PLACE = re.compile(r"[A-Z][\w.'’-]*(?: [A-Z(][\w.'’)-]*){0,3}")
_REGION = re.compile(
    r"(?:kab\.?|kabupaten|kota|kec\.?|kecamatan|provinsi|prov\.?|jawa|jateng|jatim|jabar|diy|d\.i\.)\b"
    r".*",
    re.IGNORECASE,
)
_TWO_WORD_START = re.compile(
    r"(?:kota|kab\.?|kabupaten|banda|bandar|tanjung|pangkal|gunung|pulau|jawa|north|south|kuala|batu"
    r"|sungai|palangka|ujung|lubuk|teluk|muara|padang|tebing|rantau|nusa|desa)\s",
    re.IGNORECASE,
)
_WEEKDAYS = frozenset({"senin", "selasa", "rabu", "kamis", "jumat", "jum'at", "sabtu", "minggu"})
_NOT_PLACES = _WEEKDAYS | {
    *("breaking news", "opini", "advertorial", "adv", "foto", "video", "update", "hoaks", "live"),
    *("infografis", "kolom", "editorial", "tajuk", "viral", "terkini", "berita", "sosok", "profil"),
    *("catatan", "wawancara", "ringkasan", "kronologi", "fakta", "resensi", "cerpen", "puisi"),
    *("eksklusif", "exclusive", "populer", "popular", "terpopuler", "headline", "info", "news"),
}
_OPENERS = "\"“‘'(["


@frozen
class Dateline:
    """What stood in front of the first sentence."""

    city: str | None
    """The place as printed, or None when only a brand was printed."""
    rest: str
    """The paragraph without the dateline."""


def split_dateline(paragraph: str, outlet: str = "") -> Dateline | None:
    """Take the dateline off `paragraph`, or return None when it opens with none.

    `outlet` (a name such as `klikjateng`) helps to tell the brand from the place. A dateline that
    holds a date stays in `rest`: the day may be told nowhere else.
    """
    text = _JPNN.sub("", paragraph)
    for number, match in enumerate(_DASH.finditer(text, 0, _WINDOW)):
        head, rest = text[: match.start()].strip(), text[match.end() :]
        if number > 3 or not rest:
            return None
        if not _is_apart(match) and (_ENDS_BRAND.match(rest) or _is_half_a_word(head, match)):
            continue
        place = _read_head(head, outlet)
        if place is not None and _may_follow(place, match, rest):
            return Dateline(city=place.city, rest=paragraph if place.has_date else rest)
    return None


@frozen
class _Head:
    city: str | None
    has_brand: bool
    has_date: bool


def _is_half_a_word(head: str, dash: re.Match[str]) -> bool:
    """Capitals inside are no brand where the hyphen joins two parts of a word: `MenPAN-RB`."""
    is_glued = dash["dash"] == "-" and not dash["after"]
    return is_glued and bool(_CAMEL.search(head)) and not _is_known_brand(head)


def _read_head(head: str, outlet: str) -> _Head | None:
    place, bracket, inside = head.rstrip(" ,.").replace("[", "(").partition("(")
    inside = inside.rstrip(")] ,.")
    tokens = [each.strip(" .") for each in re.split(r"\s*[,|]\s*", place) if each.strip(" .")]
    dates = [each for each in [*tokens, inside] if each and _is_date(each)]
    tokens = [each for each in tokens if each not in dates]
    if bracket and inside not in dates:
        tokens.append(inside) if _is_brand(inside, outlet) or inside.isupper() else tokens.clear()
    brands = [each for each in tokens if _is_brand(each, outlet) or (bracket and each == inside)]
    places = [each for each in tokens if each not in brands]
    if not tokens or not _are_places(places) or any(each.lower() in _NOT_PLACES for each in tokens):
        return None
    return _Head(city=places[0] if places else None, has_brand=bool(brands), has_date=bool(dates))


def _are_places(names: list[str]) -> bool:
    if len(names) > 2 or any(not _PLACE.fullmatch(name) for name in names):
        return False
    if len(names) < 2 or _REGION.fullmatch(names[1]):
        return True
    return names[1].istitle() or (names[0].isupper() and names[1].isupper())


def _may_follow(head: _Head, dash: re.Match[str], rest: str) -> bool:
    """Whether head, dash and sentence fit: a bare place needs more proof than a brand."""
    opens_sentence = rest[0].isupper() or rest[0].isdigit() or rest[0] in _OPENERS
    if head.has_brand or dash["dash"] == ":":
        return opens_sentence and head.has_brand
    is_set_off = dash["dash"] not in ("-", ":") or bool(_is_apart(dash) and dash["after"])
    return is_set_off and opens_sentence and head.city is not None and _is_bare_place(head.city)


def _is_apart(dash: re.Match[str]) -> bool:
    """Whether a space stands before it."""
    return dash.string[dash.start() - 1 : dash.start()].isspace()


def _is_bare_place(name: str) -> bool:
    words = name.split()
    if len(name) < 3:
        return False
    if name.isupper():
        return len(words) <= 3 and all(re.search("[AEIOU]", word) for word in words)
    return (len(words) == 1 and len(name) >= 4) or (
        len(words) <= 3 and _TWO_WORD_START.match(name) is not None
    )


def _is_brand(name: str, outlet: str) -> bool:
    words = name.split()
    if len(name) > 40 or len(words) > 4:
        return False
    if len(words) > 1 and any(word[0].islower() for word in words):
        return False
    letters = re.sub(r"\W", "", name).lower()
    return bool(
        _is_known_brand(name)
        or (_CAMEL.search(name) and " " not in name)
        or (outlet and letters == re.sub(r"\W", "", outlet).lower())
    )


def _is_known_brand(name: str) -> bool:
    return bool(_DOMAIN.search(name) or _BRAND_PART.search(name))


def _is_date(text: str) -> bool:
    if text.lower() in _WEEKDAYS:
        return True
    return find_date(text, "Asia/Jakarta") is not None or (
        re.fullmatch(r"(?:[A-Z]\w+\s*)?\(?\d{1,2}/\d{1,2}\)?", text) is not None
    )
