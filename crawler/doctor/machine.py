"""The machine: versions, clock and zone, room on the disk."""

import shutil
import sqlite3
import sys
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from importlib.metadata import version
from pathlib import Path
from zoneinfo import ZoneInfo

from crawler import __version__
from crawler.doctor.finding import Finding, bad, ok, warn

BUILT = datetime.fromisoformat("2024-06-01T00:00:00+00:00")
"""No clock that is right shows an earlier moment: this program is younger."""
LITTLE = 2_000_000_000
"""Bytes; below that a month of nights may not fit."""
TOO_LITTLE = 200_000_000
"""Bytes; below that a night may not fit."""
_TOLERANCE = timedelta(minutes=10)
_LIBRARIES = ("scrapy", "lxml", "trafilatura", "sqlite-utils", "apscheduler")


def check_versions() -> Finding:
    """What runs here; whoever asks for help is asked for this line."""
    python = ".".join(map(str, sys.version_info[:3]))
    libraries = ", ".join(f"{name} {version(name)}" for name in _LIBRARIES)
    sqlite = sqlite3.sqlite_version
    return ok("versions", f"Piagam {__version__}, Python {python}, SQLite {sqlite}, {libraries}")


def check_clock(now: datetime, zone: str, latest: datetime | None) -> Finding:
    """`now` against what cannot be later: this program, and what the store saw last (aware)."""
    there = now.astimezone(ZoneInfo(zone))
    shown = f"{there:%Y-%m-%d %H:%M} {zone}"
    if now < BUILT:
        return bad("clock", f"{shown} is in the past; set the clock, best by NTP")
    if latest is not None and latest > now + _TOLERANCE:
        seen = latest.astimezone(ZoneInfo(zone))
        return bad(
            "clock",
            f"{shown}, but the last run began at {seen:%Y-%m-%d %H:%M}; the clock is wrong or was: "
            "set it by NTP",
        )
    return ok("clock", shown)


def check_room(places: Iterable[tuple[str, Path]]) -> Iterator[Finding]:
    """Whether what is to be written fits; a place that is not there yet counts as its parent."""
    told: dict[tuple[int, int], list[str]] = {}
    for name, path in places:
        there = next(each for each in (path, *path.absolute().parents) if each.exists())
        told.setdefault((there.stat().st_dev, shutil.disk_usage(there).free), []).append(name)
    for (_, free), names in told.items():
        yield judge_room(", ".join(names), free)


def judge_room(names: str, free: int) -> Finding:
    """Pure: `free` bytes for the places of these names."""
    said = f"{free / 1e9:.1f} GB free for {names}"
    if free < TOO_LITTLE:
        return bad("disk", f"{said}; make room, or keep fewer days in [archive]")
    if free < LITTLE:
        return warn("disk", f"{said}; soon too little: make room, or keep fewer days in [archive]")
    return ok("disk", said)
