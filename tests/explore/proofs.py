"""A store whose articles were read by the real reader: revised, copied, disputed, hostile, kept."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from sqlite_utils import Database

from crawler.archive.record import Response, info_record, response_record
from crawler.archive.shelf import Shelf
from crawler.awards.reader import read_story
from crawler.correcting import Word, correct, undo
from crawler.keeping import Entry, Story, keep_story
from crawler.reference import refresh_reference
from storage.addresses import Found, record_discovered
from storage.award_records import CorrectedField
from storage.awards import award_by_id
from storage.outlets import register_outlet
from storage.records import Article
from storage.responses import index_response
from tests.storage.samples import NOW, article, begin_run

SCHEME = "Penilaian Kepatuhan Penyelenggaraan Pelayanan Publik"
TITLE = "Kabupaten Blora Raih Nilai {score} dari Ombudsman"
TEXT = (
    f"BLORA - Pemerintah Kabupaten Blora meraih nilai {{score}} dalam {SCHEME} yang digelar"
    " Ombudsman Republik Indonesia. Pada 2023 nilainya 92,69.\n"
    "Piagam diserahkan di Hotel Quest Semarang, Senin (2/12/2024). Rincian nilai unit:\n"
    "- DPMPTSP: 100,00\n"
    "- Dinas Kesehatan: 96,30\n"
    "Bupati berterima kasih kepada seluruh petugas pelayanan yang bekerja sejak pagi buta."
)
HOSTILE_TITLE = '<script>alert("1")</script> Kabupaten Rembang Raih Nilai 98,90 dari Ombudsman'
HOSTILE_TEXT = (
    f"Pemerintah Kabupaten Rembang meraih nilai 98,90 dalam {SCHEME} yang digelar Ombudsman"
    ' Republik Indonesia tahun 2024. "><img src=x onerror=alert(2)> {{ 7 * 7 }} &amp; <b>tebal</b>'
)
ANI = Word(who="Ani", because="laporan Ombudsman, halaman 12", now=NOW + timedelta(days=1))
SOURCE = "<html><script>alert(3)</script><h1>Kabupaten Blora, sumber asli ✓</h1></html>"

BLORA, COPY, REMBANG, PATI, PATI_TOO, DENIED = (
    "https://news.wartablora.com/blora-97",
    "https://klikjateng.id/blora-97",
    "https://klikjateng.id/rembang-98",
    "https://klikjateng.id/pati-91",
    "https://news.wartablora.com/pati-19",
    "https://klikjateng.id/kudus-90",
)


def fill_proofs(db: Database, folder: Path) -> None:
    """Awards 1 to 4 are those of Blora, Rembang, Pati and Kudus; `folder` gets the archive."""
    refresh_reference(db)
    run_id = begin_run(db)
    register_outlet(db, name="klikjateng", now=NOW, title='Klik <i>"Jateng"</i>')
    reads(db, run_id, story_of(BLORA, "97,48"))
    reads(db, run_id, story_of(BLORA, "97,84"))
    copied = story_of(COPY, "97,84")
    reads(db, run_id, replace(copied, text=copied.text.replace("pagi buta", "dini hari")), hours=3)
    hostile = article(url=REMBANG, outlet="klikjateng", title=HOSTILE_TITLE, text=HOSTILE_TEXT)
    reads(db, run_id, hostile)
    reads(db, run_id, story_of(PATI, "91,20", "Kabupaten Pati"))
    other = f"Ombudsman Republik Indonesia memberi Kabupaten Pati nilai 92,10 dalam {SCHEME}."
    pati = story_of(PATI_TOO, "92,10", "Kabupaten Pati")
    reads(db, run_id, replace(pati, text=other), hours=5)
    reads(db, run_id, story_of(DENIED, "90,00", "Kabupaten Kudus"))
    award = award_by_id(db, 1)
    correct(db, award, CorrectedField.SCORE, "97,85", ANI)
    correct(db, award, CorrectedField.VENUE, "Hotel Tentrem", ANI)
    undo(db, award, CorrectedField.VENUE, replace(ANI, who="Budi", because="keliru"))
    correct(db, award_by_id(db, 4), CorrectedField.AWARD, "no", ANI)
    keep_original(db, folder, run_id, BLORA, SOURCE.encode(), "text/html; charset=utf-8")
    keep_original(db, folder, run_id, REMBANG, b"%PDF-1.7", "application/pdf")


def story_of(url: str, score: str, recipient: str = "Kabupaten Blora") -> Article:
    """A story of an outlet about one award, as printed."""
    return article(
        url=url,
        outlet="wartablora" if "wartablora" in url else "klikjateng",
        title=TITLE.format(score=score).replace("Kabupaten Blora", recipient),
        text=TEXT.format(score=score).replace("Kabupaten Blora", recipient),
    )


def reads(db: Database, run_id: int, story: Article, hours: int = 0) -> None:
    """The crawl reads a story, published so many hours after the first."""
    assert story.published is not None
    told = replace(story, published=story.published + timedelta(hours=hours))
    with db.atomic():
        found = [Found(url=story.url)]
        record_discovered(db, outlet=story.outlet, found=found, run_id=run_id, now=NOW)
    entry = Entry(run_id=run_id, now=NOW, began=NOW, is_backfilled=False)
    kept = Story(address=story.url, article=told, url=story.url)
    keep_story(db, kept, read_story(told).claims, entry)


def keep_original(  # noqa: PLR0917
    db: Database, folder: Path, run_id: int, url: str, body: bytes, media: str
) -> None:
    """The archive keeps what a server sent for a story."""

    def head(file: str) -> bytes:
        return info_record(file, software="Piagam", contact="redaksi@example.id", now=NOW)

    name = f"2024-12/{url.rpartition('/')[2]}"
    shelf = Shelf(folder, name, most_bytes=1_000_000, head=head)
    headers = (("Content-Type", media),)
    response = Response(url=url, status=200, headers=headers, body=body, fetched_at=NOW)
    place = shelf.keep(response_record(response))
    shelf.close()
    with db.atomic():
        index_response(
            db, run_id=run_id, outlet="klikjateng", address=url, url=url, status=200, place=place,
            now=NOW,
        )  # fmt: skip
