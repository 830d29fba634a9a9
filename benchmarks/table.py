"""Figures as a table and as data: medians with their spread, the aim, the decimal comma."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from benchmarks.pages_cost import PageTimes
from benchmarks.spread import Spread

_PATH = 52
_WHOLE_FROM = 100
"""Amounts from here on are told without what stands behind the comma."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One figure over all rounds."""

    name: str
    spread: Spread
    unit: str
    """`ms`, `s`, `%`, `/s`, or `x` for a ratio to the peer."""
    at_most: float | None = None
    """The aim of the median, in the row's unit; at most one of the two is set."""
    at_least: float | None = None

    @property
    def is_met(self) -> bool | None:
        """Whether the median keeps the aim; None where there is none."""
        if self.at_most is not None:
            return self.spread.middle <= self.at_most
        if self.at_least is not None:
            return self.spread.middle >= self.at_least
        return None

    def as_data(self) -> dict[str, object]:
        """For JSON."""
        aims = {"at_most": self.at_most, "at_least": self.at_least, "is_met": self.is_met}
        return {
            "name": self.name,
            "unit": self.unit,
            "lowest": self.spread.lowest,
            "median": self.spread.middle,
            "highest": self.spread.highest,
            **{name: value for name, value in aims.items() if value is not None},
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """What one benchmark measured."""

    title: str
    """What was measured, on what, in what unit of time."""
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()
    """Lines under the table."""
    facts: Mapping[str, object] = field(default_factory=dict)
    """What else the JSON holds: sizes, counts."""

    def as_data(self) -> dict[str, object]:
        """For JSON."""
        rows = [row.as_data() for row in self.rows]
        return {"title": self.title, **self.facts, "rows": rows}


def render(table: Table) -> str:
    """Lines of at most 100 columns, where names have at most 48; says which aims are met."""
    columns = f"{'':<48}{'lowest':>9}{'median':>9}{'highest':>9}{'':<5}{'aim':>10}"
    return "\n".join([table.title, columns, *map(_line, table.rows), *table.notes])


def _line(row: Row) -> str:
    values = (row.spread.lowest, row.spread.middle, row.spread.highest)
    figures = "".join(f"{decimal(value):>9}" for value in values)
    line = f"{row.name:<48}{figures} {row.unit:<4}"
    if row.is_met is None:
        return line.rstrip()
    sign, limit = ("<=", row.at_most) if row.at_most is not None else (">=", row.at_least)
    aim = f"{sign} {decimal(limit or 0)}"
    return f"{line}{aim:>10}  {'met' if row.is_met else 'missed'}"


def render_pages(pages: Iterable[PageTimes]) -> str:
    """A line for each page, at most 100 columns; what is over its budget says so."""
    lines = [f"{'page':<54}{'status':>7}{'kB':>8}{'median':>10}{'95 %':>10}"]
    for each in pages:
        path = each.path if len(each.path) <= _PATH else f"{each.path[: _PATH - 1]}…"
        over = "  over" if each.is_over else ""
        times = f"{decimal(each.middle):>10}{decimal(each.p95):>10} ms{over}"
        lines.append(f"{path:<54}{each.status:>7}{each.kilobytes:>8.0f}{times}")
    return "\n".join(lines)


def amount(value: float) -> str:
    """A count or a size for people: `1.568`, `52,79`, `4`."""
    if value == round(value) or abs(value) >= _WHOLE_FROM:
        return f"{round(value):,}".replace(",", ".")
    return decimal(value)


def decimal(value: float) -> str:
    """Two digits behind the comma."""
    return f"{value:.2f}".replace(".", ",")
