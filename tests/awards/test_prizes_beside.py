"""An event gives prizes of several names; a list goes on behind "Kep." and in places."""

import pytest

from tests.awards.stories import read


@pytest.mark.parametrize(
    "others",
    [
        "Lalu kategori Pengelolaan Keuangan Terbaik disabet oleh Rutan Kelas IIB Sigli.",
        "Kategori selanjutnya adalah pengelolaan aset terbaik diraih oleh Rutan Kelas IIB Sigli.",
    ],
)
def test_another_prize_of_the_event_is_none_of_the_scheme(others: str) -> None:
    text = (
        "Kanwil Kemenkumham Aceh memberikan penghargaan kepada empat satuan kerja terbaik. Adapun"
        " penghargaan kategori Hasil Evaluasi SAKIP Tahun 2023 diberikan kepada Lapas Kelas IIA"
        " Lhokseumawe sebagai terbaik pertama dan Lapas Kelas IIB Meulaboh sebagai terbaik kedua."
        f" {others}"
    )

    claims = read(text, "Empat Satuan Kerja di Aceh Raih Penghargaan", None).claims

    named = {claim.recipient: claim.rank for claim in claims}
    assert named == {"Lapas Kelas IIA Lhokseumawe": 1, "Lapas Kelas IIB Meulaboh": 2}


def test_a_class_in_capitals_is_no_prize_of_its_own() -> None:
    text = (
        "Pada malam anugerah, kategori Nilai SAKIP Terbaik diraih Pemkab Bantul dengan nilai 91,20."
        " Pemkab Sleman masuk kategori Sangat Memuaskan dengan nilai SAKIP 90,40."
    )

    claims = read(text, "Bantul dan Sleman Raih Penghargaan SAKIP", None).claims

    assert {c.recipient: c.score for c in claims} == {
        "Kabupaten Bantul": 91.2,
        "Kabupaten Sleman": 90.4,
    }


def test_the_short_form_of_islands_ends_no_sentence() -> None:
    text = (
        "Menteri Keuangan menyerahkan penghargaan insentif fiskal kepada enam daerah. Penerima"
        " insentif fiskal di tingkat kabupaten yaitu Kabupaten Kep. Aru, Buru, dan Kaimana."
    )

    claims = read(text, "Enam Daerah Terima Insentif Fiskal", None).claims

    named = {claim.recipient for claim in claims}
    assert named == {"Kabupaten Kepulauan Aru", "Kabupaten Buru", "Kabupaten Kaimana"}


@pytest.mark.parametrize("opinion", ["opini TMP", "opini TMP atau disclaimer", "predikat TMP"])
def test_no_opinion_has_a_short_form(opinion: str) -> None:
    text = (
        "BPK menyerahkan laporan hasil pemeriksaan. Opini WDP diberikan kepada Pemkab Nias Utara,"
        f" sedangkan {opinion} diberikan kepada Pemkab Nias Barat."
    )

    claims = read(text, "Pemkab Nias Utara Terima Opini WDP dari BPK", None).claims

    assert {claim.recipient: claim.predicate for claim in claims} == {
        "Kabupaten Nias Utara": "WDP",
        "Kabupaten Nias Barat": "Tidak Memberikan Pendapat",
    }


def test_the_second_of_a_row_of_places_may_be_yang_kedua() -> None:
    text = (
        "Tiga kota yang meraih SPM Awards 2023 yakni Kota Tegal sebagai juara pertama, Kota Batu"
        " yang kedua, dan Kota Padang sebagai juara ketiga."
    )

    claims = read(text, "Tiga Kota Raih SPM Awards 2023", None).claims

    places = {claim.recipient: claim.rank for claim in claims}
    assert places == {"Kota Tegal": 1, "Kota Batu": 2, "Kota Padang": 3}
