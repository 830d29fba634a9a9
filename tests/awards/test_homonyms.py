"""Names that several regions have, and names that are everyday words."""

import pytest

from tests.awards.casts import cast_of


def test_a_bare_homonym_keeps_both_readings() -> None:
    (body,) = cast_of("Tegal meraih").bodies

    assert [region.full_name for region in body.regions] == ["Kabupaten Tegal", "Kota Tegal"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Tegal meraih piagam. Bupati Tegal hadir.", "Kabupaten Tegal"),
        ("Tegal meraih piagam. Wali Kota Tegal hadir.", "Kota Tegal"),
        ("Wali Kota Tegal hadir. Tegal meraih piagam.", "Kota Tegal"),
    ],
)
def test_a_homonym_means_what_the_story_names_in_full(text: str, name: str) -> None:
    readings = [[r.full_name for r in body.regions] for body in cast_of(text).bodies]

    assert readings == [[name], [name]]


def test_a_homonym_is_the_one_of_the_province_that_the_story_speaks_of() -> None:
    bodies = cast_of("Banjar, Tanah Laut, dan Tabalong meraih piagam.").bodies

    assert [r.full_name for r in bodies[0].regions] == ["Kabupaten Banjar"]


def test_a_homonym_stays_open_when_the_story_names_both() -> None:
    text = "Bupati Tegal dan Wali Kota Tegal hadir. Kini Tegal meraih piagam."

    assert len(cast_of(text).bodies[-1].regions) == 2


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Batang pohon itu rapuh.", []),
        ("Kini Batang pohon itu rapuh.", []),
        ("Batang meraih piagam.", ["Kabupaten Batang"]),
        ("Piagam diserahkan kepada Batang.", ["Kabupaten Batang"]),
        ("Batang meraih piagam. Bupati Batang hadir.", ["Kabupaten Batang", "Kabupaten Batang"]),
        ("Batang Raih Piagam\nAcara usai.", ["Kabupaten Batang"]),
        ("Penerimanya Blora, Batang, dan Demak.", ["Kabupaten Blora", "Kabupaten Batang"]),
        ("Penerimanya:\n- Blora\n- Batang", ["Kabupaten Blora", "Kabupaten Batang"]),
        ("Puskesmas Weleri Batang dinilai. Batang bangga.", ["Kabupaten Batang"]),
    ],
)
def test_an_everyday_word_is_a_region_where_it_is_listed_acts_or_is_named_again(
    text: str, names: list[str]
) -> None:
    assert [body.regions[0].full_name for body in cast_of(text).bodies][:2] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Kabupaten dan Kota Tegal", ["Kabupaten Tegal", "Kota Tegal"]),
        ("Kota serta Kabupaten Magelang", ["Kabupaten Magelang", "Kota Magelang"]),
        ("Pemkab dan Pemkot Blitar", ["Kabupaten Blitar", "Kota Blitar"]),
        ("Bupati dan Wali Kota Madiun", ["Kabupaten Madiun", "Kota Madiun"]),
    ],
)
def test_two_words_of_kind_before_a_homonym_name_both(text: str, names: list[str]) -> None:
    assert [body.regions[0].full_name for body in cast_of(text).bodies] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Kategori kota: Semarang, Malang.", ["Kota Semarang", "Kota Malang"]),
        ("Kategori kabupaten: Semarang, Malang.", ["Kabupaten Semarang", "Kabupaten Malang"]),
        ("Untuk pemkot ada Madiun dan Kediri.", ["Kota Madiun", "Kota Kediri"]),
    ],
)
def test_the_kind_told_in_front_of_a_list_settles_its_homonyms(text: str, names: list[str]) -> None:
    settled = [[r.full_name for r in body.regions] for body in cast_of(text).bodies]

    assert settled == [[name] for name in names]
