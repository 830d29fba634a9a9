"""The stories of the bundled newsroom: one TOML file each, with what a careful reader finds in it.

Every person, quotation and figure in them is made up for tests, save the facts that the project
began from (the seeds); none of it reports on a real body.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Annotated, Literal

from pydantic import AwareDatetime, ConfigDict, StringConstraints, TypeAdapter, ValidationError

from storage.records import EditionBasis

_FOLDER = "stories"
_FORBID_UNKNOWN = ConfigDict(extra="forbid")
_UNKNOWN_KEY = {"unexpected_keyword_argument", "extra_forbidden"}

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class StoryError(Exception):
    """A story file cannot be used; the message names file, key and mend in one line."""


class StoryKind(StrEnum):
    """Whether a public-service award is granted in the story."""

    AWARD = "award"
    HARD_NEGATIVE = "hard-negative"
    """Looks like an award story and is none."""
    ORDINARY = "ordinary"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedUnit:
    """The score of one unit, by its canonical short name as in `UnitScore`."""

    __pydantic_config__ = _FORBID_UNKNOWN

    unit: Text
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedEarlier:
    """A score told as history; the year is None when only `last year` or the like is printed."""

    __pydantic_config__ = _FORBID_UNKNOWN

    score: float
    year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedClaim:
    """What title and text state about one award; a field they do not state is None."""

    __pydantic_config__ = _FORBID_UNKNOWN

    recipient: Text
    recipient_code: Text
    """Code of the region; for a unit the code of its owner."""
    scheme: Literal["ombudsman-kepatuhan", "pekppp-ipp"]
    edition_year: int
    edition_basis: EditionBasis
    year: int | None = None
    score: float | None = None
    scale: int | None = None
    predicate: Text | None = None
    category: Text | None = None
    zone: Text | None = None
    rank: int | None = None
    rank_scope: Text | None = None
    """As printed, without the words `peringkat` and the number."""
    award_date: date | None = None
    venue: Text | None = None
    """As printed, with the place when it follows directly."""
    units: tuple[ExpectedUnit, ...] = ()
    previous: tuple[ExpectedEarlier, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One story as its author handed it in; the site adds dateline and furniture."""

    __pydantic_config__ = _FORBID_UNKNOWN

    kind: StoryKind
    slug: Text
    section: Text
    published: AwareDatetime
    title: Text
    summary: Text
    city: Text
    """The city of the dateline, as the site prints it."""
    body: Text
    """Paragraphs, bullets, subheads and page breaks in the marks that `body.parts_of` reads."""
    authors: tuple[Text, ...] = ()
    editor: Text | None = None
    caption: Text | None = None
    photo_credit: Text | None = None
    tags: tuple[Text, ...] = ()
    id: int | None = None
    code: Text | None = None
    """The eight mixed-case characters in an address of wartablora."""
    why: Text | None = None
    """Which trap a hard negative is."""
    claims: tuple[ExpectedClaim, ...] = ()


_STORY = TypeAdapter(Story)


def load_stories(site: str) -> tuple[Story, ...]:
    """All stories of `site` (the name of its folder), newest first.

    Raises StoryError for an unknown site, and for the first file that cannot be used.
    """
    found = [read_story(file.read_bytes(), where=where) for where, file in _story_files(site)]
    return tuple(sorted(found, key=lambda story: (story.published, story.slug), reverse=True))


def read_story(source: bytes, *, where: str) -> Story:
    """The story in the bytes of one TOML file; `where` names the file in the error.

    Raises StoryError.
    """
    try:
        story = _STORY.validate_python(tomllib.loads(source.decode()))
    except UnicodeDecodeError as error:
        raise StoryError(f"{where}: is not UTF-8 at byte {error.start}; save it as UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        raise StoryError(f"{where}: is not valid TOML: {error}; mend that line") from None
    except ValidationError as error:
        raise StoryError(f"{where}: {_first_problem(error)}") from None
    problem = _contradiction(story)
    if problem:
        raise StoryError(f"{where}: {problem}")
    return story


def _story_files(site: str) -> Iterator[tuple[str, Traversable]]:
    folder = files("crawler.newsroom") / _FOLDER / site
    if not folder.is_dir():
        known = sorted(each.name for each in (files("crawler.newsroom") / _FOLDER).iterdir())
        raise StoryError(f"{_FOLDER}/{site}: no such site; write one of {', '.join(known)}")
    for file in sorted(folder.iterdir(), key=lambda each: each.name):
        if file.name.endswith(".toml"):
            yield f"{_FOLDER}/{site}/{file.name}", file


def _first_problem(error: ValidationError) -> str:
    problem = min(error.errors(), key=lambda each: each["type"] not in _UNKNOWN_KEY)
    key = ".".join(str(part) for part in problem["loc"])
    if problem["type"] == "missing":
        return f"{key}: missing; add a line `{problem['loc'][-1]} = …`"
    if problem["type"] in _UNKNOWN_KEY:
        return f"{key}: unknown key; take it out or correct its name"
    message = problem["msg"]
    return f"{key}: {message[0].lower()}{message[1:]} (got {problem['input']!r})"


def _contradiction(story: Story) -> str | None:
    if story.kind is StoryKind.AWARD and not story.claims:
        return "claims: missing; an award story needs at least one [[claims]]"
    if story.kind is not StoryKind.AWARD and story.claims:
        return f"claims: only an award story has them; take them out or change kind {story.kind!s}"
    if (story.kind is StoryKind.HARD_NEGATIVE) != (story.why is not None):
        return "why: belongs to a hard-negative, and only to it; add it or take it out"
    return None
