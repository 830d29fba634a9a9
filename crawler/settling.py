"""Makes the awards of some bodies anew from all that counts, writes what changed, and tells it."""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Self

from sqlite_utils import Database

from crawler.awards.catalogue import load_catalogue
from crawler.linking.copies import Pair
from crawler.linking.editions import Edition, editions
from crawler.linking.identity import heirs, identify
from crawler.linking.news import concerns_somebody, worth_telling, worth_telling_of_person
from crawler.linking.overrides import award_changes, corrected, standing_corrections
from crawler.linking.own_pages import own_articles
from crawler.linking.standing import Place, stand
from crawler.overtaking import known_to_people
from storage.alert_log import told_last
from storage.award_records import Cause, Correction, HeldClaim
from storage.awards import (
    attach_claim,
    awards_of_bodies,
    detach_claims,
    insert_award,
    update_award,
)
from storage.corrections import bodies_beside, corrections_of, hand_on, note_history
from storage.held_claims import claims_of_bodies
from storage.outbox import enqueue_alert
from storage.records import AlertKind, Award, AwardStatus, ClaimRelation
from storage.similarity import similar_pairs
from storage.untold import is_told_elsewhere, is_untold


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """What makes awards be made anew: an article that says something, or a person."""

    cause: Cause
    now: datetime
    run_id: int
    """For a person's word the last run before it."""
    article_id: int | None = None
    said_before: Sequence[HeldClaim] = ()
    """What that article said until now."""
    correction_id: int | None = None
    is_backfilled: bool = False
    is_quiet: bool = False
    """Nobody is told."""
    is_merge: bool = False
    """Stores are merged: what another store has told is not told again."""

    @property
    def is_by_person(self) -> bool:
        """Whether a person's word is the occasion."""
        return self.cause in (Cause.CORRECTION, Cause.UNDO)


def settle_awards(
    db: Database, scheme: str, recipients: Iterable[str], occasion: Occasion
) -> tuple[int, ...]:
    """Make the awards of these recipients under one scheme anew; call inside `atomic()`.

    Claims, articles and corrections must be stored before. Returns the numbers of the awards that
    are new or changed; each change is in their history, and people are told what concerns them.
    """
    unit = _Unit.read(db, scheme, recipients, occasion)
    groups = editions(unit.reports, unit.corrections)
    identities = identify(groups, unit.by_edition, unit.behind)
    merged = heirs(groups, identities, unit.behind, unit.corrections)
    if _hand_on(db, merged, identities, unit):
        unit = _Unit.read(db, scheme, recipients, occasion)
    # What is known first: it may make room for what is new.
    outcomes = [
        _made(db, edition, groups[edition], identities[edition], unit)
        for edition in sorted(groups, key=lambda each: identities[each] is None)
    ]
    found = {award.id for award in identities.values() if award is not None}
    outcomes += [_left(db, award, unit) for award in unit.awards if award.id not in found]
    _place_claims(db, outcomes, unit)
    for each in outcomes:
        _note(db, each, unit)
        _tell(db, each, unit)
    return tuple(each.award_id for each in outcomes if each.before != each.after)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Unit:
    """Some bodies under one scheme, as the store holds them."""

    occasion: Occasion
    reports: Sequence[HeldClaim]
    awards: Sequence[Award]
    corrections: Sequence[Correction]
    similar: Set[Pair]
    own: Set[int]
    """Articles on the grantor's own site."""
    behind: Mapping[int, Set[int]]
    """Award -> the articles that stood behind it."""

    @classmethod
    def read(cls, db: Database, scheme: str, recipients: Iterable[str], occasion: Occasion) -> Self:
        bodies = bodies_beside(db, scheme, recipients)
        reports = claims_of_bodies(db, scheme, bodies)
        awards = awards_of_bodies(db, scheme, bodies)
        behind: dict[int, set[int]] = {}
        for each in (*reports, *occasion.said_before):
            if each.award_id is not None:
                behind.setdefault(each.award_id, set()).add(each.article_id)
        said = corrections_of(db, [award.id for award in awards if award.id is not None])
        return cls(
            occasion=occasion,
            reports=reports,
            awards=awards,
            corrections=standing_corrections(said),
            similar=similar_pairs(db, {each.article_id for each in reports}),
            own=own_articles(reports, load_catalogue().get(scheme)),
            behind=behind,
        )

    @property
    def by_edition(self) -> Mapping[Edition, Award]:
        """The stored awards by what they are, as people have corrected it."""
        said = [(corrected(award, self.corrections_of(award)), award) for award in self.awards]
        return {Edition(recipient=a.recipient, year=a.edition_year): award for a, award in said}

    def corrections_of(self, award: Award | None) -> list[Correction]:
        """What holds of one award."""
        return [] if award is None else [c for c in self.corrections if c.award_id == award.id]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Outcome:
    """One award before and after."""

    award_id: int
    before: Award | None
    after: Award
    reports: Sequence[HeldClaim] = ()
    places: Sequence[Place] = ()

    def claim_of(self, occasion: Occasion) -> int | None:
        """What brought the change about: the article's own claim."""
        own = (each.id for each in self.reports if each.article_id == occasion.article_id)
        return next(own, None)

    @property
    def first(self) -> int | None:
        """The claim of the first that says so."""
        first = (each.claim_id for each in self.places if each.relation is ClaimRelation.FIRST)
        return next(first, None)


