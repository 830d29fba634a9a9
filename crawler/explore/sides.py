"""What the reports of an award say field by field, and how many say so."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from crawler.linking.scores import score_of, sides
from storage.reading.awards import HeldAward, Report

FACTS = ("predicate", "category", "zone", "rank", "rank_scope", "award_date", "venue")


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One value of one field, and who says so."""

    field: str
    value: str
    """As printed; a day as ISO."""
    holds: str | None
    """`holds` where the award says the same."""
    reports: int
    """Articles with words of their own."""
    copies: int
    """Articles with the words of another."""
    outlets: str


def sides_of(award: HeldAward, reports: Sequence[Report]) -> tuple[Side, ...]:
    """Every value that is told, by field, the one that holds and those with most reports first.

    Scores that differ only in how far they are printed are one side, and so are words that differ
    only in capitals and commas.
    """
    told = [*_of_scores(award, reports)]
    for name in FACTS:
        told += _of_fact(name, award, reports)
    return tuple(told)


def disputed_fields(told: Sequence[Side]) -> tuple[str, ...]:
    """The fields of which more than one value is told."""
    names = [side.field for side in told]
    return tuple(dict.fromkeys(name for name in names if names.count(name) > 1))


def _of_scores(award: HeldAward, reports: Sequence[Report]) -> Sequence[Side]:
    scored = [(report, score) for report in reports if (score := score_of(report))]
    holding = score_of(award)
    found = []
    for side in sides(score for _, score in scored):
        backing = [report for report, score in scored if not score.differs(side)]
        exact = [report for report, score in scored if score == side]
        holds = holding is not None and not holding.differs(side)
        found.append(_side("score", exact[0].score_raw or str(side.value), holds, backing))
    return _in_order(found)


def _of_fact(name: str, award: HeldAward, reports: Sequence[Report]) -> Sequence[Side]:
    backing: dict[str, list[tuple[str, Report]]] = {}
    for report in reports:
        value = getattr(report, name)
        if value is not None:
            backing.setdefault(_bare(str(value)), []).append((str(value), report))
    held = _bare(str(getattr(award, name)))
    found = []
    for bare, told in backing.items():
        values = [value for value, _ in told]
        found.append(_side(name, values[0], bare == held, [report for _, report in told]))
    return _in_order(found)


def _bare(value: str) -> str:
    """Without what printing makes of it: `Hotel Quest, Semarang` is `Hotel Quest Semarang`."""
    return " ".join(re.findall(r"\w+", value.casefold()))


def _side(field: str, value: str, holds: bool, reports: Sequence[Report]) -> Side:
    own = {report.article_id for report in reports if report.copy_of is None}
    every = {report.article_id for report in reports}
    return Side(
        field=field,
        value=value,
        holds="holds" if holds else None,
        reports=len(own),
        copies=len(every - own),
        outlets=", ".join(dict.fromkeys(report.outlet for report in reports)),
    )


def _in_order(found: Sequence[Side]) -> Sequence[Side]:
    return sorted(found, key=lambda side: (side.holds is None, -side.reports))
