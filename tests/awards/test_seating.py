"""Who takes a seat in which sentence: as a possible recipient, an official, or a place."""

from collections.abc import Mapping

import pytest

from crawler.awards.seating import Owner, Seats, take_seats
from tests.awards.stories import name_of, staged

AWARD = "Penilaian kepatuhan pelayanan publik Ombudsman RI selesai."


def seats(text: str, title: str = "", venue: str = "", scheme: str = "") -> Seats:
    """The seats of a story; `venue` and `scheme` are printed words that are spans of such."""
    scene = staged(text, title)
    spans = [_span(scene.story.folded, words) if words else [] for words in (venue, scheme)]
    return take_seats(scene.story, scene.cast, *spans)


def _span(folded: str, words: str) -> list[tuple[int, int]]:
    start = folded.index(words)
    return [(start, start + len(words))]


def names(row: Mapping[int, list[Owner]]) -> list[str]:
    return [name_of(owner) for index in sorted(row) for owner in row[index]]


def entities(text: str, *, venue: str = "", scheme: str = "") -> list[str]:
    return names(seats(text, venue=venue, scheme=scheme).entities)


@pytest.mark.parametrize(
    ("text", "entity", "official", "place"),
    [
        ("Pemkab Blora meraih piagam.", ["Kabupaten Blora"], [], []),
        ("Blora meraih piagam.", ["Kabupaten Blora"], [], []),
        ("Bupati Blora menerima piagam.", [], ["Kabupaten Blora"], []),
        ("Piagam dibagikan di Blora.", [], [], ["Kabupaten Blora"]),
        ("Piagam dibagikan di Gradhika Blora, Senin (2/12).", [], [], ["Kabupaten Blora"]),
        ("Kabupaten Blora Senin kemarin dinilai.", ["Kabupaten Blora"], [], []),
        ("Blora, Senin (2/12), menjadi tuan rumah.", [], [], ["Kabupaten Blora"]),
    ],
)
def test_a_region_is_seated_by_the_part_it_plays(
    text: str, entity: list[str], official: list[str], place: list[str]
) -> None:
    taken = seats(text)

    assert names(taken.entities) == entity
    assert names(taken.officials) == official
    assert names(taken.places) == place


def test_the_town_of_a_dateline_is_a_place() -> None:
    text = f"SEMARANG, Warta - Pemkab Blora menerima piagam pada Senin siang ini. {AWARD}"
    taken = seats(text, "Blora Terima Piagam")

    assert names(taken.entities) == ["Kabupaten Blora", "Kabupaten Blora"]
    assert names(taken.places) == ["Kabupaten Semarang"]


def test_a_region_in_a_venue_is_a_place() -> None:
    text = "Piagam dibagikan pagi itu, Aula Pemkab Blora penuh."

    assert entities(text) == ["Kabupaten Blora"]
    assert entities(text, venue="Aula Pemkab Blora") == []


def test_each_sentence_has_a_row_in_the_order_of_the_text() -> None:
    taken = seats("Kota Tegal, Kabupaten Pati dan Puskesmas Cepu menang.\nAcara usai. Demak juga.")

    assert [[name_of(owner) for owner in row] for _, row in sorted(taken.entities.items())] == [
        ["Kota Tegal", "Kabupaten Pati", "Puskesmas Cepu"],
        [],
        ["Kabupaten Demak"],
    ]


def test_a_homonym_is_uncertain_and_tells_its_rival() -> None:
    (owner,) = seats("Tegal meraih piagam.").entities[0]

    assert (owner.is_certain, [rival.full_name for rival in owner.rivals]) == (
        False,
        ["Kota Tegal"],
    )


@pytest.mark.parametrize(
    ("text", "kind", "alone"),
    [
        ("Kota Batu menang.", "kota", False),
        ("Provinsi Bali menang.", "provinsi", False),
        ("DPMPTSP Kota Batu menang.", "unit", False),
        ("Puskesmas Cepu menang.", "unit", False),
        ("Mal Pelayanan Publik Kota Batu menang.", "unit", False),
        ("Polres Batu menang.", "vertikal", True),
        ("Kantor Pertanahan Kota Batu menang.", "vertikal", True),
        ("Pengadilan Negeri Blora menang.", "vertikal", True),
        ("Desa Panggungharjo menang.", "desa", False),
        ("Kementerian Pertanian meraih piagam.", "kementerian", True),
        ("Badan Narkotika Nasional meraih piagam.", "lembaga", True),
    ],
)
def test_a_recipient_has_the_kind_that_schemes_call_it(
    text: str, kind: str, *, alone: bool
) -> None:
    (owner,) = seats(text).entities[0]

    assert (owner.kind, owner.alone) == (kind, alone)


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("Kementerian Perhubungan meraih piagam.", ["Kementerian Perhubungan"]),
        ("Kementerian Perhubungan juga berhasil meraih piagam.", ["Kementerian Perhubungan"]),
        ("Kementerian Perhubungan (Kemenhub) meraih piagam.", ["Kementerian Perhubungan"]),
        ("Kementerian Perhubungan diganjar piagam.", ["Kementerian Perhubungan"]),
        ("Piagam diraih Kementerian Perhubungan.", ["Kementerian Perhubungan"]),
        ("Piagam diberikan kepada Kementerian Perhubungan.", ["Kementerian Perhubungan"]),
        (
            "Penerimanya Kementerian Pertanian, Kementerian Perhubungan, dan Kota Batu.",
            ["Kementerian Pertanian", "Kementerian Perhubungan", "Kota Batu"],
        ),
        (
            "Penerimanya Kementerian Pertanian, Badan Narkotika Nasional, dan Kota Batu.",
            ["Kementerian Pertanian", "Badan Narkotika Nasional", "Kota Batu"],
        ),
        (
            "1. Kementerian Pertanian (97,10)\n2. Kementerian Perhubungan (96,10)",
            ["Kementerian Pertanian", "Kementerian Perhubungan"],
        ),
        ("Kementerian Pertanian | 96,10 | A", ["Kementerian Pertanian"]),
        (
            "Di zona merah ada Kementerian Desa dan PDT dan BNSP.",
            [
                "Kementerian Desa, Pembangunan Daerah Tertinggal, dan Transmigrasi",
                "Badan Nasional Sertifikasi Profesi",
            ],
        ),
    ],
)
def test_a_ministry_that_receives_is_a_recipient(text: str, recipients: list[str]) -> None:
    assert entities(text) == recipients


