"""The charts of the dashboards, from the rows that stand in the tables beside them."""

from collections.abc import Iterable, Sequence
from datetime import UTC
from urllib.parse import urlencode

from markupsafe import Markup

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
    stacked_bars,
    tile_map,
)
from crawler.explore.charts.tiles import Layout
from crawler.explore.pages.levels import LevelCount, Period
from crawler.explore.speaking import Speech
from crawler.explore.visits import Visit
from storage.reading.league import LeagueRow
from storage.reading.neighbours import YearOfRecipient
from storage.reading.regions import HistoryRow, Region
from storage.reading.schemes import EditionSummary


def speech_of(visit: Visit) -> Speech:
    """The words of a visit; pages tell no moments, so the clock does not matter."""
    return Speech(language=visit.language, zone=UTC)


def words_of(t: Speech) -> Words:
    """The words of every chart."""
    return Words(
        empty=t("There is nothing to draw yet."),
        unknown=t("unknown"),
        more=t("and {} more, see the table"),
    )


def league_bars(
    rows: Sequence[LeagueRow], t: Speech, *, most: int, marked: str | None = None
) -> Markup:
    """The first placed rows of a league as bars; `marked` is the recipient a page is about."""
    placed = [row for row in rows if row.place is not None]
    bars = [
        Bar(
            name=row.recipient,
            score=row.score,
            place=str(row.place),
            href=f"/awards/{row.award_id}",
            is_marked=row.recipient == marked,
        )
        for row in placed
    ]
    caption = Caption(name="league-bars", title=t("Scores in their order"))
    scale = max((row.scale or row.score or 0 for row in placed), default=1)
    return bar_chart(bars, scale=scale or 1, caption=caption, words=words_of(t), most=most)


def level_histogram(scores: Sequence[float], steps: Sequence[Step], t: Speech) -> Markup:
    """How many scores of an edition stand in each band."""
    caption = Caption(name="league-bands", title=t("How many reached each band"))
    return histogram(scores, steps, caption=caption, words=words_of(t))


def edition_lines(
    editions: Sequence[EditionSummary], steps: Sequence[Step], scale: int | None, t: Speech
) -> Markup:
    """Lowest, median and highest score of each edition on the scheme's own scale."""
    known = [each for each in editions if each.edition_year is not None and each.scale == scale]
    lines = [
        Line(
            name=name,
            scores=tuple(
                YearScore(year=each.edition_year, score=score, href=league_address(each))
                for each in known
                if each.edition_year is not None and (score := getattr(each, field)) is not None
            ),
        )
        for field, name in (
            ("median", t("Median")), ("highest", t("Highest")), ("lowest", t("Lowest"))
        )
    ]  # fmt: skip
    caption = Caption(name="scheme-lines", title=t("Scores by edition"))
    return line_chart(lines, caption=caption, words=words_of(t), bands=steps, scale=scale)


def league_address(edition: EditionSummary) -> str:
    """The league of an edition."""
    asked = {"scheme": edition.scheme, "year": edition.edition_year}
    return f"/league?{urlencode(asked)}"


def level_bars(counts: Sequence[LevelCount], period: Period, t: Speech) -> Markup:
    """The levels reached in each edition of a period, one bar an edition."""
    inside = [each for each in counts if period.holds(each.edition_year)]
    keys: list[int | None] = [level.place for level in reversed(period.levels)]
    labels = [level.predicate for level in reversed(period.levels)]
    if any(each.place is None for each in inside):
        keys, labels = [None, *keys], [t("no band"), *labels]
    stacks = [
        Stack(
            name=str(year),
            counts=tuple(
                sum(e.awards for e in inside if e.edition_year == year and e.place == key)
                for key in keys
            ),
        )
        for year in sorted({each.edition_year for each in inside}, reverse=True)
    ]
    name = f"levels-{period.from_year}"
    caption = Caption(name=name, title=t("Awards by band and edition"))
    return stacked_bars(stacks, labels, caption=caption, words=words_of(t))


def score_heat(rows: Iterable[HistoryRow], t: Speech) -> Markup:
    """All schemes over the years, darker the nearer a score is to the top of its scale."""
    scored = [row for row in rows if row.scale]
    years = sorted({row.year for row in scored})
    names = dict.fromkeys((row.scheme, row.short) for row in scored)
    cells = {(row.scheme, row.year): _cell(row) for row in scored}
    heat = Heat(
        rows=tuple(
            HeatRow(name=short, cells=tuple(cells.get((scheme, year)) for year in years))
            for scheme, short in names
        ),
        columns=tuple(map(str, years)),
        unit=t("% of the scale"),
    )
    caption = Caption(name="score-heat", title=t("All schemes by year"))
    return heat_table(heat, caption=caption, words=words_of(t))


def _cell(row: HistoryRow) -> Cell:
    href = f"/awards/{row.award_id}" if row.award_id is not None else ""
    return Cell(score=row.score, scale=row.scale or 1, href=href)


def score_line(
    rows: Sequence[HistoryRow | YearOfRecipient], name: str, steps: Sequence[Step], t: Speech
) -> Markup:
    """One body in one scheme over the years, on the scale of its latest score."""
    scale = max(rows, key=lambda row: row.year).scale if rows else None
    scores = tuple(
        YearScore(
            year=row.year,
            score=row.score,
            href=f"/awards/{row.award_id}" if row.award_id is not None else "",
        )
        for row in rows
        if row.scale == scale
    )
    caption = Caption(name="score-line", title=t("Score by year"))
    lines = (Line(name=name, scores=scores),)
    return line_chart(lines, caption=caption, words=words_of(t), bands=steps, scale=scale)


def region_map(  # noqa: PLR0913 - what it shows, and how it is called
    layout: Layout,
    places: Iterable[Place],
    steps: Sequence[Step],
    name: str,
    t: Speech,
    *,
    about: str = "",
) -> Markup:
    """Those of the places that the layout has tiles for; `about` tells it from other maps."""
    codes = {tile.code for tile in layout.tiles}
    shown = [place for place in places if place.code in codes]
    title = ": ".join(filter(None, (t("Map of scores"), about)))
    caption = Caption(name=name, title=title)
    return tile_map(layout, shown, steps, caption=caption, words=words_of(t))


def place_of(region: Region, row: LeagueRow | None) -> Place:
    """A region's tile, which leads to its page; `row` is its result, if it has one."""
    href, score = f"/regions/{region.code}", row.score if row else None
    if row is not None and score is not None:
        href = f"{href}?{urlencode({'scheme': row.scheme})}"
    return Place(code=region.code, name=region.full_name, score=score, href=href)


def steps_for(
    scores: Sequence[float], period: Period | None, is_own_scale: bool
) -> tuple[Step, ...]:
    """The scheme's bands where they have limits on this scale, else even steps."""
    if period is not None and is_own_scale and period.steps:
        return period.steps
    return even_steps(scores)
