"""All schemes, and one of them: its editions, bands and calendar."""

from collections.abc import Sequence
from dataclasses import asdict

from sqlite_utils import Database

from crawler.alerts.english import ENGLISH
from crawler.alerts.indonesian import INDONESIAN
from crawler.awards.catalogue import Calendar, load_catalogue
from crawler.explore.page import Column, Kind, Page, Row, Table, table_of
from crawler.explore.pages.levels import counted, periods_of
from crawler.explore.pages.pictures import edition_lines, level_bars, speech_of
from crawler.explore.speaking import Speech
from crawler.explore.visits import NothingThere, Visit
from storage.reading.schemes import (
    SchemeSummary,
    all_schemes,
    bands_of,
    editions_of,
    results_of,
    scheme_named,
)

_MOST = 1_000
_FAMILIES = ("public-service", "governance", "other")

_SCHEME = (
    Column(name="short", title="Scheme", link="/schemes/{scheme}"),
    Column(name="title", title="Full name"),
    Column(name="grantor", title="Given by"),
    Column(name="awards", title="Awards", kind=Kind.NUMBER),
    Column(name="scored", title="With a score", kind=Kind.NUMBER),
    Column(name="editions", title="Editions", kind=Kind.NUMBER),
    Column(name="first_year", title="First", kind=Kind.YEAR),
    Column(
        name="last_year", title="Latest", kind=Kind.YEAR,
        link="/league?scheme={scheme}&year={last_year}",
    ),
    Column(name="disputed", title="Disputed", kind=Kind.NUMBER),
    Column(name="scheme", title="Id", is_shown=False),
    Column(name="family", title="Family", kind=Kind.TERM, is_shown=False),
    Column(name="scale", title="Scale", kind=Kind.NUMBER, is_shown=False),
)  # fmt: skip
_EDITION = (
    Column(
        name="edition_year", title="Edition", kind=Kind.YEAR,
        link="/league?scheme={scheme}&year={edition_year}",
    ),
    Column(name="awards", title="Awards", kind=Kind.NUMBER),
    Column(name="scored", title="With a score", kind=Kind.NUMBER),
    Column(name="lowest", title="Lowest", kind=Kind.SCORE),
    Column(name="median", title="Median", kind=Kind.SCORE),
    Column(name="highest", title="Highest", kind=Kind.SCORE),
    Column(name="scale", title="Scale", kind=Kind.NUMBER),
    Column(name="disputed", title="Disputed", kind=Kind.NUMBER),
    Column(name="scheme", title="Scheme", is_shown=False),
)  # fmt: skip
_BAND = (
    Column(name="from_year", title="From edition", kind=Kind.YEAR),
    Column(name="to_year", title="To edition", kind=Kind.YEAR),
    Column(name="predicate", title="Predicate"),
    Column(name="letter", title="Letter"),
    Column(name="zone", title="Zone", kind=Kind.TERM),
    Column(name="lowest", title="Lowest", kind=Kind.SCORE),
    Column(name="highest", title="Highest", kind=Kind.SCORE),
    Column(name="source", title="Source"),
    Column(name="place", title="Place", kind=Kind.NUMBER, is_shown=False),
    Column(name="scheme", title="Scheme", is_shown=False),
)
_LEVEL = (
    Column(
        name="edition_year", title="Edition", kind=Kind.YEAR,
        link="/league?scheme={scheme}&year={edition_year}",
    ),
    Column(name="predicate", title="Predicate"),
    Column(name="letter", title="Letter"),
    Column(name="zone", title="Zone", kind=Kind.TERM),
    Column(name="awards", title="Awards", kind=Kind.NUMBER),
    Column(name="place", title="Place", kind=Kind.NUMBER, is_shown=False),
    Column(name="scheme", title="Scheme", is_shown=False),
)  # fmt: skip


def schemes(db: Database, visit: Visit) -> Page:
    """`/schemes`: every scheme by family, with what is known of it."""
    rows = all_schemes(db)
    return Page(
        template="schemes.html",
        title="Schemes",
        tables=(
            _table("public-service", "Public service", rows),
            _table("governance", "Governance", rows),
            _table("other", "Other awards", rows),
            table_of("schemes", "All schemes", _SCHEME, map(asdict, rows), _MOST),
        ),
    )


def _table(family: str, title: str, rows: Sequence[SchemeSummary]) -> Table:
    chosen: list[Row] = [asdict(row) for row in rows if row.family == family]
    return table_of(family, title, _SCHEME, chosen, _MOST)


def scheme(db: Database, visit: Visit) -> Page:
    """`/schemes/<id>`: its editions in figures, awards by band, bands with their source."""
    known = scheme_named(db, visit.path["scheme"])
    if known is None:
        raise NothingThere(f"no scheme {visit.path['scheme']!r}; /schemes lists them")
    t = speech_of(visit)
    editions, bands = editions_of(db, known.scheme), bands_of(db, known.scheme)
    periods = periods_of(bands)
    counts = counted(results_of(db, known.scheme), periods, known.scheme, known.scale)
    drawn = [period for period in periods if any(period.holds(c.edition_year) for c in counts)]
    steps = drawn[0].steps if drawn else ()
    is_scored = any(edition.scored for edition in editions)
    entry = load_catalogue().get(known.scheme)
    return Page(
        template="scheme.html",
        title="Scheme",
        values={
            "scheme": known,
            "expected": expected_months(entry.calendar, t) if entry else None,
            "announced": entry.calendar.announced if entry else "",
            "lines": edition_lines(editions, steps, known.scale, t) if is_scored else None,
            "levels": [(period, level_bars(counts, period, t)) for period in drawn],
        },
        tables=(
            table_of("editions", "Editions", _EDITION, map(asdict, editions), _MOST),
            table_of("levels", "Awards by band", _LEVEL, map(asdict, counts), _MOST),
            table_of("bands", "Bands and their source", _BAND, map(asdict, bands), _MOST),
        ),
    )


def expected_months(calendar: Calendar, t: Speech) -> str | None:
    """`November–Desember`; None where there is no usual time."""
    if calendar.expected is None:
        return None
    first, last = (_month(number, t) for number in calendar.expected)
    return first if first == last else f"{first} – {last}"


def _month(number: int, t: Speech) -> str:
    """The month counted from January of the edition's year on: 13 is January of the next."""
    words = INDONESIAN if t.language == "id" else ENGLISH
    name = words.months[(number - 1) % 12]
    return t("{month} of the next year", month=name) if number > 12 else name
