"""A report as one HTML text: its style inside, no script, nothing from elsewhere. Pure."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache, partial
from importlib import resources
from itertools import groupby

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from crawler.alerts.wording import harmless, printed
from crawler.explore.page import Column, Kind
from crawler.explore.report.figures import (
    climbers,
    compared_names,
    fallers,
    figures_of,
    provinces_of,
    unreported,
    widest_scale,
    years_of,
)
from crawler.explore.report.known import Known
from crawler.explore.report.notes import Note, Notes, notes_of
from crawler.explore.report.pictures import bars, distribution, maps, trend
from crawler.explore.report.sheets import (
    Sheet,
    bands_sheet,
    corrections_sheet,
    history_sheet,
    league_sheet,
    moved_sheet,
    provinces_sheet,
    units_sheet,
    years_sheet,
)
from crawler.explore.speaking import Speech
from storage.reading.histories import BodyYear
from storage.reading.league import LeagueRow
from storage.reading.regions import Region

_MOVED = 10
"""Climbers and fallers that are shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """Regions of one province without a report of the edition."""

    province: str
    regions: tuple[tuple[Region, BodyYear | None], ...]
    """Each with the last score that is known of it."""
    is_whole: bool
    """Whether nothing at all is known of the province, in this edition or before."""


def write_report(known: Known, t: Speech, made_at: datetime) -> str:
    """The whole page in the language of `t`."""
    notes = notes_of(known)
    context = {
        "t": t,
        "known": known,
        "scope": known.scope,
        "made_at": made_at,
        "style": _style(),
        "notes": notes.all,
        "note_of": notes.of,
        "score_of": _score_of,
        "signed": partial(_signed, t),
        **_at_a_glance(known, notes, t),
        **_over_time(known, notes, t),
        **_doubts(known, notes),
    }
    return _templates().get_template("report.html").render(context)


def _score_of(row: LeagueRow) -> str:
    return "–" if row.score is None else printed(row.score_raw, row.score)


def _signed(t: Speech, change: float) -> str:
    return t.cell(Column(name="change", title="Change", kind=Kind.CHANGE), {"change": change})


def _at_a_glance(known: Known, notes: Notes, t: Speech) -> Mapping[str, object]:
    rows, place = known.main.rows, known.scope.region
    marked = place.full_name if place else None
    by_province = provinces_of(known) if known.main.is_of_regions else ()
    is_national = known.scope.province is None
    return {
        "figures": figures_of(known),
        "own": next((row for row in rows if row.recipient == marked), None),
        "bars": bars(known, notes, t),
        "distribution": distribution(known, t),
        "maps": maps(known, by_province, notes, t) if by_province else (),
        "provinces": provinces_sheet(by_province) if by_province and is_national else None,
        "leagues": [
            (each, league_sheet(each, notes, is_main=each is known.main, marked=marked))
            for each in known.leagues
        ],
        "climbers": moved_sheet("climbers", climbers(rows, _MOVED), notes, title="Climbers"),
        "fallers": moved_sheet("fallers", fallers(rows, _MOVED), notes, title="Fallers"),
        "bands": bands_sheet(known.period.levels) if known.period else None,
        "sources_of_bands": _sources_of_bands(known),
    }


def _sources_of_bands(known: Known) -> tuple[str, ...]:
    levels = known.period.levels if known.period else ()
    return tuple(dict.fromkeys(level.source for level in levels))


def _over_time(known: Known, notes: Notes, t: Speech) -> Mapping[str, object]:
    years = years_of(_settled(known), widest_scale(known.main.rows))
    return {
        "years": years_sheet(years),
        "trend": trend(known, years, notes, t) if years else None,
        "history": _history(known, notes),
        "units": units_sheet(known.units, notes),
    }


def _settled(known: Known) -> Iterator[BodyYear]:
    """The scores of what the first league compares, without those in dispute."""
    placed = {row.award_id for row in known.main.rows if row.place is not None}
    names = compared_names(known)
    for each in known.history:
        is_now = each.year == known.scope.year
        if each.recipient in names and (not is_now or each.award_id in placed):
            yield each


def _history(known: Known, notes: Notes) -> Sheet | None:
    """The scores of each region of a province by year; of the whole country there are too many."""
    if known.scope.province is None:
        return None
    names = sorted(compared_names(known))
    marked = known.scope.region.full_name if known.scope.region else None
    sheet = history_sheet(known, names, notes, marked)
    return sheet if sheet.table.rows else None


def _doubts(known: Known, notes: Notes) -> Mapping[str, object]:
    rows = [row for league in known.leagues for row in league.rows]
    by_number = {note.number: note for note in notes.all}
    names = {row.award_id: row.recipient for row in rows}
    return {
        "disputes": tuple(_disputed(rows, notes, by_number)),
        "corrections": corrections_sheet(known.corrections, names),
        "without_score": tuple(row for row in rows if row.score is None),
        "missing": _missing(known) if known.main.is_of_regions else (),
    }


def _disputed(
    rows: Sequence[LeagueRow], notes: Notes, by_number: Mapping[int, Note]
) -> Iterator[tuple[LeagueRow, Note | None]]:
    for row in rows:
        if row.status == "disputed":
            number = notes.of(row.recipient, row.edition_year)
            yield row, None if number is None else by_number[number]


def _missing(known: Known) -> tuple[Missing, ...]:
    last = {each.recipient: each for each in known.history}
    there = Counter(region.province for region in known.regions)
    found = groupby(unreported(known), key=lambda each: each.province)
    told = ((name, [(each, last.get(each.full_name)) for each in group]) for name, group in found)
    return tuple(
        Missing(
            province=name,
            regions=tuple(regions),
            is_whole=len(regions) == there[name] and not any(score for _, score in regions),
        )
        for name, regions in told
    )


@cache
def _style() -> Markup:
    """The style sheets, to be put inside the page."""
    folder = resources.files("crawler.explore") / "static"
    sheets = ((folder / name).read_text(encoding="utf-8") for name in ("report.css", "charts.css"))
    return Markup("\n".join(sheets))  # noqa: S704 - our own files


@cache
def _templates() -> Environment:
    return Environment(
        loader=PackageLoader("crawler.explore", "templates/report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_printable,
    )


def _printable(value: object) -> object:
    """Names and words of outlets cannot turn the direction of a line, nor hide in it."""
    return harmless(value) if type(value) is str else value
