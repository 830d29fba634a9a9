"""The index of the archive: which response lies where, and for which address it was asked."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from storage.timestamps import utc_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where one response lies: a record of a WARC file."""

    file: str
    """Below the archive's folder, without `.open`."""
    start_byte: int
    length: int
    """Bytes of the record as it lies there, compressed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """One response in the archive."""

    url: str
    status: int
    run_id: int
    place: Place


def index_response(  # noqa: PLR0913 - all by keyword
    db: Database,
    *,
    run_id: int,
    outlet: str,
    address: str | None,
    url: str,
    status: int,
    place: Place,
    now: datetime,
) -> None:
    """Note where a response lies, unless that is known.

    `address` is what it was to settle, None for a discovery page.
    """
    db.execute(
        """
        INSERT INTO responses
            (run_id, outlet, address, url, status, fetched_at, file, start_byte, length)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (file, start_byte) DO NOTHING
        """,
        (
            run_id,
            outlet,
            address,
            url,
            status,
            utc_text(now),
            place.file,
            place.start_byte,
            place.length,
        ),
    )


def responses_for(db: Database, address: str) -> tuple[tuple[Kept, ...], ...]:
    """What came for an address, run by run, the latest run first, in the order of asking."""
    runs: dict[int, list[Kept]] = {}
    rows = db.execute(
        "SELECT url, status, run_id, file, start_byte, length FROM responses"
        " WHERE address = ? ORDER BY run_id DESC, id",
        (address,),
    )
    for url, status, run_id, file, start_byte, length in rows:
        place = Place(file=file, start_byte=start_byte, length=length)
        kept = Kept(url=url, status=status, run_id=run_id, place=place)
        runs.setdefault(run_id, []).append(kept)
    return tuple(tuple(each) for each in runs.values())


def stories_by_file(
    db: Database, outlets: Sequence[str] = ()
) -> tuple[tuple[int, str, str | None], ...]:
    """Each article of these outlets (all where none is named), its outlet, and the file with the
    first page of its latest reading; file by file, those behind the archive's reach last."""
    rows = db.execute(
        """
        SELECT id, outlet, (
            SELECT file FROM responses WHERE address = ifnull(articles.address, articles.url)
            ORDER BY run_id DESC, id LIMIT 1
        ) AS file
        FROM articles WHERE :all OR outlet IN (SELECT value FROM json_each(:outlets))
        ORDER BY file IS NULL, file, outlet, id
        """,
        {"all": not outlets, "outlets": json.dumps(list(outlets))},
    )
    return tuple(rows.fetchall())


def indexed_bytes(db: Database, file: str) -> int:
    """How far the records of a file reach that the index knows; 0 when it knows none."""
    (end,) = db.execute(
        "SELECT ifnull(max(start_byte + length), 0) FROM responses WHERE file = ?", (file,)
    ).fetchone()
    return int(end)


def files_before(db: Database, moment: datetime) -> tuple[str, ...]:
    """The files whose every response came before this moment (aware)."""
    rows = db.execute(
        "SELECT file FROM responses GROUP BY file HAVING max(fetched_at) < ? ORDER BY file",
        (utc_text(moment),),
    )
    return tuple(file for (file,) in rows)


def forget_file(db: Database, file: str) -> None:
    """The index no longer knows the records of this file."""
    db.execute("DELETE FROM responses WHERE file = ?", (file,))


def each_file(db: Database) -> Iterator[str]:
    """Every file that the index knows."""
    for (file,) in db.execute("SELECT DISTINCT file FROM responses ORDER BY file").fetchall():
        yield file
