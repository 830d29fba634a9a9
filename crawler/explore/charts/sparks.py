"""A line as small as a word: how scores went, beside a number in a table."""

from collections.abc import Sequence

from markupsafe import Markup

from crawler.explore.charts import drawing
from crawler.explore.charts.axes import Axis
from crawler.explore.charts.colours import BAR, MARKED
from crawler.explore.charts.drawing import Caption
from crawler.explore.charts.steps import known

_WIDTH, _HEIGHT = 96.0, 24.0


def sparkline(scores: Sequence[float | None], *, caption: Caption) -> Markup:
    """Oldest score first, None where a year has none; the last one is a dot.

    Nothing at all where there is no score: the table says so.
    """
    values = [known(score, caption.name) for score in scores if score is not None]
    if not values:
        return Markup()
    svg = drawing.canvas(caption, _WIDTH, _HEIGHT)
    svg.set("class", "spark")
    svg.set("width", drawing.units(_WIDTH))
    svg.set("height", drawing.units(_HEIGHT))
    low, high = min(values), max(values)
    air = 0 if high > low else 1
    up = Axis(low=low - air, high=high + air, start=_HEIGHT - 5, end=5)
    across = Axis(low=0, high=max(1, len(scores) - 1), start=5, end=_WIDTH - 5)
    way, dots = _way(scores, across, up)
    drawing.path(svg, way, fill="none", stroke=BAR, stroke_width="2", stroke_linejoin="round")
    for x, y in dots[:-1]:
        drawing.rect(svg, x - 2, y - 2, 4, 4, fill=BAR)
    x, y = dots[-1]
    drawing.rect(svg, x - 3, y - 3, 6, 6, rx="3", fill=MARKED)
    return drawing.drawn(svg)


def _way(
    scores: Sequence[float | None], across: Axis, up: Axis
) -> tuple[str, list[tuple[float, float]]]:
    """The line, and the spots that need a dot: scores without neighbours, and the last one."""
    steps: list[str] = []
    dots: list[tuple[float, float]] = []
    padded = [None, *scores, None]
    last = max(at for at, score in enumerate(scores) if score is not None)
    for at, score in enumerate(scores):
        if score is None:
            continue
        x, y = across.at(at), up.at(score)
        steps.append(f"{'M' if padded[at] is None else 'L'}{drawing.units(x)} {drawing.units(y)}")
        if at == last or (padded[at] is None and padded[at + 2] is None):
            dots.append((x, y))
    return " ".join(steps), dots
