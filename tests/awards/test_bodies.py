"""Who is named in a stretch of text, and what part a named region plays."""

import pytest

from crawler.awards.gazetteer import load_gazetteer
from crawler.awards.mentions import Part
from tests.awards.casts import cast_of
from tests.awards.stories import staged

GOVERNMENT, BARE, OFFICIAL, PLACE = Part.GOVERNMENT, Part.BARE, Part.OFFICIAL, Part.PLACE


def bodies(text: str) -> list[tuple[str, Part]]:
    return [(body.regions[0].full_name, body.part) for body in cast_of(text).bodies]


@pytest.mark.parametrize(
    ("text", "name", "part"),
    [
        ("Pemkab Blora", "Kabupaten Blora", GOVERNMENT),
        ("Pemkot Tegal", "Kota Tegal", GOVERNMENT),
        ("Pemprov Jateng", "Provinsi Jawa Tengah", GOVERNMENT),
        ("Kab. Blora", "Kabupaten Blora", GOVERNMENT),
        ("Kab Blora", "Kabupaten Blora", GOVERNMENT),
        ("KABUPATEN BLORA", "Kabupaten Blora", GOVERNMENT),
        ("Kota Tegal", "Kota Tegal", GOVERNMENT),
        ("Kota Solo", "Kota Surakarta", GOVERNMENT),
        ("Pemerintah Kabupaten (Pemkab) Malang", "Kabupaten Malang", GOVERNMENT),
        ("Pemerintah Provinsi (Pemprov) Jawa Timur", "Provinsi Jawa Timur", GOVERNMENT),
        ("Kabupaten Lima Puluh Kota", "Kabupaten Lima Puluh Kota", GOVERNMENT),
        ("Pemkab Purwokerto", "Kabupaten Banyumas", GOVERNMENT),
        ("Kota Kretek meraih", "Kabupaten Kudus", BARE),
        ("Kota Wali meraih", "Kabupaten Demak", BARE),
        ("Blora meraih", "Kabupaten Blora", BARE),
        ("Terpaut tipis dari juara umum, Blora menempati", "Kabupaten Blora", BARE),
        ("BLORA - Pemkab", "Kabupaten Blora", BARE),
        ("\nBLORA (Warta): Pemkab", "Kabupaten Blora", PLACE),
        (
            "Kabupaten Ogan Komering Ulu (OKU) Timur",
            "Kabupaten Ogan Komering Ulu Timur",
            GOVERNMENT,
        ),
        ("Daerah Istimewa Jogjakarta", "Provinsi Daerah Istimewa Yogyakarta", BARE),
        ("KOTA TEGAL - Pemkot", "Kota Tegal", GOVERNMENT),
        ("Bupati Tegal", "Kabupaten Tegal", OFFICIAL),
        ("Wali Kota Tegal", "Kota Tegal", OFFICIAL),
        ("Walikota Tegal", "Kota Tegal", OFFICIAL),
        ("Wawali Kota Tegal", "Kota Tegal", OFFICIAL),
        ("Pj Bupati Batang", "Kabupaten Batang", OFFICIAL),
        ("Penjabat Bupati Batang", "Kabupaten Batang", OFFICIAL),
        ("Gubernur Jawa Tengah", "Provinsi Jawa Tengah", OFFICIAL),
        ("Sekretaris Daerah Kabupaten Blora", "Kabupaten Blora", OFFICIAL),
        ("Asisten II Sekda Blora", "Kabupaten Blora", OFFICIAL),
        ("di Kabupaten Blora", "Kabupaten Blora", PLACE),
        ("se-Jawa Tengah", "Provinsi Jawa Tengah", PLACE),
        ("se Jawa Tengah", "Provinsi Jawa Tengah", PLACE),
        ("masyarakat Blora", "Kabupaten Blora", PLACE),
        ("warga Kabupaten Blora", "Kabupaten Blora", PLACE),
        ("Hotel Blora", "Kabupaten Blora", PLACE),
        ("Tribun Jateng", "Provinsi Jawa Tengah", PLACE),
        ("D.I. Yogyakarta", "Provinsi Daerah Istimewa Yogyakarta", BARE),
        ("Kabupaten Gunung Kidul", "Kabupaten Gunungkidul", GOVERNMENT),
        ("Kabupaten Batang Hari", "Kabupaten Batanghari", GOVERNMENT),
    ],
)
def test_the_words_around_a_name_tell_its_part(text: str, name: str, part: Part) -> None:
    assert bodies(text) == [(name, part)]


