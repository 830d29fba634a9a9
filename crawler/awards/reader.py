"""From an article to its claims: the public face of the reader of awards.

One story goes through in one direction: fold and cut into sentences (`text`), name everybody
(`bodies`) and every scheme (`schemes_named`), find numbers and attributes, tie each to its owner
(`ownership`, `facts`), judge the story (`verdict`), build the claims (`claims`), check them.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from crawler.awards.attributes import Attribute, find_attributes
from crawler.awards.averages import end_of_class_cue
from crawler.awards.beside import beside_facts
from crawler.awards.bodies import cast_of, find_names
from crawler.awards.carried_on import carried_on
from crawler.awards.catalogue import Scheme
from crawler.awards.claims import build_claims
from crawler.awards.editions import edition_of
from crawler.awards.events import find_event, find_venues
from crawler.awards.evidence import Evidence
from crawler.awards.facts import Announced, Fact, Rejected, attribute_facts, with_own_years
from crawler.awards.findings import Findings
from crawler.awards.gate import load_gate
from crawler.awards.gazetteer import load_gazetteer
from crawler.awards.groups import Group, find_groups
from crawler.awards.listed_offices import with_listed_offices
from crawler.awards.mentions import Cast
from crawler.awards.numbers import find_numbers
from crawler.awards.ownership import Stage
from crawler.awards.rank_runs import run_ranks
from crawler.awards.rank_scopes import with_scopes
from crawler.awards.rankings import list_ranks
from crawler.awards.receivers import grants_itself
from crawler.awards.repeated import with_repeated
from crawler.awards.schemes_named import SchemesNamed, find_schemes
from crawler.awards.scores import score_facts
from crawler.awards.sections import find_sections, heads_of, section_facts
from crawler.awards.shared_results import group_facts, ranked_groups
from crawler.awards.spaces import has_wide_spaces, put_back, squeeze
from crawler.awards.stretches import find_stretches, placed_stretches, stretch_facts
from crawler.awards.successions import next_ranks
from crawler.awards.tables import column_ranks, column_zones, find_tables
from crawler.awards.text import Story, fold, tell, whole_of
from crawler.awards.told_of_all import of_all_facts
from crawler.awards.verdict import Reason, judge, sure_of
from crawler.awards.word_patterns import IndexedText
from storage.frozen import frozen
from storage.records import Article, Claim


@frozen
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
    schemes = load_gate().schemes_hinted_at(folded)
    if not schemes:
        return _NOTHING
    if not has_wide_spaces(article, folded):
        return _read(article, folded, schemes)
    title, text = squeeze(article.title), squeeze(article.text)
    squeezed = replace(article, title=title.text, text=text.text)
    reading = _read(squeezed, fold(whole_of(squeezed)), schemes)
    claims = tuple(put_back(claim, article, title, text) for claim in reading.claims)
    start = len(whole_of(article)) - len(article.text)
    squeezed_start = start - len(article.title) + len(title.text)
    rejected = tuple(
        replace(
            each,
            start=start + text.place(each.start - squeezed_start),
            end=start + text.place(each.end - 1 - squeezed_start) + 1,
        )
        for each in reading.rejected
        if each.start >= squeezed_start
    )
    return replace(reading, claims=claims, rejected=rejected)


def _read(article: Article, folded: IndexedText, catalogue: Mapping[str, Scheme]) -> Reading:
    """`folded` is what `fold` makes of the article; `catalogue` the schemes it may speak of."""
    story = tell(article, folded)
    cast, named = _cast_and_schemes(story, catalogue)
    if not named.active:
        return _NOTHING
    venues = find_venues(story)
    names = [(mention.start, mention.end) for mention in named.mentions if mention.is_name]
    stage = Stage(story, cast, venues, names)
    tables = find_tables(story)
    scored = tuple(score_facts(story, stage, named, find_numbers(story.folded), tables))
    columns = (story, stage, named, tables)
    told = (*scored, *column_ranks(*columns), *column_zones(*columns))
    facts, announced, groups = _facts_and_groups(story, stage, named, told)
    editions = {scheme.id: edition_of(story, named, scheme) for scheme in named.active.values()}
    findings = Findings(
        story=story,
        cast=cast,
        stage=stage,
        named=named,
        facts=tuple(facts),
        announced=announced,
        event=find_event(story, venues),
        editions=editions,
        groups=groups,
    )
    candidates = build_claims(findings)
    evidence = Evidence(
        story=story, named=named, facts=facts, editions=editions, recipients=len(candidates)
    )
    verdict = judge(evidence)
    claims = (
        tuple(sure_of(claim, verdict) for claim in candidates) if verdict.is_award_story else ()
    )
    return Reading(
        is_award_story=bool(claims),
        confidence=verdict.confidence if claims else min(verdict.confidence, 0.49),
        reasons=verdict.reasons,
        claims=claims,
        rejected=tuple(_set_aside(scored, is_refused=not claims)),
    )


def _not_of_averages(
    story: Story, named: SchemesNamed, found: Iterable[Fact | Rejected]
) -> Iterator[Attribute]:
    """What is told beside the numbers, without what averages of others amount to."""
    ends = [each.end for each in found if isinstance(each, Rejected) and each.why == "average"]
    others = [(end, end_of_class_cue(story.folded, end)) for end in ends]
    every = with_repeated(story.folded, find_attributes(story.folded, named.active.values()))
    for each in every:
        if not any(end <= each.start <= cue < each.end for end, cue in others):
            yield each


def _set_aside(scored: Iterable[Fact | Rejected], *, is_refused: bool) -> Iterator[Rejected]:
    """The numbers that are no score, and the scores that nobody was granted."""
    last = -1
    for each in scored:
        if isinstance(each, Rejected):
            yield each
        elif each.start != last and (is_refused or not each.mood.holds):
            last = each.start
            told = "earlier" if each.is_earlier else "no-award"
            why = told if each.mood.holds else each.mood.value
            yield Rejected(start=each.start, end=each.end, raw=each.raw, why=why)


def _cast_and_schemes(story: Story, catalogue: Mapping[str, Scheme]) -> tuple[Cast, SchemesNamed]:
    """Who is named, and what it is about; who grants only what it is not about may receive."""
    grantors = {scheme.id: scheme.grantors for scheme in catalogue.values()}
    everybody = find_names(story.folded, load_gazetteer(), grantors)
    cast = with_listed_offices(story, cast_of(story.folded, everybody, catalogue))
    named = find_schemes(story.folded, cast, catalogue)
    if named.active and any(grantor.scheme not in named.active for grantor in cast.grantors):
        cast = with_listed_offices(story, cast_of(story.folded, everybody, named.active))
    return cast, named


def _facts_and_groups(
    story: Story, stage: Stage, named: SchemesNamed, found: Sequence[Fact | Rejected]
) -> tuple[list[Fact], tuple[Announced, ...], tuple[Group, ...]]:
    """All that is said of anybody and of nobody named, and who is spoken of together.

    `found` are the scores, and what tables tell.
    """
    facts = [each for each in found if isinstance(each, Fact)]
    attributes = tuple(_not_of_averages(story, named, found))
    sections = find_sections(story, stage, attributes)
    facts += section_facts(story, sections, named)
    told = list(attribute_facts(story, stage, named, attributes, heads_of(sections)))
    facts += [each for each in told if isinstance(each, Fact)]
    facts += list_ranks(story, stage, named)
    facts += run_ranks(story, stage, named)
    facts += next_ranks(story, stage, facts)
    facts = list(with_scopes(story, facts))
    found_groups = find_groups(story, stage)
    groups = tuple(each for each in found_groups if not stage.is_compared(each.owners[0]))
    stretches = (
        *find_stretches(story, stage, attributes, groups, facts),
        *placed_stretches(story, stage, attributes, facts),
    )
    facts += tuple(stretch_facts(story, named, stretches))
    announced = tuple(each for each in told if isinstance(each, Announced))
    ranked = tuple(ranked_groups(story, facts, announced))
    facts += group_facts(story, (*groups, *ranked), tuple(facts), announced, named)
    facts += carried_on(story, tuple(facts))
    facts += beside_facts(story, stage, tuple(facts))
    facts += of_all_facts(story, stage, named, (*announced, *facts), groups)
    given = [f for f in facts if not grants_itself(story, named.active[f.scheme], f.owner)]
    return list(with_own_years(story, given)), announced, groups
