"""Reads the stored stories again by today's rules: shows what would change, or changes it."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from crawler.archive.jobs import ReadTask, StoryReading
from crawler.by_name import Named
from crawler.config import Config, ConfigError
from crawler.keeping import Entry, keep_claims
from crawler.processes import open_here, open_processes
from crawler.rereading import (
    Compared,
    Difference,
    RereadTask,
    StoryChange,
    compare,
    reread,
    stored_stories,
)
from crawler.runs import LeaseKeeper, OwnRun
from crawler.team import Pool, Team, Work
from storage.articles import store_article
from storage.database import open_existing
from storage.outlets import outlet_names
from storage.records import RunKind, RunStatus
from storage.responses import stories_by_file

_BATCH, _FEWEST = 50, 4
"""Stories of a task, and of a transaction, at most and at least."""
_SHARES = 4
"""Of what is left, a task is this part of a worker's share."""
_FEW = 60
"""So many stories are read sooner than processes are begun."""
_MOST_DEATHS = 3


@dataclass(slots=True, kw_only=True)
class Tally:
    """How many stories were read, and from what."""

    archived: int = 0
    from_text: int = 0
    """The archive does not hold their pages (any more)."""
    changed: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Reprocessed:
    """What came of it."""

    changes: tuple[StoryChange, ...]
    """In the order in which the stories were stored."""
    tally: Tally
    is_applied: bool


def reprocess(  # noqa: PLR0913 - all but two by keyword
    config: Config,
    outlets: Sequence[str] = (),
    *,
    is_dry: bool,
    workers: int,
    pool: Pool | None = None,
    is_near: bool = True,
    on_progress: Callable[[int, int], None] | None = None,
) -> Reprocessed:
    """Read every stored story again, from the archive where it holds its pages.

    `pool` opens the workers; without one they are processes of this machine, none for few stories.
    `is_near`: they reach the store; else they are sent what it holds.
    Without `is_dry` what changes is applied; new awards are back-filled. What a person has
    corrected stays. An article that reads as none now is told of and kept. The result is the same
    for any number of workers. Raises ConfigError, StoreError, or RunError while a crawl is under
    way.
    """
    tell = on_progress or (lambda done, total: None)
    with closing(open_existing(config.store)) as db:
        stories = stories_by_file(db, outlets)
        pool = pool or (open_processes if len(stories) > _FEW else open_here)
        beat = (lambda: None) if is_dry else LeaseKeeper(db, _now)
        with Team(pool, workers, beat) as team:
            spiders = _spiders(db, config, outlets)
            plan = _Plan(config, spiders, stories, workers=workers)
            if is_dry:
                rereader = _Rereader(db, plan, team, sends=not is_near, run=None)
                return rereader.read_all(workers, tell)
            run = OwnRun.begin(db, expected=(), now=_now(), kind=RunKind.REPROCESS)
            try:
                rereader = _Rereader(db, plan, team, sends=not is_near, run=run)
                result = rereader.read_all(workers, tell)
            except BaseException as error:
                run.end(db, RunStatus.INTERRUPTED, f"{type(error).__name__}: {error}", _now())
                raise
            run.end(db, RunStatus.FINISHED, None, _now())
    return result


@dataclass(frozen=True, slots=True, kw_only=True)
class _Spiders:
    """The spiders' part, reached by name."""

    outlets: Mapping[str, Any]
    """Descriptions, by name."""
    read: Named
    longest: int
    """Bytes of a body that are read."""


def _spiders(db: Database, config: Config, named: Sequence[str]) -> _Spiders:
    """Raises ConfigError when one of the named outlets is neither described nor in the store."""
    # Imports Scrapy, which takes as long as the workers take to begin.
    from crawler.outlet_shelf import (  # noqa: PLC0415 - so it is done meanwhile
        outlet_shelf,
        scrapy_settings,
        unknown_outlet,
    )

    settings = scrapy_settings(config)
    outlets = outlet_shelf(settings).outlets
    known = (*outlets, *outlet_names(db))
    for name in named:
        if name not in known:
            raise ConfigError(unknown_outlet(name, known))
    return _Spiders(
        outlets=outlets,
        read=Named(settings["PIAGAM_READ"]),
        longest=settings.getint("DOWNLOAD_MAXSIZE"),
    )


