"""What Indonesian names and the reader's warnings mean, for letters of one language. Pure.

The names stay as printed; an English letter adds what they mean, from `glosses.toml`.
"""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Protocol

from crawler.alerts.wording import NAME_LIMIT, one_line, with_commas
from crawler.alerts.words import Words


class SchemeNames(Protocol):
    """The names of a scheme; `crawler.awards.catalogue.Scheme` has them."""

    @property
    def title(self) -> str:
        """In full."""

    @property
    def short(self) -> str:
        """As people say it."""


_CAUTIONS = (
    (r"(.+) (\S+) is outside the scale 0-(\d+)", r"\1 \2 di luar skala 0–\3"),
    (r"predicate (.+) is not one of the edition (\d+)", r"predikat \1 tidak ada pada edisi \2"),
    (
        r"(.+) does not fit the score (\S+): the edition (\d+) puts it in (.+)",
        r"\1 tidak cocok dengan nilai \2: menurut edisi \3 seharusnya \4",
    ),
    (
        r"the mean of the (\d+) units is (\S+), far from the total (\S+)",
        r"rata-rata \1 unit \2, jauh dari nilai keseluruhan \3",
    ),
)
"""Warnings of `crawler.awards.check`, and how they are said in Indonesian."""
_SUBJECTS = {"predicate": "predikat", "category": "kategori", "zone": "zona", "score": "nilai"}


def recipient_named(name: str, words: Words) -> str:
    """`Batang Regency` in English; other names as they are."""
    kind, _, rest = name.partition(" ")
    form = words.regions.get(kind) if rest else None
    return name if form is None else form.format(name=rest)


def predicate_named(predicate: str, words: Words) -> str:
    """`Kualitas Tertinggi (highest quality)` in English; else as printed."""
    meaning = _glosses()["predicates"].get(predicate) if words.lang == "en" else None
    return predicate if meaning is None else f"{predicate} ({meaning})"


def scheme_names(scheme: str, schemes: Mapping[str, SchemeNames]) -> tuple[str, str]:
    """Full and short name of the scheme of this id; an unknown one goes by its id."""
    if (names := schemes.get(scheme)) is not None:
        return names.title, names.short
    return one_line(scheme, NAME_LIMIT), one_line(scheme, NAME_LIMIT)


def scheme_titled(scheme: str, title: str, words: Words) -> str:
    """In English `What it means (Its name)`; else its name."""
    meaning = scheme_meaning(scheme, words)
    return title if meaning is None else f"{meaning[0].upper()}{meaning[1:]} ({title})"


def scheme_meaning(scheme: str, words: Words) -> str | None:
    """What the scheme of this id is, in English; None in Indonesian, whose title says it."""
    return _glosses()["schemes"].get(scheme) if words.lang == "en" else None


def caution_named(warning: str, words: Words) -> str:
    """A warning of the reader in the language of the letter; unknown ones as they are."""
    if words.lang == "en":
        return warning
    for pattern, form in _CAUTIONS:
        if match := re.fullmatch(pattern, warning):
            subject, _, rest = match.expand(form).partition(" ")
            return f"{_SUBJECTS.get(subject, subject)} {with_commas(rest)}"
    return warning


@cache
def _glosses() -> Mapping[str, Mapping[str, str]]:
    file = resources.files("crawler.alerts") / "glosses.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))
