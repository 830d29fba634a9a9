"""Lists of offices in brackets, of heads by their office alone, of a rest, and of another year."""

import pytest

from crawler.extraction.text import read_text
from tests.awards.stories import read

_SERVICE = (
    "Kementerian PANRB menyerahkan penghargaan hasil evaluasi pelayanan publik tahun 2017, Rabu"
    " (24/1/2018).\n"
)


def test_brackets_hold_the_regions_of_the_offices_in_front_of_them() -> None:
    text = (
        f"{_SERVICE}Unit yang meraih predikat Sangat Baik (A) adalah:\n"
        "1. 2 UPP PTSP Provinsi (Provinsi Bali dan Provinsi Riau).\n"
        "2. 3 UPP RSUD Kab/Kota (Kota Bima, Kabupaten Kudus, dan Kabupaten Tuban).\n"
        "3. 2 UPP Dukcapil (Kota Metro dan Kabupaten Gianyar)."
    )
    claims = read(text, "Tujuh Unit Layanan Raih Predikat Sangat Baik").claims

    assert {(claim.recipient, claim.category) for claim in claims} == {
        *((f"DPMPTSP Provinsi {name}", "A") for name in ("Bali", "Riau")),
        *((f"RSUD {name}", "A") for name in ("Kota Bima", "Kabupaten Kudus", "Kabupaten Tuban")),
        *((f"Disdukcapil {name}", "A") for name in ("Kota Metro", "Kabupaten Gianyar")),
    }


def test_a_list_goes_on_with_the_office_named_last() -> None:
    text = (
        f"{_SERVICE}Predikat pelayanan prima diraih Disdukcapil (Kota Metro dan Kabupaten Gianyar)"
        " serta DPMPTSP (Kota Tegal dan Kabupaten Badung)."
    )
    claims = read(text, "Empat Unit Layanan Raih Predikat Prima").claims

    assert {claim.recipient for claim in claims} == {
        *("Disdukcapil Kota Metro", "Disdukcapil Kabupaten Gianyar"),
        *("DPMPTSP Kota Tegal", "DPMPTSP Kabupaten Badung"),
    }


def test_lines_may_name_receivers_by_their_heads_alone() -> None:
    text = (
        "Kementerian PANRB menyerahkan penghargaan pembina pelayanan publik tahun 2017, Rabu.\n"
        "Ada tiga pembina pelayanan publik yang meraih predikat Sangat Baik, yaitu:\n"
        "1. Wali Kota Makassar.\n2. Bupati Badung.\n3. Gubernur Bali."
    )
    claims = read(text, "Tiga Pembina Pelayanan Publik Diberi Penghargaan").claims

    assert {claim.recipient for claim in claims} == {
        *("Kota Makassar", "Kabupaten Badung", "Provinsi Bali"),
    }


def test_guests_in_lines_receive_nothing() -> None:
    text = (
        "Pemkot Makassar menerima penghargaan pembina pelayanan publik tahun 2017, Rabu.\n"
        "Turut hadir dalam penyerahan penghargaan itu:\n1. Wali Kota Palu.\n2. Bupati Badung."
    )
    claims = read(text, "Makassar Terima Penghargaan Pembina Pelayanan Publik").claims

    assert {claim.recipient for claim in claims} == {"Kota Makassar"}


@pytest.mark.parametrize("then", ["Tahun 2017 lalu", "Pada tahun 2017"])
def test_those_of_another_year_are_no_receivers_of_this_one(then: str) -> None:
    text = (
        "Kementerian PANRB menyerahkan penghargaan pembina pelayanan publik tahun 2018, Selasa.\n"
        "Ketiga pembina terbaik itu yakni Wali Kota Bandung, Bupati Cilacap, dan Bupati Badung.\n"
        f"{then}, ada dua kepala daerah yang dinobatkan sebagai pembina pelayanan publik terbaik,"
        " yakni Wali Kota Balikpapan dan Wali Kota Palu."
    )
    claims = read(text, "Tiga Kepala Daerah Jadi Pembina Pelayanan Publik Terbaik 2018").claims

    assert {claim.recipient for claim in claims} == {
        *("Kota Bandung", "Kabupaten Cilacap", "Kabupaten Badung"),
    }


@pytest.mark.parametrize(
    "rest", ["Sedang tiga lain dari eselon III yaitu", "Sedangkan tiga satker lainnya yakni"]
)
def test_the_rest_has_what_the_first_part_has(rest: str) -> None:
    text = (
        "Lima satker Kejaksaan menerima predikat WBBM dan 50 satker WBK dari Kementerian PANRB.\n"
        "Dua dari satker yang menerima predikat WBBM adalah Kejati Bali dan Kejati Riau."
        f" {rest} Kejari Belitung, Kejari Sleman, dan Kejari Bantul."
    )
    claims = read(text, "55 Satker Kejaksaan Raih WBK dan WBBM").claims

    assert [claim.predicate for claim in claims] == ["WBBM"] * 5


def test_a_share_with_its_count_is_nobody_s_score() -> None:
    text = (
        "Komisi Informasi Kalbar memberikan predikat Informatif kepada Pemkot Singkawang, Jumat.\n"
        "Ketua komisi melaporkan bahwa 87,5 persen (147 badan publik) berpartisipasi."
    )
    (claim,) = read(text, "Singkawang Raih Predikat Informatif").claims

    assert (claim.recipient, claim.score) == ("Kota Singkawang", None)


def test_offices_at_the_end_of_a_story_are_no_headlines_of_others() -> None:
    lines = (
        "- Pengadilan Tinggi Tata Usaha Negara Makassar\n- Pengadilan Negeri Siak Sri Indrapura\n"
        "- Pengadilan Tata Usaha Negara Pangkal Pinang\n2. 3 UPP PTSP Kota (Kota Bima, Kota Palu)"
    )
    told = "Enam satuan kerja ditetapkan sebagai penerima predikat WBK tahun 2025, Selasa lalu."
    page = read_text(f"Enam Satker Terima WBK\n\n{told} {told}\nHasil itu diumumkan.\n{lines}")

    assert page.article is not None
    assert page.article.text.endswith(lines)


def test_what_is_said_at_the_telling_of_results_tells_their_day() -> None:
    text = (
        "Kementerian PANRB memberi predikat pelayanan prima kepada Polres Gresik dan Polres"
        ' Sleman.\n"Kami bangga," kata menteri secara virtual dalam Penyampaian Hasil Evaluasi'
        " Pelayanan Publik Lingkup Polri Tahun 2020, Jakarta, Selasa (16/2/2021)."
    )
    claims = read(text, "Dua Polres Terima Predikat Pelayanan Prima", published=None).claims

    assert {str(claim.award_date) for claim in claims} == {"2021-02-16"}


@pytest.mark.parametrize(
    "told",
    [
        "penghargaan penyelenggara pemerintah kota dengan status kinerja tertinggi dari Kemendagri",
        "penghargaan hasil evaluasi kinerja pemerintahan daerah dari Kementerian Dalam Negeri",
    ],
)
def test_the_day_of_autonomy_gives_by_more_names(told: str) -> None:
    (claim,) = read(
        f"Pemkot Makassar menerima {told}, Sabtu.", "Makassar Diganjar Kemendagri"
    ).claims

    assert (claim.recipient, claim.scheme) == ("Kota Makassar", "eppd-lppd")
