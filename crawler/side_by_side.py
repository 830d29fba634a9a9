"""Spiders side by side in one Scrapy process, each a crawler of its own."""

import asyncio
from collections.abc import Callable, Mapping

from scrapy import Spider
from scrapy.crawler import AsyncCrawlerProcess
from scrapy.settings import Settings

from crawler.progress import Progress, progress_made

_LOADED = "scrapy.spiderloader.DummySpiderLoader"


def run_spiders(
    settings: Settings,
    spiders: Mapping[str, type[Spider]],
    on_progress: Callable[[Progress], None] | None,
) -> dict[str, str]:
    """Run the spiders to their end; why some could not even start, by name.

    Once in a process: Twisted's reactor cannot be started again.
    """
    if not spiders:
        return {}
    given = settings.copy()  # they are loaded: their files need not be read a second time
    given.set("SPIDER_LOADER_CLASS", _LOADED, priority="cmdline")
    process = AsyncCrawlerProcess(given)

    def relay(progress: Progress) -> None:
        if on_progress is not None:
            on_progress(progress)

    tasks: dict[str, asyncio.Task[None]] = {}
    for name, spider in spiders.items():
        crawler = process.create_crawler(spider)
        crawler.signals.connect(relay, signal=progress_made)  # a weak reference; ours keeps it
        tasks[name] = process.crawl(crawler)
    process.start()
    return {
        name: f"could not be started: {type(error).__name__}: {error}"
        for name, task in tasks.items()
        if task.done() and not task.cancelled() and (error := task.exception()) is not None
    }
