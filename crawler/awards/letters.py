"""Grades as printed: letters (A-, BB) and colours (zona hijau)."""

import re
from bisect import bisect_left, insort
from collections.abc import Iterator

from crawler.awards.getting import OCCUPIED, TAKEN
from crawler.awards.word_tree import compile_words
from storage.frozen import frozen

_LONG = r"AA|BB|CC|A-|B-|C-"
_ANY = rf"{_LONG}|A|B|C|D|E"
_ALONE = compile_words(
    r"(?<![\w/.-])\b(?P<letter>(?:AA|BB|CC)\b|[ABC]-)(?![\w+/]|-\w|\.\w|\s?\+)", flags=0
)
_TOLD = compile_words(
    r"\b(?i:(?:ber)?kategori|bernilai|katagori|nilai|predikat|berpredikat|grade|(?:ber)?mutu(?:\s+pelayanan)?|unit\s+pelayanan|kualifikasi|huruf|opini|skor|"
    r"kelas|kelompok|level|peringkat|klasifikasi|rapor|hasil|berhuruf|"
    r"peroleh|memperoleh|raih|meraih|dapat|mendapat|mendapatkan|menyandang|sandang|menyentuh|"
    r"kantongi|mengantongi|diganjar|ganjar|tembus|menembus|bertahan|naik|turun|menjadi|jadi|ke|"
    r"masih|tetap|peraih|penerima|masing-masing|sama-sama|semuanya|baru|sabet|menyabet|alias|atau|yaitu|yakni|"
    r"(?:kepatuhan|kualitas)\s+(?:tertinggi|tinggi|sedang|rendah|terendah))(?i:nya)?"
    r"(?:\s+(?i:menjadi|ke|di|huruf|predikat|kategori|nilai|baru|masih|tetap|pada|"
    r"saki[pb]|rb|reformasi birokrasi))?\s*:?\s*[\"'(]{0,2}"
    rf"(?P<letter>A minus|{_ANY})(?![\w+/]|-\w|\.\w)",
    flags=0,
)
_IN_BRACKETS = re.compile(
    rf"\((?<=[\s\d%\"']\()\s*(?:(?i:kategori|nilai|predikat|grade)\s*)?\"?(?P<letter>{_ANY})\"?(?:\s+(?:gemuk|kurus))?\s*[),;/]"
)
_IN_CELL = re.compile(rf"\|\s*(?P<letter>{_ANY})(?=\s*(?:\||$))", re.MULTILINE)
_AFTER_SCORE = re.compile(
    rf"[.,](?<=\d.)\d{{1,2}}[^\S\n]*(?:poin[^\S\n]*)?(?:,|-|/|\|)?[^\S\n]*\"?(?P<letter>{_ANY})\"?"
    r"(?=\s*(?:$|[.,;)(|/]|- [A-Za-z])|\s[A-Z])",
    re.MULTILINE,
)
_IN_LINE = re.compile(
    rf"^(?=[^\n]{{5,90}}$)(?=[^\n]*\d[.,]\d)[^\n]*?[\s/](?P<letter>{_ANY})(?=\s*(?:$|[(]\d|,))",
    re.MULTILINE,
)
_ECHOED = compile_words(
    r"(?<=[a-z] )\b(?P<letter>[ABC]-|[A-D]\b)"
    r"(?=[,;]|\.(?:\s|$)|\s(?:dan|serta)\b|\s\((?:\d|[A-Z]))",
    re.MULTILINE,
)
"""Behind a name, in a sentence that tells letters: "Denpasar memperoleh BB, Mataram B, ..."."""
_ECHOED_COLOUR = compile_words(
    r"(?<=[a-z)\d] )\b(?P<colour>hijau|kuning|merah)(?:\s(?:muda|tua|pekat))?"
    r"(?=[,;]|\.(?:\s|$)|\s(?:dan|serta|yang)\b|\n|\Z)",
    re.MULTILINE,
)
"""Behind a name, where zones are told: "Kendal zona hijau, sementara Kota Tegal kuning"."""
_IN_HEADLINE = re.compile(
    r"(?<=[a-z] )(?:Zona )?(?P<colour>Hijau|Kuning|Merah)"
    r"(?=[,;]|\s(?:dan|serta|[Tt]api|[Ss]edangkan)\b|\n|\Z)"
)
"""As the last, in the capital letters of a headline: "Demak Hijau, Blora Kuning"."""
_SCALE = compile_words(
    r"\b(?:hijau|kuning|merah)(?:,|,?\s(?:dan|atau|hingga|sampai))\s(?:hijau|kuning|merah)"
    r"(?:(?:,|,?\s(?:dan|atau|hingga|sampai))\s(?:hijau|kuning|merah))?\b"
)
"""All the colours there are, told in one breath: nobody's grade."""
_SCALE_IN_BRACKETS = compile_words(
    r"\b(?:rendah|sedang|tinggi)\s\((?:zona\s)?(?:hijau|kuning|merah)\)"
    r"(?:(?:,|,?\s(?:dan|atau|serta))\s(?:rendah|sedang|tinggi)\s\((?:zona\s)?(?:hijau|kuning|merah)\)){2}"
)
"""The same with what each stands for: "rendah (merah), sedang (kuning) dan tinggi (hijau)"."""
_ECHO_OF_COLOUR = 200
_COLOURS = ("hijau", "kuning", "merah")
"""As they are spelt right: told apart by their first letters ("ijo" has lost one)."""
_COLOUR_CELL = compile_words(
    r"\b(?:(?<=\n)|(?<=\n\W)|(?<=\n\W\W)|(?<=\n[A-C]\. ))(?P<label>hijau|kuning|merah)"
    r"(?=\s?(?:[:,(-]|\n|\Z))"
    r"|\b(?<=[.:;,] )(?P<opens>hijau|kuning|merah)"
    rf"(?=:|\s(?:untuk|kepada|{TAKEN}|{OCCUPIED}|yaitu|yakni|ialah|adalah)\b)"
    r"|\b(?:(?<=\w \()|(?<=[\w)] - )|(?<=[\w)][:,] ))(?P<cell>hijau|kuning|merah)"
    r"(?=[,;/]|\s?(?:\n|\Z))",
)
"""A colour that heads a line or a sentence, or stands in a bracket or behind a dash of its own."""
_SIGNED = re.compile(r"[.!?][\"')]{0,2}\s*$")
"""In front of a letter in brackets at the end of a line: whoever wrote the story signs it."""
_CAUSED = re.compile(
    r"\b(?:vitamin|hepatitis|golongan|gedung|blok|ruang|tipe|type|rencana|plan)\s+[\"']?$", re.I
)
_OF_MANY = re.compile(r"\brata-rata (?:[A-D]{1,2} (?:dan|atau) )?$", re.IGNORECASE)
"""In front of what most of a province's regions have: "rata-rata B dan BB"."""
_ECHO = 60
_ECHO_OF_NAMES = 250
"""The same where names in brackets follow: "dua daerah BB (Demak, Kendal), dua daerah B (Pati"."""
_SENTENCE_ENDS = re.compile(r"[.!?]\s")
_CLASS_IN_BRACKETS = (
    r"(?:(?:kategori|predikat|grade|nilai|opini)\s+)?[A-E]\b[+-]?|"
    r"(?:kategori|predikat|opini|kualitas|kepatuhan)\s+(?:\w+\s+)?(?:ter)?(?:tinggi|sedang|rendah)|"
    r"\d{2,3}(?:[.,]\d{1,2})?(?:\s+poin)?"
)
_ZONE = compile_words(
    r"\b(?:(?:zona(?:si)?(?:\s+(?:kepatuhan|pelayanan|penilaian))?|ra[pp]+ort?|kategori|predikat|"
    r"(?:(?<=dengan )|(?<=mendapat )|(?<=mendapatkan )|(?<=memperoleh )|(?<=meraih ))nilai|"
    r"warna|berwarna|berzona|status)\s*:?\s+){1,2}(?:warna\s+|"
    r"nilai\s+|ke\s+)?\"?'?(?P<a>hijau|kuning|merah)\b"
    r"|(?<=\()\b(?:zona\s+|warna\s+)?(?P<b>hijau|kuning|merah)(?=\)|\s*[/,;|-]\s*(?:[A-E]\b|\d))"
    rf"|(?<=\()\b(?:{_CLASS_IN_BRACKETS})\s*[/,;|-]\s*(?:zona\s+|warna\s+|rapor\s+)?"
    r"(?P<l>hijau|kuning|merah)(?=\))"
    r"|(?:(?<=\")|(?<='))\b(?P<m>hijau|kuning|merah)(?=[\"'])"
    r"|(?:(?<=\|)|(?<=\|\s)|(?<=\|\s\s)|(?<=\|\s\s\s))\b(?:zona\s+)?(?P<c>hijau|kuning|merah)(?=\s*(?:\||$))"
    r"|\b\d+[.,]\d{1,2}\s*(?:[,;/|-]\s*)?(?:[A-E][+-]?\s*[,;/|-]\s*)?(?P<d>hijau|kuning|merah)\b"
    r"|\b(?:semuanya|seluruhnya|kompak|sama-sama|serba|ke(?:dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|"
    r"sepuluh|sebelas|\w+ belas)nya|ke-?\d{1,2}-?nya)\s+(?P<e>hijau|kuning|merah)\b"
    r"|\b(?:masuk|artinya|sisanya|selebihnya|dinyatakan|berstatus|tergolong|kebagian|bertahan|naik|turun|naik\s+ke|turun\s+ke|jadi|menjadi|"
    r"yang|lainnya|juga|(?:tertinggi|tinggi|sedang|rendah)\s+atau|masih|sudah|telah|tetap|kelompok|level|sama-sama|daerah|pemda|entitas|instansi|kabupaten/kota)\s+(?:(?:itu|ini|tersebut|tadi)\s+)?(?P<g>hijau|kuning|merah)\b"
    r"(?!\s+(?:putih|muda|tua|delima|bata|lestari|royo))"
    r"|\b(?P<h>hijau|kuning|merah)\s+(?:kategori|predikat|(?:dengan|ber)\s?(?:nilai|skor|predikat)|"
    r"atau\s+(?:kepatuhan|kualitas|tingkat)|\(\d)"
    r"|(?<![^\n])\b(?P<j>hijau|kuning|merah)\s*\|"
    r"|\b(?P<f>hijau|kuning|merah)\s+(?:semua|seluruhnya)\b"
    r"|\bdari\s+(?:zona\s+)?(?:hijau|kuning|merah)\s+(?:ke|menjadi|jadi)\s+(?P<i>hijau|kuning|merah)\b"
    r"|\bzona(?:si)?\s+(?P<k>h(?:jau|ijua|iaju|ijo|ijaw)|ijo|ku(?:nig|ning{2}|nning|nin|ing)|mera|mearh)\b",
    re.IGNORECASE | re.MULTILINE,
)


