"""Printed numbers that may be scores, and why the others are not.

A number is set aside when the words around it make it money, a count, a date, a law's number, a
time, a rank, a band limit, an average of others, a target or a difference.
"""

import re
from dataclasses import dataclass

from crawler.awards.days import MONTH_NAMES

_NUMBER = re.compile(
    r"(?<![\w.,/-])(?<!\d:)(?:\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?|"
    r"\d{1,4}(?:[.,]\d{1,4})?)(?![\w:]|[.,]\d|/(?!(?:5|100|400|1000)\b)\d)"
)
_DECIMAL = re.compile(r"\d+[.,]\d{1,2}|\d,\d{3,4}")
_WHOLE_ONLY = frozenset({"count", "rank", "year"})
"""What only a whole number can be."""
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")

_RANGE_END = re.compile(r"\d\s*(?:-|hingga|sampai(?: dengan)?|s/d|s\.d\.?)\s*$", re.IGNORECASE)
_LIMIT = re.compile(r"\b(?:batas|ambang)\b[^.;\n]{0,70}$", re.IGNORECASE)
_AVERAGE = re.compile(
    r"rata-rata\s+(?:\w+\s+){0,4}(?:nasional|provinsi|se-?\s?\w+|kabupaten/kota|kabupaten|"
    r"daerah lain|jateng|jawa tengah|indonesia|"
    r"seluruh|semua|kementerian|pemda)\b[^.;\n]{0,40}$"
    r"|\bnilai rata-rata (?:nasional|provinsi)[^.;\n]{0,40}$",
    re.IGNORECASE,
)
_WORDS_IN_FRONT = (
    ("money", r"\brp|\bidr|usd|rupiah"),
    (
        "law",
        r"\b(?:nomor|no|uu|undang-undang|pasal|ayat|perpres|permen\w*|perda|perbup|perwal|"
        r"pp|sk|inpres|"
        r"keputusan|peraturan|kepmen\w*|psl|bab|huruf|telp|telepon|wa|nip)",
    ),
    ("year", r"\b(?:tahun|th|periode|ta|edisi|rpjmd|angkatan|hut)"),
    (
        "rank",
        r"\b(?:peringkat|ranking|rangking|urutan|posisi|juara|ke|top|terbaik|besar|"
        r"nomor urut|no urut)",
    ),
    ("clock", r"\b(?:pukul|jam)"),
    (
        "limit",
        r"\b(?:di ?atas|di ?bawah|minimal|maksimal|kurang dari|lebih dari|antara|"
        r"ambang(?: batas)?|batas|"
        r"setidaknya|paling (?:rendah|sedikit|tinggi)|mendekati|hampir|skala|bobot|"
        r"rentang(?: nilai)?|"
        r"interval(?: nilai)?|>|<)",
    ),
    (
        "difference",
        r"\b(?:(?:naik|meningkat|bertambah|turun|menurun|merosot|anjlok|terpaut|kurang|beda)"
        r"(?: (?:sebesar|sebanyak|sekitar|hanya|tipis|signifikan|nilai|skor|poin|yakni|yaitu))*"
        r"|(?:kenaikan|peningkatan|penurunan|selisih\w*|tambahan|lonjakan)(?: \w+){0,3})",
    ),
    (
        "count",
        r"\b(?:sebanyak|sejumlah|dari total|selama|usia|berusia|sekitar)",
    ),
)
_IN_FRONT: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("range", _RANGE_END),
    ("limit", _LIMIT),
    ("average", _AVERAGE),
    *(
        (why, re.compile(rf"(?:{words})\W{{0,3}}$", re.IGNORECASE))
        for why, words in _WORDS_IN_FRONT
    ),
)
_COUNTED = (
    r"kabupaten|kota|provinsi|pemkab|pemkot|pemprov|pemda|daerah|instansi|kementerian|"
    r"lembaga|badan|unit|upp|opd|skpd|indikator|orang|jiwa|kali|desa|kelurahan|kecamatan|"
    r"puskesmas|rsud|responden|laporan|aduan|pengaduan|lokus|locus|loket|peserta|siswa|"
    r"pelajar|warga|penyelenggara|entitas|besar|dimensi|aspek|variabel|dinas|layanan|jenis|"
    r"pegawai|asn|guru|rumah|unsur|komponen|kategori|negara|perangkat|objek|obyek|"
    r"penghargaan|pemerintah|organisasi|satuan|polres|kantor|polda|sekolah|perusahaan|"
    r"medali|atlet|cabang|tim|gol|titik|ekor|halaman|lembar|buah|paket|bidang|bagian|"
    r"nominasi|nominator|finalis|inovasi|predikat|kepala|anggota|pasien|kasus|kk|keluarga|"
    r"lansia|anak|item|mal|mpp|uptd|ruas|jembatan|embung|huruf|digit|angka|persyaratan|"
    r"standar|produk"
)
_MEASURED = (
    r"hari|tahun|bulan|minggu|jam|menit|detik|km|kilometer|meter|cm|hektare?|ha|ton|kg|"
    r"kilogram|liter|mm|wib|wita|wit|am|pm|juta|miliar|milyar|triliun|ribu|rupiah|derajat|"
    r"volt|watt|persegi|m2|km2|gram|kuintal|celsius|mdpl|hertz"
)
_BEHIND: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("money", re.compile(r"\s*(?:juta|miliar|milyar|triliun|ribu|rupiah|t|m)\b", re.IGNORECASE)),
    ("clock", re.compile(r"\s*(?:wib|wita|wit)\b", re.IGNORECASE)),
    ("measure", re.compile(rf"\s*(?:{_MEASURED})\b", re.IGNORECASE)),
    ("count", re.compile(rf"\s*(?:\(\w+\)\s*)?(?:dari\s+\d+\s+)?(?:{_COUNTED})\b", re.IGNORECASE)),
    ("share", re.compile(r"\s*(?:%|persen|prosen)", re.IGNORECASE)),
    (
        "range",
        re.compile(r"\s*(?:-|hingga|sampai(?: dengan)?|s/d|s\.d\.?)\s*\d", re.IGNORECASE),
    ),
    (
        "difference",
        re.compile(
            r"\s*(?:poin|point|persen)\s+(?:lebih|dari|dibanding|di ?(?:atas|bawah))", re.IGNORECASE
        ),
    ),
    ("limit", re.compile(r"\s*(?:poin\s+)?ke\s+(?:atas|bawah)\b", re.IGNORECASE)),
    (
        "date",
        re.compile(
            rf"\s*(?:{MONTH_NAMES})\b",
            re.IGNORECASE,
        ),
    ),
)
_SCORE_WORD = re.compile(
    r"\d\s+ke\s+$|\b(?:nilai(?:nya)?|skor(?:nya)?|score|poin|point|indeks(?:nya)?|index|angka|"
    r"rata-rata|"
    r"hasil|capaian|perolehan|sebesar|ipp|mencapai|"
    r"menyentuh|menembus|menjadi|memperoleh|meraih|mendapat(?:kan)?|mencatat(?:kan)?|"
    r"mengantongi|mengoleksi|mengumpulkan|"
    r"diganjar|berada di)\b[^.;\n]{0,60}$",
    re.IGNORECASE,
)
_SHARE_WORD = re.compile(r"\b(?:nilai|skor|indeks|poin)(?:nya)?\b[^.,;\n]{0,35}$", re.IGNORECASE)
_UNIT_WORD = re.compile(r"\s*(?:poin|point)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberMention:
    """A printed number and what it is: a possible score, or the reason why not."""

    start: int
    end: int
    raw: str
    value: float
    not_a_score: str | None
    """None for a possible score; else `money`, `count`, `limit`, `difference` …"""
    is_decimal: bool
    has_score_word: bool
    """Words such as nilai, skor, poin stand by it."""
    is_share: bool
    """Printed with % or persen: some outlets use it for points."""


def find_numbers(folded: str) -> tuple[NumberMention, ...]:
    """Every number that stands alone in the folded text, in order."""
    return tuple(_mention(folded, match) for match in _NUMBER.finditer(folded))


def number_value(raw: str) -> float:
    """`97,84` and `97.84` -> 97.84; a dot before exactly three digits marks thousands."""
    if _THOUSANDS.fullmatch(raw):
        return float(raw.replace(".", "").replace(",", "."))
    return float(raw.replace(",", "."))


def _mention(folded: str, match: re.Match[str]) -> NumberMention:
    start, end = match.span()
    line_start = folded.rfind("\n", max(0, start - 120), start) + 1
    before = folded[max(line_start, start - 90) : start]
    after = folded[end : end + 40].split("\n", 1)[0]
    raw = match[0]
    why = _why_not(before, after, raw)
    share = why == "share"
    return NumberMention(
        start=start,
        end=end,
        raw=raw,
        value=number_value(raw),
        not_a_score=None if share else why,
        is_decimal="," in raw or ("." in raw and _THOUSANDS.fullmatch(raw) is None),
        has_score_word=(_SHARE_WORD if share else _SCORE_WORD).search(before) is not None
        or _UNIT_WORD.match(after) is not None,
        is_share=share,
    )


def _why_not(before: str, after: str, raw: str) -> str | None:
    is_decimal = _DECIMAL.fullmatch(raw) is not None
    if raw.isdigit() and 1900 <= int(raw) <= 2100:
        return "year"
    if _THOUSANDS.fullmatch(raw):
        return "thousands"
    reasons = (
        *(why for why, pattern in _BEHIND if pattern.match(after)),
        *(why for why, pattern in _IN_FRONT if pattern.search(before)),
    )
    return next((why for why in reasons if not (is_decimal and why in _WHOLE_ONLY)), None)
