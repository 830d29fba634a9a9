"""How reading awards grows with the length of a text: what doubling it costs, shape by shape.

A reader in linear time takes twice as long for twice as much. The shapes are the worst that were
found: a day's newspaper, a league table, nothing but results, numbers, digits, broken letters.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import cycle, pairwise
from statistics import median
from time import process_time

from benchmarks.spread import Spread
from benchmarks.table import Row, Table, decimal
from crawler.awards.reader import read_story
from storage.records import Article

_LENGTHS = (8_000, 16_000, 32_000, 64_000)
"""Characters; the last three are compared with half as many."""
_AT_MOST = 2.6
"""Above it, time no longer grows in proportion; a quadratic step alone would show 4."""
_TITLE = "Ombudsman RI Umumkan Hasil Penilaian, Kabupaten Batang Raih Zona Hijau"


@dataclass(frozen=True, slots=True, kw_only=True)
class Growth:
    """One shape of text: seconds for its longest text, and the ratio of each doubling."""

    name: str
    seconds: float
    ratios: tuple[float, ...]
    """One a round: the median over the doublings of that round."""

    @property
    def spread(self) -> Spread:
        """Over the rounds."""
        return Spread.of(self.ratios)

    @property
    def seconds_per_megabyte(self) -> float:
        """At the pace of the longest text."""
        return self.seconds * 1_000_000 / _LENGTHS[-1]

    @property
    def row(self) -> Row:
        """The ratio of a doubling; more than the aim is no longer in proportion."""
        return Row(name=self.name, spread=self.spread, unit="x", at_most=_AT_MOST)


def measure(rounds: int) -> tuple[Growth, ...]:
    """Time every shape at every length, `rounds` times."""
    return tuple(_measured(name, write, rounds) for name, write in _SHAPES.items())


def table(growths: Sequence[Growth]) -> Table:
    """Each shape of text with the ratio of its doublings."""
    slowest = max(growths, key=lambda each: each.seconds_per_megabyte)
    seconds = decimal(slowest.seconds_per_megabyte)
    return Table(
        title="reading awards in a text twice as long: how many times the CPU time",
        rows=tuple(each.row for each in growths),
        notes=(f"the slowest a megabyte: {slowest.name}, {seconds} s",),
        facts={"seconds_per_megabyte": {e.name: e.seconds_per_megabyte for e in growths}},
    )


def _measured(name: str, write: Callable[[int], str], rounds: int) -> Growth:
    texts = [write(length) for length in _LENGTHS]
    timed = [[_seconds(text) for text in texts] for _ in range(rounds)]
    return Growth(
        name=name,
        seconds=median(each[-1] for each in timed),
        ratios=tuple(median(long / short for short, long in pairwise(each)) for each in timed),
    )


def _seconds(text: str) -> float:
    article = Article(outlet="warta", url="https://example.org/1", title=_TITLE, text=text)
    started = process_time()
    read_story(article)
    return process_time() - started


def _repeated(part: str) -> Callable[[int], str]:
    return lambda length: (part * (length // len(part) + 1))[:length]


def _league(length: int) -> str:
    names = cycle(("Kabupaten Blora", "Kota Tegal", "Kabupaten Ngawi", "Kota Bima", "Kota Ambon"))
    lines: list[str] = ["Berikut peringkat daerah menurut nilai kepatuhan:"]
    while sum(map(len, lines)) < length:
        lines.append(f"{len(lines)}. {next(names)}: {99 - len(lines) % 60},{len(lines) % 90 + 10}")
    return "\n".join(lines)


_SHAPES: Mapping[str, Callable[[int], str]] = {
    "award prose in paragraphs": _repeated(
        "Kabupaten Blora meraih nilai 93,74 dan masuk zona hijau dalam penilaian kepatuhan "
        "Ombudsman tahun 2024. Bupati menerima piagam itu di Semarang, Kamis (14/11/2024).\n"
    ),
    "league table, a line each": _league,
    "one line without a full stop": _repeated("bupati meraih nilai 93,74 dari ombudsman dan "),
    "nothing but results": _repeated("zona hijau, "),
    "nothing but places": _repeated("Kota Tegal (peringkat 3), "),
    "nothing but scores": _repeated("93,74 "),
    "nothing but digits": _repeated("1234567890"),
    "words that nobody separates": _repeated("Ombudsman"),
    "broken Unicode": _repeated("\ufffd\u202eombudsman\u0301\ud800 93,7\u0664\u200b"),
}
