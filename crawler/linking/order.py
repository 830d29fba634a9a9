"""In which order reports count: by when their articles were published, never by when they came."""

from collections.abc import Iterable
from datetime import UTC, datetime

from storage.award_records import HeldClaim

_LATEST = datetime.max.replace(tzinfo=UTC)


def in_order(reports: Iterable[HeldClaim]) -> tuple[HeldClaim, ...]:
    """The first reporter first; an article without a date comes after those that have one."""
    return tuple(sorted(reports, key=_order))


def _order(report: HeldClaim) -> tuple[datetime, str, int, int]:
    # Of one article each place is taken once; the id only keeps the order total.
    return (report.published or _LATEST, report.url, report.position, report.id)
