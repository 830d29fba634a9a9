"""What addresses of articles have in common, as patterns for an outlet's file; pure."""

import re
from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

_YEAR = re.compile(r"(?:19|20)\d\d")
_MONTH_OR_DAY = re.compile(r"\d{1,2}")
_FEWEST_HYPHENS = 2
"""In an address of one segment: a headline, no section."""


def patterns_of(urls: Iterable[str]) -> tuple[str, ...]:
    """One pattern for each shape of path among the addresses, the commonest first."""
    shapes: dict[tuple[str, ...], list[list[str]]] = {}
    for url in urls:
        segments = [each for each in urlsplit(url).path.split("/") if each]
        if segments:
            shapes.setdefault(_shape(segments), []).append(segments)
    ordered = sorted(shapes.items(), key=lambda each: -len(each[1]))
    return tuple(_pattern(shape, paths) for shape, paths in ordered)


def _shape(segments: Sequence[str]) -> tuple[str, ...]:
    kinds: list[str] = []
    for number, segment in enumerate(segments):
        is_dated = bool(kinds) and kinds[-1] in ("year", "month")
        kinds.append(_kind(segment, is_dated=is_dated, is_last=number == len(segments) - 1))
    return tuple(kinds)


def _kind(segment: str, *, is_dated: bool, is_last: bool) -> str:
    if is_dated and _MONTH_OR_DAY.fullmatch(segment):
        return "month"
    if segment.isdecimal():
        return "year" if _YEAR.fullmatch(segment) else "number"
    if not is_last:
        return "word"
    suffix = segment.rpartition(".")[2]
    return f"slug.{suffix}" if "." in segment and suffix.isalpha() else "slug"


def _pattern(shape: Sequence[str], paths: Sequence[Sequence[str]]) -> str:
    columns = [{path[number] for path in paths} for number in range(len(shape))]
    alone = len(shape) == 1
    parts = [_part(kind, words, alone=alone) for kind, words in zip(shape, columns, strict=True)]
    return f"^/{'/'.join(parts)}/?$"


def _part(kind: str, words: set[str], *, alone: bool) -> str:
    if kind in ("year", "month", "number"):
        return {"year": r"\d{4}", "month": r"\d{1,2}", "number": r"\d+"}[kind]
    if kind == "word":
        return re.escape(next(iter(words))) if words <= {"read", "berita", "news"} else r"[^/]+"
    slug = "[^/]+" if not alone else "-".join(["[^/-]+"] * _FEWEST_HYPHENS + ["[^/]+"])
    return slug + (re.escape(kind.removeprefix("slug")) if kind != "slug" else "")
