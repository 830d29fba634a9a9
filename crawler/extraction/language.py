"""Which language a story is written in, by its most frequent small words; pure.

The page's own `lang` is no help: many Indonesian sites leave it at `en-US`, as their system came.
"""

import re

_WORDS = {
    "id": "yang dan di dengan untuk pada dari ini itu tidak akan oleh dalam sebagai juga ke adalah"
    " telah para bahwa saat dapat",
    "en": "the of and to in is that for was with on as by at from are has have were said it",
    "jv": "ing kang lan iku karo ora wis uga saka marang iki bisa sing kanggo amarga",
    "su": "nu jeung anu teu ka dina keur ieu oge téh ku mangrupa ayeuna éta kana",
}
_SMALL = {language: frozenset(words.split()) for language, words in _WORDS.items()}
_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH = 20
"""Fewer words say nothing of their language."""
_LEAST = 0.05
"""The share of small words in running text is two to eight times that."""
_MOST_TEXT = 20_000


def language_of(text: str) -> str | None:
    """`id`, `en`, `jv` or `su`; None where the text does not tell."""
    words = [word.lower() for word in _WORD.findall(text[:_MOST_TEXT])]
    if len(words) < _ENOUGH:
        return None
    shares = {
        language: sum(word in small for word in words) / len(words)
        for language, small in _SMALL.items()
    }
    best = max(shares, key=lambda language: shares[language])
    return best if shares[best] >= _LEAST else None
