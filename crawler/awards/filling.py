"""Fills one claim: picks the strongest fact for each field and notes the span that proves it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from crawler.awards.attributes import What
from crawler.awards.catalogue import Scheme
from crawler.awards.check import level_of, warnings_of
from crawler.awards.editions import Edition
from crawler.awards.events import Event
from crawler.awards.facts import Fact
from crawler.awards.gazetteer import Region
from crawler.awards.modality import Mood
from crawler.awards.rules_version import rules_version
from crawler.awards.seating import Owner
from crawler.awards.text import Story
from crawler.awards.units import recipient_name
from storage.records import Claim, EarlierScore, Evidence, UnitScore

_OF_ITS_CLASS = 0.5
"""How much better a score fits that lies in the class the story tells."""

_OF_A_LIST = 1.3
"""How strong a grade is that is told of a part of a list; whose it is, is guessed below it."""

Spans = dict[str, tuple[int, int]]


_GRADES = (What.PREDICATE, What.CATEGORY, What.ZONE)
_KINDS = frozenset({"provinsi", "kabupaten", "kota", "desa", "kementerian"})


class Filler:
    """Makes the claims of one scheme in one story."""

    def __init__(
        self,
        *,
        story: Story,
        scheme: Scheme,
        edition: Edition,
        event: Event,
        proofs: Mapping[str, tuple[int, int]],
    ) -> None:
        """`proofs` are the spans that every claim shares: of the scheme and of its grantor."""
        self._story = story
        self._proofs = proofs
        self._scheme = scheme
        self._edition = edition
        self._event = event
        self._shared = {
            "scheme": scheme.id,
            "grantor": scheme.grantor,
            "year": edition.stated,
            "edition_year": edition.year,
            "edition_basis": edition.basis,
            "award_date": event.day,
            "venue": event.venue,
            "rules_version": rules_version(),
        }

    def claim(
        self,
        owner: Owner,
        body: tuple[Region | None, str | None],
        facts: Sequence[Fact],
        units: Sequence[Fact],
        confidence: float,
    ) -> Claim:
        """One recipient's claim from its own facts and the current scores of its units.

        `confidence` is that of its reading alone.
        """
        current = [fact for fact in facts if fact.is_current(self._edition.year)]
        score = self._score(current)
        spans: Spans = {"recipient": (owner.start, owner.end), **self._proofs}
        spans |= {"score": (score.start, score.end)} if score else {}
        shown = score or max(current, key=lambda fact: fact.strength, default=None)
        passage = self._story.passage((shown or owner).start)
        region, unit = body
        place = region.full_name if region else ""
        kind = "unit" if unit else owner.kind
        suited = self._of_its_class([f for f in current if _is_for(f, kind)], score)
        claim = Claim(
            recipient=recipient_name(unit, place or None) if unit else place,
            recipient_code=region.code if region else None,
            recipient_kind=kind,
            score=float(score.value) if score else None,
            score_raw=score.raw if score else None,
            scale=self._scheme.scale if score else None,
            **self._attributes(suited, spans),  # type: ignore[arg-type]  # as Claim has them
            units=_unit_scores(units, spans),
            previous=self._earlier_scores(facts, score, spans),
            confidence=confidence,
            warnings=_doubts(owner, current, score),
            proof=self._evidence("proof", passage),
            evidence=self._proofs_of(spans),
            **self._shared,  # type: ignore[arg-type]
        )
        doubts = warnings_of(claim, self._scheme)
        return replace(claim, warnings=claim.warnings + doubts) if doubts else claim

    def _score(self, current: Sequence[Fact]) -> Fact | None:
        """The strongest; the one in the class that is told of it before the others."""
        graded = {f.value for f in current if f.what in (What.PREDICATE, What.CATEGORY)}
        bands = [
            level
            for level in self._scheme.levels(self._edition.year)
            if level.minimum is not None and not graded.isdisjoint((level.predicate, level.letter))
        ]

        def promise(fact: Fact) -> tuple[float, int]:
            value = float(fact.value)
            fits = any((level.minimum or 0) <= value <= (level.maximum or value) for level in bands)
            return fact.strength + _OF_ITS_CLASS * fits, -fact.start

        scores = [fact for fact in current if fact.what is What.SCORE]
        return max(scores, key=promise, default=None)

    def _of_its_class(self, facts: Sequence[Fact], score: Fact | None) -> Sequence[Fact]:
        """Without grades that the score belies where the fitting one is told too, or of nobody."""
        years = self._scheme.levels(self._edition.year) if score else ()
        level = level_of(float(score.value), years) if score else None
        if score is None or level is None:
            return facts
        expected = dict(zip(_GRADES, (level.predicate, level.letter, level.zone), strict=True))
        told = {fact.what for fact in facts if fact.value == expected.get(fact.what)}

        def is_belied(fact: Fact) -> bool:
            if expected.get(fact.what) in (None, fact.value):
                return False
            elsewhere = fact.what in told and fact.sentence != score.sentence
            return elsewhere or not _is_told_beside(fact, score)

        return [fact for fact in facts if not is_belied(fact)]

    def _attributes(self, current: Sequence[Fact], spans: Spans) -> dict[str, str | int]:
        """What is told beside the score, by the names that a Claim has for it."""
        year = self._edition.year
        known = {level.predicate for level in self._scheme.levels(year)} if year else None
        current = self._of_one_zone(current)
        fitting = [f for f in current if known is None or _is_known(f, known)]
        chosen = {
            "predicate": _strongest(fitting, What.PREDICATE) or _strongest(current, What.PREDICATE),
            "category": _strongest(current, What.CATEGORY),
            "zone": _strongest(current, What.ZONE),
            "rank": _strongest(current, What.RANK),
        }
        stated = {name: fact for name, fact in chosen.items() if fact is not None}
        spans |= {name: fact.proof for name, fact in stated.items()}
        values: dict[str, str | int] = {
            name: fact.value if isinstance(fact.value, int) else str(fact.value)
            for name, fact in stated.items()
        }
        scope = chosen["rank"].scope if chosen["rank"] else None
        if scope is not None:
            spans["rank_scope"] = scope
            values["rank_scope"] = self._story.whole[scope[0] : scope[1]]
        return values

    def _of_one_zone(self, current: Sequence[Fact]) -> Sequence[Fact]:
        """Without classes of another zone than theirs: of the two, the one told more plainly."""
        zone, told = _strongest(current, What.ZONE), _strongest(current, What.PREDICATE)
        if zone is None or told is None:
            return current
        zones = {
            level.predicate: level.zone
            for band in self._scheme.bands
            for level in band.levels
            if level.zone is not None
        }
        meant = zones.get(str(told.value), zone.value)
        if meant == zone.value:
            return current
        is_class = zone.strength < told.strength
        return [f for f in current if _fits_zone(f, zones, meant if is_class else zone.value)]

    def _earlier_scores(
        self, facts: Sequence[Fact], score: Fact | None, spans: Spans
    ) -> tuple[EarlierScore, ...]:
        told = float(score.value) if score else None
        earlier: dict[tuple[float, int | None], tuple[int | None, Fact]] = {}
        for fact in facts:
            if fact.what is not What.SCORE or not fact.is_history(self._edition.year):
                continue
            value, year = float(fact.value), self._history_year(fact)
            if value != told or (year is not None and _has_company(fact, facts)):
                earlier.setdefault((value, year), (year, fact))
        dated = {value for value, year in earlier if year is not None}
        earlier = {key: each for key, each in earlier.items() if key[1] or key[0] not in dated}
        ordered = sorted(earlier.values(), key=lambda entry: entry[1].start)
        spans |= {
            f"previous[{index}]": (fact.start, fact.end) for index, (_, fact) in enumerate(ordered)
        }
        return tuple(
            EarlierScore(year=year, score=float(fact.value), raw=fact.raw) for year, fact in ordered
        )

    def _history_year(self, fact: Fact) -> int | None:
        """The year that is printed; "tahun lalu" tells none that the text states."""
        edition = self._edition.year
        if fact.year is None or (edition is not None and fact.year >= edition):
            return None
        return fact.year

    def _proofs_of(self, spans: Spans) -> tuple[Evidence, ...]:
        """For every field its span, in the order of the fields."""
        optional = {
            "year": self._edition.span,
            "award_date": self._event.day_span,
            "venue": self._event.venue_span,
        }
        spans |= {name: span for name, span in optional.items() if span is not None}
        return tuple(self._evidence(name, span) for name, span in spans.items())

    def _evidence(self, field: str, span: tuple[int, int]) -> Evidence:
        span = self._story.clipped(*span)
        source, start = self._story.place(span[0])
        return Evidence(
            field=field,
            source=source,
            start=start,
            end=start + span[1] - span[0],
            quote=self._story.whole[span[0] : span[1]],
        )


def _fits_zone(fact: Fact, zones: Mapping[str, str], zone: object) -> bool:
    """No zone but this one, and no class of another."""
    own = fact.value if fact.what is What.ZONE else zones.get(str(fact.value))
    return fact.what not in (What.ZONE, What.PREDICATE) or own in (None, zone)


def _unit_scores(units: Sequence[Fact], spans: Spans) -> tuple[UnitScore, ...]:
    kept = one_per_unit(units)
    spans |= {f"units[{index}]": (f.start, f.end) for index, f in enumerate(kept)}
    return tuple(UnitScore(unit=str(f.owner.unit), score=float(f.value), raw=f.raw) for f in kept)


def one_per_unit(units: Sequence[Fact]) -> list[Fact]:
    """The strongest score of each unit, in the order of the text."""
    best: dict[str, Fact] = {}
    for fact in units:
        name = str(fact.owner.unit)
        if name not in best or fact.strength > best[name].strength:
            best[name] = fact
    return sorted(best.values(), key=lambda fact: fact.start)


def _is_told_beside(fact: Fact, score: Fact) -> bool:
    """In the paragraph of the score, or in a sentence that names, or announces, who has it."""
    named = fact.sentence.start <= fact.owner.start < fact.sentence.end
    near = fact.sentence.paragraph == score.sentence.paragraph
    return named or near or fact.strength >= _OF_A_LIST


def _is_known(fact: Fact, known: Collection[str | None]) -> bool:
    """No predicate that the edition does not give."""
    return fact.what is not What.PREDICATE or fact.value in known


def _is_for(fact: Fact, kind: str) -> bool:
    """A predicate that names a kind of body is that kind's: "Provinsi Layak Anak"."""
    first = str(fact.value).partition(" ")[0].casefold() if fact.what is What.PREDICATE else ""
    return first not in _KINDS or first == kind


