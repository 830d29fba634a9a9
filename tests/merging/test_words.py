"""What people said of awards, and what became of those, is merged too."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import permutations
from pathlib import Path

import pytest
from sqlite_utils import Database

from crawler.correcting import Word, correct, undo
from storage.award_records import CorrectedField
from storage.awards import award_by_id
from storage.corrections import history_of
from tests.linking.paper import FIRST, OTHER, THIRD, score
from tests.merging.colleague import Colleague, merge_into
from tests.merging.contents import contents, indexes_are_whole
from tests.storage.samples import NOW


def word(who: str, hour: float, because: str = "laporan Ombudsman") -> Word:
    return Word(who=who, because=because, now=NOW + timedelta(hours=hour))


def says(db: Database, field: str, value: str, said: Word) -> None:
    (award_id,) = db.execute("SELECT id FROM awards WHERE status <> 'withdrawn'").fetchone()
    correct(db, award_by_id(db, award_id), CorrectedField(field), value, said)


def takes_back(db: Database, field: str, said: Word) -> None:
    (award_id,) = db.execute("SELECT award_id FROM corrections").fetchone()
    undo(db, award_by_id(db, award_id), CorrectedField(field), said)


def awards(db: Database) -> list[tuple[object, ...]]:
    return db.execute(
        "SELECT recipient, edition_year, score_raw, venue, status FROM awards"
        " WHERE status <> 'withdrawn' ORDER BY edition_year"
    ).fetchall()


@pytest.fixture
def stores(tmp_path: Path) -> Iterator[tuple[Colleague, Colleague]]:
    """Two who know the same award from a story of their own, and one that both have read."""
    ani, budi = (Colleague(tmp_path / f"{who}.sqlite", who) for who in ("ani", "budi"))
    ani.reads(FIRST, score("97,84"), hour=10).reads(OTHER, score("97,84"), hour=11)
    budi.reads(FIRST, score("97,84"), hour=12).reads(THIRD, score("97,84"), hour=13)
    yield ani, budi
    for each in (ani, budi):
        each.db.close()


def each_way(tmp_path: Path, ani: Colleague, budi: Colleague) -> list[Database]:
    """Ani's with Budi's, Budi's with Ani's, and a new one with both in either order."""
    found = []
    for number, order in enumerate(permutations((ani, budi))):
        new = Colleague(tmp_path / f"new-{number}.sqlite", "citra")
        merge_into(new.path, *(each.path for each in order))
        found.append(new.db)
    merge_into(ani.path, budi.path)
    merge_into(budi.path, ani.path)
    return [*found, ani.db, budi.db]


def assert_alike(stores: list[Database]) -> None:
    for each in stores:
        assert indexes_are_whole(each)
        assert contents(each) == contents(stores[0])


def test_of_two_words_on_a_field_the_later_counts(
    tmp_path: Path, stores: tuple[Colleague, Colleague]
) -> None:
    ani, budi = stores
    says(budi.db, "score", "98,1", word("budi", 20))
    says(ani.db, "score", "98,2", word("ani", 21))
    says(budi.db, "venue", "Hotel Quest", word("budi", 22))
    merged = each_way(tmp_path, ani, budi)
    assert_alike(merged)
    assert awards(merged[0]) == [("Kabupaten Blora", 2024, "98,2", "Hotel Quest", "corrected")]


def test_a_word_that_was_taken_back_in_one_store_holds_in_none(
    tmp_path: Path, stores: tuple[Colleague, Colleague]
) -> None:
    ani, budi = stores
    says(ani.db, "score", "98,2", word("ani", 20))
    merge_into(budi.path, ani.path)
    assert awards(budi.db)[0][2] == "98,2"
    takes_back(ani.db, "score", word("ani", 22, "salah"))
    merged = each_way(tmp_path, ani, budi)
    assert_alike(merged)
    assert awards(merged[0])[0][2:] == ("97,84", None, "agreed")


@pytest.mark.parametrize(
    ("field", "value", "is_now"),
    [
        ("recipient", "Kota Semarang", ("Kota Semarang", 2024, "97,84", None, "corrected")),
        ("edition_year", "2023", ("Kabupaten Blora", 2023, "97,84", None, "corrected")),
    ],
)
def test_an_award_that_a_person_moved_stays_one_award_with_one_alert(
    tmp_path: Path,
    stores: tuple[Colleague, Colleague],
    field: str,
    value: str,
    is_now: tuple[object, ...],
) -> None:
    ani, budi = stores
    says(ani.db, field, value, word("ani", 20))
    merged = each_way(tmp_path, ani, budi)
    assert_alike(merged)
    for each in merged:
        assert awards(each) == [is_now]
        assert each.execute("SELECT count(*) FROM awards").fetchone() == (1,)
        assert each.execute("SELECT count(*) FROM alerts WHERE kind = 'new'").fetchone() == (1,)


def test_an_award_that_only_a_person_keeps_is_carried_with_the_word(tmp_path: Path) -> None:
    ani = Colleague(tmp_path / "ani.sqlite", "ani")
    ani.reads(FIRST, score("97,84"), hour=10)
    says(ani.db, "venue", "Hotel Quest", word("ani", 20))
    ani.reads(FIRST, hour=21, text="Ralat.")
    target = Colleague(tmp_path / "new.sqlite", "citra")
    merge_into(target.path, ani.path)
    assert awards(target.db) == awards(ani.db)
    assert awards(target.db) == [("Kabupaten Blora", 2024, "97,84", "Hotel Quest", "corrected")]
    assert contents(target.db) == contents(ani.db)


def test_a_word_against_an_award_withdraws_it_everywhere(
    tmp_path: Path, stores: tuple[Colleague, Colleague]
) -> None:
    ani, budi = stores
    says(budi.db, "award", "no", word("budi", 20))
    merged = each_way(tmp_path, ani, budi)
    assert_alike(merged)
    assert awards(merged[0]) == []


def test_the_history_of_an_award_is_kept_in_the_order_of_time(
    tmp_path: Path, stores: tuple[Colleague, Colleague]
) -> None:
    ani, budi = stores
    says(budi.db, "score", "98,1", word("budi", 20))
    says(ani.db, "venue", "Hotel Quest", word("ani", 21))
    says(budi.db, "score", "98,3", word("budi", 22))
    merge_into(ani.path, budi.path)
    merge_into(ani.path, budi.path)
    (award_id,) = ani.db.execute("SELECT id FROM awards").fetchone()
    told = [
        (each.change.field, each.change.after, each.correction and each.correction.who)
        for each in history_of(ani.db, award_id)
        if each.correction is not None and each.change.field != "status"
    ]
    assert told == [
        ("score", "98,1", "budi"),
        ("venue", "Hotel Quest", "ani"),
        ("score", "98,3", "budi"),
    ]
    moments = [each.changed_at for each in history_of(ani.db, award_id)]
    assert moments == sorted(moments)
