"""What an alert says; the notices are those of real kinds of story."""

from dataclasses import replace

import pytest

from crawler.alerts.compose import compose_test
from crawler.alerts.english import ENGLISH
from crawler.alerts.indonesian import INDONESIAN
from crawler.alerts.letter import write_letter
from crawler.alerts.words import Words
from crawler.awards.catalogue import load_catalogue
from storage.letter_records import AwardNotice, Language
from storage.records import Award, AwardStatus, EarlierScore
from tests.alerts.mails import ANI, ON, Reader, compose, html_of, text_of
from tests.alerts.notices import BATANG, BLORA, CORRECTED, GROBOGAN, SETTLED, WITHDRAWN

LETTER = """\
PENGHARGAAN BARU
Kabupaten Batang
Penilaian Kepatuhan Penyelenggaraan Pelayanan Publik, edisi 2024

93,74 dari 100
naik 2,24 dari 91,50 (2023)
zona hijau · Kualitas Tertinggi

BUKTI
"Pemerintah Kabupaten Batang kembali menorehkan prestasi membanggakan dengan meraih nilai \
rata-rata *93,74* dalam penilaian Kepatuhan Penyelenggaraan Pelayanan Publik Tahun 2024."
(Tribun Jateng)

RIWAYAT NILAI
2022 88,10 → 2023 91,50 → 2024 93,74

RINCIAN
Pemberi: Ombudsman RI
Kategori: A
Posisi: urutan 3 dari 12 kabupaten di Jawa Tengah; urutan 8 (bersama) dari 40 kabupaten \
se-Indonesia; di antara hasil yang diketahui Piagam, bukan peringkat resmi
Tanggal: Senin, 2 Desember 2024
Tempat: Hotel Guest, Semarang
Keyakinan: 97% (dibaca mesin)

NILAI UNIT
  97,55  DPMPTSP
  95,86  Puskesmas Batang I
  95,07  Dinsos
  93,77  Disdukcapil
  90,90  Puskesmas Batang III
  89,07  Disdikbud

DIBERITAKAN OLEH
- Tribun Jateng, Selasa, 3 Desember 2024: Kabupaten Batang Raih Zona Hijau Pelayanan Publik \
2024: DPMPTSP Catat Skor Tertinggi
  https://jateng.tribunnews.com/2024/12/03/kabupaten-batang-raih-zona-hijau

IN ENGLISH
New award: Batang Regency (Kabupaten Batang), score 93.74 out of 100, predicate “Kualitas \
Tertinggi”, category A, green zone. This is the 2024 edition of “Penilaian Kepatuhan \
Penyelenggaraan Pelayanan Publik” by Ombudsman RI. Up 2.24 from 91.50 (2023). Announced on \
Monday, 2 December 2024, at Hotel Guest, Semarang. Reported by Tribun Jateng.

--
Piagam 1.2.3 membaca berita ini dan mengirim surat ini sekali kepada ani@example.org.
Berhenti: kirim surat ke piagam@example.org.
"""


def test_the_text_part_stands_alone() -> None:
    text = text_of(compose(BATANG))
    assert "\n-- \n" in text, "mail programs know a signature by the space after its dashes"
    assert text.replace("\n-- \n", "\n--\n") == LETTER


ALL = (BATANG, BLORA, GROBOGAN, CORRECTED, WITHDRAWN, SETTLED)


@pytest.mark.parametrize("notice", ALL)
@pytest.mark.parametrize("words", [INDONESIAN, ENGLISH], ids=["id", "en"])
def test_both_parts_say_all_there_is_to_say(notice: AwardNotice, words: Words) -> None:
    message = compose(notice, Language(words.lang))
    scheme = load_catalogue()[notice.award.scheme]
    letter = write_letter(notice, scheme=scheme.title, short=scheme.short, words=words)
    tables = (*letter.facts, *letter.units)
    expected = {
        *(letter.recipient, letter.original, letter.scheme, letter.edition, letter.lead),
        *(letter.score, letter.score_of, letter.change, letter.zone, letter.predicate),
        *letter.notes,
        *(text for line in tables for text in (line.label, line.value)),
        *(text for each in letter.differences for text in (each.label, each.before, each.after)),
        *(text for each in letter.sources for text in (each.outlet, each.title, each.published)),
        *(text for side in (*letter.sides, *letter.others) for text in (side.score, side.outlets)),
        *(each.outlet for each in letter.quotes),
        *(text for bar in letter.bars for text in (bar.year, bar.score)),
    }
    for part in (text_of(message), Reader.of(html_of(message)).text):
        assert {text for text in expected if text is not None and text not in part} == set()


def test_the_number_is_marked_in_the_sentence_that_proves_it() -> None:
    html = html_of(compose(BATANG))
    assert Reader.of(html).marked == ["93,74"]
    assert "meraih nilai rata-rata 93,74 dalam penilaian" in Reader.of(html).text


