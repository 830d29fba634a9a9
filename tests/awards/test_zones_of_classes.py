"""Zones and classes: all of them in a row are a rule, and a class is of the zone that is told."""

import pytest

from tests.awards.stories import read

OMBUDSMAN = "Survei Kepatuhan Ombudsman Diumumkan"


@pytest.mark.parametrize(
    "rule",
    [
        "Hasil penilaian diklasifikasikan dengan lampu lalu lintas yakni zona merah, zona kuning"
        " dan zona hijau.",
        "Ada tiga warna dalam rapor ini: hijau, kuning, atau merah.",
        "Opini diberikan dalam lima kategori, yaitu opini tertinggi, tinggi, sedang, rendah, dan"
        " terendah.",
    ],
)
def test_all_classes_in_a_row_are_nobodys(rule: str) -> None:
    claims = read(
        "Pemkab Bungo menerima penghargaan kepatuhan standar pelayanan publik tahun 2018 dari"
        f" Ombudsman RI, Senin (10/12/2018). {rule}",
        "Pemkab Bungo Terima Penghargaan Ombudsman",
    ).claims
    assert [(c.recipient, c.zone, c.predicate) for c in claims] == [("Kabupaten Bungo", None, None)]


def test_a_history_of_colours_is_no_row_of_classes() -> None:
    claims = read(
        "Pemkab Bungo menerima predikat kepatuhan dari Ombudsman RI, Senin (10/12/2018). Dari zona"
        " merah pada 2016 dan zona kuning pada 2017, kini berada di zona hijau.",
        "Pemkab Bungo Terima Predikat Kepatuhan Ombudsman",
    ).claims
    assert [claim.zone for claim in claims] == ["hijau"]


def test_a_class_of_another_zone_is_not_theirs() -> None:
    claims = read(
        "Tiga kabupaten meraih tingkat kepatuhan tinggi dari Ombudsman RI. Tiga kabupaten itu"
        " adalah Katingan, Seruyan, dan Sukamara dengan kategori zona hijau. Sementara zona kuning"
        " ditempati Lamandau, Kapuas, dan Murung Raya.",
        OMBUDSMAN,
    ).claims
    told = {claim.recipient: (claim.zone, claim.predicate) for claim in claims}
    assert told["Kabupaten Katingan"] == ("hijau", "Kepatuhan Tinggi")
    assert {told[f"Kabupaten {name}"] for name in ("Lamandau", "Kapuas", "Murung Raya")} == {
        ("kuning", None)
    }


@pytest.mark.parametrize("whole", ["seluruh", "semua", "seluruh atau 13"])
def test_a_province_and_all_that_lie_in_it(whole: str) -> None:
    claims = read(
        f"Berdasarkan penilaian kepatuhan tahun 2024 Ombudsman, Pemprov Sulteng dan {whole}"
        " kabupaten/kota di provinsi itu masuk zona hijau. Opini tertinggi diraih 3 dari 13"
        " kabupaten/kota. Ketiganya yakni Kota Palu, Kabupaten Poso, dan Kabupaten Sigi.",
        OMBUDSMAN,
    ).claims
    told = {claim.recipient: (claim.zone, claim.predicate) for claim in claims}
    assert told == {
        "Provinsi Sulawesi Tengah": ("hijau", None),
        "Kota Palu": ("hijau", "Kualitas Tertinggi"),
        "Kabupaten Poso": ("hijau", "Kualitas Tertinggi"),
        "Kabupaten Sigi": ("hijau", "Kualitas Tertinggi"),
    }


def test_who_receives_beside_many_others() -> None:
    claims = read(
        "Bersama 9 gubernur dan 63 bupati lainnya, Bupati Blora Arief Rohman menerima predikat zona"
        " hijau kepatuhan dari Ombudsman, Senin (10/12/2018).",
        "Penghargaan Ombudsman untuk Pemda",
    ).claims
    assert [(c.recipient, c.zone, c.score) for c in claims] == [("Kabupaten Blora", "hijau", None)]


def test_colours_in_quotes_are_grades() -> None:
    claims = read(
        'Dalam penilaian kepatuhan Ombudsman tahun 2023, "zona hijau" diraih Blora (92,15),'
        ' sedangkan "kuning" untuk Demak (77,10) dan "merah" untuk Jepara (50,12).',
        OMBUDSMAN,
        None,
    ).claims
    assert {claim.recipient: claim.zone for claim in claims} == {
        "Kabupaten Blora": "hijau",
        "Kabupaten Demak": "kuning",
        "Kabupaten Jepara": "merah",
    }


def test_a_report_of_a_colour_is_the_survey() -> None:
    claims = read(
        "Ombudsman memberi rapor merah untuk pelayanan publik Pemkot Serang tahun 2017. Nilainya"
        " hanya 45,10.",
        "Pelayanan Publik Kota Serang Masih Merah",
        None,
    ).claims
    assert [(c.recipient, c.zone, c.score) for c in claims] == [("Kota Serang", "merah", 45.1)]


def test_what_a_survey_is_for_is_nobodys() -> None:
    claims = read(
        "Kota Blitar menduduki posisi keenam pada penilaian kepatuhan Ombudsman tahun 2024. Survei"
        " ini bertujuan mengapresiasi pemda yang berdedikasi hingga masuk dalam zona hijau.",
        OMBUDSMAN,
    ).claims
    assert [(c.recipient, c.rank, c.zone) for c in claims] == [("Kota Blitar", 6, None)]


def test_a_dateline_in_brackets_receives_nothing() -> None:
    claims = read(
        "(Warta - Banten) Dalam penilaian kepatuhan Ombudsman tahun 2022 di Tangerang, Pemprov"
        " Jawa Tengah masuk zona hijau.",
        OMBUDSMAN,
    ).claims
    assert [claim.recipient for claim in claims] == ["Provinsi Jawa Tengah"]


@pytest.mark.parametrize("link", ["sedangkan yang merah", "sedangkan zona merah", "dan zona merah"])
def test_a_colour_right_in_front_of_the_last_name(link: str) -> None:
    claims = read(
        "Zona hijau penilaian kepatuhan Ombudsman 2022 diraih Natuna dan Bintan. Zona kuning"
        f" Karimun dan Lingga, {link} Anambas.",
        OMBUDSMAN,
        None,
    ).claims
    assert {claim.recipient: claim.zone for claim in claims} == {
        "Kabupaten Natuna": "hijau",
        "Kabupaten Bintan": "hijau",
        "Kabupaten Karimun": "kuning",
        "Kabupaten Lingga": "kuning",
        "Kabupaten Kepulauan Anambas": "merah",
    }


def test_a_colour_in_front_of_the_next_subject_is_not_its() -> None:
    claims = read(
        "Blora meraih nilai kepatuhan Ombudsman 92,10 atau zona hijau. Demak 77,20, zona kuning"
        " Jepara belum tercatat.",
        OMBUDSMAN,
        None,
    ).claims
    assert {claim.recipient: claim.zone for claim in claims}["Kabupaten Blora"] == "hijau"


@pytest.mark.parametrize("verb", ["meraih", "masuk"])
def test_the_zone_of_an_assessment_is_no_stage_of_it(verb: str) -> None:
    story = read(
        f"Kabupaten Blora {verb} zona hijau penilaian kepatuhan Ombudsman 2021.",
        "Pelayanan Publik",
        None,
    )
    assert story.is_award_story
    assert [(claim.recipient, claim.zone) for claim in story.claims] == [
        ("Kabupaten Blora", "hijau")
    ]
