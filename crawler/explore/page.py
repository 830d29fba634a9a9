"""What a page shows: values for its template, and tables that can also be had as files."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

Cell = str | int | float | None
Row = Mapping[str, Cell]


class Kind(StrEnum):
    """How people read a column; files hold its values as they are."""

    TEXT = "text"
    TERM = "term"
    """One of a few words of ours; readers see it in their language."""
    FACT = "fact"
    """What an award says in the field that `field` of the row names."""
    NUMBER = "number"
    """A count or a place."""
    SCORE = "score"
    """With the digits that were printed where the row has `score_raw`."""
    CHANGE = "change"
    """Points gained, or lost: negative; readers see the sign of both."""
    YEAR = "year"
    DAY = "day"
    """`2024-12-02`"""
    MOMENT = "moment"
    """ISO 8601 with its offset."""
    REMARK = "remark"
    """What the reader of stories found odd, in English; people see the comma in its numbers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column of a table."""

    name: str
    """As in the rows and in files."""
    title: str
    """For readers, in English; `texts/` has the Indonesian."""
    kind: Kind = Kind.TEXT
    link: str = ""
    """Path within the window with fields of the row, `/awards/{award_id}`; or `{url}`."""
    is_shown: bool = True
    """False: only in files."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows with their columns; each row has every column by name."""

    name: str
    """In addresses: `?table=league&format=csv`."""
    title: str
    columns: tuple[Column, ...]
    rows: Sequence[Row]
    is_cut: bool = False
    """Whether there would be more rows than these."""

    @property
    def shown(self) -> tuple[Column, ...]:
        """The columns that readers see."""
        return tuple(each for each in self.columns if each.is_shown)


def table_of(
    name: str, title: str, columns: tuple[Column, ...], rows: Iterable[Row], most: int
) -> Table:
    """A table of at most `most` rows; hand in one more, so that it knows whether it was cut."""
    known = tuple(rows)
    return Table(
        name=name, title=title, columns=columns, rows=known[:most], is_cut=len(known) > most
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page, before it is words and markup."""

    template: str
    """Below `templates/`, `front.html`."""
    title: str
    values: Mapping[str, object] = field(default_factory=dict)
    tables: tuple[Table, ...] = ()
    status: int = 200
    """400 for a page that says what is wrong with its form."""

    def table(self, name: str) -> Table:
        """The table of this name. KeyError."""
        return next((each for each in self.tables if each.name == name), None) or _missing(name)


def _missing(name: str) -> Table:
    raise KeyError(name)
