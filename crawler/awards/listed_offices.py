"""Offices of which a list prints only the regions: "enam kantor pertanahan, yakni Tegal ...".

The words in front of the list say whose offices are meant, or its first name does ("Kantor
Pertanahan Aceh Jaya (97,26), Aceh Timur (97,26) ...").
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from crawler.awards.between_names import GAP
from crawler.awards.gazetteer import Region
from crawler.awards.getting import GETS_IN_HEADLINES, TAKEN
from crawler.awards.mentions import BodyMention, Cast, Part, UnitMention
from crawler.awards.text import Sentence, Story
from crawler.awards.units import find_units
from crawler.awards.word_patterns import IndexedText
from crawler.awards.word_tree import compile_words

_HEADS = {
    "Kantor Pertanahan": r"kantor\s+(?:pelayanan\s+)?pertanahan|kantor\s+bpn|bpn|kantah",
    "Polres": r"polres",
    "Sekretariat DPRD": r"sekretariat\s+(?:dprd|dewan)|setwan",
    "DPRD": r"dprd",
    "Kejaksaan Negeri": r"kejaksaan\s+negeri|kejari",
    "Pengadilan Negeri": r"pengadilan\s+negeri",
    "Pengadilan Agama": r"pengadilan\s+agama",
    "Disdukcapil": r"(?:dis)?dukcapil|dinas\s+kependudukan\s+dan\s+pencatatan\s+sipil",
    "DPMPTSP": r"(?:dpm)?ptsp|dinas\s+penanaman\s+modal\s+dan\s+pelayanan\s+terpadu\s+satu\s+pintu",
    "RSUD": r"rsud|rumah\s+sakit\s+umum\s+daerah",
    "Dinas Kesehatan": r"dinas\s+kesehatan|dinkes",
    "Dinas Pendidikan": r"dinas\s+pendidikan",
    "Dinas Sosial": r"dinas\s+sosial",
    "Samsat": r"(?:upt[bd]?\s+)?samsat",
}
"""What such an office is called -> how the words in front of a list say it."""
_KINDS = frozenset(
    {
        "kantah",
        "polres",
        "dprd",
        "kejaksaan",
        "pengadilan",
        "dinas",
        "rsud",
        "sekretariat",
        "samsat",
    }
)
_BY_SHORT_NAME = frozenset({"Polres"})
"""Named after the bare name of the region: Polres Batang."""
_HEAD = compile_words(rf"\b(?:{'|'.join(_HEADS.values())})\b(?!\s(?-i:Prima|Bisa|Hebat|Award))")
_ANNOUNCES = re.compile(
    r"(?:\b(?:adalah|ialah|yaitu|yakni|masing-masing|antara\s+lain|di\s?antaranya|meliputi|kategori|"
    rf"terdiri\s+(?:atas|dari)|seperti|termasuk|penerima|{TAKEN}|berikut)\b|[:;])[^.]{{0,60}}$",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"\s*(?:(?:provinsi|kab(?:upaten)?|kota)\b[\s/]*){0,2}\(", re.IGNORECASE)
"""Between the word and its list: "3 UPP RSUD (Kota Bima dan Kota Palu)", "PTSP Kab/Kota (...)"."""
_GOVERNMENT = compile_words(
    r"\b(?:pemerintah\w*|pemda|pemkab|pemkot?|pemprov|daerah|kabupaten/kota|kementerian|lembaga)\b",
)
"""Somebody else is spoken of between the head and the list."""
_GOVERNMENTS = compile_words(
    r"\b(?:pemerintah\w*|pemda|pemkab|pemkot?|pemprov|(?:kabupaten|kota|provinsi)(?=\s(?:yang|dengan|di)\b))\b"
)
_CONTRAST = re.compile(
    r"\W*(?:sedangkan|sementara(?:\s+itu)?|adapun|kemudian|lalu|selanjutnya)\b", re.IGNORECASE
)
_SCORED = re.compile(r"\s*\(?\s*(?:dengan\s+)?(?:nilai|skor)?\s*\d")
_CLOSES = compile_words(r"\b(?:dan|serta)\s+$")
_BOTH_GET = re.compile(
    rf"\s(?:(?:juga|kembali|sukses|berhasil|kompak|sama-sama|telah)\s)?(?:{GETS_IN_HEADLINES}|masuk)\b",
    re.IGNORECASE,
)
"""Behind two, "Disdukcapil Batang dan Kendal meraih": hardly a region beside an office."""
_KIND = re.compile(r"\b(?:kabupaten|kab|kota)\b\.? [A-Z]|\b(?:Kabupaten|Kab|Kota)\b\.? [A-Z]")
_ALL_OVER = re.compile(r"\s+se-?\s?[A-Z]")
_LOOK_BACK = 220

_Named = BodyMention | UnitMention


def with_listed_offices(story: Story, cast: Cast) -> Cast:
    """The cast, regions of such lists replaced by their offices."""
    if _HEAD.search(story.folded) is None:
        return cast
    offices: dict[int, UnitMention] = {}
    heading: str | None = None
    last: str | None = None
    for sentence in story.sentences:
        named = _named_in(cast, sentence)
        above, last = last, None
        for run in _runs(story, named):
            head = _head_of(story, sentence, named, run) or (heading if sentence.item else None)
            head = head or (above if _goes_on(story, sentence, named, run) else None)
            found = {o.start: o for o in _offices(story, run, head)}
            last = head if found else last
            offices |= found
        last = last or _of_one_kind(story, sentence, named)
        if not sentence.item or not named:
            heading = _announced(story.folded, sentence.start, sentence.end, named)
    if not offices:
        return cast
    units = sorted((*cast.units, *offices.values()), key=lambda unit: unit.start)
    bodies = tuple(body for body in cast.bodies if body.start not in offices)
    return replace(cast, bodies=bodies, units=tuple(units))


def _named_in(cast: Cast, sentence: Sentence) -> list[_Named]:
    bodies = cast.bodies_in(sentence.start, sentence.end)
    units = cast.units_in(sentence.start, sentence.end)
    return sorted((*bodies, *units), key=lambda each: each.start)


def _runs(story: Story, named: Sequence[_Named]) -> Iterator[list[_Named]]:
    run: list[_Named] = []
    for each in named:
        if run and not GAP.fullmatch(story.folded, run[-1].end, each.start):
            yield run
            run = []
        run.append(each)
    if run:
        yield run


def _head_of(
    story: Story, sentence: Sentence, named: Sequence[_Named], run: Sequence[_Named]
) -> str | None:
    first = run[0]
    start = max(sentence.start, first.start - _LOOK_BACK)
    announced = _announced(story.folded, start, first.start, named)
    if isinstance(first, UnitMention) and first.owner is not None:
        word = _head_word(story, first)
        return word if announced == word or _is_shared(story, run) else None
    return announced


def _goes_on(
    story: Story, sentence: Sentence, named: Sequence[_Named], run: Sequence[_Named]
) -> bool:
    """ "Sedangkan 12 daerah zona kuning yaitu A, B": behind a list of offices still theirs."""
    folded = story.folded
    opened = _CONTRAST.match(folded, sentence.start, run[0].start)
    if opened is None or any(isinstance(each, UnitMention) for each in named):
        return False
    words = folded[opened.end() : run[0].start]
    led = not words.strip(" ,") or _ANNOUNCES.search(words) is not None
    return led and _GOVERNMENTS.search(words) is None


def _of_one_kind(story: Story, sentence: Sentence, named: Sequence[_Named]) -> str | None:
    """ "Untuk survei Polres se-Sulteng, Polres Poso masuk zona merah": it tells of nobody else."""
    heads = _HEAD.finditer(story.folded, sentence.start, sentence.end)
    kind = next((_name_of(m) for m in heads if _ALL_OVER.match(story.folded, m.end())), None)
    units = [each for each in named if isinstance(each, UnitMention) and each.owner is not None]
    same = bool(units) and all(_head_word(story, unit) == kind for unit in units)
    return kind if same else None


def _head_word(story: Story, unit: UnitMention) -> str | None:
    """What the first of the list is called without its region."""
    if unit.kind not in _KINDS or unit.owner is None:
        return None
    match = _HEAD.match(story.folded, unit.start)
    return _name_of(match) if match else None


def _is_shared(story: Story, run: Sequence[_Named]) -> bool:
    """No doubt that the word goes on: each has a score, or several are named up to a last one."""
    bare = [each for each in run[1:] if isinstance(each, BodyMention)]
    if not bare or not (
        all(body.part is Part.BARE for body in bare) or _with_their_kinds(story, run[0], bare)
    ):
        return False
    folded = story.folded
    if "(" in folded[run[0].start : run[0].end]:
        return any(folded.startswith(")", each.end) for each in bare)
    scored = all(_SCORED.match(folded, each.end) for each in run)
    closed = any(_CLOSES.search(folded, a.end, b.start) for a, b in pairwise(run))
    return scored or (closed and (len(run) > 2 or _BOTH_GET.match(folded, run[-1].end) is not None))


def _with_their_kinds(story: Story, first: _Named, others: Sequence[BodyMention]) -> bool:
    """ "Kantor Pertanahan Kabupaten Poso, Kabupaten Donggala, dan Kota Palu": so is the first."""
    printed = story.folded[first.start : first.end]
    return _KIND.search(printed) is not None and all(_is_plain(story, each) for each in others)


def _announced(folded: str, start: int, end: int, named: Sequence[_Named]) -> str | None:
    """The office that the words from `start` to `end` announce several of."""
    heads = [
        head
        for head in _HEAD.finditer(folded, start, end)
        if not any(_is_part_of_unit(each, head.start()) for each in named)
    ]
    if heads and _BRACKET.fullmatch(folded, heads[-1].end(), end):
        return _name_of(heads[-1])
    if not heads or _GOVERNMENT.search(folded, heads[-1].end(), end):
        return None
    return _name_of(heads[-1]) if _ANNOUNCES.search(folded, heads[-1].end(), end) else None


def _is_part_of_unit(each: _Named, at: int) -> bool:
    return isinstance(each, UnitMention) and each.owner is not None and each.start <= at < each.end


def _name_of(match: re.Match[str]) -> str:
    said = (name for name, words in _HEADS.items() if re.fullmatch(words, match[0], re.IGNORECASE))
    return next(said)


def _offices(story: Story, run: Sequence[_Named], head: str | None) -> Iterator[UnitMention]:
    if head is None:
        return
    for each in run:
        if isinstance(each, UnitMention):
            head = _head_word(story, each) or head
        elif _is_plain(story, each):
            office = _office(head, each)
            if office is not None:
                yield office


def _is_plain(story: Story, each: BodyMention) -> bool:
    """`Serang` or `Kabupaten Serang`, not `Pemkab Serang`."""
    if each.part is not Part.GOVERNMENT:
        return each.part is Part.BARE
    return story.folded[each.start : each.name_start].casefold().strip(" .") in (
        *("", "kabupaten", "kab", "kota", "provinsi", "prov"),
    )


def _office(head: str, body: BodyMention) -> UnitMention | None:
    region: Region = body.regions[0]
    name = region.name if head in _BY_SHORT_NAME else region.full_name
    found = find_units(IndexedText(f"{head} {name}"))
    if not found:
        return None
    return UnitMention(
        start=body.start,
        end=body.end,
        name=found[0].name,
        owner=region,
        kind=found[0].kind,
        alone=found[0].alone,
        is_person=False,
    )
