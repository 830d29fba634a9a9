"""When our own side fails: one bad story costs that story, a broken store ends the run cleanly."""

import json
from collections.abc import Iterator
from contextlib import closing

import pytest

from crawler.newsroom.server import Newsroom
from storage.database import open_store
from tests.crawling.conftest import Desk
from tests.crawling.tiny import STORIES, describe, tiny_site

MANY = tuple(f"{slug}-{number}" for slug in STORIES for number in ("satu", "dua", "tiga"))


@pytest.fixture
def small(desk: Desk) -> Iterator[Desk]:
    """A desk with one outlet of twelve stories."""
    with Newsroom([tiny_site("kecil", stories=MANY)]) as newsroom:
        made = Desk(folder=desk.folder, newsroom=newsroom)
        describe(made.outlets_folder, "kecil")
        made.configure(outlets_folder=str(made.outlets_folder))
        yield made


def test_a_story_that_cannot_be_kept_is_settled_as_failed_and_stops_no_other(small: Desk) -> None:
    with closing(open_store(small.store)) as db, db.atomic():
        db.execute(
            "CREATE TRIGGER spoil BEFORE INSERT ON articles WHEN new.title LIKE 'Panen%dua'"
            " BEGIN SELECT RAISE(ABORT, 'spoilt on purpose'); END"
        )
    result = small.crawl("kecil")
    row = result.row("kecil")
    assert (row["status"], row["stored"], row["failed"]) == ("finished", len(MANY) - 1, 1)
    assert small.query("SELECT reason FROM addresses WHERE state = 'failed'") == [
        ("error: IntegrityError: spoilt on purpose",)
    ]
    assert "error: IntegrityError: spoilt on purpose" in row["reason"]

    with closing(open_store(small.store)) as db, db.atomic():
        db.execute("DROP TRIGGER spoil")
    assert small.crawl("kecil").row("kecil")["stored"] == 1


def test_a_disk_without_room_ends_the_run_in_a_line_and_the_next_run_goes_on(small: Desk) -> None:
    small.configure(outlets_folder=str(small.outlets_folder), budget=2)
    small.crawl("kecil")
    small.configure(outlets_folder=str(small.outlets_folder))
    room = small.store.stat().st_size + 60_000

    full = small.crawl_cramped(room, "kecil")

    assert full.returncode == 1
    assert "Traceback" not in full.stderr
    assert all(str(small.store) in line for line in full.stderr.splitlines())
    ((kept,),) = small.query("SELECT count(*) FROM articles")
    assert small.query("SELECT count(*) FROM addresses WHERE state = 'stored'") == [(kept,)]
    assert kept < len(MANY)
    assert small.crawl("kecil").code == 0
    assert small.query("SELECT count(*) FROM articles") == [(len(MANY),)]


def test_the_progress_of_each_outlet_is_told_to_its_end(small: Desk) -> None:
    told = small.crawl("kecil").told["progress"]
    assert [each["read"] for each in told] == sorted(each["read"] for each in told)
    assert max(each["waiting"] for each in told) == len(MANY)
    assert {key: told[-1][key] for key in ("outlet", "read", "waiting", "status")} == {
        "outlet": "kecil",
        "read": len(MANY),
        "waiting": 0,
        "status": "finished",
    }
    assert told[-1]["requests"] == len(MANY) + 2
    stats = json.loads((small.folder / "piagam.stats" / "kecil.json").read_text())
    assert stats["counts"]["stored"] == len(MANY)
