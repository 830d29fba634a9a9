"""When a story was published: what its page says, held against what its list says; pure."""

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from storage.records import Article

_GUESSED = ("visible", "text")
"""Sources of a date that may be another story's: printed somewhere on the page."""
_CONFLICT = timedelta(hours=24)


def dated(article: Article, listed: datetime | None, zone: str) -> Article:
    """The article with the date of the list (a feed, REST …) where its page says less.

    So it is where the page gives no date, or only a day; and where a date that is printed
    somewhere on the page differs by a day or more, which the article warns of.
    """
    if listed is None:
        return article
    told, own = listed.astimezone(ZoneInfo(zone)), article.published
    is_far = own is not None and abs(own - told) >= _CONFLICT
    if own is not None and not _is_day_only(own) and not is_far:
        return article
    if is_far and article.published_source not in _GUESSED:
        return article
    warnings = article.warnings
    if is_far:
        warning = f"published: the page says {own:%Y-%m-%d}, its list says {told:%Y-%m-%d}"
        warnings = (*warnings, warning)
    return replace(article, published=told, published_source="listing", warnings=warnings)


def _is_day_only(moment: datetime) -> bool:
    return (moment.hour, moment.minute, moment.second) == (0, 0, 0)
