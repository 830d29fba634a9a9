"""What a printed number is that is no score: told by the words around it.

Money, a count, a date, a law's number, a time, a rank, a band limit, an average of others, a part
of a score, a target, a difference or what a body says of itself.
"""

import re
from itertools import chain

from crawler.awards.averages import is_average
from crawler.awards.counts import OFFICES
from crawler.awards.days import MONTH_NAMES
from crawler.awards.number_shapes import kind_by_shape
from crawler.awards.word_patterns import Stretch, WordPattern
from crawler.awards.word_tree import compile_words

_DECIMAL = re.compile(r"\d+[.,] ?\d{1,2}|\d{1,3}, ?\d{3,4}")
_WHOLE_ONLY = frozenset({"count", "rank", "year", "years"})
"""What only a whole number can be."""
FULL_MARKS = r"4|5|10|15|20|25|30|35|40|50|60|100|120|400|500|1000|1[.]000"
OUT_OF = (
    r"(?:(?:dari|pada|dalam|dengan|berdasarkan|menggunakan)\s+(?:rentang\s+)?"
    r"(?:(?:nilai|skor|poin|bobot|angka|total)\s+)?"
    r"(?:skala|maksimal|maksimum|tertinggi|sempurna|penuh|bobot)\s+"
    r"(?:(?:nilai|penilaian|poin)\s+)?(?:\d{1,3}\s*(?:-|hingga|sampai)\s*)?|"
    r"dari\s+(?:total\s+)?|/\s?)"
)
"""Between a score and the most that could be had."""

