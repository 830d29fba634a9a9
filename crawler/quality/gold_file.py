"""What a story's TOML file in a corpus may hold: checked here, where people write it."""

from datetime import date
from enum import StrEnum
from typing import Annotated, Self

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, field_validator, model_validator

from crawler.awards.catalogue import load_catalogue


class Kind(StrEnum):
    """What a story is, as the person who wrote it meant it."""

    AWARD = "award"
    HARD_NEGATIVE = "hard-negative"
    """Speaks of awards, and tells of none that is granted."""
    EASY_NEGATIVE = "easy-negative"


class Table(BaseModel):
    """Keys that nobody asked for are an error."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class UnitTable(Table):
    """One row of `units`."""

    unit: str
    score: float


class EarlierTable(Table):
    """One row of `previous`."""

    year: int | None = None
    score: float


class ClaimTable(Table):
    """`[[claims]]`: only what headline and text state."""

    recipient: str
    recipient_code: str | None = None
    scheme: str
    year: int | None = None
    score: float | None = None
    scale: int | None = None
    predicate: str | None = None
    category: str | None = None
    zone: str | None = None
    rank: int | None = None
    rank_scope: str | None = None
    award_date: date | None = None
    venue: str | None = None
    units: tuple[UnitTable, ...] = ()
    previous: tuple[EarlierTable, ...] = ()

    @field_validator("scheme")
    @classmethod
    def _is_in_the_catalogue(cls, scheme: str) -> str:
        if scheme not in load_catalogue():
            raise ValueError(f"no scheme {scheme!r}; write the id of a file in schemes/")
        return scheme


class StoryTable(Table):
    """A whole file of the corpus."""

    kind: Kind
    why: str
    """What makes the story worth having, for people."""
    outlet: str
    published: AwareDatetime
    dateline: str | None = None
    title: str
    text: Annotated[str, Field(min_length=1)]
    claims: tuple[ClaimTable, ...] = ()

    @model_validator(mode="after")
    def _a_negative_claims_nothing(self) -> Self:
        if self.claims and self.kind is not Kind.AWARD:
            raise ValueError(f"kind: {self.kind} has [[claims]]; mend the kind or remove them")
        return self


class SecondTable(Table):
    """A whole file of the second annotation; its name is that of the story."""

    is_award_story: bool
    claims: tuple[ClaimTable, ...] = ()

    @model_validator(mode="after")
    def _no_story_claims_nothing(self) -> Self:
        if self.claims and not self.is_award_story:
            raise ValueError("is_award_story: false has [[claims]]; mend it or remove them")
        return self
