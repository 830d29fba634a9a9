"""Which copies of the store stay, and when one is missing."""

from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from crawler.backup import TIME_FOR_COPY, Backup, back_up, backups, is_behind, problem, to_keep
from crawler.config import BackupConfig
from storage.database import open_store

MONDAY = datetime(2026, 11, 23, 19, 0, tzinfo=UTC)
DAY = timedelta(days=1)


def nightly(count: int) -> list[Backup]:
    """One copy a night, the last on MONDAY."""
    moments = [MONDAY - number * DAY for number in range(count)]
    return [Backup(path=Path(f"{each:%d}"), made_at=each) for each in moments]


@pytest.mark.parametrize(
    ("keep", "weekly", "ages"),
    [
        (7, 0, [0, 1, 2, 3, 4, 5, 6]),
        (2, 2, [0, 1, 2, 8]),
        (1, 3, [0, 1, 8, 15]),
        (0, 0, [0]),
        (50, 4, list(range(40))),
    ],
)
def test_the_latest_stay_and_the_last_of_each_week_before(
    keep: int, weekly: int, ages: list[int]
) -> None:
    kept = to_keep(reversed(nightly(40)), BackupConfig(keep=keep, keep_weekly=weekly))
    assert [(MONDAY - each.made_at).days for each in kept] == ages


def test_old_copies_go_and_strange_files_stay(tmp_path: Path) -> None:
    store = tmp_path / "piagam.sqlite"
    open_store(store).close()
    settings = BackupConfig(folder=tmp_path / "copies", keep=2, keep_weekly=0)
    for night in range(4):
        back_up(store, settings, MONDAY + night * DAY)
    (tmp_path / "copies" / "piagam-before-0005_views.sqlite").write_text("kept")
    (tmp_path / "copies" / "mine.sqlite").write_text("kept")
    newest = back_up(store, settings, MONDAY - DAY)  # the clock has jumped back
    assert newest.path.exists()
    back_up(store, settings, MONDAY + 4 * DAY)
    assert [each.made_at for each in backups(store, settings)] == [
        MONDAY + 4 * DAY,
        MONDAY + 3 * DAY,
    ]
    assert len(list((tmp_path / "copies").iterdir())) == 4


def test_a_crawl_without_a_copy_is_a_problem_where_copies_are_made(tmp_path: Path) -> None:
    store, settings = tmp_path / "piagam.sqlite", BackupConfig()
    with closing(open_store(store)):
        assert is_behind(store, settings, MONDAY, MONDAY)
        late = MONDAY + TIME_FOR_COPY + timedelta(minutes=1)
        assert problem(store, settings, MONDAY, late, is_watched=False) is None
        assert problem(store, settings, MONDAY, MONDAY, is_watched=True) is None
        assert problem(store, settings, None, late, is_watched=True) is None
        assert "`piagam backup`" in (problem(store, settings, MONDAY, late, is_watched=True) or "")
        back_up(store, settings, MONDAY - DAY)
        back_up(store, settings, MONDAY + 400 * DAY)  # a clock that was wrong
        assert problem(store, settings, MONDAY, late, is_watched=False) is not None
        back_up(store, settings, MONDAY + timedelta(minutes=3))
        assert problem(store, settings, MONDAY, late, is_watched=True) is None
        off = BackupConfig(keep=0)
        assert problem(store, off, MONDAY, late + 9 * DAY, is_watched=True) is None
