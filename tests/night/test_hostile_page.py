"""A page that means harm, from the outlet to the inbox and the terminal."""

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from crawler.newsroom.faults import Fault
from crawler.newsroom.sink import MailSink
from storage.database import open_store
from tests.addressing import had_a_crawl
from tests.alerts.mails import Reader, html_of, text_of
from tests.crawling.tiny import host_of, target_of
from tests.night.papers import ANI, BUDI, newsroom, settle_in

TITLE = (
    "=HYPERLINK(&quot;https://jahat.example&quot;)&#13;&#10;Bcc: korban@example.net&#13;&#10;"
    "&lt;script&gt;alert(1)&lt;/script&gt; \u202eKabupaten Blora\u202c \x1b[2J Raih Nilai 97,84"
    " dari Ombudsman " + "sangat " * 20_000
)
PAGE = f"""<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1><main>
<p>BLORA - Ombudsman RI memberi Kabupaten Blora nilai 97,84 dalam penilaian kepatuhan standar
pelayanan publik tahun 2024 &lt;img src=x onerror=alert(1)&gt;. Dengan nilai itu Kabupaten Blora
masuk zona hijau.</p><p>Penghargaan diterima bupati di Semarang, Senin (2/12/2024), bersama
sejumlah kepala dinas yang unitnya ikut dinilai oleh tim Ombudsman.</p></main></body></html>"""
LOOKS = (("awards",), ("alerts", "list"), ("certificate",), ("status",))
FORBIDDEN = "\u202e\u202c\x1b\x00"


def test_a_hostile_page_reaches_inbox_and_terminal_as_mere_text(tmp_path: Path) -> None:
    with newsroom() as running, MailSink() as sink:
        target = target_of("blora-raih-nilai-tinggi")
        running.faults.add(Fault(host=host_of("koran"), target=target, body=PAGE.encode()))
        desk = settle_in(tmp_path, running, sink)
        with closing(open_store(desk.store)) as db, db.atomic():
            had_a_crawl(db, datetime.now(UTC))
        said = [desk.piagam("crawl", "--send"), *(desk.piagam(*each) for each in LOOKS)]
    assert [each.returncode for each in said] == [0] * len(said)
    assert {mail.recipients for mail in sink.mails} == {(ANI,), (BUDI,)}
    told = [mail for mail in sink.mails if "Blora" in str(mail.message["Subject"])]
    assert any("97,84" in text_of(mail.message) for mail in told)
    for mail in told:
        page, text = Reader.of(html_of(mail.message)), text_of(mail.message)
        assert mail.message["Bcc"] is None
        assert not {"script", "img"} & page.tags
        assert not any("jahat" in link for link in page.links)
        assert not set(FORBIDDEN) & set(text + page.text + str(mail.message["Subject"]))
        assert len(mail.raw) < 100_000
    shown = "".join(each.stdout + each.stderr for each in said)
    assert "Kabupaten Blora" in shown
    assert not set(FORBIDDEN) & set(shown)
