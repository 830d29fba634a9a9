"""Articles as rows: text, revisions, address, response, claims with their evidence."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from itertools import count
from random import Random

from benchmarks.made.bodies import Outlet
from benchmarks.made.bulk import Rows
from benchmarks.made.plan import MadeAward, Story
from benchmarks.made.results import Result, printed
from benchmarks.made.telling import Told, tell
from crawler.awards.rules_version import rules_version

_LENGTHS = (2, 3, 4, 5, 7)
"""Paragraphs of about 400 characters."""
_HOW_OFTEN = (55, 28, 10, 5, 2)
_SECTIONS = ("daerah", "nasional", "ekonomi", "olahraga", "pendidikan")
_PER_FILE = 5_000
"""Responses in one file of the archive."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Night:
    """One run."""

    run_id: int
    started: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A claim as it was stored, for the award that it stands behind."""

    claim_id: int
    story: Story
    result: Result
    night: Night


class StoryWriter:
    """Turns stories into rows, and keeps which claims stand behind which award."""

    def __init__(
        self,
        rows: Rows,
        awards: tuple[MadeAward, ...],
        outlets: Sequence[Outlet],
        paragraphs: Sequence[str],
    ) -> None:
        self._rows = rows
        self._awards = awards
        self._outlets = outlets
        self._paragraphs = paragraphs
        self._claims, self._articles, self._revisions = count(1), count(1), count(1)
        self.behind: list[list[Report]] = [[] for _ in awards]
        """For each award what was stored of it, in order of publication."""

    def write(self, random: Random, story: Story, night: Night) -> None:
        """One story that this night found."""
        story.article_id = next(self._articles)
        if story.copy_of is not None:
            story.paragraphs = story.copy_of.paragraphs
        else:
            length = random.choices(_LENGTHS, _HOW_OFTEN)[0]
            story.paragraphs = tuple(random.choices(range(len(self._paragraphs)), k=length))
        lead, told = tell(story, self._awards)
        body = "\n".join(self._paragraphs[each] for each in story.paragraphs)
        title = self._title(story)
        outlet = self._outlets[story.outlet]
        url = f"{outlet.home}read/{story.article_id}/{'-'.join(title.lower().split()[:7])}"
        stored = (night.started + timedelta(seconds=story.article_id % 7200)).isoformat()
        revision_id = self._article(story, night, url, title, lead + body, stored)
        self._crawled(story, night, url, title, stored)
        for position, each in enumerate(told):
            self._claim(story, night, revision_id, position, each)

    def _title(self, story: Story) -> str:
        if story.told:
            award = self._awards[story.told[0][0]]
            return f"{award.body.name} Raih {award.scheme.short} {award.year}"
        words = self._paragraphs[story.paragraphs[0]].split(maxsplit=9)[:8]
        return " ".join(words).replace(".", "").capitalize()

    def _article(  # noqa: PLR0913, PLR0917 - what an article is
        self, story: Story, night: Night, url: str, title: str, text: str, stored: str
    ) -> int:
        digest = sha256(text.encode()).hexdigest()
        outlet = self._outlets[story.outlet].name
        number = 2 if story.article_id % 33 == 0 else 1
        if number == 2:
            self._rows.add(
                *("revisions", next(self._revisions), story.article_id, 1, title),
                *(text[:-40], sha256(text[:-40].encode()).hexdigest(), night.run_id, stored),
            )
        revision_id = next(self._revisions)
        self._rows.add(
            *("revisions", revision_id, story.article_id, number, title, text, digest),
            *(night.run_id, stored),
        )
        section = _SECTIONS[story.article_id % len(_SECTIONS)]
        tags = '["Ombudsman", "penghargaan"]' if story.told else f'["{section}"]'
        self._rows.add(
            *("articles", story.article_id, outlet, url, title, text),
            *(story.published.isoformat(), "json-ld", '["Redaksi"]', section, tags, digest),
            *(number, night.run_id, stored, night.run_id, stored, url),
        )
        return revision_id

    def _crawled(self, story: Story, night: Night, url: str, title: str, stored: str) -> None:
        number, run, outlet = story.article_id, night.run_id, self._outlets[story.outlet].name
        self._rows.add(
            *("addresses", number, url, outlet, "stored", None, 0, title),
            *(story.published.isoformat(), run, stored, run, run, run, stored),
        )
        file = f"{night.started:%Y/%m}/{number // _PER_FILE:06}.warc.gz"
        place = number % _PER_FILE * 30_000
        self._rows.add("responses", number, run, outlet, url, url, 200, stored, file, place, 25_000)
        is_award = bool(story.told)
        self._rows.add("looks", url, outlet, url, is_award, stored[:10], stored)

    def _claim(
        self, story: Story, night: Night, revision_id: int, position: int, told: Told
    ) -> None:
        award, said, claim_id = self._awards[told.number], told.result, next(self._claims)
        basis = "stated" if award.is_stated else "calendar"
        self._rows.add(
            *("claims", claim_id, story.article_id, revision_id, position, award.body.name),
            *(award.body.code, award.body.kind, award.scheme.id, award.scheme.grantor),
            *(award.year if award.is_stated else None, award.year, basis, said.score, said.raw),
            None if said.score is None else award.scheme.scale,
            *(said.predicate, said.letter, said.zone, award.announced.isoformat()),
            *(0.6 + claim_id % 40 / 100, rules_version(), told.proof.quote),
            *(told.proves.start - told.proof.start, told.proves.end - told.proof.start),
        )
        for place, (unit, score) in enumerate(award.units):
            self._rows.add("claim_units", claim_id, place, unit, score, printed(score))
        for place, (year, score) in enumerate(award.previous):
            self._rows.add("claim_previous", claim_id, place, year, score, printed(score))
        for place, span in enumerate(told.spans):
            self._rows.add(
                *("evidence", claim_id, place, span.field, "text", span.start, span.end),
                span.quote,
            )
        report = Report(claim_id=claim_id, story=story, result=said, night=night)
        self.behind[told.number].append(report)


def night_of(first: datetime, number: int) -> Night:
    """The run number `number`, from 1, the first of which began at `first` (UTC)."""
    assert first.tzinfo is UTC  # noqa: S101 - texts of moments sort only so
    return Night(run_id=number, started=first + timedelta(days=number - 1))
