"""A whole night: so many outlets side by side in a process or some, as a crawl has them."""

import asyncio
import logging
import tempfile
import time
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from random import Random

from scrapy.settings import Settings
from sqlite_utils import Database

from benchmarks.night.clock import NightLoop
from benchmarks.night.nature import SHARES, OutletNight, Trouble, draw_night
from benchmarks.night.play import Costs, OutletPlay, Part, never_begun
from benchmarks.night.standins import Books, Core, PlayedClass, PlayedOutlet
from benchmarks.night.witness import Witness
from crawler.hosts import Hosts
from crawler.hours import Hours
from crawler.middlewares.robots import LONGEST_DELAY
from crawler.outlet_shelf import outlet_shelf, scrapy_settings
from crawler.turns import Turns
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
    side_by_side: int | None = None
    """Outlets that a process reads at once; None: as a crawl does."""
    processes: int = 1
    """The outlets are spread over so many, those of one host to the same."""
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
    cores: tuple[Core, ...]
    """One for each process."""
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
        shares = [
            [each for each in drawn if each.host.number % bounds.processes == number]
            for number in range(bounds.processes)
        ]
        processes = [_Process(share, settings, db, seed) for share in shares]
        parts = loop.run_until_complete(_side_by_side(processes, witness, bounds))
    return Night(
        parts=parts,
        witness=witness,
        seed=seed,
        bounds=bounds,
        cores=tuple(process.core for process in processes),
        took=time.perf_counter() - began,
    )


async def _side_by_side(
    processes: Sequence["_Process"], witness: Witness, bounds: Bounds
) -> tuple[Part, ...]:
    found = await asyncio.gather(*(each.run(witness, bounds) for each in processes))
    return tuple(part for parts in found for part in parts)


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


class _Process:
    """One process of the night: its share of the outlets, so many side by side."""

    def __init__(
        self, drawn: Sequence[OutletNight], settings: Settings, db: Database, seed: int
    ) -> None:
        self._drawn = {each.name: each for each in drawn}
        self._settings = settings
        self._db = db
        self._seed = seed
        self._by_delay: dict[float, Settings] = {}
        self._plays: dict[str, OutletPlay] = {}
        self._tasks: dict[str, asyncio.Task[Part]] = {}
        self.core = Core()

    async def run(self, witness: Witness, bounds: Bounds) -> list[Part]:
        """The parts of its outlets; it is told to end when the night is over."""

        def begin(name: str) -> None:
            play = self._plays[name] = self._play(self._drawn[name])
            task = asyncio.ensure_future(play.run(witness, self.core, bounds.costs))
            task.add_done_callback(lambda _: turns.end_one())
            self._tasks[name] = task

        most = bounds.side_by_side or self._settings.getint("PIAGAM_SIDE_BY_SIDE")
        turns = Turns(self._drawn, most, begin)
        loop = asyncio.get_running_loop()
        end = loop.call_later(60 * bounds.limit_minutes, self._stop, turns)
        turns.go_on()
        while under_way := [task for task in self._tasks.values() if not task.done()]:
            await asyncio.wait(under_way)
        end.cancel()
        return [self._part(each, loop.time()) for each in self._drawn.values()]

    def _stop(self, turns: Turns) -> None:
        """As SIGTERM does."""
        turns.stop()
        for play in self._plays.values():
            play.engine.running = False

    def _part(self, outlet: OutletNight, now: float) -> Part:
        task = self._tasks.get(outlet.name)
        return never_begun(outlet, now) if task is None else task.result()

    def _play(self, outlet: OutletNight) -> OutletPlay:
        hours = None if outlet.hours is None else Hours.parse(outlet.hours, ZONE)
        described = PlayedClass(
            name=outlet.name,
            outlet=PlayedOutlet(hours=hours),
            allowed_domains=(outlet.host.name,),
        )
        books = Books(db=self._db, began=BEGINS)
        settings = self._with_delay(outlet.delay)
        return OutletPlay(outlet, settings, described, books, seed=f"{self._seed} {outlet.name}")

    def _with_delay(self, delay: float) -> Settings:
        if delay not in self._by_delay:
            copied = self._settings.copy()
            copied.set("PIAGAM_DELAY", delay, priority="cmdline")
            self._by_delay[delay] = copied
        return self._by_delay[delay]
