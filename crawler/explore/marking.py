"""Which stretches of a story prove what: a text cut where its marks begin and end. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from storage.records import Claim, Evidence

PASSAGE = "proof"
"""The field of a mark that is a whole sentence, shown as the proof of its claims."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Mark:
    """A stretch of a text, and the field that it proves."""

    start: int
    end: int
    field: str
    """As in `Claim`, without a number in brackets; or `proof`."""
    value: str = ""
    """What was read there, as text; days as ISO."""
    claims: tuple[int, ...] = ()
    """Of which claims, counted from 1."""
    is_literal: bool = False
    """Whether the value is what is printed there."""
    anchor: str = ""
    """Its name within the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of text within which no mark begins or ends."""

    text: str
    marks: tuple[Mark, ...] = ()
    """All that cover it, the outermost first."""
    begun: tuple[Mark, ...] = ()
    """Those that begin with it."""
    ended: tuple[Mark, ...] = ()
    """Those that end with it."""

    @property
    def is_proof(self) -> bool:
        """Whether it lies in a sentence that is shown as a proof."""
        return any(mark.field == PASSAGE for mark in self.marks)

    @property
    def fields(self) -> tuple[str, ...]:
        """What it proves, each field once."""
        return tuple(dict.fromkeys(mark.field for mark in self.marks if mark.field != PASSAGE))


def pieces_of(text: str, marks: Iterable[Mark]) -> tuple[Piece, ...]:
    """The text in pieces which joined are the text; marks may overlap.

    A mark that does not lie within the text is left out.
    """
    known = sorted(
        (mark for mark in marks if 0 <= mark.start < mark.end <= len(text)),
        key=lambda mark: (mark.start, -mark.end, mark.field, mark.value),
    )
    begins: dict[int, list[Mark]] = defaultdict(list)
    ends: dict[int, list[Mark]] = defaultdict(list)
    for mark in known:
        begins[mark.start].append(mark)
        ends[mark.end].append(mark)
    cuts = sorted({0, len(text), *begins, *ends})
    open_marks: list[Mark] = []
    pieces = []
    for start, end in pairwise(cuts):
        open_marks = [mark for mark in open_marks if mark.end > start] + begins[start]
        pieces.append(
            Piece(
                text=text[start:end],
                marks=tuple(open_marks),
                begun=tuple(begins[start]),
                ended=tuple(ends[end]),
            )
        )
    return tuple(pieces)


def paragraphs(pieces: Iterable[Piece]) -> tuple[tuple[Piece, ...], ...]:
    """The pieces line by line; a piece that goes over a line break is cut there.

    The lines, joined by line breaks, are the text.
    """
    lines: list[list[Piece]] = [[]]
    for piece in pieces:
        parts = piece.text.split("\n")
        for place, part in enumerate(parts):
            if place:
                lines.append([])
            is_last = place == len(parts) - 1
            lines[-1].append(
                Piece(
                    text=part,
                    marks=piece.marks,
                    begun=piece.begun if place == 0 else (),
                    ended=piece.ended if is_last else (),
                )
            )
    return tuple(tuple(line) for line in lines)


def marks_of(
    claims: Sequence[Claim], sources: Mapping[str, str]
) -> tuple[Mapping[str, tuple[Mark, ...]], int]:
    """The marks of each source (`title`, `text`), and how many proofs do not stand where they say.

    Claims that read the same in the same place share a mark; of the title and of the text, marks
    are named by the order in which they stand.
    """
    shared: dict[tuple[str, int, int, str, str], list[int]] = defaultdict(list)
    astray = 0
    for number, claim in enumerate(claims, 1):
        for each in _spans(claim):
            if sources[each.source][each.start : each.end] != each.quote:
                astray += 1
                continue
            field = each.field.partition("[")[0]
            key = (each.source, each.start, each.end, field, value_of(claim, each.field))
            if number not in shared[key]:
                shared[key].append(number)
    marks: dict[str, list[Mark]] = {source: [] for source in sources}
    for place, (key, numbers) in enumerate(sorted(shared.items()), 1):
        source, start, end, field, value = key
        mark = Mark(
            start=start,
            end=end,
            field=field,
            value=value,
            claims=tuple(numbers),
            is_literal=value.casefold() == sources[source][start:end].casefold(),
            anchor=f"m{place}",
        )
        marks[source].append(mark)
    return {source: tuple(found) for source, found in marks.items()}, astray


def passage_of(
    claim: Claim, passage: str, first: int, last: int, sources: Mapping[str, str]
) -> Evidence | None:
    """Where a passage stands whose characters `first` to `last` are one of the claim's proofs."""
    for each in claim.evidence:
        start = each.start - first
        end = start + len(passage)
        is_it = each.quote == passage[first:last] and start >= 0
        if is_it and sources[each.source][start:end] == passage:
            return Evidence(field=PASSAGE, source=each.source, start=start, end=end, quote=passage)
    return None


def value_of(claim: Claim, field: str) -> str:
    """What a claim states in a field, as text: a score as printed, `units[0]` with its name."""
    name, _, place = field.partition("[")
    if name in ("units", "previous"):
        return _listed(claim, name, int(place.rstrip("]") or 0))
    value = getattr(claim, "score_raw" if name == "score" else name, None)
    return "" if value is None else str(value)


def _listed(claim: Claim, name: str, place: int) -> str:
    if name == "units" and place < len(claim.units):
        return f"{claim.units[place].unit} {claim.units[place].raw}"
    if name == "previous" and place < len(claim.previous):
        earlier = claim.previous[place]
        return f"{earlier.year}: {earlier.raw}" if earlier.year else earlier.raw
    return ""


def _spans(claim: Claim) -> Iterable[Evidence]:
    return claim.evidence if claim.proof is None else (*claim.evidence, claim.proof)
