"""Towns behind a name of two words: in a list each receives, elsewhere they tell where."""

from tests.awards.stories import read

CLASS = "Kategori kota terinovatif Innovative Government Award 2022 diberikan kepada"


def named(story: str) -> set[str]:
    return {claim.recipient for claim in read(story, "Penghargaan Diserahkan").claims}


def test_a_list_goes_on_behind_a_name_of_two_words() -> None:
    story = f"{CLASS} Cimahi, Pagar Alam, Jambi, Serang dan Sukabumi."
    names = ("Cimahi", "Pagar Alam", "Jambi", "Serang", "Sukabumi")
    assert named(story) == {f"Kota {name}" for name in names}


def test_where_a_hotel_stands_receives_nothing() -> None:
    story = (
        "Kota Cimahi menerima Innovative Government Award 2022 di Hotel Graha Mustika, Serang. "
        "Penghargaan diserahkan Menteri Dalam Negeri."
    )
    assert named(story) == {"Kota Cimahi"}


def test_a_branch_of_who_gives_is_no_province() -> None:
    story = (
        "BPJS Ketenagakerjaan Kantor Wilayah (Kanwil) Jawa Barat memberikan apresiasi kepada "
        "beberapa daerah dalam Penganugerahan Paritrana Award 2024."
    )
    assert named(story) == set()
