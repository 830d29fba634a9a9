"""Correcting an award: a form, what it would change, and then the word itself."""

from dataclasses import dataclass

from sqlite_utils import Database

from crawler.awards.catalogue import load_catalogue
from crawler.correcting import CorrectionError, Word, correct, preview
from crawler.explore.page import Cell, Column, Kind, Page, Table
from crawler.explore.visits import BadVisit, NothingThere, Overtaken, Visit
from crawler.linking.overrides import award_changes, said_of, standing_corrections
from crawler.linking.values import field_of, read_value
from storage.award_records import CorrectedField
from storage.awards import award_by_id
from storage.corrections import corrections_of
from storage.reading.corrections import last_change_of
from storage.records import Award

_CHANGE = (
    Column(name="field", title="Field", kind=Kind.TERM),
    Column(name="before", title="Before", kind=Kind.FACT),
    Column(name="after", title="After", kind=Kind.FACT),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Typed:
    """What the form holds, as it was typed."""

    field: str
    value: str
    because: str
    is_quiet: bool


def correct_page(db: Database, visit: Visit) -> Page:
    """`/awards/7/correct`; with a field and a value it shows what they would change."""
    visit.signed_in()
    award = award_of(db, visit.path["award"])
    typed = _typed(visit)
    problem, after = visit.problem, None
    if problem is None and "field" in visit.query:
        try:
            after = preview(db, award, *_said(visit), word_of(visit))
        except (ValueError, CorrectionError) as error:
            problem = str(error)
    return Page(
        template="correct.html",
        title="Correct an award",
        status=200 if problem is None else 400,
        values={
            "award": award,
            "scheme": load_catalogue().get(award.scheme),
            "fields": [(each.value, said_of(award, each)) for each in CorrectedField],
            "typed": typed,
            "problem": problem,
            "is_ready": after is not None,
            "seen": last_change_of(db, award.id or 0),
        },
        tables=(_preview(award, after),),
    )


def take_word(db: Database, visit: Visit) -> str:
    """Lay the word over the award; sent twice it is said once."""
    word = word_of(visit)
    with db.atomic():
        award = award_of(db, visit.path["award"])
        try:
            field, typed = _said(visit)
            if not _is_said(db, award, field, typed, word):
                _refuse_overtaken(db, award, visit)
                correct(db, award, field, typed, word)
        except BadVisit:
            raise
        except (ValueError, CorrectionError) as error:
            raise BadVisit(str(error)) from None
    return f"/corrections?award={award.id}"


def award_of(db: Database, number: str) -> Award:
    """The award of an address. NothingThere."""
    try:
        return award_by_id(db, int(number))
    except LookupError:
        raise NothingThere(f"no award {number}") from None


def word_of(visit: Visit) -> Word:
    """Who says it, and why. SignInFirst; BadVisit without a reason."""
    who = visit.signed_in()
    because = " ".join((visit.text("because") or "").split())
    if not because:
        raise BadVisit("because: why? write the reason, for the record")
    return Word(who=who, because=because, now=visit.now, is_quiet=visit.query.get("quiet") == "1")


def _typed(visit: Visit) -> _Typed:
    given = {name: visit.query.get(name, "") for name in ("field", "value", "because")}
    return _Typed(**given, is_quiet=visit.query.get("quiet") == "1")


def _said(visit: Visit) -> tuple[CorrectedField, str]:
    return field_of(visit.text("field") or ""), visit.text("value") or ""


def _is_said(db: Database, award: Award, field: CorrectedField, typed: str, word: Word) -> bool:
    """Whether just this was said of the field by the same person, and holds."""
    value = read_value(field, typed, load_catalogue().get(award.scheme))
    said = standing_corrections(corrections_of(db, [award.id or 0]))
    return any(
        (each.field, each.after, each.who, each.because) == (field, value, word.who, word.because)
        for each in said
    )


def _refuse_overtaken(db: Database, award: Award, visit: Visit) -> None:
    seen = visit.text("seen")
    if seen is not None and seen != last_change_of(db, award.id or 0):
        raise Overtaken("the award has changed since it was shown to you; look at it and send anew")


def _preview(award: Award, after: Award | None) -> Table:
    changes = () if after is None else award_changes(award, after)
    rows: list[dict[str, Cell]] = [
        {"field": each.field, "before": each.before, "after": each.after} for each in changes
    ]
    return Table(name="preview", title="What it would change", columns=_CHANGE, rows=rows)
