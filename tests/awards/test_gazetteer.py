"""The regions of Indonesia and the names they go by."""

from collections import Counter

import pytest

from crawler.awards.gazetteer import Nicknames, Region, build_gazetteer, load_gazetteer


def named(name: str) -> list[str]:
    words = name.casefold().replace("-", " ").split()
    hit = load_gazetteer().at(words, 0)
    return sorted(region.full_name for region in hit[1]) if hit and hit[0] == len(words) else []


def test_it_holds_every_province_regency_and_city() -> None:
    kinds = Counter(region.kind for region in load_gazetteer().by_code.values())

    assert kinds == {"provinsi": 38, "kabupaten": 416, "kota": 98}


def test_every_region_is_found_by_its_own_name() -> None:
    for region in load_gazetteer().by_code.values():
        assert region.full_name in named(region.name)


def test_twenty_six_names_are_both_regency_and_city() -> None:
    regions = load_gazetteer().by_code.values()
    kinds = Counter(name for name, _ in {(r.name, r.kind) for r in regions if r.kind != "provinsi"})

    assert sum(count == 2 for count in kinds.values()) == 26


@pytest.mark.parametrize(
    ("name", "regions"),
    [
        ("Blora", ["Kabupaten Blora"]),
        ("Tegal", ["Kabupaten Tegal", "Kota Tegal"]),
        ("Solo", ["Kota Surakarta"]),
        ("Jateng", ["Provinsi Jawa Tengah"]),
        ("Kota Kretek", ["Kabupaten Kudus"]),
        ("Purwokerto", ["Kabupaten Banyumas"]),
        ("Baubau", ["Kota Bau Bau"]),
        ("Bau-Bau", ["Kota Bau Bau"]),
        ("Deliserdang", ["Kabupaten Deli Serdang"]),
        ("DI Yogyakarta", ["Provinsi Daerah Istimewa Yogyakarta"]),
        ("Jakarta", ["Provinsi Daerah Khusus Ibukota Jakarta"]),
        ("Bandung Barat", ["Kabupaten Bandung Barat"]),
        ("Lima Puluh Kota", ["Kabupaten Lima Puluh Kota"]),
        ("Kota Santri", []),
        ("Amsterdam", []),
        ("Gunung Kidul", ["Kabupaten Gunungkidul"]),
        ("Batang Hari", ["Kabupaten Batanghari"]),
        ("Tanjung Balai", ["Kota Tanjungbalai"]),
        ("OKI", ["Kabupaten Ogan Komering Ilir"]),
        ("OKU Timur", ["Kabupaten Ogan Komering Ulu Timur"]),
        ("OKUT", ["Kabupaten Ogan Komering Ulu Timur"]),
        ("Kobar", ["Kabupaten Kotawaringin Barat"]),
        ("Tapsel", ["Kabupaten Tapanuli Selatan"]),
        ("Labura", ["Kabupaten Labuhanbatu Utara"]),
        ("Labuhan Batu Utara", ["Kabupaten Labuhanbatu Utara"]),
        ("Pangkep", ["Kabupaten Pangkajene dan Kepulauan"]),
        ("Sidrap", ["Kabupaten Sidenreng Rappang"]),
        ("Tanjungpinang", ["Kota Tanjung Pinang"]),
        ("Tolitoli", ["Kabupaten Toli-Toli"]),
        ("Pematang Siantar", ["Kota Pematangsiantar"]),
        ("Toba Samosir", ["Kabupaten Toba"]),
        ("Fakfak", ["Kabupaten Fak Fak"]),
        ("Limapuluh Kota", ["Kabupaten Lima Puluh Kota"]),
        ("Kep Meranti", ["Kabupaten Kepulauan Meranti"]),
        ("Kep Bangka Belitung", ["Provinsi Kepulauan Bangka Belitung"]),
        ("Sumatra Utara", ["Provinsi Sumatera Utara"]),
        ("Jogja", ["Kota Yogyakarta"]),
        ("Mura", ["Kabupaten Murung Raya", "Kabupaten Musi Rawas"]),
        ("Tasik", ["Kabupaten Tasikmalaya", "Kota Tasikmalaya"]),
        ("Pegaf", ["Kabupaten Pegunungan Arfak"]),
        ("KKT", ["Kabupaten Kepulauan Tanimbar"]),
        ("PBD", ["Provinsi Papua Barat Daya"]),
        ("Martapura", ["Kabupaten Banjar", "Kabupaten Ogan Komering Ulu Timur"]),
        ("Labuan Bajo", ["Kabupaten Manggarai Barat"]),
        ("Bumi Rafflesia", ["Provinsi Bengkulu"]),
        ("Kota Daeng", ["Kota Makassar"]),
    ],
)
def test_short_forms_capitals_and_nicknames_lead_to_the_region(
    name: str, regions: list[str]
) -> None:
    assert named(name) == regions


