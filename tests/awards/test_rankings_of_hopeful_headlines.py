"""A story whose headline only hopes, and which tells the places of many all the same."""

from tests.awards.stories import read

TITLE = "Bappenas Dorong Perencanaan yang Lebih Terpadu"
LEAD = (
    "Bappenas menyerahkan Penghargaan Pembangunan Daerah (PPD) tahun 2024 di Jakarta. Ia menekankan"
    " pentingnya terobosan di tengah penataan anggaran. "
)
REGENCIES = (
    "Untuk kategori kabupaten, posisi terbaik diraih Kabupaten Demak, diikuti Kabupaten Kendal,"
    " Pati, Blora, dan Sragen. "
)
CITIES = (
    "Sementara itu, kategori kota menempatkan Kota Tegal sebagai yang terdepan, kemudian Kota"
    " Salatiga, Palu, Malang, dan Yogyakarta."
)


def test_places_of_many_are_a_ranking_that_is_out() -> None:
    claims = read(LEAD + REGENCIES + CITIES, TITLE).claims
    assert {claim.recipient: claim.rank for claim in claims} == {
        "Kabupaten Demak": 1,
        "Kabupaten Kendal": 2,
        "Kabupaten Pati": 3,
        "Kabupaten Blora": 4,
        "Kabupaten Sragen": 5,
        "Kota Tegal": 1,
        "Kota Salatiga": 2,
        "Kota Palu": 3,
        "Kota Malang": 4,
        "Kota Yogyakarta": 5,
    }


def test_names_alone_under_a_headline_that_aims_are_none() -> None:
    title = "Pemprov Lampung Targetkan Nilai SAKIP A"
    text = (
        "Pemprov Lampung menargetkan nilai A pada SAKIP. Tahun lalu peraih predikat A yakni Jawa"
        " Timur, Bali, Demak, Kendal, Pati, Blora, Sragen, Gresik, Lamongan, dan Ngawi."
    )
    assert read(text, title).claims == ()
