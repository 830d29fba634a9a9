"""Who receives: named as such, handed the award, or with a result of its own."""

from datetime import datetime

import pytest

from tests.awards.stories import GRANT, WIB, read

SCORED = f"{GRANT} dengan nilai 92,11."


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        (f"{SCORED} Acara digelar di Kabupaten Batang.", ["Kabupaten Kendal"]),
        (f"{SCORED} Turut hadir Bupati Batang dan Wali Kota Tegal.", ["Kabupaten Kendal"]),
        (f"{SCORED} Piagam diserahkan Gubernur Jawa Tengah.", ["Kabupaten Kendal"]),
        (f"{SCORED} Hasil itu mengungguli Kabupaten Batang (90,10).", ["Kabupaten Kendal"]),
        (
            f"{SCORED} Hasil itu mengungguli Kabupaten Batang (90,10) dan Kota Tegal (89,12).",
            ["Kabupaten Kendal"],
        ),
        (
            f"{SCORED} Hasil itu di atas Kabupaten Batang 90,10 dan Kota Tegal 89,12.",
            ["Kabupaten Kendal"],
        ),
        (
            f"{SCORED} Kabupaten Batang meraih nilai 90,20 dan Kota Tegal 89,12.",
            ["Kabupaten Batang", "Kabupaten Kendal", "Kota Tegal"],
        ),
        (
            f"{SCORED} Kabupaten Batang menargetkan meraih zona hijau tahun depan.",
            ["Kabupaten Kendal"],
        ),
        (f"{SCORED} Kabupaten Batang belum meraih zona hijau.", ["Kabupaten Kendal"]),
        (f"{SCORED} Bupati berharap Kabupaten Batang menyusul.", ["Kabupaten Kendal"]),
        (
            f"{SCORED} Kota Tegal, dua tingkat di bawah Kabupaten Batang, memperoleh 80,12.",
            ["Kabupaten Kendal", "Kota Tegal"],
        ),
        (
            "Predikat kepatuhan tahun 2024 dari Ombudsman RI diterima Penjabat (Pj) Bupati Kendal"
            " Suryo Adi di Semarang.",
            ["Kabupaten Kendal"],
        ),
        (
            f"{SCORED} Berikutnya Pemkab Batang bernilai 89,67 dan Pemko Tegal bernilai 86,51.",
            ["Kabupaten Batang", "Kabupaten Kendal", "Kota Tegal"],
        ),
        (
            f"{SCORED} Untuk lembaga, nomor satunya Badan Pusat Statistik (BPS) dengan 94,11.",
            ["Badan Pusat Statistik", "Kabupaten Kendal"],
        ),
        (
            f"{SCORED} Dari 26 pemkab dan pemkot Jawa Tengah, itu yang tertinggi.",
            ["Kabupaten Kendal"],
        ),
        (
            f"{SCORED} Wilayah I (Kalimantan Barat, Bali, dan Papua) diumumkan pekan depan.",
            ["Kabupaten Kendal"],
        ),
        (
            "Di ajang Anugerah Keterbukaan Informasi Publik 2023 Jawa Tengah, Pemkab Kendal meraih"
            " predikat Informatif dari Komisi Informasi.",
            ["Kabupaten Kendal"],
        ),
        (
            "Bupati Kendal menerima predikat kepatuhan tahun 2024 dari Ombudsman RI.",
            ["Kabupaten Kendal"],
        ),
        (
            f"{SCORED} Kabupaten Blora, yang disandingkan dengan Kabupaten Pati, meraih 91,03.",
            ["Kabupaten Blora", "Kabupaten Kendal"],
        ),
        (f"Mewakili Provinsi Jawa Tengah, {SCORED}", ["Kabupaten Kendal"]),
        (
            f"{SCORED} Penghargaan diberikan oleh Pemprov Jawa Tengah lewat Bappeda Jawa Tengah.",
            ["Kabupaten Kendal"],
        ),
        (f"{SCORED} Kapolres Batang dan Kajari Tegal turut menonton.", ["Kabupaten Kendal"]),
        (
            "Kepatuhan tinggi dari Ombudsman RI diraih Pemkab Kendal, Pantura, Jawa Tengah.",
            ["Kabupaten Kendal"],
        ),
        pytest.param(
            f"{GRANT}. Unit terbaik adalah Puskesmas Kaliwungu (95,60).", ["Kabupaten Kendal"]
        ),
    ],
)
def test_only_those_who_received_something_get_a_claim(text: str, recipients: list[str]) -> None:
    assert sorted(claim.recipient for claim in read(text).claims) == recipients


def test_the_heading_of_a_list_tells_regency_from_city() -> None:
    text = (
        "Penerima penghargaan EPPD 2024 dari Kemendagri dengan kinerja tertinggi ialah:\n"
        "2 Pemerintah Kabupaten\n- Kudus\n- Malang\n3 Kota\n- Semarang\n- Malang\n- Blitar"
    )
    claims = read(text, "Ini Peraih Penghargaan EPPD 2024").claims

    assert [claim.recipient for claim in claims] == [
        *("Kabupaten Kudus", "Kabupaten Malang", "Kota Semarang", "Kota Malang", "Kota Blitar"),
    ]


