"""Runs of spaces are read as three, empty lines as one; what was found is put back in its place.

Patterns may then step over spaces freely: no text makes them slow.
"""

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import replace

from storage.frozen import frozen
from storage.records import Article, Claim, Evidence

_RUN = re.compile(r"[^\S\n]{4,}|\n(?:[^\S\n]*\n){3,}")
_MAY_RUN = re.compile(r"\n[ \n]")
"""In a folded text: a line that is blank or begins with a space; `re` looks for the line break
alone, `in` stops at every space."""
_KEPT = 3
"""Spaces; of empty lines the first line break and the last are kept."""


@frozen
class Squeezed:
    """A text without its long runs of spaces and empty lines, and the way back."""

    text: str
    cuts: tuple[int, ...]
    """Offsets in `text` behind which characters are left out."""
    lost: tuple[int, ...]
    """How many are left out up to and with each cut."""

    def place(self, offset: int) -> int:
        """Where it stood before."""
        index = bisect_right(self.cuts, offset)
        return offset + (self.lost[index - 1] if index else 0)


def has_wide_spaces(article: Article, folded: str) -> bool:
    """Whether there is anything to squeeze; `folded` has all its spaces plain.

    It is looked at first: `_RUN` takes ten times as long.
    """
    may = "    " in folded or _MAY_RUN.search(folded) is not None
    return may and any(_RUN.search(text) for text in (article.title or "", article.text))


def squeeze(text: str) -> Squeezed:
    """The text with no run of more than three spaces, or of more than one empty line."""
    pieces: list[str] = []
    cuts: list[int] = []
    lost: list[int] = []
    start = length = gone = 0
    for run in _RUN.finditer(text):
        is_of_lines = text[run.start()] == "\n"
        kept = run.start() + (1 if is_of_lines else _KEPT)
        pieces.append(text[start:kept])
        length += len(pieces[-1])
        start = run.end() - is_of_lines
        gone += start - kept
        cuts.append(length)
        lost.append(gone)
    pieces.append(text[start:])
    return Squeezed(text="".join(pieces), cuts=tuple(cuts), lost=tuple(lost))


def put_back(claim: Claim, article: Article, title: Squeezed, text: Squeezed) -> Claim:
    """The claim with every span where the article prints it."""

    def original(evidence: Evidence) -> Evidence:
        squeezed, printed = (
            (title, article.title) if evidence.source == "title" else (text, article.text)
        )
        start, end = squeezed.place(evidence.start), squeezed.place(evidence.end - 1) + 1
        return replace(evidence, start=start, end=end, quote=(printed or "")[start:end])

    return _with_evidence(claim, original)


def _with_evidence(claim: Claim, original: Callable[[Evidence], Evidence]) -> Claim:
    return replace(
        claim,
        evidence=tuple(original(each) for each in claim.evidence),
        proof=original(claim.proof) if claim.proof else None,
    )
