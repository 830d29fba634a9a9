"""From claims to awards: facts decide whether two reports tell of the same award."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from storage.records import Award, AwardStatus, Claim, EditionBasis

_FACTS = ("predicate", "category", "zone", "award_date", "venue")
_EXACT = 1e-9


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
    filled = _filled_in(award, claim)
    if _scores_differ(claim, award):
        return Link(kind=LinkKind.CONFLICT, award=replace(filled, status=_disputed(award.status)))
    return Link(kind=LinkKind.SAME, award=_with_longer_score(filled, claim))


def _award_of_edition(claim: Claim, known: Sequence[Award]) -> Award | None:
    for award in known:
        same_body = (award.recipient, award.scheme) == (claim.recipient, claim.scheme)
        if same_body and award.edition_year == claim.edition_year:
            return award
    return None


def _scores_differ(claim: Claim, award: Award) -> bool:
    """94,5 and 94,52 are one result printed twice; 98,2 and 98,02 are two."""
    if claim.score is None or award.score is None:
        return False
    decimals = min(_decimals(claim.score_raw), _decimals(award.score_raw))
    step = 10.0**-decimals
    return abs(claim.score - award.score) >= step - _EXACT and claim.score != award.score


def _decimals(raw: str | None) -> int:
    printed = re.search(r"[.,](\d+)$", raw or "")
    return len(printed[1]) if printed else 0


def _with_longer_score(award: Award, claim: Claim) -> Award:
    if claim.score is None or _decimals(claim.score_raw) <= _decimals(award.score_raw):
        return award
    return replace(award, score=claim.score, score_raw=claim.score_raw)


def _disputed(status: AwardStatus) -> AwardStatus:
    return status if status is AwardStatus.CORRECTED else AwardStatus.DISPUTED


def _filled_in(award: Award, claim: Claim) -> Award:
    """Facts the award lacks; rank and its scope belong together, as do score and scale."""
    missing = {name: getattr(claim, name) for name in _FACTS if getattr(award, name) is None}
    if award.rank is None or (award.rank == claim.rank and award.rank_scope is None):
        missing |= {"rank": claim.rank, "rank_scope": claim.rank_scope}
    if award.score is None and claim.score is not None:
        missing |= {"score": claim.score, "score_raw": claim.score_raw, "scale": claim.scale}
    if claim.edition_basis is EditionBasis.STATED:
        missing["edition_basis"] = claim.edition_basis
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
        rank=claim.rank,
        rank_scope=claim.rank_scope,
        **{name: getattr(claim, name) for name in _FACTS},
    )
