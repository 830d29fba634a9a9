"""Holds the model against crawls and stores that are made for it."""

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.big_store import Size, make_store
from benchmarks.fleet_cost import Fleet, FleetFigures, measure
from benchmarks.growth.model import NightCost, night_cost
from benchmarks.growth.points import Night, Points
from benchmarks.made.bodies import outlets

FLEETS = (
    Fleet(outlets=10, stories=10),
    Fleet(outlets=40, stories=10),
    Fleet(outlets=80, stories=20),
)
STORES = (
    Size(articles=1_000, awards=100, nights=100),
    Size(articles=5_000, awards=500, nights=400),
    Size(articles=20_000, awards=1_000, nights=400),
)
_FLEET_LISTS = 2
"""A sitemap index and its only file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """One figure by the model and as it was measured."""

    what: str
    model: float
    measured: float
    unit: str
    is_timing: bool = False
    """Whether it hangs on the machine and its load."""

    @property
    def error(self) -> float:
        """Per cent by which the model is too high, or too low where negative."""
        return 100 * (self.model / self.measured - 1)


def check(
    points: Points, fleets: Sequence[Fleet] = FLEETS, stores: Sequence[Size] = STORES
) -> tuple[Held, ...]:
    """Crawl the fleets and make the stores; takes a minute or two."""
    found = [each for fleet in fleets for each in of_fleet(points, measure(fleet))]
    return (*found, *(of_store(points, size) for size in stores))


def of_fleet(points: Points, measured: FleetFigures) -> tuple[Held, ...]:
    """A first night: nothing is looked at again, nothing fails, and the awards are counted."""
    night = Night(
        stories=measured.stories,
        lists=_FLEET_LISTS,
        looks=0,
        retries=0,
        awards=measured.awards / measured.stored,
    )
    name = f"{measured.outlets} outlets × {measured.stories} stories"
    return _held(points, name, night_cost(points, night, measured.outlets), measured)


def _held(points: Points, name: str, model: NightCost, measured: FleetFigures) -> tuple[Held, ...]:
    mega = 1_000_000
    rows = (
        ("requests", model.requests, measured.requests, "", False),
        ("archive", model.archive / mega, measured.archive_bytes / mega, "MB", False),
        (
            "store",
            (points.store_base + model.store) / mega,
            measured.store_bytes / mega,
            "MB",
            False,
        ),
        ("open files", model.files, measured.files, "", False),
        ("memory", model.memory / mega, measured.megabytes, "MB", True),
        ("CPU", model.cpu, measured.cpu, "s", True),
    )
    return tuple(
        Held(what=f"{name}: {what}", model=by, measured=was, unit=unit, is_timing=timing)
        for what, by, was, unit, timing in rows
    )


def of_store(points: Points, size: Size) -> Held:
    """A store that is made, against the model of its size."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "made.sqlite"
        make_store(file, size)
        measured = file.stat().st_size
    model = (
        points.store_base
        + size.articles * points.store_story
        + size.awards * points.store_award
        + size.nights * len(outlets()) * points.store_night
    )
    name = f"{size.articles} articles, {size.awards} awards, {size.nights} nights: store"
    return Held(what=name, model=model / 1e6, measured=measured / 1e6, unit="MB")
