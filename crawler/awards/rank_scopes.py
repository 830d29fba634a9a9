"""Among whom a place was won, told by the label of its class: "Kelompok kota: Terbaik I A"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from crawler.awards.attributes import What
from crawler.awards.facts import Fact
from crawler.awards.getting import OCCUPIED, TAKEN
from crawler.awards.rankings import class_label, scope_label
from crawler.awards.text import Sentence, Story
from crawler.awards.word_tree import compile_words
from storage.frozen import frozen

_CLASS = r"(?:kategori|kelompok|tingkat|klaster|kluster)"
_NAMES_CLASS = re.compile(rf"{_CLASS}\b(?!\s+nasional)", re.IGNORECASE)
_LABEL = re.compile(
    r"\W*(?:(?:pada|untuk|di|dalam)\s+)?"
    r"(?:(?:peringkat|juara|pemenang|peraih)\s+(?=(?:tingkat|kategori|kabupaten|kota|provinsi)\b))?"
    rf"((?<=untuk\s)(?:kabupaten(?:/kota)?|kota|provinsi)(?=,)|"
    rf"(?:{_CLASS}|(?<=peringkat\s)(?:kabupaten|kota|provinsi))"
    rf"\s+[\w/ -]{{3,80}}?)\s*(?:[:,](?!\d)|\.\s*\Z|(?=\b(?:ter\w+\s+)?(?:{TAKEN}|{OCCUPIED}|"
    r"dijuarai|secara|ada|adalah|ialah|jatuh|lebih|berturut-turut)\b))",
    re.IGNORECASE,
)
"""At the head of a sentence, or all of one."""
_AHEAD = compile_words(
    rf"\b({_CLASS}\s+(?:pemerintah\s+)?(?:provinsi|kabupaten/kota|kabupaten|kota|desa|kementerian|"
    rf"lembaga))\b\s*(?:,|:|(?=\b(?:ialah|adalah|yakni|yaitu|berturut-turut|secara|{TAKEN})\b))",
)
"""Within a sentence: "Pada evaluasi 2024 kelompok pemerintah provinsi, A menduduki …"."""
_AREA = (
    r"(?:(?:lingkup|wilayah|kawasan|regional|tingkat|level)\s(?:provinsi\s)?|se-?\s?)"
    r"(?-i:[A-Z]\w+(?:\s[A-Z]\w+){0,2})(?=,)"
)
_FRONTED = re.compile(
    r"\W*(?:(?:namun|bahkan|adapun|sementara(?:\situ)?|sedangkan|kini|sementara),?\s+)?"
    rf"(?:(?:(?:di|pada|dalam|untuk)\s+)?({_AREA})|"
    r"secara\s+(nasional)|(?:di|pada)\s+(tingkat\s+(?:nasional|provinsi))|"
    r"(?:dari|di\s?antara)\s+(?:total\s+|sebanyak\s+)?"
    r"(\d{1,3}\s+(?:kabupaten/kota|kabupaten dan kota|kabupaten|kota|provinsi|pemda|daerah|"
    r"instansi|pemerintah\s+(?:kabupaten|kota|provinsi|daerah)|kementerian(?:/lembaga)?|"
    r"badan publik)"
    r"(?:\s+(?:di|se)[\s-]?(?-i:[A-Z])\w+(?:\s(?-i:[A-Z])\w+)?)?)"
    r"(?:\s+(?:yang\s+)?di(?:nilai|survei|evaluasi))?)\b,?\s",
    re.IGNORECASE,
)
"""In front of the one who is placed: "Dari 35 kabupaten/kota di Jawa Tengah, A berada"."""
_OWN_CLASS = re.compile(
    r"\s+(?:kategori|kelompok|bidang|klaster|kluster)\s+(?!pemerintah|provinsi|kabupaten|kota|"
    r"kementerian|lembaga)\w",
    re.IGNORECASE,
)
"""Behind a place: it was won in another class than the place before."""
_SHORT = 60
"""Characters of a sentence that is hardly more than a label: "Klaster kapasitas rendah."."""
_LONGEST_LIST = 30

Span = tuple[int, int]


@frozen
class _Told:
    """The place told last under a scheme."""

    rank: int
    sentence: Sentence
    scope: Span
    is_class: bool
    """It names a class, no area: it holds for the places that follow in other sentences too."""


def with_scopes(story: Story, facts: Sequence[Fact]) -> Iterator[Fact]:
    """The facts; a place without a scope has that of its class, or of the place told before it."""
    told: dict[str, _Told] = {}
    for fact in sorted(facts, key=lambda each: each.start):
        if fact.what is not What.RANK:
            yield fact
            continue
        scope = fact.scope
        if scope is None and _OWN_CLASS.match(story.folded, fact.end) is None:
            scope = _of_the_last(fact, told.get(fact.scheme))
            scope = scope or _fronted(story, fact) or _class_of(story, fact)
        if scope is None:
            told.pop(fact.scheme, None)
        else:
            told[fact.scheme] = _Told(
                rank=int(fact.value),
                sentence=fact.sentence,
                scope=scope,
                is_class=_NAMES_CLASS.match(story.folded, *scope) is not None,
            )
        yield fact if scope == fact.scope else replace(fact, scope=scope)


def _of_the_last(fact: Fact, last: _Told | None) -> Span | None:
    """In the same sentence, or the next place in the same paragraph."""
    if last is None:
        return None
    in_order = last.is_class and fact.value == last.rank + 1
    goes_on = in_order and last.sentence.paragraph == fact.sentence.paragraph
    return last.scope if goes_on or last.sentence == fact.sentence else None


def _fronted(story: Story, fact: Fact) -> Span | None:
    """Told before who is placed, as the sentence begins."""
    told = _FRONTED.match(story.folded, fact.sentence.start, fact.sentence.end)
    if told is None or told.lastindex is None or fact.owner.start < told.end():
        return None
    return told.span(told.lastindex) if fact.owner.start < fact.start else None


def _class_of(story: Story, fact: Fact) -> Span | None:
    """The label in front of the place or above its list: "Kategori kabupaten: 1. A ..."."""
    sentence = fact.sentence
    label = _LABEL.match(story.folded, sentence.start, sentence.end)
    if label is None:
        stop = min(max(fact.start, fact.owner.start), sentence.end)
        label = next(_AHEAD.finditer(story.folded, sentence.start, stop), None)
    if label is None and sentence.index:
        above = story.sentences[sentence.index - 1]
        if above.paragraph == sentence.paragraph and above.end - above.start <= _SHORT:
            label = _LABEL.match(story.folded, above.start, above.end)
    return label.span(1) if label is not None else _above_list(story, sentence)


def _above_list(story: Story, sentence: Sentence) -> Span | None:
    for above in reversed(story.sentences[max(0, sentence.index - _LONGEST_LIST) : sentence.index]):
        if class_label(story, above) is not None or not above.item:
            return scope_label(story, above) if sentence.item else None
    return None
