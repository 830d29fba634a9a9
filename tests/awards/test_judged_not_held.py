"""What is judged, aimed at or only numbered like a score is no result of anybody."""

import pytest

from tests.awards.stories import only_claim, read


@pytest.mark.parametrize("aim", ["Komitmen Meraih", "Berkomitmen Raih", "Komitmen untuk Meraih"])
def test_who_is_bent_on_a_predicate_has_none(aim: str) -> None:
    text = (
        "Lapas Kelas IIB Tebo mengunjungi Lapas Perempuan Jambi, Selasa (29/10/2024). Rombongan"
        " mempelajari inovasi lapas yang meraih predikat WBK pada tahun 2020 itu. Kalapas"
        " mengucapkan terima kasih atas sambutan tuan rumah."
    )

    claims = read(text, f"{aim} Predikat WBK, Lapas Kelas IIB Tebo Belajar", None).claims

    assert claims == ()


def test_a_score_near_a_class_is_not_the_class() -> None:
    text = (
        "Pemkot Tarakan menjadi salah satu daerah yang memiliki nilai mendekati predikat lebih"
        " tinggi dalam Sistem Akuntabilitas Kinerja Instansi Pemerintah (SAKIP). Kementerian PANRB"
        " memilih empat pemda, yaitu Pemprov Kaltara, Pemkot Tarakan, Kabupaten Nunukan, dan"
        " Kabupaten Malinau. Untuk predikat SAKIP A (80,1) atau SAKIP BB (70,1) ada persyaratan"
        " minimum, kata ketua tim."
    )

    assert read(text, "Tim Evaluator Kementerian PANRB Nilai SAKIP di Kaltara").claims == ()


@pytest.mark.parametrize("version", ["PIK 2.0", "e-PPID versi 2.0", "LaporGub 3.0"])
def test_the_number_of_a_version_is_no_score(version: str) -> None:
    text = (
        "Pemkab Kendal meraih predikat Informatif pada Anugerah Keterbukaan Informasi Publik Jawa"
        f" Tengah 2024. Layanan {version} mendukung penilaian keterbukaan informasi itu."
    )

    claim = only_claim(text, "Kendal Raih Predikat Informatif")

    assert (claim.predicate, claim.score) == ("Informatif", None)


@pytest.mark.parametrize("who", ["unsur seperti", "pihak, antara lain", "kalangan yakni"])
def test_whose_judgment_counted_receives_nothing(who: str) -> None:
    text = (
        "Polres Batang meraih predikat WBBM tahun 2024 dari Kementerian PANRB. Predikat tersebut"
        " diraih berdasarkan penilaian dari KemenPANRB dan dari berbagai"
        f" {who} Pemerintah Provinsi Jawa Tengah, Polda Jawa Tengah, dan Mabes Polri."
    )

    assert only_claim(text, "Polres Batang Raih WBBM").recipient == "Polres Batang"


def test_the_index_that_opens_a_sentence_is_of_the_name_behind_it() -> None:
    text = (
        "Dinas Komunikasi dan Informatika (Diskominfo) Sumsel mengabarkan keberhasilan Pemprov"
        " Sumsel meraih predikat Sangat Baik dalam SPBE. Indeks SPBE Sumsel meningkat dari 3,31"
        " pada tahun 2023 menjadi 3,58 pada tahun 2024."
    )

    claim = only_claim(text, "Sumsel Raih Predikat Sangat Baik Indeks SPBE 2024")

    assert (claim.recipient, claim.score, claim.units) == ("Provinsi Sumatera Selatan", 3.58, ())


def test_a_pilot_is_no_award() -> None:
    text = (
        "Mahkamah Agung menetapkan tiga pengadilan sebagai percontohan penerapan Zona Integritas"
        " menuju Wilayah Bebas dari Korupsi (WBK). Tiga pengadilan percontohan Zona Integritas itu"
        " adalah PA Kendal, PN Batang, dan PN Demak. Pencanangan dilakukan di Jakarta."
    )

    assert read(text, "Tiga Pengadilan Jadi Percontohan Zona Integritas", None).claims == ()


def test_what_one_region_did_is_numbered_not_its_place() -> None:
    text = (
        "Kementerian PANRB menetapkan Top 40 Inovasi Pelayanan Publik 2024. Berikut empat inovasi"
        " terbaik pemerintah daerah:\n1. Kabupaten Kendal (Sapa Warga)\n2. Kabupaten Kendal"
        " (Lapor Jalan)\n3. Kabupaten Batang (Aku Sehat)\n4. Kabupaten Demak (Siap Tanam)"
    )

    claims = read(text, "Empat Inovasi Masuk Top 40").claims

    assert {claim.recipient: claim.rank for claim in claims} == {
        "Kabupaten Kendal": None,
        "Kabupaten Batang": None,
        "Kabupaten Demak": None,
    }


def test_an_office_that_opens_the_story_is_whom_it_is_about() -> None:
    text = (
        "Akhir tahun 2022 Polresta Cirebon memperoleh penghargaan WBK dari Kementerian PANRB.\n"
        "Kerja keras itu berbuah manis dengan diraihnya predikat Wilayah Birokrasi Bersih dan"
        " Melayani (WBBM), Senin (2/12/2024).\nPemkab Cirebon menyampaikan selamat."
    )

    claim = only_claim(text, "Tetap Berinovasi Meski Raih Predikat WBBM")

    assert (claim.recipient, claim.predicate) == ("Polresta Cirebon", "WBBM")


@pytest.mark.parametrize(("told", "count"), [("segera kembali", 0), ("segera", 0), ("kembali", 1)])
def test_who_will_soon_be_named_has_nothing_yet(told: str, count: int) -> None:
    text = (
        f"Kabupaten Blora {told} dinobatkan sebagai Kabupaten Terinovatif pada Innovative"
        " Government Award (IGA) 2020. Bupati menyampaikan hal itu, Senin."
    )

    assert len(read(text, "Blora dan Innovative Government Award 2020").claims) == count
