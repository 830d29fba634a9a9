"""Figures for Prometheus, as its text format: how the last crawl and the store stand."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlite_utils import Database

from crawler.standing import Standing, read_standing
from storage.alert_log import delivery_counts
from storage.records import DeliveryState, RunStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One metric, a gauge, with a sample for each value of its label."""

    name: str
    """Without the prefix `piagam_`."""
    told: str
    """What it counts and in which unit; one line."""
    samples: tuple[tuple[str, float], ...]
    """Label's value and figure; the value is empty where there is no label."""
    label: str = ""


def read_figures(db: Database, store: Path, now: datetime) -> tuple[Figure, ...]:
    """All figures of the store at `now`."""
    standing = read_standing(db, now)
    states = delivery_counts(db)
    return (
        *_crawl_figures(standing),
        _one("articles", "Articles in the store.", standing.totals.articles),
        _one("awards", "Awards in the store.", standing.totals.awards),
        Figure(
            name="deliveries",
            told="Mails of alerts, by state.",
            label="state",
            samples=tuple((each, states.get(each, 0)) for each in DeliveryState),
        ),
        _one("outbox_waiting", "Mails that wait.", standing.outbox.waiting),
        _one("alerts_held", "Alerts of outlets in quarantine.", standing.outbox.held),
        _one("gaps", "Spans of time that were not seen and may still be.", len(standing.gaps)),
        _one("store_bytes", "Size of the store in bytes.", store.stat().st_size),
        _one("written_timestamp_seconds", "When these figures were read.", now.timestamp()),
    )


def exposition(figures: Iterable[Figure]) -> str:
    """The figures as Prometheus reads them, HELP and TYPE first."""
    return "".join(_told(each) for each in figures)


def _crawl_figures(standing: Standing) -> tuple[Figure, ...]:
    good = standing.last_good
    by_status = Counter(row.status for row in standing.coverage)
    unwell = Counter(each.state for each in standing.unwell)
    return (
        _one(
            "last_good_run_timestamp_seconds",
            "When the last good crawl began; 0 when there was none.",
            0 if good is None else good.started_at.timestamp(),
        ),
        _one("outlets_expected", "Outlets the last crawl was to read.", len(standing.coverage)),
        Figure(
            name="outlets",
            told="Outlets of the last crawl, by how they ended.",
            label="status",
            samples=tuple((each, by_status[each]) for each in RunStatus),
        ),
        Figure(
            name="outlets_unwell",
            told="Outlets that are not healthy, by state.",
            label="state",
            samples=tuple(sorted(unwell.items())),
        ),
    )


def _one(name: str, told: str, value: float) -> Figure:
    return Figure(name=name, told=told, samples=(("", value),))


def _told(figure: Figure) -> str:
    name = f"piagam_{figure.name}"
    lines = [f"# HELP {name} {figure.told}", f"# TYPE {name} gauge"]
    for value, number in figure.samples:
        label = f'{{{figure.label}="{value}"}}' if figure.label else ""
        lines.append(f"{name}{label} {float(number)!r}")
    return "\n".join(lines) + "\n"
