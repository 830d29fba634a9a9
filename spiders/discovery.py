"""Learns what is new: walks an outlet's discovery pages and notes the addresses they list."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import time, timedelta

from crawler.ledger import Ledger
from spiders.depth import Depth
from spiders.listing import Listing
from spiders.outlet import Discovery, Outlet, Source
from spiders.reaches import Reach, outlet_reach
from spiders.reading import Answer, read_listing
from spiders.sitemaps import may_hold
from spiders.steps import Step, Visit, emptiness, where_to_ask
from spiders.validators import have_lied, is_unchanged, validators_of
from spiders.walk_book import WalkBook
from spiders.walks import PAGED, Walk, walks_of
from storage.addresses import Discovered, Found, record_discovered
from storage.looks import note_hints

_DEEPEST_INDEX = 3
_PAST_THE_END = (400, 404, 410)
_PASSING = (408, 425, 429)
_MOST_STALE = 1
"""A page that shows only what is seen may be the last one once more, or be what a burst of new
entries pushed back from the page before; the page after it tells."""
_LIE = "its server calls unchanged what has changed; read in full from now on"


class Scout:
    """Walks the sources of one outlet in one run.

    All walks are noted as begun before the first page is asked for and as ended when they are
    through. One that a kill or a spent budget cut short goes on, the next time, at the page it had
    come to, once it has joined what was read before; what it finds known may come from the walk
    that was cut short, and says nothing about the pages behind.
    """

    def __init__(self, outlet: Outlet, ledger: Ledger, depth: Depth) -> None:
        self._outlet = outlet
        self._ledger = ledger
        self._depth = depth
        self._book = WalkBook(outlet, ledger, depth)
        self._untried = list(outlet.sources)
        self._leads: list[Walk] = []
        self._waiting: list[Walk] = []
        self._active: Source | None = None
        self._new: set[str] = set()
        self._walks: dict[str, Walk] = {}

    @property
    def new(self) -> int:
        """How many addresses were never met before."""
        return len(self._new)

    @property
    def reach(self) -> Reach | None:
        """How far back the outlet is read so far; None when none of its sources could be."""
        return outlet_reach(self._walks.values(), began=self._depth.began)

    def begin(self) -> tuple[Visit, ...]:
        """The first pages to ask for."""
        if self._outlet.discovery is Discovery.FIRST:
            if not self._depth.is_thorough:  # what could be used the last time goes first
                self._untried.sort(key=lambda source: not self._is_fresh(source))
            return self._try_next_source()
        sources, self._untried = self._untried, []
        walks = [walk for source in sources for walk in self._walks_of(source)]
        leads = self._book.leads_of(walks)
        if self._depth.since is None and leads and all(map(self._book.may_wait, walks)):
            self._leads = leads
            self._waiting = [walk for walk in walks if walk not in leads]
            walks = leads
        return self._start(walks)

    def read(self, visit: Visit, answer: Answer) -> Step:
        """Record what a discovery page lists and say where its walk goes on."""
        return self._led(visit, self._read(visit, answer))

    def _led(self, visit: Visit, step: Step) -> Step:
        """Where the lists that lead show nothing new, the others need not be asked tonight."""
        walk = visit.walk
        if walk not in self._leads:
            return step
        if walk.has_ended and not step.new and not walk.is_useless:
            return step
        waiting, self._waiting = self._waiting, []
        return replace(step, visits=(*step.visits, *self._start(waiting)))

    def _read(self, visit: Visit, answer: Answer) -> Step:
        walk = visit.walk
        if walk.page == 1 and walk.archive is None and is_unchanged(walk.known.validators, answer):
            return self._skip(visit, answer)
        if walk.page > 1 and answer.status in _PAST_THE_END:
            with self._ledger.db.atomic():
                self._end(walk)
            return Step()
        if answer.status != 200:
            is_lasting = 400 <= answer.status < 500 and answer.status not in _PASSING
            return self._fail(visit, f"answered {answer.status}", is_lasting=is_lasting)
        listing = read_listing(
            walk.source, answer, url=visit.url, page=walk.page, outlet=self._outlet
        )
        found = self._articles(listing.found)
        problem = listing.problem or emptiness(walk, listing, found)
        if problem is None:
            return self._take(visit, answer, listing, found)
        if listing.is_lasting and self._outlet.discovery is Discovery.ALL:
            walk.said = replace(validators_of(walk.url, answer), content_sha256=None)
            walk.is_useless, walk.full_on = True, self._depth.today
            with self._ledger.db.atomic():
                self._end(walk)
        return self._fail(visit, problem, is_lasting=True)

    def fail(self, visit: Visit, reason: str | None, *, is_lasting: bool) -> Step:
        """A discovery page that cannot be used: its walk stays open, another source may step in.

        `reason` is None where the certificate has been told; what is lasting may fail again.
        """
        return self._led(visit, self._fail(visit, reason, is_lasting=is_lasting))

    def _fail(self, visit: Visit, reason: str | None, *, is_lasting: bool) -> Step:
        if reason is not None:
            self._ledger.note(reason, where=visit.url)
        walk = visit.walk
        if walk.page == 1 and is_lasting:
            self._book.fail(walk)
        if walk.source is not self._active or walk.page > 1 or walk.parent is not None:
            return Step()
        return Step(visits=self._try_next_source())

    def _skip(self, visit: Visit, answer: Answer) -> Step:
        walk = visit.walk
        walk.meets_known = True
        if answer.status == 200:
            walk.full_on = self._depth.today
        before = walk.known.validators
        walk.is_useless = before is not None and before.content_sha256 is None
        with self._ledger.db.atomic():
            self._end(walk)
        if walk.is_useless:
            self._ledger.note("of no use the last time, and unchanged since", where=visit.url)
        else:
            self._ledger.has_reached = True
        return Step()

    def _try_next_source(self) -> tuple[Visit, ...]:
        if not self._untried:
            return ()
        self._active = self._untried.pop(0)
        return self._start(self._walks_of(self._active))

    def _is_fresh(self, source: Source) -> bool:
        return all(map(self._book.is_fresh, self._walks_of(source)))

    def _walks_of(self, source: Source) -> Iterable[Walk]:
        return walks_of(source, today=self._depth.today, days=self._depth.days(source))

    def _start(self, walks: Iterable[Walk]) -> tuple[Visit, ...]:
        begun = []
        with self._ledger.db.atomic():
            for walk in walks:
                if walk.url in self._walks:
                    continue
                self._walks[walk.url] = walk
                if self._book.is_past(walk):
                    self._book.pass_by(walk)
                    continue
                self._book.begin(walk)
                begun.append(walk)
        return tuple(
            Visit(walk=walk, url=walk.url, headers=self._book.conditions(walk)) for walk in begun
        )

    def _articles(self, found: Iterable[Found]) -> dict[str, Found]:
        """The listed addresses that may be articles of this outlet, by canonical address."""
        articles: dict[str, Found] = {}
        for each in found:
            address = self._outlet.address_of(each.url)
            if self._outlet.is_article_address(address):
                articles.setdefault(address, each)
        return articles

    def _take(
        self, visit: Visit, answer: Answer, listing: Listing, found: Mapping[str, Found]
    ) -> Step:
        walk, ledger = visit.walk, self._ledger
        ledger.has_reached = True
        if listing.remark is not None:
            ledger.note(listing.remark, where=visit.url)
        children = self._children(walk, listing)
        entries = [
            replace(each, url=address, asked_at=where_to_ask(address, each.url))
            for address, each in found.items()
        ]
        with ledger.db.atomic():
            discovered = self._record(entries)
            if walk.page == 1:
                self._keep_validators(walk, answer, listing, discovered)
            self._book.note_page(walk, visit.url, entries)
            following = self._following(walk, listing, entries)
            walk.seen.update(found)
            walk.brood, walk.waits_for = children, len(children)
            if following is None and not children:
                self._end(walk)
        visits = self._start(children)
        if following is not None:
            walk.page, url = following
            visits += (Visit(walk=walk, url=url),)
        asked = {each.url: each.asked_at or each.url for each in entries}
        new = {address: asked[address] for address in discovered.new}
        return Step(new=new, visits=visits)

    def _record(self, entries: list[Found]) -> Discovered:
        ledger = self._ledger
        discovered = record_discovered(
            ledger.db,
            outlet=self._outlet.name,
            found=entries,
            run_id=ledger.run_id,
            now=ledger.now(),
        )
        self._new.update(discovered.new)
        note_hints(ledger.db, self._outlet.name, entries, today=self._depth.today)
        return discovered

    def _keep_validators(
        self, walk: Walk, answer: Answer, listing: Listing, discovered: Discovered
    ) -> None:
        said = validators_of(walk.url, answer)
        walk.full_on = self._depth.today
        if discovered.new and have_lied(walk.known.validators, said):
            self._ledger.note(_LIE, where=walk.url)
            walk.hints_lie = True
        is_partly_read = bool(listing.children) and self._depth.since is not None
        may_be_skipped = listing.may_be_skipped and not self._may_still_change(listing)
        walk.said = said if may_be_skipped and not is_partly_read else None

    def _may_still_change(self, listing: Listing) -> bool:
        """Whether files may change without a change of the index, which tells only their day."""
        yesterday = self._depth.today - timedelta(days=1)
        days = (moment for moment in listing.changed.values() if moment.time() == time())
        return any(day.date() >= yesterday for day in days)

    def _children(self, walk: Walk, listing: Listing) -> list[Walk]:
        if walk.depth >= _DEEPEST_INDEX:
            return []
        day = self._depth.oldest_needed
        return [
            Walk(source=walk.source, url=url, day=walk.day, parent=walk)
            for url in dict.fromkeys(listing.children)
            if self._outlet.owns(url) and url not in self._walks
            if day is None or may_hold(url, listing.changed.get(url), day)
        ]

    def _following(
        self, walk: Walk, listing: Listing, entries: Sequence[Found]
    ) -> tuple[int, str] | None:
        """The number and address of a walk's next page; None where it ends."""
        is_stale = all(each.url in walk.seen for each in entries)
        walk.stale = walk.stale + 1 if is_stale else 0
        if listing.is_last or not entries or walk.stale > _MOST_STALE:
            return None
        if walk.is_dated and self._book.is_before(walk.day, entries):
            return None  # nothing of its day: what stands there stands beside the list
        if not walk.is_met and self._is_enough(walk, entries):
            if walk.archive is None:
                return None
            self._book.meet(walk)
        since = self._depth.since
        if walk.archive is not None and since is not None and self._book.is_before(since, entries):
            return None
        return self._onward(walk, listing, entries)

    def _onward(
        self, walk: Walk, listing: Listing, entries: Sequence[Found]
    ) -> tuple[int, str] | None:
        ahead = walk.resume()
        if ahead is not None and not any(each.url in self._new for each in entries):
            self._book.note_place(walk, *ahead)
            return ahead
        source = walk.source
        url = source.later_url(walk.page + 1, walk.day, walk.section) or listing.next
        return (walk.page + 1, url) if url is not None and self._outlet.owns(url) else None

    def _is_enough(self, walk: Walk, found: Iterable[Found]) -> bool:
        """Whether a walk has read all that the nights need."""
        if walk.knows_all:
            return True
        may_be_long = self._depth.since is not None and walk.source.kind not in PAGED
        walk.is_bounded = walk.page >= self._depth.pages(walk.source) and not may_be_long
        return walk.is_bounded or self._book.is_before(self._depth.horizon(walk.source), found)

    def _end(self, walk: Walk) -> None:
        """Note a walk as ended, in the caller's transaction, and its index when it was the last."""
        self._book.end(walk)
        if walk.parent is not None:
            walk.parent.waits_for -= 1
            if walk.parent.waits_for == 0:
                self._end(walk.parent)
