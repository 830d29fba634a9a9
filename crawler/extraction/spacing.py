"""Makes printed text comparable: one kind of space, no invisible marks, no disguised letters."""

import re
import unicodedata

_MARKS = (
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b-\u200f"
    "\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffc\ufffe\uffff\ud800-\udfff"
)
_LETTERS = "\U0001d400-\U0001d7ff\uff01-\uff5e\ufb00-\ufb06"
"""Mathematical alphabets and full-width forms that outlets use as bold or spaced letters."""
_INVISIBLE = re.compile(f"[{_MARKS}]")
_DISGUISED = re.compile(f"[{_LETTERS}]+")
_ODD = re.compile(f"[{_MARKS}{_LETTERS}]")


def squeeze(text: str) -> str:
    """`text` as one line: single plain spaces, nothing invisible, ordinary letters."""
    line = " ".join(text.split())
    if (line.isascii() and line.isprintable()) or not _ODD.search(line):
        return line
    return " ".join(reveal(text).split())


def reveal(text: str) -> str:
    """`text` without invisible characters, its disguised letters as ordinary ones."""
    if text.isascii() and text.isprintable():
        return text
    return _DISGUISED.sub(_ordinary, _INVISIBLE.sub("", text))


def _ordinary(match: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", match[0])
