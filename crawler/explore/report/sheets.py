"""The tables of a report, each row with the numbers of the notes that prove it. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace

from crawler.explore.page import Column, Kind, Row, Table
from crawler.explore.report.figures import ProvinceFigures, YearFigures
from crawler.explore.report.known import Known, League
from crawler.explore.report.notes import Notes, unit_key
from storage.award_records import Correction
from storage.reading.league import LeagueRow
from storage.reading.regions import UnitRow
from storage.reading.schemes import BandRow

_LEAGUE = (
    Column(name="place", title="Place", kind=Kind.NUMBER),
    Column(name="recipient", title="Recipient"),
    Column(name="score", title="Score", kind=Kind.SCORE),
    Column(name="change", title="Change", kind=Kind.CHANGE),
    Column(name="since_year", title="Since", kind=Kind.YEAR),
    Column(name="predicate", title="Predicate"),
    Column(name="zone", title="Zone", kind=Kind.TERM),
    Column(name="status", title="Status", kind=Kind.TERM),
)
_MOVED = (
    Column(name="recipient", title="Recipient"),
    Column(name="change", title="Change", kind=Kind.CHANGE),
    Column(name="since_year", title="Since", kind=Kind.YEAR),
    Column(name="score", title="Score", kind=Kind.SCORE),
)
_YEAR = (
    Column(name="year", title="Edition", kind=Kind.YEAR),
    Column(name="scored", title="With a score", kind=Kind.NUMBER),
    Column(name="lowest", title="Lowest", kind=Kind.SCORE),
    Column(name="median", title="Median", kind=Kind.SCORE),
    Column(name="highest", title="Highest", kind=Kind.SCORE),
)
_UNIT = (
    Column(name="unit", title="Unit"),
    Column(name="score", title="Score", kind=Kind.SCORE),
    Column(name="difference", title="Against the whole", kind=Kind.CHANGE),
    Column(name="whole", title="Score of the whole", kind=Kind.SCORE),
)
_BAND = (
    Column(name="predicate", title="Predicate"),
    Column(name="letter", title="Letter"),
    Column(name="zone", title="Zone", kind=Kind.TERM),
    Column(name="lowest", title="Lowest", kind=Kind.SCORE),
    Column(name="highest", title="Highest", kind=Kind.SCORE),
)
_PROVINCE = (
    Column(name="province", title="Province"),
    Column(name="own", title="The province itself", kind=Kind.SCORE),
    Column(name="regions", title="Kabupaten and kota known", kind=Kind.NUMBER),
    Column(name="of", title="of all", kind=Kind.NUMBER),
    Column(name="lowest", title="Lowest", kind=Kind.SCORE),
    Column(name="median", title="Median", kind=Kind.SCORE),
    Column(name="highest", title="Highest", kind=Kind.SCORE),
)
_CORRECTION = (
    Column(name="recipient", title="Recipient"),
    Column(name="field", title="Field", kind=Kind.TERM),
    Column(name="before", title="Before"),
    Column(name="after", title="After"),
    Column(name="because", title="Why"),
    Column(name="who", title="Who"),
    Column(name="day", title="When", kind=Kind.DAY),
    Column(name="undone", title="Undone", kind=Kind.DAY),
)


_OTHER_LEAGUES = {
    "unit": "Offices and units with results of their own",
    "other": "Other bodies",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A table with what stands beside its rows."""

    table: Table
    notes: tuple[tuple[int, ...], ...] = ()
    """Numbers of the notes behind each row; none at all where a table has no notes."""
    marked: int | None = None
    """The row that the report is about, counted from 0."""


def _sheet(name: str, columns: tuple[Column, ...], rows: Sequence[Row], *, title: str) -> Sheet:
    """A table without the columns that are empty in every row."""
    kept = tuple(each for each in columns if any(row[each.name] is not None for row in rows))
    return Sheet(table=Table(name=name, title=title, columns=kept or columns, rows=tuple(rows)))


