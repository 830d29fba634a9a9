"""Traps of real stories, each in a line or two of our own: which number is whose?"""

import pytest

from storage.records import Claim
from tests.awards.stories import GRANT, HEADLINE, only_claim, read

SCHEME = "penilaian kepatuhan penyelenggaraan pelayanan publik"
SCORED = f"{GRANT} dengan nilai 92,11."


def of_kendal(text: str) -> Claim:
    return next(c for c in read(text).claims if c.recipient == "Kabupaten Kendal")


@pytest.mark.parametrize(
    "text",
    [
        f"{GRANT} dengan nilai 92,11.",
        f"{GRANT} dengan skor 92.11 poin.",
        f"{GRANT} dengan nilai 92,11 persen.",
        f"{GRANT} dengan nilai 92,11 kategori A.",
        f"{GRANT} dengan nilai 92,11 predikat A.",
        f"{GRANT} dengan nilai total 92,11.",
        f"{GRANT} dengan skor 92,11/100.",
        f"{GRANT} dengan nilai 92,11 sepanjang tahun 2024.",
        f"{GRANT} dengan nilai terbaik 92,11.",
        f"{GRANT}.\nSkor akhirnya 92,11.\nBupati bangga.",
        f"{GRANT}. Nilainya naik dari 88,10 menjadi 92,11.",
        f"{GRANT}. Nilainya naik dari 88,10 ke 92,11.",
        f"{GRANT}. Nilainya meningkat mencapai 92,11.",
        f"{GRANT}. Nilainya turun menjadi 92,11 dari sebelumnya 95,20.",
        f"{GRANT}. Setelah tahun lalu meraih 85,17, kini Kendal meraih 92,11.",
        f"{SCORED} Rata-rata nasional tercatat 85,20, sedangkan rata-rata Jawa Tengah 91,44.",
        f"{SCORED} Tahun depan ditargetkan nilai 95,00.",
        f"{SCORED} Kendal menargetkan nilai 95,00 tahun depan.",
        f"{SCORED} Dimensi input 90,10, proses 93,50, dan output 91,00.",
        f"{SCORED} Anggarannya Rp97,5 miliar dan 95,5 persen terserap.",
        f"{SCORED} Indeks Kepuasan Masyarakat mencapai 98,90.",
        f"{SCORED} Nilai SAKIP 98,41 dengan predikat BB.",
        f"{SCORED} Nilai 88 sampai 100 masuk zona hijau.",
        f"{SCORED} Nilai tertinggi diraih Kota Tegal dengan 98,20.",
    ],
)
def test_the_score_is_the_recipient_s_own_of_this_edition(text: str) -> None:
    claim = of_kendal(text)

    assert (claim.score, claim.scale) == (92.11, 100)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"{GRANT}. Serapan anggaran mencapai 92,5 persen."),
        pytest.param(f"{GRANT}. Tingkat kepuasan warga mencapai 92,5 persen."),
        f"{GRANT}. Nilai investasi mencapai 85,5 miliar rupiah.",
        f"{GRANT}. Pemkab Kendal menargetkan nilai 95,00 tahun depan.",
        f"{GRANT}. Acara digelar Pemkab Kendal pukul 20.30 WIB.",
        pytest.param(f"{GRANT}. Suhu di Kendal mencapai 33,5 derajat."),
        pytest.param(f"{GRANT}. Jalan rusak sepanjang 25,5 kilometer diperbaiki."),
        pytest.param(f"{GRANT}. Kendal seluas 98,5 hektare."),
    ],
)
def test_no_score_is_better_than_another_number(text: str) -> None:
    assert only_claim(text).score is None


