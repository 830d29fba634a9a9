"""Whose contest it is, which kinds of bodies it has, and reports by their colours."""

import pytest

from tests.awards.stories import read


@pytest.mark.parametrize("province", ["Provinsi Jawa Timur", "Jatim", "(Kovablik) Jawa Timur"])
def test_a_province_behind_a_contest_tells_whose_it_is(province: str) -> None:
    claims = read(
        "Inovasi itu diraih Puskesmas Ampelgading Kabupaten Malang dan dinobatkan sebagai Top 30"
        f" Kompetisi Inovasi Pelayanan Publik {province} tahun 2024.",
        "Puskesmas Ampelgading Raih Top 30 Kovablik",
    ).claims
    assert [claim.recipient for claim in claims] == ["Puskesmas Ampelgading Kabupaten Malang"]


@pytest.mark.parametrize("level", ["Untuk tingkat kabupaten", "Pada tingkat kabupaten dan kota"])
def test_a_kind_of_bodies_is_no_class_of_its_own(level: str) -> None:
    claims = read(
        "Terdapat sebanyak lima kabupaten dan dua kota di Jatim yang mendapatkan penghargaan Top 40"
        f" Inovasi Pelayanan Publik 2024. {level} diraih oleh Kabupaten Banyuwangi dengan Gugus"
        " Antisipasi Antrian (GANCANG) RSUD Blambangan, Kabupaten Lumajang dengan Blood Jek.",
        "Jatim Raih Dua Penghargaan Top 40 Inovasi Pelayanan Publik",
    ).claims
    told = {claim.recipient: claim.predicate for claim in claims}
    assert told["Kabupaten Banyuwangi"] == "Top 40"


@pytest.mark.parametrize("report", ["raport", "rapor", "rapport"])
def test_reports_by_their_colours_are_awards_though_more_is_asked_for(report: str) -> None:
    told = read(
        "Pemkab Tambrauw dan Pemkab Maybrat diminta berbenah setelah menerima"
        f" {report} merah dari Ombudsman RI Papua Barat. Diumumkan pula satu daerah yang"
        f" mendapatkan {report} kuning, yakni Pemkab Sorong Selatan, dan dua daerah yang"
        f" mendapatkan {report} hijau, yakni Pemkot Sorong dan Pemkab Raja Ampat.",
        "Ombudsman Minta Pemkab Tambrauw Tingkatkan Layanan Publik",
    )
    assert told.is_award_story
    assert {claim.recipient: claim.zone for claim in told.claims} == {
        "Kabupaten Tambrauw": "merah",
        "Kabupaten Maybrat": "merah",
        "Kabupaten Sorong Selatan": "kuning",
        "Kota Sorong": "hijau",
        "Kabupaten Raja Ampat": "hijau",
    }


@pytest.mark.parametrize("service", ["Pelayanan", "Layanan", "Pelayanan Publik"])
def test_services_based_on_human_rights_are_awarded_in_short_too(service: str) -> None:
    (claim,) = read(
        f"Kemenkumham memberikan penghargaan {service.lower()} berbasis HAM kepada Rutan Kelas IIB"
        " Batang, Selasa (10/12/2024).",
        f"Rutan Batang Raih Penghargaan {service} Berbasis HAM",
    ).claims
    assert claim.scheme == "kabupaten-kota-peduli-ham"


def test_a_year_told_of_another_time_is_no_edition() -> None:
    (claim,) = read(
        "Pemprov Jatim memborong enam penghargaan Top 99 Inovasi Pelayanan Publik. Sebelumnya,"
        " Jatim meraih peringkat pertama keterbukaan informasi tahun 2016. Penghargaan diserahkan"
        " Menteri PANRB, Sabtu (20/5/2017).",
        "Jatim Raih Top 99 Inovasi Pelayanan Publik",
        published=None,
    ).claims
    assert claim.year is None
