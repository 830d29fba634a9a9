"""Whether a predicate, letter, zone or rank is told as one held before, and of which year."""

import re

from crawler.awards.editions import edition_years
from crawler.awards.getting import GETS_IN_HEADLINES, TAKEN
from crawler.awards.history_words import NEW_SCORE, YEAR_COMPARED
from crawler.awards.word_tree import compile_words

_LEFT = compile_words(
    r"\b(?:dari|lepas dari|bukan lagi|tak lagi|tidak lagi|keluar dari)\s+[\"'(]*(?:(?:kategori|"
    r"predikat|zona|kelas|status|level|nilai|huruf|opini|rapor|belenggu|jerat|jeratan)[\s\"']+)*"
    r"(?:(?:(?:AA|BB|CC|[A-D])[+-]?|"
    r"wajar\s+(?:dengan|tanpa)\s+pengecualian|tidak\s+(?:mem\w+|men\w+)\s+pendapat|"
    r"(?:sangat\s+|kurang\s+|cukup\s+)?(?:baik|cukup|kurang|buruk|memuaskan|inovatif|informatif))"
    r"\s*(?=\())?[\"'(]*$",
)
_STAYS = compile_words(
    r"\b(?:belum|tidak|tak|gagal)\s+(?:(?:juga|kunjung|mampu|bisa|berhasil)\s+)*"
    r"(?:beranjak|bergeser|beringsut|keluar|lepas|bangkit|pindah|naik\s+kelas)\s+dari\s[^.,;]{0,30}$"
)
"""In front of one that is held still: "belum beranjak dari zona kuning"."""
_OF_OLD_SCORE = compile_words(
    r"\b(?:naik|meningkat|melonjak|melesat|turun|menurun|merosot|anjlok|beranjak|bergeser)\s+"
    r"(?:\w+\s+){0,2}dari\s+(?:(?:nilai|skor|angka|indeks)\s+){0,2}\d{1,3}[.,]\d{1,2}\s*(?:poin\s+)?"
    r"[(,]?\s*(?:(?:dengan|atau|kategori|predikat|huruf|kualitas|zona)\s+){0,3}[\"']?$",
)
"""In front of the grade of an earlier score: "naik dari 74,21 (kategori BB) menjadi"."""
_EARLIER = compile_words(
    r"\b(?:(?<!diberitakan )(?<!hari )sebelumnya(?!,? (?:telah )?diberitakan)|"
    r"(?<!belum )(?<!tidak )(?<!tak )pernah|sempat|beberapa\s(?:waktu|tahun)\s(?:lalu|silam)|"
    r"(?:se|dua\s|tiga\s|empat\s|\d\s)?tahun\s(?:lalu|kemarin|silam)|terdahulu|"
    r"(?:ter)?lebih\s(?:dahulu|dulu)|"
    r"(?:se(?:telah|sudah)|usai) (?:\w+ ){1,2}kali|"
    r"(?:setelah|sesudah|usai) (?:(?:selama|lebih dari|hampir) )?(?:ber|\w+ )tahun(?:-tahun)?"
    r"(?! (?:menanti|menunggu|berjuang|berupaya|berusaha|mengejar|berbenah))(?=[^,;]{0,90}$)|"
    r"semula|awalnya|edisi\s+lalu|sebelum\s+ini|"
    r"(?<!kerap )(?<!sering )(?<!selalu )(?<!biasa )dibanding(?:kan)?|ketimbang|"
    r"daripada)\b[^.;]{0,90}$"
    r"|\b(?:setelah|sesudah|usai)\s(?:pada\s)?(?:sebelumnya|kemarin|(?:minggu|pekan|bulan|"
    r"beberapa\s(?:hari|pekan|minggu|bulan))\s(?:yang\s)?(?:lalu|kemarin|silam))\s[^.]{0,400}$",
)
_RELATES = compile_words(
    r"\b(?:dibanding(?:kan)?|ketimbang|daripada|(?:naik|meningkat|melonjak|turun|menurun) dari)\s"
    r"(?:\w+\s){1,4}yang\s(?:(?:hanya|baru|masih|cuma|sempat|saat itu)\s)?(?:mencapai|meraih|"
    r"mendapat(?:kan)?|memperoleh|berada|beroleh|bernilai|sebesar|berpredikat|mencatat(?:kan)?)\s"
    r"(?:[^.,;:]|(?<=\d)[.,](?=\d)){0,60}$",
)
"""In front of what the year had that is compared with: "dibanding 2023 yang hanya mencapai ..."."""
_AS_EVER = compile_words(
    r"\b(?:sebagaimana|seperti|sama|serupa)\s+(?:(?:seperti|dengan|halnya|hasil|capaian|predikat|opini|"
    r"pada|pemeriksaan|penilaian|evaluasi|di|tahun-tahun|tahun)\s+){0,4}$",
)
"""In front of "tahun lalu": what was held then is held now."""
_AFTER_IT = re.compile(
    r"\W*(?:usai|seusai|setelah|sesudah)\s(?:\w+\s)?"
    rf"(?:{GETS_IN_HEADLINES}|dapat)\b",
    re.IGNORECASE,
)
_NOW_BEHIND = re.compile(r"[^.;\n]{0,60},\s(?:kini|kali\sini|sekarang|giliran)\b", re.IGNORECASE)
"""Behind one in a sentence that opens so: "Usai meraih WTP dari BPK, kini ..."."""
TIMELINE = re.compile(r"\W*((?:19|20)\d\d)\s*(?:[:|]|-\s)")
"""A line of a history begins with its year."""
_DATED = re.compile(
    r"[\"']?\s\((?:tahun\s)?(?:20\d\d\s?(?:,|-|dan|sampai|hingga)\s?){0,6}(20\d\d)\)", re.IGNORECASE
)
"""Behind one of a series: "Pratama (2019), Madya (2020, 2021 dan 2022)"."""
_DATED_TOO = re.compile(r"[\"']?\)?\s(?:pada|di)\s(?:tahun\s)?(20\d\d)\b", re.IGNORECASE)
"""Behind one with another year in front: "..., hingga Nindya pada 2025", "(kuning) pada 2024"."""
_LAST_WON = re.compile(r"\W*terakhir(?:\s+kali)?\b", re.IGNORECASE)
"""Opens a sentence about the last time: "Terakhir, Kota Tegal di peringkat 10 pada 2019"."""
_YEAR_OF_NAME = re.compile(
    r"(?:\s?\([A-Z]{2,8}\))?,?\s(?:yang\s)?(?:(?:ter|di)(?:capai|raih|peroleh|dapat)\s)?"
    r"(?:pada|di)\s(?:tahun\s)?(20\d\d)\b(?!\s(?:dengan|sebesar|meraih|memperoleh|mendapat))",
)
_OF_LAST_TIME = re.compile(
    r"[\"']?\s*(?:\([^)]{0,40}\)\s*)?(?:dari\s(?:[A-Z][\w.]*\s|\([^)]{0,40}\)\s){1,6})?"
    r"(?:pada\s)?(?:tahun|edisi|periode)\s(?:lalu|kemarin|silam|sebelumnya)\b"
)
"""Behind one: "WTP tahun lalu"."""
_ONCE_HELD = re.compile(
    r"[\"']?(?:\s[\w.()'\"-]+){0,5}?\syang\s(?:pernah|dulu|dahulu|sempat|sebelumnya)\s(?:di|me)",
)
"""Behind one: "zona hijau dari Ombudsman yang pernah diterima"."""
_HELD_SINCE = re.compile(
    r"[\"']?\s(?:sejak\s(?:tahun\s)?20[012]\d,?\s(?:kini|tahun\sini|kali\sini|sekarang)|"
    r"(?:pada|di)\s(?:tahun\s)?20[012]\d,?\stahun\sini)\s(?:\w+\s){0,2}?"
    r"(?:naik|menyandang|menjadi|meraih|mendapat|memperoleh|menerima)\b"
)
"""Behind one that another has come after: "sudah WBK sejak 2021, kini naik kelas ke WBBM"."""
_MOVED = (
    r"(?:pada\s+|di\s+)?(?:tahun\s+)?(20[012]\d),?\s+(?:[a-z]+\s+){0,6}?(?:turun|merosot|anjlok|jatuh|"
    r"naik|melonjak|melesat|meningkat)\s+(?:(?:lagi|kembali|drastis|tajam)\s+)?(?:menjadi|jadi|ke)\s+"
    r"(?:(?:zona|kategori|predikat)\s+)?$"
)
_MOVED_THEN = compile_words(
    r"\b(?:meski(?:pun)?|walau(?:pun)?|kendati|namun|tetapi|tapi|padahal|lalu|kemudian)"
    rf",?\s+{_MOVED}",
)
"""In front of where a year moved it: "meskipun pada 2022 nilai turun menjadi zona kuning"."""
_YEAR_MOVED = re.compile(rf"\W*{_MOVED}", re.IGNORECASE)
"""The same at the head of a sentence: "Pada 2022 Jawa Barat naik ke"."""
_SINCE = re.compile(
    r"\b(?:tahun|kali|berturut-turut|beruntun)\s+(?:(?:berturut-turut|beruntun|terakhir|terhitung|"
    r"yakni|yaitu),?\s+)*sejak\s(?:tahun\s)?$",
    re.IGNORECASE,
)
"""In front of the first year of what is held now too: "enam tahun sejak 2018 meraih AA"."""
_OF_SCORE = re.compile(r"(?:\s[a-z]+){1,5}\s\d{1,3}[.,]\d{1,2}\s?\((?:zona\s)?")
"""Between a year and the grade of its score: "tahun 2022 naik ke 60,11 (kuning)"."""
_NOW = compile_words(
    r"\b(?:rincian(?:nya)?|menjadi|jadi|naik|meningkat|melonjak|kini|tahun ini|kali ini|"
    r"sekarang|mencapai|sedangkan|sementara|namun|tetapi|(?:dan|serta)\s+(?:tetap|masih|kembali)|"
    r"(?:zona|kategori|predikat|kualitas|kelas)\s[^.;]{1,90}?\s(?<!dan\s)(?:turun|merosot|anjlok|jatuh)\s+ke)\b|\bke\s+$",
)

