"""Parts of one run, crawled elsewhere from a seed, come together in the run itself."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlite_utils import Database

from crawler.keeping import Entry, Story, keep_story
from crawler.merging import Source, merge_stores
from crawler.runs import OwnRun
from storage.addresses import Found, record_discovered
from storage.database import open_store
from storage.records import Claim, RunStatus
from storage.runs import certificate, end_outlet_run, start_outlet_run
from tests.linking.paper import FIRST, OTHER, THIRD, score
from tests.merging.colleague import OUTLETS, PUBLISHED, Colleague
from tests.merging.people import tell, told
from tests.storage.samples import NOW, article

ANI = "ani@example.org"
TONIGHT = NOW + timedelta(days=1)


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    """A store that knows one award, of which Ani was told."""
    made = Colleague(tmp_path / "piagam.sqlite", "coordinator")
    made.reads(FIRST, score("97,84"), hour=10)
    tell(made.db, ANI, now=NOW + timedelta(hours=12))
    yield made.db
    made.db.close()


@pytest.fixture
def run(db: Database) -> OwnRun:
    return OwnRun.begin(db, expected=sorted(OUTLETS.values()), now=TONIGHT)


def part(db: Database, path: Path, run: OwnRun, url: str, *said: Claim, ends: bool = True) -> Path:
    """What a worker brings back of one outlet: it was handed the run and the outlet's name."""
    outlet, now = OUTLETS[url], TONIGHT + timedelta(minutes=30)
    (row,) = db.query("SELECT * FROM runs WHERE id = ?", [run.id])
    with closing(open_store(path)) as seed:
        with seed.atomic():
            seed["runs"].insert(row | {"id": 1})  # type: ignore[union-attr]
            start_outlet_run(seed, run_id=1, outlet=outlet, now=TONIGHT)
            record_discovered(seed, outlet=outlet, found=[Found(url=url)], run_id=1, now=now)
        story = article(outlet=outlet, url=url, text=f"Bacaan {url}", published=PUBLISHED[url])
        plain = [replace(each, evidence=(), proof=None) for each in said]
        entry = Entry(run_id=1, now=now, began=TONIGHT)
        keep_story(seed, Story(address=url, article=story, url=url), plain, entry)
        if ends:
            with seed.atomic():
                finished = RunStatus.FINISHED
                end_outlet_run(seed, run_id=1, outlet=outlet, status=finished, now=now, requests=2)
    return path


def merge(db: Database, run: OwnRun, *parts: Path) -> None:
    entry = Entry(run_id=run.id, now=TONIGHT + timedelta(hours=1), began=TONIGHT)
    merge_stores(db, [Source(path=each) for each in parts], entry=entry, subscribed=(ANI,))


def test_the_run_goes_on_and_each_part_is_in_its_certificate(
    db: Database, run: OwnRun, tmp_path: Path
) -> None:
    merge(
        db,
        run,
        part(db, tmp_path / "one.sqlite", run, OTHER),
        part(db, tmp_path / "two.sqlite", run, THIRD, ends=False),
    )
    rows = {row.outlet: row for row in certificate(db, run.id)}
    assert {name: str(row.status) for name, row in rows.items()} == {
        "betanews": "interrupted",
        "klikjateng": "finished",
        "ombudsman": "expected",
        "wartablora": "expected",
    }
    assert rows["klikjateng"].counts.stored == rows["klikjateng"].counts.discovered == 1
    assert all(row.is_balanced for row in rows.values())
    assert db.execute("SELECT status FROM runs WHERE id = ?", (run.id,)).fetchone() == ("running",)
    assert db.execute(
        "SELECT count(*) FROM runs WHERE started_at = ?", (TONIGHT.isoformat(),)
    ).fetchone() == (1,)


def test_an_award_that_two_parts_found_is_told_once(
    db: Database, run: OwnRun, tmp_path: Path
) -> None:
    said = score("88,1", recipient="Kabupaten Batang", recipient_code="33.25")
    merge(
        db,
        run,
        part(db, tmp_path / "one.sqlite", run, OTHER, said),
        part(db, tmp_path / "two.sqlite", run, THIRD, said),
    )
    tell(db, ANI, now=TONIGHT + timedelta(hours=2))
    assert told(db) == [("new", ANI, "sent", False)] * 2
    assert db.execute("SELECT count(*) FROM awards").fetchone() == (2,)


def test_an_award_that_is_known_here_is_no_news_though_a_part_did_not_know_it(
    db: Database, run: OwnRun, tmp_path: Path
) -> None:
    merge(db, run, part(db, tmp_path / "one.sqlite", run, OTHER, score("97,84")))
    tell(db, ANI, now=TONIGHT + timedelta(hours=2))
    assert told(db) == [("new", ANI, "sent", False)]
    assert db.execute("SELECT count(*) FROM award_claims").fetchone() == (2,)


def test_another_score_in_a_part_is_told_as_a_dispute(
    db: Database, run: OwnRun, tmp_path: Path
) -> None:
    merge(db, run, part(db, tmp_path / "one.sqlite", run, OTHER, score("97,48")))
    tell(db, ANI, now=TONIGHT + timedelta(hours=2))
    assert told(db) == [("conflict", ANI, "sent", False), ("new", ANI, "sent", False)]


def test_what_a_part_changed_while_it_did_not_know_the_rest_is_no_history(
    db: Database, run: OwnRun, tmp_path: Path
) -> None:
    one = part(db, tmp_path / "one.sqlite", run, OTHER, score("97,48"))
    with closing(open_store(one)) as seed, seed.atomic():
        seed.execute(
            "INSERT INTO award_history (award_id, changed_at, cause, run_id, field, before, after)"
            " VALUES (1, ?, 'report', 1, 'score', '97,4', '97,48')",
            (TONIGHT.isoformat(),),
        )
    merge(db, run, one)
    fields = db.execute("SELECT field, after FROM award_history").fetchall()
    assert fields == [("status", "disputed")]
