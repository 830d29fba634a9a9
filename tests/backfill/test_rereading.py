"""Stories read again: who reads them makes no difference, and what did not change costs little."""

import pickle
from collections.abc import Callable
from concurrent.futures import Executor, Future
from contextlib import closing, nullcontext
from typing import ParamSpec, TypeVar

import pytest

from crawler.config import load_config
from crawler.processes import open_here, open_processes
from crawler.reprocess import reprocess
from crawler.team import Pool
from storage.database import open_store
from tests.backfill.conftest import Office, dump
from tests.backfill.test_kills import many
from tests.backfill.warcs import Archive, award_page, story_url

P = ParamSpec("P")
R = TypeVar("R")
ARCHIVE = "piagam.archive/2024-12"


@pytest.fixture
def archived(office: Office) -> Office:
    """180 stories of which the archive holds the pages; today's rules read them otherwise."""
    (office.folder / ARCHIVE).mkdir(parents=True)
    paths = [path.rename(office.folder / ARCHIVE / path.name) for path in many(office)]
    office.read(*paths, language=None)
    with closing(open_store(office.store)) as db, db.atomic():
        db.execute("UPDATE claims SET score = 1, score_raw = '1' WHERE id % 7 = 0")
        db.execute("UPDATE articles SET title = 'Lama', text_sha256 = 'x' WHERE id % 11 = 0")
        db.execute("DELETE FROM responses WHERE id % 13 = 0")
    return office


def test_the_result_is_the_same_whoever_reads_and_however_many(archived: Office) -> None:
    before, config = archived.store.read_bytes(), load_config(archived.config)
    results, stores = [], []
    for workers, pool, near in (
        *((1, open_here, True), (1, open_here, False)),
        *((1, open_processes, True), (3, open_processes, True)),
    ):
        archived.store.write_bytes(before)
        results.append(reprocess(config, is_dry=False, workers=workers, pool=pool, is_near=near))
        stores.append(dump(archived.store))

    assert all(each == results[0] for each in results)
    assert all(each == stores[0] for each in stores)
    tally = results[0].tally
    assert (tally.archived, tally.from_text) == (167, 13)
    assert len(results[0].changes) == tally.changed > 30
    assert any(each.claims for each in results[0].changes)
    again = reprocess(config, is_dry=True, workers=1, pool=open_here)
    assert again.changes == ()


@pytest.mark.heavy
def test_a_cluster_that_does_not_see_the_store_reads_the_same(archived: Office) -> None:
    before = archived.store.read_bytes()
    told, stores = [], []
    for given in (("--workers", "1"), ("--cluster", "local:2")):
        archived.store.write_bytes(before)
        told.append(archived.piagam("reprocess", "--json", *given))
        stores.append(dump(archived.store))

    assert [each.returncode for each in told] == [0, 0], told[1].stderr
    assert told[0].stdout == told[1].stdout
    assert stores[0] == stores[1]


@pytest.mark.parametrize("pool", [open_here, open_processes])
def test_nothing_is_written_while_it_is_only_shown(archived: Office, pool: Pool) -> None:
    before = dump(archived.store, without=())
    shown = reprocess(load_config(archived.config), is_dry=True, workers=2, pool=pool)

    assert len(shown.changes) > 30
    assert dump(archived.store, without=()) == before


def test_little_is_sent_and_of_what_did_not_change_next_to_nothing_comes_back(
    office: Office,
) -> None:
    (office.folder / ARCHIVE).mkdir(parents=True)
    paths = [path.rename(office.folder / ARCHIVE / path.name) for path in many(office)]
    office.read(*paths, language=None)
    scales = Scales()
    read = reprocess(
        load_config(office.config), is_dry=True, workers=2, pool=lambda _: nullcontext(scales)
    )

    assert (read.tally.archived, read.changes) == (180, ())
    assert max(scales.sent) < 5_000
    assert max(scales.answered) < 200


class Scales(Executor):
    """Does what it is told here, and notes how many bytes that were to another process."""

    def __init__(self) -> None:
        self.sent: list[int] = []
        self.answered: list[int] = []

    def submit(self, fn: Callable[P, R], /, *args: P.args, **kwargs: P.kwargs) -> Future[R]:
        self.sent.append(len(pickle.dumps((fn, args))))
        future: Future[R] = Future()
        future.set_result(fn(*args, **kwargs))
        self.answered.append(len(pickle.dumps(future.result())))
        return future


def test_a_story_that_kills_its_reader_is_told_and_stays(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = Archive()
    for region in ("Demak", "Racun", "Kudus"):
        archive.add(story_url(f"{region.lower()}-raih-nilai"), award_page(region))
    (office.folder / ARCHIVE).mkdir(parents=True)
    office.read(office.file(archive, f"{ARCHIVE}/a.warc.gz"))
    before = dump(office.store)
    monkeypatch.setattr("crawler.settings.PIAGAM_READ", "tests.backfill.poison.read")
    read = reprocess(load_config(office.config), is_dry=False, workers=2, pool=open_processes)

    (change,) = read.changes
    assert (change.url, change.is_read) == (story_url("racun-raih-nilai"), False)
    assert change.problem == "the process that read it died, 3 times"
    assert (read.tally.archived, read.tally.from_text, read.tally.changed) == (2, 1, 0)
    assert dump(office.store) == before
