"""The catalogue of lines that outlets print around a story, each pattern anchored to a whole line.

A phrase alone never deletes: `Sumber:` or `tanpa izin` inside a sentence is somebody's sentence.
All are written in lower case, and so are the lines before they are looked at.
"""

import re

_LONGEST = 400
"""Furniture is short; longer lines are never tested."""

_NOISE = (
    # Invitations to other stories.
    r"baca\s*(?:juga|selengkapnya|lainnya)\b.*",
    r"baca\s*:.*",
    r"(?:simak|lihat|tonton|saksikan|cek)\s+(?:juga|pula)\b(?:\s*video)?\s*[:：\-–—\"“'‘»].*",
    r"(?:simak|lihat|tonton|saksikan)\s+(?:juga\s+)?(?:video|foto|infografis)\b[^.]{0,160}\.?",
    r"lihat artikel (?:asli|saya lainnya)",
    r"\[gambas:[^\]]*\]",
    r"baca \d+ detik",
    # Advertising slots and scroll hints.
    r"[\W_]*(?:advertisements?|iklan|sponsored(?: by .{1,40})?|konten promosi)[\W_]*",
    r"scroll (?:to (?:continue|resume)|untuk|ke ?bawah|down)\b.{0,60}",
    r"gulir (?:untuk|ke bawah)\b.{0,60}",
    r"(?:lanjut|lanjutkan) (?:baca|membaca)\b.{0,40}",
    r"(?:example|banner|iklan banner|space iklan)\s*\d{2,4}\s*x\s*\d{2,4}.{0,20}",
    r"iklan banner\b.{0,60}",
    r"error:.{0,120}",
    # Promotions.
    r"(?:dapatkan|simak|ikuti|cek|gabung|yuk|mari|ayo|update|follow|temukan|nikmati|jangan)\b.*\b"
    r"(?:google ?news|(?:channel|saluran|grup|kanal) (?:whats ?app|wa|telegram|youtube)|newsletter"
    r"|(?:whats ?app|telegram|youtube) (?:channel|group|grup)|breaking news|notifikasi)\b.*",
    r"(?:dapatkan|simak|ikuti|cek)\s+(?:berita|update|informasi|kabar|artikel)\s+"
    r"(?:(?:dan|berita|artikel|menarik)\s+)*"
    r"(?:yang lain|lainnya|terkini|terbaru|terupdate|pilihan)\b.*",
    r"ikuti saluran\b.{0,25}",
    r"(?:artikel|berita|tulisan|konten) ini (?:telah|sudah|pernah|sebelumnya)\s*"
    r"(?:tayang|terbit|dimuat|dipublikasikan|diterbitkan)\b.*",
    r"klik (?:untuk baca|di ?sini|tautan|link)\b.*",
    r"(?:download|unduh|install) aplikasi\s*:?\s*"
    r"(?:kami|berita|https?|kompas|tribun|detik|antara|suara|jpnn|inews|viva)\b.*",
    # Rights.
    r"(?:copyright|hak cipta)\s*(?:©|\(c\)|:|\d{4}).{0,120}",
    r"©.{0,120}",
    r"dilarang (?:keras )?(?:mengambil|mengutip|menyalin|mengcopy|meng-copy|memperbanyak"
    r"|menggandakan)\b.{0,40}\b(?:konten|berita|artikel|isi|tulisan|materi|foto)\b.*",
    r"all rights? reserved.{0,60}",
    # Sharing, tags, paging, counters.
    r"(?:bagikan|share|sebarkan|follow me|follow us)(?:\s+(?:ke|on|to|via|artikel|berita|ini|teman"
    r"|facebook|twitter|whatsapp|telegram|x|di))*\s*[:.]?",
    r"bagikan ke teman|share (?:this|artikel ini).{0,30}",
    r"(?:facebook|twitter|whats ?app|telegram|instagram|line|pinterest|linkedin|tweet|email|e-mail"
    r"|print|cetak|copy link|salin (?:tautan|link)|messenger|x)(?:\s+\d+)?",
    r"(?:tags?|tag terkait|topik(?: terkait)?|kata kunci)\s*:.*",
    r"(?:tags?|tag terkait|topik terkait)",
    r"#\s?[^.!?]{1,160}",
    r"halaman\s*:?\s*(?:\d+\s*(?:/|dari)\s*\d+|selanjutnya|berikutnya|sebelumnya|\d+)\s*[»›>]*",
    r"\d+\s*dari\s*\d+\s*halaman",
    r"(?:selanjutnya|sebelumnya|berikutnya|next(?: page)?|prev(?:ious)?(?: page)?|tampilkan semua"
    r"|show all|lihat semua|selengkapnya|show more|load more|muat lainnya)\s*[»›>]*",
    r"(?:pages?|hal(?:aman)?)\s*:\s*[\d\s|…]*(?:show all|semua)?",
    r"\d[\d.,]*\s*k?\s*(?:kali\s+)?(?:dilihat|dibaca|views?|shares?|komentar|comments?|pembaca)",
    r"(?:dilihat|dibaca|views?|shares?|komentar|comments?|hits|pembaca)\s*:?\s*"
    r"[\d.,]*\s*k?\s*(?:kali)?",
    r"\d{1,6}",
    r".*\|\s*(?:\w+, )?\d{1,2} \w+ \d{4}(?:\s*\|.*)?",
    # Provenance.
    r"sumber(?: berita)?\s*:\s*(?:[^.!?]|[.](?=\w)){1,80}",
    r"source(?: news)?\s*:\s*(?:[^.!?]|[.](?=\w)){1,80}",
    # Leftovers of templates, icon fonts and extractors.
    r"(?:light_mode|dark_mode|calendar_month|schedule|visibility|chevron_right|blank|kop|menu|search"
    r"|close|loading\.*|memuat\.*|×|x)",
    r"url audio tidak tersedia\.?",
    r"your browser does not support.*",
    r"(?:home|beranda)\s*[>»›/].{0,120}",
    r"!\[[^\]]*\]\([^)]*\)",
    r":?\s*\|\s*\d*\s*\|",
    r"https?://\S+",
    r"[\W_]+",
)
_ANYWHERE = (
    ("jernih", re.compile(r".*\b(?:jurnalisme jernih|fakta jernih dari lapangan)\b.*")),
    ("siber", re.compile(r"[^.!?]*pedoman (?:pemberitaan )?media siber[^.!?]*")),
)
"""Noise that may open with any words: a word that it must hold, and the pattern of the line."""
_TEASER_HEADS = (
    r"baca\s*juga(?:\s+(?:berita|artikel))?(?:\s+(?:terkait|lainnya))?",
    r"(?:berita|artikel|konten|video|post|kabar|news)\s+(?:terkait|lainnya|terkini|terbaru"
    r"|terpopuler|populer|rekomendasi|sebelumnya|selanjutnya)(?:\s+lainnya)?",
    r"(?:terkait|terkini|terpopuler|populer|trending|headline)",
    r"rekomendasi(?: untuk anda| kami| berita)?",
    r"sesuai minatmu|pilihan editor|pilihan redaksi|jangan lewatkan",
    r"anda mungkin (?:juga )?(?:suka|menyukai)(?: ini)?",
    r"(?:posting|pos|post|tulisan)\s+terkait",
    r"related\s+(?:posts?|articles?|news)|you may (?:also )?like",
    r"konten promosi|espos premium|simak juga|lihat juga",
)
_ENDINGS = (
    r"isi komentar sepenuhnya\b.*",
    r"komentar (?:yang )?(?:anda|pembaca|sepenuhnya)\b.*tanggung jawab.*",
    r"(?:tinggalkan|batalkan) (?:balasan|komentar)\b.{0,40}",
    r"alamat (?:email|surel) anda tidak akan dipublikasikan\b.*",
    r"(?:berikan|tulis|tambahkan|beri|kirim) komentar(?: anda)?",
    r"leave a (?:reply|comment).{0,40}|your email address will not be published.*",
)
_SUMMARY_HEAD = re.compile(r"ringkasan (?:berita|artikel)\s*:?", re.IGNORECASE)
_GLUED_TEASER = re.compile(
    r"(?<=[.!?\"”’')])\s*(?:baca juga|BACA JUGA|Baca Juga|Baca juga)\s*:[^.!?]{3,200}$"
)


