"""Organisational units (`units.toml`): which words name one, and its canonical short name."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from crawler.awards.catalogue import word_pattern

_OWN_NAME = re.compile(
    r"(?: (?:(?:dr|Dr|dR|DR|Ir|Prof|Hj?|R|RA|RAA|KRMT|KRT)\.? ?)*"
    r"(?!(?:Kabupaten|Kab|Kota|Provinsi|Pemkab|Pemkot|Dinas|Rabu|Senin|Selasa|Kamis|Jumat|"
    r"Sabtu|Minggu)\b)"
    r"[A-Z][\w']*)(?: (?:[A-Z][\w']*|\d(?!\d|[.,]\d)))*"
)
_STOP = re.compile(
    r" (?:Kabupaten|Kab|Kota|Provinsi|Pemkab|Pemkot|Raih|Meraih|Terima|Catat|Dapat|Sabet)\b.*"
)
_ABBREVIATION = re.compile(r"\s?\((?:disingkat )?([A-Z][\w&/ -]{1,24})\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitSpan:
    """A unit as named in a text: canonical name, and where the words of the name stand."""

    start: int
    end: int
    name: str
    """`DPMPTSP`, `Disdukcapil`, `Puskesmas Batang I`: without the region that owns it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _UnitKind:
    name: str
    written_out: re.Pattern[str]
    short: re.Pattern[str] | None
    suffixes: re.Pattern[str] | None
    named: bool
    stands_alone: tuple[str, ...]
    """First words of names that need no region behind them: RSUD Muntilan, Polres Batang."""


def find_units(folded: str, start: int = 0, end: int | None = None) -> tuple[UnitSpan, ...]:
    """All units named between two offsets, in order, longest reading first."""
    end = len(folded) if end is None else end
    spans = sorted(
        (span for kind in _kinds() for span in _spans(kind, folded, start, end)),
        key=lambda span: (span.start, -span.end),
    )
    kept: list[UnitSpan] = []
    for span in spans:
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return tuple(kept)


def recipient_name(unit: str, region: str) -> str:
    """`DPMPTSP Kabupaten Blora`; a unit whose own name says where it is stands alone."""
    first = unit.split(" ", 1)[0].casefold()
    alone = any(first in kind.stands_alone for kind in _kinds())
    return unit if alone else f"{unit} {region}"


@cache
def _kinds() -> tuple[_UnitKind, ...]:
    source = (resources.files("crawler.awards") / "units.toml").read_text(encoding="utf-8")
    return tuple(_kind(raw) for raw in tomllib.loads(source)["unit"])


def _kind(raw: Mapping[str, Any]) -> _UnitKind:
    suffixes = "|".join(sorted(raw.get("suffixes", ()), key=len, reverse=True))
    return _UnitKind(
        name=raw["name"],
        written_out=word_pattern(raw["full"]),
        short=word_pattern(raw["short"]) if raw["short"] else None,
        suffixes=re.compile(rf"\s(?:{suffixes})\b") if suffixes else None,
        named=raw.get("named", False),
        stands_alone=tuple(raw.get("stands_alone", ())),
    )


def _spans(kind: _UnitKind, folded: str, start: int, end: int) -> Iterator[UnitSpan]:
    for match in kind.written_out.finditer(folded, start, end):
        if kind.named:
            span = _with_own_name(match, folded, end)
            if span is not None:
                yield span
        else:
            yield _with_abbreviation(kind, match, folded, end)
    if kind.short is not None:
        for match in kind.short.finditer(folded, start, end):
            yield _suffixed(kind, match.start(), match.end(), match[0], folded)


def _with_own_name(match: re.Match[str], folded: str, end: int) -> UnitSpan | None:
    """`Puskesmas Batang I`; the bare word (`puskesmas di desa`) names no unit."""
    own = _OWN_NAME.match(folded, match.end(), end)
    if own is None or not match[0][0].isupper():
        return None
    words = match[0].removeprefix("UPTD ").removeprefix("UPT ").removeprefix("BLUD ")
    name = _STOP.sub("", words + own[0])
    stop = match.end() + len(_STOP.sub("", own[0]))
    return UnitSpan(start=match.start(), end=stop, name=" ".join(name.split()))


def _with_abbreviation(kind: _UnitKind, match: re.Match[str], folded: str, end: int) -> UnitSpan:
    short = _ABBREVIATION.match(folded, match.end(), end)
    if short is not None:
        return UnitSpan(start=match.start(), end=short.end(), name=short[1])
    return _suffixed(kind, match.start(), match.end(), kind.name, folded)


def _suffixed(kind: _UnitKind, start: int, end: int, name: str, folded: str) -> UnitSpan:
    suffix = kind.suffixes.match(folded, end) if kind.suffixes else None
    if suffix is None:
        return UnitSpan(start=start, end=end, name=name)
    return UnitSpan(start=start, end=suffix.end(), name=name + suffix[0])
