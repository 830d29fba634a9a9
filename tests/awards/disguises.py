"""The same story in other characters and another order: what outlets, editors and copying do."""

import re
import unicodedata
from collections.abc import Callable
from random import Random

Disguise = Callable[[str, Random], str]

ORDINARY = (
    "Harga cabai rawit merah di pasar induk naik menjadi Rp62.500 per kilogram sejak awal pekan.",
    "Hujan disertai angin kencang turun hingga Sabtu malam, suhu udara 24 sampai 32 derajat.",
    "Sebanyak 1.250 pelari mengikuti lomba lari sejauh 10,5 kilometer di tepi sungai.",
    "Ruas jalan sepanjang 3,2 kilometer itu ditutup karena longsor, dan warga memutar lewat desa.",
    "Polisi mencari sopir truk yang meninggalkan lokasi kecelakaan. Dua orang dirawat.",
    "Panen padi di lahan 40 hektare itu mundur dua minggu. Petani menduga irigasi kurang lancar.",
    "Pertandingan berakhir imbang 2-2 setelah tuan rumah kebobolan pada menit ke-89.",
    "Pasar malam dibuka setiap hari pukul 17.00 hingga 22.00 WIB. Pengunjung tidak membayar.",
    "Grup keroncong dari kampung sebelah ikut meramaikan pentas, lengkap dengan jagung rebus.",
)
"""Paragraphs of ordinary news that say nothing of awards, bodies or results."""

_BOILERPLATE = (
    "Baca juga: Jadwal Kereta Api Hari Ini",
    "ADVERTISEMENT\nSCROLL TO CONTINUE WITH CONTENT",
    "Ikuti kami di WhatsApp Channel dan Google News.",
    "(*)",
    "Foto: dok. humas/ist.",
    "Halaman: 1 2 3 Selanjutnya",
)
_SPACES = "\u00a0\u2007\u202f\u2009\u3000\t"
_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u200e"
_EMOJI = ("🎉", "👏🏽", "🇮🇩", "👨‍👩‍👧", "✅️")
_LIGATURES = {"ffi": "ﬃ", "ff": "ﬀ", "fi": "ﬁ", "fl": "ﬂ", "st": "ﬆ", "...": "…", "No": "№"}
_LONGER_IN_NFKC = "ŉ½㎏™℅Ǆ㍿﷽"
_FULL_WIDTH = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
_DIGITS_OF_OTHER_SCRIPTS = ("０", "٠", "०", "𝟎")


def odd_spaces(text: str, random: Random) -> str:
    return _changed(text, " ", random, lambda _: random.choice(_SPACES))


def double_spaces(text: str, random: Random) -> str:
    return _changed(text, " ", random, lambda _: random.choice(("  ", "   ", " \u00a0")))


def curly_quotes(text: str, random: Random) -> str:
    opening, closing = random.choice(("“”", "«»", "„“"))
    return re.sub('"([^"]*)"', rf"{opening}\1{closing}", text).replace("'", "’")


def carriage_returns(text: str, _: Random) -> str:
    return text.replace("\n", "\r\n")


def full_width(text: str, random: Random) -> str:
    return _changed(text, r"\d+|[A-Z]\w+", random, lambda m: m[0].translate(_FULL_WIDTH))


def ligatures(text: str, _: Random) -> str:
    return re.sub("|".join(map(re.escape, _LIGATURES)), lambda m: _LIGATURES[m[0]], text)


def other_digits(text: str, random: Random) -> str:
    zero = ord(random.choice(_DIGITS_OF_OTHER_SCRIPTS))
    return re.sub(r"[0-9]", lambda m: chr(zero + int(m[0])), text)


def combining_marks(text: str, random: Random) -> str:
    marked = _changed(text, "[aeiou]", random, lambda m: m[0] + "\u0301")
    return unicodedata.normalize(random.choice(("NFC", "NFD")), marked)


def longer_letters(text: str, random: Random) -> str:
    return _changed(text, r"(?<=\w)(?=\W)", random, lambda _: random.choice(_LONGER_IN_NFKC))


def invisible_characters(text: str, random: Random) -> str:
    return _changed(text, r"(?=\S)", random, lambda _: random.choice(_INVISIBLE))


def soft_hyphens(text: str, random: Random) -> str:
    return _changed(text, r"(?<=[a-z]{2})(?=[a-z]{2})", random, lambda _: "\u00ad")


def emoji(text: str, random: Random) -> str:
    return _changed(text, r"(?<=[.,!?\w])(?=\s)", random, lambda _: f" {random.choice(_EMOJI)}")


def shuffled_sentences(text: str, random: Random) -> str:
    sentences = re.split(r"(?<=[.!?])\s+", text)
    random.shuffle(sentences)
    return random.choice((" ", "\n")).join(sentences)


def inserted_boilerplate(text: str, random: Random) -> str:
    lines = text.split("\n")
    for words in random.sample(_BOILERPLATE + ORDINARY, k=4):
        lines.insert(random.randint(0, len(lines)), words)
    return "\n".join(lines)


SAME_TO_THE_READER: tuple[Disguise, ...] = (odd_spaces, curly_quotes, carriage_returns)
"""What stands for the same character in print: nothing may be read otherwise."""
DISGUISES: tuple[Disguise, ...] = (
    *SAME_TO_THE_READER,
    *(double_spaces, full_width, ligatures, other_digits, combining_marks, longer_letters),
    *(invisible_characters, soft_hyphens, emoji, shuffled_sentences, inserted_boilerplate),
)


def _changed(
    text: str, pattern: str, random: Random, change: Callable[[re.Match[str]], str]
) -> str:
    """The text with about every fifth match changed; one that holds no line break."""
    return re.sub(pattern, lambda m: change(m) if random.random() < 0.2 else m[0], text)
