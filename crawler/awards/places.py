"""How a place is printed: where the name of a building begins and ends.

A name is a run of capitalised words around a word for a building ("Yogyakarta Marriott Hotel",
"ruang Kenawai", "Lantai II Kantor Bupati"); behind a comma follow the house it stands in and its
town. A day, a street and a person end it.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import resources

from crawler.awards.days import MONTH_NAMES
from crawler.awards.gazetteer import Region, load_gazetteer
from crawler.awards.word_tree import compile_words
from storage.frozen import frozen

_OPENER = compile_words(
    r"\b(?:di|ke|dari|bertempat|panggung|(?:tempat|lokasi)(?: ?\w+)?nya:?)\s+(?!di\b)"
)
_IN_FRONT = re.compile(r"(?:panggung|arena|podium|kawasan|area|depan|dalam)\s+", re.IGNORECASE)
_WORD = re.compile(r"\s*(&(?= [A-Z])|[A-Za-z0-9][\w'&]*(?:[.-]\w+)*)(\.(?=\s+[A-Z]))?")
_SHORT_FORM = re.compile(r"\s\([A-Z][\w-]{1,14}\)")
_HOUSE_NAME = re.compile(r"(?:swiss-?bel|\w+(?:hotel|expo|plex)$)", re.IGNORECASE)
_OFFICES = re.compile(
    r"(?:kementerian|sekretariat|kemen[a-z-]+|kemko\w*|mabes|markas|mapol\w+|universitas|institut|mahkamah|politeknik|"
    r"kejaksaan|perpustakaan|badan|dinas|lembaga|komisi|dprd?|kanwil|bpkp?|kpk|bkn|ombudsman)$",
    re.IGNORECASE,
)
_NO_BUILDING = re.compile(
    r"(?:(?:kecamatan|kelurahan|desa|kabupaten|kota|provinsi|kampung|distrik|nagari|dusun)\b|"
    r"rumah (?!dinas|jabatan|rakyat|adat|gadang|betang|radakng|joglo|makan|budaya|kebangsaan)|"
    r"balai (?:pemasyarakatan|besar|latihan|pengawas\w*|"
    r"pelayanan)|mall? pelayanan|taman (?:kanak\S*|nasional|wisata)|ruang (?:kerja|terbuka|"
    r"kelas|publik)|kantor (?:imigrasi|pertanahan|bersama|urusan)|lapangan (?:kerja|usaha)|"
    r"halaman \d|grand (?:final|design|opening|prize)|the (?:best|most))\b",
    re.IGNORECASE,
)
_JOINS = frozenset({"of", "the", "and", "&", "by"})
_STOP = compile_words(
    rf"(?:senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad|{MONTH_NAMES}|pada|jl|ji|jln|jalan|pukul|"
    r"wib|wita|wit)$",
)
_PERSON = re.compile(
    r"(?:bupati|wabup|wali|walikota|wakil|gubernur|wagub|menteri|wamen|kepala|ketua|sekretaris|"
    r"sekda|presiden|wapres|pjs?|plt|plh|penjabat|dr|dra|drs|ir|hj?|prof|kapolres|kapolda|direktur|"
    r"asisten|staf|anggota|tim|pemerintah|pemkab|pemkot|pemprov)$",
    re.IGNORECASE,
)
_UNITS = re.compile(
    r"(?:rs\w*|puskesmas|s[dm][pakn]?\w?|lapas|rutan|pol\w+|kantah|upt\w*|disduk\w*|dp\w+|pt|cv|tpa|"
    r"indonesia|nusantara|sumatera|kalimantan|sulawesi|papua|jawa|pulau|bumi|tanah)$",
    re.IGNORECASE,
)
"""First words of names that are no house: units, companies, parts of the country."""
_KINDS = re.compile(r"(?:kabupaten|kota|kab|provinsi|daerah istimewa)\s+", re.IGNORECASE)
_TOWN_ENDS = re.compile(
    r"\s*(?:$|[.;()\"]|-\s|,?\s*(?:pada|senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad|kemarin|"
    r"pekan|hari|malam|tadi|belum|beberapa|tanggal|\(?\d)\b)",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"\s*,\s*|\s+-\s+")
_JAKARTA = "31"
_HOUSE_BEHIND = re.compile(r"(?:[A-Z\d][\w'-]*\s){1,6}[\w'-]+,\s+(?=[A-Z])|[A-Z]\w+,\s+(?=[A-Z])")
"""A town or an event in front of the house: "di Festival Iklim 2023, Auditorium Soedjarwo"."""
_LONGEST = 12
"""Words of one stretch of a name."""
_LONGEST_TOWN = 4
_LONGEST_NUMBER = 3


@frozen
class _Known:
    """The words of `places.toml`, in lower case."""

    buildings: frozenset[str]
    houses: frozenset[str]
    of_a_room: frozenset[str]


@frozen
class _Stretch:
    """A run of words between two commas."""

    end: int
    words: tuple[str, ...]

    @property
    def is_building(self) -> bool:
        """Whether it holds a word for a building, or a house known by its own name."""
        if _NO_BUILDING.match(" ".join(self.words)):
            return False
        named = [word.casefold() for word in self.words]
        known = _known()
        if any(word in known.houses or _HOUSE_NAME.match(word) for word in named):
            return True
        telling = [w for w in named if w not in known.of_a_room and not w.isdigit()]
        return len(telling) > 1 and not known.buildings.isdisjoint(named)

    @property
    def is_office(self) -> bool:
        """Whether it is the seat of a body: a place only in front of a town or a day."""
        return _OFFICES.match(self.words[0]) is not None


def find_places(folded: str, sentences: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Spans of the buildings that sentences name behind di, ke, dari or bertempat."""
    for start, end in sentences:
        yield from _places_in(folded, start, end)


