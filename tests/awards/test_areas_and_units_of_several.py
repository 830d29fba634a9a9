"""Scores of what an assessment looks at, and of units of several regions with their own scores."""

import pytest

from tests.awards.stories import GRANT, only_claim, read

MCP = (
    "Skor Monitoring Center for Prevention (MCP) KPK Kabupaten Kapuas Hulu tahun 2024 tercatat "
    "88,41, urutan 4 se-Kalimantan Barat. "
)
THREE = (
    "Ombudsman menyerahkan hasil penilaian kepatuhan pelayanan publik 2024. Kabupaten Kolaka Timur "
    "meraih nilai 95,11, Kota Kendari 92,84, dan Kabupaten Wakatobi 90,05.\n"
)


@pytest.mark.parametrize(
    "told",
    [
        "Area perizinan meraih 97,20, manajemen ASN 90,55, sementara pengelolaan aset 79,03.",
        "Area Perencanaan 97,20, Penganggaran 95,10, Pengadaan Barang dan Jasa 93,02.",
        "Perencanaan meraih 97,20, Penganggaran 95,10, Manajemen ASN 90,55.",
        "Yang dinilai, yaitu perencanaan (97,20), PBJ (93,02), dan optimalisasi pajak (90,5).",
        "Manajemen ASN mendapat nilai 97,20, sedangkan optimalisasi pajak daerah 70,11.",
    ],
)
def test_the_areas_of_an_assessment_are_not_its_score(told: str) -> None:
    claim = only_claim(MCP + told, "MCP Kapuas Hulu 2024")
    assert (claim.score, claim.rank, claim.previous) == (88.41, 4, ())


def test_units_of_regions_that_have_scores_are_parts_of_them() -> None:
    told = (
        "Puskesmas Ladongi milik Kolaka Timur menjadi yang tertinggi dengan 98,66, disusul "
        "Disdukcapil Kota Kendari 97,42 dan DPMPTSP Kabupaten Wakatobi 96,90."
    )
    claims = read(THREE + told, "Ombudsman Sultra Serahkan Rapor").claims
    assert {
        claim.recipient: [(each.unit, each.score) for each in claim.units] for claim in claims
    } == {
        "Kabupaten Kolaka Timur": [("Puskesmas Ladongi", 98.66)],
        "Kota Kendari": [("Disdukcapil", 97.42)],
        "Kabupaten Wakatobi": [("DPMPTSP", 96.9)],
    }


def test_units_in_a_list_of_their_own_receive_for_themselves() -> None:
    told = (
        "Ombudsman memberikan penghargaan kepatuhan pelayanan publik 2024 kepada Disdukcapil Kota "
        "Kendari 97,42, DPMPTSP Kabupaten Wakatobi 96,90, dan Dinsos Kabupaten Muna 95,10."
    )
    claims = read(told, "Tiga Unit Terima Penghargaan Ombudsman").claims
    assert {claim.recipient for claim in claims} == {
        "Disdukcapil Kota Kendari",
        "DPMPTSP Kabupaten Wakatobi",
        "Dinsos Kabupaten Muna",
    }


def test_the_satisfaction_of_the_people_is_the_index_of_their_region() -> None:
    told = (
        "Survei Kepuasan Masyarakat (SKM) semester I 2024 di Kabupaten Brebes telah rampung. "
        "Bagian Organisasi Setda mencatat indeks kepuasan masyarakat Kabupaten Brebes 85,77 dengan "
        "mutu B (Baik). Khusus RSUD Brebes, indeksnya 83,15. Kecamatan Salem mendapat 86,90."
    )
    (claim,) = read(told, "IKM Brebes Naik").claims
    assert (claim.recipient, claim.score, claim.category) == ("Kabupaten Brebes", 85.77, "B")
    assert [(each.unit, each.score) for each in claim.units] == [
        ("RSUD Brebes", 83.15),
        ("Kecamatan Salem", 86.9),
    ]


def test_then_is_the_next_place() -> None:
    told = (
        "Kota Palu bertengger di puncak penilaian kepatuhan pelayanan publik Ombudsman 2024 dengan "
        "92,18. Posisi berikutnya diisi Kabupaten Poso (90,67), lantas Kabupaten Banggai (89,95)."
    )
    claims = read(told, "Nilai Ombudsman Sulteng").claims
    assert {claim.recipient: claim.rank for claim in claims} == {
        "Kota Palu": 1,
        "Kabupaten Poso": 2,
        "Kabupaten Banggai": 3,
    }


@pytest.mark.parametrize(
    "told",
    [
        ", yang sudah WBK sejak 2021, tahun ini naik kelas ke WBBM",
        " yang menyandang WBK sejak tahun 2021 kini meraih WBBM",
        ", yang meraih WBK pada 2021, tahun ini meraih WBBM",
    ],
)
def test_what_another_has_come_after_is_held_no_more(told: str) -> None:
    first = (
        "Kejaksaan Negeri Kota Cirebon menyandang predikat Wilayah Bebas dari Korupsi (WBK) 2024 "
        "dari Kementerian PANRB.\n"
    )
    claims = read(f"{first}Polres Cirebon Kota{told}.", "Kejari Cirebon Sandang WBK").claims
    assert {claim.recipient: claim.predicate for claim in claims} == {
        "Kejari Kota Cirebon": "WBK",
        "Polres Cirebon Kota": "WBBM",
    }


@pytest.mark.parametrize("only", ["cuma", "hanya", "baru"])
def test_who_is_outdone_has_the_score_of_his_clause(only: str) -> None:
    told = f"Puskesmas Weleri dengan 60,77 mengungguli Puskesmas Kaliwungu yang {only} 57,36."
    claim = only_claim(f"{GRANT} dengan nilai 97,93.\n\n{told}")
    assert [(each.unit, each.score) for each in claim.units] == [
        ("Puskesmas Weleri", 60.77),
        ("Puskesmas Kaliwungu", 57.36),
    ]


def test_two_numbers_set_against_each_other_are_told_in_turn() -> None:
    told = "Nilai DPMPTSP dan Dinas Sosial terpaut tipis: 92,10 berbanding 91,97."
    claim = only_claim(f"{GRANT} dengan nilai 97,93.\n\n{told}")
    assert [(each.unit, each.score) for each in claim.units] == [
        ("DPMPTSP", 92.1),
        ("Dinsos", 91.97),
    ]
