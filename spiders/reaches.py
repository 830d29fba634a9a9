"""How far back one run has seen an outlet without a break, and what ended it. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from itertools import groupby

from spiders.outlet import SourceKind
from spiders.walks import Walk

_NAMES = {
    SourceKind.RSS: "the feed",
    SourceKind.SITEMAP: "the sitemap",
    SourceKind.WORDPRESS_REST: "the REST list",
    SourceKind.DATED_INDEX: "the index by day",
    SourceKind.LISTING: "the list",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """From `since` to the beginning of the run nothing that the outlet lists was missed."""

    since: datetime
    kind: SourceKind
    """Of the source that reaches furthest."""
    is_cut: bool = False
    """It could go further: budget or failures stopped it."""

    @property
    def told(self) -> str:
        """What ended it, for people."""
        name = _NAMES[self.kind]
        return f"{name} is not read to its end yet" if self.is_cut else f"{name} reaches no further"


def outlet_reach(walks: Iterable[Walk], *, began: datetime) -> Reach | None:
    """How far back the source that reaches furthest was read; None when none could be read.

    `walks` are those of one run. Of a source every walk must have come so far.
    """
    by_source: dict[int, list[Walk]] = {}
    for walk in walks:
        if walk.parent is None and not walk.is_useless:
            by_source.setdefault(id(walk.source), []).append(walk)
    reaches = [_source_reach(each, began) for each in by_source.values() if _was_read(each)]
    return min(reaches, key=lambda each: each.since, default=None)


def _was_read(walks: Iterable[Walk]) -> bool:
    return any(walk.pages_read or walk.has_ended for walk in walks)


def _source_reach(walks: Sequence[Walk], began: datetime) -> Reach:
    if walks[0].source.kind is SourceKind.DATED_INDEX:
        sections = groupby(walks, key=lambda walk: walk.section)
        reaches = [_days_reach(list(days), began) for _, days in sections]
    else:
        reaches = [_walk_reach(walk, began) for walk in walks if _counts(walk)]
    return max(reaches, key=lambda each: each.since)


def _counts(walk: Walk) -> bool:
    """A section that could never be read promises nothing; its failure is told elsewhere."""
    return bool(walk.pages_read) or walk.has_ended or walk.known.ended_run is not None


def _walk_reach(walk: Walk, began: datetime) -> Reach:
    since = walk.seen_from if walk.has_ended else walk.reach
    return Reach(since=since or began, kind=walk.source.kind, is_cut=not walk.has_ended)


def _days_reach(days: Sequence[Walk], began: datetime) -> Reach:
    """Days follow each other, the newest first; the first that is not whole ends it."""
    kind = SourceKind.DATED_INDEX
    since = began
    for walk in days:
        start = datetime.combine(walk.day, time(), began.tzinfo)
        end = min(start + timedelta(days=1), began)
        if not walk.has_ended:
            return Reach(since=walk.reach or end, kind=kind, is_cut=True)
        if walk.seen_from is None or walk.seen_from > start:
            return Reach(since=walk.seen_from or end, kind=kind)
        since = start
    return Reach(since=since, kind=kind)
