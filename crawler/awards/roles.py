"""What part a named body plays, told by the words right in front of it or behind it."""

import re

from crawler.awards.counts import NUMBER_WORDS
from crawler.awards.getting import GETS, GETS_IN_HEADLINES, OCCUPIED, SCORED_BY, SCORES, TAKEN
from crawler.awards.judging import has_judged
from crawler.awards.word_tree import compile_words

_FIRM = re.compile(r"\b(?:PT|CV|Perum|Yayasan|Politeknik)\.? [A-Z]")
_GIVING = compile_words(
    r"\b(?:dikeluarkan|diterbitkan|dirilis|dipublikasikan|diserahkan|diberikan|digelar|diselenggarakan|diadakan|dilakukan|dinilai|dihelat|"
    r"diumumkan|(?<!terdiri )dari|(?:me)?wakili|disaksikan|"
    r"(?<!justru )(?<!menjadi )(?<!jadi )(?<!adalah )(?<!pertama )(?<!kedua )(?<!ketiga )"
    r"(?<!keempat )(?<!kelima )(?<!teratas )(?<!tertinggi )(?<!terbaik )(?<!terendah )milik|"
    r"kepunyaan|naungan|surat(?:\s+(?:edaran|keputusan|sekretaris\s+daerah|sekda|bupati|wali\s?kota|gubernur))*|"
    r"(?:laporan|keterangan|rilis|siaran\s+pers|pernyataan)(?:\s+\w+){0,2}\s+(?:yang\s+)?diterima|"
    r"dihadiri|difasilitasi|mendampingi|didampingi|di(?:tangkap|tahan|periksa|jerat|ciduk|geledah))"
    r"\s+(?:langsung\s+)?(?:oleh\s+)?$",
)
_INNOVATION_OF = compile_words(
    r"\binovasi\s+(?:\"[^\"\n]{2,60}\"|(?:(?-i:[A-Z0-9])[\w.-]*\s+){0,6}(?-i:[A-Z0-9])[\w.-]*)"
    r"(?:\s*\([^)]{1,60}\))?\s+(?:milik|dari|besutan|karya|gagasan)\s+$"
)
_WATCHING = compile_words(r"\b(?:meny)?s?aksikan\b")
_WATCHES = re.compile(
    r"(?:\s+(?-i:[A-Z])[\w.'-]*,?|\s*\([^)]{1,40}\)){0,14}\s*,?\s*(?:(?:turut|ikut|juga)\s+)?"
    r"(?:meny)?s?aksikan\b",
    re.IGNORECASE,
)
"""Behind a name: somebody else receives before its eyes."""
_WATCHES_WITHIN = 300
"""Characters behind the name in which the verb stands: other names may part them."""
_GIVES = re.compile(
    r"(?:\s*\([^)]{1,40}\))?\s+(?:(?:kembali|resmi|telah|juga|akan)\s+){0,2}"
    r"(?:memberi(?:kan)?|beri(?:kan)?|menyerahkan|serahkan|menganugerahkan|membagikan|bagikan)\s+"
    r"(?:\w+\s+){0,2}?(?:penghargaan|piagam|piala|trofi|anugerah|award)\b",
    re.IGNORECASE,
)
"""Behind a name: somebody else receives from it."""
_GIVEN_BY = re.compile(r"\boleh [^,.;\n]{3,70} (?:lewat|melalui) $")
"""Somebody gives through an office of his: "oleh Pemprov Kalsel lewat Disdukcapil"."""
_GRANT_VERB = compile_words(
    rf"\b(?:{GETS_IN_HEADLINES}|dapat(?:kan)?|"
    r"menganugerah\w+|memberi(?:kan)?|"
    r"ganjar|mengganjar|dianugerahi|diganjar|diberikan|diserahkan|menyerahkan|menorehkan|"
    r"membawa)\b",
)
_TO = compile_words(
    rf"\b(?:kepada|untuk|bagi|{TAKEN}|diganjar|ganjar|mengganjar|"
    r"menganugerahi|anugerahi|yakni|yaitu|"
    r"menetapkan|tetapkan|menobatkan|nobatkan|menghargai|hargai|menghadiahi|memberi|"
    r"antara lain|di antaranya|adalah|ialah|masing-masing|meliputi|termasuk|tercatat|terdapat)\b",
)
_NAMES_ONLY = re.compile(
    r"\W*(?:(?:[A-Z]\w*|dan|serta|juga|oleh|pemerintah|kabupaten|kota|provinsi|\d+)\W+)*\Z"
)
_MODIFIES = compile_words(
    r"\b(?:jajaran|lingkup|lingkungan|naungan|di|wilayah(?:\s+hukum)?|se|binaan|asal|"
    r"(?<!terdiri )dari|kerja|auditorium|studio|aula|gedung|halaman)\s+$",
)
_AMONG = compile_words(
    r"\b(?:di(?:\s+bawah)?|dalam|se)\s+(?:lingkup|lingkungan|jajaran|naungan|wilayah(?:\s+(?:hukum|kerja))?)\s+$"
)
_HANDED_TO = compile_words(
    rf"\b(?:kepada|(?:{TAKEN}|{OCCUPIED}|{SCORED_BY})(?:\s+oleh)?|"
    r"(?:terbaik|juara|peringkat|posisi|urutan|tempat)\s(?:ke-?)?\w+\s+oleh|"
    r"(?:nomor satu|juara|terbaik|tertinggi|terendah|teratas|peringkat \w+|peraih|pemenang|"
    r"penerima)(?:nya)?"
    r"(?:(?:\s+(?:untuk|dalam|pada)(?:\s+\w+){1,4}|\s+[\w/]+){0,1}\s+(?:adalah|ialah|yaitu|yakni))?|"
    r"zona(?:si)?\s+(?:hijau|kuning|merah)\s+(?:ada|adalah|ialah|yaitu|yakni))\s+$",
)
_IN_PERSON = re.compile(
    r"(?:,(?=\s(?:[A-Z]|drg?\b)))?(?:\s+[A-Z][\w.'-]*,?|\s*\([^)]{1,40}\)|\s+(?:dan|serta|bersama|wali|kota|bupati|gubernur|drg?\.?)){0,14}"
    r"\s*(?:,\s*)?(?:yang\s(?=juga|turut|ikut))?"
    r"(?i:(?:juga|kembali|berhasil|turut|ikut|resmi|akhirnya|sukses|diketahui)\s+){0,4}"
    rf"(?i:{GETS_IN_HEADLINES}|dapat(?:kan)?|menempati|menduduki|memimpin|memuncaki|berada|bertengger|"
    r"keluar|diganjar|dianugerahi|dinobatkan)\b"
)
_BESIDE = re.compile(r"\b(?:selain|di\s?samping)\s$", re.IGNORECASE)
_WITH_HEAD = re.compile(r"\b(?:dan|serta|bersama)\s+(?i:bupati|wali\s?kota|gubernur)\b")
_PLACED_IN_PERSON = re.compile(
    r"(?:,?\s(?-i:[A-Z])[\w.'-]*,?){0,6}\s+yang\s+(?:(?:turut|ikut|juga|hadir|sekaligus|langsung)\s+){0,3}"
    rf"{GETS}\s+(?:(?:penghargaan|piagam|anugerah)\s+)?"
    r"(?:sebagai|pada|dengan|di)\s+(?:\w+\s+)?(?:peringkat|urutan|posisi|juara|predikat|kategori|nilai|skor|zona)\b",
    re.IGNORECASE,
)
_STANDS_AT = re.compile(
    r"\s*(?:\([^)]{1,30}\)\s*)?(?:(?:resmi|kembali|berhasil|akhirnya|juga|sukses|telah|kini)\s+){0,3}"
    r"(?:ber(?:predikat|status|kategori|kualifikasi)|ditetapkan|dinyatakan|dinobatkan|dikukuhkan|"
    r"(?:men)?(?:g)?antongi|kantongi|(?:men)?yandang|(?:mem)?pertahankan|lolos|masuk|dinilai|"
    r"(?:men)?catat(?:kan)?|tercatat)\b",
    re.IGNORECASE,
)
_REPORT = re.compile(
    r"\s*(?:juga\s+|turut\s+)?(?:mengabarkan|memberitakan|memberitahukan|menyampaikan|melaporkan|"
    r"mengumumkan|menyebut(?:kan)?|menyatakan|mengatakan|menjelaskan|mengungkapkan|merilis)"
    r"\s+bahwa\s+"
)
_THAT = re.compile(r"\b(?:agar|supaya|sehingga|bahwa jika)\b", re.IGNORECASE)
_BEFORE_DAY = re.compile(
    r"\s*,?\s*(?:pada\s+)?(?:hari\s+)?(?:senin|selasa|rabu|kamis|jum'?at|sabtu|minggu)\b",
    re.IGNORECASE,
)
_NAME_IN_FRONT = re.compile(r"(?<=\W)(?!Dan\b|Untuk\b)[A-Z]\w{1,30} $")
_OWN_SCORE = re.compile(
    rf",? (?:(?:{SCORES}|sebesar|yakni|yaitu|hanya|baru|(?:naik |turun )?dari|"
    r"bernilai|tercatat|(?:dengan )?(?:nilai|skor)(?:nya)?(?: sebesar)?) )?"
    r"\(?\d{1,3}[.,]\d{1,3}(?!\d)(?! (?:juta|miliar|milyar|triliun|ribu|ton|hektare?|km)\b)"
)
_EXCEPTED = compile_words(
    r"\b(?i:minus) (?:(?:[A-Z]\w* )*[A-Z]\w*(?:, (?:dan |serta )?| (?:dan|serta) )){0,4}$", flags=0
)
"""In front of those that a result leaves out: "Seluruh pemda di NTB meraih WTP, minus Dompu"."""


