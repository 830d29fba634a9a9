"""What the nation reaches is nobody's score, and a ministry's name is no scope."""

import pytest

from tests.awards.stories import read


def test_the_mean_of_the_nation_is_nobody_s_score() -> None:
    text = (
        "Kota Madiun nomor satu dalam Indeks SPBE 2024 di antara 38 kabupaten/kota se-Jawa Timur"
        " dengan skor 4,45. Posisi kedua hingga ketiga secara berurutan ditempati Kota Surabaya"
        " (4,40) dan Kabupaten Gresik (4,30). Skor nasional rata-rata 3,12."
    )
    claims = read(text, "Kota Madiun Nomor Satu SPBE 2024 se-Jatim").claims

    assert [(claim.recipient, claim.score, claim.rank) for claim in claims] == [
        ("Kota Madiun", 4.45, 1),
        ("Kota Surabaya", 4.40, 2),
        ("Kabupaten Gresik", 4.30, 3),
    ]


def test_a_place_is_not_won_among_the_name_of_its_winner() -> None:
    text = (
        "Hasil PEKPPP 2024 diumumkan Kementerian PANRB. Peringkat pertama Kementerian Keuangan"
        " dengan 4,81, kedua Kementerian Agama 4,70."
    )
    claims = read(text, "Peringkat Indeks Pelayanan Publik Kementerian 2024").claims

    assert [(claim.recipient, claim.rank, claim.rank_scope) for claim in claims] == [
        ("Kementerian Keuangan", 1, None),
        ("Kementerian Agama", 2, None),
    ]


def test_an_index_in_front_of_a_bare_name_is_its_own() -> None:
    text = (
        "Di balik IPP Wonosobo 4,50 ada dua unit yang dinilai Kementerian PANRB pada 2024. RSUD KRT"
        " Setjonegoro menyumbang 4,40 dan Disdukcapil 4,62. Hasil evaluasi pelayanan publik itu"
        " diterima Senin."
    )
    (claim,) = read(text, "Dua OPD Wonosobo Dongkrak Indeks").claims

    assert (claim.recipient, claim.score) == ("Kabupaten Wonosobo", 4.50)
    assert [(unit.unit, unit.score) for unit in claim.units] == [
        ("RSUD KRT Setjonegoro", 4.40),
        ("Disdukcapil", 4.62),
    ]


@pytest.mark.parametrize(
    "mean",
    [
        "indeks pelayanan publik (IPP) lingkup Polri tercatat 3,67 dari skala 5 dan masuk kategori "
        "baik",
        "rata-rata nasional IPP 3,67, atau berpredikat Baik",
    ],
)
def test_the_class_of_an_average_is_nobodys(mean: str) -> None:
    told = (
        "KULON PROGO - Kementerian PANRB memberikan predikat Prima kepada 27 polres dalam evaluasi"
        f" pelayanan SIM dan SKCK. Dari hasil itu, {mean}."
    )
    claims = read(told, "Polres Kulon Progo dan Polres Sleman Raih Kategori Prima").claims
    assert {(claim.recipient, claim.predicate) for claim in claims} == {
        ("Polres Kulon Progo", "Pelayanan Prima"),
        ("Polres Sleman", "Pelayanan Prima"),
    }
