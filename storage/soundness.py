"""Is the store whole? What SQLite finds when it reads all of it."""

from dataclasses import dataclass

from sqlite_utils import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class Soundness:
    """What was found in the file."""

    damage: tuple[str, ...]
    """SQLite's words, at most five; empty when the file is whole."""
    orphans: tuple[str, ...]
    """Tables with rows that point to nothing."""


def soundness(db: Database) -> Soundness:
    """Reads every page; takes seconds for a large store. Raises StoreError."""
    said = [str(row[0]) for row in db.execute("PRAGMA quick_check(5)").fetchall()]
    orphans = db.execute('SELECT DISTINCT "table" FROM pragma_foreign_key_check').fetchall()
    return Soundness(
        damage=() if said == ["ok"] else tuple(said),
        orphans=tuple(str(table) for (table,) in orphans),
    )
