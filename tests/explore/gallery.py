"""Every kind of chart, with the numbers that a test hands in."""

from collections.abc import Callable, Sequence

from lxml import etree
from markupsafe import Markup

from crawler.awards.gazetteer import Region, load_gazetteer
from crawler.explore.charts import (
    Bar,
    Caption,
    Cell,
    Heat,
    HeatRow,
    Line,
    Place,
    Stack,
    Step,
    Words,
    YearScore,
    bar_chart,
    even_steps,
    heat_table,
    histogram,
    line_chart,
    provinces,
    regencies,
    regencies_of,
    sparkline,
    stacked_bars,
    tile_map,
)

SVG = "{http://www.w3.org/2000/svg}"
WORDS = Words(empty="Belum ada data", unknown="tidak diketahui", more="dan {} lagi")

BANDS = tuple(
    Step(lowest=low, highest=high, label=label)
    for low, high, label in (
        (88, 100, "Kualitas Tertinggi"),
        (78, 87.99, "Kualitas Tinggi"),
        (54, 77.99, "Kualitas Sedang"),
        (32, 53.99, "Kualitas Rendah"),
        (0, 31.99, "Kualitas Terendah"),
    )
)

Draw = Callable[[str, Sequence[float], str, str], Markup]
"""Of the caption's name, some scores, a name for every body, and a link."""


def caption(name: str = "chart", title: str = "Nilai") -> Caption:
    return Caption(name=name, title=title, summary=f"Ringkasan {title}")


def regions() -> list[Region]:
    return sorted(load_gazetteer().by_code.values(), key=lambda region: region.code)


def shown_name(region: Region) -> str:
    """As a map of one province prints it: a kabupaten without its kind."""
    return region.full_name if region.kind == "kota" else region.name


def places(codes: Sequence[str], scores: Sequence[float], href: str) -> list[Place]:
    """The scores in turn for the regions of these codes, every seventh unknown."""
    names = {region.code: shown_name(region) for region in regions()}
    return [
        Place(
            code=code,
            name=names[code],
            score=None if at % 7 == 6 else scores[at % len(scores)],
            href=href,
        )
        for at, code in enumerate(codes if scores else [])
    ]


def _lines(name: str, scores: Sequence[float], body: str, href: str) -> Markup:
    years = tuple(
        YearScore(year=2000 + at, score=score, href=href) for at, score in enumerate(scores)
    )
    line = Line(name=body, scores=years)
    return line_chart([line], caption=caption(name, body), words=WORDS, bands=BANDS)


def _many_lines(name: str, scores: Sequence[float], body: str, href: str) -> Markup:
    lines = [
        Line(name=body, scores=(YearScore(year=2024, score=score, href=href),)) for score in scores
    ]
    return line_chart(lines, caption=caption(name, body), words=WORDS)


def _bars(name: str, scores: Sequence[float], body: str, href: str) -> Markup:
    bars = [
        Bar(name=body, score=score, place=str(at), href=href)
        for at, score in enumerate(scores, start=1)
    ]
    return bar_chart(bars, scale=max([100.0, *scores]), caption=caption(name, body), words=WORDS)


def _histogram(name: str, scores: Sequence[float], body: str, _: str) -> Markup:
    steps = [
        Step(lowest=step.lowest, highest=step.highest, label=body) for step in even_steps(scores)
    ]
    return histogram(scores, steps, caption=caption(name, body), words=WORDS)


def _stacks(name: str, scores: Sequence[float], body: str, _: str) -> Markup:
    stacks = [Stack(name=body, counts=(1, 20, 300)) for _ in scores]
    return stacked_bars(stacks, [body, "b", "c"], caption=caption(name, body), words=WORDS)


def _heat(name: str, scores: Sequence[float], body: str, href: str) -> Markup:
    rows = tuple(
        HeatRow(name=body, cells=(None, Cell(score=score, scale=100, href=href)))
        for score in scores
    )
    heat = Heat(rows=rows, columns=("2023", body), unit=body)
    return heat_table(heat, caption=caption(name, body), words=WORDS)


def _spark(name: str, scores: Sequence[float], body: str, _: str) -> Markup:
    return sparkline([*scores, None], caption=caption(name, body))


def _province_map(name: str, scores: Sequence[float], body: str, href: str) -> Markup:
    layout = provinces()
    codes = [tile.code for tile in layout.tiles]
    told = [
        Place(code=place.code, name=body, score=place.score, href=place.href)
        for place in places(codes, scores, href)
    ]
    steps = even_steps(scores)
    return tile_map(layout, told, steps, caption=caption(name, body), words=WORDS)


def _jateng_map(name: str, scores: Sequence[float], body: str, href: str) -> Markup:
    layout = regencies_of("33")
    told = places([tile.code for tile in layout.tiles], scores, href)
    return tile_map(layout, told, BANDS, caption=caption(name, body), words=WORDS)


def _small_map(name: str, scores: Sequence[float], body: str, href: str) -> Markup:
    layout = regencies_of("93")
    told = places([tile.code for tile in layout.tiles], scores, href)
    return tile_map(layout, told, BANDS, caption=caption(name, body), words=WORDS)


def _country_map(name: str, scores: Sequence[float], body: str, href: str) -> Markup:
    layout = regencies()
    told = places([tile.code for tile in layout.tiles], scores, href)
    return tile_map(layout, told, BANDS, caption=caption(name, body), words=WORDS)


CHARTS: dict[str, Draw] = {
    "lines": _lines,
    "many-lines": _many_lines,
    "bars": _bars,
    "histogram": _histogram,
    "stacks": _stacks,
    "heat": _heat,
    "spark": _spark,
    "province-map": _province_map,
    "jateng-map": _jateng_map,
    "small-map": _small_map,
    "country-map": _country_map,
}


def read(markup: str) -> etree._Element:
    """The charts under one element."""
    return etree.fromstring(f"<page>{markup}</page>")


def words_in(chart: etree._Element, tag: str = "text") -> list[str]:
    """What its text elements print."""
    return [str(element.text or "") for element in chart.iter(f"{SVG}{tag}")]
