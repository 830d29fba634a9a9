"""One crawl: the chosen outlets side by side in this process, and what came of it."""

import asyncio
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Protocol

from scrapy.crawler import AsyncCrawlerProcess
from scrapy.settings import Settings
from scrapy.utils.misc import load_object
from sqlite_utils import Database

from crawler.addon import apply_config
from crawler.config import Config, ConfigError, load_config, place_of
from crawler.ledger import Progress, progress_made
from crawler.newsroom.bundle import OUTLETS as PLAYED
from crawler.runs import OwnRun
from storage.database import open_store
from storage.records import RunStatus
from storage.runs import CertificateRow, certificate, end_outlet_run, start_outlet_run


class OutletShelf(Protocol):
    """The spider loader, as far as this package knows it."""

    outlets: Mapping[str, Any]
    """Each outlet's description by name; `name`, `title`, `enabled`, `reason`, `path` and more."""
    problems: Mapping[str, str]
    """One line for each outlet file that cannot be used, by name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CrawlResult:
    """What came of a crawl."""

    run_id: int
    status: RunStatus
    """Finished when at least one outlet could be read to its end."""
    rows: tuple[CertificateRow, ...]
    """The certificate, a row for each expected outlet."""

    @property
    def failures(self) -> tuple[str, ...]:
        """One line for each outlet that was not read to its end."""
        return tuple(
            f"{row.outlet}: {row.status}: {row.reason or 'no reason given'}"
            for row in self.rows
            if row.status is not RunStatus.FINISHED
        )

    @property
    def lost_pages(self) -> tuple[str, ...]:
        """One line for each outlet of which pages failed."""
        return tuple(
            f"{row.outlet}: {_pages(row.counts.failed)} failed, see `piagam certificate`;"
            " the next crawl tries again, up to three times in all"
            for row in self.rows
            if row.counts.failed
        )

    @property
    def is_good(self) -> bool:
        """Whether every outlet and every page asked for was read, and the sums add up."""
        is_whole = not self.failures and not self.lost_pages
        return is_whole and all(row.is_balanced for row in self.rows)


def scrapy_settings(config: Config | None = None) -> Settings:
    """The Scrapy settings of this project with `config` laid over them."""
    settings = Settings()
    settings.setmodule("crawler.settings", priority="project")
    settings.set("ADDONS", {}, priority="project")  # it would read piagam.toml a second time
    if config is not None:
        apply_config(settings, config)
    return settings


def outlet_shelf(settings: Settings) -> OutletShelf:
    """The outlets that can be crawled. Raises ConfigError when their folder cannot be read."""
    shelf: OutletShelf = load_object(settings["SPIDER_LOADER_CLASS"])(settings)
    return shelf


def crawl(
    config_path: Path,
    outlets: Sequence[str] = (),
    on_progress: Callable[[Progress], None] | None = None,
) -> CrawlResult:
    """Crawl the named outlets, else those of the configuration, else all that are enabled.

    Once in a process: Twisted's reactor cannot be started again. SIGTERM and SIGINT end it gently.
    Raises ConfigError, StoreError or RunError, each with one line, when it cannot begin; an
    outlet that fails later is a row of the result.
    """
    config = load_config(config_path)
    settings = scrapy_settings(config)
    shelf = outlet_shelf(settings)
    chosen = _chosen(shelf, outlets) if outlets else _configured(shelf, config, config_path)
    broken = {} if outlets or config.crawl.outlets else shelf.problems
    with closing(open_store(config.store)) as db:
        run = OwnRun.begin(db, expected=(*chosen, *broken), now=_now())
        settings.set("PIAGAM_RUN_ID", run.id, priority="project")
        try:
            _end_outlets(db, run.id, broken)
            _end_outlets(db, run.id, _run_spiders(settings, chosen, on_progress))
            _end_interrupted(db, run.id)
            rows = certificate(db, run.id)
            status, reason = _verdict(rows)
        except BaseException as error:
            run.end(db, RunStatus.FAILED, f"{type(error).__name__}: {error}", _now())
            raise
        run.end(db, status, reason, _now())
    return CrawlResult(run_id=run.id, status=status, rows=rows)


def check_outlets(config_path: Path) -> None:
    """Find out now, not at night, whether the outlets of the configuration can be crawled.

    Raises ConfigError.
    """
    config = load_config(config_path)
    _configured(outlet_shelf(scrapy_settings(config)), config, config_path)


def _configured(shelf: OutletShelf, config: Config, path: Path) -> tuple[str, ...]:
    named = config.crawl.outlets
    if not named:
        enabled = (name for name, outlet in shelf.outlets.items() if outlet.enabled)
        return tuple(name for name in enabled if _can_be_reached(shelf, name, config))
    try:
        return _chosen(shelf, named)
    except ConfigError as error:
        raise ConfigError(f"{place_of(path, 'crawl', 'outlets')}: {error}") from None


def _can_be_reached(shelf: OutletShelf, name: str, config: Config) -> bool:
    """The newsroom plays only some of the outlets that come with Piagam, and the operator's own."""
    if config.newsroom is None or name in PLAYED:
        return True
    folder = config.crawl.outlets_folder
    return folder is not None and shelf.outlets[name].path.parent == folder


