"""What a hostile page may print, put into every field of a notice."""

from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any, TypeVar

_Noun = TypeVar("_Noun")

HOSTILE = {
    "headers": "Batang\r\nBcc: orang@lain.id\r\n\r\nisi",
    "lines": "satu\u2028dua\u2029tiga\x0bempat\x85lima\x00enam",
    "script": "<script>alert(1)</script><img src=x onerror=alert(1)><style>*{display:none}",
    "quotes": "\"'><a href='javascript:alert(1)' onclick=alert(1)>klik</a> &lt;b&gt; ]]> -->",
    "templates": "{{ 7*7 }} {% raw %} {score} {0.__class__} %s %(x)s",
    "bidi": "zona \u202egnatab\u202c \u2066x\u2069 hijau\u200f\u061c",
    "invisible": "ti\u200bdak\ufeff ter\u00adlihat\u2060",
    "surrogates": "yatim \ud800 piatu \udfff",
    "huge": "Penghargaan " * 5_000,
    "unbroken": "x" * 10_000,
}
FORBIDDEN = "\x00\u2028\u2029\x0b\x85\u202e\u202c\u2066\u2069\u200f\u061c\u200b\ufeff\u00ad\ud800"


def poisoned(noun: _Noun, text: str, *, spared: tuple[str, ...] = ()) -> _Noun:
    """The noun with `text` in every field that holds a text, in whatever is inside it, too."""
    changes = {
        field.name: _poisoned(getattr(noun, field.name), text, spared)
        for field in fields(noun)  # type: ignore[arg-type]  # a dataclass
        if field.name not in spared
    }
    return replace(noun, **changes)  # type: ignore[type-var]  # a dataclass


def _poisoned(value: Any, text: str, spared: tuple[str, ...]) -> Any:
    if isinstance(value, str) and not isinstance(value, Enum):
        return text
    if isinstance(value, tuple):
        return tuple(_poisoned(each, text, spared) for each in value)
    return poisoned(value, text, spared=spared) if is_dataclass(value) else value
