"""First places by what follows them, and awards told only as what came before."""

from datetime import datetime

from tests.awards.stories import WIB, read


def test_the_highest_that_others_follow_is_the_first() -> None:
    text = (
        "Sebanyak 33 kabupaten/kota di Jawa Tengah dinilai Ombudsman dalam kepatuhan pelayanan"
        " publik 2024. Kabupaten Wonogiri tertinggi dengan 98,33, disusul Kota Magelang 98,10"
        " dan Kabupaten Batang 97,95."
    )
    claims = read(text, "Ombudsman Serahkan Hasil Penilaian").claims

    assert [(claim.recipient, claim.rank) for claim in claims] == [
        ("Kabupaten Wonogiri", 1),
        ("Kota Magelang", 2),
        ("Kabupaten Batang", 3),
    ]


def test_who_leads_a_category_is_its_first() -> None:
    text = (
        "Komisi Informasi mengumumkan anugerah keterbukaan informasi 2024. KPU Kota Padang memimpin"
        " kategori penyelenggara pemilu dengan 98,20."
    )
    (claim,) = read(text, "KPU Padang Memimpin").claims

    assert (claim.recipient, claim.rank) == ("KPU Kota Padang", 1)


def test_what_was_got_before_what_is_told_now_is_no_award_of_the_story() -> None:
    text = (
        "Usai meraih opini WTP dari BPK, kini Kabupaten Badung tertinggi di Bali dalam Survei"
        " Penilaian Integritas KPK 2024 dengan 81,5."
    )
    (claim,) = read(text, "Badung Tertinggi di Bali untuk Survei Integritas").claims

    assert (claim.scheme, claim.score, claim.rank) == ("spi-kpk", 81.5, 1)


def test_what_was_got_a_moment_ago_is() -> None:
    text = "Usai meraih opini WTP 2023 dari BPK, Bupati Badung menyampaikan terima kasih."
    june = datetime(2024, 6, 5, tzinfo=WIB)
    claims = read(text, "Kabupaten Badung Raih Opini WTP", june).claims

    assert [claim.scheme for claim in claims] == ["opini-wtp-bpk"]


def test_those_compared_with_receive_nothing_whatever_they_have() -> None:
    text = (
        "Dibandingkan dengan Kota Cimahi dan Kabupaten Sumedang yang mendapat predikat sedang, Kota"
        " Bandung unggul dengan predikat kualitas tertinggi dan nilai 94,11 dari Ombudsman untuk"
        " kepatuhan 2024."
    )
    claims = read(text, "Kota Bandung Lebih Baik").claims

    assert [claim.recipient for claim in claims] == ["Kota Bandung"]