@frozen
class GradeMention:
    """A letter or colour as printed."""

    start: int
    end: int
    value: str
    """`A-`, `BB`, `hijau`."""


def find_letters(folded: str) -> Iterator[GradeMention]:
    """Letters that are grades: two-letter ones anywhere, single ones where words say so."""
    seen: set[int] = set()
    ends: list[int] = []
    for pattern in (_TOLD, _IN_BRACKETS, _IN_CELL, _AFTER_SCORE, _IN_LINE, _ALONE):
        for match in pattern.finditer(folded):
            start, end = match.span("letter")
            if start not in seen and not _is_no_grade(folded, match, start):
                seen.add(start)
                ends.append(end)
                value = match["letter"].replace(" minus", "-")
                yield GradeMention(start=start, end=end, value=value)
    for match in _ECHOED.finditer(folded) if ends else ():
        start, end = match.span("letter")
        named = folded.startswith(" (", end) and folded[end + 2].isupper()
        reach = _ECHO_OF_NAMES if named else _ECHO
        near = any(
            0 < abs(start - other) < reach
            and not _SENTENCE_ENDS.search(folded, *sorted((other + 1, start)))
            for other in ends
        )
        if near and start not in seen and not _is_no_grade(folded, match, start):
            ends.append(end)
            yield GradeMention(start=start, end=end, value=match["letter"])


