"""The coverage certificate of one run, for people and for scripts."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from itertools import groupby
from zoneinfo import ZoneInfo

from sqlite_utils import Database

from crawler.cli.gaps import back_lines, gap_lines, gap_object
from crawler.cli.health import health_lines, health_objects
from crawler.cli.screen import WIDTH, print_line, print_table, shown_day, shown_moment
from storage.gaps import Gap, gaps_at
from storage.records import OutletRunCounts, RunStatus
from storage.runs import CertificateRow, Run, certificate
from storage.standing import ReasonCount, settled_reasons

COLUMNS = (
    *("outlet", "status", ">found", ">stored", ">known", ">dropped", ">failed", ">waiting"),
    *(">requests", "read back to"),
)


def print_certificate(db: Database, run: Run, zone: ZoneInfo) -> None:
    """The certificate of `run` as a table, then the reasons; times are those of `zone`."""
    rows, reasons = certificate(db, run.id), settled_reasons(db, run.id)
    ended = f" to {shown_moment(run.ended_at, zone)}" if run.ended_at else ""
    print_line(f"run {run.id}: {run.status}, {shown_moment(run.started_at, zone)}{ended}")
    if run.reason:
        print_line(f"  {run.reason}")
    print_table(COLUMNS, (_cells(row, zone) for row in rows))
    gaps = gap_lines(gaps_at(db, run.id), zone)
    remarks = (*_remarks(rows, reasons), *back_lines(run, rows, zone), *gaps)
    for line in (*remarks, *health_lines(db, run.id)):
        print_line(_shortened(line))


def certificate_object(db: Database, run: Run) -> dict[str, object]:
    """The certificate of `run` as one JSON object."""
    rows, reasons = certificate(db, run.id), settled_reasons(db, run.id)
    gaps, health = gaps_at(db, run.id), health_objects(db, run.id)
    return {
        "run": run.id,
        "since": run.since.isoformat() if run.since else None,
        "status": run.status,
        "reason": run.reason,
        "started_at": run.started_at.isoformat(),
        "ended_at": run.ended_at.isoformat() if run.ended_at else None,
        "outlets": [
            _object(row, reasons, gaps) | {"health": health.get(row.outlet)} for row in rows
        ],
        "retired": {name: each for name, each in health.items() if each["state"] == "retired"},
    }


def _cells(row: CertificateRow, zone: ZoneInfo) -> tuple[str, ...]:
    counts = row.counts
    numbers = (
        *(counts.discovered, counts.stored, counts.known, counts.dropped),
        *(counts.failed, counts.pending, counts.requests),
    )
    back = row.oldest_published
    return (
        row.outlet,
        row.status,
        *map(str, numbers),
        shown_day(back.astimezone(zone).date() if back else None),
    )


_QUERY = re.compile(r"(?<=[\w/])\?[^\s:]+")
"""Of an address in a remark."""


def _shortened(line: str) -> str:
    """Without the query of a long address; the JSON has all of it."""
    return line if len(line) <= WIDTH else _QUERY.sub("?…", line)


def _remarks(rows: Iterable[CertificateRow], reasons: tuple[ReasonCount, ...]) -> Iterator[str]:
    for row in rows:
        if row.reason:
            yield f"{row.outlet}: {row.reason}"
        if row.counts.looked_again:
            counts = row.counts
            yield f"{row.outlet}: looked again at {counts.looked_again}, revised {counts.revised}"
        if row.counts.refused:
            yield f"{row.outlet}: {_turned_away(row.counts.refused)}"
        if not row.is_balanced and row.status is not RunStatus.RUNNING:
            yield f"{row.outlet}: some of the addresses found are unaccounted for"
    for (outlet, state), group in groupby(reasons, key=lambda each: (each.outlet, each.state)):
        told = ", ".join(f"{each.count} × {each.reason}" for each in group)
        yield f"{outlet}: {state}: {told}"


def _turned_away(requests: int) -> str:
    told = "1 request was" if requests == 1 else f"{requests} requests were"
    return f"{told} not let in: closed by its robots.txt, or turned away by its server"


def _object(
    row: CertificateRow, reasons: tuple[ReasonCount, ...], gaps: tuple[Gap, ...]
) -> dict[str, object]:
    counts: OutletRunCounts = row.counts
    return {
        "outlet": row.outlet,
        "status": row.status,
        "reason": row.reason,
        **asdict(counts),
        "is_balanced": row.is_balanced,
        "oldest_published": row.oldest_published.isoformat() if row.oldest_published else None,
        "seen_since": row.seen_since.isoformat() if row.seen_since else None,
        "seen_end": row.seen_end,
        "gaps": [gap_object(each) for each in gaps if each.outlet == row.outlet],
        "reasons": [
            {"state": each.state, "reason": each.reason, "count": each.count}
            for each in reasons
            if each.outlet == row.outlet
        ],
    }