def unknown_outlet(name: str, known: Iterable[str]) -> str:
    """The line for a name that no outlet has."""
    close = get_close_matches(name, list(known), n=1)
    mend = f"did you mean {close[0]}?" if close else "`piagam outlets list` shows all there are"
    return f"no outlet {name!r}; {mend}"


def _chosen(shelf: OutletShelf, named: Sequence[str]) -> tuple[str, ...]:
    for name in named:
        if name in shelf.problems:
            raise ConfigError(shelf.problems[name])
        if name not in shelf.outlets:
            raise ConfigError(unknown_outlet(name, shelf.outlets))
        outlet = shelf.outlets[name]
        if not outlet.enabled:
            why = outlet.reason or "no reason given"
            raise ConfigError(f"{name} is not enabled: {why}; see `enabled` in {outlet.path}")
    return tuple(dict.fromkeys(named))


def _run_spiders(
    settings: Settings,
    names: Sequence[str],
    on_progress: Callable[[Progress], None] | None,
) -> dict[str, str]:
    """Run the spiders to their end; why some could not even start, by name."""
    if not names:
        return {}
    process = AsyncCrawlerProcess(settings)

    def relay(progress: Progress) -> None:
        if on_progress is not None:
            on_progress(progress)

    tasks: dict[str, asyncio.Task[None]] = {}
    for name in names:
        crawler = process.create_crawler(name)
        crawler.signals.connect(relay, signal=progress_made)  # a weak reference; ours keeps it
        tasks[name] = process.crawl(crawler)
    process.start()
    return {
        name: f"could not be started: {type(error).__name__}: {error}"
        for name, task in tasks.items()
        if task.done() and not task.cancelled() and (error := task.exception()) is not None
    }


def _end_outlets(db: Database, run_id: int, reasons: Mapping[str, str]) -> None:
    """Note the outlets that no spider can speak for."""
    for name, reason in reasons.items():
        with db.atomic():
            start_outlet_run(db, run_id=run_id, outlet=name, now=_now())
            end_outlet_run(
                db,
                run_id=run_id,
                outlet=name,
                status=RunStatus.FAILED,
                reason=reason,
                now=_now(),
            )


def _pages(count: int) -> str:
    return "1 page" if count == 1 else f"{count} pages"


def _end_interrupted(db: Database, run_id: int) -> None:
    """A spider that is told to end while it starts writes no end of its own."""
    for row in certificate(db, run_id):
        if row.status is RunStatus.RUNNING:
            with db.atomic():
                end_outlet_run(
                    db,
                    run_id=run_id,
                    outlet=row.outlet,
                    status=RunStatus.INTERRUPTED,
                    reason="told to end before it was through",
                    now=_now(),
                )


def _verdict(rows: Sequence[CertificateRow]) -> tuple[RunStatus, str | None]:
    by_status = {
        status: [row.outlet for row in rows if row.status is status] for status in RunStatus
    }
    cut_short = [
        *by_status[RunStatus.INTERRUPTED],
        *by_status[RunStatus.RUNNING],
        *by_status[RunStatus.EXPECTED],
    ]
    if cut_short:
        return RunStatus.INTERRUPTED, f"not read to the end: {', '.join(cut_short)}"
    failed = by_status[RunStatus.FAILED]
    if failed and not by_status[RunStatus.FINISHED]:
        return RunStatus.FAILED, f"every outlet failed: {', '.join(failed)}"
    return RunStatus.FINISHED, f"failed: {', '.join(failed)}" if failed else None


def _now() -> datetime:
    return datetime.now(UTC)
