"""What an alert says and how it is addressed; the notices are those of real kinds of story."""

from dataclasses import replace
from datetime import UTC, datetime
from email.message import EmailMessage
from html.parser import HTMLParser

import pytest

from crawler.alerts.compose import Stationery, compose_alert, compose_test, message_id
from crawler.alerts.letter import write_letter
from crawler.alerts.mail import seal
from crawler.awards.catalogue import load_catalogue
from storage.records import AlertKind, Award, AwardNotice, AwardStatus, EarlierScore
from tests.alerts.notices import batang, blora, grobogan

ANI = "ani@example.org"
ON = Stationery(
    sender="Piagam <piagam@example.org>",
    now=datetime(2024, 12, 3, 18, 30, tzinfo=UTC),
    version="1.2.3",
)


@pytest.mark.parametrize(
    ("notice", "subject"),
    [
        (batang(), "Kabupaten Batang 93,74 · Ombudsman 2024 · zona hijau"),
        (blora(), "Kabupaten Blora 97,84 · Ombudsman 2024"),
        (grobogan(), "Nilai berbeda: Kabupaten Grobogan 98,02 atau 98,2 · Ombudsman 2022"),
    ],
)
def test_the_subject_says_it_all(notice: AwardNotice, subject: str) -> None:
    assert compose(notice)["Subject"] == subject


def test_the_subject_falls_back_to_the_predicate_and_leaves_out_what_is_unknown() -> None:
    notice = batang()
    bare = replace(notice.award, zone=None, score=None, score_raw=None, edition_year=None)
    message = compose(replace(notice, award=bare))
    assert message["Subject"] == "Kabupaten Batang · Ombudsman · Kualitas Tertinggi"


