"""Scores on a map of tiles: each body one tile, its colour the step, its score printed on it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal
from xml.etree.ElementTree import SubElement

from markupsafe import Markup

from crawler.alerts.wording import number, one_line
from crawler.explore.charts import drawing
from crawler.explore.charts.colours import FAINT_INK, GRID, INK, UNKNOWN, letters_on
from crawler.explore.charts.drawing import WIDTH, Caption, ChartError, Element, Words
from crawler.explore.charts.legend import Entry, legend, legend_below, legend_height
from crawler.explore.charts.steps import Step, colour_of, known, ordered, step_of
from crawler.explore.charts.tiles import Layout, Tile

_GAP = 2.0
_HEADING = 16.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """What is known of one body on the map."""

    code: str
    """Of its region: `33.16`."""
    name: str
    """As the page calls it: `Kabupaten Blora`."""
    score: float | None = None
    href: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Drawing:
    """How the tiles are drawn."""

    layout: Layout
    steps: tuple[Step, ...]
    hatched: str
    """What fills a tile without a score."""
    unknown: str
    top: float
    """Where the first row begins, in units."""

    def corner(self, tile: Tile) -> tuple[float, float]:
        """The upper left corner of a tile, in units."""
        return _GAP + tile.column * self.layout.width, self.top + tile.row * self.layout.height


def tile_map(
    layout: Layout,
    places: Sequence[Place],
    steps: Sequence[Step],
    *,
    caption: Caption,
    words: Words,
) -> Markup:
    """Every tile of the layout; what has no place or no score is hatched.

    The legend tells the range of each step and how many bodies stand in it.
    """
    found = _by_code(layout, places, caption)
    if not layout.tiles:
        return drawing.nothing(caption, words)
    how = _Drawing(
        layout=layout,
        steps=ordered(steps),
        hatched=f"url(#{caption.name}-hatch)",
        unknown=words.unknown,
        top=_HEADING if layout.headings else 0.0,
    )
    tiles_wide = (max(tile.column for tile in layout.tiles) + 1) * layout.width + _GAP
    bottom = (max(tile.row for tile in layout.tiles) + 1) * layout.height + how.top + 10
    is_wide, width = tiles_wide > WIDTH, max(WIDTH, tiles_wide)
    entries = _entries(how, found.values())
    below = 0 if is_wide else legend_height(entries, width)
    svg = drawing.canvas(caption, width, bottom + below, links=any(p.href for p in places))
    _hatching(svg, f"{caption.name}-hatch")
    _headings(svg, how)
    for tile in layout.tiles:
        _tile(svg, tile, found.get(tile.code) or Place(code=tile.code, name=tile.label), how)
    if is_wide:
        return drawing.box(svg, caption) + legend_below(caption, entries)
    legend(svg, entries, bottom, width)
    return drawing.drawn(svg)


def _by_code(layout: Layout, places: Sequence[Place], caption: Caption) -> dict[str, Place]:
    """Raises ChartError for a body that the map has no tile for, or that is told of twice."""
    codes = {tile.code for tile in layout.tiles}
    found: dict[str, Place] = {}
    for place in places:
        if place.code not in codes or place.code in found:
            problem = "is handed in twice" if place.code in found else "has no tile on this map"
            raise ChartError(f"chart {caption.name}: region {place.code[:20]!r} {problem}")
        if place.score is not None:
            known(place.score, caption.name)
        found[place.code] = place
    return found


def _entries(how: _Drawing, places: Iterable[Place]) -> list[Entry]:
    """Highest step first, with how many bodies stand in each."""
    scores = [place.score for place in places if place.score is not None]
    numbers = [step_of(score, how.steps) for score in scores]
    entries = [
        (colour_of(step.lowest, how.steps), f"{one_line(step.words, 50)}: {numbers.count(at)}")
        for at, step in enumerate(how.steps)
    ][::-1]
    unknown = len(how.layout.tiles) - len(scores)
    if unknown:
        entries.append((how.hatched, f"{one_line(how.unknown, 50)}: {unknown}"))
    return entries


def _hatching(svg: Element, name: str) -> None:
    """The pattern of what is unknown, which no step has."""
    size = {"width": "6", "height": "6", "patternUnits": "userSpaceOnUse"}
    pattern = SubElement(svg, "pattern", {"id": name, **size})
    drawing.rect(pattern, 0, 0, 6, 6, fill=UNKNOWN)
    drawing.path(pattern, "M0 6 L6 0", stroke=GRID, stroke_width="1.5")


def _headings(svg: Element, how: _Drawing) -> None:
    for heading in how.layout.headings:
        x, y = how.corner(heading)
        drawing.text(svg, x + 1, y - 4, heading.label, font_weight="600", size="12")


def _tile(svg: Element, tile: Tile, place: Place, how: _Drawing) -> None:
    if place.score is None:
        told, fill, ink = how.unknown, how.hatched, INK
    else:
        told, fill = number(place.score), colour_of(place.score, how.steps)
        ink = letters_on(fill)
    (x, y), wide, high = how.corner(tile), how.layout.width - _GAP, how.layout.height - _GAP
    spot = drawing.link(svg, place.href, f"{place.name}: {told}")
    drawing.rect(spot, x, y, wide, high, fill=fill, stroke=FAINT_INK, stroke_width="0.5", rx="3")
    size, names = _lines(how.layout, tile, place)
    baseline = y + high / 2 - len(names) / 2 * (size + 2) + size * 0.36
    looks = {"anchor": "middle", "size": f"{size}", "fill": ink}
    for name in names:
        drawing.text(spot, x + wide / 2, baseline, drawing.fitting(name, wide + 4, size), **looks)
        baseline += size + 2
    score = _short(place.score, how.layout)
    drawing.text(spot, x + wide / 2, baseline, score, **looks, font_weight="700")


def _lines(layout: Layout, tile: Tile, place: Place) -> tuple[float, list[str]]:
    """The height of the letters, and the name in one or two lines, or the label."""
    if not layout.has_names:
        return (12.0 if layout.width > 40 else 10.0), [tile.label]
    room, size = layout.width - 8, 12.0
    if drawing.width_of(place.name, size) <= room:
        return size, [place.name]
    head, _, tail = place.name.partition(" ")
    while tail and drawing.width_of(f"{head} {tail.split()[0]}", size) <= room:
        word, _, tail = tail.partition(" ")
        head = f"{head} {word}"
    return size, [head, tail] if tail else [head]


def _short(score: float | None, layout: Layout) -> str:
    """The score as far as a tile has room for it.

    Small tiles cut it to one decimal; rounding could lift it into a step it has not reached.
    """
    if score is None:
        return "–"
    if layout.width > 40:
        return number(score)
    cut = Decimal(repr(score)).quantize(Decimal("0.1"), rounding=ROUND_FLOOR)
    return number(float(cut))
