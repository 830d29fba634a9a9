"""The day and the venue of the hand-over."""

from datetime import date

import pytest

from crawler.awards.events import find_event, find_venues
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
    event = find_event(story_of(text))

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
    event = find_event(story_of(text))

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
    assert find_event(story_of(f"Penghargaan diserahkan Senin ({day}).")).day is None
