"""Results of public services: the year assessed, places from below, units that act for others."""

import pytest

from tests.awards.stories import HEADLINE, only_claim, read

OMBUDSMAN = "penilaian kepatuhan pelayanan publik Ombudsman RI"


@pytest.mark.parametrize(
    "months",
    [
        "sejak Juni-Oktober 2021",
        "pada Mei hingga Agustus 2021",
        "dalam periode Juli–September 2021",
    ],
)
def test_the_months_of_the_assessment_tell_its_year(months: str) -> None:
    text = (
        f"Kabupaten Kendal masuk zona hijau dengan nilai 84,10 dalam {OMBUDSMAN}. Penilaian"
        f" kepatuhan itu, kata dia, dilakukan terhadap 62 produk layanan {months}."
    )

    (claim,) = read(text, HEADLINE, None).claims

    assert (claim.score, claim.year) == (84.1, 2021)


def test_an_assessment_that_will_be_made_tells_no_year() -> None:
    text = (
        f"Kabupaten Kendal masuk zona hijau dengan nilai 84,10 dalam {OMBUDSMAN}. Penilaian"
        " berikutnya akan dilakukan Juni-Oktober 2026."
    )

    (claim,) = read(text, HEADLINE, None).claims

    assert claim.year is None


@pytest.mark.parametrize("rise", ["meningkat 0,36 dari", "naik sebesar 0,36 poin dari"])
def test_the_year_that_a_rise_is_counted_from_is_not_the_edition(rise: str) -> None:
    text = (
        f"Kota Tegal meraih nilai IPP 4,69 dari KemenPANRB, {rise} IPP tahun 2023, Rabu (3/7/2024)."
    )

    (claim,) = read(text, "Penyerahan Penghargaan Pelayanan Publik", None).claims

    assert (claim.score, claim.year) == (4.69, None)


@pytest.mark.parametrize("place", ["posisi dua terbawah", "urutan ketiga dari bawah"])
def test_a_place_counted_from_below_is_no_rank(place: str) -> None:
    text = f"Kota Tual berada di {place} dengan nilai 26,91 dalam {OMBUDSMAN} tahun 2019."

    (claim,) = read(text, "Terima Hasil Ombudsman, Kota Tual Berbenah", None).claims

    assert (claim.score, claim.rank) == (26.91, None)


@pytest.mark.parametrize("zone", ["zona kepatuhan hijau", "zona hijau", "zonasi hijau"])
def test_the_colour_of_a_zone_may_stand_behind_what_it_is_of(zone: str) -> None:
    text = f"Pemkab Kendal meraih nilai 98,18 dalam {OMBUDSMAN}, maka masuk {zone}."

    assert only_claim(text).zone == "hijau"


def test_whose_parts_were_looked_at_has_the_score() -> None:
    text = (
        "Pemkot Tegal menerima hasil penilaian kepatuhan pelayanan publik tahun 2022 dari Ombudsman"
        " RI, Jumat (10/3/2023). Penilaian untuk Kota Tegal dilakukan terhadap enam dinas dan dua"
        " puskesmas dan mendapat nilai 58,99."
    )

    claim = only_claim(text, "Pemkot Tegal Terima Hasil Penilaian Ombudsman")

    assert (claim.recipient, claim.score) == ("Kota Tegal", 58.99)


def test_an_award_called_after_an_office_is_given_to_the_regions_that_are_named() -> None:
    text = (
        "Pemkab Kendal menerima penghargaan Dukcapil Bisa dari Kemendagri. Hanya dua daerah yang"
        " menerima penghargaan Dukcapil Bisa yaitu Kabupaten Kendal dan Kota Tegal."
    )

    claims = read(text, "Kendal Raih Dukcapil Bisa").claims

    assert [claim.recipient for claim in claims] == ["Kabupaten Kendal", "Kota Tegal"]


def test_the_unit_that_brings_a_province_something_receives() -> None:
    text = (
        "Pemerintah Provinsi Jawa Tengah (Jateng) melalui Unit Pelaksana Teknis (UPT) Samsat Tegal"
        " 2 di bawah Badan Pendapatan Daerah Jateng berhasil dinobatkan Kementerian PANRB sebagai"
        " penyelenggara pelayanan publik dengan kategori Pelayanan Prima."
    )

    claim = only_claim(text, "Samsat Tegal 2 Dinobatkan Kementerian PANRB")

    assert claim.recipient.startswith("Samsat Tegal")
    assert claim.predicate == "Pelayanan Prima"


def test_what_is_compared_with_is_the_score_of_its_year() -> None:
    text = (
        "Nilai Indeks Kepuasaan Masyarakat (IKM) Kota Tegal tahun 2025 mencapai 89,89 dengan"
        " predikat sangat baik. Hasil itu meningkat jika dibandingkan hasil survei 2024 lalu dengan"
        " nilai IKM mencapai 88,74."
    )

    (claim,) = read(text, "Tak Hanya IPP, Indeks Kepuasaan Masyarakat Juga Tinggi", None).claims

    assert (claim.scheme, claim.score) == ("skm-ikm", 89.89)
    assert [(each.year, each.score) for each in claim.previous] == [(2024, 88.74)]
