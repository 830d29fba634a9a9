"""Is it told as granted? The word that governs a span: a grant, a wish, a denial or a rule.

The clause that the span stands in decides. There a wish or a denial governs what follows it, be it
a granting verb many words on ("berharap Kabupaten Kendal tahun ini bisa meraih 95"), until a word
releases it ("yang menargetkan zona hijau akhirnya meraih 93,74"). A clause without a marker takes
the last one of the clauses before it, save behind a "but".
"""

import re
from collections.abc import Sequence
from enum import StrEnum
from functools import cached_property

from crawler.awards.marks import Marks
from crawler.awards.told_behind import DENIED_BEHIND, GOT_BEHIND, RULE_BEHIND, WISHED_BEHIND
from crawler.awards.word_patterns import WordPattern
from crawler.awards.word_tree import compile_words

_REWARDS = (
    r"(?-i:ganjar)|ganjar(?=\s(?:pem|kabupaten|kota|provinsi|polres|polda|desa|dinas|rsud|puskesmas|"
    r"\d|penghargaan|[\w-]+ (?:dengan|penghargaan|predikat|zona|opini|wtp|piagam)\b))"
)
"""With a capital letter it is more often a man's name, Ganjar Pranowo's."""
_TAKING = (
    r"(?:(?:naik|turun) (?:\w+ )?(?:kelas|tingkat|peringkat|predikat|level|kategori|zona)|"
    r"ber(?:hasil|tengger|predikat)|mendarat|menapaki|mengantar(?:kan)?|pulang membawa|"
    r"(?:me|di)?raih|terima(?! kasih)|"
    r"menerima|diterima|(?:men|di)?dapat(?:kan)?|memperoleh|(?:di)?peroleh|"
    r"(?:me|di)?nyabet|(?:di)?sabet|menyabet|(?:mem|di)?boyong|(?:mem)?borong|(?:me)?torehkan|"
    r"menorehkan|(?:meng)?ukir|mencetak|menduduki|menempati|(?:me)?nembus|tembus|menyandang|sandang|"
    r"(?:meng|di)?kantongi|mengantongi|mengoleksi|menuai|(?:meng)?gondol|(?:mem)?pertahankan|"
    r"memimpin|mengungguli|(?:meng|di)genggam|menggenggam|(?:di|meng)?anugerah(?:i|kan)|"
    rf"(?:di|mem)beri(?:kan)?|beri(?:kan)?|(?:di|meng)ganjar(?:nya)?|bertakhta|{_REWARDS}|didaulat|(?:di|me)nobatkan|disematkan|"
    r"menyematkan|serahkan|diserahkan|menyerahkan|(?:di|meng)umumkan|ditetapkan|"
    r"menetapkan|menempatkan|dinyatakan|menyatakan|terpilih|ditempati|diduduki|membukukan|bukukan|"
    r"(?:mem)?bawa pulang|dimenang(?:kan|i)|(?:mem|di)bagikan|mendulang|dihadiahi|"
    r"menghadiahi|diguyur|sukses|lolos|memetik|rengkuh|jatuh pada(?! (?:hari|tanggal|bulan|"
    r"tahun|pukul|senin|selasa|rabu|kamis|jum|sabtu|minggu|\d))|"
    r"merengkuh|kado|mengukuhkan|memberinya|berbuah|merangsek|lulus|terakreditasi|disandang|"
    r"digondol|menyodorkan|"
    r"(?:me|di)rebut|memenang(?:i|kan)|menjuarai|memuncaki|dihargai|jatuh ke(?:pada)?|"
    r"(?:men)?jadi milik|dikukuhkan|didapuk|dikoleksi|keluar sebagai|dikeluarkan|"
    r"(?:ada|masuk|tercantum|termasuk|tercatat)(?: di)?(?: dalam)? daftar (?:penerima|peraih|"
    r"pemenang))"
)
"""Verbs that tell of an award by themselves."""
_EFFECT = (
    r"(?!\s+(?:dorongan|motivasi|pemicu|pemacu|penyemangat|semangat|inspirasi|acuan|modal|cambuk|"
    r"pelecut|tantangan|tolok\s+ukur)\b)"
)
"""Behind "menjadi": what an award is to do, no result."""
_BECOMING = (
    r"(?:bergeser|melampauinya|tetap|masih|jatuh|melorot|terlempar|anjlok|melompat|melesat|sentuh|menyentuh|"
    rf"dibawa|membawa|mengumpulkan|jadi{_EFFECT}|pulang(?! (?:dengan )?(?:tangan|hampa))|"
    r"berubah|menaruh\w*|(?:men)?catat(?:kan)?|masuk|"
    "bertengger|mencapai|berada|diisi|disusul|melonjak|naik|meningkat|turun|merosot|"
    rf"menjadi{_EFFECT}|"
    r"tercatat|menghasilkan|bercokol|dinilai|disebut|dipercaya)"
)
"""Verbs of anything that moves or stands somewhere; they grant where a result goes with them."""
_VERBS = rf"(?:(?P<taking>{_TAKING})|{_BECOMING})"
_NOT_YET = (
    r"(?:nominasi|nominator|nominee|kandidat|finalis|calon|target|incaran|sasaran|tahap|seleksi|penilaian|"
    r"harapan|impian)"
)
_NO_AWARD = (
    r"(?:lkpd|lppd|lkjip|laporan|berkas|dokumen|(?:peng)?aduan|keluhan|kunjungan|tamu|audiensi|"
    r"sosialisasi|bimbingan|pendampingan|saran|masukan|kritik|teguran|bantuan)"
)
"""What is also received or handed over: reports, visits, complaints."""
_NO_GRANT = (
    rf"(?!\s+(?:(?!lhp|hasil|penghargaan|predikat)[\w.]+\s){{0,2}}(?:{_NOT_YET}|{_NO_AWARD})\b"
    r"(?! hasil))"
)
_GRANT = compile_words(rf"\b{_VERBS}\b{_NO_GRANT}")
_ANY_VERB, _TAKING_VERB = 0, "taking"
"""Groups of a granting verb."""
_WISH = compile_words(
    r"\b(?:(?:di|me)?target(?:kan|nya|i)?|menarget(?:kan|i)?|(?:me)?matok|dipatok|(?:mem|di)?bidik|"
    r"(?:meng|di)?incar(?:an)?|(?:me)?ngejar|(?:di)?kejar|(?:meng|di|ber)?harap(?:kan|annya)?|"
    r"harapan(?!\s+(?:i{1,3}|[123]|kita)\b)|semoga|mudah-mudahan|kelak|(?:(?:meng|di)?ingin(?:kan)?)(?:nya)?|berkeinginan|"
    r"(?:opt|pes)imis(?:tis|tik|me)?|yakin|meyakini|berupaya|upayakan|diupayakan|bertekad|berambisi|ambisi|"
    r"cita-cita|dambaan|mendambakan|(?:me(?:ng)?)?idam(?:-idam)?kan|menuju(?!\s+informatif)|menyongsong|agar|supaya|"
    r"akan(?!\s+tetapi)|bakal|segera(?=\s+(?:di|me|te)\w)|siap|persiapan|bersiap|siapkan|mempersiapkan|berencana|(?:di)?rencanakan|rencananya|"
    r"dijadwalkan|mendatang|tahun depan|(?<!yang )(?<!hanya )(?<!baru )(?<!akhirnya )"
    r"bisa(?=\s+(?:me|"
    r"di\w|ber|ter|raih|masuk|naik|jadi|lolos|"
    r"tembus|dapat|lebih|kembali|sampai))|(?:jika|apabila|kalau|bila)(?!\s+di(?:banding|lihat))|"
    r"seandainya|andai|diproyeksikan|proyeksi|diprediksi|berpeluang|peluang|digadang\S*|"
    r"harus(?!\s+(?:diakui|puas|rela))|wajib(?!\s+pajak)|perlu(?!\s+diketahui)|dituntut|(?:di|men)?dorong|"
    r"(?:(?:meng)?(?:ajak|imbau)|(?:men)?dampingi)(?=\s(?:[\w/]+\s){1,6}?(?:(?:me)?raih|(?:mem)?pertahankan)\b)|"
    r"(?<!tak )(?<!tidak )mengira|konon|genjot|menggenjot|"
    r"untuk (?:me(?:raih|ncapai|mperoleh|ndapat\w*|nuju)|masuk|naik)|"
    r"(?<!dinyatakan )(?<!dinilai )(?<!dianggap )(?:layak(?!\s+anak)|pantas|sudah saatnya|"
    r"waktunya)(?=\s+(?:\w+\s+){0,4}?(?:(?:men)?dapat|(?:me)?raih|menerima|"
    r"menyandang|naik|jadi|masuk))|strategi|kiat|jurus|trik|resep(?=\s+me)|(?:ber)?mimpi|"
    r"diperkirakan|memperkirakan|minta|meminta|diminta|(?<!\bnama )demi|calon|"
    r"diusulkan|mengusulkan|usulan(?=\s+(?:\w+\s+)?(?:ber|me|pe(?:raih|nerima))\w)|nominasi|dinominasikan|"
    r"nominator|nominee|finalis|kandidat|menanti|menunggu|dijanjikan|jangan|percuma|sia-sia|"
    r"(?:buat|untuk|guna) apa)\b",
)
_GOAL_MET = re.compile(
    r"\b(?:penuhi|memenuhi|lampaui|melampaui|melebihi|capai|mencapai|tercapai|sesuai|di atas|"
    r"atas|melewati)\s+$",
    re.IGNORECASE,
)
"""In front of "target" or "harapan": it was met."""
_RELATIVE_MET = re.compile(
    r"\b(?:lampaui|melampaui|melebihi|memenuhi|di atas|melewati)\s+(?:[\w()]+,?\s+){0,9}yang\s+$",
    re.IGNORECASE,
)
"""In front of "ditargetkan": what was met is told once more."""
_HOPE = re.compile(r"semoga|mudah-mudahan|(?:di|ber|meng)?harap")
_TO_INSPIRE = re.compile(
    r"(?:\s+[\w()\"'-]+){1,8}?\s(?:(?:men)?jadi(?:kan)?\s+(?:\w+\s){0,2}?(?:motivasi|pemicu|pemacu|"
    r"penyemangat|semangat|inspirasi|pelecut|cambuk|contoh|teladan|acuan|momentum|modal|dorongan)|"
    r"(?:me)?motivasi|(?:meng)?inspirasi|(?:me)?micu|(?:me)?macu)\b",
    re.IGNORECASE,
)
"""What an award is to do to others: nobody wishes for the award itself."""
_NAMED_TOWARDS = compile_words(
    r"\b(?:predikat|penghargaan|kategori|kualifikasi|status|gelar|piagam)\W+(?:[\w()]+\W+){0,5}$",
)
"""In front of "menuju": it is part of an award's name ("predikat Zona Integritas menuju WBK")."""
_DENIAL = compile_words(
    r"\b(?:belum|tidak|tak|gagal(?:nya)?|batal|urung|(?:mem)?bantah|bukan|tanpa|meleset|kandas|puasa(?!\s+\w+\s+tahun))\b"
    r"(?!\s+(?:hanya|sekadar|sekedar|cuma|saja|semata|lepas|terlepas|henti|menyangka|mudah|lagi(?!\s+(?:berhasil|"
    r"mampu|bisa|mendapat|meraih|menerima|memperoleh))|"
    r"pernah absen|disangka|terduga|lain|kurang|maladministrasi|pengecualian))",
)
_A_BODY = (
    r"(?:pem(?:kab|kot?|prov|da)|pemerintah|kabupaten|kab|kota|provinsi|kantor|kantah|kanwil|"
    r"polres\w*|polda|puskesmas|rsud|dinas|kecamatan|desa|lapas|rutan|pengadilan|kejari|"
    r"kementerian)\b"
)
"""A band is no such: what consists of them is a list of those who got something."""
_RULE = compile_words(
    r"\b(?:interval|rentang|klasifikasi(?!\s+(?:badan\s+publik\s+)?(?:(?:menuju|cukup|kurang|"
    r"tidak|sangat)\s+\w|informatif|kualitas|(?-i:[A-D]{1,2})\b))|kriteria|ketentuan(?:nya)?|"
    r"adapun kategori|"
    r"(?:di|ter)bagi(?: ke)?(?: (?:menjadi|dalam|atas))|terbagi|"
    rf"terdiri (?:dari|atas)(?! {_A_BODY})|sama dengan|(?<!\d, )artinya|"
    r"(?<!tersebut )(?<!itu )(?<!ini )berarti|yang dimaksud|instansi (?:dengan|yang)|"
    r"apabila|jika(?!\s+di(?:banding|lihat))|(?<!\d )skala)\b",
)
_SCALE_TOLD = compile_words(
    r"\bzona(?:si)?\s+(?:hijau|kuning|merah)\s+(?:\w+\s+)?(?:adalah|ialah|merupakan|berarti)\s+"
    r"(?:berada\s+)?(?:pada\s+)?(?:level|tingkat|kualitas|kepatuhan|kategori|nilai|predikat|opini)\b"
    r"|\b(?:hijau|kuning|merah)\s+(?:yang\s+)?(?:menandakan|menunjukkan|mengindikasikan|"
    r"menggambarkan|berarti|artinya)\s+(?=(?:[\w ]{0,60})\b(?:rendah|sedang|tinggi)\b[^.\n]{0,90}"
    r"\b(?:hijau|kuning|merah)\b)",
)
"""What a colour stands for: "zona merah adalah kepatuhan rendah"."""
_RELEASE = compile_words(
    r"\b(?:akhirnya|ternyata|telah|sudah|resmi|lantas|kini|dan (?:berhasil|sukses|mampu))\b",
)
"""A granting verb behind it is no longer wished for or denied."""
_CLAUSE_SIGN = re.compile(
    r"[,;:\"(-](?:(?<=[,;:])(?<![bB]erharap.)(?<![hH]arapkan.)\s|(?<=\s-)\s|(?<=\")|"
    r"(?<=\()(?!\w{2,12}\)))"
)
_CLAUSE_WORD = compile_words(
    r"\b(?:setelah|sesudah|usai|saat(?! ini| itu| yang)|karena|sebab|lantaran|berkat|sehingga|"
    r"sementara|sedangkan|meski(?:pun)?|walau(?:pun)?|kendati|namun|tetapi|tapi|melainkan|(?:se(?:mua|luruh))nya)\b",
)
_BUT = re.compile(r"namun|te?tapi|melainkan|sedangkan|sementara|semuanya|seluruhnya", re.IGNORECASE)
_REACH = 300
"""Characters in front of a span in which a marker still governs it."""
_LIST_STEP = 3
"""Words between a clause's end and a span that a denial in the clause still reaches: a list."""
_BEHIND = 90
"""Characters behind a span in which its clause may say that it is only wished for."""


