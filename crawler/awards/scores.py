"""Scores: a printed number, tied to owner, scheme and edition, or set aside with the reason."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from crawler.awards.attributes import What
from crawler.awards.catalogue import Scheme
from crawler.awards.earlier_states import year_then
from crawler.awards.facts import DECIMAL, Fact, Rejected
from crawler.awards.history import Time, times_of_scores
from crawler.awards.modality import Mood
from crawler.awards.numbers import NumberMention
from crawler.awards.ownership import Stage
from crawler.awards.schemes_behind import scheme_told_behind
from crawler.awards.schemes_named import SchemesNamed
from crawler.awards.score_owners import owners_of_score
from crawler.awards.seating import Owner
from crawler.awards.tables import Table, column_times
from crawler.awards.text import Sentence, Story
from crawler.awards.word_tree import compile_words

_TELLS_RESULTS = compile_words(
    r"\b(?:(?:ber)?nilai\w*|skor\w*|indeks\w*|angka\w*|poin|peringkat|posisi|urutan|hasil\w*|capaian\w*|"
    r"rapor\w*|raih\w*|meraih|memperoleh|peroleh\w*|diganjar|"
    r"mendapat\w*|mencatat\w*|tercatat|mengantongi|kantongi|menyusul|disusul|mengumpulkan|"
    r"bertengger|membukukan|kepatuhan\w*|zona|merah|kuning|hijau|kategori|opini|"
    r"penilaian|predikat\w*|ipp|pekppp)\b",
)
_OF_A_YEAR = re.compile(
    r"\s*(?:poin\s+)?(?:pada|di|\(|untuk)\s*(?:tahun\s+)?20[012]\d", re.IGNORECASE
)
_CALLED_BEHIND = re.compile(r"\s+(?:nilai|skor|indeks)(?:nya|\s(?:kami|kita))\b", re.IGNORECASE)
"""Words behind a number that call it a score: "kami 96 nilainya"."""
_WITH = re.compile(r"[^.;\d]{0,60}\bdengan\s+")
_NO_WISH = compile_words(
    r"\b(?:jika|kalau|bila|apabila|andai)\s+(?:(?:kita|saya|mau|ingin|hendak|melihat|pada|di|dulu|untuk|nilai|"
    r"skor|dengan|juga)\s+){0,3}"
    r"(?:di(?:banding\w*|sanding\w*|tarik|hitung|lihat)|mem?banding\w*|tahun\s+(?:lalu|sebelumnya|kemarin|20\d\d)|"
    r"sebelumnya|semula|dulu|20\d\d|setahun|dua\s+tahun)\b"
    r"|\b(?:baru|sudah|telah|akhirnya|hanya)\s+bisa\b|\b(?:baru|hanya|cuma)\s$",
)
_EACH = re.compile(
    r"masing-masing\s+(?:(?:nilai|skor|sebesar)\s+)?(?:[\d.,]+(?:\s+(?:persen|poin))?[,\s]+(?:dan\s+)?)*$"
)
_LOOK_BACK = 300
_BESIDE = 25
"""Characters between a name and a share that is beyond doubt its own."""
_NEAR = 4
"""Sentences in which a scheme's name is still heard."""
_ITEM_NUMBER = 4
"""Characters at the head of a list's line in which its number stands."""

_LISTED = 3
"""Scores of one sentence that make a list."""
_NEXT_OF_LIST = re.compile(
    r"(?: poin)?\s?[,;]\s(?:(?:dan|serta|lalu|kemudian)\s)?(?:[A-Z][\w.'-]*\s){1,5}|"
    r"\s(?:dan|serta)\s(?:[A-Z][\w.'-]*\s){1,5}"
)
"""Between two scores of a list: "Sorong 55, Maybrat 37, dan Sorong Selatan 48"."""
_GRADED = re.compile(r"\s*[,(]?\s*(?:dengan\s+)?(?:kategori|predikat|zona)\s", re.IGNORECASE)
"""Behind a number: it is what the grade was given for."""


_BESIDE_LETTER = re.compile(r"\s(?:AA|BB|CC|[A-E])-?\s\(")
"""Between a name and its score in brackets: "Cilegon BB (70,4)"."""
_ONE_CLAUSE = re.compile(r"(?:[^.;:\n]|\.(?=\d)){0,45}")
_TWO_DIGITS = re.compile(r"\d+[.,]\d\d")
_MOVES = re.compile(r"\s+(?:ke|menjadi|jadi)\s+\d{1,3}[.,]\d")
"""Behind a number that "dari" stands before: "Lebong dari 85,2 ke 77,1"."""


