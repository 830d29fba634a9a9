"""Which tables a query would walk from one end, as SQLite's own program for it shows."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from sqlite_utils import Database

GROWING = frozenset(
    {
        "addresses", "articles", "award_claims", "awards", "claim_previous", "claim_units",
        "claims", "evidence", "outlet_runs", "responses", "revisions",
    }
)  # fmt: skip
"""Tables that grow with every night."""
_WALKS = {"Rewind", "Last"}


def walked(db: Database, sql: str, values: Mapping[str, object]) -> set[str]:
    """The growing tables that the query reads from one end, or one of their whole indexes."""
    roots = dict(
        db.execute(
            "SELECT rootpage, tbl_name FROM sqlite_schema"
            " WHERE rootpage > 0 AND ifnull(sql, '') NOT LIKE 'CREATE INDEX%WHERE%'"
        ).fetchall()
    )
    opened: dict[int, str] = {}
    found = set()
    for _, opcode, cursor, root, *_ in db.execute(f"EXPLAIN {sql}", dict(values)):
        if opcode == "OpenRead":
            opened[cursor] = roots.get(root, "")
        elif opcode in _WALKS:
            found.add(opened.get(cursor, ""))
    return found & GROWING


@contextmanager
def asked(db: Database) -> Iterator[list[str]]:
    """The queries that are asked in the block, with their values."""
    queries: list[str] = []
    db.conn.set_trace_callback(_noted(queries))
    try:
        yield queries
    finally:
        db.conn.set_trace_callback(None)


def _noted(queries: list[str]) -> Callable[[str], None]:
    def note(query: str) -> None:
        if not query.startswith("--"):  # what the full-text index asks within itself
            queries.append(query)

    return note