_RANGE_END = re.compile(r"\d\s*(?:-|hingga|sampai(?: dengan)?|s/d|s\.d\.?)\s*$", re.IGNORECASE)
_LIMIT = compile_words(r"\b(?:batas|ambang)\b[^.;\n]{0,70}$")
_FULL = re.compile(FULL_MARKS)
_IS_FULL = re.compile(rf"\d\s*(?:poin\s+|persen\s+|%\s*)?\(?{OUT_OF}$", re.IGNORECASE)
_SELF = compile_words(
    r"\b(?:(?:nilai|skor|penilaian|evaluasi|hitungan|pengukuran|asesmen) (?:secara )?"
    r"(?:mandiri|sendiri|internal)|self[ -]?assess\w*|menilai diri\w*|"
    r"meng(?:isi|klaim)(?: sendiri)?(?= nilai| skor| angka))[^.;\n\d]{0,50}$",
)
_TARGET = compile_words(
    r"\btarget(?:nya|kan)?\s+(?:(?:\(?(?:nilai|skor)\)?|indeks|angka|capaian|kinerja|tahun|"
    r"20[012]\d|minimal|rpjmd|renstra|yang|di|pada|adalah|awal|semula|ditetapkan|dipatok|sebesar|"
    r"sebelumnya|ini|yakni|yaitu|poin|sakip|spbe|mcp|rb|iku)\s+){0,8}\(?$",
)
_OF_PART = (
    r"(?!(?:hingga|sampai|total|akhir|keseluruhan|rata-rata|pemerintah|pem[kpd]\w+|kabupaten|"
    r"kota|provinsi|dinas|badan|kecamatan|puskesmas)\b)"
)
_COMPONENT = compile_words(
    r"\b(?i:aspek|komponen|dimensi|domain|indikator|unsur|variabel|pilar|parameter|"
    r"sub-?\s?\w+|area)\s+"
    r"(?!(?:penilaian|tersebut|itu|ini|dengan|yang|dan|di|perubahan|hijau|kuning|merah|"
    r"terjaga)\b)"
    rf"(?:{_OF_PART}(?:[a-z/()-]+|[A-Z]{{2,6}}|&|[A-Z][a-z]+(?=\s+[a-z(]))\s+){{1,8}}[(:=]?\s*$"
    r"|\b(?i:rincian\w*|terdiri (?:atas|dari)|meliputi)\W+(?!sebagai|berikut|nilai|skor)"
    r"(?:[a-z/-]+\s+){1,5}[(:=]?\s*$"
    r"|(?:(?<![A-Za-z]\s)|(?<=\bdan\s)|(?<=\bserta\s)|(?<=sementara\s)|(?<=sedangkan\s)|(?<=untuk\s)|(?<=alam\s)|(?<=intervensi\s)|(?<=terendah\s)|(?<=tertinggi\s)|(?<=yaitu\s)|(?<=yakni\s)|(?<=rea\s))"
    r"\b(?i:perencanaan|penganggaran|pengadaan\sbarang(?:\sdan\s|/)jasa|pbj|perizinan|(?:pengawasan\s)?apip|manajemen\sasn|"
    r"(?:pengelolaan|manajemen)\s(?:bmd|aset(?:\sdaerah)?|barang\smilik\sdaerah)|optimali[sz]asi\s(?:pajak|pendapatan)(?:\sdaerah)?|"
    r"(?:perencanaan|pengukuran|pelaporan) kinerja)\b"
    r"\s?(?:[A-Z]\w+\s){0,2}(?i:(?:meraih|mendapat(?:kan)?|memperoleh|mencapai|sebesar|dengan|di|pada|angka|nilai|skor|tercatat|yakni)\s){0,4}[(:=]?\s?$",
    flags=0,
)
_NEXT = {
    "component": re.compile(
        r"\s*(?:poin|persen|%)?\)?\s*(?:,|;|dan\b|serta\b)\s*(?:(?:dan|serta)\s+)?"
        rf"(?:(?:{_OF_PART}[a-z/()-]+\s+){{1,6}}(?:[A-Z]{{2,6}}\s+)?|[A-Z]{{3,6}}\s+)[(:=]?\s*"
    ),
    "average": re.compile(
        r"\s*(?:poin\s*)?(?:\(?(?:pada\s+)?(?:tahun\s+)?20\d\d\)?\s*)?(?:menjadi|ke)\s+"
        r"(?:angka\s+)?"
        r"|\s*(?:poin\s*)?[.,;]?\s*(?:(?:angka|nilai|skor|indeks|capaian)\s+(?:itu|ini|tersebut)\s+)?"
        r"(?:(?:naik|turun|meningkat|menurun)\s+)?(?:dari|dibanding(?:kan)?)\s+"
        r"(?:(?:tahun|sebelumnya|lalu|semula|nilai|skor|angka|20\d\d|sebesar|yang|pada|hanya|di|"
        r"berada|mencapai)\s+){0,7}"
        r"|\s*(?:poin\s*)?,?\s*(?:dan|serta)\s+(?:pada\s+)?(?:tahun\s+)?20\d\d\s+(?:(?:di|angka|sebesar|mencapai)\s+){0,2}"
        r"|\s*(?:poin\s*)?[.,;]?\s*(?:(?:dan|serta|sedangkan|sementara|adapun|kemudian|lalu)\s+){0,2}"
        r"(?:(?:pada|untuk|di|bagi|rata-rata|nilai|tingkat|pemerintah)\s+){0,4}"
        r"(?-i:[Kk]ementerian(?:/[Ll]embaga)?|[Ll]embaga|[Pp]rovinsi|[Kk]abupaten(?:/[Kk]ota)?|[Kk]ota|[Pp]emda|K/L|"
        rf"(?i:{OFFICES}))\s+(?:(?:menjadi|sebesar|mencapai|adalah|rata-rata|di|angka|tercatat|berada|"
        r"dengan|nilai|skor)\s+){0,4}",
        re.IGNORECASE,
    ),
}
"""What leads from one such number to the next."""
_WORDS_IN_FRONT = (
    ("money", r"\b(?:rp|idr|usd|rupiah)"),
    (
        "law",
        r"\b(?:nomor|no|uu|undang-undang|pasal|ayat|perpres|permen\w*|perda|perbup|perwal|"
        r"pp|(?<!jusuf )sk|inpres|"
        r"keputusan|peraturan|kepmen\w*|psl|bab|huruf|telp|telepon|wa|nip)",
    ),
    ("year", r"\b(?:tahun|th|periode|ta|edisi|rpjmd|angkatan|hut)"),
    (
        "rank",
        r"\b(?:peringkat|ranking|rangking|urutan|posisi|juara|(?<!\d )ke|top|terbaik|besar|"
        r"nomor urut|no urut|"
        r"(?:peringkat|posisi|urutan|ranking)\w{0,3}(?: \w+){0,2} (?:naik|melonjak|turun|merosot)"
        r"(?: (?:dari|ke|menjadi|\d{1,3}|nasional|yang)){1,6}(?: (?:dari|yang|sebelumnya)){1,3})",
    ),
    ("clock", r"\b(?:pukul|jam)"),
    (
        "limit",
        r"\b(?:di ?(?:atas|bawah)(?: (?:angka|nilai|skor|poin))?|(?:melewati|melampaui) angka|"
        r"minimal|maksimal|kurang dari|lebih dari|antara|ambang(?: batas)?|batas|"
        r"setidaknya|(?<!yang )paling (?:rendah|sedikit|tinggi)(?!,)|"
        r"(?:mendekati|hampir|nyaris)(?: sempurna)?|"
        r"kisaran|skala|bobot|rentang(?: nilai)?|"
        r"interval(?: nilai)?)",
    ),
    ("limit", r"[<>](?<=\b.)"),
    (
        "difference",
        r"\b(?:(?:naik|meningkat|bertambah|melonjak|melesat|melejit|melompat|terdongkrak|terkerek|"
        r"turun|menurun|merosot|anjlok|melorot|jatuh|tergerus|terpaut|kurang|beda)"
        r"(?: (?:sebesar|sebanyak|sekitar|hanya|tipis|signifikan|tajam|drastis|pesat|cukup|lagi|"
        r"nilai|skor|poin|yakni|yaitu))*(?!\s?:)"
        r"|(?:kenaikan|peningkatan|penurunan|selisih\w*|tambahan|lonjakan|kehilangan)"
        r"(?: (?!dari\b|dengan (?:nilai|skor|indeks)\b)\w+){0,3})",
    ),
    ("difference", r"\+"),
    (
        "count",
        r"\b(?:sebanyak|sejumlah|dari total|selama|usia|berusia|sekitar)",
    ),
)
_IN_FRONT: tuple[tuple[str, WordPattern], ...] = (
    ("range", WordPattern(_RANGE_END, _RANGE_END.pattern)),
    ("limit", _LIMIT),
    ("self-assessed", _SELF),
    ("target", _TARGET),
    ("component", _COMPONENT),
    *((why, compile_words(rf"(?:{words})\W{{0,3}}$")) for why, words in _WORDS_IN_FRONT),
)
_SOMETHING_IN_FRONT = compile_words(
    "|".join(
        f"(?-i:{each.source})" if each is _COMPONENT else each.source
        for _, each in _IN_FRONT
        if each.letters is not None
    )
)
"""Any of them that begins with a word: most numbers have none, and are asked once."""
_BOUNDS = (_IN_FRONT[0][1], *(pattern for why, pattern in _IN_FRONT[4:] if why == "limit"))
"""In front of a share too: "masih di atas 90 persen" tells no score."""
_GROWTH = compile_words(
    r"\b(?:kenaikan|peningkatan|penurunan|lonjakan|pertumbuhan)\s(?:[\w/-]+\s){1,14}?"
    r"(?:sebesar|mencapai|sebanyak|hingga)\s$"
    r"|\b(?:kenaikan|peningkatan|penurunan|lonjakan|pertumbuhan)\s(?:(?:sekitar|hanya|tipis)\s)?$"
    r"|\b(?:naik|meningkat|bertambah|melonjak|turun|menurun|berkurang)\s(?:se)?lebih\s$",
)
"""In front of a share by which something grew."""
_SIGNS_IN_FRONT = tuple(each for each in _IN_FRONT if each[1].letters is None)
"""Those of them that begin with no word."""
_LETTER = re.compile(r"[^\W\d_]")
_NO_CLASS = (
    r"(?!\s+(?:(?:sangat|cukup|kurang|menuju)\s+)?(?:baik|buruk|tinggi|sedang|rendah|memuaskan|"
    r"(?:ter)?inovatif|informatif|(?-i:[A-E]{1,2})\b))"
)
"""Behind "kategori": no class is named, so the word is counted ("3 kategori")."""
_COUNTED = (
    r"kabupaten|kota|provinsi|pemkab|pemkot?|pemprov|pemda|daerah|instansi|kementerian|bp|ptn|"
    r"lembaga|badan|unit|upp|opd|skpd|indikator|orang|jiwa|kali|desa|kelurahan|kecamatan|"
    r"puskesmas|rsud|responden|laporan|aduan|pengaduan|lokus|locus|loket|peserta|siswa|"
    r"pelajar|warga|penyelenggara|entitas|besar|dimensi|aspek|variabel|dinas|layanan|jenis|"
    rf"pegawai|asn|guru|rumah|unsur|komponen|kategori{_NO_CLASS}|negara|perangkat|objek|obyek|"
    r"penghargaan|pemerintah|organisasi|satuan|polres|kantor|polda|sekolah|perusahaan|"
    r"medali|atlet|cabang|tim|gol|titik|ekor|halaman|lembar|buah|paket|bidang|bagian|"
    r"bupati|wali\s?kota|gubernur|menteri|nominasi|nominator|finalis|inovasi|predikat|kepala|anggota|pasien|kasus|kk|keluarga|"
    r"lansia|anak|item|mal|mpp|uptd|ruas|jembatan|embung|huruf|digit|angka|persyaratan|"
    r"standar|produk|sertifikat|plakat|piagam|piala|trofi|anugerah|adipura|gelar|penerima|peraih|"
    r"(?-i:perguruan|universitas|kampus|fakultas|madrasah|pengadilan|satker|lapas|rutan|"
    r"kejaksaan|nagari|gampong|posyandu|pesantren|bumn|bumd)"
)
_MEASURED = (
    r"hari|tahun|bulan|minggu|jam|menit|detik|km|kilometer|meter|cm|hektare?|ha|ton|kg|"
    r"kilogram|liter|mm|wib|wita|wit|am|pm|juta|miliar|milyar|triliun|ribu|rupiah|derajat|"
    r"volt|watt|persegi|m2|km2|gram|kuintal|celsius|mdpl|hertz"
)
_WHEN = r"(?:lalu|kemarin|silam|sebelumnya|terdahulu|ini|20\d\d)\b"
_BEHIND: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("money", re.compile(r"\s*(?:juta|miliar|milyar|triliun|ribu|rupiah|t|m)\b", re.IGNORECASE)),
    ("clock", re.compile(r"\s*(?:wib|wita|wit)\b", re.IGNORECASE)),
    (
        "measure",
        re.compile(rf"\s*(?:{_MEASURED})\b(?!(?<=tahun)\s+{_WHEN})", re.IGNORECASE),
    ),
    ("years", re.compile(rf"\s*tahun\s+{_WHEN}", re.IGNORECASE)),
    ("count", re.compile(rf"\s*(?:\(\w+\)\s*)?(?:dari\s+\d+\s+)?(?:{_COUNTED})\b", re.IGNORECASE)),
    ("count", re.compile(r"\s*\(\s?\d{1,3}(?:[.,]\d{1,2})?\s?(?:%|persen)")),
    ("count", re.compile(r"\s*(?:%|persen)\s+atau\s+\d{1,3}\s+[a-z]", re.IGNORECASE)),
    ("share", re.compile(r"\s*(?:%|persen|prosen)", re.IGNORECASE)),
    (
        "range",
        re.compile(r"\s*(?:-|hingga|sampai(?: dengan)?|s/d|s\.d\.?)\s*\d", re.IGNORECASE),
    ),
    (
        "difference",
        re.compile(
            r"\s*(?:poin|point|persen)\s+(?:lebih|dibanding|di ?(?:atas|bawah)|"
            r"dari(?!\s(?-i:Ombudsman|Komisi|Kemen|Menteri|Badan|Lembaga|[A-Z]{3}|BI\b)))",
            re.IGNORECASE,
        ),
    ),
    ("limit", re.compile(r"\s*(?:poin\s+)?ke\s+(?:atas|bawah)\b", re.IGNORECASE)),
    ("date", re.compile(rf"\s*(?:{MONTH_NAMES})\b", re.IGNORECASE)),
)
_SOMETHING_BEHIND = compile_words("|".join(each.pattern for _, each in _BEHIND))
_OF_A_ZONE = re.compile(r"\s*zona(?:si)?\s+(?:hijau|kuning|merah)\b", re.IGNORECASE)
"""Behind a count: "Disdukcapil terdapat 8 zona merah, 10 zona kuning"."""
_SCORED = compile_words(
    r"\b(?:(?:ber)?nilai|skor|angka|indeks|poin|rapor)\w*\s+(?:[\w-]+\s+){0,3}$"
)


