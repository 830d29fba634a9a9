"""Several recipients named together: "yakni A, B, dan C", or one on each line of a list.

What a sentence announces of many ("lima daerah meraih predikat Informatif") belongs to the group
that is named after it.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from crawler.awards.attributes import SHARED, What
from crawler.awards.counts import counts
from crawler.awards.facts import Announced, Fact
from crawler.awards.lists import runs_of
from crawler.awards.modality import Mood
from crawler.awards.ownership import Stage
from crawler.awards.roles import GAP, is_giving
from crawler.awards.schemes_named import SchemesNamed
from crawler.awards.seating import Owner
from crawler.awards.text import Sentence, Story

_CATEGORY = re.compile(
    r"\W*(?:\w+\s+)?(?:pada|dalam|untuk|di|dari)?\s*(?:kategori|kelompok|tingkat|klaster|kluster|unsur)\b",
    re.IGNORECASE,
)
_PEOPLE = re.compile(
    r"(?:\s+[A-Z][\w.'-]*){0,7}\s*(?:\([^)]{0,40}\))?\s*(?:[,;]|,?\s*(?:dan|serta|maupun)\b)\s*(?:dan|serta|juga)?\s*"
)
_INTRODUCES = re.compile(
    r"\b(?:adalah|ialah|yaitu|yakni|antara\s+lain|di\s?antaranya|terdiri|meliputi|mencakup|tercatat|"
    r"terdapat|ada|berikut|seperti|masing-masing|kepada|diraih|diterima|diperoleh|digondol|dimiliki|"
    r"disabet|diberikan|oleh|jatuh|dimenangkan|ditempati|diisi|(?:peraih|penerima|pemenang)(?:nya)?|disandang|dikantongi|"
    r"diboyong|rinciannya|(?:begitu|demikian)\s+(?:pula|juga|halnya)|termasuk|untuk|bagi|asal|kelompok|kategori|diikuti|disusul|selanjutnya|kemudian|lalu)\b|:"
    r"|\bke(?:dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh)nya\s+$",
    re.IGNORECASE,
)
_DENIES = re.compile(
    r"\b(?:belum|tidak|gagal|bukan|tanpa|batal|absen|nominasi|nominator|nominee|calon|diusulkan|"
    r"mengusulkan|targetkan|menargetkan|dibanding\w*|mengungguli|mengalahkan|dihadiri|hadir|"
    r"mengunjungi|bertolak|sesudah|lokus|sampel|dinilai)\b",
    re.IGNORECASE,
)
_REACH = 3
"""Sentences that an announcement reaches ahead."""
_THANKS = re.compile(r"\bterima\s?kasih\b", re.IGNORECASE)
_LIKEWISE = re.compile(
    r"\W*(?:(?:begitu|demikian)\s+(?:pula|juga|halnya)|(?:hal|predikat|hasil)\s+(?:serupa|yang\s+sama))\b",
    re.IGNORECASE,
)
_ALL = re.compile(r"\b(?:se(?:mua|luruh)nya|sama-sama|kompak|serempak)\b", re.IGNORECASE)
_NEAR = 70
"""Characters in front of a run in which a word denies it."""
_FAR = 8
"""Sentences in which a count is looked for that the words in front of a group repeat."""
_STRAY = 3
"""How far apart two lists of one announcement may stand: a stray paragraph between them."""
_COUNT_BEHIND = 60
"""Characters behind a result in which so many are said to have it: "zona kuning ada 12 kantor"."""


@dataclass(frozen=True, slots=True, kw_only=True)
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
    def own(self) -> range:
        """The indexes of the sentences from the opening one to that of the first recipient."""
        return range(self.top, self.first.index + 1)


def find_groups(story: Story, stage: Stage) -> tuple[Group, ...]:
    """Runs of two and more in a sentence, and lists with one on each line; denied ones left out."""
    groups = sorted((*_runs(story, stage), *_blocks(story, stage)), key=lambda g: g.owners[0].start)
    found: list[Group] = []
    for group in groups:
        goes_on = bool(found) and group.top - found[-1].last <= _STRAY
        top = found[-1].top if goes_on else group.top
        placed = replace(group, top=top)
        found.append(replace(placed, sources=tuple(_sources(story, placed))))
    return tuple(found)


def ranked_groups(
    story: Story, facts: Sequence[Fact], announced: Sequence[Announced]
) -> Iterator[Group]:
    """Rankings told in prose, sentence by sentence, under what the first one opens with."""
    ranked: dict[int, list[Owner]] = defaultdict(list)
    for fact in facts:
        direct = fact.sentence.start <= fact.owner.start < fact.sentence.end
        if fact.what in (What.RANK, What.SCORE) and direct and not fact.sentence.item:
            here = ranked[fact.sentence.index]
            here += [] if any(each.key == fact.owner.key for each in here) else [fact.owner]
    for opening in sorted({each.sentence.index for each in announced if each.what in SHARED}):
        owners: list[Owner] = []
        index = opening if opening in ranked else opening + 1
        told = counts(story.folded, *_span(story.sentences[opening]))
        while index in ranked and (index == opening or not _opens_anew(story, index, announced)):
            owners += ranked[index]
            index += 1
        if len(owners) > 1 and (opening in ranked or len(owners) in told):
            first = story.sentences[opening]
            yield Group(owners=tuple(owners), first=first, top=opening, sources=(opening,))


def _span(sentence: Sentence) -> tuple[int, int]:
    return sentence.start, sentence.end


def _opens_anew(story: Story, index: int, announced: Sequence[Announced]) -> bool:
    sentence = story.sentences[index]
    if any(each.sentence.index == index and each.what in SHARED for each in announced):
        return True
    return _CATEGORY.match(story.folded, sentence.start, sentence.end) is not None


def group_facts(
    story: Story,
    groups: Iterable[Group],
    facts: Sequence[Fact],
    announced: Sequence[Announced],
    named: SchemesNamed,
) -> Iterator[Fact]:
    """What was announced of many, for each of the group that has nothing of the kind itself."""
    current = (f for f in facts if f.mood.holds and not f.is_earlier and f.year is None)
    had = {(fact.what, fact.scheme, fact.owner.key) for fact in current}
    granting = [_as_told(story, each) for each in announced if _announces(story, each)]
    for group in groups:
        yield from _likewise(story, group, facts)
        told = {what: _announcement(story, group, what, granting) for what in SHARED}
        for what, source in told.items():
            if source is None or _is_outdated(source, told, granting):
                continue
            for owner in group.owners:
                scheme = named.fit_for(owner.kind, source.scheme, dict(source.values))
                if scheme and (what, scheme, owner.key) not in had:
                    yield replace(source, scheme=scheme, value=dict(source.values)[scheme]).fact_of(
                        owner
                    )


def _as_told(story: Story, each: Announced) -> Announced:
    """ "Adapun kategori B diraih delapan pemda" explains a class, and tells that many have it."""
    behind = counts(story.folded, each.end, min(each.sentence.end, each.end + _COUNT_BEHIND))
    return replace(each, mood=Mood.GRANTED) if each.mood is Mood.RULE and behind else each


def _likewise(story: Story, group: Group, facts: Sequence[Fact]) -> Iterator[Fact]:
    """ "Begitu pula A, B, dan C": what the sentence before says of another, they have too."""
    if not _LIKEWISE.match(story.folded, group.first.start, group.owners[0].start):
        return
    for fact in facts:
        if fact.what in SHARED and fact.sentence.index == group.first.index - 1:
            yield from (replace(fact, owner=owner, strength=0.5) for owner in group.owners)


def _announces(story: Story, each: Announced) -> bool:
    """Its sentence grants, or is a heading: no explanation of the classes there are."""
    start, end = each.sentence.start, each.sentence.end
    heading = each.sentence.item or story.folded[start:end].rstrip().endswith(":")
    clause = _clause_of(story, each)
    several = _ALL.search(story.folded, clause, each.start) is not None or bool(
        counts(story.folded, clause, min(end, each.end + _COUNT_BEHIND))
    )
    return heading or several or story.moods.grants(start, end)


def _clause_of(story: Story, each: Announced) -> int:
    """Where the part of its sentence begins."""
    start = each.sentence.start
    return max(start, *(story.folded.rfind(mark, start, each.start) for mark in ",;:"))


def announcing(group: Group) -> Sequence[int]:
    """The indexes of the sentences in which the group may have been announced."""
    if any(group.sources):
        return group.sources
    return (*group.sources, *range(max(0, group.top - _REACH), group.first.index + 1))


def _sources(story: Story, group: Group) -> Iterator[int]:
    """The sentences before the group, the nearest first, that speak of as many as it has.

    Or of as many as its own words say; the headline counts however far above it stands.
    """
    top = story.sentences[group.top]
    stop = max(group.owners[0].start, top.end if group.top < group.first.index else 0)
    meant = set(counts(story.folded, top.start, stop))
    for index in (*range(group.top - 1, max(0, group.top - _FAR), -1), 0):
        sentence = story.sentences[index]
        if not index and story.text_start:
            meant = meant | {len(group.owners)}
        if index < group.top and meant & set(counts(story.folded, sentence.start, sentence.end)):
            yield index


def _is_of_another_category(story: Story, group: Group, each: Announced) -> bool:
    """A special category told above, where the group has a category of its own."""
    if each.sentence.index in group.own or not (
        _CATEGORY.match(each.raw) or "khusus" in each.raw.lower()
    ):
        return False
    top = story.sentences[group.top].start
    return _CATEGORY.search(story.folded, top, group.owners[0].start) is not None


def _announcement(
    story: Story, group: Group, what: What, announced: Sequence[Announced]
) -> Announced | None:
    near = {*announcing(group), *group.own}
    fitting = [
        each
        for each in announced
        if each.what is what
        and not _is_of_another_category(story, group, each)
        and each.sentence.index in near
        and each.mood.holds
        and not each.is_earlier
    ]
    nearest = [each for each in fitting if each.sentence == fitting[-1].sentence]
    if len({each.value for each in nearest}) > 1:
        nearest = [e for e in nearest if counts(story.folded, _clause_of(story, e), e.start)]
    return nearest[-1] if len({each.value for each in nearest}) == 1 else None


def _is_outdated(
    source: Announced, told: Mapping[What, Announced | None], announced: Sequence[Announced]
) -> bool:
    """Its sentence tells of another class than the one told since: "A, kualitas tertinggi ..."."""
    return any(
        later is not None
        and later.sentence.index > source.sentence.index
        and any(
            each.sentence == source.sentence and each.what is what and each.value != later.value
            for each in announced
        )
        for what, later in told.items()
    )


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


def _runs_in(story: Story, sentence: Sentence, stage: Stage) -> Iterator[tuple[Owner, ...]]:
    """Names in one breath, two at least: bodies, else the officials who stand for theirs."""
    thanked = _THANKS.search(story.folded, sentence.start, sentence.end) is not None
    officials = [] if thanked else stage.officials(sentence)
    for named, gap in ((stage.entities(sentence), GAP), (officials, _PEOPLE)):
        yield from (run for run in runs_of(story.folded, named, gap) if len(run) > 1)


def _is_introduced(story: Story, sentence: Sentence, run: Sequence[Owner]) -> bool:
    before = story.folded[sentence.start : run[0].start]
    if _DENIES.search(before[-_NEAR:]):
        return False
    if _INTRODUCES.search(before):
        return True
    above = story.sentences[sentence.index - 1] if sentence.index else sentence
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
        if sentence is not None and sentence.item and stage.entities(sentence):
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
    """Everybody of a run in the line ("Kategori rendah: A, B, dan C"), else its first."""
    runs = list(_runs_in(story, sentence, stage))
    return runs[0] if runs else stage.entities(sentence)[:1]


def _denied(story: Story, heading: Sentence | None) -> bool:
    """Its words deny, and no "seluruhnya hijau" behind them grants again."""
    if heading is None:
        return False
    denial = _DENIES.search(story.folded, heading.start, heading.end)
    return denial is not None and not _ALL.search(story.folded, denial.end(), heading.end)
