"""Names in lists: whom a heading announces, who shares what the last of several is told of."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from crawler.awards.between_names import GAP, is_listed_on
from crawler.awards.bracketed_lists import names_in_brackets
from crawler.awards.counts import counts_holders
from crawler.awards.getting import GETS, OCCUPIED, SCORED_BY, TAKEN
from crawler.awards.handing_on import leads_to
from crawler.awards.seating import Owner
from crawler.awards.text import Sentence, Story
from crawler.awards.together import Together
from crawler.awards.word_tree import compile_words

_JOINTLY = re.compile(
    r"[^.;\n]{0,50}\b(?:bersama(?:-sama)?|sama-sama)\s+(?:oleh\s+|diraih\s+|ditempati\s+)?",
    re.IGNORECASE,
)
OF_PROVINCE = r"\bdari\s+(?:provinsi\s+)?(?-i:[A-Z])\w+(?:\s(?-i:[A-Z])\w+){0,2}\s*\(\s*$"
"""In front of a list in brackets: "diterima daerah dari Sulawesi Utara (Kota Bitung dan ..."."""
_LIST_FOLLOWS = re.compile(
    rf"(?:adalah|ialah|yaitu|yakni|{TAKEN}|{OCCUPIED}|{SCORED_BY}|"
    r"seperti|kepada|oleh|(?:atas|terhadap)\s+(?:lkpd|laporan\s+keuangan)|"
    r"antara\s+lain|di\s?antaranya|meliputi|masing-masing|"
    rf"terdiri\s+(?:atas|dari)|untuk|bagi|:)\s*[:.,]?\s*(?:(?-i:[A-Z])\w+,\s){{0,2}}$|{OF_PROVINCE}",
    re.IGNORECASE,
)
FRONTED = re.compile(
    r"\W*(?:(?:dan|lalu|kemudian|sedangkan|sementara(?:\s+itu)?|adapun|selanjutnya|untuk|pada|di|"
    r"dalam|kategori|predikat|klasifikasi|kualifikasi|zona(?:si)?|yang|masuk|masih|tetap|sudah|"
    r"berada|daerah|pemerintah|provinsi|kabupaten|kota|diikuti|disusul|berikutnya|penghargaan|"
    r"anugerah|penerima|peraih|kelompok|tingkat|(?-i:[A-Z]{3,5}))\s+)*",
    re.IGNORECASE,
)
"""In front of a result that heads its sentence: "Untuk zona merah, A (41,20), B (39,15)"."""
_HEADING = re.compile(
    r"(?::|\b(?:adalah|yaitu|yakni|berikut(?: ini)?|antara lain))\W*$", re.IGNORECASE
)
_KIND_LINE = re.compile(
    r"\W*(?:(?:kategori|kelompok|tingkat|untuk)\s+)*(?:pemerintah\s+)?(?:kabupaten(?:/kota)?|kota|provinsi|"
    r"kementerian|lembaga|desa|kelurahan|pemkab|pemkot?|pemprov|badan publik|perangkat daerah|"
    r"rumah sakit|puskesmas|polres|kantor pertanahan|kepolisian|instansi vertikal)"
    r"(?:\s*(?:/|dan|,)?\s*(?:kabupaten|kota|provinsi|daerah|non\w*|lembaga))*\W*",
    re.IGNORECASE,
)
_LIKEWISE = compile_words(r"\b(?:begitu|demikian)\s+(?:juga|pula)\b")
"""In front of a list that has what the one before it has: "A zona kuning, begitu juga B, C"."""
_TOGETHER = compile_words(
    r"\b(?:sama-sama|semuanya|seluruhnya|kompak|ke(?:dua|tiga|empat|lima|enam|tujuh)nya)\b",
)
_AT_ONE_PLACE = compile_words(r"\b(?:berbagi|sama-sama|bersama-sama)\b")
_THEN_ALL = re.compile(
    r"\s*(?:dengan\s+(?:nilai|skor)\s+)?\(?\d{1,3}[.,]\d{1,2}\)?\s*(?:poin\s*)?"
    r"(?:,\s*(?:masuk|berada|di|zona|predikat|kategori)|"
    rf"(?:masuk|berada|menempati|tergolong|di|dinyatakan|ditetapkan|berpredikat|berkategori|{GETS})\b)",
    re.IGNORECASE,
)
"""Behind the last name of a list with its score, in front of what all of them have."""
_OTHERS = compile_words(r"\b(?:sisanya|selebihnya|sedangkan|sementara|adapun)\b")
"""Behind a result: another one's clause begins."""
_BESIDE = compile_words(r"\b(?:selain|setelah|bersama|menyusul|mewakili)\s+$")
_AND = re.compile(r"\s+(?:dan|serta)\s+")
_DECIMAL = re.compile(r"\d[.,]\d")
_DIGIT = re.compile(r"\d")
_ONLY_NUMBER = re.compile(r"\W*\d{1,3}\W*")


