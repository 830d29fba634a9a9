"""Copies of a store and what a restore puts in its place: whole, or nothing has changed."""

import os
import resource
import signal
import sqlite3
from contextlib import closing
from datetime import timedelta
from multiprocessing import get_context
from pathlib import Path

import pytest
from sqlite_utils import Database

from storage.copying import copy_database, copy_pages
from storage.database import StoreError, check_store, open_store
from storage.leases import ALERTS_LEASE, CRAWL_LEASE, WATCH_LEASE, lease_holder, take_lease
from storage.restoring import restore_store
from tests.storage.samples import NOW, begin_run, fill

PATIENCE = 60


def count(path: Path, table: str) -> int:
    """Rows of a table."""
    with closing(sqlite3.connect(path)) as connection:
        (rows,) = connection.execute(f"SELECT count(*) FROM {table}").fetchone()  # noqa: S608
        return int(rows)


def copy_with_room(room: int, source: Path, target: Path) -> None:
    """On a disk where no file grows beyond `room` bytes; exits with 3 on a StoreError."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
    try:
        copy_database(source, target)
    except StoreError as error:
        raise SystemExit(3 if "\n" not in str(error) else 4) from None


def test_a_copy_holds_what_was_committed_and_waits_for_nobody(path: Path, db: Database) -> None:
    fill(db)
    target = path.with_name("copies") / "a.sqlite"
    with closing(sqlite3.connect(path)) as reader, closing(open_store(path)) as writer:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM awards").fetchone()  # an analyst's long read
        with writer.atomic():
            begin_run(writer)
            copy_database(path, target)
    assert (count(target, "awards"), count(target, "runs")) == (1, 1)
    assert [each.name for each in target.parent.iterdir()] == ["a.sqlite"]
    check_store(target)


@pytest.mark.parametrize("folder_mode", [0o555, 0o755])
def test_a_store_on_a_share_that_is_only_to_be_read_is_copied_and_nothing_laid_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder_mode: int
) -> None:
    share = tmp_path / "share"
    share.mkdir()
    source = share / "theirs.sqlite"
    with open_store(source) as db:
        fill(db)
    source.chmod(0o444)
    share.chmod(folder_mode)
    if os.access(source, os.W_OK):  # who may write everywhere; what root is told of a mounted share
        monkeypatch.setattr(os, "access", lambda path, mode: path not in (source, share))
    try:
        check_store(source)
        copy_pages(source, tmp_path / "copy.sqlite")
        assert [each.name for each in share.iterdir()] == ["theirs.sqlite"]
    finally:
        share.chmod(0o755)
    assert count(tmp_path / "copy.sqlite", "awards") == 1


def test_a_store_on_such_a_share_that_is_written_meanwhile_is_told(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_store(path) as db:
        fill(db)
    monkeypatch.setattr(os, "access", lambda where, mode: False)
    moments = iter((1, 2))
    monkeypatch.setattr("storage.copying._last_write", lambda where: next(moments))
    with pytest.raises(StoreError, match="another program wrote to it meanwhile; try again"):
        copy_pages(path, path.with_name("copy.sqlite"))


def test_a_copy_that_finds_no_room_leaves_the_older_one_and_nothing_half(path: Path) -> None:
    with open_store(path) as db:
        fill(db)
    target = path.with_name("a.sqlite")
    copy_database(path, target)
    before = target.read_bytes()
    child = get_context("fork").Process(target=copy_with_room, args=(65536, path, target))
    child.start()
    child.join(PATIENCE)
    assert child.exitcode == 3
    assert target.read_bytes() == before
    assert not list(path.parent.glob("*.part*"))


def test_a_store_is_copied_before_it_is_updated(path: Path) -> None:
    with open_store(path) as db:
        fill(db)
        db.execute("DROP VIEW certificate")
        for view in ("award_board", "score_history", "unit_scores", "outlet_health"):
            db.execute(f"DROP VIEW {view}")
        db.execute("DELETE FROM _sqlite_migrations WHERE name = '0005_views'")
    open_store(path).close()
    (copy,) = path.with_suffix(".backups").iterdir()
    assert copy.name == f"{path.stem}-before-0005_views.sqlite"
    assert count(copy, "awards") == 1
    with pytest.raises(sqlite3.OperationalError, match="no such table: award_board"):
        count(copy, "award_board")


def test_a_new_store_needs_no_copy(path: Path) -> None:
    open_store(path).close()
    assert not path.with_suffix(".backups").exists()


def test_a_restore_brings_back_the_copy_and_keeps_what_it_replaces(path: Path) -> None:
    copy = path.with_name("copy.sqlite")
    with open_store(path) as db:
        fill(db)
        assert take_lease(db, WATCH_LEASE, "elsewhere:1:2", NOW, timedelta(days=1))
        copy_database(path, copy)
        db.execute("DELETE FROM leases")
        begin_run(db)
    kept = restore_store(copy, path, NOW)
    assert kept is not None
    assert (count(path, "runs"), count(kept, "runs")) == (1, 2)
    with open_store(path) as db:
        assert lease_holder(db, WATCH_LEASE, NOW) is None
    assert copy.exists()


@pytest.mark.parametrize("damage", [b"", b"not a store at all" * 500])
def test_a_store_that_is_lost_or_damaged_is_replaced_with_its_log(
    path: Path, damage: bytes
) -> None:
    copy = path.with_name("copy.sqlite")
    with open_store(path) as db:
        fill(db)
    copy_database(path, copy)
    path.write_bytes(damage)
    path.with_name(f"{path.name}-wal").write_bytes(b"a log of the damaged store")
    if not damage:
        path.unlink()
        path.with_name(f"{path.name}-wal").unlink()
    kept = restore_store(copy, path, NOW)
    check_store(path)
    assert (kept is None) is (damage == b"")
    assert not path.with_name(f"{path.name}-wal").exists()


@pytest.mark.parametrize("lease", [WATCH_LEASE, CRAWL_LEASE, ALERTS_LEASE])
def test_a_store_in_use_is_not_replaced(path: Path, lease: str) -> None:
    copy = path.with_name("copy.sqlite")
    with open_store(path) as db:
        copy_database(path, copy)
        fill(db)
        assert take_lease(db, lease, "elsewhere:1:2", NOW, timedelta(days=1))
    with pytest.raises(StoreError, match=r"by elsewhere:1:2; end that, then restore"):
        restore_store(copy, path, NOW)
    assert count(path, "awards") == 1
    with open_store(path) as db:
        assert count(path, "leases") == 1
    assert sorted(each.name for each in path.parent.glob("*.sqlite*")) == sorted(
        {copy.name, path.name}
    )


def test_what_is_no_store_of_this_version_is_not_restored(path: Path, tmp_path: Path) -> None:
    open_store(path).close()
    newer = tmp_path / "newer.sqlite"
    copy_database(path, newer)
    with closing(sqlite3.connect(newer)) as connection, connection:
        connection.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
            " VALUES ('piagam', '9999_future', '2030-01-01')"
        )
    (tmp_path / "text").write_text("kepatuhan " * 500)
    (tmp_path / "empty").touch()
    before = path.read_bytes()
    for name, said in {
        "newer.sqlite": "of a newer Piagam",
        "text": "no SQLite file",
        "empty": "no store of Piagam",
        "nowhere": "no such store",
    }.items():
        with pytest.raises(StoreError, match=said):
            restore_store(tmp_path / name, path, NOW)
    assert path.read_bytes() == before
