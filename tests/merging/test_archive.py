"""The pages of another store come along, whole and under names of their own."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from crawler.archive.record import Response, info_record, response_record
from crawler.archive.shelf import Shelf, read_response
from crawler.keeping import Entry
from crawler.merging import Merged, Source, merge_stores
from crawler.runs import OwnRun
from storage.records import RunKind
from storage.responses import index_response, responses_for
from tests.linking.paper import FIRST, score
from tests.merging.colleague import Colleague
from tests.storage.samples import NOW

NAME = "2024-12/wartablora-000001"
"""As the first run of each store names its files."""


class Archived(Colleague):
    """A store with an archive beside it."""

    def __init__(self, folder: Path, who: str) -> None:
        super().__init__(folder / f"{who}.sqlite", who)
        self.folder = folder / f"{who}.archive"

    def keeps(self, *bodies: str, is_closed: bool = True) -> "Archived":
        """These pages come, one after the other, in one file."""
        shelf = Shelf(self.folder, NAME, most_bytes=1_000_000, head=_head)
        for number, body in enumerate(bodies):
            moment = NOW + timedelta(minutes=number)
            page = Response(
                url=FIRST, status=200, headers=(), body=body.encode(), fetched_at=moment
            )
            place = shelf.keep(response_record(page))
            index_response(
                self.db,
                run_id=1,
                outlet="wartablora",
                address=FIRST,
                url=FIRST,
                status=200,
                place=place,
                now=moment,
            )
        if is_closed:
            shelf.close()
        return self

    def takes(self, *others: "Archived") -> Merged:
        run = OwnRun.begin(self.db, expected=(), now=NOW, kind=RunKind.MERGE)
        entry = Entry(run_id=run.id, now=NOW, began=NOW)
        sources = [Source(path=each.path, archive=each.folder) for each in others]
        return merge_stores(self.db, sources, entry=entry, archive=self.folder)

    @property
    def pages(self) -> list[str]:
        """Every page that the index knows, read from its file."""
        return sorted(
            read_response(self.folder, each.place, longest=100_000).body.decode()
            for run in responses_for(self.db, FIRST)
            for each in run
        )

    @property
    def files(self) -> list[Path]:
        return sorted(self.folder.glob("*/*"))


def _head(file: str) -> bytes:
    return info_record(file, software="Piagam", contact="redaksi@example.id", now=NOW)


@pytest.fixture
def ani(tmp_path: Path) -> Iterator[Archived]:
    made = Archived(tmp_path, "ani")
    made.reads(FIRST, score("97,84"), hour=10)
    yield made.keeps("ani 1", "ani 2")
    made.db.close()


@pytest.fixture
def budi(tmp_path: Path) -> Iterator[Archived]:
    made = Archived(tmp_path, "budi")
    made.reads(FIRST, score("97,84"), hour=11)
    yield made.keeps("budi 1")
    made.db.close()


def test_files_of_the_same_name_lie_side_by_side_and_each_page_is_read(
    ani: Archived, budi: Archived
) -> None:
    merged = ani.takes(budi)
    assert merged.parts[0].files == 1
    assert ani.pages == ["ani 1", "ani 2", "budi 1"]
    assert len(ani.files) == 2
    assert budi.files[0].read_bytes() in [each.read_bytes() for each in ani.files]


def test_what_is_here_already_is_not_copied_again(ani: Archived, budi: Archived) -> None:
    ani.takes(budi)
    before = ani.files
    assert ani.takes(budi).parts[0].files == 0
    assert budi.takes(ani).parts[0].files == 1
    assert ani.takes(budi).parts[0].files == 0
    assert (ani.files, ani.pages, budi.pages) == (before, ani.pages, ani.pages)


def test_a_file_that_is_still_being_written_comes_as_far_as_it_goes(
    ani: Archived, tmp_path: Path
) -> None:
    citra = Archived(tmp_path, "citra")
    citra.reads(FIRST, score("97,84"), hour=12)
    citra.keeps("citra 1", is_closed=False)
    ani.takes(citra)
    assert ani.pages == ["ani 1", "ani 2", "citra 1"]
    citra.db.close()


def test_a_file_that_is_gone_there_is_left_out(ani: Archived, budi: Archived) -> None:
    budi.files[0].unlink()
    assert ani.takes(budi).parts[0].files == 0
    assert ani.pages == ["ani 1", "ani 2"]


def test_without_its_folder_no_response_is_taken_over(ani: Archived, budi: Archived) -> None:
    run = OwnRun.begin(ani.db, expected=(), now=NOW, kind=RunKind.MERGE)
    entry = Entry(run_id=run.id, now=NOW, began=NOW)
    merge_stores(ani.db, [Source(path=budi.path)], entry=entry, archive=ani.folder)
    assert ani.pages == ["ani 1", "ani 2"]