def test_the_text_part_stands_alone() -> None:
    text = text_of(compose(batang()))
    assert "\n-- \n" in text, "mail programs know a signature by the space after its dashes"
    expected = """\
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

RINCIAN
Pemberi: Ombudsman RI
Kategori: A
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
    assert text.replace("\n-- \n", "\n--\n") == expected


@pytest.mark.parametrize("notice", [batang(), blora(), grobogan()])
def test_both_parts_say_all_there_is_to_say(notice: AwardNotice) -> None:
    message = compose(notice)
    scheme = load_catalogue()[notice.award.scheme]
    letter = write_letter(notice, scheme=scheme.title, short=scheme.short)
    tables = (*letter.facts, *letter.units)
    expected = {
        *(letter.recipient, letter.scheme, letter.score, letter.change, letter.zone),
        *(letter.predicate, letter.scale, letter.english, *letter.notes),
        *(text for line in tables for text in (line.label, line.value)),
        *(text for each in letter.sources for text in (each.outlet, each.title, each.published)),
        *(text for side in letter.sides for text in (side.score, *side.outlets)),
    }
    for part in (text_of(message), Reader.of(html_of(message)).text):
        assert {text for text in expected if text is not None and text not in part} == set()


def test_the_number_is_marked_in_the_sentence_that_proves_it() -> None:
    html = html_of(compose(batang()))
    assert Reader.of(html).marked == ["93,74"]
    assert "meraih nilai rata-rata 93,74 dalam penilaian" in Reader.of(html).text


def test_a_quote_from_a_very_long_sentence_keeps_the_marked_number_in_sight() -> None:
    notice = batang()
    assert notice.proof is not None
    long = "kata " * 2000
    proof = replace(
        notice.proof,
        sentence=long + notice.proof.sentence + long,
        start=notice.proof.start + len(long),
        end=notice.proof.end + len(long),
    )
    text = text_of(compose(replace(notice, proof=proof)))
    quote = next(line for line in text.splitlines() if "*93,74*" in line)
    assert len(quote) < 800
    assert quote.startswith('"…')
    assert quote.endswith('…"')


def test_a_score_printed_with_a_point_is_shown_with_a_comma_and_as_printed() -> None:
    text = text_of(compose(blora()))
    assert "97,84 dari 100" in text
    assert "Tercetak: 97.84" in text


def test_an_edition_from_the_calendar_says_so_in_both_languages() -> None:
    text = text_of(compose(blora()))
    assert "- tahun edisi disimpulkan dari kalender; berita tidak menyebutnya" in text
    assert "The edition year was inferred from the calendar" in text
    assert "disimpulkan" not in text_of(compose(batang()))


def test_an_unknown_edition_is_told() -> None:
    award = replace(batang().award, edition_year=None, edition_basis=None)
    assert "- tahun edisi tidak diketahui" in text_of(compose(replace(batang(), award=award)))


def test_a_dispute_shows_every_score_with_who_printed_it_and_claims_no_change() -> None:
    text = text_of(compose(grobogan()))
    assert "NILAI BERBEDA\nKabupaten Grobogan" in text
    assert "\n98,02 atau 98,2 dari 100\n" in text
    assert "98,02 menurut Tribunnews\n98,2 menurut IDN Times Jateng" in text
    assert "The score is disputed: 98.02 (Tribunnews); 98.2 (IDN Times Jateng)." in text
    assert "turun" not in text
    assert "Down" not in text
    assert "- predikat tidak sesuai dengan rentang nilai 2022" in text


def test_a_settled_dispute_shows_the_settled_score_only() -> None:
    award = replace(grobogan().award, status=AwardStatus.CORRECTED)
    text = text_of(compose(replace(grobogan(), award=award)))
    assert "\n98,02 dari 100\n" in text
    assert "NILAI DIPERDEBATKAN" not in text
    assert "- dikoreksi oleh analis" in text


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
    text = text_of(compose(replace(batang(), previous=previous)))
    assert f"\n{indonesian}" in text
    assert f" {english} " in text


def test_nothing_is_said_of_a_change_when_either_score_is_unknown() -> None:
    unscored = replace(batang().award, score=None, score_raw=None)
    for notice in (replace(batang(), previous=None), replace(batang(), award=unscored)):
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
    bare = replace(batang(), award=award, reports=(), units=(), previous=None, proof=None)
    text = text_of(compose(bare))
    assert text.startswith("PENGHARGAAN BARU\nKabupaten Batang\n")
    assert "BUKTI" not in text
    assert "DIBERITAKAN" not in text


def test_a_scheme_that_the_catalogue_does_not_know_goes_by_its_id() -> None:
    message = compose_alert(batang(), ANI, on=ON, schemes={})
    assert message["Subject"] == "Kabupaten Batang 93,74 · ombudsman-kepatuhan 2024 · zona hijau"


def test_the_headers_let_programs_sort_thread_and_leave() -> None:
    message = compose(batang())
    assert message["From"] == "Piagam <piagam@example.org>"
    assert message["To"] == ANI
    assert message["Date"] == "Tue, 03 Dec 2024 18:30:00 +0000"
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["X-Piagam-Award"] == "ombudsman-kepatuhan/Kabupaten Batang/2024"
    assert message["List-Unsubscribe"] == ("<mailto:piagam@example.org?subject=Berhenti%20Piagam>")
    assert str(message["References"]).endswith("@example.org>")
    assert message["In-Reply-To"] == message["References"]
    assert message["References"] != message["Message-ID"]


def test_the_same_notice_makes_the_same_mail_to_the_byte() -> None:
    assert compose(batang()).as_bytes() == compose(batang()).as_bytes()


def test_the_message_id_tells_award_kind_and_person_apart_and_nothing_else() -> None:
    notice = batang()
    first = identity(notice)
    assert identity(replace(notice, alert_id=99, confidence=0.5, units=())) == first
    others = [
        identity(notice, person="budi@example.org"),
        identity(replace(notice, award=replace(notice.award, edition_year=2023))),
        identity(replace(notice, award=replace(notice.award, recipient="Kota Tegal"))),
        identity(replace(notice, kind=AlertKind.CONFLICT)),
        identity(replace(notice, kind=AlertKind.CONFLICT, alert_id=99)),
    ]
    assert len({first, *others}) == 6


def test_all_mails_about_an_award_share_one_thread() -> None:
    new, conflict = batang(), replace(batang(), kind=AlertKind.CONFLICT, alert_id=2)
    threads = {str(compose(notice)["References"]) for notice in (new, conflict)}
    assert len(threads) == 1
    assert threads.isdisjoint({str(compose(blora())["References"])})


def test_long_domains_and_names_leave_every_header_readable() -> None:
    domain = "surat." * 12 + "example.org"
    on = replace(ON, sender=f'"Piagam, {"Dinas " * 20}" <piagam@{domain}>')
    raw = seal(compose_alert(batang(), f"ani@{domain}", on=on, schemes={})).content.decode()
    header = raw.split("\r\n\r\n")[0]
    for name in ("Message-ID", "References", "In-Reply-To", "List-Unsubscribe", "To"):
        (line,) = [each for each in unfolded(header) if each.startswith(f"{name}: ")]
        assert "=?" not in line, "an encoded word is no message id and no address"
    assert max(map(len, header.split("\r\n"))) < 998


HOSTILE = (
    "Batang\r\nBcc: orang@lain.id\r\n\r\n<script>alert(1)</script>"
    "<img src=x onerror=alert(1)> \u202egnatab\u202c\x00 {{ 7*7 }} {% raw %}"
)


def test_headers_html_templates_and_bidi_marks_in_stored_text_are_harmless() -> None:
    notice = batang()
    assert notice.proof is not None
    award = replace(
        notice.award,
        recipient=f"Kabupaten {HOSTILE}",
        scheme=HOSTILE,
        predicate=HOSTILE,
        category=HOSTILE,
        zone=HOSTILE,
        rank=1,
        rank_scope=HOSTILE,
        venue=HOSTILE,
        score_raw=HOSTILE,
    )
    report = replace(
        notice.reports[0], title=HOSTILE, outlet_title=HOSTILE, url=f"javascript:{HOSTILE}"
    )
    hostile = replace(
        notice,
        award=award,
        grantor=HOSTILE,
        warnings=(HOSTILE,),
        reports=(report,),
        units=tuple(replace(unit, unit=HOSTILE, raw=HOSTILE) for unit in notice.units),
        previous=EarlierScore(year=2023, score=1.0, raw=HOSTILE),
        proof=replace(notice.proof, sentence=HOSTILE * 3, start=7, end=60, url="file:///etc"),
    )
    message = compose(hostile)
    seal(message)
    page = Reader.of(html_of(message))
    assert message["Bcc"] is None
    assert page.tags.isdisjoint({"script", "img"})
    assert page.links == {"mailto:piagam@example.org?subject=Berhenti%20Piagam"}
    for part in (text_of(message), html_of(message), str(message["Subject"])):
        assert not {"\u202e", "\u202c", "\x00"} & set(part)
        assert "49" not in part
        assert "\nBcc:" not in part
    assert "{{ 7*7 }} {% raw %}" in page.text


def test_huge_fields_are_cut_and_make_no_huge_mail() -> None:
    huge = "Penghargaan " * 20_000
    notice = batang()
    award = replace(notice.award, recipient=huge, venue=huge, predicate=huge)
    report = replace(notice.reports[0], title=huge)
    message = compose(replace(notice, award=award, reports=(report,), warnings=(huge,)))
    assert len(str(message["Subject"])) <= 140
    assert len(message.as_bytes()) < 60_000


def test_the_html_is_one_column_with_dark_colours_and_nothing_from_elsewhere() -> None:
    html = html_of(compose(batang()))
    page = Reader.of(html)
    assert "@media (prefers-color-scheme: dark)" in html
    assert '<meta name="color-scheme" content="light dark">' in html
    assert "max-width:600px" in html
    assert page.tags.isdisjoint({"img", "link", "script", "iframe", "object", "form"})
    assert "url(" not in html
    assert "@import" not in html
    assert page.links == {
        "https://jateng.tribunnews.com/2024/12/03/kabupaten-batang-raih-zona-hijau",
        "mailto:piagam@example.org?subject=Berhenti%20Piagam",
    }


def test_a_test_mail_says_what_it_is_in_both_languages() -> None:
    message = compose_test(ANI, on=ON)
    assert message["Subject"] == "Piagam: surat uji · test mail"
    assert "delivery works" in text_of(message)
    assert "pengiriman surat berjalan" in html_of(message)


class Reader(HTMLParser):
    """What a mail program would show and follow."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.links: set[str] = set()
        self.marked: list[str] = []
        self.text = ""
        self._open: list[str] = []

    @classmethod
    def of(cls, html: str) -> "Reader":
        """The page read through."""
        reader = cls()
        reader.feed(html)
        return reader

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note tags and links; each element begins a new word but those inside a sentence."""
        self.tags.add(tag)
        self._open.append(tag)
        self.links |= {value or "" for name, value in attrs if name == "href"}
        if tag not in ("mark", "a"):
            self.text += " "

    def handle_endtag(self, tag: str) -> None:
        """Close what the start opened."""
        while self._open and self._open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        """Gather what is shown."""
        if not {"style", "title"} & set(self._open):
            self.text += data
        if "mark" in self._open:
            self.marked.append(data)


def compose(notice: AwardNotice) -> EmailMessage:
    return compose_alert(notice, ANI, on=ON, schemes=load_catalogue())


def identity(notice: AwardNotice, person: str = ANI) -> str:
    return message_id(notice, person, "example.org")


def text_of(message: EmailMessage) -> str:
    return part_of(message, "plain")


def html_of(message: EmailMessage) -> str:
    return part_of(message, "html")


def part_of(message: EmailMessage, kind: str) -> str:
    body = message.get_body((kind,))
    assert body is not None
    return str(body.get_content()).replace("\r\n", "\n")


def unfolded(header: str) -> list[str]:
    return header.replace("\r\n ", " ").split("\r\n")
