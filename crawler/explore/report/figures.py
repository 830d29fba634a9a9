"""What a report reckons from the rows of an edition. Pure."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from crawler.explore.charts import Step
from crawler.explore.pages.levels import level_of
from crawler.explore.pages.pictures import steps_for
from crawler.explore.report.known import Known
from storage.reading.histories import BodyYear
from storage.reading.league import LeagueRow
from storage.reading.regions import Region
from storage.reading.schemes import Result


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """An edition in figures; scores are those on its widest scale."""

    awards: int
    scored: int
    median: float | None
    highest: LeagueRow | None
    lowest: LeagueRow | None
    disputed: int
    zones: tuple[tuple[str, int], ...]
    """How many stand in each zone, most first: as printed, else as the scheme's bands have it."""


def figures_of(known: Known) -> Figures:
    """The key figures of the first league."""
    rows = known.main.rows
    scored = compared(rows)
    zones = Counter(zone for row in rows if (zone := _zone(row, known)) is not None)
    return Figures(
        awards=len(rows),
        scored=len(scored),
        median=middle(_scores(scored)),
        highest=scored[0] if scored else None,
        lowest=scored[-1] if scored else None,
        disputed=sum(row.status == "disputed" for row in rows),
        zones=tuple(zones.most_common()),
    )


def _zone(row: LeagueRow, known: Known) -> str | None:
    if row.zone is not None or row.status == "disputed" or known.period is None:
        return row.zone
    result = Result(
        edition_year=row.edition_year,
        score=row.score,
        scale=row.scale,
        predicate=row.predicate,
        category=row.category,
        zone=None,
    )
    level = level_of(result, known.period.levels, known.scope.scheme.scale)
    return level.zone if level else None


def widest_scale(rows: Iterable[LeagueRow]) -> int | None:
    """The scale on which the scores of an edition are compared."""
    return max((row.scale for row in rows if row.scale), default=None)


def compared(rows: Sequence[LeagueRow]) -> tuple[LeagueRow, ...]:
    """The placed rows whose score is on the widest scale, best first."""
    scale = widest_scale(rows)
    return tuple(row for row in rows if row.place is not None and row.scale in (None, scale))


def middle(scores: Sequence[float]) -> float | None:
    """The score in the middle."""
    return round(median(scores), 4) if scores else None


def _scores(rows: Iterable[LeagueRow]) -> list[float]:
    return [row.score for row in rows if row.score is not None]


def steps_of(known: Known, rows: Sequence[LeagueRow]) -> tuple[Step, ...]:
    """The scheme's bands where they have limits on the scale of the rows, else even steps."""
    scale = widest_scale(rows)
    return steps_for(
        _scores(compared(rows)), known.period, scale in (None, known.scope.scheme.scale)
    )


def climbers(rows: Sequence[LeagueRow], most: int) -> tuple[LeagueRow, ...]:
    """Those that gained most points, most first."""
    gained = [row for row in rows if row.change is not None and row.change > 0]
    return tuple(sorted(gained, key=lambda row: -(row.change or 0))[:most])


def fallers(rows: Sequence[LeagueRow], most: int) -> tuple[LeagueRow, ...]:
    """Those that lost most points, most first."""
    lost = [row for row in rows if row.change is not None and row.change < 0]
    return tuple(sorted(lost, key=lambda row: row.change or 0)[:most])


@dataclass(frozen=True, slots=True, kw_only=True)
class YearFigures:
    """One edition among those before it."""

    year: int
    scored: int
    lowest: float
    median: float
    highest: float


def years_of(history: Iterable[BodyYear], scale: int | None) -> tuple[YearFigures, ...]:
    """The scores on this scale by year, first year first."""
    by_year: dict[int, list[float]] = defaultdict(list)
    for each in history:
        if each.scale in (None, scale):
            by_year[each.year].append(each.score)
    return tuple(
        YearFigures(
            year=year,
            scored=len(scores),
            lowest=min(scores),
            median=round(median(scores), 4),
            highest=max(scores),
        )
        for year, scores in sorted(by_year.items())
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvinceFigures:
    """A province and what is in it."""

    code: str
    province: str
    own: float | None
    """The score of the province itself."""
    regions: int
    """Kabupaten and kota of which a score is known."""
    of: int
    median: float | None
    lowest: float | None
    highest: float | None


def provinces_of(known: Known) -> tuple[ProvinceFigures, ...]:
    """The provinces by the median of their kabupaten and kota, best first."""
    scores = {row.recipient_code: row.score for row in compared(known.main.rows)}
    inside: dict[str, list[Region]] = defaultdict(list)
    for region in known.regions:
        if region.kind != "provinsi":
            inside[region.province_code].append(region)
    found = (
        _province(each, inside[each.code], scores)
        for each in known.regions
        if each.kind == "provinsi"
    )
    return tuple(sorted(found, key=lambda each: (-(each.median or 0), each.province)))


def _province(
    province: Region, inside: Sequence[Region], scores: dict[str | None, float | None]
) -> ProvinceFigures:
    found = [score for region in inside if (score := scores.get(region.code)) is not None]
    return ProvinceFigures(
        code=province.code,
        province=province.name,
        own=scores.get(province.code),
        regions=len(found),
        of=len(inside),
        median=middle(found),
        lowest=min(found, default=None),
        highest=max(found, default=None),
    )


def compared_names(known: Known) -> frozenset[str]:
    """The bodies whose scores are followed over the years."""
    if known.main.is_of_regions:
        return frozenset(region.full_name for region in known.regions)
    return frozenset(row.recipient for row in known.main.rows)


def unreported(known: Known) -> tuple[Region, ...]:
    """Regions of which no report of this edition is known."""
    told = {row.recipient for each in known.leagues for row in each.rows}
    return tuple(region for region in known.regions if region.full_name not in told)
