"""The same alert in a few English sentences, for readers who have no Indonesian."""

from collections.abc import Iterator

from crawler.alerts.comparison import Change, Side, change_of, outlet_name, scores_of, sides_of
from crawler.alerts.wording import NAME_LIMIT, english_day, number, one_line, with_point
from storage.records import AlertKind, Award, AwardNotice, EditionBasis

_KINDS = {
    AlertKind.NEW: "New award",
    AlertKind.CONFLICT: "Reports differ",
    AlertKind.CORRECTION: "Correction",
}
_REGIONS = {"Kabupaten": "Regency", "Kota": "City", "Provinsi": "Province"}
_ZONES = {"hijau": "green", "kuning": "yellow", "merah": "red"}
_DIRECTIONS = {1: "Up", -1: "Down"}


def summary(notice: AwardNotice, scheme: str) -> str:
    """One paragraph; `scheme` is the scheme's full name."""
    return " ".join(_sentences(notice, scheme))


def _sentences(notice: AwardNotice, scheme: str) -> Iterator[str]:
    award = notice.award
    yield f"{_KINDS[notice.kind]}: {', '.join(_result(notice))}."
    edition = "" if award.edition_year is None else f"{award.edition_year} edition of "
    yield f"This is the {edition}“{scheme}” by {_name(notice.grantor)}."
    if (change := change_of(notice)) is not None:
        yield _change(change)
    if award.award_date or award.venue:
        yield _occasion(award)
    if sides := sides_of(notice):
        yield _dispute(sides)
    if award.edition_basis is EditionBasis.CALENDAR:
        yield "The edition year was inferred from the calendar; the report does not state it."
    if notice.reports:
        yield _reporters(notice)


def _result(notice: AwardNotice) -> Iterator[str]:
    award = notice.award
    yield _recipient(award.recipient)
    if scores := scores_of(notice):
        scale = "" if award.scale is None else f" out of {with_point(number(award.scale))}"
        yield f"score {with_point(' or '.join(scores))}{scale}"
    if award.predicate:
        yield f"predicate “{_name(award.predicate)}”"
    if award.category:
        yield f"category {_name(award.category)}"
    if award.zone:
        yield f"{_ZONES.get(award.zone, _name(award.zone))} zone"
    if award.rank is not None:
        scope = f" ({_name(award.rank_scope)})" if award.rank_scope else ""
        yield f"rank {award.rank}{scope}"


def _recipient(name: str) -> str:
    clean = _name(name)
    kind, _, rest = clean.partition(" ")
    return f"{rest} {_REGIONS[kind]} ({clean})" if rest and kind in _REGIONS else clean


def _change(change: Change) -> str:
    before = with_point(change.before)
    year = "the edition before" if change.year is None else str(change.year)
    if change.direction == 0:
        return f"Unchanged from {year}."
    return f"{_DIRECTIONS[change.direction]} {with_point(change.amount)} from {before} ({year})."


def _occasion(award: Award) -> str:
    on = [] if award.award_date is None else [f"on {english_day(award.award_date)}"]
    at = [f"at {_name(award.venue)}"] if award.venue else []
    return f"Announced {', '.join(on + at)}."


def _dispute(sides: tuple[Side, ...]) -> str:
    told = "; ".join(f"{with_point(side.score)} ({', '.join(side.outlets)})" for side in sides)
    return f"The score is disputed: {told}."


def _reporters(notice: AwardNotice) -> str:
    names = tuple(dict.fromkeys(outlet_name(report) for report in notice.reports))
    if len(names) == 1:
        return f"Reported by {names[0]}."
    return f"Reported by {', '.join(names[:-1])} and {names[-1]}."


def _name(text: str) -> str:
    return one_line(text, NAME_LIMIT)
