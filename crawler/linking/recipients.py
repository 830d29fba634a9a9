"""Which region or recipient a person means, and the region's code that a recipient carries."""

from functools import cache

from crawler.awards.gazetteer import WORD, Region, load_gazetteer

_KINDS = ("kabupaten", "kota", "provinsi")
_SHORT = {"kab": "kabupaten", "kab.": "kabupaten", "prov": "provinsi", "prov.": "provinsi"}


def regions_called(written: str) -> tuple[Region, ...]:
    """The regions that go by this code or name; several where it is not clear, none if unknown.

    `33.16`, `blora`, `Kab. Blora`, `Jateng`, `DIY`, `Prov. DKI Jakarta`. Capitals and nicknames
    such as `Kota Bahari` name none.
    """
    regions = load_gazetteer().by_code
    if written.strip() in regions:
        return (regions[written.strip()],)
    wanted = _in_full(written).casefold()
    named = (each for each in regions.values() if _is_named(each, wanted))
    return tuple(named) or _by_other_spelling(wanted)


def _is_named(region: Region, wanted: str) -> bool:
    return wanted in (region.name.casefold(), region.full_name.casefold())


def _by_other_spelling(wanted: str) -> tuple[Region, ...]:
    gazetteer = load_gazetteer()
    words = tuple(WORD.findall(wanted))
    kinds = words[:1] if words[:1] and words[0] in _KINDS else _KINDS
    words = words[1:] if len(kinds) == 1 else words
    if not words or words in gazetteer.far:
        return ()
    known = gazetteer.by_words.get(words, ())
    return tuple(each for each in known if each.kind in kinds)


def _in_full(written: str) -> str:
    """`Kab.  Blora` -> `kabupaten Blora`."""
    return " ".join(_SHORT.get(each.casefold(), each) for each in written.split())


def code_of(recipient: str) -> str | None:
    """The code of the region that a canonical name is, or ends in; None where it has none."""
    words = recipient.casefold().split()
    tails = (" ".join(words[at:]) for at in range(len(words)))
    return next((codes for tail in tails if (codes := _codes().get(tail)) is not None), None)


def canonical(named: str) -> str | None:
    """The name with its region written as the gazetteer has it; None when it names no region.

    `kab.  batang` -> `Kabupaten Batang`, `DPMPTSP kota tegal` -> `DPMPTSP Kota Tegal`.
    """
    named = _in_full(named)
    code = code_of(named)
    if code is None:
        return None
    region = load_gazetteer().by_code[code].full_name
    words = named.split()
    return " ".join([*words[: len(words) - len(region.split())], region])


@cache
def _codes() -> dict[str, str]:
    return {r.full_name.casefold(): r.code for r in load_gazetteer().by_code.values()}
