"""The three stories the project began from, read as plain text."""

from datetime import datetime
from pathlib import Path

import pytest

from crawler.extraction.page import PageKind
from crawler.extraction.text import read_text
from storage.records import Article

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
pytestmark = pytest.mark.skipif(
    not SEEDS.is_dir(), reason="the seed texts are not part of the repository (../shared/seeds)"
)


def article(number: str) -> Article:
    (path,) = SEEDS.glob(f"{number}_*.txt")
    page = read_text(path.read_text(encoding="utf-8"))
    assert page.kind is PageKind.ARTICLE
    assert page.article is not None
    return page.article


def test_seed_000_has_headline_photo_date_and_place() -> None:
    read = article("000")
    assert read.title == "Blora raih penghargaan pelayanan publik terbaik di Jateng"
    assert read.published == datetime.fromisoformat("2024-12-02T23:06:00+07:00")
    assert read.published_source == "visible"
    assert read.dateline == "BLORA"
    assert read.photo_credit == "Prokompim"
    assert read.caption is not None
    assert read.caption.startswith("Wakil Bupati Blora Tri Yuli Setyowati menerima")


def test_seed_000_text_is_the_eight_paragraphs_of_the_story() -> None:
    lines = article("000").text.split("\n")
    assert len(lines) == 8
    assert lines[0].startswith("Kabupaten Blora meraih penghargaan sebagai salah satu")
    assert lines[0].endswith("Senin,(2/12/2024).")
    assert lines[-1].endswith("pungkas Bondan.")


def test_seed_002_opens_with_the_story_and_has_no_date_of_its_own() -> None:
    read = article("002")
    assert read.title == ""
    assert read.published is None
    assert read.published_source is None
    assert read.dateline == "Semarang"
    assert read.warnings == ("title: the text opens without a headline",)
    lines = read.text.split("\n")
    assert len(lines) == 8
    assert lines[0].startswith("Pemerintah Kabupaten (Pemkab) Blora kembali")
    assert lines[-1].endswith("berdampak langsung bagi masyarakat.")


def test_seed_003_ends_with_its_own_last_sentence() -> None:
    text = article("003").text
    assert text.endswith(
        "menjadi inspirasi bagi daerah lain untuk terus meningkatkan "
        "mutu pelayanan kepada masyarakat."
    )


@pytest.mark.parametrize(
    "foreign",
    [
        "|",
        "---",
        "![",
        "Isi komentar",
        "Mistono",
        "BREAKING NEWS",
        "Perhutanan Sosial",
        "Purna Tugas",
        "Mangrove",
        "TRIBUNJATENG",
        "Komitmen pelayanan berkualitas!",
    ],
)
def test_seed_003_holds_nothing_of_the_page_around_it(foreign: str) -> None:
    assert foreign not in article("003").text


def test_seed_003_keeps_the_six_unit_scores_as_bullets() -> None:
    read = article("003")
    bullets = [line for line in read.text.split("\n") if line.startswith("- ")]
    assert [bullet.rpartition(": ")[2] for bullet in bullets] == [
        *("93,77", "89,07", "95,07", "95,86", "97,55", "90,90")
    ]
    assert read.dateline == "BATANG"
    assert read.description is not None
    assert read.description.startswith("Kabupaten Batang meraih Zona Hijau")
    assert read.published is None
