"""What the colours of a chart mean, as squares with words in as many columns as fit."""

import math
from collections.abc import Sequence

from markupsafe import Markup

from crawler.explore.charts import drawing
from crawler.explore.charts.colours import FAINT_INK
from crawler.explore.charts.drawing import WIDTH, Caption, Element

_SQUARE = 26.0

Entry = tuple[str, str]
"""A colour, or `url(#…)` of a pattern, and its words."""


def legend(svg: Element, entries: Sequence[Entry], top: float, width: float) -> None:
    """Draw the entries from `top` on, row by row."""
    columns = _columns(entries, width)
    column = (width - 8) / columns
    for at, (fill, words) in enumerate(entries):
        x, y = 4 + at % columns * column, top + at // columns * (drawing.LINE + 3)
        drawing.rect(svg, x, y + 3, 16, 14, fill=fill, stroke=FAINT_INK)
        drawing.text(svg, x + 22, y + 15, drawing.fitting(words, column - _SQUARE))


def legend_below(caption: Caption, entries: Sequence[Entry]) -> Markup:
    """A legend as a chart of its own, below a box that scrolls, so that it stays in sight."""
    told = "; ".join(words for _, words in entries)
    own = Caption(name=f"{caption.name}-legend", title=f"{caption.title}: {told}")
    svg = drawing.canvas(own, WIDTH, legend_height(entries, WIDTH))
    legend(svg, entries, 0, WIDTH)
    return drawing.drawn(svg)


def legend_height(entries: Sequence[Entry], width: float) -> float:
    """How many units the legend takes."""
    return math.ceil(len(entries) / _columns(entries, width)) * (drawing.LINE + 3) + 6


def _columns(entries: Sequence[Entry], width: float) -> int:
    """As many as hold the longest words, four at most."""
    longest = max(drawing.width_of(words) for _, words in entries) + _SQUARE + 8
    return max(1, min(len(entries), 4, int((width - 8) / longest)))