@pytest.mark.parametrize(
    "text",
    [
        *("batang pohon tumbang", "tahun baru", "Solo Raya", "Soloraya", "Tegallega"),
        *("Ombudsman RI Perwakilan Jawa Tengah", "Ombudsman Jateng", "Ombudsman RI Provinsi Bali"),
    ],
)
def test_what_is_no_body_is_not_named(text: str) -> None:
    assert bodies(text) == []


def test_every_regency_and_city_is_read_with_its_government() -> None:
    words = {"kabupaten": "Pemkab", "kota": "Pemkot", "provinsi": "Pemprov"}
    for region in load_gazetteer().by_code.values():
        (body,) = cast_of(f"{words[region.kind]} {region.name} meraih").bodies
        assert (body.regions, body.part) == ((region,), GOVERNMENT)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Kabupaten Pati, Blora, dan Rembang",
            ["Kabupaten Pati", "Kabupaten Blora", "Kabupaten Rembang"],
        ),
        (
            "Kota Tegal, Pekalongan, serta Magelang",
            ["Kota Tegal", "Kota Pekalongan", "Kota Magelang"],
        ),
        ("Kabupaten Blora dan Kota Tegal", ["Kabupaten Blora", "Kota Tegal"]),
    ],
)
def test_one_word_of_kind_serves_a_whole_enumeration(text: str, names: list[str]) -> None:
    assert bodies(text) == [(name, GOVERNMENT) for name in names]


def test_a_province_behind_a_comma_only_says_where() -> None:
    assert bodies("Pemkab Badung, Bali") == [
        ("Kabupaten Badung", GOVERNMENT),
        ("Provinsi Bali", PLACE),
    ]


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Ombudsman RI Provinsi Jawa Tengah, Siti", "Ombudsman RI Provinsi Jawa Tengah"),
        ("Ombudsman Perwakilan Jawa Tengah", "Ombudsman Perwakilan Jawa Tengah"),
        (
            "Ombudsman Republik Indonesia perwakilan Jawa Tengah",
            "Ombudsman Republik Indonesia perwakilan Jawa Tengah",
        ),
        ("Kementerian PAN RB", "Kementerian PAN RB"),
        ("KemenPAN-RB", "KemenPAN-RB"),
    ],
)
def test_a_grantor_is_read_with_its_regional_office(text: str, printed: str) -> None:
    grantors = cast_of(text).grantors

    assert {text[g.start : g.end] for g in grantors} == {printed}


def test_a_grantor_of_several_schemes_is_named_for_each() -> None:
    schemes = {grantor.scheme for grantor in cast_of("Kementerian PANRB").grantors}

    assert schemes >= {"pekppp-ipp", "sakip", "reformasi-birokrasi"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Kementerian PANRB menyerahkan piagam", []),
        ("Kementerian Pertahanan meraih piagam", ["Kementerian Pertahanan"]),
        ("Polres Batang dan Puskesmas Cepu", ["Polres Batang", "Puskesmas Cepu"]),
    ],
)
def test_a_body_of_the_state_that_grants_is_no_unit(text: str, names: list[str]) -> None:
    assert [unit.name for unit in cast_of(text).units] == names


