"""A ceremony is told by its list, whatever the headline urges; a class of it is no recipient."""

from tests.awards.stories import read

SULTRA = (
    "Sekda Sultra menghadiri Anugerah Keterbukaan Informasi Publik Sulawesi Tenggara Tahun 2024"
    " yang digelar Komisi Informasi Provinsi Sultra di Kendari. Pada kesempatan itu Komisi"
    " Informasi menyerahkan penghargaan. Predikat Informatif diraih oleh Kabupaten Bombana, Kota"
    " Kendari, Konawe Selatan, dan Kolaka. Predikat Menuju Informatif diraih oleh Kabupaten Buton,"
    " Kabupaten Muna, Kabupaten Konawe, dan Kota Baubau."
)


def test_a_headline_that_urges_something_else_wishes_for_no_award() -> None:
    title = "Sekda Sultra Hadiri Anugerah Keterbukaan Informasi, Dorong Budaya Transparan"

    claims = read(SULTRA, title, None).claims

    assert len(claims) == 8
    assert {claim.predicate for claim in claims} == {"Informatif", "Menuju Informatif"}


def test_a_headline_that_urges_to_get_one_still_wishes() -> None:
    text = "Pemkab Kolaka mendorong OPD meraih predikat Informatif dari Komisi Informasi Sultra."

    assert read(text, "Bupati Kolaka Dorong OPD Raih Predikat Informatif", None).claims == ()


def test_the_class_in_which_others_won_receives_nothing() -> None:
    text = (
        "Komisi Informasi Sumbar menyerahkan Anugerah Keterbukaan Informasi Publik 2024. Kota"
        " Padang meraih peringkat pertama kategori kabupaten/kota. Bawaslu Kota Solok meraih"
        " peringkat pertama kategori KPU dan Bawaslu kabupaten/kota."
    )

    claims = read(text, "KI Sumbar Serahkan Penghargaan", None).claims

    assert {claim.recipient for claim in claims} == {"Kota Padang", "Bawaslu Kota Solok"}


def test_short_names_in_brackets_do_not_part_those_who_share() -> None:
    text = (
        "Pada KI Sulteng Award 2024 Kabupaten Banggai meraih predikat Informatif, sementara"
        " Kabupaten Morowali Utara (Morut) dan Kabupaten Tojo Unauna (Touna) mendapatkan predikat"
        " Cukup Informatif dari Komisi Informasi."
    )

    claims = read(text, "Banggai Raih Predikat Informatif").claims

    assert {claim.recipient: claim.predicate for claim in claims} == {
        "Kabupaten Banggai": "Informatif",
        "Kabupaten Morowali Utara": "Cukup Informatif",
        "Kabupaten Tojo Una Una": "Cukup Informatif",
    }