def test_one_sentence_is_quoted_for_each_of_three_outlets_and_copies_are_counted() -> None:
    first = BATANG.reports[0]
    reports = tuple(
        replace(first, outlet=f"outlet-{number // 2}", outlet_title=None, copies=number)
        for number in range(10)
    )
    message = compose(replace(BATANG, reports=reports))
    assert Reader.of(html_of(message)).marked == ["93,74"] * 3
    assert text_of(message).count("(outlet-") == 3
    assert "outlet-1, Selasa, 3 Desember 2024, dan 3 salinan: Kabupaten" in text_of(message)
    assert "salinan" not in text_of(compose(BATANG))


def test_a_quote_from_a_very_long_sentence_keeps_the_marked_number_in_sight() -> None:
    (report,) = BATANG.reports
    assert report.proof is not None
    long = "kata " * 2000
    proof = replace(
        report.proof,
        sentence=long + report.proof.sentence + long,
        start=report.proof.start + len(long),
        end=report.proof.end + len(long),
    )
    text = text_of(compose(replace(BATANG, reports=(replace(report, proof=proof),))))
    quote = next(line for line in text.splitlines() if "*93,74*" in line)
    assert len(quote) < 800
    assert quote.startswith('"…')
    assert quote.endswith('…"')


def test_a_score_printed_with_a_point_is_shown_with_a_comma_and_as_printed() -> None:
    text = text_of(compose(BLORA))
    assert "97,84 dari 100" in text
    assert "Tercetak: 97.84" in text


def test_an_edition_from_the_calendar_says_so_in_both_languages() -> None:
    text = text_of(compose(BLORA))
    assert "- tahun edisi disimpulkan dari kalender; berita tidak menyebutnya" in text
    assert "The edition year was inferred from the calendar" in text
    assert "disimpulkan" not in text_of(compose(BATANG))


def test_an_unknown_edition_is_told() -> None:
    award = replace(BATANG.award, edition_year=None, edition_basis=None)
    assert "- tahun edisi tidak diketahui" in text_of(compose(replace(BATANG, award=award)))


def test_a_dispute_shows_every_score_with_who_printed_it_and_claims_no_change() -> None:
    text = text_of(compose(GROBOGAN))
    assert "NILAI BERBEDA\nKabupaten Grobogan" in text
    assert "\n98,02 atau 98,2 dari 100\n" in text
    assert '98,02 menurut Tribunnews\n  "Nilai tertinggi diraih' in text
    assert '98,2 menurut IDN Times Jateng\n  "Grobogan memperoleh nilai *98,2* dan' in text
    assert "BUKTI" not in text
    assert "RIWAYAT" not in text
    assert "The score is disputed: 98.02 (Tribunnews); 98.2 (IDN Times Jateng)." in text
    assert "turun" not in text
    assert "Down" not in text
    assert "- predikat tidak sesuai dengan rentang nilai 2022" in text


def test_a_settled_dispute_proves_what_holds_and_names_who_reported_otherwise() -> None:
    text = text_of(compose(SETTLED))
    assert "PERBEDAAN SELESAI\nKabupaten Grobogan" in text
    assert "\n98,02 dari 100\n" in text
    assert "NILAI DIPERDEBATKAN" not in text
    assert 'BUKTI\n"Nilai tertinggi diraih Kabupaten Grobogan dengan *98,02*."\n(Trib' in text
    assert text.count("Grobogan memperoleh nilai") == 1
    assert 'DIBERITAKAN LAIN\n98,2 menurut IDN Times Jateng\n  "Grobogan memperoleh' in text
    assert "- dikoreksi oleh analis" in text


def test_a_correction_shows_what_was_told_before_and_what_holds() -> None:
    message = compose(CORRECTED)
    assert (
        "YANG BERUBAH\nNilai: 91,74 → 93,74\nKategori: tidak ada → A\n"
        "Zona: kuning → hijau\nTempat: tidak ada → Hotel Guest, Semarang\n"
    ) in text_of(message)
    assert "91,74 → 93,74" in Reader.of(html_of(message)).text
    assert "What changed: score 93.74, before: 91.74;" in text_of(message)


def test_a_correction_without_what_was_told_before_still_says_what_holds() -> None:
    text = text_of(compose(replace(CORRECTED, before=None)))
    assert text.startswith("KOREKSI\nKabupaten Batang\n")
    assert "YANG BERUBAH" not in text


