"""CPU of a digest of 500 awards: read from a store of as many, and written to the mail's bytes."""

import tempfile
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import process_time

from sqlite_utils import Database

from benchmarks.spread import Spread
from benchmarks.table import Row, Table
from crawler import __version__
from crawler.alerts.compose import Stationery, compose_digest
from crawler.alerts.mail import seal
from crawler.awards.catalogue import load_catalogue
from crawler.awards.gazetteer import load_gazetteer
from crawler.awards.reader import read_story
from crawler.keeping import Entry, Story, keep_story
from storage.addresses import Found, record_discovered
from storage.database import open_store
from storage.letter_records import AwardNotice, Coverage, DigestNotice, Frequency
from storage.notices import notice
from storage.processes import this_process
from storage.records import Article
from storage.runs import start_run

AT_MOST = 1.0
"""Seconds that writing it may take."""
_AWARDS = 500
_OUTLET = "tribun-jateng"
_NOW = datetime(2026, 11, 21, 0, 0, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestFigures:
    """What was measured, in seconds of CPU."""

    awards: int
    reading: Spread
    """All notices from the store."""
    writing: Spread
    """From the notices to the bytes that go over the wire."""
    kilobytes: float
    """The whole mail."""
    html: float
    """Kilobytes of its HTML part, as a mail program reads it."""

    def table(self) -> Table:
        """Reading and writing; writing has a budget."""
        return Table(
            title=f"a digest of {self.awards} awards, notice to bytes, CPU time",
            rows=(
                Row(name="read from the store", spread=self.reading, unit="s"),
                Row(name="written", spread=self.writing, unit="s", at_most=AT_MOST),
            ),
            notes=(f"{self.kilobytes:.0f} kB in all, {self.html:.0f} kB of HTML",),
            facts={
                "awards": self.awards,
                "kilobytes": self.kilobytes,
                "html_kilobytes": self.html,
            },
        )


def measure(rounds: int) -> DigestFigures:
    """Fill a store through the reader, then read and write the digest `rounds` times."""
    with (
        tempfile.TemporaryDirectory() as folder,
        closing(open_store(Path(folder) / "bench.sqlite")) as db,
    ):
        return _measured(db, _fill(db), rounds)


def _measured(db: Database, alerts: Sequence[int], rounds: int) -> DigestFigures:
    reading: list[float] = []
    writing: list[float] = []
    for _ in range(rounds):
        started = process_time()
        items = tuple(notice(db, each) for each in alerts)
        read = process_time()
        content, html = _write(items)
        reading.append(read - started)
        writing.append(process_time() - read)
    return DigestFigures(
        awards=len(alerts),
        reading=Spread.of(reading),
        writing=Spread.of(writing),
        kilobytes=len(content) / 1000,
        html=len(html) / 1000,
    )


def _write(items: tuple[AwardNotice, ...]) -> tuple[bytes, bytes]:
    told = DigestNotice(
        digest_id="bench",
        frequency=Frequency.DAILY,
        start=_NOW - timedelta(days=1),
        end=_NOW,
        zone="Asia/Jakarta",
        items=items,
        coverage=Coverage(expected=31, read=31),
    )
    on = Stationery(sender="Piagam <piagam@example.org>", now=_NOW, version=__version__)
    message = compose_digest(told, "warga@example.org", on=on, schemes=load_catalogue())
    body = message.get_body(("html",))
    html = b"" if body is None else str(body.get_content()).encode()
    return seal(message).content, html


def _fill(db: Database) -> list[int]:
    """One story and one award for each of the first regions; returns the alerts."""
    regions = [each for each in load_gazetteer().by_code.values() if each.kind != "provinsi"]
    with db.atomic():
        run = start_run(db, holder=this_process(), version=__version__, now=_NOW)
    for number, region in enumerate(regions[:_AWARDS]):
        article = award_story(region.full_name, number, score=99 - number / 10)
        with db.atomic():
            found = [Found(url=article.url)]
            record_discovered(db, outlet=_OUTLET, found=found, run_id=run, now=_NOW)
        story = Story(address=article.url, article=article, url=article.url)
        claims = read_story(article).claims
        keep_story(db, story, claims, Entry(run_id=run, now=_NOW, began=_NOW))
    return [alert for (alert,) in db.execute("SELECT id FROM alerts ORDER BY id")]


def award_story(recipient: str, number: int, *, score: float) -> Article:
    """A story of one award, by whose number its address differs."""
    raw = f"{score:.2f}".replace(".", ",")
    return Article(
        outlet=_OUTLET,
        url=f"https://jateng.tribunnews.com/2026/11/20/{number}-raih-zona-hijau-ombudsman",
        title=f"{recipient} Raih Nilai {raw} dari Ombudsman",
        text=f"{recipient} meraih nilai {raw} dan kategori A dalam Penilaian Kepatuhan"
        " Penyelenggaraan Pelayanan Publik 2024 dari Ombudsman RI. Nilai itu naik dari 88,10"
        " pada 2023.",
        published=_NOW,
    )
