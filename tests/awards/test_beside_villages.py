"""Villages and the regions called like them, innovations and those who made them."""

from datetime import datetime

from tests.awards.stories import WIB, read

PROKLIM = (
    "Pada Program Kampung Iklim (ProKlim) 2025, Desa Sukorejo di Kecamatan Tugu memperoleh"
    " kategori Lestari. Desa Blora, Kecamatan Pule, meraih kategori Utama. Keduanya berada di"
    " Kabupaten Trenggalek. Pemerintah Kabupaten Trenggalek sendiri mendapat apresiasi Pembina"
    " ProKlim 2025 dari Kementerian Lingkungan Hidup."
)


def test_a_headline_names_villages_by_their_bare_names() -> None:
    headline = "Sukorejo Raih ProKlim Lestari, Blora Utama, Trenggalek Jadi Pembina"
    claims = read(PROKLIM, headline).claims

    assert {(claim.recipient, claim.predicate) for claim in claims} == {
        ("Desa Sukorejo Kabupaten Trenggalek", "Lestari"),
        ("Desa Blora Kabupaten Trenggalek", "Utama"),
        ("Kabupaten Trenggalek", None),
    }


def test_a_region_named_in_full_is_no_village() -> None:
    text = f"{PROKLIM} Kabupaten Blora meraih kategori Utama pula."
    claims = read(text, "Sukorejo Raih ProKlim Lestari").claims

    assert "Kabupaten Blora" in {claim.recipient for claim in claims}


def test_who_made_what_is_awarded_receives() -> None:
    text = (
        'Inovasi "Becak Sehat" milik Puskesmas Sukamaju, Kabupaten Bojonegoro, terpilih sebagai'
        " Top 45 Inovasi Pelayanan Publik 2022 oleh Kementerian PANRB. Inovasi Lapor Cepat dari"
        " RSUD Ibnu Sina Gresik juga masuk Top 45."
    )
    claims = read(text, "Becak Sehat Masuk Top 45 Inovasi Pelayanan Publik").claims

    assert [(claim.recipient, claim.predicate) for claim in claims] == [
        ("Puskesmas Sukamaju Kabupaten Bojonegoro", "Top 45"),
        ("RSUD Ibnu Sina Gresik", "Top 45"),
    ]


def test_a_second_award_goes_to_the_government_that_is_only_meant() -> None:
    text = (
        "Adipura Kencana 2023 digondol Kota Bontang dan Kota Surabaya. Bontang panen ganda. Pada"
        " hari yang sama pemkot juga memperoleh Nirwasita Tantra untuk kepemimpinan lingkungan."
    )
    claims = read(text, "Bontang dan Surabaya Raih Adipura Kencana").claims

    assert [(claim.recipient, claim.scheme) for claim in claims if claim.scheme != "adipura"] == [
        ("Kota Bontang", "nirwasita-tantra")
    ]


def test_nominees_who_go_home_empty_handed_receive_nothing() -> None:
    text = (
        "Pada Anugerah Layanan Investasi 2023, peringkat kedua kategori provinsi jatuh kepada"
        " DPMPTSP Provinsi Sumatera Selatan. Untuk kategori kabupaten, Muara Enim dan Lahat hanya"
        " masuk nominasi. Untuk kategori kota, Kota Prabumulih dan Kota Pagar Alam pulang dengan"
        " tangan kosong."
    )
    claims = read(text, "DPMPTSP Sumsel Peringkat Kedua Anugerah Layanan Investasi").claims

    assert [claim.recipient for claim in claims] == ["DPMPTSP Provinsi Sumatera Selatan"]


def test_awards_counted_by_class_are_no_scores_nor_anybody_s() -> None:
    text = (
        "Kabupaten Enrekang meraih Sertifikat Adipura 2023 dari Menteri LHK. Secara nasional ada 5"
        " penerima Adipura Kencana, 80 Anugerah Adipura, 61 Sertifikat, dan 4 Plakat, sedangkan"
        " yang mendapat Adipura Kencana hanya 5."
    )
    march = datetime(2024, 3, 6, tzinfo=WIB)
    claims = read(text, "Enrekang Raih Sertifikat Adipura 2023", march).claims

    assert [(c.recipient, c.score, c.predicate) for c in claims] == [
        ("Kabupaten Enrekang", None, "Sertifikat Adipura")
    ]
