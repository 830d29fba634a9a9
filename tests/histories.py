"""Histories of outlets, written short: each night a few words, from a Monday on."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from storage.health_records import STEPS, OutletNight, Trouble

MONDAY = date(2026, 9, 7)


def night(stored: int = 10, **changes: Any) -> OutletNight:
    """A night on which all went well: `stored` stories with date, author and section."""
    lengths = tuple(1000 + 100 * step for step in range(STEPS + 1)) if stored else ()
    made = OutletNight(
        day=MONDAY,
        stored=stored,
        dated=stored,
        date_sources={"json-ld": stored} if stored else {},
        with_authors=stored,
        with_section=stored,
        lengths=lengths,
    )
    return replace(made, **changes)


def gone(reason: str = "connection refused") -> OutletNight:
    """A night on which the outlet was not reached."""
    return night(0, is_reached=False, trouble=Trouble.CONNECTION, reason=reason)


def in_order(nights: Iterable[OutletNight]) -> tuple[OutletNight, ...]:
    """The nights on days one after the other."""
    return tuple(
        replace(each, day=MONDAY + timedelta(days=number)) for number, each in enumerate(nights)
    )


def volumes(*stored: int) -> tuple[OutletNight, ...]:
    """Nights that brought so many stories."""
    return in_order(night(each) for each in stored)


def week(*stored: int, weeks: int) -> list[int]:
    """The same week, Monday to Sunday, again and again."""
    return list(stored) * weeks
