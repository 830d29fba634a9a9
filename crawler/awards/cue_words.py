"""The words by which a story shows what it is: one pattern for each kind of telling.

`cues` asks for them in headline, lead or body. They are stems of the trade, not of single stories:
who knows a new word for a visit of assessors adds it to STAGE.
"""

import re

from crawler.awards.getting import TAKEN
from crawler.awards.word_patterns import WordPattern
from crawler.awards.word_tree import compile_words


def _words(*patterns: str) -> WordPattern:
    return compile_words(rf"\b(?:{'|'.join(patterns)})\b")


AWARD = _words(
    r"penghargaan|piagam|predikat|anugerah|award|opini|zona(?:si)? (?:hijau|kuning|merah)|nilai",
    r"skor|peringkat|indeks|rapp?ort?|piala|trofi|trophy|gelar|insentif|sertifikat|juara|terbaik",
    r"kualitas tertinggi|pelayanan prima|kategori|tertinggi|prestasi|kepatuhan|ipp|poin|plakat",
    r"hasil (?:penilaian|evaluasi|pengukuran|monev|survei)|apresiasi",
)
WINNERS = _words(
    r"penerima|peraih|pemenang|juara|terbaik|terinovatif|tertinggi|terendah|peringkat|berpredikat",
    r"rapp?ort?|daftar(?:nya)?|top \d+|\d+ besar|(?:tiga|lima|sepuluh) besar",
)
HOLDER = _words(r"peraih|penerima|penyandang")
LISTED = _words(
    r"\d+|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|daftar|nama|ini(?:lah)?",
    r"berikut|para|daerah|pemda|(?:men)?jadi|sebagai|(?:di|me)?tetapkan",
)
"""In front of a holder: whoever is listed or counted, or has become one."""
_CARRIED = r"arak-arakan|(?:di|meng)?arak|kirab"
CARRIED = _words(_CARRIED)
"""A cup is shown to the town as soon as it is there."""
HANDED = _words(
    r"(?:di)?serahkan|menyerahkan|penyerahan|(?:di|meng)anugerah(?:kan|i)|penganugerahan",
    r"diberikan|memberikan penghargaan|diganjar|diterima|(?:mem|di)?bagikan|menempatkan",
    _CARRIED,
    r"(?:mene|te)rima (?:penghargaan|piagam|predikat|piala|trofi|anugerah)|(?:me|di)?rilis",
    r"(?:di|meng)?umumkan|(?:dite|mene)tapkan|handed over|presented|received the award",
)
WHICH = compile_words(r"\byang (?:(?:telah|sudah|baru|pernah) )?$")
AFTER_HANDING = _words(
    r"(?:usai|seusai|setelah|selepas) (?:menghadiri |mengikuti |acara |kegiatan |prosesi )*"
    r"(?:penyerahan|penganugerahan|penerimaan|menerima)",
)
"""Whoever wishes for the next one has just got this one."""
RELEASED = _words(r"merilis|mengumumkan|memublikasikan|mempublikasikan")
"""What somebody makes known in the first sentences is news, however late."""
THANKS = _words(
    r"(?:ber)?syukur|alhamdulillah|bangga|membanggakan|(?:ber)?terima kasih|selamat kepada",
    r"(?:meng)?apresiasi|kerja keras|kado|prestasi|(?:capaian|raihan|penghargaan|predikat) ini",
)
_SUBMITS = (
    r"(?:menye|se|pen?ye|dise)rah(?:k?an) (?:(?!lhp|hasil)\w+ )?"
    r"(?:lkpd|lppd|lkjip|laporan (?:keuangan|kinerja)|berkas|dokumen)|"
    r"(?:me(?:ny|s)?|s)ampaikan (?:lkpd|lppd|lkjip|laporan (?:keuangan|kinerja))|"
    r"(?<!lhp )(?<!atas )lkpd (?:\w+ ){0,4}diserahkan"
)
SUBMITTED = _words(_SUBMITS)
STAGE = _words(
    r"(?:menyosialisasi|(?:men|di)?sosialisasi)\w*|internalisasi|bimtek|bimbingan teknis|"
    r"(?:pen)?dampingan|asistensi",
    r"(?:di)?visitasi|(?:di)?verifikasi|verifikator|audiensi|(?:di)?kunjung(?:i|an)|kunker",
    r"studi (?:banding|tiru)|persiapan|persiapkan|kesiapan|(?:pen|men|di)?canang(?:an|kan)",
    r"deklarasi(?:kan)?|workshop|pelatihan|dilatih|latih|fgd|uji publik|penilaian mandiri",
    r"self[- ]assessment|(?:entry|exit) meeting|coaching clinic|rencana aksi|(?:di)?observasi",
    r"(?:di)?wawancara\w*|tinjau|meninjau|sidak|penandatanganan|mou|pembahasan",
    r"(?:evaluasi|penilaian|verifikasi|tinjauan) lapangan|turun lapangan|simulasi|gladi|uji coba",
    r"presentasi(?:kan)?|paparkan|pemaparan|ekspose?|un-?audited|diperiksa",
    r"mulai (?:di)?(?:nilai|audit|periksa)|pemeriksaan interim",
    r"(?:belajar|berguru|menimba ilmu|bertandang|berkaca) (?:\w+ ){0,3}(?:ke|di|dari|pada)|"
    r"mencontoh",
    r"tengah dinilai|dievaluasi|rapat (?:internal|evaluasi|persiapan)|narasumber|pemateri",
    r"borang|surveior|panelis|(?:tim|dewan) (?:juri|evaluator|penilai|verifikator|asesor)",
    r"kick[ -]?off?|lokakarya|loka ?latih|magang|(?:di)?gembleng|pembekalan|dibekali|diklat|kursus",
    r"seminar|webinar|mentoring|coaching|(?:mem|di)?bedah (?:dokumen|rapp?or\w*|nilai|hasil)",
    r"(?:meng)?ikuti (?:\w+ ){0,2}(?:penilaian|evaluasi|survei|audit|desk|monev|seleksi)",
    r"(?:men)?jalani (?:\w+ ){0,2}(?:penilaian|evaluasi|survei|audit|seleksi)|desk evaluasi",
    r"(?:meng)?hadapi (?:\w+ ){0,2}(?:penilaian|evaluasi|survei|audit)",
    r"(?:men)?jelang (?:penilaian|survei)|kuesioner|kertas kerja|dipantau|jadwal",
    r"(?:me)?nandatangani|tanda ?tangani|(?:me)?neken|teken",
    r"cagub|cawagub|cabup|cawabup|cawalkot|paslon|pasangan calon",
    r"tahap (?:\d|i{1,3}|satu|dua|tiga|empat|lima|pertama|ke\w+|akhir|final)|debat|pilkada|"
    r"pilbup|pilwalkot|kampanye|petahana",
    _SUBMITS,
)
"""What comes before a result, or beside it: preparing, visiting, interviewing, campaigning."""
MEETING = _words(
    r"(?:meny|di)ambangi|sambangi|(?:mem)?bahas|(?:menindak|tindak )lanjut\w*|rakor|temui|bersua",
)
"""In a headline: people meet and talk about a result."""
OVER = re.compile(
    r"\W*(?:ketika|kala|tatkala|usai|seusai|setelah|sesudah|pasca|jelang)\b", re.IGNORECASE
)
"""A clause of a headline that begins so tells what came before the news."""
NOMINEE = _words(
    r"nominasi|nominator|nominee|finalis|kandidat|calon|masuk tahap|"
    r"lolos (?:ke )?(?:tahap|seleksi|(?:\d+|tiga|lima|enam|sepuluh) besar)",
    r"(?:di|meng)?usulkan|berpeluang|bersaing|(?:di)?prediksi(?:kan)?|memprediksi",
    r"(?:di|mem)perkirakan|tinggal (?:me)?(?:tunggu|nunggu|nanti)|digadang-gadang|difavoritkan",
)
_DISPUTES = (
    r"(?:mem|di)?pertanyakan|(?:meng|di)?usut|(?:meng|di)?kritisi|(?:menyang|di)?sangsikan",
    r"janggal|kejanggalan|dianggap aneh|kegagalan|panja|pansus|panitia (?:kerja|khusus)",
    r"(?:mem|di)?persoalkan|tanda tanya|ironis?|terlalu (?:mahal|murah|mudah)",
    r"(?<!tanpa )(?<!tak )(?<!tidak )(?:ragu|(?:me|di)?ragukan)",
)
COMPLAINT = _words(
    r"mengadu|(?:di|meng)?adukan|(?:\d+|ratusan|puluhan) (?:peng)?aduan|aduan (?:warga|masyarakat)",
    r"(?:terima|catat|menerima|mencatat) (?:\w+ ){0,2}(?:peng)?aduan|menerima \d+ laporan|pungli",
    r"dilaporkan (?:ke|kepada|warga)|digugat|sengketa|pungutan liar|dugaan|diduga|mengeluh|keluhan",
    r"(?:di)?keluhkan|(?:temuan|kasus|laporan) maladministrasi|terlapor|pelapor|korupsi dana",
    r"(?:meng)?ingatkan|bukan (?:tujuan|jaminan|segalanya)|tersangka|ditahan|tangkap|"
    r"ditangkap|diciduk|terjaring|diwarning|diperingatkan|disomasi|(?:meng)?gugat|"
    r"sentil|(?:me|di)?ny?indir|sindir|mengkritik|soroti|tempelan|aktivis|ditolak|menolak|"
    r"naik pitam|geram|mengecam|"
    r"dikecam|(?:mem|di)?protes|unjuk rasa|mempersilakan (?:\w+ )?melapor|(?:men|di)?desak|"
    r"(?:mem)?(?:bodoh|bohong)i|kecewa|kekecewaan|(?:meny|di)?sesalkan|(?:meny|di)?sayangkan",
    r"dikepung|(?:tumpukan|darurat|gunungan) sampah",
    *_DISPUTES,
)
DISPUTED = _words(*_DISPUTES, r"(?:bukan|tidak|tak) berarti|sorotan|disorot|disoroti|menyoroti")
"""In a sentence that tells of an award: whether it was deserved is what the sentence is about."""
CRIME = _words(
    r"ott|operasi tangkap tangan|(?:ter|di)tangkap|tersangka|terdakwa|terpidana|(?:di|me|ny)?suap",
    r"menyuap|menyogok|disogok|ditahan|disangka|divonis|dipenjara|digelandang|koruptor|terjerat|"
    r"tersandung|(?:men|di)?curi|pencuri\w*|maling|begal\w*|(?:me|di)?rampok|(?:me|di)?rampas",
)
"""What officials are accused of, whatever their region has received."""
NO_PROOF = _words(
    r"(?:tak|tidak|bukan|belum) (?:(?:bisa|dapat|lantas|otomatis) )?(?:(?:men)?jamin\w*|jaminan|"
    r"be?r?arti|tentu|pertanda|bukti|tanda|serta[ -]merta|(?:men)?cerminkan)",
)
"""In a headline: what an award does not prove."""
DEFINES = re.compile(
    r"[\"']?\w+(?: \w+){0,3}(?: \([^)]{1,40}\))?,? (?:adalah|merupakan|ialah) "
    r"(?:(?:sebuah|suatu|salah satu|bentuk) )?(?:penghargaan|ajang|program|apresiasi|predikat) "
    r"(?:\w+ ){0,3}?(?:bagi|untuk|kepada|yang)\b",
    re.IGNORECASE,
)
"""How an encyclopedia begins: "Adipura adalah sebuah penghargaan bagi kota ..."."""
FORGED = _words(r"cek fakta|hoaks?|palsu|keliru|klaim|fakta atau")
EXPLAINER = _words(
    r"apa itu|apakah|tanya jawab|"
    r"mengenal|begini (?:cara|penjelasan|tahap\w*|alur|proses|skema|mekanisme)|"
    r"cara (?:membaca|menilai|menghitung)|penjelasan",
    r"arti\w*|(?:ini )?maksudnya|ini bedanya|perbedaan|serba-serbi|kupas|memahami|bagaimana",
    r"mengapa|kenapa|syarat|pilar|ragam|berapa|kapan",
)
SHOWN_OFF = compile_words(
    r"\b(?:inilah|ini(?: dia| lho)?|deretan|daftar|intip|simak|punya|\d{1,2}|dua|tiga|empat|lima|"
    r"enam|tujuh|delapan|sembilan|sepuluh)(?: (?:nama|deretan|daftar|\d{1,2}))? "
    r"(?:kota|kabupaten|daerah|wilayah|provinsi|desa)"
    r"(?:(?:/| dan | )(?:kota|kabupaten|besar|kecil))? (?:(?:di|se) ?\w+ (?:\w+ )?)?(?:yang )?(?:"
    r"paling (?!informatif|inovatif|patuh|baik|tinggi)\w+|ter(?:bersih|kotor|kaya|miskin|maju|"
    r"besar|kecil|luas|sempit|padat|indah|cantik|sejuk|dingin|panas|aman|nyaman|bahagia|tua|muda|"
    r"sehat|hijau|pintar|murah|mahal|makmur|sejahtera))\b",
)
"""In a headline: a list for entertainment, "8 Kota Terbersih", in which awards come in passing."""
KNOWN = compile_words(
    r"\b(?:opini|predikat|penghargaan|piala|piagam|wtp|capaian|raihan)\s(?:[\w()]+\s){0,5}?"
    r"yang\sdi(?:raih|dapat\w*|peroleh|terima|sandang|berikan|kantongi|genggam)\b",
)
"""In a headline: an award that readers know of, "Opini WTP yang Didapat Pemkab"."""
RETROSPECT = _words(
    r"pernah|sempat|tahun lalu|tahun kemarin|dulu|dahulu|silam|(?<!hari )sebelumnya|terakhir|"
    r"semasa",
    r"beberapa (?:waktu|bulan|tahun) (?:yang )?(?:lalu|silam)|beberapa kali|berkali-kali|"
    r"kerap(?: kali)?|(?:tahun|bulan) berlalu|(?:waktu|ketika) itu",
    r"(?:di|pada) (?:masa|era|zaman) (?:pemerintahan|kepemimpinan|kekuasaan|jabatan)\w*|"
    r"19\d\d|pada zamannya|kala itu|selama (?:ini|kami)|sejak (?:tahun )?(?:19|20)\d\d",
)
COMPARED = _words(
    r"naik|turun|(?:di)?banding(?:kan)?|meningkat|lebih|ketimbang|kembali|kini|lagi",
    r"dari (?:(?:yang )?(?:tahun|sebelum)\w*|nilai|skor|angka|predikat|kategori|zona|posisi|"
    r"peringkat|urutan|indeks|capaian|hasil|kelas|tingkat|level|opini|status|\d)",
)
"""Beside words of the past: the past is what the news is measured against."""
BACKGROUND = _words(
    r"meski(?:pun)?|walau(?:pun)?|kendati|padahal|usai|pasca|jelang|se(?:telah|sudah)|peraih|"
    r"penyandang",
    r"berpredikat|berstatus|syarat|cara|jadwal|dugaan|percuma|sia-sia|apa guna\w*|buat apa|"
    r"untuk apa|tak ada guna\w*",
)
"""Beside a grant in a headline: the grant is not the news."""
TO_COME = _words(
    r"(?:pengumuman|penganugerahan|penyerahan|malam anugerah|hasil(?:nya)?|pemenang|nilai(?:nya)?|"
    r"penilaian)\b[^.;\n]{0,60}\b(?:dijadwalkan|diagendakan|direncanakan|rencananya|diundur|"
    r"ditunda|menunggu|belum (?:keluar|diumumkan|turun|dirilis|final|ada)|"
    r"akan (?:di)?(?:umumkan|gelar|serahkan|rilis|laporkan))",
    r"(?:menunggu|menanti) (?:\w+ ){0,2}(?:hasil|pengumuman|keputusan|penilaian)",
    r"belum (?:\w+ ){0,2}(?:diverifikasi|verifikasi|divalidasi|diumumkan|disahkan|mengesahkan)",
    r"akan (?:dinilai|dievaluasi|diverifikasi|diumumkan)",
)
AHEAD = _words(
    r"(?:berbagai|bermacam|beragam|segala|sejumlah|melakukan|mematangkan|matangkan) (?:\w+ )?"
    r"persiapan\w*|persiapan(?:nya)? (?:\w+ ){0,2}(?:penilaian|menghadapi|menyambut|menuju)",
    r"(?:siapkan|(?:meng)?hadapi|(?:menyam|sam)but|(?:men)?jelang) (?:\w+ ){0,2}(?:penilaian|"
    r"evaluasi|verifikasi|tim penilai|survei)",
    r"tim penilai\w* (?:\w+ ){0,5}(?:turun|datang|akan|berkunjung)",
    r"(?:mengajak|ajak|diajak|mengimbau|imbau|meminta|minta) (?:\w+ ){0,8}(?:mem)?pertahankan",
    r"(?:upaya|untuk|dalam|tetap|terus|bisa|harus|target\w*) (?:\w+ ){0,2}mempertahankan",
    r"(?:memasuki|masuk|lolos|sampai) (?:ke )?tahap(?:an)?",
    r"(?<!setelah )(?<!usai )(?<!melalui )(?<!melewati )tahap(?:an)? (?:final|akhir|seleksi|"
    r"verifikasi|wawancara|presentasi)"
    r"(?! (?:\w+ ){0,3}(?:telah|sudah|dilaksanakan|dilakukan|digelar|berlangsung)\b)",
    r"penilaian (?:tahap )?(?:pertama|kedua|ketiga|akhir|lapangan)",
    r"(?:menunggu|menanti) (?:\w+ ){0,2}(?:pengumuman|hasil)",
    r"(?:merencanakan|berencana|dijadwalkan) (?:\w+ ){0,2}(?:survei|penilaian|evaluasi)",
    r"akan (?:melakukan|melaksanakan|menggelar) (?:survei|penilaian) ",
    r"(?:percontohan|pilot project) (?:(?:penerapan|pembangunan|unit) )?zona integritas",
)
"""An assessment that is prepared, under way or awaited; an award held is to be kept."""
TARGET = _words(r"target (?:kami|kita|tahun ini)")
RECALLED = _words(
    r"(?:meng|di)?ingatkan|(?:mena|dita|na)yangkan|menampilkan|ditampilkan|(?:mem|di)?bacakan|"
    r"menyinggung|disinggung|masih ingat|mengulas|diulas|berkaca|bercermin|trauma|gara-gara",
    r"menyusul|lantaran|(?<!syukur )(?<!bangga )karena|sebab|lahir dari|bermula|berangkat dari|"
    r"khawatir|cemas",
)
"""In front of a result: it is shown once more, or the reason of what is news."""
NOW = _words(r"akhirnya|kini|resmi")
"""In a headline: what stands beside it has just come to be."""
SOON = _words(r"besok|esok|lusa|(?:pekan|minggu|bulan) depan")
"""In a headline: what it tells of has not happened yet."""
NOT_FINAL = _words(
    r"(?:beri|memberi|nilai|menilai) diri(?:nya)? sendiri|menilai sendiri|hitungan sendiri",
    r"(?:dikerjakan|dilakukan|dinilai|digarap|digelar) (?:oleh )?inspektorat",
    r"(?:nilai|skor|indeks|isian|angka|poin|penilaian|hasil|evaluasi|hitungan) (?:\w+ )?"
    r"(?:mandiri|sementara|internal)|pemeringkatan sementara|masih (?:di angka|berada di angka)",
    r"self[- ]assessment|menilai dirinya|menurut (?:hitungan|perhitungan)|mengisi nilai",
    r"hitungan (?:tim|inspektorat)|oleh inspektorat|versi (?:tim|internal|kami)",
    r"(?:pada|dalam|saat) simulasi|simulasi (?:penilaian|survei|evaluasi|akreditasi)",
    r"tahap (?:pertama|kedua|i|ii|1|2)|p-?1",
    r"(?<!ari )(?<!ret )(?<!ril )(?<!mei )(?<!uni )(?<!uli )(?<!tus )(?<!ber )"
    r"(?:hingga|sampai|per) (?:triwulan|semester|akhir bulan|bulan|(?:\d{1,2} )?(?:jan|feb|mar|"
    r"apr|mei|jun|jul|agu|sep|okt|nov|des)\w*)|triwulan (?:i{1,3}|iv|ke\w*)",
)
PERSONS = _words(
    r"asn|pns|pegawai|siswa|siswi|pelajar|mahasiswa|atlet|lifter|pesilat|guru|dosen|santri|warga",
    r"perajin|karyawan|perusahaan|pabrik|umkm|pengusaha|bidan|perawat|penyuluh|kontingen|film",
    r"ketua dprd|tokoh|kepala (?:desa|kampung|sekolah)|kades|lurah|wajib pajak|relawan|remaja",
    r"petani|personel|maling|pencuri|admin|operator|kader|wartawan|jurnalis|pewarta|dokter|pt",
    r"(?:rs|rumah sakit|klinik|sekolah|kampus|perguruan tinggi) swasta",
    r"(?:peng?|pe)giat|pelaku (?:usaha|seni|budaya)|nakes|tenaga (?:kesehatan|pendidik)|seniman",
)
NAME_HEAD = compile_words(
    r"\b(?:hari|kota|kabupaten|kampung|bumi|negeri|nagari|desa|rumah|gedung|graha|wisma|taman|pasar|"
    r"jalan|jl|stadion|monumen|forum)\s+$",
)
"""In front of a person's word that is part of a name: "Hari Guru", "Kota Santri"."""
VILLAGE_HEAD = _words(r"kepala (?:desa|kampung)|kades|lurah")
"""Persons and firms: what they receive is no award of a public body."""
BESIDE_GOVERNMENTS = compile_words(
    r"\b(?:pemerintah(?:an)?\s(?:daerah|provinsi|kabupaten|kota)|pem(?:da|prov|kab|kot?)|"
    r"kepala daerah)(?:\s\(\w+\))?(?:\s?,\s?|\s(?:dan|serta|maupun)\s)(?:badan usaha|perusahaan|"
    r"pengusaha|karyawan|umkm|warga|tokoh)\b",
)
"""Persons or firms who share the award with governments."""
TO_PERSONS = compile_words(
    rf"\b(?:kepada|untuk|bagi|buat|ke|oleh|{TAKEN}|beri(?:kan)?|memberi(?:kan)?|ganjar|"
    r"hadiahi|anugerahi)\s+(?:\w+\s+){0,2}$",
)
"""In front of persons who receive, behind the verb."""
TO_WINNER = compile_words(
    rf"\b(?:kategori|kelompok|juara|terbaik)\b[^.;\n]{{0,60}}?\b{TAKEN}\s+(?:oleh\s+)?(?-i:[A-Z])"
)
"""Another prize of the same event: "kategori pengelolaan aset diraih oleh Rutan Sigli"."""
HOPED = compile_words(
    r",\s*(?:harapan|harap|target|asa|doa|janji|mimpi|ambisi|impian|cita-cita)\b"
    r"|,\s*(?:[\w.]+\s){1,5}(?:optimis(?:tis)?|yakin|berharap|bertekad|siap)\s*$",
    flags=re.IGNORECASE | re.MULTILINE,
)
"""In a headline: what stands in front of it is only hoped for."""
HANDED_TO = _words(
    r"(?:penghargaan|predikat|opini|piala|anugerah|piagam|trofi|juara|terbaik)\b[^,;:?]{0,60}"
    r"\b(?:untuk|buat|bagi|kepada|milik)",
)
"""A headline without a verb: "Penghargaan itu lagi-lagi untuk X"."""
ATTENDS = _words(
    r"(?:meng)?hadiri|saksikan|menyaksikan|tanpa (?:piala|penghargaan|piagam)|tangan hampa|buka",
    r"tuan rumah|membuka|(?:meng)?ikuti|diundur|ditunda|(?:akan )?gelar",
)
CAREER = _words(
    r"kenang|mengenang|(?:me)?warisi|kisah|cerita|tutup usia|meninggal|wafat|berpulang|obituari",
    r"(?:me|di)?lantik|pelantikan|(?:di|men)?copot|pencopotan|mutasi|dimutasi|rotasi|"
    r"purna ?tugas|pensiun|pamit|pisah sambut",
    r"(?:ber)?ganti(?:kan)? (?:nakhoda|pejabat|pimpinan|kepala|kadis|direktur)|lelang jabatan|"
    r"seleksi (?:terbuka|jabatan)|sertijab|serah terima jabatan|"
    r"perpisahan|(?:pidato|hari) terakhir|"
    r"akhir masa jabatan|menjabat|dipercaya pimpin|pimpin dinas|promosi jabatan|profil",
)
"""Who comes and goes in office: the awards of the office are told in passing."""
