"""Whoever went without, and an assessment that is not ours, give no claim; nor does a ministry."""

import pytest

from tests.awards.stories import only_claim, read

SPBE = "Nilai SPBE Riau Naik"


@pytest.mark.parametrize(
    "without",
    [
        "Sisanya, belum dievaluasi. Seperti Siak, Kampar, dan Bengkalis.",
        "Selebihnya masih belum dinilai. Yakni Siak, Kampar, dan Bengkalis.",
        "Ada pula tiga daerah yang tidak ikut. Antara lain Siak, Kampar, dan Bengkalis.",
    ],
)
def test_the_rest_that_was_not_judged_shares_nothing(without: str) -> None:
    text = (
        "KemenPANRB mengumumkan hasil evaluasi SPBE 2023, dan Pemprov Riau meraih nilai 3,41 dengan"
        " predikat baik. Dua daerah mendapatkan predikat kurang. Seperti Pelalawan 1,61 dan"
        f" Kuantan Singingi 1,52. {without}"
    )

    claims = read(text, SPBE, None).claims

    named = {claim.recipient for claim in claims}
    assert named == {"Provinsi Riau", "Kabupaten Pelalawan", "Kabupaten Kuantan Singingi"}


@pytest.mark.parametrize("short", ["RB", "PANRB", "Kemenpan RB"])
def test_the_short_name_of_the_ministry_is_no_index(short: str) -> None:
    text = (
        "Pemprov Riau meraih nilai tertinggi se-Sumatera pada penilaian sistem pemerintahan"
        " berbasis elektronik (SPBE) tahun 2024. Menurut Kementerian Pendayagunaan Aparatur Negara"
        f" dan Reformasi Birokrasi ({short}), Pemprov Riau mendapatkan nilai 3,41."
    )

    claim = only_claim(text, "Riau Raih Nilai SPBE Tertinggi di Sumatera")

    assert (claim.scheme, claim.score) == ("spbe-pemdi", 3.41)


@pytest.mark.parametrize("index", ["Indek", "Indeks"])
def test_a_cue_further_on_takes_nothing_from_the_index_told_of(index: str) -> None:
    text = (
        f"Provinsi Jambi menempati empat besar nasional perolehan nilai {index} Keterbukaan"
        " Informasi Publik 2023. Capaian ini naik menjadi 78,2 dari tahun sebelumnya 71,05."
        " Kepala Diskominfo menyampaikan terima kasih kepada Ketua KI Provinsi Jambi yang ikut"
        " menjaga keterbukaan informasi."
    )

    assert read(text, "Nilai IKIP Jambi Empat Besar", None).claims == ()


def test_innovators_that_are_counted_are_no_place() -> None:
    text = (
        "Bupati Lombok Utara menerima penghargaan Top 99 Inovasi Pelayanan Publik tahun 2019 dari"
        " Menteri PANRB. Pada ajang Sinovik itu Lombok Utara menyisihkan 2.700 inovator terbaik"
        " dari kementerian dan daerah."
    )

    assert only_claim(text, "Lombok Utara Raih Top 99").predicate == "Top 99"
