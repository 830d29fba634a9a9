"""What changed between two versions of a text, word by word. Pure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_WORD = re.compile(r"\S+[^\S\n]*|[^\S\n]+|\n")
_MOST_COMPARED = 4_000_000
"""Words of one stretch times those of the other; a longer rewriting is told as a whole."""
_AROUND = 12
"""Words that stay in sight on each side of a change."""


class Fate(StrEnum):
    """What became of a stretch of text."""

    KEPT = "kept"
    GONE = "gone"
    NEW = "new"
    UNSEEN = "unseen"
    """Kept, and too far from any change to be shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A run of words that shares a fate."""

    fate: Fate
    text: str


def changes(before: str, after: str) -> tuple[Stretch, ...]:
    """Stretches that joined without the new ones are `before`, without those gone `after`."""
    return tuple(_merged(_by_lines(before, after)))


def abridged(stretches: Sequence[Stretch]) -> tuple[Stretch, ...]:
    """The same with long kept stretches cut to the words next to a change."""
    told: list[Stretch] = []
    for place, each in enumerate(stretches):
        words = _WORD.findall(each.text)
        if each.fate is not Fate.KEPT or len(words) <= 2 * _AROUND:
            told.append(each)
            continue
        is_last = place == len(stretches) - 1
        head = words[:_AROUND] if place else []
        tail = [] if is_last else words[-_AROUND:]
        hidden = words[len(head) : len(words) - len(tail)]
        parts = ((Fate.KEPT, head), (Fate.UNSEEN, hidden), (Fate.KEPT, tail))
        told += [Stretch(fate=fate, text="".join(part)) for fate, part in parts if part]
    return tuple(told)


def _by_lines(before: str, after: str) -> Iterator[Stretch]:
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    for tag, old_part, new_part in _compared(old, new):
        if tag == "equal":
            yield Stretch(fate=Fate.KEPT, text="".join(old_part))
        else:
            yield from _by_words("".join(old_part), "".join(new_part))


def _by_words(before: str, after: str) -> Iterator[Stretch]:
    for tag, old, new in _compared(_WORD.findall(before), _WORD.findall(after)):
        if tag == "equal":
            yield Stretch(fate=Fate.KEPT, text="".join(old))
            continue
        if old:
            yield Stretch(fate=Fate.GONE, text="".join(old))
        if new:
            yield Stretch(fate=Fate.NEW, text="".join(new))


def _compared(
    before: Sequence[str], after: Sequence[str]
) -> Iterator[tuple[str, Sequence[str], Sequence[str]]]:
    """`equal` or `replace` with the parts of both; what is alike at the ends is set apart first."""
    head = _alike(before, after)
    tail = _alike(before[head:][::-1], after[head:][::-1])
    old, new = before[head : len(before) - tail], after[head : len(after) - tail]
    if head:
        yield "equal", before[:head], after[:head]
    if len(old) * len(new) > _MOST_COMPARED:
        yield "replace", old, new
    else:
        for tag, i, j, k, end in SequenceMatcher(None, old, new).get_opcodes():
            yield ("equal" if tag == "equal" else "replace"), old[i:j], new[k:end]
    if tail:
        yield "equal", before[len(before) - tail :], after[len(after) - tail :]


def _alike(before: Sequence[str], after: Sequence[str]) -> int:
    """How many at the beginning are the same."""
    pairs = enumerate(zip(before, after, strict=False))
    differing = (place for place, (old, new) in pairs if old != new)
    return next(differing, min(len(before), len(after)))


def _merged(stretches: Iterator[Stretch]) -> Iterator[Stretch]:
    """Neighbours of one fate as one."""
    held: Stretch | None = None
    for each in stretches:
        if held is not None and held.fate is each.fate:
            held = Stretch(fate=held.fate, text=held.text + each.text)
            continue
        if held is not None:
            yield held
        held = each
    if held is not None:
        yield held