_OF_THEN = compile_words(r"\b(?:dimana|di\s+mana|(?:saat|ketika|kala|waktu|masa)\s+itu)\b")
_THEN = re.compile(
    r"\W*(?:(?P<where>di\s?mana)|(?:(?:pada|di)\s+)?saat\s+itu|"
    r"(?:[\w()/.-]+\s+){0,10}?(?:(?:pada|di)\s+)?(?:ketika|kala|waktu|masa)\s+itu)\b",
    re.IGNORECASE,
)
"""Tells of the year that the sentence before names, "di mana" only where that compares."""
_WON_THEN = compile_words(
    r"\b(?:pada|di|untuk)\s+(?:tahun\s+)?(20[012]\d),?\s(?:(?!20[012]\d)[^.;\n]){0,60}?"
    rf"\b(?:{TAKEN}|dicapai)\s+(?:oleh\s+)?"
    r"(?:(?-i:[A-Z]{2,5})\s+){0,2}$"
)
_LEFT_THEN = compile_words(
    r"\bdari\s(?:[^.,;\n]|(?<=\d)[.,](?=\d)){1,60}?"
    r"(?:pada|di)\s(?:tahun\s)?20[012]\d(?:[^.;\n]|(?<=\d)[.](?=\d)){0,60}\b(?:menjadi|jadi|ke)\s"
    r"(?:[^.,;\n]|(?<=\d)[.,](?=\d)){0,40}$"
)
"""In front of what came after: "dari 71,43 (kuning) pada 2023 menjadi 88,2 (hijau)"."""
_CLAUSE = 120
_POINTS_BACK = re.compile(
    r"\W*(?:dengan\s+)?(?:nilai|skor|angka|hasil|capaian|perolehan|hal)\s+(?:\d[\d.,]*\s+)?"
    r"(?:tersebut|itu|ini)\b",
    re.IGNORECASE,
)