class _Plan:
    """Which stories are read, file by file of the archive, in tasks that end small."""

    def __init__(
        self,
        config: Config,
        spiders: _Spiders,
        stories: Sequence[tuple[int, str, str | None]],
        *,
        workers: int,
    ) -> None:
        """`stories` as `stories_by_file` has them."""
        self._store, self._spiders, self._stories = config.store, spiders, stories
        self._folder = Path(config.archive.folder or ".")
        self._workers = workers
        self.total = len(stories)

    def tasks(self) -> Iterator[RereadTask]:
        """All stories in a fixed order; the last tasks are small, so that no worker waits long."""
        begin = 0
        while begin < self.total:
            share = (self.total - begin) // (_SHARES * self._workers)
            size = max(_FEWEST, min(_BATCH, share))
            yield self._task(self._stories[begin : begin + size])
            begin += size

    def _task(self, stories: Sequence[tuple[int, str, str | None]]) -> RereadTask:
        known = self._spiders.outlets
        names = sorted({outlet for _, outlet, _ in stories})
        return RereadTask(
            article_ids=tuple(article_id for article_id, _, _ in stories),
            store=self._store,
            read=self._spiders.read,
            reading=ReadTask(
                folder=self._folder,
                outlets={name: known[name] for name in names if name in known},
                jobs=(),
                longest=self._spiders.longest,
                is_own=True,
            ),
        )


class _Rereader:
    """Has the tasks done, and applies what changes, if there is a run for that."""

    def __init__(
        self, db: Database, plan: _Plan, team: Team, *, sends: bool, run: OwnRun | None
    ) -> None:
        """`sends`: the workers do not reach the store, and are sent what it holds."""
        self._db, self._plan, self._team, self._run = db, plan, team, run
        self._sends = sends
        self._work: Work[RereadTask, Compared] = Work(do=reread, died=self._died)
        self._deaths: Counter[int] = Counter()
        self._tally = Tally()
        self._changes: list[tuple[int, StoryChange]] = []

    def read_all(self, workers: int, tell: Callable[[int, int], None]) -> Reprocessed:
        """Every story of the plan."""
        done = 0
        tasks = (self._filled(task) for task in self._plan.tasks())
        for task, answer in self._team.in_order(self._work, tasks, ahead=2 * workers):
            compared = answer if answer is not None else self._one_by_one(task)
            self._take(task, compared)
            done += len(task.article_ids)
            tell(done, self._plan.total)
        changes = tuple(change for _, change in sorted(self._changes, key=lambda each: each[0]))
        return Reprocessed(changes=changes, tally=self._tally, is_applied=self._run is not None)

    def _filled(self, task: RereadTask) -> RereadTask:
        if not self._sends:
            return task
        return replace(task, stories=stored_stories(self._db, task.article_ids))

    def _died(self, task: RereadTask) -> bool:
        """A worker died of a task; of several stories it is found out at once which one it was."""
        self._deaths[task.article_ids[0]] += 1
        return len(task.article_ids) > 1 or self._deaths[task.article_ids[0]] >= _MOST_DEATHS

    def _one_by_one(self, task: RereadTask) -> Compared:
        singles = (
            self._filled(replace(task, article_ids=(each,), stories=None))
            for each in task.article_ids
        )
        answers = [
            answer or self._given_up(single)
            for single, answer in self._team.in_order(self._work, singles, ahead=0)
        ]
        return Compared(
            archived=sum(each.archived for each in answers),
            differences=tuple(found for each in answers for found in each.differences),
        )

    def _given_up(self, task: RereadTask) -> Compared:
        (story,) = stored_stories(self._db, task.article_ids)
        problem = f"the process that read it died, {_MOST_DEATHS} times"
        found = compare(story, StoryReading(address=story.job.address, problem=problem))
        return Compared(archived=0, differences=() if found is None else (found,))

    def _take(self, task: RereadTask, compared: Compared) -> None:
        self._tally.archived += compared.archived
        self._tally.from_text += len(task.article_ids) - compared.archived
        if self._run is not None and compared.differences:
            with self._db.atomic():
                for each in compared.differences:
                    _apply(self._db, each, self._run)
        told = [(each.article_id, each.change) for each in compared.differences if each.change]
        self._tally.changed += sum(change.is_changed for _, change in told)
        self._changes += told


def _apply(db: Database, found: Difference, run: OwnRun) -> None:
    if found.is_same_article and found.says_the_same:
        return  # its pages could not be read, which is only told
    now = _now()
    entry = Entry(run_id=run.id, now=now, began=now, is_backfilled=True)
    stored = store_article(db, found.article, run_id=run.id, now=entry.now, address=found.address)
    if stored.is_changed or not found.says_the_same:
        keep_claims(db, stored, found.claims, entry)


def _now() -> datetime:
    return datetime.now(UTC)
