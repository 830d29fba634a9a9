"""Who is named in which sentence, and as what: a possible recipient, an official, or a place."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from crawler.awards.bodies import BodyMention, Cast, Part
from crawler.awards.gazetteer import Region
from crawler.awards.roles import is_place_of_something
from crawler.awards.text import Story


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """A region, or a unit of it."""

    region: Region | None
    unit: str | None
    start: int
    end: int
    """Where it is named: the evidence for the recipient."""
    is_certain: bool = True
    """False when only a nickname, an official or a place pointed to it."""
    rivals: tuple[Region, ...] = ()
    """Other readings of an ambiguous name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seats:
    """By the index of the sentence, in the order of the text."""

    entities: Mapping[int, list[Owner]]
    """Bodies and units: possible recipients."""
    officials: Mapping[int, list[Owner]]
    """Bodies for which an official of theirs is named."""
    places: Mapping[int, list[Owner]]
    """Regions that only tell where."""


def take_seats(story: Story, cast: Cast, venues: Sequence[tuple[int, int]]) -> Seats:
    """Seat everybody of the cast; `venues` are spans whose regions are places."""
    seats = Seats(
        entities={s.index: [] for s in story.sentences},
        officials={s.index: [] for s in story.sentences},
        places={s.index: [] for s in story.sentences},
    )
    for body in cast.bodies:
        row = _row(seats, body, story, venues)
        row[story.sentence_at(body.start).index].append(_owner(body))
    for unit in cast.units:
        if not unit.is_person:
            owner = Owner(region=unit.owner, unit=unit.name, start=unit.start, end=unit.end)
            seats.entities[story.sentence_at(unit.start).index].append(owner)
    for named in (*seats.entities.values(), *seats.officials.values()):
        named.sort(key=lambda owner: owner.start)
    return seats


def _owner(body: BodyMention) -> Owner:
    return Owner(
        region=body.regions[0],
        unit=None,
        start=body.start,
        end=body.end,
        is_certain=len(body.regions) == 1,
        rivals=body.regions[1:],
    )


def _row(
    seats: Seats, body: BodyMention, story: Story, venues: Sequence[tuple[int, int]]
) -> Mapping[int, list[Owner]]:
    if body.part is Part.PLACE or _is_where(body, story, venues):
        return seats.places
    return seats.officials if body.part is Part.OFFICIAL else seats.entities


def _is_where(body: BodyMention, story: Story, venues: Sequence[tuple[int, int]]) -> bool:
    """A bare name inside a venue, behind another name, or in front of a day."""
    if body.part is not Part.BARE:
        return False
    if any(start <= body.start < end for start, end in venues):
        return True
    sentence = story.sentence_at(body.start)
    return body.start >= story.text_start and is_place_of_something(
        story.folded, sentence.start, body.start, body.end
    )
