"""What cannot be merged is told in one line, and nothing is changed."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from shutil import copyfile

import pytest

from crawler.cli.entry import main
from storage.database import open_store
from storage.leases import ALERTS_LEASE, CRAWL_LEASE, take_lease
from tests.linking.paper import FIRST, OTHER, score
from tests.merging.colleague import Colleague


@pytest.fixture
def config(tmp_path: Path) -> Path:
    """A configuration, with a store that knows one award."""
    path = tmp_path / "piagam.toml"
    path.write_text('contact = "https://example.org/x"\nstore = "ours.sqlite"\n')
    Colleague(tmp_path / "ours.sqlite", "ani").reads(FIRST, score("97,84"), hour=10).closed()
    return path


@pytest.fixture
def theirs(tmp_path: Path) -> Path:
    return Colleague(tmp_path / "theirs.sqlite", "budi").reads(FIRST, hour=12).closed()


def of_newer_piagam(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
            " VALUES ('piagam', '9999_to_come', 'x')"
        )
        db.commit()


def of_another_program(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA application_id = 1")


def damaged(path: Path) -> None:
    raw = bytearray(path.read_bytes())
    raw[20_000:60_000] = b"\x5a" * 40_000
    path.write_bytes(raw)


def gone(path: Path) -> None:
    path.unlink()


def no_store(path: Path) -> None:
    path.write_text("halo")


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (of_newer_piagam, "is of a newer Piagam (it has 9999_to_come); update Piagam"),
        (of_another_program, "belongs to another program"),
        (damaged, "is damaged"),
        (gone, "no such store; name another file"),
        (no_store, "is no SQLite file"),
    ],
)
def test_a_store_that_cannot_be_used_is_told_and_no_other_is_taken(  # noqa: PLR0917
    tmp_path: Path,
    config: Path,
    theirs: Path,
    capsys: pytest.CaptureFixture[str],
    spoil: Callable[[Path], None],
    says: str,
) -> None:
    good = tmp_path / "good.sqlite"
    copyfile(theirs, good)
    spoil(theirs)
    before = (tmp_path / "ours.sqlite").read_bytes()
    assert main(["--config", str(config), "merge", str(good), str(theirs)]) == 1
    told = capsys.readouterr().err.strip().splitlines()
    assert len(told) == 1
    assert f"{theirs}: " in told[0]
    assert says in told[0]
    assert (tmp_path / "ours.sqlite").read_bytes() == before


def test_the_store_itself_and_a_folder_are_no_other_stores(
    tmp_path: Path, config: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--config", str(config), "merge", str(tmp_path / "ours.sqlite")]) == 1
    assert main(["--config", str(config), "merge", str(tmp_path)]) == 1
    itself, folder = capsys.readouterr().err.strip().splitlines()
    assert "is the store itself; name another" in itself
    assert "is a folder; name the store in it" in folder


@pytest.mark.parametrize(
    ("lease", "says"),
    [
        (CRAWL_LEASE, "the store is being crawled into already"),
        (ALERTS_LEASE, "another process is sending the alerts"),
    ],
)
def test_while_somebody_else_is_at_work_nothing_is_merged(  # noqa: PLR0917
    tmp_path: Path,
    config: Path,
    theirs: Path,
    capsys: pytest.CaptureFixture[str],
    lease: str,
    says: str,
) -> None:
    with closing(open_store(tmp_path / "ours.sqlite")) as db:
        now = datetime.now(UTC)
        assert take_lease(db, lease, "elsewhere:1:1", now, timedelta(hours=1))
    assert main(["--config", str(config), "merge", str(theirs)]) == 1
    assert says in capsys.readouterr().err


def test_the_other_store_is_only_read(tmp_path: Path, config: Path, theirs: Path) -> None:
    before = theirs.read_bytes()
    theirs.chmod(0o444)
    assert main(["--config", str(config), "merge", str(theirs)]) == 0
    assert theirs.read_bytes() == before
    assert sorted(each.name for each in tmp_path.iterdir() if each.is_dir()) == []


def test_nothing_is_left_beside_a_store_that_was_read(
    tmp_path: Path, config: Path, theirs: Path
) -> None:
    for more in (["--dry-run"], []):
        assert main(["--config", str(config), "merge", str(theirs), *more]) == 0
        assert list(tmp_path.glob("theirs*")) == [theirs]


def test_a_log_that_lies_beside_a_store_is_read_and_stays(tmp_path: Path, config: Path) -> None:
    cici = Colleague(tmp_path / "live.sqlite", "cici").reads(OTHER, hour=12)
    for each in list(tmp_path.glob("live*")):
        copyfile(each, tmp_path / each.name.replace("live", "cut"))
    cici.closed()
    before = {
        each: each.read_bytes() for each in (tmp_path / "cut.sqlite", *tmp_path.glob("*-wal"))
    }
    assert len(before) == 2
    assert main(["--config", str(config), "merge", str(tmp_path / "cut.sqlite")]) == 0
    assert {each: each.read_bytes() for each in before} == before
    with closing(open_store(tmp_path / "ours.sqlite")) as db:
        assert db.execute("SELECT count(*) FROM articles WHERE url = ?", [OTHER]).fetchone() == (1,)


def test_a_dry_run_writes_nothing(
    tmp_path: Path, config: Path, theirs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (tmp_path / "ours.sqlite").read_bytes()
    assert main(["--config", str(config), "merge", "--dry-run", str(theirs)]) == 0
    assert "nothing was written" in capsys.readouterr().out
    assert (tmp_path / "ours.sqlite").read_bytes() == before
    assert sorted(each.name for each in tmp_path.iterdir() if each.is_dir()) == []


def test_a_dry_run_without_a_store_makes_none(
    tmp_path: Path, config: Path, theirs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "ours.sqlite").unlink()
    assert main(["--config", str(config), "merge", "--dry-run", "--json", str(theirs)]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["is_applied"], told["stores"][0]["articles_new"]) == (False, 1)
    assert not list(tmp_path.glob("ours*"))


def test_a_store_of_an_older_piagam_is_merged_and_stays_as_it_is(
    tmp_path: Path, config: Path, theirs: Path
) -> None:
    with closing(sqlite3.connect(theirs)) as db:
        db.execute("DROP TABLE unsettled_bodies")
        db.execute("DROP TABLE uncompared_articles")
        db.execute("DELETE FROM _sqlite_migrations WHERE name = '0017_merging'")
        db.commit()
    before = theirs.read_bytes()
    assert main(["--config", str(config), "merge", str(theirs)]) == 0
    assert theirs.read_bytes() == before
    with closing(open_store(tmp_path / "ours.sqlite")) as db:
        assert db.execute("SELECT count(*) FROM revisions").fetchone() == (2,)


def test_what_a_merge_has_left_to_do_is_told(
    tmp_path: Path, config: Path, theirs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with closing(open_store(tmp_path / "ours.sqlite")) as db, db.atomic():
        db.execute("INSERT INTO unsettled_bodies VALUES ('sakip', 'Kabupaten Blora')")
    main(["--config", str(config), "status"])
    assert "a merge was cut short: the awards of 1 bodies wait" in capsys.readouterr().out
    assert main(["--config", str(config), "merge", str(theirs)]) == 0
    capsys.readouterr()
    main(["--config", str(config), "status"])
    assert "cut short" not in capsys.readouterr().out


def test_the_feed_tells_of_what_was_merged(tmp_path: Path, config: Path) -> None:
    config.write_text(config.read_text() + '[feeds]\natom = "awards.atom"\n')
    other = score("88,1", recipient="Kabupaten Batang", recipient_code="33.25")
    budi = Colleague(tmp_path / "budi.sqlite", "budi").reads(OTHER, other, hour=12).closed()
    assert main(["--config", str(config), "merge", str(budi)]) == 0
    assert "Kabupaten Batang" in (tmp_path / "awards.atom").read_text(encoding="utf-8")


def test_stores_of_one_name_are_told_apart_by_their_folders(
    tmp_path: Path, config: Path, theirs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folders = [tmp_path / f"penghargaan {name}, disalin pada bulan November" for name in "ab"]
    for folder in folders:
        folder.mkdir()
        (folder / "piagam.sqlite").write_bytes(theirs.read_bytes())
    stores = [str(folder / "piagam.sqlite") for folder in folders]
    assert main(["--config", str(config), "merge", *stores]) == 0
    told = capsys.readouterr().out.splitlines()
    assert max(map(len, told)) <= 100
    assert told[0].split()[-3:] == ["waiting", "left", "files"]
    shown = "".join(line[:25].strip() for line in told[1:-1]).replace(" ", "")
    assert all(store.replace(" ", "")[-30:] in shown for store in stores)


def test_a_folder_of_pages_that_is_none_is_one_line(
    tmp_path: Path, config: Path, theirs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    missing = tmp_path / "archiv"
    assert main(["--config", str(config), "merge", "--archive", str(missing), str(theirs)]) == 1
    assert capsys.readouterr().err == (
        f"piagam: {missing}: is no folder; name the one of its WARC files\n"
    )
