"""Units of no named region, in a story that gives each region paragraphs of its own."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from crawler.awards.gazetteer import Region
from crawler.awards.lists import FRONTED
from crawler.awards.seating import Owner, Seats
from crawler.awards.state_offices import LINE_HEAD
from crawler.awards.text import Sentence, Story

_FEWEST_OPENINGS = 3
_FEWEST_WITH_UNITS = 2
"""Regions with units in the paragraphs that they open."""
_LISTS = re.compile(r"\s*(?:\([^()\n]{1,40}\))?\s*:\s")
"""Between a region and its units: "Kota Prabumulih (92,2): Disdukcapil 95,0, ..."."""


def give_to_paragraphs(story: Story, seats: Seats) -> None:
    """Units of no named region belong to the one with which their paragraph begins.

    Only where a colon behind it announces them, or in a story that begins several paragraphs with
    regions of their own, or two with units in them: "Kota Palu bernilai 94,30. DPMPTSP mendapat
    98,11 ..."; elsewhere they belong to whom the story is about.
    """
    first = _openings(story, seats)
    if not first:
        return
    opening = {paragraph: owner.region for paragraph, owner in first.items()}
    own = {opening[s.paragraph] for s in _of_units(story, seats) if s.paragraph in opening}
    if len(set(opening.values())) < _FEWEST_OPENINGS and len(own) < _FEWEST_WITH_UNITS:
        lists = (p for p, owner in first.items() if _LISTS.match(story.folded, owner.end))
        opening = {paragraph: opening[paragraph] for paragraph in lists}
    for sentence in story.sentences if opening else ():
        _give(seats.entities[sentence.index], opening.get(sentence.paragraph))


def _of_units(story: Story, seats: Seats) -> Iterator[Sentence]:
    """The sentences in which a unit of no named region has a seat."""
    return (s for s in story.sentences if any(e.is_homeless for e in seats.entities[s.index]))


def _openings(story: Story, seats: Seats) -> Mapping[int, Owner]:
    """By paragraph, the region that it begins with."""
    found: dict[int, Owner] = {}
    for sentence in story.sentences:
        first = next(iter(seats.entities[sentence.index]), None)
        if first is None or first.unit is not None or first.region is None:
            continue
        begins = first.start - sentence.start <= LINE_HEAD or FRONTED.fullmatch(
            story.folded, sentence.start, first.start
        )
        if begins and _is_first(story, sentence):
            found[sentence.paragraph] = first
    return found


def _is_first(story: Story, sentence: Sentence) -> bool:
    """Of its paragraph."""
    before = story.sentences[sentence.index - 1] if sentence.index else None
    return before is None or before.paragraph != sentence.paragraph


def _give(here: list[Owner], region: Region | None) -> None:
    for index, owner in enumerate(here) if region is not None else ():
        if owner.is_homeless:
            here[index] = replace(owner, region=region)