@pytest.mark.parametrize(
    ("tail", "previous"),
    [
        ("Nilainya naik dari 88,10 menjadi 92,11.", [(None, 88.1)]),
        ("Nilainya 92,11, naik dari 88,10 pada tahun 2023.", [(2023, 88.1)]),
        ("Nilainya 92,11, naik dari tahun lalu yang sebesar 88,10.", [(None, 88.1)]),
        pytest.param(
            "Nilainya 92,11. Pada 2023 nilainya 88,10 dan pada 2022 sebesar 85,20.",
            [(2023, 88.1), (2022, 85.2)],
        ),
        pytest.param(
            "Nilainya 92,11. Pada tahun 2023 nilainya 88,10, tahun 2022 sebesar 85,20.",
            [(2023, 88.1), (2022, 85.2)],
        ),
        ("Nilainya 92,11 (2024), 88,10 (2023) dan 85,20 (2022).", [(2023, 88.1), (2022, 85.2)]),
        ("Nilainya 92,11, naik 4,01 poin.", []),
        ("Nilainya 92,11. Sebelumnya Kota Tegal meraih 98,20.", []),
    ],
)
def test_earlier_scores_keep_their_own_year(
    tail: str, previous: list[tuple[int | None, float]]
) -> None:
    claim = of_kendal(f"{GRANT}. {tail}")

    assert claim.score == 92.11
    assert [(old.year, old.score) for old in claim.previous] == previous


@pytest.mark.parametrize(
    ("tail", "units"),
    [
        (
            "DPMPTSP memperoleh nilai 97,55 dan Disdukcapil 93,77.",
            {"DPMPTSP": 97.55, "Disdukcapil": 93.77},
        ),
        (
            "Rinciannya Dinas Sosial (Dinsos) 90,10; Dinas Kesehatan (Dinkes) 91,20.",
            {"Dinsos": 90.1, "Dinkes": 91.2},
        ),
        (
            "Rinciannya:\n- DPMPTSP 97,55\n- RSUD dr. H. Soewondo: 95,10\n- Puskesmas Weleri 90,20",
            {"DPMPTSP": 97.55, "RSUD dr. H. Soewondo": 95.1, "Puskesmas Weleri": 90.2},
        ),
        (
            "Rinciannya:\n1. Puskesmas Kendal 1 (90,10)\n2. Puskesmas Kendal 2 (91,10)",
            {"Puskesmas Kendal 1": 90.1, "Puskesmas Kendal 2": 91.1},
        ),
        (
            "Rinciannya:\n* DPMPTSP : *97,55*\n* Dinsos : *90,10*",
            {"DPMPTSP": 97.55, "Dinsos": 90.1},
        ),
        ("Kepala DPMPTSP Kendal menyebut nilai 99,10 sebagai target.", {}),
    ],
)
def test_unit_scores_belong_to_the_units(tail: str, units: dict[str, float]) -> None:
    claim = of_kendal(f"{SCORED} {tail}")

    assert claim.score == 92.11
    assert {unit.unit: unit.score for unit in claim.units} == units


@pytest.mark.parametrize(
    ("town", "recipient"),
    [
        ("BLORA", "Kabupaten Blora"),
        ("KOTA BATU, warta.id", "Kota Batu"),
        ("BATANG", "Kabupaten Batang"),
        ("Batang, Warta", "Kabupaten Batang"),
    ],
)
def test_where_nothing_else_names_the_recipient_the_dateline_does(
    town: str, recipient: str
) -> None:
    text = (
        f"{town} - Pemerintah daerah meraih penghargaan {SCHEME} tahun 2024 dari Ombudsman RI"
        " dengan nilai 92,11. Piagam diterima bupati di aula pendopo."
    )

    assert [claim.recipient for claim in read(text, "Raih Zona Hijau").claims] == [recipient]


def test_two_schemes_in_one_story_are_two_claims() -> None:
    text = (
        f"{SCORED}\nKendal juga meraih Indeks Pelayanan Publik 4,44 dengan predikat Sangat Baik"
        " dari Kementerian PANRB dalam PEKPPP 2024."
    )
    claims = {claim.scheme: claim for claim in read(text).claims}

    assert {scheme: claim.score for scheme, claim in claims.items()} == {
        "ombudsman-kepatuhan": 92.11,
        "pekppp-ipp": 4.44,
    }
    assert claims["ombudsman-kepatuhan"].predicate is None
    assert claims["pekppp-ipp"].predicate == "Sangat Baik"


def test_an_ambiguous_recipient_is_told_and_lowers_the_confidence() -> None:
    text = f"Tegal meraih nilai 93,10 dalam {SCHEME} 2024 dari Ombudsman RI."
    claim = only_claim(text, "Tegal Raih Penghargaan Ombudsman")

    assert claim.warnings == ("recipient is ambiguous: it may be Kota Tegal",)
    assert claim.confidence < 0.7


