"""Imported by the process that workers are forked off: what the first story has made, all share.

Schemes, names and patterns are made when they are first asked for; together they take as long as a
hundred stories, in each process that has to make them itself. All of it stays, so the collector
never searches it: a worker that did would also copy it.
"""

import gc
from importlib import import_module

from storage.records import Article

_WORK = ("spiders.archived", "crawler.rereading")
_STORY = Article(
    outlet="warm",
    url="https://warm.example/",
    title="Kabupaten Blora raih predikat zona hijau dari Ombudsman RI",
    text=(
        "BLORA - Ombudsman RI memberi Pemerintah Kabupaten Blora nilai 97,84 dalam penilaian"
        " kepatuhan standar pelayanan publik tahun 2024. Bupati Blora menerima penghargaan itu di"
        " Semarang, Senin (2/12/2024).\n\n"
        "Dinas Kesehatan meraih nilai 95,1 dan Puskesmas Cepu 91,25; tahun lalu nilainya 89,4."
    ),
)


def _warm() -> None:
    gc.disable()
    for name in _WORK:
        import_module(name)
    import_module("crawler.awards.reader").read_story(_STORY)
    gc.freeze()
    gc.enable()


_warm()
