"""The words of the pages: English in the templates, Indonesian from `texts/`; numbers, days."""

import tomllib
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from functools import cache
from importlib import resources

from crawler.alerts.english import ENGLISH
from crawler.alerts.indonesian import INDONESIAN
from crawler.alerts.wording import number, printed, short_day, with_commas
from crawler.explore.page import Cell, Column, Kind, Row

_TERMS = frozenset({"zone", "status", "award"})
"""Fields of an award that hold words of ours; the others hold those of outlets."""


@cache
def load_texts() -> dict[str, str]:
    """The Indonesian of each English text, from every file of `texts/`."""
    folder = resources.files("crawler.explore") / "texts"
    files = sorted((each for each in folder.iterdir()), key=lambda each: each.name)
    told = (tomllib.loads(each.read_text(encoding="utf-8")) for each in files)
    return {english: str(text) for texts in told for english, text in texts.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """One language of the pages, and the clock of their readers."""

    language: str
    """`id` or `en`."""
    zone: tzinfo

    def __call__(self, text: str, /, **values: object) -> str:
        """A text in this language; `{name}` in it takes the value of that name."""
        told = load_texts()[text] if self.language == "id" else text
        return told.format(**values) if values else told

    def term(self, value: str) -> str:
        """One of a few words of the store in this language; others as they are."""
        told = load_texts().get(value, value) if self.language == "id" else value
        return told.replace("_", " ")

    def day(self, value: str | date | None) -> str:
        """`2 Desember 2024`."""
        if value is None:
            return "–"
        words = INDONESIAN if self.language == "id" else ENGLISH
        moment = date.fromisoformat(value) if isinstance(value, str) else value
        return short_day(moment, words)

    def moment(self, value: str | datetime | None) -> str:
        """`2 Desember 2024 23.06`, by the readers' clock."""
        if value is None:
            return "–"
        moment = datetime.fromisoformat(value) if isinstance(value, str) else value
        local = moment.astimezone(self.zone)
        clock = f"{local:%H.%M}" if self.language == "id" else f"{local:%H:%M}"
        return f"{self.day(local.date())} {clock}"

    def count(self, value: float) -> str:
        """`12.345`."""
        return grouped(value)

    def score(self, value: float, raw: str | None) -> str:
        """With the digits that were printed: `90,90`."""
        return printed(raw, value)

    def remark(self, value: str) -> str:
        """`score 101,5 is outside the scale 0-100`."""
        return with_commas(value)

    def fact(self, field: str, value: str | None) -> str:
        """What an award says in a field: `2 Desember 2024` of `2024-12-02` in `award_date`."""
        if value is None:
            return "–"
        if field == "award_date":
            return self.day(value)
        return self.term(value) if field in _TERMS else value

    def cell(self, column: Column, row: Row) -> str:
        """A value of a table as people read it; `–` for none."""
        value = row[column.name]
        if value is None:
            return "–"
        return self._shown(column.kind, value, row)

    def _shown(self, kind: Kind, value: Cell, row: Row) -> str:
        if isinstance(value, int | float):
            return _number_shown(kind, value, row)
        if kind is Kind.FACT:
            return self.fact(str(row["field"]), str(value))
        ways = {
            Kind.TERM: self.term,
            Kind.DAY: self.day,
            Kind.MOMENT: self.moment,
            Kind.REMARK: self.remark,
        }
        return ways.get(kind, str)(str(value))


def _number_shown(kind: Kind, value: float, row: Row) -> str:
    match kind:
        case Kind.SCORE:
            raw = row.get("score_raw")
            return printed(raw if isinstance(raw, str) else None, float(value))
        case Kind.NUMBER:
            return grouped(value)
        case Kind.CHANGE:
            sign = "+" if value > 0 else "−" if value < 0 else ""
            return f"{sign}{number(abs(float(value)))}"
    return str(value)


def grouped(value: float) -> str:
    """`12345.5` -> `12.345,5`."""
    whole, _, rest = number(abs(value)).partition(",")
    sign = "-" if value < 0 else ""
    dotted = f"{int(whole):,}".replace(",", ".")
    return f"{sign}{dotted},{rest}" if rest else f"{sign}{dotted}"
