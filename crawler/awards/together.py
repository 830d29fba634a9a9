"""Many spoken of in one word: "kelimanya", "kedelapan provinsi itu", "semua daerah tersebut".

They are the last so many that were named before, else the next so many.
"""

import re
from bisect import bisect_right
from collections.abc import Hashable, Iterable, Mapping
from itertools import islice

from crawler.awards.counts import BODIES, NUMBER_WORDS, count_of, counts_things
from crawler.awards.seating import Owner
from crawler.awards.text import Story
from crawler.awards.word_tree import compile_words

_POINTING = r"(?:itu|tersebut|ini|tadi|di\s+atas|yang\s+disebut(?:kan)?(?:\s+di\s+atas)?)"
_NO_NOUN = (
    r"(?!(?-i:(?!(?:OPD|SKPD|Polres|RSUD|Puskesmas|Kantor|Pemda|Pemkab|Pemkot|Kabupaten|Kota|"
    r"Provinsi|Daerah|Instansi|Lembaga|Kementerian|Badan|Dinas|Desa|Kelurahan|Kecamatan|Bupati)"
    rf"\b(?!\s[A-Z]))[A-Z])\w+(?!(?:/\w+|\s\w+)?\s{_POINTING}))"
    r"(?!(?:di|me|ber|ter)[a-z]{3,}|(?:dengan|untuk|pada|di|dari|se|yang|adalah|ini|itu|kali|tahun|"
    r"atau|dan|serta)\b)"
)
"""A verb or particle behind "kedua", or a name: "kedua Pemkot Bogor" is in the second place."""
_WHO = (
    rf"(?:(?:kepala|pimpinan) daerah|{BODIES}|pem(?:erintah|impin|enang)|pe(?:nerima|raih)|bupati|"
    r"wali ?kota|gubernur|wilayah|institusi|organisasi|kampung|nagari|gampong|camat|lurah)"
)
"""Who may be both, or all three: "untuk ketiga kalinya" and "periode kedua pemerintahan" count
no bodies."""
_NOUN = r"(?P<{0}>[a-z]+(?:/[a-z]+)?(?:\s(?:daerah|publik|kerja|kota))?)"
_NO_ORDINAL = "".join(
    f"(?<!{noun} )"
    for noun in ("peringkat", "posisi", "urutan", "tempat", "juara", "penghargaan", "yang", "poin")
)
"""Behind these "kedua" is the second, not both."""
_TOGETHER = compile_words(
    rf"\b(?=ke){_NO_ORDINAL}ke\s?-?(?P<count>\d{{1,3}}|{NUMBER_WORDS})"
    rf"(?:nya\b|\s+{_NO_NOUN}(?:(?P<of>{_WHO})\b|{_NOUN.format('these')}\s+(?:itu|tersebut)\b))"
    rf"|\b(?P<many>\d{{1,3}}|{NUMBER_WORDS})\s+{_NOUN.format('those')}\s+{_POINTING}\b"
    r"|(?P<they>(?<![a-z] )\b(?:mereka|(?:itu|ini)\s+semua(?:nya)?)\b)"
    r"|(?P<rest>\b(?:sisanya|selebihnya)\b)"
    rf"|\b(?:ke)?(?:semua|seluruh)(?:nya\b|\s+{_NOUN.format('all')}(?:\s+[a-z]+){{0,2}}?\s+{_POINTING}\b)",
)
_ALL_OF_THEM = re.compile(r"(?:ke)?(?:semua|seluruh)nya", re.IGNORECASE)
_THOSE = re.compile(r"\s*(?:(?:itu|tersebut|ini|tadi)\s+)?", re.IGNORECASE)
"""Right behind those who are meant: "keempat daerah itu semuanya"."""
_SO_MANY = compile_words(
    rf"\b(\d{{1,3}}|{NUMBER_WORDS})\s+(?:daerah|pemda|kabupaten(?:/kota)?|kota|provinsi|instansi|unit)\s+$"
)
"""In front of "sisanya": how many they are."""
_THE_OTHERS = compile_words(
    r"\b(?:sedangkan|sementara(?:\s+itu)?|adapun|tetapi|tapi|namun)\s+(?:\w+\s+){1,3}lain(?:nya)?\b"
)
"""What follows is not theirs: "mereka masuk zona hijau, sedangkan pemda lainnya zona kuning"."""
_KINDS = frozenset({"provinsi", "kabupaten", "kota"})
_LIST = 3
"""Names that make a list of which the rest may be told."""
_FURTHEST = 14
"""Sentences that are looked through for those meant."""


