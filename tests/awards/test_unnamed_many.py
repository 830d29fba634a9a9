"""What is told of others, of parts or of places is not that of whom the story names."""

from datetime import datetime

import pytest

from tests.awards.stories import GRANT, WIB, only_claim, read, staged


def test_what_the_others_got_is_nobody_s() -> None:
    text = (
        "Ombudsman RI menyerahkan piagam penilaian kepatuhan pelayanan publik 2024 kepada Pemkab"
        " Kendal. Nilainya 96,11. Sedang pemda lainnya di Jawa Tengah masuk zona kuning."
    )

    assert only_claim(text, "Kendal Terima Piagam").zone is None


def test_who_places_its_units_does_not_hold_their_grade() -> None:
    text = (
        "Polda Jawa Barat menempatkan dua satuan wilayahnya dalam daftar penerima predikat"
        " Pelayanan Prima dari evaluasi pelayanan publik lingkup Polri tahun 2023."
        " Keduanya adalah Polresta Cirebon dan Polres Garut."
    )

    claims = read(text, "Dua Polres di Jabar Terima Predikat Prima", None).claims

    assert {claim.recipient for claim in claims} == {"Polresta Cirebon", "Polres Garut"}


def test_the_regency_of_an_address_receives_nothing() -> None:
    text = (
        "Sebanyak 38 kota dan kabupaten meraih opini WTP dari BPK atas LKPD 2023. Opini WTP"
        " diserahkan di Auditorium BPK Jl. Raya Ahmad Yani Kabupaten Semarang, Senin (3/6/2024)."
        " Kota Tegal sudah menerima WTP terlebih dahulu."
    )

    claims = read(text, "38 Kota dan Kabupaten Raih WTP", None).claims

    assert [claim.recipient for claim in claims] == ["Kota Tegal"]


@pytest.mark.parametrize("lowest", ["terendah di", "terendah berada di"])
def test_where_the_highest_and_the_lowest_stand_tells_who_has_them(lowest: str) -> None:
    text = (
        "KPK merilis Survei Penilaian Integritas (SPI) 2024. Skor indeks tertinggi berada di"
        f" Kabupaten Gianyar sebesar 83,91 dan {lowest} Kabupaten Puncak sebesar 42,10."
    )

    claims = read(text, "KPK Rilis SPI 2024").claims

    assert {claim.recipient: claim.score for claim in claims} == {
        "Kabupaten Gianyar": 83.91,
        "Kabupaten Puncak": 42.10,
    }


def test_the_highest_of_a_region_is_not_its_own() -> None:
    claims = read(f"{GRANT} dengan nilai 96,11, skor tertinggi di Jawa Tengah.").claims

    assert [claim.recipient for claim in claims] == ["Kabupaten Kendal"]


def test_an_average_between_the_lines_is_no_score_of_the_one_above() -> None:
    text = (
        "KPK merilis Survei Penilaian Integritas (SPI) 2024.\nTipe Besar\nSkor rata-rata: 67,80\n"
        "Tertinggi: Jawa Tengah (79,50)\nTerendah: Sumatera Utara (58,50).\nTipe Sedang\n"
        "Skor rata-rata: 68,10\nTertinggi: Bali (78,20)"
    )

    claims = read(text, "KPK Rilis SPI 2024").claims

    assert {claim.recipient: claim.score for claim in claims} == {
        "Provinsi Jawa Tengah": 79.50,
        "Provinsi Sumatera Utara": 58.50,
        "Provinsi Bali": 78.20,
    }


def test_who_is_named_later_has_what_the_group_shares_not_what_a_caption_says() -> None:
    text = (
        "Menteri dalam acara penyerahan penghargaan Adipura di Jakarta.\nTiga kota memperoleh"
        " penghargaan tertinggi Adipura Kencana. Mereka yang mendapatkannya yaitu Kota Bitung,"
        " Kota Blitar, dan Kabupaten Kendal."
    )

    claims = read(text, "KLHK Kembali Beri Penghargaan Adipura").claims

    assert [claim.predicate for claim in claims] == ["Adipura Kencana"] * 3


def test_those_who_once_had_it_do_not_share_what_others_get_now() -> None:
    text = (
        "Kemenpan RB memberikan predikat zona integritas 2018. Tiga satuan mendapat predikat WBK"
        " yakni Polres Pati, Polres Kendal, dan Polres Blora. Sedangkan dua polres yaitu Polres"
        " Demak dan Polres Jepara yang pernah meraih WBK di tahun 2016, kini dinobatkan menjadi"
        " satuan percontohan."
    )
    published = datetime(2018, 12, 11, 9, 0, tzinfo=WIB)

    claims = read(text, "Tiga Polres Raih WBK", published).claims

    assert {claim.recipient for claim in claims} == {"Polres Pati", "Polres Kendal", "Polres Blora"}


@pytest.mark.parametrize(
    ("text", "recipient", "predicate"),
    [
        (
            "Komisi Informasi memberi penghargaan keterbukaan informasi 2024. Predikat Informatif"
            " diraih BP Batam (90,91).",
            "Badan Pengusahaan Batam",
            "Informatif",
        ),
        (
            "Ombudsman RI menyampaikan penilaian maladministrasi 2025. Predikat Sangat Baik diraih"
            " Kanimsus Kelas I TPI Surabaya.",
            "Kantor Imigrasi Kelas I TPI Surabaya",
            "Sangat Baik",
        ),
    ],
)
def test_further_offices_and_grades_are_known(text: str, recipient: str, predicate: str) -> None:
    (claim,) = read(text, "Hasil Penilaian Diumumkan", None).claims

    assert (claim.recipient, claim.predicate) == (recipient, predicate)


