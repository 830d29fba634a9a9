"""From claims to awards: facts decide whether two reports tell of the same award."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from storage.records import Award, AwardStatus, Claim

_FACTS = ("predicate", "category", "zone", "rank", "rank_scope", "award_date", "venue")
_SAME_SCORE = 0.005


class LinkKind(StrEnum):
    """How a claim relates to what we know."""

    NEW = "new"
    SAME = "same"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """The award that a claim belongs to, as it stands with the claim counted in."""

    kind: LinkKind
    award: Award
    """Its id is None when the award is new."""


def link(claim: Claim, known: Sequence[Award]) -> Link:
    """Tie a claim to the award of the same recipient, scheme and edition, or make a new one.

    `known` are awards of any edition of the claim's recipient and scheme. A score that differs
    from the award's makes the award disputed; a fact the award lacks is filled in; facts it has
    are never overwritten.
    """
    award = _award_of_edition(claim, known)
    if award is None:
        return Link(kind=LinkKind.NEW, award=_new_award(claim))
    if _scores_differ(claim.score, award.score):
        return Link(kind=LinkKind.CONFLICT, award=replace(award, status=_disputed(award.status)))
    return Link(kind=LinkKind.SAME, award=_filled_in(award, claim))


def _award_of_edition(claim: Claim, known: Sequence[Award]) -> Award | None:
    for award in known:
        same_body = (award.recipient, award.scheme) == (claim.recipient, claim.scheme)
        if same_body and award.edition_year == claim.edition_year:
            return award
    return None


def _scores_differ(one: float | None, other: float | None) -> bool:
    return one is not None and other is not None and abs(one - other) > _SAME_SCORE


def _disputed(status: AwardStatus) -> AwardStatus:
    return status if status is AwardStatus.CORRECTED else AwardStatus.DISPUTED


def _filled_in(award: Award, claim: Claim) -> Award:
    missing = {name: getattr(claim, name) for name in _FACTS if getattr(award, name) is None}
    if award.score is None and claim.score is not None:
        missing |= {"score": claim.score, "score_raw": claim.score_raw, "scale": claim.scale}
    return replace(award, **missing)


def _new_award(claim: Claim) -> Award:
    return Award(
        id=None,
        recipient=claim.recipient,
        recipient_code=claim.recipient_code,
        scheme=claim.scheme,
        edition_year=claim.edition_year,
        edition_basis=claim.edition_basis,
        status=AwardStatus.AGREED,
        score=claim.score,
        score_raw=claim.score_raw,
        scale=claim.scale,
        **{name: getattr(claim, name) for name in _FACTS},
    )
