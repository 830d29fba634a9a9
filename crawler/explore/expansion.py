"""How often SQLite would have to write out the parts of a query that name each other. Pure.

SQLite writes out each name of a WITH wherever it is used, before it runs anything and without
looking at the clock: twenty names that each use the one before twice become a million parts.
"""

import re
from collections import Counter

MOST_PARTS = 20_000
"""What takes a tenth of a second."""
_TOKEN = re.compile(
    r"""
    --[^\n]* | /\*.*?(?:\*/|\Z)
    | '(?P<string>(?:[^']|'')*)' | "(?P<quoted>(?:[^"]|"")*)"
    | \[(?P<bracket>[^\]]*)\] | `(?P<tick>(?:[^`]|``)*)`
    | (?P<word>[^\W\d][\w$]*) | (?P<other>[^\s])
    """,
    re.VERBOSE | re.DOTALL,
)


def is_endless(sql: str) -> bool:
    """Whether its named parts may use each other more than `MOST_PARTS` times, at worst."""
    words = _words(sql)
    # `a.x` is a column of what was counted already.
    used = Counter(word for word, sign in zip(words, [*words, ""][1:], strict=True) if sign != ".")
    parts = 1
    for name in _named(words):
        parts *= max(used[name] - 1, 1)
        if parts > MOST_PARTS:
            return True
    return False


def _words(sql: str) -> list[str]:
    """Names and signs in their order; comments left out, quotes taken away."""
    found = []
    for match in _TOKEN.finditer(sql):
        kind = match.lastgroup
        if kind is not None:
            found.append(match[kind].casefold())
    return found


def _named(words: list[str]) -> set[str]:
    """The names before `AS (`, also with columns between: `a (x, y) AS NOT MATERIALIZED (`."""
    names = set()
    for place, word in enumerate(words):
        if word == "as" and _opens(words[place + 1 : place + 4]):
            names.add(_name_before(words, place))
    return names - {""}


def _opens(words: list[str]) -> bool:
    hinted = words[1:] if words[:1] == ["not"] else words
    return words[:1] == ["("] or hinted[:2] == ["materialized", "("]


def _name_before(words: list[str], place: int) -> str:
    back = place - 1
    if back >= 0 and words[back] == ")":
        while back >= 0 and words[back] != "(":
            back -= 1
        back -= 1
    return words[back] if back >= 0 else ""
