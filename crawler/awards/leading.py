"""Words between a result and a name that make it the result of the name: "zona hijau dihuni A"."""

import re

_HEADS = r"""
    ditempati|dihuni|diraih|disandang|diperoleh|diterima|diduduki|diisi|dicapai|didapat(?:kan)?|
    dikantongi|dimiliki|digondol|disabet|disematkan|diberikan|dianugerahkan|diserahkan|jatuh|turun|
    dipegang|direbut|dimenangi|beranggotakan|berisi(?:kan)?|memuat|jatah|melekat|penerimanya|peraihnya|diboyong|dimenangkan|ditorehkan|menimpa|milik|adalah|ialah|yaitu|yakni|
    antara\s+lain|di\s?antaranya|terdapat|tercatat|ada|masing-masing|berturut-turut|berurutan|meliputi|mencakup|
    terdiri\s+(?:atas|dari)|kepada|oleh|untuk|bagi
"""
_FILLS = r"""
    oleh|kepada|pada|ke|pihak|langsung|tangan|hanya|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|
    sepuluh|\d{1,3}|pemda|pemkab|pemkot|daerah|kabupaten(?:/kota)?|kota|provinsi|instansi|
    badan\s+publik|pemerintah|yakni|yaitu|kementerian|lembaga|unit|antara\s+lain|di\s?antaranya|
    masing-masing|lain|lainnya|yang|ada|milik
"""
_LINK = re.compile(
    rf"(?:[^.;\n]|\.(?=\d)){{0,110}}?\b(?:{_HEADS})\b(?:[\s,:(]*\b(?:{_FILLS})\b)*[\s,:(]*(?:\(?(?:1|a)[.)]\s*)?\Z"
    rf"|[\s\"')]*(?:\([^()]{{0,40}}\))?\s*(?::|-|=>?)\s*(?:\(?(?:1|a)[.)]\s*)?\Z",
    re.IGNORECASE | re.VERBOSE,
)


def leads_to(folded: str, start: int, end: int) -> bool:
    """Whether the words from a result's end to a name make the result that of the name."""
    return _LINK.match(folded, start, end) is not None
