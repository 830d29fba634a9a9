"""Which tables can be exported: their columns, each with its kind, and the order of their rows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache

from storage.dictionary import ColumnEntry, load_dictionary


class Kind(StrEnum):
    """What a column holds, and so how a file writes it."""

    TEXT = "text"
    INTEGER = "integer"
    NUMBER = "number"
    YES_NO = "yes or no"
    DAY = "day"
    MOMENT = "moment, UTC"
    TOLD_MOMENT = "moment, the outlet's"
    """With the outlet's offset."""
    LIST = "list"
    """A JSON array of texts."""
    OBJECTS = "objects"
    """A JSON array of objects."""


class Narrowing(StrEnum):
    """By what `--scheme`, `--region`, `--year` and `--since` choose rows of a table."""

    AWARD = "award"
    """By the award that a row belongs to; after a moment, all rows of each award that changed."""
    SCORE = "score"
    """By the row's own scheme, region and year; not after a moment."""
    ARTICLE = "article"
    """By the awards that the article reports; after a moment, those stored since."""
    RUN = "run"
    """Only after a moment: runs that began since."""
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportColumn:
    """One column of an exported table."""

    name: str
    kind: Kind
    meaning: str
    """Markdown."""
    unit: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportTable:
    """One table that can be exported."""

    name: str
    relation: str
    """The table or view of the store whose rows it has."""
    key: tuple[str, ...]
    """Columns by which the rows are put in order."""
    is_key_unique: bool = True
    narrowing: Narrowing = Narrowing.NOTHING
    counts: frozenset[str] = frozenset()
    """Columns that hold whole numbers and have no unit that says so."""
    objects: frozenset[str] = frozenset()
    """Columns that hold JSON arrays of objects."""
    texts: frozenset[str] = frozenset()
    """Columns with the outlet's own words at length, left out unless they are asked for."""
    borrowed: Mapping[str, str] = field(default_factory=dict)
    """Further columns, and the relation that the dictionary describes them in."""

    @property
    def about(self) -> str:
        """What a row is; Markdown, may be empty."""
        return load_dictionary()[self.relation].about.replace("\n", " ")

    @property
    def can_be_chosen(self) -> bool:
        """Whether scheme, region and year narrow it."""
        return self.narrowing in (Narrowing.AWARD, Narrowing.SCORE, Narrowing.ARTICLE)

    @property
    def is_incremental(self) -> bool:
        """Whether a moment narrows it."""
        return self.narrowing in (Narrowing.AWARD, Narrowing.ARTICLE, Narrowing.RUN)

    def columns(self, *, with_texts: bool = False) -> tuple[ExportColumn, ...]:
        """In their order, the borrowed ones last."""
        own = [(self.relation, entry.name) for entry in load_dictionary()[self.relation].columns]
        named = [*own, *((relation, name) for name, relation in self.borrowed.items())]
        return tuple(
            self._column(_entry(relation, name))
            for relation, name in named
            if with_texts or name not in self.texts
        )

    def _column(self, entry: ColumnEntry) -> ExportColumn:
        return ExportColumn(
            name=entry.name, kind=self._kind(entry), meaning=entry.meaning, unit=entry.unit
        )

    def _kind(self, entry: ColumnEntry) -> Kind:
        if entry.name in self.objects:
            return Kind.OBJECTS
        if entry.name in self.counts:
            return Kind.INTEGER
        return _KIND_OF_UNIT.get(entry.unit or "", Kind.TEXT)


_KIND_OF_UNIT = {
    "year": Kind.INTEGER,
    "characters": Kind.INTEGER,
    "points of scale": Kind.NUMBER,
    "0 to 1": Kind.NUMBER,
    "hours": Kind.NUMBER,
    "yes or no": Kind.YES_NO,
    "day": Kind.DAY,
    "moment, UTC": Kind.MOMENT,
    "moment, the outlet's": Kind.TOLD_MOMENT,
    "list": Kind.LIST,
}


