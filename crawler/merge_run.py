"""`piagam merge`: other stores merged in a run of its own, or into a copy that is thrown away."""

from collections.abc import Callable, Collection, Generator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from shutil import rmtree

from sqlite_utils import Database

from crawler.alerts.addressing import people_of, subscriptions_of
from crawler.archive.shelf import ArchiveError
from crawler.config import Config
from crawler.keeping import Entry
from crawler.merging import Merged, Source, Tell, merge_stores
from crawler.reference import refresh_reference
from crawler.runs import LEASE_TERM, OwnRun, RunError, keep_lease
from storage.copying import copy_database
from storage.database import open_store
from storage.leases import ALERTS_LEASE, release_lease, renew_lease, take_lease
from storage.merging.snapshot import refuse_useless
from storage.processes import this_process
from storage.records import RunKind, RunStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class _Work:
    """What is merged, and whereto."""

    sources: Sequence[Source]
    archive: Path | None
    subscribed: Collection[str]
    tell: Tell


def merge(config: Config, sources: Sequence[Source], *, is_dry: bool, tell: Tell) -> Merged:
    """Merge these stores into that of `config`; with `is_dry` into a copy that is thrown away.

    Nobody is told anything by this: alerts wait in the outbox. Raises StoreError or ArchiveError,
    or RunError while a crawl or a sender is at work.
    """
    for source in sources:
        refuse_useless(config.store, source.path)
        if source.archive is not None and not source.archive.is_dir():
            raise ArchiveError(f"{source.archive}: is no folder; name the one of its WARC files")
    people = people_of(subscriptions_of(config))
    if is_dry:
        with _copy_of(config.store) as copy:
            return _merge(copy, _Work(sources=sources, archive=None, subscribed=people, tell=tell))
    work = _Work(sources=sources, archive=config.archive.folder, subscribed=people, tell=tell)
    return _merge(config.store, work)


@contextmanager
def _copy_of(store: Path) -> Generator[Path, None, None]:
    folder = store.with_suffix(".trial")
    rmtree(folder, ignore_errors=True)  # of a trial that was killed
    try:
        folder.mkdir()
        if store.exists():
            copy_database(store, folder / store.name)
        yield folder / store.name
    finally:
        rmtree(folder, ignore_errors=True)


def _merge(store: Path, work: _Work) -> Merged:
    with closing(open_store(store)) as db:
        run = OwnRun.begin(db, expected=(), now=_now(), kind=RunKind.MERGE)
        try:
            with _outbox_held(db):
                merged = _in_run(db, run, work)
        except BaseException as error:
            run.end(db, RunStatus.INTERRUPTED, f"{type(error).__name__}: {error}", _now())
            raise
        run.end(db, RunStatus.FINISHED, None, _now())
        refresh_reference(db)
    return merged


def _in_run(db: Database, run: OwnRun, work: _Work) -> Merged:
    now = _now()
    return merge_stores(
        db,
        work.sources,
        entry=Entry(run_id=run.id, now=now, began=now),
        archive=work.archive,
        subscribed=work.subscribed,
        tell=_keeping_leases(db, work.tell),
    )


@contextmanager
def _outbox_held(db: Database) -> Generator[None, None, None]:
    """No mail is under way while it changes who was told."""
    if not take_lease(db, ALERTS_LEASE, this_process(), _now(), LEASE_TERM):
        raise RunError("another process is sending the alerts; wait until it has ended")
    try:
        yield
    finally:
        release_lease(db, ALERTS_LEASE, this_process())


def _keeping_leases(db: Database, tell: Tell) -> Callable[[str, int, int], None]:
    def kept(what: str, done: int, total: int) -> None:
        now = _now()
        is_ours = renew_lease(db, ALERTS_LEASE, this_process(), now, LEASE_TERM)
        if not (keep_lease(db, now) and is_ours):
            raise RunError("another process has taken over the store; run it again later")
        tell(what, done, total)

    return kept


def _now() -> datetime:
    return datetime.now(UTC)
