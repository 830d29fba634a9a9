"""Givers whose awards are none of a public body: firms, papers, and a region to its own."""

from crawler.awards.word_tree import compile_words

PRIVATE = compile_words(
    r"\b(?:dari|oleh|versi|digelar|diselenggarakan|gelaran|besutan) (?:[\w.'-]+ ){0,3}?(?:media|"
    r"majalah|koran|surat kabar|network|group|swasta|pt|yayasan|universitas|kampus|bank|asosiasi|"
    r"perusahaan|lembaga (?:riset|survei|swasta)|institut\w*|foundation|panitia|radio|"
    r"televisi|tv)\b",
)
"""Givers that are no public body."""
INTERNAL = compile_words(
    r"\b(?:bupati|wali ?kota|wabup|wawali|sekda|pemkab|pemkot)\)?\s(?:[A-Z][\w.'-]*\s){0,4}"
    r"(?:(?:meng)?(?:ganjar|hadiahi|anugerahi|apresiasi|guyur)|(?:me|"
    r"me[mn])?(?:nye)?rahkan|serahkan|"
    r"(?:mem)?beri(?:kan)?|(?:mem)?bagikan)\s(?!(?:[\w-]+\s){0,2}(?:sertifikat|piagam)\s"
    r"(?:kelulusan\s)?(?:re)?akreditasi\b)(?:[\w-]+,?\s){0,6}?"
    r"(?:organisasi perangkat|"
    r"dinas|opd|skpd|desa|kecamatan|kelurahan|puskesmas|unit|perangkat|sekolah|bumdes)\b"
    r"|\b(?:dinas|opd|skpd|desa|kecamatan|kelurahan|puskesmas|unit|perangkat daerah|sekolah)\b"
    r"(?:[^.;\n]{0,120}?\s)?(?:di(?:ganjar|hadiahi|anugerahi|apresiasi|hargai|guyur)|"
    r"(?:men)?dapat(?:kan)?\s(?:apresiasi|penghargaan)|menerima\s(?:apresiasi|penghargaan))\s"
    r"(?:dari\s|oleh\s)?(?:(?:pj|plt|penjabat|pj\.)\s)?"
    r"(?:bupati|wali ?kota|wabup|sekda|pemkab|pemkot)\b"
    r"|\b(?:satuan kerja|satker|lapas|rutan|upt|polsek|polres)\b[^.;\n]{0,40}\s"
    r"(?:(?:diberi|(?:men)?dapat|(?:mene)?rima|diganjar)\s)?penghargaan\s(?:dari|oleh)\s"
    r"(?:kanwil|kakanwil|kantor wilayah|kemenkumham(?=\s(?-i:[A-Z][a-z]))|polda|kapolda|kapolres)\b"
    r"|\binternal\s(?:pemkab|pemkot|pemerintah|opd|perangkat\sdaerah)\b"
    r"|\binspektorat\s(?:[A-Z][\w.'-]*\s){0,3}(?:mengumumkan|umumkan|merilis|rilis|membeberkan|"
    r"memberi(?:kan)?|menyerahkan|menobatkan|menetapkan)\s",
)
"""A region rewards its own offices, or an office of the state those below it."""
