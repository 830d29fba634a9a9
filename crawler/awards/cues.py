"""What may be seen in a story that speaks for or against its being an award story.

Every cue is a question to the Evidence; `verdict` holds their weights. Those for ask whether
headline, lead or body grant; those against name the other kinds of story that speak of awards:
a wish, a stage of the assessment, a nomination, a complaint, an explanation, an award told in
passing, one given to persons or firms.
"""

import re
from collections.abc import Callable, Sequence

from crawler.awards import cue_words as words
from crawler.awards.attributes import What
from crawler.awards.evidence import Evidence, Span
from crawler.awards.giver_words import ABOVE, INTERNAL, PRAISED, PRIVATE
from crawler.awards.headline_cues import (
    headline_grants,
    headline_names_winners,
    headline_tells,
    headline_wishes,
)
from crawler.awards.modality import Mood
from crawler.awards.several_awards import tells_of_several
from crawler.awards.timeliness import is_granted_these_days
from crawler.awards.word_patterns import WordPattern

_BRIEF = 600
"""Characters below which a story has no early and late part."""
_LATE, _VERY_LATE = 0.5, 0.6
"""Shares of the text."""

Cue = Callable[[Evidence], bool]
_RECEIVES = re.compile(r"diganjar|(?:mene|te)rima", re.IGNORECASE)
_A_STORY = 3
"""Sentences that can have a point of their own beside an award told in one of them."""
_FEW = 2
"""Bodies with a result that are no list."""
_LONG_LIST = 8
"""Bodies with a result of their own."""


def rewards_its_own(e: Evidence) -> bool:
    """Headline or lead tell of a region that rewards its own offices."""
    praises = e.holds(PRAISED, e.headline) and not headline_grants(e)
    if praises or e.holds(INTERNAL, e.headline):
        return True
    return any(e.holds(INTERNAL, span) for span in e.lead) and not e.holds(ABOVE, e.headline)


def rewards_persons(e: Evidence) -> bool:
    """The first granting sentence has persons or firms for its subject."""
    return any(
        e.says(words.PERSONS, (start, verb))
        and not e.holds(words.BESIDE_GOVERNMENTS, (start, verb))
        and e.speaks_of_award((start, end))
        for start, end in e.lead
        if (verb := e.story.moods.first_taking(start, end)) is not None
    )


def decorates_persons(e: Evidence) -> bool:
    """Every scheme it names gives to persons alone."""
    return not e.schemes


def given_privately(e: Evidence) -> bool:
    """Headline or lead name a firm, a paper or a university as the giver."""
    return any(e.says(PRIVATE, span) for span in (e.headline, *e.lead))


def lead_grants(e: Evidence) -> bool:
    """A sentence of it grants, disputes nothing, and tells of no award of the past alone."""
    return e.once(_lead_grants)


def _lead_grants(e: Evidence) -> bool:
    return any(is_news(e, span) for span in e.lead)


def opens_with_grant(e: Evidence) -> bool:
    """The first sentence of the text already does."""
    return any(is_news(e, span) for span in e.lead[:1])


def is_news(e: Evidence, span: Span) -> bool:
    """The sentence grants something, and not long ago or as what is known or disputed."""
    is_known = e.holds(words.KNOWN, span) and not e.says(words.CARRIED, span)
    if is_known or not e.grants(span):
        return False
    is_past = e.says(words.RETROSPECT, span) and not e.says(words.COMPARED, span)
    return not (is_past or e.says(words.DISPUTED, span))


def nothing_grants(e: Evidence) -> bool:
    """Neither headline nor lead have a verb that grants; scores and lists speak for themselves."""
    if score_granted(e) or e.recipients > _FEW or len(e.body) == 1:
        return False
    return not (headline_grants(e) or lead_grants(e))


def _lead_tells(e: Evidence, pattern: WordPattern) -> bool:
    """A sentence of the lead that itself grants nothing says it."""
    told = any(e.says(pattern, span) and not e.grants(span) for span in e.lead)
    return told and not headline_grants(e)


def lead_tells_of_stage(e: Evidence) -> bool:
    return _lead_tells(e, words.STAGE)


def lead_tells_of_nominees(e: Evidence) -> bool:
    return _lead_tells(e, words.NOMINEE)


def lead_complains(e: Evidence) -> bool:
    return _lead_tells(e, words.COMPLAINT)


def lead_tells_of_crime(e: Evidence) -> bool:
    """A sentence of it tells of officials who are accused."""
    return any(e.says(words.CRIME, span) for span in e.lead)


def opens_with_definition(e: Evidence) -> bool:
    """The first sentence tells what the award is, as an encyclopedia does."""
    return any(words.DEFINES.match(e.story.folded, *span) for span in e.lead[:1])


def lead_looks_ahead(e: Evidence) -> bool:
    """A sentence of it tells of an assessment to come."""
    return _looking_ahead(e, e.lead) > 0


def _looking_ahead(e: Evidence, spans: Sequence[Span]) -> int:
    """How many do; who has just won speaks of the next target too."""
    patterns = (words.AHEAD,) if headline_grants(e) else (words.AHEAD, words.TARGET)
    return sum(any(e.holds(pattern, span) for pattern in patterns) for span in spans)


def looks_ahead(e: Evidence) -> bool:
    """As many sentences look ahead to an assessment as grant something."""
    ahead = _looking_ahead(e, e.body)
    return ahead > 0 and ahead >= sum(map(e.grants, e.body))


def wishes_most(e: Evidence) -> bool:
    """More sentences wish for an award than grant one."""
    wished = sum(e.wishes(span) and e.speaks_of_award(span) for span in e.body)
    return wished > 0 and wished > sum(map(e.grants, e.body))


