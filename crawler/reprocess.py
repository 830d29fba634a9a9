"""Reads the stored stories again by today's rules: shows what would change, or changes it."""

from collections import Counter, deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from crawler.archive.jobs import ReadTask, StoryJob, StoryReading
from crawler.by_name import Named
from crawler.config import Config, ConfigError
from crawler.differences import ClaimChange, claim_changes, says_the_same
from crawler.keeping import Entry, keep_claims
from crawler.processes import open_here, open_processes
from crawler.runs import LeaseKeeper, OwnRun
from crawler.team import Pool, Team, Work
from storage.addresses import listed_published
from storage.articles import HeldArticle, held_article, store_article
from storage.database import open_store
from storage.held_claims import claims_of_article
from storage.outlets import outlet_names
from storage.records import Article, Claim, RunKind, RunStatus
from storage.responses import responses_for, stories_by_file

_BATCH = 50
"""Stories of a task, and of a transaction."""
_FEW = 60
"""So many stories are read sooner than processes are begun."""
_MOST_DEATHS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryChange:
    """What a second reading of one stored story changes."""

    outlet: str
    url: str
    title: str
    is_text_changed: bool
    """Headline or text differ: a new revision."""
    is_metadata_changed: bool
    claims: tuple[ClaimChange, ...]
    problem: str | None = None
    """Why the story was read from its stored text only, or not at all."""
    is_read: bool = True
    """False: it could not be read at all, and stays as it is."""


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
    on_progress: Callable[[int, int], None] | None = None,
) -> Reprocessed:
    """Read every stored story again, from the archive where it holds its pages.

    `pool` opens the workers; without one they are processes of this machine, none for few stories.
    Without `is_dry` what changes is applied; new awards are back-filled. What a person has
    corrected stays. An article that reads as none now is told of and kept. The result is the same
    for any number of workers. Raises ConfigError, StoreError, or RunError while a crawl is under
    way.
    """
    tell = on_progress or (lambda done, total: None)
    with closing(open_store(config.store)) as db:
        stories = stories_by_file(db, outlets)
        pool = pool or (open_processes if len(stories) > _FEW else open_here)
        beat = (lambda: None) if is_dry else LeaseKeeper(db, _now)
        with Team(pool, workers, beat) as team:
            spiders = _spiders(db, config, outlets)
            plan = _Plan(db, config, spiders, stories)
            if is_dry:
                return _Rereader(db, plan, team, spiders.read, run=None).read_all(workers, tell)
            run = OwnRun.begin(db, expected=(), now=_now(), kind=RunKind.REPROCESS)
            try:
                rereader = _Rereader(db, plan, team, spiders.read, run=run)
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
    from crawler.crawling import (  # noqa: PLC0415 - so it is done meanwhile
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
    """Which stories are read, file by file of the archive, in tasks of bounded size."""

    def __init__(
        self,
        db: Database,
        config: Config,
        spiders: _Spiders,
        stories: Sequence[tuple[int, str, str | None]],
    ) -> None:
        """`stories` as `stories_by_file` has them."""
        self._db, self._spiders, self._stories = db, spiders, stories
        self._folder = Path(config.archive.folder or ".")
        self.total = len(stories)

    def batches(self) -> Iterator[tuple[tuple[HeldArticle, ...], ReadTask]]:
        """Each task with the stories as they are stored, in a fixed order."""
        for (outlet, _), stories in groupby(self._stories, key=lambda row: (row[1], row[2])):
            ids = [article_id for article_id, _, _ in stories]
            for begin in range(0, len(ids), _BATCH):
                helds = tuple(held_article(self._db, each) for each in ids[begin : begin + _BATCH])
                yield helds, self._task(outlet, helds)

    def _task(self, outlet: str, helds: Sequence[HeldArticle]) -> ReadTask:
        return ReadTask(
            folder=self._folder,
            outlets={outlet: known} if (known := self._spiders.outlets.get(outlet)) else {},
            jobs=tuple(self._job(each) for each in helds),
            longest=self._spiders.longest,
            is_own=True,
        )

    def _job(self, held: HeldArticle) -> StoryJob:
        runs = responses_for(self._db, held.address)
        return StoryJob(
            outlet=held.article.outlet,
            address=held.address,
            attempts=tuple(tuple(each.place for each in kept) for kept in runs),
            listed=listed_published(self._db, held.address),
            held=held.article,
        )


class _Rereader:
    """Has the tasks done, and applies what changes, if there is a run for that."""

    def __init__(
        self,
        db: Database,
        plan: _Plan,
        team: Team,
        read: Callable[[ReadTask], tuple[StoryReading, ...]],
        *,
        run: OwnRun | None,
    ) -> None:
        self._db, self._plan, self._team, self._run = db, plan, team, run
        self._work: Work[ReadTask, tuple[StoryReading, ...]] = Work(do=read, died=self._died)
        self._deaths: Counter[str] = Counter()
        self._tally = Tally()
        self._changes: list[tuple[int, StoryChange]] = []

    def read_all(self, workers: int, tell: Callable[[int, int], None]) -> Reprocessed:
        """Every story of the plan."""
        waiting: deque[tuple[HeldArticle, ...]] = deque()

        def tasks() -> Iterator[ReadTask]:
            for helds, task in self._plan.batches():
                waiting.append(helds)
                yield task

        done = 0
        for task, answer in self._team.in_order(self._work, tasks(), ahead=2 * workers):
            helds = waiting.popleft()
            readings = answer if answer is not None else self._one_by_one(task)
            with self._db.atomic():
                for held, reading in zip(helds, readings, strict=True):
                    self._take(held, reading)
            done += len(helds)
            tell(done, self._plan.total)
        changes = tuple(change for _, change in sorted(self._changes, key=lambda each: each[0]))
        return Reprocessed(changes=changes, tally=self._tally, is_applied=self._run is not None)

    def _died(self, task: ReadTask) -> bool:
        """A worker died of a task; of several stories it is found out at once which one it was."""
        self._deaths[task.jobs[0].address] += 1
        return len(task.jobs) > 1 or self._deaths[task.jobs[0].address] >= _MOST_DEATHS

    def _one_by_one(self, task: ReadTask) -> list[StoryReading]:
        singles = [replace(task, jobs=(job,)) for job in task.jobs]
        problem = f"the process that read it died, {_MOST_DEATHS} times"
        return [
            answer[0] if answer else StoryReading(address=single.jobs[0].address, problem=problem)
            for single, answer in self._team.in_order(self._work, singles, ahead=0)
        ]

    def _take(self, held: HeldArticle, reading: StoryReading) -> None:
        before = [each.claim for each in claims_of_article(self._db, held.stored.article_id)]
        after = before if reading.claims is None else reading.claims
        article = reading.article or held.article
        self._tally.archived += reading.article is not None
        self._tally.from_text += reading.article is None
        if self._run is not None:
            _apply(self._db, held, article, before, after, self._run)
        change = _change(held.article, article, claim_changes(before, after), reading)
        if change is not None:
            self._tally.changed += 1
            self._changes.append((held.stored.article_id, change))


def _apply(  # noqa: PLR0913, PLR0917 - what was, what is now, and the run
    db: Database,
    held: HeldArticle,
    article: Article,
    before: Sequence[Claim],
    after: Sequence[Claim],
    run: OwnRun,
) -> None:
    is_same = says_the_same(before, after)
    if article == held.article and is_same:
        return
    now = _now()
    entry = Entry(run_id=run.id, now=now, began=now, is_backfilled=True)
    stored = store_article(db, article, run_id=run.id, now=entry.now, address=held.address)
    if stored.is_changed or not is_same:
        keep_claims(db, stored, after, entry)


def _change(
    before: Article, after: Article, claims: tuple[ClaimChange, ...], reading: StoryReading
) -> StoryChange | None:
    is_text_changed = (before.title, before.text) != (after.title, after.text)
    same_text = replace(after, title=before.title, text=before.text)
    is_metadata_changed = same_text != before
    if not (is_text_changed or is_metadata_changed or claims or reading.problem):
        return None
    return StoryChange(
        outlet=before.outlet,
        url=before.url,
        title=after.title,
        is_text_changed=is_text_changed,
        is_metadata_changed=is_metadata_changed,
        claims=claims,
        problem=reading.problem,
        is_read=reading.claims is not None,
    )


def _now() -> datetime:
    return datetime.now(UTC)
