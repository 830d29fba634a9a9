"""What was held for years is no news, and what another was told to have is not the winner's."""

from tests.awards.stories import read


def test_what_was_held_for_years_is_left_behind() -> None:
    text = (
        "Setelah bertahun-tahun terkurung di zona kuning, Pemkot Kupang melesat. Laporan Ombudsman"
        " 2024 memberi nilai kepatuhan 88,96 untuk kota itu."
    )
    claims = read(text, "Kota Kupang Melesat ke Zona Hijau Ombudsman").claims

    assert [(claim.zone, claim.score) for claim in claims] == [("hijau", 88.96)]


def test_years_of_waiting_are_no_years_of_holding() -> None:
    text = (
        "Setelah dua tahun menanti predikat WBK, Rutan Kelas IIB Kudus akhirnya menerimanya dari"
        " Kementerian PANRB."
    )
    claims = read(text, "Rutan Kudus Raih WBK").claims

    assert [claim.predicate for claim in claims] == ["WBK"]


def test_the_police_own_evaluation_is_known_by_its_short_name() -> None:
    text = (
        "Hasil PEKPPP lingkup Polri 2024 menempatkan Polres Magelang Kota di kategori A atau"
        " Pelayanan Prima dengan indeks 4,72."
    )
    claims = read(text, "Polres Magelang Kota Masuk Jajaran Pelayanan Prima").claims

    assert [(claim.recipient, claim.scheme, claim.score) for claim in claims] == [
        ("Polres Magelang Kota", "pekppp-polri", 4.72)
    ]


def test_who_is_outdone_narrowly_lends_no_score() -> None:
    text = (
        "Pemkab Wonosobo dinobatkan sebagai badan publik informatif 2024 oleh Komisi Informasi Jawa"
        " Tengah dengan nilai 98,44, unggul tipis dari Kabupaten Batang yang mengumpulkan 98,12."
    )
    claims = read(text, "Wonosobo Badan Publik Informatif").claims

    assert [(claim.recipient, claim.score) for claim in claims] == [("Kabupaten Wonosobo", 98.44)]
    assert claims[0].warnings == ()


def test_a_region_at_whose_end_another_lies_receives_nothing() -> None:
    text = (
        "Nilai SAKIP Pemkab Alor naik dari 64,10 menjadi 70,35 pada evaluasi 2024. Dengan begitu"
        " daerah di ujung NTT itu mengantongi predikat BB."
    )
    claims = read(text, "SAKIP Alor Diapresiasi Menteri PANRB").claims

    assert [(claim.recipient, claim.category) for claim in claims] == [("Kabupaten Alor", "BB")]
