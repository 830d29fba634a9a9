"""A person's word on an award: kept with who, when and why, and laid over what articles say."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlite_utils import Database

from crawler.awards.catalogue import load_catalogue
from crawler.linking.editions import pins_of
from crawler.linking.overrides import corrected, said_of, standing_corrections
from crawler.linking.values import read_value
from crawler.settling import Occasion, settle_awards
from crawler.told_errors import ToldError
from storage.award_records import Cause, CorrectedField, Correction
from storage.awards import award_by_id, awards_of
from storage.corrections import add_correction, corrections_of, undo_correction
from storage.held_claims import claims_of_award
from storage.records import Award
from storage.runs import last_run

_MOVES = (CorrectedField.RECIPIENT, CorrectedField.EDITION_YEAR)


class CorrectionError(ToldError):
    """The award cannot be corrected so; the message is one line with the mend."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """What a person says, and who, when and why."""

    who: str
    because: str
    now: datetime
    is_quiet: bool = False
    """Nobody is told."""


def correct(
    db: Database, award: Award, field: CorrectedField, typed: str, word: Word
) -> tuple[Award, Award]:
    """Lay a value over one field of a stored award; it holds until it is undone.

    Returns the award before and after. ValueError when `typed` is no value of the field or lies
    in the future,
    CorrectionError when it would make two awards one.
    """
    value = read_value(field, typed, load_catalogue().get(award.scheme))
    _refuse_future(field, value, word.now)
    with db.atomic():
        before = award_by_id(db, _number(award))
        _refuse_twin(db, before, field, value)
        correction = Correction(
            id=None,
            award_id=_number(award),
            field=field,
            before=said_of(before, field),
            after=value,
            pins=pins_of(claims_of_award(db, _number(award))) if field in _MOVES else (),
            who=word.who,
            because=word.because,
            corrected_at=word.now,
        )
        number = add_correction(db, correction)
        return before, _settled(db, before, word, Cause.CORRECTION, number)


def preview(db: Database, award: Award, field: CorrectedField, typed: str, word: Word) -> Award:
    """What the award would be after `correct`, as far as its own fields go; raises the same."""
    value = read_value(field, typed, load_catalogue().get(award.scheme))
    _refuse_future(field, value, word.now)
    _refuse_twin(db, award, field, value)
    said = Correction(
        id=None,
        award_id=_number(award),
        field=field,
        before=said_of(award, field),
        after=value,
        who=word.who,
        because=word.because,
        corrected_at=word.now,
    )
    return corrected(award, [said])


def undo(db: Database, award: Award, field: CorrectedField, word: Word) -> tuple[Award, Award]:
    """Take back what a person last said of a field: what was said before it holds again.

    Returns the award before and after. CorrectionError when nobody has corrected the field.
    """
    with db.atomic():
        before = award_by_id(db, _number(award))
        said = standing_corrections(corrections_of(db, [_number(award)]))
        last = next((each for each in said if each.field is field), None)
        if last is None or last.id is None:
            known = ", ".join(each.field for each in said) or "nothing is"
            raise CorrectionError(
                f"award {award.id}: nobody has corrected {field}; corrected: {known}"
            )
        undo_correction(db, last.id, who=word.who, because=word.because, now=word.now)
        return before, _settled(db, before, word, Cause.UNDO, last.id)


def _settled(db: Database, before: Award, word: Word, cause: Cause, correction_id: int) -> Award:
    run = last_run(db)
    if run is None:
        raise LookupError("an award without a run")
    occasion = Occasion(
        cause=cause,
        now=word.now,
        run_id=run.id,
        correction_id=correction_id,
        is_quiet=word.is_quiet,
    )
    bodies = _bodies(before, corrections_of(db, [_number(before)]))
    settle_awards(db, before.scheme, bodies, occasion)
    return award_by_id(db, _number(before))


def _bodies(award: Award, corrections: Sequence[Correction]) -> set[str]:
    """Whose awards this may change."""
    moved = {pin.recipient for each in corrections for pin in each.pins}
    named = {each.after for each in corrections if each.field is CorrectedField.RECIPIENT}
    return moved | {award.recipient} | {name for name in named if name is not None}


def _refuse_future(field: CorrectedField, value: str | None, now: datetime) -> None:
    """A day may be one ahead, since it may have begun elsewhere, and so may an edition's year."""
    if value is None:
        return
    last_day, last_year = (now + timedelta(days=1)).date(), now.year + 1
    if field is CorrectedField.AWARD_DATE and date.fromisoformat(value) > last_day:
        raise ValueError(f"{value} is yet to come; write the day on which the award was given")
    if field is CorrectedField.EDITION_YEAR and int(value) > last_year:
        raise ValueError(f"the edition {value} is yet to come; write the year that was assessed")


def _refuse_twin(db: Database, award: Award, field: CorrectedField, value: str | None) -> None:
    if field not in _MOVES or value is None:
        return
    recipient = value if field is CorrectedField.RECIPIENT else award.recipient
    year = int(value) if field is CorrectedField.EDITION_YEAR else award.edition_year
    for other in awards_of(db, recipient, award.scheme):
        if other.edition_year == year and other.id != award.id:
            raise CorrectionError(
                f"award {other.id} is {recipient} {award.scheme} {year} already; correct that one,"
                f" and say of this one `piagam correct {award.id} award no --because …`"
            )


def _number(award: Award) -> int:
    if award.id is None:
        raise LookupError("the award is not in the store")
    return award.id
