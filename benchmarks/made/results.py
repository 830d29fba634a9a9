"""Results that follow a scheme's bands: good bodies stay good, and most get better."""

from dataclasses import dataclass
from random import Random

from crawler.awards.catalogue import Level, Scheme

_FINE = 150
"""Scales beyond it are printed with one decimal."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What an award gives."""

    score: float | None = None
    raw: str | None = None
    predicate: str | None = None
    letter: str | None = None
    zone: str | None = None


def printed(score: float) -> str:
    """`97,84`."""
    return f"{score:.2f}".replace(".", ",")


def result(random: Random, scheme: Scheme, year: int, skill: float) -> Result:
    """`skill` of the body lies about 0; scores rise a little each year."""
    height = 0.68 + 0.12 * skill + 0.015 * (year - 2019) + random.gauss(0, 0.05)
    height = min(max(height, 0.02), 0.995)
    score = None if scheme.scale is None else _score(scheme.scale, height)
    level = _level(scheme.levels(year), score, height)
    if level is None:
        wordings = tuple(scheme.predicates)
        predicate = random.choice(wordings) if wordings else None
        return Result(score=score, raw=_raw(score), predicate=predicate)
    return Result(
        score=score,
        raw=_raw(score),
        predicate=level.predicate,
        letter=level.letter,
        zone=level.zone,
    )


def _raw(score: float | None) -> str | None:
    return None if score is None else printed(score)


def _score(scale: int, height: float) -> float:
    return round(scale * (0.35 + 0.65 * height), 1 if scale > _FINE else 2)


def _level(levels: tuple[Level, ...], score: float | None, height: float) -> Level | None:
    """The level that holds the score; where no numbers are known, one by height."""
    limited = [each for each in levels if each.minimum is not None]
    if score is None or not limited:
        return levels[int((1 - height) * len(levels))] if levels else None
    holding = (each for each in limited if (each.minimum or 0) <= score)
    return next(holding, levels[-1])
