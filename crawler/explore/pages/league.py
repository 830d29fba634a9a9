"""The league table of an edition."""

from collections.abc import Sequence
from dataclasses import asdict
from statistics import median

from sqlite_utils import Database

from crawler.explore.charts import Step
from crawler.explore.page import Column, Kind, Page, table_of
from crawler.explore.pages.asking import Asked, asked_edition
from crawler.explore.pages.levels import period_of, periods_of
from crawler.explore.pages.pictures import (
    league_bars,
    level_histogram,
    speech_of,
    steps_for,
)
from crawler.explore.visits import Visit
from storage.reading.league import LeagueRow, league_of
from storage.reading.schemes import bands_of

MOST = 1_000
_BARS = 20

LEAGUE = (
    Column(name="place", title="Place", kind=Kind.NUMBER),
    Column(name="recipient", title="Recipient", link="/awards/{award_id}"),
    Column(name="score", title="Score", kind=Kind.SCORE),
    Column(name="change", title="Change", kind=Kind.CHANGE),
    Column(name="since_year", title="Since", kind=Kind.YEAR),
    Column(name="predicate", title="Predicate"),
    Column(name="zone", title="Zone", kind=Kind.TERM),
    Column(name="region", title="Region", link="/regions/{recipient_code}"),
    Column(name="province", title="Province", link="/regions/{province_code}"),
    Column(name="status", title="Status", kind=Kind.TERM),
    Column(name="kind", title="Kind", kind=Kind.TERM, is_shown=False),
    Column(name="recipient_code", title="Code", is_shown=False),
    Column(name="scheme", title="Scheme", is_shown=False),
    Column(name="edition_year", title="Edition", kind=Kind.YEAR, is_shown=False),
    Column(name="score_raw", title="As printed", is_shown=False),
    Column(name="scale", title="Scale", kind=Kind.NUMBER, is_shown=False),
    Column(name="category", title="Category", is_shown=False),
    Column(name="rank", title="Rank", kind=Kind.NUMBER, is_shown=False),
    Column(name="rank_scope", title="Rank among", is_shown=False),
    Column(name="award_id", title="Number", kind=Kind.NUMBER, is_shown=False),
)
"""A row of `storage.reading.league.LeagueRow`."""


def league(db: Database, visit: Visit) -> Page:
    """`/league?scheme&year&province&kind`; without any the latest edition of the biggest scheme."""
    asked = asked_edition(db, visit)
    rows = league_of(db, asked.edition, MOST + 1) if asked.edition else ()
    t = speech_of(visit)
    return Page(
        template="league.html",
        title="League table",
        values={
            "asked": asked,
            "figures": _figures(rows),
            "bars": league_bars(rows, t, most=_BARS) if rows else None,
            "bands": level_histogram(_scores(rows), steps_of(db, asked, rows), t) if rows else None,
        },
        tables=(table_of("league", "League table", LEAGUE, map(asdict, rows), MOST),),
    )


def _scores(rows: Sequence[LeagueRow]) -> list[float]:
    """The scores on the widest scale of the edition, which alone can be compared."""
    widest = max((row.scale or 0 for row in rows), default=0)
    return [row.score for row in rows if row.score is not None and row.scale in (None, widest)]


def steps_of(db: Database, asked: Asked, rows: Sequence[LeagueRow]) -> tuple[Step, ...]:
    """The bands of the edition where they have limits on the scale of the rows, else even steps."""
    if asked.scheme is None or asked.edition is None:
        return ()
    period = period_of(periods_of(bands_of(db, asked.scheme.scheme)), asked.edition.year)
    is_own = all(row.scale in (None, asked.scheme.scale) for row in rows)
    return steps_for(_scores(rows), period, is_own)


def _figures(rows: Sequence[LeagueRow]) -> dict[str, float | None]:
    """How many awards, how many with a score, and the score in the middle."""
    scores = _scores(rows)
    return {
        "awards": len(rows),
        "scored": len(scores),
        "median": round(median(scores), 4) if scores else None,
        "lowest": min(scores, default=None),
        "highest": max(scores, default=None),
    }
