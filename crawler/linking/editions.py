"""Which award a claim speaks of: recipient and edition, stated or found by the facts. Pure.

A stated edition is taken as it is. An inferred one is a guess of a year at most: it gives way to
the one stated edition that has the same score or the same day. Inferred editions never move one
another, so they never tie two stated ones together.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from crawler.linking.scores import score_of
from storage.award_records import CorrectedField, Correction, HeldClaim, Pin
from storage.records import EditionBasis


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """What makes an award the one it is, within its scheme."""

    recipient: str
    year: int | None
    """None: nobody knows, which counts as one edition."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Seat:
    """A claim and where it sits: by itself, or because a person said so."""

    report: HeldClaim
    edition: Edition
    is_stated: bool


def editions(
    reports: Iterable[HeldClaim], corrections: Sequence[Correction] = ()
) -> Mapping[Edition, tuple[HeldClaim, ...]]:
    """The claims of one scheme by the award they speak of.

    `corrections` are those that hold; of another recipient or edition they take along the claims
    they are pinned to, and those that tell the same score of the same body and edition.
    """
    seats = _seats(tuple(reports), corrections)
    stated: dict[Edition, list[HeldClaim]] = defaultdict(list)
    for seat in seats:
        if seat.is_stated:
            stated[seat.edition].append(seat.report)
    found = {edition: list(held) for edition, held in stated.items()}
    for seat in seats:
        if not seat.is_stated:
            found.setdefault(_home(seat, stated), []).append(seat.report)
    return {edition: tuple(held) for edition, held in found.items()}


def _home(seat: _Seat, stated: Mapping[Edition, Sequence[HeldClaim]]) -> Edition:
    """The edition of a claim that states none."""
    if seat.edition in stated and not _contradicts(seat.report, stated[seat.edition]):
        return seat.edition
    fitting = [
        edition
        for edition, held in stated.items()
        if _is_near(edition, seat.edition) and _tell_the_same(seat.report, held)
    ]
    return fitting[0] if len(fitting) == 1 else seat.edition


def _is_near(stated: Edition, guess: Edition) -> bool:
    if stated.recipient != guess.recipient or stated.year is None:
        return False
    return guess.year is None or abs(stated.year - guess.year) <= 1


def _tell_the_same(report: HeldClaim, others: Sequence[HeldClaim]) -> bool:
    """The same score, or the same day and no other score."""
    if _shares_score(report, others):
        return True
    day = report.claim.award_date
    same_day = day is not None and any(each.claim.award_date == day for each in others)
    return same_day and not _contradicts(report, others)


def _shares_score(report: HeldClaim, others: Iterable[HeldClaim]) -> bool:
    mine = score_of(report.claim)
    told = [score_of(each.claim) for each in others]
    return mine is not None and any(its is not None and not mine.differs(its) for its in told)


def _contradicts(report: HeldClaim, others: Sequence[HeldClaim]) -> bool:
    """All scores that are told of it are others."""
    is_scored = report.claim.score is not None and any(
        each.claim.score is not None for each in others
    )
    return is_scored and not _shares_score(report, others)


def _seats(reports: Sequence[HeldClaim], corrections: Sequence[Correction]) -> list[_Seat]:
    moves = [each for each in corrections if each.pins and each.after is not None]
    seats = []
    for report in reports:
        edition = Edition(recipient=report.claim.recipient, year=report.claim.edition_year)
        basis = report.claim.edition_basis
        is_stated = basis is EditionBasis.STATED
        for move in moves:
            if _goes_along(report, move, reports):
                edition = _moved(edition, move)
                is_stated = is_stated or move.field is CorrectedField.EDITION_YEAR
        seats.append(_Seat(report=report, edition=edition, is_stated=is_stated))
    return seats


def _moved(edition: Edition, move: Correction) -> Edition:
    if move.field is CorrectedField.RECIPIENT:
        return Edition(recipient=str(move.after), year=edition.year)
    return Edition(recipient=edition.recipient, year=int(str(move.after)))


def _goes_along(report: HeldClaim, move: Correction, reports: Sequence[HeldClaim]) -> bool:
    pin = _pin(report)
    if pin in move.pins:
        return True
    of_same = {(each.recipient, each.edition_year) for each in move.pins}
    if (pin.recipient, pin.edition_year) not in of_same:
        return False
    pinned = [each for each in reports if _pin(each) in move.pins]
    return _shares_score(report, [each for each in pinned if _is_twin(each, report)])


def _is_twin(one: HeldClaim, other: HeldClaim) -> bool:
    mine, its = _pin(one), _pin(other)
    return (mine.recipient, mine.edition_year) == (its.recipient, its.edition_year)


def pins_of(reports: Iterable[HeldClaim]) -> tuple[Pin, ...]:
    """What ties a correction to these claims, so that they are known again after a new reading."""
    found = {_pin(each) for each in reports}
    return tuple(sorted(found, key=lambda pin: (pin.article_id, pin.recipient)))


def _pin(report: HeldClaim) -> Pin:
    said = report.claim
    return Pin(
        article_id=report.article_id, recipient=said.recipient, edition_year=said.edition_year
    )
