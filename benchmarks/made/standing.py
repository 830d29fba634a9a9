"""What became of awards: rows of awards, who copied, disputes, corrections, alerts."""

from itertools import count

from benchmarks.made.bulk import Rows
from benchmarks.made.plan import MadeAward
from benchmarks.made.results import printed
from benchmarks.made.stories import Report

_PEOPLE = 20


class StandingWriter:
    """Writes each award with all that hangs on it."""

    def __init__(self, rows: Rows, *, last_run: int) -> None:
        self._rows = rows
        self._last_run = last_run
        """Nobody has been told yet of what it found."""
        self._alerts, self._corrections = count(1), count(1)

    def write(self, award_id: int, award: MadeAward, reports: list[Report]) -> None:
        """`reports` in order of publication, at least one."""
        first = reports[0]
        given = award.result
        differing = [each for each in reports if each.result.raw != given.raw]
        is_disputed = bool(differing) and len(differing) * 2 >= len(reports)
        opener = next(each for each in reports if each not in differing)
        score, raw, status = given.score, given.raw, "disputed" if is_disputed else "agreed"
        found = first.night.started.isoformat()
        if award.is_corrected and score is not None:
            score, status = round(score - 0.1, 2), "corrected"
            raw = printed(score)
            self._corrected(award_id, opener, given.raw, raw)
        self._rows.add(
            *("awards", award_id, award.body.name, award.body.code, award.scheme.id, award.year),
            *("stated" if award.is_stated else "calendar", status, score, raw),
            None if score is None else award.scheme.scale,
            *(given.predicate, given.letter, given.zone, award.announced.isoformat()),
            *(first.night.run_id, found, reports[-1].night.started.isoformat()),
        )
        self._behind(award_id, reports, opener, differing)
        self._told(award_id, opener, "new")
        if is_disputed:
            self._told(award_id, differing[0], "conflict")
            night = differing[0].night
            self._rows.add(
                *("award_history", award_id, night.started.isoformat(), "report", night.run_id),
                *(None, differing[0].claim_id, "status", "agreed", "disputed"),
            )

    def _behind(
        self, award_id: int, reports: list[Report], opener: Report, differing: list[Report]
    ) -> None:
        for place, each in enumerate(reports, start=1):
            relation = "conflict" if each in differing else "same"
            copied = each.story.copy_of
            original = None if copied is None else copied.article_id
            self._rows.add(
                *("award_claims", each.claim_id, award_id),
                *("first" if each is opener else relation, place, original),
            )
            if original is not None:
                pair = sorted((original, each.story.article_id))
                self._rows.add("similar_articles", *pair, 0.95)

    def _corrected(self, award_id: int, report: Report, before: str | None, after: str) -> None:
        number, when = next(self._corrections), report.night.started.isoformat()
        self._rows.add(
            *("corrections", number, award_id, "score", before, after, "analis"),
            *("salah cetak", when),
        )
        self._rows.add(
            *("award_history", award_id, when, "correction", None, number, report.claim_id),
            *("score", before, after),
        )
        self._told(award_id, report, "correction", number)

    def _told(
        self, award_id: int, report: Report, kind: str, correction_id: int | None = None
    ) -> None:
        number, when = next(self._alerts), report.night.started.isoformat()
        is_told = report.night.run_id != self._last_run
        self._rows.add(
            *("alerts", number, award_id, report.claim_id, kind, report.night.run_id, when),
            *(when if is_told else None, correction_id),
        )
        if not is_told:
            return
        person = f"orang{award_id % _PEOPLE}@example.org"
        message = f"<{number}@example.org>"
        self._rows.add("deliveries", number, person, "sent", message, when, when)
