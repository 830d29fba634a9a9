"""Opening a store: what is set up, what is refused in one line, and what a failing disk leaves."""

import os
import sqlite3
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlite_utils import Database

from storage.articles import store_article
from storage.database import StoreError, open_read_only, open_store
from tests.storage.samples import NOW, article, begin_run, fill


def test_a_new_store_is_in_wal_mode_with_foreign_keys_and_patience(db: Database) -> None:
    pragmas = ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
    values = [db.execute(f"PRAGMA {name}").fetchone()[0] for name in pragmas]
    assert values == ["wal", 1, 1, 30_000]


def test_every_table_of_ours_is_strict(db: Database) -> None:
    loose = db.execute(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
        " AND NOT strict AND name NOT LIKE 'sqlite_%'"
    ).fetchall()
    assert loose == []


def test_opening_again_keeps_what_is_there(path: Path) -> None:
    with open_store(path) as db:
        fill(db)
    with open_store(path) as db:
        assert db.table("awards").count == 1


def _strange(path: Path) -> None:
    with Database(path) as db:
        db.table("bookmarks").insert({"url": "https://example.org"})


def _newer(path: Path) -> None:
    with open_store(path) as db:
        db.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
            " VALUES ('piagam', '9999_future', '2030-01-01')"
        )


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda path: path.mkdir(), "is a folder; name a file in it"),
        (lambda path: path.write_text("kepatuhan " * 500), "is no SQLite file"),
        (lambda path: path.write_bytes(b"SQLite format 3\0" + b"\xff" * 4000), "is "),
        (_strange, "belongs to another program"),
        (_newer, "is of a newer Piagam (it has 9999_future)"),
    ],
    ids=["folder", "text", "damaged", "stranger", "newer"],
)
@pytest.mark.parametrize("opening", [open_store, open_read_only])
def test_what_is_no_store_is_refused_in_one_line_and_left_alone(
    path: Path,
    make: Callable[[Path], object],
    message: str,
    opening: Callable[[Path], Database],
) -> None:
    make(path)
    before = path.read_bytes() if path.is_file() else b""
    with pytest.raises(StoreError) as raised:
        opening(path)
    line = str(raised.value)
    assert line.startswith(f"{path}: ")
    assert message in line
    assert "\n" not in line
    assert (path.read_bytes() if path.is_file() else b"") == before


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="nowhere is no folder; make it or name another store"):
        open_store(tmp_path / "nowhere" / "piagam.sqlite")


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="needs a folder nobody can write in")
def test_a_folder_that_cannot_be_written_is_named() -> None:
    with pytest.raises(StoreError, match=r"cannot be opened; may this user write in /proc/self\?"):
        open_store(Path("/proc/self/piagam.sqlite"))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_file_that_cannot_be_written_is_named(path: Path) -> None:
    open_store(path).close()
    path.chmod(stat.S_IREAD)
    with pytest.raises(StoreError, match="cannot be written; may this user write it"):
        open_store(path)


def test_a_missing_store_is_not_made_by_a_reader(path: Path) -> None:
    with pytest.raises(StoreError, match="no such store"):
        open_read_only(path)
    assert not path.exists()


def test_an_older_store_is_migrated_by_a_writer_and_refused_by_a_reader(path: Path) -> None:
    with open_store(path) as db:
        fill(db)
        db.execute("DROP VIEW certificate")
        for view in ("award_board", "score_history", "unit_scores", "outlet_health"):
            db.execute(f"DROP VIEW {view}")
        db.execute("DELETE FROM _sqlite_migrations WHERE name = '0005_views'")
    with pytest.raises(StoreError, match="of an older Piagam"):
        open_read_only(path)
    with open_store(path) as db:
        assert len(list(db.query("SELECT * FROM award_board"))) == 1


def test_runs_keep_what_hangs_on_them_when_their_table_is_made_anew(path: Path) -> None:
    with open_store(path) as db:
        fill(db)
        runs, parts = _runs_and_parts(db)
        db.execute("DELETE FROM _sqlite_migrations WHERE name = '0016_run_kinds'")
    with open_store(path) as db:
        assert runs
        assert parts
        assert _runs_and_parts(db) == (runs, parts)
        assert list(db.query("SELECT * FROM certificate"))
        with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
            db.execute("DELETE FROM runs")


def _runs_and_parts(db: Database) -> tuple[list[object], list[object]]:
    return list(db.query("SELECT * FROM runs")), list(db.query("SELECT * FROM outlet_runs"))


def test_a_failing_migration_changes_nothing(path: Path) -> None:
    with open_store(path) as db:
        db.execute("DELETE FROM _sqlite_migrations WHERE name IN ('0004_alerts', '0005_views')")
        db.execute("DROP TABLE deliveries")
        db.execute("DROP TABLE alerts")
    with pytest.raises(sqlite3.OperationalError, match="already exists"):
        open_store(path)
    with sqlite3.connect(path) as connection:
        names = connection.execute("SELECT name FROM sqlite_schema").fetchall()
    connection.close()
    assert ("alerts",) not in names


def test_a_reader_cannot_write(path: Path) -> None:
    open_store(path).close()
    with open_read_only(path) as db, pytest.raises(StoreError, match="cannot be written"):
        db.execute("DELETE FROM runs")


def test_a_name_with_url_characters_is_only_a_name(tmp_path: Path) -> None:
    path = tmp_path / "a?mode=memory&b#c%20.sqlite"
    open_store(path).close()
    with open_read_only(path) as db:
        assert db.table("runs").count == 0
    assert path.is_file()


def test_atomic_leaves_nothing_when_its_block_fails(db: Database) -> None:
    with pytest.raises(KeyError):
        _begin_and_fail(db)
    assert db.table("runs").count == 0


def test_an_inner_atomic_can_fail_alone(db: Database) -> None:
    with db.atomic():
        begin_run(db)
        with pytest.raises(KeyError):
            _begin_and_fail(db)
    assert db.table("runs").count == 1


def _begin_and_fail(db: Database) -> None:
    with db.atomic():
        begin_run(db)
        raise KeyError("a bug")


def test_a_full_disk_is_one_line_and_leaves_nothing_half_done(db: Database) -> None:
    run_id = begin_run(db)
    pages = db.execute("PRAGMA page_count").fetchone()[0]
    db.execute(f"PRAGMA max_page_count = {pages + 2}")
    story = article(text="kata " * 20_000)
    with pytest.raises(StoreError, match="the disk is full; make room and run again"), db.atomic():
        store_article(db, story, run_id=run_id, now=NOW)
    assert db.table("articles").count == 0
    db.execute(f"PRAGMA max_page_count = {pages + 1000}")
    with db.atomic():
        assert store_article(db, story, run_id=run_id, now=NOW).is_new