def lead_wishes(e: Evidence) -> bool:
    return any(e.wishes(span) for span in e.lead[:1]) and not lead_grants(e)


def handed_over(e: Evidence) -> bool:
    """An award is handed over or announced, and nobody wishes it; reports do not count."""
    return e.once(_handed_over)


def _handed_over(e: Evidence) -> bool:
    return any(
        _hands_over(e, span)
        and e.speaks_of_award(span)
        and not e.says(words.SUBMITTED, span)
        and (not e.wishes(span) or e.holds(words.AFTER_HANDING, span))
        for span in e.body
    )


def _hands_over(e: Evidence, span: Span) -> bool:
    """Not only "kantor yang diganjar WBK", of somebody who is known to have it."""
    told = (m for m in e.matches(words.HANDED, span) if not e.is_in_name(m.start()))
    return any(
        _RECEIVES.match(m[0]) is None
        or words.WHICH.search(e.story.folded, span[0], m.start()) is None
        for m in told
    )


def gives_thanks(e: Evidence) -> bool:
    return e.says(words.THANKS, e.text)


def score_granted(e: Evidence) -> bool:
    return any(f.what is What.SCORE for f in e.held)


def result_granted(e: Evidence) -> bool:
    return any(f.what is not What.SCORE for f in e.held)


def many_recipients(e: Evidence) -> bool:
    return e.recipients > 2 and not headline_wishes(e)


def long_list(e: Evidence) -> bool:
    """So many have a result that the story can hardly be about anything else.

    So many places are a ranking that is out, whatever the headline hopes for.
    """
    many = len({fact.owner.key for fact in e.held}) >= _LONG_LIST
    placed = len({fact.owner.key for fact in e.held if fact.what is What.RANK}) >= _LONG_LIST
    return many and not e.is_chronicle and (placed or not headline_wishes(e))


def many_scored(e: Evidence) -> bool:
    """Several bodies have a score each: results are out, whatever the headline makes of them."""
    return len({f.owner.key for f in e.held if f.what is What.SCORE}) > 1


def result_to_come(e: Evidence) -> bool:
    to_come = e.holds(words.TO_COME, e.text)
    return to_come and not headline_tells(e)


def not_final(e: Evidence) -> bool:
    """A result's own sentence or the one before calls it interim, internal or self-assessed."""
    sentences = e.story.sentences
    before = {fact.sentence.index: sentences[max(0, fact.sentence.index - 1)] for fact in e.held}
    spans = [
        (max(first.start, e.story.text_start), sentences[index].end)
        for index, first in before.items()
        if index
    ]
    return any(e.holds(words.NOT_FINAL, span) for span in (*spans, e.headline))


def told_in_passing(e: Evidence) -> bool:
    """Neither headline nor first paragraph speak of a scheme, and only one paragraph does."""
    own = [e.story.sentence_at(offset) for offset in e.own]
    first = e.story.sentence_at(e.lead[0][0]).paragraph if e.lead else 0
    paragraphs = {s.paragraph for s in own}
    return (
        e.length > _BRIEF
        and len(paragraphs) == 1
        and not e.has_result(e.headline)
        and not paragraphs & {0, first}
    )


def heads_with_another(e: Evidence) -> bool:
    """It grants a single award, and neither it nor the first sentence that grants names a scheme of
    ours."""
    first = next((span for span in e.body if e.grants(span)), None)
    if first is None or not (headline_grants(e) or headline_names_winners(e)):
        return False
    if tells_of_several(e.story.folded, first):
        return False
    return bool(e.own) and not any(map(e.speaks_of_scheme, (e.headline, first)))


def told_once(e: Evidence) -> bool:
    """A single sentence names our schemes or has a result, neither the headline nor the first of
    the text, the lead grants no score with its class, and the sentences beside it hand nothing out:
    the story's point is another one."""
    if len(e.body) < _A_STORY or (score_granted(e) and result_granted(e) and lead_grants(e)):
        return False
    told = {e.story.sentence_at(at).index for at in (*e.own, *e.results)}
    index = told.pop() if len(told) == 1 else 0
    only = e.story.sentences[index]
    if only.start <= e.lead[0][0] or is_granted_these_days(e, (only.start, only.end)):
        return False
    beside = e.story.sentences[index - 1 : index + 2 : 2]
    return not any(words.TO_WINNER.search(e.story.folded, s.start, s.end) for s in beside)


def scheme_late(e: Evidence) -> bool:
    return e.length > _BRIEF and bool(e.own) and e.depth(min(e.own)) > _LATE


def results_late(e: Evidence) -> bool:
    first = min((f.start for f in e.held), default=None)
    return first is not None and e.length > _BRIEF and e.depth(first) > _VERY_LATE


def results_past(e: Evidence) -> bool:
    """Every result is told as an earlier one."""
    told = [f for f in e.facts if f.mood.holds and f.scheme in e.schemes]
    return bool(told) and all(
        e.says(words.RETROSPECT, (f.sentence.start, f.start))
        and not e.says(words.COMPARED, (f.sentence.start, f.sentence.end))
        for f in told
    )


def results_wished(e: Evidence) -> bool:
    """More results are wished for or denied than granted."""
    wished = [f for f in e.facts if f.mood in (Mood.WISHED, Mood.DENIED)]
    return len(wished) > len(e.held)


def edition_retold(e: Evidence) -> bool:
    """Only editions that are no news any more are named, or year after year is listed."""
    retold = [scheme for scheme in e.named.active if e.editions[scheme].is_retold]
    is_late = many_scored(e) and any(
        e.holds(words.RELEASED, span) and e.speaks_of_scheme(span) for span in e.lead[:2]
    )
    return e.is_chronicle or (len(retold) == len(e.named.active) > 0 and not is_late)
