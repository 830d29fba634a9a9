"""From an article to its claims: the public face of the reader of awards.

One story goes through in one direction: fold and cut into sentences (`text`), name everybody
(`bodies`) and every scheme (`schemes_named`), find numbers and attributes, tie each to its owner
(`ownership`, `facts`), judge the story (`verdict`), build the claims (`claims`), check them.
"""

from dataclasses import dataclass

from crawler.awards.attributes import find_attributes
from crawler.awards.bodies import find_cast
from crawler.awards.catalogue import load_catalogue
from crawler.awards.claims import Findings, build_claims
from crawler.awards.editions import edition_of
from crawler.awards.events import find_event, find_venues
from crawler.awards.facts import Fact, Rejected, attribute_facts, score_facts
from crawler.awards.gazetteer import load_gazetteer
from crawler.awards.numbers import find_numbers
from crawler.awards.ownership import Stage
from crawler.awards.rankings import list_ranks
from crawler.awards.schemes_named import find_schemes
from crawler.awards.text import fold, tell, whole_of
from crawler.awards.verdict import Reason, judge
from storage.records import Article, Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a story says about awards."""

    is_award_story: bool
    confidence: float
    """0 to 1 that it is an award story."""
    reasons: tuple[Reason, ...]
    claims: tuple[Claim, ...]
    rejected: tuple[Rejected, ...] = ()
    """Numbers that were set aside, with the reason."""


_NOTHING = Reading(is_award_story=False, confidence=0.0, reasons=(), claims=())


def read_story(article: Article) -> Reading:
    """Read the claims of a story; an empty tuple when it tells of no award granted."""
    folded = fold(whole_of(article))
    lowered = folded.lower()
    catalogue = {
        scheme.id: scheme
        for scheme in load_catalogue().values()
        if any(word in lowered for word in scheme.gate)
    }
    if not catalogue:
        return _NOTHING
    story = tell(article, folded)
    cast = find_cast(story.folded, load_gazetteer(), {s.id: s.grantors for s in catalogue.values()})
    named = find_schemes(story.folded, cast, catalogue)
    if not named.active:
        return _NOTHING
    stage = Stage(story, cast, find_venues(story))
    found = list(score_facts(story, stage, named, find_numbers(story.folded)))
    facts = [each for each in found if isinstance(each, Fact)]
    facts += attribute_facts(
        story, stage, named, find_attributes(story.folded, named.active.values())
    )
    facts += list_ranks(story, stage, named)
    editions = {scheme.id: edition_of(story, named, scheme) for scheme in named.active.values()}
    verdict = judge(story, named, facts, editions)
    findings = Findings(
        story=story,
        cast=cast,
        stage=stage,
        named=named,
        facts=tuple(facts),
        event=find_event(story),
        editions=editions,
    )
    claims = build_claims(findings, verdict.confidence) if verdict.is_award_story else ()
    return Reading(
        is_award_story=bool(claims),
        confidence=verdict.confidence if claims else min(verdict.confidence, 0.49),
        reasons=verdict.reasons,
        claims=claims,
        rejected=tuple(each for each in found if isinstance(each, Rejected)),
    )
