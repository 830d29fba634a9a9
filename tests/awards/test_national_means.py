"""What the nation reaches is nobody's score, and a ministry's name is no scope."""

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
