"""An award as the set of its reports makes it, and how each of them stands to it. Pure.

Reports that copy another speak with its voice. The grantor's own site outvotes the papers; else
each fact is what most voices tell, the first reporter's where none has the majority.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from typing import Any

from crawler.linking.copies import Pair, copies_among
from crawler.linking.editions import Edition
from crawler.linking.order import in_order
from crawler.linking.overrides import corrected
from crawler.linking.scores import Settled, score_of, scores_differ, settle
from storage.award_records import Correction, HeldClaim
from storage.records import Award, AwardStatus, Claim, ClaimRelation, EditionBasis

_FACTS = ("predicate", "category", "zone", "award_date", "venue")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """How one claim stands to its award."""

    claim_id: int
    relation: ClaimRelation
    place: int
    """1 is the first reporter's."""
    copy_of: int | None
    """The article that the claim's own copies."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """An award as its claims make it, without a number, and their places, first reporter first."""

    award: Award
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Voice:
    """An independent report and what copies it: one vote."""

    claims: tuple[Claim, ...]
    is_grantors: bool

    def says(self, name: str) -> Any:
        """The field as the original has it, else as a copy has; None where nobody tells."""
        told = (getattr(claim, name) for claim in self.claims)
        return next((value for value in told if value is not None), None)

    @property
    def scored(self) -> Claim | None:
        """The claim that gives its score."""
        return next((claim for claim in self.claims if claim.score is not None), None)


def stand(
    edition: Edition,
    reports: Iterable[HeldClaim],
    *,
    similar: Set[Pair] = frozenset(),
    own: Set[int] = frozenset(),
    corrections: Sequence[Correction] = (),
) -> Standing:
    """The award of this edition as exactly these reports, at least one, and corrections make it.

    `similar` are pairs of articles with alike texts, `own` articles on the grantor's own site.
    """
    ordered = in_order(reports)
    copies = copies_among(ordered, similar)
    voices = _voices(ordered, copies, own)
    settled = _settled(voices)
    award = corrected(_award(edition, [r.claim for r in ordered], voices, settled), corrections)
    return Standing(award=award, places=tuple(_places(ordered, copies, award)))


def is_corrected(before: Award, after: Award) -> bool:
    """Whether the result itself became another; a fact that was added is no correction."""
    if AwardStatus.WITHDRAWN in (before.status, after.status):
        return False
    is_same = (before.recipient, before.edition_year) == (after.recipient, after.edition_year)
    if scores_differ(after, before) or not is_same:
        return True
    names = ("predicate", "category", "zone", "rank")
    pairs = [(getattr(before, name), getattr(after, name)) for name in names]
    return any(old is not None and new is not None and old != new for old, new in pairs)


def _voices(
    ordered: Sequence[HeldClaim], copies: Mapping[int, int], own: Set[int]
) -> tuple[_Voice, ...]:
    told: dict[int, list[Claim]] = {}
    for report in ordered:
        if report.article_id not in copies:
            told.setdefault(report.article_id, []).append(report.claim)
    for report in ordered:
        if report.article_id in copies:
            told[copies[report.article_id]].append(report.claim)
    return tuple(
        _Voice(claims=tuple(claims), is_grantors=article in own) for article, claims in told.items()
    )


def _settled(voices: Sequence[_Voice]) -> Settled | None:
    scored = [(voice, voice.scored) for voice in voices if voice.scored is not None]
    scores = [score for _, claim in scored if (score := score_of(claim))]
    of_grantor = [
        score for voice, claim in scored if voice.is_grantors and (score := score_of(claim))
    ]
    return settle(of_grantor or scores, scores) if scores else None


def _award(
    edition: Edition, claims: Sequence[Claim], voices: Sequence[_Voice], settled: Settled | None
) -> Award:
    award = Award(
        id=None,
        recipient=edition.recipient,
        recipient_code=_code(edition, claims),
        scheme=claims[0].scheme,
        edition_year=edition.year,
        edition_basis=_basis(edition, claims),
        status=AwardStatus.AGREED,
    )
    if settled is not None:
        award = _with_score(award, voices, settled)
    facts = {name: _told(name, voices, award) for name in _FACTS}
    return replace(award, **facts, **_rank(voices, award))


def _code(edition: Edition, claims: Sequence[Claim]) -> str | None:
    codes = (each.recipient_code for each in claims if each.recipient == edition.recipient)
    return next((code for code in codes if code is not None), None)


def _basis(edition: Edition, claims: Sequence[Claim]) -> EditionBasis | None:
    """A calendar's guess that nobody states stays one; what a person said counts as stated."""
    if edition.year is None:
        return None
    guessed = [c for c in claims if c.edition_basis is EditionBasis.CALENDAR]
    is_guess = len(guessed) == len(claims) and edition.year in {c.edition_year for c in guessed}
    return EditionBasis.CALENDAR if is_guess else EditionBasis.STATED


def _with_score(award: Award, voices: Sequence[_Voice], settled: Settled) -> Award:
    claims = [claim for voice in voices for claim in voice.claims]
    printed = next(claim for claim in claims if score_of(claim) == settled.score)
    return replace(
        award,
        score=printed.score,
        score_raw=printed.score_raw,
        scale=printed.scale,
        status=AwardStatus.DISPUTED if settled.is_disputed else AwardStatus.AGREED,
    )


def _told(name: str, voices: Sequence[_Voice], award: Award) -> Any:
    """What most voices tell, the earlier where as many tell another; the grantor's before all.

    Who tells another score is asked only where the others are silent.
    """
    agreeing = [voice for voice in voices if not _contradicts(voice, award)]
    for panel in ([v for v in agreeing if v.is_grantors], agreeing, voices):
        votes = Counter(value for voice in panel if (value := voice.says(name)) is not None)
        if votes:
            return max(votes, key=lambda value: votes[value])  # the first of those that have most
    return None


def _contradicts(voice: _Voice, award: Award) -> bool:
    scored = voice.scored
    return scored is not None and scores_differ(scored, award)


def _rank(voices: Sequence[_Voice], award: Award) -> dict[str, Any]:
    """A rank and its scope belong together: the scope is of those who tell this rank."""
    rank = _told("rank", voices, award)
    same = [replace(v, claims=tuple(c for c in v.claims if c.rank == rank)) for v in voices]
    scope = None if rank is None else _told("rank_scope", same, award)
    return {"rank": rank, "rank_scope": scope}


def _places(
    ordered: Sequence[HeldClaim], copies: Mapping[int, int], award: Award
) -> Iterable[Place]:
    differing = {report.id for report in ordered if scores_differ(report.claim, award)}
    first = next((report.id for report in ordered if report.id not in differing), ordered[0].id)
    for number, report in enumerate(ordered, start=1):
        relation = ClaimRelation.CONFLICT if report.id in differing else ClaimRelation.SAME
        yield Place(
            claim_id=report.id,
            relation=ClaimRelation.FIRST if report.id == first else relation,
            place=number,
            copy_of=copies.get(report.article_id),
        )
