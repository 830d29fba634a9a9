"""Cleans the lines of a story: furniture out, people and place harvested, no sentence lost."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from crawler.extraction.boilerplate import (
    ends_story,
    is_noise,
    is_summary_head,
    is_teaser_head,
    without_glued_teaser,
)
from crawler.extraction.credits import (
    Credits,
    read_credit_line,
    read_signature,
    strip_signature,
)
from crawler.extraction.dateline import split_dateline
from crawler.extraction.dates import is_date_line
from crawler.extraction.lines import (
    BULLET,
    Line,
    is_headline_like,
    is_sentence,
    may_be_headline,
)
from crawler.extraction.photo import PhotoLine, read_photo_line, split_caption
from storage.frozen import frozen

_MOSTLY_LINK = 0.85
_LONGEST_TEASER_LIST = 15
_LONGEST_CAPTION = 250
_DATELINE_ALONE = re.compile(r".{2,60}\s*[-–—]+")
"""Place and brand with their dash, but the sentence in the next block."""
_DATELINE_WITHIN = 4
"""A dateline may follow a few lines of lead-in, never more."""


@frozen
class Story:
    """The clean lines of a story and what stood between them."""

    lines: tuple[str, ...]
    dateline: str | None = None
    authors: tuple[str, ...] = ()
    editor: str | None = None
    caption: str | None = None
    photo_credit: str | None = None

    @property
    def text(self) -> str:
        """Paragraphs separated by one newline."""
        return "\n".join(self.lines)


@dataclass(slots=True)
class _Harvest:
    authors: list[str] = field(default_factory=list)
    editor: str | None = None
    caption: str | None = None
    photo_credit: str | None = None

    def take_credits(self, people: Credits) -> None:
        self.authors.extend(people.authors)
        self.editor = self.editor or people.editor

    def take_signature(self, people: Credits) -> None:
        """Initials say less than any byline."""
        self.authors = self.authors or [*people.authors]
        self.editor = self.editor or people.editor

    def take_photo(self, photo: PhotoLine) -> None:
        self.caption = self.caption or photo.caption
        self.photo_credit = self.photo_credit or photo.credit


def clean_story(
    lines: Iterable[Line],
    *,
    title: str = "",
    description: str | None = None,
    outlet: str = "",
    boilerplate: Sequence[re.Pattern[str]] = (),
) -> Story:
    """Drop what is not the story and harvest bylines, photo credits and the dateline.

    `boilerplate` are the outlet's own whole-line patterns. A line that repeats the `title`, or the
    `description` in front of the dateline, goes.
    """
    harvest = _Harvest()
    kept = _without_furniture(lines, boilerplate, harvest)
    kept = _without_trailing_headlines(_without_lone_teasers(kept))
    texts = _without_repeated_head([line.text for line in kept], title)
    texts, city = _take_dateline(texts, outlet, description)
    texts, signature = _take_signature(texts)
    harvest.take_signature(read_signature(signature or ""))
    return Story(
        lines=tuple(texts),
        dateline=city,
        authors=tuple(dict.fromkeys(harvest.authors)),
        editor=harvest.editor,
        caption=harvest.caption,
        photo_credit=harvest.photo_credit,
    )


def _without_furniture(
    lines: Iterable[Line], boilerplate: Sequence[re.Pattern[str]], harvest: _Harvest
) -> list[Line]:
    kept: list[Line] = []
    skipping = 0
    for line in lines:
        text = line.text
        if ends_story(text):
            if any(is_sentence(each.text) for each in kept):
                break
        elif is_teaser_head(text):
            _drop_teasers_before(kept)
            skipping = _LONGEST_TEASER_LIST
        elif is_summary_head(text):
            skipping = _LONGEST_TEASER_LIST if not kept else 0
        elif skipping and _is_teaser(line, in_summary=not kept):
            skipping -= 1
        elif not _is_furniture(line, boilerplate, harvest):
            skipping = 0
            kept.append(_trimmed(line))
    return kept


def _is_furniture(line: Line, boilerplate: Sequence[re.Pattern[str]], harvest: _Harvest) -> bool:
    text = line.text.removeprefix(BULLET)
    if not text or is_noise(text) or any(pattern.fullmatch(text) for pattern in boilerplate):
        return True
    people = read_credit_line(text)
    if people is not None:
        harvest.take_credits(people)
        return True
    photo = read_photo_line(text) or _caption_beside_image(line)
    if photo is not None:
        harvest.take_photo(photo)
        return True
    return line.linked >= _MOSTLY_LINK and not is_sentence(text) and len(text.split()) > 3


def _caption_beside_image(line: Line) -> PhotoLine | None:
    """The caption that shares its paragraph with the photo, if that is what the line is."""
    if not line.has_image or len(line.text) > _LONGEST_CAPTION or split_dateline(line.text):
        return None
    photo = split_caption(line.text)
    return photo if photo.credit or not is_sentence(line.text) else None


def _trimmed(line: Line) -> Line:
    text = without_glued_teaser(line.text)
    return line if text == line.text else Line(text=text, linked=line.linked)


def _is_teaser(line: Line, *, in_summary: bool) -> bool:
    """Whether the line, met after the heading of a list of stories, is still of that list."""
    text = line.text.removeprefix(BULLET)
    if in_summary and line.text.startswith(BULLET):
        return True
    return line.linked >= _MOSTLY_LINK or may_be_headline(text)


def _drop_teasers_before(kept: list[Line]) -> None:
    """Some sites print three teaser bullets and then the bare words `Baca Juga`."""
    for _ in range(3):
        if not kept or not kept[-1].text.startswith(BULLET):
            return
        if not is_headline_like(kept[-1].text):
            return
        kept.pop()


def _without_lone_teasers(lines: list[Line]) -> list[Line]:
    """Older templates print a related headline as one bullet between two paragraphs."""
    texts = ["", *(line.text for line in lines), ""]
    return [
        line
        for before, line, after in zip(texts, lines, texts[2:], strict=False)
        if not (
            line.text.startswith(BULLET)
            and not before.startswith(BULLET)
            and not after.startswith(BULLET)
            and not before.endswith(":")
            and is_headline_like(line.text)
        )
    ]


def _without_trailing_headlines(lines: list[Line]) -> list[Line]:
    """Two or more headlines after the last sentence are other stories."""
    end = len(lines)
    while end and is_headline_like(lines[end - 1].text):
        end -= 1
    if end == 0 or lines[end - 1].text.endswith(":"):
        return lines
    fewest = 1 if strip_signature(lines[end - 1].text)[1] is not None else 2
    return lines[:end] if len(lines) - end >= fewest else lines


def _without_repeated_head(texts: list[str], title: str) -> list[str]:
    """Templates print headline and date once more inside the body."""
    start = 0
    while start < len(texts) and (_same(texts[start], title) or is_date_line(texts[start])):
        start += 1
    return texts[start:]


def _take_dateline(
    texts: list[str], outlet: str, description: str | None
) -> tuple[list[str], str | None]:
    for index, text in enumerate(texts[:_DATELINE_WITHIN]):
        found, used = split_dateline(text, outlet), 1
        if found is None and _DATELINE_ALONE.fullmatch(text) and index + 1 < len(texts):
            found, used = split_dateline(f"{text} {texts[index + 1]}", outlet), 2
        if found is not None:
            before = [each for each in texts[:index] if not _same(each, description or "")]
            return [*before, found.rest, *texts[index + used :]], found.city
    return texts, None


def _take_signature(texts: list[str]) -> tuple[list[str], str | None]:
    signature: str | None = None
    while texts:
        last, found = strip_signature(texts[-1])
        if found is None:
            break
        signature = signature or found or None
        texts = [*texts[:-1], last] if last else texts[:-1]
    return texts, signature


def _same(left: str, right: str) -> bool:
    return bool(right) and _letters(left) == _letters(right)


def _letters(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()
