"""A zone told of all that a story lists is everybody's, unless words or other zones say no."""

import pytest

from tests.awards.stories import read

HEADLINE = "Ombudsman Umumkan Nilai Kepatuhan Pelayanan Publik di Kaltara"
STORY = (
    "TARAKAN - Ombudsman RI Perwakilan Kalimantan Utara menyerahkan hasil penilaian kepatuhan"
    " penyelenggaraan pelayanan publik tahun 2024, Kamis (5/12/2024).\n"
    "Tertinggi Kota Tarakan dengan nilai 96,04, kemudian Kabupaten Bulungan 93,77 dan Kabupaten"
    " Malinau 90,08.\n"
)


def zones(text: str, headline: str = HEADLINE) -> set[str | None]:
    claims = read(text, headline).claims
    assert len(claims) == 3
    return {claim.zone for claim in claims}


@pytest.mark.parametrize(
    "told",
    [
        "Seluruh pemerintah daerah di Kaltara berada di zona hijau.",
        "Tiga entitas itu masuk zona hijau.",
        "Seratus persen pemda di Kaltara menempati zona hijau.",
        "Semuanya hijau.",
        '"Tiga-tiganya zona hijau," kata kepala perwakilan.',
        'Tidak ada lagi yang kuning. "Hijau semua," kata kepala perwakilan.',
    ],
)
def test_all_have_the_zone_that_is_told_of_all(told: str) -> None:
    assert zones(STORY + told) == {"hijau"}


@pytest.mark.parametrize(
    "told",
    [
        "Hampir seluruh pemda di Kaltara berada di zona hijau.",
        "Semua pemda di Kaltara masuk zona hijau, kecuali satu.",
        "Semua pemda di Kaltara ditargetkan masuk zona hijau tahun depan.",
        "Tujuh entitas masuk zona hijau.",
        "Seluruh unit layanan pemda berada di zona hijau.",
    ],
)
def test_nobody_has_the_zone_that_is_told_of_some_or_wished(told: str) -> None:
    assert zones(STORY + told) == {None}


def test_a_zone_that_one_has_itself_takes_back_what_is_told_of_all() -> None:
    told = "Semua pemda di Kaltara masuk zona hijau.\nKabupaten Malinau masih di zona kuning."

    assert zones(STORY + told) == {None, "kuning"}
