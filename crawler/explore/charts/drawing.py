"""What every chart is drawn with: SVG elements whose words can never become markup.

Elements are built as a tree and written by the XML writer, so each text and attribute is escaped.
There is no script and no style, neither as an element nor as an attribute: a page whose policy is
`default-src 'none'` shows the charts.

ChartError
    A value cannot be drawn; one line with the chart, the value and the mend.
"""

import re
from dataclasses import dataclass
from xml.etree import ElementTree

from markupsafe import Markup

from crawler.alerts.wording import harmless, one_line
from crawler.explore.charts.colours import INK, PAPER

WIDTH = 440
"""Units of a chart's view. On a phone of 390 px one is 0.8 px, so letters of 13 units are read."""
LETTERS = 13
"""Height of the letters, in units."""
LINE = 18
"""From one line of letters to the next, in units."""

Element = ElementTree.Element

_SAFE_LINK = re.compile(r"(?:https?://|/(?!/)|\?|#)[^\s\\]*\Z")
_NAME = re.compile(r"[a-z][a-z0-9-]*\Z")
_LETTER_WIDTH = 0.56
"""Of a letter's height; on the wide side, so that words end before their room does."""


class ChartError(ValueError):
    """A value cannot be drawn; the message names the chart, the value and the mend."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Caption:
    """What a chart is called, for those who see it and for those who hear it."""

    name: str
    """Of small letters, digits and hyphens, once on a page: the ids of the chart begin with it."""
    title: str
    """What it shows, in a few words."""
    summary: str = ""
    """What it tells, in a sentence, read to those who do not see it."""

    def __post_init__(self) -> None:
        if not _NAME.match(self.name):
            raise ChartError(f"chart {self.name!r}: name it with small letters, digits, hyphens")


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of all charts, in the language of the page."""

    empty: str
    """Where there is nothing to draw: `Belum ada data`."""
    unknown: str
    """Of a body without a score: `tidak diketahui`."""
    more: str
    """What is left out, `{}` its number: `dan {} lagi, lihat tabel`."""


def canvas(caption: Caption, width: float, height: float, *, links: bool = False) -> Element:
    """An empty chart on white paper.

    One with links is a group of them; one without is a single image, since an image hides what is
    in it from those who do not see it.
    """
    svg = Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "class": "chart",
            "viewBox": f"0 0 {units(width)} {units(height)}",
            "role": "group" if links else "img",
            "aria-labelledby": f"{caption.name}-title",
            "font-family": "system-ui, 'Segoe UI', 'Noto Sans', sans-serif",
            "font-size": str(LETTERS),
            "fill": INK,
        },
    )
    _titled(svg, "title", caption.title, f"{caption.name}-title")
    if caption.summary:
        svg.set("aria-describedby", f"{caption.name}-desc")
        _titled(svg, "desc", caption.summary, f"{caption.name}-desc")
    rect(svg, 0, 0, width, height, fill=PAPER)
    return svg


def nothing(caption: Caption, words: Words, height: float = 60) -> Markup:
    """A chart of nothing, which says so."""
    svg = canvas(caption, WIDTH, height)
    text(svg, WIDTH / 2, height / 2, words.empty, anchor="middle")
    return drawn(svg)


def drawn(svg: Element) -> Markup:
    """The chart as markup for a page."""
    return Markup(ElementTree.tostring(svg, encoding="unicode"))  # noqa: S704 the writer escapes


def rect(parent: Element, x: float, y: float, width: float, height: float, **looks: str) -> Element:
    """A rectangle; `looks` are presentation attributes, `_` standing for `-`."""
    return _shape(
        parent,
        "rect",
        {"x": units(x), "y": units(y), "width": units(max(0, width)), "height": units(height)},
        looks,
    )


def line(parent: Element, x1: float, y1: float, x2: float, y2: float, **looks: str) -> Element:
    """A straight line."""
    ends = {"x1": units(x1), "y1": units(y1), "x2": units(x2), "y2": units(y2)}
    return _shape(parent, "line", ends, looks)


def path(parent: Element, way: str, **looks: str) -> Element:
    """A line or an area along `way`."""
    return _shape(parent, "path", {"d": way}, looks)


def text(parent: Element, x: float, y: float, words: str, **looks: str) -> Element:
    """Words whose baseline begins at (x, y); `size` and `anchor` may stand among the attributes."""
    size = float(looks.pop("size", LETTERS))
    if "anchor" in looks:
        looks["text_anchor"] = looks.pop("anchor")
    if size != LETTERS:
        looks["font_size"] = units(size)
    element = _shape(parent, "text", {"x": units(x), "y": units(y)}, looks)
    element.text = one_line(words)
    return element


def fitting(words: str, room: float, size: float = LETTERS) -> str:
    """The words as one line, cut to what fits into `room` units in letters of this size."""
    return one_line(words, max(2, int(room / (size * _LETTER_WIDTH))))


def width_of(words: str, size: float = LETTERS) -> float:
    """About how many units the words take."""
    return len(words) * size * _LETTER_WIDTH


def link(parent: Element, href: str, name: str) -> Element:
    """A link, or without an address a group, whose name is heard and shown under the pointer.

    Raises ChartError for an address that is neither of a page of ours nor http.
    """
    if not href:
        group = ElementTree.SubElement(parent, "g")
        _titled(group, "title", name)
        return group
    if not _SAFE_LINK.match(href):
        raise ChartError(
            f"link of {one_line(name, 40)!r}: {href[:60]!r} is no address; begin with /"
        )
    anchor = ElementTree.SubElement(parent, "a", {"href": href})
    _titled(anchor, "title", name)
    return anchor


def box(svg: Element, caption: Caption) -> Markup:
    """A chart wider than a phone, in a box of its own that scrolls by finger and by keys."""
    _, _, width, height = svg.get("viewBox", "").split()
    svg.set("class", "chart wide")
    svg.set("width", width)
    svg.set("height", height)
    return Markup(
        '<div class="chart-box" role="region" tabindex="0" aria-label="{}">{}</div>'
    ).format(harmless(caption.title), drawn(svg))


def units(value: float) -> str:
    """A length as it is written, one decimal at most."""
    return f"{round(value, 1):g}" if abs(value) < 100_000 else f"{value:.0f}"


def _shape(parent: Element, tag: str, place: dict[str, str], looks: dict[str, str]) -> Element:
    looked = {name.replace("_", "-"): value for name, value in looks.items()}
    return ElementTree.SubElement(parent, tag, {**place, **looked})


def _titled(parent: Element, tag: str, words: str, name: str = "") -> None:
    element = ElementTree.SubElement(parent, tag, {"id": name} if name else {})
    element.text = harmless(words)
