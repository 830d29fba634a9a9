"""Places told of a run of names: "posisi empat dan lima ditempati A serta B", "1. A 2. B 3. C"."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from crawler.awards.attributes import What
from crawler.awards.between_names import runs_of
from crawler.awards.counts import NUMBER_WORDS, count_of
from crawler.awards.facts import Fact
from crawler.awards.getting import SCORES
from crawler.awards.handing_on import leads_to
from crawler.awards.modality import Mood
from crawler.awards.ownership import Stage
from crawler.awards.rankings import calls_a_ranking
from crawler.awards.ranks import PLACE, place_of
from crawler.awards.schemes_named import SchemesNamed
from crawler.awards.seating import Owner
from crawler.awards.text import Sentence, Story
from crawler.awards.word_tree import compile_words

_NOUN = r"(?:peringkat|ranking|rangking|urutan|posisi|tempat|juara|terbaik)"
_SEVERAL = compile_words(
    rf"\b{_NOUN}\s+(?:ke-?\s?)?(?P<first>{PLACE})"
    rf"(?:(?P<range>\s+(?:sampai|hingga|s/?d)\s+|-)(?:{_NOUN}\s+)?(?:dengan\s+)?(?:ke-?\s?)?(?P<last>{PLACE})"
    rf"|(?P<more>(?:\s*(?:,|,?\s*(?:dan|serta))\s*(?:{_NOUN}\s+)?(?:ke-?\s?)?{PLACE})+))(?!\w)",
)
_IN_ORDER = compile_words(
    r"(?<!kali )(?<!tahun )\b(?:secara\s+berurutan|berurutan|(?:secara\s+)?berturut-turut)\b"
    r"|\b(?:berdasarkan|menurut|sesuai)\s+(?:peringkat|ranking|urutan)(?:nya)?\b"
    r"|\burutan(?:nya|\s+nilai(?:nya)?|\s+(?:\w+\s+)?(?:teratas|terbaik|tertinggi|pemenang\w*|juara\w*))\b",
)
_BELOW_FIRST = compile_words(
    r"\b(?:di\s?bawah(?:nya)?|di\s?belakang(?:nya)?|disusul|menyusul|diikuti|"
    r"setelah(?:nya| itu))\b",
)
"""In front of a list in order: somebody else is the first."""
_FEW = compile_words(
    rf"\b(?P<count>\d{{1,2}}|{NUMBER_WORDS})\s+(?:(?:peringkat\s+|posisi\s+|urutan\s+|provinsi\s+|daerah\s+)?"
    r"(?:besar|teratas|terbaik|tertinggi)\b|"
    r"(?:provinsi|kabupaten(?:/kota)?|kota|daerah|pemda|instansi|unit|kementerian)\s+"
    rf"(?:di\s+\w+\s+)?(?:dengan|yang\s+{SCORES})\s+"
    r"(?:nilai|skor|indeks)(?:\s+\w+){0,3}?\s+(?:tertinggi|terbaik)\b)",
)
_SCORE_BEHIND = re.compile(
    rf"[\s(]{{0,3}}(?:(?:dengan|(?:yang\s+)?{SCORES})\s+)?"
    r"(?:(?:per|ke)?\w+an\s+)?(?:(?:nilai|skor|indeks)\s+(?:akhir\s+)?)?(\d{1,3}[.,]\d{1,3})(?!\d)"
)
_RANKED = compile_words(rf"\b{_NOUN}\b|\bpenghargaan\b|\bkategori\b")
_PLACE = re.compile(rf"(?<!\w){PLACE}(?!\w)", re.IGNORECASE)
_OF_RUN = re.compile(
    r"\s*(?:\([^)]{0,40}\))?\s*,?\s*(?:[\w-]+\s+){0,4}?(?:masing-masing|"
    r"berturut-turut|secara berurutan|"
    r"menempati|menduduki|di|pada|meraih|berada\s+di|sebagai)\s+(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"(?:^|[\s(])(?P<number>\d{1,2})[.)]\s*$")
_PLACE_BEHIND = re.compile(
    r"\s(?:dengan\s+)?(?:nilai\s+|skor\s+)?\d{1,3}[.,]\d{1,3}\s\((?P<place>\d{1,2})\)"
)
_FEWEST, _FEWEST_BRACKETED = 2, 3
_STRENGTH = 1.9
_HEADING = 3
"""Sentences in front of a numbered run that may call it a ranking."""


def run_ranks(story: Story, stage: Stage, named: SchemesNamed) -> Iterator[Fact]:
    """The places of every run that is told its places, or numbered under a ranking's heading."""
    for sentence in story.sentences:
        if sentence.start < story.text_start:
            continue
        runs = runs_of(story.folded, stage.entities(sentence))
        for run in (run for run in runs if len(run) >= _FEWEST):
            places = (
                _told(story.folded, sentence, run)
                or _numbered(story, sentence, run)
                or _bracketed(story.folded, sentence, run)
                or _in_order(story.folded, sentence, run)
                or _best_few(story.folded, sentence, run)
            )
            late = [] if places else _told_of_followers(story.folded, sentence, run)
            followers = zip(run[len(run) - len(late) :], late, strict=True)
            for owner, place in (*zip(run, places, strict=False), *followers):
                scheme = named.scheme_at(place[1], sentence.start, sentence.end)
                if scheme is not None:
                    yield rank_fact(story, scheme, owner, place)


