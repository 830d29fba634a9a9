"""The award schemes: one TOML file each under `schemes/`, read into frozen values."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable

from pydantic import ValidationError

from crawler.awards.scheme_file import BandTable, SchemeTable, first_problem
from crawler.awards.word_patterns import WordPattern
from crawler.told_errors import ToldError


class CatalogueError(ToldError, ValueError):
    """A scheme file cannot be used; the message names the file, the key and the mend."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """One class of a scheme's result and the scores it holds, both ends included."""

    predicate: str
    minimum: float | None
    """None where no numbers are known."""
    maximum: float | None
    letter: str | None = None
    zone: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """The classes in force for the editions `first` to `last` (None: still)."""

    first: int
    last: int | None
    levels: tuple[Level, ...]
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """When editions are announced, to infer one that the text does not state."""

    first_month: int
    """From this month on a story tells of the same year's edition, before it of the last one's."""
    news_until_month: int
    """Last month of the following year in which an edition is still news."""
    expected: tuple[int, int] | None = None
    """First and last month in which it is usually announced, from January of the edition's year
    on: 13 is January of the next. None where there is no rule."""
    announced: str = ""
    """When editions were announced, for people."""

    def edition_on(self, year: int, month: int) -> int:
        """The edition year that is news in this month."""
        return year if month >= self.first_month else year - 1

    def is_news(self, edition: int, year: int, month: int) -> bool:
        """True while results of `edition` can be fresh, not retold."""
        months_after = (year - edition) * 12 + month
        return months_after <= 12 + self.news_until_month


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme:
    """A recurring award or assessment, with the words that give it away."""

    id: str
    title: str
    short: str
    family: str
    grantor: str
    recipients: tuple[str, ...]
    gate: tuple[str, ...]
    """Lower-case strings of which a story on the scheme holds at least one: a cheap first look."""
    names: WordPattern
    """Words that name the scheme beyond doubt."""
    cues: WordPattern | None
    """Words that mean it only in a story that names the grantor."""
    grantors: WordPattern
    excludes: WordPattern | None
    scale: int | None
    """Upper end; None for a scheme that gives no numbers."""
    least: float
    """Lower end of the scale."""
    plausible_from: float
    unit_words: tuple[str, ...]
    letters: tuple[str, ...]
    conflicts: tuple[str, ...]
    calendar: Calendar
    bands: tuple[Band, ...]
    predicates: Mapping[str, WordPattern]
    """Canonical predicate -> how it may be worded."""
    everyday: frozenset[str]
    """Predicates that are everyday words; only one behind predikat, kategori … counts."""
    own_pages: re.Pattern[str] | None
    """Host and path, without www., of pages on which the grantor itself publishes results."""

    @property
    def has_letters(self) -> bool:
        """Whether its results are letters."""
        return bool(self.all_letters)

    @property
    def all_letters(self) -> frozenset[str]:
        """Every letter of any edition."""
        banded = (level.letter for band in self.bands for level in band.levels if level.letter)
        return frozenset((*self.letters, *banded))

    @property
    def has_zones(self) -> bool:
        """Whether its results are colours."""
        return any(level.zone for band in self.bands for level in band.levels)

    def gives_to(self, kind: str) -> bool:
        """Whether such bodies receive it; an office of the state is a unit too."""
        return kind in self.recipients or (
            kind in ("vertikal", "lembaga")
            and not {"unit", "kementerian"}.isdisjoint(self.recipients)
        )

    def levels(self, year: int | None) -> tuple[Level, ...]:
        """The classes in force for an edition; those of the latest band when it is unknown."""
        if year is None:
            return self.bands[-1].levels if self.bands else ()
        for band in self.bands:
            if band.first <= year and (band.last is None or year <= band.last):
                return band.levels
        return ()


@cache
def load_catalogue() -> Mapping[str, Scheme]:
    """The schemes that are read, by id. Raises CatalogueError naming the file that cannot be."""
    folder = resources.files("crawler.awards") / "schemes"
    files = sorted((f for f in folder.iterdir() if f.name.endswith(".toml")), key=lambda f: f.name)
    return {scheme.id: scheme for scheme in map(read_scheme_file, files)}