def _hand_on(
    db: Database,
    merged: Mapping[int, Edition],
    identities: Mapping[Edition, Award | None],
    unit: _Unit,
) -> bool:
    """Where awards have merged, a person's word goes over to the one that is left."""
    corrected_ones = {each.award_id for each in unit.corrections}
    moved = False
    for award_id, edition in merged.items():
        heir = identities[edition]
        if award_id in corrected_ones and heir is not None and heir.id is not None:
            hand_on(db, award_id=award_id, heir=heir.id)
            moved = True
    return moved


def _made(
    db: Database,
    edition: Edition,
    reports: Sequence[HeldClaim],
    before: Award | None,
    unit: _Unit,
) -> _Outcome:
    corrections = unit.corrections_of(before)
    standing = stand(edition, reports, similar=unit.similar, own=unit.own, corrections=corrections)
    occasion = unit.occasion
    if before is None or before.id is None:
        award_id = insert_award(
            db,
            standing.award,
            run_id=occasion.run_id,
            now=occasion.now,
            is_backfilled=occasion.is_backfilled,
        )
    else:
        award_id = before.id
    after = replace(standing.award, id=award_id)
    if before is not None and after != before:
        update_award(db, after, now=occasion.now)
    return _Outcome(
        award_id=award_id, before=before, after=after, reports=reports, places=standing.places
    )


def _left(db: Database, before: Award, unit: _Unit) -> _Outcome:
    """An award that no article reports (any more); a person's word keeps it."""
    corrections = unit.corrections_of(before)
    status = AwardStatus.AGREED if corrections else AwardStatus.WITHDRAWN
    after = corrected(replace(before, status=status), corrections)
    if after != before:
        update_award(db, after, now=unit.occasion.now)
    return _Outcome(award_id=before.id or 0, before=before, after=after)


def _place_claims(db: Database, outcomes: Iterable[_Outcome], unit: _Unit) -> None:
    """Write where each claim belongs, where that changed."""
    held = {
        each.id: (each.award_id, each.relation, each.place, each.copy_of) for each in unit.reports
    }
    moved = [
        (outcome.award_id, each)
        for outcome in outcomes
        for each in outcome.places
        if held[each.claim_id] != (outcome.award_id, each.relation, each.place, each.copy_of)
    ]
    detach_claims(db, [each.claim_id for _, each in moved])
    for award_id, each in moved:
        attach_claim(
            db,
            award_id=award_id,
            claim_id=each.claim_id,
            relation=each.relation,
            place=each.place,
            copy_of=each.copy_of,
        )


def _note(db: Database, outcome: _Outcome, unit: _Unit) -> None:
    if outcome.before is None:
        return
    note_history(
        db,
        award_id=outcome.award_id,
        changes=award_changes(outcome.before, outcome.after),
        cause=unit.occasion.cause,
        now=unit.occasion.now,
        run_id=unit.occasion.run_id,
        correction_id=unit.occasion.correction_id,
        claim_id=outcome.claim_of(unit.occasion),
    )


def _tell(db: Database, outcome: _Outcome, unit: _Unit) -> None:
    """Put into the outbox what people must be told, if anything."""
    occasion, before = unit.occasion, outcome.before
    if occasion.is_by_person:
        before = known_to_people(db, before, outcome.after, is_quiet=occasion.is_quiet)
        kind = worth_telling_of_person(before, outcome.after)
    else:
        # Who was not told of the award yet gets it as it stands then.
        is_new = before is None or not is_untold(db, outcome.award_id)
        kind = _worth_telling(outcome, unit) if is_new else None
    if occasion.is_merge and is_told_elsewhere(db, outcome.award_id, kind, occasion.now):
        return
    claim_id = outcome.claim_of(occasion) or outcome.first or _taken_back(outcome, occasion)
    if kind is None or claim_id is None:
        return
    if not concerns_somebody(kind, before, told_last(db, outcome.award_id)):
        return
    enqueue_alert(
        db,
        award_id=outcome.award_id,
        claim_id=claim_id,
        kind=kind,
        run_id=occasion.run_id,
        now=occasion.now,
        is_backfilled=occasion.is_backfilled,
        before=before,
        correction_id=occasion.correction_id,
    )


def _taken_back(outcome: _Outcome, occasion: Occasion) -> int | None:
    """The claim that the article no longer makes."""
    gone = (each.id for each in occasion.said_before if each.award_id == outcome.award_id)
    return next(gone, None)


def _worth_telling(outcome: _Outcome, unit: _Unit) -> AlertKind | None:
    before, after, occasion = outcome.before, outcome.after, unit.occasion
    held = [
        each for each in (*unit.reports, *occasion.said_before) if before and _was(each, before)
    ]
    return worth_telling(
        before,
        after,
        heard=[each.claim for each in held],
        told=[each.claim for each in outcome.reports],
    )


def _was(report: HeldClaim, award: Award) -> bool:
    return report.award_id == award.id
