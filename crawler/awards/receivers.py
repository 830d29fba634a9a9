"""Who is named as a receiver of a scheme's award, with or without a result beside the name."""

import re
from collections.abc import Collection

from crawler.awards.catalogue import Scheme
from crawler.awards.earlier_states import (
    is_earlier_state,
    year_ahead_of_name,
    year_of_name,
)
from crawler.awards.findings import Findings
from crawler.awards.getting import GETS, TAKEN
from crawler.awards.granted_groups import (
    AWARD_NOUN,
    awards_named,
    granted_groups,
    is_of_another_year,
)
from crawler.awards.judging import is_judging
from crawler.awards.roles import receives_in_person
from crawler.awards.schemes_named import SchemeMention
from crawler.awards.seating import Owner
from crawler.awards.text import Sentence, Story
from crawler.awards.word_tree import compile_words

_NAMELESS = compile_words(
    r"\b(?:pemkab|pemkot?|pemprov|pemda|pemerintah\s+(?:daerah|kabupaten|kota|provinsi)|"
    r"(?:daerah|kabupaten|kota|provinsi)\s+(?:ini|itu|tersebut))\s+"
    r"(?:(?:juga|pun|turut|ikut|berhasil|kembali|sekaligus|resmi)\s+){0,3}"
    rf"(?:{GETS}|dianugerahi|diganjar)\b"
)
"""Who receives, without a name."""
_WORST = compile_words(
    r"\b(?:penghargaan|predikat|gelar|kategori|peringkat|status|nilai|rapor|daerah|pemda|kota|kabupaten)"
    r"\s+(?:yang\s+|paling\s+)*(?:(?:ter)?(?:buruk|jelek|tutup)|(?:te)?rendah)\b",
)
"""What no one is honoured by: "mendapat predikat terburuk"."""
_OTHERS = compile_words(r"\b(?:sedangkan|sementara|namun|te?tapi|bukan)\b")
_HANDED_TO = compile_words(
    r"\b(?:terbaik|kategori|kelompok|wilayah|kawasan|klaster|kluster|tingkat|juara|peringkat)\b[^.;\n]{0,80}?"
    rf"\b(?:diberikan|diserahkan|dianugerahkan|jatuh|{TAKEN})\s+(?:kepada|oleh|ke)\b",
)
_CEREMONY = compile_words(
    r"\b(?:malam|acara|ajang|rangkaian|kegiatan|puncak)\s+(?:\w+\s+){0,2}?"
    r"(?:penganugerahan|anugerah|penyerahan|penghargaan|apresiasi)\b[^,;.\n]*"
)
"""Where awards are handed over, as far as its name goes."""
_THE_SAME = compile_words(
    r"\b(?:penghargaan|piagam|predikat|anugerah|hasil) (?:serupa|yang sama|sejenis|tersebut|"
    r"itu)\b"
    r"|\b(?:penerima|peraih|pemenang)(?:nya| lain(?:nya)?)\b"
    rf"|\b(?:juga|ikut|turut) (?:ikut |turut |berhasil )?{GETS} "
    r"(?:penghargaan|piagam|predikat|anugerah)"
    r"(?=\W*(?:[.,;]|$|bersama|dan\b|(?:untuk |pada |dalam )?kat[ae]gori "
    r"(?:kota|kabupaten|provinsi)\b))",
)