_SET_APART = compile_words(
    rf"\b(?:\d{{1,2}}|{NUMBER_WORDS}|sejumlah|beberapa)\s+"
    r"(?:unit(?:\s+(?:kerja|layanan|pelayanan))?|dinas|opd|skpd|perangkat\s+daerah|puskesmas|"
    r"kecamatan|kelurahan|lokus|rumah\s+sakit|satker|satuan\s+(?:kerja|pelayanan)|upt|polres|polsek|"
    r"lapas|rutan|pengadilan)\s+(?:milik\s+)?$"
    rf"|\b(?:dari|di\s?antara)\s(?:\d{{1,3}}|{NUMBER_WORDS}|semua|seluruh)\s(?:[a-z/]+\s){{1,5}}?"
    r"(?:plus|dan|serta|ditambah|bersama|termasuk)\s$"
    r"|\b(?:semangat|motivasi|dorongan|inspirasi|cambuk|pelecut|pemicu|pemacu|tantangan|kebanggaan|"
    r"manfaat|dampak|contoh|teladan)\s(?:\w+\s){0,2}(?:bagi|untuk|buat)\s(?:(?:seluruh|segenap|semua|"
    r"jajaran)\s){0,2}$"
)
"""In front of whose units have it, "Empat Dinas Pemkab Garut Zona Hijau"; of one more of those
among whom others stand out, "Dari lima kabupaten plus"; of those to whom it does something that
another has received it."""


