"""Two stores that have read the same story: every version is kept, and one reading counts."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlite_utils import Database

from crawler.keeping import Entry, keep_claims
from storage.articles import held_article
from storage.reading.stories import version_before, versions_of
from storage.records import Claim
from tests.linking.paper import FIRST, OTHER, score
from tests.merging.colleague import Colleague, merge_into
from tests.merging.contents import contents, indexes_are_whole
from tests.storage.samples import NOW

SAME = "Ombudsman menilai Kabupaten Blora."


@pytest.fixture
def ani(tmp_path: Path) -> Iterator[Colleague]:
    made = Colleague(tmp_path / "ani.sqlite", "ani")
    yield made
    made.db.close()


@pytest.fixture
def budi(tmp_path: Path) -> Iterator[Colleague]:
    made = Colleague(tmp_path / "budi.sqlite", "budi")
    yield made
    made.db.close()


def merged_both_ways(ani: Colleague, budi: Colleague) -> Database:
    """Each into the other; what comes of it is the same."""
    merge_into(ani.path, budi.path)
    merge_into(budi.path, ani.path)
    assert indexes_are_whole(ani.db)
    assert contents(ani.db) == contents(budi.db)
    return ani.db


def reads_again(who: Colleague, *said: Claim) -> None:
    """Other rules read the stored story."""
    plain = [replace(each, evidence=(), proof=None) for each in said]
    now = NOW + timedelta(hours=40)
    with who.db.atomic():
        entry = Entry(run_id=1, now=now, began=now, is_backfilled=True)
        keep_claims(who.db, held_article(who.db, 1).stored, plain, entry)


def counting(db: Database) -> list[tuple[str, str]]:
    """The scores that count, and by which rules they were read."""
    return db.execute(
        "SELECT score_raw, rules_version FROM claims WHERE superseded_run IS NULL ORDER BY id"
    ).fetchall()


def numbers(db: Database) -> list[tuple[int, str]]:
    return db.execute("SELECT number, text FROM revisions ORDER BY number").fetchall()


def test_versions_are_numbered_as_they_were_stored_and_the_last_one_counts(
    ani: Colleague, budi: Colleague
) -> None:
    ani.reads(FIRST, score("90"), hour=10, text="Satu.")
    ani.reads(FIRST, score("92"), hour=14, text="Tiga.")
    budi.reads(FIRST, score("91"), hour=12, text="Dua.")
    db = merged_both_ways(ani, budi)
    assert numbers(db) == [(1, "Satu."), (2, "Dua."), (3, "Tiga.")]
    assert [raw for raw, _ in counting(db)] == ["92"]
    assert db.execute("SELECT revision, text FROM articles").fetchall() == [(3, "Tiga.")]
    assert db.execute("SELECT score_raw FROM awards").fetchall() == [("92",)]


def test_a_text_that_came_back_counts_again(ani: Colleague, budi: Colleague) -> None:
    ani.reads(FIRST, score("90"), hour=10, text="Satu.")
    budi.reads(FIRST, score("91"), hour=12, text="Dua.")
    ani.reads(FIRST, score("91"), hour=13, text="Dua.").reads(
        FIRST, score("90"), hour=15, text="Satu."
    )
    db = merged_both_ways(ani, budi)
    assert [text for _, text in numbers(db)] == ["Satu.", "Dua.", "Dua.", "Satu."]
    assert [raw for raw, _ in counting(db)] == ["90"]
    assert [each.revision for each in versions_of(db, 1, 10)] == [4, 3, 1]


def test_one_text_that_both_stored_is_told_as_no_change(ani: Colleague, budi: Colleague) -> None:
    ani.reads(FIRST, hour=10, text=SAME).reads(OTHER, hour=11, text="Satu.")
    budi.reads(FIRST, hour=12, text=SAME).reads(OTHER, hour=13, text="Dua.")
    merged = merge_into(ani.path, budi.path)
    assert [each.rows.articles_revised for each in merged.parts] == [1]
    assert [version_before(ani.db, 1, number) for number in (1, 2)] == [None, None]
    assert version_before(ani.db, 2, 2) == 1


def test_of_one_version_the_reading_by_the_later_rules_counts(
    tmp_path: Path, ani: Colleague, budi: Colleague
) -> None:
    ani.reads(FIRST, score("90", rules_version="9+a"), hour=10, text=SAME)
    merge_into(budi.path, ani.path)
    reads_again(budi, score("91", rules_version="10+b"))
    db = merged_both_ways(ani, budi)
    assert counting(db) == [("91", "10+b")]


def test_a_reading_that_found_nothing_takes_the_place_of_the_one_before(
    ani: Colleague, budi: Colleague
) -> None:
    ani.reads(FIRST, score("90"), hour=10, text=SAME)
    merge_into(budi.path, ani.path)
    reads_again(budi)
    db = merged_both_ways(ani, budi)
    assert counting(db) == []
    assert db.execute("SELECT status FROM awards").fetchall() == [("withdrawn",)]


def test_the_details_of_the_later_reading_count_and_the_first_storing_of_the_earlier(
    ani: Colleague, budi: Colleague
) -> None:
    ani.reads(FIRST, hour=10, text=SAME)
    budi.reads(FIRST, hour=12, text=SAME)
    budi.db.execute("UPDATE articles SET section = 'daerah', authors = '[\"Citra\"]'")
    db = merged_both_ways(ani, budi)
    (row,) = db.query("SELECT section, authors, first_stored_at, last_stored_at FROM articles")
    moments = [(NOW + timedelta(hours=hour)).isoformat() for hour in (10, 12)]
    assert tuple(row.values()) == ("daerah", '["Citra"]', *moments)


def test_copies_are_found_across_stores(ani: Colleague, budi: Colleague) -> None:
    words = "Ombudsman memberi Kabupaten Blora nilai 97,84 untuk kepatuhan pelayanan publik."
    ani.reads(FIRST, score("97,84"), hour=10, text=words)
    budi.reads(OTHER, score("97,84"), hour=12, text=words)
    db = merged_both_ways(ani, budi)
    assert db.execute("SELECT similarity FROM similar_articles").fetchall() == [(1.0,)]
    assert db.execute("SELECT independent_reports, copies FROM award_board").fetchall() == [(1, 1)]
