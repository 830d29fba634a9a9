"""What a digest says: the awards of a period put into words, ready for either form of the mail.

Pure. Corrections and disputes come first, then the awards by scheme and edition, best score first.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from crawler.alerts.citing import TITLE_LIMIT, address_shown, followed
from crawler.alerts.comparison import (
    change_of,
    changed_fields,
    occasion_of,
    outlet_name,
    scores_of,
    sides_of,
)
from crawler.alerts.covering import covered
from crawler.alerts.facts import shown
from crawler.alerts.glosses import (
    SchemeNames,
    predicate_named,
    recipient_named,
    scheme_names,
    scheme_titled,
)
from crawler.alerts.operator_letters import change_told, changes_told
from crawler.alerts.wording import NAME_LIMIT, one_line, span_of_days
from crawler.alerts.words import Occasion, Words
from storage.letter_records import AwardNotice, DigestNotice, Frequency, OutletChange

LIMIT = 500
"""Awards that a digest shows at most."""
_LONG = 150
_IN_SUBJECT = 3
_ARROWS = ("▼", "=", "▲")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One award of a digest."""

    occasion: str | None
    """Why it is told once more; None for a new award."""
    recipient: str
    score: str | None
    details: str
    """What else is known, on one line; may be empty."""
    zone_colour: str | None
    outlet: str | None
    """Who reports it, the first one by name."""
    address: str | None
    """Of the first report, to be read."""
    url: str | None
    """The same to be followed; None when it is no http(s) address."""
    mark: str | None
    """Set when it is no news."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The awards of one edition of a scheme."""

    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """All that either form of the mail prints."""

    subject: str
    heading: str
    days: str
    counts: str
    """`12 penghargaan baru, 1 koreksi`."""
    urgent: tuple[Entry, ...]
    groups: tuple[Group, ...]
    is_long: bool
    """Whether mail programs may hide the end of it."""
    more: str | None
    """How many more there are."""
    more_command: str
    """What shows all of them."""
    health: tuple[str, ...]
    covered: str
    """The certificate in a sentence."""
    summary: str
    """Counts and certificate, for a reader who has no Indonesian."""


def write_digest(
    notice: DigestNotice, *, schemes: Mapping[str, SchemeNames], words: Words
) -> Digest:
    """Put the digest into words. ZoneInfoNotFoundError when its zone is none."""
    last, days = _days(notice, words)
    items = tuple({(each.award.id, occasion_of(each)): each for each in notice.items}.values())
    urgent = [each for each in items if occasion_of(each) is not Occasion.NEW]
    news = sorted((each for each in items if occasion_of(each) is Occasion.NEW), key=_order)
    counts = _counts(items, words, is_old=notice.is_old)
    certificate = covered(notice.coverage, last, words)
    hidden = len(items) - LIMIT
    shown_news = news[: max(0, LIMIT - len(urgent))]
    return Digest(
        subject=_subject(days, counts, _in_subject((*news, *urgent), notice.changes, words)),
        heading=words.digest.headings["old" if notice.is_old else notice.frequency],
        days=days,
        counts=counts,
        urgent=tuple(_urgent(each, schemes, words) for each in urgent[:LIMIT]),
        groups=tuple(_groups(shown_news, schemes, words)),
        is_long=len(items) > _LONG,
        more=words.digest.more.told(hidden) if hidden > 0 else None,
        more_command=words.digest.more_command.format(n=len(items)),
        health=(
            *(change_told(each, words) for each in notice.changes),
            *(one_line(each, TITLE_LIMIT * 2) for each in notice.faults),
        ),
        covered=certificate,
        summary=f"{days}: {counts}. {certificate[0].upper()}{certificate[1:]}.",
    )


def _days(notice: DigestNotice, words: Words) -> tuple[date, str]:
    """The last day of the period, and the period as people say it."""
    zone = ZoneInfo(notice.zone)
    last = (notice.end.astimezone(zone) - timedelta(microseconds=1)).date()
    is_weekly = notice.frequency is Frequency.WEEKLY
    first = notice.start.astimezone(zone).date() if is_weekly else last
    return last, span_of_days(min(first, last), last, words)


def _counts(items: Sequence[AwardNotice], words: Words, *, is_old: bool) -> str:
    found = Counter(occasion_of(each) for each in items)
    counted = dict(words.digest.counts)
    if is_old:
        counted[Occasion.NEW] = words.digest.found
    told = [each.told(found[what]) for what, each in counted.items() if found[what]]
    return ", ".join(told) if found[Occasion.NEW] else ", ".join((words.digest.nothing, *told))


