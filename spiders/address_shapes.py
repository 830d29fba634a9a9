"""What addresses of articles have in common, as patterns for an outlet's file; pure."""

import re
from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

_YEAR = re.compile(r"(?:19|20)\d\d")
_MONTH_OR_DAY = re.compile(r"\d{1,2}")
_MOST_HYPHENS = 2
"""Asked of an address of one segment: a headline has them, `tentang-kami` and sections do not."""
_FIXED = frozenset(
    {
        *("read", "berita", "news", "artikel", "article", "archives", "archive", "arsip", "detail"),
        *("baca", "post", "posts", "blog", "index.php"),
    }
)
"""First segments that belong to the shape; any other is a section, and there may be more."""
_OWN_NUMBER = ("p",)
"""Queries that name a story of WordPress, in whatever folder it stands."""
_NO_SECTION = (
    "category|kategori|rubrik|kanal|tag|tags|topik|topic|author|penulis|page|search|feed|wp-[a-z]+"
)


def patterns_of(urls: Iterable[str]) -> tuple[str, ...]:
    """One pattern for each shape of address among the stories', the commonest first."""
    shapes: dict[tuple[str, ...], list[list[str]]] = {}
    for url in urls:
        parts = urlsplit(url)
        segments = [each for each in parts.path.split("/") if each]
        number = re.fullmatch(r"(\w+)=\d+", parts.query)
        if number and (not segments or number[1] in _OWN_NUMBER):
            shapes.setdefault(("query", number[1], *segments), []).append([])
        elif segments:
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
    if shape[0] == "query":
        folder = "".join(f"{re.escape(each)}/" for each in shape[2:])
        return rf"^/{folder}?\?{shape[1]}=\d+$" if folder else rf"^/\?{shape[1]}=\d+$"
    columns = [{path[number] for path in paths} for number in range(len(shape))]
    if len(shape) == 1:
        return f"^/{_alone(shape[0], columns[0])}/?$"
    parts = [_part(kind, words) for kind, words in zip(shape, columns, strict=True)]
    is_open = shape[0] == "word" and not columns[0] <= _FIXED and "number" not in shape[:-1]
    guard = f"(?!(?:{_NO_SECTION})/)" if is_open and "year" not in shape else ""
    return f"^/{guard}{'/'.join(parts)}/?$"


def _alone(kind: str, words: set[str]) -> str:
    """The pattern of a path of one segment: as many hyphens as every story has, or an ending."""
    if not kind.startswith("slug"):
        return r"\d+"
    ending = kind.removeprefix("slug")
    fewest = min(_MOST_HYPHENS, *(word.count("-") for word in words))
    fewest = 0 if ending else fewest
    return "-".join(["[^/-]+"] * fewest + ["[^/]+"]) + re.escape(ending)


def _part(kind: str, words: set[str]) -> str:
    if kind in ("year", "month", "number"):
        return {"year": r"\d{4}", "month": r"\d{1,2}", "number": r"\d+"}[kind]
    if kind == "word":
        return re.escape(next(iter(words))) if words <= _FIXED and len(words) == 1 else r"[^/]+"
    return f"[^/]+{re.escape(kind.removeprefix('slug'))}"