@pytest.mark.parametrize(
    "text",
    [
        "Kementerian Perhubungan menyerahkan piagam kepada Kota Batu.",
        "Kota Batu meraih piagam dari Kementerian Perhubungan.",
        "Kota Batu meraih piagam dari Kementerian Perhubungan dan Kementerian Pertanian.",
        "Hasil itu diumumkan Kementerian Perhubungan bersama Kota Batu.",
        "Kota Batu menjamu Menteri Perhubungan dan tim Kementerian Perhubungan.",
        "- Piagam bagi Kota Batu dari Kementerian Perhubungan\n- Acara usai",
    ],
)
def test_a_ministry_that_grants_is_none(text: str) -> None:
    assert entities(text) == ["Kota Batu"]


@pytest.mark.parametrize("parts", ["enam unit", "9 UPT", "dua balai", "tiga lapas"])
def test_a_ministry_of_which_units_are_counted_is_none(parts: str) -> None:
    assert entities(f"Penilaian atas {parts} Kementerian Pertanian meraih A.") == []


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("Bappeda Kota Batu melaporkan bahwa Kabupaten Kendal meraih A.", ["Kabupaten Kendal"]),
        ("Bappeda Kota Batu melaporkan bahwa nilainya naik.", ["Bappeda Kota Batu"]),
        ("Pemprov Riau melaporkan bahwa 7 dari 12 kabupaten meraih A.", []),
        ("Pemprov Riau melaporkan bahwa nilainya naik.", ["Provinsi Riau"]),
        ("Predikat A ada pada unit dalam Provinsi Riau.", []),
    ],
)
def test_who_only_tells_of_others_is_none(text: str, recipients: list[str]) -> None:
    assert entities(text) == recipients


@pytest.mark.parametrize(
    ("count", "whole"),
    [("Dua rumah sakit", []), ("Sejak dua tahun", ["RSUD Kalsel Provinsi Kalimantan Selatan"])],
)
def test_a_province_s_hospitals_are_none_of_them_where_the_others_are_counted(
    count: str, whole: list[str]
) -> None:
    text = f"RSUD Kalsel menang. {count} itu: RSUD Haji Provinsi Kalsel dan RSUD Syifa Medan."

    hospitals = ["RSUD Haji Provinsi Kalimantan Selatan", "RSUD Syifa Medan Kota Medan"]
    assert entities(text) == [*whole, *hospitals]


@pytest.mark.parametrize(
    "text",
    [
        "Kepala Dinas Kesehatan Blora menerima piagam.",
        "Plt Direktur RSUD Cepu menerima piagam.",
        "Puskesmas di lingkungan Dinas Kesehatan Blora menerima piagam.",
        "Enam polres jajaran Polda Jawa Timur menerima piagam.",
        "Warga di wilayah hukum Polres Batu menerima layanan.",
    ],
)
def test_a_person_of_a_unit_or_a_unit_that_tells_whose_is_none(text: str) -> None:
    assert entities(text) == []


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("Puskesmas Weleri Dinas Kesehatan Kendal menang.", ["Puskesmas Weleri"]),
        ("Satpas Polres Batu menang.", ["Satpas Polres Batu"]),
        (
            "Puskesmas Weleri, Dinas Kesehatan Kendal menang.",
            ["Puskesmas Weleri", "Dinkes Kabupaten Kendal"],
        ),
    ],
)
def test_a_unit_right_behind_a_unit_tells_whose_it_is(text: str, recipients: list[str]) -> None:
    assert entities(text) == recipients


def test_a_unit_inside_the_name_of_a_scheme_is_part_of_the_name() -> None:
    text = "Kota Batu meraih penghargaan kinerja Mal Pelayanan Publik."

    assert entities(text) == ["Kota Batu", "MPP"]
    assert entities(text, scheme="penghargaan kinerja Mal Pelayanan Publik") == ["Kota Batu"]


def test_a_unit_that_goes_on_behind_the_name_of_a_scheme_is_a_recipient() -> None:
    text = "Penghargaan diraih Mal Pelayanan Publik Kota Batu."

    assert entities(text, scheme="diraih Mal Pelayanan Publik") == ["MPP Kota Batu"]


@pytest.mark.parametrize(
    ("text", "seated"),
    [
        ("Kinerja MPP dinilai. Sebanyak 12 MPP meraih predikat prima.", []),
        ("Kinerja MPP dinilai. MPP Kota Tegal satu dari 12 MPP terbaik.", ["MPP Kota Tegal"]),
        ("Kinerja MPP dinilai. Predikatnya prima.", ["MPP"]),
        ("Piagam untuk DPMPTSP dan Disdukcapil se-Jawa Tengah.", []),
        ("Piagam untuk DPMPTSP dan Disdukcapil Kota Tegal.", ["DPMPTSP", "Disdukcapil Kota Tegal"]),
    ],
)
def test_a_word_for_a_kind_that_the_story_counts_names_nobody(text: str, seated: list[str]) -> None:
    assert entities(text) == seated