def _any_of(patterns: tuple[str, ...]) -> re.Pattern[str]:
    """For text in lower case: `re` tries these twice as fast as it minds no case."""
    return re.compile("|".join(f"(?:{each})" for each in patterns))


_IS_NOISE = _any_of(_NOISE)
_IS_TEASER_HEAD = re.compile(rf"(?:{_any_of(_TEASER_HEADS).pattern})\s*[:»›>]*")
_IS_ENDING = _any_of(_ENDINGS)


def is_noise(line: str) -> bool:
    """Whether the whole `line` is furniture: an invitation, promotion, counter, tag line …"""
    if len(line) > _LONGEST:
        return False
    words = line.lower()
    if _IS_NOISE.fullmatch(words) is not None:
        return True
    found = [pattern for word, pattern in _ANYWHERE if word in words]
    return any(pattern.fullmatch(words) for pattern in found)


def is_teaser_head(line: str) -> bool:
    """Whether `line` is the heading of a list of other stories."""
    return len(line) <= _LONGEST and _IS_TEASER_HEAD.fullmatch(line.lower()) is not None


def is_summary_head(line: str) -> bool:
    """Whether `line` opens the box that repeats the story in bullets."""
    return _SUMMARY_HEAD.fullmatch(line) is not None


def ends_story(line: str) -> bool:
    """Whether `line` belongs to the comment box: nothing of the story follows it."""
    return len(line) <= _LONGEST and _IS_ENDING.fullmatch(line.lower()) is not None


def without_glued_teaser(line: str) -> str:
    """`line` without a `Baca juga: …` that was glued to the end of its last sentence."""
    return _GLUED_TEASER.sub("", line) if "baca juga" in line.lower() else line
