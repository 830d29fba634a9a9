"""Whose a score is, where several bodies or units are told of in one breath."""

import pytest

from tests.awards.stories import read

TOLD = (
    "Ombudsman RI mengumumkan hasil penilaian kepatuhan penyelenggaraan pelayanan publik tahun"
    " 2024. "
)
HEADLINE = "Ombudsman Umumkan Hasil Penilaian Kepatuhan Pelayanan Publik 2024"
REGIONS = {"Kabupaten Kendal": 93.74, "Kabupaten Batang": 92.1, "Kota Tegal": 91.99}
UNITS = {"DPMPTSP": 96.12, "Disdukcapil": 95.4, "Dinsos": 93.07}


@pytest.mark.parametrize(
    "text",
    [
        "Pemkab Kendal, Pemkab Batang, dan Pemkot Tegal meraih nilai masing-masing 93,74, 92,10, "
        "dan 91,99.",
        "Kabupaten Kendal, Kabupaten Batang, dan Kota Tegal dinilai lagi. Ketiganya meraih"
        " nilai 93,74, 92,10, dan 91,99.",
        "Nilai 93,74 diraih Kabupaten Kendal, 92,10 Kabupaten Batang, dan 91,99 Kota Tegal.",
        "Nilai 93,74, 92,10, dan 91,99 diperoleh Kabupaten Kendal, Kabupaten Batang, dan Kota "
        "Tegal.",
        "Zona hijau diraih Kabupaten Kendal (93,74), Kabupaten Batang (92,10), dan Kota Tegal "
        "(91,99).",
        "Kabupaten Kendal: 93,74 (A). Kabupaten Batang: 92,10 (A). Kota Tegal: 91,99 (A).",
        "Nilainya:\n1. Kabupaten Kendal\n93,74\n2. Kabupaten Batang\n92,10\n3. Kota Tegal\n91,99",
        "Kabupaten Kendal meraih 93,74 atau naik dari 90,12, Kabupaten Batang 92,10 dari "
        "sebelumnya 88,7, dan Kota Tegal 91,99 dari 85,3.",
        "Kabupaten Kendal, yang tahun lalu 88,10, kini meraih 93,74. Kabupaten Batang naik dari "
        "87,2 ke 92,10, sedangkan Kota Tegal turun dari 95,3 ke 91,99.",
    ],
)
def test_each_region_gets_its_own_score(text: str) -> None:
    claims = read(TOLD + text, HEADLINE).claims

    assert {claim.recipient: claim.score for claim in claims} == REGIONS


@pytest.mark.parametrize(
    "text",
    [
        "Nilai kembar 93,25 dicatat dua daerah: Kabupaten Kendal dan Kota Tegal.",
        "Kabupaten Kendal dan Kota Tegal meraih nilai 93,25.",
    ],
)
def test_one_score_may_be_shared_by_all_of_a_list(text: str) -> None:
    claims = read(TOLD + text, HEADLINE).claims

    assert {c.recipient: c.score for c in claims} == {
        "Kabupaten Kendal": 93.25,
        "Kota Tegal": 93.25,
    }


@pytest.mark.parametrize(
    "text",
    [
        "Pemkab Kendal meraih nilai 94,86. DPMPTSP : 96,12* Disdukcapil95,40 * Dinas Sosial 93,07.",
        "Nilai 94,86 diraih Pemkab Kendal. Nilai tertinggi 96,12 diraih DPMPTSP, disusul "
        "Disdukcapil (95,40) dan Dinas Sosial (93,07).",
        "Pemkab Kendal meraih nilai 94,86. DPMPTSP, Disdukcapil, dan Dinas Sosial masing-masing "
        "memperoleh 96,12, 95,40, dan 93,07.",
        "DPMPTSP menyumbang 96,12, Disdukcapil 95,40 dan Dinas Sosial 93,07. Secara keseluruhan "
        "Pemkab Kendal mendapat 94,86.",
    ],
)
def test_units_keep_theirs_beside_the_total_of_their_region(text: str) -> None:
    (claim,) = read(TOLD + text, "Kendal Raih Penghargaan Ombudsman 2024").claims

    assert claim.score == 94.86
    assert {unit.unit: unit.score for unit in claim.units} == UNITS


def test_a_score_is_that_of_the_unit_and_not_of_the_body_above_it() -> None:
    text = (
        "Pengadilan Agama Blora menerima predikat WBK dari Kementerian PANRB. Pengadilan Agama"
        " Blora menjadi satu-satunya satuan kerja di bawah Pengadilan Tinggi Agama Semarang yang"
        " memperoleh predikat WBK dengan nilai 88,31 pada 2024."
    )

    claims = read(text, "Pengadilan Agama Blora Raih WBK").claims

    assert {claim.recipient: claim.score for claim in claims} == {"Pengadilan Agama Blora": 88.31}


