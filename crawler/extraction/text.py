"""Reads a plain text: the headline on the first line, then what outlets print before a story."""

import re
from collections.abc import Sequence

from crawler.extraction.kind import PageKind
from crawler.extraction.lines import Line, is_told, with_plain_bullet
from crawler.extraction.page import Page
from crawler.extraction.residue import without_residue
from crawler.extraction.spacing import squeeze
from crawler.extraction.story import Story, clean_story
from crawler.extraction.texthead import TextHead, read_head
from crawler.extraction.wrapping import unwrapped
from storage.records import Article

_SHORTEST_STORY = 150
_HEADING = re.compile(r"#{2,6}\s+")


def read_text(text: str, *, outlet: str = "", zone: str = "Asia/Jakarta") -> Page:
    """Read a story from plain text; the page has no address and one part.

    The publication date comes only from a date line of its own before the story (source
    `visible`, in `zone`), never from the running text. A text that is no story gives kind OTHER.
    """
    lines = without_residue(unwrapped([squeeze(line) for line in text.splitlines()]))
    if not lines:
        return Page(kind=PageKind.OTHER, reason="empty")
    head = read_head(lines, outlet=outlet, zone=zone)
    story = clean_story(
        [Line(text=with_plain_bullet(_HEADING.sub("", line))) for line in head.body],
        title=head.title,
        description=head.description,
        outlet=outlet,
    )
    reason = _why_no_story(story, head.title, lines)
    if reason is not None:
        return Page(kind=PageKind.OTHER, reason=reason)
    return Page(kind=PageKind.ARTICLE, article=_article(outlet, head, story))


def _why_no_story(story: Story, title: str, lines: Sequence[str]) -> str | None:
    if len(story.text) < _SHORTEST_STORY:
        return "thin"
    return None if is_told(story.lines, _SHORTEST_STORY) else "no-prose"


def _article(outlet: str, head: TextHead, story: Story) -> Article:
    return Article(
        outlet=outlet,
        url="",
        title=head.title,
        text=story.text,
        published=head.published,
        published_source="visible" if head.published else None,
        description=head.description,
        dateline=story.dateline,
        authors=head.authors or story.authors,
        editor=head.editor or story.editor,
        caption=head.caption or story.caption,
        photo_credit=head.photo_credit or story.photo_credit,
        warnings=() if head.title else ("title: the text opens without a headline",),
    )
