"""Names of places: where they begin and end."""

import pytest

from crawler.awards.places import find_places


def places(text: str) -> list[str]:
    return [text[start:end] for start, end in find_places(text, [(0, len(text))])]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("di Griya Agung, Senin (2/12)", "Griya Agung"),
        ("di The Ritz-Carlton Jakarta pada Kamis", "The Ritz-Carlton Jakarta"),
        ("di Yogyakarta Marriott Hotel.", "Yogyakarta Marriott Hotel"),
        ("di Rumah Jabatan Gubernur, Kamis", "Rumah Jabatan Gubernur"),
        ("di Ruang Rapat Lantai 3 Setda Blora", "Ruang Rapat Lantai 3 Setda Blora"),
        ("di JIExpo Kemayoran, Jakarta, Selasa", "JIExpo Kemayoran, Jakarta"),
        ("di Hotel Sultan,Jakarta, sementara bupati hadir", "Hotel Sultan,Jakarta"),
        ("di ruang Melati, Kantor Wali Kota, Senin", "ruang Melati, Kantor Wali Kota"),
        ("di halaman kantor Bupati Tegal", "halaman kantor Bupati Tegal"),
        ("di Trans Luxury, Bandung, Rabu", "Trans Luxury, Bandung"),
        ("ke Gedung Sate, Rabu (29/11)", "Gedung Sate"),
        ("dari panggung Hotel Aston, Kupang, Senin", "Hotel Aston, Kupang"),
        ("Tempatnya Graha Wisata.", "Graha Wisata"),
        (
            "di Hotel Four Points by Sheraton Makassar, Kamis",
            "Hotel Four Points by Sheraton Makassar",
        ),
        ("di Jakarta International Expo Kemayoran, Senin", "Jakarta International Expo Kemayoran"),
        ("di RPTRA Kalijodo, Rabu", "RPTRA Kalijodo"),
        ("di Alana Solo, Rabu", "Alana Solo"),
        ("di Sahid Jaya Lippo Cikarang, Rabu", "Sahid Jaya Lippo Cikarang"),
        ("di Auditorium Soedjarwo KLHK JI. Gatot Subroto", "Auditorium Soedjarwo KLHK"),
        ("di Golden Ballroom - Sultan Hotel", "Golden Ballroom - Sultan Hotel"),
        (
            "di Ballroom The Sultan Hotel & Residence Jakarta, Rabu",
            "Ballroom The Sultan Hotel & Residence Jakarta",
        ),
        ("di Hotel Novotel Bogor, Jawa Barat, Jumat", "Hotel Novotel Bogor, Jawa Barat"),
        (
            "di Auditorium K.H. M. Rasjidi, Kementerian Agama RI, Jakarta Pusat, Jumat",
            "Auditorium K.H. M. Rasjidi, Kementerian Agama RI, Jakarta Pusat",
        ),
        (
            "di Gedung Manggala Kementerian Lingkungan Hidup dan Kehutanan (KLHK), Jakarta",
            "Gedung Manggala Kementerian Lingkungan Hidup dan Kehutanan (KLHK), Jakarta",
        ),
        (
            "di Jakarta Convention Center (JCC), Senayan, Jakarta",
            "Jakarta Convention Center (JCC), Senayan, Jakarta",
        ),
    ],
)
def test_a_place_goes_as_far_as_its_house_and_its_town(text: str, place: str) -> None:
    assert places(text) == [place]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("di Balai Kartini, Jalan Gatot Subroto, Jakarta Selatan", "Balai Kartini"),
        ("di Auditorium BPK Jatim Jl. Raya Ir. H. Juanda", "Auditorium BPK Jatim"),
        ("di Hotel Patra Semarang 2 Desember 2024", "Hotel Patra Semarang"),
        ("di Hotel Patra, Bupati Kendal menerima piagam", "Hotel Patra"),
        ("di Hotel Patra dan Gubernur menyaksikan", "Hotel Patra"),
        ("di Hotel Patra Jumat malam", "Hotel Patra"),
        ("di Hotel Patra, Rina Wati, pegawai dinas", "Hotel Patra"),
    ],
)
def test_a_street_a_day_and_a_person_end_a_place(text: str, place: str) -> None:
    assert places(text) == [place]


@pytest.mark.parametrize(
    "text",
    [
        "di Nusa Dua, Bali",
        "di Jakarta, Senin",
        "di Kecamatan Tugu, Kota Semarang",
        "di Rumah Sakit Umum Daerah",
        "di ruang kerjanya, Senin",
        "di Ruang Rapat, Senin",
        "di Puskesmas Sukajadi, Kota Bandung",
        "di Kementerian Dalam Negeri dan lembaga lain",
        "dari Kantor Wilayah Kementerian Hukum, Jakarta",
        "dari Lembaga Akreditasi Rumah Sakit Indonesia, Senin",
        "di lingkungan Pemkab Kendal",
        "di Grand Final lomba",
        "di rumah Bapak",
    ],
)
def test_a_town_a_unit_and_a_bare_room_are_no_place(text: str) -> None:
    assert places(text) == []


def test_the_seat_of_a_body_is_a_place_in_front_of_its_town() -> None:
    assert places("diserahkan di Kementerian Dalam Negeri, Jakarta, Senin") == [
        "Kementerian Dalam Negeri, Jakarta"
    ]


def test_a_long_line_of_places_is_read_once() -> None:
    text = "di " + "Gedung Agung, " * 5000

    assert len(places(text)) == 1
