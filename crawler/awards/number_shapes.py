"""What a number's own digits say of it, or the signs right beside it: no score."""

import re

from crawler.awards.word_patterns import Stretch

THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_VERSION = re.compile(r"\d\.\d")
_VERSIONED = re.compile(
    r"\b(?!SPBE|IPP|SAKIP|EPPD|LPPD|RB|IKM|SKM)"
    r"(?:[A-Z]{2,}|[A-Z][a-z]+[A-Z]\w*|[Vv]ersi|[Rr]evolusi [A-Z]\w+|[Ii]ndustri)\s$"
)
"""In front of a number with one decimal behind a full stop: "PIK 2.0"."""
_CLASS = r"(?:[A-Z]{3,6} )?[A-D]{1,2} ?\("
_OR_ANOTHER = re.compile(rf"\) atau {_CLASS}")
_OR_THIS = re.compile(rf"\) atau {_CLASS}$")
"""Around where a class begins: "SAKIP A (80,1) atau BB (70,1)"."""


def kind_by_shape(folded: str, front: Stretch, after: str, raw: str) -> str | None:
    """What its own digits say, or the signs right beside it."""
    if after.startswith("-an"):
        return "range"
    if raw.isdigit() and 1900 <= int(raw) <= 2100:
        return "year"
    if THOUSANDS.fullmatch(raw):
        return "thousands"
    if _VERSION.fullmatch(raw) and _VERSIONED.search(folded, *front):
        return "version"
    if after.startswith(")") and (_OR_ANOTHER.match(after) or _OR_THIS.search(folded, *front)):
        return "limit"
    return None
