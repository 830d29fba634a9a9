"""The names of units: printed form, canonical name, kind, and where the name ends."""

import tomllib
from pathlib import Path

import pytest

from crawler.awards.text import fold
from crawler.awards.units import find_units, recipient_name

NAMES = tomllib.loads(Path(__file__).with_name("unit_names.toml").read_text(encoding="utf-8"))
PRINTED = [(*row, kind) for kind, names in NAMES.items() for row in names.items()]
NO_UNIT = [
    "Imigrasi Raih Penghargaan",
    "Dinas terkait",
    "Kabupaten Seram Bagian Timur",
    "Desa Antikorupsi 2022",
    "Desa Wisata Pujon Kidul",
    "Kampung Iklim (ProKlim)",
    "Kelurahan Sadar Hukum",
    "Disita dan Distribusi Dinilai Dinamika",
    "puskesmas di desa",
    "kantor imigrasi",
    "Bupati dan Kantor Bupati",
    "Dukcapil Prima Award",
    "PA 2024 dan PN",
    "Pa Bupati Man City",
    "Puskesmas se-Kabupaten Batang",
    "RSUD se Jateng",
    "RSUD Kelas C",
    "Desa di Kabupaten Batang",
    "Kecamatan Se-Kota Tegal",
    "Lima Polres Kalsel",
    "dinas terkait",
    "desa antikorupsi",
    "sebuah RSUD",
    "kelurahan dan kecamatan",
    "Polres Wilayah Hukum",
    "info@Puskesmas",
    "Ditjen Dukcapil",
]


@pytest.mark.parametrize(("printed", "name", "kind"), PRINTED)
def test_a_unit_is_read_to_the_end_of_its_name(printed: str, name: str, kind: str) -> None:
    text = fold(printed.replace("[", "").replace("]", ""))
    (unit,) = find_units(text)

    assert (unit.name, unit.kind) == (name, kind)
    assert (unit.start, unit.end) == (printed.index("["), printed.index("]") - 1)


def test_a_district_in_a_list_of_other_units_is_no_address() -> None:
    units = find_units(fold("Puskesmas Manyaran, Kecamatan Tugu, serta Dinas Sosial meraih WBK"))

    assert [u.name for u in units] == ["Puskesmas Manyaran", "Kecamatan Tugu", "Dinsos"]


@pytest.mark.parametrize("text", NO_UNIT)
def test_words_that_name_no_unit(text: str) -> None:
    assert find_units(fold(text)) == ()


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("Kementerian Agama", True),
        ("BPOM", True),
        ("Polda Jateng", True),
        ("Polres Batang", True),
        ("Kanwil Kemenkumham Jateng", True),
        ("Kantor Imigrasi Kelas I TPI Semarang", True),
        ("Lapas Kelas IIB Tegal", True),
        ("Rutan Kelas I Surakarta", True),
        ("Pengadilan Negeri Demak", True),
        ("Kejari Kendal", True),
        ("Kantah Klaten", True),
        ("Kantah Malang", False),
        ("KPP Pratama Pekalongan", True),
        ("Desa Banyubiru", True),
        ("RSUD Ende", True),
        ("SMAN 1 Batang", True),
        ("DPMPTSP", False),
        ("Dinas Perpustakaan dan Kearsipan", False),
        ("Puskesmas Batang I", False),
        ("Lapas Kelas IIB", False),
        ("Bagian Hukum Setda", False),
        ("MPP", False),
    ],
)
def test_a_unit_stands_alone_when_its_name_says_what_or_where_it_is(
    text: str, *, alone: bool
) -> None:
    (unit,) = find_units(fold(text))

    assert unit.alone == alone


@pytest.mark.parametrize(
    ("unit", "region", "recipient"),
    [
        ("DPMPTSP", "Kabupaten Blora", "DPMPTSP Kabupaten Blora"),
        ("Puskesmas Batang I", "Kabupaten Batang", "Puskesmas Batang I Kabupaten Batang"),
        ("Desa Banyubiru", "Kabupaten Semarang", "Desa Banyubiru Kabupaten Semarang"),
        ("Kecamatan Cepu", "Kabupaten Blora", "Kecamatan Cepu Kabupaten Blora"),
        ("Bagian Hukum Setda", "Kabupaten Demak", "Bagian Hukum Setda Kabupaten Demak"),
        ("MPP", "Kabupaten Batang", "MPP Kabupaten Batang"),
        ("RSUD Ende", "Kabupaten Ende", "RSUD Ende"),
        ("Polres Batang", "Kabupaten Batang", "Polres Batang"),
        ("Lapas Kelas IIB Tegal", "Kota Tegal", "Lapas Kelas IIB Tegal"),
        ("Kementerian Agama", "Kabupaten Batang", "Kementerian Agama"),
        ("Kantor Pertanahan", "Kabupaten Malang", "Kantor Pertanahan Kabupaten Malang"),
        (
            "Kantor Pertanahan Kabupaten Klaten",
            "Kabupaten Klaten",
            "Kantor Pertanahan Kabupaten Klaten",
        ),
        ("Disdukcapil", None, "Disdukcapil"),
    ],
)
def test_a_recipient_is_named_with_its_region_where_its_own_name_does_not_tell(
    unit: str, region: str | None, recipient: str
) -> None:
    assert recipient_name(unit, region) == recipient
