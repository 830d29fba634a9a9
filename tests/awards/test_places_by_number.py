"""Places told by `nomor dua`, `ke-2` or an ordinal behind a name, behind the first of them."""

from tests.awards.stories import read

HEADLINE = "KI Sumut Umumkan Peraih Anugerah Keterbukaan Informasi Publik 2024"
LEAD = (
    "MEDAN - Komisi Informasi (KI) Sumatera Utara mengumumkan hasil monitoring dan evaluasi "
    "keterbukaan informasi publik tahun 2024 di Medan, Selasa (26/11/2024).\n"
)
WANTED = {"Kota Binjai": 1, "Kabupaten Asahan": 2, "Kabupaten Karo": 3}


def places(text: str) -> dict[str, int | None]:
    """The place of each claim by its recipient."""
    return {claim.recipient: claim.rank for claim in read(LEAD + text, HEADLINE).claims}


def test_nomor_dua_goes_on_with_nomor_satu() -> None:
    told = (
        "Di urutan nomor satu ada Kota Binjai. Nomor dua Kabupaten Asahan, "
        "dan nomor 3 adalah Kabupaten Karo."
    )

    assert places(told) == WANTED


def test_ke_2_goes_on_with_a_place_where_a_score_follows() -> None:
    told = (
        "Kota Binjai menempati peringkat ke-1 dengan 97,10, Kabupaten Asahan ke-2 dengan nilai "
        "95,40, dan Kabupaten Karo ke-3 (94,05)."
    )

    assert places(told) == WANTED


def test_a_birthday_is_no_place() -> None:
    told = (
        "Kota Binjai menempati peringkat ke-1 dengan 97,10. Piagam itu menjadi kado bagi warga "
        "menjelang HUT Kota Binjai ke-153, kata Wali Kota."
    )

    assert places(told) == {"Kota Binjai": 1}


def test_the_highest_score_is_printed_before_whose_it_is() -> None:
    told = (
        "Nilai tertinggi 97,10 dicapai Kota Binjai. Kabupaten Asahan menyusul di tempat kedua "
        "dengan 95,40, lalu Kabupaten Karo di tempat ketiga, 94,05."
    )

    assert places(told) == WANTED


def test_a_paragraph_goes_on_with_the_place_of_the_one_above() -> None:
    told = (
        "Kota Binjai meraih peringkat pertama dengan 97,10.\n"
        "Tempat kedua milik Kabupaten Asahan, 95,40.\n"
        "Kabupaten Karo ketiga, 94,05."
    )

    assert places(told) == WANTED
