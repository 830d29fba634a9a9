"""A message for a chat says result, proof and link, within its length, and does nothing else."""

import pytest

from crawler.alerts.chat import Chat, chat_of_alert, chat_of_digest, chat_of_health, fitted
from crawler.awards.catalogue import load_catalogue
from storage.letter_records import AwardNotice, DigestNotice, Language
from tests.alerts.digests import HEALTH, WEEK, digest, many
from tests.alerts.notices import BATANG, CORRECTED, GROBOGAN
from tests.alerts.poison import FORBIDDEN, HOSTILE, poisoned

LINK = "https://jateng.tribunnews.com/2024/12/03/kabupaten-batang-raih-zona-hijau"


def of_alert(notice: AwardNotice, language: Language = Language.INDONESIAN) -> Chat:
    return chat_of_alert(
        notice, message_id="<0123456789@example.org>", schemes=load_catalogue(), language=language
    )


def of_digest(notice: DigestNotice) -> Chat:
    return chat_of_digest(
        notice,
        message_id="<0123456789@example.org>",
        schemes=load_catalogue(),
        language=Language.INDONESIAN,
    )


def test_it_tells_the_result_the_proof_and_the_link() -> None:
    chat = of_alert(BATANG)
    assert chat.title == "Kabupaten Batang 93,74 · Ombudsman 2024 · zona hijau"
    lines = fitted(chat, 3000).splitlines()
    assert lines[0] == "Kabupaten Batang"
    assert lines[2:4] == [
        "93,74 dari 100 · zona hijau · Kualitas Tertinggi",
        "naik 2,24 dari 91,50 (2023)",
    ]
    assert lines[4].endswith("Pelayanan Publik Tahun 2024.” Tribun Jateng")
    assert (lines[5], lines[-1]) == (LINK, "Piagam 01234567")


@pytest.mark.parametrize(
    ("language", "said", "not_said"),
    [
        (Language.INDONESIAN, "dari 100", "out of 100"),
        (Language.ENGLISH, "93.74 out of 100", "dari 100"),
        (Language.BOTH, "score 93.74 out of 100", "Batang Regency\n"),
    ],
)
def test_it_speaks_the_language_of_the_subscription(
    language: Language, said: str, not_said: str
) -> None:
    told = fitted(of_alert(BATANG, language), 3000)
    assert said in told
    assert not_said not in told


def test_a_correction_shows_before_and_after_and_a_dispute_both_sides() -> None:
    assert "Nilai: 91,74 → 93,74" in fitted(of_alert(CORRECTED), 3000)
    disputed = fitted(of_alert(GROBOGAN), 3000)
    assert "98,02 menurut Tribunnews\n98,2 menurut IDN Times Jateng" in disputed


@pytest.mark.parametrize("room", [0, 1, 40, 90, 160, 300, 600, 3000])
def test_it_never_takes_more_room_than_there_is_and_keeps_the_link_longest(room: int) -> None:
    told = fitted(of_alert(BATANG, Language.BOTH), room)
    assert len(told) <= room
    assert (LINK in told) == (room >= 90)


def test_a_letter_about_outlets_says_which_why_and_how_to_mend_it() -> None:
    chat = chat_of_health(HEALTH, message_id="<0123456789@example.org>", language=Language.ENGLISH)
    told = fitted(chat, 3000)
    assert "Solopos" in chat.title
    assert "• 12 of 14 stories carry the site's own name as headline" in told
    assert "piagam outlets check solopos" in told
    assert len(fitted(chat, 120)) <= 120


def test_a_long_digest_counts_what_it_leaves_out() -> None:
    told = fitted(of_digest(digest(*many(200))), 3000)
    shown = told.count("• ")
    assert 10 < shown < 200
    assert f"dan {200 - shown} lagi yang tidak dimuat di sini" in told
    assert len(told) <= 3000
    assert "lagi yang" not in fitted(of_digest(WEEK), 3000)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_whatever_a_page_prints_is_only_words(text: str) -> None:
    for chat in (
        of_alert(poisoned(BATANG, text)),
        of_digest(poisoned(WEEK, text, spared=("zone",))),
    ):
        told = chat.title + fitted(chat, 3000)
        assert not set(told) & set(FORBIDDEN + "\r<>@*`[]")
        assert "\n" not in chat.title
