"""What is told of a stretch of places, of offices compared, and of what a year moved to."""

import pytest

from tests.awards.stories import GRANT, read


@pytest.mark.parametrize("stretch", ["10-12", "10 sampai 12", "ke-10 hingga ke-12"])
def test_a_stretch_of_places_that_sentences_tell_one_by_one(stretch: str) -> None:
    told = (
        "Ombudsman RI mengumumkan hasil penilaian kepatuhan pelayanan publik 2024 untuk polres. "
        f"Peringkat {stretch} semuanya kategori B dan zona hijau. Peringkat 10 yakni Polres Batang "
        "dengan nilai 87,44. Peringkat 11 Polres Demak nilai 86,12. Peringkat 12 Polres Blora "
        "nilai 85,64. Peringkat 13 Polres Kudus nilai 77,01, zona kuning."
    )
    claims = read(told, "Hasil Penilaian Kepatuhan Polres").claims
    assert {(c.recipient, c.rank, c.category, c.zone) for c in claims} == {
        ("Polres Batang", 10, "B", "hijau"),
        ("Polres Demak", 11, "B", "hijau"),
        ("Polres Blora", 12, "B", "hijau"),
        ("Polres Kudus", 13, None, "kuning"),
    }


def test_offices_that_one_of_them_outdoes_have_their_scores() -> None:
    told = (
        f"{GRANT} dengan nilai 88,41.\n\nDari tujuh unit, Dinas Kesehatan meraih 94,70, unggul "
        "tipis atas Puskesmas Weleri (94,12) dan Disdukcapil (93,05)."
    )
    (claim,) = read(told).claims
    assert [(each.unit, each.score) for each in claim.units] == [
        ("Dinkes", 94.7),
        ("Puskesmas Weleri", 94.12),
        ("Disdukcapil", 93.05),
    ]


def test_offices_of_another_region_are_only_compared_with() -> None:
    told = (
        f"{GRANT} dengan nilai 88,41.\n\nDinas Kesehatan meraih 94,70, unggul tipis atas Dinas "
        "Kesehatan Kabupaten Batang (94,12)."
    )
    (claim,) = read(told).claims
    assert [(each.unit, each.score) for each in claim.units] == [("Dinkes", 94.7)]


def test_whom_a_region_has_to_mend_is_told_with_its_score() -> None:
    told = (
        f"{GRANT} dengan nilai 88,41.\n\nUnit yang harus segera dibenahi adalah Dinas Sosial "
        "(68,30) dan Dinas Pendidikan (70,14)."
    )
    (claim,) = read(told).claims
    assert [(each.unit, each.score) for each in claim.units] == [
        ("Dinsos", 68.3),
        ("Dinas Pendidikan", 70.14),
    ]


def test_what_a_year_of_the_past_moved_it_to_is_history() -> None:
    told = (
        f"{GRANT} dengan nilai 76,24. Kendal sudah dua kali masuk zona hijau yakni pada 2021 dan "
        "2024, meskipun pada tahun 2022 nilai turun menjadi zona kuning."
    )
    (claim,) = read(told).claims
    assert claim.zone != "kuning"


def test_among_how_many_is_read_whole() -> None:
    told = f"{GRANT} dengan nilai 88,41 dan berada di posisi ke-8 dari total 24 kabupaten dan kota."
    (claim,) = read(told).claims
    assert (claim.rank, claim.rank_scope) == (8, "24 kabupaten dan kota")
