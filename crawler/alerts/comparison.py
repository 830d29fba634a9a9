"""How an award stands to its earlier edition, and its reports to one another."""

from dataclasses import dataclass

from crawler.alerts.wording import NAME_LIMIT, difference, one_line, printed
from storage.records import AwardNotice, AwardStatus, Report


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


def change_of(notice: AwardNotice) -> Change | None:
    """None when either score is unknown or this one is disputed."""
    now, previous = notice.award.score, notice.previous
    if now is None or previous is None or sides_of(notice):
        return None
    return Change(
        direction=(now > previous.score) - (now < previous.score),
        amount=difference(now, previous.score),
        before=printed(previous.raw, previous.score),
        year=previous.year,
    )


def sides_of(notice: AwardNotice) -> tuple[Side, ...]:
    """The scores printed for a disputed award, first report first; empty when all agree."""
    if notice.award.status is not AwardStatus.DISPUTED:
        return ()
    sides: dict[float, tuple[str, list[str]]] = {}
    for report in notice.reports:
        if report.score is not None:
            score = printed(report.score_raw, report.score)
            outlets = sides.setdefault(report.score, (score, []))[1]
            name = outlet_name(report)
            if name not in outlets:
                outlets.append(name)
    if len(sides) < 2:
        return ()
    return tuple(Side(score=score, outlets=tuple(outlets)) for score, outlets in sides.values())


def scores_of(notice: AwardNotice) -> tuple[str, ...]:
    """The award's score as printed; every side's when it is disputed; empty when unknown."""
    award = notice.award
    if sides := sides_of(notice):
        return tuple(side.score for side in sides)
    return () if award.score is None else (printed(award.score_raw, award.score),)


def outlet_name(report: Report) -> str:
    """The outlet's title, else its spider name."""
    return one_line(report.outlet_title or report.outlet, NAME_LIMIT)
