"""What a report is made of: one edition as the store knows it. Frozen values, nothing reckoned."""

from dataclasses import dataclass

from crawler.explore.pages.levels import Period
from storage.award_records import Correction
from storage.reading.histories import BodyYear
from storage.reading.league import REGION, LeagueRow
from storage.reading.regions import Region, UnitRow
from storage.reading.schemes import SchemeName
from storage.reading.sources import AsideRow, ReportRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What the report is about."""

    scheme: SchemeName
    year: int
    province: Region | None = None
    """None: the whole country."""
    region: Region | None = None
    """A kabupaten or kota of that province which the report looks at closely."""

    @property
    def place(self) -> Region | None:
        """The region that it is about; None: the whole country."""
        return self.region or self.province


@dataclass(frozen=True, slots=True, kw_only=True)
class League:
    """Awards that are compared with one another."""

    kind: str
    """One of `storage.reading.league.KINDS`."""
    rows: tuple[LeagueRow, ...]
    """Best first."""
    is_cut: bool

    @property
    def is_of_regions(self) -> bool:
        """Whether regions themselves are compared, not the bodies in them."""
        return self.kind == REGION


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Everything that the store knows of an edition in its scope."""

    scope: Scope
    leagues: tuple[League, ...]
    """None of them empty; what the report is mostly about is the first."""
    regions: tuple[Region, ...]
    """Those that could have a result."""
    period: Period | None
    """The scheme's bands in this edition."""
    history: tuple[BodyYear, ...]
    """Scores until this edition, of the regions and of all bodies in the leagues."""
    units: tuple[UnitRow, ...]
    """Of the one region that is looked at, the furthest behind first."""
    reports: tuple[ReportRow, ...]
    earlier: tuple[AsideRow, ...]
    """Scores of earlier editions, as later reports tell them."""
    unit_reports: tuple[AsideRow, ...]
    corrections: tuple[Correction, ...]
    read_until: str | None
    """When the last crawl ended, UTC; None before the first."""

    @property
    def main(self) -> League:
        """What the report is mostly about."""
        return self.leagues[0]
