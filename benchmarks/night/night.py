"""A whole night: so many outlets side by side in one process, as a crawl has them."""

import asyncio
import logging
import tempfile
import time
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from random import Random

from scrapy.settings import Settings

from benchmarks.night.clock import NightLoop
from benchmarks.night.nature import SHARES, OutletNight, Trouble, draw_night
from benchmarks.night.play import Costs, OutletPlay, Part
from benchmarks.night.standins import Books, Core, PlayedClass, PlayedOutlet
from benchmarks.night.witness import Witness
from crawler.crawling import outlet_shelf, scrapy_settings
from crawler.hosts import Hosts
from crawler.hours import Hours
from crawler.middlewares.robots import LONGEST_DELAY
from storage.database import open_store

BEGINS = datetime.fromisoformat("2026-11-21T01:30:00+07:00")
"""When the watcher crawls."""
ZONE = "Asia/Jakarta"
SEED = 1
_NOT_HERE = (
    "crawler.middlewares.archive.ArchiveMiddleware",
    "crawler.middlewares.reach.ReachMiddleware",
)
"""They keep what came and decide nothing about when to ask."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """What a night is played with; the numbers of piagam.toml where nobody says else."""

    budget: int = 2000
    """Requests of an outlet in a night, `crawl.budget`."""
    limit_minutes: float = 300
    """After which a crawl is told to end, `watch.limit_minutes`."""
    costs: Costs = field(default_factory=Costs)
    troubles: Mapping[Trouble, float] = field(default_factory=lambda: SHARES)
    """What is the matter with how many hosts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Night:
    """What came of it."""

    parts: tuple[Part, ...]
    witness: Witness
    seed: int
    bounds: Bounds
    core_busy: float
    """CPU seconds that the pages cost."""
    took: float
    """Seconds that it took to play it."""


def play_night(outlets: int, *, seed: int = SEED, bounds: Bounds | None = None) -> Night:
    """Play a night of so many outlets; the same seed plays the same night."""
    began = time.perf_counter()
    bounds = bounds or Bounds()
    random = Random(seed)
    settings = _settings(bounds.budget)
    delays = [each.delay for each in outlet_shelf(settings).outlets.values() if each.enabled]
    drawn = draw_night(random, outlets, delays, bounds.troubles)
    logging.getLogger("scrapy").setLevel(logging.WARNING)
    loop = NightLoop()
    Hosts(clock=loop.time, random=Random(seed)).hand_over(settings)
    with (
        closing(loop),
        tempfile.TemporaryDirectory() as folder,
        closing(open_store(Path(folder) / "night.sqlite")) as db,
    ):
        witness = Witness(
            jitter=settings.getfloat("PIAGAM_DELAY_JITTER"),
            longest_delay=LONGEST_DELAY,
            patience=settings.getfloat("PIAGAM_PATIENCE"),
        )
        core = Core()
        night = _Played(drawn, settings, Books(db=db, began=BEGINS), seed)
        parts = loop.run_until_complete(night.run(witness, core, bounds))
    return Night(
        parts=parts,
        witness=witness,
        seed=seed,
        bounds=bounds,
        core_busy=core.busy,
        took=time.perf_counter() - began,
    )


def _settings(budget: int) -> Settings:
    """Those of a crawl, with the middlewares that decide when a host is asked."""
    settings = scrapy_settings()
    settings.set("DOWNLOADER_MIDDLEWARES_BASE", {}, priority="cmdline")
    chosen = {**settings.getdict("DOWNLOADER_MIDDLEWARES"), **dict.fromkeys(_NOT_HERE)}
    settings.set("DOWNLOADER_MIDDLEWARES", chosen, priority="cmdline")
    settings.set("PIAGAM_BUDGET", budget, priority="cmdline")
    settings.set("PIAGAM_ZONE", ZONE, priority="cmdline")
    settings.set("PIAGAM_NOW", BEGINS.isoformat(), priority="cmdline")
    return settings


class _Played:
    """The outlets of one night on their loop."""

    def __init__(
        self, drawn: tuple[OutletNight, ...], settings: Settings, books: Books, seed: int
    ) -> None:
        self._drawn = drawn
        self._settings = settings
        self._books = books
        self._seed = seed
        self._by_delay: dict[float, Settings] = {}

    async def run(self, witness: Witness, core: Core, bounds: Bounds) -> tuple[Part, ...]:
        """All side by side; told to end when the night is over."""
        plays = [self._play(outlet) for outlet in self._drawn]
        end = asyncio.get_running_loop().call_later(60 * bounds.limit_minutes, _end, plays)
        parts = await asyncio.gather(*(each.run(witness, core, bounds.costs) for each in plays))
        end.cancel()
        return tuple(parts)

    def _play(self, outlet: OutletNight) -> OutletPlay:
        hours = None if outlet.hours is None else Hours.parse(outlet.hours, ZONE)
        described = PlayedClass(
            name=outlet.name,
            outlet=PlayedOutlet(hours=hours),
            allowed_domains=(outlet.host.name,),
        )
        books = Books(db=self._books.db, began=self._books.began)
        settings = self._with_delay(outlet.delay)
        return OutletPlay(outlet, settings, described, books, seed=f"{self._seed} {outlet.name}")

    def _with_delay(self, delay: float) -> Settings:
        if delay not in self._by_delay:
            copied = self._settings.copy()
            copied.set("PIAGAM_DELAY", delay, priority="cmdline")
            self._by_delay[delay] = copied
        return self._by_delay[delay]


def _end(plays: list[OutletPlay]) -> None:
    for each in plays:
        each.engine.running = False
