"""Units of no named region that a region in front presents: "Kabupaten X diwakili Desa Y"."""

import re
from dataclasses import replace

from crawler.awards.between_names import GAP
from crawler.awards.class_units import give_to_province
from crawler.awards.mentions import Cast
from crawler.awards.paragraph_owners import give_to_paragraphs
from crawler.awards.seating import Owner, Seats
from crawler.awards.text import Story
from crawler.awards.word_tree import compile_words

_PRESENTS = re.compile(
    r",?\s(?:(?:juga|kembali|berhasil|sukses|antara\slain|masing-masing)\s)*"
    r"(?:diwakili|menempatkan|meloloskan|mengirim(?:kan)?|mengantar(?:kan)?|menyumbang(?:kan)?|"
    r"mengutus|memiliki|punya|terdapat|ada|yakni|yaitu)\s"
    r"(?:oleh\s|(?:\d{1,2}|[a-z]+)\s(?:desa|kelurahan|puskesmas|lokasi|unit),?\s(?:yakni\s|yaitu\s)?)?",
    re.IGNORECASE,
)
"""Between the region and the first of its units."""
_TOLD_BETWEEN = re.compile(
    r"(?:\s\(?\w[\w./-]*\)?){1,9},\s(?:(?:dan|serta|sedangkan)\s)?", re.IGNORECASE
)
"""Between two of one kind with a result each: "Nagari A juara 2 kategori X, serta Nagari B"."""
_NOT_OF = compile_words(r"\b(?:mengungguli|dibanding|bersama|selain|setelah|bupati|wali kota)\s+$")


def give_homes(story: Story, cast: Cast, seats: Seats) -> None:
    """Units of no named region to whoever presents them, or to that of their class or paragraph."""
    _give_to_presenters(story.folded, seats)
    give_to_province(story, cast, seats)
    give_to_paragraphs(story, seats)


def _give_to_presenters(folded: str, seats: Seats) -> None:
    """Those a region presents in its sentence lie in it, and so do those listed on behind them."""
    for index, here in seats.entities.items():
        if not any(owner.is_homeless for owner in here):
            continue
        regions = [each for each in here if each.unit is None] + seats.places[index]
        for position, owner in enumerate(here):
            if owner.is_homeless:
                region = _presenter(folded, owner, here[:position], regions)
                here[position] = replace(owner, region=region.region) if region else owner


def _presenter(
    folded: str, owner: Owner, before: list[Owner], regions: list[Owner]
) -> Owner | None:
    last = before[-1] if before else None
    listed = last and last.unit is not None and last.region is not None
    if last and listed and _goes_on(folded, last, owner):
        return next((r for r in regions if r.region == last.region and r.end <= last.start), None)
    front = max((r for r in regions if r.end <= owner.start), key=lambda r: r.end, default=None)
    if front is None or _PRESENTS.fullmatch(folded, front.end, owner.start) is None:
        return None
    compared = _NOT_OF.search(folded, max(0, front.start - 20), front.start)
    return None if compared else front


def _goes_on(folded: str, last: Owner, owner: Owner) -> bool:
    if GAP.fullmatch(folded, last.end, owner.start):
        return True
    same = str(last.unit).split(" ", 1)[0] == str(owner.unit).split(" ", 1)[0]
    return same and _TOLD_BETWEEN.fullmatch(folded, last.end, owner.start) is not None
