"""A seed holds what its outlets' part of a run must know, and nothing of anybody else."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlite_utils import Database

from crawler.keeping import Entry, Story, keep_story
from storage.addresses import Found, record_discovered
from storage.database import open_store
from storage.nights import begin_night
from storage.records import RunStatus, Validators
from storage.robots import keep_robots
from storage.runs import end_outlet_run, end_run, start_outlet_run, start_run
from storage.seeding import Part, plant, seconds_of
from storage.walks import begin_walk
from tests.storage.samples import NOW, article, claim

MINE, OTHER = "wartablora", "klikjateng"
OLD = NOW - timedelta(days=300)


@pytest.fixture
def filled(db: Database) -> Database:
    """An old run and one that goes on, two outlets, a story of either age of each."""
    for outlet in (MINE, OTHER):
        _run(db, OLD, outlet, "lama")
    _run(db, NOW, MINE, "baru", has_claim=True)
    return db


@pytest.fixture
def seed(filled: Database, tmp_path: Path) -> Iterator[Database]:
    part = Part(
        run_id=3,
        outlets=(MINE,),
        hosts=("news.wartablora.com",),
        stories_since=NOW - timedelta(days=60),
    )
    plant(filled, part, tmp_path / "seed.sqlite")
    with closing(open_store(tmp_path / "seed.sqlite")) as made:
        yield made


def test_a_seed_is_a_whole_store_with_the_outlets_addresses_and_lists(
    filled: Database, seed: Database
) -> None:
    assert seed.execute("PRAGMA foreign_key_check").fetchall() == []
    for table in ("addresses", "discovery_pages", "outlet_runs", "outlet_nights"):
        theirs = [tuple(row.values()) for row in filled[table].rows_where("outlet = ?", [MINE])]
        assert _all(seed, table) == sorted(theirs) != []
    assert _rows(seed, "SELECT name FROM outlets") == [(MINE,)]
    assert _rows(seed, "SELECT authority FROM robots") == [("https://news.wartablora.com",)]
    assert _rows(seed, "SELECT * FROM runs") == _rows(
        filled, "SELECT * FROM runs WHERE id IN (1, 3)"
    )


def test_stories_that_may_be_looked_at_again_go_along_with_what_they_say(
    filled: Database, seed: Database
) -> None:
    assert _slugs(seed) == ["baru"]
    assert _rows(seed, "SELECT url FROM looks") == [(_url(MINE, "baru"),)]
    for table in ("claims", "evidence", "claim_units", "claim_previous"):
        assert _all(seed, table) == _all(filled, table) != []


def test_awards_alerts_and_the_archives_index_stay(filled: Database, seed: Database) -> None:
    assert filled["awards"].count == filled["alerts"].count == 1
    for table in ("awards", "alerts", "award_claims", "award_history", "responses", "leases"):
        assert seed[table].count == 0, table


def test_an_old_story_goes_along_when_a_look_at_it_is_due_or_a_list_ended_there(
    filled: Database, tmp_path: Path
) -> None:
    part = Part(run_id=3, outlets=(OTHER,), hosts=(), stories_since=NOW)

    def slugs(name: str, change: str, since: datetime | None = NOW) -> list[str]:
        with filled.atomic():
            filled.execute(change)
        plant(filled, replace(part, stories_since=since), tmp_path / name)
        with closing(open_store(tmp_path / name)) as made:
            return _slugs(made)

    assert slugs("none", "SELECT 1") == []
    assert slugs("all", "SELECT 1", since=None) == ["lama"]
    due = "UPDATE looks SET due_on = {} WHERE outlet = 'klikjateng'".format
    assert slugs("due", due("'2024-12-30'")) == ["lama"]
    assert slugs("not due", due("NULL")) == []
    last = "UPDATE discovery_pages SET last_address = '{}' WHERE outlet = 'klikjateng'".format
    assert slugs("last", last(_url(OTHER, "lama"))) == ["lama"]


def test_how_long_outlets_took_is_told_of_runs_that_read_them_to_the_end(db: Database) -> None:
    for seconds, status in ((100, RunStatus.FINISHED), (1, RunStatus.FAILED)):
        _timed_run(db, MINE, seconds, status)
    for seconds in (*[9000] * 3, *[60] * 6, 130):
        _timed_run(db, OTHER, seconds, RunStatus.FINISHED)
    told = seconds_of(db, [MINE, OTHER, "suarabaru"])
    assert {name: round(seconds) for name, seconds in told.items()} == {MINE: 100, OTHER: 70}


def _timed_run(db: Database, outlet: str, seconds: int, status: RunStatus) -> None:
    with db.atomic():
        run = start_run(db, holder="h", version="0", now=NOW)
        start_outlet_run(db, run_id=run, outlet=outlet, now=NOW)
        ended = NOW + timedelta(seconds=seconds)
        end_outlet_run(db, run_id=run, outlet=outlet, status=status, now=ended)


def _run(db: Database, now: datetime, outlet: str, slug: str, *, has_claim: bool = False) -> None:
    url = _url(outlet, slug)
    with db.atomic():
        run = start_run(db, holder="h", version="0", now=now, expected=[outlet])
        start_outlet_run(db, run_id=run, outlet=outlet, now=now)
        begin_night(db, run_id=run, outlet=outlet, day=now.date())
        begin_walk(db, outlet=outlet, source_url=f"{url}/list", run_id=run, now=now)
        record_discovered(db, outlet=outlet, found=[Found(url=url)], run_id=run, now=now)
        authority = url.removesuffix(f"/{slug}")
        keep_robots(db, authority=authority, body=b"", now=now, lifetime=timedelta(days=1))
    story = Story(
        address=url,
        article=article(outlet=outlet, url=url, published=now),
        url=url,
        said=Validators(url=url, etag=None, last_modified=None, content_sha256="0"),
    )
    claims = [claim()] if has_claim else []
    keep_story(db, story, claims, Entry(run_id=run, now=now, began=now))
    with db.atomic():
        db.execute("UPDATE looks SET due_on = NULL")
        if now == OLD:
            end_run(db, run_id=run, status=RunStatus.FINISHED, now=now)


def _url(outlet: str, slug: str) -> str:
    return f"https://{'news.wartablora.com' if outlet == MINE else 'klikjateng.id'}/{slug}"


def _slugs(db: Database) -> list[str]:
    return sorted(url.rpartition("/")[2] for (url,) in db.execute("SELECT url FROM articles"))


def _all(db: Database, table: str) -> list[tuple[object, ...]]:
    return sorted(tuple(row.values()) for row in db[table].rows)


def _rows(db: Database, sql: str) -> list[tuple[object, ...]]:
    return sorted(map(tuple, db.execute(sql).fetchall()))
