"""Units that are named only to tell whose person, or house, somebody or something is."""

import re

from crawler.awards.units import UnitSpan
from crawler.awards.word_tree import compile_words

_OF_COUNCIL = compile_words(
    r"\b(?:ketua|anggota|pimpinan|fraksi|komisi\s+\w+|gedung|kantor)\s+$",
)
_PERSON_OF_UNIT = compile_words(
    r"\b(?:kepala|kadis|kakan(?:wil|im|tah|kemenag)|kalapas|karutan|plt|plh|pj|kabid|sekretaris|direktur|kabag|kasi|"
    r"(?:kabid|kabag|kasi|kasat|kadiv|karo|kasubbag)\.?\s+\w+|staf|pegawai|jajaran|"
    r"pelaksana\s+tugas|rektor|dosen|guru\s+besar|pakar|akademisi|pengamat|mahasiswa|peneliti|"
    r"lulusan|alumni|alumnus|sisw[ai]|pelajar|murid|santri|guru|perawat|bidan|petugas)"
    r"\.?\s+(?:\(\w+\.?\)\s+)?(?:upt\w*\s+|kantor\s+)?$",
)

_HEAD_OF_UNIT = re.compile(r"ka(?:polres|[lb]apas|rutan|ja[rt]i)", re.IGNORECASE)
"""How the name of an office begins that stands for whoever heads it: "Kapolres Batang"."""

_INSPECTOR = compile_words(r"\b(?:inspektur|irban|auditor)(?:\s+\w+){0,3}\s+$")
"""The same: "Inspektur Pembantu Khusus Inspektorat Daerah"."""

_ASSISTANT = compile_words(r"\basisten(?:\s+\w+){0,6}\s+$")
"""Whoever sits in the secretariat of a government, and stands for that."""


def assists_government(folded: str, span: UnitSpan) -> bool:
    """ "Asisten Administrasi Umum Sekretariat Daerah Kota Blitar" is one of Kota Blitar."""
    if span.name != "Setda":
        return False
    return _ASSISTANT.search(folded, max(0, span.start - 80), span.start) is not None


def is_person(folded: str, span: UnitSpan) -> bool:
    """Somebody of the unit is named, or its house: "Kepala DPMPTSP", "Gedung DPRD"."""
    if _HEAD_OF_UNIT.match(folded, span.start):
        return True
    window = max(0, span.start - 45)
    of_council = span.kind == "dprd" and _OF_COUNCIL.search(folded, window, span.start)
    return (
        bool(of_council)
        or _PERSON_OF_UNIT.search(folded, window, span.start) is not None
        or _INSPECTOR.search(folded, window, span.start) is not None
    )
