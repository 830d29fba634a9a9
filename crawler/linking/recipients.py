"""Canonical names of recipients: which one a person means, and the region's code it carries."""

from functools import cache

from crawler.awards.gazetteer import load_gazetteer


def code_of(recipient: str) -> str | None:
    """The code of the region that a canonical name is, or ends in; None where it has none."""
    words = recipient.casefold().split()
    tails = (" ".join(words[at:]) for at in range(len(words)))
    return next((codes for tail in tails if (codes := _codes().get(tail)) is not None), None)


def canonical(named: str) -> str | None:
    """The name with its region written as the gazetteer has it; None when it names no region.

    `kabupaten  batang` -> `Kabupaten Batang`, `DPMPTSP kota tegal` -> `DPMPTSP Kota Tegal`.
    """
    code = code_of(named)
    if code is None:
        return None
    region = load_gazetteer().by_code[code].full_name
    words = named.split()
    return " ".join([*words[: len(words) - len(region.split())], region])


@cache
def _codes() -> dict[str, str]:
    return {r.full_name.casefold(): r.code for r in load_gazetteer().by_code.values()}
