"""Is it told as granted? The word that governs a span: a grant, a wish, a denial or a rule.

The last marker in front of a span decides, so "yang menargetkan zona hijau akhirnya meraih 93,74"
grants and "setelah meraih 93,74 kini menargetkan 95" wishes its second number.
"""

import re
from enum import StrEnum

_VERBS = (
    r"(?:ber(?:hasil|tengger|predikat|geser)|tetap|masih|jatuh|melorot|terlempar|anjlok|"
    r"melompat|melesat|mendarat|menapaki|mengantar(?:kan)?|"
    r"sentuh|menyentuh|dibawa|membawa|pulang membawa|mengumpulkan|kantongi|jadi|pulang|"
    r"berubah|menaruh\w*|memberinya|"
    r"(?:me)?raih|diraih|terima|menerima|diterima|"
    r"(?:men)?dapat(?:kan)?|didapat|"
    r"memperoleh|peroleh|diperoleh|(?:me)?nyabet|sabet|menyabet|disabet|boyong|memboyong|"
    r"borong|memborong|"
    r"torehkan|menorehkan|ukir|mengukir|catat(?:kan)?|mencatat(?:kan)?|mencetak|menduduki|"
    r"menempati|masuk|"
    r"menembus|tembus|bertengger|menyandang|sandang|mengantongi|kantongi|mengoleksi|menuai|"
    r"gondol|menggondol|"
    r"pertahankan|mempertahankan|memimpin|mengungguli|menggenggam|mencapai|berada|dianugerahi|"
    r"dianugerahkan|"
    r"diberi(?:kan)?|memberi(?:kan)?|diganjar|mengganjar|didaulat|dinobatkan|disematkan|"
    r"menyematkan|"
    r"diserahkan|menyerahkan|ditetapkan|menetapkan|menempatkan|dinyatakan|menyatakan|"
    r"diumumkan|mengumumkan|terpilih|"
    r"ditempati|diduduki|diisi|disusul|dikantongi|digenggam|membukukan|bukukan|melonjak|naik|"
    r"meningkat|turun|"
    r"merosot|menjadi|membawa pulang|bawa pulang|mendulang|dihadiahi|diguyur|tercatat|sukses|"
    r"lolos|memetik|merengkuh|"
    r"rengkuh|kado|mengukuhkan|menghasilkan|berbuah|menghadiahi|merangsek|bercokol|dinilai|"
    r"disebut|dipercaya)"
)
_GRANT = re.compile(rf"\b{_VERBS}\b", re.IGNORECASE)
_WISH = re.compile(
    r"\b(?:(?:(?:di)?target|menarget)(?:kan|nya|i)?|(?:me)?matok|dipatok|(?:mem)?bidik|"
    r"dibidik|(?:meng)?incar|"
    r"(?:me)?ngejar|kejar|harap(?:an|kan|annya)?|"
    r"berharap|diharapkan|mengharapkan|semoga|mudah-mudahan|ingin|berkeinginan|optimis(?:tis|"
    r"me)?|berupaya|upayakan|diupayakan|"
    r"bertekad|berambisi|ambisi|cita-cita|menuju|menyongsong|agar|supaya|akan|siap|persiapan|"
    r"bersiap|siapkan|mempersiapkan|"
    r"mendatang|tahun depan|bisa|jika|apabila|kalau|bila|seandainya|andai|diproyeksikan|"
    r"proyeksi|diprediksi|"
    r"harus|wajib|perlu|dituntut|didorong|mendorong|genjot|menggenjot|untuk (?:me(?:raih|"
    r"ncapai|mperoleh|ndapat\w*|nuju)|masuk|naik)|"
    r"minta|meminta|diminta|demi|calon|diusulkan|mengusulkan|nominasi|dinominasikan|nominator|"
    r"menanti|menunggu|dijanjikan)\b",
    re.IGNORECASE,
)
_WISH_THEN_GRANT = re.compile(rf"\b(?:\w+\s+){{0,2}}{_VERBS}\b", re.IGNORECASE)
_DENIAL = re.compile(
    r"\b(?:belum|tidak|tak|gagal|batal|urung|bukan|tanpa|meleset|kandas)\b"
    r"(?!\s+(?:hanya|sekadar|sekedar|cuma|saja|semata|lepas|terlepas|henti|menyangka|mudah))",
    re.IGNORECASE,
)
_RULE = re.compile(
    r"\b(?:interval|rentang|klasifikasi|kriteria|ketentuan(?:nya)?|adapun kategori|"
    r"dibagi (?:menjadi|dalam)|terbagi|"
    r"terdiri (?:dari|atas)|artinya|berarti|yang dimaksud|instansi (?:dengan|yang)|apabila|"
    r"jika|skala)\b",
    re.IGNORECASE,
)
_REACH = 300
"""Characters in front of a span in which a marker still governs it."""


class Mood(StrEnum):
    """How the sentence presents what a span says."""

    GRANTED = "granted"
    WISHED = "wished"
    DENIED = "denied"
    RULE = "rule"
    """An explanation of how bands or zones work."""
    PLAIN = "plain"
    """No marker: a list entry, a verbless clause."""


def mood_of(folded: str, start: int, end: int, at: int) -> Mood:
    """The mood of what stands at `at`, in the sentence that runs from `start` to `end`."""
    before = folded[max(start, at - _REACH) : at]
    markers = [
        *((m.end(), Mood.GRANTED) for m in _GRANT.finditer(before)),
        *((_reach(before, m), Mood.WISHED) for m in _WISH.finditer(before)),
        *((_reach(before, m), Mood.DENIED) for m in _DENIAL.finditer(before)),
        *((m.end(), Mood.RULE) for m in _RULE.finditer(before)),
    ]
    if not markers:
        return Mood.PLAIN
    return max(markers, key=lambda marker: (marker[0], marker[1] is not Mood.GRANTED))[1]


def has_grant(folded: str, start: int, end: int) -> bool:
    """True when a granting verb in the stretch is not governed by a wish or a denial."""
    return any(
        mood_of(folded, start, end, match.end()) is Mood.GRANTED
        for match in _GRANT.finditer(folded, start, end)
    )


def has_wish(folded: str, start: int, end: int) -> bool:
    """True when the stretch holds a word of wish or target."""
    return _WISH.search(folded, start, end) is not None


def _reach(before: str, match: re.Match[str]) -> int:
    """A wish or denial also covers a granting verb that follows it within two words."""
    follower = _WISH_THEN_GRANT.match(before, match.end() + 1)
    return follower.end() if follower else match.end()
