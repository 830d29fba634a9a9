"""How a mail is addressed, and what tells it from every other."""

from dataclasses import replace

import pytest

from crawler.alerts.compose import compose_alert, message_id
from crawler.alerts.mail import seal
from storage.letter_records import AwardNotice, Language
from storage.records import AlertKind
from tests.alerts.mails import ANI, ON, compose
from tests.alerts.notices import BATANG, BLORA, CORRECTED, GROBOGAN, SETTLED, WITHDRAWN


@pytest.mark.parametrize(
    ("notice", "subject"),
    [
        (BATANG, "Kabupaten Batang 93,74 · Ombudsman 2024 · zona hijau"),
        (BLORA, "Kabupaten Blora 97,84 · Ombudsman 2024"),
        (GROBOGAN, "Nilai berbeda: Kabupaten Grobogan 98,02 atau 98,2 · Ombudsman 2022"),
        (CORRECTED, "Koreksi: Kabupaten Batang 91,74 → 93,74 · Ombudsman 2024 · zona hijau"),
        (WITHDRAWN, "Ditarik: Kabupaten Batang 93,74 · Ombudsman 2024 · zona hijau"),
        (SETTLED, "Perbedaan selesai: Kabupaten Grobogan 98,02 · Ombudsman 2022 · zona hijau"),
    ],
)
def test_the_subject_says_it_all(notice: AwardNotice, subject: str) -> None:
    assert compose(notice)["Subject"] == subject


@pytest.mark.parametrize(
    ("notice", "subject"),
    [
        (BATANG, "Batang Regency 93.74 · Ombudsman 2024 · green zone"),
        (GROBOGAN, "Reports differ: Grobogan Regency 98.02 or 98.2 · Ombudsman 2022"),
        (WITHDRAWN, "Withdrawn: Batang Regency 93.74 · Ombudsman 2024 · green zone"),
    ],
)
def test_an_english_letter_has_an_english_subject(notice: AwardNotice, subject: str) -> None:
    assert compose(notice, Language.ENGLISH)["Subject"] == subject


def test_the_subject_falls_back_to_the_predicate_and_leaves_out_what_is_unknown() -> None:
    bare = replace(BATANG.award, zone=None, score=None, score_raw=None, edition_year=None)
    message = compose(replace(BATANG, award=bare))
    assert message["Subject"] == "Kabupaten Batang · Ombudsman · Kualitas Tertinggi"


def test_a_scheme_that_the_catalogue_does_not_know_goes_by_its_id() -> None:
    message = compose_alert(BATANG, ANI, on=ON, schemes={})
    assert message["Subject"] == "Kabupaten Batang 93,74 · ombudsman-kepatuhan 2024 · zona hijau"


def test_the_headers_let_programs_sort_thread_and_leave() -> None:
    message = compose(BATANG)
    assert message["From"] == "Piagam <piagam@example.org>"
    assert message["To"] == ANI
    assert message["Date"] == "Tue, 03 Dec 2024 18:30:00 +0000"
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["Precedence"] == "bulk"
    assert message["List-Id"] == "Piagam <piagam.example.org>"
    assert message["X-Piagam-Award"] == "ombudsman-kepatuhan/Kabupaten Batang/2024"
    assert message["List-Unsubscribe"] == ("<mailto:piagam@example.org?subject=Berhenti%20Piagam>")
    assert str(message["References"]).endswith("@example.org>")
    assert message["In-Reply-To"] == message["References"]
    assert message["References"] != message["Message-ID"]


def test_the_same_notice_makes_the_same_mail_to_the_byte() -> None:
    assert compose(BATANG).as_bytes() == compose(BATANG).as_bytes()


def test_the_message_id_tells_award_kind_and_person_apart_and_nothing_else() -> None:
    first = identity(BATANG)
    assert identity(replace(BATANG, alert_id=99, confidence=0.5, units=())) == first
    others = [
        identity(BATANG, person="budi@example.org"),
        identity(replace(BATANG, award=replace(BATANG.award, edition_year=2023))),
        identity(replace(BATANG, award=replace(BATANG.award, recipient="Kota Tegal"))),
        identity(replace(BATANG, kind=AlertKind.CONFLICT)),
        identity(replace(BATANG, kind=AlertKind.CONFLICT, alert_id=99)),
    ]
    assert len({first, *others}) == 6


def identity(notice: AwardNotice, person: str = ANI) -> str:
    return message_id(notice, person, ON)


def test_all_mails_about_an_award_share_one_thread() -> None:
    new, conflict = BATANG, replace(BATANG, kind=AlertKind.CONFLICT, alert_id=2)
    threads = {str(compose(notice)["References"]) for notice in (new, conflict)}
    assert len(threads) == 1
    assert threads.isdisjoint({str(compose(BLORA)["References"])})


def test_a_correction_of_the_edition_stays_in_the_thread_of_what_was_told_before() -> None:
    award = replace(BATANG.award, edition_year=2023)
    moved = compose(replace(CORRECTED, award=award, before=BATANG.award))
    before = compose(BATANG)["References"]
    assert moved["In-Reply-To"] == before
    later = compose(replace(BATANG, award=award))["References"]
    assert moved["References"] == f"{before} {later}"


def test_long_domains_and_names_leave_every_header_readable() -> None:
    domain = "surat." * 12 + "example.org"
    on = replace(ON, sender=f'"Piagam, {"Dinas " * 20}" <piagam@{domain}>')
    raw = seal(compose_alert(BATANG, f"ani@{domain}", on=on, schemes={})).content.decode()
    header = raw.split("\r\n\r\n")[0]
    for name in ("Message-ID", "References", "In-Reply-To", "List-Id", "List-Unsubscribe", "To"):
        (line,) = [each for each in unfolded(header) if each.startswith(f"{name}: ")]
        assert "=?" not in line, "an encoded word is no message id and no address"
    assert max(map(len, header.split("\r\n"))) < 998


def unfolded(header: str) -> list[str]:
    return header.replace("\r\n ", " ").split("\r\n")
