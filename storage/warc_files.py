"""The archives that were read: a file counts once for each choice, whatever its name."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import datetime
from enum import StrEnum

from sqlite_utils import Database

from storage.timestamps import utc_text


class FileState(StrEnum):
    """How far one file is read."""

    WAITING = "waiting"
    """It is being looked through, if that."""
    READING = "reading"
    """Also where a process was killed: the next one goes on behind `taken`."""
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class WarcFile:
    """One WARC file, read for one choice of stories."""

    id: int | None = None
    """None until kept."""
    sha256: str
    wanted: str
    """The choice as JSON: outlets, days, language."""
    name: str
    """Path as it was given the last time."""
    bytes: int
    rules_version: str
    """Of the rules for awards and of the outlets' descriptions."""
    state: FileState = FileState.WAITING
    reason: str | None = None
    """Why it failed."""
    tries: int = 0
    """Workers that died of it."""
    responses: int = 0
    """Of all hosts."""
    stories: int = 0
    """Found in it."""
    taken: int = 0
    """Of these, how many were taken into the store or left out, from the first on."""
    stored: int = 0
    revised: int = 0
    known: int = 0
    skipped: Mapping[str, int] = field(default_factory=dict)
    """Responses and stories that were left out, by reason."""
    damage: tuple[str, ...] = ()
    """One phrase for each place that cannot be read."""


_KEPT = tuple(each.name for each in fields(WarcFile) if each.name != "id")


def known_file(db: Database, sha256: str, wanted: str) -> WarcFile | None:
    """The file with these bytes, if it was met before for this choice."""
    columns = ", ".join(("id", *_KEPT))
    row = db.execute(
        f"SELECT {columns} FROM warc_files WHERE sha256 = ? AND wanted = ?",  # noqa: S608
        (sha256, wanted),
    ).fetchone()
    if row is None:
        return None
    values = dict(zip(("id", *_KEPT), row, strict=True))
    values |= {
        "state": FileState(values["state"]),
        "skipped": json.loads(values["skipped"]),
        "damage": tuple(json.loads(values["damage"])),
    }
    return WarcFile(**values)


def keep_file(db: Database, file: WarcFile, *, run_id: int, now: datetime) -> WarcFile:
    """Write how a file stands; part of the transaction that stores what was read of it."""
    values: dict[str, object] = {name: getattr(file, name) for name in _KEPT}
    values |= {
        "skipped": json.dumps(dict(sorted(file.skipped.items()))),
        "damage": json.dumps(file.damage),
        "run_id": run_id,
        "changed_at": utc_text(now),
    }
    names = ", ".join(values)
    places = ", ".join(f":{name}" for name in values)
    updates = ", ".join(f"{name} = excluded.{name}" for name in values)
    (file_id,) = db.execute(
        f"INSERT INTO warc_files ({names}) VALUES ({places})"  # noqa: S608 - our own columns
        f" ON CONFLICT (sha256, wanted) DO UPDATE SET {updates} RETURNING id",
        values,
    ).fetchone()
    return replace(file, id=file_id)
