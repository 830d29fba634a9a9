"""A response written as a WARC record is the response that is read."""

import gzip
import zlib
from base64 import b32encode
from datetime import UTC, datetime
from hashlib import sha1

import brotli
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.archive.record import (
    RecordError,
    Response,
    info_record,
    read_record,
    response_record,
)

PAGE = "<html><h1>Blora raih predikat – zona hijau</h1></html>".encode()
WHEN = datetime(2026, 11, 20, 18, 30, 0, 250_000, tzinfo=UTC)
MOST = 1_000_000


def response(body: bytes = PAGE, **headers: str) -> Response:
    return Response(
        url="https://klikjateng.id/blora-97?page=2",
        status=200,
        headers=tuple((name.replace("_", "-"), value) for name, value in headers.items()),
        body=body,
        fetched_at=WHEN,
        ip="203.0.113.7",
    )


def digest(content: bytes) -> str:
    return f"sha1:{b32encode(sha1(content, usedforsecurity=False).digest()).decode()}"


def test_a_record_holds_the_response_as_it_came() -> None:
    sent = response(Content_Type="text/html; charset=utf-8", Set_Cookie="a=1")

    assert read_record(response_record(sent), longest=MOST) == sent


@settings(deadline=None)
@given(st.binary(max_size=3000), st.integers(200, 599))
def test_any_body_comes_back(body: bytes, status: int) -> None:
    sent = Response(url="https://a.example/", status=status, headers=(), body=body, fetched_at=WHEN)

    assert read_record(response_record(sent), longest=MOST) == sent


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        ("gzip", gzip.compress(PAGE)),
        ("x-gzip", gzip.compress(PAGE)),
        ("deflate", zlib.compress(PAGE)),
        ("br", brotli.compress(PAGE)),
        ("identity", PAGE),
        ("gzip, br", brotli.compress(gzip.compress(PAGE))),
    ],
    ids=["gzip", "x-gzip", "deflate", "br", "identity", "two"],
)
def test_a_packed_body_lies_there_packed_and_is_read_unpacked(encoding: str, body: bytes) -> None:
    record = response_record(response(body, Content_Encoding=encoding))

    assert body in gzip.decompress(record)
    assert read_record(record, longest=MOST).body == PAGE


def test_a_body_that_came_as_it_is_lies_there_packed() -> None:
    page = b"".join(b"<p>Kabar desa nomor %d</p>" % number for number in range(2000))

    assert len(response_record(response(page))) < len(page) / 8


def test_a_body_that_is_not_packed_as_its_header_says_is_read_as_it_is() -> None:
    record = response_record(response(PAGE, Content_Encoding="gzip"))

    assert read_record(record, longest=MOST).body == PAGE


def test_a_body_that_grows_without_end_is_read_so_far_and_no_further() -> None:
    bomb = gzip.compress(bytes(50_000_000))

    read = read_record(response_record(response(bomb, Content_Encoding="gzip")), longest=5000)

    assert read.body == bytes(5000)


def test_the_digests_are_those_of_block_and_payload() -> None:
    plain = gzip.decompress(response_record(response(Content_Type="text/html")))
    head, block = plain.split(b"\r\n\r\n", 1)
    block = block.removesuffix(b"\r\n\r\n")
    fields = dict(line.split(": ", 1) for line in head.decode().splitlines()[1:])

    assert plain.startswith(b"WARC/1.1\r\n")
    assert fields["WARC-Payload-Digest"] == digest(PAGE)
    assert fields["WARC-Block-Digest"] == digest(block)
    assert fields["WARC-Date"] == "2026-11-20T18:30:00.250000Z"
    assert fields["WARC-IP-Address"] == "203.0.113.7"
    assert int(fields["Content-Length"]) == len(block)


def test_what_the_connection_did_to_the_body_is_not_told_of_it() -> None:
    record = response_record(response(Transfer_Encoding="chunked", Content_Type="text/html"))

    assert read_record(record, longest=MOST).headers == (("Content-Type", "text/html"),)


def test_a_damaged_record_is_refused_wherever_the_damage_is() -> None:
    record = response_record(response(PAGE * 20, Content_Type="text/html"))
    for position in range(0, len(record), 5):
        spoilt = bytearray(record)
        spoilt[position] ^= 0x55
        if not 3 < position < 10:  # there gzip tells its time and its system, which matter little
            with pytest.raises(RecordError):
                read_record(bytes(spoilt), longest=MOST)


def test_a_record_that_breaks_off_is_refused_wherever_it_does() -> None:
    record = response_record(response(PAGE * 20, Content_Type="text/html"))
    for end in range(0, len(record) - 8, 5):  # behind that nothing but gzip's own sums is left
        with pytest.raises(RecordError):
            read_record(record[:end], longest=MOST)


@pytest.mark.parametrize(
    "record",
    [
        b"",
        b"no gzip at all",
        info_record("a.warc.gz", software="Piagam", contact="redaksi@example.id", now=WHEN),
    ],
    ids=["empty", "text", "another kind"],
)
def test_what_is_no_response_is_refused(record: bytes) -> None:
    with pytest.raises(RecordError):
        read_record(record, longest=MOST)


def test_a_file_begins_by_saying_who_wrote_it() -> None:
    told = gzip.decompress(
        info_record("a.warc.gz", software="Piagam/1", contact="redaksi@example.id", now=WHEN)
    ).decode()

    assert "WARC-Type: warcinfo" in told
    assert "WARC-Filename: a.warc.gz" in told
    assert "operator: redaksi@example.id" in told
