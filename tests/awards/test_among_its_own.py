"""Best of an office's own: "tertinggi di lingkup Kanwil X, dengan nilai 99,57"; means of kinds."""

import pytest

from tests.awards.stories import read

HEADLINE = "Ombudsman Serahkan Predikat Kepatuhan"
HANDED = "Ombudsman RI menyerahkan predikat kepatuhan pelayanan publik 2024.\n"


def told(text: str) -> dict[str, tuple[float | None, int | None]]:
    claims = read(HANDED + text, HEADLINE).claims
    return {claim.recipient: (claim.score, claim.rank) for claim in claims}


@pytest.mark.parametrize(
    ("text", "recipient", "rank"),
    [
        (
            "Kantah Kudus meraih nilai tertinggi dari 13 Kantah di lingkup Kanwil BPN Jateng,"
            " dengan nilai 97,57.",
            "Kantor Pertanahan Kabupaten Kudus",
            1,
        ),
        (
            "Polres Kudus terbaik dari 35 satker di lingkungan Polda Jateng, dengan nilai 97,57.",
            "Polres Kudus",
            1,
        ),
        (
            "DPMPTSP Kudus mendapat nilai terbaik di bawah naungan Dinas Kesehatan, yakni 97,57.",
            "DPMPTSP Kabupaten Kudus",
            None,
        ),
    ],
)
def test_the_score_is_of_the_best_of_its_own(text: str, recipient: str, rank: int | None) -> None:
    assert told(text) == {recipient: (97.57, rank)}


@pytest.mark.parametrize(
    "means",
    [
        "Di Jateng nilai rata-rata pemda adalah 93,64, polres dengan rata-rata nilai 93,89, dan"
        " Kantor Pertanahan dengan rata-rata nilai 93,31.",
        "Rata-rata nilai pemda 93,64, sedangkan polres rata-rata 93,89.",
        "Rata-rata pemda meraih 93,64, polres 93,89, dan kantor pertanahan 93,31.",
    ],
)
def test_the_mean_of_a_kind_of_offices_is_nobodys(means: str) -> None:
    text = f"Kantor Pertanahan Kudus dan Polres Kudus masuk zona hijau. {means}"

    assert told(text) == {
        "Kantor Pertanahan Kabupaten Kudus": (None, None),
        "Polres Kudus": (None, None),
    }


def test_the_mean_of_an_office_that_is_named_is_its_own() -> None:
    assert told("Rata-rata nilai Polres Kudus 93,89 dan masuk zona hijau.") == {
        "Polres Kudus": (93.89, None)
    }


def test_the_mean_of_named_hospitals_leaves_each_its_own() -> None:
    text = (
        "Pemkab Kendal meraih nilai 97,09 dalam penilaian kepatuhan pelayanan publik 2024 dari"
        " Ombudsman RI. Nilai itu merupakan rata-rata dari RSUD dr Soewondo (93,82) serta DPMPTSP"
        " (85,94)."
    )
    [claim] = read(text, "Kendal Raih Penghargaan Ombudsman").claims

    assert {unit.unit: unit.score for unit in claim.units} == {
        "RSUD dr Soewondo": 93.82,
        "DPMPTSP": 85.94,
    }
