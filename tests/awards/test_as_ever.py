"""What was held before and is held still, and averages that go on from class to class."""

import pytest

from tests.awards.stories import GRANT, only_claim, read

_OPINIONS = (
    "BPK menyerahkan laporan hasil pemeriksaan atas LKPD 2023 kepada pemerintah daerah di Papua,"
    " Senin (27/5/2024). Kabupaten Asmat dan Kabupaten Nabire meraih opini WTP. "
)


@pytest.mark.parametrize(
    "told",
    [
        "Sedangkan Kabupaten Supiori dan Kabupaten Sarmi masih tetap sebagaimana tahun sebelumnya,"
        " yakni memperoleh opini WDP.",
        "Kabupaten Supiori dan Kabupaten Sarmi sama seperti tahun lalu mendapat opini WDP.",
        "Kabupaten Supiori dan Kabupaten Sarmi masih sama dengan tahun lalu, yaitu opini WDP.",
    ],
)
def test_as_before_is_told_of_now(told: str) -> None:
    claims = read(_OPINIONS + told, "Asmat dan Nabire Raih Opini WTP").claims

    assert {claim.recipient: claim.predicate for claim in claims} == {
        "Kabupaten Asmat": "WTP",
        "Kabupaten Nabire": "WTP",
        "Kabupaten Supiori": "WDP",
        "Kabupaten Sarmi": "WDP",
    }


def test_last_year_alone_is_still_earlier() -> None:
    told = "Tahun lalu Kabupaten Sarmi mendapat opini WDP."

    assert "Kabupaten Sarmi" not in {c.recipient for c in read(_OPINIONS + told).claims}


def test_who_is_often_compared_with_another_has_its_own_place() -> None:
    told = (
        "Kementerian PANRB merilis hasil evaluasi SAKIP 2024. Kabupaten Gowa meraih predikat BB."
        " Kabupaten Bone, yang kerap dibandingkan dengan Gowa dalam hal kinerja, hanya berada di"
        " peringkat 13 dengan predikat CC."
    )
    claims = {claim.recipient: claim for claim in read(told, "Gowa Raih Predikat BB").claims}

    assert (claims["Kabupaten Bone"].rank, claims["Kabupaten Bone"].category) == (13, "CC")
    assert claims["Kabupaten Gowa"].category == "BB"


@pytest.mark.parametrize(
    "told",
    [
        "Rata-rata nilai kementerian menjadi 71,30 dari sebelumnya 70,75. Pada pemerintah provinsi"
        " menjadi 70,88 dari sebelumnya 70,02 dan pada kabupaten/kota menjadi 61,60.",
        "Rata-rata nilai kementerian 71,30. Untuk pemerintah provinsi 70,88, sedangkan untuk"
        " kabupaten/kota 61,60.",
        "Indeks nasional mencapai angka 71,53, meningkat dari tahun sebelumnya sebesar 70,97.",
        "Skor nasional tahun ini 71,53, naik dari 70,97 pada 2023.",
    ],
)
def test_averages_are_nobodys_scores(told: str) -> None:
    claim = only_claim(f"{GRANT}. {told}")

    assert (claim.score, claim.previous) == (None, ())


def test_a_government_may_be_told_by_its_level() -> None:
    told = (
        f"{GRANT}. Pemda lain seperti Kabupaten Demak tidak masuk dalam penilaian. Kemudian, untuk"
        " tingkat Pemerintah Kota Tegal, Ombudsman memberikan skor 86,82. Pemerintah Kota Magelang"
        " juga memperoleh predikat yang sama dengan nilai akhir 85,57."
    )
    scores = {claim.recipient: claim.score for claim in read(told).claims}

    assert (scores["Kota Tegal"], scores["Kota Magelang"]) == (86.82, 85.57)
    assert "Kabupaten Demak" not in scores
