"""The store names what its codes stand for."""

import pytest
from sqlite_utils import Database

from crawler.awards.catalogue import load_catalogue
from crawler.reference import refresh_reference
from storage.reference import keep_reference
from tests.storage.samples import fill


@pytest.fixture
def named(db: Database) -> Database:
    """A store with the names in it."""
    assert refresh_reference(db)
    return db


def test_all_schemes_and_regions_are_named(named: Database) -> None:
    assert named["schemes"].count == len(load_catalogue())
    assert named["regions"].count == 552
    assert named.table("regions").get("33.16")["full_name"] == "Kabupaten Blora"


def test_nothing_is_written_when_nothing_is_new(named: Database) -> None:
    before = named.conn.total_changes
    assert not refresh_reference(named)
    assert named.conn.total_changes == before


def test_names_of_before_give_way(named: Database) -> None:
    assert keep_reference(named, schemes=(), bands=(), regions=())
    assert named["schemes"].count == named["scheme_bands"].count == named["regions"].count == 0
    assert refresh_reference(named)
    assert named["regions"].count == 552


def test_the_bands_of_an_edition_can_be_asked_for(named: Database) -> None:
    rows = named.query(
        "SELECT predicate, zone FROM scheme_bands WHERE scheme = 'ombudsman-kepatuhan'"
        " AND 2018 BETWEEN from_year AND ifnull(to_year, 9999) ORDER BY place"
    )
    assert [(row["predicate"], row["zone"]) for row in rows] == [
        ("Kepatuhan Tinggi", "hijau"),
        ("Kepatuhan Sedang", "kuning"),
        ("Kepatuhan Rendah", "merah"),
    ]


def test_the_board_tells_the_names(named: Database) -> None:
    fill(named)
    (row,) = named.query("SELECT province, scheme_title, family FROM award_board")
    assert row["province"] == "Jawa Tengah"
    assert row["family"] == "public-service"
    assert row["scheme_title"] == load_catalogue()["ombudsman-kepatuhan"].title


def test_the_store_explains_a_column(named: Database) -> None:
    (row,) = named.query(
        "SELECT unit FROM data_dictionary WHERE relation = 'award_board' AND \"column\" = 'score'"
    )
    assert row["unit"] == "points of scale"