def _subject(days: str, counts: str, told: str) -> str:
    return one_line(f"Piagam, {days}: {counts}{told and f' · {told}'}", TITLE_LIMIT)


def _in_subject(items: Sequence[AwardNotice], changes: Sequence[OutletChange], words: Words) -> str:
    fresh = [each for each in items if not each.is_backfilled]
    names = tuple(dict.fromkeys(_in_short(each, words) for each in (*fresh, *items)))
    first = (*names[:_IN_SUBJECT], *(("…",) if len(names) > _IN_SUBJECT else ()))
    return ", ".join(first) or (changes_told(changes, words) if changes else "")


def _in_short(item: AwardNotice, words: Words) -> str:
    return f"{_name(item, words)} {_score(item, words) or ''}".strip()


def _order(item: AwardNotice) -> tuple[int, str, float, str]:
    """Newest edition first, then by scheme, then the best score."""
    award = item.award
    score = -1.0 if award.score is None else award.score
    return -(award.edition_year or 0), award.scheme, -score, award.recipient


def _groups(
    news: Sequence[AwardNotice], schemes: Mapping[str, SchemeNames], words: Words
) -> Iterator[Group]:
    found: dict[tuple[str, int | None], list[Entry]] = {}
    for each in news:
        edition = (each.award.scheme, each.award.edition_year)
        found.setdefault(edition, []).append(_entry(each, words))
    for (scheme, year), entries in found.items():
        title = scheme_titled(scheme, scheme_names(scheme, schemes)[0], words)
        yield Group(title=f"{title} {year or ''}".strip(), entries=tuple(entries))


def _entry(item: AwardNotice, words: Words) -> Entry:
    return Entry(
        occasion=None,
        recipient=_name(item, words),
        score=_score(item, words),
        details=" · ".join(_details(item, words)),
        zone_colour=item.award.zone,
        mark=words.digest.backfilled if item.is_backfilled else None,
        **_source(item, words),
    )


def _details(item: AwardNotice, words: Words) -> Iterator[str]:
    award = item.award
    if award.predicate:
        yield one_line(predicate_named(award.predicate, words), NAME_LIMIT)
    elif award.category:
        yield one_line(f"{words.alert.labels['category']} {award.category}", NAME_LIMIT)
    if award.zone:
        yield one_line(words.zone_named(award.zone), NAME_LIMIT)
    if award.rank is not None:
        yield f"{words.alert.labels['rank']} {shown(award, 'rank', words)}"
    if (change := change_of(item)) is not None:
        year = "" if change.year is None else f" ({change.year})"
        yield f"{_ARROWS[change.direction + 1]} {words.number(change.amount)}{year}"


def _urgent(item: AwardNotice, schemes: Mapping[str, SchemeNames], words: Words) -> Entry:
    award = item.award
    edition = f"{scheme_names(award.scheme, schemes)[1]} {award.edition_year or ''}".strip()
    return Entry(
        occasion=words.alert.headings[occasion_of(item)],
        recipient=f"{_name(item, words)} · {edition}",
        score=None if sides_of(item) else _score(item, words),
        details="; ".join(_told_otherwise(item, words)),
        zone_colour=None,
        mark=words.digest.backfilled if item.is_backfilled else None,
        **_source(item, words),
    )


def _told_otherwise(item: AwardNotice, words: Words) -> Iterator[str]:
    for side in sides_of(item):
        outlets = words.alert.side.format(outlets=words.all_of(side.outlets))
        yield f"{words.number(side.score)} {outlets}"
    before = item.before
    if before is None:
        return
    nothing = words.alert.nothing
    for field in changed_fields(item):
        was, now = (shown(each, field, words) or nothing for each in (before, item.award))
        yield f"{words.alert.labels[field]}: {was} → {now}"


def _source(item: AwardNotice, words: Words) -> dict[str, str | None]:
    if not item.reports:
        return {"outlet": None, "address": None, "url": None}
    first, count = item.reports[0], len(item.reports)
    more = f" ({words.digest.reports.told(count)})" if count > 1 else ""
    return {
        "outlet": outlet_name(first) + more,
        "address": address_shown(first.url),
        "url": followed(first.url),
    }


def _name(item: AwardNotice, words: Words) -> str:
    return recipient_named(one_line(item.award.recipient, NAME_LIMIT), words)


def _score(item: AwardNotice, words: Words) -> str | None:
    return words.one_of(tuple(words.number(score) for score in scores_of(item))) or None
