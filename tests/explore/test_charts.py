"""Charts are drawn from any values, and no name becomes markup."""

import re

import pytest
from lxml import etree

from crawler.explore.charts import (
    Bar,
    Caption,
    Cell,
    ChartError,
    Heat,
    HeatRow,
    Line,
    Place,
    Stack,
    YearScore,
    bar_chart,
    heat_table,
    histogram,
    line_chart,
    regencies,
    regencies_of,
    stacked_bars,
    tile_map,
)
from crawler.explore.charts.colours import (
    PAPER,
)
from tests.explore.gallery import BANDS, CHARTS, SVG, WORDS, caption, read, words_in

HOSTILE = "<script>alert(1)</script>\"'/><img src=x onerror=alert(1)>\x00\u202e&amp;" + "Aduh" * 50


def said_in(page: etree._Element) -> str:
    """All that is seen and heard."""
    return " ".join(str(words) for words in page.itertext())


@pytest.mark.parametrize("kind", CHARTS)
@pytest.mark.parametrize(
    "scores",
    [
        [],
        [97.84],
        [88.0, 88.0, 88.0],
        [0.0],
        [4.51, 3.2, 5.0],
        [985.5, 1000.0, 12.0],
        [float(number % 101) for number in range(5000)],
    ],
    ids=["none", "one", "equal", "zero", "of-5", "of-1000", "5000"],
)
def test_any_number_of_scores_makes_a_chart_of_bounded_size(kind: str, scores: list[float]) -> None:
    markup = CHARTS[kind](kind, scores, "Kabupaten Blora", "/award/1")

    page = read(markup)
    assert len(markup) < 400_000
    assert scores or kind == "spark" or kind.endswith("map") or WORDS.empty in words_in(page)
    for chart in page.iter(f"{SVG}svg"):
        _, _, width, height = map(float, (chart.get("viewBox") or "").split())
        assert 0 < width < 2500
        assert 0 < height < 1700
        places = [
            element.get(name, "")
            for element in chart.iter()
            for name in ("x", "y", "x1", "y1", "x2", "y2", "width", "height", "d", "viewBox")
        ]
        assert not re.search(r"nan|inf", " ".join(places))


@pytest.mark.parametrize("kind", CHARTS)
def test_a_chart_tells_those_who_do_not_see_it_what_it_shows(kind: str) -> None:
    for href in ("/award/1", ""):
        page = read(CHARTS[kind](kind, [97.84, 88.1], "Kabupaten Blora", href))

        charts = list(page.iter(f"{SVG}svg"))
        ids = [element.get("id") for element in page.iter() if element.get("id")]
        assert charts
        assert len(ids) == len(set(ids))
        for chart in charts:
            has_links = next(chart.iter(f"{SVG}a"), None) is not None
            assert chart.get("role") == ("group" if has_links else "img")
            assert chart[0].tag == f"{SVG}title"
            assert chart[0].get("id") == str(chart.get("aria-labelledby"))
            assert words_in(chart, "title")[0].startswith("Kabupaten Blora")
            for link in chart.iter(f"{SVG}a"):
                assert link.get("href") == href
                assert link[0].tag == f"{SVG}title"
                assert words_in(link, "title")[0]


@pytest.mark.parametrize("kind", CHARTS)
def test_no_name_becomes_markup_and_no_style_or_script_is_needed(kind: str) -> None:
    page = read(CHARTS[kind](kind, [97.84, 88.1, 3], HOSTILE, "/award/1"))

    tags = {element.tag.removeprefix(SVG) for element in page.iter()}
    attributes = {name for element in page.iter() for name in element.attrib}
    assert not tags & {"script", "style", "img", "foreignObject", "use", "image"}
    assert not [name for name in attributes if re.match(r"style\b|on", str(name))]
    assert max(map(len, words_in(page)), default=0) < 75
    everything = said_in(page)
    assert "\x00" not in everything
    assert "\u202e" not in everything
    assert kind == "jateng-map" or "<script>alert(1)</script>" in everything


