"""A folder of stories with what is to be read from them, cut into two halves.

CorpusError
    The folder or a file of it cannot be used; the message names the file, the key and the mend.
"""

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from crawler.awards.scheme_file import first_problem
from crawler.quality.answer import FIELDS, Answer, StatedClaim
from crawler.quality.gold_file import ClaimTable, Kind, SecondTable, StoryTable, Table
from crawler.told_errors import ToldError
from storage.records import Article

_File = TypeVar("_File", bound=Table)


class CorpusError(ToldError):
    """A corpus cannot be used; the message says where and how to mend it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldStory:
    """One story and its right answer."""

    name: str
    """That of its file, without `.toml`."""
    kind: Kind
    article: Article
    answer: Answer

    @property
    def is_set_aside(self) -> bool:
        """In the half that no rule may be written after, by a hash of the name."""
        return hashlib.sha256(self.name.encode()).digest()[0] % 2 == 1


def load_corpus(folder: Path) -> tuple[GoldStory, ...]:
    """The stories of a folder in the order of their names. Raises CorpusError, also for none."""
    return tuple(read_story_file(path.name, source) for path, source in _sources(folder))


def load_second(folder: Path) -> Mapping[str, Answer]:
    """The answers of a second annotation by story name. Raises CorpusError, also for none."""
    return {
        path.stem: _answer(_checked(path.name, source, SecondTable))
        for path, source in _sources(folder)
    }


def corpus_digest(folder: Path) -> str:
    """Changes whenever a story does. Raises CorpusError."""
    digest = hashlib.sha256()
    for path, source in _sources(folder):
        digest.update(path.name.encode() + source.encode())
    return digest.hexdigest()[:16]


def read_story_file(name: str, source: str) -> GoldStory:
    """The story in a TOML file's text; `name` is the file's. Raises CorpusError."""
    table = _checked(name, source, StoryTable)
    return GoldStory(
        name=name.removesuffix(".toml"),
        kind=table.kind,
        article=Article(
            outlet=table.outlet,
            url="https://example.org/",
            title=table.title,
            text=table.text.strip(),
            published=table.published,
            dateline=table.dateline,
        ),
        answer=_answer(table),
    )


def _sources(folder: Path) -> list[tuple[Path, str]]:
    try:
        paths = sorted(path for path in folder.iterdir() if path.suffix == ".toml")
    except OSError as error:
        raise CorpusError(f"{folder}: {error.strerror}; name a folder of stories") from None
    if not paths:
        raise CorpusError(f"{folder}: holds no stories; name a folder with *.toml of stories")
    return [(path, _text(path)) for path in paths]


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode()
    except OSError as error:
        raise CorpusError(f"{path.name}: cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise CorpusError(f"{path.name}: is no UTF-8; save it as UTF-8") from None


def _checked(name: str, source: str, table: type[_File]) -> _File:
    try:
        return table.model_validate(tomllib.loads(source))
    except tomllib.TOMLDecodeError as error:
        raise CorpusError(f"{name}: not valid TOML: {error}") from None
    except ValidationError as error:
        raise CorpusError(f"{name}: {first_problem(error)}") from None


def _answer(table: StoryTable | SecondTable) -> Answer:
    is_award = table.is_award_story if isinstance(table, SecondTable) else table.kind is Kind.AWARD
    return Answer(is_award_story=is_award, claims=tuple(map(_stated, table.claims)))


def _stated(table: ClaimTable) -> StatedClaim:
    return StatedClaim(
        recipient=table.recipient,
        scheme=table.scheme,
        score=table.score,
        fields=table.model_dump(include=set(FIELDS), exclude_none=True),
        units=frozenset((each.unit, each.score) for each in table.units),
        earlier=frozenset((each.year, each.score) for each in table.previous),
    )