def _has_company(score: Fact, facts: Sequence[Fact]) -> bool:
    """Another score stands in its sentence: alone, it is the current one told once more."""
    beside = (f for f in facts if f.what is What.SCORE and f.start != score.start)
    return any(each.sentence.index == score.sentence.index for each in beside)


def _strongest(facts: Sequence[Fact], what: What) -> Fact | None:
    """The one told most plainly; a fuller name of the same prize that is granted goes before it."""
    fitting = sorted(
        (fact for fact in facts if fact.what is what), key=lambda f: (-f.strength, f.start)
    )
    if not fitting:
        return None
    plain = f"{fitting[0].value} "
    fuller = (f for f in fitting if f.mood is Mood.GRANTED and str(f.value).startswith(plain))
    return next(fuller, fitting[0])


def _doubts(owner: Owner, current: Sequence[Fact], score: Fact | None) -> tuple[str, ...]:
    doubts = []
    if owner.rivals:
        names = " or ".join(region.full_name for region in owner.rivals)
        doubts.append(f"recipient is ambiguous: it may be {names}")
    scores = [fact for fact in current if fact.what is What.SCORE]
    others = sorted({fact.raw for fact in scores if score and fact.value != score.value})
    if others:
        doubts.append(f"another score is printed for it: {', '.join(others)}")
    return tuple(doubts)