def why_not(folded: str, front: Stretch, after: str, raw: str) -> str | None:
    """Why a number is no score, from the words in front of it and behind it; None if it may be."""
    is_decimal = _DECIMAL.fullmatch(raw) is not None
    if shape := kind_by_shape(folded, front, after, raw):
        return shape
    has_words = _LETTER.search(folded, *front) is not None
    is_told = has_words and _SOMETHING_IN_FRONT.search(folded, *front) is not None
    in_front = _IN_FRONT if is_told else _SIGNS_IN_FRONT
    behind = _BEHIND if _SOMETHING_BEHIND.match(after) else ()
    reasons = chain(
        (why for why, pattern in behind if pattern.match(after)),
        (why for why, pattern in in_front if pattern.search(folded, *front)),
    )
    found = next((why for why in reasons if not (is_decimal and why in _WHOLE_ONLY)), None)
    if found == "share":
        return _kind_of_share(folded, front)
    if found is None and has_words and is_average(folded, front):
        return "average"
    if found is None and not is_decimal and _OF_A_ZONE.match(after):
        found = None if _SCORED.search(folded, *front) else "count"
    if found is None and _FULL.fullmatch(raw) and _IS_FULL.search(folded, *front):
        return "limit"
    return found


def _kind_of_share(folded: str, front: Stretch) -> str:
    if any(bound.search(folded, *front) for bound in _BOUNDS):
        return "limit"
    if _COMPONENT.search(folded, *front):
        return "component"
    if is_average(folded, front):
        return "average"
    return "difference" if _GROWTH.search(folded, *front) else "share"


def is_one_more(why: str, gap: str) -> bool:
    """What stands between two numbers makes the second what the first is."""
    return why in _NEXT and _NEXT[why].fullmatch(gap) is not None
