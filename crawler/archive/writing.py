"""Writes one WARC/1.1 record as one gzip member; pure.

A body that came packed is not packed a second time, which costs more than all else about a record
and gains nothing: its member holds it in stored blocks behind the packed headers.
"""

import zlib
from base64 import b32encode
from collections.abc import Sequence
from hashlib import sha1
from uuid import uuid4

Fields = Sequence[tuple[str, str]]
"""Names and values of a record's header, in their order."""

_BEGINNING = b"WARC/1.1\r\n"
_END = b"\r\n\r\n"
_GZIP_HEAD = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\x03"
"""Deflated, without name or time, at the best level, on Unix: as zlib writes it."""
_BEST = 9


def write_record(fields: Fields, *, head: bytes, body: bytes, is_packed: bool = False) -> bytes:
    """The gzipped record whose block is `head` and `body`; its id, digest and length are added.

    `is_packed`: the body is compressed already.
    """
    block_digest = digest(head, body)
    all_fields = (
        *fields,
        ("WARC-Record-ID", f"<urn:uuid:{uuid4()}>"),
        ("WARC-Block-Digest", block_digest),
        ("Content-Length", str(len(head) + len(body))),
    )
    lines = "".join(f"{name}: {value}\r\n" for name, value in all_fields)
    told = b"".join((_BEGINNING, lines.encode(), b"\r\n", head))
    return _half_stored(told, body + _END) if is_packed else _packed(told + body + _END)


def digest(*pieces: bytes) -> str:
    """The SHA-1 of the pieces together, as WARC files tell it."""
    summed = sha1(usedforsecurity=False)
    for piece in pieces:
        summed.update(piece)
    return f"sha1:{b32encode(summed.digest()).decode()}"


def _packed(content: bytes) -> bytes:
    return zlib.compress(content, _BEST, wbits=31)


def _half_stored(head: bytes, rest: bytes) -> bytes:
    """One gzip member: `head` packed, `rest` as it is."""
    packer = zlib.compressobj(_BEST, zlib.DEFLATED, -zlib.MAX_WBITS)
    storer = zlib.compressobj(0, zlib.DEFLATED, -zlib.MAX_WBITS)
    checksum = zlib.crc32(rest, zlib.crc32(head))
    return b"".join(
        (
            _GZIP_HEAD,
            packer.compress(head),
            packer.flush(zlib.Z_SYNC_FLUSH),  # ends on a whole byte, where the stored blocks begin
            storer.compress(rest),
            storer.flush(),
            checksum.to_bytes(4, "little"),
            (len(head) + len(rest) & 0xFFFFFFFF).to_bytes(4, "little"),
        )
    )
