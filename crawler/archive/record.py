"""One response as one gzipped WARC record, and back; pure: bytes in, bytes out.

WARC/1.1 (ISO 28500:2017). A record is a gzip member of its own: its place is enough to read it.
"""

import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha1
from http import HTTPStatus
from io import BytesIO
from typing import BinaryIO

from fastwarc.stream_io import GzipWriter
from fastwarc.warc import WarcRecord, WarcRecordType
from urllib3 import HTTPResponse
from urllib3.exceptions import DecodeError
from warcio.archiveiterator import ArchiveIterator
from warcio.bufferedreaders import ChunkedDataReader
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeaders

_WARC = "WARC/1.1"
_FORMAT = "WARC File Format 1.1"
_CONFORMS = "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/"
_UNDONE = ("transfer-encoding",)
"""What the connection did to the body is undone when we get it; Content-Encoding is not."""
_GZIP = b"\x1f\x8b"
_RECORD_END = b"\r\n\r\n"
_HEADERS = 1 << 20
"""More bytes than the headers of a record take."""


class RecordError(Exception):
    """These bytes hold no readable response record."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """What a server sent."""

    url: str
    """As it was asked for."""
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes
    """To be written: as it came, still compressed where Content-Encoding says so."""
    fetched_at: datetime
    """Aware."""
    ip: str | None = None

    def header(self, name: str) -> str | None:
        """The first header of this name, in whatever case."""
        wanted = name.lower()
        return next((value for key, value in self.headers if key.lower() == wanted), None)


def response_record(response: Response) -> bytes:
    """The gzipped record of a response, with the digests of its block and its payload."""
    fields = {"WARC-Target-URI": response.url, "WARC-Date": _date(response.fetched_at)}
    if response.ip:
        fields["WARC-IP-Address"] = response.ip
    headers = (each for each in response.headers if each[0].lower() not in _UNDONE)
    told = "".join(f"{name}: {value}\r\n" for name, value in headers)
    head = f"HTTP/1.1 {_status_line(response.status)}\r\n{told}\r\n".encode("latin-1")
    effort = 6 if response.header("Content-Encoding") is None else 1  # no smaller than it came
    return _record(WarcRecordType.response, fields, head, response.body, effort=effort)


def info_record(file: str, *, software: str, contact: str, now: datetime) -> bytes:
    """The gzipped record that begins a file and says who wrote it."""
    fields = {"WARC-Date": _date(now), "WARC-Filename": file}
    fields["Content-Type"] = "application/warc-fields"
    told = {
        "software": software,
        "operator": contact,
        "robots": "obey",
        "format": _FORMAT,
        "conformsTo": _CONFORMS,
    }
    text = "".join(f"{key}: {value}\r\n" for key, value in told.items()).encode()
    return _record(WarcRecordType.warcinfo, fields, b"", text, effort=6)


def _record(
    kind: WarcRecordType, fields: Mapping[str, str], head: bytes, payload: bytes, *, effort: int
) -> bytes:
    record = WarcRecord()
    record.init_headers(kind)
    record.is_http = bool(head)
    record.headers.status_line = _WARC
    for name, value in fields.items():
        record.headers[name] = value
    record.set_bytes_content(head + payload)
    digest = sha1(payload, usedforsecurity=False).digest()
    written = BytesIO()
    with GzipWriter(written, compression_level=effort) as packed:
        record.write(packed, checksum_data=True, payload_digest=digest)
    return written.getvalue()


def read_record(record: bytes, *, longest: int, is_own: bool = True) -> Response:
    """The response in a record; its body is decompressed, and cut behind `longest` bytes.

    RecordError when these bytes hold none, or a damaged one: its digest does not fit. What others
    wrote (`is_own` false) may be chunked or lie unpacked, and their digests are not believed.
    """
    try:
        whole = _unpacked(record, longest + _HEADERS)
        checked = "raise" if is_own else False
        found = next(iter(ArchiveIterator(BytesIO(whole), check_digests=checked)), None)
        if found is None or found.rec_type != "response" or found.http_headers is None:
            raise RecordError("no response record")
        raw = found.raw_stream if is_own else _unchunked(found)
        return _response(found.rec_headers, found.http_headers, raw.read(), longest)
    except (ArchiveLoadFailed, EOFError, OSError, ValueError, zlib.error) as error:
        raise RecordError(f"damaged: {error}") from None


def _unpacked(record: bytes, most: int) -> bytes:
    """The first gzip member, whose own checksum tells of damage, or the plain record as it is."""
    if not record.startswith(_GZIP):
        if record and not record.endswith(_RECORD_END):
            raise RecordError("damaged: it breaks off")
        return record
    member = zlib.decompressobj(31)
    whole = member.decompress(record, most)
    if not member.eof:
        raise RecordError("too large" if len(whole) >= most else "damaged: it breaks off")
    return whole


def _unchunked(found: ArcWarcRecord) -> BinaryIO:
    is_chunked = (found.http_headers.get_header("Transfer-Encoding") or "").lower() == "chunked"
    stream: BinaryIO = ChunkedDataReader(found.raw_stream) if is_chunked else found.raw_stream
    return stream


def _response(head: StatusAndHeaders, http: StatusAndHeaders, raw: bytes, longest: int) -> Response:
    return Response(
        url=head.get_header("WARC-Target-URI"),
        status=int(http.get_statuscode()),
        headers=tuple(http.headers),
        body=_plain(raw, http, longest),
        fetched_at=datetime.fromisoformat(head.get_header("WARC-Date") or ""),
        ip=head.get_header("WARC-IP-Address"),
    )


def _plain(raw: bytes, http: StatusAndHeaders, longest: int) -> bytes:
    encoding = http.get_header("Content-Encoding")
    if not encoding:
        return raw[:longest]
    packed = HTTPResponse(
        BytesIO(raw), headers={"content-encoding": encoding}, preload_content=False
    )
    try:
        return packed.read(longest, decode_content=True)
    except DecodeError:
        return raw[:longest]  # the header lies


def _status_line(status: int) -> str:
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return f"{status} Unknown"


def _date(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
