"""The archive's files: rotation, a full disk, what a killed crawl leaves, and what is too old."""

import os
import resource
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlite_utils import Database

from crawler.archive.record import RecordError, Response, info_record, response_record
from crawler.archive.shelf import ArchiveError, Shelf, mend, read_response, sweep
from storage.database import open_store
from storage.responses import Place, index_response
from tests.storage.samples import NOW, begin_run

NAME = "2024-12/wartablora-000001"
MOST = 1_000_000


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    with open_store(tmp_path / "piagam.sqlite") as store:
        begin_run(store)
        yield store


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "piagam.archive"


def shelf(folder: Path, most_bytes: int = 100_000_000) -> Shelf:
    def head(file: str) -> bytes:
        return info_record(file, software="Piagam", contact="redaksi@example.id", now=NOW)

    return Shelf(folder, NAME, most_bytes=most_bytes, head=head)


def response(number: int, size: int = 0) -> Response:
    body = f"<p>Halaman {number}</p>".encode() + os.urandom(size)
    url = f"https://news.wartablora.com/{number}"
    return Response(url=url, status=200, headers=(), body=body, fetched_at=NOW)


def index(db: Database, place: Place, day: int = 0) -> None:
    with db.atomic():
        index_response(
            db,
            run_id=1,
            outlet="wartablora",
            address=None,
            url="https://news.wartablora.com/",
            status=200,
            place=place,
            now=NOW + timedelta(days=day),
        )


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


def test_records_are_read_by_their_place_while_the_file_is_written_and_after(folder: Path) -> None:
    taking = shelf(folder)
    sent = [response(number) for number in range(5)]
    places = [taking.keep(response_record(each)) for each in sent]

    assert files(folder) == ["wartablora-000001-01.warc.gz.open"]
    assert [read_response(folder, place, longest=MOST) for place in places] == sent
    taking.close()
    assert files(folder) == ["wartablora-000001-01.warc.gz"]
    assert [read_response(folder, place, longest=MOST) for place in places] == sent


def test_a_file_that_would_grow_too_large_is_followed_by_another(folder: Path) -> None:
    taking = shelf(folder, most_bytes=6000)
    sent = [response(number, size=2000) for number in range(5)]
    places = [taking.keep(response_record(each)) for each in sent]
    taking.close()

    assert files(folder) == [f"wartablora-000001-0{n}.warc.gz" for n in (1, 2, 3)]
    assert all((folder / place.file).stat().st_size < 6000 for place in places)
    assert [read_response(folder, place, longest=MOST) for place in places] == sent


def test_a_shelf_that_took_nothing_leaves_no_file(folder: Path) -> None:
    shelf(folder).close()

    assert files(folder) == []


def test_a_full_disk_leaves_nothing_half_written(folder: Path) -> None:
    taking = shelf(folder)
    first = taking.keep(response_record(response(1)))
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    room = first.start_byte + first.length + 500
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, before[1]))
    try:
        with pytest.raises(ArchiveError, match="cannot be written: File too large; mend it"):
            taking.keep(response_record(response(2, size=4000)))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    third = taking.keep(response_record(response(3)))
    taking.close()

    assert third.start_byte == first.start_byte + first.length
    assert read_response(folder, third, longest=MOST).url.endswith("/3")


def test_a_folder_that_cannot_be_made_is_told_in_a_line(tmp_path: Path) -> None:
    (tmp_path / "piagam.archive").write_text("no folder")

    with pytest.raises(ArchiveError, match="cannot be written: Not a directory"):
        shelf(tmp_path / "piagam.archive").keep(response_record(response(1)))


def test_what_a_killed_crawl_left_open_ends_where_the_index_ends(
    folder: Path, db: Database
) -> None:
    killed = shelf(folder)
    first = killed.keep(response_record(response(1)))
    index(db, first)
    killed.keep(response_record(response(2)))  # the process dies before it is in the index
    path = folder / f"{first.file}.open"
    with path.open("ab") as file:
        file.write(response_record(response(3))[:40])
    mend(folder, db)

    assert files(folder) == ["wartablora-000001-01.warc.gz"]
    assert (folder / first.file).stat().st_size == first.start_byte + first.length
    assert read_response(folder, first, longest=MOST).url.endswith("/1")


def test_an_open_file_of_which_the_index_knows_nothing_is_deleted(
    folder: Path, db: Database
) -> None:
    shelf(folder).keep(response_record(response(1)))
    mend(folder, db, "wartablora-[0-9][0-9][0-9][0-9][0-9][0-9]")

    assert files(folder) == []


def test_another_outlets_open_file_is_left_to_it(folder: Path, db: Database) -> None:
    shelf(folder).keep(response_record(response(1)))
    mend(folder, db, "warta-[0-9][0-9][0-9][0-9][0-9][0-9]")

    assert files(folder) == ["wartablora-000001-01.warc.gz.open"]


def test_old_files_are_forgotten_and_deleted_and_young_ones_stay(
    folder: Path, db: Database
) -> None:
    taking = shelf(folder, most_bytes=2500)
    places = [taking.keep(response_record(response(n, size=2000))) for n in range(3)]
    taking.close()
    for day, place in enumerate(places):
        index(db, place, day=10 * day)
        os.utime(folder / place.file, (0, 0))
    stray = folder / "2024-12" / "wartablora-000009-01.warc.gz"
    stray.write_bytes(b"the index forgot it, and the process ended")
    os.utime(stray, (0, 0))

    assert sweep(folder, db, NOW + timedelta(days=15)) == 3
    assert files(folder) == ["wartablora-000001-03.warc.gz"]
    assert db.execute("SELECT count(*) FROM responses").fetchone() == (1,)
    assert sweep(folder, db, NOW + timedelta(days=40)) == 1
    assert list(folder.iterdir()) == []


def test_a_record_that_was_spoilt_on_the_disk_is_told(folder: Path) -> None:
    taking = shelf(folder)
    place = taking.keep(response_record(response(1)))
    taking.close()
    path = folder / place.file
    content = bytearray(path.read_bytes())
    content[place.start_byte + place.length // 2] ^= 0xFF
    path.write_bytes(content)

    with pytest.raises(RecordError, match="damaged"):
        read_response(folder, place, longest=MOST)
