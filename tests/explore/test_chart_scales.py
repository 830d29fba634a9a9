"""Axes, steps and colours hold whatever they are given."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.explore.charts import (
    Place,
    Step,
    even_steps,
    provinces,
    regencies_of,
    tile_map,
)
from crawler.explore.charts.axes import score_axis
from crawler.explore.charts.colours import (
    FAINT_INK,
    INK,
    LINES,
    PAPER,
    RAMP,
    STRIPES,
    UNKNOWN,
    contrast,
    letters_on,
    step_colour,
)
from crawler.explore.charts.steps import step_of
from tests.explore.gallery import BANDS, CHARTS, SVG, WORDS, caption, read, words_in

SCORES = st.lists(
    st.floats(-1e9, 1e9) | st.sampled_from([0.0, 1.0, 1.0 + 1e-12, 99.99995, 100.0]),
    min_size=1,
    max_size=30,
)


@given(SCORES, st.sampled_from(["lines", "many-lines", "bars", "histogram", "heat", "spark"]))
def test_whatever_the_scores_they_stand_within_the_chart(scores: list[float], kind: str) -> None:
    for chart in read(CHARTS[kind](kind, scores, "Blora", "")).iter(f"{SVG}svg"):
        _, _, width, height = map(float, (chart.get("viewBox") or "").split())
        for shape in chart.iter(f"{SVG}rect", f"{SVG}text", f"{SVG}line"):
            x = float(shape.get("x") or shape.get("x1") or 0)
            y = float(shape.get("y") or shape.get("y1") or 0)
            assert 0 <= x <= width
            assert 0 <= y <= height


@given(SCORES, st.sampled_from([None, 0.0, 1.0, 100.0, 1000.0]))
def test_an_axis_holds_its_scores_and_ends_at_the_scale(
    scores: list[float], scale: float | None
) -> None:
    axis, ticks = score_axis(scores, start=0, end=100, scale=scale)

    assert axis.low <= min(scores) <= max(scores) <= axis.high
    assert 1 <= len(ticks) <= 9
    assert axis.low <= ticks[0] <= ticks[-1] <= axis.high
    assert scale is None or axis.high <= scale or max(scores) > scale or scale <= axis.low + 1e-3


@given(SCORES)
def test_even_steps_hold_every_score(scores: list[float]) -> None:
    steps = even_steps(scores)

    assert 1 <= len(steps) <= 5
    assert all(low.highest == high.lowest for low, high in pairwise(steps))
    for score in scores:
        step = steps[step_of(score, steps)]
        rounding = 1e-8 + abs(score) * 1e-12
        assert step.lowest - rounding <= score <= step.highest + rounding


@pytest.mark.parametrize("count", range(1, 12))
def test_letters_are_read_on_every_step(count: int) -> None:
    colours = [step_colour(number, count) for number in range(count)]

    for colour in colours:
        assert contrast(letters_on(colour), colour) >= 4.5
    assert len(set(colours)) == count


def test_letters_and_lines_are_told_apart_from_what_lies_behind() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)
    for ground in (PAPER, *STRIPES):
        assert contrast(INK, ground) >= 4.5
        assert contrast(FAINT_INK, ground) >= 4.5
        for line in LINES:
            assert contrast(line, ground) >= 3
    assert contrast(INK, UNKNOWN) >= 4.5
    brightness = [contrast(colour, "#000000") for colour in RAMP]
    assert brightness == sorted(brightness, reverse=True)
    assert all(a / b > 1.2 for a, b in pairwise(brightness))


def test_a_layout_of_an_unknown_province_is_an_empty_chart() -> None:
    page = read(tile_map(regencies_of("99"), [], (), caption=caption(), words=WORDS))

    assert words_in(page) == [WORDS.empty]


def test_steps_may_come_in_any_order_and_may_be_missing() -> None:
    score = [Place(code="33", name="Jawa Tengah", score=90)]
    for steps in ((), (Step(lowest=80, highest=100),), BANDS[::-1], BANDS):
        page = read(tile_map(provinces(), score, steps, caption=caption(), words=WORDS))
        assert "90" in words_in(page)
