"""Several recipients named together: "yakni A, B, dan C", or one on each line of a list.

What a sentence announces of many ("lima daerah meraih predikat Informatif") belongs to the group
that is named after it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from crawler.awards.between_names import GAP, PROVINCE, runs_of
from crawler.awards.comparing import is_outdone
from crawler.awards.counts import NUMBER_WORDS, counts
from crawler.awards.getting import GETS, OCCUPIED, TAKEN
from crawler.awards.going_without import (
    GOES_WITHOUT,
    HAVE_NOT,
    WHO_DID_NOT,
    only_handed_reports,
    told_as_without,
)
from crawler.awards.judging import has_judged
from crawler.awards.lists import OF_PROVINCE
from crawler.awards.ownership import Stage
from crawler.awards.prizes_by_kind import prizes_by_kind
from crawler.awards.roles import is_giving
from crawler.awards.seating import Owner
from crawler.awards.text import Sentence, Story
from crawler.awards.word_tree import compile_words
from storage.frozen import frozen

_PEOPLE = re.compile(
    r"(?:\s+[A-Z][\w.'-]*){0,7}\s*(?:\([^)]{0,40}\))?\s*(?:[,;]|,?\s*(?:dan|serta|maupun)\b)\s*(?:dan|serta|juga)?\s*"
)
_INTRODUCES = re.compile(
    r"\b(?:adalah|ialah|yaitu|yakni|antara\s+lain|di\s?antaranya|terdiri|meliputi|mencakup|tercatat|"
    rf"terdapat|ada|berikut|seperti|masing-masing|kepada|{TAKEN}|{OCCUPIED}|"
    r"diberikan|oleh|jatuh|(?:peraih|penerima|pemenang)(?:nya)?|rinciannya|(?:begitu|demikian)\s+(?:pula|juga|halnya)|termasuk|untuk|bagi|asal|kelompok|kategori|diikuti|disusul|selanjutnya|kemudian|lalu)\b|:"
    r"|\bke(?:dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh)nya\s+$"
    r"|(?:\b(?:penghargaan|predikat|anugerah|piala|opini|terpilih|dipilih|ditetapkan)\s+(?:\w+\s+)?|,\s+)bersama(?:-sama)?\s+$"
    r"|\byang\s+(?:\w+\s+)?me(?:ndapat(?:kan)?|raih|nerima|mperoleh)nya\s+$"
    rf"|\b(?:{NUMBER_WORDS}|\d{{1,3}})\s+(?:[\w/]+\s+){{1,3}}yang\s[^.;:\n]{{3,80}}\s(?:itu|tersebut)\s+$"
    rf"|{OF_PROVINCE}",
    re.IGNORECASE,
)
_MORE = re.compile(r"\w")
_DENIES = re.compile(
    r"\b(?:belum|tidak|gagal|bukan|tanpa|batal|absen|nominasi|nominator|nominee|calon|diusulkan|"
    r"mengusulkan|(?:meng|di)ajukan|targetkan|menargetkan|dibanding\w*|mengungguli|mengalahkan|dihadiri|hadir|"
    r"mengunjungi|bertolak|sesudah|lokus|sampel|dinilai(?!,)|menambah(?:kan)?|ditambah)\b",
    re.IGNORECASE,
)
_REACH = 3
"""Sentences that an announcement reaches ahead."""
_THANKS = compile_words(r"\bterima\s?kasih\b")
"""Officials who are thanked receive nothing."""
_ATTENDS = compile_words(r"\b(?:hadir|dihadiri|disaksikan)\b")
_RECEIVES = compile_words(rf"\b(?:{GETS}|diserahkan|diberikan|diterima|penerima|peraih)\b")
"""Behind a word of attending: who is named then is no guest."""
ALL = compile_words(r"\b(?:se(?:mua|luruh)nya|sama-sama|kompak|serempak)\b")
"""In front of a result: all have it."""
_NEAR = 70
"""Characters in front of a run in which a word denies it."""
_FAR = 8
"""Sentences in which a count is looked for that the words in front of a group repeat."""
_OWN_WORDS = 600
"""Characters in front of a group that may count it, beside the sentence that opens it."""
_LINES = 60
"""Lines in front of a group, of the lists before it, that may tell what it has."""
_STRAY = 3
"""How far apart two lists of one announcement may stand: a stray paragraph between them."""
_POINTS_BACK = re.compile(
    r"\W*(?:di\s?antaranya|antara\s+lain|yakni|yaitu|seperti|mereka|(?:(?:daerah|kabupaten|kota|pemda)(?:-\w+)?"
    r"\s+)(?:lain(?:nya)?|tersebut|itu))\b",
    re.IGNORECASE,
)
_ENDS = re.compile(rf"(?:,?\s\(?(?:Provinsi\s)?{PROVINCE}\)?)?[\s.]*", re.IGNORECASE)
"""Behind the last name of a sentence, at most the province that it lies in."""
_ALL_OF_THEM = compile_words(
    r"\bke(?:dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh)nya\b",
)


@frozen
class Group:
    """Recipients named in one breath."""

    owners: tuple[Owner, ...]
    first: Sentence
    """The sentence of the run, or the first line of the list."""
    top: int
    """The index of the sentence that opens it: of the run's own, or of the list's first heading."""
    lines: int = 1
    """Sentences that name its recipients."""
    sources: tuple[int, ...] = ()
    """The indexes of the sentences that spoke of so many before ("lima daerah ... kelimanya")."""

    @property
    def last(self) -> int:
        """The index of the sentence of its last recipient."""
        return self.first.index + self.lines - 1

    @property
    def own(self) -> tuple[int, ...]:
        """The indexes of the sentences from the opening one to that of the first recipient.

        Of the lists in between, only the nearest: a table may have thousands of lines.
        """
        nearest = range(max(self.top + 1, self.first.index - _LINES), self.first.index + 1)
        return (self.top, *nearest)


def find_groups(story: Story, stage: Stage) -> tuple[Group, ...]:
    """Runs of two and more in a sentence, and lists with one on each line; denied ones left out."""
    groups = sorted(
        (
            *(*_runs(story, stage), *_trails(story, stage), *_blocks(story, stage)),
            *(_gathered(story, owners) for owners in prizes_by_kind(story, stage)),
        ),
        key=lambda g: g.owners[0].start,
    )
    found: list[Group] = []
    for group in groups:
        goes_on = bool(found) and group.top - found[-1].last <= _STRAY
        top = found[-1].top if goes_on else group.top
        placed = replace(group, top=top)
        found.append(replace(placed, sources=tuple(_sources(story, placed))))
    return tuple(
        group
        for group in found
        if not (_goes_without(story, group) or _is_handed_reports(story, group))
    )


def _is_handed_reports(story: Story, group: Group) -> bool:
    """ "Selain X, daerah lain juga menerima LHP. Di antaranya A, B": no result is told of them."""
    start = story.sentences[group.top].start
    if group.top and _POINTS_BACK.match(story.folded, start):
        start = story.sentences[group.top - 1].start
    return only_handed_reports(story.folded, start, group.owners[0].start)


def _goes_without(story: Story, group: Group) -> bool:
    """Words behind its last name deny, or those that it only looks back to ("Keduanya yakni")."""
    folded, end = story.folded, group.owners[-1].end
    if GOES_WITHOUT.match(folded, end, max(end, story.sentence_at(end - 1).end)):
        return True
    if not group.sources or not _ALL_OF_THEM.search(
        folded, group.first.start, group.owners[0].start
    ):
        return False
    source = story.sentences[group.sources[0]]
    return HAVE_NOT.search(folded, source.start, source.end) is not None


def announcing(group: Group) -> Sequence[int]:
    """The indexes of the sentences in which the group may have been announced."""
    if any(group.sources):
        return group.sources
    return (*group.sources, *range(max(0, group.top - _REACH), group.top), *group.own)


def _sources(story: Story, group: Group) -> Iterator[int]:
    """The sentences before the group, the nearest first, that speak of as many as it has.

    Or of as many as its own words say; the headline counts however far above it stands.
    """
    top = story.sentences[group.top]
    stop = max(group.owners[0].start, top.end if group.top < group.first.index else 0)
    near = max(top.start, stop - _OWN_WORDS)
    opening = counts(story.folded, top.start, min(top.end, stop))
    meant = {*opening, *counts(story.folded, near, stop)}
    for index in (*range(group.top - 1, max(0, group.top - _FAR), -1), 0):
        sentence = story.sentences[index]
        if not index and story.text_start:
            meant = meant | {len(group.owners)}
        if index < group.top and meant & set(counts(story.folded, sentence.start, sentence.end)):
            yield index


def _runs(story: Story, stage: Stage) -> Iterator[Group]:
    last = -2
    for sentence in story.sentences:
        if sentence.item or sentence.start < story.text_start:
            continue
        for run in _runs_in(story, sentence, stage):
            if is_giving(story.folded, run[0].start):
                continue
            goes_on = sentence.index == last + 1 and _opens(story, sentence, run)
            if goes_on or _is_introduced(story, sentence, run):
                last = sentence.index
                yield Group(owners=run, first=sentence, top=sentence.index)


def _trails(story: Story, stage: Stage) -> Iterator[Group]:
    """ "Yaitu Desa A, Kabupaten X. Desa B, Kabupaten Y.": one name to each sentence."""
    trail: list[Owner] = []
    for sentence in story.sentences:
        named = stage.entities(sentence)
        opens = trail and named and not sentence.item and named[0].start == sentence.start
        ends = bool(named) and _ENDS.fullmatch(story.folded, named[-1].end, sentence.end)
        if opens and ends and len(next(runs_of(story.folded, named))) == len(named):
            trail += named
            continue
        yield from _trail(story, trail)
        trail = named[-1:] if ends and _is_introduced(story, sentence, named[-1:]) else []
    yield from _trail(story, trail)


def _trail(story: Story, trail: Sequence[Owner]) -> Iterator[Group]:
    if len(trail) > 1:
        yield _gathered(story, trail)


def _gathered(story: Story, owners: Sequence[Owner]) -> Group:
    """Names of one sentence or of neighbours."""
    first, last = (story.sentence_at(owner.start) for owner in (owners[0], owners[-1]))
    lines = last.index - first.index + 1
    return Group(owners=tuple(owners), first=first, top=first.index, lines=lines)


def _runs_in(story: Story, sentence: Sentence, stage: Stage) -> Iterator[tuple[Owner, ...]]:
    """Names in one breath, two at least: bodies, else the officials who stand for theirs."""
    officials = stage.officials(sentence)
    if officials and _THANKS.search(story.folded, sentence.start, sentence.end):
        officials = []
    officials = [each for each in officials if not _attends(story, sentence, each)]
    for named, gap in ((stage.entities(sentence), GAP), (officials, _PEOPLE)):
        yield from (run for run in runs_of(story.folded, named, gap) if len(run) > 1)


def _attends(story: Story, sentence: Sentence, official: Owner) -> bool:
    """ "Hadir pula Bupati A, Wali Kota B": guests of the ceremony receive nothing."""
    guests = _ATTENDS.search(story.folded, sentence.start, official.start)
    return guests is not None and not _RECEIVES.search(story.folded, guests.end(), official.start)


def _is_introduced(story: Story, sentence: Sentence, run: Sequence[Owner]) -> bool:
    before = story.folded[sentence.start : run[0].start]
    if _DENIES.search(before[-_NEAR:]) or WHO_DID_NOT.search(before):
        return False
    above = story.sentences[sentence.index - 1] if sentence.index else sentence
    points_back = _POINTS_BACK.match(story.folded, sentence.start, run[0].start)
    if points_back and told_as_without(story, above):
        return False
    if _INTRODUCES.search(before):
        here = sentence.start, run[0].start
        return not (is_outdone(story.folded, *here) or has_judged(story.folded, *here))
    led_in = story.folded[above.start : above.end].rstrip().endswith(":")
    return led_in and _opens(story, sentence, run)


def _opens(story: Story, sentence: Sentence, run: Sequence[Owner]) -> bool:
    """The sentence is hardly more than the run."""
    covered = run[-1].end - run[0].start
    return covered > 0.6 * (sentence.end - sentence.start) and not _DENIES.search(
        story.folded, sentence.start, run[0].start
    )


def _blocks(story: Story, stage: Stage) -> Iterator[Group]:
    """Lists; one that follows another under a heading of one line goes on with it."""
    heading: Sentence | None = None
    first: Sentence | None = None
    owners: list[Owner] = []
    top = 0
    after_list = False
    for sentence in (*story.sentences, None):
        if sentence is not None and sentence.item and _owners_of_line(story, sentence, stage):
            if first is None and not after_list:
                top = heading.index if heading else sentence.index
            first = first or sentence
            owners += _owners_of_line(story, sentence, stage)
            continue
        after_list = first is not None
        if first is not None and not _denied(story, heading):
            lines = (sentence.index if sentence else len(story.sentences)) - first.index
            yield Group(owners=tuple(owners), first=first, top=top, lines=lines)
        heading, first, owners = sentence, None, []


def _owners_of_line(story: Story, sentence: Sentence, stage: Stage) -> Sequence[Owner]:
    """Everybody of a run in the line ("Kategori rendah: A, B, dan C"), else its first.

    Else the one official of a line that is nothing but his office: "3. Wali Kota Semarang".
    """
    runs = list(_runs_in(story, sentence, stage))
    if runs or stage.entities(sentence):
        return runs[0] if runs else stage.entities(sentence)[:1]
    heads = stage.officials(sentence)
    return [head for head in heads if not _MORE.search(story.folded, head.end, sentence.end)]


def _denied(story: Story, heading: Sentence | None) -> bool:
    """Its words deny, and no "seluruhnya hijau" behind them grants again."""
    if heading is None:
        return False
    denial = _DENIES.search(story.folded, heading.start, heading.end)
    return denial is not None and not ALL.search(story.folded, denial.end(), heading.end)