def _told(folded: str, sentence: Sentence, run: Sequence[Owner]) -> list[tuple[int, int, int]]:
    """The places of as many as the run has, in front of it or behind."""
    for told in _SEVERAL.finditer(folded, sentence.start, sentence.end):
        places = _places(told)
        if len(places) != len(run):
            continue
        ahead = told.end() <= run[0].start and leads_to(folded, told.end(), run[0].start)
        behind = run[-1].end <= told.start() and _OF_RUN.fullmatch(
            folded, run[-1].end, told.start()
        )
        if ahead or behind:
            return places
    return []


def _told_of_followers(
    folded: str, sentence: Sentence, run: Sequence[Owner]
) -> list[tuple[int, int, int]]:
    """ "Juara I diraih A, disusul B dan C sebagai juara II dan III": of those who follow."""
    for at in range(1, len(run) - 1):
        if _BELOW_FIRST.search(folded, run[at - 1].end, run[at].start):
            return _told(folded, sentence, run[at:])
    return []


def _in_order(folded: str, sentence: Sentence, run: Sequence[Owner]) -> list[tuple[int, int, int]]:
    """ "Kategori kabupaten secara berurutan ditempati A, B, dan C": the first, second and third."""
    told = _IN_ORDER.search(folded, sentence.start, run[0].start)
    if told is None:
        return []
    first = 2 if _BELOW_FIRST.search(folded, sentence.start, told.start()) else 1
    places = [(rank, *told.span()) for rank in range(first, len(run) + first)]
    if not folded[told.end() : run[0].start].strip(" :") and _have_falling_scores(
        folded, sentence, run
    ):
        return places
    if not leads_to(folded, told.end(), run[0].start):
        return []
    return places if _RANKED.search(folded, sentence.start, run[0].start) else []


def _best_few(folded: str, sentence: Sentence, run: Sequence[Owner]) -> list[tuple[int, int, int]]:
    """ "Lima besar adalah A (95,1), B (94,3), …": as many as are told, and their scores fall."""
    told = _FEW.search(folded, sentence.start, run[0].start)
    if told is None:
        return []
    opened = folded[told.end() : run[0].start].rstrip().endswith(":")
    if not opened and not leads_to(folded, told.end(), run[0].start):
        return []
    if count_of(told["count"]) != len(run) or not _have_falling_scores(folded, sentence, run):
        return []
    return [(rank, *told.span()) for rank in range(1, len(run) + 1)]


def _have_falling_scores(folded: str, sentence: Sentence, run: Sequence[Owner]) -> bool:
    """Right behind each name its score, the first one's the highest."""
    scores = [_SCORE_BEHIND.match(folded, owner.end, sentence.end) for owner in run]
    values = [float(score[1].replace(",", ".")) for score in scores if score]
    return len(values) == len(run) and all(a >= b for a, b in pairwise(values))


def _places(told: re.Match[str]) -> list[tuple[int, int, int]]:
    start, end = told.span()
    first = place_of(told["first"])
    if told["last"] is not None:
        return [(rank, start, end) for rank in range(first, place_of(told["last"]) + 1)]
    more = _PLACE.finditer(told.string, told.start("more"), told.end("more"))
    spans = [told.span("first"), *(each.span() for each in more)]
    return [(place_of(told.string[a:b]), a, b) for a, b in spans]


def _numbered(story: Story, sentence: Sentence, run: Sequence[Owner]) -> list[tuple[int, int, int]]:
    """The numbers in front of the names, where the words above call them a ranking."""
    folded = story.folded
    found = [_NUMBERED.search(folded, max(sentence.start, o.start - 6), o.start) for o in run]
    numbers = [int(match["number"]) for match in found if match]
    in_order = numbers == list(range(1, len(run) + 1))
    if not in_order or not _is_ranking(story, sentence, run[0].start):
        return []
    return [(int(m["number"]), *m.span("number")) for m in found if m]


def _bracketed(folded: str, sentence: Sentence, run: Sequence[Owner]) -> list[tuple[int, int, int]]:
    """ "A 97,10 (1), B 95,22 (2), C 94,80 (3)": in brackets behind scores that fall."""
    found = [_PLACE_BEHIND.match(folded, owner.end, sentence.end) for owner in run]
    places = [(int(match["place"]), *match.span("place")) for match in found if match]
    in_order = [place for place, _, _ in places] == list(range(1, len(run) + 1))
    if not in_order or len(run) < _FEWEST_BRACKETED:
        return []
    return places if _have_falling_scores(folded, sentence, run) else []


def _is_ranking(story: Story, sentence: Sentence, at: int) -> bool:
    first = story.sentences[max(0, sentence.index - _HEADING)]
    start = max(story.text_start, first.start)
    return calls_a_ranking(story.folded, start, at)


def rank_fact(story: Story, scheme: str, owner: Owner, place: tuple[int, int, int]) -> Fact:
    """`place` is the rank, and where it is told."""
    rank, start, end = place
    return Fact(
        what=What.RANK,
        start=start,
        end=end,
        value=rank,
        raw=story.whole[start:end],
        sentence=story.sentence_at(start),
        scheme=scheme,
        owner=owner,
        mood=Mood.PLAIN,
        year=None,
        is_earlier=False,
        strength=_STRENGTH,
    )
