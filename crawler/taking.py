"""Takes a story from an archive into the store; an older copy never replaces a later one."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from sqlite_utils import Database

from crawler.archive.jobs import FoundStory, StoryReading
from crawler.archive.shelf import OPEN
from crawler.keeping import Entry, Story, keep_claims, keep_story
from storage.addresses import Found, record_discovered, settle, state_of
from storage.articles import store_article, text_digest
from storage.readings import LastReading, last_reading, note_reading
from storage.records import AddressState, Article
from storage.responses import index_response
from storage.timestamps import utc_text


class Taken(StrEnum):
    """What became of a story from an archive."""

    STORED = "stored"
    REVISED = "revised"
    """A later copy with another headline or text."""
    KNOWN = "known"


class Taker:
    """Takes stories of a backfill one by one; without a run it only tells what it would do."""

    def __init__(
        self,
        db: Database,
        archive: Path | None,
        *,
        run_id: int | None,
        now: Callable[[], datetime],
    ) -> None:
        """`archive` is our own archive's folder: what lies in it is put into its index."""
        self._db, self._run_id, self._now = db, run_id, now
        self._archive = None if archive is None else archive.resolve()
        self._met: set[str] = set()

    def take(self, path: Path, found: FoundStory, reading: StoryReading) -> Taken | None:
        """One story of the file; None when it was not read. Call inside `atomic()`."""
        article, fetched_at = reading.article, reading.fetched_at
        if article is None or fetched_at is None:
            return None
        if self._run_id is None:
            return self._foretold(article, fetched_at)
        now = self._now()
        entry = Entry(run_id=self._run_id, now=now, began=now, is_backfilled=True)
        outcome = take(self._db, reading, article, fetched_at, entry)
        if outcome is not Taken.KNOWN:
            self._index(path, found, self._run_id)
        return outcome

    def _foretold(self, article: Article, fetched_at: datetime) -> Taken:
        is_met = article.url in self._met
        self._met.add(article.url)
        return Taken.KNOWN if is_met else outcome_of(self._db, article, fetched_at)

    def _index(self, path: Path, found: FoundStory, run_id: int) -> None:
        """So that `piagam reprocess` finds the pages; the files of others stay where they are."""
        folder = self._archive
        if folder is None or not path.resolve().is_relative_to(folder):
            return
        file = path.resolve().relative_to(folder).as_posix().removesuffix(OPEN)
        for page in found.pages:
            index_response(
                self._db,
                run_id=run_id,
                outlet=found.outlet,
                address=found.address,
                url=page.url,
                status=page.status,
                place=replace(page.place, file=file),
                now=page.fetched_at,
            )


def outcome_of(db: Database, article: Article, fetched_at: datetime) -> Taken:
    """What `take` would make of it; nothing is written."""
    held = last_reading(db, article.url)
    if held is None:
        return Taken.STORED
    digest = text_digest(article.title, article.text)
    is_other = digest != held.text_sha256
    return Taken.REVISED if is_other and _is_later(fetched_at, digest, held) else Taken.KNOWN


def take(
    db: Database, reading: StoryReading, article: Article, fetched_at: datetime, entry: Entry
) -> Taken:
    """Store the story if it is new, or later than what is held of it; call inside `atomic()`."""
    held, address = last_reading(db, article.url), reading.address
    state = state_of(db, address)
    if state is None:
        found = [Found(url=address)]
        record_discovered(
            db, outlet=article.outlet, found=found, run_id=entry.run_id, now=entry.now
        )
    if held is None:
        story = Story(address=address, article=article, url=reading.url)
        keep_story(db, story, reading.claims or (), replace(entry, read_at=fetched_at))
        return Taken.STORED
    if state is not AddressState.STORED:
        _settle_twin(db, address, article, entry)
    if not _is_later(fetched_at, text_digest(article.title, article.text), held):
        return Taken.KNOWN
    return _take_later(db, reading, article, fetched_at, entry, held)


def _take_later(  # noqa: PLR0913, PLR0917 - the copy, and what is held
    db: Database,
    reading: StoryReading,
    article: Article,
    fetched_at: datetime,
    entry: Entry,
    held: LastReading,
) -> Taken:
    stored = store_article(db, article, run_id=entry.run_id, now=entry.now, address=held.address)
    if stored.is_changed:
        keep_claims(db, stored, reading.claims or (), entry)
    note_reading(
        db,
        address=held.address,
        outlet=article.outlet,
        url=reading.url,
        read_at=fetched_at,
        is_award=bool(reading.claims),
        today=entry.began.date(),
    )
    return Taken.REVISED if stored.is_changed else Taken.KNOWN


def _settle_twin(db: Database, address: str, article: Article, entry: Entry) -> None:
    settle(
        db,
        url=address,
        state=AddressState.STORED,
        reason=None if address == article.url else "twin",
        run_id=entry.run_id,
        now=entry.now,
    )


def _is_later(fetched_at: datetime, digest: str, held: LastReading) -> bool:
    """Two copies of one moment have an order too, so that it does not matter which comes first."""
    return (utc_text(fetched_at), digest) > (held.read_at, held.text_sha256)
