"""Pictures for the analysts' window, drawn at the server as SVG. Pure.

A page hands in values and its own words, and gets `Markup` to put into its template:

    words = Words(empty="Belum ada data", unknown="tidak diketahui", more="dan {} lagi")
    caption = Caption(name="scores", title="Nilai Kabupaten Blora", summary="Naik tiga kali.")
    bands = [Step(lowest=88, highest=100, label="Kualitas Tertinggi"), …]

    line_chart([Line(name="Blora", scores=(YearScore(year=2024, score=97.84),))],
               bands=bands, caption=caption, words=words)
    bar_chart([Bar(place="1", name="Pemalang", score=98.59, href="/award/7")], scale=100, …)
    histogram([97.84, 88.1], bands, …)
    stacked_bars([Stack(name="2024", counts=(1, 4, 30))], ["merah", "kuning", "hijau"], …)
    rows = (HeatRow(name="Ombudsman", cells=(None, Cell(score=97.84, scale=100))),)
    heat_table(Heat(rows=rows, columns=("2023", "2024"), unit="% dari skala"), …)
    tile_map(regencies_of("33"), [Place(code="33.16", name="Blora", score=97.84)], bands, …)
    tile_map(provinces(), …), tile_map(regencies(), …)
    sparkline([88.1, None, 97.84], caption=caption)

Where a scheme has no bands, `even_steps(scores)` makes some. The name of a caption is used once on
a page. `static/charts.css` belongs beside the page. A value that cannot be drawn, such as NaN,
raises ChartError.
"""

from crawler.explore.charts.bars import Bar, bar_chart
from crawler.explore.charts.distribution import Stack, histogram, stacked_bars
from crawler.explore.charts.drawing import Caption, ChartError, Words
from crawler.explore.charts.heat import Cell, Heat, HeatRow, heat_table
from crawler.explore.charts.lines import Line, YearScore, line_chart
from crawler.explore.charts.maps import Place, tile_map
from crawler.explore.charts.sparks import sparkline
from crawler.explore.charts.steps import Step, even_steps
from crawler.explore.charts.tiles import provinces, regencies, regencies_of

__all__ = [
    "Bar",
    "Caption",
    "Cell",
    "ChartError",
    "Heat",
    "HeatRow",
    "Line",
    "Place",
    "Stack",
    "Step",
    "Words",
    "YearScore",
    "bar_chart",
    "even_steps",
    "heat_table",
    "histogram",
    "line_chart",
    "provinces",
    "regencies",
    "regencies_of",
    "sparkline",
    "stacked_bars",
    "tile_map",
]
