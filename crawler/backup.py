"""Copies of the store: made after each night, the old ones thinned out."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from crawler.config import BackupConfig
from storage.copying import backups_folder, copy_database
from storage.timestamps import CLOCK_TOLERANCE

TIME_FOR_COPY = timedelta(hours=6)
"""From the end of a crawl until its copy is missed."""
_STAMP = "%Y%m%dT%H%M%SZ"


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """One copy of the store."""

    path: Path
    made_at: datetime
    """As its name says, UTC."""


def back_up(store: Path, settings: BackupConfig, now: datetime) -> Backup:
    """Make a copy, then delete what `settings` does not keep. StoreError; older ones stay then."""
    folder = folder_of(store, settings)
    fresh = Backup(
        path=folder / f"{store.stem}-{now.astimezone(UTC).strftime(_STAMP)}.sqlite",
        made_at=now.astimezone(UTC).replace(microsecond=0),
    )
    copy_database(store, fresh.path)
    kept = {each.path for each in to_keep(backups(store, settings), settings)} | {fresh.path}
    for each in backups(store, settings):
        if each.path not in kept:
            each.path.unlink(missing_ok=True)
    return fresh


def backups(store: Path, settings: BackupConfig) -> tuple[Backup, ...]:
    """The copies that are there, the latest first; those made before an update are not theirs."""
    found = (_backup(path, store) for path in folder_of(store, settings).glob("*.sqlite"))
    return tuple(sorted(filter(None, found), key=lambda each: each.made_at, reverse=True))


def is_behind(store: Path, settings: BackupConfig, ended: datetime, now: datetime) -> bool:
    """Whether no copy holds what the good crawl that ended then (aware) brought."""
    # A copy from a day that is still to come was named by a wrong clock.
    made = [each.made_at for each in backups(store, settings)]
    return not any(ended <= moment <= now + CLOCK_TOLERANCE for moment in made)


def problem(
    store: Path, settings: BackupConfig, ended: datetime | None, now: datetime, *, is_watched: bool
) -> str | None:
    """One line when copies are to be made and the last good crawl, which ended then, has none.

    They are to be made where a watcher runs or some were made before.
    """
    wanted = settings.keep and (is_watched or backups(store, settings))
    if not wanted or ended is None or now - ended <= TIME_FOR_COPY:
        return None
    if not is_behind(store, settings, ended, now):
        return None
    folder = folder_of(store, settings)
    return f"{folder}: the last good crawl was not copied; `piagam backup` tells why"


def to_keep(copies: Iterable[Backup], settings: BackupConfig) -> tuple[Backup, ...]:
    """The latest `keep`, and before them the last of each of `keep_weekly` weeks."""
    latest_first = sorted(copies, key=lambda each: each.made_at, reverse=True)
    keep = max(settings.keep, 1)
    weeks: dict[tuple[int, int], Backup] = {}
    for each in latest_first[keep:]:
        year, week, _ = each.made_at.isocalendar()
        weeks.setdefault((year, week), each)
    return (*latest_first[:keep], *tuple(weeks.values())[: settings.keep_weekly])


def folder_of(store: Path, settings: BackupConfig) -> Path:
    """Where the copies of this store lie."""
    return settings.folder or backups_folder(store)


def _backup(path: Path, store: Path) -> Backup | None:
    stamp = path.stem.removeprefix(f"{store.stem}-")
    try:
        made_at = datetime.strptime(stamp, _STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None  # not one of ours
    return Backup(path=path, made_at=made_at)
