"""The Indonesian words of the letters. Data."""

from crawler.alerts.words import AlertWords, Counted, DigestWords, Occasion, OperatorWords, Words
from storage.health_records import OutletState


def _counted(text: str) -> Counted:
    """Indonesian nouns are the same for one and for many."""
    return Counted(one=text, many=text)


_ALERT = AlertWords(
    headings={
        Occasion.NEW: "Penghargaan baru",
        Occasion.DISPUTE: "Nilai berbeda",
        Occasion.CORRECTION: "Koreksi",
        Occasion.SETTLED: "Perbedaan selesai",
        Occasion.WITHDRAWN: "Ditarik",
    },
    leads={
        Occasion.CORRECTION: "Hasil ini pernah kami kabarkan lain. Yang berlaku adalah surat ini.",
        Occasion.SETTLED: "Berita-berita pernah menyebut nilai yang berbeda. Kini jelas mana yang"
        " berlaku.",
        Occasion.WITHDRAWN: "Tidak ada lagi berita yang menyatakannya. Anggap kabar kami"
        " sebelumnya tidak berlaku.",
    },
    taken_back="Hasil ini ditarik oleh analis. Anggap kabar kami sebelumnya tidak berlaku.",
    edition="edisi {year}",
    score_of="dari {scale}",
    change=(
        "turun {amount} dari {before} ({year})",
        "tetap {before} seperti {year}",
        "naik {amount} dari {before} ({year})",
    ),
    earlier_edition="edisi sebelumnya",
    void="tidak berlaku",
    sides="Nilai diperdebatkan",
    side="menurut {outlets}",
    told_otherwise="Diberitakan lain",
    changes="Yang berubah",
    nothing="tidak ada",
    proofs="Bukti",
    proofs_void="Yang pernah dikatakan",
    details="Rincian",
    history="Riwayat nilai",
    units="Nilai unit",
    sources="Diberitakan oleh",
    sources_void="Pernah diberitakan oleh",
    copies=_counted("dan {n} salinan"),
    notes="Catatan",
    labels={
        "printed": "Tercetak",
        "grantor": "Pemberi",
        "category": "Kategori",
        "rank": "Peringkat",
        "place": "Posisi",
        "award_date": "Tanggal",
        "venue": "Tempat",
        "confidence": "Keyakinan",
        "recipient": "Penerima",
        "edition_year": "Edisi",
        "score": "Nilai",
        "predicate": "Predikat",
        "zone": "Zona",
    },
    confidence="{percent} (dibaca mesin)",
    place_in_province="urutan {position} dari {known} {peers} di {province}",
    place_in_country="urutan {position} dari {known} {peers} se-Indonesia",
    place_shared=" (bersama)",
    place_basis="di antara hasil yang diketahui Piagam, bukan peringkat resmi",
    peers={
        "Kabupaten": "kabupaten",
        "Kota": "kota",
        "Provinsi": "provinsi",
        "Kementerian": "kementerian",
        "Puskesmas": "puskesmas",
        "Polres": "polres",
        "RSUD": "RSUD",
        "DPMPTSP": "DPMPTSP",
        "Disdukcapil": "Disdukcapil",
    },
    calendar_edition="tahun edisi disimpulkan dari kalender; berita tidak menyebutnya",
    unknown_edition="tahun edisi tidak diketahui",
    not_agreed="laporan tentang penghargaan ini belum sepakat",
    by_analyst="dikoreksi oleh analis",
    backfilled="dibaca dari halaman lama; bukan kabar baru",
    footer="Piagam {version} membaca berita ini dan mengirim surat ini sekali kepada {person}.",
)

