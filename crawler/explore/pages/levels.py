"""Which level of its scheme a result reached; pure."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from crawler.explore.charts import Step
from storage.reading.schemes import BandRow, Result


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """The levels that were in force for some editions."""

    from_year: int
    to_year: int | None
    """None: until now."""
    levels: tuple[BandRow, ...]
    """Best first."""

    def holds(self, year: int | None) -> bool:
        """Whether an edition belongs to it."""
        return (
            year is not None
            and self.from_year <= year
            and (self.to_year is None or year <= self.to_year)
        )

    @property
    def steps(self) -> tuple[Step, ...]:
        """The levels as ranges of scores, lowest first; none where no limits are known."""
        limited = [
            Step(lowest=level.lowest, highest=level.highest, label=level.predicate)
            for level in reversed(self.levels)
            if level.lowest is not None and level.highest is not None
        ]
        return tuple(limited) if len(limited) == len(self.levels) else ()


def periods_of(bands: Sequence[BandRow]) -> tuple[Period, ...]:
    """The bands of a scheme by the editions they hold for, latest first."""
    starts = sorted({band.from_year for band in bands}, reverse=True)
    return tuple(_period([band for band in bands if band.from_year == start]) for start in starts)


def _period(levels: Sequence[BandRow]) -> Period:
    best_first = tuple(sorted(levels, key=lambda level: level.place))
    return Period(
        from_year=best_first[0].from_year, to_year=best_first[0].to_year, levels=best_first
    )


def period_of(periods: Iterable[Period], year: int | None) -> Period | None:
    """The period that an edition belongs to."""
    return next((period for period in periods if period.holds(year)), None)


def level_of(result: Result, levels: Sequence[BandRow], scale: int | None) -> BandRow | None:
    """The level of a result: by its score on the scheme's own scale, else by its words."""
    if result.score is not None and (result.scale is None or result.scale == scale):
        reached = [
            level for level in levels if level.lowest is not None and result.score >= level.lowest
        ]
        if reached:
            return min(reached, key=lambda level: level.place)
    for said, names in (
        (result.predicate, [level.predicate for level in levels]),
        (result.category, [level.letter for level in levels]),
        (result.zone, [level.zone for level in levels]),
    ):
        alike = [at for at, name in enumerate(names) if _same(said, name)]
        if len(alike) == 1:
            return levels[alike[0]]
    return None


def _same(said: str | None, name: str | None) -> bool:
    return said is not None and name is not None and said.casefold() == name.casefold()


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelCount:
    """How many awards of an edition reached a level."""

    scheme: str
    edition_year: int
    predicate: str | None
    """None: of no level that is known."""
    place: int | None
    letter: str | None
    zone: str | None
    awards: int


def counted(
    results: Iterable[Result], periods: Sequence[Period], scheme: str, scale: int | None
) -> tuple[LevelCount, ...]:
    """How many awards reached each level, latest edition first, best level first."""
    counts: Counter[tuple[int, BandRow | None]] = Counter()
    for result in results:
        period = period_of(periods, result.edition_year)
        if result.edition_year is not None and period is not None:
            level = level_of(result, period.levels, scale)
            counts[result.edition_year, level] += 1
    ordered = sorted(counts, key=lambda key: (-key[0], key[1] is None, key[1] and key[1].place))
    return tuple(_count(scheme, year, level, counts[year, level]) for year, level in ordered)


def _count(scheme: str, year: int, level: BandRow | None, awards: int) -> LevelCount:
    return LevelCount(
        scheme=scheme,
        edition_year=year,
        predicate=level.predicate if level else None,
        place=level.place if level else None,
        letter=level.letter if level else None,
        zone=level.zone if level else None,
        awards=awards,
    )