def _is_no_grade(folded: str, match: re.Match[str], start: int) -> bool:
    """The kind of another thing ("vitamin A"), or the mark of a reporter ("... terangnya. (B)")."""
    if _CAUSED.search(folded, max(0, start - 14), start):
        return True
    if _OF_MANY.search(folded, max(0, start - 24), start):
        return True
    ends = folded[match.end() : match.end() + 1] in ("\n", "")
    in_brackets = folded.startswith("(", match.start())
    return (
        in_brackets
        and ends
        and _SIGNED.search(folded, max(0, start - 6), match.start()) is not None
    )


def find_zones(folded: str) -> Iterator[GradeMention]:
    """Colours that are grades."""
    ends: list[int] = []
    scales: set[int] = set()
    for words in (_SCALE, _SCALE_IN_BRACKETS):
        scales.update(at for scale in words.finditer(folded) for at in range(*scale.span()))
    for match in _ZONE.finditer(folded):
        if match.end() - 2 in scales and match["b"]:
            continue
        ends.append(match.end(match.lastgroup or 0))
        yield _colour_at(match)
    cells = [each for each in _COLOUR_CELL.finditer(folded) if not _is_at(ends, each)]
    cells = [each for each in cells if each.end(each.lastgroup or 0) - 1 not in scales]
    for match in cells if ends or len(cells) > 1 else ():
        insort(ends, match.end(match.lastgroup or 0))
        yield _colour_at(match)
    stop = folded.find("\n") + 1
    title = list(_IN_HEADLINE.finditer(folded, 0, stop))
    if len({match["colour"] for match in title}) > 1 or any(end < stop for end in ends):
        yield from (_colour_at(match) for match in title if not _is_at(ends, match))
    echoed = (each for each in _ECHOED_COLOUR.finditer(folded) if each.end() - 1 not in scales)
    for match in echoed if ends else ():
        told = bisect_left(ends, match.start())
        near = any(
            abs(match.start() - end) < _ECHO_OF_COLOUR for end in ends[max(0, told - 1) : told + 1]
        )
        if near and not _is_at(ends, match):
            yield _colour_at(match)


def _is_at(ends: list[int], match: re.Match[str]) -> bool:
    """Whether its colour was found already."""
    end = match.end(match.lastgroup or 0)
    at = bisect_left(ends, end)
    return at < len(ends) and ends[at] == end


def _colour_at(match: re.Match[str]) -> GradeMention:
    start, end = match.span(match.lastgroup or 0)
    printed = match[match.lastgroup or 0].lower()
    value = next(colour for colour in _COLOURS if colour[0] == printed[0].replace("i", "h"))
    return GradeMention(start=start, end=end, value=value)
