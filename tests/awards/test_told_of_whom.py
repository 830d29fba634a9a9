"""Whose a result is where a list, a share, a comparison or a place stands beside it."""

import pytest

from tests.awards.stories import read

IPP = "Kementerian PANRB mengumumkan hasil PEKPPP 2024 di Jakarta, Selasa (3/12/2024). "
KIP = "Komisi Informasi mengumumkan hasil Anugerah Keterbukaan Informasi Publik 2024. "


def scores(text: str, title: str = "Hasil Diumumkan") -> dict[str, float | None]:
    return {claim.recipient: claim.score for claim in read(text, title).claims}


@pytest.mark.parametrize("place", ["pada posisi ke-3 ", "di peringkat ketiga ", "pada urutan 3 "])
def test_each_of_two_has_its_own_score_behind_their_places(place: str) -> None:
    other = place.replace("3", "4").replace("ketiga", "keempat").rstrip()
    told = scores(
        f"{KIP}Untuk kualifikasi Menuju Informatif diraih Kabupaten Brebes {place}dan Kabupaten"
        f" Kudus {other}, dengan jumlah nilai masing-masing 84,96 dan 80,92."
    )
    assert told == {"Kabupaten Brebes": 84.96, "Kabupaten Kudus": 80.92}


@pytest.mark.parametrize("who", ["peserta", "badan publik", "instansi", "satker"])
def test_a_share_of_those_assessed_is_nobodys(who: str) -> None:
    told = scores(
        "Kalsel tampil positif dalam keterbukaan informasi. Komisi Informasi menyebut sekitar 30"
        f" persen {who} masuk kategori Informatif. Kabupaten yang meraih predikat Informatif"
        " antara lain Balangan dan Tanah Laut.",
        "Kalsel Tingkatkan Keterbukaan Informasi Publik",
    )
    assert "Provinsi Kalimantan Selatan" not in told


@pytest.mark.parametrize(
    "compared", ["OPD lain seperti", "dinas lainnya seperti", "beberapa OPD, di antaranya"]
)
def test_those_whom_a_number_is_compared_with_do_not_have_it(compared: str) -> None:
    (claim,) = read(
        f"{IPP}Pemprov Lampung berada di peringkat ke-12. Capaian itu berkat RSUDAM yang meraih"
        f" skor 4,51, lebih tinggi dibanding {compared} Dinas Sosial dan Bappeda.",
        "Hasil PEKPPP",
    ).claims
    assert (claim.recipient, claim.rank) == ("Provinsi Lampung", 12)
    assert (claim.score, claim.units) == (None, ())


@pytest.mark.parametrize("country", ["di Indonesia", "se-Indonesia", "seluruh Indonesia"])
def test_no_province_is_where_indonesia_lies(country: str) -> None:
    told = scores(
        f"Kemendagri merilis Indeks Inovasi Daerah 2024. Dari 38 provinsi {country}, Maluku Utara"
        " ditetapkan sebagai daerah kurang inovatif dengan indeks 33,11."
    )
    assert told == {"Provinsi Maluku Utara": 33.11}


@pytest.mark.parametrize("words", ["laporan yang diterima", "keterangan tertulis yang diterima"])
def test_who_is_sent_a_report_receives_no_award(words: str) -> None:
    told = scores(
        "Pemkot Tegal meraih predikat zona hijau Ombudsman 2024, kata Wali Kota Tegal dalam"
        f" {words} RRI, Selasa.",
        "Tegal Zona Hijau",
    )
    assert told == {"Kota Tegal": None}


@pytest.mark.parametrize("noun", ["daerah", "kabupaten", "kabupaten/kota"])
def test_a_class_may_stand_behind_what_has_it(noun: str) -> None:
    claims = read(
        "Kemendagri merilis Indeks Inovasi Daerah 2024. Provinsi Maluku Utara ditetapkan sebagai"
        f" daerah kurang inovatif. Meski begitu, ada yang dinyatakan sebagai {noun} inovatif,"
        " yakni Kabupaten Halmahera Timur dan Kabupaten Halmahera Barat.",
        "Indeks Inovasi Daerah Dirilis",
    ).claims
    told = {claim.recipient: claim.predicate for claim in claims}
    assert told["Kabupaten Halmahera Timur"] == told["Kabupaten Halmahera Barat"] == "Inovatif"
    assert told["Provinsi Maluku Utara"] == "Kurang Inovatif"


def test_places_told_one_after_the_other_are_no_scores() -> None:
    told = scores(
        "Penilaian kepatuhan Ombudsman 2024 dirilis. Pemkot Tegal berada pada peringkat 5 terendah"
        " di atas Pemkot Salatiga, Magelang, dan Surakarta yang masing-masing berada di posisi ke"
        " 94, 95, dan 96."
    )
    assert set(told.values()) == {None}