def read_scheme_file(file: Traversable) -> Scheme:
    """Editors may have put a mark in front of it. Raises CatalogueError."""
    try:
        return read_scheme(file.name, file.read_bytes().decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise CatalogueError(
            f"schemes/{file.name}: not UTF-8 at byte {error.start}; save it as UTF-8"
        ) from None


def read_scheme(name: str, source: str) -> Scheme:
    """One scheme file's text -> Scheme; `name` is used in messages."""
    try:
        table = SchemeTable.model_validate(tomllib.loads(source))
    except tomllib.TOMLDecodeError as error:
        raise CatalogueError(f"schemes/{name}: not valid TOML: {error}") from None
    except ValidationError as error:
        raise CatalogueError(f"schemes/{name}: {first_problem(error)}") from None
    if f"{table.id}.toml" != name:
        raise CatalogueError(f"schemes/{name}: id: {table.id!r} is not the name of the file")
    return _scheme(name, table)


def word_pattern(alternatives: Sequence[str]) -> WordPattern:
    """Alternatives as whole words, longest wording first; a space also matches `-` or a break."""
    joined = "|".join(sorted((_spaced(a) for a in alternatives), key=len, reverse=True))
    whole = rf"(?<![\w-])(?:{joined})(?!\w)"
    return WordPattern(re.compile(whole, re.IGNORECASE), whole)


def _spaced(alternative: str) -> str:
    return re.sub(r" (?!\?)", r"[\\s-]{1,3}", alternative).replace(" ?", r"[\s-]{0,3}")


def _scheme(name: str, raw: SchemeTable) -> Scheme:
    return Scheme(
        id=raw.id,
        title=raw.title,
        short=raw.short,
        family=raw.family,
        grantor=raw.grantor,
        recipients=raw.recipients,
        gate=raw.gate,
        names=_compiled(name, "names", raw.names),
        cues=_compiled(name, "cues", raw.cues) if raw.cues else None,
        grantors=_compiled(name, "grantors", raw.grantors),
        excludes=_compiled(name, "excludes", raw.excludes) if raw.excludes else None,
        scale=raw.scale.max if raw.scale else None,
        least=raw.scale.min if raw.scale else 0,
        plausible_from=raw.scale.plausible_from if raw.scale else 0,
        unit_words=raw.scale.unit_words if raw.scale else (),
        letters=raw.letters,
        conflicts=raw.conflicts,
        calendar=Calendar(
            first_month=raw.calendar.first_month,
            news_until_month=raw.calendar.news_until_month,
            expected=raw.calendar.expected,
            announced=raw.calendar.announced,
        ),
        bands=tuple(_band(band) for band in raw.bands),
        predicates={
            canonical: _compiled(name, f"predicates.{canonical}", words)
            for canonical, words in raw.predicates.items()
        },
        everyday=_everyday(raw),
        own_pages=_own_pages(name, raw.own_pages),
    )


def _own_pages(name: str, patterns: tuple[str, ...]) -> re.Pattern[str] | None:
    try:
        return re.compile("|".join(f"(?:{each})" for each in patterns)) if patterns else None
    except re.error as error:
        raise CatalogueError(f"schemes/{name}: own_pages: {error.msg}; mend the pattern") from None


def _everyday(raw: SchemeTable) -> frozenset[str]:
    listed = raw.predicates_need_cue
    if isinstance(listed, tuple):
        return frozenset(listed)
    return frozenset(raw.predicates) if listed else frozenset()


def _band(raw: BandTable) -> Band:
    return Band(
        first=raw.first,
        last=raw.last,
        source=raw.source,
        levels=tuple(
            Level(
                predicate=level.predicate,
                minimum=level.min,
                maximum=level.max,
                letter=level.letter,
                zone=level.zone,
            )
            for level in raw.levels
        ),
    )


def _compiled(name: str, key: str, alternatives: tuple[str, ...]) -> WordPattern:
    try:
        return word_pattern(alternatives)
    except re.error as error:
        raise CatalogueError(f"schemes/{name}: {key}: {error.msg}; mend the pattern") from None
