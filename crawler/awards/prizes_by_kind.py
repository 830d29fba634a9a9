"""One prize after the other, each for bodies of its kind: "Kategori Kota: A. Kategori Desa: B".

A single name under each is no list by itself; the heads in front of them make one of all.
"""

from collections.abc import Iterator
from itertools import chain

from crawler.awards.between_names import runs_of
from crawler.awards.counts import BODIES
from crawler.awards.getting import TAKEN
from crawler.awards.going_without import WHO_DID_NOT
from crawler.awards.ownership import Stage
from crawler.awards.seating import Owner
from crawler.awards.text import Sentence, Story
from crawler.awards.word_tree import compile_words

_KIND = (
    rf"(?:kementerian|lembaga|provinsi|kabupaten|kota|desa|kelurahan|kecamatan|kepala\s+daerah|{BODIES}|"
    r"pemerintah(?:an)?|pemkab|pemkot?|pemprov|rsud|rumah\s+sakit|puskesmas|polres|polda)\b"
)
_HEAD = compile_words(
    rf"\b(?:kategori|kelompok|klaster|kluster|tingkat|untuk|pada|bagi)\s+(?:kategori\s+)?{_KIND}"
    r"[^.;:\n]{0,50}?"
    rf"(?::|\b(?:adalah|ialah|yaitu|yakni|oleh|kepada|jatuh\s+(?:ke|pada)|{TAKEN}))\s*$"
    rf"|\bkategori\s+(?:{_KIND}\s+)?$"
)
"""In front of a name: for which kind of bodies its prize is."""
_NO_PRIZE = compile_words(
    r"\b(?:nominasi|nominator|nominee|calon|finalis|peserta|usulan|diusulkan|kandidat|belum|tidak|gagal)\b"
)
_LONGEST_HEAD = 110


def prizes_by_kind(story: Story, stage: Stage) -> Iterator[tuple[Owner, ...]]:
    """Everybody under two such heads and more, of one sentence or of neighbours."""
    runs: list[tuple[Owner, ...]] = []
    for sentence in (*story.sentences, None):
        here = list(_under_heads(story, stage, sentence)) if sentence else []
        if runs and not here:
            yield from [tuple(chain(*runs))] if len(runs) > 1 else []
            runs = []
        runs += here


def _under_heads(story: Story, stage: Stage, sentence: Sentence) -> Iterator[tuple[Owner, ...]]:
    """The runs of names of the sentence that have a head; none of a sentence about nominees."""
    named = stage.entities(sentence) if sentence.start >= story.text_start else []
    if not named or _NO_PRIZE.search(story.folded, sentence.start, sentence.end):
        return
    before = sentence.start
    for run in runs_of(story.folded, named):
        front = max(before, run[0].start - _LONGEST_HEAD), run[0].start
        if _HEAD.search(story.folded, *front) and not WHO_DID_NOT.search(
            story.folded[slice(*front)]
        ):
            yield run
        before = run[-1].end
