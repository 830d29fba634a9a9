"""Printed numbers: where they stand, their value, and whether they may be scores.

What the others are is told by `number_kinds`.
"""

import re
from dataclasses import replace

from crawler.awards.number_kinds import (
    FULL_MARKS,
    OUT_OF,
    is_one_more,
    why_not,
)
from crawler.awards.number_shapes import THOUSANDS
from crawler.awards.shares import is_share_of_something, tells_a_count_again
from crawler.awards.word_patterns import Stretch
from crawler.awards.word_tree import compile_words
from storage.frozen import frozen

_NUMBER = re.compile(
    r"\d(?:(?<![\w.,/-].)(?<!\d:.)(?:\d{0,2}(?:\.\d{3})+(?:,\d{1,2})?|\d{0,3}(?:[.,]\d{1,4})?)|"
    r"(?<=[a-z]{4}.)\d{1,2}[.,]\d{2})(?!\w|:\d|[.,]\d|/(?!(?:5|100|400|1000)\b)\d)"
)
"""Alone, or a decimal that lost the space in front of it: `Disdukcapil95,40`.

Begins with a digit, which `re` finds fastest.
"""
_SHORT_THOUSANDS = re.compile(r"\d{1,3}\.\d{3}")
"""As some outlets print three decimals."""
_BROKEN = re.compile(r"\d{1,3}, \d{1,3}(?![\w:]|[.,]\d|\s*(?:,?\s*(?:dan|serta)|,|%|persen)\s*\d)")
"""A slip: `84, 436` for `84,436`."""
_BROKEN_IN_ROW = re.compile(r"\d{2}, \d{2}(?=\s*(?:[,.;)]|(?:dan|serta)\s)(?!\s*[,.;)]*\s*\d))")
_ROW = re.compile(r"\d[.,]\d{1,3}\)?,?(?: dan| serta)? \(?(?:[A-Z][\w./'-]*+ ){1,6}\(?$")
"""In front of the next score of a row: "Kendal 81,40, Kota Tegal "."""
_LOOK_BACK = 90
_REACH = 60
"""Characters behind a number that may say what it is."""

_SCORE_WORD = compile_words(
    r"(?:(?<=\d\s)|(?<=\d\s\s)|(?<=\d\s\s\s))\bke\s+$|\b(?:nilai(?:nya)?|skor(?:nya)?|score|poin|point|indeks(?:nya)?|index|angka|"
    r"rata-rata|hasil|capaian|perolehan|sebesar|ipp|mencapai|menyentuh|menembus|menjadi|"
    r"memperoleh|meraih|mendapat(?:kan)?|mencatat(?:kan)?|mengantongi|mengoleksi|mengumpulkan|"
    r"diganjar|berada di|membukukan|mengemas|meraup|menggenggam|sama-sama|kembar)\b[^.;\n]{0,60}$"
    r"|\b(?:dengan|dari)\s+penilaian\s+$",
)
_SHARE_WORD = compile_words(r"\b(?:nilai|skor|indeks|poin)(?:nya)?\b[^.,;\n]{0,35}$")
_UNIT_WORD = re.compile(r"\s*(?:poin|point)\b", re.IGNORECASE)
_POINTED_AT = compile_words(
    r"\b(?:nilai|skor|indeks|angka|poin)(?:nya)?\s+"
    r"(?:(?:total|akhir|sebesar|mencapai|rata-rata|di|tertinggi|terendah|tinggi|rendah|kepatuhan|"
    r"yakni|yaitu|sebanyak|hanya|[A-Z]{3,6}),?\s+){0,4}$",
)
"""Nothing but a score can follow."""
_HAS_FULL_MARKS = re.compile(
    r"\s*(?:poin\s+)?(?:atau\s+[\d.,]+\s*(?:persen|%)\s+)?"
    rf"\(?{OUT_OF}({FULL_MARKS})(?:[.,]00?)?(?!\d|[.,]\d|\s*(?:%|persen))",
    re.IGNORECASE,
)


