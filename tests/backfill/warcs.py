"""Archives as others write them: CC-NEWS and the like, made in the test."""

import gzip
import os
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from tests.crawling.tiny import host_of

FETCHED = datetime(2024, 12, 3, 5, 0, tzinfo=UTC)
HTML = "text/html; charset=utf-8"
FILLER = "<p>Bupati mengucapkan terima kasih kepada seluruh pegawai di kantor layanan.</p>" * 6
_AWARD = (
    "<p>DEMAK - Ombudsman RI memberi Pemerintah Kabupaten {region} nilai {score} dalam Penilaian"
    " Kepatuhan Pelayanan Publik 2024. Penghargaan diterima bupati di Semarang, Senin"
    " (2/12/2024).</p>"
)
ENGLISH = (
    "<p>The regent of the district said on Monday that the people were happy with the services of"
    " the office, and that it was the best in the province for the third year.</p>" * 6
)


def award_page(region: str = "Demak", score: str = "93,11", more: str = "") -> bytes:
    """A story of an award, as the rules of a tiny outlet read it."""
    body = _AWARD.format(region=region, score=score) + FILLER
    return page(f"{region} raih nilai tinggi pelayanan publik", body, more)


def page(title: str, body: str, more: str = "") -> bytes:
    """A story; `more` stands behind it."""
    day = '<meta property="article:published_time" content="2024-12-02T20:00:00+07:00">'
    head = f"<html><head><title>{title}</title>{day}</head>"
    return f"{head}<h1>{title}</h1><main>{body}</main>{more}</html>".encode()


def story_url(slug: str, outlet: str = "kecil") -> str:
    """Where a tiny outlet has its story."""
    return f"https://{host_of(outlet)}/berita/{slug}"


@dataclass(slots=True)
class Archive:
    """One WARC file in the making, a gzip member a record."""

    members: list[bytes] = field(default_factory=list)

    def add(
        self,
        url: str,
        body: bytes,
        *,
        status: str = "200 OK",
        fetched: datetime = FETCHED,
        is_packed: bool = True,
        **headers: str,
    ) -> int:
        """A request and its response; headers with `_` for `-`. Gives the response's number."""
        told = {"Content_Type": HTML, **headers}
        lines = [(name.replace("_", "-"), value) for name, value in told.items()]
        asked = StatusAndHeaders("GET / HTTP/1.1", [("Host", "x")], is_http_request=True)
        answered = StatusAndHeaders(status, lines, protocol="HTTP/1.1")
        self._write("request", url, b"", asked, fetched, is_packed=is_packed)
        self._write("response", url, body, answered, fetched, is_packed=is_packed)
        return len(self.members) - 1

    def say_who(self) -> None:
        """The record that begins a file."""
        self._write("warcinfo", None, b"software: Other/1\r\n", None, FETCHED, is_packed=True)

    def write(self, path: Path) -> Path:
        """Put the file there."""
        path.write_bytes(b"".join(self.members))
        return path

    def _write(
        self,
        kind: str,
        url: str | None,
        body: bytes,
        http: StatusAndHeaders | None,
        fetched: datetime,
        *,
        is_packed: bool,
    ) -> None:
        written = BytesIO()
        writer = WARCWriter(written, gzip=is_packed, warc_version="WARC/1.0")
        record = writer.create_warc_record(
            url or "",
            kind,
            payload=BytesIO(body),
            length=len(body),
            http_headers=http,
            warc_headers_dict={"WARC-Date": f"{fetched:%Y-%m-%dT%H:%M:%SZ}"},
        )
        writer.write_record(record)
        self.members.append(written.getvalue())


def chunked(body: bytes, size: int = 700) -> bytes:
    """As a server sends what it makes while it sends."""
    pieces = [body[at : at + size] for at in range(0, len(body), size)]
    return b"".join(b"%x\r\n%b\r\n" % (len(each), each) for each in (*pieces, b""))


def spoilt(member: bytes) -> bytes:
    """Damaged in its middle."""
    at = len(member) // 2
    return member[:at] + bytes([member[at] ^ 0xFF]) + member[at + 1 :]


def news_file() -> Archive:
    """A day of CC-NEWS: other hosts, other languages, lists, redirects, and three awards."""
    archive = Archive()
    archive.say_who()
    archive.add("https://other.example/berita/a-b-c", award_page("Rembang"))
    archive.add(f"https://{host_of('kecil')}/", page("Beranda", FILLER))
    archive.add(story_url("demak-raih-nilai"), award_page())
    archive.add(
        story_url("kudus-raih-nilai"), chunked(award_page("Kudus")), Transfer_Encoding="chunked"
    )
    archive.add(
        story_url("jepara-raih-nilai"), gzip.compress(award_page("Jepara")), Content_Encoding="gzip"
    )
    archive.add(story_url("regent-is-happy"), page("The regent is happy", ENGLISH))
    archive.add(story_url("halaman-hilang"), b"", status="404 Not Found")
    archive.add(
        story_url("alamat-lama"), b"", status="301 Moved", Location=story_url("pati-raih-nilai")
    )
    archive.add(story_url("pati-raih-nilai"), award_page("Pati"))
    archive.add(story_url("berkas-unduhan"), os.urandom(400), Content_Type="application/pdf")
    return archive


def at(hours: float) -> datetime:
    """So many hours after FETCHED."""
    return FETCHED + timedelta(hours=hours)
