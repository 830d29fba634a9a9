"""Givers whose awards are none of a public body: firms, papers, and a region to its own."""

from crawler.awards.word_tree import compile_words

PRIVATE = compile_words(
    r"\b(?:dari|oleh|versi|digelar|diselenggarakan|gelaran|besutan) (?:[\w.'-]+ ){0,3}?(?:media|"
    r"majalah|koran|surat kabar|network|group|swasta|pt|yayasan|universitas|kampus|bank|asosiasi|"
    r"perusahaan|lembaga (?:riset|survei|swasta)|institut\w*|foundation|panitia|radio|"
    r"televisi|tv)\b",
)
"""Givers that are no public body."""
_GIVES = (
    r"\b(?:bupati|wali ?kota|wabup|wawali|sekda|pemkab|pemkot|pemerintah (?:kabupaten|kota))\)?\s"
    r"(?:[A-Z][\w.'-]*\s){0,4}"
)
_ITS_OWN = (
    r"(?:[\w-]+,?\s){0,6}?(?:organisasi perangkat|"
    r"dinas|opd|skpd|desa|kecamatan|kelurahan|puskesmas|unit|perangkat|sekolah|bumdes)\b"
)
_PRAISE = (
    r"(?:(?:apresiasi|ucapan|selamat|terima kasih|semangat|motivasi|arahan|pesan|dukungan|pujian|"
    r"instruksi|perintah|tugas|pembinaan|pendampingan|bantuan|masukan|peringatan|sambutan|target)\s)"
)
_ITS_PEOPLE = (
    r"penghargaan\s(?:[\w-]+\s){0,4}?(?:untuk|kepada|bagi)\s(?:(?:para|seluruh|sejumlah|\d+)\s)?"
    r"(?:(?:peng?|pe)giat|warga|masyarakat|kader|guru|siswa|pelajar|atlet|asn|pns|pegawai|petugas|"
    r"petani|nakes|tenaga|pelaku|wajib pajak|relawan|tokoh|seniman|perusahaan|umkm|personel)\b"
)
INTERNAL = compile_words(
    rf"{_GIVES}(?:(?:meng)?(?:ganjar|hadiahi|anugerahi|guyur)|(?:me|"
    r"me[mn])?(?:nye)?rahkan|serahkan|"
    rf"(?:mem)?beri(?:kan)?(?!\s{_PRAISE})|(?:mem)?bagikan)\s(?!(?:[\w-]+\s){{0,2}}(?:sertifikat|"
    rf"piagam)\s(?:kelulusan\s)?(?:re)?akreditasi\b)(?:{_ITS_OWN}|{_ITS_PEOPLE})"
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
PRAISED = compile_words(
    rf"{_GIVES}(?:(?:meng)?apresiasi|(?:mem)?beri(?:kan)?\sapresiasi)\s{_ITS_OWN}"
)
"""A headline that tells nothing else tells of an award by it."""
ABOVE = compile_words(
    r"\b(?:juara|terbaik|pemenang|finalis|peringkat)\b[^,;:]{0,50}?\s(?:tingkat|level)\s"
    r"(?!kabupaten|kota|kecamatan|desa|kelurahan|internal)"
)
"""In a headline: it was won beyond the region, whose head only hands it on."""
