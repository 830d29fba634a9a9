"""From facts to claims: who receives what, one claim for each recipient and scheme."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from crawler.awards.attributes import What
from crawler.awards.catalogue import Scheme
from crawler.awards.facts import Fact
from crawler.awards.filling import Filler
from crawler.awards.findings import Findings
from crawler.awards.gazetteer import Region
from crawler.awards.groups import Group
from crawler.awards.modality import Mood
from crawler.awards.ownership import Stage
from crawler.awards.receivers import receivers_of
from crawler.awards.seating import Owner
from crawler.awards.slips import without_slips
from crawler.awards.told_of_many import shared_by_receivers
from storage.records import Claim

_GRADES = (What.PREDICATE, What.CATEGORY)
_PLACES = (*_GRADES, What.RANK)
_UNNAMED_SCORE = 0.7
"""How far a recipient without score or predicate lowers the confidence."""
OWN = frozenset({"vertikal", "kementerian", "lembaga", "desa", "university"})
"""Kinds of recipients that are nobody's part: an award of theirs is never their region's."""
_TOO = re.compile(
    r"\s+(?:sendiri|pun|juga|turut|ikut)\b|[^.;\n]{1,40}?\b(?:sebagai|jadi|menjadi|kategori)\s+pembina\b"
)
"""Behind a region that receives beside its villages."""
_REGIONS = frozenset({"kabupaten", "kota", "provinsi"})

Body = tuple[Region | None, str | None]
"""A region, a unit of it, or a body of its own such as a ministry."""


def build_claims(findings: Findings) -> tuple[Claim, ...]:
    """All claims, scheme by scheme; their confidence is that of the reading of each alone."""
    return tuple(
        claim
        for scheme in findings.named.active.values()
        if scheme.recipients != ("person",)
        for claim in _claims_of_scheme(findings, scheme)
    )


def _claims_of_scheme(findings: Findings, scheme: Scheme) -> list[Claim]:
    edition = findings.editions[scheme.id]
    filler = Filler(
        story=findings.story,
        scheme=scheme,
        edition=edition,
        event=findings.event,
        proofs=_proofs(findings, scheme),
    )
    home = findings.stage.subjects.main_region
    told = (fact for fact in findings.facts if fact.scheme == scheme.id)
    facts = [_of_whole(fact, scheme, home) for fact in told]
    groups = _by_body(facts, findings.stage)
    current = {
        body: held
        for body, facts in groups.items()
        if (held := [fact for fact in facts if fact.is_current(edition.year)])
    }
    receiving = [_whole(owner, scheme, home) for owner in receivers_of(findings, scheme)]
    receivers = _by_recipient(receiving, findings.stage)
    regions = _regions_told(scheme, current, receivers)
    to_units = _REGIONS.isdisjoint(scheme.recipients)
    regions |= set() if to_units else _regions_listed(findings, receivers)
    listed = _listed_across_regions(findings.groups, current) | _placed_apart(current, scheme)
    listed |= _headlined(findings, current)
    claims = []
    for body, held in current.items():
        anchor = next((fact for fact in held if fact.what is What.SCORE), held[0])
        if body not in listed and _is_left_out(body, anchor.owner, regions, scheme):
            continue
        units = _unit_scores(current, body[0], listed, scheme) if body[1] is None else []
        claims.append(
            filler.claim(anchor.owner, body, groups[body], units, confidence=_certainty(anchor))
        )
    without = [owner for body, owner in receivers.items() if body not in current]
    shares = shared_by_receivers(findings, scheme, without)
    for body, owner in receivers.items():
        if body in current or (body not in listed and _is_left_out(body, owner, regions, scheme)):
            continue
        units = _unit_scores(current, body[0], listed, scheme) if body[1] is None else []
        share = [shares[owner.start]] if owner.start in shares else []
        claim = filler.claim(owner, body, share, units, confidence=_UNNAMED_SCORE)
        if all(claim.recipient != other.recipient for other in claims):
            claims.append(claim)
    return without_slips(claims, home)


def _of_whole(fact: Fact, scheme: Scheme, home: Region | None) -> Fact:
    owner = _whole(fact.owner, scheme, home)
    return fact if owner is fact.owner else replace(fact, owner=owner)


def _whole(owner: Owner, scheme: Scheme, home: Region | None) -> Owner:
    """A district stands for its regency where only regions receive: the Adipura of a town."""
    if owner.unit is None or not owner.unit.startswith("Kecamatan "):
        return owner
    region = owner.region or home
    if region is None or not _REGIONS.issuperset(scheme.recipients):
        return owner
    return replace(owner, region=region, unit=None, kind=region.kind)


def _regions_told(
    scheme: Scheme, current: Mapping[Body, list[Fact]], receivers: Mapping[Body, Owner]
) -> set[Region | None]:
    """Regions that receive it themselves, so that their units only add scores.

    Where the scheme gives to units only, or the region has no result of its own while its units
    have theirs, the units receive.
    """
    regions = {body[0] for body in (*current, *receivers) if body[1] is None}
    with_units = {
        region for region, unit in (*current, *receivers) if unit is not None and region is not None
    }
    if _REGIONS.isdisjoint(scheme.recipients):
        others = any(unit is not None for _, unit in (*current, *receivers))
        return set() if others else regions
    graded = {
        body[0]
        for body, facts in current.items()
        if body[1] is not None and any(f.what in _GRADES for f in facts)
    }
    if scheme.recipients[0] in ("unit", "vertikal"):
        graded = graded | with_units
    own = {r: _of_itself(current.get((r, None), ())) for r in regions}
    direct = {r for r in regions if any(map(_is_direct, own[r]))}
    return regions - (graded - direct)


def _of_itself(facts: Sequence[Fact]) -> Sequence[Fact]:
    """Without predicates that differ: "kategori prima dan sangat baik" sums up its units'."""
    given = {fact.value for fact in facts if fact.what is What.PREDICATE}
    return [fact for fact in facts if len(given) == 1 or fact.what is not What.PREDICATE]


