"""Asks the store for all that a report tells."""

from sqlite_utils import Database

from crawler.explore.pages.levels import period_of, periods_of
from crawler.explore.report import ReportError
from crawler.explore.report.known import Known, League, Scope
from storage.corrections import corrections_of
from storage.reading.histories import BodyYear, histories_of
from storage.reading.league import REGION, Edition, LeagueRow, league_of, years_of
from storage.reading.news import last_night
from storage.reading.regions import Region, UnitRow, all_regions, region_of, units_of_region
from storage.reading.schemes import bands_of, scheme_named
from storage.reading.sources import earlier_scores_told, reports_of, unit_scores_told

MOST = 1_000
"""Rows of one table."""
_KINDS = (REGION, "unit", "other")


def scope_of(db: Database, scheme: str, year: int, code: str | None) -> Scope:
    """The scope by its names; `code` is that of a region. Raises ReportError."""
    named = scheme_named(db, scheme)
    if named is None:
        raise ReportError(f"no scheme {scheme!r} is known; `piagam awards` names those that are")
    place = None if code is None else region_of(db, code)
    if place is None:
        return Scope(scheme=named, year=year)
    if place.kind == "provinsi":
        return Scope(scheme=named, year=year, province=place)
    return Scope(scheme=named, year=year, province=region_of(db, place.province_code), region=place)


def gather(db: Database, scope: Scope) -> Known:
    """All that is known of it. Raises ReportError where no award is."""
    leagues = _leagues(db, scope)
    if not leagues:
        raise ReportError(_nothing(db, scope))
    regions = _regions(db, scope)
    scheme = scope.scheme.scheme
    awarded = (row.recipient for each in leagues for row in each.rows)
    bodies = tuple(dict.fromkeys((*_names(regions), *awarded)))
    history = histories_of(db, recipients=bodies, scheme=scheme, until=scope.year)
    awards = _awards(leagues, history)
    units = _units(db, scope)
    night = last_night(db)
    return Known(
        scope=scope,
        leagues=leagues,
        regions=regions,
        period=period_of(periods_of(bands_of(db, scheme)), scope.year),
        history=history,
        units=units,
        reports=reports_of(db, awards),
        earlier=earlier_scores_told(db, recipients=bodies, scheme=scheme),
        unit_reports=unit_scores_told(db, {unit.award_id for unit in units}),
        corrections=corrections_of(db, [row.award_id for each in leagues for row in each.rows]),
        read_until=night.ended_at if night else None,
    )


def _leagues(db: Database, scope: Scope) -> tuple[League, ...]:
    """Those that are not empty; of one kabupaten or kota only the units that are in it."""
    province = scope.province.code if scope.province else None
    found = []
    for kind in _KINDS:
        edition = Edition(scheme=scope.scheme.scheme, year=scope.year, province=province, kind=kind)
        rows = league_of(db, edition, MOST + 1)
        own = rows if kind == REGION else _inside(rows, scope.region)
        if own:
            found.append(League(kind=kind, rows=own[:MOST], is_cut=len(own) > MOST))
    return tuple(found)


def _inside(rows: tuple[LeagueRow, ...], region: Region | None) -> tuple[LeagueRow, ...]:
    if region is None:
        return rows
    return tuple(row for row in rows if row.recipient_code == region.code)


def _units(db: Database, scope: Scope) -> tuple[UnitRow, ...]:
    """Of a kabupaten or kota alone."""
    if scope.region is None:
        return ()
    scheme = scope.scheme.scheme
    return units_of_region(db, scope.region.code, MOST, scheme=scheme, year=scope.year)


def _regions(db: Database, scope: Scope) -> tuple[Region, ...]:
    known = all_regions(db)
    if scope.province is None:
        return known
    return tuple(each for each in known if each.province_code == scope.province.code)


def _names(regions: tuple[Region, ...]) -> tuple[str, ...]:
    return tuple(region.full_name for region in regions)


def _awards(leagues: tuple[League, ...], history: tuple[BodyYear, ...]) -> tuple[int, ...]:
    """Every award whose score is shown."""
    shown = [row.award_id for each in leagues for row in each.rows]
    earlier = [each.award_id for each in history if each.award_id is not None]
    return tuple(dict.fromkeys((*shown, *earlier)))


def _nothing(db: Database, scope: Scope) -> str:
    where = f" in {scope.place.full_name}" if scope.place else ""
    years = ", ".join(map(str, years_of(db, scope.scheme.scheme)))
    mend = f"editions known: {years}" if years else "`piagam crawl` looks for some"
    return f"no award of {scope.scheme.scheme} {scope.year} is known{where}; {mend}"