def _entry(relation: str, name: str) -> ColumnEntry:
    return next(each for each in load_dictionary()[relation].columns if each.name == name)


@cache
def export_tables() -> Mapping[str, ExportTable]:
    """All of them by name, awards first."""
    return {each.name: each for each in (*_OF_AWARDS, *_OF_ARTICLES_AND_OUTLETS, *_OF_NAMES)}


_OF_AWARDS = (
    ExportTable(
        name="awards",
        relation="award_board",
        key=("award_id",),
        narrowing=Narrowing.AWARD,
        counts=frozenset(
            ("award_id", "scale", "rank", "reports", "outlets", "independent_reports", "copies")
        ),
        borrowed={"changed_at": "awards"},
    ),
    ExportTable(
        name="reports",
        relation="award_reports",
        key=("award_id", "place", "claim_id"),
        narrowing=Narrowing.AWARD,
        counts=frozenset(("award_id", "place", "scale", "claim_id", "article_id")),
    ),
    ExportTable(
        name="score_history",
        relation="score_history",
        key=("recipient", "scheme", "year"),
        narrowing=Narrowing.SCORE,
        counts=frozenset(("scale", "award_id")),
    ),
    ExportTable(
        name="unit_scores",
        relation="unit_scores",
        key=("award_id", "url", "unit", "score"),
        is_key_unique=False,
        narrowing=Narrowing.AWARD,
        counts=frozenset(("award_id", "scale")),
    ),
    ExportTable(
        name="disputes",
        relation="disputes",
        key=("award_id",),
        narrowing=Narrowing.AWARD,
        counts=frozenset(("award_id", "scale", "sides", "independent_reports")),
        objects=frozenset(("told",)),
    ),
    ExportTable(
        name="first_reporters",
        relation="first_reporters",
        key=("award_id",),
        narrowing=Narrowing.AWARD,
        counts=frozenset(("award_id", "followers")),
    ),
    ExportTable(
        name="changes",
        relation="award_history",
        key=("id",),
        narrowing=Narrowing.AWARD,
        counts=frozenset(("id", "award_id", "run_id", "correction_id", "claim_id")),
    ),
    ExportTable(
        name="corrections",
        relation="corrections",
        key=("id",),
        narrowing=Narrowing.AWARD,
        counts=frozenset(("id", "award_id")),
        objects=frozenset(("pins",)),
    ),
)
_OF_ARTICLES_AND_OUTLETS = (
    ExportTable(
        name="articles",
        relation="articles",
        key=("id",),
        narrowing=Narrowing.ARTICLE,
        counts=frozenset(("id", "parts", "revision", "first_run", "last_run")),
        texts=frozenset(("text", "description")),
    ),
    ExportTable(name="outlets", relation="outlets", key=("name",)),
    ExportTable(
        name="coverage",
        relation="coverage",
        key=("outlet",),
        counts=frozenset(("open_gaps", "stories")),
    ),
    ExportTable(
        name="outlet_health",
        relation="outlet_health",
        key=("outlet",),
        counts=frozenset(
            (
                *("last_run", "runs_7", "finished_7", "discovered_7", "stored_7", "dropped_7"),
                *("failed_7", "requests_7", "waiting", "articles"),
            )
        ),
    ),
    ExportTable(
        name="certificate",
        relation="certificate",
        key=("run_id", "outlet"),
        narrowing=Narrowing.RUN,
        counts=frozenset(
            (
                *("run_id", "discovered", "stored", "known", "dropped", "failed", "pending"),
                *("requests", "refused", "looked_again", "revised"),
            )
        ),
        objects=frozenset(("reasons",)),
    ),
)
_OF_NAMES = (
    ExportTable(name="schemes", relation="schemes", key=("id",), counts=frozenset(("scale",))),
    ExportTable(
        name="scheme_bands",
        relation="scheme_bands",
        key=("scheme", "from_year", "place"),
        counts=frozenset(("place",)),
    ),
    ExportTable(name="regions", relation="regions", key=("code",)),
)
