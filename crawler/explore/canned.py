"""Questions that come with Piagam, each a file of `questions/`: words, SQL, parameters, columns."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Any

from crawler.explore.page import Column, Kind

_FOLDER = "questions"
_CHOICES = "choices.toml"


class Field(StrEnum):
    """How a parameter is asked for."""

    CHOICE = "choice"
    YEAR = "year"
    TEXT = "text"


class Drawing(StrEnum):
    """How an answer is drawn beside its table."""

    BARS = "bars"
    LINES = "lines"
    """Values by the column `year`, on the scale of the column `scale`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """What a question leaves open; `:name` in its SQL, text or for a year a whole number."""

    name: str
    title: str
    """For readers, in English; `texts/` has the Indonesian."""
    field: Field
    default: str | int
    """Empty: everything."""
    default_by: str | None
    """SQL that finds the default, with the parameters before it."""
    choices: str | None
    """SQL that gives each value with its name."""
    everything: str | None
    """Title of the choice of everything, which is the empty text; None where one must be chosen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """Which columns a chart shows."""

    drawing: Drawing
    name: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question with its answer's SQL."""

    name: str
    """In addresses: `/questions/left-zone`."""
    place: int
    title: Mapping[str, str]
    """By language."""
    about: Mapping[str, str]
    """What exactly is answered, by language."""
    sql: str
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    """In the order of the SQL."""
    chart: Drawn | None


@cache
def load_questions() -> Mapping[str, Question]:
    """All questions by name, in the order of their places."""
    folder = resources.files("crawler.explore") / _FOLDER
    choices = tomllib.loads((folder / _CHOICES).read_text(encoding="utf-8"))
    read = [
        _question(path.name.removesuffix(".toml"), tomllib.loads(path.read_text("utf-8")), choices)
        for path in folder.iterdir()
        if path.name.endswith(".toml") and path.name != _CHOICES
    ]
    ordered = sorted(read, key=lambda question: question.place)
    return MappingProxyType({question.name: question for question in ordered})


def _question(name: str, told: Mapping[str, Any], choices: Mapping[str, str]) -> Question:
    chart = told.get("chart")
    return Question(
        name=name,
        place=told["place"],
        title=told["title"],
        about={language: " ".join(text.split()) for language, text in told["about"].items()},
        sql=told["sql"].strip(),
        parameters=tuple(_parameter(each, choices) for each in told.get("parameters", ())),
        columns=tuple(_column(each) for each in told["columns"]),
        chart=Drawn(drawing=Drawing(chart["kind"]), name=chart["name"], value=chart["value"])
        if chart
        else None,
    )


def _parameter(told: Mapping[str, Any], choices: Mapping[str, str]) -> Parameter:
    return Parameter(
        name=told["name"],
        title=told["title"],
        field=Field(told["kind"]),
        default=told.get("default", ""),
        default_by=told.get("default_by"),
        choices=choices[told["choices"]] if "choices" in told else None,
        everything=told.get("everything"),
    )


def _column(told: Mapping[str, Any]) -> Column:
    return Column(**dict(told) | {"kind": Kind(told.get("kind", Kind.TEXT))})