def test_a_withdrawn_award_is_void_and_says_what_had_been_said() -> None:
    text = text_of(compose(WITHDRAWN))
    assert text.startswith("DITARIK\nKabupaten Batang\n")
    assert "\n93,74 dari 100 (tidak berlaku)\n" in text
    assert "Anggap kabar kami sebelumnya tidak berlaku." in text
    assert 'YANG PERNAH DIKATAKAN\n"Pemerintah' in text
    assert "PERNAH DIBERITAKAN OLEH\n- Tribun Jateng" in text
    assert "RIWAYAT" not in text
    assert "Had been reported by Tribun Jateng." in text


def test_what_a_person_has_withdrawn_is_not_said_to_be_reported_no_more() -> None:
    text = text_of(compose(replace(WITHDRAWN, is_by_person=True)))
    assert "Hasil ini ditarik oleh analis. Anggap kabar kami sebelumnya tidak berlaku." in text
    assert "An analyst has withdrawn this result." in text
    assert "No report says so" not in text
    assert "Tidak ada lagi berita" not in text


def test_the_history_is_a_row_of_bars_that_reads_without_colours() -> None:
    page = Reader.of(html_of(compose(BATANG)))
    assert page.widths == ["88%", "92%", "94%"]
    assert "2022" in page.text
    assert page.labels == {"2022 88,10 → 2023 91,50 → 2024 93,74"}


def test_a_bar_is_as_long_as_its_part_of_the_whole_scale() -> None:
    history = (EarlierScore(year=2022, score=0.0, raw="0"),)
    award = replace(BATANG.award, score=4.5, score_raw="4,5", scale=5)
    page = Reader.of(html_of(compose(replace(BATANG, award=award, history=history))))
    assert page.widths == ["1%", "90%"]


@pytest.mark.parametrize("notice", [BLORA, GROBOGAN, WITHDRAWN])
def test_no_history_is_drawn_without_an_earlier_edition_or_a_sure_score(
    notice: AwardNotice,
) -> None:
    assert Reader.of(html_of(compose(notice))).widths == []


def test_a_place_is_told_for_the_country_alone_where_the_province_says_nothing() -> None:
    text = text_of(compose(replace(BATANG, province=None), Language.ENGLISH))
    assert "\nPlace: no. 8 (tied) of 40 regencies in Indonesia; among the results that" in text
    same = replace(BATANG, country=BATANG.province)
    assert "Place: no. 3 of 12 regencies in Jawa Tengah; among" in text_of(
        compose(same, Language.ENGLISH)
    )
    assert "Place:" not in text_of(compose(replace(BATANG, province=None, country=None)))


def test_old_pages_are_called_old() -> None:
    text = text_of(compose(replace(BATANG, is_backfilled=True)))
    assert "- dibaca dari halaman lama; bukan kabar baru" in text


@pytest.mark.parametrize(
    ("previous", "indonesian", "english"),
    [
        (EarlierScore(year=2023, score=91.5, raw="91,50"), "naik 2,24 dari 91,50 (2023)", "Up"),
        (EarlierScore(year=2022, score=95.0, raw="95"), "turun 1,26 dari 95 (2022)", "Down"),
        (EarlierScore(year=2023, score=93.74, raw=""), "tetap 93,74 seperti 2023", "Unchanged"),
        (EarlierScore(year=None, score=90.0, raw="90"), "naik 3,74 dari 90 (edisi seb", "Up"),
    ],
)
def test_the_change_against_the_last_edition_is_told(
    previous: EarlierScore, indonesian: str, english: str
) -> None:
    text = text_of(compose(replace(BATANG, previous=previous)))
    assert f"\n{indonesian}" in text
    assert f" {english} " in text
    assert f"\n{english.lower()} " in text_of(
        compose(replace(BATANG, previous=previous), Language.ENGLISH)
    )


def test_nothing_is_said_of_a_change_when_either_score_is_unknown() -> None:
    unscored = replace(BATANG.award, score=None, score_raw=None)
    for notice in (replace(BATANG, previous=None), replace(BATANG, award=unscored)):
        assert "dari 91,50" not in text_of(compose(notice))


def test_a_notice_with_hardly_any_fact_still_makes_a_mail() -> None:
    award = Award(
        id=1,
        recipient="Kabupaten Batang",
        recipient_code=None,
        scheme="ombudsman-kepatuhan",
        edition_year=None,
        status=AwardStatus.AGREED,
    )
    bare = replace(
        BATANG, award=award, reports=(), units=(), previous=None, history=(), province=None
    )
    text = text_of(compose(bare))
    assert text.startswith("PENGHARGAAN BARU\nKabupaten Batang\n")
    assert "BUKTI" not in text
    assert "DIBERITAKAN" not in text


def test_a_test_mail_says_what_it_is_in_both_languages() -> None:
    message = compose_test(ANI, on=ON)
    assert message["Subject"] == "Piagam: surat uji · test mail"
    assert "delivery works" in text_of(message)
    assert "pengiriman surat berjalan" in html_of(message)
