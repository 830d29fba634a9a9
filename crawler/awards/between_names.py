"""What stands between two names of one list: their scores, its numbering, the words that join."""

import re
from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar

from crawler.awards.getting import GETS, SCORES

_NUMBER = (
    rf"(?:(?:tertinggi|teratas|dengan|perolehan|raihan|akhir|{SCORES}|bernilai|nilai|skor|poin|"
    r"(?:di\s+)?angka|indeks|sebesar|senilai)\s+)*(?:rp\.?\s?)?[\d.,]+(?:\s+(?:poin|persen|juta|miliar))?"
)
PROVINCE = (
    r"(?-i:DKI|DIY|DI Yogyakarta|Daerah Istimewa Yogyakarta|"
    r"NTB|NTT|Aceh|Bali|Banten|Bengkulu|Gorontalo|Jambi|Lampung|Maluku|"
    r"Papua|Riau|Ja(?:bar|teng|tim)|Sum(?:ut|bar|sel)|Sul(?:ut|sel|teng|tra|bar)|Kal(?:bar|teng|sel|tim|tara)|"
    r"Kep(?:ulauan|\.)? (?:Riau|Bangka Belitung)|Bangka Belitung|Babel|Kepri|Malut|"
    r"(?:Jawa|Sumatera|Sulawesi|Kalimantan|Maluku|Papua|Nusa Tenggara) "
    r"(?:Barat(?: Daya)?|Timur|Tengah|Utara|Selatan|Tenggara|Pegunungan))"
)
_UNKNOWN = (
    r"(?:,\s?(?:kabupaten|kota|kab\.)(?:\s(?-i:[A-Z])[\w-]+){1,3}(?=,|\s(?:dan|serta)\b)"
    r"|,\s(?!(?:senin|selasa|rabu|kamis|jum'?at|sabtu|minggu)\b)(?-i:[A-Z][a-z]{3,14})"
    r"(?=,\s)"
    r"|,\s(?-i:(?:[A-Z][a-z]{2,15}\s){1,3}(?:Daerah|Umum|Sipil|Publik|Kota))(?=,\s))"
)
"""A name of a list that nobody knows, by a slip: ", Kota Tanjungpinag", ", Pangkap, ".

Or an office: ", Insepktorat Daerah, ".
"""
_PLACED = (
    r"(?:\s(?:(?:berada|menempati|menduduki)\s)?(?:di\s|pada\s)?(?:peringkat|posisi|urutan|ranking|"
    r"nomor\surut)\s(?:ke-?\s?)?\d{1,3}(?=\sdengan))"
)
"""A place of its own in front of its score."""
_TAKEN_BY = (
    r"\s*(?:\([^)]{0,30}\))?,?\s+(?:yang\s+)?(?:masing-masing\s+)?(?:diterima|diwakili)\s+"
    rf"(?:(?!\b(?:sedangkan|sementara|namun|tetapi|tapi|adalah|{GETS}|"
    r"berhasil|gagal|belum|tidak)\b)[^;:\n]){4,110}(?:,|,?\s(?:dan|serta))\s+"
)
"""Who took it in his hands, between two of a list: "A diterima kepala dinasnya, B diterima ..."."""
GAP = re.compile(
    rf"(?:,?\s{PROVINCE})?{_UNKNOWN}?{_PLACED}?\s*(?:{_NUMBER})?\s*(?:\([^)]{{0,60}}\))?\s*(?:{_NUMBER})?\s*"
    r"(?:(?:untuk|di|bagi)\s+(?:kawasan|wilayah|regional|kelompok|kategori)\s+"
    r"\w[\w-]*(?:\s\w[\w-]*){0,2}+\s*)?"
    r"(?:(?:lewat|melalui|dengan|berkat|untuk)\s+(?:(?:inovasi\s+|program\s+)?\"[^\"\n]{1,60}\"|"
    r"(?:inovasi|program|aplikasi)\s+(?-i:[A-Z])[\w-]*(?:\s(?-i:[A-Z\d])[\w-]*){0,5}+)\s*)?"
    r"(?:[,;*/]|,?\s*(?:dan|serta|maupun|hingga|lalu|kemudian|disusul|diikuti|selanjutnya|bersama|&)\b)"
    r"(?:\s*(?:dan|serta|juga|lalu|kemudian|disusul|diikuti|oleh|terakhir|selanjutnya|ada|pula))*\s*"
    r"(?:(?:juara|peringkat|terbaik|posisi|urutan)\s+(?:harapan\s+)?(?:ke-?)?(?:[ivx]{1,4}|\d{1,2})\s*:?\s*|"
    r"(?:pertama|kedua|ketiga|keempat|kelima)\s*:?\s+|"
    r"\(?(?:\d{1,2}|[a-h])[.)]\s*|[a-z][\w-]*(?:\s[\w-]+)?\s?:\s*|"
    r"(?:(?:atas|terhadap)\s+)?(?:lkpd|laporan\s+keuangan)\s+)?"
    rf"|{_TAKEN_BY}"
    r"|\s*\)\s*[,;]?\s*(?:(?:dan|serta)\s+)?(?:(?:di|dari)\s+)?(?-i:[A-Z])\w*(?:\s(?-i:[A-Z])\w*){0,2}\s*\("
    r"|\s*\)\s*(?:[,;]\s*(?:(?:dan|serta)\s+)?|(?:dan|serta)\s+)"
    r"|\s*(?:,|,?\s*(?:dan|serta))\s*(?-i:[A-Z])\w*(?:\s(?-i:[A-Z])\w*){0,2}\s*\("
    rf"|\s*(?:{_NUMBER})?\s*(?:\([^)]{{0,60}}\))?\s+\(?(?:\d{{1,2}}|[a-h])[.)]\s*",
    re.IGNORECASE,
)
"""What stands between two names of one list, their own scores and its numbering in it."""
_PLACE = r"(?:\s(?:di|pada)\s(?:peringkat|posisi|urutan|ranking)\s(?:ke-?\s?)?\w{1,9})"
_LISTED_ON = re.compile(
    rf"{_PLACE}?\)?\s*(?:\([^)]{{0,60}}\))?\s*(?:,|,?\s*(?:dan|serta|maupun|bersama(?:\s+dengan)?))\s*",
    re.IGNORECASE,
)


class _Placed(Protocol):
    """What stands in a text, from and to."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


_Name = TypeVar("_Name", bound=_Placed)


def is_listed_on(folded: str, end: int, start: int) -> bool:
    """Between two names stands only what a list has: "(90,10) dan"."""
    return _LISTED_ON.fullmatch(folded, end, start) is not None


def runs_of(
    folded: str, owners: Iterable[_Name], gap: re.Pattern[str] = GAP
) -> Iterator[tuple[_Name, ...]]:
    """The names of a sentence cut into runs: those with no more than a `gap` between them."""
    run: list[_Name] = []
    for owner in owners:
        apart = bool(run) and owner.start >= run[-1].end
        if apart and not gap.fullmatch(folded, run[-1].end, owner.start):
            yield tuple(run)
            run = []
        run.append(owner)
    if run:
        yield tuple(run)
