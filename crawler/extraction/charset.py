"""Decodes a page: what the bytes themselves prove comes before what anyone declares."""

import codecs
import re

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_META = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w:.-]+)", re.IGNORECASE
)
_META_WINDOW = 4096
_KNOWN = {
    "utf-8": "utf-8",
    "utf8": "utf-8",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "latin-1": "cp1252",
    "windows-1252": "cp1252",
    "cp1252": "cp1252",
    "iso-8859-15": "iso-8859-15",
    "utf-16": "utf-16-le",
    "utf-16le": "utf-16-le",
    "utf-16be": "utf-16-be",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "big5": "big5",
    "shift_jis": "cp932",
    "euc-kr": "cp949",
}
"""Names that pages declare and the codec that reads them; browsers read Latin-1 as cp1252."""
_LOOK = 400
_MOSTLY = 0.8
"""Share of zero bytes beside the letters of a text in UTF-16; its curly quotes have none."""
_ESCAPED = re.compile("[\udc80-\udcff]")


def decode(body: bytes, declared: str | None = None) -> str:
    """The text of `body`; `declared` is the charset of the HTTP header, if there was one.

    A byte order mark wins, then the zero bytes that Latin letters have in UTF-16. Bytes that are
    valid UTF-8 are UTF-8 whatever is declared, also when the page was cut in the middle of a
    letter. Then the header, then the page's own meta element. Bytes that fit nothing survive as
    cp1252 letters.
    """
    mark, codec = _proven(body, declared)
    if codec is not None:
        return body[mark:].decode(codec, errors="replace")
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data":
            return body[: error.start].decode("utf-8")
        return _decode_broken(body, _codec(declared) or _codec_in_page(body))


def as_utf8(body: bytes, declared: str | None = None) -> bytes:
    """The text of `body` as UTF-8, which most pages are from the first byte to the last."""
    if _proven(body, declared)[1] is None and _is_utf8(body):
        return body
    return decode(body, declared).encode("utf-8", errors="replace")


def _proven(body: bytes, declared: str | None) -> tuple[int, str | None]:
    """How long the byte order mark is, and the codec that it or UTF-16's zero bytes prove."""
    for mark, codec in _BOMS:
        if body.startswith(mark):
            return len(mark), codec
    wide, header = _wide_codec(body[:_LOOK]), _codec(declared)
    if wide is None and header is not None and header.startswith("utf-16"):
        wide = header if b"\x00" in body[:_LOOK] else None
    return 0, wide


def _is_utf8(body: bytes) -> bool:
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _wide_codec(head: bytes) -> str | None:
    """UTF-16 without a mark: nearly every other byte is zero, and on one side only."""
    pairs = len(head) // 2
    first, second = head[::2].count(0), head[1::2].count(0)
    most, least = max(first, second), min(first, second)
    if not pairs or most < _MOSTLY * pairs or least > (1 - _MOSTLY) * pairs:
        return None
    return "utf-16-le" if second > first else "utf-16-be"


def _decode_broken(body: bytes, codec: str | None) -> str:
    if codec not in (None, "utf-8") and not str(codec).startswith("utf-16"):
        return body.decode(str(codec), errors="replace")
    if codec is None and not _is_mostly_utf8(body):
        return body.decode("cp1252", errors="replace")
    return _ESCAPED.sub(_as_cp1252, body.decode("utf-8", errors="surrogateescape"))


def _is_mostly_utf8(body: bytes) -> bool:
    text = body.decode("utf-8", errors="surrogateescape")
    broken = len(_ESCAPED.findall(text))
    return sum(map(len, re.findall("[\u0080-\ud7ff\ue000-\U0010ffff]+", text))) > broken


def _as_cp1252(match: re.Match[str]) -> str:
    return bytes([ord(match[0]) - 0xDC00]).decode("cp1252", errors="replace")


def _codec_in_page(body: bytes) -> str | None:
    found = _META.search(body, 0, _META_WINDOW)
    return _codec(found[1].decode("ascii", errors="ignore")) if found else None


def _codec(name: str | None) -> str | None:
    return _KNOWN.get(name.strip().strip("\"'").lower()) if name else None
