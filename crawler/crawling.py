"""One crawl: the chosen outlets side by side in this process, and what came of it."""

from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from scrapy.settings import Settings
from sqlite_utils import Database

from crawler.archive.shelf import sweep
from crawler.checkup import check_up, due_outlets, retire_disabled
from crawler.cluster.orders import Crawl
from crawler.cluster.parcels import merge_leftovers
from crawler.cluster.pool import open_cluster, read_on_cluster
from crawler.config import Config, ConfigError, load_config
from crawler.config_words import place_of
from crawler.hours import was_not_due
from crawler.open_files import make_room
from crawler.outlet_shelf import (
    OutletShelf,
    check_enabled,
    outlet_shelf,
    scrapy_settings,
    unknown_outlet,
)
from crawler.progress import Progress
from crawler.reach import NetworkLoss
from crawler.reference import refresh_reference
from crawler.run_verdict import run_verdict
from crawler.runs import OwnRun
from crawler.side_by_side import run_spiders
from storage.database import open_store
from storage.records import RunStatus
from storage.runs import CertificateRow, certificate, end_outlet_run, start_outlet_run


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
        """One line for each outlet that was due and not read to its end."""
        return tuple(
            f"{row.outlet}: {row.status}: {row.reason or 'no reason given'}"
            for row in self.rows
            if row.status is not RunStatus.FINISHED and not was_not_due(row.status, row.reason)
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
        """Whether every outlet that was due and every page asked for was read, and all adds up."""
        is_whole = not self.failures and not self.lost_pages
        return is_whole and all(row.is_balanced for row in self.rows)


def crawl(
    config_path: Path,
    outlets: Sequence[str] = (),
    on_progress: Callable[[Progress], None] | None = None,
    *,
    since: date | None = None,
    cluster: str | None = None,
) -> CrawlResult:
    """Crawl the named outlets, else those of the configuration, else all that are enabled.

    With `since` they are read back to that day, whatever is known; with `cluster` by the workers
    there. Once in a process: Twisted's reactor cannot be started again. SIGTERM and SIGINT end it
    gently. Raises ConfigError, StoreError, ClusterError or RunError, each with one line, when it
    cannot begin; an outlet that fails later is a row of the result.
    """
    config = load_config(config_path)
    settings = scrapy_settings(config)
    shelf = outlet_shelf(settings)
    chosen = _chosen(shelf, outlets) if outlets else _configured(shelf, config, config_path)
    broken = {} if outlets or config.crawl.outlets else shelf.problems
    with (
        _reader(config, cluster, settings, shelf, on_progress) as read,
        closing(open_store(config.store)) as db,
    ):
        refresh_reference(db)
        today = playing_day(config)
        chosen = chosen if outlets else due_outlets(db, chosen, today)
        make_room(min(len(chosen), settings.getint("PIAGAM_SIDE_BY_SIDE")))
        run = OwnRun.begin(db, expected=(*chosen, *broken), now=_now(), since=since)
        try:
            merge_leftovers(db, config, run.id)
            _end_outlets(db, run.id, broken)
            described = {name: shelf.outlets[name] for name in chosen}
            task = Crawl(db=db, config=config, run_id=run.id, outlets=described, since=since)
            _end_outlets(db, run.id, read(task))
            _end_interrupted(db, run.id)
            loss = _check_up(db, run.id, shelf, today)
            rows = certificate(db, run.id)
            status, reason = run_verdict(rows, loss)
        except BaseException as error:
            run.end(db, RunStatus.FAILED, f"{type(error).__name__}: {error}", _now())
            raise
        run.end(db, status, reason, _now())
        _sweep(config, db)
    return CrawlResult(run_id=run.id, status=status, rows=rows)


@contextmanager
def _reader(
    config: Config,
    cluster: str | None,
    settings: Settings,
    shelf: OutletShelf,
    on_progress: Callable[[Progress], None] | None,
) -> Generator[Callable[[Crawl], dict[str, str]], None, None]:
    """What reads the outlets, this process or a cluster; it says why some could not be read."""
    tell = on_progress or (lambda progress: None)

    def read_here(crawl: Crawl) -> dict[str, str]:
        settings.set("PIAGAM_RUN_ID", crawl.run_id, priority="project")
        settings.set("PIAGAM_SINCE", crawl.since and crawl.since.isoformat(), priority="project")
        return run_spiders(settings, {name: shelf.load(name) for name in crawl.outlets}, tell)

    if cluster is None:
        yield read_here
    else:
        with open_cluster(config, cluster) as machines:
            yield lambda crawl: read_on_cluster(machines, crawl, tell)


def _sweep(config: Config, db: Database) -> None:
    """Delete what the archive has kept long enough."""
    kept = config.archive
    if kept.keep_days and kept.folder is not None:
        sweep(kept.folder, db, _now() - timedelta(days=kept.keep_days))


def check_outlets(config_path: Path) -> None:
    """Find out now, not at night, whether the outlets of the configuration can be crawled.

    Raises ConfigError.
    """
    config = load_config(config_path)
    _configured(outlet_shelf(scrapy_settings(config)), config, config_path)


def _configured(shelf: OutletShelf, config: Config, path: Path) -> tuple[str, ...]:
    named = config.crawl.outlets
    if not named:
        enabled = {name: each for name, each in shelf.outlets.items() if each.enabled}
        if config.newsroom is None:
            return tuple(enabled)
        folder = config.crawl.outlets_folder
        own = {name: each.home for name, each in enabled.items() if each.path.parent == folder}
        from crawler.newsroom.bundle import played_at  # noqa: PLC0415 - slow, and seldom asked

        played = played_at(config.newsroom.address, own)
        return tuple(name for name in enabled if name in played)
    try:
        return _chosen(shelf, named)
    except ConfigError as error:
        raise ConfigError(f"{place_of(path, 'crawl', 'outlets')}: {error}") from None


def _chosen(shelf: OutletShelf, named: Sequence[str]) -> tuple[str, ...]:
    for name in named:
        if name in shelf.problems:
            raise ConfigError(shelf.problems[name])
        if name not in shelf.outlets:
            raise ConfigError(unknown_outlet(name, shelf.outlets))
        check_enabled(shelf.outlets[name])
    return tuple(dict.fromkeys(named))


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
    """A spider that is told to end while it starts, or before, writes no end of its own."""
    for row in certificate(db, run_id):
        if row.status in (RunStatus.RUNNING, RunStatus.EXPECTED):
            with db.atomic():
                if row.status is RunStatus.EXPECTED:
                    start_outlet_run(db, run_id=run_id, outlet=row.outlet, now=_now())
                end_outlet_run(
                    db,
                    run_id=run_id,
                    outlet=row.outlet,
                    status=RunStatus.INTERRUPTED,
                    reason="told to end before it was through",
                    now=_now(),
                )


def _check_up(db: Database, run_id: int, shelf: OutletShelf, today: date) -> NetworkLoss | None:
    """Judge how the outlets stand after the run."""
    disabled = {
        name: outlet.reason or "no reason given"
        for name, outlet in shelf.outlets.items()
        if not outlet.enabled
    }
    with db.atomic():
        retire_disabled(db, disabled, run_id=run_id, today=today, now=_now())
    return check_up(db, run_id, _now())


def playing_day(config: Config) -> date:
    """The day of the crawl where the operator lives; the newsroom plays its own."""
    if config.newsroom is not None:
        return config.newsroom.today
    return datetime.now(ZoneInfo(config.watch.zone)).date()


def _now() -> datetime:
    return datetime.now(UTC)