def score_facts(
    story: Story,
    stage: Stage,
    named: SchemesNamed,
    numbers: tuple[NumberMention, ...],
    tables: Sequence[Table] = (),
) -> Iterator[Fact | Rejected]:
    """Every number as a Fact, or as Rejected with the reason."""
    by_sentence = _by_sentence(story, numbers)
    times = {**_times(story, by_sentence), **column_times(tables, numbers)}
    lists = _lists(story, by_sentence.values())
    tells_results: dict[int, bool] = {}
    of_others = {number.value for number in numbers if number.not_a_score == "average"}
    for number in numbers:
        sentence = story.sentence_at(number.start)
        why = number.not_a_score or _misfit(number, sentence)
        why = "average" if why is None and number.value in of_others else why
        if why is not None:
            yield _rejected(number, why)
            continue
        beside = by_sentence[sentence.index]
        time = times[number.start]
        owners = owners_of_score(story, stage, number, beside)
        scheme = _scheme_of(story, number, named, owners, beside)
        if scheme is None or not owners:
            yield _rejected(number, "no-scheme" if scheme is None else "no-owner")
            continue
        if number.is_share and not _is_share_of_score(number, owners[-1], scheme, named, story):
            yield _rejected(number, "share")
            continue
        if not (
            named.ends_at(scheme.id, number.start)
            or number.start in lists
            or _looks_like_score(number, owners[-1], sentence, story, time)
            or (number.is_decimal and _tells_results(story, sentence, tells_results))
            or _CALLED_BEHIND.match(story.folded, number.end)
        ):
            yield _rejected(number, "no-score-word")
            continue
        for owner in owners:
            yield Fact(
                what=What.SCORE,
                start=number.start,
                end=number.end,
                value=number.value,
                raw=number.raw,
                sentence=sentence,
                scheme=scheme.id,
                owner=owner,
                mood=_mood_of_score(story, sentence, number),
                year=time.year,
                is_earlier=time.is_earlier,
                strength=_strength(number, owner, sentence, story),
            )


def _by_sentence(
    story: Story, numbers: tuple[NumberMention, ...]
) -> Mapping[int, tuple[NumberMention, ...]]:
    groups: dict[int, list[NumberMention]] = defaultdict(list)
    for number in numbers:
        groups[story.sentence_at(number.start).index].append(number)
    return {index: tuple(group) for index, group in groups.items()}


def _lists(story: Story, groups: Iterable[tuple[NumberMention, ...]]) -> frozenset[int]:
    """Where whole numbers start that stand behind a name as a score in front of them does."""
    starts: set[int] = set()
    for numbers in groups:
        for before, number in pairwise(numbers):
            is_score = before.has_score_word or before.start in starts or before.is_decimal
            if is_score and _NEXT_OF_LIST.fullmatch(story.folded, before.end, number.start):
                starts.add(number.start)
    return frozenset(starts)


def _times(
    story: Story, by_sentence: Mapping[int, tuple[NumberMention, ...]]
) -> Mapping[int, Time]:
    """The time of every possible score of the story, by where it starts."""
    times: dict[int, Time] = {}
    for index, numbers in by_sentence.items():
        sentence = story.sentences[index]
        scores = [n for n in numbers if (n.not_a_score or _misfit(n, sentence)) is None]
        if scores:
            times |= times_of_scores(story.folded, sentence, scores)
            before = story.sentences[max(0, index - 1)].start
            then = year_then(story.folded, before, sentence.start, scores[0].start)
            if then is not None and times[scores[0].start].year is None:
                times[scores[0].start] = Time(year=then, is_earlier=True)
    return times


def _misfit(number: NumberMention, sentence: Sentence) -> str | None:
    if sentence.number is not None and number.start - sentence.start < _ITEM_NUMBER:
        return "list-number"
    if not number.is_decimal and number.value < 20:
        return "small"
    return None


def _scheme_of(
    story: Story,
    number: NumberMention,
    named: SchemesNamed,
    owners: Sequence[Owner],
    beside: Sequence[NumberMention],
) -> Scheme | None:
    scores = sum(each.is_decimal and each.not_a_score is None for each in beside)
    behind_name = bool(owners) and 0 <= number.start - owners[0].end <= _BESIDE
    in_list = scores >= _LISTED and behind_name
    schemes = named.active.values()
    fitting = {scheme.id for scheme in schemes if _fits(number, scheme, in_list=in_list)}
    sentence = story.sentence_at(number.start)
    likely = {each for each in fitting if number.value >= named.active[each].plausible_from}
    here = {each for each in likely if named.speaks_of(each, sentence.start, sentence.end)}
    near = scheme_told_behind(story, named, number.end, fitting) or named.scheme_at(
        number.start, sentence.start, sentence.end, here or fitting
    )
    if owners:
        near = named.fit_for(owners[0].kind, near, fitting)
    return named.active[near] if near else None


