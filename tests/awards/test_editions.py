"""Which edition a story tells of."""

from datetime import datetime

import pytest

from crawler.awards.bodies import find_cast
from crawler.awards.catalogue import load_catalogue
from crawler.awards.editions import edition_of
from crawler.awards.gazetteer import load_gazetteer
from crawler.awards.schemes_named import find_schemes
from crawler.awards.text import fold, tell, whole_of
from tests.awards.stories import article, read

GRANT = (
    "Pemkab Batang meraih nilai 93,74 dalam penilaian kepatuhan penyelenggaraan pelayanan publik"
    "{year} dari Ombudsman RI. Piagam diserahkan di Hotel Quest Semarang, Senin (2/12/2024)."
)
TITLE = "Pemkab Batang Raih Nilai 93,74 dari Ombudsman"


@pytest.mark.parametrize(
    ("published", "said", "stated", "edition"),
    [
        ("2024-12-03T10:00:00+07:00", " tahun 2024", 2024, 2024),
        ("2024-12-03T10:00:00+07:00", "", None, 2024),
        ("2025-01-20T10:00:00+07:00", "", None, 2024),
    ],
)
def test_a_stated_year_is_kept_and_a_missing_one_comes_from_the_calendar(
    published: str, said: str, stated: int | None, edition: int
) -> None:
    reading = read(GRANT.format(year=said), TITLE, datetime.fromisoformat(published))

    (claim,) = reading.claims
    assert (claim.year, claim.edition_year) == (stated, edition)
    assert claim.award_date is not None
    assert claim.award_date.isoformat() == "2024-12-02"


def test_an_old_edition_told_again_out_of_season_is_silent() -> None:
    published = datetime.fromisoformat("2025-09-02T10:00:00+07:00")

    assert read(GRANT.format(year=" tahun 2024"), TITLE, published).claims == ()


def stated(text: str, scheme: str, published: str, title: str = "") -> int | None:
    """The year that a text states for a scheme."""
    told = article(text, title, datetime.fromisoformat(f"{published}T09:00:00+07:00"))
    folded = fold(whole_of(told))
    catalogue = load_catalogue()
    grantors = {scheme.id: scheme.grantors for scheme in catalogue.values()}
    cast = find_cast(folded, load_gazetteer(), grantors)
    named = find_schemes(folded, cast, catalogue)
    return edition_of(tell(told, folded), named, catalogue[scheme]).stated


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Kabupaten Blora meraih predikat BB pada SAKIP 2024.", 2024),
        ("Pada 2024 Kabupaten Blora membawa pulang SAKIP Award.", 2024),
        ("Nilai SAKIP Kabupaten Blora naik dari 68,10 pada 2024 dan kini BB.", None),
        ("SAKIP Kabupaten Blora pada 2022 bernilai 61,2 dan 2024 menyentuh 70,1.", 2024),
        ("Sejak 2024 Kabupaten Blora tak lagi CC dalam SAKIP.", None),
        ("Nilai SAKIP masuk RPJMD 2024 Kabupaten Blora.", None),
        ("Hasil evaluasi tahun 2024 sudah keluar. Nilai SAKIP Kabupaten Blora BB.", 2024),
        ("SAKIP Kabupaten Blora BB sesuai Perpres Nomor 29 Tahun 2024.", None),
        ("Evaluasi SAKIP Kabupaten Blora itu menurut UU Nomor 25 tahun 2024.", None),
        ("Piagam SAKIP diterima Bupati Blora, 14 Januari 2024.", None),
        ("SAKIP Kabupaten Blora BB, modal menuju Indonesia Emas 2025.", None),
    ],
)
def test_a_year_is_the_editions_when_it_stands_with_the_scheme(text: str, year: int | None) -> None:
    assert stated(text, "sakip", "2025-01-20") == year


def test_the_year_of_the_assessment_beats_that_of_the_ceremony() -> None:
    text = "Anugerah Meritokrasi 2024 diberikan KASN. Anugerah meritokrasi 2023 sudah lama lewat."

    assert stated(text, "meritokrasi", "2024-12-10") == 2024
    summit = "Pada SPBE Summit 2024 indeks SPBE 2023 Kabupaten Blora diumumkan."
    assert stated(summit, "spbe-pemdi", "2024-05-28") == 2023


def test_each_scheme_of_a_story_has_its_own_year() -> None:
    text = "Kabupaten Blora meraih Swasti Saba 2023. Untuk SAKIP 2022 nilainya BB."

    assert stated(text, "swasti-saba", "2023-01-10") == 2023
    assert stated(text, "sakip", "2023-01-10") == 2022


def test_a_year_told_of_all_assessments_is_that_of_every_scheme_without_its_own() -> None:
    text = (
        "Inilah hasil penilaian tahun 2024 atas Kabupaten Blora:\n- SAKIP: BB\n- IGA 2023: inovatif"
    )

    assert stated(text, "sakip", "2025-01-20") == 2024


def test_a_decree_on_the_year_before_is_still_news_at_the_next_ceremony() -> None:
    text = (
        "Kabupaten Blora menerima penghargaan Kabupaten Peduli HAM Tahun 2021, Senin (12/12/2022)."
    )

    assert stated(text, "kabupaten-kota-peduli-ham", "2022-12-13") == 2021
