"""Spiders side by side in one Scrapy process, each a crawler of its own."""

import asyncio
from collections.abc import Callable, Mapping

import uvloop
from scrapy import Spider
from scrapy.crawler import AsyncCrawlerProcess
from scrapy.settings import Settings

from crawler.collector import searching_seldom
from crawler.progress import Progress, progress_made
from crawler.turns import Turns

_LOADED = "scrapy.spiderloader.DummySpiderLoader"


class _Process(AsyncCrawlerProcess):
    turns: Turns

    async def stop(self) -> None:
        self.turns.stop()
        await super().stop()


def run_spiders(
    settings: Settings,
    spiders: Mapping[str, type[Spider]],
    on_progress: Callable[[Progress], None] | None,
) -> dict[str, str]:
    """Run the spiders to their end, PIAGAM_SIDE_BY_SIDE at once; why some could not start, by name.

    Once in a process: Twisted's reactor cannot be started again. Told to end, it begins no other.
    """
    if not spiders:
        return {}
    given = settings.copy()  # they are loaded: their files need not be read a second time
    given.set("SPIDER_LOADER_CLASS", _LOADED, priority="cmdline")
    # Not by a setting of Scrapy: it makes another loop first, and leaves it open.
    asyncio.set_event_loop(uvloop.new_event_loop())
    process = _Process(given)

    def relay(progress: Progress) -> None:
        if on_progress is not None:
            on_progress(progress)

    tasks: dict[str, asyncio.Task[None]] = {}

    def begin(name: str) -> None:
        crawler = process.create_crawler(spiders[name])
        crawler.signals.connect(relay, signal=progress_made)  # a weak reference; ours keeps it
        tasks[name] = process.crawl(crawler)
        tasks[name].add_done_callback(lambda _: process.turns.end_one())

    process.turns = Turns(spiders, given.getint("PIAGAM_SIDE_BY_SIDE"), begin)
    process.turns.go_on()
    with searching_seldom():
        process.start()
    return {
        name: f"could not be started: {type(error).__name__}: {error}"
        for name, task in tasks.items()
        if task.done() and not task.cancelled() and (error := task.exception()) is not None
    }