def test_the_minister_s_short_title_names_no_other_scheme() -> None:
    text = (
        "Kementerian Pendayagunaan Aparatur Negara dan Reformasi Birokrasi menilai SAKIP 2024."
        " SAKIP Award diserahkan langsung Menteri PAN/RB, Budi Santosa, kepada Pemkab Kendal."
    )

    schemes = {mention.scheme for mention in staged(text).named.mentions}

    assert "reformasi-birokrasi" not in schemes


@pytest.mark.parametrize(
    "words", ["Mereka yang mendapatkannya", "Tiga pemda yang masuk zona hijau itu"]
)
def test_a_list_follows_without_a_verb(words: str) -> None:
    text = (
        "Ombudsman RI menyerahkan piagam penilaian kepatuhan pelayanan publik 2024. Tiga pemda"
        f" masuk zona hijau. {words} Pemkab Kendal, Pemkab Batang, dan Pemkot Tegal."
    )

    claims = read(text, "Ombudsman Serahkan Piagam Zona Hijau").claims

    assert {claim.recipient: claim.zone for claim in claims} == dict.fromkeys(
        ("Kabupaten Kendal", "Kabupaten Batang", "Kota Tegal"), "hijau"
    )


def test_the_nation_s_class_is_nobody_s() -> None:
    text = (
        "KPK merilis Survei Penilaian Integritas (SPI) 2024. Provinsi Bali memperoleh skor 78,20."
        " Secara nasional indeksnya 71,53, masih kuning."
    )

    claim = only_claim(text, "Integritas Bali")

    assert (claim.score, claim.zone) == (78.20, None)


def test_a_village_in_a_text_of_villages_all_over_is_not_that_of_the_first() -> None:
    text = (
        "Komisi Informasi memberi penghargaan keterbukaan informasi 2024. Desa terbaik adalah Desa"
        " Sruni di Kabupaten Boyolali; Desa Ploso di Kabupaten Jombang; Desa Bunga Pasang di"
        " Kabupaten Antah Berantah; dan Desa Ganra di Kabupaten Soppeng."
    )

    claims = read(text, "Desa Terbaik 2024").claims

    assert "Desa Ploso Kabupaten Jombang" in {claim.recipient for claim in claims}
    assert not any("Bunga" in claim.recipient for claim in claims)


def test_the_regency_behind_the_district_of_a_village_is_the_village_s() -> None:
    text = (
        "Apresiasi pembinaan ProKlim 2020 diterima Kabupaten Cilacap dan Kabupaten Pati."
        " Trofi ProKlim Lestari diraih Kelurahan Gumul Kecamatan Karangnongko Klaten, sedangkan"
        " trofi ProKlim Utama diperoleh Desa Ngargoretno Kecamatan Salaman Magelang."
    )

    claims = read(text, "Cilacap dan Pati Raih Penghargaan ProKlim", None).claims

    assert {claim.recipient for claim in claims} == {
        *("Kabupaten Cilacap", "Kabupaten Pati", "Kelurahan Gumul Kabupaten Klaten"),
        "Desa Ngargoretno Kabupaten Magelang",
    }


def test_the_regency_that_a_village_stands_for_in_a_headline_receives_nothing() -> None:
    text = (
        "Desa Karangasem, yang mewakili Kabupaten Blora, meraih trofi Program Kampung Iklim"
        " (ProKlim) Utama. Tahun ini 55 kampung menerima trofi ProKlim Utama, termasuk Desa"
        " Karangasem dari Blora."
    )

    claims = read(text, "Desa Karangasem Wakili Blora Raih Trofi ProKlim Utama", None).claims

    assert [claim.recipient for claim in claims] == ["Desa Karangasem Kabupaten Blora"]


def test_many_regencies_of_a_province_in_a_zone_are_not_the_province() -> None:
    text = (
        "Ombudsman RI merilis hasil penilaian kepatuhan pelayanan publik 2024. Kabupaten Buru"
        " berada di zona merah dengan nilai 51,20."
    )

    claims = read(text, "Maluku Catat Banyak Daerah di Zona Merah Ombudsman", None).claims

    assert [c.recipient for c in claims if c.zone] == ["Kabupaten Buru"]


def test_nominees_among_whom_another_was_best_receive_nothing() -> None:
    text = (
        f"{GRANT}. Kabupaten Kendal meraih nilai tertinggi 97,16 dari 3 (tiga) nominator kategori"
        " pemerintah kabupaten dengan kepatuhan tinggi di seluruh Indonesia, yakni Kabupaten"
        " Batang dan Kabupaten Pati."
    )

    assert only_claim(text).recipient == "Kabupaten Kendal"


def test_a_grade_of_some_of_the_units_is_not_the_region_s() -> None:
    text = (
        f"{GRANT} dengan nilai 89,10. Ada 35 unit layanan di zona hijau. Bahkan 10 di antaranya"
        " memperoleh predikat Kualitas Tertinggi atau A."
    )

    claim = only_claim(text)

    assert (claim.predicate, claim.category) == (None, None)


def test_what_the_one_before_has_a_list_behind_likewise_has_too() -> None:
    text = (
        "Ombudsman RI merilis hasil penilaian kepatuhan pelayanan publik 2024. Provinsi Jambi masuk"
        " zona kuning, begitu juga tiga kabupaten yaitu Kabupaten Bungo, Tebo, dan Kerinci."
    )

    claims = read(text, "Hasil Penilaian Ombudsman 2024", None).claims

    assert {c.recipient: c.zone for c in claims} == dict.fromkeys(
        ("Provinsi Jambi", "Kabupaten Bungo", "Kabupaten Tebo", "Kabupaten Kerinci"), "kuning"
    )
