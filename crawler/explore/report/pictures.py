"""The charts of a report; what they link to are its own notes. Pure."""

from collections.abc import Sequence

from markupsafe import Markup

from crawler.explore.charts import (
    Bar,
    Line,
    Place,
    Step,
    YearScore,
    bar_chart,
    line_chart,
    provinces,
    regencies_of,
)
from crawler.explore.charts.drawing import Caption
from crawler.explore.pages.pictures import level_histogram, region_map, words_of
from crawler.explore.report.figures import (
    ProvinceFigures,
    YearFigures,
    compared,
    steps_of,
    widest_scale,
)
from crawler.explore.report.known import Known
from crawler.explore.report.notes import Notes
from crawler.explore.speaking import Speech

_BARS = 12


def bars(known: Known, notes: Notes, t: Speech) -> Markup:
    """The first of the league, and in another colour the region that the report is about."""
    marked = known.scope.region.full_name if known.scope.region else None
    shown = [
        Bar(
            name=row.recipient,
            score=row.score,
            place=str(row.place),
            href=_note(notes.of(row.recipient, row.edition_year)),
            is_marked=row.recipient == marked,
        )
        for row in compared(known.main.rows)
    ]
    shown = [*shown[: _BARS - 1], *sorted(shown[_BARS - 1 :], key=lambda bar: not bar.is_marked)]
    caption = Caption(name="bars", title=t("Scores in their order"))
    scale = widest_scale(known.main.rows) or max((bar.score or 0 for bar in shown), default=1)
    return bar_chart(shown, scale=scale or 1, caption=caption, words=words_of(t), most=_BARS)


def _note(number: int | None) -> str:
    return "" if number is None else f"#n{number}"


def distribution(known: Known, t: Speech) -> Markup:
    """How many reached each band."""
    rows = compared(known.main.rows)
    scores = [row.score for row in rows if row.score is not None]
    return level_histogram(scores, steps_of(known, rows), t)


def trend(known: Known, years: Sequence[YearFigures], notes: Notes, t: Speech) -> Markup:
    """Median, highest and lowest by year; above all the region that the report is about."""
    own = _own_line(known, notes)
    fields = (("median", t("Median")), ("highest", t("Highest")), ("lowest", t("Lowest")))
    lines = [
        Line(
            name=name,
            scores=tuple(YearScore(year=y.year, score=getattr(y, field)) for y in years),
        )
        for field, name in fields
    ]
    caption = Caption(name="trend", title=t("Scores by edition"))
    scale = widest_scale(known.main.rows)
    return line_chart(
        [*own, *lines],
        caption=caption,
        words=words_of(t),
        bands=_bands(known, scale),
        scale=scale,
    )


def _own_line(known: Known, notes: Notes) -> list[Line]:
    region = known.scope.region
    if region is None:
        return []
    scale = widest_scale(known.main.rows)
    scores = tuple(
        YearScore(year=e.year, score=e.score, href=_note(notes.of(e.recipient, e.year)))
        for e in known.history
        if e.recipient == region.full_name and e.scale in (None, scale)
    )
    return [Line(name=region.full_name, scores=scores)]


def _bands(known: Known, scale: int | None) -> tuple[Step, ...]:
    """The bands of this edition, where they are on this scale."""
    if known.period is None or scale != known.scope.scheme.scale:
        return ()
    return known.period.steps


def maps(
    known: Known, by_province: Sequence[ProvinceFigures], notes: Notes, t: Speech
) -> tuple[tuple[str, Markup], ...]:
    """Each map with its heading: a province's tiles, or the provinces of the country."""
    rows = compared(known.main.rows)
    steps = steps_of(known, rows)
    if known.scope.province is not None:
        results = {row.recipient: row for row in rows}
        places = [
            Place(
                code=region.code,
                name=region.full_name,
                score=results[region.full_name].score if region.full_name in results else None,
                href=_note(notes.of(region.full_name, known.scope.year)),
            )
            for region in known.regions
        ]
        layout = regencies_of(known.scope.province.code)
        return ((known.scope.province.name, region_map(layout, places, steps, "map", t)),)
    own = [Place(code=e.code, name=e.province, score=e.own) for e in by_province]
    inside = [Place(code=e.code, name=e.province, score=e.median) for e in by_province]
    told = (
        (t("The provinces themselves"), "map-own", own),
        (t("Median of the kabupaten and kota in each province"), "map-inside", inside),
    )
    return tuple(
        (title, region_map(provinces(), places, steps, name, t, about=title))
        for title, name, places in told
        if any(place.score is not None for place in places)
    )