def league_sheet(league: League, notes: Notes, *, is_main: bool, marked: str | None) -> Sheet:
    """A league, best first; `marked` is the recipient that the report is about."""
    title = "League table" if is_main else _OTHER_LEAGUES[league.kind]
    rows = [_without_agreement(asdict(row)) for row in league.rows]
    names = [row.recipient for row in league.rows]
    return replace(
        _sheet(f"league-{league.kind}", _LEAGUE, rows, title=title),
        notes=tuple(_proofs(row, notes) for row in league.rows),
        marked=names.index(marked) if marked in names else None,
    )


def _without_agreement(row: dict[str, str | int | float | None]) -> Row:
    """That reports agree is the rule, and goes without saying."""
    return row | {"status": None if row["status"] == "agreed" else row["status"]}


def _proofs(row: LeagueRow, notes: Notes) -> tuple[int, ...]:
    """Of the score, and of the one that it is compared with."""
    numbers = [notes.of(row.recipient, row.edition_year)]
    if row.since_year is not None:
        numbers.append(notes.of(row.recipient, row.since_year))
    return tuple(number for number in numbers if number is not None)


def moved_sheet(name: str, rows: Sequence[LeagueRow], notes: Notes, *, title: str) -> Sheet:
    """Those that gained or lost."""
    return replace(
        _sheet(name, _MOVED, [asdict(row) for row in rows], title=title),
        notes=tuple(_proofs(row, notes) for row in rows),
    )


def years_sheet(years: Sequence[YearFigures]) -> Sheet:
    """The editions in figures."""
    return _sheet("years", _YEAR, [asdict(each) for each in years], title="The editions in figures")


def history_sheet(known: Known, bodies: Sequence[str], notes: Notes, marked: str | None) -> Sheet:
    """The scores of each body by year, on whatever scale they were given."""
    years = sorted({each.year for each in known.history if each.recipient in bodies})
    scores = {(each.recipient, each.year): each.score for each in known.history}
    columns = (
        Column(name="recipient", title="Recipient"),
        *(Column(name=str(year), title=str(year), kind=Kind.SCORE) for year in years),
    )
    shown = [body for body in bodies if any((body, year) in scores for year in years)]
    rows: list[Row] = [
        {"recipient": body, **{str(year): scores.get((body, year)) for year in years}}
        for body in shown
    ]
    proofs = (tuple(notes.of(body, year) for year in years) for body in shown)
    return replace(
        _sheet("history", columns, rows, title="Scores by year"),
        notes=tuple(tuple(each for each in row if each is not None) for row in proofs),
        marked=shown.index(marked) if marked in shown else None,
    )


def units_sheet(units: Sequence[UnitRow], notes: Notes) -> Sheet:
    """Units against the body they belong to, the furthest behind first."""
    proofs = (notes.numbers.get(unit_key(unit)) for unit in units)
    return replace(
        _sheet(
            "units", _UNIT, [asdict(u) for u in units], title="Units, the furthest behind first"
        ),
        notes=tuple(() if number is None else (number,) for number in proofs),
    )


def bands_sheet(levels: Sequence[BandRow]) -> Sheet:
    """The levels of the scheme in this edition."""
    return _sheet("bands", _BAND, [asdict(level) for level in levels], title="Bands")


def provinces_sheet(provinces: Sequence[ProvinceFigures]) -> Sheet:
    """The provinces of which anything is known."""
    rows: list[Row] = [asdict(e) for e in provinces if e.regions or e.own is not None]
    return _sheet("provinces", _PROVINCE, rows, title="By province")


def corrections_sheet(corrections: Sequence[Correction], names: Mapping[int, str]) -> Sheet:
    """What people corrected, undone or not; `names` are the recipients by award."""
    rows: list[Row] = [
        {
            "recipient": names.get(each.award_id, ""),
            "field": each.field.value,
            "before": each.before,
            "after": each.after,
            "because": each.because,
            "who": each.who,
            "day": each.corrected_at.date().isoformat(),
            "undone": each.undone_at.date().isoformat() if each.undone_at else None,
        }
        for each in corrections
    ]
    return _sheet("corrections", _CORRECTION, rows, title="Corrections")
