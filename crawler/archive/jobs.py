"""What a worker is asked to read of archives, and what it answers: frozen, to be pickled."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

from storage.records import Article, Claim
from storage.responses import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which of an archive's stories are wanted."""

    first_day: date | None = None
    last_day: date | None = None
    language: str | None = None
    """`id`, `en`; None: any."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryJob:
    """One story to be read."""

    outlet: str
    """Its name."""
    address: str
    """What it is asked for as."""
    attempts: tuple[tuple[Place, ...], ...] = ()
    """Where the responses lie that were to settle it, run by run, the best first."""
    listed: datetime | None = None
    """When a list said that it was published."""
    held: Article | None = None
    """As it is stored: read once more where the archive does not have it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadTask:
    """Some stories, in one file for the most part."""

    folder: Path
    """What the places are relative to."""
    outlets: Mapping[str, Any]
    """Descriptions of their outlets, as the spiders have them, where somebody describes them."""
    jobs: tuple[StoryJob, ...]
    longest: int
    """Bytes of a body that are read."""
    is_own: bool
    """Piagam wrote the files."""
    wanted: Wanted = field(default_factory=Wanted)


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryReading:
    """What came of one job."""

    address: str
    claims: tuple[Claim, ...] | None = None
    """None: nothing was read."""
    article: Article | None = None
    """From the archive; None: it has none, and `claims` are those of `StoryJob.held`."""
    problem: str | None = None
    """Why there is no article, as a sentence goes on; None where it is only not wanted."""
    reason: str | None = None
    """The same in a word: `listing`, `language` …"""
    url: str = ""
    """Where its first page was in the end."""
    fetched_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanTask:
    """One WARC file to be looked through."""

    path: Path
    outlets: tuple[Any, ...]
    """Descriptions of those whose stories are wanted, by name."""
    longest: int
    """Bytes of a record that is read."""
    wanted: Wanted


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPage:
    """One response that belongs to a story."""

    url: str
    """As it was asked for."""
    status: int
    place: Place
    """`file` is the file's own name."""
    fetched_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundStory:
    """One story in a scanned file."""

    outlet: str
    address: str
    pages: tuple[FoundPage, ...]
    """The first page of the story first."""

    @property
    def places(self) -> tuple[Place, ...]:
        """Where its pages lie."""
        return tuple(each.place for each in self.pages)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan:
    """What a WARC file holds."""

    stories: tuple[FoundStory, ...] = ()
    """In the order of the file."""
    records: int = 0
    """Responses of all hosts."""
    skipped: Mapping[str, int] = field(default_factory=dict)
    """How many responses are no stories of these outlets, by reason."""
    damage: tuple[str, ...] = ()
    """One phrase for each place that cannot be read."""
    problem: str | None = None
    """Why nothing of the file can be read."""
