"""A headline in which somebody does something else: the award is what that is about, or beside."""

import pytest

from tests.awards.stories import read

_CUE = "headline tells of another deed"


def tells(title: str, text: str) -> bool:
    return any(reason.cue == _CUE for reason in read(text, title).reasons)


RED = "Ombudsman menempatkan Brebes di zona merah penilaian kepatuhan 2024."
HELD = "Kabupaten Brebes meraih Adipura dengan nilai 76,20."


@pytest.mark.parametrize(
    ("title", "lead"),
    [
        ("Warga Brebes Jemur Padi di Gapura Adipura", f"Warga menjemur padi. {HELD}"),
        ("Tugu Adipura Brebes Ditabrak Truk Pasir", f"Sebuah truk menabrak tugu itu. {HELD}"),
        ("Bappeda Brebes Tutup Jalan Adipura", f"Jalan ditutup sepekan. {HELD}"),
        ("Pedagang Gugat Brebes, Pernah Raih Adipura", f"Pedagang menggugat bupati. {HELD}"),
        # Some verbs need no word of the text.
        ("Mahasiswa Bantu Penyapu Jalan Brebes", f"Mereka memegang sapu lidi. {HELD}"),
        ("Sekda Brebes Kumpulkan Camat, Trauma Zona Merah", f"Lima camat duduk. {RED}"),
    ],
)
def test_a_deed_that_has_to_do_with_no_award(title: str, lead: str) -> None:
    assert tells(title, lead)


@pytest.mark.parametrize(
    ("title", "lead"),
    [
        # The text gives no verb back, so nothing says that there is one.
        ("Adipura Brebes dan Rasa Bangga Warga", HELD),
        # What is done is done to the award.
        ("Bupati Brebes Pamerkan Piala Adipura", f"Bupati memamerkan piala. {HELD}"),
        # The assessor's deeds are about its results.
        ("KLHK Dorong Brebes Jaga Adipura", f"KLHK mendorong pemkab. {HELD}"),
        # The award is what it is told of.
        ("Piala Adipura Diarak Keliling Brebes", f"Piala diarak. {HELD}"),
        # Another clause tells the result.
        ("Brebes Raih Adipura, Bupati Gelar Syukuran", f"Bupati menggelar syukuran. {HELD}"),
        ("Bupati Kumpulkan Camat, Kabupaten Brebes Zona Merah", f"Camat datang. {RED}"),
        ("Brebes Berhasil Rapikan Pasar dan Adipura Datang", f"Pedagang dirapikan. {HELD}"),
        ("Bupati Joget, Nilai Adipura Brebes 76,20", f"Bupati berjoget. {HELD}"),
    ],
)
def test_a_deed_that_is_about_the_award(title: str, lead: str) -> None:
    assert not tells(title, lead)
