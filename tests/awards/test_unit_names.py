"""The names of units: printed form, canonical name, kind, and where the name ends."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.awards.text import fold
from crawler.awards.units import find_units, recipient_name

PRINTED = [
    ("[RSUD Ende] Diganjar Piagam Sangat Baik", "RSUD Ende", "rsud"),
    ("[Polres Batang] Terima Penghargaan", "Polres Batang", "polres"),
    ("[Puskesmas Kandeman] Jadi yang Terbaik", "Puskesmas Kandeman", "puskesmas"),
    ("[Puskesmas Batang I] Raih Predikat A", "Puskesmas Batang I", "puskesmas"),
    ("[Puskesmas Kendal 1]: 90,10", "Puskesmas Kendal 1", "puskesmas"),
    ("[Puskesmas Kandeman] 95,2", "Puskesmas Kandeman", "puskesmas"),
    ("[Puskesmas 1 Denpasar Timur] raih", "Puskesmas 1 Denpasar Timur", "puskesmas"),
    ("[UPTD Puskesmas Banjarnegara 1] sukses", "Puskesmas Banjarnegara 1", "puskesmas"),
    ("[Puskesmas Kampung Dalam] Tembus Top 45", "Puskesmas Kampung Dalam", "puskesmas"),
    ("[Puskesmas Sragen Kota] Masuk Nominasi", "Puskesmas Sragen Kota", "puskesmas"),
    ("[Puskesmas Bendan] Kota Pekalongan", "Puskesmas Bendan", "puskesmas"),
    ("[RSUD KRMT Wongsonegoro] Kota Semarang", "RSUD KRMT Wongsonegoro", "rsud"),
    ("[RSUD dr. Soetijono Blora] Raih", "RSUD dr. Soetijono Blora", "rsud"),
    (
        "[Rumah Sakit Umum Daerah (RSUD) dr. R. Soetrasno Rembang]",
        "RSUD dr. R. Soetrasno Rembang",
        "rsud",
    ),
    ("[RSUD A.M. Parikesit] Kabupaten Kutai Kartanegara", "RSUD A.M. Parikesit", "rsud"),
    (
        "[RSUD Prof. Dr. Margono Soekarjo Purwokerto] Dinilai",
        "RSUD Prof. Dr. Margono Soekarjo Purwokerto",
        "rsud",
    ),
    ("[RSUD TC Hillers] mengoperasikan", "RSUD TC Hillers", "rsud"),
    ("[RSUD M. Yunus Bengkulu]", "RSUD M. Yunus Bengkulu", "rsud"),
    ("[RSUD RAA Soewondo Pati] Borong", "RSUD RAA Soewondo Pati", "rsud"),
    ("[RSUD Kota Bogor]", "RSUD Kota Bogor", "rsud"),
    ("[RSUD Kabupaten Sidoarjo] Raih WBK", "RSUD Kabupaten Sidoarjo", "rsud"),
    ("[RSUD SK Lerik Kupang]", "RSUD SK Lerik Kupang", "rsud"),
    ("[RSUD dr. H. Abdul Moeloek]", "RSUD dr. H. Abdul Moeloek", "rsud"),
    ("[RSJD dr. Amino Gondohutomo]", "RSJD dr. Amino Gondohutomo", "rsud"),
    ("[RS Bhayangkara Semarang]", "RS Bhayangkara Semarang", "rsud"),
    ("[RSUP Dr. Kariadi]", "RSUP Dr. Kariadi", "rsud"),
    ("[Polres Malang Kota] Raih Predikat Prima", "Polres Malang Kota", "polres"),
    ("[Polresta Banda Aceh]", "Polresta Banda Aceh", "polres"),
    ("[Polres Hulu Sungai Selatan]", "Polres Hulu Sungai Selatan", "polres"),
    ("[Polrestabes Semarang] Pertahankan WBK", "Polrestabes Semarang", "polres"),
    ("[Polres Metro Jakarta Selatan]", "Polres Metro Jakarta Selatan", "polres"),
    ("[Polres Pelabuhan Tanjung Perak] Sabet", "Polres Pelabuhan Tanjung Perak", "polres"),
    ("[Polresta Bandara Soekarno-Hatta]", "Polresta Bandara Soekarno-Hatta", "polres"),
    ("[Polresta Barelang]", "Polresta Barelang", "polres"),
    ("[Polres OKU Timur]", "Polres Ogan Komering Ulu Timur", "polres"),
    ("[Polda Jatim] Terima", "Polda Jawa Timur", "polda"),
    ("[Polda Metro Jaya] Raih", "Polda Metro Jaya", "polda"),
    ("[Polda DIY]", "Polda Daerah Istimewa Yogyakarta", "polda"),
    ("[Satpas Polres Batang]", "Satpas Polres Batang", "satlantas"),
    ("[Satlantas Polresta Sidoarjo] Raih", "Satlantas Polresta Sidoarjo", "satlantas"),
    ("[Ditlantas Polda Jateng]", "Ditlantas Polda Jawa Tengah", "satlantas"),
    ("[Kejaksaan Negeri Kendal] menerima", "Kejari Kendal", "kejaksaan"),
    ("[Kejari Kabupaten Bekasi]", "Kejari Kabupaten Bekasi", "kejaksaan"),
    ("[Kejati Jateng]", "Kejati Jawa Tengah", "kejaksaan"),
    ("[Pengadilan Negeri Demak Kelas IB] Raih", "Pengadilan Negeri Demak", "pengadilan"),
    ("[PN Purwokerto]", "Pengadilan Negeri Purwokerto", "pengadilan"),
    ("[Pengadilan Agama (PA) Slawi]", "Pengadilan Agama Slawi", "pengadilan"),
    ("[PTUN Semarang]", "Pengadilan Tata Usaha Negara Semarang", "pengadilan"),
    ("[Lapas Kelas IIB Tegal]", "Lapas Kelas IIB Tegal", "lapas"),
    ("[Lapas Klas II B Tegal]", "Lapas Kelas IIB Tegal", "lapas"),
    ("[Lapas Perempuan Kelas IIA Semarang]", "Lapas Perempuan Kelas IIA Semarang", "lapas"),
    (
        "[Lembaga Pemasyarakatan (Lapas) Kelas IIB Padangsidimpuan]",
        "Lapas Kelas IIB Padangsidimpuan",
        "lapas",
    ),
    ("[Rutan Kelas I Surakarta] Raih", "Rutan Kelas I Surakarta", "lapas"),
    ("[Rutan Medan] Raih Penghargaan", "Rutan Medan", "lapas"),
    ("[Bapas Kelas I Semarang]", "Bapas Kelas I Semarang", "lapas"),
    ("[LPKA Kelas I Kutoarjo]", "LPKA Kelas I Kutoarjo", "lapas"),
    ("[Kantor Imigrasi Kelas I TPI Semarang]", "Kantor Imigrasi Kelas I TPI Semarang", "imigrasi"),
    (
        "[Kantor Imigrasi Kelas II Non TPI Ponorogo] yang berhasil",
        "Kantor Imigrasi Kelas II Non TPI Ponorogo",
        "imigrasi",
    ),
    ("[Imigrasi Sibolga]", "Kantor Imigrasi Sibolga", "imigrasi"),
    ("[Kanim Batam]", "Kantor Imigrasi Batam", "imigrasi"),
    ("[Kantor Pertanahan Kabupaten Klaten]", "Kantor Pertanahan Kabupaten Klaten", "kantah"),
    ("[Kantah Kota Pangkalpinang]. Adapun", "Kantor Pertanahan Kota Pangkal Pinang", "kantah"),
    ("[Kantah Klaten] Raih", "Kantor Pertanahan Kabupaten Klaten", "kantah"),
    ("[Kantah] Malang", "Kantor Pertanahan", "kantah"),
    ("[ATR/BPN Kabupaten Klaten]", "Kantor Pertanahan Kabupaten Klaten", "kantah"),
    ("[Kantor ATR/BPN Kota Dumai]", "Kantor Pertanahan Kota Dumai", "kantah"),
    ("[BPN Kota Semarang]", "Kantor Pertanahan Kota Semarang", "kantah"),
    ("[Kanwil BPN Kalimantan Timur], Kantah", "Kanwil BPN Kalimantan Timur", "kanwil"),
    ("[Kanwil Kemenkumham Jateng]", "Kanwil Kemenkumham Jawa Tengah", "kanwil"),
    (
        "[Kanwil Kementerian Hukum Sulawesi Tengah], Kamis",
        "Kanwil Kemenkum Sulawesi Tengah",
        "kanwil",
    ),
    (
        "[Kantor Wilayah Kementerian Hukum dan HAM Papua] menyelenggarakan",
        "Kanwil Kemenkumham Papua",
        "kanwil",
    ),
    (
        "[Kantor Wilayah Kementerian Agama (Kemenag) Provinsi Jawa Tengah]",
        "Kanwil Kemenag Jawa Tengah",
        "kanwil",
    ),
    ("[Kanwil DJPb Jateng]", "Kanwil DJPb Jawa Tengah", "kanwil"),
    ("[KPP Pratama Semarang Barat]", "KPP Pratama Semarang Barat", "pajak"),
    ("[KPPN Pekalongan]", "KPPN Pekalongan", "pajak"),
    ("[BBPOM di Semarang]", "BBPOM di Semarang", "bpom"),
    ("[Kemenag Kabupaten Batang]", "Kantor Kementerian Agama Kabupaten Batang", "kemenag"),
    ("[Kemenag Jateng]", "Kanwil Kemenag Jawa Tengah", "kanwil"),
    (
        "[Kantor Kementerian Agama Kabupaten Kendal]",
        "Kantor Kementerian Agama Kabupaten Kendal",
        "kemenag",
    ),
    ("[Kementerian Agama]", "Kementerian Agama", "kementerian"),
    ("[Kementerian Hukum dan HAM]", "Kementerian Hukum dan Hak Asasi Manusia", "kementerian"),
    ("[Kementerian Hukum]", "Kementerian Hukum", "kementerian"),
    (
        "[KemenPAN-RB]",
        "Kementerian Pendayagunaan Aparatur Negara dan Reformasi Birokrasi",
        "kementerian",
    ),
    (
        "[Kementerian PANRB]",
        "Kementerian Pendayagunaan Aparatur Negara dan Reformasi Birokrasi",
        "kementerian",
    ),
    ("[Kementerian Sekretariat Negara] — 97,40", "Kementerian Sekretariat Negara", "kementerian"),
    (
        "[Kementerian Pendidikan dan Kebudayaan]",
        "Kementerian Pendidikan dan Kebudayaan",
        "kementerian",
    ),
    (
        "[Kementerian Pendayagunaan Aparatur Negara dan Reformasi Birokrasi (Kemenpan-RB)]",
        "Kementerian Pendayagunaan Aparatur Negara dan Reformasi Birokrasi",
        "kementerian",
    ),
    (
        "[Kementerian Agraria dan Tata Ruang/Badan Pertanahan Nasional (ATR/BPN)]",
        "Kementerian Agraria dan Tata Ruang/Badan Pertanahan Nasional",
        "kementerian",
    ),
    ("[BPOM]", "Badan Pengawas Obat dan Makanan", "lembaga"),
    ("[BPS Kabupaten Batang]", "BPS Kabupaten Batang", "perwakilan"),
    ("[BNNK Batang]", "BNN Kabupaten Batang", "perwakilan"),
    ("[BNN Kota Tegal] Raih", "BNN Kota Tegal", "perwakilan"),
    ("[Badan Pusat Statistik]", "Badan Pusat Statistik", "lembaga"),
    ("[LKPP RI]", "Lembaga Kebijakan Pengadaan Barang/Jasa Pemerintah", "lembaga"),
    ("[Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu (DPMPTSP)] Kota", "DPMPTSP", "dinas"),
    ("[Dinas Kependudukan dan Pencatatan Sipil (Disdukcapil)]", "Disdukcapil", "dinas"),
    ("[Dinas Kependudukan dan Pencatatan Sipil (Dukcapil)], menerima", "Disdukcapil", "dinas"),
    ("[Dinas Sosial Perlindungan Perempuan dan Anak (Dinsos PPA)]", "Dinsos PPA", "dinas"),
    ("[Dinas Sosial] Raih Zona Hijau", "Dinsos", "dinas"),
    ("[Dinas Pendidikan, Pemuda, dan Olahraga]", "Disdikpora", "dinas"),
    ("[Dinas Perpustakaan dan Kearsipan], Erwin", "Dinas Perpustakaan dan Kearsipan", "dinas"),
    (
        "[Dinas Perindustrian dan Perdagangan] Kota Semarang",
        "Dinas Perindustrian dan Perdagangan",
        "dinas",
    ),
    ("[Dinas Kesehatan] Kota", "Dinkes", "dinas"),
    ("[Dinas Kesehatan] (A)", "Dinkes", "dinas"),
    ("[Dinas Sosial dan Tenaga Kerja]", "Dinas Sosial dan Tenaga Kerja", "dinas"),
    ("[Dinas PPPA] Provinsi Lampung", "Dinas PPPA", "dinas"),
    ("[Badan Pengelolaan, Pendapatan, Keuangan dan Aset Daerah (BPPKAD)]", "BPPKAD", "badan"),
    ("[Badan Kesatuan Bangsa dan Politik]", "Kesbangpol", "badan"),
    ("[Bagian Hukum Setda] Kabupaten Ogan Ilir", "Bagian Hukum Setda", "sekretariat"),
    ("[Bagian Hukum Setda] Terbaik IV", "Bagian Hukum Setda", "sekretariat"),
    (
        "[Bagian Organisasi Sekretariat Daerah] Kota Palangka Raya",
        "Bagian Organisasi Setda",
        "sekretariat",
    ),
    ("[Sekretariat DPRD] Kabupaten Ogan Ilir", "Sekretariat DPRD", "sekretariat"),
    ("[Satpol PP] Kota Semarang", "Satpol PP", "satpol"),
    ("[Inspektorat] Bangka Tengah Bedah Kertas", "Inspektorat", "inspektorat"),
    ("[Desa Cibiru Wetan] Dinobatkan Paling", "Desa Cibiru Wetan", "desa"),
    ("[Desa Batang Hari Ogan Kecamatan Tegineneng]", "Desa Batang Hari Ogan", "desa"),
    ("[Kampung Jambon Gesikan RW 4] di Kota", "Kampung Jambon Gesikan RW 4", "desa"),
    ("[Kampung Kemirirejo RW 3], meraih", "Kampung Kemirirejo RW 3", "desa"),
    ("[Kecamatan Jekan Raya]: 92,10", "Kecamatan Jekan Raya", "kecamatan"),
    ("[Kecamatan Bukit Batu]: 86,77", "Kecamatan Bukit Batu", "kecamatan"),
    ("[Kecamatan Pasar Minggu] Raih", "Kecamatan Pasar Minggu", "kecamatan"),
    ("[Kecamatan Kota Kudus]", "Kecamatan Kota Kudus", "kecamatan"),
    ("[Kelurahan Merdeka]", "Kelurahan Merdeka", "kelurahan"),
    ("[Nagari Sulit Air]", "Nagari Sulit Air", "desa"),
    ("[Mal Pelayanan Publik (MPP)] Kabupaten Batang", "MPP", "mpp"),
    ("[MPP Digital]", "MPP Digital", "mpp"),
    ("[Samsat Batang] Raih", "Samsat Batang", "samsat"),
    ("[SMAN 1 Batang] Raih Adiwiyata", "SMAN 1 Batang", "sekolah"),
    ("[SMA Negeri 3 Semarang]", "SMAN 3 Semarang", "sekolah"),
    ("[PDAM Tirta Moedal]", "PDAM Tirta Moedal", "bumd"),
    ("[Perumda Air Minum Tirta Pakuan] Kota Bogor", "Perumda Air Minum Tirta Pakuan", "bumd"),
    ("[POLRES BATANG] TERIMA PENGHARGAAN", "Polres Batang", "polres"),
    ("[RSUD ENDE] RAIH WBK", "RSUD Ende", "rsud"),
    ("[DINAS KESEHATAN] KOTA TEGAL", "Dinkes", "dinas"),
    ("[Polres Batang] dan Kabupaten Kendal", "Polres Batang", "polres"),
    ("[Puskesmas Kandeman], Dewi Lestari, mengatakan", "Puskesmas Kandeman", "puskesmas"),
    ("[Puskesmas Kandeman] dan Bupati Batang", "Puskesmas Kandeman", "puskesmas"),
    ("[Disperindagkop] UKM", "Disperindagkop", "dinas"),
    ("[Puskesmas Pulomerak] Cilegon Raih Juara", "Puskesmas Pulomerak", "puskesmas"),
    ("[Puskesmas Hinai Kiri], Kabupaten Langkat", "Puskesmas Hinai Kiri", "puskesmas"),
    ("[Polres Kulon Progo]", "Polres Kulon Progo", "polres"),
    ("[Polres Gunung Kidul]", "Polres Gunungkidul", "polres"),
    ("[Polres Tanah Karo]", "Polres Karo", "polres"),
    ("[Polsek Gombong] Raih", "Polsek Gombong", "polsek"),
    ("[Kecamatan Cepu]", "Kecamatan Cepu", "kecamatan"),
    ("Kepala [Puskesmas Hinai Kiri], dr. Rosmawati", "Puskesmas Hinai Kiri", "puskesmas"),
    ("[Puskesmas Air Dingin Padang]", "Puskesmas Air Dingin Padang", "puskesmas"),
    ("[RSUD dr.Soedono Madiun] Raih", "RSUD dr.Soedono Madiun", "rsud"),
    ("[RSUD dr Soedono]", "RSUD dr Soedono", "rsud"),
    ("[RSUD R.A. Kartini Jepara]", "RSUD R.A. Kartini Jepara", "rsud"),
    ("Ditjen Dukcapil [Kemendagri]", "Kementerian Dalam Negeri", "kementerian"),
    ("[Dukcapil] Kota Tegal", "Disdukcapil", "dinas"),
    ("[Desa Gading di Kecamatan Tugu] memperoleh", "Desa Gading", "desa"),
    ("[Puskesmas Wonosobo 1] Raih", "Puskesmas Wonosobo 1", "puskesmas"),
    ("[Kecamatan Medan Tembung]", "Kecamatan Medan Tembung", "kecamatan"),
    ("[Kecamatan Bungo Dani]", "Kecamatan Bungo Dani", "kecamatan"),
    ("[Kelurahan Kebon Jeruk] Jakarta Barat", "Kelurahan Kebon Jeruk", "kelurahan"),
    ("[Desa Sukojati] (Kabupaten Banyuwangi)", "Desa Sukojati", "desa"),
    ("Kepala [Bagian Organisasi], Rahmi", "Bagian Organisasi Setda", "sekretariat"),
    ("[Biro Organisasi Setda] Provinsi Jateng", "Biro Organisasi Setda", "sekretariat"),
    ("[Bagian Umum dan Protokol]", "Bagian Umum dan Protokol Setda", "sekretariat"),
    ("[Puskesmas Jenangan]: 74,8 (C, kuning)", "Puskesmas Jenangan", "puskesmas"),
    ("[Dinas Kesehatan Daerah] Sulut", "Dinkes", "dinas"),
    ("[Dinas Kesehatan] Provinsi", "Dinkes", "dinas"),
    ("[Polres Kota Baru]", "Polres Kotabaru", "polres"),
    ("[MPP] Blora Raih", "MPP", "mpp"),
    (
        "[Kementerian Pemberdayaan Perempuan dan Perlindungan Anak (PPPA) RI]. Pre",
        "Kementerian Pemberdayaan Perempuan dan Perlindungan Anak",
        "kementerian",
    ),
    ("[RSUD Tembilahan] Cuci Muka Pakai Air Galon", "RSUD Tembilahan", "rsud"),
    ("[Lapas Batu Nusakambangan] Terima WBBM", "Lapas Batu Nusakambangan", "lapas"),
    ("[PDAM Kota Semarang] Raih TOP BUMD", "PDAM Kota Semarang", "bumd"),
    ("[Kemenag Kendal] Sabet Juara Umum", "Kantor Kementerian Agama Kabupaten Kendal", "kemenag"),
    ("[Badan Pusat Statistik (BPS) Provinsi Jawa Tengah] merilis", "BPS Jawa Tengah", "perwakilan"),
    ("[UPTD Puskesmas Wiradesa] Ditinjau Bupati", "Puskesmas Wiradesa", "puskesmas"),
    ("[Kelurahan Purwokerto Kulon] Masuk Tiga Besar", "Kelurahan Purwokerto Kulon", "kelurahan"),
    (
        "[Kantor Wilayah Direktorat Jenderal Pajak Jawa Tengah I]",
        "Kanwil DJP Jawa Tengah I",
        "kanwil",
    ),
]
"""Printed form, the name of the unit in brackets; its canonical name; its kind."""

NO_UNIT = [
    "Kapolres Batang",
    "Imigrasi Raih Penghargaan",
    "Dinas terkait",
    "Kabupaten Seram Bagian Timur",
    "Desa Antikorupsi 2022",
    "Desa Wisata Pujon Kidul",
    "Kampung Iklim (ProKlim)",
    "Kelurahan Sadar Hukum",
    "Disita dan Distribusi Dinilai Dinamika",
    "puskesmas di desa",
    "kantor imigrasi",
    "Bupati dan Kantor Bupati",
    "Dukcapil Prima Award",
    "PA 2024 dan PN",
    "Pa Bupati Man City",
    "Puskesmas se-Kabupaten Batang",
    "RSUD se Jateng",
    "RSUD Kelas C",
    "Desa di Kabupaten Batang",
    "Kecamatan Se-Kota Tegal",
    "Lima Polres Kalsel",
    "dinas terkait",
    "desa antikorupsi",
    "sebuah RSUD",
    "kelurahan dan kecamatan",
    "Polres Wilayah Hukum",
    "info@Puskesmas",
    "Ditjen Dukcapil",
]

LISTS = [
    ("Dinas Sosial, Kesehatan, dan Perhubungan", ["Dinsos", "Dinkes", "Dishub"]),
    ("Dinas Kesehatan dan Disdukcapil", ["Dinkes", "Disdukcapil"]),
    (
        "DPMPTSP : 96,12* Disdukcapil95,40 * Dinsos 93,07 *Dinkes 92,88; "
        "Dinas Pendidikan 90,01* Puskesmas Tempe 91,60.",
        ["DPMPTSP", "Disdukcapil", "Dinsos", "Dinkes", "Dinas Pendidikan", "Puskesmas Tempe"],
    ),
    (
        "Puskesmas Kandeman, Batang I, dan Bandar meraih",
        ["Puskesmas Kandeman", "Puskesmas Batang I", "Puskesmas Bandar"],
    ),
    (
        "Puskesmas Kandeman 97,1, Batang I 95,2 dan Bandar 94,3",
        ["Puskesmas Kandeman", "Puskesmas Batang I", "Puskesmas Bandar"],
    ),
    ("RSUD Kraton dan Kajen meraih", ["RSUD Kraton", "RSUD Kajen"]),
    (
        "Polres Batang, Kendal, dan Demak menerima",
        ["Polres Batang", "Polres Kendal", "Polres Demak"],
    ),
    ("Polres Tanggamus Polda Lampung melaksanakan", ["Polres Tanggamus", "Polda Lampung"]),
    (
        "Desa Gemaharjo, Kecamatan Watulimo, dan Desa Karanganyar, Kecamatan Pule, masing-masing",
        ["Desa Gemaharjo", "Desa Karanganyar"],
    ),
    (
        "Lapas Padangsidimpuan, Imigrasi Sibolga, dan Rutan Medan Raih",
        ["Lapas Padangsidimpuan", "Kantor Imigrasi Sibolga", "Rutan Medan"],
    ),
    ("Dinas Sosial, Kesehatan, dan Perhubungan", ["Dinsos", "Dinkes", "Dishub"]),
    (
        "Puskesmas Batang I, II, dan III",
        ["Puskesmas Batang I", "Puskesmas Batang II", "Puskesmas Batang III"],
    ),
    (
        "Puskesmas Kandeman (97,1), Batang I (95,2), dan Bandar (94,0)",
        ["Puskesmas Kandeman", "Puskesmas Batang I", "Puskesmas Bandar"],
    ),
    ("RSUD Kajen 90,1 dan Kraton 88,2", ["RSUD Kajen", "RSUD Kraton"]),
    ("Desa Sukojati dan Desa Kutuh", ["Desa Sukojati", "Desa Kutuh"]),
    ("Polres Batang dan Kabupaten Kendal", ["Polres Batang"]),
    ("Puskesmas Kandeman, Dewi Lestari, mengatakan", ["Puskesmas Kandeman"]),
    ("Puskesmas Kandeman dan Bupati Batang", ["Puskesmas Kandeman"]),
    ("Kecamatan Cepu, Kabupaten Blora, dan Kota Tegal", ["Kecamatan Cepu"]),
    ("Dinas Sosial dan Tenaga Kerja", ["Dinas Sosial dan Tenaga Kerja"]),
]

WORDS = st.sampled_from(
    [
        "Puskesmas",
        "RSUD",
        "Dinas",
        "Sosial",
        "Kesehatan",
        "dan",
        ",",
        "Batang",
        "I",
        "II",
        "Polres",
        "Raih",
        "Kota",
        "Kabupaten",
        "Desa",
        "di",
        "Kecamatan",
        "Lapas",
        "Kelas",
        "IIB",
        "(",
        ")",
        "95,2",
        "Kementerian",
        "Agama",
        "Kanwil",
        "dr.",
        "Kepala\nBPN",
        "Setda",
    ]
)


@pytest.mark.parametrize(("printed", "name", "kind"), PRINTED)
def test_a_unit_is_read_to_the_end_of_its_name(printed: str, name: str, kind: str) -> None:
    text = fold(printed.replace("[", "").replace("]", ""))
    (unit,) = find_units(text)

    assert (unit.name, unit.kind) == (name, kind)
    assert (unit.start, unit.end) == (printed.index("["), printed.index("]") - 1)


@pytest.mark.parametrize("text", NO_UNIT)
def test_words_that_name_no_unit(text: str) -> None:
    assert find_units(fold(text)) == ()


@pytest.mark.parametrize(("text", "names"), LISTS)
def test_units_in_a_list_may_share_the_word_before_the_first(text: str, names: list[str]) -> None:
    assert [unit.name for unit in find_units(fold(text))] == names


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("Kementerian Agama", True),
        ("BPOM", True),
        ("Polda Jateng", True),
        ("Polres Batang", True),
        ("Kanwil Kemenkumham Jateng", True),
        ("Kantor Imigrasi Kelas I TPI Semarang", True),
        ("Lapas Kelas IIB Tegal", True),
        ("Rutan Kelas I Surakarta", True),
        ("Pengadilan Negeri Demak", True),
        ("Kejari Kendal", True),
        ("Kantah Klaten", True),
        ("Kantah Malang", False),
        ("KPP Pratama Pekalongan", True),
        ("Desa Banyubiru", True),
        ("RSUD Ende", True),
        ("SMAN 1 Batang", True),
        ("DPMPTSP", False),
        ("Dinas Perpustakaan dan Kearsipan", False),
        ("Puskesmas Batang I", False),
        ("Lapas Kelas IIB", False),
        ("Bagian Hukum Setda", False),
        ("MPP", False),
    ],
)
def test_a_unit_stands_alone_when_its_name_says_what_or_where_it_is(
    text: str, *, alone: bool
) -> None:
    (unit,) = find_units(text)

    assert unit.alone == alone


@pytest.mark.parametrize(
    ("unit", "region", "recipient"),
    [
        ("DPMPTSP", "Kabupaten Blora", "DPMPTSP Kabupaten Blora"),
        ("Puskesmas Batang I", "Kabupaten Batang", "Puskesmas Batang I Kabupaten Batang"),
        ("Desa Banyubiru", "Kabupaten Semarang", "Desa Banyubiru Kabupaten Semarang"),
        ("Kecamatan Cepu", "Kabupaten Blora", "Kecamatan Cepu Kabupaten Blora"),
        ("Bagian Hukum Setda", "Kabupaten Demak", "Bagian Hukum Setda Kabupaten Demak"),
        ("MPP", "Kabupaten Batang", "MPP Kabupaten Batang"),
        ("RSUD Ende", "Kabupaten Ende", "RSUD Ende"),
        ("Polres Batang", "Kabupaten Batang", "Polres Batang"),
        ("Lapas Kelas IIB Tegal", "Kota Tegal", "Lapas Kelas IIB Tegal"),
        ("Kementerian Agama", "Kabupaten Batang", "Kementerian Agama"),
        ("Kantor Pertanahan", "Kabupaten Malang", "Kantor Pertanahan Kabupaten Malang"),
        (
            "Kantor Pertanahan Kabupaten Klaten",
            "Kabupaten Klaten",
            "Kantor Pertanahan Kabupaten Klaten",
        ),
        ("Disdukcapil", None, "Disdukcapil"),
    ],
)
def test_a_recipient_is_named_with_its_region_where_its_own_name_does_not_tell(
    unit: str, region: str | None, recipient: str
) -> None:
    assert recipient_name(unit, region) == recipient


@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_spans_are_in_order_apart_and_inside_the_text(text: str) -> None:
    last = 0
    for unit in find_units(text):
        assert last <= unit.start < unit.end <= len(text)
        assert unit.name.strip() == unit.name != ""
        last = unit.end


@given(st.lists(WORDS, max_size=30).map(" ".join), st.integers(0, 80), st.integers(0, 80))
def test_nothing_is_read_outside_the_offsets(text: str, start: int, length: int) -> None:
    end = min(len(text), start + length)

    assert all(start <= unit.start < unit.end <= end for unit in find_units(text, start, end))


@pytest.mark.parametrize(
    "junk",
    [
        "Puskesmas " * 10_000,
        "Dinas A " * 12_500,
        "Dinas " + "Sosial dan " * 9_000,
        "Puskesmas " + "A, " * 33_000,
        "Polres Batang dan " * 5_500,
        "RSUD dr. " * 11_000,
        "Lapas Kelas " * 8_000,
        "Kementerian Hukum dan " * 4_500,
        "Desa A, Kecamatan " * 5_500,
    ],
    ids=lambda junk: junk[:20],
)
def test_reading_takes_time_in_proportion_to_the_length(junk: str) -> None:
    begun = time.process_time()
    find_units(junk[: len(junk) // 4])
    quarter = time.process_time() - begun
    find_units(junk)

    assert time.process_time() - begun - quarter < 0.2 + 12 * quarter
