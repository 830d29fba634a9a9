"""How many bodies reached which band: as counts of one edition, or side by side by year."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from crawler.alerts.wording import number
from crawler.explore.charts import drawing
from crawler.explore.charts.colours import FAINT_INK, GRID, letters_on, step_colour
from crawler.explore.charts.drawing import WIDTH, Caption, ChartError, Element, Words
from crawler.explore.charts.legend import legend, legend_height
from crawler.explore.charts.steps import Step, known, ordered, step_of

_ROW = 28.0
_LABELS = 214.0
_NAMES = 64.0
_TOTALS = 58.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Stack:
    """One edition: how many bodies stand in each band."""

    name: str
    """`2024`."""
    counts: tuple[int, ...]
    """As many as there are labels, from the lowest band to the highest."""


def histogram(
    scores: Sequence[float], steps: Sequence[Step], *, caption: Caption, words: Words
) -> Markup:
    """How many of the scores stand in each step, highest step first, each count printed."""
    values = [known(score, caption.name) for score in scores]
    if not values or not steps:
        return drawing.nothing(caption, words)
    rising = ordered(steps)
    counts = [0] * len(rising)
    for score in values:
        counts[step_of(score, rising)] += 1
    svg = drawing.canvas(caption, WIDTH, _ROW * len(rising) + 8)
    drawing.line(svg, _LABELS, 4, _LABELS, 4 + _ROW * len(rising), stroke=GRID)
    for row, at in enumerate(reversed(range(len(rising)))):
        baseline = 4 + row * _ROW + 18
        drawing.text(
            svg, 4, baseline, drawing.fitting(rising[at].words, _LABELS - 8, 12), size="12"
        )
        width = counts[at] / max(counts) * (WIDTH - _LABELS - 46)
        if counts[at]:
            colour = step_colour(at, len(rising))
            drawing.rect(
                svg, _LABELS, baseline - 14, width, 20, fill=colour, stroke=FAINT_INK, rx="2"
            )
        drawing.text(svg, _LABELS + width + 6, baseline, number(counts[at]), font_weight="600")
    return drawing.drawn(svg)


def stacked_bars(
    stacks: Sequence[Stack],
    labels: Sequence[str],
    *,
    caption: Caption,
    words: Words,
    most: int = 40,
) -> Markup:
    """The first `most` stacks, each as one bar of full width cut in proportion, its sum behind it.

    `labels` name the bands, lowest first.
    """
    _check(stacks, labels, caption)
    if not any(sum(stack.counts) for stack in stacks):
        return drawing.nothing(caption, words)
    entries = [(step_colour(at, len(labels)), label) for at, label in enumerate(labels)][::-1]
    shown, left_out = stacks[:most], len(stacks) - most
    height = _ROW * (len(shown) + (left_out > 0)) + 14
    svg = drawing.canvas(caption, WIDTH, height + legend_height(entries, WIDTH))
    for row, stack in enumerate(shown):
        _stack(svg, stack, labels, 4 + row * _ROW)
    if left_out > 0:
        told = words.more.format(number(left_out))
        drawing.text(svg, 4, 4 + _ROW * len(shown) + 17, told, fill=FAINT_INK)
    legend(svg, entries, height, WIDTH)
    return drawing.drawn(svg)


def _check(stacks: Sequence[Stack], labels: Sequence[str], caption: Caption) -> None:
    for stack in stacks:
        if len(stack.counts) != len(labels) or min(stack.counts, default=0) < 0:
            told = f"{len(stack.counts)} counts for {len(labels)} bands"
            raise ChartError(f"chart {caption.name}: {stack.name[:40]!r} has {told}; one each")


def _stack(svg: Element, stack: Stack, labels: Sequence[str], top: float) -> None:
    drawing.text(svg, 4, top + 17, drawing.fitting(stack.name, _NAMES - 8))
    total, x = sum(stack.counts), _NAMES
    for at, count in enumerate(stack.counts):
        if not count:
            continue
        width = count / total * (WIDTH - _NAMES - _TOTALS)
        colour = step_colour(at, len(stack.counts))
        told = number(count)
        part = drawing.link(svg, "", f"{stack.name}, {labels[at]}: {told}")
        drawing.rect(part, x, top, width, _ROW - 6, fill=colour, stroke=FAINT_INK)
        if drawing.width_of(told) + 2 <= width:
            drawing.text(
                part, x + width / 2, top + 16, told, anchor="middle", fill=letters_on(colour)
            )
        x += width
    drawing.text(svg, x + 6, top + 17, f"= {number(total)}", fill=FAINT_INK)
