"""How numbers, days and untrusted lines are written for people, in Indonesian and in English."""

import re
import unicodedata
from datetime import date
from decimal import Decimal

from crawler.alerts.words import Words

NAME_LIMIT = 90
"""Characters of a name that are shown: body, grantor, venue, outlet."""


def number(value: float) -> str:
    """`97.84` -> `97,84`, `100.0` -> `100`; at most four decimals."""
    return f"{round(_exact(value), 4).normalize():f}".replace(".", ",")


def difference(value: float, other: float) -> str:
    """How far two scores lie apart, as their printed digits say: 93.74 and 91.5 -> `2,24`."""
    return number(float(abs(_exact(value) - _exact(other))))


def _exact(value: float) -> Decimal:
    return Decimal(repr(value))


def printed(raw: str | None, value: float) -> str:
    """A score with the digits the outlet printed, `90.90` -> `90,90`; `value` when they say else.

    The decimal sign is the Indonesian comma.
    """
    digits = (raw or "").replace(".", ",")
    if re.fullmatch(r"\d{1,4}(,\d{1,4})?", digits) and float(digits.replace(",", ".")) == value:
        return digits
    return number(value)


def with_commas(remark: str) -> str:
    """A line of the reader, `score 101.5 is outside ...`, with the Indonesian comma."""
    return re.sub(r"(?<=\d)\.(?=\d)", ",", remark)


def day(value: date, words: Words) -> str:
    """`Senin, 2 Desember 2024`."""
    return f"{words.weekdays[value.weekday()]}, {short_day(value, words)}"


def short_day(value: date, words: Words) -> str:
    """`2 Desember 2024`."""
    return f"{value.day} {words.months[value.month - 1]} {value.year}"


def span_of_days(first: date, last: date, words: Words) -> str:
    """`15–21 November 2026`, `28 Oktober–3 November 2026`, or one day."""
    if first == last:
        return short_day(last, words)
    if first.year != last.year:
        return f"{short_day(first, words)}–{short_day(last, words)}"
    month = "" if first.month == last.month else f" {words.months[first.month - 1]}"
    return f"{first.day}{month}–{short_day(last, words)}"


def harmless(text: str) -> str:
    """The text without characters that command a mail header, a terminal or the eye.

    Every kind of white space and line break becomes a space; control, bidirectional, zero-width
    and unpaired surrogate characters go.
    """
    if text.isprintable():
        return text
    return "".join(" " if c.isspace() else c for c in text if c.isspace() or not _commands(c))


def one_line(text: str, limit: int | None = None) -> str:
    """The text made harmless, single-spaced, and cut to `limit` characters with `…` at the end."""
    line = " ".join(harmless(text).split())
    if limit is None or len(line) <= limit:
        return line
    head = line[: limit - 1]
    at_word = head.rsplit(" ", 1)[0]
    return (at_word if len(at_word) > limit * 2 // 3 else head).rstrip(" ,;:.-") + "…"


def _commands(character: str) -> bool:
    """Control (Cc), format (Cf: bidi marks, zero width) or surrogate (Cs)."""
    return unicodedata.category(character) in ("Cc", "Cf", "Cs")
