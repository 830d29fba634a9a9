"""An award's page: every claim behind it, its history, its neighbours and its corrections."""

from collections.abc import Sequence
from dataclasses import asdict, replace

from markupsafe import Markup
from sqlite_utils import Database

from crawler.explore.page import Column, Kind, Page, Row, Table, table_of
from crawler.explore.pages.levels import period_of, periods_of
from crawler.explore.pages.pictures import score_line, speech_of
from crawler.explore.sides import disputed_fields, sides_of
from crawler.explore.visits import NothingThere, Visit
from storage.reading.awards import (
    HeldAward,
    Report,
    corrected_of,
    held_award,
    reports_of,
    units_of,
)
from storage.reading.changes import changes_of
from storage.reading.neighbours import YearOfRecipient, kind_of, neighbours_of, years_of
from storage.reading.schemes import bands_of

_MOST = 200
_AROUND = 4

_REPORTS = (
    Column(name="place", title="Place", kind=Kind.NUMBER),
    Column(name="title", title="Article", link="/articles/{article_id}"),
    Column(name="outlet", title="Outlet", link="/outlets#{outlet}"),
    Column(name="published", title="Published", kind=Kind.MOMENT),
    Column(name="score", title="Score", kind=Kind.SCORE),
    Column(name="predicate", title="Predicate"),
    Column(name="category", title="Category"),
    Column(name="zone", title="Zone", kind=Kind.TERM),
    Column(name="rank", title="Rank", kind=Kind.NUMBER),
    Column(name="rank_scope", title="Among"),
    Column(name="award_date", title="Handed over", kind=Kind.DAY),
    Column(name="venue", title="Venue"),
    Column(name="relation", title="Relation", kind=Kind.TERM),
    Column(name="copied_outlet", title="Words of", link="/articles/{copy_of}"),
    Column(name="confidence", title="Confidence", kind=Kind.NUMBER),
    Column(name="warnings", title="Warnings", kind=Kind.REMARK),
    Column(name="url", title="Address", is_shown=False),
    Column(name="score_raw", title="As printed", is_shown=False),
    Column(name="scale", title="Scale", kind=Kind.NUMBER, is_shown=False),
    Column(name="proof", title="Proof", is_shown=False),
    Column(name="article_id", title="Number", kind=Kind.NUMBER, is_shown=False),
    Column(name="copy_of", title="Copy of", kind=Kind.NUMBER, is_shown=False),
    Column(name="claim_id", title="Claim", kind=Kind.NUMBER, is_shown=False),
)
_ALWAYS = frozenset({"place", "title", "outlet", "published", "confidence"})
_SIDES = (
    Column(name="field", title="Field", kind=Kind.TERM),
    Column(name="value", title="Value", kind=Kind.FACT),
    Column(name="holds", title="Award says", kind=Kind.TERM),
    Column(name="reports", title="Own reports", kind=Kind.NUMBER),
    Column(name="copies", title="Copies", kind=Kind.NUMBER),
    Column(name="outlets", title="Outlets"),
)
_YEARS = (
    Column(name="year", title="Edition", kind=Kind.YEAR, link="/awards/{award_id}"),
    Column(name="score", title="Score", kind=Kind.SCORE),
    Column(name="change", title="Change", kind=Kind.CHANGE),
    Column(name="since_year", title="Since", kind=Kind.YEAR),
    Column(name="source", title="Known from", kind=Kind.TERM),
    Column(name="outlet", title="Outlet", link="{url}"),
    Column(name="scale", title="Scale", kind=Kind.NUMBER, is_shown=False),
    Column(name="url", title="Address", is_shown=False),
    Column(name="award_id", title="Number", kind=Kind.NUMBER, is_shown=False),
)
_NEIGHBOURS = (
    Column(name="place", title="Place", kind=Kind.NUMBER),
    Column(name="recipient", title="Recipient", link="/awards/{award_id}"),
    Column(name="province", title="Province"),
    Column(name="score", title="Score", kind=Kind.SCORE),
    Column(name="predicate", title="Predicate"),
    Column(name="zone", title="Zone", kind=Kind.TERM),
    Column(name="status", title="Status", kind=Kind.TERM),
    Column(name="score_raw", title="As printed", is_shown=False),
    Column(name="award_id", title="Number", kind=Kind.NUMBER, is_shown=False),
)
_UNITS = (
    Column(name="unit", title="Unit"),
    Column(name="score", title="Score", kind=Kind.SCORE),
    Column(name="scale", title="Scale", kind=Kind.NUMBER),
    Column(name="outlet", title="Outlet", link="{url}"),
    Column(name="score_raw", title="As printed", is_shown=False),
    Column(name="url", title="Address", is_shown=False),
)
_HISTORY = (
    Column(name="changed_at", title="When", kind=Kind.MOMENT),
    Column(name="field", title="Field", kind=Kind.TERM),
    Column(name="before", title="Before", kind=Kind.FACT),
    Column(name="after", title="After", kind=Kind.FACT),
    Column(name="cause", title="Cause", kind=Kind.TERM),
    Column(name="outlet", title="Told in", link="/articles/{article_id}"),
    Column(name="who", title="Who"),
    Column(name="because", title="Why"),
    Column(name="run_id", title="Run", kind=Kind.NUMBER, link="/certificate/{run_id}"),
    Column(name="article_id", title="Number", kind=Kind.NUMBER, is_shown=False),
)
_CORRECTIONS = (
    Column(name="corrected_at", title="When", kind=Kind.MOMENT),
    Column(name="field", title="Field", kind=Kind.TERM),
    Column(name="before", title="Before", kind=Kind.FACT),
    Column(name="after", title="After", kind=Kind.FACT),
    Column(name="who", title="Who"),
    Column(name="because", title="Why"),
    Column(name="undone_at", title="Taken back", kind=Kind.MOMENT),
    Column(name="undone_by", title="By"),
    Column(name="undone_because", title="Because"),
    Column(name="correction_id", title="Number", kind=Kind.NUMBER, is_shown=False),
)


