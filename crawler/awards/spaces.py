"""Runs of spaces are read as three, and what was found is put back where it was printed.

Patterns may then step over spaces freely: no text makes them slow.
"""

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, replace

from storage.records import Article, Claim, Evidence

_RUN = re.compile(r"[^\S\n]{4,}")
_KEPT = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Squeezed:
    """A text without its long runs of spaces, and the way back."""

    text: str
    cuts: tuple[int, ...]
    """Offsets in `text` behind which characters are left out."""
    lost: tuple[int, ...]
    """How many are left out up to and with each cut."""

    def place(self, offset: int) -> int:
        """Where it stood before."""
        index = bisect_right(self.cuts, offset)
        return offset + (self.lost[index - 1] if index else 0)


def has_wide_spaces(article: Article) -> bool:
    """Whether there is anything to squeeze."""
    return _RUN.search(article.title or "") is not None or _RUN.search(article.text) is not None


def squeeze(text: str) -> Squeezed:
    """The text with no run of more than three spaces."""
    pieces: list[str] = []
    cuts: list[int] = []
    lost: list[int] = []
    start = length = gone = 0
    for run in _RUN.finditer(text):
        pieces.append(text[start : run.start() + _KEPT])
        length += len(pieces[-1])
        gone += run.end() - run.start() - _KEPT
        start = run.end()
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
