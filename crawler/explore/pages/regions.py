"""All regions, and one of them: its scores over the years, units, disputes and neighbours."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from sqlite_utils import Database

from crawler.explore.page import Column, Kind, Page, Table, table_of
from crawler.explore.pages.league import LEAGUE, MOST
from crawler.explore.pages.levels import period_of, periods_of
from crawler.explore.pages.pictures import league_bars, score_heat, score_line, speech_of
from crawler.explore.visits import BadVisit, NothingThere, Visit
from storage.reading.league import Edition, LeagueRow, league_of
from storage.reading.regions import (
    HistoryRow,
    Region,
    all_regions,
    awards_of_region,
    disputes_of_region,
    history_of,
    region_of,
    regions_of,
    units_of_region,
)
from storage.reading.schemes import bands_of

_BARS = 40

_REGION = (
    Column(name="full_name", title="Region", link="/regions/{code}"),
    Column(name="province", title="Province", link="/regions/{province_code}"),
    Column(name="awards", title="Awards", kind=Kind.NUMBER),
    Column(name="code", title="Code"),
    Column(name="name", title="Name", is_shown=False),
    Column(name="kind", title="Kind", kind=Kind.TERM, is_shown=False),
    Column(name="province_code", title="Province code", is_shown=False),
)
_HISTORY = (
    Column(name="short", title="Scheme", link="/schemes/{scheme}"),
    Column(
        name="year", title="Edition", kind=Kind.YEAR, link="/league?scheme={scheme}&year={year}"
    ),
    Column(name="score", title="Score", kind=Kind.SCORE, link="/awards/{award_id}"),
    Column(name="scale", title="Scale", kind=Kind.NUMBER),
    Column(name="change", title="Change", kind=Kind.CHANGE),
    Column(name="since_year", title="Since", kind=Kind.YEAR),
    Column(name="source", title="From", kind=Kind.TERM),
    Column(name="outlet", title="Reported by", link="{url}"),
    Column(name="score_raw", title="As printed", is_shown=False),
    Column(name="scheme", title="Id", is_shown=False),
    Column(name="family", title="Family", kind=Kind.TERM, is_shown=False),
    Column(name="award_id", title="Number", kind=Kind.NUMBER, is_shown=False),
    Column(name="url", title="Address", is_shown=False),
)
_AWARD = (
    Column(name="recipient", title="Recipient", link="/awards/{award_id}"),
    Column(name="scheme_short", title="Award", link="/league?scheme={scheme}&year={edition_year}"),
    Column(name="edition_year", title="Edition", kind=Kind.YEAR),
    Column(name="score", title="Score", kind=Kind.SCORE),
    Column(name="predicate", title="Predicate"),
    Column(name="zone", title="Zone", kind=Kind.TERM),
    Column(name="rank", title="Rank", kind=Kind.NUMBER),
    Column(name="status", title="Status", kind=Kind.TERM),
    Column(name="recipient_code", title="Code", is_shown=False),
    Column(name="scheme", title="Scheme", is_shown=False),
    Column(name="score_raw", title="As printed", is_shown=False),
    Column(name="scale", title="Scale", kind=Kind.NUMBER, is_shown=False),
    Column(name="category", title="Category", is_shown=False),
    Column(name="rank_scope", title="Rank among", is_shown=False),
    Column(name="award_date", title="Day", kind=Kind.DAY, is_shown=False),
    Column(name="award_id", title="Number", kind=Kind.NUMBER, is_shown=False),
)
_UNIT = (
    Column(name="unit", title="Unit", link="/awards/{award_id}"),
    Column(name="difference", title="Against the whole", kind=Kind.CHANGE),
    Column(name="score", title="Score", kind=Kind.SCORE),
    Column(name="whole", title="Score of the whole", kind=Kind.SCORE),
    Column(name="scale", title="Scale", kind=Kind.NUMBER),
    Column(name="recipient", title="Recipient"),
    Column(name="scheme_short", title="Award", link="/league?scheme={scheme}&year={edition_year}"),
    Column(name="edition_year", title="Edition", kind=Kind.YEAR),
    Column(name="outlets", title="Outlets", kind=Kind.NUMBER),
    Column(name="scheme", title="Scheme", is_shown=False),
    Column(name="score_raw", title="As printed", is_shown=False),
    Column(name="award_id", title="Number", kind=Kind.NUMBER, is_shown=False),
)
_SIDE = (
    Column(name="recipient", title="Recipient", link="/awards/{award_id}"),
    Column(name="scheme_short", title="Award", link="/league?scheme={scheme}&year={edition_year}"),
    Column(name="edition_year", title="Edition", kind=Kind.YEAR),
    Column(name="score", title="Score", kind=Kind.SCORE),
    Column(name="outlet", title="Reported by", link="/articles/{article_id}"),
    Column(name="sentence", title="Sentence"),
    Column(name="scheme", title="Scheme", is_shown=False),
    Column(name="score_raw", title="As printed", is_shown=False),
    Column(name="url", title="Address", is_shown=False),
    Column(name="article_id", title="Article", kind=Kind.NUMBER, is_shown=False),
    Column(name="award_id", title="Number", kind=Kind.NUMBER, is_shown=False),
)


def regions(db: Database, visit: Visit) -> Page:
    """`/regions`; `?q=` those whose names hold these words."""
    wanted = visit.text("q")
    known = all_regions(db)
    words = (wanted or "").casefold().split()
    found = [row for row in known if all(word in row.full_name.casefold() for word in words)]
    return Page(
        template="regions.html",
        title="Regions",
        values={
            "wanted": wanted or "",
            "provinces": [row for row in known if row.kind == "provinsi"],
            "within": {
                row.code: [each for each in known if each.province_code == row.code][1:]
                for row in known
                if row.kind == "provinsi"
            },
        },
        tables=(table_of("regions", "Regions", _REGION, map(asdict, found), MOST),),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Focus:
    """The scheme that a region's page looks at closely."""

    scheme: str
    short: str
    rows: tuple[HistoryRow, ...]
    """Latest first; never empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Seen:
    """A region and its scores."""

    region: Region
    history: tuple[HistoryRow, ...]
    focus: _Focus | None
    around: tuple[LeagueRow, ...]
    """Its league in that scheme's latest edition."""


