"""Articles from a few lines of text, what the reader takes from them, and their proof."""

from dataclasses import dataclass, fields
from datetime import datetime, timedelta, timezone

from crawler.awards.bodies import find_cast
from crawler.awards.catalogue import load_catalogue
from crawler.awards.events import find_venues
from crawler.awards.gazetteer import load_gazetteer
from crawler.awards.listed_offices import with_listed_offices
from crawler.awards.mentions import Cast
from crawler.awards.ownership import Stage
from crawler.awards.reader import Reading, read_story
from crawler.awards.schemes_named import SchemesNamed, find_schemes
from crawler.awards.seating import Owner
from crawler.awards.text import Story, fold, tell, whole_of
from storage.records import Article, Claim

WIB = timezone(timedelta(hours=7))
PUBLISHED = datetime(2024, 12, 3, 9, 0, tzinfo=WIB)
GRANT = (
    "Pemkab Kendal meraih penghargaan penilaian kepatuhan penyelenggaraan pelayanan publik"
    " tahun 2024 dari Ombudsman RI"
)
"""The beginning of a story that grants; what is tested follows it."""
HEADLINE = "Kendal Raih Penghargaan Ombudsman"

_PROVEN = (
    *("recipient", "year", "score", "predicate", "category", "zone", "rank", "rank_scope"),
    *("award_date", "venue"),
)


def article(text: str, title: str = "", published: datetime | None = PUBLISHED) -> Article:
    """A story of an outlet that no rule knows."""
    return Article(
        outlet="warta", url="https://example.org/1", title=title, text=text, published=published
    )


def read(text: str, title: str = HEADLINE, published: datetime | None = PUBLISHED) -> Reading:
    """What the reader takes from a story."""
    return read_story(article(text, title, published))


def story_of(text: str, title: str = "") -> Story:
    """A story as the parts of the reader see it."""
    told = article(text, title)
    return tell(told, fold(whole_of(told)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Staged:
    """A story with everybody and every scheme named in it."""

    story: Story
    cast: Cast
    named: SchemesNamed
    stage: Stage


def staged(text: str, title: str = "") -> Staged:
    """A story as the parts see it that ask who is named where."""
    story = story_of(text, title)
    lowered = story.folded.lower()
    catalogue = {
        scheme.id: scheme
        for scheme in load_catalogue().values()
        if any(word in lowered for word in scheme.gate)
    }
    grantors = {scheme.id: scheme.grantors for scheme in catalogue.values()}
    cast = with_listed_offices(story, find_cast(story.folded, load_gazetteer(), grantors))
    named = find_schemes(story.folded, cast, catalogue)
    names = [(mention.start, mention.end) for mention in named.mentions if mention.is_name]
    stage = Stage(story, cast, find_venues(story), names)
    return Staged(story=story, cast=cast, named=named, stage=stage)


def name_of(owner: Owner) -> str:
    """`Kabupaten Blora`, `DPMPTSP Kabupaten Blora`, `Polres Batu`."""
    region = owner.region.full_name if owner.region else ""
    if owner.unit is None:
        return region
    return owner.unit if owner.alone or not region else f"{owner.unit} {region}"


def only_claim(text: str, title: str = HEADLINE) -> Claim:
    """The claim of a story that makes exactly one."""
    (claim,) = read(text, title).claims
    return claim


def stated_fields(claim: Claim) -> set[str]:
    """Names of the fields that the claim takes from the text, as evidence names them."""
    single = {name for name in _PROVEN if getattr(claim, name) is not None}
    units = {f"units[{index}]" for index in range(len(claim.units))}
    return single | units | {f"previous[{index}]" for index in range(len(claim.previous))}


def facts_of(claim: Claim) -> dict[str, object]:
    """Everything a claim says apart from how and where it was printed."""
    left_out = {"evidence", "proof", "confidence", "score_raw"}
    facts = {f.name: getattr(claim, f.name) for f in fields(claim) if f.name not in left_out}
    facts["units"] = {unit.unit: unit.score for unit in claim.units}
    facts["previous"] = tuple((score.year, score.score) for score in claim.previous)
    facts["rank_scope"] = fold(claim.rank_scope) if claim.rank_scope else None
    facts["venue"] = fold(claim.venue) if claim.venue else None
    return facts


def all_facts(reading: Reading) -> list[dict[str, object]]:
    """The facts of every claim, in a fixed order."""
    ordered = sorted(reading.claims, key=lambda claim: (claim.scheme, claim.recipient))
    return [facts_of(claim) for claim in ordered]