def _regions_listed(findings: Findings, receivers: Mapping[Body, Owner]) -> set[Region | None]:
    """Regions that receive in a list of their like, or too, beside what villages of theirs have."""
    listed = {
        owner.region
        for group in findings.groups
        if all(each.unit is None for each in group.owners)
        for owner in group.owners
    }
    folded = findings.story.folded
    return {
        region
        for (region, unit), owner in receivers.items()
        if unit is None and (region in listed or _TOO.match(folded, owner.end))
    }


def _is_direct(fact: Fact) -> bool:
    """Its owner is named in the very sentence, or it is a score that stands by itself."""
    if fact.what is What.SCORE:
        return True
    return fact.sentence.start <= fact.owner.start < fact.sentence.end


def _is_left_out(body: Body, owner: Owner, told: set[Region | None], scheme: Scheme) -> bool:
    """A part of a region that is told, or a region that only its parts are told of."""
    if body[1] is None:
        return body[0] not in told
    return _is_part(owner, scheme) and body[0] in told


def _is_part(owner: Owner, scheme: Scheme) -> bool:
    """A unit whose scores are its region's where the region is told of itself.

    A village is one where the scheme gives to none: then it only adds its score, as an office does.
    """
    of_region = owner.kind not in OWN or (owner.kind == "desa" and "desa" not in scheme.recipients)
    return owner.unit is not None and of_region


def _by_recipient(owners: Sequence[Owner], stage: Stage) -> dict[Body, Owner]:
    found: dict[Body, Owner] = {}
    for owner in owners:
        body = _body_of(owner, stage)
        if body is not None:
            found.setdefault(body, owner)
    return found


def _body_of(owner: Owner, stage: Stage) -> Body | None:
    """Who it is; a unit without a region belongs to the main one, unless it stands alone."""
    if owner.unit is None or owner.region is not None:
        return (owner.region, owner.unit) if owner.region or owner.unit else None
    if owner.alone:
        return None, owner.unit
    subjects = stage.subjects
    at_home = subjects.home if subjects.lies_at_home(owner) else None
    region = at_home if owner.kind == "desa" else subjects.main_region or at_home
    return (region, owner.unit) if region is not None else None