_DIGEST = DigestWords(
    headings={
        "daily": "Ikhtisar harian",
        "weekly": "Ikhtisar mingguan",
        "old": "Ikhtisar berita lama",
    },
    found=_counted("{n} penghargaan ditemukan"),
    counts={
        Occasion.NEW: _counted("{n} penghargaan baru"),
        Occasion.CORRECTION: _counted("{n} koreksi"),
        Occasion.WITHDRAWN: _counted("{n} ditarik"),
        Occasion.DISPUTE: _counted("{n} nilai berbeda"),
        Occasion.SETTLED: _counted("{n} perbedaan selesai"),
    },
    nothing="tidak ada penghargaan baru",
    urgent="Koreksi dan nilai yang berbeda",
    backfilled="dari arsip",
    reports=_counted("{n} berita"),
    more=_counted("dan {n} lagi yang tidak dimuat di sini"),
    more_command="semuanya: piagam alerts list --limit {n}",
    health="Kesehatan media",
    covered="Yang dibaca",
    read="{read} dari {expected} media dibaca penuh",
    partly=_counted("{n} dibaca sebagian"),
    unreached="{outlet} tidak terjangkau",
    unreached_since="{outlet} tidak terjangkau sejak {since}",
    others=_counted("{n} media lain"),
    gaps=_counted("{n} celah waktu belum tertutup"),
    unread="tidak ada yang dibaca dalam kurun ini",
    footer="Piagam {version} mengirim ikhtisar ini kepada {person}.",
)

_OPERATOR = OperatorWords(
    health_heading="Kesehatan media",
    health_many=_counted("{n} media berubah keadaan"),
    states={
        OutletState.HEALTHY: "sehat kembali",
        OutletState.AILING: "bermasalah",
        OutletState.QUARANTINED: "dikarantina",
        OutletState.RETIRED: "dipensiunkan",
    },
    meanings={
        OutletState.HEALTHY: "Media ini dibaca baik lagi.",
        OutletState.AILING: "Ada yang tidak beres; yang dibacanya tetap dipercaya.",
        OutletState.QUARANTINED: "Halamannya tidak lagi terbaca baik. Beritanya disimpan, kabarnya"
        " ditahan.",
        OutletState.RETIRED: "Tidak lagi dibaca setiap malam.",
    },
    mends={
        OutletState.AILING: "piagam outlets check {outlet}",
        OutletState.QUARANTINED: "piagam outlets check {outlet}, perbaiki berkasnya, atau bila"
        " ternyata benar: piagam outlets trust {outlet}",
        OutletState.RETIRED: "piagam outlets check {outlet}; di berkasnya enabled = false bila"
        " situsnya sudah tiada, enabled = true agar dibaca lagi",
    },
    since="sejak {day}",
    found="Ditemukan",
    example="Contoh",
    mend="Perbaikan",
    held=_counted("{n} kabar ditahan sampai media ini terbaca baik"),
    watch_heading="Piagam berhenti membaca",
    watch_subject="Piagam: tidak ada pembacaan yang berhasil selama {hours} jam",
    watch_never="Belum pernah ada pembacaan yang selesai dengan baik.",
    watch_since="Pembacaan terakhir yang selesai dengan baik: {moment}.",
    last_run="Pembacaan terakhir: {told}",
    look_at="Yang perlu dilihat",
    checks=(
        ("piagam status", "apa yang tidak pulih sendiri"),
        ("piagam certificate", "apa yang dibaca pada malam terakhir, dan apa yang gagal"),
        ("piagam watch", "apakah masih berjalan; jalankan lagi bila tidak"),
        ("piagam crawl", "membaca sekarang; pesannya menyebut apa yang menghalangi"),
        ("df -h", "apakah masih ada tempat di cakram"),
    ),
    footer="Piagam {version} mengirim kabar ini kepada {person}, pengelolanya.",
)

INDONESIAN = Words(
    lang="id",
    decimal_mark=",",
    joined=("dan", "atau"),
    weekdays=("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"),
    months=(
        *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
        *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
    ),
    regions={},
    zone="zona {zone}",
    zones={},
    summary="In English",
    leave="Berhenti: kirim surat ke",
    alert=_ALERT,
    digest=_DIGEST,
    operator=_OPERATOR,
)