def test_a_short_name_in_brackets_names_the_same_region() -> None:
    text = (
        "UHC Award 2023 dari pemerintah pusat diterima Berau, Penajam Paser Utara (PPU), Paser,"
        " dan Kutai Timur (Kutim)."
    )
    claims = read(text, "UHC Award 2023 Diterima Empat Daerah").claims

    assert sorted(claim.recipient for claim in claims) == [
        *("Kabupaten Berau", "Kabupaten Kutai Timur", "Kabupaten Paser"),
        "Kabupaten Penajam Paser Utara",
    ]


@pytest.mark.parametrize(
    ("text", "headline", "recipient"),
    [
        (
            "Kementerian PANRB menyerahkan piagam zona integritas. Badan Pusat Statistik (BPS)"
            " Kabupaten Belitung ditetapkan sebagai unit berpredikat WBK.",
            "BPS Belitung Resmi Berpredikat WBK",
            "BPS Kabupaten Belitung",
        ),
        (
            "Kementerian Hukum dan HAM menetapkan Kabupaten Lebak sebagai Kabupaten Peduli Hak"
            " Asasi Manusia tahun 2020.",
            "Lebak Bawa Pulang Penghargaan Kemenkumham",
            "Kabupaten Lebak",
        ),
    ],
)
def test_who_comes_to_stand_at_a_result_receives_it(
    text: str, headline: str, recipient: str
) -> None:
    assert [claim.recipient for claim in read(text, headline).claims] == [recipient]


def test_an_event_that_heads_the_headline_receives_nothing() -> None:
    text = "Kota Batu meraih predikat Informatif pada Anugerah Keterbukaan Informasi Publik 2024."
    claims = read(text, "Anugerah KI Awards Jatim: Kota Batu Dinobatkan Informatif").claims

    assert [claim.recipient for claim in claims] == ["Kota Batu"]


def test_two_joined_in_front_of_a_bracket_share_its_score() -> None:
    text = (
        "Evaluasi SPBE 2023 dari Kementerian PANRB: predikat Baik diraih Pemkab Buleleng (3,45),"
        " Pemkab Jembrana dan Gianyar (3,14), dan Pemkab Klungkung (3,02)."
    )
    claims = read(text, "Empat Pemkab di Bali Raih Predikat Baik SPBE").claims

    assert {claim.recipient: claim.score for claim in claims} == {
        "Kabupaten Buleleng": 3.45,
        "Kabupaten Jembrana": 3.14,
        "Kabupaten Gianyar": 3.14,
        "Kabupaten Klungkung": 3.02,
    }


def test_those_who_failed_to_get_it_are_told_behind_the_result() -> None:
    text = (
        "Pemkab Kendal meraih opini WTP dari BPK, yang diserahkan di Semarang. Opini WTP"
        " gagal didapat dua daerah, yakni Kabupaten Batang dan Kota Tegal."
    )
    claims = read(text, "Kendal Raih Opini WTP").claims

    assert [claim.recipient for claim in claims] == ["Kabupaten Kendal"]


def test_universities_receive_where_the_scheme_gives_to_them() -> None:
    text = (
        "Komisi Informasi menyerahkan Anugerah Keterbukaan Informasi Publik 2024 kepada 101 badan"
        " publik Sumbar. Predikat Informatif diraih Universitas Andalas, Universitas Negeri Padang,"
        " dan Kota Padang. Rektor Universitas Riau hadir."
    )
    claims = read(text, "Ini Badan Publik Sumbar Peraih Predikat Informatif").claims

    assert {claim.recipient: claim.predicate for claim in claims} == {
        "Universitas Andalas": "Informatif",
        "Universitas Negeri Padang": "Informatif",
        "Kota Padang": "Informatif",
    }


def test_the_official_of_the_headline_tells_whom_the_story_is_about() -> None:
    text = (
        "Predikat kepatuhan tinggi dari Ombudsman RI diserahkan di Semarang. Di jalur Tegal ada"
        " pameran. Pemkab Batang bersyukur."
    )
    claims = read(text, "Bupati Batang Terima Predikat Kepatuhan").claims

    assert [claim.recipient for claim in claims] == ["Kabupaten Batang"]


def test_a_village_called_like_a_regency_lies_where_the_story_says() -> None:
    text = (
        "Penghargaan Proklim 2025 diraih tiga desa di Kabupaten Trenggalek. Proklim Utama diberikan"
        " kepada Desa Gemaharjo dan Desa Karanganyar."
    )
    claims = read(text, "Tiga Desa di Trenggalek Raih Proklim 2025").claims

    assert "Desa Karanganyar Kabupaten Trenggalek" in {claim.recipient for claim in claims}


