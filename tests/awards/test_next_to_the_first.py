""" "A di posisi kedua setelah B dengan skor 94,12": the score is A's; and further first places."""

import pytest

from tests.awards.stories import read

HEADLINE = "Ombudsman Serahkan Predikat Kepatuhan"
HANDED = "Ombudsman RI menyerahkan predikat kepatuhan pelayanan publik 2024.\n"


def scores(text: str) -> dict[str, float | None]:
    claims = read(HANDED + text, HEADLINE).claims
    return {claim.recipient: claim.score for claim in claims}


@pytest.mark.parametrize(
    "place",
    [
        "berada di posisi kedua setelah Kota Tegal dengan skor 94,12.",
        "menempati peringkat kedua di bawah Kota Tegal dengan nilai 94,12.",
        "meraih tempat ketiga nasional tepat di belakang Kota Tegal, dengan nilai akhir 94,12.",
        "menjadi runner-up sesudah Kota Tegal mengantongi skor 94,12.",
    ],
)
def test_the_score_goes_back_to_who_is_next(place: str) -> None:
    assert scores(f"Kabupaten Kudus {place}").get("Kabupaten Kudus") == 94.12
    assert scores(f"Kabupaten Kudus {place}").get("Kota Tegal") is None


def test_a_second_score_is_of_the_one_ahead() -> None:
    text = "Kabupaten Kudus meraih 94,12 di posisi kedua setelah Kota Tegal dengan skor 95,20."

    assert scores(text) == {"Kabupaten Kudus": 94.12, "Kota Tegal": 95.20}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Kabupaten Kudus meraih nilai 94,12, paling tinggi dari 22 kabupaten.", 1),
        ("Kabupaten Kudus meraih nilai 94,12, tertinggi dari total 35 pemerintah daerah.", 1),
        ("Nilai kepatuhan tertinggi pemerintah kabupaten diraih Kabupaten Kudus 94,12.", 1),
        ("Skor tertinggi kabupaten dipegang Kabupaten Kudus dengan 94,12.", 1),
        ("Kabupaten Kudus masuk 10 terbaik dari 35 kabupaten dengan nilai 94,12.", None),
        ("Kabupaten Kudus termasuk tertinggi dari 35 kabupaten dengan nilai 94,12.", None),
    ],
)
def test_the_highest_of_so_many_is_the_first(text: str, place: int | None) -> None:
    claims = read(HANDED + text, HEADLINE).claims

    assert [(c.recipient, c.rank) for c in claims] == [("Kabupaten Kudus", place)]


def test_who_could_not_follow_has_no_place() -> None:
    text = (
        "DPMPTSP Kabupaten Kudus menempati peringkat ketiga dengan nilai 94,12. Raihan DPMPTSP"
        " Kudus belum bisa diikuti Disdukcapil Kudus yang mendapat nilai 61,20."
    )

    claims = read(HANDED + text, HEADLINE).claims

    assert {claim.recipient for claim in claims if claim.rank} == {"DPMPTSP Kabupaten Kudus"}


def test_among_how_many_hospitals_a_place_is_held() -> None:
    text = (
        "RSUD Kudus meraih nilai 94,12 dan posisi pertama dari 59 rumah sakit daerah se-Indonesia."
    )

    (claim,) = read(HANDED + text, HEADLINE).claims

    assert claim.rank_scope == "59 rumah sakit daerah se-Indonesia"
