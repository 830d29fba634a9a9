"""Finds the award that a person means: by its number, or by words that only it has. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from storage.records import Award

_SHOWN = 5


class _Named(Protocol):
    @property
    def short(self) -> str: ...


def named_award(
    words: str, awards: Sequence[Award], schemes: Mapping[str, _Named] | None = None
) -> Award:
    """`17`, or `Kabupaten Batang ombudsman 2024`: recipient, scheme and edition in any order.

    ValueError with one line when no award or more than one is meant.
    """
    wanted = set(_words(words))
    if words.strip().isdecimal():
        found = [award for award in awards if award.id == int(words)]
    else:
        found = [award for award in awards if wanted and wanted <= _words_of(award, schemes or {})]
        whole = [award for award in found if set(_words(award.recipient)) <= wanted]
        found = whole if len(whole) == 1 else found
    if not found:
        raise ValueError(f"no award {words!r}; `piagam awards` shows them with their numbers")
    if len(found) > 1:
        raise ValueError(f"{words!r} may be {_listed(found)}; name it by its number")
    return found[0]


def _words_of(award: Award, schemes: Mapping[str, _Named]) -> set[str]:
    scheme = schemes.get(award.scheme)
    named = (award.recipient, award.scheme, award.scheme.replace("-", " "), award.edition_year)
    return set(_words(" ".join(map(str, (*named, scheme.short if scheme else "")))))


def _words(text: str) -> list[str]:
    return text.casefold().split()


def _listed(found: Iterable[Award]) -> str:
    told = [f"{a.id} ({a.recipient}, {a.scheme} {a.edition_year or '?'})" for a in found]
    more = f" or {len(told) - _SHOWN} more" if len(told) > _SHOWN else ""
    return ", ".join(told[:_SHOWN]) + more