def _fits(number: NumberMention, scheme: Scheme, *, in_list: bool) -> bool:
    """`in_list` says that other scores stand in its sentence: a low one is no other thing."""
    if scheme.scale is None or (scheme.scale <= 5 and not number.is_decimal):
        return False
    if number.out_of is not None and not 0.8 <= number.out_of / scheme.scale <= 1.2:
        return False
    told = number.is_decimal and scheme.scale >= 100 and (number.has_score_word or in_list)
    lowest = scheme.least if told else scheme.plausible_from
    return lowest <= number.value <= scheme.scale * 1.02


def _looks_like_score(
    number: NumberMention, owner: Owner, sentence: Sentence, story: Story, time: Time
) -> bool:
    window = max(sentence.start, number.start - _LOOK_BACK)
    each_its_own = _EACH.search(story.folded, window, number.start) is not None
    if number.has_score_word or number.is_share or each_its_own:
        return True
    if time.year is not None and not sentence.item and _OF_A_YEAR.match(story.folded, number.end):
        return True
    if number.is_decimal and sentence.item:
        return True
    return _stands_as_score(number, owner, sentence, story)


def _stands_as_score(number: NumberMention, owner: Owner, sentence: Sentence, story: Story) -> bool:
    """By where it stands: behind its owner, before its grade, or from one score to the next."""
    if _GRADED.match(story.folded, number.end, sentence.end):
        return True
    from_it = number.is_decimal and story.folded.endswith("dari ", 0, number.start)
    if from_it and _MOVES.match(story.folded, number.end):
        return True
    gap = story.folded[owner.end : number.start] if owner.end <= number.start else "-"
    if number.is_decimal and gap.strip() in ("", ":", "(", "="):
        return True
    if _WITH.fullmatch(gap) and DECIMAL.search(story.folded, sentence.start, sentence.end):
        return True
    if number.is_decimal and (_BESIDE_LETTER.fullmatch(gap) or _is_of_unit(number, owner, gap)):
        return True
    return gap.strip() in (":", "(", "=", "-") or (sentence.item and gap.strip() == "")


def _is_of_unit(number: NumberMention, owner: Owner, gap: str) -> bool:
    """In one clause with an office, which has no other decimals: "Dukcapil juga bagus, 93,12"."""
    told = owner.unit is not None and _ONE_CLAUSE.fullmatch(gap) is not None
    return told and _TWO_DIGITS.fullmatch(number.raw) is not None


def _tells_results(story: Story, sentence: Sentence, known: dict[int, bool]) -> bool:
    """Looked for once in a sentence, by its index: it may be full of numbers."""
    if sentence.index not in known:
        start = _paragraph_before(story, sentence)
        known[sentence.index] = bool(_TELLS_RESULTS.search(story.folded, start, sentence.end))
    return known[sentence.index]


def _is_share_of_score(
    number: NumberMention, owner: Owner, scheme: Scheme, named: SchemesNamed, story: Story
) -> bool:
    """With a word of score, or beside the name of a scheme that outlets report in per cent."""
    if number.has_score_word:
        return True
    if "persen" not in scheme.unit_words:
        return False
    sentence = story.sentence_at(number.start)
    if len(named.active) == 1 and 0 <= number.start - owner.end <= _BESIDE:
        return True
    start = story.sentences[max(0, sentence.index - _NEAR)].start
    return named.speaks_of(scheme.id, start, sentence.end)


def _mood_of_score(story: Story, sentence: Sentence, number: NumberMention) -> Mood:
    """As for others; but "jika dibandingkan tahun lalu …" compares and "baru bisa …" has got."""
    start = max(sentence.start, number.start - _LOOK_BACK)
    compared = list(_NO_WISH.finditer(story.folded, start, number.start))
    begin = compared[-1].end() if compared else sentence.start
    return story.moods.at(begin, sentence.end, number.start)


def _paragraph_before(story: Story, sentence: Sentence) -> int:
    """Where to look for words that announce a number: its sentence and the one before."""
    return story.sentences[max(0, sentence.index - 1)].start


def _strength(number: NumberMention, owner: Owner, sentence: Sentence, story: Story) -> float:
    named_here = sentence.start <= owner.start < sentence.end
    return (
        1.0 * number.has_score_word
        + 0.5 * number.is_decimal
        + 0.4 * named_here
        + 0.3 * (sentence.index < 4)
        - 0.02 * min(sentence.index, 20)
        - 1.5 * (number.start < story.text_start)
    )


def _rejected(number: NumberMention, why: str) -> Rejected:
    return Rejected(start=number.start, end=number.end, raw=number.raw, why=why)
