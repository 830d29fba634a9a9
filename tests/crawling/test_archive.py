"""What came is kept as it came, and can be read again by better rules."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from crawler.newsroom.faults import Fault
from crawler.newsroom.server import Newsroom
from storage.database import open_store
from tests.crawling.conftest import Desk, Outcome
from tests.crawling.killing import kill_after
from tests.crawling.tiny import STORIES, describe, host_of, target_of, tiny_site

AWARD = (
    "<p>DEMAK - Ombudsman RI memberi Pemerintah Kabupaten Demak nilai {score} dalam Penilaian"
    " Kepatuhan Pelayanan Publik 2024. Penghargaan diterima Bupati Demak di Semarang, Senin"
    " (2/12/2024).</p>"
)
MORE = (
    "<p>Pada penilaian yang sama, Kabupaten Kudus meraih nilai 91,40 dengan predikat Kualitas"
    " Tertinggi dan masuk zona hijau.</p>"
)
ASIDE = (
    "<div class='kotak'><p>Kabupaten Jepara mendapat nilai 89,15 dalam Penilaian Kepatuhan"
    " Pelayanan Publik 2024 dari Ombudsman RI.</p></div>"
)
FILLER = "<p>Bupati mengucapkan terima kasih kepada seluruh pegawai di kantor layanan.</p>" * 6


def page(score: str = "93,11") -> bytes:
    body = f"<div class='isi'>{AWARD.format(score=score)}{FILLER}{ASIDE}</div>{MORE}"
    title = "Demak raih nilai tinggi pelayanan publik"
    return f"<html><head><title>{title}</title></head><h1>{title}</h1><main>{body}</main>".encode()


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Desk]:
    """A tiny outlet whose first story reports an award; its rules take too much and too little."""
    with Newsroom([tiny_site("kecil")]) as newsroom:
        desk = Desk(folder=tmp_path, newsroom=newsroom)
        file = describe(desk.outlets_folder, "kecil")
        file.write_text(file.read_text().replace("body = ['main']", "body = ['.isi', 'main']"))
        newsroom.faults.add(Fault(host=host_of("kecil"), target=target_of(STORIES[0]), body=page()))
        desk.configure(outlets_folder=str(desk.outlets_folder), outlets=["kecil"])
        yield desk


def archive(desk: Desk) -> Path:
    return desk.folder / "piagam.archive"


def files(desk: Desk) -> list[str]:
    return sorted(path.name for path in archive(desk).rglob("*.warc*"))


def facts(desk: Desk) -> list[tuple[str, str]]:
    rows = desk.query("SELECT recipient, score_raw FROM award_board ORDER BY recipient")
    return [(recipient, score) for recipient, score in rows]


def test_every_story_of_the_newsroom_reads_from_the_archive_as_it_is_stored(
    first_night: tuple[Desk, Outcome],
) -> None:
    desk, _ = first_night
    read = desk.piagam("reprocess", "--dry-run", "--json")
    ((articles,),) = desk.query("SELECT count(*) FROM articles")

    assert read.returncode == 0, read.stderr
    assert [json.loads(line) for line in read.stdout.splitlines()] == [
        {"is_applied": False, "archived": articles, "from_text": 0, "changed": 0}
    ]


def test_the_archive_holds_each_response_once_and_each_digest_fits(
    first_night: tuple[Desk, Outcome],
) -> None:
    desk, _ = first_night
    records = []
    for path in sorted(archive(desk).rglob("*.warc.gz")):
        with path.open("rb") as stream:
            for record in ArchiveIterator(stream, check_digests="raise"):
                record.raw_stream.read()
                records.append((record.rec_type, record.rec_headers.get_header("WARC-Target-URI")))
    kept = sorted(url for kind, url in records if kind == "response")
    sent = [
        each
        for each in desk.newsroom.requests
        if each.target != "/robots.txt" and each.status not in (None, 304)
    ]

    assert kept == sorted(url for (url,) in desk.query("SELECT url FROM responses"))
    assert len(kept) == len(sent)
    assert [name for name in files(desk) if name.endswith(".open")] == []


def test_better_rules_are_tried_first_and_then_applied(small: Desk) -> None:
    small.crawl("kecil")
    assert facts(small) == [("Kabupaten Demak", "93,11"), ("Kabupaten Jepara", "89,15")]
    small.newsroom.forget_requests()
    outlet = small.outlets_folder / "kecil.toml"
    better = outlet.read_text().replace("body = ['.isi', 'main']", "body = ['main']")
    outlet.write_text(better.replace("title = ['h1']", "title = ['h1']\ncut = ['.kotak']"))

    with open_store(small.store) as db, db.atomic():
        db.execute("UPDATE alerts SET addressed_at = created_at")

    dry = small.piagam("reprocess", "--dry-run")
    *table, sums = dry.stdout.splitlines()
    assert dry.returncode == 0, dry.stderr
    first_words = [line.split()[:3] for line in table]
    assert ["new", "Kabupaten", "Kudus"] in first_words
    assert ["vanished", "Kabupaten", "Jepara"] in first_words
    assert max(len(line) for line in table) <= 100
    assert "1 new, 0 changed, 1 vanished claims; 1 texts changed, 0 with other details;" in sums
    assert facts(small) == [("Kabupaten Demak", "93,11"), ("Kabupaten Jepara", "89,15")]

    done = small.piagam("reprocess", "kecil")
    assert done.returncode == 0, done.stderr
    assert facts(small) == [("Kabupaten Demak", "93,11"), ("Kabupaten Kudus", "91,40")]
    told = small.query(
        "SELECT recipient, kind, json_extract(before, '$.recipient'), alerts.is_backfilled"
        " FROM alerts JOIN awards ON awards.id = award_id ORDER BY alerts.id"
    )
    # The one story that told of Jepara tells of Kudus now: who heard of Jepara gets it corrected.
    assert told[2:] == [("Kabupaten Kudus", "correction", "Kabupaten Jepara", 1)]
    assert sorted(told[:2]) == [
        ("Kabupaten Demak", "new", None, 0),
        ("Kabupaten Kudus", "new", None, 0),
    ]
    assert len(small.newsroom.requests) == 0
    again = small.piagam("reprocess", "--dry-run").stdout
    assert "0 new, 0 changed, 0 vanished claims; 0 texts changed, 0 with other details" in again
    listed = " ".join(small.piagam("alerts", "list").stdout.split())
    assert "waits: for the next digest" in listed


def test_without_its_pages_a_story_is_read_from_its_stored_text(small: Desk) -> None:
    small.crawl("kecil")
    with open_store(small.store) as db, db.atomic():
        db.execute("DELETE FROM responses")
        db.execute("UPDATE claims SET score = 1, score_raw = '1' WHERE recipient LIKE '%Demak'")
    read = small.piagam("reprocess", "--dry-run")

    assert "0 from the archive and 4 from their stored text\n0 new, 1 changed" in read.stdout
    assert "score 1 -> 93,11" in read.stdout


def test_a_spoilt_file_is_told_and_the_stored_text_read(small: Desk) -> None:
    small.crawl("kecil")
    (path,) = archive(small).rglob("*.warc.gz")
    path.write_bytes(b"spoilt" * 1000)
    read = small.piagam("reprocess", "--dry-run")

    assert read.returncode == 0
    assert "4 from their stored text" in read.stdout
    assert f"{path.parent.name}/{path.name}: damaged" in read.stdout


def test_a_file_that_is_gone_is_one_line_however_many_stories_were_in_it(small: Desk) -> None:
    small.crawl("kecil")
    (path,) = archive(small).rglob("*.warc.gz")
    path.unlink()
    read = small.piagam("reprocess", "--dry-run")

    (line,) = [each for each in read.stdout.splitlines() if "the archive: " in each]
    file = f"{path.parent.name}/{path.name}"
    end = (
        f"and 3 more: the archive: {file}: No such file or directory; their stored texts were read"
    )
    assert line.startswith("https://")
    assert line.endswith(end)
    assert len(small.piagam("reprocess", "--dry-run", "--json").stdout.splitlines()) == 5


def test_a_story_that_reads_as_no_article_now_is_kept_and_told(small: Desk) -> None:
    small.crawl("kecil")
    outlet = small.outlets_folder / "kecil.toml"
    outlet.write_text(outlet.read_text().replace("body = ['.isi', 'main']", "body = ['h1']"))
    read = small.piagam("reprocess", "kecil")

    assert "reads as no article now" in read.stdout
    assert facts(small) == [("Kabupaten Demak", "93,11"), ("Kabupaten Jepara", "89,15")]


def test_an_outlet_that_nobody_knows_is_named_and_a_crawl_is_waited_for(small: Desk) -> None:
    small.crawl("kecil")
    assert "no outlet 'kecl'; did you mean kecil?" in small.piagam("reprocess", "kecl").stderr
    with open_store(small.store) as db, db.atomic():
        db.execute(
            "INSERT INTO leases VALUES"
            " ('crawl', 'another', '2026-01-01', '2026-01-01', '2999-01-01')"
        )
    busy = small.piagam("reprocess")

    assert busy.returncode == 1
    assert "is being crawled into already, by another" in busy.stderr


def test_a_disk_that_fills_while_archiving_loses_nothing_and_doubles_nothing(small: Desk) -> None:
    targets = [target_of(slug) for slug in STORIES]
    noise = b"<!-- " + os.urandom(4_000_000).hex().encode() + b" -->"
    small.newsroom.faults.add(
        Fault(host=host_of("kecil"), target=targets[2], body=page("80,10") + noise)
    )
    room = 3_000_000  # for the store, but not for the archive
    full = small.crawl_cramped(room, "kecil")
    assert full.returncode == 1
    assert "Traceback" not in full.stderr
    status, reason = small.standing("kecil")
    assert status == "failed"
    assert "warc.gz: cannot be written: File too large; mend it and crawl again" in (reason or "")
    ((kept,),) = small.query("SELECT count(*) FROM articles")
    assert small.query("SELECT count(*) FROM addresses WHERE state = 'stored'") == [(kept,)]
    assert kept < len(STORIES)

    assert small.crawl("kecil").code == 0
    stored = [url for (url,) in small.query("SELECT url FROM articles")]

    assert len(stored) == len(set(stored)) == len(STORIES)
    assert small.query("SELECT count(*) FROM addresses WHERE state <> 'stored'") == [(0,)]


def test_a_killed_crawl_leaves_an_open_file_that_the_next_one_closes(small: Desk) -> None:
    kill_after(small, 4)
    assert [name.endswith(".open") for name in files(small)] == [True]
    small.crawl("kecil")
    read = small.piagam("reprocess", "--dry-run")

    assert [name for name in files(small) if name.endswith(".open")] == []
    assert f"{len(STORIES)} from the archive and 0 from" in read.stdout


def test_a_file_left_open_is_closed_also_on_a_night_that_brings_nothing_new(small: Desk) -> None:
    small.crawl("kecil")
    (whole,) = archive(small).rglob("*.warc.gz")
    whole.rename(f"{whole}.open")  # as if killed between its last page and its end
    small.newsroom.faults.add(Fault(host=host_of("kecil"), target="/", status=304))
    result = small.crawl("kecil")

    assert result.code == 0, result.err
    assert files(small) == [whole.name]


def test_nothing_is_kept_where_the_operator_wants_nothing_kept(small: Desk) -> None:
    with small.config.open("a") as config:
        config.write("[archive]\nkeep_days = 0\n")
    small.crawl("kecil")

    assert files(small) == []
    assert small.query("SELECT count(*) FROM articles") == [(len(STORIES),)]


def test_the_archive_is_swept_after_a_crawl(small: Desk) -> None:
    small.crawl("kecil")
    with open_store(small.store) as db, db.atomic():
        db.execute("UPDATE responses SET fetched_at = '2020-01-01T00:00:00+00:00'")
    assert len(files(small)) == 1
    small.crawl("kecil")

    assert small.query("SELECT count(*) FROM responses WHERE fetched_at < '2021'") == [(0,)]
