"""The index of another store's archive; its files are copied before."""

from sqlite_utils import Database

from storage.merging.columns import carried, of_runs

_KNOWN = f"""
    EXISTS (
        SELECT 1 FROM main.responses AS m WHERE m.url = s.url AND m.fetched_at = s.fetched_at
            AND m.start_byte = s.start_byte AND m.length = s.length
            AND m.run_id = {of_runs("run_id")["run_id"]}
    )
"""


def unknown_files(db: Database) -> tuple[str, ...]:
    """The files there that hold responses which are not in this archive."""
    rows = db.execute(
        f"SELECT DISTINCT s.file FROM other.responses AS s WHERE NOT {_KNOWN} ORDER BY s.file"
    )
    return tuple(file for (file,) in rows)


def take_responses(db: Database, file: str, copied: str) -> None:
    """Note the responses of a file there that lies here as `copied`; call inside `atomic()`."""
    others = of_runs("run_id") | {"file": ":copied"}
    db.execute(
        f"""
        {carried(db, "responses", others, without="id")}
        WHERE s.file = :file AND NOT {_KNOWN} ORDER BY s.id
        ON CONFLICT (file, start_byte) DO NOTHING
        """,
        {"file": file, "copied": copied},
    )
