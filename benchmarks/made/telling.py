"""The words in which a story tells an award, with the span of every fact."""

from collections.abc import Iterator
from dataclasses import dataclass

from benchmarks.made.plan import MadeAward, Story
from benchmarks.made.results import Result, printed


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """One fact where it stands: `quote == text[start:end]`."""

    field: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One award as a story tells it."""

    number: int
    """Of the award."""
    result: Result
    spans: tuple[Span, ...]
    proof: Span
    """The sentence; its span is that in the text."""
    proves: Span
    """The fact in it that proves most."""


class _Words:
    """A text as it grows, with the facts that were put into it."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self.length = 0
        self.spans: list[Span] = []

    def say(self, words: str) -> None:
        self._pieces.append(words)
        self.length += len(words)

    def fact(self, field: str, words: str) -> None:
        start = self.length
        self.say(words)
        self.spans.append(Span(field=field, start=start, end=self.length, quote=words))

    def since(self, start: int) -> str:
        return self.text()[start:]

    def text(self) -> str:
        return "".join(self._pieces)


def tell(story: Story, awards: tuple[MadeAward, ...]) -> tuple[str, tuple[Told, ...]]:
    """The sentences of all its awards, one a line, and what each of them says."""
    words = _Words()
    told = tuple(_tell(words, number, awards[number], said) for number, said in story.told)
    return words.text(), told


def _tell(words: _Words, number: int, award: MadeAward, said: Result) -> Told:
    words.spans = []
    start = words.length
    _say_result(words, award, said)
    sentence = words.since(start)
    proof = Span(field="proof", start=start, end=words.length, quote=sentence)
    proves = _best(words.spans)
    _say_more(words, award)
    words.say("\n")
    return Told(number=number, result=said, spans=tuple(words.spans), proof=proof, proves=proves)


def _best(spans: list[Span]) -> Span:
    by_field = {each.field: each for each in spans}
    return next(by_field[name] for name in ("score", "predicate", "scheme") if name in by_field)


def _say_result(words: _Words, award: MadeAward, said: Result) -> None:
    words.fact("recipient", award.body.name)
    words.say(" meraih")
    for field, lead, value in _facts(said):
        words.say(f" {lead} ")
        words.fact(field, value)
    words.say(" dalam ")
    words.fact("scheme", award.scheme.title)
    if award.is_stated:
        words.say(" tahun ")
        words.fact("year", str(award.year))
    words.say(f" dari {award.scheme.grantor}.")


def _facts(said: Result) -> Iterator[tuple[str, str, str]]:
    if said.raw is not None:
        yield "score", "nilai", said.raw
    if said.letter is not None:
        yield "category", "kategori", said.letter
    if said.predicate is not None:
        yield "predicate", "predikat", said.predicate
    if said.zone is not None:
        yield "zone", "zona", said.zone


def _say_more(words: _Words, award: MadeAward) -> None:
    for place, (year, score) in enumerate(award.previous):
        words.say(f" Pada {year} nilainya ")
        words.fact(f"previous[{place}]", printed(score))
        words.say(".")
    for place, (unit, score) in enumerate(award.units):
        words.say(f" {unit} memperoleh ")
        words.fact(f"units[{place}]", printed(score))
        words.say(".")
