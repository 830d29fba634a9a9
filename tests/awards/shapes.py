"""The stories of `shapes.toml`, each with what a careful reader takes from it."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from storage.records import Article, Claim
from tests.awards.stories import article


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """One story with its expected claims."""

    name: str
    article: Article
    rows: tuple[str, ...]
    """`recipient | scheme | year | score | predicate | category | zone | rank`"""
    units: Mapping[str, Mapping[str, float]]
    """Recipient -> unit -> score; a recipient left out has none."""
    previous: Mapping[str, list[tuple[int | None, float]]]


def load_shapes() -> tuple[Shape, ...]:
    """All shapes of the file beside this module."""
    source = Path(__file__).with_name("shapes.toml").read_text(encoding="utf-8")
    return tuple(_shape(raw) for raw in tomllib.loads(source)["story"])


def row_of(claim: Claim) -> str:
    """A claim in the form of the expected rows."""
    values = (
        *(claim.recipient, claim.scheme, claim.year, claim.score),
        *(claim.predicate, claim.category, claim.zone, claim.rank),
    )
    return " | ".join("-" if value is None else str(value) for value in values)


def _shape(raw: Mapping[str, Any]) -> Shape:
    published: datetime = raw["published"]
    return Shape(
        name=raw["name"],
        article=article(raw["text"].strip(), raw["title"], published),
        rows=tuple(raw["claims"]),
        units=raw.get("units", {}),
        previous={
            recipient: [(None if year == "-" else year, score) for year, score in scores]
            for recipient, scores in raw.get("previous", {}).items()
        },
    )