def award(db: Database, visit: Visit) -> Page:
    """`/awards/<id>`"""
    number = int(visit.path["id"])
    held = held_award(db, number)
    if held is None:
        raise NothingThere(f"award {number} is not in the store")
    reports = reports_of(db, number, _MOST + 1)
    told = sides_of(held, reports[:_MOST])
    near = neighbours_of(db, held, _AROUND)
    years = years_of(db, held.recipient, held.scheme)
    units = units_of(db, number, _MOST + 1)
    corrections = corrected_of(db, number, _MOST + 1)
    history = changes_of(db, number, _MOST + 1)
    return Page(
        template="award.html",
        title="Award",
        values={
            "award": held,
            "reports": reports[:_MOST],
            "disputed": disputed_fields(told),
            "mine": next((each for each in near if each.award_id == number), None),
            "kind": kind_of(held),
            "line": _line(db, held, years, visit),
            "holding": tuple(each for each in corrections if each.undone_at is None),
        },
        tables=(
            _reports(reports),
            table_of("sides", "What is told", _SIDES, map(asdict, told), _MOST),
            table_of("years", "Through the years", _YEARS, map(asdict, years), _MOST),
            table_of("neighbours", "In this edition", _NEIGHBOURS, map(asdict, near), _MOST),
            table_of("units", "Units", _UNITS, map(asdict, units), _MOST),
            table_of("corrections", "Corrections", _CORRECTIONS, map(asdict, corrections), _MOST),
            table_of("history", "What became of it", _HISTORY, map(asdict, history), _MOST),
        ),
    )


def _line(
    db: Database, held: HeldAward, years: Sequence[YearOfRecipient], visit: Visit
) -> Markup | None:
    """The recipient through the years over the bands of this edition; None for a single year."""
    if len(years) < 2:
        return None
    period = period_of(periods_of(bands_of(db, held.scheme)), held.edition_year)
    steps = period.steps if period else ()
    return score_line(years, held.recipient, steps, speech_of(visit))


def _reports(reports: tuple[Report, ...]) -> Table:
    """Of the facts, readers see those that somebody tells."""
    rows: list[Row] = [
        {**asdict(report), "warnings": "; ".join(report.warnings) or None} for report in reports
    ]
    columns = tuple(
        each if each.name in _ALWAYS or any(row[each.name] is not None for row in rows)
        else replace(each, is_shown=False)
        for each in _REPORTS
    )  # fmt: skip
    return table_of("reports", "Reports", columns, rows, _MOST)
