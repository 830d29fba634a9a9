"""A view that changes gets another version: analysts build on what a view means."""

import hashlib
import tomllib
from pathlib import Path

from sqlite_utils import Database

KNOWN = tomllib.loads((Path(__file__).parent / "view_versions.toml").read_text(encoding="utf-8"))


def digests(db: Database) -> dict[str, str]:
    """The first letters of a digest of each view's words."""
    rows = db.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'view'")
    return {
        name: hashlib.sha256(" ".join(sql.split()).encode()).hexdigest()[:12] for name, sql in rows
    }


def test_every_view_has_a_version(db: Database) -> None:
    versions = {name for (name,) in db.execute("SELECT view FROM view_versions")}
    assert versions == set(digests(db))


def test_no_view_changes_without_another_version(db: Database) -> None:
    versions = dict(db.execute("SELECT view, version FROM view_versions"))
    now = {name: {"version": versions[name], "digest": each} for name, each in digests(db).items()}
    assert now == KNOWN, "number the changed view anew in its migration and in view_versions.toml"
