"""What was seen of an outlet and what was not: gaps are found, narrowed and closed. Pure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta

from spiders.depth import Depth
from spiders.reaches import Reach
from storage.gaps import Gap, GapState

_SHORTEST = timedelta(minutes=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One outlet's reading in one run."""

    outlet: str
    run_id: int
    depth: Depth
    reach: Reach

    @property
    def seen_end(self) -> str | None:
        """What kept the outlet from being read further back; None when that was far enough."""
        depth, since = self.depth, self.reach.since
        wanted = self._wanted or depth.last_read
        return None if wanted is None or since <= wanted else self._reason

    def gaps(self, known: Iterable[Gap]) -> Iterator[Gap]:
        """The gaps that are new or stand otherwise now; `known` are the open ones."""
        known = tuple(known)
        now = [self._seen_again(gap) for gap in known]
        yield from (gap for gap in now if gap not in known)
        last, since = self.depth.last_read, self.reach.since
        if last is None or since - last < _SHORTEST:
            return
        if any(_is_open(gap) and gap.starts_at <= last and gap.ends_at >= since for gap in now):
            return
        before = next((gap for gap in known if self._goes_on_from(gap, last)), None)
        if before is not None:
            yield self._ended(before, since)
            return
        found = Gap(
            id=None,
            outlet=self.outlet,
            starts_at=last,
            ends_at=since,
            state=GapState.BEYOND_REACH,
            reason=self._reason,
            found_run=self.run_id,
        )
        yield self._ended(found, since)

    def _seen_again(self, gap: Gap) -> Gap:
        since = self.reach.since
        if since <= gap.starts_at or gap.starts_at > self.depth.began:  # or by a clock gone wrong
            return replace(gap, state=GapState.CLOSED, closed_run=self.run_id)
        if since < gap.ends_at:
            return self._ended(gap, since)
        if self._was_sought(gap) or gap.state is GapState.UNFINISHED:
            return self._ended(gap, gap.ends_at)
        return gap

    def _ended(self, gap: Gap, end: datetime) -> Gap:
        """The gap as it stands after this run, which did not see it whole."""
        state = GapState.LOST if self._was_sought(gap) else GapState.BEYOND_REACH
        if self.reach.is_cut:
            state = GapState.UNFINISHED
        return replace(gap, ends_at=end, state=state, reason=self._reason)

    def _was_sought(self, gap: Gap) -> bool:
        return self._wanted is not None and self._wanted <= gap.starts_at

    def _goes_on_from(self, gap: Gap, last: datetime) -> bool:
        """One that a source keeps open night after night is one gap, not many."""
        return self.reach.is_cut and gap.ends_at == last and gap.state is GapState.UNFINISHED

    @property
    def _wanted(self) -> datetime | None:
        since = self.depth.since
        return None if since is None else datetime.combine(since, time(), self.depth.began.tzinfo)

    @property
    def _reason(self) -> str:
        if self._wanted is not None and self.reach.since <= self._wanted:
            return f"it was read back to {self.depth.since}, as asked"
        if not self.reach.is_cut:
            return self.reach.told
        goes_on = "the same command" if self.depth.since is not None else "the next crawl"
        return f"{self.reach.told}; {goes_on} goes on there"


def _is_open(gap: Gap) -> bool:
    return gap.state is not GapState.CLOSED
