"""The regions of Indonesia and the names they go by."""

from collections import Counter

import pytest

from crawler.awards.gazetteer import Region, build_gazetteer, load_gazetteer


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


def test_a_nickname_is_added_beside_the_name() -> None:
    region = Region(code="33.16", name="Blora", kind="kabupaten", province="Jawa Tengah")
    gazetteer = build_gazetteer([region], {"33.16": ["Kota Sate"]})

    assert gazetteer.at(["kota", "sate"], 0) == (2, (region,))
    assert gazetteer.at(["blora"], 0) == (1, (region,))
    assert gazetteer.at(["kota"], 0) is None
