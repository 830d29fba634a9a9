"""Units that are named together."""

import pytest

from crawler.awards.text import fold
from crawler.awards.units import find_units

LISTS = [
    ("Dinas Kesehatan dan Disdukcapil", ["Dinkes", "Disdukcapil"]),
    (
        "DPMPTSP : 96,12* Disdukcapil95,40 * Dinsos 93,07 *Dinkes 92,88; "
        "Dinas Pendidikan 90,01* Puskesmas Tempe 91,60.",
        ["DPMPTSP", "Disdukcapil", "Dinsos", "Dinkes", "Dinas Pendidikan", "Puskesmas Tempe"],
    ),
    (
        "Puskesmas Kandeman, Batang I, dan Bandar meraih",
        ["Puskesmas Kandeman", "Puskesmas Batang I", "Puskesmas Bandar"],
    ),
    (
        "Puskesmas Kandeman 97,1, Batang I 95,2 dan Bandar 94,3",
        ["Puskesmas Kandeman", "Puskesmas Batang I", "Puskesmas Bandar"],
    ),
    ("RSUD Kraton dan Kajen meraih", ["RSUD Kraton", "RSUD Kajen"]),
    (
        "Polres Batang, Kendal, dan Demak menerima",
        ["Polres Batang", "Polres Kendal", "Polres Demak"],
    ),
    ("Polres Tanggamus Polda Lampung melaksanakan", ["Polres Tanggamus", "Polda Lampung"]),
    (
        "Desa Gemaharjo, Kecamatan Watulimo, dan Desa Karanganyar, Kecamatan Pule, masing-masing",
        ["Desa Gemaharjo", "Desa Karanganyar"],
    ),
    (
        "Lapas Padangsidimpuan, Imigrasi Sibolga, dan Rutan Medan Raih",
        ["Lapas Padangsidimpuan", "Kantor Imigrasi Sibolga", "Rutan Medan"],
    ),
    ("Dinas Sosial, Kesehatan, dan Perhubungan", ["Dinsos", "Dinkes", "Dishub"]),
    (
        "Puskesmas Batang I, II, dan III",
        ["Puskesmas Batang I", "Puskesmas Batang II", "Puskesmas Batang III"],
    ),
    (
        "Puskesmas Kandeman (97,1), Batang I (95,2), dan Bandar (94,0)",
        ["Puskesmas Kandeman", "Puskesmas Batang I", "Puskesmas Bandar"],
    ),
    (
        "Puskesmas Kandeman, Limpung, Subah dan Puskesmas Bandar meraih",
        ["Puskesmas Kandeman", "Puskesmas Limpung", "Puskesmas Subah", "Puskesmas Bandar"],
    ),
    (
        "Puskesmas Kandeman, Dewi Lestari, dan Puskesmas Bandar",
        ["Puskesmas Kandeman", "Puskesmas Bandar"],
    ),
    ("RSUD Kajen 90,1 dan Kraton 88,2", ["RSUD Kajen", "RSUD Kraton"]),
    ("Desa Sukojati dan Desa Kutuh", ["Desa Sukojati", "Desa Kutuh"]),
    ("Polres Batang dan Kabupaten Kendal", ["Polres Batang"]),
    ("Puskesmas Kandeman, Dewi Lestari, mengatakan", ["Puskesmas Kandeman"]),
    ("Puskesmas Kandeman dan Bupati Batang", ["Puskesmas Kandeman"]),
    ("Kecamatan Cepu, Kabupaten Blora, dan Kota Tegal", ["Kecamatan Cepu"]),
    ("Dinas Sosial dan Tenaga Kerja", ["Dinas Sosial dan Tenaga Kerja"]),
]


@pytest.mark.parametrize(("text", "names"), LISTS)
def test_units_in_a_list_may_share_the_word_before_the_first(text: str, names: list[str]) -> None:
    assert [unit.name for unit in find_units(fold(text))] == names
