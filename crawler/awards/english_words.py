"""Small words of an English story put in Indonesian ones of the same length, so that places hold.

"A, B and C" becomes "A, B dan C", "in X" becomes "di X": the rules for lists and places read both.
"""

import re

_ARTICLES = 3
"""Of them a story in English has at least so many."""
_SAME_LENGTH = {
    "and": "dan",
    "at": "di",
    "in": "di",
    "from": "dari",
    "also": "juga",
    "not": "tak",
    "score": "nilai",
    "failed": "gagal ",
    "namely": "yakni ",
}
_WORDS = re.compile(r"(?<= )(?:and|at|in|from|also|not|score|failed|namely)(?=[ ,])")


def is_english(text: str) -> bool:
    """Told by its articles, which no Indonesian story has."""
    return text.count(" the ") >= _ARTICLES and " of " in text


def in_own_words(text: str) -> str:
    """The same text, character by character, with such words put in Indonesian."""
    if not is_english(text):
        return text
    return _WORDS.sub(lambda match: _SAME_LENGTH[match[0]], text)