def _places_in(folded: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    while (opener := _OPENER.search(folded, at, end)) is not None:
        at = opener.end()
        in_front = _IN_FRONT.match(folded, at, end)
        begin = in_front.end() if in_front else at
        stop = _place_end(folded, begin, end, opener[0].strip().casefold())
        if stop is None and (house := _HOUSE_BEHIND.match(folded, begin, end)) is not None:
            begin = house.end()
            stop = _place_end(folded, begin, end, "")
        if stop is not None:
            yield begin, stop
            at = stop


def _place_end(folded: str, begin: int, end: int, opener: str) -> int | None:
    first = _stretch(folded, begin, end)
    if first is None:
        return None
    stop, followed_by_town = _last_stretch(folded, first, end)
    ends_well = followed_by_town or _TOWN_ENDS.match(folded, first.end, end) is not None
    is_giver = first.is_office or first.words[0].casefold() in {"kantor", "balai"}
    if opener == "dari" and is_giver:
        return None
    if first.is_building or (first.is_office and ends_well and opener in {"di", "bertempat"}):
        return stop
    return stop if followed_by_town and _may_be_house(first, folded[first.end : stop]) else None


def _may_be_house(first: _Stretch, town: str) -> bool:
    """A name of several words that is no region, in front of a kota."""
    regions = _regions(tuple(town.strip(" ,-").split()))
    return (
        len(first.words) > 1
        and _UNITS.match(first.words[0]) is None
        and _PERSON.match(first.words[0]) is None
        and _NO_BUILDING.match(" ".join(first.words)) is None
        and all(word[0].isupper() for word in first.words)
        and not _regions(first.words)
        and any(region.kind == "kota" or region.code == _JAKARTA for region in regions)
    )


def _last_stretch(folded: str, first: _Stretch, end: int) -> tuple[int, bool]:
    """Where the name with its house and town ends, and whether a town is part of it."""
    stop, has_town = first.end, False
    while (comma := _GOES_ON.match(folded, stop, end)) is not None:
        following = _stretch(folded, comma.end(), end)
        if following is None:
            break
        if following.is_building or following.is_office:
            stop = following.end
            continue
        if "," not in comma[0] or not _is_town(folded, following, end):
            break
        stop, has_town = following.end, True
    return stop, has_town


def _is_town(folded: str, stretch: _Stretch, end: int) -> bool:
    if _PERSON.match(stretch.words[0]) or len(stretch.words) > _LONGEST_TOWN:
        return False
    if not all(word[0].isupper() for word in stretch.words):
        return False
    if _regions(stretch.words) or _TOWN_ENDS.match(folded, stretch.end, end) is not None:
        return True
    comma = _GOES_ON.match(folded, stretch.end, end)
    following = _stretch(folded, comma.end(), end) if comma else None
    return following is not None and bool(_regions(following.words))


def _regions(words: tuple[str, ...]) -> tuple[Region, ...]:
    """The regions of that name; a quarter may follow it (Jakarta Pusat)."""
    name = _KINDS.sub("", " ".join(words)).casefold().split()
    found = load_gazetteer().at(name, 0) if name else None
    return found[1] if found is not None and found[0] + 1 >= len(name) else ()


def _stretch(folded: str, begin: int, end: int) -> _Stretch | None:
    """The run of name words that begins here; None when none does."""
    words: list[str] = []
    kept = 0
    stop = at = begin
    while len(words) < _LONGEST and (match := _WORD.match(folded, at, end)) is not None:
        if not _belongs(folded, match, words, end):
            break
        words.append(match[1])
        at = match.end()
        if match[1] != match[1].lower() or match[1].isdigit():
            short = _SHORT_FORM.match(folded, at, end)
            stop = at = short.end() if short else at
            kept = len(words)
    return _Stretch(end=stop, words=tuple(words[:kept])) if kept else None


def _belongs(folded: str, match: re.Match[str], words: list[str], end: int) -> bool:
    """Whether the word goes on with the name; a lower-case one must be known."""
    word = match[1].casefold()
    if _STOP.match(word):
        return False
    if word == "dan":
        return _is_listed_office(words)
    if match[1] != word:
        return True
    if word.isdigit():
        return len(word) <= _LONGEST_NUMBER and bool(words) and not _is_day(folded, match, end)
    known = _known()
    return word in known.buildings or (bool(words) and (word in _JOINS or word in known.of_a_room))


def _is_listed_office(words: list[str]) -> bool:
    """Kementerian Lingkungan Hidup dan Kehutanan."""
    return any(_OFFICES.match(word) for word in words)


def _is_day(folded: str, match: re.Match[str], end: int) -> bool:
    following = _WORD.match(folded, match.end(), end)
    in_front_of_month = following is not None and _STOP.match(following[1]) is not None
    return in_front_of_month or folded[match.end() : match.end() + 1] in {"/", "-"}


@cache
def _known() -> _Known:
    source = resources.files("crawler.awards") / "places.toml"
    raw = tomllib.loads(source.read_text(encoding="utf-8"))
    return _Known(**{key: frozenset(words) for key, words in raw.items()})