@pytest.mark.parametrize(
    ("text", "owner", "is_person"),
    [
        ("DPRD Blora", "Kabupaten Blora", False),
        ("Ketua DPRD Blora", "Kabupaten Blora", True),
        ("Puskesmas Cepu Kabupaten Blora", "Kabupaten Blora", False),
        ("DPMPTSP (Kota Tegal)", "Kota Tegal", False),
        ("Dinkes, Kota Tegal", "Kota Tegal", False),
        ("Puskesmas Cepu di Kabupaten Blora", "Kabupaten Blora", False),
        ("Polres Batang", "Kabupaten Batang", False),
        ("Kepala Dinkes Blora", "Kabupaten Blora", True),
        ("Pemkab Blora melalui Dinas Kesehatan (Dinkes) Blora meraih", "Kabupaten Blora", True),
        ("Pemkot Tegal, lewat DPMPTSP, meraih", None, True),
        ("Pemkab Blora melalui RSUD Cepu meraih", None, False),
        ("Dinkes bersama Bupati Blora", None, False),
    ],
)
def test_a_unit_knows_its_region_and_whether_a_person_of_it_is_meant(
    text: str, owner: str | None, *, is_person: bool
) -> None:
    (unit,) = cast_of(text).units

    assert (unit.owner.full_name if unit.owner else None) == owner
    assert unit.is_person is is_person


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("RSUD Kartini Jepara menang. RSUD Kartini naik.", ["RSUD Kartini Jepara"] * 2),
        (
            "RSUD dr. Loekmono Hadi menang. RSUD dr Loekmono Hadi Kudus naik.",
            ["RSUD dr Loekmono Hadi Kudus"] * 2,
        ),
        (
            "RSUD Husada Blora dan RSUD Husada Demak menang. RSUD Husada naik.",
            ["RSUD Husada Blora", "RSUD Husada Demak", "RSUD Husada"],
        ),
    ],
)
def test_a_unit_told_with_and_without_its_region_is_one(text: str, names: list[str]) -> None:
    assert [unit.name for unit in cast_of(text).units] == names


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Jakarta menjadi tuan rumah", PLACE),
        ("DKI Jakarta meraih piagam", BARE),
        ("Pemprov Jakarta meraih piagam", GOVERNMENT),
        ("utusan dari Blora", PLACE),
        ("Piagam\nAcara di Hotel Luwansa, Blora usai", PLACE),
    ],
)
def test_a_bare_name_that_only_tells_where_is_a_place(text: str, part: Part) -> None:
    assert bodies(text)[-1][1] is part


def test_a_grantor_written_small_in_three_letters_is_an_everyday_word() -> None:
    assert cast_of("barang ori dijual").grantors == ()


def test_who_is_listed_behind_brackets_plays_the_part_of_the_one_in_front() -> None:
    text = "Kabupaten Penukal Abab Lematang Ilir (PALI), Ogan Ilir, dan Muara Enim"

    assert {part for _, part in bodies(text)} == {GOVERNMENT}


def test_the_province_behind_a_bracket_only_tells_where() -> None:
    assert bodies("Kota Gresik (Kabupaten Gresik), Jawa Timur;")[-1] == (
        "Provinsi Jawa Timur",
        PLACE,
    )


def test_a_name_behind_a_place_begins_the_clause_where_it_acts() -> None:
    text = "Hasil sementara.\nTerpaut tipis dari Kendal, Blora menempati urutan ketiga."

    assert bodies(text) == [("Kabupaten Kendal", PLACE), ("Kabupaten Blora", BARE)]


def test_a_name_behind_a_place_is_listed_on_where_it_does_not_act() -> None:
    text = "Hasil sementara.\nTamu datang dari Kendal, Blora, dan Pati sejak pagi."

    assert {part for _, part in bodies(text)} == {PLACE}


def test_whose_anniversary_it_is_tells_when_not_who() -> None:
    text = "Piagam diserahkan pada Hari Jadi ke-70 Provinsi Riau dan HUT Kabupaten Blora."

    assert bodies(text) == [("Provinsi Riau", PLACE), ("Kabupaten Blora", PLACE)]


def test_a_town_named_as_its_province_is_the_town_amid_a_list_of_towns() -> None:
    scene = staged("Penghargaan STBM diraih Bantul, Sleman, Yogyakarta, Alor, dan Pringsewu.")

    (named,) = [row for row in map(scene.stage.entities, scene.story.sentences) if row]

    assert [owner.region.full_name for owner in named if owner.region] == [
        "Kabupaten Bantul",
        "Kabupaten Sleman",
        "Kota Yogyakarta",
        "Kabupaten Alor",
        "Kabupaten Pringsewu",
    ]


def test_behind_the_source_of_a_report_stands_nobody_s_place() -> None:
    scene = staged("Seperti dilansir dari Antara, Bali dan Riau juga meraih penghargaan KLA.")

    (named,) = [row for row in map(scene.stage.entities, scene.story.sentences) if row]

    assert [owner.region.name for owner in named if owner.region] == ["Bali", "Riau"]
