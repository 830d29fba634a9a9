"""A passage with marked matches, as pieces that a page can escape one by one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

OPENED = "\x02"
CLOSED = "\x03"
"""What SQL puts around a match: control characters, which no story holds."""
_MATCH = re.compile(f"{OPENED}([^{OPENED}{CLOSED}]*){CLOSED}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A piece of a passage, never empty."""

    text: str
    is_match: bool


Passage = tuple[Piece, ...]


def passage_of(marked: str | None) -> Passage:
    """Text with its matches between OPENED and CLOSED, in pieces."""
    return tuple(_cut(marked or ""))


def _cut(marked: str) -> Iterator[Piece]:
    for place, text in enumerate(_MATCH.split(marked)):
        if text:
            yield Piece(text=text, is_match=place % 2 == 1)


def plain(passage: Passage) -> str:
    """A passage without its marks."""
    return "".join(piece.text for piece in passage)
