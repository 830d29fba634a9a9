"""The benchmark of pages goes the way of a crawl, and its figures are those of its rounds."""

from dataclasses import replace

import pytest

from benchmarks import page_cost
from benchmarks.mix import ORDINARY_SHARE, even, of_a_night
from benchmarks.page_cost import STEPS, Figures, Spent
from benchmarks.pages import RecordedPage, of_unknown_make, record_pages, without_rules
from benchmarks.table import render
from benchmarks.text_quality import Quality, table
from crawler.extraction.rules import ArticleRules
from crawler.newsroom.stories import StoryKind


@pytest.fixture(scope="module")
def few() -> tuple[RecordedPage, ...]:
    """A page of each kind of story."""
    pages = record_pages()
    return tuple(next(page for page in pages if page.kind is kind) for kind in StoryKind)


@pytest.fixture(scope="module")
def figures(few: tuple[RecordedPage, ...]) -> Figures:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(page_cost, "record_pages", lambda: few)
        return page_cost.measure(1)


def test_every_make_and_kind_of_page_is_measured_beside_both_peers(figures: Figures) -> None:
    assert [group.name for group in figures.groups] == [
        *("a night of configured outlets", "configured outlets", "no rules", "unknown make")
    ]
    assert [(kind.name, kind.pages) for kind in figures.kinds] == [(k.value, 1) for k in StoryKind]
    for group in (*figures.groups, *figures.kinds):
        assert set(group.steps) == set(STEPS)
        assert group.ratio.middle == pytest.approx(group.plain.middle / group.piagam.middle)
        steps = sum(spread.middle for spread in group.steps.values())
        assert steps == pytest.approx(group.piagam.middle)


def test_the_aims_stand_in_the_table_and_it_fits_a_screen(figures: Figures) -> None:
    rows = figures.table().rows
    assert [row.at_least for row in rows if row.at_least] == [6.0, 8.0, 1.35, 1.35]
    quality = Quality(
        extractor="trafilatura", precision=0.5, recall=0.9, f1=0.65, leaked=7, empty=0
    )
    ours = replace(quality, extractor="piagam", f1=1.0, leaked=0)
    text = table({"configured outlets": (ours, quality)})
    assert [row.is_met for row in text.rows] == [True, True, None, None]
    for line in f"{render(figures.table())}\n{render(text)}".splitlines():
        assert len(line) <= 100


def test_a_night_weighs_each_kind_as_often_as_it_is_met() -> None:
    kinds = [StoryKind.ORDINARY, *[StoryKind.AWARD] * 2, *[StoryKind.HARD_NEGATIVE] * 3]
    weights = of_a_night([*kinds, StoryKind.ORDINARY])
    assert weights[0] == weights[-1] == pytest.approx(ORDINARY_SHARE / 2)
    assert weights[1:-1] == [pytest.approx((1 - ORDINARY_SHARE) / 5)] * 5
    assert sum(weights) == pytest.approx(1.0)
    assert of_a_night(kinds[1:3]) == even(2) == [0.5, 0.5]


def test_the_night_is_reckoned_from_the_very_pages_of_the_newsroom(figures: Figures) -> None:
    night, newsroom = figures.groups[:2]
    kinds = {kind.name: kind.piagam.middle for kind in figures.kinds}
    ordinary = kinds.pop(StoryKind.ORDINARY.value)
    rest = sum(kinds.values()) / len(kinds)
    reckoned = ORDINARY_SHARE * ordinary + (1 - ORDINARY_SHARE) * rest
    assert night.piagam.middle == pytest.approx(reckoned)
    assert newsroom.piagam.middle == pytest.approx((ordinary + sum(kinds.values())) / 3)


def test_spent_is_the_sum_of_its_steps() -> None:
    assert Spent(extract=1.0, read=2.0, store=4.0).whole == 7.0


def test_a_page_that_is_no_article_is_told(few: tuple[RecordedPage, ...]) -> None:
    with pytest.raises(RuntimeError, match="read as no article"):
        page_cost._piagam([replace(few[0], body=b"")])


def test_an_unknown_make_has_no_rules_and_no_name_that_anybody_knows(
    few: tuple[RecordedPage, ...],
) -> None:
    for page, known, unknown in zip(few, without_rules(few), of_unknown_make(few), strict=True):
        assert known.body == page.body
        assert known.rules == unknown.rules == ArticleRules()
        assert b'class="entry' not in unknown.body
        assert unknown.written == page.written != ()
