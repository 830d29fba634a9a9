"""A run that ended, a set that others stand out of, and what an award does to those nearby."""

import pytest

from tests.awards.stories import read


@pytest.mark.parametrize(
    "ended",
    [
        "akhirnya terhenti",
        "tahun ini terputus",
        "harus berakhir",
        "tinggal kenangan",
    ],
)
def test_a_run_that_ended_is_not_held(ended: str) -> None:
    text = (
        f"Opini Wajar Tanpa Pengecualian (WTP) yang enam kali diraih Pemkab Mukomuko {ended}. BPK"
        " Perwakilan Bengkulu memberikan opini Wajar Dengan Pengecualian (WDP) atas LKPD Pemkab"
        " Mukomuko tahun anggaran 2023."
    )

    (claim,) = read(text, "Pemkab Mukomuko Terima WDP dari BPK", None).claims

    assert (claim.recipient, claim.predicate) == ("Kabupaten Mukomuko", "WDP")


@pytest.mark.parametrize("nobody", ["tak satu pun kota", "tidak ada satupun daerah"])
def test_what_not_one_has_got_is_nobodys(nobody: str) -> None:
    text = (
        "Dua daerah di Sumatera Barat meraih Piala Adipura 2017 dari KLHK. Sedangkan Plakat"
        f" Adipura, {nobody} yang membawanya pulang. Keduanya yakni Bukittinggi dan Sawahlunto."
    )

    claims = read(text, "Dua Daerah di Sumbar Raih Piala Adipura 2017", None).claims

    assert {claim.recipient for claim in claims} == {"Kota Bukittinggi", "Kota Sawahlunto"}
    assert "Plakat Adipura" not in {claim.predicate for claim in claims}


@pytest.mark.parametrize(
    "among",
    [
        "Dari lima kabupaten/kota plus Pemprov Gorontalo",
        "Di antara enam daerah termasuk Provinsi Gorontalo",
    ],
)
def test_one_more_of_those_who_were_judged_has_not_won(among: str) -> None:
    text = (
        "KPK merilis hasil penilaian MCP tahun 2021."
        f" {among}, Kabupaten Pohuwato mendapatkan nilai tertinggi yaitu 80,17."
    )

    (claim,) = read(text, "Pohuwato Raih Nilai MCP Tertinggi dari KPK", None).claims

    assert (claim.recipient, claim.score) == ("Kabupaten Pohuwato", 80.17)


@pytest.mark.parametrize(
    "does", ["akan memberi semangat baru bagi", "menjadi motivasi besar untuk jajaran"]
)
def test_whom_the_award_of_a_hospital_heartens_has_not_received_it(does: str) -> None:
    text = (
        "RSUD Malinau kembali meraih Akreditasi Paripurna dari Komisi Akreditasi Rumah Sakit"
        f" (KARS). Akreditasi Paripurna dari KARS {does} Pemkab Malinau, kata Wakil Bupati."
    )

    (claim,) = read(text, "RSUD Malinau Raih Akreditasi Paripurna dari KARS", None).claims

    assert claim.recipient == "RSUD Malinau"


@pytest.mark.parametrize("held", ["hanya mencapai 2,06 dengan", "baru memperoleh 2,06 dan"])
def test_the_class_that_the_year_before_had_is_not_this_years(held: str) -> None:
    text = (
        "Pemkab Kaur meraih nilai Indeks Pembangunan Statistik (IPS) 2,81 dari BPS tahun 2024, jauh"
        f' lebih tinggi dibandingkan tahun 2023 yang {held} predikat "cukup".'
    )

    (claim,) = read(text, "Pemkab Kaur Raih Nilai IPS 2,81 dari BPS", None).claims

    assert (claim.score, claim.predicate) == (2.81, None)


@pytest.mark.parametrize("so_many", [", terdiri dari 9 dinas", " sejumlah 9 perangkat daerah"])
def test_the_class_of_so_many_offices_is_not_their_governments(so_many: str) -> None:
    text = (
        "Bupati Lamandau menyerahkan SAKIP Award 2023 kepada perangkat daerah. Perangkat daerah"
        f" dengan nilai A terdiri dari 8 dinas, dan perangkat daerah dengan nilai BB{so_many}."
    )

    assert read(text, "Bupati Lamandau Serahkan SAKIP Award 2023", None).claims == ()


def test_the_next_sentence_goes_on_about_the_other_survey() -> None:
    text = (
        "Pemkab Klungkung meraih insentif fiskal Rp5,6 miliar dari Kementerian Keuangan. Menurut"
        " Survei Status Gizi Indonesia, Klungkung dan Gianyar menduduki posisi pertama dan kedua"
        " nasional. Sedangkan di posisi ketiga adalah Kota Tanjungbalai."
    )

    claims = read(text, "Pemkab Klungkung Raih Insentif Fiskal", None).claims

    assert [claim.recipient for claim in claims] == ["Kabupaten Klungkung"]


def test_a_year_to_improve_in_is_no_edition() -> None:
    text = (
        "Pemkab Bangli meraih insentif fiskal tahun 2025 sebesar Rp5,6 miliar dari Kementerian"
        ' Keuangan. "Jadikan ini dorongan untuk meningkatkan kinerja 2026," kata bupati.'
    )

    (claim,) = read(text, "Pemkab Bangli Raih Insentif Fiskal", None).claims

    assert claim.year == 2025


@pytest.mark.parametrize("nation", ["nasional", "secara nasional"])
def test_the_class_of_a_government_is_no_place(nation: str) -> None:
    text = (
        "Kabupaten Wajo menerima penghargaan sebagai pemerintah daerah dengan kinerja terbaik"
        f" {nation} pada Evaluasi Penyelenggaraan Pemerintahan Daerah dari Kemendagri."
    )

    (claim,) = read(text, "Wajo Terima Penghargaan EPPD dari Kemendagri", None).claims

    assert (claim.predicate, claim.rank) == ("kinerja terbaik nasional", None)
