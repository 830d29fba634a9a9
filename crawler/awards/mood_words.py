"""The words that grant, wish, deny or explain, and those that end a clause."""

import re

from crawler.awards.word_tree import compile_words

_REWARDS = (
    r"(?-i:ganjar)|ganjar(?=\s(?:pem|kabupaten|kota|provinsi|polres|polda|desa|dinas|rsud|puskesmas|"
    r"\d|penghargaan|[\w-]+ (?:dengan|penghargaan|predikat|zona|opini|wtp|piagam)\b))"
)
"""With a capital letter it is more often a man's name, Ganjar Pranowo's."""
_EFFECT = (
    r"(?!\s+(?:dorongan|motivasi|pemicu|pemacu|penyemangat|semangat|inspirasi|acuan|modal|cambuk|"
    r"pelecut|tantangan|tolok\s+ukur|alasan|sebab|pertimbangan|syarat|dasar|bahan)\b)"
)
"""Behind "menjadi" or "memberi": what an award is to do, no result."""
_TAKING = (
    r"(?:(?:naik|turun) (?:\w+ )?(?:kelas|tingkat|peringkat|predikat|level|kategori|zona)|"
    r"ber(?:hasil|tengger|predikat)|mendarat|menapaki|mengantar(?:kan)?|pulang membawa|"
    r"(?:me|di)?raih|terima(?! kasih)|"
    r"menerima|diterima|(?:men|di)?dapat(?:kan)?|memperoleh|(?:di)?peroleh|beroleh|"
    r"(?:me|di)?nyabet|(?:di)?sabet|menyabet|(?:mem|di)?boyong|(?:mem)?borong|(?:me)?torehkan|"
    r"menorehkan|(?:meng)?ukir|mencetak|menduduki|menempati|(?:me)?nembus|tembus|menyandang|sandang|"
    r"(?:meng|di)?kantongi|mengantongi|mengoleksi|menuai|(?:meng)?gondol|(?:mem)?pertahankan|"
    r"receive[sd]?|obtain(?:s|ed)|earn(?:s|ed)|wins|won|win(?=\s(?:\w+\s){0,3}(?:awards?|opinion|adipura|wtp)\b)|awarded|secure[sd]|achieve[sd]|memimpin(?=\s+(?:di|dengan|pada|daftar|klasemen|perolehan|peringkat|urutan|kategori|jauh)\b)|mengungguli|(?:meng|di)genggam|menggenggam|(?:di|meng)?anugerah(?:i|kan)|"
    rf"(?:(?:di|mem)beri|beri)(?:kan)?{_EFFECT}|(?:di|meng)ganjar(?:nya)?|bertakhta|{_REWARDS}|didaulat|(?:di|me)nobatkan|disematkan|"
    r"menyematkan|serahkan|diserahkan|menyerahkan|(?:di|meng)umumkan|ditetapkan|"
    r"menetapkan|menempatkan|dinyatakan|menyatakan|terpilih|ditempati|diduduki|membukukan|bukukan|"
    r"(?:mem)?bawa pulang|dimenang(?:kan|i)|(?:mem|di)bagikan|mendulang|dihadiahi|"
    r"menghadiahi|diguyur|sukses|lolos|memetik|rengkuh|jatuh pada(?! (?:hari|tanggal|bulan|"
    r"tahun|pukul|senin|selasa|rabu|kamis|jum|sabtu|minggu|\d))|"
    r"merengkuh|kado|mengukuhkan|"
    r"(?:di|me)resmikan(?=\s[^.;\n]{0,90}?\bsebagai\s(?:desa|kampung|kelurahan|wilayah|zona)\b)|memberinya|berbuah|merangsek|lulus|terakreditasi|disandang|"
    r"digondol|menyodorkan|"
    r"(?:me|di)rebut|memenang(?:i|kan)|menjuarai|memuncaki|dihargai|jatuh ke(?:pada)?|"
    r"(?:men)?jadi milik|dikukuhkan|didapuk|dikoleksi|keluar sebagai|dikeluarkan|"
    r"(?:ada|masuk|tercantum|termasuk|tercatat)(?: di)?(?: dalam)? daftar (?:penerima|peraih|"
    r"pemenang)|termasuk (?:salah satu )?(?:penerima|peraih|pemenang)|"
    r"(?:penerima|peraih|pemenang)(?:nya)?(?: (?-i:[a-z])\w+){0,3} (?:adalah|ialah|yaitu|yakni))"
)
"""Verbs that tell of an award by themselves."""
_BECOMING = (
    r"(?:bergeser|melampauinya|tetap|masih|jatuh|melorot|terlempar|anjlok|melompat|melesat|sentuh|menyentuh|"
    rf"dibawa|membawa|mengumpulkan|jadi{_EFFECT}|pulang(?! (?:dengan )?(?:tangan|hampa))|"
    r"berubah|menaruh\w*|(?:men)?catat(?:kan)?|(?<!pintu )(?<!jalan )masuk|"
    "bertengger|mencapai|berada|diisi|disusul|melonjak|naik|meningkat|turun|merosot|"
    rf"menjadi{_EFFECT}|"
    r"tercatat|menghasilkan|bercokol|dinilai|disebut|dipercaya)"
)
"""Verbs of anything that moves or stands somewhere; they grant where a result goes with them."""
_VERBS = rf"(?:(?P<taking>{_TAKING})|{_BECOMING})"
_NOT_YET = (
    r"(?:nominasi|nominator|nominee|kandidat|finalis|calon|target|incaran|sasaran|tahap|seleksi|"
    r"(?<!hijau )(?<!kuning )(?<!merah )penilaian|harapan|impian)"
)
_NO_AWARD = (
    r"(?:lkpd|lppd|lkjip|laporan|berkas|dokumen|(?:peng)?aduan|keluhan|kunjungan|tamu|audiensi|"
    r"sosialisasi|bimbingan|pendampingan|saran|masukan|kritik|teguran|bantuan|hibah|"
    r"tim|rombongan|delegasi|utusan|kedatangan)"
)
"""What is also received or handed over: reports, visits, visitors, complaints."""
_NO_GRANT = (
    rf"(?!\s+(?:(?!lhp|hasil|penghargaan|predikat)[\w.]+\s){{0,2}}(?:{_NOT_YET}|{_NO_AWARD})\b"
    r"(?! hasil))"
)
GRANT = compile_words(rf"\b{_VERBS}\b{_NO_GRANT}")
ANY_VERB, TAKING_VERB = 0, "taking"
"""Groups of a granting verb."""
WISH = compile_words(
    r"\b(?:(?:di|me)?target(?:kan|nya|i)?|menarget(?:kan|i)?|(?:me)?matok|dipatok|(?:mem|di)?bidik|"
    r"(?:meng|di)?incar(?:an)?|(?:me)?ngejar|(?:di)?kejar|(?:meng|di|ber)?harap(?:kan|annya)?|"
    r"harapan(?!\s+(?:i{1,3}|[123]|kita)\b)|semoga|mudah-mudahan|kelak|(?:(?:meng|di)?ingin(?:kan)?)(?:nya)?|berkeinginan|"
    r"(?:opt|pes)imis(?:tis|tik|me)?|yakin|meyakini|berupaya|upayakan|diupayakan|bertekad|berambisi|ambisi|"
    r"(?:men)?doakan|berdoa|cita-cita|dambaan|mendambakan|(?:me(?:ng)?)?idam(?:-idam)?kan|menuju(?!\s+informatif)|menyongsong|agar|supaya|"
    r"akan(?!\s+tetapi)|bakal|segera(?=\s+(?:kembali\s+)?(?:di|me|te)\w)|siap|persiapan|bersiap|siapkan|mempersiapkan|berencana|(?:di)?rencanakan|rencananya|"
    r"dijadwalkan|mendatang|tahun depan|(?<!yang )(?<!hanya )(?<!baru )(?<!akhirnya )(?<!dengan )"
    r"(?<!tak )(?<!tidak )(?<!belum )bisa(?=\s+(?:me|"
    r"di\w|ber|ter|raih|masuk|naik|jadi|lolos|"
    r"tembus|dapat|lebih|kembali|sampai))|(?:jika|apabila|bila)(?!\s+di(?:banding|lihat))|"
    r"kalau(?!\s+(?:di(?:banding|lihat)|(?:untuk|soal|di(?!\s+(?:tahun|masa|penilaian)))\s)|"
    r"\s(?-i:[A-Z])[^,.;\n]{1,50}\s(?:sudah|memang|sih)\b)|"
    r"seandainya|andai|diproyeksikan|proyeksi|diprediksi|berpeluang|peluang|digadang\S*|"
    r"hanya\s+(?:di(?:berikan|serahkan|anugerahkan|peruntukkan))(?=\s+(?:kepada|untuk|bagi)\s+(?:\w+\s+){1,3}yang\b)|"
    r"harus(?!\s+(?:diakui|puas|rela))|wajib(?!\s+pajak)|perlu(?!\s+diketahui)|dituntut|(?:di|men)?dorong|"
    r"(?:(?:meng)?(?:ajak|imbau)|(?:men)?(?:dampingi|dukung))(?=\s(?:[\w/]+\s){1,6}?(?:(?:me)?raih|(?:mem)?pertahankan)\b)|"
    r"(?<!berkat )(?<!atas )upaya(?:nya)?"
    r"(?=\s(?:[\w/]+\s){1,6}?(?:(?:me)?raih|(?:mem)?pertahankan|merebut)\b)|"
    r"(?<!tak )(?<!tidak )mengira|konon|genjot|menggenjot|"
    r"(?:untuk|guna) (?:(?:bisa|dapat|kembali) ){0,2}(?:me(?:raih|ncapai|mperoleh|ndapat\w*|nuju|"
    r"rebut)|raih|rebut|dapatkan|masuk|naik)|terancam|"
    r"(?<!dinyatakan )(?<!dinilai )(?<!dianggap )(?:layak(?!\s+anak)|pantas|sudah saatnya|"
    r"waktunya)(?=\s+(?:\w+\s+){0,4}?(?:(?:men)?dapat|(?:me)?raih|menerima|"
    r"menyandang|naik|jadi|masuk))|strategi|kiat|jurus|trik|resep(?=\s+me)|(?:ber)?mimpi|"
    r"diperkirakan|memperkirakan|minta|meminta|diminta|(?<!\bnama )demi|calon|"
    r"diusulkan|mengusulkan|usulan(?=\s+(?:\w+\s+)?(?:ber|me|pe(?:raih|nerima))\w)|nominasi|dinominasikan|"
    r"nominator|nominee|finalis|kandidat|"
    r"(?-i:sedang|tengah|masih) (?:(?:dalam|proses|tahap|menjalani|di\w+) ){1,3}"
    r"(?:penilaian|seleksi|verifikasi)|"
    r"(?:ber)?komitmen(?:nya)?(?=\s(?:(?:untuk|dalam|guna)\s)?(?:(?:me)?raih|mendapat\w*|mencapai|menuju|mewujudkan)\b)|"
    r"mendekati(?=\s(?:predikat|kategori|zona|nilai|skor)\b)|"
    r"menanti|menunggu|dijanjikan|jangan|percuma|sia-sia|"
    r"(?:buat|untuk|guna) apa)\b",
)
GOAL_MET = re.compile(
    r"\b(?:penuhi|memenuhi|lampaui|melampaui|melebihi|capai|mencapai|tercapai|sesuai|di atas|"
    r"atas|melewati)\s+$",
    re.IGNORECASE,
)
"""In front of "target" or "harapan": it was met."""
NAMED_AT_ONCE = re.compile(
    r"[^.;:\n]{0,80}?\b(?:yakni|yaitu|adalah|ialah)\s(?:[A-Z]\w+\s){1,5}(?:\(?\d|dengan\s(?:\w+\s)?(?:nilai|skor)\b)"
)
"""Behind "untuk memperoleh": "... kategori A yakni Kota Tegal dengan nilai 92,5" has got it."""
REPORTED = re.compile(
    r"\b(?:dikatakan|mengatakan|menyebut(?:kan)?|disebut(?:kan)?|mengungkap(?:kan)?|diungkap(?:kan)?|menjelaskan|"
    r"dijelaskan|menuturkan|mengakui|diakui|diketahui|memastikan|melaporkan)\s(?:[\w.]+\s){0,3}$",
    re.IGNORECASE,
)
"""In front of "jika": it tells what is so, as "bahwa" does."""
NAMED_HOPE = re.compile(
    r"\b(?i:puskesmas|pkm|rsud?|rumah sakit|desa|kelurahan|kecamatan|gampong|nagari|kampung)\s"
    r"(?:[A-Z]\w+\s){0,2}$"
)
"""In front of "harapan": it is part of a name, "Puskesmas Tunas Harapan"."""
TO_MEND = re.compile(r"(?:\s\w+){1,5}?\s(?:adalah|ialah|yakni|yaitu|itu)\s[A-Z]")
"""Behind "harus": who has to mend is named as it is, "yang harus berbenah adalah Dinsos (68,3)"."""
FINALLY = re.compile(
    r"\bakhirnya,?\s(?:[\w.-]+\s){1,5}$|\b(?:membuktikan|terbukti)\s(?:\w+\s)?$", re.IGNORECASE
)
"""In front of "bisa": it has come to be, "akhirnya Kota Tegal bisa berada di zona hijau"."""
RELATIVE_MET = re.compile(
    r"\b(?:lampaui|melampaui|melebihi|memenuhi|di atas|melewati)\s+(?:[\w()]+,?\s+){0,9}yang\s+$",
    re.IGNORECASE,
)
"""In front of "ditargetkan": what was met is told once more."""
HOPE = re.compile(r"semoga|mudah-mudahan|(?:di|ber|meng)?harap")
TO_INSPIRE = re.compile(
    r"(?:\s+[\w()\"'-]+){1,8}?\s(?:(?:men)?jadi(?:kan)?\s+(?:\w+\s){0,2}?(?:motivasi|pemicu|pemacu|"
    r"penyemangat|semangat|inspirasi|pelecut|cambuk|contoh|teladan|acuan|momentum|modal|dorongan)|"
    r"(?:me)?motivasi|(?:meng)?inspirasi|(?:me)?micu|(?:me)?macu)\b",
    re.IGNORECASE,
)
"""What an award is to do to others: nobody wishes for the award itself."""
NAMED_TOWARDS = compile_words(
    r"\b(?:predikat|penghargaan|kategori|kualifikasi|status|gelar|piagam)\W+(?:[\w()]+\W+){0,5}$",
)
"""In front of "menuju": it is part of an award's name ("predikat Zona Integritas menuju WBK")."""
DENIAL = compile_words(
    r"\b(?:belum|tidak(?!\s+(?:(?:memberikan|menyatakan)\s+pendapat|wajar|informatif))|tak|"
    r"(?:ke)?gagal(?:an)?(?:nya)?|batal|urung|(?:mem)?bantah|bukan|tanpa|meleset|kandas|(?:men|di)?cabut|"
    r"(?:mem|di)?batalkan|puasa(?!\s+\w+\s+tahun)|"
    r"mel(?:ewati|ampaui|ompati)(?=\s(?:\w+\s){0,2}?(?:kategori|predikat|kelas|level|tingkatan)\b))\b"
    r"(?!\s+(?:hanya|sekadar|sekedar|cuma|saja|semata|lepas|terlepas|henti|menyangka|mudah|"
    r"(?<!gagal )lagi(?!\s+(?:berhasil|mampu|bisa|(?:men)?dapat|(?:me)?raih|menerima|"
    r"memperoleh|(?:me)?nyabet|sabet))|"
    r"(?:(?:juga|kunjung|mampu|bisa|berhasil)\s+)*(?:beranjak|bergeser|beringsut|keluar|bangkit|pindah|naik\s+kelas)\s+dari\b|"
    r"pernah absen|disangka|terduga|lain|kurang|maladministrasi|pengecualian|menggembirakan|"
    r"optimal|maksimal|ideal|merata|kalah(?!\s+(?:dari|oleh)\s+target)))",
)
_A_BODY = (
    r"(?:pem(?:kab|kot?|prov|da)|pemerintah|kabupaten|kab|kota|provinsi|kantor|kantah|kanwil|"
    r"polres\w*|polda|puskesmas|rsud|dinas|kecamatan|desa|lapas|rutan|pengadilan|kejari|"
    r"kementerian)\b"
)
"""A band is no such: what consists of them is a list of those who got something."""
RULE = compile_words(
    r"\b(?:interval|rentang|klasifikasi(?!\s+(?:badan\s+publik\s+)?(?:(?:menuju|cukup|kurang|"
    r"tidak|sangat)\s+\w|informatif|kualitas|(?-i:[A-D]{1,2})\b))|kriteria|ketentuan(?:nya)?|"
    r"adapun kategori(?![^.;\n]{0,80}\(\d{1,3}[.,]\d)|"
    r"(?:di|ter)bagi(?: ke)?(?: (?:menjadi|dalam|atas))|terbagi|"
    rf"terdiri (?:dari|atas)(?! {_A_BODY})|"
    r"(?<!yang )sama dengan(?! (?:tahun|hasil|capaian|edisi|penilaian|evaluasi|sebelumnya))|"
    r"(?<!\d, )artinya|"
    r"(?<!tersebut )(?<!itu )(?<!ini )berarti|yang dimaksud|instansi (?:dengan|yang)|"
    r"apabila|jika(?!\s+di(?:banding|lihat))|(?<!\d )skala)\b",
)
SCALE_TOLD = compile_words(
    r"\bzona(?:si)?\s+(?:hijau|kuning|merah)\s+(?:\w+\s+)?(?:adalah|ialah|merupakan|berarti)\s+"
    r"(?:berada\s+)?(?:pada\s+)?(?:level|tingkat|kualitas|kepatuhan|kategori|nilai|predikat|opini)\b"
    r"|\b(?:hijau|kuning|merah)\s+(?:yang\s+)?(?:menandakan|menunjukkan|mengindikasikan|"
    r"menggambarkan|berarti|artinya)\s+(?=(?:[\w ]{0,60})\b(?:rendah|sedang|tinggi)\b[^.\n]{0,90}"
    r"\b(?:hijau|kuning|merah)\b)",
)
"""What a colour stands for: "zona merah adalah kepatuhan rendah"."""
RELEASE = compile_words(
    r"\b(?:akhirnya|ternyata|telah|sudah|resmi|lantas|kini|dan (?:berhasil|sukses|mampu))\b",
)
"""A granting verb behind it is no longer wished for or denied."""
CLAUSE_SIGN = re.compile(
    r"[,;:\"(-](?:(?<=[,;:])(?<![bB]erharap.)(?<![hH]arapkan.)\s|(?<=\s-)\s|(?<=\")|"
    r"(?<=\()(?!\w{2,12}\)))"
)
CLAUSE_WORD = compile_words(
    r"\b(?:setelah|sesudah|usai|saat(?! ini| itu| yang)|karena|sebab|lantaran|berkat|sehingga|"
    r"sementara|sedangkan|meski(?:pun)?|walau(?:pun)?|kendati|namun|tetapi|tapi|melainkan|(?:se(?:mua|luruh))nya)\b",
)
BUT = re.compile(r"namun|te?tapi|melainkan|sedangkan|sementara|semuanya|seluruhnya", re.IGNORECASE)
