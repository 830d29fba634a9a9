"""The dictionary tells the truth about the schema, and the queries of docs/store.md run."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from sqlite_utils import Database

from crawler.reference import refresh_reference
from storage.database import open_store
from storage.dictionary import dictionary_page, load_dictionary
from tests.storage.samples import fill

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "store.md").read_text(encoding="utf-8")
QUERIES = re.findall(r"^```sql\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)


def real(db: Database) -> dict[str, list[str]]:
    """Columns by table or view of a real store, without the index's own tables."""
    names = db.execute(
        "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view')"
        " AND name NOT GLOB '*_fts_*' AND name NOT GLOB 'sqlite_*'"
    ).fetchall()
    return {
        name: [
            column
            for (column,) in db.execute(
                "SELECT name FROM pragma_table_xinfo(?) WHERE hidden <> 1", (name,)
            )
        ]
        for (name,) in names
    }


def test_every_column_of_every_table_and_view_is_described_in_its_order(db: Database) -> None:
    described = {
        entry.name: [column.name for column in entry.columns]
        for entry in load_dictionary().values()
    }
    assert described == real(db)


def test_the_dictionary_s_page_is_made_from_it() -> None:
    page = (DOCS / "data-dictionary.md").read_text(encoding="utf-8")
    assert page == dictionary_page(), "python -m storage.dictionary docs/data-dictionary.md"


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: " ".join(query.split())[:40])
def test_each_example_query_runs_and_finds_something(db: Database, query: str) -> None:
    fill(db)
    refresh_reference(db)
    db.execute("UPDATE awards SET status = 'disputed'")
    db.execute(
        "INSERT INTO deliveries (alert_id, person, created_at, changed_at)"
        " SELECT id, 'a@example.org', created_at, created_at FROM alerts"
    )
    db.execute("UPDATE outlet_runs SET stored = 0")
    db.execute("UPDATE articles SET revision = 2")
    db.execute(
        "INSERT INTO gaps (outlet, starts_at, ends_at, state, reason, found_run) VALUES"
        " ('wartablora', '2024-12-01T18:30Z', '2024-12-02T18:30Z', 'lost', 'the feed ends', 1)"
    )
    db.execute(
        "INSERT INTO corrections (award_id, field, before, after, who, because, corrected_at)"
        " VALUES (1, 'score', '97,84', '97,85', 'Ani', 'laporan', '2024-12-04T01:00Z')"
    )
    db.execute(
        "INSERT INTO award_history (award_id, changed_at, cause, correction_id, field, after)"
        " VALUES (1, '2024-12-04T01:00Z', 'correction', 1, 'score', '97,85')"
    )
    rows = list(db.query(query))
    if "outlets = 1" not in query:
        assert rows


def test_the_python_example_runs(tmp_path: Path) -> None:
    with open_store(tmp_path / "piagam.sqlite") as db:
        fill(db)
    (example,) = re.findall(r"^```python\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
    ended = subprocess.run(
        [sys.executable, "-c", example], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert ended.stdout == "Kabupaten Blora 97.84\n"
