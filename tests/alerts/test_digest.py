"""What a digest says, and in which order."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from storage.letter_records import Coverage, DigestNotice, Frequency, Language, Unreached
from storage.records import AwardStatus
from tests.alerts.digests import COVERAGE, WEEK, digest, many
from tests.alerts.mails import ANI, Reader, gather, html_of, text_of
from tests.alerts.notices import BATANG, BLORA, CORRECTED, GROBOGAN, SETTLED, WITHDRAWN

LETTER = """\
IKHTISAR MINGGUAN, 14–21 November 2026
2 penghargaan baru, 1 koreksi, 1 nilai berbeda

KOREKSI DAN NILAI YANG BERBEDA
Nilai berbeda: Kabupaten Grobogan · Ombudsman 2022
         98,02 menurut Tribunnews; 98,2 menurut IDN Times Jateng
         Tribunnews (2 berita): https://www.tribunnews.com/nasional/2022/12/23/ombudsman-ri-ungkap\
-hasil
Koreksi: Kabupaten Batang · Ombudsman 2024 93,74
         Nilai: 91,74 → 93,74; Kategori: tidak ada → A; Zona: kuning → hijau; Tempat: tidak ada → \
Hotel Guest, Semarang
         Tribun Jateng: https://jateng.tribunnews.com/2024/12/03/kabupaten-batang-raih-zona-hijau

Penilaian Kepatuhan Penyelenggaraan Pelayanan Publik 2024
  97,84  Kabupaten Blora
         wartablora: https://news.wartablora.com/pemerintahan/blora-raih-nilai-tertinggi-SNZUm3mp\
-12345
  93,74  Kabupaten Batang · Kualitas Tertinggi · zona hijau · ▲ 2,24 (2023)
         Tribun Jateng: https://jateng.tribunnews.com/2024/12/03/kabupaten-batang-raih-zona-hijau

KESEHATAN MEDIA
- Suara Merdeka bermasalah sejak Rabu, 18 November 2026: brought 2 stories, usual are 14 to 30

IN ENGLISH
14–21 November 2026: 2 new awards, 1 correction, 1 disputed score. 29 of 31 outlets read in full; \
1 read in part; Solopos unreachable since Tuesday; 2 gaps in time still open.

YANG DIBACA
29 dari 31 media dibaca penuh; 1 dibaca sebagian; Solopos tidak terjangkau sejak Selasa; 2 celah \
waktu belum tertutup

