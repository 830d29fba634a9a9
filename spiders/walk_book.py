"""Writes down how the walks of one run stand, so that a kill or a spent budget loses nothing."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from crawler.ledger import Ledger
from spiders.depth import Depth
from spiders.outlet import Outlet
from spiders.validators import conditions
from spiders.walks import PAGED, Walk, archive_mark, last_of, past_mark, telling_of
from storage.addresses import Found
from storage.timestamps import CLOCK_TOLERANCE
from storage.walks import (
    WalkEnd,
    WalkRecord,
    begin_walk,
    end_walk,
    fail_walk,
    known_by,
    note_page,
    published_at,
    walk_record,
)

_FRESH = timedelta(days=2, hours=12)
"""A list that was read so lately may wait where the outlet's first one shows nothing new."""
_FULL_READ = timedelta(days=7)
"""A page is read in full so often, whatever its validators say: hints lie."""


class WalkBook:
    """The records of one outlet's walks in one run; all but `open` inside the caller's `atomic`."""

    def __init__(self, outlet: Outlet, ledger: Ledger, depth: Depth) -> None:
        self._outlet = outlet
        self._ledger = ledger
        self._depth = depth

    def is_past(self, walk: Walk) -> bool:
        """Whether this day of an index was read after it was over.

        A mark from the future is of a clock that was wrong, and says nothing.
        """
        if not walk.is_dated or walk.day >= self._depth.today:
            return False
        mark = self._record(past_mark(walk.url))
        made = mark.seen_to
        is_plausible = made is None or made <= self._depth.began + CLOCK_TOLERANCE
        return mark.is_complete and is_plausible

    def is_fresh(self, walk: Walk) -> bool:
        """Whether this was read to its end in the last nights."""
        return self.is_past(walk) or self._is_lately(self._record(walk.url))

    def leads_of(self, walks: Sequence[Walk]) -> list[Walk]:
        """Those by which it can be told that an outlet has nothing new.

        They are one source, in all its sections, which was read to its end in the last nights. A
        day that is over shows nothing of today.
        """
        today = [each for each in walks if not (each.is_dated and each.day < self._depth.today)]
        for source in self._outlet.sources:
            leads = [each for each in today if each.source is source]
            if leads and all(map(self.is_fresh, leads)):
                return leads
        return []

    def may_wait(self, walk: Walk) -> bool:
        """Whether this need not be asked tonight if another list shows nothing new.

        What would not be read the last time either may wait too, but for a week at most.
        """
        failed_on = self._record(walk.url).failed_on
        has_failed = failed_on is not None and failed_on <= self._depth.today
        if has_failed and not self._depth.is_thorough:
            return True
        return self.is_fresh(walk) or self._is_later_day(walk)

    def _is_later_day(self, walk: Walk) -> bool:
        """Whether this is a day of an index that was read to its end lately, but before it."""
        for back in range(1, _FRESH.days + 2 if walk.is_dated else 1):
            day = self._depth.today - timedelta(days=back)
            if self._is_lately(self._record(walk.source.first_url(day, walk.section))):
                return walk.day >= day
        return False

    def _is_lately(self, record: WalkRecord) -> bool:
        if not record.is_complete or record.seen_to is None:
            return False
        return timedelta() <= self._depth.began - record.seen_to < _FRESH

    def fail(self, walk: Walk) -> None:
        """Note that the first page of a walk cannot be read, nor will be soon."""
        with self._ledger.db.atomic():
            fail_walk(self._ledger.db, source_url=walk.url, today=self._depth.today)

    def pass_by(self, walk: Walk) -> None:
        """Of a day that is past nothing need be asked for."""
        walk.has_ended = True
        walk.seen_from = self._seen_from(walk)

    def begin(self, walk: Walk) -> None:
        """Note a walk as begun, which makes the store forget its validators."""
        walk.known = self._record(walk.url)
        walk.full_on, walk.hints_lie = walk.known.full_on, walk.known.hints_lie
        walk.said = walk.known.validators
        self._begin(walk.url)
        if self._depth.since is not None and walk.source.kind in PAGED:
            walk.archive = self._record(archive_mark(walk.url))
            self._begin(archive_mark(walk.url))

    def conditions(self, walk: Walk) -> dict[str, str]:
        """Headers for the first page; none when it is time to read it in full."""
        if walk.archive is not None or walk.hints_lie or walk.full_on is None:
            return {}
        age = self._depth.today - walk.full_on
        return conditions(walk.known.validators) if timedelta() <= age < _FULL_READ else {}

    def note_page(self, walk: Walk, url: str, found: Iterable[Found]) -> None:
        """Note that the page at `url` was read, which lists these articles."""
        entries = tuple(found)
        last = last_of(walk.source, entries)
        walk.pages_read += 1
        walk.last = last or walk.last
        if walk.known.ended_run is not None and last is not None:
            run_id, urls = walk.known.ended_run, [each.url for each in entries]
            known = known_by(self._ledger.db, urls, run_id=run_id)
            walk.meets_known = any(url in known for url in telling_of(walk.source, entries))
            unseen = set(urls) - walk.seen  # what stands beside every page tells nothing new
            walk.knows_all = bool(unseen) and unseen <= known
        self.note_place(walk, walk.page, url)

    def note_place(self, walk: Walk, page: int, url: str) -> None:
        """Note that everything up to this page is read: an unfinished walk goes on there."""
        db = self._ledger.db
        if not walk.is_met:
            note_page(db, source_url=walk.url, page=page, page_url=url)
        if walk.archive is not None:
            mark = archive_mark(walk.url)
            note_page(db, source_url=mark, page=page, page_url=url, seen_to=self._depth.began)

    def meet(self, walk: Walk) -> None:
        """Note that a walk has read what the nights need; it may go on for a person."""
        walk.is_met = True
        walk.seen_from = self._seen_from(walk)
        self._end(walk.url, self._end_of(walk))

    def end(self, walk: Walk) -> None:
        """Note a walk as ended."""
        self.meet(walk)
        walk.has_ended = True
        if walk.archive is not None:
            self._end(archive_mark(walk.url), self._end_of(walk))
        if walk.is_dated and walk.day < self._depth.today:
            self._begin(past_mark(walk.url))
            self._end(past_mark(walk.url), WalkEnd(seen_to=self._depth.began))

    def is_before(self, day: date, found: Iterable[Found]) -> bool:
        """Whether a page lies wholly before `day`; a story may know what its list does not tell."""
        db, zone = self._ledger.db, self._depth.began.tzinfo
        times = (each.published or published_at(db, each.url) for each in found)
        return all(time is not None and time.astimezone(zone).date() < day for time in times)

    def _seen_from(self, walk: Walk) -> datetime | None:
        if walk.is_dated:
            start = datetime.combine(walk.day, time(), self._depth.began.tzinfo)
            return walk.reach if walk.is_bounded else start
        if walk.brood:
            return _seen_from_of_brood(walk)
        before = walk.known.seen_from or walk.known.seen_to
        seen = (before if self._joins(walk) else None, walk.reach)
        return min((each for each in seen if each is not None), default=None)

    def _joins(self, walk: Walk) -> bool:
        """Whether what was read now and what was read before leave nothing between them."""
        until = walk.known.seen_to
        if walk.meets_known or until is None or walk.reach is None:
            return walk.meets_known
        if until > self._depth.began + CLOCK_TOLERANCE:  # told by a clock that was wrong
            until = self._depth.last_read
        return until is not None and walk.reach <= until

    def _end_of(self, walk: Walk) -> WalkEnd:
        return WalkEnd(
            validators=walk.said,
            full_on=walk.full_on,
            hints_lie=walk.hints_lie,
            seen_from=walk.seen_from,
            seen_to=self._depth.began,
            last_address=walk.last.url if walk.last is not None else walk.known.last_address,
        )

    def _record(self, url: str) -> WalkRecord:
        record = walk_record(self._ledger.db, self._outlet.name, url)
        if record.seen_from is not None or record.last_address is None:
            return record
        # The list gives no times: the story at its end says how far back it reached.
        return replace(record, seen_from=published_at(self._ledger.db, record.last_address))

    def _begin(self, url: str) -> None:
        ledger = self._ledger
        begin_walk(
            ledger.db,
            outlet=self._outlet.name,
            source_url=url,
            run_id=ledger.run_id,
            now=ledger.now(),
        )

    def _end(self, url: str, end: WalkEnd) -> None:
        ledger = self._ledger
        end_walk(
            ledger.db,
            outlet=self._outlet.name,
            source_url=url,
            end=end,
            run_id=ledger.run_id,
            now=ledger.now(),
        )


def _seen_from_of_brood(walk: Walk) -> datetime | None:
    """Files that were there before must each join; of new ones only the first read tells."""
    old = [each.seen_from for each in walk.brood if each.known.ended_run is not None]
    told = [each for each in old or [child.seen_from for child in walk.brood] if each is not None]
    if not told or (old and None in old):
        return None
    return max(told) if old else min(told)
