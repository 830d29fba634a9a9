"""Undoes hard line breaks: a text cut at some 80 characters is put back into paragraphs."""

import re
from collections.abc import Sequence

_WIDEST = 110
"""Characters of the longest line of a wrapped text."""
_NARROWEST = 40
_FEWEST = 6
_OPEN = 0.5
"""Share of lines that end in the middle of a sentence, from which on a text is wrapped."""
_ENDS = re.compile(r"[.!?:;]['\"”’)\]]*$")
_ITEM = re.compile(r"(?:[-*•·]|\(?(?:\d{1,2}|[a-z])[.)])\s")


def unwrapped(lines: Sequence[str]) -> list[str]:
    """The paragraphs of wrapped lines; the headline on the first and lines of lists stay apart.

    Lines without blanks around them; an empty one ends a paragraph. A text that is not wrapped
    comes back as it is, without its empty lines.
    """
    body = [line for line in lines[1:] if line]
    if not _is_wrapped(body):
        return [line for line in lines if line]
    width = max(map(len, body))
    joined = [line for line in lines[:1] if line]
    goes_on = False
    for line in lines[1:]:
        if goes_on and line and not _ITEM.match(line):
            joined[-1] = f"{joined[-1]} {line}"
        elif line:
            joined.append(line)
        goes_on = bool(line) and not (_ENDS.search(line) and len(line) < 0.8 * width)
    return joined


def _is_wrapped(body: Sequence[str]) -> bool:
    if len(body) < _FEWEST or max(map(len, body)) > _WIDEST:
        return False
    lines = [line for line in body if not _ITEM.match(line)]
    open_ended = [line for line in lines if len(line) > _NARROWEST and not _ENDS.search(line)]
    return len(open_ended) >= _OPEN * len(body)