def is_excepted(folded: str, start: int) -> bool:
    """Named as one that has not got what all the others have, or as whose some units are.

    So is one more of a set, "Dari 18 kabupaten/kota dan Provinsi X, yang tertinggi Kota Y", and
    whom another's award heartens: "menjadi semangat baru bagi Pemkab X".
    """
    before = max(0, start - 60), start
    if _SET_APART.search(folded, *before) is not None:
        return True
    return _EXCEPTED.search(folded, max(0, start - 90), start) is not None


def is_modifier(folded: str, start: int) -> bool:
    """Only says of whom or where something else is: "enam polres jajaran Polda Jatim"."""
    modifies = _MODIFIES.search(folded, max(0, start - 30), start) is not None
    return modifies and not _has_made_it(folded, start)


def only_tells_whose(folded: str, start: int, end: int) -> bool:
    """As `is_modifier`, but not where its own score follows: "rata-rata dari DPMPTSP 4,65".

    What follows "tertinggi di lingkup Kanwil BPN Kalsel, " is of whoever is the highest there.
    """
    if not is_modifier(folded, start):
        return False
    among = _AMONG.search(folded, max(0, start - 30), start) is not None
    return among or not has_own_score(folded, end)


def has_own_score(folded: str, end: int) -> bool:
    """A score stands right behind the name, or behind the verb or noun that follows it."""
    return _OWN_SCORE.match(folded, end) is not None


def tells_of_a_firm(folded: str, start: int, at: int) -> bool:
    """What follows is told of none of ours: "PT PLN meraih 97,9"."""
    return _FIRM.search(folded, start, at) is not None


def is_giving(folded: str, start: int) -> bool:
    """Hands over, holds the ceremony or owns: "diserahkan oleh", "mewakili", "milik".

    Not who has made what is awarded: "Inovasi Jamu Sakti milik Puskesmas X masuk Top 45".
    """
    if _has_made_it(folded, start):
        return False
    if _GIVING.search(folded, max(0, start - 40), start) is not None:
        return True
    through = folded.endswith(("lewat ", "melalui "), max(0, start - 8), start)
    return through and _GIVEN_BY.search(folded, max(0, start - 90), start) is not None


def _has_made_it(folded: str, start: int) -> bool:
    return _INNOVATION_OF.search(folded, max(0, start - 90), start) is not None


