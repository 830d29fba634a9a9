"""Stored stories read once more, and what differs from what is stored: a worker's part.

A worker of this machine looks into the store itself, so little goes to it and, of what did not
change, next to nothing comes back. On another machine it is sent the stories.
"""

from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from sqlite_utils import Database

from crawler.archive.jobs import ReadTask, StoryJob, StoryReading
from crawler.differences import ClaimChange, claim_changes, says_the_same
from storage.addresses import listed_published
from storage.articles import held_article
from storage.database import open_read_only
from storage.held_claims import claims_of_article
from storage.records import Article, Claim
from storage.responses import responses_for


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredStory:
    """One story as the store holds it."""

    article_id: int
    job: StoryJob
    """With the article."""
    claims: tuple[Claim, ...]
    """What it says by its latest reading."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RereadTask:
    """Some stored stories."""

    article_ids: tuple[int, ...]
    store: Path
    read: Callable[[ReadTask], tuple[StoryReading, ...]]
    reading: ReadTask
    """How they are read; its jobs come from the stories."""
    stories: tuple[StoredStory, ...] | None = None
    """None: the worker takes them from the store."""


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

    @property
    def is_changed(self) -> bool:
        """Whether anything reads otherwise; else only the problem is told."""
        return bool(self.claims) or self.is_text_changed or self.is_metadata_changed


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A story that reads otherwise now, or could not be read."""

    article_id: int
    address: str
    """Where it was asked for."""
    article: Article
    claims: tuple[Claim, ...]
    is_same_article: bool
    says_the_same: bool
    change: StoryChange | None
    """None: nothing that anybody is told of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """What came of a task."""

    archived: int
    """Stories read from the archive; the others from their stored text."""
    differences: tuple[Difference, ...]


def reread(task: RereadTask) -> Compared:
    """Read the stories of a task. Raises StoreError when the store cannot be read."""
    stories = task.stories
    if stories is None:
        with closing(open_read_only(task.store)) as db:
            stories = stored_stories(db, task.article_ids)
    jobs = tuple(each.job for each in stories)
    readings = task.read(replace(task.reading, jobs=jobs))
    found = [compare(*each) for each in zip(stories, readings, strict=True)]
    return Compared(
        archived=sum(reading.article is not None for reading in readings),
        differences=tuple(each for each in found if each is not None),
    )


def stored_stories(db: Database, article_ids: Sequence[int]) -> tuple[StoredStory, ...]:
    """The stories of these numbers, and where their pages lie."""
    return tuple(_stored_story(db, each) for each in article_ids)


def _stored_story(db: Database, article_id: int) -> StoredStory:
    held = held_article(db, article_id)
    runs = responses_for(db, held.address)
    job = StoryJob(
        outlet=held.article.outlet,
        address=held.address,
        attempts=tuple(tuple(each.place for each in kept) for kept in runs),
        listed=listed_published(db, held.address),
        held=held.article,
    )
    claims = tuple(each.claim for each in claims_of_article(db, article_id))
    return StoredStory(article_id=article_id, job=job, claims=claims)


def compare(story: StoredStory, reading: StoryReading) -> Difference | None:
    """What a reading changes of a story; None when nothing."""
    if story.job.held is None:
        raise ValueError(f"{story.job.address}: sent without its article")
    before = story.job.held
    after = before if reading.article is None else reading.article
    claims = story.claims if reading.claims is None else reading.claims
    is_same = says_the_same(story.claims, claims)
    change = _change(before, after, claim_changes(story.claims, claims), reading)
    if after == before and is_same and change is None:
        return None
    return Difference(
        article_id=story.article_id,
        address=story.job.address,
        article=after,
        claims=claims,
        is_same_article=after == before,
        says_the_same=is_same,
        change=change,
    )


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
