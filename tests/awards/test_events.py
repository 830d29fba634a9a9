"""The day and the venue of the hand-over."""

from datetime import date

import pytest

from crawler.awards.events import Event, find_event, find_venues
from tests.awards.stories import GRANT, story_of

HANDED_OVER = "Penghargaan diserahkan di Hotel Patra Semarang, Senin (2/12/2024)."
INTERVIEW = '"Kami bangga," kata Bupati Kendal di Pendopo Kendal, Selasa (3/12/2024).'


@pytest.mark.parametrize(
    "text",
    [
        f"{GRANT}. {HANDED_OVER}\n{INTERVIEW}",
        f"{GRANT}.\n{INTERVIEW}\n{HANDED_OVER}",
        f"{INTERVIEW}\n{GRANT}.\n{HANDED_OVER}",
    ],
)
def test_the_hand_over_beats_the_interview_wherever_it_stands(text: str) -> None:
    event = _event(text)

    assert (event.day, event.venue) == (date(2024, 12, 2), "Hotel Patra Semarang")


@pytest.mark.parametrize(
    "text",
    [
        f"{GRANT}. Bupati Kendal mengatakan, Selasa (3/12/2024), hasil itu membanggakan.",
        f"{GRANT}.\n{INTERVIEW}",
        f"{GRANT} dengan kategori A. {INTERVIEW}",
    ],
)
def test_an_interview_alone_gives_neither_day_nor_venue(text: str) -> None:
    event = _event(text)

    assert (event.day, event.venue) == (None, None)


@pytest.mark.parametrize(
    ("text", "venue"),
    [
        ("di Hotel Quest Semarang, Senin,(2/12/2024).", "Hotel Quest Semarang"),
        ("di Hotel Guest, Semarang, Senin (2/12/2024).", "Hotel Guest, Semarang"),
        (
            "di Gedung Gradhika Bhakti Praja, Semarang, Senin (5/5/25).",
            "Gedung Gradhika Bhakti Praja, Semarang",
        ),
        ("di Hotel Bidakara Jakarta pada Kamis (14/11/2024).", "Hotel Bidakara Jakarta"),
        ("di Pendopo Kabupaten Kendal, Senin (2/12/2024).", "Pendopo Kabupaten Kendal"),
        (
            "di Ruang Rapat Gedung A lantai 2, Semarang, Senin.",
            "Ruang Rapat Gedung A lantai 2, Semarang",
        ),
        ("di Swiss-Belhotel Ambon.\nBerikut rinciannya.", "Swiss-Belhotel Ambon"),
        ("di Hotel Bidakara, Jakarta. Bupati hadir.", "Hotel Bidakara, Jakarta"),
        ("di Aula Lantai 3 Setda Kendal, Senin.", "Aula Lantai 3 Setda Kendal"),
    ],
)
def test_a_venue_is_read_as_printed_with_its_town(text: str, venue: str) -> None:
    story = story_of(f"Penghargaan diserahkan {text}")

    assert [story.whole[start:end] for start, end in find_venues(story)] == [venue]


@pytest.mark.parametrize(
    "text",
    ["di ruang kerjanya", "di kantor bupati", "di Semarang", "di tingkat nasional", "di hotel"],
)
def test_a_place_of_work_or_a_town_is_no_venue(text: str) -> None:
    assert find_venues(story_of(f"Penghargaan diserahkan {text}, Senin (2/12/2024).")) == []


@pytest.mark.parametrize("day", ["2/12/2019", "5/3/2025"])
def test_a_day_far_from_the_story_is_not_the_hand_over(day: str) -> None:
    assert _event(f"Penghargaan diserahkan Senin ({day}).").day is None


@pytest.mark.parametrize(
    "text",
    [
        "Kabag Organisasi mengatakan piagam diserahkan di Hotel Patra, Senin (2/12/2024).",
        '"Syukur," kata Bupati Kendal usai menerima piagam di Hotel Patra, Senin (2/12/2024).',
        '"Syukur," ujar Bupati Kendal pada malam penganugerahan di Hotel Patra, Senin (2/12/2024).',
        '"Syukur," ujar Bupati Kendal saat malam puncak penganugerahan di Hotel Patra, 2/12/2024.',
        "Hasil itu diumumkan Ombudsman di Hotel Patra lewat siaran pers, Senin (2/12/2024).",
        "Bupati naik ke panggung Hotel Patra. Senin (2/12/2024) itu ia pulang membawa piala.",
        "Sang bupati menjemput piala ke Hotel Patra, Senin (2/12/2024), naik bus kota.",
        "Piagam itu kemudian diserahkan di Hotel Patra, Senin (2/12/2024).",
    ],
)
def test_who_tells_of_the_hand_over_gives_its_day_and_place(text: str) -> None:
    event = _event(f"{GRANT}.\n{text}")

    assert (event.day, event.venue) == (date(2024, 12, 2), "Hotel Patra")


@pytest.mark.parametrize(
    "text",
    [
        "Surat hasil evaluasi ditandatangani Deputi Pelayanan Publik pada 28 November 2024.",
        "Unggahan dokumen ditunggu paling lambat 30 November 2024.",
        "Hasilnya dimuat Keputusan Menteri Nomor 100-53 Tahun 2024 tanggal 10 November 2024.",
        "Program itu berjalan sejak 12 Agustus 2024.",
        "Apel pagi, Senin (2/12/2024), berakhir dengan senyum.",
        "Salinannya kemudian dibagikan tiga hari berselang di Pendopo Kendal.",
        "Piala akan diarak dari Gedung Negara, Selasa (3/12/2024).",
        "Kabar itu disampaikan Kepala Diskominfo di Mapolres Kendal, Selasa (3/12/2024).",
        '"Rasanya campur aduk," kelakarnya di Kantor Bupati Kendal, Selasa (3/12/2024).',
        "Kepada wartawan di Hotel Patra, Selasa (3/12/2024), ia bersyukur.",
    ],
)
def test_letters_deadlines_parades_and_interviews_are_not_the_hand_over(text: str) -> None:
    event = _event(f"{GRANT}.\n{text}")

    assert (event.day, event.venue) == (None, None)


def test_a_day_without_a_word_about_it_counts_while_none_is_better() -> None:
    plain = "Hari itu, Senin (2/12/2024), lampu tak kunjung padam."
    better = "Piagam diserahkan Ombudsman, Selasa (3/12/2024)."

    assert _event(f"{GRANT}. {plain}").day == date(2024, 12, 2)
    assert _event(f"{GRANT}. {plain} {better}").day == date(2024, 12, 3)


@pytest.mark.parametrize(
    "dateline", ["Kendal, Jawa Tengah - 3 Desember 2024\n", "KENDAL, 3/12/2024 - "]
)
def test_the_day_of_the_dateline_is_not_the_hand_over(dateline: str) -> None:
    assert _event(f"{dateline}{GRANT}.").day is None


def test_a_weekday_alone_is_no_day() -> None:
    assert _event("Penghargaan diserahkan di Hotel Patra, Senin.").day is None


def _event(text: str) -> Event:
    story = story_of(text)
    return find_event(story, find_venues(story))
