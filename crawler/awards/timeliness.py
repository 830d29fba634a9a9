"""Is it told when it is news? The day of publication beside the days and seasons of awards."""

import re

from crawler.awards import cue_words as words
from crawler.awards.asides import is_beside
from crawler.awards.days import find_days
from crawler.awards.evidence import Evidence, Span

_LIKE_A_DAY = re.compile(
    r"\d{1,2}(?:[/.-]\d|\s(?:jan|feb|mar|apr|mei|jun|jul|agu|sep|okt|nov|des))", re.IGNORECASE
)
_RECENT = 31
"""Days in which a hand-over is news."""


def is_granted_these_days(e: Evidence, span: Span) -> bool:
    """The sentence's point is a grant, or it tells who handed it over, and it has a day of the last
    weeks."""
    published = e.story.published
    if published is None or not (_LIKE_A_DAY.search(e.story.folded, *span) and e.grants(span)):
        return False
    if is_beside(e, span) and not e.says(words.HANDED, span):
        return False
    days = find_days(e.story.folded[slice(*span)], published)
    return any(abs((published - each.day).days) <= _RECENT for each in days)


def out_of_season(e: Evidence) -> bool:
    """Months after the last edition of every scheme it names was news; no later one is told, no
    old one by its year, and none is granted these days."""
    published = e.story.published
    if published is None or any(edition.is_retold for edition in e.editions.values()):
        return False
    month = published.year, published.month
    return not any(
        scheme.calendar.is_news(e.editions[scheme.id].year or published.year, *month)
        for scheme in e.named.active.values()
    ) and not any(is_granted_these_days(e, span) for span in e.lead)
