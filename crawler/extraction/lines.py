"""A line of a story before it is cleaned, and what its wording tells about it."""

import re
from collections.abc import Iterable

from storage.frozen import frozen

BULLET = "- "
_BULLET_MARK = re.compile(r"[•●▪■◦‣∙·*➢➤►✓✔–—-]\s+(?=\S)|[•●▪■◦‣➢➤►✓✔](?=\S)")
_SCORE = re.compile(r"\d+[.,]\d+|:\s*\d")
_BODY_OR_RANK = re.compile(
    r"(?:\d{1,3}\s+)?(?:dinas|badan|rsud|rumah sakit|puskesmas|kecamatan|kabupaten|kota|provinsi"
    r"|desa|kelurahan|up[tp]|bagian|sekretariat|kantor|satuan|inspektorat|polsek|polres\w*|sd|smp"
    r"|sma|smk|juara|peringkat|kategori|terbaik|predikat|pengadilan|kejaksaan|balai|samsat)\b",
    re.IGNORECASE,
)
_SCORED = re.compile(r"[A-Z][\w .,'/-]{2,60}[\s(:]\d{1,3}[.,]\d{1,2}\)?")
"""A line of a list without numbers: "Kota Bitung (92,44)"."""
_NUMBER = re.compile(r"\d{1,3}[.)]\s+")
_FUNCTION_WORDS = frozenset(
    {
        *("yang", "dan", "di", "ke", "dari", "dengan", "untuk", "pada", "dalam", "ini", "itu"),
        *("oleh", "akan", "telah", "tidak", "sebagai", "adalah", "juga", "atau", "para"),
        *("kepada", "karena", "serta", "bahwa", "saat", "the", "of", "and", "to", "in", "is"),
        *("was", "for", "with", "by", "that"),
    }
)
_ENDS_SENTENCE = (".", "!", "?", '."', ".”", ".'", '"', "”", "’", "…", ".)")
_LONGEST_TEASER = 180
_WORDS_OF_LEAD = 5
_LISTED = 5
"""Names that a led-in list has at least."""


@frozen
class Line:
    """One paragraph, bullet or subhead."""

    text: str
    """Squeezed; a bullet starts with `- `."""
    linked: float = 0.0
    """Share of its characters that are link text, 0 to 1."""
    has_image: bool = False
    """An image stands in the same paragraph."""


def with_plain_bullet(text: str) -> str:
    """`text` with `- ` for whatever sign the outlet uses as a bullet."""
    match = _BULLET_MARK.match(text)
    return BULLET + text[match.end() :] if match else text


def is_sentence(text: str) -> bool:
    """Whether `text` ends as a sentence does."""
    return text.endswith(_ENDS_SENTENCE)


def is_headline_like(text: str) -> bool:
    """Whether `text` reads like the title of another story: Title Case, no full stop, no score.

    A bullet or a numbered line that opens with an office, a place or a rank is a list entry.
    """
    if (
        len(text) > _LONGEST_TEASER
        or is_sentence(text)
        or text.endswith(":")
        or _SCORE.search(text)
    ):
        return False
    number = _NUMBER.match(text)
    told = text[number.end() :] if number else text.removeprefix(BULLET)
    if told != text and _BODY_OR_RANK.match(told):
        return False
    words: list[str] = re.findall(r"[^\W\d]{4,}", told)
    capitals = sum(word[0].isupper() for word in words)
    return len(told.split()) >= 4 and len(words) >= 2 and capitals >= 0.7 * len(words)


def may_be_headline(text: str) -> bool:
    """Whether `text` can be the title of another story in sentence case: weak proof alone."""
    is_short = len(text) <= _LONGEST_TEASER and not _SCORE.search(text)
    return is_short and not is_sentence(text) and not text.endswith((":", ",", ";"))


def is_told(lines: Iterable[str], least: int) -> bool:
    """Whether they are prose (for lists: `least` characters of it beside them) or a led-in list."""
    known = list(lines)
    if is_prose(known) or _is_led_list(known):
        return True
    told = [line for line in known if not _is_entry(line)]
    return len("\n".join(told)) >= least and is_prose(told)


def _is_entry(line: str) -> bool:
    """What a list is made of: a numbered or bulleted line, a name with a score, or a lead-in."""
    is_listed = _NUMBER.match(line) or _SCORED.fullmatch(line)
    return bool(is_listed) or line.startswith(BULLET) or line.endswith(":")


def _is_led_list(lines: list[str]) -> bool:
    """Whether a whole sentence leads in what is listed below it: "... diberikan kepada:"."""
    leads = [
        index
        for index, line in enumerate(lines)
        if line.rstrip().endswith(":") and len(line.split()) >= _WORDS_OF_LEAD
    ]
    below = lines[leads[0] + 1 :] if leads else []
    return sum(max(line.count(", "), _is_entry(line)) for line in below) >= _LISTED


def is_prose(lines: list[str]) -> bool:
    """Whether the lines read like running text and not like a list, a menu or noise."""
    text = " ".join(lines)
    words = text.split()
    if len(words) < 20 or sum(map(len, words)) > 14 * len(words):
        return False
    letters = sum(char.isalpha() for char in text)
    told = sum(len(line) for line in lines if is_sentence(line) or len(line) > 200)
    function_words = sum(word.strip('.,"”“()').lower() in _FUNCTION_WORDS for word in words)
    return (
        letters >= 0.6 * len(text)
        and told >= 0.35 * len(text)
        and function_words >= 0.03 * len(words)
    )