def test_towns_whose_regency_stands_in_brackets_are_one_list() -> None:
    text = (
        "Anugerah Adipura 2022 diterima Kota Palopo, Turikale (Kabupaten Maros), Malili"
        " (Kabupaten Luwu Timur), dan Kabupaten Bantaeng."
    )
    claims = read(text, "Inilah Peraih Adipura 2022 di Sulawesi Selatan", None).claims

    assert {claim.recipient: claim.predicate for claim in claims} == dict.fromkeys(
        ("Kota Palopo", "Kabupaten Maros", "Kabupaten Luwu Timur", "Kabupaten Bantaeng"), "Adipura"
    )


def test_who_gives_the_award_receives_nothing() -> None:
    text = (
        "Pada penilaian Monitoring Center for Prevention (MCP) 2024 Komisi Pemberantasan Korupsi"
        " (KPK), nilai Kabupaten Kendal 96,83."
    )
    claims = read(text, "Nilai MCP KPK Kendal 96,83").claims

    assert [claim.recipient for claim in claims] == ["Kabupaten Kendal"]


def test_who_had_it_before_receives_nothing_now() -> None:
    text = f"{SCORED} Sebelumnya, Kota Tegal lebih dulu meraih predikat kepatuhan tinggi pada 2021."

    claims = read(text).claims

    assert {claim.recipient: claim.year for claim in claims} == {"Kabupaten Kendal": 2024}


def test_villages_told_with_regency_and_province_are_one_list() -> None:
    text = (
        "Komisi Informasi Pusat memberi penghargaan pada Apresiasi Keterbukaan Informasi Publik"
        " Desa 2022. Tiga desa yang mendapatkan apresiasi itu adalah Desa Sruni di Kabupaten"
        " Boyolali, Jawa Tengah; Desa Ploso di Kabupaten Jombang, Jawa Timur; dan Desa Ganra di"
        " Kabupaten Soppeng, Sulawesi Selatan."
    )
    published = datetime(2022, 12, 9, 9, 0, tzinfo=WIB)

    claims = read(text, "Tiga Desa Dapat Apresiasi", published).claims

    assert {claim.recipient for claim in claims} == {
        "Desa Sruni Kabupaten Boyolali",
        "Desa Ploso Kabupaten Jombang",
        "Desa Ganra Kabupaten Soppeng",
    }


def test_ministries_that_won_receive() -> None:
    text = (
        "BKPM memberikan Anugerah Layanan Investasi 2024. Kategori kementerian dimenangkan oleh"
        " Kementerian ESDM. Terbaik pertama di daerah diraih oleh Kota Tegal dan terbaik kedua oleh"
        " Kementerian PUPR."
    )

    recipients = {claim.recipient for claim in read(text, "Penerima ALI 2024").claims}

    assert recipients >= {
        "Kementerian Energi dan Sumber Daya Mineral",
        "Kementerian Pekerjaan Umum dan Perumahan Rakyat",
    }


def test_a_programme_called_like_a_regency_receives_nothing() -> None:
    text = (
        "Bupati Kendal memaparkan program unggulan. Program itu masuk sebagai Top 45 Inovasi"
        " Pelayanan Publik 2024. Kabupaten Kendal menerima piagam."
    )

    claims = read(text, "Menteri Beri Penghargaan Top 45 Program Bima Juara").claims

    assert [claim.recipient for claim in claims] == ["Kabupaten Kendal"]


@pytest.mark.parametrize(
    "text",
    [
        "Sekretaris Daerah (Sekda) Kabupaten Batang, Nur Hadi, S.E., menyaksikan penyerahan"
        " predikat WBK dari Kementerian PANRB kepada Rutan Kelas IIB Kudus.",
        "Predikat WBK dari Kementerian PANRB diraih Rutan Kelas IIB Kudus, ujar Kakanwil"
        " Kemenkumham Jateng Adi Suryo.",
        "Rutan Kelas IIB Kudus meraih predikat WBK dari Kementerian PANRB setelah dinilai"
        " Inspektorat Jenderal Kemenkumham RI.",
        "Rutan Kelas IIB Kudus meraih predikat WBK dari Kementerian PANRB. Lapas Kelas IIA Magelang"
        " lulus seleksi satker usulan berpredikat WBK. Tim Zona Integritas WBK/WBBM Lapas Kelas I"
        " Semarang menyiapkan berkas.",
    ],
)
def test_who_watches_judges_speaks_or_is_only_put_forward_receives_nothing(text: str) -> None:
    claims = read(text, "Rutan Kudus Raih WBK").claims

    assert [claim.recipient for claim in claims] == ["Rutan Kelas IIB Kudus"]
    assert claims[0].predicate == "WBK"


def test_the_same_award_means_the_result_told_sentences_before() -> None:
    text = (
        "Menpan RB memberi penghargaan kepada Polres Batang yang meraih predikat pelayanan publik"
        " Kategori Pelayanan Prima (A). Masih ada beberapa polres lain. Ia menyebut penghargaan"
        " yang sama diberikan kepada Polres Kudus, Polres Demak, serta Polres Pati."
    )
    claims = read(text, "Polres Batang Raih Pelayanan Prima Menpan RB").claims

    assert len(claims) == 4
    assert {claim.predicate for claim in claims} == {"Pelayanan Prima"}
