"""Is a share one of something else: of a budget, of a people, of those it counts?"""

import re

from crawler.awards.word_patterns import Stretch
from crawler.awards.word_tree import compile_words

_SHARE_OF_SOMETHING = compile_words(
    r"\b(?:inflasi|prevalensi|stunting|cakupan|kepesertaan|peserta|realisasi|terealisasi|serapan|"
    r"penyerapan|partisipasi|tindak lanjut|perekaman|penerbitan|kepemilikan|akta|bobot|kepuasan|"
    r"kemiskinan|pengangguran|pertumbuhan|tumbuh|ekonomi|pendapatan|pad|belanja|anggaran|apbd|"
    r"pajak|penyelesaian|diselesaikan|selesai|aduan|pengaduan|laporan|terjawab|persentase|"
    r"sebanyak|sejumlah|target|warga|penduduk|rumah|desa|sampah|suara|investasi|kehadiran|digital|"
    r"transaksi|progres|kelulusan|hutan|jalan|air|sisanya|selebihnya)\b[^.;\n]{0,60}$",
)
_SHARE_OF = re.compile(
    r"\s*(?:%|persen|prosen)\)?\s*(?:\(\d{1,4}\s(?=[a-z])|dari|daerah|penduduk|masyarakat|warga|pemda|pem[kp]\w+|"
    r"kabupaten|kota|provinsi|jumlah|target|total|rumah|desa|aduan|pengaduan|laporan|anggaran|"
    r"pegawai|asn|responden|peserta|instansi|badan|satker|opd|unit|layanan|indikator|lebih|poin|odf|"
    r"pilar|di ?antara\w*|lagi|selesai|"
    r"tuntas)\b",
    re.IGNORECASE,
)

_BESIDE_COUNT = re.compile(r"(?<![\d.,/])\d{2,4}\s?\(\s?$")
"""In front of a share: the count it tells once more, "zona hijau sebanyak 272 (46,42%)"."""


def is_share_of_something(folded: str, front: Stretch, after: str) -> bool:
    """Per cent of a coverage, a budget, a people: not of a score."""
    return bool(_SHARE_OF_SOMETHING.search(folded, *front) or _SHARE_OF.match(after))


def tells_a_count_again(folded: str, front: Stretch) -> bool:
    """The share stands in brackets behind the count that it is of."""
    return _BESIDE_COUNT.search(folded, *front) is not None
