"""Full-text search over the titles and texts of the articles, safe for whatever a user types."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from sqlite_utils import Database

from storage.timestamps import read_moment

_PART = re.compile(r'(-?)"([^"]*)"?|(\S+)')
_STRAIGHT = str.maketrans(dict.fromkeys("“”„", '"'))
"""Telephones and word processors turn the quotes as one types."""
_CANDIDATES = 1000
"""Only so many of the newest matches are ranked: ranking all of a common word takes a second."""
_BEGINNING = '" *'
"""Ends a word of which only the beginning is asked for."""
_SHORTEST_BEGINNING = 3
"""Letters; all words that begin with one or two of them take seconds to gather."""
_BEST = """
    SELECT a.id, a.outlet, a.url, a.title, a.published,
        snippet(articles_fts, 1, '[', ']', '…', 24) AS snippet
    FROM articles_fts JOIN articles a ON a.id = articles_fts.rowid
    WHERE articles_fts MATCH :query AND articles_fts.rowid >= (
        SELECT min(rowid) FROM (
            SELECT rowid FROM articles_fts WHERE articles_fts MATCH :query
            ORDER BY rowid DESC LIMIT :candidates
        )
    )
    ORDER BY articles_fts.rank, a.id DESC LIMIT :limit
"""
_NEWEST = """
    SELECT a.id, a.outlet, a.url, a.title, a.published,
        snippet(articles_fts, 1, '[', ']', '…', 24) AS snippet
    FROM articles_fts JOIN articles a ON a.id = articles_fts.rowid
    WHERE articles_fts MATCH :query ORDER BY articles_fts.rowid DESC LIMIT :limit
"""
"""Gathers the words of a beginning once; to rank them gathers them three times."""
_LONGEST = 1000
_MOST_PARTS = 32
"""FTS5 refuses deeply nested expressions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One article that matches."""

    article_id: int
    outlet: str
    url: str
    title: str
    published: datetime | None
    snippet: str
    """The best passage of the text; matches stand between `[` and `]`, `…` marks a cut."""


def search(db: Database, query: str, limit: int = 20) -> tuple[Hit, ...]:
    """The best matches among the newest 1,000, best first; nothing for a query without a word.

    All words must occur, in any order and place; capitals and accents do not matter. `"two words"`
    is a phrase, `kepatuh*` the beginning of a word, of three letters at least, `-kata` a word that
    must not occur. With a beginning the newest come first. Any text is allowed, nothing in it is an
    error.
    """
    expression = match_expression(query)
    if expression is None:
        return ()
    rows = db.query(
        _NEWEST if _BEGINNING in expression else _BEST,
        {"query": expression, "candidates": _CANDIDATES, "limit": max(limit, 0)},
    )
    return tuple(
        Hit(
            article_id=row["id"],
            outlet=row["outlet"],
            url=row["url"],
            title=row["title"],
            published=read_moment(row["published"]),
            snippet=row["snippet"],
        )
        for row in rows
    )


def match_expression(query: str) -> str | None:
    """What FTS5 is asked for a user's query; None when it names nothing that must occur.

    Any text is allowed; see `search` for what it may hold.
    """
    wanted: list[str] = []
    unwanted: list[str] = []
    for match in islice(_PART.finditer(query[:_LONGEST].translate(_STRAIGHT)), _MOST_PARTS):
        minus, phrase, word = match.groups()
        if word is None:
            term, is_unwanted = _quoted(phrase), bool(minus)
        else:
            term, is_unwanted = _term_of_word(word)
        if term is not None:
            (unwanted if is_unwanted else wanted).append(term)
    if not wanted:
        return None
    expression = " AND ".join(wanted)
    return f"({expression}) NOT ({' OR '.join(unwanted)})" if unwanted else expression


def _term_of_word(word: str) -> tuple[str | None, bool]:
    bare = word.removeprefix("-")
    term = _quoted(bare.rstrip("*"))
    is_beginning = bare.endswith("*") and len(bare.rstrip("*")) >= _SHORTEST_BEGINNING
    return (f"{term} *" if term is not None and is_beginning else term), bare != word


def _quoted(words: str) -> str | None:
    """A string of FTS5 that can hold no operator; None when no letter or digit is in it."""
    if not any(unicodedata.category(each)[0] in "LN" for each in words):
        return None
    printable = "".join(" " if unicodedata.category(each)[0] == "C" else each for each in words)
    return '"' + printable.replace('"', '""') + '"'
