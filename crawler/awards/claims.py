"""From facts to claims: who receives what, one claim for each recipient and scheme."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from crawler.awards.attributes import What
from crawler.awards.bodies import Cast
from crawler.awards.catalogue import Scheme
from crawler.awards.editions import Edition
from crawler.awards.events import Event
from crawler.awards.facts import Fact
from crawler.awards.filling import Filler
from crawler.awards.gazetteer import Region
from crawler.awards.modality import Mood, has_grant
from crawler.awards.ownership import Stage
from crawler.awards.schemes_named import SchemesNamed
from crawler.awards.seating import Owner
from crawler.awards.text import Sentence, Story
from storage.records import Claim

_AWARD_NOUN = re.compile(
    r"\b(?:penghargaan|piagam|predikat|anugerah|opini|zona(?:si)?|plakat|trofi|sertifikat|"
    r"kualitas tertinggi)\b",
    re.IGNORECASE,
)
_THE_SAME = re.compile(
    r"\b(?:penghargaan|piagam|predikat|anugerah|hasil) (?:serupa|yang sama|sejenis|tersebut|"
    r"itu)\b",
    re.IGNORECASE,
)
_UNNAMED_SCORE = 0.7
"""How far a recipient without score or predicate lowers the confidence."""

_SUREST = 0.99
"""Nothing read from a newspaper is certain."""

Body = tuple[Region, str | None]
"""A region, or a unit of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """Everything read from a story before claims are built."""

    story: Story
    cast: Cast
    stage: Stage
    named: SchemesNamed
    facts: tuple[Fact, ...]
    event: Event
    editions: Mapping[str, Edition]
    """By scheme id."""


def build_claims(findings: Findings, confidence: float) -> tuple[Claim, ...]:
    """All claims of an award story, scheme by scheme; `confidence` is that of the verdict."""
    return tuple(
        claim
        for scheme in findings.named.active.values()
        for claim in _claims_of_scheme(findings, scheme, confidence)
    )


def _claims_of_scheme(findings: Findings, scheme: Scheme, confidence: float) -> list[Claim]:
    edition = findings.editions[scheme.id]
    filler = Filler(
        story=findings.story,
        scheme=scheme,
        edition=edition,
        event=findings.event,
        proofs=_proofs(findings, scheme),
    )
    groups = _by_body([f for f in findings.facts if f.scheme == scheme.id], findings.stage)
    current = {
        body: held
        for body, facts in groups.items()
        if (held := [fact for fact in facts if fact.is_current(edition.year)])
    }
    receivers = {o.region: o for o in _receivers(findings, scheme) if o.region is not None}
    told = {region for region, unit in current if unit is None}
    claims = []
    for body, held in current.items():
        if body[1] is None or body[0] not in told | set(receivers):
            anchor = next((fact for fact in held if fact.what is What.SCORE), held[0])
            units = _unit_scores(current, body[0]) if body[1] is None else []
            claim = filler.claim(anchor.owner, body[0], groups[body], units)
            claims.append(replace(claim, confidence=_confidence(anchor, confidence)))
    for region, owner in receivers.items():
        if region not in told:
            bare = filler.claim(owner, region, (), _unit_scores(current, region))
            claims.append(replace(bare, confidence=round(confidence * _UNNAMED_SCORE, 2)))
    return _without_slips(claims, findings.stage.main_region)


def _without_slips(claims: Sequence[Claim], main: Region | None) -> list[Claim]:
    """Drop a region that one sentence credits with the very score of the story's own region."""
    own = next((c for c in claims if main and c.recipient == main.full_name and c.score), None)
    if own is None:
        return list(claims)
    slips = [
        c
        for c in claims
        if len(claims) == 2
        and (c.recipient_kind, c.score) == (own.recipient_kind, own.score)
        and c.recipient != own.recipient
        and c.proof != own.proof
    ]
    warnings = tuple(f"its score is also credited to {slip.recipient}" for slip in slips)
    warned = replace(own, warnings=own.warnings + warnings)
    return [warned if c is own else c for c in claims if c not in slips]


def _proofs(findings: Findings, scheme: Scheme) -> dict[str, tuple[int, int]]:
    """Where the scheme (by its name, else by a cue) and its grantor are first named."""
    ours = [m for m in findings.named.mentions if m.scheme == scheme.id]
    best = min(ours, key=lambda mention: (not mention.is_name, mention.start))
    proofs = {"scheme": (best.start, best.end)}
    grantor = next((g for g in findings.cast.grantors if g.scheme == scheme.id), None)
    if grantor is not None:
        proofs["grantor"] = (grantor.start, grantor.end)
    return proofs


def _confidence(anchor: Fact, confidence: float) -> float:
    certainty = 1.0 if anchor.owner.is_certain else 0.6
    plain = 0.95 if anchor.mood is Mood.PLAIN else 1.0
    return min(_SUREST, round(confidence * certainty * plain, 2))


def _unit_scores(current: Mapping[Body, list[Fact]], region: Region) -> list[Fact]:
    return [
        fact
        for (owner, name), facts in current.items()
        if owner == region and name is not None
        for fact in facts
        if fact.what is What.SCORE
    ]


def _by_body(facts: Sequence[Fact], stage: Stage) -> Mapping[Body, list[Fact]]:
    """Facts by the body that owns them; a unit without a region belongs to the main one."""
    groups: dict[Body, list[Fact]] = defaultdict(list)
    for fact in facts:
        region = fact.owner.region or stage.main_region
        if region is not None:
            groups[region, fact.owner.unit].append(fact)
    return groups


def _receivers(findings: Findings, scheme: Scheme) -> list[Owner]:
    """Bodies that a granting sentence about the scheme names as receiving the award."""
    return [
        owner
        for sentence in findings.story.sentences
        if _grants_scheme(findings, scheme, sentence)
        for owner in findings.stage.receivers(sentence)
    ]


def _grants_scheme(findings: Findings, scheme: Scheme, sentence: Sentence) -> bool:
    start, end = sentence.start, sentence.end
    speaks = findings.named.speaks_of(scheme.id, start, end)
    speaks = speaks or _THE_SAME.search(findings.story.folded, start, end) is not None
    return (
        speaks
        and _AWARD_NOUN.search(findings.story.folded, start, end) is not None
        and has_grant(findings.story.folded, start, end)
    )
