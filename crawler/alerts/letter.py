"""What an alert says: the notice of an award put into words, ready for either form of the mail.

Pure. Every string is on one line and harmless, whatever a news page printed.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from crawler.alerts.chart import Bar, bars_of, line_of
from crawler.alerts.citing import TITLE_LIMIT, Quote, Source, quote_of, quotes_of, source_of
from crawler.alerts.comparison import (
    Change,
    Side,
    change_of,
    changed_fields,
    lead_of,
    occasion_of,
    others_of,
    score_of,
    scores_of,
    sides_of,
)
from crawler.alerts.facts import Line, facts_of, shown
from crawler.alerts.glosses import caution_named, recipient_named, scheme_titled
from crawler.alerts.wording import NAME_LIMIT, number, one_line, printed
from crawler.alerts.words import Occasion, Words
from storage.letter_records import AwardNotice
from storage.records import Award, AwardStatus, EditionBasis, UnitScore


@dataclass(frozen=True, slots=True, kw_only=True)
class SideShown:
    """One of the scores printed for a disputed award, with who says so, and how."""

    score: str
    outlets: str
    """`menurut A dan B`."""
    quote: Quote | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A fact that was told otherwise before."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """All that either form of the mail prints."""

    subject: str
    heading: str
    lead: str | None
    """What the occasion means."""
    recipient: str
    original: str | None
    """The recipient's Indonesian name where the heading is a translation of it."""
    scheme: str
    """The scheme's full name, with what it means."""
    edition: str | None
    """`edisi 2024`."""
    score: str | None
    """As printed; all of them when the award is disputed."""
    score_of: str | None
    """`dari 100`."""
    is_void: bool
    """Whether the result is withdrawn: shown struck through."""
    zone: str | None
    zone_colour: str | None
    """The zone's Indonesian name, by which it is coloured."""
    predicate: str | None
    change: str | None
    """`naik 2,24 dari 91,50 (2023)`."""
    differences: tuple[Difference, ...]
    facts: tuple[Line, ...]
    sides: tuple[SideShown, ...]
    """Two or more scores when the reports differ, else empty."""
    others: tuple[SideShown, ...]
    """What was reported and does not hold, once that is known."""
    quotes: tuple[Quote, ...]
    bars: tuple[Bar, ...]
    history: str
    """The bars as one line; empty without them."""
    units: tuple[Line, ...]
    """Best score first."""
    sources: tuple[Source, ...]
    notes: tuple[str, ...]


def write_letter(notice: AwardNotice, *, scheme: str, short: str, words: Words) -> Letter:
    """Put the notice into words; `scheme` and `short` are the scheme's full and short name."""
    award, occasion = notice.award, occasion_of(notice)
    bars = bars_of(notice, words)
    name = one_line(award.recipient, NAME_LIMIT)
    recipient = recipient_named(name, words)
    return Letter(
        subject=subject_of(notice, short, words),
        heading=words.alert.headings[occasion],
        lead=lead_of(notice, words),
        recipient=recipient,
        original=None if recipient == name else name,
        scheme=scheme_titled(award.scheme, scheme, words),
        edition=_edition(award, words),
        score=_score(notice, words),
        score_of=_score_of(award, words),
        is_void=occasion is Occasion.WITHDRAWN,
        zone=one_line(words.zone_named(award.zone), NAME_LIMIT) if award.zone else None,
        zone_colour=award.zone,
        predicate=shown(award, "predicate", words),
        change=_change(change_of(notice), words),
        differences=tuple(_differences(notice, words)),
        facts=facts_of(notice, words),
        sides=tuple(_side(each, words) for each in sides_of(notice)),
        others=tuple(_side(each, words) for each in others_of(notice)),
        quotes=quotes_of(notice),
        bars=bars,
        history=line_of(bars),
        units=_units(notice.units, words),
        sources=tuple(source_of(report, words) for report in notice.reports),
        notes=tuple(_notes(notice, words)),
    )


def subject_of(notice: AwardNotice, short: str, words: Words) -> str:
    """`Kabupaten Batang 93,74 · Ombudsman 2024 · zona hijau`; other occasions come first."""
    award, occasion = notice.award, occasion_of(notice)
    name = recipient_named(one_line(award.recipient, NAME_LIMIT), words)
    score = _score(notice, words)
    before = notice.before and score_of(notice.before)
    if occasion is not Occasion.WITHDRAWN and score and before and "score" in _changed(notice):
        score = f"{words.number(before)} → {score}"
    parts = [f"{name} {score or ''}".strip(), f"{short} {award.edition_year or ''}".strip()]
    if not sides_of(notice) and (award.zone or award.predicate):
        parts.append(words.zone_named(award.zone) if award.zone else str(award.predicate))
    prefix = "" if occasion is Occasion.NEW else f"{words.alert.headings[occasion]}: "
    return one_line(prefix + " · ".join(parts), TITLE_LIMIT)


def _changed(notice: AwardNotice) -> tuple[str, ...]:
    return () if sides_of(notice) else changed_fields(notice)


def _edition(award: Award, words: Words) -> str | None:
    year = award.edition_year
    return None if year is None else words.alert.edition.format(year=year)


def _score(notice: AwardNotice, words: Words) -> str | None:
    return words.one_of(tuple(words.number(score) for score in scores_of(notice))) or None


def _score_of(award: Award, words: Words) -> str | None:
    if award.scale is None:
        return None
    return words.alert.score_of.format(scale=words.number(number(award.scale)))


def _change(change: Change | None, words: Words) -> str | None:
    if change is None:
        return None
    return words.alert.change[change.direction + 1].format(
        amount=words.number(change.amount),
        before=words.number(change.before),
        year=words.alert.earlier_edition if change.year is None else change.year,
    )


def _differences(notice: AwardNotice, words: Words) -> Iterator[Difference]:
    if notice.before is None:
        return
    for field in _changed(notice):
        yield Difference(
            label=words.alert.labels[field],
            before=shown(notice.before, field, words) or words.alert.nothing,
            after=shown(notice.award, field, words) or words.alert.nothing,
        )


def _side(side: Side, words: Words) -> SideShown:
    return SideShown(
        score=words.number(side.score),
        outlets=words.alert.side.format(outlets=words.all_of(side.outlets)),
        quote=quote_of(side.report),
    )


def _units(units: tuple[UnitScore, ...], words: Words) -> tuple[Line, ...]:
    best_first = sorted(units, key=lambda unit: (-unit.score, unit.unit))
    return tuple(
        Line(
            label=one_line(unit.unit, NAME_LIMIT),
            value=words.number(printed(unit.raw, unit.score)),
        )
        for unit in best_first
    )


def _notes(notice: AwardNotice, words: Words) -> Iterator[str]:
    award = notice.award
    if award.edition_basis is EditionBasis.CALENDAR:
        yield words.alert.calendar_edition
    elif award.edition_year is None:
        yield words.alert.unknown_edition
    if award.status is AwardStatus.DISPUTED and not sides_of(notice):
        yield words.alert.not_agreed
    if award.status is AwardStatus.CORRECTED:
        yield words.alert.by_analyst
    if notice.is_backfilled:
        yield words.alert.backfilled
    for warning in notice.warnings:
        yield one_line(caution_named(warning, words), TITLE_LIMIT * 2)