@pytest.mark.parametrize(
    "href",
    ["javascript:alert(1)", " /x", "//evil.example", "data:text/html,x", "/\\evil", "x", "/a b"],
)
def test_a_link_that_is_no_address_of_a_page_is_refused(href: str) -> None:
    with pytest.raises(ChartError, match="is no address; begin with /"):
        CHARTS["bars"]("bars", [97.84], "Blora", href)


@pytest.mark.parametrize("wrong", [float("nan"), float("inf"), float("-inf"), 1e10])
@pytest.mark.parametrize("kind", [kind for kind in CHARTS if kind != "stacks"])
def test_what_is_no_number_is_refused(kind: str, wrong: float) -> None:
    with pytest.raises(ChartError, match="is no score"):
        CHARTS[kind](kind, [97.84, wrong], "Kabupaten Blora", "")


def test_what_does_not_fit_together_is_refused() -> None:
    twice = Line(
        name="Blora", scores=(YearScore(year=2024, score=1), YearScore(year=2024, score=2))
    )
    with pytest.raises(ChartError, match="'Blora' has a year twice"):
        line_chart([twice], caption=caption(), words=WORDS)
    with pytest.raises(ChartError, match="a scale of 0 holds no bar"):
        bar_chart([Bar(name="Blora", score=1)], scale=0, caption=caption(), words=WORDS)
    with pytest.raises(ChartError, match="'2024' has 1 counts for 2 bands"):
        stacked_bars([Stack(name="2024", counts=(1,))], "ab", caption=caption(), words=WORDS)
    short = Heat(
        rows=(HeatRow(name="Ombudsman", cells=(None,)),), columns=("2023", "2024"), unit="%"
    )
    with pytest.raises(ChartError, match="'Ombudsman' has 1 cells for 2 columns"):
        heat_table(short, caption=caption(), words=WORDS)
    flat = HeatRow(name="Ombudsman", cells=(Cell(score=1, scale=0),))
    flat_table = Heat(rows=(flat,), columns=("2024",), unit="%")
    with pytest.raises(ChartError, match="a scale of 0; hand in its top"):
        heat_table(flat_table, caption=caption(), words=WORDS)
    lost = Place(code="99.01", name="Atlantis")
    with pytest.raises(ChartError, match=r"'99\.01' has no tile on this map"):
        tile_map(regencies(), [lost], BANDS, caption=caption(), words=WORDS)
    with pytest.raises(ChartError, match="name it with small letters"):
        Caption(name='x" onload="', title="Nilai")


def test_a_line_breaks_where_a_year_is_missing() -> None:
    scores = [(2018, 88.82), (2019, 92.0), (2021, 93.5), (2023, 91.98), (2024, 97.84)]
    line = Line(name="Blora", scores=tuple(YearScore(year=y, score=s) for y, s in scores))

    page = read(line_chart([line], caption=caption(), words=WORDS, bands=BANDS, scale=100))

    way = next(
        path.get("d") or "" for path in page.iter(f"{SVG}path") if path.get("fill") == "none"
    )
    assert [len(part.split("L")) for part in way.split("M")[1:]] == [2, 1, 2]
    shown = words_in(page)
    assert {"88,82", "92", "93,5", "91,98", "97,84"} <= set(shown)
    assert "Blora 97,84 (2024)" in shown
    assert {"Kualitas Tertinggi", "Kualitas Tinggi"} <= set(shown)
    assert not [words for words in shown if re.fullmatch(r"1[0-9]{2}", words) and words > "100"]


def test_lines_beyond_the_sixth_are_grey_and_counted() -> None:
    lines = [
        Line(name=f"Kabupaten {at}", scores=(YearScore(year=2024, score=80 + at),))
        for at in range(9)
    ]

    shown = words_in(read(line_chart(lines, caption=caption(), words=WORDS)))

    assert "Kabupaten 5 85 (2024)" in shown
    assert "Kabupaten 6 86 (2024)" not in shown
    assert "dan 3 lagi" in shown


