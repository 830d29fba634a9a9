"""A story's pages kept as they came, with what was read from them: to hold rules against later.

A case is a folder: `1.html`, `2.html` … are the parts of the story, `story.toml` says where they
came from and what a reader found.

FixtureError
    A case cannot be read; the message names the file and the mend.
"""

import json
import re
import shutil
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from difflib import unified_diff
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from crawler.config import ConfigError
from crawler.extraction.joining import join_parts
from crawler.extraction.page import Page, read_page
from spiders.outlet import Outlet
from storage.records import Article

_LONGEST_NAME = 60
STORY_FILE = "story.toml"
FIELDS = (
    *("title", "published", "dateline", "authors", "editor", "section", "tags"),
    *("lead_image", "caption", "photo_credit"),
)


class FixtureError(ConfigError):
    """A recorded case cannot be used; one line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedPage:
    """One page as the server sent it."""

    address: str
    """Where it was in the end."""
    body: bytes
    charset: str | None = None
    """As the HTTP header declared it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One recorded story."""

    url: str
    recorded: date
    pages: tuple[RecordedPage, ...]
    expected: Mapping[str, Any]
    """What was read: the FIELDS that were found, and `lines`, the text."""


def read_pages(pages: Sequence[RecordedPage], outlet: Outlet) -> Page:
    """The story of these pages, read by the outlet's rules."""
    return join_parts(
        [
            read_page(
                each.body,
                outlet=outlet.name,
                url=each.address,
                rules=outlet.rules,
                encoding=each.charset,
            )
            for each in pages
        ]
    )


def expected_of(article: Article) -> dict[str, Any]:
    """What a case keeps of an article: the fields that were found and the lines of the text."""
    found = {name: getattr(article, name) for name in FIELDS}
    told = {key: list(v) if isinstance(v, tuple) else v for key, v in found.items() if v}
    return {**told, "lines": article.text.split("\n")}


def differences(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[str]:
    """One line for each field that differs; of the text only how many lines came and went."""
    for name in FIELDS:
        old, new = before.get(name), after.get(name)
        if old != new:
            yield f"{name}: was {_shown(old)}, is {_shown(new)}"
    changes = list(unified_diff(before.get("lines", []), after.get("lines", []), n=0, lineterm=""))
    gone = [line[1:] for line in changes[2:] if line.startswith("-")]
    new_lines = [line[1:] for line in changes[2:] if line.startswith("+")]
    if gone or new_lines:
        first = new_lines[0] if new_lines else gone[0]
        counted = f"{len(gone)} lines gone, {len(new_lines)} new"
        yield f"text: {counted}, the first {'new' if new_lines else 'gone'}: {first[:60]}"


def case_name(url: str) -> str:
    """A name for the case of the story at `url`: the last telling part of its address."""
    parts = urlsplit(url)
    words = re.split(
        r"[^a-z0-9-]+", parts.path.lower().rpartition(".html")[0] or parts.path.lower()
    )
    slug = max(words, key=lambda word: word.count("-"))
    name = slug if "-" in slug else "-".join(filter(None, (*words, parts.query)))
    return re.sub(r"[^a-z0-9]+", "-", name.lower())[:_LONGEST_NAME].strip("-") or "story"


def cases_in(folder: Path) -> tuple[Path, ...]:
    """The folders of the cases under `folder`, by name."""
    return tuple(sorted(path.parent for path in folder.glob(f"*/{STORY_FILE}")))


def load_case(folder: Path) -> Case:
    """The case in `folder`. Raises FixtureError."""
    path = folder / STORY_FILE
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
        return Case(
            url=told["url"],
            recorded=told["recorded"],
            pages=tuple(
                RecordedPage(
                    address=each["address"],
                    body=(folder / each["file"]).read_bytes(),
                    charset=each.get("charset"),
                )
                for each in told["page"]
            ),
            expected=told["expected"],
        )
    except OSError as error:
        raise FixtureError(f"{error.filename}: {error.strerror}; record it again") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, KeyError, TypeError) as error:
        raise FixtureError(f"{path}: cannot be used ({error}); record it again") from None


def save_case(folder: Path, case: Case) -> None:
    """Write the case; pages of an earlier recording go."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for number, page in enumerate(case.pages, start=1):
        (folder / f"{number}.html").write_bytes(page.body)
    (folder / STORY_FILE).write_text("\n".join(_written(case)), encoding="utf-8")


def _written(case: Case) -> Iterable[str]:
    yield f"url = {_quoted(case.url)}"
    yield f"recorded = {case.recorded.isoformat()}"
    for number, page in enumerate(case.pages, start=1):
        yield from ("", "[[page]]", f'file = "{number}.html"', f"address = {_quoted(page.address)}")
        if page.charset is not None:
            yield f"charset = {_quoted(page.charset)}"
    yield from ("", "[expected]")
    for key, value in case.expected.items():
        if isinstance(value, list):
            yield from (f"{key} = [", *(f"  {_quoted(each)}," for each in value), "]")
        else:
            is_moment = isinstance(value, datetime)
            yield f"{key} = {value.isoformat() if is_moment else _quoted(value)}"
    yield ""


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=not text.isprintable())


def _shown(value: Any) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, datetime):
        return value.isoformat()
    return f"“{value}”" if isinstance(value, str) else ", ".join(map(str, value))
