"""How an award stands to what was known before, and its reports to one another.

Pure. Scores are written with the Indonesian comma; `Words.number` makes them those of a language.
"""

from dataclasses import dataclass

from crawler.alerts.wording import NAME_LIMIT, difference, one_line, printed
from crawler.alerts.words import Occasion, Words
from storage.letter_records import AwardNotice, Report
from storage.records import AlertKind, Award, AwardStatus

COMPARED = (
    *("recipient", "edition_year", "score", "predicate", "category", "zone"),
    *("rank", "award_date", "venue"),
)
"""The facts of an award that a letter shows before and after, in its order."""

_EXACT = 1e-9
_OCCASIONS = {
    AlertKind.NEW: Occasion.NEW,
    AlertKind.CONFLICT: Occasion.DISPUTE,
    AlertKind.CORRECTION: Occasion.CORRECTION,
    AlertKind.WITHDRAWAL: Occasion.WITHDRAWN,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """An award's score against that of the latest earlier edition; scores as printed."""

    direction: int
    """1 up, 0 the same, -1 down."""
    amount: str
    before: str
    year: int | None
    """None when the report names no year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of the scores printed for an award, and the outlets that printed it."""

    score: str
    outlets: tuple[str, ...]
    report: Report
    """The first of its reports that carries a proof, else the first."""


def occasion_of(notice: AwardNotice) -> Occasion:
    """Why people are told, by the alert and by how the award stands now."""
    status, before = notice.award.status, notice.before
    if status is AwardStatus.WITHDRAWN:
        return Occasion.WITHDRAWN
    was_disputed = notice.kind is AlertKind.CONFLICT or (
        before is not None and before.status is AwardStatus.DISPUTED
    )
    if was_disputed and status is not AwardStatus.DISPUTED:
        return Occasion.SETTLED
    return _OCCASIONS[notice.kind]


def lead_of(notice: AwardNotice, words: Words) -> str | None:
    """A sentence that says what the occasion means; None where the heading says it all."""
    occasion = occasion_of(notice)
    if occasion is Occasion.WITHDRAWN and notice.is_by_person:
        return words.alert.taken_back
    return words.alert.leads.get(occasion)


def change_of(notice: AwardNotice) -> Change | None:
    """None when either score is unknown, or this one is disputed or withdrawn."""
    now, previous = notice.award.score, notice.previous
    is_open = notice.award.status is AwardStatus.WITHDRAWN or bool(sides_of(notice))
    if now is None or previous is None or is_open:
        return None
    return Change(
        direction=(now > previous.score) - (now < previous.score),
        amount=difference(now, previous.score),
        before=printed(previous.raw, previous.score),
        year=previous.year,
    )


def changed_fields(notice: AwardNotice) -> tuple[str, ...]:
    """Names of the facts that were told otherwise before; none of a withdrawn award."""
    before, after = notice.before, notice.award
    if before is None or after.status is AwardStatus.WITHDRAWN:
        return ()
    return tuple(name for name in COMPARED if _fact(before, name) != _fact(after, name))


def _fact(award: Award, name: str) -> object:
    if name == "rank":
        return award.rank, award.rank_scope
    return getattr(award, name)


def sides_of(notice: AwardNotice) -> tuple[Side, ...]:
    """The scores printed for a disputed award, first report first; empty when all agree."""
    if notice.award.status is not AwardStatus.DISPUTED:
        return ()
    sides = _sides(notice.reports)
    return sides if len(sides) > 1 else ()


def others_of(notice: AwardNotice) -> tuple[Side, ...]:
    """The scores that do not hold, of an award whose dispute is settled."""
    if occasion_of(notice) is not Occasion.SETTLED:
        return ()
    return _sides(tuple(each for each in notice.reports if not is_backing(each, notice.award)))


def is_backing(report: Report, award: Award) -> bool:
    """Whether the report says what holds: 94,5 backs 94,52, 98,2 does not back 98,02."""
    if report.score is None or award.score is None:
        return True
    shown = (printed(report.score_raw, report.score), printed(award.score_raw, award.score))
    decimals = min(len(each.partition(",")[2]) for each in shown)
    return abs(report.score - award.score) < 10.0**-decimals - _EXACT or shown[0] == shown[1]


def _sides(reports: tuple[Report, ...]) -> tuple[Side, ...]:
    sides: dict[float, list[Report]] = {}
    for report in reports:
        if report.score is not None:
            sides.setdefault(report.score, []).append(report)
    return tuple(_side(score, told) for score, told in sides.items())


def _side(score: float, reports: list[Report]) -> Side:
    return Side(
        score=printed(reports[0].score_raw, score),
        outlets=tuple(dict.fromkeys(outlet_name(report) for report in reports)),
        report=next((each for each in reports if each.proof is not None), reports[0]),
    )


def scores_of(notice: AwardNotice) -> tuple[str, ...]:
    """The award's score as printed; every side's when it is disputed; empty when unknown."""
    if sides := sides_of(notice):
        return tuple(side.score for side in sides)
    score = score_of(notice.award)
    return () if score is None else (score,)


def score_of(award: Award) -> str | None:
    """The award's score as printed."""
    return None if award.score is None else printed(award.score_raw, award.score)


def outlet_name(report: Report) -> str:
    """The outlet's title, else its spider name."""
    return one_line(report.outlet_title or report.outlet, NAME_LIMIT)
