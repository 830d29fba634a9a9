"""Full stops that end no sentence, and those that do."""

from datetime import datetime

import pytest

from tests.awards.stories import WIB, read, story_of


def parts(text: str) -> int:
    return len(story_of(text).sentences)


@pytest.mark.parametrize(
    "text",
    [
        "Tahun ini Pemkab. Kendal meraih predikat Baik.",
        "Hasilnya diterima Pemkot. Halmahera di Jakarta.",
        "Predikat WBBM diraih tiga kantor, antara lain. Polres Batang, Polres Demak.",
        "Yang lolos yakni. Kabupaten Batang dan Kabupaten Demak.",
        "Penerimanya antara lain Kabupaten Kep. Morotai, Demak, dan Kendal.",
    ],
)
def test_a_stray_full_stop_in_front_of_names_ends_nothing(text: str) -> None:
    assert parts(text) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Gedung itu milik Pemkab. Bupati meresmikannya.",
        "Ada lima daerah, dua di antaranya. Kendal tidak.",
    ],
)
def test_behind_a_whole_sentence_it_ends_one(text: str) -> None:
    assert parts(text) == 2


def test_the_score_behind_a_short_form_with_a_full_stop_is_the_new_one() -> None:
    text = (
        "Setelah pada tahun 2019 Pemkab. Kendal meraih indeks SPBE 1.77 dengan predikat Kurang,"
        " tahun ini Pemkab. Kendal meraih indeks SPBE 2.85 dengan predikat Baik. Tim menyusun"
        " persiapan evaluasi SPBE tahun 2023."
    )

    published = datetime(2022, 1, 14, 9, 0, tzinfo=WIB)
    (claim,) = read(text, "Pemkab Kendal Raih Predikat Baik SPBE Tahun 2021", published).claims

    assert (claim.score, claim.predicate) == (2.85, "Baik")
    assert [(each.year, each.score) for each in claim.previous] == [(2019, 1.77)]


def test_a_list_behind_a_full_stop_for_a_colon_shares_what_it_is_told() -> None:
    text = (
        "Kemenpan RB menganugerahkan zona integritas 2020. Predikat WBK diraih Polres Pati. Untuk"
        " WBBM antara lain. Polres Kendal, Polres Batang dan Polres Demak."
    )

    claims = read(text, "Empat Polres Raih WBK dan WBBM").claims

    assert {claim.recipient: claim.predicate for claim in claims} == {
        "Polres Pati": "WBK",
        **dict.fromkeys(("Polres Kendal", "Polres Batang", "Polres Demak"), "WBBM"),
    }


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Ambon masuk zona kuning.Nilai 0-50 masuk zona merah.", 2),
        ("Blora meraih predikat Baik.Menurut bupati, ini awal yang baik.", 2),
        ("Seperti dikutip dari Detik.Com kemarin, Blora meraih predikat Baik.", 1),
        ("Penghargaan diterima H.Arief Rohman di Jakarta.", 1),
    ],
)
def test_paragraphs_that_have_run_together(text: str, count: int) -> None:
    assert parts(text) == count
