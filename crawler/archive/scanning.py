"""Goes through a WARC file once: which responses lie in it, and where; damage is only told."""

import os
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

_GZIP = b"\x1f\x8b\x08"
_BEGIN = b"WARC/"
_END = b"\r\n\r\n"
_PIECE = 1 << 20


class ScanError(Exception):
    """Nothing in this file can be read as a WARC; the message says why, without the file's name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """One response in a WARC file."""

    url: str
    status: int
    content_type: str | None
    """In lower case, without its charset."""
    location: str | None
    """Where a redirect leads."""
    fetched_at: datetime
    """Aware."""
    start_byte: int
    length: int
    """Bytes from there to the next record, at least all of this one."""
    size: int
    """Bytes of the record's block, unpacked."""


class Scanner:
    """One file. `records` and `damage` tell, after `captures` has ended, what was met."""

    def __init__(self, path: Path) -> None:
        self.records = 0
        """Responses of all hosts."""
        self.damage: list[str] = []
        """One phrase for each place that cannot be read."""
        self._path = path
        self._size = 0

    def captures(self, wants: Callable[[str], bool]) -> Iterator[Capture]:
        """The responses whose address is wanted, in the order of the file; bodies are passed over.

        Raises ScanError, or OSError when the file cannot be opened.
        """
        with self._path.open("rb") as file:
            self._size = self._path.stat().st_size
            is_packed = _kind(file.read(_PIECE))
            held: tuple[WarcRecord, int] | None = None
            for record, start in self._records(file, is_packed=is_packed):
                if held is not None:
                    yield from self._capture(*held, end=start, wants=wants)
                held = (record, start) if record.record_type == WarcRecordType.response else None
                if held is not None and wants(_address(record)):
                    record.parse_http()
            if held is not None:
                yield from self._capture(*held, end=self._size, wants=wants)

    def _records(self, file: BinaryIO, *, is_packed: bool) -> Iterator[tuple[WarcRecord, int]]:
        """Each record with where it begins; what is damaged is passed over."""
        base, last = 0, -1
        while True:
            file.seek(base)
            try:
                for record in ArchiveIterator(file, parse_http=False):
                    start = record.stream_pos
                    if is_packed and not _is_at_member(file, start):
                        raise ScanError(
                            "is packed as a whole, not record by record;"
                            " `warcio recompress IN OUT` mends it"
                        )
                    last = start
                    yield record, start
            except OSError:
                self._note_damage(last)
            else:
                if not _ends_well(file, max(base, last), is_packed=is_packed):
                    self.damage.append("breaks off at its end")
                return
            found = _next_member(file, max(base, last) + 1) if is_packed else None
            if found is None:
                return
            base = found

    def _note_damage(self, last: int) -> None:
        """One place may hold several members that cannot be read."""
        told = f"damaged behind byte {max(last, 0)}"
        if told not in self.damage:
            self.damage.append(told)

    def _capture(
        self, record: WarcRecord, start: int, *, end: int, wants: Callable[[str], bool]
    ) -> Iterator[Capture]:
        self.records += 1
        url, http = _address(record), record.http_headers
        if http is None or not wants(url):
            return
        kind = http.get("Content-Type", "") or ""
        yield Capture(
            url=url,
            status=http.status_code or 0,
            content_type=kind.partition(";")[0].strip().lower() or None,
            location=http.get("Location"),
            fetched_at=_moment(record),
            start_byte=start,
            length=end - start,
            size=record.content_length,
        )


def _kind(head: bytes) -> bool:
    """Whether the file is packed. Raises ScanError."""
    if not head:
        raise ScanError("is empty")
    if head.startswith(_BEGIN):
        return False
    if _is_member(head):
        return True
    raise ScanError("is no WARC file, packed with gzip or plain")


def _is_member(piece: bytes) -> bool:
    """Whether a gzip member begins here that holds a record."""
    try:
        return zlib.decompressobj(31).decompress(piece, len(_BEGIN)) == _BEGIN
    except zlib.error:
        return False


def _is_at_member(file: BinaryIO, start: int) -> bool:
    return os.pread(file.fileno(), len(_GZIP), start) == _GZIP


def _next_member(file: BinaryIO, start: int) -> int | None:
    """Where the next record begins at `start` or behind it; None: nowhere."""
    file.seek(start)
    at, piece = start, file.read(_PIECE)
    while piece:
        found = piece.find(_GZIP)
        while found >= 0:
            if _begins_record(file, at + found):
                return at + found
            found = piece.find(_GZIP, found + 1)
        if len(piece) < len(_GZIP):
            return None
        at += len(piece) - len(_GZIP) + 1
        file.seek(at)
        piece = file.read(_PIECE)
        if len(piece) < len(_GZIP):
            return None
    return None


def _begins_record(file: BinaryIO, at: int) -> bool:
    file.seek(at)
    return _is_member(file.read(4096))


def _ends_well(file: BinaryIO, last: int, *, is_packed: bool) -> bool:
    """Whether the last record is whole, and nothing but whole ones lies behind it."""
    file.seek(last)
    if not is_packed:
        file.seek(0, 2)
        file.seek(max(last, file.tell() - len(_END)))
        return file.read() == _END
    member = zlib.decompressobj(31)
    while piece := file.read(_PIECE):
        rest = piece
        while rest and not member.eof:
            member.decompress(rest, _PIECE)
            rest = member.unconsumed_tail
        if member.eof:
            return not member.unused_data and not file.read(1)
    return member.eof


def _address(record: WarcRecord) -> str:
    """Some writers put it between angle brackets, as WARC/1.0 has it."""
    return (record.headers.get("WARC-Target-URI") or "").strip("<>")


def _moment(record: WarcRecord) -> datetime:
    """When it was fetched; the beginning of time where that cannot be read."""
    try:
        moment = datetime.fromisoformat(record.headers.get("WARC-Date") or "")
    except ValueError:
        return datetime(1970, 1, 1, tzinfo=UTC)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
