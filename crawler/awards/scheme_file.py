"""What a scheme's TOML file may hold: checked here, where people write it, and trusted after."""

from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

Patterns = Annotated[tuple[str, ...], Field(min_length=1)]
Recipient = Literal[
    "kabupaten",
    "kota",
    "provinsi",
    "kementerian",
    "lembaga",
    "vertikal",
    "unit",
    "desa",
    "university",
    "company",
    "person",
]
"""Who may get it."""
ExpectedMonth = Annotated[int, Field(ge=1, le=36)]
"""Counted from January of the edition's year; 13 is January of the next one."""


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class ScaleTable(_Table):
    """`[scale]`"""

    max: Annotated[int, Field(gt=0)]
    min: float = 0
    decimals: int = 2
    plausible_from: Annotated[float, Field(ge=0)]
    """The lowest score that makes sense in news."""
    unit_words: tuple[str, ...]


class CalendarTable(_Table):
    """`[calendar]`"""

    first_month: Annotated[int, Field(ge=1, le=13)]
    news_until_month: Annotated[int, Field(ge=1, le=24)]
    expected: tuple[ExpectedMonth, ExpectedMonth] | None = None
    """First and last month in which it is usually announced; left out where there is no rule."""
    announced: str = ""
    """When editions were announced, for people."""
    source: str = ""

    @model_validator(mode="after")
    def _is_expected_while_it_is_news(self) -> Self:
        if self.expected is not None:
            first, last = self.expected
            if not first <= last <= 12 + self.news_until_month:
                raise ValueError(
                    f"expected: {first} to {last} is no span that ends while the result is news; "
                    "write the first and the last month, 13 is January of the next year"
                )
        return self


class LevelTable(_Table):
    """One row of `levels` in `[[bands]]`"""

    predicate: str
    min: float | None = None
    max: float | None = None
    letter: str | None = None
    zone: str | None = None


class BandTable(_Table):
    """`[[bands]]`"""

    first: Annotated[int, Field(alias="from")]
    last: Annotated[int | None, Field(alias="to")] = None
    source: str
    levels: Annotated[tuple[LevelTable, ...], Field(min_length=1)]


class ExampleClaimTable(_Table):
    """One row of `claims` in `[[example]]`: only what the text states."""

    recipient: str
    year: int | None = None
    score: float | None = None
    predicate: str | None = None
    category: str | None = None
    zone: str | None = None
    rank: int | None = None


class ExampleTable(_Table):
    """`[[example]]`: a sentence or two, and what is to be read from them."""

    text: str
    claims: tuple[ExampleClaimTable, ...]


class SchemeTable(_Table):
    """A whole file."""

    id: str
    title: str
    short: str
    family: Literal["public-service", "governance", "other"]
    grantor: str
    recipients: Annotated[tuple[Recipient, ...], Field(min_length=1)]
    gate: Patterns
    names: Patterns
    cues: tuple[str, ...]
    grantors: Patterns
    excludes: tuple[str, ...] = ()
    status: Literal["sourced", "stub"] = "sourced"
    """A stub's facts were not found on any page."""
    letters: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    conflicts: tuple[str, ...] = ()
    """Schemes that are easily taken for this one."""
    own_pages: tuple[str, ...] = ()
    """Patterns of host and path, without www.: where the grantor itself publishes results."""
    scale: ScaleTable | None = None
    calendar: CalendarTable
    bands: tuple[BandTable, ...] = ()
    predicates: dict[str, Patterns]
    predicates_need_cue: bool | tuple[str, ...] = False
    """True for all; or those that are everyday words."""
    example: tuple[ExampleTable, ...] = ()

    @model_validator(mode="after")
    def _everyday_words_are_predicates(self) -> Self:
        listed = self.predicates_need_cue
        for name in listed if isinstance(listed, tuple) else ():
            if name not in self.predicates:
                raise ValueError(f"predicates_need_cue: {name!r} is none of the predicates")
        return self

    @model_validator(mode="after")
    def _gate_is_words_in_lower_case(self) -> Self:
        for word in self.gate:
            if word != word.lower():
                raise ValueError(f"gate: {word!r} must be lower case")
            if not any(map(str.isalnum, word)):
                raise ValueError(f"gate: {word!r} must hold a letter or digit")
        return self


def first_problem(error: ValidationError) -> str:
    """`key: what is wrong` of the first thing that does not fit."""
    problem = error.errors()[0]
    key = ".".join(str(part) for part in problem["loc"])
    message = problem["msg"].removeprefix("Value error, ")
    if problem["type"] == "missing":
        return f"{key}: missing; add this key"
    if problem["type"] == "extra_forbidden":
        return f"{key}: unknown key; remove it or mend its spelling"
    return f"{key}: {message[0].lower()}{message[1:]}" if key else message
