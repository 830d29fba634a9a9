"""A text four times as long takes about four times the work, whatever is told over and over."""

import sys
from types import FrameType

import pytest

from crawler.awards.reader import read_story
from tests.awards.stories import GRANT, HEADLINE, article

BODIES = ("Blora", "Rembang", "Pati", "Demak", "Kudus", "Jepara", "Klaten", "Batang", "Kendal")
LENGTH = 6_000
"""Characters of the shorter text."""
MOST = 5.0
"""Times the work of four times the text; a step that looks through all for each takes 16."""


class Counting:
    """Counts the calls of functions, and the turns of generators, while it lasts."""

    def __init__(self) -> None:
        self.calls = 0

    def __enter__(self) -> "Counting":
        sys.setprofile(self._count)
        return self

    def __exit__(self, *_: object) -> None:
        sys.setprofile(None)

    def _count(self, frame: FrameType, event: str, argument: object) -> None:
        self.calls += event in ("call", "c_call")


def work_on(unit: str, length: int) -> int:
    turns = range(length // len(unit) + 1)
    told = "".join(unit.format(i=i + 1, body=BODIES[i % len(BODIES)]) for i in turns)
    source = article(f"{GRANT} dengan nilai 93,74.\n{told}", HEADLINE)
    with Counting() as counting:
        read_story(source)
    return counting.calls


@pytest.mark.parametrize(
    "unit",
    [
        "Bupati {body} menerima piagam. DPMPTSP meraih 97,20; Disdukcapil 95,88; RSUD 93,40.\n",
        "{i}. Kabupaten {body} nilai 94,11 zona hijau\n",
        "Zona hijau:\nKabupaten {body}\nKota Tegal\n\n",
        "Lima daerah meraih zona hijau yakni Blora, {body}, Pati, Demak dan Kudus. ",
        "Pemkab {body} menerima penghargaan Nirwasita Tantra, Swasti Saba dan Adipura 2024. ",
        "Dalam acara penganugerahan Penilaian Kepatuhan, Pemkab {body} menerima piagam itu. ",
        "Di ajang Anugerah Kepatuhan 2024 Jawa Tengah, Pemkab {body} meraih penghargaan. ",
        "Kementerian Agama dan Polres {body} meraih predikat WBK. ",
        "Pemkab {body} mendapat penghargaan dari Ombudsman. ",
        "Penerima predikat WBK itu antara lain Polres {body} dan Lapas Kelas IIA {body}. ",
        "Tiga desa di Kabupaten {body} meraih ProKlim yakni Loka, Puncak, dan Cisantana. ",
        "Piagam diserahkan Ombudsman RI di Hotel Patra Semarang, Senin (25/11/2024).\n",
    ],
)
def test_work_grows_with_the_text_and_no_faster(unit: str) -> None:
    work_on(unit, LENGTH)

    assert work_on(unit, 4 * LENGTH) < MOST * work_on(unit, LENGTH)