def test_the_longest_name_wins() -> None:
    hit = load_gazetteer().at(["aceh", "barat", "daya"], 0)

    assert hit is not None
    assert (hit[0], [region.name for region in hit[1]]) == (3, ["Aceh Barat Daya"])


def test_names_are_looked_for_where_one_may_begin() -> None:
    words = ["warga", "aceh", "gunung", "kidul", "ke", "tegal", "dan", "aceh", "barat", "daya"]
    gazetteer = load_gazetteer()

    places = gazetteer.places_of(words, range(len(words)))

    assert {at for at in range(len(words)) if gazetteer.at(words, at)} <= set(places)
    assert [words[at] for at in places] == ["aceh", "gunung", "ke", "tegal", "aceh"]
    assert gazetteer.places_of(words, [0, 5]) == [5]


def test_a_nickname_is_added_beside_the_name() -> None:
    region = Region(code="33.16", name="Blora", kind="kabupaten", province="Jawa Tengah")
    names = Nicknames(short={}, capital={}, nickname={"33.16": ["Kota Sate"]})
    gazetteer = build_gazetteer([region], names)

    assert gazetteer.at(["kota", "sate"], 0) == (2, (region,))
    assert gazetteer.at(["blora"], 0) == (1, (region,))
    assert gazetteer.at(["kota"], 0) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Bukit Batu", None),
        ("Medan Merdeka", None),
        ("Danau Toba", None),
        ("Bank Jateng", None),
        ("Universitas Lampung", None),
        ("Kota Batu", "Batu"),
        ("Sorong Selatan", "Sorong Selatan"),
        ("Batu Bara", "Batu Bara"),
        ("Selat Malaka", None),
        ("Kabupaten Malaka", "Malaka"),
    ],
)
def test_a_name_inside_another_name_is_not_the_region(text: str, found: str | None) -> None:
    words = text.casefold().split()
    hits = [hit for index in range(len(words)) if (hit := load_gazetteer().at(words, index))]

    assert (hits[0][1][0].name if hits else None) == found


@pytest.mark.parametrize(
    ("name", "needed"),
    [
        ("Batu", True),
        ("Malang", True),
        ("Karo", True),
        ("Solo", True),
        ("Labuan Bajo", True),
        ("Purwokerto", True),
        ("Blora", False),
        ("Batu Bara", False),
        ("Jateng", False),
        ("Kota Kretek", False),
    ],
)
def test_everyday_words_and_capitals_need_context(name: str, *, needed: bool) -> None:
    words = name.casefold().split()

    assert load_gazetteer().needs_context(words, 0, len(words)) == needed


@pytest.mark.parametrize(
    ("text", "end", "name", "spelling"),
    [
        ("Gunung Kidul meraih", 12, "Gunungkidul", True),
        ("OKU Timur", 9, "Ogan Komering Ulu Timur", True),
        ("Purwokerto, Kamis", 10, "Banyumas", False),
        ("Kep. Meranti", 12, "Kepulauan Meranti", True),
        ("Batang.\nHari", 6, "Batang", True),
    ],
)
def test_a_name_is_read_at_an_offset(text: str, end: int, name: str, *, spelling: bool) -> None:
    found = load_gazetteer().name_at(text, 0)

    assert found is not None
    assert (found.end, found.regions[0].name, found.spelling) == (end, name, spelling)


@pytest.mark.parametrize("text", ["batang pohon", "meraih", "Amsterdam", " Blora", ""])
def test_no_name_is_read_where_none_is_written_with_a_capital(text: str) -> None:
    assert load_gazetteer().name_at(text, 0) is None


def test_every_short_form_capital_and_nickname_is_found() -> None:
    gazetteer = load_gazetteer()

    assert all(gazetteer.at(list(words), 0) for words in gazetteer.far)