@frozen
class NumberMention:
    """A printed number and what it is: a possible score, or the reason why not."""

    start: int
    end: int
    raw: str
    value: float
    not_a_score: str | None
    """None for a possible score; else `money`, `count`, `limit`, `difference` …"""
    is_decimal: bool
    has_score_word: bool
    """Words such as nilai, skor, poin stand by it."""
    is_share: bool
    """Printed with % or persen: some outlets use it for points."""
    out_of: float | None
    """The most that could be had, where it is printed behind: "93,7 dari 100"."""


def find_numbers(folded: str) -> tuple[NumberMention, ...]:
    """Every number that stands alone in the folded text, in order."""
    found: list[NumberMention] = []
    for match in _NUMBER.finditer(folded):
        start, end = match.span()
        if found and start < found[-1].end:
            continue
        if match[0].isdigit():
            end = _end_of_broken(folded, start) or end
        mention = _mention(folded, start, end)
        if found and _goes_on(folded, found[-1], mention):
            mention = replace(mention, not_a_score=found[-1].not_a_score)
        found.append(mention)
    return tuple(found)


def _end_of_broken(folded: str, start: int) -> int | None:
    """Where a decimal with a slip ends, if nothing but a score can begin here."""
    slip = _BROKEN.match(folded, start)
    if slip is None:
        return None
    front = _in_front(folded, start)
    if _POINTED_AT.search(folded, *front):
        return slip.end()
    in_row = _BROKEN_IN_ROW.match(folded, start)
    return in_row.end() if in_row and _ROW.search(folded, *front) else None


def number_value(raw: str) -> float:
    """`97,84` and `97.84` -> 97.84; a dot before exactly three digits marks thousands."""
    if THOUSANDS.fullmatch(raw):
        return float(raw.replace(".", "").replace(",", "."))
    return float(raw.replace(", ", ".").replace(",", "."))


def _mention(folded: str, start: int, end: int) -> NumberMention:
    front = _in_front(folded, start)
    after = folded[end : end + _REACH].split("\n", 1)[0]
    raw = folded[start:end]
    if _SHORT_THOUSANDS.fullmatch(raw) and _POINTED_AT.search(folded, *front):
        raw = raw.replace(".", ",")
    why = why_not(folded, front, after, raw)
    of_count = why == "share" and tells_a_count_again(folded, front)
    is_told = not of_count and _is_told_as_score(folded, front, after, is_share=why == "share")
    is_share = why == "share" and (
        is_told or not (of_count or is_share_of_something(folded, front, after))
    )
    full = _HAS_FULL_MARKS.match(after)
    return NumberMention(
        start=start,
        end=end,
        raw=folded[start:end],
        value=number_value(raw),
        not_a_score=None if is_share else why,
        is_decimal="," in raw or ("." in raw and THOUSANDS.fullmatch(raw) is None),
        has_score_word=is_told,
        is_share=is_share,
        out_of=number_value(full[1]) if full else None,
    )


def _is_told_as_score(folded: str, front: Stretch, after: str, *, is_share: bool) -> bool:
    words = _SHARE_WORD if is_share else _SCORE_WORD
    return words.search(folded, *front) is not None or _UNIT_WORD.match(after) is not None


def _in_front(folded: str, start: int) -> Stretch:
    """Where the words in front of a number stand, in its line."""
    begin = max(0, start - _LOOK_BACK)
    return max(begin, folded.rfind("\n", begin, start) + 1), start


def _goes_on(folded: str, before: NumberMention, number: NumberMention) -> bool:
    """What the number before it is too: "komponen perencanaan 21,13, pelaporan 9,65"."""
    if before.not_a_score is None or number.start - before.end > _REACH:
        return False
    return is_one_more(before.not_a_score, folded[before.end : number.start])
