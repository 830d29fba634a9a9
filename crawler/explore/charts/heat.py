"""Scores by scheme and year as a table whose cells are darker the nearer a score is to the top."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from crawler.alerts.wording import number
from crawler.explore.charts import drawing
from crawler.explore.charts.colours import FAINT_INK, GRID, PAPER, letters_on
from crawler.explore.charts.drawing import WIDTH, Caption, ChartError, Element, Words
from crawler.explore.charts.legend import legend_below
from crawler.explore.charts.steps import Step, colour_of, even_steps, known

_NAMES, _CELL, _ROW, _HEAD = 140.0, 42.0, 30.0, 24.0
_LETTERS = 12.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One score."""

    score: float
    scale: float
    """The highest possible score; the colour tells how much of it was reached."""
    href: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatRow:
    """One scheme, or one body."""

    name: str
    cells: tuple[Cell | None, ...]
    """As many as there are columns; None where nothing is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heat:
    """The whole table."""

    rows: tuple[HeatRow, ...]
    columns: tuple[str, ...]
    """Printed above the cells: years."""
    unit: str
    """Behind the percentages of the legend: `% dari skala`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Drawing:
    """How the cells are drawn."""

    columns: tuple[str, ...]
    side: float
    """Width of a cell, in units."""
    steps: tuple[Step, ...]
    """Of percentages of the scale."""


def heat_table(heat: Heat, *, caption: Caption, words: Words, most: int = 40) -> Markup:
    """The first `most` rows, and how many are left out.

    With more than seven columns it is wider than a phone and scrolls in a box of its own.
    """
    cells = [_checked(cell, caption) for row in heat.rows for cell in _cells(row, heat, caption)]
    if not cells:
        return drawing.nothing(caption, words)
    shown, left_out = heat.rows[:most], len(heat.rows) - most
    cell_drawing = _drawing(heat, cells)
    width = max(WIDTH, _NAMES + cell_drawing.side * len(heat.columns) + 4)
    bottom = _HEAD + _ROW * len(shown) + (drawing.LINE if left_out > 0 else 0) + 10
    svg = drawing.canvas(caption, width, bottom, links=any(cell.href for cell in cells))
    _heads(svg, cell_drawing)
    for at, row in enumerate(shown):
        _row(svg, row, _HEAD + at * _ROW, cell_drawing)
    if left_out > 0:
        told = words.more.format(number(left_out))
        drawing.text(svg, 4, _HEAD + _ROW * len(shown) + 15, told, fill=FAINT_INK)
    steps = cell_drawing.steps
    entries = [(colour_of(step.lowest, steps), step.words) for step in reversed(steps)]
    table = drawing.box(svg, caption) if width > WIDTH else drawing.drawn(svg)
    return table + legend_below(caption, entries)


def _drawing(heat: Heat, cells: Sequence[Cell]) -> _Drawing:
    longest = max(drawing.width_of(number(cell.score), _LETTERS) for cell in cells)
    steps = even_steps([_percent(cell) for cell in cells])
    return _Drawing(
        columns=heat.columns,
        side=max(_CELL, 6 + longest),
        steps=tuple(replace(step, label=heat.unit) for step in steps),
    )


def _cells(row: HeatRow, heat: Heat, caption: Caption) -> list[Cell]:
    if len(row.cells) != len(heat.columns):
        told = f"{row.name[:40]!r} has {len(row.cells)} cells for {len(heat.columns)} columns"
        raise ChartError(f"chart {caption.name}: {told}; hand in None where one is unknown")
    return [cell for cell in row.cells if cell is not None]


def _checked(cell: Cell, caption: Caption) -> Cell:
    known(cell.score, caption.name)
    if not cell.scale > 0:
        raise ChartError(f"chart {caption.name}: a scale of {cell.scale}; hand in its top")
    return cell


def _percent(cell: Cell) -> float:
    return 100 * cell.score / cell.scale


def _heads(svg: Element, how: _Drawing) -> None:
    for at, column in enumerate(how.columns):
        x = _NAMES + (at + 0.5) * how.side
        words = drawing.fitting(column, how.side, 12)
        drawing.text(svg, x, 16, words, anchor="middle", size="12", fill=FAINT_INK)


def _row(svg: Element, row: HeatRow, top: float, how: _Drawing) -> None:
    drawing.text(svg, 4, top + 19, drawing.fitting(row.name, _NAMES - 8, 12), size="12")
    for at, (column, cell) in enumerate(zip(how.columns, row.cells, strict=True)):
        left, middle = _NAMES + at * how.side + 1, _NAMES + (at + 0.5) * how.side
        if cell is None:
            drawing.rect(svg, left, top + 1, how.side - 2, _ROW - 2, fill=PAPER, stroke=GRID)
            drawing.text(svg, middle, top + 19, "–", anchor="middle", fill=FAINT_INK)
            continue
        told, colour = number(cell.score), colour_of(_percent(cell), how.steps)
        spot = drawing.link(svg, cell.href, f"{row.name}, {column}: {told}")
        drawing.rect(spot, left, top + 1, how.side - 2, _ROW - 2, fill=colour)
        ink = letters_on(colour)
        drawing.text(spot, middle, top + 19, told, anchor="middle", size="12", fill=ink)
