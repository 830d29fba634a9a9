"""What a period's reading covered, in one sentence of a digest. Pure."""

from collections.abc import Iterator
from datetime import date, timedelta

from crawler.alerts.wording import NAME_LIMIT, one_line, short_day
from crawler.alerts.words import Words
from storage.letter_records import Coverage, Unreached

_NAMED = 6
"""Outlets that are named at most; there may be hundreds when our own network is down."""
_WEEK = timedelta(days=7)


def covered(coverage: Coverage | None, today: date, words: Words) -> str:
    """`30 dari 31 media dibaca penuh; Solopos tidak terjangkau sejak Selasa`."""
    if coverage is None:
        return words.digest.unread
    return "; ".join(_parts(coverage, today, words))


def _parts(coverage: Coverage, today: date, words: Words) -> Iterator[str]:
    yield words.digest.read.format(read=coverage.read, expected=coverage.expected)
    partly = coverage.expected - coverage.read - len(coverage.unreached)
    if partly > 0:
        yield words.digest.partly.told(partly)
    for outlet in coverage.unreached[:_NAMED]:
        yield _unreached(outlet, today, words)
    if (others := len(coverage.unreached) - _NAMED) > 0:
        yield words.digest.unreached.format(outlet=words.digest.others.told(others))
    if coverage.gaps:
        yield words.digest.gaps.told(coverage.gaps)


def _unreached(outlet: Unreached, today: date, words: Words) -> str:
    title = one_line(outlet.title, NAME_LIMIT)
    if outlet.since is None:
        return words.digest.unreached.format(outlet=title)
    is_recent = timedelta() <= today - outlet.since < _WEEK
    weekday = words.weekdays[outlet.since.weekday()]
    since = weekday if is_recent else short_day(outlet.since, words)
    return words.digest.unreached_since.format(outlet=title, since=since)