@pytest.mark.parametrize(
    ("tail", "words"),
    [
        ("dengan nilai 92,11 dan opini kualitas sedang.", "predicate Kualitas Sedang does not fit"),
        ("dengan nilai 92,11 dan masuk zona kuning.", "zone kuning does not fit"),
        ("dengan nilai 101,5.", "outside the scale"),
    ],
)
def test_what_does_not_fit_is_kept_as_printed_with_a_warning(tail: str, words: str) -> None:
    (warning,) = only_claim(f"{GRANT} {tail}").warnings

    assert words in warning


@pytest.mark.parametrize(
    "tail",
    [
        "lebih tinggi dari target 90,00.",
        pytest.param("lebih tinggi dari Kabupaten Batang yang meraih 90,10."),
        "di atas rata-rata provinsi 90,44.",
    ],
)
def test_a_number_of_comparison_raises_no_doubt(tail: str) -> None:
    assert of_kendal(f"{GRANT} dengan nilai 92,11, {tail}").warnings == ()


def test_set_aside_numbers_are_told_with_the_reason() -> None:
    reading = read(f"{SCORED} Anggarannya 97,5 miliar rupiah.", HEADLINE)

    assert ("97,5", "money") in {(each.raw, each.why) for each in reading.rejected}


@pytest.mark.parametrize(
    ("told", "raw", "why"),
    [
        (f"Bupati Kendal menargetkan nilai 98,25 dalam {SCHEME}.", "98,25", "wished"),
        (f"Kendal gagal meraih nilai 98,25 dalam {SCHEME}.", "98,25", "denied"),
        (f"Bupati Kendal berharap pada {SCHEME}. Tahun lalu nilainya 71,20.", "71,20", "earlier"),
        (f"Bupati Kendal mengeluhkan nilai 71,20 dari {SCHEME}.", "71,20", "no-award"),
    ],
)
def test_a_score_that_nobody_is_granted_is_set_aside_with_the_reason(
    told: str, raw: str, why: str
) -> None:
    reading = read(told, "Kabupaten Kendal dan Pelayanan Publik")

    assert [each.why for each in reading.rejected if each.raw == raw] == [why]


def test_a_line_of_a_list_may_hold_several_sentences() -> None:
    reading = read(
        f"Ombudsman RI mengumumkan hasil {SCHEME} tahun 2024. Tiga besar nilai terbaik:\n"
        "1. Pemkab Grobogan (98,02). Pemkab Grobogan bangga.\n2. Pemkab Badung (97,53).",
        title="Ombudsman Umumkan Tiga Besar Nilai Kepatuhan",
    )

    assert {claim.recipient: claim.rank for claim in reading.claims} == {
        "Kabupaten Grobogan": 1,
        "Kabupaten Badung": 2,
    }


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "RSUD Suwondo dinobatkan sebagai Wilayah Bebas dari Korupsi (WBK) oleh Kementerian"
            " PANRB. Bupati Kendal bersyukur.",
            "RSUD Suwondo Raih WBK",
        ),
        (
            "RSU Boja meraih predikat WBK dari Kementerian PANRB. Rumah sakit di Kabupaten Kendal"
            " itu bersyukur.",
            "Luar Biasa! RSU Boja Raih WBK dari Menteri PANRB",
        ),
    ],
)
def test_a_hospital_lies_where_the_only_regency_is_that_the_story_speaks_of(
    text: str, title: str
) -> None:
    claim = only_claim(text, title)

    assert claim.recipient_code == "33.24"


def test_who_gets_it_too_gets_the_award_told_before() -> None:
    text = (
        "Kementerian PANRB menyerahkan predikat WBK kepada Kantor Pertanahan Kabupaten Kudus."
        " Kantor Pertanahan Kabupaten Pati juga ikut meraih predikat."
    )

    claims = read(text, "Kantor Pertanahan Raih WBK").claims

    assert {claim.recipient for claim in claims} == {
        "Kantor Pertanahan Kabupaten Kudus",
        "Kantor Pertanahan Kabupaten Pati",
    }


def test_the_score_told_again_beside_the_year_it_judges_is_no_earlier_one() -> None:
    claim = only_claim(
        "Kemendagri menetapkan Kabupaten Kendal berkinerja tinggi hasil EPPD 2023 berdasarkan LPPD"
        " 2022 dengan skor 3,5121.",
        title="Skor LPPD Kabupaten Kendal 3,5121",
    )

    assert (claim.score, claim.previous) == (3.5121, ())
