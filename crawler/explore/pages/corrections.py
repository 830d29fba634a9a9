"""The log of corrections: who said what of which award, when and why, and what was taken back."""

from dataclasses import asdict, replace

from sqlite_utils import Database

from crawler.explore.page import Column, Kind, Page, table_of
from crawler.explore.visits import BadVisit, Visit
from crawler.linking.values import field_of
from storage.award_records import CorrectedField
from storage.reading.corrections import LogFilter, corrections_log, correctors

_MOST = 200
_STATES = {"standing": True, "other": False}
_NUMBER = Column(name="correction_id", title="Correction", kind=Kind.NUMBER)
_LOG = (
    Column(name="corrected_at", title="When", kind=Kind.MOMENT),
    Column(name="recipient", title="Recipient", link="/awards/{award_id}"),
    Column(name="scheme_short", title="Award"),
    Column(name="edition_year", title="Edition", kind=Kind.YEAR),
    Column(name="field", title="Field", kind=Kind.TERM),
    Column(name="before", title="Before", kind=Kind.FACT),
    Column(name="after", title="After", kind=Kind.FACT),
    Column(name="who", title="Who"),
    Column(name="because", title="Why"),
    Column(name="undone_by", title="Taken back by"),
    Column(name="undone_because", title="Why taken back"),
    Column(name="undone_at", title="Taken back", kind=Kind.MOMENT),
    Column(name="standing", title="Holds", kind=Kind.NUMBER, is_shown=False),
    Column(name="award_id", title="Number", kind=Kind.NUMBER, is_shown=False),
    Column(name="scheme", title="Scheme", is_shown=False),
)


def corrections_page(db: Database, visit: Visit) -> Page:
    """`/corrections?award=7&who=Ani&scheme=…&field=score&state=standing`"""
    wanted = _wanted(visit)
    words = corrections_log(db, wanted, _MOST + 1)
    number = replace(_NUMBER, link="/corrections/{correction_id}/undo" if visit.actor else "")
    return Page(
        template="corrections.html",
        title="Corrections",
        values={
            "wanted": wanted,
            "state": visit.text("state"),
            "people": correctors(db),
            "fields": [each.value for each in CorrectedField],
        },
        tables=(table_of("corrections", "Log", (number, *_LOG), map(asdict, words), _MOST),),
    )


def _wanted(visit: Visit) -> LogFilter:
    state, field = visit.text("state"), visit.text("field")
    if state is not None and state not in _STATES:
        raise BadVisit(f"state: {state!r} is none; one of {', '.join(_STATES)}")
    try:
        known = None if field is None else field_of(field)
    except ValueError as error:
        raise BadVisit(f"field: {error}") from None
    return LogFilter(
        who=visit.text("who"),
        scheme=visit.text("scheme"),
        field=known,
        award=visit.number("award", 1, 10**15),
        standing=None if state is None else _STATES[state],
    )