_WON_IN = re.compile(
    r"[^,;.\n]{0,70}?\b(?:karena|sebab|lantaran|yang)\s(?:sudah\s|telah\s)?(?:pada|di)\s(?:tahun\s)?(20\d\d)\s"
    r"(?:sudah|telah|pernah|berhasil|me\w+)\b",
)
"""Behind a name: "tidak kami survei karena pada 2016 sudah memperoleh predikat"."""
_CONTRAST = re.compile(
    r"(?:[,;]\s*(?:lalu|kemudian|dan)|;|\b(?:sementara(?:\s+itu,?)?|sedangkan|adapun))\s+$",
    re.IGNORECASE,
)
_GETS = re.compile(
    rf"\s+(?:(?:juga|kembali|berhasil|turut|ikut|sukses)\s+){{0,3}}(?:{GETS}|"
    r"dianugerahi|diganjar)\b",
    re.IGNORECASE,
)
_TURNS = re.compile(r"\b(?:sementara|sedangkan|adapun)\b", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[;.]\s|\b(?:sementara|sedangkan|adapun)\b", re.IGNORECASE)


def receivers_of(findings: Findings, scheme: Scheme) -> list[Owner]:
    """Bodies that a granting sentence about the scheme names, or announces, as receivers."""
    held = _held_beside_others(findings, scheme)
    granting = [s for s in findings.story.sentences if _grants_scheme(findings, scheme, s, held)]
    named = [
        owner
        for s in granting
        for owner in _receivers_in(findings, s)
        if not _gets_the_worst(findings.story, s, owner)
        and not _is_told_of_another(findings, scheme, owner, s)
    ]
    named += [
        owner
        for s in granting
        for owner in findings.stage.entities(s)
        if _has_clause_of_its_own(findings, scheme, owner, s)
        and not _gets_the_worst(findings.story, s, owner)
    ]
    for group in granted_groups(findings, scheme):
        named += [each for each in group.owners if not findings.stage.is_compared(each)]
    folded = findings.story.folded
    judging = {owner for owner in named if is_judging(folded, owner.start, owner.end)}
    return [
        owner
        for owner in named
        if owner not in judging
        and _may_receive(findings, scheme, owner)
        and not _received_before(findings, scheme, owner)
    ]


def _received_before(findings: Findings, scheme: Scheme, owner: Owner) -> bool:
    """Another year than the edition's is told of it: "X yang pada 2016 meraih", "X pada 2016"."""
    edition = findings.editions[scheme.id].year
    folded = findings.story.folded
    sentence = findings.story.sentence_at(owner.start)
    verb = _WON_IN.match(folded, owner.end, sentence.end)
    year = year_of_name(folded, owner.end) or (int(verb[1]) if verb else None)
    year = year or year_ahead_of_name(folded, sentence.start, owner.start)
    return edition is not None and year is not None and year < edition


def _receivers_in(findings: Findings, sentence: Sentence) -> list[Owner]:
    """Whom a granting sentence names; who is meant where it only says "pemkot menerima"."""
    named = findings.stage.receivers(sentence)
    if named or findings.stage.entities(sentence) or findings.stage.officials(sentence):
        return named
    meant = _NAMELESS.search(findings.story.folded, sentence.start, sentence.end)
    owner = findings.stage.subjects.spoken_of(sentence, meant.start()) if meant else None
    return [owner] if owner and owner.unit is None else []


def _gets_the_worst(story: Story, sentence: Sentence, owner: Owner) -> bool:
    """ "A mendapat predikat terburuk", and behind it "B juga mendapat predikat yang sama"."""
    worst = _WORST.search(story.folded, max(owner.end, sentence.start), sentence.end)
    if worst is not None:
        return _OTHERS.search(story.folded, owner.end, worst.start()) is None
    same = _THE_SAME.search(story.folded, sentence.start, sentence.end)
    before = story.sentences[max(0, sentence.index - 1)]
    return same is not None and _WORST.search(story.folded, before.start, before.end) is not None


def _has_clause_of_its_own(
    findings: Findings, scheme: Scheme, owner: Owner, sentence: Sentence
) -> bool:
    """ "…, sementara Kabupaten X memperoleh predikat Swasti Saba": the award is named behind it."""
    folded = findings.story.folded
    front = max(sentence.start, owner.start - 30)
    if _CONTRAST.search(folded, front, owner.start) is None:
        return False
    if _GETS.match(folded, owner.end, sentence.end) is None:
        return False
    ends = _CLAUSE_END.search(folded, owner.end, sentence.end)
    stop = ends.start() if ends else sentence.end
    ours = any(m.scheme == scheme.id for m in findings.named.within(owner.end, stop))
    return ours or _THE_SAME.search(folded, owner.end, stop) is not None


def _is_told_of_another(
    findings: Findings, scheme: Scheme, owner: Owner, sentence: Sentence
) -> bool:
    """ "A meraih IPP 4,52, sedangkan B meraih WBK": only another one's clause names the award."""
    named = [m for m in findings.named.within(sentence.start, sentence.end) if m.is_name]
    ours = [m.start for m in named if m.scheme == scheme.id]
    turn = _TURNS.search(findings.story.folded, owner.end, ours[0]) if ours else None
    if turn is None or ours[0] < owner.end or len(named) == len(ours):
        return False
    others = findings.stage.entities(sentence)
    return any(turn.end() <= other.start < ours[-1] for other in others)


def grants_itself(story: Story, scheme: Scheme, owner: Owner) -> bool:
    """Who gives the scheme's award, or an office of it, receives only in a list, or as it says."""
    if owner.unit is None or scheme.grantors.match(owner.unit) is None:
        return False
    sentence = story.sentence_at(owner.start)
    return not (sentence.item or receives_in_person(story.folded, owner.end, sentence.end))


def _may_receive(findings: Findings, scheme: Scheme, owner: Owner) -> bool:
    """Not when a rival scheme of the story gives to such recipients and this one does not."""
    if owner.unit is not None and not scheme.gives_to(owner.kind):
        return False
    if grants_itself(findings.story, scheme, owner):
        return False
    fit = findings.named.fit_for(owner.kind, scheme.id, findings.named.active)
    return fit == scheme.id


def _grants_scheme(
    findings: Findings, scheme: Scheme, sentence: Sentence, held: Collection[SchemeMention]
) -> bool:
    """A granting sentence whose award is the scheme's: named nearest to it, or meant by "itu".

    Not where all that names it is `held`, told of a ceremony.
    """
    start, end = sentence.start, sentence.end
    folded = findings.story.folded
    if not findings.story.moods.grants(start, end):
        return False
    if is_of_another_year(findings, scheme, sentence):
        return False
    nouns = [noun.end() for noun in AWARD_NOUN.finditer(folded, start, end)]
    nouns += [noun.start() for noun in _HANDED_TO.finditer(folded, start, end)]
    nouns += [noun.end() for noun in _THE_SAME.finditer(folded, start, end)]
    nouns += awards_named(findings, sentence)
    nouns = [noun for noun in nouns if not is_earlier_state(folded, start, noun)]
    if not nouns:
        return False
    if not findings.named.speaks_of(scheme.id, start, end):
        same = _THE_SAME.search(folded, start, end) or _HANDED_TO.search(folded, start, end)
        alone = not findings.named.within(start, end)
        return alone and same is not None and _is_near(findings, scheme, start)
    here = (m for m in findings.named.within(start, end) if m.scheme == scheme.id)
    if all(mention in held for mention in here):
        return False
    return any(findings.named.named_at(noun, start, end) == scheme.id for noun in nouns)


def _held_beside_others(findings: Findings, scheme: Scheme) -> frozenset[SchemeMention]:
    """What a ceremony's name holds, where it also holds another that the story is about."""
    named, folded = findings.named, findings.story.folded
    ceremonies = [named.within(*match.span()) for match in _CEREMONY.finditer(folded)]
    held = {mention for mentions in ceremonies for mention in mentions}
    apart = {m.scheme for m in named.mentions if m not in held and m.is_name} - {None, scheme.id}
    beside = (mentions for mentions in ceremonies if apart & {m.scheme for m in mentions})
    return frozenset(mention for mentions in beside for mention in mentions)


def _is_near(findings: Findings, scheme: Scheme, start: int) -> bool:
    """The scheme named last before the sentence is this one."""
    return findings.named.named_at(start, start, start) == scheme.id