def test_bars_begin_at_zero_and_what_is_left_out_is_counted() -> None:
    bars = [Bar(name="A", score=100.0), Bar(name="B", score=25.0), Bar(name="C", score=None)]

    page = read(bar_chart([*bars, *bars], scale=100, caption=caption(), words=WORDS, most=3))

    widths = [
        float(rect.get("width") or 0)
        for rect in page.iter(f"{SVG}rect")
        if rect.get("fill") not in (PAPER, "none")
    ]
    assert widths[1] / widths[0] == pytest.approx(0.25, abs=0.01)
    assert len(widths) == 2
    assert "tidak diketahui" in words_in(page)
    assert "dan 3 lagi" in words_in(page)


def test_a_distribution_counts_each_score_once_in_the_band_that_it_reached() -> None:
    scores = [100, 88, 87.99, 87.995, 78, 77.99, 10]

    shown = words_in(read(histogram(scores, BANDS, caption=caption(), words=WORDS)))

    counted = dict(zip(shown[::2], shown[1::2], strict=True))
    assert counted == {
        "88–100 Kualitas Tertinggi": "2",
        "78–87,99 Kualitas Tinggi": "3",
        "54–77,99 Kualitas Sedang": "1",
        "32–53,99 Kualitas Rendah": "0",
        "0–31,99 Kualitas Terendah": "1",
    }


def test_a_stack_tells_each_count_also_where_there_is_no_room_to_print_it() -> None:
    stack = Stack(name="2024", counts=(1, 0, 500))

    page = read(stacked_bars([stack], ["merah", "kuning", "hijau"], caption=caption(), words=WORDS))

    assert words_in(page)[:3] == ["2024", "500", "= 501"]
    assert {"2024, merah: 1", "2024, hijau: 500"} <= set(words_in(page, "title"))


def test_a_heat_table_compares_shares_of_the_scale() -> None:
    cells = (Cell(score=4.5, scale=5), Cell(score=90, scale=100), Cell(score=60, scale=100))
    heat = Heat(
        rows=(HeatRow(name="Ombudsman", cells=cells),), columns=("a", "b", "c"), unit="% skala"
    )

    page = read(heat_table(heat, caption=caption(), words=WORDS))

    fills = [
        rect.get("fill") for group in page.iter(f"{SVG}g") for rect in group.iter(f"{SVG}rect")
    ]
    assert fills[0] == fills[1] != fills[2]
    assert "60–70 % skala" in words_in(page)


def test_a_map_prints_every_score_and_hatches_what_is_unknown() -> None:
    told = [
        Place(code="33.16", name="Blora", score=97.84, href="/region/33.16"),
        Place(code="33.25", name="Batang", score=79.96),
        Place(code="33.74", name="Kota Semarang"),
    ]

    markup = tile_map(regencies_of("33"), told, BANDS, caption=caption("peta"), words=WORDS)

    page, titles = read(markup), words_in(read(markup), "title")
    assert {"Blora: 97,84", "Batang: 79,96", "Kota Semarang: tidak diketahui"} <= set(titles)
    assert {"Blora", "97,84", "BBS", "–"} <= set(words_in(page))
    assert {"88–100 Kualitas Tertinggi: 1", "tidak diketahui: 33"} <= set(words_in(page))
    hatched = [rect for rect in page.iter(f"{SVG}rect") if rect.get("fill") == "url(#peta-hatch)"]
    assert len(hatched) == 33 + 1
    assert [link.get("href") for link in page.iter(f"{SVG}a")] == ["/region/33.16"]


def test_a_small_tile_never_shows_a_step_that_was_not_reached() -> None:
    told = [Place(code="33.16", name="Blora", score=87.99)]

    page = read(tile_map(regencies(), told, BANDS, caption=caption(), words=WORDS))

    assert "87,9" in words_in(page)
    assert "Blora: 87,99" in words_in(page, "title")


def test_a_chart_says_no_word_of_its_own() -> None:
    """So that a page can speak Indonesian or English."""
    for kind, draw in CHARTS.items():
        if kind not in ("province-map", "jateng-map", "small-map", "country-map"):
            page = read(draw(kind, [97.84, 88.1, 60], "Qq", ""))
            handed_in = {"Qq", "Ringkasan", "b", "c", *(step.label for step in BANDS)}
            said = re.findall(r"[^\W\d_]+", said_in(page))
            assert set(said) <= set(" ".join(handed_in).split()), kind
