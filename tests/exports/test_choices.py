"""Which tables and rows are exported, and where to."""

import json
from datetime import timedelta

import pytest
from sqlite_utils import Database

from tests.cli.console import Console
from tests.exports.samples import ODD_TEXTS, exported
from tests.storage.samples import NOW

LATER = NOW + timedelta(days=30)


def test_texts_are_left_out_unless_they_are_asked_for(console: Console, db: Database) -> None:
    assert "text" not in exported(console, "articles")[0]
    assert "97,84" in str(exported(console, "articles", "--with-texts")[0]["text"])


@pytest.mark.parametrize(
    ("arguments", "count"),
    [
        (["awards", "--region", "Blora"], 1),
        (["awards", "--region", "Jawa Tengah"], len(ODD_TEXTS) + 1),
        (["awards", "--year", "1950"], 1),
        (["awards", "--scheme", "pekppp-ipp"], 0),
        (["reports", "--region", "Blora"], 2),
        (["reports", "--region", "Kota Tegal"], 0),
        (["score_history", "--region", "Blora"], 2),
        (["score_history", "--region", "Blora", "--year", "2023"], 1),
        (["articles", "--region", "Blora"], 2),
        (["articles", "--region", "Kota Tegal"], 0),
        (["awards", "--since", "2024-12-03"], len(ODD_TEXTS) + 1),
        (["awards", "--since", "2024-12-03T01:31"], 0),
        (["articles", "--since", "2024-12-02T18:30:00Z"], 2),
        (["articles", "--since", "2024-12-02T18:30:01Z"], 0),
        (["certificate", "--since", "2024-12-03T01:31+07:00"], 0),
    ],
)
def test_rows_are_chosen_by_region_scheme_edition_and_moment(
    console: Console, db: Database, arguments: list[str], count: int
) -> None:
    """All was stored on 2 December at 18:30 UTC, which is the 3rd, 01:30, in Jakarta."""
    assert len(exported(console, *arguments)) == count


def test_after_a_moment_come_changed_and_withdrawn_awards_with_all_their_reports(
    console: Console, db: Database
) -> None:
    db.execute(
        "UPDATE awards SET status = 'withdrawn', changed_at = ? WHERE id = 2", (LATER.isoformat(),)
    )
    since = ("--since", (NOW + timedelta(days=1)).isoformat())
    (award,) = exported(console, "awards", *since)
    assert (award["award_id"], award["status"]) == (2, "withdrawn")
    assert (award["recipient"], award["venue"], award["reports"]) == ("Kota Tegal", "=1+1", None)
    assert 2 not in [each["award_id"] for each in exported(console, "awards")]
    assert exported(console, "reports", *since) == []
    db.execute("UPDATE revisions SET stored_at = ? WHERE id = 2", (LATER.isoformat(),))
    assert [each["award_id"] for each in exported(console, "awards", *since)] == [1, 2]
    assert len(exported(console, "reports", *since)) == 2


def test_a_package_says_which_tables_a_choice_left_whole(console: Console, db: Database) -> None:
    said = console.run(
        "export", "--format", "package", "--to", "out", "--year", "1950", "--since", "2024-12-02"
    )
    whole, wrote = said.out.splitlines()[-2:]
    assert whole == (
        "whole, since the choice cannot narrow them: score_history, outlets, coverage,"
        " outlet_health, certificate, schemes, scheme_bands, regions"
    )
    assert wrote == "wrote out"
    told = json.loads((console.folder / "out/datapackage.json").read_text(encoding="utf-8"))
    assert told["description"].startswith("Only what `--year 1950 --since 2024-12-02` chooses.")


@pytest.mark.parametrize(
    ("arguments", "files"),
    [
        (["awards", "--to", "a.csv"], ["a.csv"]),
        (["awards", "--to", "a.JSONL"], ["a.JSONL"]),
        (["awards", "--format", "parquet"], ["awards.parquet"]),
        (["awards", "--format", "xlsx"], ["awards.xlsx"]),
        (["awards", "reports", "awards", "--to", "new"], ["new/awards.csv", "new/reports.csv"]),
        (["awards", "--to", "new/"], ["new/awards.csv"]),
        (["awards", "--to", "awards.txt", "--format", "csv"], ["awards.txt"]),
        (["awards", "reports", "--to", "on.2026"], ["on.2026/awards.csv", "on.2026/reports.csv"]),
        (["awards", "--to", "there"], ["there/awards.csv"]),
        (["awards", "--to", "there", "--format", "xlsx"], ["there/awards.xlsx"]),
        (["regions", "--to", "link.csv"], ["there/old.csv"]),
        (["schemes", "regions"], ["piagam-export/regions.csv", "piagam-export/schemes.csv"]),
        (["--format", "xlsx"], ["piagam-export.xlsx"]),
    ],
)
def test_where_nobody_says_all_a_place_and_a_format_are_found(
    console: Console, db: Database, arguments: list[str], files: list[str]
) -> None:
    (console.folder / "there").mkdir()
    (console.folder / "link.csv").symlink_to("there/old.csv")
    before = set(console.folder.rglob("*"))
    said = console.run("export", *arguments)
    assert (said.code, said.err) == (0, "")
    made = {each for each in set(console.folder.rglob("*")) - before if each.is_file()}
    made.discard(console.folder / "link.csv")
    assert sorted(str(each.relative_to(console.folder)) for each in made) == files
