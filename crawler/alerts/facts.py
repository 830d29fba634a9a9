"""The facts of an award as lines of a table, in the words of a language. Pure."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from crawler.alerts.comparison import score_of, scores_of
from crawler.alerts.glosses import predicate_named, recipient_named
from crawler.alerts.wording import NAME_LIMIT, day, one_line
from crawler.alerts.words import Words
from crawler.awards.gazetteer import load_gazetteer
from storage.letter_records import AwardNotice, Place
from storage.records import Award

_LINE_LIMIT = 140


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A name and its value: one line of a table."""

    label: str
    value: str


def shown(award: Award, field: str, words: Words) -> str | None:
    """One fact of the award as the letter prints it; None when it is not known."""
    text = _SHOWN[field](award, words)
    return None if text is None else one_line(text, _LINE_LIMIT)


def facts_of(notice: AwardNotice, words: Words) -> tuple[Line, ...]:
    """What is known beside the result itself, in the order in which people look for it."""
    labels, award = words.alert.labels, notice.award
    told = [("printed", _as_printed(notice)), ("grantor", one_line(notice.grantor, NAME_LIMIT))]
    told += [(field, shown(award, field, words)) for field in ("category", "rank")]
    told.append(("place", _place(notice, words)))
    told += [(field, shown(award, field, words)) for field in ("award_date", "venue")]
    told.append(("confidence", words.alert.confidence.format(percent=f"{notice.confidence:.0%}")))
    return tuple(Line(label=labels[field], value=value) for field, value in told if value)


def _as_printed(notice: AwardNotice) -> str | None:
    """The score's own digits where the letter writes it in another way."""
    raw = notice.award.score_raw
    return one_line(raw, NAME_LIMIT) if raw and raw not in scores_of(notice) else None


def _place(notice: AwardNotice, words: Words) -> str | None:
    """Nothing of a disputed award: its score may be another."""
    if len(scores_of(notice)) != 1:
        return None
    told = tuple(_places(notice, words))
    return f"{'; '.join(told)}; {words.alert.place_basis}" if told else None


def _places(notice: AwardNotice, words: Words) -> Iterator[str]:
    peers = words.alert.peers.get(notice.award.recipient.partition(" ")[0])
    if peers is None:
        return
    province = load_gazetteer().by_code.get((notice.award.recipient_code or "")[:2])
    if notice.province is not None and province is not None:
        form = words.alert.place_in_province
        yield _placed(notice.province, form, words, peers=peers, province=province.name)
    if notice.country is not None and notice.country != notice.province:
        yield _placed(notice.country, words.alert.place_in_country, words, peers=peers)


def _placed(place: Place, form: str, words: Words, **names: str) -> str:
    shared = words.alert.place_shared if place.is_shared else ""
    return form.format(position=f"{place.position}{shared}", known=place.known, **names)


def _score(award: Award, words: Words) -> str | None:
    score = score_of(award)
    return None if score is None else words.number(score)


def _rank(award: Award, words: Words) -> str | None:
    if award.rank is None:
        return None
    return f"{award.rank} ({award.rank_scope})" if award.rank_scope else str(award.rank)


def _predicate(award: Award, words: Words) -> str | None:
    return predicate_named(award.predicate, words) if award.predicate else None


def _edition(award: Award, words: Words) -> str | None:
    return None if award.edition_year is None else str(award.edition_year)


def _zone(award: Award, words: Words) -> str | None:
    return words.zones.get(award.zone, award.zone) if award.zone else None


def _award_date(award: Award, words: Words) -> str | None:
    return None if award.award_date is None else day(award.award_date, words)


_SHOWN: Mapping[str, Callable[[Award, Words], str | None]] = {
    "recipient": lambda award, words: recipient_named(award.recipient, words),
    "edition_year": _edition,
    "score": _score,
    "predicate": _predicate,
    "category": lambda award, words: award.category,
    "zone": _zone,
    "rank": _rank,
    "award_date": _award_date,
    "venue": lambda award, words: award.venue,
}