def is_kind_line(story: Story, sentence: Sentence) -> bool:
    """A line that only tells the kind of body that follows: "Kategori kabupaten/kota:"."""
    return _KIND_LINE.fullmatch(story.folded, sentence.start, sentence.end) is not None


class Lists:
    """The lists of a story, in sentences and by lines."""

    def __init__(self, story: Story, entities: Mapping[int, list[Owner]]) -> None:
        """`entities` are the possible recipients by the index of their sentence."""
        self._story = story
        self._folded = story.folded
        self._entities = entities
        self._together = Together(story, entities)

    def after(self, start: int, end: int) -> list[Owner]:
        """Everybody in the list that is announced with what stands there, else nobody."""
        sentence = self._story.sentence_at(end - 1)
        here = self._entities[sentence.index]
        following = [e for e in here if e.start >= end]
        if len(following) > 1 and self._is_beside(following[0]):
            del following[0]
        if following:
            run = self.run_of(following)
            announced = self._announces(sentence, (start, end), run[0].start)
            likewise = _LIKEWISE.search(self._folded, end, run[0].start)
            before = [e for e in here if e.end <= start][-1:] if likewise else []
            return [*before, *run] if announced and len(run) > 1 else []
        if here or not self._is_heading(sentence, end):
            return []
        below = [e for item in self._items_below(sentence) for e in self._entities[item.index][:1]]
        return below or self._sentence_below(sentence)

    def in_brackets_after(self, end: int) -> list[Owner]:
        """Whose names fill the brackets behind what ends there: "zona hijau (A, B)"."""
        here = self._entities[self._story.sentence_at(end - 1).index]
        return names_in_brackets(self._folded, end, here)

    def _is_beside(self, owner: Owner) -> bool:
        """ "Predikat Madya selain A yakni B, C": those behind it are the list."""
        return _BESIDE.search(self._folded, max(0, owner.start - 15), owner.start) is not None

    def _announces(self, sentence: Sentence, told: tuple[int, int], name: int) -> bool:
        """A word that announces leads to the name, or a comma from what heads the sentence."""
        if _OTHERS.search(self._folded, told[1], name):
            return False
        if _LIST_FOLLOWS.search(self._folded, told[1], name):
            return True
        heads = FRONTED.fullmatch(self._folded, sentence.start, told[0]) is not None
        gap = self._folded[told[1] : name].strip()
        return heads and (gap == "," or (gap[:1] == "," and leads_to(self._folded, told[1], name)))

    def placed_together(self, start: int, end: int) -> list[Owner]:
        """Whose the place told there is: of the one under its line, or of several who share it."""
        led = self._led_by(start)
        return [led] if led is not None else self._jointly_after(end)

    def is_one_place(self, end: int, start: int) -> bool:
        """ "A dan B berbagi peringkat kedua": between them and the place, which both have."""
        return _AT_ONE_PLACE.search(self._folded, end, start) is not None

    def _jointly_after(self, end: int) -> list[Owner]:
        """Several who share what ends there: "tempat kedua ditempati bersama oleh A dan B"."""
        here = self._entities[self._story.sentence_at(end - 1).index]
        following = [each for each in here if each.start >= end]
        if not following or not _JOINTLY.fullmatch(self._folded, end, following[0].start):
            return []
        run = self.run_of(following)
        return run if len(run) > 1 else []

    def is_counted(self, start: int, end: int) -> bool:
        """Only so many are said to have it, and nobody of the sentence is among them."""
        named = self._entities[self._story.sentence_at(start).index]
        return not named and self.counts_others(start, end)

    def counts_others(self, start: int, end: int) -> bool:
        """Only so many are said to have it, and nobody in front of it is among them."""
        sentence = self._story.sentence_at(start)
        if any(each.start < start for each in self._entities[sentence.index]):
            return False
        return counts_holders(self._folded, (sentence.start, sentence.end), start, end)

    def spoken_of_together(self, at: int) -> list[Owner]:
        """ "Ketiganya meraih …", "Semua daerah itu …": those named before the sentence."""
        return list(self._together.spoken_of(at))

    def speak_of_many(self, start: int, end: int) -> bool:
        """Whether a stretch of text speaks in one word of several that are named elsewhere."""
        return self._together.last_between(start, end) is not None

    def sharers(
        self, owner: Owner, start: int, end: int, *, with_scores: bool = False
    ) -> list[Owner]:
        """Everybody whom "A, B, dan C mendapat …" speaks of, where `owner` is the last of them.

        Empty when `owner` stands alone, or when somebody else is named before `start..end`.
        `with_scores` says that each may have its own score in brackets behind its name.
        """
        here = self._entities[self._story.sentence_at(start).index]
        is_part = owner.unit is not None and not owner.alone
        if owner not in here or (is_part and not with_scores and not self._is_each(owner, start)):
            return []
        if owner.unit is not None and self._in_brackets(owner, start):
            return []
        last = here.index(owner)
        if any(owner.end <= e.start < start for e in here):
            return []
        first = last
        joint = with_scores and self._is_joint(owner.end, start)
        while first and self._joins(here[first - 1], here[first], joint=joint):
            first -= 1
        run = here[first : last + 1]
        if self._is_beside(run[0]):
            run = self._behind_comma(run)
        told_apart = any(_DIGIT.search(self._folded, a.end, b.start) for a, b in pairwise(run))
        return run if len(run) > 1 and (with_scores or not told_apart) else []

    def _behind_comma(self, run: Sequence[Owner]) -> list[Owner]:
        """ "Selain A, B, C, dan D juga menerima": those behind the first comma."""
        comma = self._folded.find(",", run[0].end, run[-1].start)
        return [owner for owner in run if 0 <= comma < owner.start]

    def _is_each(self, owner: Owner, start: int) -> bool:
        """ "A, B, dan C masing-masing …", "A dan B sama-sama …": told of every one of them."""
        return re.search(r"\b(?:masing|sama)-", self._folded[owner.end : start]) is not None

    def _is_joint(self, end: int, start: int) -> bool:
        """ "A 92,1, B 91,2, dan C 90,3 sama-sama …", "… berada di …": told of all of them."""
        if _TOGETHER.search(self._folded, end, start) is not None:
            return True
        return _THEN_ALL.match(self._folded, end, start) is not None

    def _joins(self, one: Owner, other: Owner, *, joint: bool) -> bool:
        """They are of one list; `joint` says that it may tell scores, "yang sama-sama AA"."""
        listed = is_listed_on(self._folded, one.end, other.start)
        return listed or (joint and GAP.fullmatch(self._folded, one.end, other.start) is not None)

    def _in_brackets(self, owner: Owner, start: int) -> bool:
        """One of examples of something else: "sektor kehakiman (KPK, MK, KY) mendapat"."""
        inside, closes, _ = self._folded[owner.end : start].partition(")")
        return bool(closes) and "(" not in inside

    def joined_to(self, owner: Owner) -> Owner | None:
        """The name in front of it, if only "dan" stands between the two."""
        here = self._entities[self._story.sentence_at(owner.start).index]
        last = here.index(owner) if owner in here else 0
        before = here[last - 1] if last else None
        joined = before and _AND.fullmatch(self._folded, before.end, owner.start)
        return before if joined else None

    def trails(self, line: Sentence) -> bool:
        """Told behind a name, as behind each of its list: "1. Kendal", "Zona hijau", "2. Demak"."""
        block = self._block_of(line)
        while block and _ONLY_NUMBER.fullmatch(self._folded, block[0].start, block[0].end):
            block = block[1:]
        names = [bool(self._entities[each.index]) for each in block]
        apart = not any(a and b for a, b in pairwise(names))
        return names.count(True) > 1 and names[0] and not names[-1] and apart

    def _led_by(self, at: int) -> Owner | None:
        """Who is named under a line of a list that opens with such: "Peringkat 1", "Kendal"."""
        line = self._story.sentence_at(at)
        block = self._block_of(line) if line.item and not self._entities[line.index] else []
        if not block or self._entities[block[0].index] or line == block[-1]:
            return None
        return next(iter(self._entities[line.index + 1]), None)

    def _block_of(self, line: Sentence) -> list[Sentence]:
        """The lines of its list, from the first to the last."""
        sentences = self._story.sentences
        first = last = line.index
        while first and sentences[first - 1].item:
            first -= 1
        while last < len(sentences) and sentences[last].item:
            last += 1
        return list(sentences[first:last])

    def _sentence_below(self, heading: Sentence) -> list[Owner]:
        """A sentence that is hardly more than names, behind a colon."""
        following = self._story.sentences[heading.index + 1 : heading.index + 2]
        if not following or not self._folded[heading.start : heading.end].rstrip().endswith(":"):
            return []
        run = self.run_of(self._entities[following[0].index])
        covered = run[-1].end - run[0].start if len(run) > 1 else 0
        return run if covered > 0.6 * (following[0].end - following[0].start) else []

    def run_of(self, owners: list[Owner]) -> list[Owner]:
        """The first of them and those that are listed on behind it."""
        run = owners[:1]
        for owner in owners[1:]:
            if not GAP.fullmatch(self._folded, run[-1].end, owner.start):
                break
            run.append(owner)
        return run

    def _is_heading(self, sentence: Sentence, end: int) -> bool:
        """Ends in words that announce, or is a line without numbers above one that names."""
        if _HEADING.search(self._folded[end : sentence.end]):
            return True
        if self.trails(sentence):
            return False
        below = self._story.sentences[sentence.index + 1 : sentence.index + 2]
        labelled = ":" in self._folded[sentence.start : end]
        numbered = _DECIMAL.search(self._folded, sentence.start, sentence.end)
        names = bool(below) and below[0].item and bool(self._entities[below[0].index])
        return names and not labelled and not numbered and self._is_line(sentence)

    def _is_line(self, sentence: Sentence) -> bool:
        """All of its paragraph, and no sentence that ends."""
        printed = self._folded[sentence.start : sentence.end].rstrip()
        line_end = self._folded.find("\n", sentence.start)
        ends = printed.endswith((".", "!", "?")) and "berikut" not in printed.lower()
        return not ends and line_end <= sentence.end

    def _items_below(self, heading: Sentence) -> Iterator[Sentence]:
        """The lines that name somebody; a line between them may only tell the kind of body."""
        for sentence in self._story.sentences[heading.index + 1 :]:
            if sentence.item and self._entities[sentence.index]:
                yield sentence
            elif not is_kind_line(self._story, sentence):
                return
