"""Among whom a place was won, as printed behind it: "se-Jawa Tengah", "kategori kabupaten"."""

import re

from crawler.awards.getting import OCCUPIED, TAKEN

_WORD = (
    r"(?!(?:Setelah|Sesudah|Usai|Dari|Untuk|Dengan|Versi|Tahun|Dan|Serta|Pada|Di|Dalam|Berkat|Lewat|Melalui|Oleh|"
    r"Bersama|Kalahkan|Ungguli|Kategori|Bidang|Raih|Terima|Jadi|Menjadi|Ini|Itu|Yang|Karena)\b)[A-Z]\w+"
)
"""One more word of a name, in a headline that capitalises all words."""
_AREA = (
    r"(?:Provinsi\s+)?(?:Aceh|Sumatera|Sumatra|Riau|Jambi|Bengkulu|Lampung|Kepulauan|Banten|Jawa|"
    r"Yogyakarta|DIY|DI\s+Yogyakarta|Bali|Nusa|Kalimantan|Sulawesi|Gorontalo|Maluku|Papua|NTT|NTB|"
    r"Jateng|Jatim|Jabar|Sumut|Sumbar|Sumsel|Sulsel|Sultra|Sulteng|Sulut|Sulbar|Kalteng|Kalsel|"
    rf"Kaltim|Kalbar|Kaltara|Kepri|Babel|Malut|Indonesia|Nusantara)(?:\s+{_WORD}){{0,2}}"
)
"""What a ranking spans: a province, an island."""
_SCOPE = re.compile(
    r"\s*,?\s*\(?(?i:(?:terbaik|tertinggi|terinovatif)\s+)?"
    r"(?i:untuk\s+|pada\s+|di\s?antara\s+(?!\d)(?:[\w/]+\s+){0,6}?(?=se)|"
    r"di\s?antara\s+(?:total\s+)?(?=\d)|di\s+|dalam\s+|secara\s+)?"
    r"(?P<scope>(?i:(?:(?:tingkat|kategori|kelompok|lingkup|level|kluster|klaster)\s+)?(?:nasional|"
    r"provinsi|pemerintah\s+(?:daerah\s+)?(?:kabupaten|kota|provinsi|desa)|kabupaten/kota|kabupaten|"
    r"kota(?:\s+(?:besar|sedang|kecil|metropolitan))?|kementerian|lembaga|daerah\s+(?!istimewa|khusus)\w+))"
    rf"(?:\s+(?i:se)-?\s?[A-Z]\w+(?:\s+{_WORD}){{0,2}}|\s+(?i:tingkat)\s+\w+|"
    rf"\s+(?i:di)\s+{_WORD}(?:\s+{_WORD})?|"
    rf"(?<=rovinsi)(?:\s+{_WORD}){{1,4}}|"
    r"(?:\s+(?i:untuk|pada))?\s+(?i:(?:kategori|kelompok)\s+(?:pemerintah\s+)?)[\w/]+|"
    r"\s+(?i:dan)\s+(?i:lembaga|kota))?"
    rf"|(?i:wilayah|kawasan|regional)\s+{_AREA}(?:\s?[-–]\s?{_AREA})?|(?i:di\s+(?:pulau\s+)?){_AREA}"
    r"|(?<=antara\s)\d+\s+(?i:provinsi|kabupaten(?:/kota|\s+dan\s+kota)?|kota|pemda|daerah)\b"
    rf"(?:\s+(?:(?i:se)-?\s?|(?i:di)\s+)[A-Z]\w+(?:\s+{_WORD})?)?"
    r"|(?i:dari\s+(?:total\s+|seluruh\s+)?)\d+\s+\w+/?\w*"
    r"(?i:\s+dan\s+kota|(?<=rumah)\s+sakit(?:\s+umum)?(?:\s+daerah)?)?"
    rf"(?:\s+(?:(?i:se)-?\s?|(?i:di)\s+)[A-Z]\w+(?:\s+{_WORD})?)?"
    rf"|(?i:se)-?\s?(?:Provinsi\s+)?[A-Z]\w+(?:\s+{_WORD}){{0,2}}|Jawa\s+Tengah|Jateng|Indonesia"
    rf"|(?i:dari\s+seluruh)\s+\w+/?\w*(?:\s+di\s+{_WORD}(?:\s+{_WORD})?)?)"
)


_FRONT = re.compile(r"dari (?:total )?")
_IN_PROVINCE = re.compile(rf"\s*,?\s*((?i:di)\s+{_AREA})")
_WON_IN = re.compile(
    r"(?:[^\S\n]+(?!(?:dengan|dari|setelah|usai|karena|yang|mengalahkan|mengungguli|bawah|naik|turun|"
    rf"sedangkan|sementara|disusul|diikuti|nilai|skor|{TAKEN}|{OCCUPIED}|kali|dan|serta|oleh|"
    r"kategori|kelompok|klaster|kluster|bidang|kelas)\b)"
    r"\(?\w[\w/-]*\)?){1,8}?[^\S\n]+(?=(?:tingkat|se-|se(?=[^\S\n]?(?-i:[A-Z])))(?:\b|(?<=-))|"
    r"(?:kategori|kelompok)\s+(?:pemerintah\s+)?(?:kabupaten|kota|provinsi|kementerian|lembaga)\b)",
    re.IGNORECASE,
)
"""Between a place and its scope: "Peringkat Kedua Penghargaan X 2022 Tingkat Provinsi Riau"."""
_REGION = re.compile(r"(?i:kabupaten|kota|provinsi|kementerian|lembaga)\s+(?!Se\b)[A-Z]")
"""The name of a region or ministry, which is no scope."""


def scope_after(folded: str, at: int) -> tuple[int, int] | None:
    """Where a scope is printed right behind `at`, or behind what the place was won in."""
    scope = _SCOPE.match(folded, at)
    if scope is None and (won_in := _WON_IN.match(folded, at)):
        scope = _SCOPE.match(folded, won_in.end())
    if scope is None:
        return None
    if _REGION.match(folded, scope.start("scope")):
        province = _IN_PROVINCE.match(folded, at)
        return province.span(1) if province else None
    return _trimmed(folded, *scope.span("scope"))


def _trimmed(folded: str, start: int, end: int) -> tuple[int, int]:
    """Without the preposition: `416 kabupaten`, not `dari total 416 kabupaten`."""
    front = _FRONT.match(folded, start, end)
    return front.end() if front else start, end