--
Piagam 1.2.3 mengirim ikhtisar ini kepada ani@example.org.
Berhenti: kirim surat ke piagam@example.org.
"""


def test_the_text_part_stands_alone() -> None:
    assert text_of(gather(WEEK)).replace("\n-- \n", "\n--\n") == LETTER


@pytest.mark.parametrize(
    ("notice", "subject"),
    [
        (digest(), "Piagam, 21 November 2026: tidak ada penghargaan baru"),
        (
            digest(BATANG, CORRECTED),
            "Piagam, 21 November 2026: 1 penghargaan baru, 1 koreksi · Kabupaten Batang 93,74",
        ),
        (
            digest(GROBOGAN, WITHDRAWN),
            "Piagam, 21 November 2026: tidak ada penghargaan baru, 1 ditarik, 1 nilai berbeda"
            " · Kabupaten Grobogan 98,02 atau 98,2, Kabupaten Batang…",
        ),
        (
            digest(BATANG, BLORA, SETTLED),
            "Piagam, 21 November 2026: 2 penghargaan baru, 1 perbedaan selesai"
            " · Kabupaten Blora 97,84, Kabupaten Batang 93,74, Kabupaten Grobogan 98,02",
        ),
    ],
)
def test_the_subject_says_it_all(notice: DigestNotice, subject: str) -> None:
    assert gather(notice)["Subject"] == subject


def test_one_and_many_are_told_apart_in_english() -> None:
    subject = str(gather(digest(BATANG), Language.ENGLISH)["Subject"])
    assert subject.startswith("Piagam, 21 November 2026: 1 new award · Batang Regency 93.74")
    assert ": 2 new awards · " in str(gather(digest(BATANG, BLORA), Language.ENGLISH)["Subject"])


def test_what_a_first_crawl_found_is_not_called_new() -> None:
    old = digest(BATANG, BLORA, is_old=True)
    lines = text_of(gather(old)).splitlines()
    assert lines[0] == "IKHTISAR BERITA LAMA, 21 November 2026"
    assert lines[1] == "2 penghargaan ditemukan"
    assert ": 2 penghargaan ditemukan · " in str(gather(old)["Subject"])
    told = gather(digest(BATANG, is_old=True), Language.ENGLISH)
    assert text_of(told).startswith("DIGEST OF OLDER NEWS, 21 November 2026\n1 award found\n")


def test_awards_stand_by_edition_and_scheme_and_the_best_score_first() -> None:
    unscored = replace(BATANG.award, id=5, recipient="Kota Tegal", score=None, score_raw=None)
    oldest = replace(BLORA.award, id=6, edition_year=2022, score=99.9, score_raw="99,90")
    items = (replace(BATANG, award=unscored), replace(BLORA, award=oldest), BATANG, BLORA, *many(2))
    text = text_of(gather(digest(*items)))
    places = [
        text.index(each)
        for each in (
            *("Informasi Publik 2025", "99,00  Kabupaten Contoh 0", "Pelayanan Publik 2024"),
            *("98,95  Kabupaten Contoh 1", "97,84  Kabupaten Blora", "93,74  Kabupaten Batang"),
            *("–  Kota Tegal", "Pelayanan Publik 2022", "99,90  Kabupaten Blora"),
        )
    ]
    assert places == sorted(places)


def test_what_was_told_twice_in_a_period_stands_there_once() -> None:
    gone = replace(BATANG, award=replace(BATANG.award, status=AwardStatus.WITHDRAWN))
    text = text_of(gather(digest(gone, WITHDRAWN), Language.INDONESIAN))
    assert "tidak ada penghargaan baru, 1 ditarik\n" in text
    assert text.count("Kabupaten Batang · Ombudsman 2024") == 1


def test_old_pages_are_marked_and_give_way_in_the_subject() -> None:
    old = replace(BLORA, is_backfilled=True)
    message = gather(digest(old, BATANG))
    assert "dari arsip, wartablora: https" in text_of(message)
    assert "dari arsip · wartablora" in Reader.of(html_of(message)).text
    told = " · Kabupaten Batang 93,74, Kabupaten Blora 97,84"
    assert str(message["Subject"]).endswith(told)


def test_five_hundred_awards_are_shown_and_the_rest_is_counted() -> None:
    text = text_of(gather(digest(GROBOGAN, *many(520)), Language.ENGLISH))
    assert text.count("Regency · Kualitas Tertinggi") == 499
    assert "Reports differ: Grobogan Regency" in text
    assert "and 21 more, not shown here\nall of them: piagam alerts list --limit 521\n" in text
    assert "520 new awards" in text
    assert "not shown here" not in text_of(gather(digest(*many(500)), Language.ENGLISH))


def test_the_html_says_and_links_what_the_text_does() -> None:
    page = Reader.of(html_of(gather(WEEK)))
    said = " ".join(page.text.split())
    for each in (
        *("Ikhtisar mingguan 14–21 November 2026", "Nilai berbeda Kabupaten Grobogan"),
        *("Nilai: 91,74 → 93,74; Kategori: tidak ada → A", "97,84", "▲ 2,24 (2023)"),
        *("Suara Merdeka bermasalah sejak Rabu", "Solopos tidak terjangkau sejak Selasa"),
    ):
        assert each in said
    assert {each.url for item in WEEK.items for each in item.reports[:1]} <= page.links


@pytest.mark.parametrize(
    ("coverage", "told"),
    [
        (None, "nothing was read in this period"),
        (Coverage(expected=31, read=31), "31 of 31 outlets read in full"),
        (
            Coverage(expected=31, read=30, unreached=(Unreached(title="Solopos", since=None),)),
            "30 of 31 outlets read in full; Solopos unreachable",
        ),
        (
            replace(COVERAGE, unreached=(Unreached(title="Solopos", since=date(2026, 11, 14)),)),
            "29 of 31 outlets read in full; 1 read in part; Solopos unreachable since"
            " 14 November 2026; 2 gaps in time still open",
        ),
        (
            Coverage(
                expected=9,
                read=0,
                unreached=tuple(Unreached(title=f"P{n}", since=None) for n in range(9)),
                gaps=1,
            ),
            "0 of 9 outlets read in full; P0 unreachable; P1 unreachable; P2 unreachable; P3"
            " unreachable; P4 unreachable; P5 unreachable; 3 other outlets unreachable; 1 gap in"
            " time still open",
        ),
    ],
)
def test_the_certificate_is_a_sentence_at_the_end(coverage: Coverage | None, told: str) -> None:
    message = gather(digest(BATANG, coverage=coverage), Language.ENGLISH)
    assert f"WHAT WAS READ\n{told}\n\n-- \n" in text_of(message)
    assert told in " ".join(Reader.of(html_of(message)).text.split())


def test_days_are_those_of_the_zone_and_the_end_is_the_first_moment_after_them() -> None:
    midnight = datetime(2026, 11, 21, 17, 0, tzinfo=UTC)
    week = digest(
        frequency=Frequency.WEEKLY, start=midnight - timedelta(days=7), end=midnight, coverage=None
    )
    assert text_of(gather(week)).startswith("IKHTISAR MINGGUAN, 15–21 November 2026\n")
    there = replace(week, zone="Asia/Jayapura", frequency=Frequency.DAILY)
    assert text_of(gather(there)).startswith("IKHTISAR HARIAN, 22 November 2026\n")


def test_the_same_digest_makes_the_same_mail_in_no_award_s_thread() -> None:
    first, again = gather(WEEK), gather(WEEK)
    assert first.as_bytes() == again.as_bytes()
    assert first["References"] is first["In-Reply-To"] is first["X-Piagam-Award"] is None
    assert gather(replace(WEEK, items=()))["Message-ID"] == first["Message-ID"]
    assert gather(replace(WEEK, digest_id="weekly/2026-48"))["Message-ID"] != first["Message-ID"]
    assert first["To"] == ANI
    assert first["List-Id"] == "Piagam <piagam.example.org>"
