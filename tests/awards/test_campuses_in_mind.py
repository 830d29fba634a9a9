"""Whom a sentence without a name speaks of, where a story tells of campuses and ministries."""

from tests.awards.stories import read

KIP = "Anugerah Keterbukaan Informasi Publik 2022"
MINISTRY = f"Kementerian Agama menerima {KIP} sebagai badan publik Informatif."


def test_the_score_is_that_of_the_campus_named_last() -> None:
    story = (
        f"{MINISTRY}\nUniversitas Bangka Belitung (UBB) juga menerima {KIP} kategori Informatif.\n"
        "Tahun ini nilainya 95,42."
    )
    scores = {claim.recipient: claim.score for claim in read(story, "Badan Publik").claims}
    assert scores == {"Kementerian Agama": None, "Universitas Bangka Belitung": 95.42}


def test_so_many_campuses_are_no_score() -> None:
    story = f"Selain 21 perguruan tinggi, {MINISTRY}"
    assert [claim.score for claim in read(story, "Badan Publik").claims] == [None]
