"""Finds the sentence around a quote in a clean Indonesian news text."""

import re

_ENDING = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s)")
_LAST_WORD = re.compile(r"[\w.]+$")
_LOWER_START = re.compile(r"\s*[\"'“‘«(\[]*[a-z]")
_LONGEST_WORD = 40
_ABBREVIATION = re.compile(
    r"""
    (?: \w | (?:\w\.)+\w            # an initial; a.n, S.E, Ph.D without its last dot
      | (?:[MS]\.)? (?:Ag|Ak|AP|IP|Kep|Kes|KM|Kom|Pd|Psi|Si|Sos|STP|T|Th)
      | an | dkk | dll | dsb | dst | gg | hal | jl | jln | kab | kec | kel | nn | no | nomor
      | ny | prov | rp | rt | rw | sdr | sdri | tbk | tgl | telp | tlp | tn | vol | yth
      | akbp | brigjen | bripka | dra? | dr[gsh] | gus | hj | ir | iptu | irjen | jend | kh
      | kol | kombes | kompol | ktut | let(?:jen|kol|tu) | mayjen | m(?:oh|uh) | pgs | pjs?
      | plh | plt | prof | pt | ust | st | ph
    )""",
    re.VERBOSE | re.IGNORECASE,
)

_GRADE = re.compile(
    r"\b(?:kategori|golongan|predikat|nilai|huruf|tipe|kelas|grade|akreditasi|opini) \w$",
    re.IGNORECASE,
)


def sentence_span(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the whole sentence, or sentences, that hold `text[start:end]` begin and end.

    Offsets in characters. A line end always ends a sentence; the dot of an abbreviation, an initial
    or a number does not.
    """
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    last = len(text) if last == -1 else last
    for border in _borders(text, first, last):
        if border <= start:
            first = border
        elif border >= end:
            last = border
            break
    first, last = _without_space(text, first, last)
    return min(first, start), max(last, end)


def _borders(text: str, first: int, last: int) -> list[int]:
    """Where sentences end inside `text[first:last]`, behind the final mark."""
    endings = (match for match in _ENDING.finditer(text, first, last))
    return [match.end() for match in endings if _ends_sentence(text, first, match)]


def _ends_sentence(text: str, first: int, match: re.Match[str]) -> bool:
    if _LOWER_START.match(text, match.end()):
        return False
    if match[0] != ".":
        return True
    begin = max(first, match.start() - _LONGEST_WORD)
    word = _LAST_WORD.search(text, begin, match.start())
    if word is None or _GRADE.search(text, begin, match.start()):
        return True
    return _ABBREVIATION.fullmatch(word[0]) is None


def _without_space(text: str, first: int, last: int) -> tuple[int, int]:
    inside = text[first:last]
    return first + len(inside) - len(inside.lstrip()), last - len(inside) + len(inside.rstrip())