def is_watching(folded: str, end: int) -> bool:
    """ "Sekda X, Y, menyaksikan penyerahan ..."."""
    watching = _WATCHING.search(folded, end, end + _WATCHES_WITHIN) is not None
    return watching and _WATCHES.match(folded, end) is not None


def gives_away(folded: str, end: int) -> bool:
    """ "Pemprov X memberikan penghargaan kepada ..."."""
    return _GIVES.match(folded, end) is not None


def is_receiving(folded: str, sentence_start: int, start: int) -> bool:
    """Stands in front of the granting verb, or behind a word that hands the award to it."""
    before = max(sentence_start, start - 300), start
    if _THAT.search(folded, *before):
        return False
    if has_judged(folded, *before):
        return False
    if _GRANT_VERB.search(folded, *before) is None:
        return True
    handed = [match.end() for match in _TO.finditer(folded, *before)]
    return bool(handed) and _NAMES_ONLY.match(folded, handed[-1], start) is not None


def is_handed_to(folded: str, start: int) -> bool:
    """Behind a word that hands over: "kepada", "diraih oleh"."""
    return _HANDED_TO.search(folded, max(0, start - 70), start) is not None


def is_told_beside(folded: str, start: int) -> bool:
    """ "Selain X, Bupati Y menerima": X, who does not stand between the others and the award."""
    return _BESIDE.search(folded, max(0, start - 15), start) is not None


def receives_in_person(folded: str, end: int, stop: int) -> bool:
    """An official whose own name is followed by a verb of receiving: the region receives."""
    return _IN_PERSON.match(folded, end, stop) is not None


def receives_alone(folded: str, end: int, stop: int) -> bool:
    """The same, with nobody beside who stands for a region: "bersama Bupati X menerima"."""
    told = _IN_PERSON.match(folded, end, stop)
    return told is not None and _WITH_HEAD.search(told[0]) is None


def is_placed_in_person(folded: str, end: int) -> bool:
    """ "Bupati X yang turut menerima penghargaan pada peringkat ketiga": of the region."""
    return _PLACED_IN_PERSON.match(folded, end) is not None


def stands_at_result(folded: str, end: int, stop: int) -> bool:
    """Behind the name a verb tells what it has become: "BPS Belitung resmi berpredikat WBK"."""
    return _STANDS_AT.match(folded, end, stop) is not None


def end_of_report(folded: str, end: int) -> int | None:
    """Where what is told begins, if a name is followed by "mengabarkan bahwa"; else None."""
    told = _REPORT.match(folded, end)
    return told.end() if told else None


_RANKED = re.compile(
    r"\b(?:[IVX]{1,4}|\d{1,2}|(?i:kesatu|pertama|ke(?:dua|tiga|empat|lima|enam|tujuh|delapan))):?\s$"
)
"""In front of a name that has this place: "Terbaik II Kalimantan Selatan", "Terbaik Kedua Bali"."""
_INDEX_OF = re.compile(
    r"\b(?i:(?:nilai|skor|indeks|capaian) (?-i:[A-Z]{2,7})|"
    r"(?-i:IPP|MCP|MCSP|SPBE|SAKIP|IKM|SPI|IRB|IPKD|IRH|ITKP)|"
    r"(?:kategori|status|predikat|kualifikasi|gelar|opini)(?: (?-i:[A-Z])\w+){1,3}) $"
)
"""In front of whose index or class it is: "nilai MCP Jateng", "kategori Menuju Informatif Riau"."""


_CLASS_OF_FIRMS = compile_words(
    r"\b(?:kategori|skala|kelompok)\s+(?:(?:pemberi\s+kerja|badan|skala)\s+)*(?:perusahaan|usaha|umkm|ukm|swasta|bum[dn]|"
    r"perbankan|koperasi|perseroan)\b(?![^.;\n]*\bkategori\b)[^.;\n]*$",
)
"""In front of what a firm is called: "kategori perusahaan besar diraih Yogya Presisi"."""


def is_place_of_something(folded: str, sentence_start: int, start: int, end: int) -> bool:
    """A bare name in front of a day, behind another name, or of a firm: "Stadion X"."""
    if _BEFORE_DAY.match(folded, end) or _CLASS_OF_FIRMS.search(folded, sentence_start, start):
        return True
    window = max(sentence_start + 1, start - 40)
    if _RANKED.search(folded, window, start) or _INDEX_OF.search(folded, window - 1, start):
        return False
    return _NAME_IN_FRONT.search(folded, window, start) is not None
