"""Granted, wished, denied or explained: the word that governs a span."""

import pytest

from crawler.awards.modality import Mood, Moods

GRANTED, WISHED, DENIED, RULE, PLAIN = (
    *(Mood.GRANTED, Mood.WISHED, Mood.DENIED),
    *(Mood.RULE, Mood.PLAIN),
)


def mood(text: str) -> Mood:
    """The mood of what stands behind the mark `|`."""
    at = text.index("|")
    plain = text.replace("|", "")
    return Moods(plain).at(0, len(plain), at)


@pytest.mark.parametrize(
    "text",
    [
        *("Pemkab meraih nilai |93", "Pemkab berhasil meraih |zona hijau", "raih |zona hijau"),
        *("diganjar predikat |A", "menyabet predikat |A", "sukses meraih |93"),
        *("nilainya turun menjadi |82", "masuk |zona kuning", "hanya mendapat nilai |58"),
        *(
            "tidak hanya meraih |zona hijau",
            "bukan saja meraih |predikat",
            "pertahankan |predikat A",
        ),
        "yang semula menargetkan zona hijau akhirnya meraih |93",
        "diharapkan menjadi motivasi, Blora meraih |93",
        *("meski belum sempurna, Blora meraih |93", "akan tetapi Blora meraih |93"),
        *("melampaui target dan meraih |95", "jika dibanding 2023 naik menjadi |93"),
        "meraih predikat Zona Integritas menuju |WBK",
        "pemda yang menunggu lama akhirnya memperoleh |WTP",
    ],
)
def test_a_granting_verb_grants(text: str) -> None:
    assert mood(text) is GRANTED


@pytest.mark.parametrize(
    "text",
    [
        *("menargetkan |zona hijau", "menargetkan meraih |zona hijau", "ditargetkan meraih |95"),
        *("bidik |predikat A", "optimistis raih |zona hijau", "siap raih |zona hijau"),
        *("berharap bisa meraih nilai |95", "untuk meraih nilai |95", "menuju |zona hijau"),
        *("mengincar |zona hijau", "mengejar |zona hijau", "diharapkan meraih |zona hijau"),
        *("masuk nominasi |zona hijau", "mematok nilai |95", "target meraih |95"),
        "setelah meraih 93 kini menargetkan |95",
        "setelah meraih 93 kini menargetkan meraih |95",
        "agar tahun depan mendapat nilai |95",
        "berharap Kabupaten Kendal tahun ini bisa kembali meraih nilai |95",
        *(
            "|zona hijau menjadi target",
            "|predikat A yang ditargetkan",
            "jangan mengejar |zona hijau",
            "dorong semua kantor raih |predikat WBK",
            "Ombudsman dampingi Pemkot Tegal raih |zona hijau",
            "banyak yang mengira kota itu di |urutan pertama",
            "mengajak seluruh kepala dinas mempertahankan |zona hijau",
        ),
    ],
)
def test_a_target_or_hope_is_a_wish(text: str) -> None:
    assert mood(text) is WISHED


@pytest.mark.parametrize(
    "text",
    [
        *("belum meraih |zona hijau", "gagal meraih |zona hijau", "tidak masuk |zona hijau"),
        *("tak meraih |zona hijau", "batal menerima |piagam", "urung mendapat |predikat"),
    ],
)
def test_a_negation_denies_what_follows(text: str) -> None:
    assert mood(text) is DENIED


@pytest.mark.parametrize(
    "text",
    [
        *("Zona hijau berarti nilai |88", "kriteria zona |merah", "terbagi dalam zona |hijau"),
        "warga bangga karena |Adipura Kencana 2023 menjadi ukuran bergengsi bagi daerah",
    ],
)
def test_an_explanation_is_a_rule(text: str) -> None:
    assert mood(text) is RULE


@pytest.mark.parametrize(
    "text", ["nilai |93", "Puskesmas Batang I: |95,86", "bertahan di |zona hijau"]
)
def test_without_a_marker_it_is_plain(text: str) -> None:
    assert mood(text) is PLAIN


def test_a_denial_does_not_reach_into_the_next_clause() -> None:
    assert mood("tanpa wakil di kelas prima, lima polres puas dengan |Sangat Baik") is PLAIN
    assert mood("bukan zona hijau, melainkan |zona kuning") is PLAIN


def test_only_verbs_of_taking_and_giving_tell_of_an_award_by_themselves() -> None:
    for text, tells in (("Blora raih WTP", True), ("Harga cabai naik", False)):
        assert (Moods(text).first_taking(0, len(text)) is not None) is tells
        assert Moods(text).grants(0, len(text))


@pytest.mark.parametrize(
    ("text", "takes"),
    [
        ("Ombudsman Ganjar Pemkab Kendal", True),
        ("Ombudsman Ganjar Kendal Piagam", True),
        ("bupati ganjar dua kantor", True),
        ("Dibuka Ganjar Pranowo di Desa Sruni", False),
        ("kata Ganjar kepada wartawan", False),
    ],
)
def test_a_man_s_name_is_no_verb(text: str, *, takes: bool) -> None:
    assert (Moods(text).first_taking(0, len(text)) is not None) is takes


def test_words_of_another_sentence_do_not_govern() -> None:
    text = "Pemkab menargetkan zona hijau. Nilai 93 tercatat."

    assert Moods(text).at(text.index("Nilai"), len(text), text.index("93")) is PLAIN


@pytest.mark.parametrize(
    ("text", "grants", "wishes"),
    [
        ("Blora raih penghargaan", True, False),
        ("Blora bidik penghargaan", False, True),
        ("Blora menargetkan raih penghargaan", False, True),
        ("Blora gagal raih penghargaan", False, False),
        ("Blora targetkan zona hijau", False, True),
        ("Blora mengejar zona hijau", False, True),
        ("Rapat di Blora", False, False),
        ("Blora masuk nominasi penghargaan", False, True),
        ("Blora menyerahkan LKPD kepada BPK", False, False),
        ("Ombudsman menerima 663 aduan", False, False),
        ("Penuhi target, Blora terima penghargaan", True, False),
        ("Wajib pajak di Blora", False, False),
        ("Semoga penghargaan itu menjadi pemicu semangat", False, False),
        ("Diharapkan piala ini memotivasi warga", False, False),
        ("Semoga Blora meraih penghargaan", False, True),
        ("Blora melampaui nilai MCP yang ditargetkan KPK", False, False),
    ],
)
def test_a_headline_grants_or_wishes(text: str, *, grants: bool, wishes: bool) -> None:
    assert Moods(text).grants(0, len(text)) is grants
    assert any(Moods(text).wishes(0, len(text))) is wishes


@pytest.mark.parametrize(
    "text",
    [
        "Zona |hijau menandakan kepatuhan tinggi, kuning sedang, dan merah rendah",
        "Zona hijau menandakan |kepatuhan tinggi, kuning sedang, dan merah rendah",
        "Zona hijau menandakan kepatuhan tinggi, kuning sedang, dan |merah rendah",
    ],
)
def test_what_the_colours_stand_for_is_a_rule(text: str) -> None:
    assert mood(text) is RULE