def is_earlier_state(folded: str, start: int, at: int, end: int | None = None) -> bool:
    """Whether an attribute at `at` is told as one held before; `start` begins its sentence.

    `end` is where the attribute ends, if what stands behind it counts too.
    """
    if end is not None and (
        _OF_LAST_TIME.match(folded, end)
        or _ONCE_HELD.match(folded, end)
        or _HELD_SINCE.match(folded, end)
    ):
        return True
    if _AFTER_IT.match(folded, start, at) and _NOW_BEHIND.match(folded, at if end is None else end):
        return True
    if _RELATES.search(folded, start, at) is not None:
        return True
    cue = _EARLIER.search(folded, start, at)
    if cue is not None and not (
        _NOW.search(folded, cue.start(), at) or _AS_EVER.search(folded, start, cue.start())
    ):
        return True
    if _LEFT.search(folded, start, at) is not None:
        return _STAYS.search(folded, start, at) is None
    return _OF_OLD_SCORE.search(folded, start, at) is not None


def year_of_state(folded: str, start: int, at: int, end: int) -> int | None:
    """The year in brackets behind an attribute, else one in front without a "now" in between."""
    dated = _DATED.match(folded, end)
    if dated is not None:
        return int(dated[1])
    told = (
        TIMELINE.match(folded, start, at)
        or _YEAR_MOVED.match(folded, start, at)
        or _MOVED_THEN.search(folded, start, at)
    )
    if told is not None:
        return int(told[1])
    years = [y for y in edition_years(folded, start, at) if not _is_since(folded, start, y.start())]
    if not years:
        past = _DATED_TOO.match(folded, end) if _LAST_WON.match(folded, start, at) else None
        return int(past[1]) if past else None
    if NEW_SCORE.match(folded, years[-1].end()) or _LEFT_THEN.search(folded, start, at):
        return None
    if _NOW.search(folded, years[-1].end(), at) and not _OF_SCORE.fullmatch(
        folded, years[-1].end(), at
    ):
        return None
    behind = _DATED_TOO.match(folded, end)
    return int(behind[1] if behind else years[-1][1])


