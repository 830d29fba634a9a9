"""Reads archives, our own and those of others, and takes their stories in as back-filled."""

from collections import Counter, deque
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlite_utils import Database

from crawler.archive.jobs import (
    FoundStory,
    ReadTask,
    Scan,
    ScanTask,
    StoryJob,
    StoryReading,
    Wanted,
)
from crawler.by_name import Named
from crawler.config import Config, ConfigError
from crawler.manifest import Manifest, Reading, choice_of
from crawler.outlet_shelf import OutletShelf, outlet_shelf, scrapy_settings, unknown_outlet
from crawler.processes import open_processes
from crawler.reference import refresh_reference
from crawler.runs import LeaseKeeper, OwnRun
from crawler.taking import Taken, Taker
from crawler.team import Pool, Team, Work
from storage.database import open_store
from storage.outlets import outlet_names, register_outlet
from storage.records import RunKind, RunStatus
from storage.warc_files import WarcFile

_BATCH = 50
"""Stories of a task, and of a transaction."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is to be read."""

    files: Sequence[Path]
    outlets: Sequence[str] = ()
    """By name; none: all that are described."""
    wanted: Wanted
    is_dry: bool = False
    """Only tell what would be taken."""
    again: bool = False
    """Also what was read before by the same rules."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far it has come."""

    stories: int
    """Read so far."""
    share: float
    """Of the files' bytes, from 0 to 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BackfilledFile:
    """What came of one file."""

    path: Path
    file: WarcFile
    is_skipped: bool
    """It was read before by the same rules, or is the same as another one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Backfilled:
    """What came of it all."""

    run_id: int | None
    """None when nothing was written."""
    files: tuple[BackfilledFile, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reader:
    """The spiders' part, reached by name."""

    scan: Callable[[ScanTask], Scan]
    read: Callable[[ReadTask], tuple[StoryReading, ...]]
    outlets: Mapping[str, Any]
    longest: int
    """Bytes of a page that are read."""


def backfill(
    config: Config,
    order: Order,
    *,
    workers: int,
    pool: Pool = open_processes,
    on_progress: Callable[[Progress], None] | None = None,
) -> Backfilled:
    """Read the files and take in what is new; the result is the same for any number of workers.

    Each batch of stories is a transaction with the file's place in the manifest, so after a kill
    the same call goes on there. Raises ConfigError, StoreError, or RunError while a crawl is under
    way.
    """
    reader = _reader(config, order.outlets)
    tell = on_progress or (lambda progress: None)
    with _opened(config.store, is_dry=order.is_dry) as db:
        if order.is_dry:
            with Team(pool, workers, lambda: None) as team:
                return _Backfill(db, config, order, reader, team, None).read_all(workers, tell)
        refresh_reference(db)
        run = OwnRun.begin(db, expected=(), now=_now(), kind=RunKind.BACKFILL)
        try:
            with Team(pool, workers, LeaseKeeper(db, _now)) as team:
                result = _Backfill(db, config, order, reader, team, run.id).read_all(workers, tell)
            _name_outlets(db, reader.outlets)
        except BaseException as error:
            run.end(db, RunStatus.INTERRUPTED, f"{type(error).__name__}: {error}", _now())
            raise
        run.end(db, RunStatus.FINISHED, None, _now())
    return result


@contextmanager
def _opened(store: Path, *, is_dry: bool) -> Generator[Database, None, None]:
    """The store; where there is none yet and none shall be, an empty one that does not stay."""
    with ExitStack() as stack:
        if is_dry and not store.exists():
            store = Path(stack.enter_context(TemporaryDirectory())) / store.name
        yield stack.enter_context(closing(open_store(store)))


def _name_outlets(db: Database, described: Mapping[str, Any]) -> None:
    """Letters and tables call an outlet by its title; a crawl is not the only one to tell it."""
    with db.atomic():
        for name in outlet_names(db):
            if (outlet := described.get(name)) is not None:
                register_outlet(db, name=name, now=_now(), title=outlet.title, site=outlet.home)


def _reader(config: Config, named: Sequence[str]) -> _Reader:
    settings = scrapy_settings(config)
    return _Reader(
        scan=Named(settings["PIAGAM_SCAN"]),
        read=Named(settings["PIAGAM_READ"]),
        outlets=_chosen(outlet_shelf(settings), named),
        longest=settings.getint("DOWNLOAD_MAXSIZE"),
    )


def _chosen(shelf: OutletShelf, named: Sequence[str]) -> dict[str, Any]:
    for name in named:
        if name in shelf.problems:
            raise ConfigError(shelf.problems[name])
        if name not in shelf.outlets:
            raise ConfigError(unknown_outlet(name, shelf.outlets))
    return {name: shelf.outlets[name] for name in sorted(named or shelf.outlets)}


class _Backfill:
    """One call: files to scans, scans to batches of stories, batches into the store, in order."""

    def __init__(  # noqa: PLR0913, PLR0917 - made in one place
        self,
        db: Database,
        config: Config,
        order: Order,
        reader: _Reader,
        team: Team,
        run_id: int | None,
    ) -> None:
        self._db, self._order, self._reader, self._team = db, order, reader, team
        self._run_id = run_id
        choice = choice_of(order.wanted, order.outlets, tuple(reader.outlets.values()))
        self._manifest = Manifest(db, choice, run_id=run_id, now=_now, again=order.again)
        self._taker = Taker(db, config.archive.folder, run_id=run_id, now=_now)
        self._readings: dict[Path, Reading] = {}
        self._under_way: deque[tuple[Reading, Sequence[FoundStory]]] = deque()
        self._ended: dict[Path, BackfilledFile] = {}

    def read_all(self, workers: int, tell: Callable[[Progress], None]) -> Backfilled:
        """Every file of the order, by name."""
        files = sorted(set(self._order.files))
        sizes = {path: _size(path) for path in files}
        total = max(1, sum(sizes.values()))
        scan = Work(do=self._reader.scan, died=lambda task: self._died(task.path))
        read = Work(do=self._reader.read, died=lambda task: self._died(_file_of(task)))
        scans = self._team.in_order(scan, self._scan_tasks(files), ahead=workers)
        stories = 0
        for _, answer in self._team.in_order(read, self._read_tasks(scans), ahead=2 * workers):
            reading, batch = self._under_way.popleft()
            self._take(reading, batch, answer)
            stories += len(batch)
            now_read = 0.0 if reading.path in self._ended else reading.share * sizes[reading.path]
            done = sum(sizes[path] for path in self._ended) + now_read
            tell(Progress(stories=stories, share=done / total))
        ended = tuple(self._ended[path] for path in files)
        return Backfilled(run_id=self._run_id, files=ended)

    def _scan_tasks(self, files: Sequence[Path]) -> Iterator[ScanTask]:
        for path in files:
            reading = self._manifest.begin(path)
            if reading.is_skipped:
                self._note_end(reading)
                continue
            self._readings[path] = reading
            yield ScanTask(
                path=path,
                outlets=tuple(self._reader.outlets.values()),
                longest=self._reader.longest,
                wanted=self._order.wanted,
            )

    def _read_tasks(self, scans: Iterator[tuple[ScanTask, Scan | None]]) -> Iterator[ReadTask]:
        for task, scan in scans:
            reading, found = self._readings[task.path], scan or Scan()
            self._manifest.note_scan(reading, found)
            left = found.stories[reading.file.taken :]
            batches = [left[begin : begin + _BATCH] for begin in range(0, len(left), _BATCH)]
            reading.batches = len(batches)
            if not batches:
                self._end(reading, found.problem)
            for batch in batches:
                self._under_way.append((reading, batch))
                yield self._read_task(task.path, batch)

    def _read_task(self, path: Path, batch: Sequence[FoundStory]) -> ReadTask:
        return ReadTask(
            folder=path.parent,
            outlets={each.outlet: self._reader.outlets[each.outlet] for each in batch},
            jobs=tuple(
                StoryJob(outlet=each.outlet, address=each.address, attempts=(each.places,))
                for each in batch
            ),
            longest=self._reader.longest,
            is_own=False,
            wanted=self._order.wanted,
        )

    def _take(
        self,
        reading: Reading,
        batch: Sequence[FoundStory],
        answer: Sequence[StoryReading] | None,
    ) -> None:
        """One batch in one transaction, with the file's place in the manifest."""
        taken: list[Taken] = []
        skipped: Counter[str] = Counter()
        damage: list[str] = []
        with self._db.atomic():
            for found, read in zip(batch, answer or (), strict=answer is not None):
                outcome = self._taker.take(reading.path, found, read)
                if outcome is not None:
                    taken.append(outcome)
                    continue
                skipped[read.reason or "unreadable"] += 1
                damage += [read.problem] if read.reason == "damaged" and read.problem else []
            self._manifest.note_taken(reading, taken, skipped, damage)
        reading.batches -= 1
        if reading.batches == 0:
            self._end(reading, None)

    def _end(self, reading: Reading, problem: str | None) -> None:
        self._manifest.end(reading, problem)
        self._note_end(reading)

    def _note_end(self, reading: Reading) -> None:
        self._ended[reading.path] = BackfilledFile(
            path=reading.path, file=reading.file, is_skipped=reading.is_skipped
        )

    def _died(self, path: Path) -> bool:
        return self._manifest.note_death(self._readings[path])


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


def _file_of(task: ReadTask) -> Path:
    return task.folder / task.jobs[0].attempts[0][0].file


def _now() -> datetime:
    return datetime.now(UTC)
