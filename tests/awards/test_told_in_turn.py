"""Numbers told in turn of those named before, and whose the units between two regions are."""

import pytest

from tests.awards.stories import GRANT, read

PLAIN = f"{GRANT} dengan nilai 97,93.\n\n"


@pytest.mark.parametrize(
    "turn",
    ["Nilainya berturut-turut", "Skor mereka masing-masing", "Perolehannya secara berurutan"],
)
def test_as_many_numbers_as_offices_in_the_sentence_before(turn: str) -> None:
    told = f"Unit lain ialah Disdukcapil, DPMPTSP, dan Dinsos P3A. {turn} 98,40, 98,11, dan 97,02."
    (claim,) = read(PLAIN + told).claims
    assert [(each.unit, each.score) for each in claim.units] == [
        ("Disdukcapil", 98.4),
        ("DPMPTSP", 98.11),
        ("Dinsos P3A", 97.02),
    ]


def test_fewer_numbers_than_offices_are_of_nobody_certain() -> None:
    told = (
        "Unit lain ialah Disdukcapil, DPMPTSP, dan Dinsos. Nilainya masing-masing 98,40 dan 98,11."
    )
    (claim,) = read(PLAIN + told).claims
    assert ("DPMPTSP", 98.4) not in [(each.unit, each.score) for each in claim.units]


def test_a_clinic_called_like_a_far_capital_lies_in_the_region_of_the_story() -> None:
    (claim,) = read(f"{PLAIN}Nilai Puskesmas Wates 98,45 dan Dinsos 97,10.").claims
    assert [each.unit for each in claim.units] == ["Puskesmas Wates", "Dinsos"]


def test_a_clinic_called_like_a_capital_tells_where_it_lies_where_nothing_else_does() -> None:
    told = (
        "Puskesmas Wates meraih penghargaan penilaian kepatuhan pelayanan publik tahun 2024 dari "
        "Ombudsman RI dengan nilai 98,45."
    )
    (claim,) = read(told, "Puskesmas Wates Raih Penghargaan Ombudsman").claims
    assert claim.recipient == "Puskesmas Wates Kabupaten Kulon Progo"


def test_the_province_behind_a_place_is_where_it_was_won() -> None:
    told = (
        "Kabupaten Morowali meraih penghargaan penilaian kepatuhan 2024 Ombudsman RI, nilai 93,15."
    )
    headline = "Bupati Morowali Terima Penghargaan Ombudsman Peringkat Dua Sulteng"
    assert [c.recipient for c in read(told, headline).claims] == ["Kabupaten Morowali"]


def test_offices_of_the_province_in_which_all_regencies_lie() -> None:
    told = (
        "Malam Anugerah Keterbukaan Informasi Publik 2024 digelar Senin (2/12/2024).\n\nPada "
        "kategori kabupaten/kota, Kabupaten Konawe keluar sebagai terbaik I dengan nilai 96,33, "
        "terbaik II Kabupaten Kolaka (88,25).\n\nPada kategori OPD provinsi, terbaik I diraih "
        "Bappeda dengan 97,40, terbaik II Dinas Kehutanan 95,15."
    )
    claims = read(told, "Anugerah KIP 2024: Konawe Terbaik, Kolaka Kedua").claims
    assert {(c.recipient, c.score) for c in claims} == {
        ("Kabupaten Konawe", 96.33),
        ("Kabupaten Kolaka", 88.25),
        ("Bappeda Provinsi Sulawesi Tenggara", 97.4),
        ("Dinas Kehutanan Provinsi Sulawesi Tenggara", 95.15),
    }
