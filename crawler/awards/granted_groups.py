"""Which groups of names have got a scheme's award by the words that open them, or stand above."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from crawler.awards.catalogue import Scheme
from crawler.awards.earlier_states import TIMELINE
from crawler.awards.facts import Fact
from crawler.awards.findings import Findings
from crawler.awards.getting import GETS, TAKEN
from crawler.awards.groups import Group, announcing
from crawler.awards.text import Sentence
from crawler.awards.word_tree import compile_words

AWARD_NOUN = compile_words(
    r"\b(?:penghargaan|apresiasi|piagam|predikat|pembina|anugerah|opini|zona(?:si)?|plakat|trofi|piala|sertifikat|award|awards|insentif|gelar|kategori|"
    r"kualitas tertinggi)\b",
)
_RECEIVING = compile_words(
    rf"\b(?:penerima|peraih|pemenang|{GETS}|{TAKEN}|"
    r"diberikan|dianugerahkan|(?:mem|di)?bagikan|berhak|diganjar|jatuh kepada|terbaik|tertinggi|"
    r"teratas)\b",
)
_HEADS = re.compile(
    r"(?::|,?\b(?:ialah|adalah|yaitu|yakni|berikut(?: ini)?)[,:]?)\s*$", re.IGNORECASE
)
"""A sentence that ends so announces what is below it."""
_SUCH_AS = re.compile(r"\b(?:seperti|misalnya|contohnya|semisal)[^.;:\n]{0,60}$", re.IGNORECASE)
_THEN = re.compile(
    r"\W*(?:(?:dan|sedangkan|sementara|adapun)\s+)?(?:(?:pada|di|untuk)\s+)?tahun\s+"
    r"(?:(20[012]\d)(?:\s+(?:lalu|silam|kemarin))?|(?:lalu|silam|kemarin|sebelumnya))\b,?"
    r"(?!.{0,200}\b(?:kini|sekarang|(?:tahun|kali)\s+ini|menjadi|sedangkan|sementara|akhirnya)\b)",
    re.IGNORECASE,
)
"""Opens a sentence about another time, which comes to no present one."""
_ASSESSMENT = re.compile(
    r"(?:evaluasi|penilaian|survei|indeks|monitoring|sistem|laporan|opini|program|hasil|zona|mal|mall|"
    r"standar|kepatuhan|keterbukaan|pelayanan|kinerja|implementasi|reformasi|akreditasi|"
    r"maladministrasi|(?-i:[A-Z0-9-]{3,}\b))",
    re.IGNORECASE,
)
"""How names begin that tell what is assessed, or that are short."""


def granted_groups(findings: Findings, scheme: Scheme) -> Iterator[Group]:
    """Those whose award is the scheme's, and of its edition."""
    told: dict[int, list[Fact]] = defaultdict(list)
    for fact in findings.facts:
        told[fact.sentence.index].append(fact)
    for group in findings.groups:
        own = _schemes_told(told[group.first.index], group)
        ours = scheme.id in own if own else _scheme_of_group(findings, group) == scheme.id
        retold = is_of_another_year(findings, scheme, group.first)
        retold = retold or _held_before(told[group.first.index], scheme, group)
        if ours and not retold and _is_granted(findings, group):
            yield group


def is_of_another_year(findings: Findings, scheme: Scheme, sentence: Sentence) -> bool:
    """It begins with the year of another edition: a line of a history, "Tahun 2017 lalu, A"."""
    folded, edition = findings.story.folded, findings.editions[scheme.id].year
    line = TIMELINE.match(folded, sentence.start, sentence.end)
    if line is not None:
        return int(line[1]) != edition
    then = _THEN.match(folded, sentence.start, sentence.end)
    if then is None or edition is None:
        return False
    return then[1] is None or int(then[1]) < edition


def _held_before(told: Sequence[Fact], scheme: Scheme, group: Group) -> bool:
    """All that its own sentence has `told` of the group are results of earlier editions."""
    names = {owner.key for owner in group.owners}
    ours = [f.is_earlier for f in told if f.scheme == scheme.id and f.owner.key in names]
    return bool(ours) and all(ours)


def _schemes_told(told: Sequence[Fact], group: Group) -> set[str]:
    """For which the list's own sentence tells results: "nilai CC untuk RB diraih A, B"."""
    names = {owner.key for owner in group.owners}
    return {fact.scheme for fact in told if fact.owner.key in names}


def _scheme_of_group(findings: Findings, group: Group) -> str | None:
    named, kind = findings.named, group.owners[0].kind
    start, at = findings.story.sentences[group.top].start, group.owners[0].start
    if _names_only_others(findings, group):
        return None
    if group.sources and not named.within(start, at):
        source = findings.story.sentences[group.sources[0]]
        near = named.named_at(source.end, source.start, source.end)
    else:
        near = named.named_at(at, start, group.first.end)
    return named.fit_for(kind, near, named.active)


def _names_only_others(findings: Findings, group: Group) -> bool:
    """The nearest of the group's own sentences, or of those above it, names an unread award."""
    for index in (*reversed(group.own), *group.sources):
        sentence = findings.story.sentences[index]
        names = [m for m in findings.named.within(sentence.start, sentence.end) if m.is_name]
        if names:
            return all(mention.scheme is None for mention in names)
    return False


def _is_granted(findings: Findings, group: Group) -> bool:
    """The words that open the group, or the sentences before it, grant an award."""
    folded = findings.story.folded
    indexes = sorted({*(() if _are_examples(findings, group) else announcing(group)), *group.own})
    for sentence in (findings.story.sentences[index] for index in indexes):
        start, end = sentence.start, sentence.end
        ours = sentence.index in (*group.sources, *group.own)
        heads = _HEADS.search(folded, start, end) is not None
        if _RECEIVING.search(folded, start, end) and (ours or heads):
            return True
        awards = AWARD_NOUN.search(folded, start, end) or awards_named(findings, sentence)
        if awards and findings.story.moods.grants(start, end):
            return True
    return False


def _are_examples(findings: Findings, group: Group) -> bool:
    """ "Lembaga yang independen, seperti A, B, dan C": of what their own sentence speaks of."""
    start, at = group.first.start, group.owners[0].start
    return _SUCH_AS.search(findings.story.folded, start, at) is not None


def awards_named(findings: Findings, sentence: Sentence) -> list[int]:
    """Where names of schemes end that name an award, no assessment: "Nirwasita Tantra"."""
    folded = findings.story.folded
    return [
        mention.end
        for mention in findings.named.within(sentence.start, sentence.end)
        if mention.is_name and not _ASSESSMENT.match(folded, mention.start)
    ]