class Mood(StrEnum):
    """How the sentence presents what a span says."""

    GRANTED = "granted"
    WISHED = "wished"
    DENIED = "denied"
    RULE = "rule"
    """An explanation of how bands or zones work."""
    PLAIN = "plain"
    """No marker: a list entry, a verbless clause."""

    @property
    def holds(self) -> bool:
        """What is said in this mood is true."""
        return self in (Mood.GRANTED, Mood.PLAIN)


_SAID_BEHIND = (
    (Mood.GRANTED, GOT_BEHIND, _BEHIND),
    (Mood.WISHED, WISHED_BEHIND, _BEHIND),
    (Mood.DENIED, DENIED_BEHIND, _BEHIND),
    (Mood.RULE, RULE_BEHIND, 2 * _BEHIND),
)
"""What the words behind a span make of it, and how far they reach."""


class Moods:
    """The words of one text that grant, wish, deny or explain, and what each of them governs.

    The text is gone through once for each kind of word, when it is first asked for one; every
    question is answered from the places found. Answers are kept in dicts: a cache of a method holds
    its own object, and freeing such rings of a story cost a twelfth of its reading.
    """

    def __init__(self, folded: str) -> None:
        """`folded` is a text as `fold` leaves it; all offsets count in it."""
        self._folded = folded
        self._gone_through: dict[WordPattern, Marks] = {}
        self._moods: dict[tuple[int, int, int], Mood] = {}
        self._of_clauses: dict[tuple[int, int], Mood] = {}
        self._granting: dict[tuple[int, int, int | str], int | None] = {}

    def at(self, start: int, end: int, at: int) -> Mood:
        """The mood of what stands at `at`, in the sentence that runs from `start` to `end`."""
        if (start, end, at) not in self._moods:
            self._moods[start, end, at] = self._mood_at(start, end, at)
        return self._moods[start, end, at]

    def _mood_at(self, start: int, end: int, at: int) -> Mood:
        for mood, words, reach in _SAID_BEHIND:
            if words.match(self._folded, at, min(end, at + reach)):
                return mood
        low, stop = max(start, at - _REACH), at
        if self._within(_SCALE_TOLD, low, at):
            return Mood.RULE
        for clause in (*reversed(self._clauses.within(low, at)), None):
            mood = self._of_clause(clause.end() if clause else low, stop)
            if mood is Mood.DENIED and len(self._folded[stop:at].split()) > _LIST_STEP:
                return Mood.PLAIN
            if mood is not Mood.PLAIN or (clause and _BUT.fullmatch(clause[0])):
                return mood
            stop = clause.start() if clause else low
        return Mood.PLAIN

    def grants(self, start: int, end: int) -> bool:
        """True when a granting verb in the stretch is not governed by a wish or a denial."""
        return self._first_granting(start, end, _ANY_VERB) is not None

    def first_taking(self, start: int, end: int) -> int | None:
        """Where the first verb stands that tells of an award by itself, ungoverned."""
        return self._first_granting(start, end, _TAKING_VERB)

    def wishes(self, start: int, end: int) -> Sequence[re.Match[str]]:
        """The words of wish or target in the stretch."""
        found = self._within(_WISH, start, end)
        return [match for match in found if self._is_wish(match, start, end)] if found else ()

    def _is_wish(self, match: re.Match[str], start: int, end: int) -> bool:
        low, at, word = max(start, match.start() - 80), match.start(), match[0].lower()
        is_goal = word.startswith(("target", "harapan"))
        met = _GOAL_MET if is_goal else _RELATIVE_MET if word == "ditargetkan" else None
        is_met = met is not None and met.search(self._folded, low, at)
        is_name = word == "menuju" and _NAMED_TOWARDS.search(self._folded, low, at)
        is_effect = _HOPE.match(word) and _TO_INSPIRE.match(self._folded, match.end(), end)
        return not (is_met or is_name or is_effect)

    def _within(self, words: WordPattern, start: int, end: int) -> tuple[re.Match[str], ...]:
        """Where the words stand in the stretch."""
        marks = self._gone_through.get(words)
        if marks is None:
            marks = self._gone_through[words] = Marks(words.finditer(self._folded))
        return marks.within(start, end) if marks.found else ()

    @cached_property
    def _clauses(self) -> Marks:
        """What parts clauses."""
        signs, words = _CLAUSE_SIGN.finditer(self._folded), _CLAUSE_WORD.finditer(self._folded)
        return Marks(sorted((*signs, *words), key=re.Match.start))

    def _first_granting(self, start: int, end: int, verb: int | str) -> int | None:
        """Sentences are asked for it by many."""
        if (start, end, verb) not in self._granting:
            self._granting[start, end, verb] = next(
                (
                    match.start()
                    for match in self._within(_GRANT, start, end)
                    if match[verb] and self.at(start, end, match.end()) is Mood.GRANTED
                ),
                None,
            )
        return self._granting[start, end, verb]

    def _of_clause(self, start: int, stop: int) -> Mood:
        """Clauses are asked for again by whatever stands behind them."""
        if (start, stop) not in self._of_clauses:
            self._of_clauses[start, stop] = self._mood_of_clause(start, stop)
        return self._of_clauses[start, stop]

    def _mood_of_clause(self, start: int, stop: int) -> Mood:
        """The marker that governs a clause's end: a wish or denial reaches past granting verbs."""
        markers = [(m.end(), Mood.WISHED) for m in self.wishes(start, stop)]
        markers += [(m.end(), Mood.DENIED) for m in self._within(_DENIAL, start, stop)[-1:]]
        markers += [(m.end(), Mood.RULE) for m in self._within(_RULE, start, stop)[-1:]]
        verbs = self._within(_GRANT, start, stop)
        granted = verbs[-1].end() if verbs else -1
        if not markers:
            return Mood.GRANTED if granted >= 0 else Mood.PLAIN
        last, mood = max(markers, key=lambda marker: marker[0])
        if granted > last and (mood is Mood.RULE or self._within(_RELEASE, last, granted)):
            return Mood.GRANTED
        return mood
