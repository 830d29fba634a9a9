"""Whatever the order and the grouping in which stores are merged, the same comes of it."""

from contextlib import closing
from itertools import permutations
from pathlib import Path

import pytest

from storage.database import open_store
from tests.merging.colleague import merge_into, three_stores
from tests.merging.contents import contents, indexes_are_whole


def held(path: Path) -> dict[str, list[tuple[object, ...]]]:
    with closing(open_store(path)) as db:
        assert indexes_are_whole(db)
        return contents(db)


@pytest.fixture
def stores(tmp_path: Path) -> tuple[Path, Path, Path]:
    return three_stores(tmp_path)


@pytest.fixture
def together(tmp_path: Path, stores: tuple[Path, Path, Path]) -> Path:
    merge_into(tmp_path / "together.sqlite", *stores)
    return tmp_path / "together.sqlite"


def test_each_order_gives_the_same(
    tmp_path: Path, stores: tuple[Path, ...], together: Path
) -> None:
    for number, order in enumerate(permutations(stores)):
        target = tmp_path / f"order-{number}.sqlite"
        merge_into(target, *order)
        assert held(target) == held(together)


def test_each_grouping_gives_the_same(
    tmp_path: Path, stores: tuple[Path, ...], together: Path
) -> None:
    for number, (one, two, three) in enumerate(permutations(stores)):
        pair, target = tmp_path / f"pair-{number}.sqlite", tmp_path / f"whole-{number}.sqlite"
        merge_into(pair, one, two)
        merge_into(target, three, pair)
        assert held(target) == held(together)


def test_one_after_the_other_gives_the_same(
    tmp_path: Path, stores: tuple[Path, ...], together: Path
) -> None:
    target = tmp_path / "target.sqlite"
    for store in stores:
        merge_into(target, store)
    assert held(target) == held(together)


def test_a_second_time_changes_nothing(stores: tuple[Path, ...], together: Path) -> None:
    before = held(together)
    again = merge_into(together, *stores)
    assert held(together) == before
    assert again.awards_settled == 0


def test_a_store_merged_into_nothing_is_that_store(
    tmp_path: Path, stores: tuple[Path, ...]
) -> None:
    for store in stores:
        target = tmp_path / f"only-{store.name}"
        merge_into(target, store)
        assert held(target) == held(store)


def test_a_store_merged_into_its_own_copy_changes_nothing(tmp_path: Path, together: Path) -> None:
    copy = tmp_path / "copy.sqlite"
    merge_into(copy, together)
    before = held(together)
    merged = merge_into(together, copy)
    assert held(together) == before
    assert merged.parts[0].rows.articles_new == merged.parts[0].rows.awards_new == 0