def _is_since(folded: str, start: int, year: int) -> bool:
    near = folded.find("sejak", max(start, year - 12), year) >= 0
    return near and _SINCE.search(folded, start, year) is not None


def year_of_name(folded: str, end: int) -> int | None:
    """The year right behind a name of a list: "yakni Belu tercapai pada 2016 dan Alor ..."."""
    dated = _YEAR_OF_NAME.match(folded, end)
    return int(dated[1]) if dated else None


def year_ahead_of_name(folded: str, start: int, at: int) -> int | None:
    """The year in front of what was won then: "pada tahun 2020 diperoleh Samsat Nganjuk"."""
    won = _WON_THEN.search(folded, max(start, at - _CLAUSE), at)
    return int(won[1]) if won else None


def year_pointed_to(folded: str, before: int, start: int, at: int) -> int | None:
    """The year of the sentence before, from `before` on, to which the own one points back.

    "... nilai 30,76 pada 2016. Nilai tersebut menempatkan Gorontalo di zona merah".
    """
    if _POINTS_BACK.match(folded, start, at) is None:
        return year_then(folded, before, start, at)
    named = _year_named(folded, before, start)
    return int(named[1]) if named and not _is_compared(folded, before, named) else None


def year_then(folded: str, before: int, start: int, at: int) -> int | None:
    """The same where the own sentence says so: "naik dibanding 2022. Saat itu nilainya 1,55"."""
    if _OF_THEN.search(folded, start, at) is None:
        return None
    then = _THEN.match(folded, start, at)
    named = _year_named(folded, before, start) if then else None
    if then is None or named is None or (then["where"] and not _is_compared(folded, before, named)):
        return None
    return int(named[1])


def _year_named(folded: str, start: int, end: int) -> re.Match[str] | None:
    years = list(edition_years(folded, start, end))
    return years[-1] if years and not _NOW.search(folded, years[-1].end(), end) else None


def _is_compared(folded: str, start: int, year: re.Match[str]) -> bool:
    near = max(start, year.start() - 30)
    return YEAR_COMPARED.search(folded, near, year.start()) is not None
