"""The data dictionary: what each column of each table and view holds, and in what unit."""

import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path

_OPENING = """\
# Data dictionary

What each table and view of the store holds, column by column. How values are written, how to open
a store and what to ask it, [store.md](store.md) tells. This page is made from
`storage/dictionary.toml` by `python -m storage.dictionary docs/data-dictionary.md`; a test compares
it with the real schema. Every store carries it as its table `data_dictionary`.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnEntry:
    """One column of a table or view."""

    name: str
    meaning: str
    """Markdown."""
    unit: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationEntry:
    """One table or view."""

    name: str
    group: str
    """What it belongs to: `views`, `crawling`, `articles` …"""
    about: str
    """Markdown; empty where the columns say enough."""
    columns: tuple[ColumnEntry, ...]


@cache
def load_dictionary() -> dict[str, RelationEntry]:
    """Every table and view by name, views first."""
    text = (resources.files("storage") / "dictionary.toml").read_text(encoding="utf-8")
    entries = (_entry(name, told) for name, told in tomllib.loads(text).items())
    ordered = sorted(entries, key=lambda each: each.group != "views")
    return {each.name: each for each in ordered}


def _entry(name: str, told: dict[str, object]) -> RelationEntry:
    units, columns = told.get("units", {}), told["columns"]
    if not isinstance(units, dict) or not isinstance(columns, dict):
        raise TypeError(f"dictionary.toml: {name}: columns and units must be tables")
    return RelationEntry(
        name=name,
        group=str(told["group"]),
        about=str(told["about"]).strip(),
        columns=tuple(
            ColumnEntry(name=column, meaning=meaning, unit=units.get(column))
            for column, meaning in columns.items()
        ),
    )


def dictionary_page() -> str:
    """docs/data-dictionary.md."""
    return "\n".join(_page_lines()).rstrip("\n") + "\n"


def _page_lines() -> Iterator[str]:
    yield _OPENING
    group = ""
    for entry in load_dictionary().values():
        if entry.group != group:
            group = entry.group
            yield f"## {'Views' if group == 'views' else f'Tables: {group}'}\n"
        yield f"### `{entry.name}`\n"
        if entry.about:
            yield f"{entry.about}\n"
        yield "| column | meaning | unit |\n|---|---|---|"
        for column in entry.columns:
            yield f"| `{column.name}` | {column.meaning} | {column.unit or ''} |".replace("  ", " ")
        yield ""


def main() -> None:
    """Write the page to the file named on the command line."""
    Path(sys.argv[1]).write_text(dictionary_page(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
