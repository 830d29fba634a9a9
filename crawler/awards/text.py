"""A story as the reader sees it: folded for matching, cut into sentences, offsets kept.

Headline and text are read as one string, the headline first; `Story.place` turns an offset of it
back into an offset of the headline or of the text.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from datetime import date
from functools import cache

from crawler.awards.english_words import in_own_words
from crawler.awards.full_stops import goes_on_behind
from crawler.awards.modality import Moods
from crawler.awards.word_patterns import IndexedText
from storage.frozen import frozen
from storage.records import Article

_OLD_SPELLINGS = (("ropinsi", "rovinsi"), ("ROPINSI", "ROVINSI"))
"""As long as the new ones, so that every place stays where it is."""
_SPLIT_PASSIVE = re.compile(
    r"i (?<=\b[dD]i )(tempati|raih|terima|peroleh|sandang|huni|duduki|berikan|serahkan|anugerahkan|"
    r"umumkan|dapatkan|tetapkan|nobatkan|ganjar|pegang)\b"
)
"""Written in two words by mistake: "di tempati Luwu Utara"; begins with two plain characters,
which `re` finds fastest."""
_PUNCTUATION = {
    **dict.fromkeys("“”„‟«»″", '"'),
    **dict.fromkeys("‘’‚‛`´′", "'"),
    **dict.fromkeys("‐‑‒–—―−•●▪◦‣·", "-"),
    "\u0130": "I",
    "\u0131": "i",
    **dict.fromkeys("\t\r\v\f\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000", " "),
    **dict.fromkeys(map(chr, range(0x2000, 0x200B)), " "),
}
_RARE = re.compile(r"[^\x20-\x5f\x61-\x7e\n]")
_BOUNDARY = re.compile(
    r"[.!?][.!?]*[\"')\]]*\s+(?=[\"'(\[-]*[A-Z0-9])|"
    r"(?<=[A-Za-z][a-z]{3})[.!?][\"')\]]?(?=(?!Com\b|Co\b|Id\b|Net\b)[A-Z][a-z]+ \w)"
)
"""With a space behind the stop, or with none where two paragraphs have run together."""
_TEASER = re.compile(
    r"\n(?:[^\w\n]|_)*(?:(?:baca|simak|lihat|berita|artikel|tonton|topik)\s+"
    r"(?:juga|pula|lainnya|terkait|selengkapnya|lagi)\b|(?:baca|simak)\s*:)[^\n]*",
    re.IGNORECASE,
)
"""Begins with the line break in front of it: of a pattern with `^`, each place would be tried."""
_BROKEN_LINE = re.compile(r"\n(?:(?=[a-z])(?<=[a-z,]\n)(?![a-z][.)])|(?=[A-Z][a-z])(?<=,\n))")
"""A line break amid a sentence: in front of a small letter, or behind a comma."""
_LETTERS = re.compile(r"[^\W\d_]{3}")
_BORDER = "\n\0\n"
"""Between headline and text: no pattern reaches over it."""
_LONGEST_SENTENCE = 1200
_LONGEST_ITEM = 80
_LONGEST_PLACE = 3
"""Digits of a line that is only the number of those below it."""
_LINES_WITH_DATELINE = 4
_LONGEST_DATELINE = 200
_ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
_LIST_ITEM = re.compile(
    r"\s*(?:(?:[-*]\s*)?\(?(\d{1,2})(?:\)|\s?[-|\t]\s?(?=[A-Z])|\.(?!\d)|\.(?=\d{1,2}\.\s*[^\W\d]))+\s*|"
    r"[-*]\s*|[a-z]\.\s+|(?:[-*]\s*)?(?P<roman>VIII|VII|VI|IV|IX|V|I{1,3}|X)\.\s+(?=[A-Z]))"
)


@frozen
class Sentence:
    """One sentence, list item or headline: offsets into `Story.whole`."""

    start: int
    end: int
    index: int
    paragraph: int
    item: bool
    """A line of a list (bullet or numbered)."""
    number: int | None
    """The number that the line of a list begins with."""


@frozen
class Story:
    """Headline and text in one, with what is known of when and where it was written."""

    whole: str
    """As printed; offsets of every mention count in it."""
    folded: IndexedText
    """The same length: NFKC per character, plain quotes, dashes and spaces."""
    title_end: int
    text_start: int
    sentences: tuple[Sentence, ...]
    starts: tuple[int, ...]
    """Where the sentences begin; the first takes in what stands in front of it."""
    published: date | None
    datelines: tuple[tuple[int, int], ...]
    """Where datelines ("BATANG, Warta -") stand, in front of the text or behind a caption."""
    moods: Moods
    """What its words grant, wish or deny."""

    def place(self, start: int) -> tuple[str, int]:
        """`("title" | "text", offset)` of an offset into `whole`."""
        if start < self.text_start:
            return "title", start
        return "text", start - self.text_start

    def clipped(self, start: int, end: int) -> tuple[int, int]:
        """The stretch as far as it stays in the headline, or in the text."""
        return (start, min(end, self.title_end)) if start < self.text_start else (start, end)

    def is_in_dateline(self, offset: int) -> bool:
        """Whether the offset lies in a dateline."""
        return any(start <= offset < end for start, end in self.datelines)

    def sentence_at(self, offset: int) -> Sentence:
        """The sentence that holds the offset (the one before, for a gap between sentences)."""
        return self.sentences[bisect_right(self.starts, offset) - 1]

    def passage(self, offset: int) -> tuple[int, int]:
        """The sentence around an offset, as shown to a person: never a bare number alone."""
        sentence = self.sentence_at(offset)
        start = sentence.start
        if not _LETTERS.search(self.folded, start, sentence.end) and sentence.index:
            start = max(self.text_start, self.sentences[sentence.index - 1].start)
            start = min(start, sentence.start)
        printed = self.whole[start : sentence.end]
        return start + len(printed) - len(printed.lstrip()), start + len(printed.rstrip())


_TWICE = r"(?:(?P=word)|(?<=[a-z]-)[a-z]+)\b"
"""Behind the hyphen of a doubled name, "Toli-Toli" or "Toli-toli": no dateline ends there."""
_DATELINE = re.compile(
    rf"(?:\s*(?:\(?(?:(?P<word>[A-Z][\w.'/]*+)(?:-{_TWICE})?+|"
    r"\w+\.(?:com|co|id|net|news)[\w.]*|\([^)\n]{1,30}\)|"
    r"\d{1,2}/\d{1,2}(?:/\d{2,4})?)\)?[,:;]?\s*){1,7}?(?:-{1,2}|\|)"
    rf"(?!{_TWICE})\s?(?=\W{{0,2}}[\w(])){{1,3}}"
    r"|\s*\([A-Z]\w+(?:\s[A-Z]\w+){0,2},\s\d{1,2}[/ ][^)\n]{2,20}\)\s*(?=[A-Z])"
    r"|\s*[A-Z]\w+(?:\s[A-Z]\w+){0,2},\s(?i:admin|humas|(?:disk|k)ominfo|mc|media center|prokopim)"
    r"\b[^,.\n]{0,30}\(\d[^)\n]{5,20}\),?\s*(?=[A-Z])"
)


def tell(article: Article, folded: IndexedText) -> Story:
    """Build the Story of an article; `folded` is `fold(whole_of(article))`."""
    whole = whole_of(article)
    sentences = _sentences(folded)
    text_start = len(whole) - len(article.text)
    return Story(
        whole=whole,
        folded=folded,
        moods=Moods(folded),
        title_end=len(article.title or ""),
        text_start=text_start,
        datelines=tuple(_datelines(folded, text_start)),
        sentences=sentences,
        starts=(0, *(sentence.start for sentence in sentences[1:])),
        published=article.published.date() if article.published else None,
    )


def _datelines(folded: str, start: int) -> Iterator[tuple[int, int]]:
    """Of the first lines, only of those that go on as prose."""
    for _ in range(_LINES_WITH_DATELINE):
        end = folded.find("\n", start)
        end = len(folded) if end < 0 else end
        dateline = _DATELINE.match(folded, start, min(end, start + _LONGEST_DATELINE))
        if dateline is not None and end - dateline.end() > _LONGEST_ITEM:
            yield start, dateline.end()
        start = end + 1


def whole_of(article: Article) -> str:
    """Headline and text as one string."""
    return f"{article.title}{_BORDER}{article.text}" if article.title else article.text


def fold(text: str) -> IndexedText:
    """The same text, character by character, in plain forms that patterns can match.

    A line that only points to another story ("Baca juga: ...") is blanked: it tells of others.
    """
    plain = _RARE.sub(lambda match: _plain(match[0]), text)
    for old, new in _OLD_SPELLINGS:
        plain = plain.replace(old, new)
    plain = in_own_words(_SPLIT_PASSIVE.sub(r"i\1 ", plain))
    plain = _BROKEN_LINE.sub(_mended, plain)
    return IndexedText(
        _TEASER.sub(lambda match: "\n" + " " * (len(match[0]) - 1), f"\n{plain}")[1:]
    )


def _mended(broken: re.Match[str]) -> str:
    """A space for the break, if the line in front of it is long enough to be prose."""
    line = broken.string[broken.string.rfind("\n", 0, broken.start()) + 1 : broken.start()]
    return " " if len(line) > _LONGEST_ITEM else "\n"


@cache
def _plain(char: str) -> str:
    plain = unicodedata.normalize("NFKC", char)
    if len(plain) != 1:
        plain = char
    return _PUNCTUATION.get(char) or _PUNCTUATION.get(plain, plain)


def _sentences(folded: str) -> tuple[Sentence, ...]:
    found: list[Sentence] = []
    start = 0
    lines = folded.split("\n")
    brief = [False, False, *(_is_brief(line) for line in lines[1:]), False]
    for paragraph, line in enumerate(lines):
        item = _LIST_ITEM.match(line)
        number = _number_of(item) if item else None
        in_list = brief[paragraph + 1] and (brief[paragraph] or brief[paragraph + 2])
        is_row = line.count("|") > 1
        for begin, end in _cuts(line, item.end() if item else 0):
            if line[begin:end].strip(" \0"):
                found.append(
                    Sentence(
                        start=start + begin,
                        end=start + end,
                        index=len(found),
                        paragraph=paragraph,
                        item=item is not None or in_list or is_row,
                        number=number if begin == 0 else None,
                    )
                )
        start += len(line) + 1
    return tuple(found)


def _number_of(item: re.Match[str]) -> int | None:
    if item["roman"]:
        return _ROMANS.index(item["roman"]) + 1
    return int(item[1]) if item[1] else None


def _is_brief(line: str) -> bool:
    """A line of a list that lost its bullets: short, and no sentence that ends."""
    printed = line.strip()
    if printed.isdecimal():
        return len(printed) <= _LONGEST_PLACE
    return 3 < len(printed) <= _LONGEST_ITEM and printed[-1] not in ".!?:\"'" and '"' not in printed


def _cuts(line: str, begin: int) -> list[tuple[int, int]]:
    cuts = []
    start = 0
    for match in _BOUNDARY.finditer(line, begin):
        dot = match.start()
        if line[dot] == "." and goes_on_behind(line, dot):
            continue
        cuts.append((start, match.end()))
        start = match.end()
    cuts.append((start, len(line)))
    if len(line) <= _LONGEST_SENTENCE:
        return cuts
    return [piece for first, last in cuts for piece in _pieces(line, first, last)]


def _pieces(line: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence that nobody would print is cut at a space: its length bounds the work on it."""
    while end - start > _LONGEST_SENTENCE:
        half = start + _LONGEST_SENTENCE // 2
        cut = line.rfind(" ", half, start + _LONGEST_SENTENCE) + 1 or start + _LONGEST_SENTENCE
        yield start, cut
        start = cut
    yield start, end
