"""Units of no named region, in a story that gives each region paragraphs of its own."""

from dataclasses import replace

from crawler.awards.gazetteer import Region
from crawler.awards.seating import LINE_HEAD, Seats
from crawler.awards.text import Story

_FEWEST_OPENINGS = 3


def give_to_paragraphs(story: Story, seats: Seats) -> None:
    """Units of no named region belong to the one with which their paragraph begins.

    Only in a story that begins several paragraphs with regions of their own: "Kota Palu bernilai
    94,30. DPMPTSP mendapat 98,11 ..."; elsewhere they belong to whom the story is about.
    """
    opening: dict[int, Region] = {}
    for sentence in story.sentences:
        first = next(iter(seats.entities[sentence.index]), None)
        begins = first is not None and first.start - sentence.start <= LINE_HEAD
        is_first = not sentence.index or (
            story.sentences[sentence.index - 1].paragraph != sentence.paragraph
        )
        if first and begins and is_first and first.unit is None and first.region is not None:
            opening[sentence.paragraph] = first.region
    if len(set(opening.values())) < _FEWEST_OPENINGS:
        return
    for sentence in story.sentences:
        region = opening.get(sentence.paragraph)
        here = seats.entities[sentence.index]
        for index, owner in enumerate(here) if region is not None else ():
            if owner.unit is not None and owner.region is None and not owner.alone:
                here[index] = replace(owner, region=region)