class Together:
    """Such words of a story, and whom they mean; the words are looked for once."""

    def __init__(self, story: Story, entities: Mapping[int, list[Owner]]) -> None:
        """`entities` are the possible recipients by the index of their sentence."""
        self._story = story
        self._entities = entities
        self._words = tuple(_TOGETHER.finditer(story.folded))
        self._ends = tuple(word.end() for word in self._words)

    def last_between(self, start: int, end: int) -> re.Match[str] | None:
        """The last of the words in a stretch of text that speak of several named elsewhere."""
        index = bisect_right(self._ends, end) - 1
        word = self._words[index] if index >= 0 else None
        if word is not None and index and word["all"] is None and _ALL_OF_THEM.fullmatch(word[0]):
            before = self._words[index - 1]
            gap = self._story.folded[before.end() : word.start()]
            if before.start() >= start and before["count"] and _THOSE.fullmatch(gap):
                return before
        return word if word is not None and word.start() >= start else None

    def spoken_of(self, at: int) -> tuple[Owner, ...]:
        """Everybody whom the words of the sentence in front of `at` speak of, else nobody."""
        story, entities = self._story, self._entities
        sentence = story.sentence_at(at)
        word = self.last_between(sentence.start, at)
        if word is None or any(word.end() <= e.start < at for e in entities[sentence.index]):
            return ()
        if _THE_OTHERS.search(story.folded, word.end(), at):
            return ()
        if word["they"]:
            return _last_named(story, entities, word.start())
        if word["rest"]:
            return _rest_of_list(story, entities, word.start())
        return self._counted(word)

    def _things_counted(self, at: int, count: int) -> bool:
        """In the sentence before, as in "enam kategori … Keenamnya …"."""
        index = max(0, self._story.sentence_at(at).index - 1)
        return counts_things(self._story.folded, self._story.sentences[index].start, at, count)

    def _counted(self, word: re.Match[str]) -> tuple[Owner, ...]:
        """As many as the word says: the last before it, else the next behind."""
        story, entities = self._story, self._entities
        kind = (word["of"] or word["these"] or word["those"] or word["all"] or "").casefold()
        count = word["count"] or word["many"]
        behind = _distinct(_named_before(story, entities, word.start()), kind)
        if count is None:
            found = tuple(behind)
            return found if len(found) > 1 else ()
        wanted = count_of(count)
        if wanted < 2 or self._things_counted(word.start(), wanted):
            return ()
        for named in (behind, _distinct(_named_behind(story, entities, word.end()), kind)):
            found = tuple(islice(named, wanted))
            if len(found) == wanted:
                return found
        return ()


def _last_named(story: Story, entities: Mapping[int, list[Owner]], at: int) -> tuple[Owner, ...]:
    """Several named in one of the two sentences before."""
    index = story.sentence_at(at).index
    for earlier in range(index - 1, max(-1, index - 3), -1):
        if entities[earlier]:
            found = tuple(_distinct(entities[earlier], ""))
            return found if len(found) > 1 else ()
    return ()


def _rest_of_list(story: Story, entities: Mapping[int, list[Owner]], at: int) -> tuple[Owner, ...]:
    """Of the list told last, those whom the sentence does not name."""
    index = story.sentence_at(at).index
    named = {owner.key for owner in entities[index]}
    for earlier in range(index - 1, max(-1, index - _FURTHEST), -1):
        listed = list(_distinct(entities[earlier], ""))
        if story.sentences[earlier].item:
            listed = list(_distinct(_listed_up_to(story, entities, earlier), ""))
        if len(listed) > len(named) and len(listed) >= _LIST:
            rest = tuple(owner for owner in listed if owner.key not in named)
            of_others = named - {owner.key for owner in listed}
            return () if of_others or not _are_so_many(story, at, len(rest)) else rest
    return ()


def _are_so_many(story: Story, at: int, count: int) -> bool:
    """Not "delapan daerah sisanya" behind a list of five: those are named nowhere."""
    told = _SO_MANY.search(story.folded, max(0, at - 40), at)
    return told is None or count_of(told[1]) == count


def _listed_up_to(story: Story, entities: Mapping[int, list[Owner]], last: int) -> Iterable[Owner]:
    """Everybody of the lines that end with this one."""
    first = last
    while first and story.sentences[first - 1].item and entities[first - 1]:
        first -= 1
    for index in range(first, last + 1):
        yield from entities[index][:1]


def _named_before(story: Story, entities: Mapping[int, list[Owner]], at: int) -> Iterable[Owner]:
    index = story.sentence_at(at).index
    for earlier in range(index, max(-1, index - _FURTHEST), -1):
        if story.sentences[earlier].start < story.text_start:
            return
        yield from (owner for owner in reversed(entities[earlier]) if owner.end <= at)


def _named_behind(story: Story, entities: Mapping[int, list[Owner]], at: int) -> Iterable[Owner]:
    index = story.sentence_at(at).index
    for later in range(index, min(len(story.sentences), index + _FURTHEST)):
        yield from (owner for owner in entities[later] if owner.start >= at)


def _distinct(owners: Iterable[Owner], kind: str) -> Iterable[Owner]:
    seen: set[Hashable] = set()
    for owner in owners:
        fits = kind not in _KINDS or owner.kind == kind
        if fits and owner.key not in seen:
            seen.add(owner.key)
            yield owner
