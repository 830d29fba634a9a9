"""The outlets: how each is and what of its time was read; and the certificate of a run."""

from dataclasses import asdict

from sqlite_utils import Database

from crawler.explore.page import Column, Kind, Page, table_of
from crawler.explore.visits import NothingThere, Visit
from storage.reading.news import last_night, night_of
from storage.reading.outlets import all_outlets, certificate_of, crawls_around
from storage.standing import settled_reasons

_MOST = 1_000

_OUTLET = (
    Column(name="title", title="Outlet"),
    Column(name="state", title="State", kind=Kind.TERM),
    Column(name="last_run_at", title="Last run", kind=Kind.MOMENT, link="/certificate/{last_run}"),
    Column(name="last_status", title="It ended", kind=Kind.TERM),
    Column(name="finished_7", title="Finished of 7", kind=Kind.NUMBER),
    Column(name="stored_7", title="Stories", kind=Kind.NUMBER),
    Column(name="newest_story", title="Newest story", kind=Kind.MOMENT),
    Column(name="open_gaps", title="Open gaps", kind=Kind.NUMBER),
    Column(name="hours_to_repair", title="Hours to repair", kind=Kind.NUMBER),
    Column(name="hours_lost", title="Hours lost", kind=Kind.NUMBER),
    Column(name="state_reason", title="Why"),
    Column(name="state_since", title="Since", kind=Kind.DAY),
    Column(name="outlet", title="Id", is_shown=False),
    Column(name="oldest_story", title="Oldest story", kind=Kind.MOMENT, is_shown=False),
    Column(name="failed_7", title="Failed in these", kind=Kind.NUMBER, is_shown=False),
    Column(name="last_run", title="Run", kind=Kind.NUMBER, is_shown=False),
    Column(name="last_reason", title="Why it ended so", is_shown=False),
    Column(name="last_success_at", title="Last success", kind=Kind.MOMENT, is_shown=False),
    Column(name="runs_7", title="Runs", kind=Kind.NUMBER, is_shown=False),
    Column(name="discovered_7", title="Addresses in these", kind=Kind.NUMBER, is_shown=False),
    Column(name="dropped_7", title="Dropped in these", kind=Kind.NUMBER, is_shown=False),
    Column(name="requests_7", title="Requests in these", kind=Kind.NUMBER, is_shown=False),
)
_PART = (
    Column(name="title", title="Outlet"),
    Column(name="status", title="Status", kind=Kind.TERM),
    Column(name="discovered", title="Discovered", kind=Kind.NUMBER),
    Column(name="stored", title="Stored", kind=Kind.NUMBER),
    Column(name="known", title="Known", kind=Kind.NUMBER),
    Column(name="dropped", title="Dropped", kind=Kind.NUMBER),
    Column(name="failed", title="Failed", kind=Kind.NUMBER),
    Column(name="pending", title="Pending", kind=Kind.NUMBER),
    Column(name="requests", title="Requests", kind=Kind.NUMBER),
    Column(name="refused", title="Forbidden by robots.txt", kind=Kind.NUMBER),
    Column(name="oldest_published", title="Read back to", kind=Kind.MOMENT),
    Column(name="read_at", title="Read to", kind=Kind.MOMENT),
    Column(name="reason", title="Why"),
    Column(name="outlet", title="Id", is_shown=False),
    Column(name="is_balanced", title="Adds up", kind=Kind.NUMBER, is_shown=False),
    Column(name="looked_again", title="Looked at again", kind=Kind.NUMBER, is_shown=False),
    Column(name="revised", title="Found changed", kind=Kind.NUMBER, is_shown=False),
    Column(name="seen_since", title="Nothing missed since", kind=Kind.MOMENT, is_shown=False),
)
_REASON = (
    Column(name="outlet", title="Outlet"),
    Column(name="state", title="State", kind=Kind.TERM),
    Column(name="reason", title="Why"),
    Column(name="count", title="Addresses", kind=Kind.NUMBER),
)


def outlets(db: Database, visit: Visit) -> Page:
    """`/outlets`: every outlet, those with trouble first."""
    rows = all_outlets(db)
    figures = {
        "outlets": len(rows),
        "healthy": sum(row.state == "healthy" for row in rows),
        "stored": sum(row.stored_7 for row in rows),
        "gaps": sum(row.open_gaps for row in rows),
        "lost": round(sum(row.hours_lost for row in rows), 1),
    }
    return Page(
        template="outlets.html",
        title="Outlets",
        values={"figures": figures},
        tables=(table_of("outlets", "Outlets", _OUTLET, map(asdict, rows), _MOST),),
    )


def certificate(db: Database, visit: Visit) -> Page:
    """`/certificate/<run>` and `/certificate/latest`: what one run read, outlet by outlet."""
    wanted = visit.path["run"]
    night = last_night(db) if wanted == "latest" else night_of(db, int(wanted))
    if night is None:
        raise NothingThere(f"no run {wanted!r}; /certificate/latest is the last one")
    rows = certificate_of(db, night.run_id)
    reasons = [asdict(each) for each in settled_reasons(db, night.run_id)]
    return Page(
        template="certificate.html",
        title="Certificate",
        values={"night": night, "around": crawls_around(db, night.run_id)},
        tables=(
            table_of("certificate", "Outlet by outlet", _PART, map(asdict, rows), _MOST),
            table_of("reasons", "Why addresses brought no story", _REASON, reasons, _MOST),
        ),
    )
