"""Figures as a table for people: medians with their spread, the Indonesian decimal comma."""

from collections.abc import Iterable

from benchmarks import addressing_cost
from benchmarks.addressing_cost import AddressingFigures
from benchmarks.crawl_cost import CrawlFigures
from benchmarks.digest_cost import AT_MOST, DigestFigures
from benchmarks.page_cost import Figures
from benchmarks.pages_cost import PageTimes
from benchmarks.reading_cost import Share
from benchmarks.reading_growth import Growth
from benchmarks.spread import Spread
from benchmarks.writing_meanwhile import SLOWED_AT_MOST, WriteTimes

_PATH = 52


def render(figures: Figures) -> str:
    """Lines of at most 100 columns."""
    rows = [
        ("Piagam, bytes to stored row", figures.piagam, "ms"),
        *((f"  {name}", spread, "ms") for name, spread in figures.steps.items()),
        ("plain loop: trafilatura.extract + insert", figures.plain, "ms"),
        ("pages per CPU second against the plain loop", figures.ratio, "x"),
        ("reading awards, share of trafilatura.extract", figures.reading_share, "x"),
    ]
    head = (
        f"{figures.pages} pages of the newsroom, {_number(figures.mean_kilobytes)} kB each on "
        f"average, {figures.rounds} paired rounds, CPU time per page"
    )
    lines = [f"{name:<48}{_spread(spread, unit)}" for name, spread, unit in rows]
    return "\n".join([head, "", f"{'':<48}{'lowest':>10}{'median':>10}{'highest':>10}", *lines])


def render_reading(shares: Iterable[Share]) -> str:
    """Lines of at most 100 columns; what is over its budget says so."""
    head = f"{'reading awards / trafilatura.extract, in %':<48}"
    lines = [head + f"{'lowest':>10}{'median':>10}{'highest':>10}{'at most':>10}"]
    for each in shares:
        percent = Spread.of([value * 100 for value in each.values])
        over = "  over" if each.is_over else ""
        name = f"{each.name} ({each.pages} pages)"
        lines.append(f"{name:<48}{_spread(percent, '%')}{_number(each.at_most * 100):>8}{over}")
    return "\n".join(lines)


def render_growth(growths: Iterable[Growth]) -> str:
    """Lines of at most 100 columns; what grows faster than its text says so."""
    head = f"{'reading twice as long a text, times the time':<48}"
    lines = [head + f"{'lowest':>10}{'median':>10}{'highest':>10}{'s per MB':>12}"]
    for each in growths:
        over = "  over" if each.is_over else ""
        speed = _number(each.seconds_per_megabyte)
        lines.append(f"{each.name:<48}{_spread(each.spread, 'x')}{speed:>10}{over}")
    return "\n".join(lines)


def render_addressing(figures: AddressingFigures) -> str:
    """Lines of at most 100 columns; what is over its budget says so."""
    head = "who is told of one new award"
    lines = [f"{head:<48}{'lowest':>10}{'median':>10}{'highest':>10}{'at most':>10}"]
    for name, spread in (("decided", figures.deciding), ("decided and stored", figures.storing)):
        over = "  over" if spread.middle > addressing_cost.AT_MOST else ""
        limit = _number(addressing_cost.AT_MOST)
        lines.append(f"{name:<48}{_spread(spread, 'ms')}{limit:>7}{over}")
    held = f"{figures.awards} awards in the store, {figures.subscriptions} subscriptions"
    return "\n".join([*lines, held])


def render_digest(figures: DigestFigures) -> str:
    """Lines of at most 100 columns; what is over its budget says so."""
    head = f"a digest of {figures.awards} awards, notice to bytes"
    columns = f"{head:<48}{'lowest':>10}{'median':>10}{'highest':>10}{'at most':>10}"
    rows = (("read from the store", figures.reading, None), ("written", figures.writing, AT_MOST))
    lines = [columns]
    for name, spread, at_most in rows:
        limit = "" if at_most is None else f"{_number(at_most):>8}"
        over = "  over" if at_most is not None and spread.middle > at_most else ""
        lines.append(f"{name:<48}{_spread(spread, 's')}{limit}{over}")
    return "\n".join([*lines, f"{figures.kilobytes:.0f} kB in all, {figures.html:.0f} kB of HTML"])


def render_pages(pages: Iterable[PageTimes]) -> str:
    """A line for each page, at most 100 columns; what is over its budget says so."""
    lines = [f"{'page':<54}{'status':>7}{'kB':>8}{'median':>10}{'95 %':>10}"]
    for each in pages:
        path = each.path if len(each.path) <= _PATH else f"{each.path[: _PATH - 1]}…"
        over = "  over" if each.is_over else ""
        times = f"{_number(each.middle):>10}{_number(each.p95):>10} ms{over}"
        lines.append(f"{path:<54}{each.status:>7}{each.kilobytes:>8.0f}{times}")
    return "\n".join(lines)


def render_writes(figures: WriteTimes) -> str:
    """Lines of at most 100 columns; a crawl that is slowed too much says so."""
    over = "  over" if figures.ratio > SLOWED_AT_MOST else ""
    rows = (("alone", figures.alone), ("while pages are read", figures.beside))
    head = f"{'a story with its award stored':<48}{'lowest':>10}{'median':>10}{'highest':>10}"
    lines = [f"{name:<48}{_spread(Spread.of(times), 'ms')}" for name, times in rows]
    limit = f"{_number(figures.ratio)} times as long, at most {_number(SLOWED_AT_MOST)}{over}"
    return "\n".join([head, *lines, f"{limit}; {figures.pages} pages were read meanwhile"])


def render_crawl(figures: CrawlFigures) -> str:
    """Lines of at most 100 columns."""
    rows = [
        ("Piagam, all of it stored and archived", figures.piagam, "/s"),
        ("bare Scrapy, a trivial callback", figures.bare, "/s"),
        ("bare Scrapy against Piagam", figures.ratio, "x"),
    ]
    head = f"a crawl of {figures.pages} pages, one request at a time, no delay"
    memory = " ".join(f"{each:.0f}" for each in figures.memory)
    lines = [f"{name:<48}{_spread(spread, unit)}" for name, spread, unit in rows]
    columns = f"{'':<48}{'lowest':>10}{'median':>10}{'highest':>10}"
    return "\n".join([head, "", columns, *lines, f"MB at each tenth of the time: {memory}"])


def _spread(spread: Spread, unit: str) -> str:
    values = (spread.lowest, spread.middle, spread.highest)
    return "".join(f"{_number(value):>10}" for value in values) + f" {unit}"


def _number(value: float) -> str:
    return f"{value:.2f}".replace(".", ",")
