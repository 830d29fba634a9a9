"""Whom the dead man's switch has told of which silence; once each, also after a crash."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlite_utils import Database

from storage.timestamps import utc_text


class SilenceKind(StrEnum):
    """What a letter tells."""

    SILENT = "silent"
    WELL = "well"


@dataclass(frozen=True, slots=True, kw_only=True)
class SilenceLetter:
    """One letter to one person; the triple is told once."""

    silence: str
    """The end of the last good run before it, or `never`."""
    person: str
    kind: SilenceKind


def begin_letter(db: Database, letter: SilenceLetter, now: datetime) -> None:
    """Note that it may leave from now on: after a crash it is not sent again."""
    db.execute(
        "INSERT INTO silence_letters (silence, person, kind, state, changed_at)"
        " VALUES (?, ?, ?, 'handing-over', ?)",
        (letter.silence, letter.person, letter.kind, utc_text(now)),
    )


def end_letter(db: Database, letter: SilenceLetter, *, state: str | None, now: datetime) -> None:
    """`sent` or `refused`; None when it did not leave and is to be tried again."""
    key = (letter.silence, letter.person, letter.kind)
    if state is None:
        db.execute("DELETE FROM silence_letters WHERE silence = ? AND person = ? AND kind = ?", key)
        return
    db.execute(  # one that was refused at once was never begun
        "INSERT INTO silence_letters (silence, person, kind, state, changed_at)"
        " VALUES (?, ?, ?, ?, ?) ON CONFLICT (silence, person, kind)"
        " DO UPDATE SET state = excluded.state, changed_at = excluded.changed_at",
        (*key, state, utc_text(now)),
    )


def letters_told(db: Database) -> frozenset[SilenceLetter]:
    """All that were told or may have been."""
    rows = db.execute("SELECT silence, person, kind FROM silence_letters").fetchall()
    return frozenset(
        SilenceLetter(silence=silence, person=person, kind=SilenceKind(kind))
        for silence, person, kind in rows
    )


def first_start(db: Database) -> datetime | None:
    """When the first crawl ever began."""
    (moment,) = db.execute("SELECT min(started_at) FROM runs WHERE kind = 'crawl'").fetchone()
    return None if moment is None else datetime.fromisoformat(moment)
