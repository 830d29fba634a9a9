"""What the words behind a result make of it: wished, denied, a rule, or granted after all."""

import re

WISHED_BEHIND = re.compile(
    r"(?:[\w()\"'-]+ ){0,5}(?:(?:men)?jadi (?:target|incaran|sasaran|harapan|impian|dambaan)|"
    r"di(?:targetkan|bidik|incar|kejar|dambakan|idamkan|harapkan|usulkan|prediksi(?:kan)?|perkirakan|ragukan)|"
    r"(?:segera|bakal|akan|ingin|hendak|mau|mesti|siap|coba|diupayakan) (?:bisa |kembali |terus )?"
    r"di(?:serah|berik|semat|anugerah|terim|umum|sandang|raih|pertahan|rebut|sabet|genggam|dapat|"
    r"peroleh|boyong|wujud)\w*|"
    r"(?:masih |hanya |sekadar )(?:mimpi|angan-angan|wacana))\b",
    re.IGNORECASE,
)
DENIED_BEHIND = re.compile(
    r"(?:[\w()\"'-]+ ){1,5}?(?:gagal|belum|tidak|tak|urung|batal) (?:\w+ ){0,2}"
    r"di(?:dapat|raih|peroleh|terima|sandang|rebut|beri|serah|pertahan|genggam)\w*\b"
    r"|(?:[\w()\"'-]+ ){1,5}?di(?:cabut|batalkan)\b"
    r"|(?:[\w()\"'-]+ ){1,14}?(?:terhenti|terputus|melayang|tinggal kenangan|"
    r"(?:gagal|belum|tidak|tak|urung|batal) ter(?:wujud|capai|ealisasi)|pupus|kandas|sirna|buyar|"
    r"(?:harus|akhirnya|pun|kini) berakhir)\b"
    r"|(?:[\w()\"'-]+ ){0,2}[\w()\"'-]+,? (?:tak|tidak) (?:ada )?(?:satu|seorang) ?pun\b",
    re.IGNORECASE,
)
"""Behind a result: "WTP gagal didapat dua daerah", "WTP delapan tahun terhenti", "piala Adipura
kota itu dicabut", "Plakat Adipura, tak satu pun kota meraihnya"."""
RULE_BEHIND = re.compile(
    r"[\w()]+ (?:[A-Z]\w+ )?(?:(?:merupakan|adalah|ialah) (?:penghargaan|apresiasi) yang )?"
    r"di(?:beri|anugerah|serah|tuju|peruntuk)(?:kan)? (?:oleh [^,.;:]{3,60} )?(?:ke)?pada "
    r"(?:para |setiap |seluruh )?(?:kepala )?(?:kota|kabupaten|daerah|pemda|pemerintah daerah|"
    r"provinsi|instansi|unit|desa)(?:(?: dan |/|, | atau )(?:kota|kabupaten|provinsi|desa|pemda))* "
    r"(?:yang (?!(?:sudah |telah )?(?:meraih|menerima|mendapat))|dengan )"
    r"|(?:(?!ini|itu|tersebut|peringkat|posisi|juara|terbaik|urutan|tempat)[\w()]+ ){1,4}?"
    r"(?:(?:men)?jadi|merupakan|adalah|ialah) (?:\w+ )?"
    r"(?:ukuran|tolok|simbol|lambang|ajang|sorotan|indikator|program)\b"
    r"|(?:hijau|kuning|merah) (?:yang )?(?:menandakan|menunjukkan|mengindikasikan|menggambarkan|"
    r"berarti|artinya) (?:(?:nilai|tingkat|kepatuhan|kualitas|pelayanan|opini)(?:nya)? ){0,3}"
    r"(?:publik )?(?:\w+ )?(?:rendah|sedang|tinggi|buruk|baik)",
    re.IGNORECASE,
)
"""Behind a result: whom it is for, "dianugerahkan kepada kota dan kabupaten yang bersih", or what
it stands for, "jadi ukuran bagi daerah"."""
GOT_BEHIND = re.compile(
    r"[\w -]{3,45} yang (?:[\w-]+ ){0,3}(?:berhasil|telah|sudah) di(?:raih|peroleh|"
    r"terima|sandang)\b",
    re.IGNORECASE,
)
