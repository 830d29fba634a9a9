"""Why a story was read as it was: proofs, cues and set-aside numbers, ready to be shown. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from itertools import chain

from crawler.awards.facts import Rejected
from crawler.awards.reader import Reading
from crawler.awards.text import whole_of
from storage.records import Article, Claim

IN_WORDS: Mapping[str, str] = {
    "average": "an average of others",
    "clock": "a time of day",
    "component": "one part of a score",
    "count": "counts people or things",
    "date": "part of a date",
    "denied": "told as not reached",
    "difference": "a difference, not a level",
    "earlier": "a result of an earlier time",
    "law": "the number of a law, article or telephone",
    "limit": "a limit, not a result",
    "list-number": "the number of a list's line",
    "measure": "a length, weight or duration",
    "money": "an amount of money",
    "no-award": "told in a story that grants no award",
    "no-owner": "no public body it could belong to",
    "no-scheme": "fits the scale of no scheme named near it",
    "no-score-word": "no word near it says that it is a score",
    "range": "one end of a range",
    "rank": "a rank, not a score",
    "rule": "told to explain the classes",
    "self-assessed": "their own value, not a granted one",
    "share": "a percentage",
    "small": "a small whole number",
    "target": "a target, not a result",
    "version": "the number of a version",
    "thousands": "thousands, too large for a score",
    "wished": "a target or a hope, not a result",
    "year": "a year",
    "years": "a span of years",
}
"""Why the reader sets a number aside: its code and what to tell a person."""
CUES_IN_WORDS: Mapping[str, str] = {
    "start": "where every story starts, for most grant no award",
}
"""Cues that do not say by themselves what they mean."""
_AROUND = 32
"""Characters of the story shown on each side of a set-aside number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """A field that a span proves."""

    claim: int
    """Counted from 1."""
    field: str
    """As in `Claim`, without a number in brackets: `score`, `units`, `previous` …"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A marked stretch of the headline or the text; it proves fields or was set aside."""

    start: int
    end: int
    proves: tuple[Proof, ...] = ()
    why: str | None = None
    """The code of the reason for which a number was set aside."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAside:
    """A number that was not taken as a score."""

    source: str
    """`title` or `text`; offsets count in it."""
    start: int
    end: int
    raw: str
    why: str
    words: str
    """The reason for a person."""
    where: str
    """The words around it, cut where there is more."""
    proves_a_field: bool
    """No score, but read as something else, such as the year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """All that a person needs to follow the reader through one story."""

    article: Article
    reading: Reading
    decision: str
    """The decision and its ground in one sentence."""
    spans: Mapping[str, tuple[Span, ...]]
    """By source, `title` and `text`; each either within another or beside it."""
    set_aside: tuple[SetAside, ...]

    @property
    def weight(self) -> float:
        """The sum of all cues; an award story from 0 on."""
        return sum(reason.weight for reason in self.reading.reasons)


def explain(article: Article, reading: Reading) -> Explanation:
    """The explanation of a reading; `article` is what was read."""
    proofs = _proofs(reading.claims)
    proven = {
        source: frozenset(at for span in spans for at in range(span.start, span.end))
        for source, spans in proofs.items()
    }
    set_aside = tuple(_set_aside(article, proven, each) for each in reading.rejected)
    spans = {
        source: tuple(_nested(chain(proofs[source], _rejected_spans(set_aside, source))))
        for source in ("title", "text")
    }
    return Explanation(
        article=article,
        reading=reading,
        decision=_decision(reading),
        spans=spans,
        set_aside=set_aside,
    )


def _decision(reading: Reading) -> str:
    weight = sum(reason.weight for reason in reading.reasons)
    if reading.is_award_story:
        return "an award story: what speaks for it weighs more"
    if not reading.reasons:
        return "no award story: it names no scheme that Piagam knows, so nothing was weighed"
    if weight < 0:
        return "no award story: what speaks against it weighs more"
    return "no award story: no public body could be tied to a result, whatever the cues say"


def _proofs(claims: tuple[Claim, ...]) -> Mapping[str, list[Span]]:
    """The spans of all claims by source; fields that share a span share one Span."""
    fields: dict[tuple[str, int, int], list[Proof]] = defaultdict(list)
    for number, claim in enumerate(claims, 1):
        for each in claim.evidence:
            proof = Proof(claim=number, field=each.field.partition("[")[0])
            held = fields[each.source, each.start, each.end]
            if proof not in held:
                held.append(proof)
    spans: dict[str, list[Span]] = {"title": [], "text": []}
    for (source, start, end), proves in fields.items():
        spans[source].append(Span(start=start, end=end, proves=tuple(proves)))
    return spans


def _set_aside(article: Article, proven: Mapping[str, Set[int]], rejected: Rejected) -> SetAside:
    text_start = len(whole_of(article)) - len(article.text)
    in_title = rejected.start < text_start
    printed, origin = (article.title, 0) if in_title else (article.text, text_start)
    source = "title" if in_title else "text"
    start, end = rejected.start - origin, rejected.end - origin
    return SetAside(
        source=source,
        start=start,
        end=end,
        raw=rejected.raw,
        why=rejected.why,
        words=IN_WORDS.get(rejected.why, rejected.why),
        where=_around(printed, start, end),
        proves_a_field=not proven[source].isdisjoint(range(start, end)),
    )


def _around(printed: str, start: int, end: int) -> str:
    """Whole words on both sides, as far as the line of the number goes."""
    line_start = printed.rfind("\n", 0, start) + 1
    line_end = printed.find("\n", end) % (len(printed) + 1)
    before, after = printed[line_start:start], printed[end:line_end]
    if len(before) > _AROUND:
        before = "…" + before[-_AROUND:].partition(" ")[2]
    if len(after) > _AROUND:
        after = after[:_AROUND].rpartition(" ")[0] + "…"
    return before + printed[start:end] + after


def _rejected_spans(set_aside: tuple[SetAside, ...], source: str) -> Iterator[Span]:
    for each in set_aside:
        if each.source == source and not each.proves_a_field:
            yield Span(start=each.start, end=each.end, why=each.why)


def _nested(spans: Iterable[Span]) -> Iterator[Span]:
    """The spans in order, the outer before the inner; one that crosses another is left out."""
    open_ends: list[int] = []
    for span in sorted(spans, key=lambda each: (each.start, -each.end)):
        while open_ends and open_ends[-1] <= span.start:
            open_ends.pop()
        if not open_ends or span.end <= open_ends[-1]:
            open_ends.append(span.end)
            yield span