def test_those_among_whom_somebody_is_placed_do_not_own_the_score() -> None:
    text = (
        "Pemkab Kendal pernah di zona kuning. Namun pada 2024 berhasil meraih piagam sebagai"
        " pemerintah kabupaten paling tinggi dari 35 kabupaten di Jawa Tengah, dengan nilai 97,58."
    )
    claims = read(TOLD + text, HEADLINE).claims

    assert {claim.recipient: claim.score for claim in claims} == {"Kabupaten Kendal": 97.58}


def test_a_zone_of_some_who_are_not_named_is_nobody_s() -> None:
    text = (
        "Kabupaten Kendal meraih nilai 93,74. Tahun ini masih ada zona merah di sejumlah kabupaten"
        " lain."
    )
    (claim,) = read(TOLD + text, HEADLINE).claims

    assert (claim.recipient, claim.zone) == ("Kabupaten Kendal", None)


def test_whole_numbers_of_a_long_list_are_scores_as_the_first_is() -> None:
    reading = read(
        "KPK merilis skor Monitoring Center for Prevention (MCP) 2024. Kabupaten Kendal mencatat"
        " 88, Kudus 79, Demak 75, Kota Tegal 67, Kabupaten Semarang 66, Kota Magelang 64, Wonosobo"
        " 63, dan Blora 48.",
        title="KPK Rilis Skor MCP 2024",
    )
    scores = {claim.recipient: claim.score for claim in reading.claims}

    assert scores == {
        "Kabupaten Kendal": 88,
        "Kabupaten Kudus": 79,
        "Kabupaten Demak": 75,
        "Kota Tegal": 67,
        "Kabupaten Semarang": 66,
        "Kota Magelang": 64,
        "Kabupaten Wonosobo": 63,
        "Kabupaten Blora": 48,
    }


OFFICES = "Kantor Pertanahan Kabupaten {}".format


def test_each_of_several_offices_has_what_is_told_of_every_one() -> None:
    text = (
        "Kepatuhan tinggi diraih Kantah Klaten, Kantah Sragen, dan Kantah Wonogiri yang"
        " masing-masing mencatat poin sebesar 93,41. Lalu Kantah Blora mendapat poin 90,12."
    )

    claims = read(TOLD + text, HEADLINE).claims

    assert {c.recipient: c.score for c in claims} == {
        **dict.fromkeys(map(OFFICES, ("Klaten", "Sragen", "Wonogiri")), 93.41),
        OFFICES("Blora"): 90.12,
    }


def test_those_of_whom_a_zone_consists_have_their_scores() -> None:
    text = (
        "Kantor pertanahan yang memperoleh kualitas tertinggi terdiri dari Kantah Klaten dengan"
        " nilai 91.20 dan Kantah Sragen dengan nilai 90.35."
    )

    claims = read(TOLD + text, HEADLINE).claims

    assert {c.recipient: (c.score, c.predicate) for c in claims} == {
        OFFICES("Klaten"): (91.2, "Kualitas Tertinggi"),
        OFFICES("Sragen"): (90.35, "Kualitas Tertinggi"),
    }


def test_an_office_of_a_regency_and_its_province_is_one_office() -> None:
    text = (
        "Kantor Pertanahan Kabupaten Sragen Provinsi Jawa Tengah menerima predikat kepatuhan."
        " Kualitas tertinggi diperoleh dua kantor pertanahan yaitu Kantor Pertanahan Kabupaten"
        " Klaten dengan perolehan nilai 91,20, Kabupaten Sragen dengan nilai 90,35."
        " Kantor Pertanahan Kabupaten Sragen berterima kasih."
    )

    claims = read(TOLD + text, HEADLINE).claims

    assert sorted((c.recipient, c.score) for c in claims) == [
        (OFFICES("Klaten"), 91.2),
        (OFFICES("Sragen"), 90.35),
    ]


def test_the_score_of_a_sector_is_not_that_of_the_bodies_in_its_brackets() -> None:
    text = (
        "KPK merilis Survei Penilaian Integritas (SPI) 2021. Sektor sumber daya alam (Kementerian"
        " Pertanian, Kementerian Kehutanan, dan Kementerian Kelautan dan Perikanan) masing-masing"
        " mendapatkan skor 81,8. Kabupaten Kendal meraih skor 91,7."
    )

    claims = read(text, "KPK Umumkan Skor SPI 2021", None).claims

    assert sum(claim.score == 81.8 for claim in claims) < 2
