"""Furniture goes, sentences that share its words stay."""

import pytest

from crawler.extraction.boilerplate import (
    ends_story,
    is_noise,
    is_summary_head,
    is_teaser_head,
    without_glued_teaser,
)


@pytest.mark.parametrize(
    "line",
    [
        "Baca juga: Jalan Rusak Diperbaiki",
        "Baca Juga : Jalan Rusak Diperbaiki",
        "BACA JUGA:Jalan Rusak Diperbaiki",
        "Baca: Jalan Rusak Diperbaiki",
        "Simak juga: Video Banjir",
        'Simak Video "Banjir di Kota"',
        "Lihat juga Video: Banjir",
        "Saksikan video selengkapnya di bawah ini.",
        "[Gambas:Video 20detik]",
        "Lihat Artikel Asli",
        "SCROLL TO CONTINUE WITH CONTENT",
        "ADVERTISEMENT",
        "- Advertisement -",
        "SCROLL TO RESUME CONTENT",
        "Scroll untuk lanjut membaca",
        "Scroll kebawah untuk lihat konten",
        "Lanjut baca",
        "Example 300x600",
        "banner 468x60",
        "iklan banner samping kiri",
        "Artikel ini telah tayang di TribunJateng.com dengan judul Zona Hijau, https://a.id/x",
        "Klik untuk baca: https://jateng.tribunnews.com/x",
        "Dapatkan update berita pilihan dan breaking news setiap hari.",
        "Dapatkan informasi terkini",
        "Simak berita terbaru Tribunnews.com di Google News",
        "Ikuti kami di Google News",
        "Ikuti saluran WhatsApp kami di sini",
        "Cek Berita dan Artikel yang lain di Google News",
        "Gabung di channel Telegram kami",
        "COPYRIGHT © ANTARA 2026",
        "© 2024 Portal Desa",
        "Dilarang keras mengambil konten, melakukan crawling tanpa izin tertulis.",
        "Bagikan:",
        "Bagikan ke Teman",
        "Sebarkan artikel ini",
        "SHARE :",
        "Share on Facebook",
        "Follow Me:",
        "Lihat Artikel Saya Lainnya",
        "Tags: Blora, Ombudsman",
        "Tag Terkait",
        "# pelayanan publik",
        "Halaman 1/2",
        "1 dari 3 halaman",
        "Halaman selanjutnya",
        "Selanjutnya",
        "Tampilkan Semua",
        "Pages: 1 2 3",
        "Dibaca: 40.137 Kali",
        "150 Dilihat",
        "47",
        "SHARES",
        "VIEWS",
        "Sumber: Tribun Jateng",
        "Sumber : humas.batangkab.go.id",
        "light_mode",
        "calendar_month",
        "blank",
        "kop",
        "×",
        "URL audio tidak tersedia.",
        "![](https://a.id/x.jpg)",
        ": | 1 |",
        "https://a.id/x",
        "***",
        "Home > Berita > Blora",
        "RedaksiPedoman Media SiberTentang KamiInfo Iklan",
    ],
)
def test_a_line_of_furniture_is_noise_in_any_letters(line: str) -> None:
    for written in (line, line.upper(), line.lower(), line.title()):
        assert is_noise(written), written


@pytest.mark.parametrize(
    "line",
    [
        "Sumber: data BPS menunjukkan angka kemiskinan di Blora turun dua persen.",
        "Ia menyebut sumber: dana desa dan swadaya warga.",
        "Pembangunan tanpa izin tertulis itu dihentikan Satpol PP.",
        "Sponsor utama turnamen itu adalah bank daerah.",
        "Bagikan beras kepada warga, bupati minta maaf.",
        "Simak juga pesan bupati kepada warga yang disampaikan kemarin.",
        "Iklan layanan masyarakat itu dipasang di pusat kota.",
        "Halaman 1 laporan itu menyebut nilai 97,84.",
        "Kategori: A",
        "Predikat: Kualitas Tertinggi",
        "Label halal diberikan kepada pelaku usaha.",
        "Selanjutnya, bupati menyerahkan piagam.",
        "Ikuti saluran irigasi sepanjang dua kilometer, warga bergotong royong.",
        "Cek kesehatan gratis digelar di alun-alun, informasi lengkap ada di aplikasi.",
        "Unduh aplikasi Mobile JKN, lalu pilih menu antrean.",
        "Hak cipta lagu daerah itu didaftarkan pemkab.",
        "Video itu viral di media sosial.",
        "Dibaca oleh ketua panitia, naskah itu menyebut lima nama.",
        "Puskesmas Batang I: 95,86",
        "Zona hijau",
        "97,84",
    ],
)
def test_a_sentence_that_shares_the_words_stays(line: str) -> None:
    assert not is_noise(line)
    assert not is_teaser_head(line)
    assert not ends_story(line)


@pytest.mark.parametrize(
    "line",
    [
        "Baca Juga",
        "Baca juga:",
        "Berita Terkait",
        "Berita Terkait :",
        "Artikel Terkait",
        "Berita Terkait Lainnya",
        "Berita Terkini",
        "Populer",
        "Rekomendasi Untuk Anda",
        "Sesuai Minatmu",
        "Pilihan Editor",
        "Jangan Lewatkan",
        "Posting Terkait",
        "Pos terkait",
        "Related Posts",
        "KONTEN PROMOSI",
        "Espos Premium",
    ],
)
def test_a_heading_of_other_stories_is_known(line: str) -> None:
    assert is_teaser_head(line)


@pytest.mark.parametrize(
    "line",
    [
        "Isi komentar sepenuhnya adalah tanggung jawab pengguna dan diatur dalam UU ITE.",
        "Tinggalkan Balasan",
        "Alamat email Anda tidak akan dipublikasikan. Ruas yang wajib ditandai *",
        "Berikan Komentar",
    ],
)
def test_the_comment_box_ends_the_story(line: str) -> None:
    assert ends_story(line)


def test_the_summary_box_is_known_by_its_heading() -> None:
    assert is_summary_head("Ringkasan Berita:")
    assert not is_summary_head("Ringkasan Berita Acara Pemeriksaan dibacakan jaksa.")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Nilai naik. Baca juga: Jalan Rusak", "Nilai naik."),
        ("Kata dia, “naik.” BACA JUGA: Jalan Rusak", "Kata dia, “naik.”"),
        ("Warga diminta baca juga: syarat, biaya, dan jadwal.", None),
        ("Nilai naik. Baca juga: Jalan Rusak. Warga senang.", None),
    ],
)
def test_a_teaser_glued_to_a_sentence_is_taken_off(line: str, expected: str | None) -> None:
    assert without_glued_teaser(line) == (expected or line)