def _proofs(findings: Findings, scheme: Scheme) -> dict[str, tuple[int, int]]:
    """Where the scheme (by its name, else by a cue) and its grantor are first named."""
    ours = [m for m in findings.named.mentions if m.scheme == scheme.id]
    best = min(ours, key=lambda mention: (not mention.is_name, mention.start))
    proofs = {"scheme": (best.start, best.end)}
    grantor = next((g for g in findings.cast.grantors if g.scheme == scheme.id), None)
    if grantor is not None:
        proofs["grantor"] = (grantor.start, grantor.end)
    return proofs


def _certainty(anchor: Fact) -> float:
    certainty = 1.0 if anchor.owner.is_certain else 0.6
    plain = 0.95 if anchor.mood is Mood.PLAIN else 1.0
    return certainty * plain


def _headlined(findings: Findings, current: Mapping[Body, Sequence[Fact]]) -> set[Body]:
    """The unit that the headline is about, unless its region or others of it have scores too."""
    main = findings.stage.subjects.main
    if main is None or main.unit is None or main.start >= findings.story.text_start:
        return set()
    body = _body_of(main, findings.stage)
    if body is None:
        return set()
    has_others = any(
        region == body[0] and unit != body[1]
        for (region, unit), facts in current.items()
        if any(fact.what is What.SCORE for fact in facts)
    )
    return set() if has_others else {body}


def _listed_across_regions(
    groups: Sequence[Group], current: Mapping[Body, Sequence[Fact]]
) -> set[Body]:
    """Units named in a list of units of several regions: they receive for themselves.

    Not where each of the regions has its own score, and of the units nothing but scores is told.
    """
    across = [
        ({(owner.region, None) for owner in group.owners if owner.region is not None}, units)
        for group in groups
        if (units := {(each.region, each.unit) for each in group.owners if each.unit is not None})
    ]
    across = [(regions, units) for regions, units in across if len(regions) > 1]
    if not across:
        return set()
    scored = {b for b, facts in current.items() if any(f.what is What.SCORE for f in facts)}
    graded = {
        body
        for body, facts in current.items()
        if any(f.what is not What.SCORE and _is_direct(f) for f in facts)
    }
    apart = (units for regions, units in across if regions - scored or units & graded)
    return set[Body]().union(*apart)


def _placed_apart(current: Mapping[Body, list[Fact]], scheme: Scheme) -> set[Body]:
    """Units with another place or predicate than their region, where the scheme gives to units.

    Or with the same one that the headline grants them.
    """
    if scheme.recipients[0] not in ("unit", "vertikal"):
        return set()
    return {
        body
        for body, facts in current.items()
        if body[1] is not None
        and (own := _direct_places(facts))
        and (its := _direct_places(current.get((body[0], None), ())))
        and (not own & its or any(_is_in_headline(fact) for fact in facts))
    }


def _is_in_headline(fact: Fact) -> bool:
    return fact.sentence.index == 0 and fact.mood is Mood.GRANTED and _is_direct(fact)


def _direct_places(facts: Sequence[Fact]) -> set[tuple[What, float | str]]:
    return {(fact.what, fact.value) for fact in facts if fact.what in _PLACES and _is_direct(fact)}


def _unit_scores(
    current: Mapping[Body, list[Fact]], region: Region | None, listed: set[Body], scheme: Scheme
) -> list[Fact]:
    return [
        fact
        for (owner, name), facts in current.items()
        if owner == region and name is not None and (owner, name) not in listed
        for fact in facts
        if fact.what is What.SCORE and _is_part(fact.owner, scheme)
    ]


def _by_body(facts: Sequence[Fact], stage: Stage) -> Mapping[Body, list[Fact]]:
    """Facts by the body that owns them."""
    groups: dict[Body, list[Fact]] = defaultdict(list)
    for fact in facts:
        body = _body_of(fact.owner, stage)
        if body is not None:
            groups[body].append(fact)
    return groups
