"""The model as tables for people and as JSON."""

import math
from collections.abc import Sequence
from dataclasses import asdict

from benchmarks.growth.check import Held as Checked
from benchmarks.growth.model import (
    held,
    limits,
    night_cost,
    nights_back,
    processes,
    quiet_requests,
    reread,
)
from benchmarks.growth.points import Machine, Night, Points
from benchmarks.table import amount, decimal

SIZES = (50, 500, 5000)
_GIGA, _MEGA = 1e9, 1e6
_BESIDE = 3
"""Sizes that fit beside each other."""


def render(points: Points, sizes: Sequence[int] = SIZES) -> str:
    """Tables of a night, of years, and of where one machine ends; at most 100 columns."""
    night, machine = Night(), Machine()
    return "\n\n".join(
        (
            _night(points, night, sizes),
            _years(points, night, sizes),
            _limits(points, night, machine),
            _workers(points, night, sizes),
        )
    )


def render_check(checked: Sequence[Checked]) -> str:
    """A line for each figure."""
    head = f"{'the model held against':<58}{'model':>11}{'measured':>11}{'error':>10}"
    lines = (
        f"{each.what:<58}{decimal(each.model):>11}{decimal(each.measured):>11}"
        f"{decimal(each.error):>8} %  {each.unit}".rstrip()
        for each in checked
    )
    return "\n".join([head, *lines])


def as_data(points: Points, checked: Sequence[Checked], sizes: Sequence[int]) -> dict[str, object]:
    """For JSON."""
    night, machine = Night(), Machine()
    return {
        "points": asdict(points),
        "night": asdict(night),
        "machine": asdict(machine),
        "nights": [asdict(night_cost(points, night, size)) for size in sizes],
        "ten_years": [asdict(held(points, night, size, 10)) for size in sizes],
        "limits": [asdict(limit) for limit in limits(points, night, machine)],
        "checked": [asdict(each) | {"error_percent": each.error} for each in checked],
    }


def _table(head: str, sizes: Sequence[int], rows: Sequence[tuple[str, Sequence[float]]]) -> str:
    """Three sizes beside each other, further ones below."""
    lines = []
    for begin in range(0, len(sizes), _BESIDE):
        end = begin + _BESIDE
        beside = (f"{f'{amount(size)} outlets':>17}" for size in sizes[begin:end])
        lines.append(f"{head:<46}{''.join(beside)}")
        for name, row in rows:
            lines.append(f"{name:<46}" + "".join(f"{amount(v):>17}" for v in row[begin:end]))
    return "\n".join(lines)


def _night(points: Points, night: Night, sizes: Sequence[int]) -> str:
    costs = [night_cost(points, night, size) for size in sizes]
    rows = (
        ("stories", [each.stories for each in costs]),
        ("requests", [each.requests for each in costs]),
        ("requests where nothing is new", [quiet_requests(night, size) for size in sizes]),
        ("read, packed, MB", [each.wire / _MEGA for each in costs]),
        ("CPU, minutes of one core", [each.cpu / 60 for each in costs]),
        ("the one writer is busy, minutes", [each.writing / 60 for each in costs]),
        ("turns of 200 in one process, minutes", [each.turns / 60 for each in costs]),
        ("memory of one process, GB", [each.memory / _GIGA for each in costs]),
        ("open files of one process", [each.files for each in costs]),
        ("archive grows by, MB", [each.archive / _MEGA for each in costs]),
        ("store grows by, MB", [each.store / _MEGA for each in costs]),
        ("new awards", [each.awards for each in costs]),
        ("mails to a person who wants all", [each.mails for each in costs]),
    )
    return _table("a night", sizes, rows)


def _years(points: Points, night: Night, sizes: Sequence[int]) -> str:
    one = [held(points, night, size, 1) for size in sizes]
    ten = [held(points, night, size, 10) for size in sizes]
    kept = [held(points, night, size, 10, archive_days=3650) for size in sizes]
    again = [reread(points, night, size, 10) / 3600 for size in sizes]
    rows = (
        ("a year: million stories", [each.stories / _MEGA for each in one]),
        ("a year: store, GB", [each.store / _GIGA for each in one]),
        ("a year: archive, GB", [each.archive / _GIGA for each in one]),
        ("ten years: million stories", [each.stories / _MEGA for each in ten]),
        ("ten years: store, GB", [each.store / _GIGA for each in ten]),
        ("ten years: archive of the last year, GB", [each.archive / _GIGA for each in ten]),
        ("ten years: archive, all kept, GB", [each.archive / _GIGA for each in kept]),
        ("to read all of it again, hours of one core", again),
        ("nights to read ten years back, by the budget", [nights_back(night, 10)] * len(sizes)),
    )
    return _table("the years", sizes, rows)


def _limits(points: Points, night: Night, machine: Machine) -> str:
    head = (
        f"where it ends: {machine.cores} cores, {machine.disk / _GIGA:.0f} GB of disk,"
        f" a night of {machine.night / 3600:.0f} hours"
    )
    lines = (
        f"  {each.resource:<60}{amount(round(each.outlets)):>10} outlets"
        for each in limits(points, night, machine)
    )
    return "\n".join([head, *lines])


def _workers(points: Points, night: Night, sizes: Sequence[int]) -> str:
    hours = (5.0, 1.0, 0.25)
    rows = [
        (
            f"crawls side by side for a night of {amount(each)} h",
            [processes(points, night, size, seconds=3600 * each) for size in sizes],
        )
        for each in hours
    ]
    days = [math.ceil(reread(points, night, size, 10) / 86_400) for size in sizes]
    again = ("cores to read ten years of archives in a day", days)
    return _table("how many workers follow", sizes, [*rows, again])
