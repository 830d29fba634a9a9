"""What people must be told when an award was made anew. Pure."""

from collections.abc import Iterable
from dataclasses import replace

from crawler.linking.scores import score_of
from crawler.linking.standing import is_corrected
from storage.records import AlertKind, Award, AwardStatus, Claim


def worth_telling(
    before: Award | None, after: Award, *, heard: Iterable[Claim], told: Iterable[Claim]
) -> AlertKind | None:
    """The alert that an article raises which made this of an award; None: nothing to tell.

    `heard` is what the reports said of it before, `told` what they say now.
    """
    if before is None:
        return AlertKind.NEW
    if AwardStatus.WITHDRAWN in (before.status, after.status):
        return _left_or_back(before, after)
    if after.status is AwardStatus.DISPUTED and (
        before.status is not AwardStatus.DISPUTED or _is_unheard(told, tuple(heard))
    ):
        return AlertKind.CONFLICT
    return AlertKind.CORRECTION if is_corrected(before, after) else None


def worth_telling_of_person(before: Award | None, after: Award) -> AlertKind | None:
    """The alert that a person's word raises; None when nobody sees a difference."""
    if before is None or before == after:
        return None
    if AwardStatus.WITHDRAWN in (before.status, after.status):
        return _left_or_back(before, after)
    is_seen = replace(before, status=after.status) != after
    is_settled = AwardStatus.DISPUTED in (before.status, after.status)
    return AlertKind.CORRECTION if is_seen or is_settled else None


def concerns_somebody(kind: AlertKind, before: Award | None, last: AlertKind | None) -> bool:
    """A withdrawal is for those who were told of the award, its return for who was told of that.

    `last` is what was told last.
    """
    if kind is AlertKind.WITHDRAWAL:
        return last not in (None, AlertKind.WITHDRAWAL)
    was_withdrawn = before is not None and before.status is AwardStatus.WITHDRAWN
    return not was_withdrawn or last is AlertKind.WITHDRAWAL


def _left_or_back(before: Award, after: Award) -> AlertKind | None:
    """An award that nobody reports any more, or that somebody reports after all."""
    if before.status is after.status:
        return None
    is_left = after.status is AwardStatus.WITHDRAWN
    return AlertKind.WITHDRAWAL if is_left else AlertKind.CORRECTION


def _is_unheard(told: Iterable[Claim], heard: Iterable[Claim]) -> bool:
    """Whether a score is told that no report told before."""
    known = [score for each in heard if (score := score_of(each)) is not None]
    now = [score for each in told if (score := score_of(each)) is not None]
    return any(all(score.differs(old) for old in known) for score in now)
