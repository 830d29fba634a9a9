"""Lists whose names fill the brackets behind the class that all of them have."""

import pytest

from tests.awards.stories import read

SAKIP = "Menteri PANRB menyerahkan hasil evaluasi SAKIP 2024. "
ZONES = "Ombudsman RI mengumumkan hasil penilaian kepatuhan pelayanan publik 2024. "
KLA = "Kementerian PPPA memberikan penghargaan Kabupaten/Kota Layak Anak 2024. "
HIGH, LOW = ("Demak", "Kendal", "Pati"), ("Blora", "Sragen")


def graded(story: str, title: str, field: str) -> dict[str, object]:
    claims = read(story, title).claims
    return {claim.recipient.split(" ", 1)[1]: getattr(claim, field) for claim in claims}


@pytest.mark.parametrize(
    "story",
    [
        "Tiga daerah masuk zona hijau (Demak, Kendal, Pati) dan dua daerah zona kuning"
        " (Blora, Sragen).",
        "Zona hijau diraih tiga daerah (yakni Kabupaten Demak, Kendal dan Pati), sedangkan zona"
        " kuning dua daerah (Blora dan Sragen).",
        "Yang zona hijau (Demak 92,10; Kendal 91,20; Pati 90,11), zona kuning (Blora 77,10;"
        " Sragen 76,20).",
    ],
)
def test_the_names_in_brackets_have_the_zone_in_front(story: str) -> None:
    expected = {**dict.fromkeys(HIGH, "hijau"), **dict.fromkeys(LOW, "kuning")}
    assert graded(ZONES + story, "Ombudsman Umumkan Hasil", "zone") == expected


@pytest.mark.parametrize(
    "story",
    [
        "Sebanyak tiga daerah meraih AA (Demak, Kendal, Pati) dan dua daerah B (Blora, Sragen).",
        "Predikat AA diraih tiga daerah (Demak, Kendal, Pati), predikat B dua daerah"
        " (Blora, Sragen).",
    ],
)
def test_the_names_in_brackets_have_the_letter_in_front(story: str) -> None:
    expected = {**dict.fromkeys(HIGH, "AA"), **dict.fromkeys(LOW, "B")}
    assert graded(SAKIP + story, "SAKIP 2024", "category") == expected


@pytest.mark.parametrize(
    "story",
    [
        "Kategori Nindya (Demak, Kendal, Pati) dan Pratama (Blora, Sragen).",
        "Predikat Nindya diraih Demak, Kendal, dan Pati, adapun Pratama untuk Blora dan Sragen.",
        "Peraih Nindya adalah Demak, Kendal, dan Pati. Penerima Pratama adalah Blora dan Sragen.",
    ],
)
def test_a_bare_class_in_front_of_names_is_one(story: str) -> None:
    expected = {**dict.fromkeys(HIGH, "Nindya"), **dict.fromkeys(LOW, "Pratama")}
    assert graded(KLA + story, "KLA 2024", "predicate") == expected


def test_one_name_alone_may_fill_them() -> None:
    story = "Demak dan Kendal masuk zona hijau, satu daerah zona merah (Blora)."
    expected = {"Demak": "hijau", "Kendal": "hijau", "Blora": "merah"}
    assert graded(ZONES + story, "Ombudsman Umumkan Hasil", "zone") == expected


@pytest.mark.parametrize("aside", ["Jawa Tengah", "di atas Kendal", "zona A, naik dari Kendal"])
def test_what_is_no_list_in_brackets_takes_nothing_away(aside: str) -> None:
    story = f"Kabupaten Demak meraih zona hijau ({aside})."
    assert graded(ZONES + story, "Ombudsman Umumkan Hasil", "zone")["Demak"] == "hijau"
