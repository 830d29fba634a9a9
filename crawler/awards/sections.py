"""Results that head a run of names: "zona hijau dihuni A dan B; zona kuning ditempati C".

Or a list of lines under a heading of their own: "Predikat Informatif", then one name a line. Such a
result belongs to every name of its section, and to nobody in front of it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from crawler.awards.attributes import SHARED, Attribute, What
from crawler.awards.beside import are_alike
from crawler.awards.between_names import runs_of
from crawler.awards.counts import NUMBER_WORDS
from crawler.awards.facts import Fact, announced_of
from crawler.awards.getting import GETS_IN_HEADLINES
from crawler.awards.handing_on import leads_to
from crawler.awards.lists import FRONTED, is_kind_line
from crawler.awards.modality import Mood
from crawler.awards.ownership import Stage
from crawler.awards.schemes_named import SchemesNamed
from crawler.awards.seating import Owner
from crawler.awards.text import Sentence, Story
from crawler.awards.word_tree import compile_words
from storage.frozen import frozen

_CUT = re.compile(
    r";|[,.]?\s*\b(?:sedangkan|sementara(?:\s+itu)?|adapun|selanjutnya|lalu|kemudian)\b|,\s*dan\b"
    r"|\bdan\s+(?:daerah|kabupaten|kota|provinsi|pemda|instansi|unit|yang)\s+(?:dengan|yang|ber\w+|peraih|meraih)\b"
    rf"|,\s*(?:(?:ada|sebanyak)\s+)?(?:{NUMBER_WORDS}|\d{{1,3}})\s+(?:\w+\s+)?(?:lain(?:nya)?|daerah|kabupaten|kota)\b",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    r"\W*(?:(?:\(\w+\)\s)?(?:[^.,;:()\d\n]|\b20\d\d\b){3,90}?\s)?(?:juga\s+)?bersama(?:-sama)?\s+(?:dengan\s+)?",
    re.IGNORECASE,
)
"""Between a result of one and those who have it too: "meraih WBK dari Menteri bersama A dan B"."""
_LISTS = re.compile(
    r"(?:\b(?:adalah|ialah|yaitu|yakni|berikut|yang)|[:;,])\s*(?:(?:zona(?:si)?|predikat|kategori)\s*)?$",
    re.IGNORECASE,
)
_HOLDERS = re.compile(
    r"\b(?:peng(?:huni|isi)|peraih|pemilik|penyandang)\s+(?:(?:zona(?:si)?|predikat|kategori)\s*)?\Z",
    re.IGNORECASE,
)
_OF_NOW = re.compile(
    r"\s+(?:(?:tahun\s+ini|tahun\s+20\d\d|kali\s+ini|kini|masih|hanya|antara\s+lain)\s+)*",
    re.IGNORECASE,
)
"""Between such a result and those who have it."""
_OPENS = re.compile(r"\s*(?:\([^()]*\))?\s*\)?\s*[,.]")
_BESIDES = re.compile(r"\W*(?:selain|di\s?samping)\b", re.IGNORECASE)
"""Opens a clause about others: "Selain Kendal, zona hijau juga ditempati Demak"."""
_TAKES = compile_words(
    rf"\b(?:{GETS_IN_HEADLINES}|berada|masuk|"
    r"keduanya|ketiganya|semuanya|sama-sama|ber(?:predikat|kategori|status|kualifikasi))\b",
)
_GOES_ON = re.compile(
    r"\s*(?:\([^()]{0,60}\))?[\s,;./]*(?:(?:lalu|kemudian|selanjutnya|disusul|diikuti|serta|dan|juga|oleh|"
    r"\d{1,4}(?:[.,]\d{1,3})?|kabupaten|kota|provinsi)[\s,;./]+){0,4}",
    re.IGNORECASE,
)
"""Between two runs of one section."""
_FURTHER = re.compile(
    r"\W*(?:lalu|kemudian|selanjutnya|berikutnya|disusul|diikuti|lainnya|selain itu|juga|serta|"
    r"(?:penerima|peraih|rincian|daftar)nya|yakni|yaitu|antara lain|di antaranya|mereka|ada)"
    r"(?:[\s,]+(?:disusul|diikuti|ada|oleh|juga|adalah|yakni|yaitu|lagi|ada pula))*[\s,:]*",
    re.IGNORECASE,
)
_BELOW = re.compile(r"\bberikut\b|:\W*$", re.IGNORECASE)
_ENDS = re.compile(r"[.!?]\W*$")
_LINE_HEAD = 26
"""Characters of a line in front of the name it tells of."""
_LONGEST_HEADING = 110
_STRENGTH = 1.9
_OF_LINES = 1.3
"""Weaker than what a line says itself."""


@frozen
class Section:
    """Results and everybody they are told of."""

    heads: tuple[Attribute, ...]
    owners: tuple[Owner, ...]
    strength: float


def find_sections(
    story: Story, stage: Stage, attributes: Sequence[Attribute]
) -> tuple[Section, ...]:
    """All sections, in sentences and by lines."""
    heading = [a for a in attributes if a.what in SHARED and _is_held(story, stage, a)]
    by_sentence: dict[int, list[Attribute]] = {}
    for attribute in heading:
        by_sentence.setdefault(story.sentence_at(attribute.start).index, []).append(attribute)
    found: list[Section] = []
    for index, here in by_sentence.items():
        sentence = story.sentences[index]
        found += _in_sentence(story, stage, sentence, here)
        found += _by_lines(story, stage, sentence, here, by_sentence)
    return tuple(found)


def section_facts(story: Story, sections: Sequence[Section], named: SchemesNamed) -> Iterator[Fact]:
    """What the heading results say of everybody under them."""
    for section in sections:
        for attribute in section.heads:
            for owner in section.owners:
                fact = _fact(story, attribute, owner, named)
                if fact is not None:
                    mood = Mood.GRANTED if fact.mood is Mood.RULE else fact.mood
                    yield replace(fact, strength=section.strength, mood=mood)


def heads_of(sections: Sequence[Section]) -> frozenset[tuple[What, int]]:
    """Kind and place of the results that head a section."""
    return frozenset((a.what, a.start) for section in sections for a in section.heads)


def _is_held(story: Story, stage: Stage, attribute: Attribute) -> bool:
    """Told as granted; a class that is explained ("Adapun kategori A ...") is, if names follow."""
    sentence = story.sentence_at(attribute.start)
    mood = story.moods.at(sentence.start, sentence.end, attribute.start)
    names = any(each.start >= attribute.end for each in stage.entities(sentence))
    return mood.holds or (mood is Mood.RULE and names)


def _fact(story: Story, attribute: Attribute, owner: Owner, named: SchemesNamed) -> Fact | None:
    sentence = story.sentence_at(attribute.start)
    fitting = dict(attribute.values)
    scheme = named.scheme_at(attribute.start, sentence.start, sentence.end, fitting)
    scheme = scheme and named.fit_for(owner.kind, scheme, fitting)
    if scheme is None:
        return None
    return announced_of(story, attribute, sentence, scheme).fact_of(owner)


def _in_sentence(
    story: Story, stage: Stage, sentence: Sentence, here: Sequence[Attribute]
) -> Iterator[Section]:
    folded = story.folded
    begun = sentence.start
    going_on: list[Attribute] = []
    before: tuple[Owner, ...] = ()
    for run in _runs_to_come(story, stage, sentence, here):
        heads = [a for a in here if begun <= a.start and a.end <= run[0].start]
        if begun == sentence.start and run[0].start >= sentence.end:
            yield Section(heads=tuple(_one_each(heads)), owners=run, strength=_OF_LINES)
            continue
        if heads or not _GOES_ON.fullmatch(folded, begun, run[0].start):
            beside = heads and _BESIDE.fullmatch(folded, heads[-1].end, run[0].start)
            beside = beside if are_alike((*before, *run)) else None
            heads = _one_each(heads) if beside else _behind_cut(folded, begun, heads, sentence)
            run = (*before, *run) if beside else run  # noqa: PLW2901  # those in front have it too
            linked = heads and (
                beside
                or leads_to(folded, heads[-1].end, run[0].start)
                or _stands_before(folded, heads, run)
                or _lives_in(folded, heads, run)
                or _opens_its_sentence(story, stage, heads, sentence)
            )
            going_on = heads if linked else []
        if going_on:
            owners = tuple(owner for owner in run if not stage.is_compared(owner))
            yield Section(heads=tuple(going_on), owners=owners, strength=_STRENGTH)
        begun, before = run[-1].end, run


def _stands_before(folded: str, heads: Sequence[Attribute], run: Sequence[Owner]) -> bool:
    """Right in front of several, behind a word that lists: "adalah zona hijau A 97,13, B 90,54"."""
    listed = _LISTS.search(folded, max(0, heads[0].start - 30), heads[0].start) is not None
    return listed and len(run) > 1 and not folded[heads[-1].end : run[0].start].strip()


def _lives_in(folded: str, heads: Sequence[Attribute], run: Sequence[Owner]) -> bool:
    """ "Penghuni zona hijau tahun ini A dan B": the word in front means those behind."""
    window = max(0, heads[0].start - 30)
    if _HOLDERS.search(folded, window, heads[0].start) is None:
        return False
    return _OF_NOW.fullmatch(folded, heads[-1].end, run[0].start) is not None


def _opens_its_sentence(
    story: Story, stage: Stage, heads: Sequence[Attribute], sentence: Sentence
) -> bool:
    """In front of all that a sentence names: "Untuk zona hijau Kendal 95,12, Kudus 94,30"."""
    named = stage.entities(sentence)
    fronted = FRONTED.fullmatch(story.folded, sentence.start, heads[0].start) is not None
    gap = story.folded[heads[-1].end : named[0].start] if named else "-"
    return fronted and len(named) > 1 and not gap.strip(" ,")


def _runs_to_come(
    story: Story, stage: Stage, sentence: Sentence, here: Sequence[Attribute]
) -> Iterator[tuple[Owner, ...]]:
    """The runs of the sentence, and of the next ones that only go on: "Lalu, A, B, dan C"."""
    for run in runs_of(story.folded, stage.entities(sentence)):
        yield from _between_heads(run, here)
    for following in story.sentences[sentence.index + 1 :]:
        named = stage.entities(following)
        if not named or not _FURTHER.fullmatch(story.folded, following.start, named[0].start):
            return
        yield from runs_of(story.folded, named)


def _between_heads(
    run: tuple[Owner, ...], heads: Sequence[Attribute]
) -> Iterator[tuple[Owner, ...]]:
    """A run cut where a result stands in it like a label: "A dan B; zona kuning: C"."""
    begun = 0
    for at in range(1, len(run)):
        if any(run[at - 1].end <= head.start < run[at].start for head in heads):
            yield run[begun:at]
            begun = at
    yield run[begun:]


def _behind_cut(
    folded: str, begun: int, heads: list[Attribute], sentence: Sentence
) -> list[Attribute]:
    """Those that head what follows, not what the names in front of them have."""
    if not heads or begun == sentence.start:
        return _one_each(heads)
    cuts = [cut.end() for cut in _CUT.finditer(folded, begun, heads[-1].start)]
    if cuts:
        return _one_each([head for head in heads if head.start >= cuts[-1]])
    if _BESIDES.match(folded, sentence.start, begun):
        return _one_each(heads)
    opens = _OPENS.match(folded, begun, heads[0].start) is not None
    taken = _TAKES.search(folded, begun, heads[0].start) is not None
    return _one_each(heads) if opens and not taken else []


def _one_each(heads: Sequence[Attribute]) -> list[Attribute]:
    """Nothing where two different values of one kind stand: "dari zona kuning ke zona hijau"."""
    for kind in SHARED:
        if len({head.values for head in heads if head.what is kind}) > 1:
            return []
    return list(heads)


def _by_lines(
    story: Story,
    stage: Stage,
    heading: Sentence,
    here: Sequence[Attribute],
    by_sentence: dict[int, list[Attribute]],
) -> Iterator[Section]:
    if not _is_heading(story, stage, heading) or not _one_each(here):
        return
    if stage.lists.trails(heading):
        return
    kinds = {attribute.what for attribute in here}
    owners: list[Owner] = []
    stray: int | None = None
    for line in story.sentences[heading.index + 1 :]:
        told = {a.what for a in by_sentence.get(line.index, ())}
        if not stage.entities(line):
            is_ours = bool(told) or is_kind_line(story, line) or (line.item and bool(owners))
            if told & kinds or (not is_ours and stray not in (None, line.paragraph)):
                break
            stray = stray if is_ours else line.paragraph
            continue
        listed = _listed(story, stage, line)
        if not listed or (stray is not None and not line.item):
            break
        owners += listed
    if owners:
        yield Section(heads=tuple(here), owners=tuple(owners), strength=_OF_LINES)


def _is_heading(story: Story, stage: Stage, sentence: Sentence) -> bool:
    """Names nobody, and is a line of its own or ends a paragraph with "berikut"."""
    if stage.entities(sentence):
        return False
    short = sentence.end - sentence.start <= _LONGEST_HEADING
    return (short and _is_line(story, sentence)) or _announces_lines(story.folded, sentence)


def _announces_lines(folded: str, sentence: Sentence) -> bool:
    ends = folded[sentence.end : sentence.end + 1] in ("\n", "")
    return ends and _BELOW.search(folded, sentence.start, sentence.end) is not None


def _is_line(story: Story, sentence: Sentence) -> bool:
    """All of its line, and no sentence that ends."""
    folded = story.folded
    begins = sentence.start == 0 or folded[sentence.start - 1] == "\n"
    line_end = folded.find("\n", sentence.start)
    whole = line_end < 0 or sentence.end >= line_end
    in_text = sentence.start >= story.text_start
    return begins and whole and in_text and not _ENDS.search(folded[sentence.start : sentence.end])


def _listed(story: Story, stage: Stage, line: Sentence) -> tuple[Owner, ...]:
    """Everybody of the run with which the line begins."""
    run = next(runs_of(story.folded, stage.entities(line)))
    covers = run[-1].end - run[0].start > (line.end - line.start) / 2
    return run if run[0].start - line.start <= _LINE_HEAD and (line.item or covers) else ()
