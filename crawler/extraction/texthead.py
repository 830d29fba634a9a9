"""What a plain text prints before the story: headline, kicker, description, photo, date, byline."""

import re
from collections.abc import Sequence
from datetime import datetime

from crawler.extraction.boilerplate import is_noise, is_summary_head
from crawler.extraction.credits import Credits, read_credit_line, read_dated_byline
from crawler.extraction.dateline import split_dateline
from crawler.extraction.dates import find_date, is_date_line
from crawler.extraction.headline import letters, strip_site
from crawler.extraction.lines import BULLET, is_sentence, with_plain_bullet
from crawler.extraction.photo import PhotoLine, read_photo_line
from crawler.extraction.residue import PHOTO_MARK
from storage.frozen import frozen

_LONGEST_TITLE = 220
_SHORTEST_OPENING = 140
"""Characters from which a line with a dateline and a `!` at its end is no headline."""
_WINDOW = 12
"""Lines after the headline in which a story must begin."""
_MOST_LOOSE_LINES = 2
_SHORTEST_BODY = 300
"""Characters that must follow a head without dateline, or it was no head."""
_KICKER_WORDS = 4
_KICKER = re.compile(
    r"(?:berita|kabar|info|seputar) [\w ]{2,25}|breaking news|advertorial|headline|daerah|regional"
    r"|pemerintahan|nasional|pendidikan|kesehatan|ekonomi|politik|hukum|jateng|jawa tengah",
    re.IGNORECASE,
)


@frozen
class TextHead:
    """The parts of a plain text."""

    title: str
    """Empty when the text opens with the story itself."""
    body: tuple[str, ...]
    """The lines of the story, uncleaned."""
    description: str | None = None
    caption: str | None = None
    photo_credit: str | None = None
    published: datetime | None = None
    authors: tuple[str, ...] = ()
    editor: str | None = None


@frozen
class _Mark:
    """A line that can only stand before a story."""

    moment: datetime | None = None
    people: Credits | None = None
    photo: PhotoLine | None = None
    is_furniture: bool = False


def read_head(lines: Sequence[str], *, outlet: str, zone: str) -> TextHead:
    """Split squeezed, non-empty `lines` into head and story.

    The story begins at its dateline, else after the last line that can only be head. Where
    neither is there everything after the headline is story: no sentence is lost on a guess.
    """
    start = _skip_furniture(lines)
    if start == len(lines) or _opens_story(lines[start], outlet):
        return TextHead(title="", body=tuple(lines[start:]))
    if _is_kicker(lines, start):
        start += 1
    title, rest = strip_site(lines[start], frozenset()), lines[start + 1 :]
    begin = _story_start(rest, outlet, zone)
    has_dateline = split_dateline(rest[begin], outlet) is not None if begin < len(rest) else False
    return _sort_head(title, rest[:begin], rest[begin:], zone, is_sure=has_dateline)


def _skip_furniture(lines: Sequence[str]) -> int:
    return next((index for index, line in enumerate(lines) if not is_noise(line)), len(lines))


def _opens_story(line: str, outlet: str) -> bool:
    if not is_sentence(line):
        return False
    if split_dateline(line, outlet) is None:
        return len(line) > _LONGEST_TITLE
    return line.rstrip("\"”’'").endswith(".") or len(line) > _SHORTEST_OPENING


def _is_kicker(lines: Sequence[str], start: int) -> bool:
    if start + 1 >= len(lines) or not _KICKER.fullmatch(lines[start]):
        return False
    return len(lines[start + 1].split()) > _KICKER_WORDS


def _story_start(rest: Sequence[str], outlet: str, zone: str) -> int:
    for index, line in enumerate(rest[:_WINDOW]):
        if split_dateline(line, outlet) is not None and len(line) > 60:
            return index
    marks = [
        index for index, line in enumerate(rest[:_WINDOW]) if _read_mark(line, zone) is not None
    ]
    for last in reversed(marks):
        loose = last + 1 - len([index for index in marks if index <= last])
        follows = sum(map(len, rest[last + 1 :]))
        if loose <= _MOST_LOOSE_LINES and follows >= _SHORTEST_BODY:
            return last + 1
    return 0


def _read_mark(line: str, zone: str) -> _Mark | None:
    if is_date_line(line):
        return _Mark(moment=find_date(line, zone))
    people = read_dated_byline(line)
    moment = find_date(line, zone) if people else None
    if moment:
        return _Mark(moment=moment, people=people)
    people_alone = read_credit_line(line)
    if people_alone is not None:
        return _Mark(people=people_alone)
    photo = PhotoLine() if line == PHOTO_MARK else read_photo_line(line)
    if photo is not None:
        return _Mark(photo=photo)
    is_furniture = is_noise(line) or is_summary_head(line)
    return _Mark(is_furniture=True) if is_furniture else None


def _sort_head(
    title: str, head: Sequence[str], body: Sequence[str], zone: str, *, is_sure: bool
) -> TextHead:
    """Name the lines of `head`; `is_sure` says that a dateline proves where the story begins."""
    marks = [_read_mark(line, zone) for line in head]
    people = [mark.people for mark in marks if mark and mark.people]
    photos = [mark.photo for mark in marks if mark and mark.photo]
    loose = _loose_lines(title, head, marks)
    caption = next((photo.caption for photo in photos if photo.caption), None)
    caption = caption or next((line for line, is_caption in loose if is_caption), None)
    told = list(dict.fromkeys(line for line, is_caption in loose if not is_caption))
    if is_sure and caption is None and len(told) > 1:
        caption = told.pop(1)
    kept = [line for line in told[1:] if is_sentence(line)]
    return TextHead(
        title=title,
        body=(*kept, *body),
        description=told[0] if told else None,
        caption=caption,
        photo_credit=next((photo.credit for photo in photos if photo.credit), None),
        published=next((mark.moment for mark in marks if mark and mark.moment), None),
        authors=tuple(dict.fromkeys(name for each in people for name in each.authors)),
        editor=next((each.editor for each in people if each.editor), None),
    )


def _loose_lines(
    title: str, head: Sequence[str], marks: Sequence[_Mark | None]
) -> list[tuple[str, bool]]:
    """Head lines without a mark, each with whether it is the caption of a photo above it."""
    loose: list[tuple[str, bool]] = []
    follows_photo = in_summary = False
    for line, mark in zip(head, marks, strict=True):
        if mark is not None:
            follows_photo = mark.photo is not None or (follows_photo and mark.moment is None)
            in_summary = is_summary_head(line)
            continue
        is_bullet = with_plain_bullet(line).startswith(BULLET)
        is_kicker = len(line.split()) <= _KICKER_WORDS and not is_sentence(line)
        if not (is_kicker or (in_summary and is_bullet) or letters(line) == letters(title)):
            loose.append((line, follows_photo))
            follows_photo = False
    return loose
