"""The place and brand in front of a story come off; a sentence with a dash stays whole."""

import pytest

from crawler.extraction.dateline import split_dateline
from crawler.extraction.spacing import squeeze


@pytest.mark.parametrize(
    ("printed", "city", "rest"),
    [
        ("TRIBUNJATENG.COM, BATANG - Pemkab", "BATANG", "Pemkab"),
        ("TRIBUN-BALI.COM, TABANAN - Pemkab", "TABANAN", "Pemkab"),
        ("TRIBUN-TIMUR.COM- Pemkab", None, "Pemkab"),
        ("Klikjateng, Semarang – Pemkab", "Semarang", "Pemkab"),
        ("BLORA (wartablora.com)—Kabupaten", "BLORA", "Kabupaten"),
        ("BLORA, KOMPAS.com – Bupati", "BLORA", "Bupati"),
        ("Semarang (ANTARA) - Gubernur", "Semarang", "Gubernur"),
        ("RADARSEMARANG.ID, SEMARANG – Wali Kota", "SEMARANG", "Wali Kota"),
        ("RADARSEMARANG.JAWAPOS.COM, KENDAL – Bupati", "KENDAL", "Bupati"),
        ("Suara.com - Bupati", None, "Bupati"),
        ("JawaPos.com - Bupati", None, "Bupati"),
        ("SOLOPOS.COM, SOLO -- Wali Kota", "SOLO", "Wali Kota"),
        ("MuriaNewsCom, Blora – Bupati", "Blora", "Bupati"),
        ("Murianews, Blora – Bupati", "Blora", "Bupati"),
        ("BATANG, diswayjateng.id – Pemkab", "BATANG", "Pemkab"),
        ("SLAWI, smpantura – Pemkab", "SLAWI", "Pemkab"),
        ("SEMARANG (Soloaja.co) – Pemkot", "SEMARANG", "Pemkot"),
        ("Idola 92,6 FM – Pemkot", None, "Pemkot"),
        ("BLORA,LINTASUPDATE.ID–Bupati", "BLORA", "Bupati"),
        ("SEMARANG, suaramerdeka.com-Pemerintah", "SEMARANG", "Pemerintah"),
        ("Batang, InfoPublik – Pemkab", "Batang", "Pemkab"),
        ("Jakarta, CNN Indonesia -- Menteri", "Jakarta", "Menteri"),
        ("KBRN, Batang: Pemkab", "Batang", "Pemkab"),
        ("Liputan6.com, Jakarta - Menteri", "Jakarta", "Menteri"),
        ("Semarang, IDN Times - Gubernur", "Semarang", "Gubernur"),
        ("SUARABARU.ID|SEMARANG – Gubernur", "SEMARANG", "Gubernur"),
        ("Blora [Humas] – Bupati", "Blora", "Bupati"),
        ("date 2024-12-02 jpnn.com, SEMARANG - Bupati", "SEMARANG", "Bupati"),
        ("𝗕𝗟𝗢𝗥𝗔 — Bupati", "BLORA", "Bupati"),
        ("BLORA – “Kami", "BLORA", "“Kami"),
        ("KOTA TEGAL – Pemkot", "KOTA TEGAL", "Pemkot"),
        ("KAB. BATANG - Pemkab", "KAB. BATANG", "Pemkab"),
        ("Ungaran, Kabupaten Semarang – Bupati", "Ungaran", "Bupati"),
        ("Semarang - Gubernur", "Semarang", "Gubernur"),
        ("Kota Tegal - Wali Kota", "Kota Tegal", "Wali Kota"),
        ("BUOL, LENTERA – Bupati", "BUOL", "Bupati"),
    ],
)
def test_a_dateline_gives_the_city_as_printed_and_the_bare_sentence(
    printed: str, city: str | None, rest: str
) -> None:
    found = split_dateline(squeeze(f"{printed} meraih nilai 97,84 dari Ombudsman."))
    assert found is not None
    assert found.city == city
    assert found.rest == f"{rest} meraih nilai 97,84 dari Ombudsman."


@pytest.mark.parametrize(
    "paragraph",
    [
        "Blora (2/12/2024) – Bupati menerima piagam.",
        "Blora, Senin (2/12) – Bupati menerima piagam.",
    ],
)
def test_a_dateline_with_a_day_stays_in_the_text(paragraph: str) -> None:
    found = split_dateline(paragraph)
    assert found is not None
    assert (found.city, found.rest) == ("Blora", paragraph)


def test_the_name_of_the_outlet_tells_the_brand_from_the_place() -> None:
    found = split_dateline("Seputar Kota, Kudus – Bupati hadir.", outlet="seputar-kota")
    assert found is not None
    assert found.city == "Kudus"


@pytest.mark.parametrize(
    "paragraph",
    [
        "Zona Hijau - Kualitas Tertinggi diraih Batang.",
        "Pemkab Blora - Pemkab Batang bekerja sama.",
        "Joko Widodo - Ma'ruf Amin menang di Blora.",
        "BREAKING NEWS - Banjir merendam jalan.",
        "Rapat koordinasi - yang digelar Senin - dihadiri bupati.",
        "Penghargaan itu – kata dia – berarti besar.",
        "Media sosial - yang kini ramai - dipantau.",
        "Semarang-Demak tersambung tol.",
        "MenPAN-RB Rini Widyantini meminta daerah tidak berpuas diri.",
        "KemenPPN-Bappenas Pusat menilai tiga daerah.",
        "Kabupaten Blora meraih 97,84 - tertinggi se-Jateng.",
        "Senin - Kamis pelayanan dibuka.",
        "Bupati Blora, Arief Rohman - yang juga ketua - hadir.",
        "DPMPTSP - unit layanan - dinilai baik.",
        "- Disdukcapil: 93,77",
        "Rinciannya: Blora 97,84 dan Batang 93,74.",
        "Semarang: Kota dengan nilai tertinggi.",
        "BLORA –",
        "",
    ],
)
def test_a_sentence_with_a_dash_is_no_dateline(paragraph: str) -> None:
    assert split_dateline(paragraph) is None
