"""What people have corrected, laid over what the reports say: field by field. Pure."""

from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import date, datetime

from crawler.awards.catalogue import load_catalogue
from crawler.linking.recipients import code_of
from storage.award_records import AwardChange, CorrectedField, Correction
from storage.records import Award, AwardStatus

_AS_NUMBER = (CorrectedField.RANK, CorrectedField.EDITION_YEAR)
_NOT_TOLD = ("id", "recipient_code", "scheme", "scale", "score_raw")


def corrected(award: Award, corrections: Sequence[Correction]) -> Award:
    """The award with each corrected field as a person said; of one field the last word counts."""
    holding = {each.field: each for each in sorted(corrections, key=_said)}
    for correction in holding.values():
        award = _with(award, correction)
    return replace(award, status=_status(award, holding)) if holding else award


def standing_corrections(corrections: Sequence[Correction]) -> tuple[Correction, ...]:
    """Those that hold: not undone, and the last of their award and field."""
    in_force = sorted((c for c in corrections if c.undone_at is None), key=_said)
    return tuple({(each.award_id, each.field): each for each in in_force}.values())


def _said(correction: Correction) -> tuple[datetime, int]:
    """When it was said; numbers alone do not tell where stores were merged."""
    return correction.corrected_at, correction.id or 0


def said_of(award: Award, field: CorrectedField) -> str | None:
    """A field of an award as text: a score as printed, a day as ISO."""
    if field is CorrectedField.AWARD:
        return "no" if award.status is AwardStatus.WITHDRAWN else "yes"
    if field is CorrectedField.SCORE and award.score is not None:
        return award.score_raw or str(award.score)
    value = getattr(award, field)
    return None if value is None else str(value)


def award_changes(before: Award, after: Award) -> tuple[AwardChange, ...]:
    """Every field that differs, as text; in the order of the award's fields."""
    names = [field.name for field in fields(Award) if field.name not in _NOT_TOLD]
    told = [(name, _text(before, name), _text(after, name)) for name in names]
    return tuple(
        AwardChange(field=name, before=old, after=new) for name, old, new in told if old != new
    )


def _text(award: Award, name: str) -> str | None:
    if name == "score":
        return said_of(award, CorrectedField.SCORE)
    value = getattr(award, name)
    return None if value is None else str(value)


def _with(award: Award, correction: Correction) -> Award:
    field, said = correction.field, correction.after
    if field is CorrectedField.AWARD:
        return award
    if field is CorrectedField.SCORE:
        return _with_score(award, said)
    if field is CorrectedField.RECIPIENT and said is not None:
        return replace(award, recipient=said, recipient_code=code_of(said) or award.recipient_code)
    value: object = said
    if said is not None and field in _AS_NUMBER:
        value = int(said)
    elif said is not None and field is CorrectedField.AWARD_DATE:
        value = date.fromisoformat(said)
    return replace(award, **{field.value: value})  # type: ignore[arg-type]  # as Award has it


def _with_score(award: Award, said: str | None) -> Award:
    if said is None:
        return replace(award, score=None, score_raw=None, scale=None)
    scheme = load_catalogue().get(award.scheme)
    scale = award.scale or (scheme.scale if scheme else None)
    return replace(award, score=float(said.replace(",", ".")), score_raw=said, scale=scale)


def _status(award: Award, holding: dict[CorrectedField, Correction]) -> AwardStatus:
    """Whatever else a person corrects, reports that dispute the score go on doing so."""
    if CorrectedField.AWARD in holding:
        return AwardStatus.WITHDRAWN
    is_open = award.status is AwardStatus.DISPUTED and CorrectedField.SCORE not in holding
    return award.status if is_open else AwardStatus.CORRECTED
