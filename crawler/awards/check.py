"""Checks on a finished claim: what does not fit becomes a warning, never a silent fix."""

from collections.abc import Iterator

from crawler.awards.catalogue import Level, Scheme
from storage.records import Claim

_UNIT_MEAN_TOLERANCE = 0.5


def warnings_of(claim: Claim, scheme: Scheme) -> tuple[str, ...]:
    """One line for each thing in the claim that does not fit the scheme or itself."""
    return tuple(
        warning
        for warnings in (_scale(claim, scheme), _band(claim, scheme), _units(claim, scheme))
        for warning in warnings
    )


def _scale(claim: Claim, scheme: Scheme) -> Iterator[str]:
    scores = [("score", claim.score), *((unit.unit, unit.score) for unit in claim.units)]
    for name, score in scores:
        if score is not None and scheme.scale and not 0 <= score <= scheme.scale:
            yield f"{name} {score:g} is outside the scale 0-{scheme.scale}"


def _band(claim: Claim, scheme: Scheme) -> Iterator[str]:
    year = claim.edition_year
    levels = scheme.levels(year)
    if not levels:
        return
    known = {level.predicate for level in levels}
    if claim.predicate is not None and claim.predicate not in known:
        yield f"predicate {claim.predicate} is not one of the edition {year}"
    level = level_of(claim.score, levels)
    if level is None:
        return
    printed = (
        ("predicate", claim.predicate if claim.predicate in known else None, level.predicate),
        ("category", claim.category, level.letter),
        ("zone", claim.zone, level.zone),
    )
    for name, said, expected in printed:
        if said is not None and expected is not None and said != expected:
            yield (
                f"{name} {said} does not fit the score {claim.score:g}: "
                f"the edition {year} puts it in {expected}"
            )


def level_of(score: float | None, levels: tuple[Level, ...]) -> Level | None:
    """The class that a score lies in; None where no floor is known below it."""
    if score is None:
        return None
    fitting = [
        (level.minimum, level)
        for level in levels
        if level.minimum is not None and level.minimum <= score
    ]
    return max(fitting, key=lambda each: each[0])[1] if fitting else None


def _units(claim: Claim, scheme: Scheme) -> Iterator[str]:
    if claim.score is None or scheme.scale is None or len(claim.units) < 3:
        return
    mean = sum(unit.score for unit in claim.units) / len(claim.units)
    if abs(mean - claim.score) > _UNIT_MEAN_TOLERANCE * scheme.scale / 100:
        yield (
            f"the mean of the {len(claim.units)} units is {mean:.2f}, "
            f"far from the total {claim.score:g}"
        )
