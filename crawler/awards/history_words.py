"""The words that tell when a score was given."""

import re

from crawler.awards.word_tree import compile_words

NEW_SCORE = re.compile(
    r"(?:\s(?:lalu|silam|kemarin|sebelumnya))?,\s(?:yakni\s|yaitu\s)?dengan\s(?:nilai|skor|indeks)\b"
)
"""Behind a year compared with: "ada peningkatan dari tahun 2023, dengan nilai 85,03"."""
REACH = 200
"""Characters in front of a score, and behind it, whose words may tell of its time."""
_YEAR = r"20[012]\d"
_PAST = r"(?:lalu|kemarin|silam|sebelumnya|lampau|terdahulu|sebelum\situ)"
_LAST_TIME = (
    rf"(?:(?:se|dua\s|tiga\s|empat\s|lima\s|beberapa\s|\d\s)?tahun\s(?:yang\s)?{_PAST}|"
    r"(?:edisi|periode|semester|penilaian|evaluasi|survei|hasil|capaian|pencapaian|perolehan|"
    rf"raihan|nilai|skor|indeks|angka|rapor)(?:nya)?\s(?:yang\s)?{_PAST})"
)
EARLIER = compile_words(
    r"(?<!sehari )(?<!sepekan )(?<!seminggu )(?<!sebulan )(?<!hari )(?<!pekan )(?<!bulan )"
    r"(?<!jam )(?<!berita )(?<!diberitakan )(?<!disebutkan )(?<!diumumkan )(?<!dikabarkan )"
    rf"(?<!lebih )\b(?:{_LAST_TIME}|sebelumnya|terdahulu|semula|awalnya|mulanya|tadinya|"
    r"dulu(?:nya)?|dahulu|sebelum\sini)\b",
)
_MOVES = (
    r"(?:naik|menaik|meningkat|melonjak|melompat|meloncat|melesat|melejit|meroket|menanjak|"
    r"beranjak|bergeser|bergerak|merangkak|terkerek|terdongkrak|membaik|tumbuh|bertambah|berubah|"
    r"turun|jatuh|menurun|merosot|melorot|anjlok|terjun|susut|menyusut|beringsut|berkurang|"
    r"tergelincir|terperosok|terpangkas|tergerus|luruh)"
)
NOW = compile_words(
    r"\b(?:kini|sekarang|(?:tahun|kali|saat|edisi|periode|semester) ini|sedangkan|sementara|namun|"
    r"tetapi|tapi|terbaru|terkini|akhirnya)\b"
    rf"|(?:,|\b(?:lalu|kemudian|dan|berhasil|sudah|telah|terus))\s+(?:\w+\s+)?(?:{_MOVES}|menjadi)\b",
)
LATER = compile_words(
    r"\b(?:(?:(?P<many>dua|tiga|empat|lima|[2-5])\s|se|satu\s)?tahun\s"
    r"(?:kemudian|berikut(?:nya)?|setelahnya|sesudahnya|selanjutnya)|"
    r"(?:edisi|penilaian|evaluasi)\s(?:berikut|selanjut)nya)\b",
)
"""In front of a score of so many years after the one told before it."""
PRESENT = compile_words(
    r"\b(?:kini|sekarang|(?:tahun|kali|saat|edisi|periode) ini|terbaru|terkini)\b",
)
TOWARDS = compile_words(rf"\b(?:menjadi|jadi|hingga|mencapai|{_MOVES})\b")
"""Behind what is compared with, these lead to the new score."""
BECAUSE = compile_words(r"\b(?:karena|sebab|lantaran|sehingga|hingga|akibat)\b")
"""Behind a year compared with, what these lead to is of the year that the sentence is about."""
COMPARED = compile_words(
    r"\b(?:dibanding(?:kan)?|dari(?:pada)?|ketimbang|setelah|sejak|melampaui|melewati|atas)\s+"
    r"(?:\(?[a-z]+\s+){0,4}$",
)
YEAR_COMPARED = compile_words(
    r"\b(?:dibanding(?:kan)?|dari|sebelumnya|setelah|sejak|ketimbang|daripada)\b",
)
_OF_WHAT = (
    r"(?:(?!menjadi\b|ke\b|hingga\b|sampai\b|atas\b|dan\b|dengan\b|untuk\b|karena\b|oleh\b)[a-z]+|"
    rf"(?i:predikat|kategori|zona|kelas|opini)\s\"?[\w-]+\"?|{_YEAR}|(?i:tahun)|[A-Z]{{2,5}})"
)
FROM = re.compile(
    rf"\b(?i:dari)\s+(?:[\"(]?{_OF_WHAT}[\",]?\s+){{0,8}}\(?$"
    rf"|\b(?i:dari)\s+(?:[A-Za-z]+\s+){{0,5}}(?:{_YEAR}|(?i:{_PAST}))\s+dengan\s+(?:[a-z]+\s+){{0,3}}$"
)
FROM_AT_ONCE = re.compile(
    r"\s*(?:poin\s+)?,?\s*\(?dari\s+(?:(?:sebelumnya|semula|nilai|skor)\s+){0,2}", re.IGNORECASE
)
FROM_ANY = re.compile(
    rf"\b(?i:dari)\s+(?:(?:[\"(]?{_OF_WHAT}|dengan|[A-D]{{1,2}}[+-]?)[\",]?\s+){{0,9}}\(?$"
)
"""Where "menjadi" and the new score follow."""
MOVED = compile_words(
    rf"\b(?:{_MOVES}|kenaikan|peningkatan|penurunan|lonjakan|lompatan|perbaikan|"
    r"lebih (?:tinggi|baik|rendah|besar|bagus)|selisih|poin|point)\w{0,3}\b[^;:]{0,60}$",
)
AGAINST = compile_words(
    r"\b(?:dibanding(?:kan)?|ketimbang|daripada|melampaui|melewati)\s+"
    r"(?:(?:dengan|nilai|skor|indeks|angka|capaian|pencapaian|perolehan|raihan|hasil|penilaian|"
    rf"evaluasi|surve[iy]|ikm|skm|ipp|tahun|edisi|periode|{_YEAR}|pada|di|{_PAST}|yang|hanya|cuma|baru|masih|sebesar|"
    r"sekitar|berada|mencapai|tercatat|yakni|yaitu|posisi)(?:nya)?(?:,(?=\s+ya))?\s+){0,9}\(?$",
)
TO = compile_words(r"\b(?:menjadi|jadi|ke|hingga|sampai)\s")
TO_AT_ONCE = re.compile(
    rf"\s*(?:poin|point)?\s*(?:\(?(?:pada\s+|di\s+)?(?:tahun\s+)?(?:{_YEAR}|lalu)\)?)?,?\s*"
    rf"(?:(?:kemudian|lalu|lantas|kini|{_MOVES})\s+){{0,2}}(?:menjadi|ke|->?|=>|→|➜)\s+"
    r"(?:(?:angka|nilai|skor|level|posisi|sebesar|hanya)\s+){0,3}\(?",
    re.IGNORECASE,
)
NEAR = 90
"""Characters between what a score rose from and the score."""
_BEHIND = (
    r"\s*(?:poin|point)?\s*(?:\((?:[A-Z]{1,2}[+-]?|[a-z ]{3,20})\)\s*)?"
    r"(?:(?:dengan\s+|,\s+|atau\s+)?(?:predikat|kategori|kualifikasi|opini)\s+\"?[\w+-]+\"?\s+(?:\w+\"?\s+)??)?"
    r"(?:(?:tadi|itu|tersebut)\s+)?"
    r"(?:(?:yang\s+)?(?:merupakan|adalah|ialah|diraih|diperoleh|dicapai|didapat|dibukukan|tercatat|"
    r"dikantongi)(?:nya)?\s+)?\(?\s*(?:(?:pada|di|untuk|dalam|hasil|nilai|skor|capaian|saat|milik)\s+){0,2}"
)
YEAR_BEHIND = re.compile(
    rf"{_BEHIND}(?:(?:penilaian|evaluasi|edisi|survei)\s+)?(?:tahun\s+)?({_YEAR})(?![\d/]|[.,]\d)"
    r"(?!\s*[:=]|\s+(?:sebesar|senilai|tetap|hanya|cuma|baru)\b)\)?",
    re.IGNORECASE,
)
EARLIER_BEHIND = compile_words(
    rf"{_BEHIND}(?:{_LAST_TIME}|sebelumnya)\b(?!\s+(?:(?:hanya|cuma|baru|sebesar|masih)\s+)?\d)",
)
BETWEEN = re.compile(
    r"\s*(?:poin\s*)?(?:[,;/&]\s*)?(?:(?:dan|serta|lalu|kemudian)\s+)?(?:(?:tahun|nilai|skor)\s+)?",
    re.IGNORECASE,
)
"""Between two years, or two scores, of one list."""
NEXT_OF_LIST = re.compile(
    r"\s*(?:poin\s*)?(?:\([^)]{0,30}\)\s*)?(?:[,;/]|dan\b|serta\b)\s*(?:(?:dan|serta|dengan|nilai|skor|"
    r"sebesar)\s+){0,2}(?:[A-Z][\w.&-]*\s+){1,7}(?:(?:dengan|nilai|skor|sebesar)\s+){0,2}[(:=]?\s*"
)
NOW_BEHIND = re.compile(
    r"\s*(?:poin)?\s*\(?(?:pada\s|di\s|untuk\s)?(?:tahun|kali|edisi)\sini\b", re.IGNORECASE
)