def region(db: Database, visit: Visit) -> Page:
    """`/regions/<code>?scheme`: all that is known of a region and of the bodies in it."""
    known = region_of(db, visit.path["code"])
    if known is None:
        raise NothingThere(f"no region {visit.path['code']!r}; /regions lists them")
    history = history_of(db, known.full_name)
    focus = _focus(history, visit.text("scheme"))
    seen = _Seen(region=known, history=history, focus=focus, around=_around(db, known, focus))
    return Page(
        template="region.html",
        title="Region",
        values={
            "region": known,
            "focus": focus,
            "choices": tuple(dict.fromkeys((row.scheme, row.short) for row in history)),
            "within": regions_of(db, known.code) if known.kind == "provinsi" else (),
            **_pictures(db, visit, seen),
        },
        tables=_tables(db, seen),
    )


def _pictures(db: Database, visit: Visit, seen: _Seen) -> dict[str, object]:
    focus, name = seen.focus, seen.region.full_name
    if focus is None:
        return {"line": None, "heat": None, "bars": None}
    t = speech_of(visit)
    period = period_of(periods_of(bands_of(db, focus.scheme)), focus.rows[0].year)
    return {
        "line": score_line(focus.rows, name, period.steps if period else (), t),
        "heat": score_heat(seen.history, t),
        "bars": league_bars(seen.around, t, most=_BARS, marked=name) if seen.around else None,
    }


def _tables(db: Database, seen: _Seen) -> tuple[Table, ...]:
    code = seen.region.code
    awards = awards_of_region(db, code, MOST + 1)
    units = units_of_region(db, code, MOST + 1)
    disputes = disputes_of_region(db, code, MOST + 1)
    return (
        table_of("history", "Scores over the years", _HISTORY, map(asdict, seen.history), MOST),
        table_of("units", "Units, the furthest behind first", _UNIT, map(asdict, units), MOST),
        table_of("neighbours", "Neighbours", LEAGUE, map(asdict, seen.around), MOST),
        table_of("disputes", "Where reports differ", _SIDE, map(asdict, disputes), MOST),
        table_of("awards", "Awards", _AWARD, map(asdict, awards), MOST),
    )


def _focus(history: Sequence[HistoryRow], wanted: str | None) -> _Focus | None:
    """The scheme that was asked for, else of public service the one with the longest history."""
    schemes = {row.scheme: tuple(r for r in history if r.scheme == row.scheme) for row in history}
    if wanted is not None and wanted not in schemes:
        raise BadVisit(f"scheme: no score of {wanted!r} is known here; leave it out")
    if not schemes:
        return None
    chosen = wanted or max(
        schemes,
        key=lambda scheme: (
            schemes[scheme][0].family == "public-service",
            len(schemes[scheme]),
            schemes[scheme][0].year,
        ),
    )
    return _Focus(scheme=chosen, short=schemes[chosen][0].short, rows=schemes[chosen])


def _around(db: Database, known: Region, focus: _Focus | None) -> tuple[LeagueRow, ...]:
    """The league of its kind, within its province, in the latest edition of the scheme."""
    if focus is None:
        return ()
    province = None if known.kind == "provinsi" else known.province_code
    edition = Edition(
        scheme=focus.scheme, year=focus.rows[0].year, province=province, kind=known.kind
    )
    return league_of(db, edition, MOST + 1)
