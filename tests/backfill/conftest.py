"""An office that reads archives: a configuration with tiny outlets, and an empty store."""

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from crawler.archive.jobs import Wanted
from crawler.backfill import Order, backfill
from crawler.config import load_config
from crawler.processes import open_here
from storage.database import open_store
from storage.warc_files import WarcFile
from tests.backfill.warcs import Archive
from tests.crawling.conftest import first_night  # noqa: F401 - a fixture
from tests.crawling.tiny import describe
from tests.forked import Ended, Running, fork

PATIENCE = 120


AWARDS = ["Kabupaten Demak", "Kabupaten Jepara", "Kabupaten Kudus", "Kabupaten Pati"]
"""Who has an award by the stories of `news_file`."""


@dataclass(frozen=True, kw_only=True)
class Office:
    """One operator without a network."""

    folder: Path

    @property
    def config(self) -> Path:
        return self.folder / "piagam.toml"

    @property
    def store(self) -> Path:
        return self.folder / "piagam.sqlite"

    def configure(self, more: str = "") -> None:
        self.config.write_text(f'contact = "redaksi@example.id"\n{more}')

    def file(self, archive: Archive, name: str = "CC-NEWS-1.warc.gz") -> Path:
        return archive.write(self.folder / name)

    def recipients(self) -> list[Any]:
        """Who has an award in the store, in order."""
        return self.column("SELECT recipient FROM award_board ORDER BY recipient")

    def begin(self, *arguments: str) -> Running:
        given = ("--config", str(self.config), *arguments)
        return fork("tests.forked:piagam", given, folder=self.folder)

    def piagam(self, *arguments: str) -> Ended:
        return self.begin(*arguments).wait(PATIENCE)

    def read(
        self, *files: Path, outlets: Sequence[str] = (), again: bool = False, **wanted: Any
    ) -> WarcFile:
        """Read files in this process; what became of the first."""
        choice = Wanted(**{"language": "id", **wanted})
        order = Order(files=files, outlets=outlets, wanted=choice, again=again)
        done = backfill(load_config(self.config), order, workers=1, pool=open_here)
        return done.files[0].file

    def query(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        with closing(open_store(self.store)) as db:
            return [tuple(row) for row in db.execute(sql, values).fetchall()]

    def column(self, sql: str) -> list[Any]:
        return [value for (value,) in self.query(sql)]


@pytest.fixture
def office(tmp_path: Path) -> Office:
    made = Office(folder=tmp_path)
    made.configure()
    describe(tmp_path / "outlets", "kecil")
    return made


def dump(store: Path, *, without: Sequence[str] = ("runs", "warc_files", "leases")) -> list[str]:
    """Every row of every table with its number, but for the moments at which it was written."""
    with closing(open_store(store)) as db:
        tables = [
            name
            for (name,) in db.execute(
                "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
                " AND name NOT LIKE '%fts%' AND name NOT LIKE '_sqlite%' ORDER BY name"
            ).fetchall()
            if name not in without
        ]
        return sorted(
            f"{table}: {sorted((k, v) for k, v in row.items() if not _is_moment(k))}"
            for table in tables
            for row in db.query(f"SELECT * FROM {table}")  # noqa: S608
        )


def _is_moment(column: str) -> bool:
    return column.endswith("_at") and column not in ("fetched_at", "read_at")
