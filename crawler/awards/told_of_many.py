"""What is told of so many, for the receivers named further down: "24 satker menerima WBK"."""

from collections.abc import Sequence
from dataclasses import replace

from crawler.awards.attributes import What
from crawler.awards.catalogue import Scheme
from crawler.awards.counts import counts
from crawler.awards.facts import Fact
from crawler.awards.findings import Findings
from crawler.awards.seating import Owner
from crawler.awards.text import Sentence
from crawler.awards.word_tree import compile_words

_OWN_CLASS = compile_words(
    r"\b(?:kategori|kelas(?! I)|kelompok|klaster|kluster|"
    r"tingkat(?! (?:kabupaten|kota|provinsi|kementerian|lembaga|pemda)\b)|"
    r"pembina|apresiasi|sertifikat|plakat|trofi|piala|piagam|khusus|juara|terbaik|peringkat|nominasi|nominator)\b"
)
"""In a sentence that names receivers: they have something of their own."""


def shared_by_receivers(
    findings: Findings, scheme: Scheme, owners: Sequence[Owner]
) -> dict[int, Fact]:
    """The predicate that "24 satker menerima predikat WBK" tells of `owners`, by where they stand.

    They receive without a word of their own. Nothing where it is told of fewer than they are, or
    for those above whom another predicate was announced of many, or told of anybody.
    """
    if not owners:
        return {}
    folded, year = findings.story.folded, findings.editions[scheme.id].year
    told = [each.fact_of(owners[0]) for each in findings.announced if each.scheme == scheme.id]
    told += [fact for fact in findings.facts if fact.scheme == scheme.id]
    told = [fact for fact in told if fact.what is What.PREDICATE and fact.is_current(year)]
    told.sort(key=lambda fact: fact.start)
    alike = [fact for fact in told if fact.value == told[0].value]
    of_many = (f for f in alike if _counts_at_least(folded, f.sentence, len(owners)))
    source = next(of_many, None)
    stop = next((f.start for f in told if f.value != told[0].value), len(folded))
    return {
        owner.start: replace(source, owner=owner)
        for owner in owners
        if source is not None
        and source.start < owner.start <= stop
        and not _has_own_class(findings, owner)
    }


def _counts_at_least(folded: str, sentence: Sentence, among: int) -> bool:
    return max(counts(folded, sentence.start, sentence.end), default=0) >= among


def _has_own_class(findings: Findings, owner: Owner) -> bool:
    sentence = findings.story.sentence_at(owner.start)
    return _OWN_CLASS.search(findings.story.folded, sentence.start, sentence.end) is not None
