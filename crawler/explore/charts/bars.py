"""Bars of a league table, in the order handed in, each from zero to its score."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from crawler.alerts.wording import number
from crawler.explore.charts import drawing
from crawler.explore.charts.colours import BAR, FAINT_INK, GRID, MARKED
from crawler.explore.charts.drawing import WIDTH, Caption, ChartError, Element, Words
from crawler.explore.charts.steps import known

_ROW = 30.0
_NAMES = 200.0
_NUMBERS = 52.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One body of the league."""

    name: str
    score: float | None
    """None: unknown, and said so."""
    place: str = ""
    """Its place as printed: `1`."""
    href: str = ""
    is_marked: bool = False
    """The body that the page is about."""


def bar_chart(
    bars: Sequence[Bar], *, scale: float, caption: Caption, words: Words, most: int = 40
) -> Markup:
    """The first `most` bars, and how many are left out. `scale` is the highest possible score."""
    if not scale > 0:
        raise ChartError(f"chart {caption.name}: a scale of {scale} holds no bar; hand in its top")
    if not bars:
        return drawing.nothing(caption, words)
    longest = max(
        [scale, *(known(bar.score, caption.name) for bar in bars if bar.score is not None)]
    )
    shown, left_out = bars[:most], len(bars) - most
    height = _ROW * (len(shown) + (left_out > 0)) + 10
    svg = drawing.canvas(caption, WIDTH, height, links=any(bar.href for bar in shown))
    drawing.line(svg, _NAMES, 2, _NAMES, 2 + _ROW * len(shown), stroke=GRID)
    for at, bar in enumerate(shown):
        _bar(svg, bar, 2 + at * _ROW, longest, words)
    if left_out > 0:
        told = words.more.format(number(left_out))
        drawing.text(svg, 6, 2 + _ROW * len(shown) + 20, told, fill=FAINT_INK)
    return drawing.drawn(svg)


def _bar(svg: Element, bar: Bar, top: float, longest: float, words: Words) -> None:
    told = words.unknown if bar.score is None else number(bar.score)
    spot = drawing.link(svg, bar.href, " ".join(filter(None, (bar.place, bar.name + ":", told))))
    drawing.rect(spot, 0, top, WIDTH, _ROW, fill="none", pointer_events="all")
    weight = "700" if bar.is_marked else "400"
    baseline = top + 19
    drawing.text(
        spot,
        26,
        baseline,
        drawing.fitting(bar.place, 26, 12),
        anchor="end",
        size="12",
        fill=FAINT_INK,
    )
    drawing.text(
        spot,
        34,
        baseline,
        drawing.fitting(bar.name, _NAMES - 38, 12),
        size="12",
        font_weight=weight,
    )
    if bar.score is None:
        drawing.text(
            spot, _NAMES + 6, baseline, drawing.fitting(told, WIDTH - _NAMES - 8), fill=FAINT_INK
        )
        return
    width = max(0.0, bar.score) / longest * (WIDTH - _NAMES - _NUMBERS)
    drawing.rect(
        spot, _NAMES, top + 6, width, _ROW - 12, fill=MARKED if bar.is_marked else BAR, rx="2"
    )
    drawing.text(spot, _NAMES + width + 6, baseline, told, font_weight=weight)
