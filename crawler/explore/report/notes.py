"""The sources of a report: for each score a numbered note with who says so, where and how. Pure."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from crawler.alerts.citing import address_shown, followed
from crawler.alerts.wording import number, one_line, printed
from crawler.awards.text import fold, tell
from crawler.explore.report.figures import compared_names, unreported
from crawler.explore.report.known import Known
from storage.reading.histories import BodyYear
from storage.reading.league import LeagueRow
from storage.reading.regions import UnitRow
from storage.reading.sources import AsideRow, ReportRow
from storage.records import Article

_QUOTES = 2
"""Reports that are quoted where all of them agree."""
_SENTENCE, _TITLE = 400, 140
"""Characters that are shown."""

Key = tuple[str, str]
"""Whose figure: the body and its edition, or the body and its unit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """One report, as a note shows it."""

    outlet: str
    title: str
    published: str | None
    """The day, ISO."""
    address: str
    """To be read, also on paper."""
    url: str | None
    """To be followed; None where it is no address of the web."""
    sentence: str | None
    score: str | None
    """As printed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """Where a score comes from."""

    number: int
    body: str
    of: str
    """The edition, or the unit."""
    score: str | None
    quotes: tuple[Quote, ...]
    more: int
    """Further reports."""
    is_disputed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Notes:
    """All notes, by number and by what they prove."""

    all: tuple[Note, ...]
    numbers: dict[Key, int]

    def of(self, body: str, what: str | int) -> int | None:
        """The number of the note on this figure; None where no report is known."""
        return self.numbers.get((body, str(what)))


def notes_of(known: Known) -> Notes:
    """One note for each score that the report shows, in the order of its tables."""
    found: dict[Key, Note] = {}
    for key, note in (*_of_league(known), *_of_units(known), *_of_history(known)):
        if key not in found and note.quotes:
            found[key] = replace(note, number=len(found) + 1)
    return Notes(
        all=tuple(found.values()), numbers={key: note.number for key, note in found.items()}
    )


def _of_league(known: Known) -> Iterator[tuple[Key, Note]]:
    reports = _by_award(known.reports)
    for league in known.leagues:
        for row in league.rows:
            yield (row.recipient, str(row.edition_year)), _on_award(row, reports)


def _on_award(row: LeagueRow, reports: dict[int, list[ReportRow]]) -> Note:
    told = reports.get(row.award_id, [])
    is_disputed = row.status == "disputed"
    chosen = _sides(told) if is_disputed else _backing(told, row.score)
    return Note(
        number=0,
        body=row.recipient,
        of=str(row.edition_year),
        score=None if row.score is None else printed(row.score_raw, row.score),
        quotes=tuple(_quote(report) for report in chosen),
        more=len(told) - len(chosen),
        is_disputed=is_disputed,
    )


def _by_award(reports: Iterable[ReportRow]) -> dict[int, list[ReportRow]]:
    found: dict[int, list[ReportRow]] = {}
    for report in reports:
        found.setdefault(report.award_id, []).append(report)
    return found


def _backing(told: Sequence[ReportRow], score: float | None) -> list[ReportRow]:
    """The first that print this score and repeat nobody; else the first of all."""
    own = [each for each in told if not each.is_copy]
    backing = [each for each in own if score is None or each.score == score]
    return (backing or own or list(told))[:_QUOTES]


def _sides(told: Sequence[ReportRow]) -> list[ReportRow]:
    """The first report of each score."""
    first: dict[float | None, ReportRow] = {}
    for each in told:
        if not each.is_copy:
            first.setdefault(each.score, each)
    return list(first.values())


def _quote(report: ReportRow) -> Quote:
    score = report.score
    return Quote(
        outlet=one_line(report.outlet),
        title=one_line(report.title, _TITLE),
        published=report.published[:10] if report.published else None,
        address=address_shown(report.url),
        url=followed(report.url),
        sentence=one_line(report.sentence, _SENTENCE) if report.sentence else None,
        score=None if score is None else printed(report.score_raw, score),
    )


def _of_units(known: Known) -> Iterator[tuple[Key, Note]]:
    told: dict[tuple[str, float], list[AsideRow]] = {}
    for aside in known.unit_reports:
        told.setdefault((aside.of, aside.score), []).append(aside)
    for unit in known.units:
        yield (
            unit_key(unit),
            _on_aside(unit.recipient, unit.unit, told.get((unit.unit, unit.score), [])),
        )


def unit_key(unit: UnitRow) -> Key:
    """Whose score it is; two outlets may tell two of one unit."""
    return unit.recipient, f"{unit.unit} {number(unit.score)}"


def _of_history(known: Known) -> Iterator[tuple[Key, Note]]:
    reports = _by_award(known.reports)
    told: dict[tuple[str, str, float], list[AsideRow]] = {}
    for aside in known.earlier:
        told.setdefault((aside.recipient, aside.of, aside.score), []).append(aside)
    for each in shown_history(known):
        key = each.recipient, str(each.year)
        if each.award_id is not None:
            yield key, _on_earlier(each, reports.get(each.award_id, []))
        else:
            yield key, _on_aside(*key, told.get((*key, each.score), []))


def shown_history(known: Known) -> Iterator[BodyYear]:
    """What the report shows of earlier scores.

    What results are compared with; in a province all of what the first league compares, of the
    whole country the last score of regions that have none now.
    """
    rows = [row for league in known.leagues for row in league.rows]
    shown: set[tuple[str, int | None]] = {(row.recipient, row.since_year) for row in rows}
    listed = compared_names(known) if known.scope.province is not None else frozenset()
    if known.main.is_of_regions:
        last = {each.recipient: each.year for each in known.history}
        shown |= {(each.full_name, last.get(each.full_name)) for each in unreported(known)}
    for each in known.history:
        if each.recipient in listed or (each.recipient, each.year) in shown:
            yield each


def _on_earlier(each: BodyYear, told: Sequence[ReportRow]) -> Note:
    chosen = _backing(told, each.score)
    return Note(
        number=0,
        body=each.recipient,
        of=str(each.year),
        score=printed(chosen[0].score_raw if chosen else None, each.score),
        quotes=tuple(_quote(report) for report in chosen),
        more=len(told) - len(chosen),
        is_disputed=False,
    )


def _on_aside(body: str, of: str, told: Sequence[AsideRow]) -> Note:
    return Note(
        number=0,
        body=body,
        of=of,
        score=printed(told[0].score_raw, told[0].score) if told else None,
        quotes=tuple(_aside_quote(each) for each in told[:_QUOTES]),
        more=max(0, len(told) - _QUOTES),
        is_disputed=False,
    )


def _aside_quote(aside: AsideRow) -> Quote:
    sentence = None if aside.start is None else sentence_at(aside.text, aside.start)
    return Quote(
        outlet=one_line(aside.outlet),
        title=one_line(aside.title, _TITLE),
        published=aside.published[:10] if aside.published else None,
        address=address_shown(aside.url),
        url=followed(aside.url),
        sentence=one_line(sentence, _SENTENCE) if sentence else None,
        score=printed(aside.score_raw, aside.score),
    )


def sentence_at(text: str, start: int) -> str:
    """The sentence of the text that holds this offset."""
    story = tell(Article(outlet="", url="", title="", text=text), fold(text))
    first, last = story.passage(start)
    return story.whole[first:last]
