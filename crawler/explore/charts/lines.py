"""Scores by year as lines: of one body or of several, broken where there is no year."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from crawler.alerts.wording import number
from crawler.explore.charts import drawing
from crawler.explore.charts.axes import Axis, score_axis, year_axis
from crawler.explore.charts.colours import FAINT_INK, GREY, GRID, LINES, PAPER, STRIPES
from crawler.explore.charts.drawing import WIDTH, Caption, ChartError, Element, Words
from crawler.explore.charts.steps import Step, known, ordered

_LEFT, _RIGHT, _TOP, _BOTTOM = 44.0, WIDTH - 8.0, 22.0, 236.0
_DASHES = ("", "7 3", "2 3", "10 3 2 3", "5 5", "1 4")
_MOST_MARKS = 150
_MOST_NUMBERS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class YearScore:
    """The score of one edition."""

    year: int
    score: float
    href: str = ""
    """A page about it; none: the mark is no link."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What one body reached in one scheme, in any order; each year once."""

    name: str
    scores: tuple[YearScore, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Plane:
    """Where a score of a year stands."""

    across: Axis
    up: Axis

    def at(self, score: YearScore) -> tuple[float, float]:
        """In units, from the left and from the top."""
        return self.across.at(score.year), self.up.at(score.score)


def line_chart(
    lines: Sequence[Line],
    *,
    caption: Caption,
    words: Words,
    bands: Sequence[Step] = (),
    scale: float | None = None,
) -> Markup:
    """The scores by year. The first six lines have colours and names, further ones are grey.

    `bands` are the scheme's classes, drawn as stripes behind the lines; `scale` is its highest
    possible score, above which no axis goes.
    """
    filled = [_checked(line, caption) for line in lines if line.scores]
    every = [score for line in filled for score in line.scores]
    if not every:
        return drawing.nothing(caption, words)
    named, others = filled[: len(LINES)], filled[len(LINES) :]
    height = _BOTTOM + 26 + drawing.LINE * (len(named) + bool(others)) + 8
    svg = drawing.canvas(caption, WIDTH, height, links=any(score.href for score in every))
    up, ticks = score_axis([score.score for score in every], start=_BOTTOM, end=_TOP, scale=scale)
    across, years = year_axis([score.year for score in every], start=_LEFT + 24, end=_RIGHT - 22)
    rising = ordered(bands)
    _stripes(svg, rising, up)
    _grid(svg, ticks, up, years, across)
    plane = _Plane(across=across, up=up)
    _grey(svg, others, plane)
    marks = sum(len(line.scores) for line in named) <= _MOST_MARKS
    for at, line in enumerate(named):
        _line(svg, at, line, plane, marks=marks)
    if len(every) == len(filled[0].scores) <= _MOST_NUMBERS:
        _numbers(svg, filled[0].scores, plane)
    _legend(svg, named, len(others), words)
    return drawing.drawn(svg)


def _checked(line: Line, caption: Caption) -> Line:
    years = [score.year for score in line.scores]
    if len(set(years)) != len(years):
        raise ChartError(f"chart {caption.name}: {line.name[:40]!r} has a year twice; hand in one")
    for score in line.scores:
        known(score.score, caption.name)
    return Line(name=line.name, scores=tuple(sorted(line.scores, key=lambda score: score.year)))


def _stripes(svg: Element, bands: Sequence[Step], up: Axis) -> None:
    for at, band, top, bottom in _in_sight(bands, up):
        drawing.rect(svg, _LEFT, top, _RIGHT - _LEFT, bottom - top, fill=STRIPES[at % 2])
        if bottom - top >= drawing.LINE - 4:
            name = drawing.fitting(band.label, _RIGHT - _LEFT - 8, 11)
            drawing.text(svg, _LEFT + 5, top + 12, name, size="11", fill=FAINT_INK)


def _in_sight(bands: Sequence[Step], up: Axis) -> Iterator[tuple[int, Step, float, float]]:
    """Each band that the axis shows: its number, itself, its top and its bottom."""
    for at, band in enumerate(bands):
        end = bands[at + 1].lowest if at + 1 < len(bands) else up.high
        top, bottom = up.at(end), up.at(band.lowest)
        if bottom - top >= 1:
            yield at, band, top, bottom


def _grid(
    svg: Element, ticks: Sequence[float], up: Axis, years: Sequence[int], across: Axis
) -> None:
    for tick in ticks:
        y = up.at(tick)
        drawing.line(svg, _LEFT, y, _RIGHT, y, stroke=GRID)
        drawing.text(svg, _LEFT - 6, y + 4, number(tick), anchor="end", size="12", fill=FAINT_INK)
    for year in years:
        x = across.at(year)
        drawing.line(svg, x, _BOTTOM, x, _BOTTOM + 5, stroke=FAINT_INK)
        drawing.text(svg, x, _BOTTOM + 20, str(year), anchor="middle", size="12", fill=FAINT_INK)
    drawing.line(svg, _LEFT, _BOTTOM, _RIGHT, _BOTTOM, stroke=FAINT_INK)


def _grey(svg: Element, lines: Sequence[Line], plane: _Plane) -> None:
    ways = " ".join(_way(line, plane) for line in lines)
    if ways:
        drawing.path(
            svg, ways, fill="none", stroke=GREY, stroke_width="1.2", stroke_linecap="round"
        )


def _line(svg: Element, at: int, line: Line, plane: _Plane, *, marks: bool) -> None:
    looks = {"fill": "none", "stroke": LINES[at], "stroke_width": "2.5", "stroke_linejoin": "round"}
    if _DASHES[at]:
        looks["stroke_dasharray"] = _DASHES[at]
    drawing.path(svg, _way(line, plane), **looks)
    for score in line.scores if marks else _alone(line):
        name = f"{line.name}, {score.year}: {number(score.score)}"
        spot = drawing.link(svg, score.href, name)
        x, y = plane.at(score)
        if score.href:
            drawing.rect(spot, x - 14, y - 14, 28, 28, fill="none", pointer_events="all")
        _mark(spot, at, x, y)


def _way(line: Line, plane: _Plane) -> str:
    """Along the years, begun anew after one without a score; `h0` is a dot where none follows."""
    steps: list[str] = []
    before: int | None = None
    for score in line.scores:
        x, y = (drawing.units(place) for place in plane.at(score))
        follows = before is not None and score.year == before + 1
        steps.append(f"L{x} {y}" if follows else f"M{x} {y}h0")
        before = score.year
    return " ".join(steps)


def _alone(line: Line) -> Iterator[YearScore]:
    """The scores with no neighbour, which a line cannot show."""
    years = {score.year for score in line.scores}
    return (s for s in line.scores if not years & {s.year - 1, s.year + 1})


def _mark(parent: Element, at: int, x: float, y: float) -> None:
    """A shape of this line's own: also told apart without colours."""
    shapes = (
        "M{l} {y} a4.5 4.5 0 1 0 9 0 a4.5 4.5 0 1 0 -9 0 Z",
        "M{l} {t} h9 v9 h-9 Z",
        "M{x} {t} l5.5 9.5 h-11 Z",
        "M{x} {t} l5.5 5.5 l-5.5 5.5 l-5.5 -5.5 Z",
        "M{x} {b} l5.5 -9.5 h-11 Z",
        "M{l} {y} a4.5 4.5 0 1 0 9 0 a4.5 4.5 0 1 0 -9 0 Z",
    )
    places = {"x": x, "y": y, "l": x - 4.5, "t": y - 5, "b": y + 5}
    way = shapes[at].format(**{name: drawing.units(value) for name, value in places.items()})
    hollow = at == len(shapes) - 1
    fill, stroke = (PAPER, LINES[at]) if hollow else (LINES[at], PAPER)
    drawing.path(parent, way, fill=fill, stroke=stroke, stroke_width="2" if hollow else "1")


def _numbers(svg: Element, scores: Sequence[YearScore], plane: _Plane) -> None:
    """Each score above its mark, or below where both neighbours are higher."""
    heights = [plane.at(score)[1] for score in scores]
    around = [heights[0], *heights, heights[-1]]
    for at, score in enumerate(scores):
        is_dip = around[at] < heights[at] > around[at + 2] and heights[at] < _BOTTOM - 20
        drawing.text(
            svg,
            plane.at(score)[0],
            heights[at] + (19 if is_dip else -10),
            number(score.score),
            anchor="middle",
            size="12",
            font_weight="600",
            stroke=PAPER,
            stroke_width="3",
            paint_order="stroke",
        )


def _legend(svg: Element, named: Sequence[Line], others: int, words: Words) -> None:
    y = _BOTTOM + 26 + drawing.LINE
    for at, line in enumerate(named):
        drawing.line(svg, _LEFT - 34, y - 4, _LEFT - 8, y - 4, stroke=LINES[at], stroke_width="2.5")
        _mark(svg, at, _LEFT - 21, y - 4)
        last = line.scores[-1]
        told = f" {number(last.score)} ({last.year})"
        room = _RIGHT - _LEFT - drawing.width_of(told)
        name = drawing.fitting(line.name, room)
        drawing.text(svg, _LEFT, y, name + told)
        y += drawing.LINE
    if others:
        drawing.text(svg, _LEFT, y, words.more.format(number(others)), fill=FAINT_INK)
