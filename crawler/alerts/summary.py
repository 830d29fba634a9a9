"""An alert in a few English sentences, below an Indonesian letter. Pure."""

from collections.abc import Iterator

from crawler.alerts.comparison import (
    change_of,
    changed_fields,
    lead_of,
    occasion_of,
    outlet_name,
    scores_of,
    sides_of,
)
from crawler.alerts.english import ENGLISH
from crawler.alerts.facts import shown
from crawler.alerts.glosses import recipient_named
from crawler.alerts.wording import NAME_LIMIT, day, number, one_line
from crawler.alerts.words import Occasion
from storage.letter_records import AwardNotice
from storage.records import Award, EditionBasis


def summary(notice: AwardNotice, scheme: str) -> str:
    """One paragraph; `scheme` is the scheme's full name."""
    return " ".join(_sentences(notice, scheme))


def _sentences(notice: AwardNotice, scheme: str) -> Iterator[str]:
    award, occasion = notice.award, occasion_of(notice)
    yield f"{ENGLISH.alert.headings[occasion]}: {', '.join(_result(notice))}."
    if lead := lead_of(notice, ENGLISH):
        yield lead
    edition = "" if award.edition_year is None else f"{award.edition_year} edition of "
    yield f"This is the {edition}“{scheme}” by {_name(notice.grantor)}."
    if notice.before is not None and (fields := changed_fields(notice)):
        yield _differences(notice.before, award, fields)
    yield from _change(notice)
    if award.award_date or award.venue:
        yield _occasion(award)
    if sides := sides_of(notice):
        told = (f"{ENGLISH.number(each.score)} ({', '.join(each.outlets)})" for each in sides)
        yield f"The score is disputed: {'; '.join(told)}."
    if award.edition_basis is EditionBasis.CALENDAR:
        yield "The edition year was inferred from the calendar; the report does not state it."
    is_void = occasion is Occasion.WITHDRAWN
    if notice.reports:
        names = tuple(dict.fromkeys(outlet_name(report) for report in notice.reports))
        by = ENGLISH.alert.sources_void if is_void else ENGLISH.alert.sources
        yield f"{by} {ENGLISH.all_of(names)}."


def _result(notice: AwardNotice) -> Iterator[str]:
    award = notice.award
    yield _recipient(award.recipient)
    if scores := scores_of(notice):
        scale = "" if award.scale is None else f" out of {ENGLISH.number(number(award.scale))}"
        yield f"score {ENGLISH.number(' or '.join(scores))}{scale}"
    if award.predicate:
        yield f"predicate “{_name(award.predicate)}”"
    if award.category:
        yield f"category {_name(award.category)}"
    if award.zone:
        yield _name(ENGLISH.zone_named(award.zone))
    if (rank := shown(award, "rank", ENGLISH)) is not None:
        yield f"rank {rank}"


def _recipient(name: str) -> str:
    clean = _name(name)
    named = recipient_named(clean, ENGLISH)
    return clean if named == clean else f"{named} ({clean})"


def _differences(before: Award, after: Award, fields: tuple[str, ...]) -> str:
    nothing = ENGLISH.alert.nothing
    told = (
        f"{ENGLISH.alert.labels[field].lower()} {shown(after, field, ENGLISH) or nothing}"
        f", before: {shown(before, field, ENGLISH) or nothing}"
        for field in fields
    )
    return f"What changed: {'; '.join(told)}."


def _change(notice: AwardNotice) -> Iterator[str]:
    if (change := change_of(notice)) is not None:
        told = ENGLISH.alert.change[change.direction + 1].format(
            amount=ENGLISH.number(change.amount),
            before=ENGLISH.number(change.before),
            year=ENGLISH.alert.earlier_edition if change.year is None else change.year,
        )
        yield f"{told[0].upper()}{told[1:]}."


def _occasion(award: Award) -> str:
    on = [] if award.award_date is None else [f"on {day(award.award_date, ENGLISH)}"]
    at = [f"at {_name(award.venue)}"] if award.venue else []
    return f"Announced {', '.join(on + at)}."


def _name(text: str) -> str:
    return one_line(text, NAME_LIMIT)
