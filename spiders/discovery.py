"""Learns what is new: walks an outlet's discovery pages and notes the addresses they list."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from hashlib import sha256
from urllib.parse import urlsplit, urlunsplit

from crawler.ledger import Ledger
from spiders.listing import Listing
from spiders.outlet import Discovery, Outlet, Source, SourceKind
from spiders.reading import Answer, read_listing
from spiders.walks import Walk, past_mark, walks_of
from storage.addresses import (
    Found,
    begin_walk,
    end_walk,
    record_discovered,
    validators,
    walk_is_complete,
)
from storage.records import Validators

_DEEPEST_INDEX = 3
_PAST_THE_END = (400, 404, 410)


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One discovery page to ask for."""

    walk: Walk
    url: str
    headers: Mapping[str, str] = field(default_factory=dict)
    """Conditions: the server need not send again what has not changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What follows from one discovery page."""

    new: Mapping[str, str] = field(default_factory=dict)
    """Addresses never met before, and where to ask for each."""
    visits: tuple[Visit, ...] = ()


class Scout:
    """Walks the sources of one outlet in one run.

    All walks are noted as begun before the first page is asked for and as ended when they are
    through. A run that is killed leaves them begun, and the next one goes the whole depth: what
    it finds known may come from the killed run, and says nothing about the pages behind.
    """

    def __init__(self, outlet: Outlet, ledger: Ledger, *, today: date) -> None:
        self._outlet = outlet
        self._ledger = ledger
        self._today = today
        self._untried = list(outlet.sources)
        self._active: Source | None = None
        self._new: set[str] = set()
        self._visited: set[str] = set()

    def begin(self) -> tuple[Visit, ...]:
        """The first pages to ask for."""
        if self._outlet.discovery is Discovery.FIRST:
            return self._try_next_source()
        sources, self._untried = self._untried, []
        return self._start(
            walk for source in sources for walk in walks_of(source, today=self._today)
        )

    def read(self, visit: Visit, answer: Answer) -> Step:
        """Record what a discovery page lists and say where its walk goes on."""
        walk = visit.walk
        if walk.page == 1 and _is_unchanged(walk, answer):
            return self._skip(visit)
        if walk.page > 1 and answer.status in _PAST_THE_END:
            with self._ledger.db.atomic():
                self._end(walk)
            return Step()
        if answer.status != 200:
            return self.fail(visit, f"answered {answer.status}")
        listing = read_listing(
            walk.source, answer, url=visit.url, page=walk.page, outlet=self._outlet
        )
        found = self._articles(listing.found)
        problem = listing.problem or _emptiness(walk, listing, found)
        if problem is None:
            return self._take(visit, answer, listing, found)
        if listing.is_lasting and self._outlet.discovery is Discovery.ALL:
            walk.validators = replace(_validators(walk.url, answer), content_sha256=None)
            with self._ledger.db.atomic():
                self._end(walk)
        return self.fail(visit, problem)

    def fail(self, visit: Visit, reason: str) -> Step:
        """A discovery page that cannot be used: its walk stays open, another source may step in."""
        self._ledger.note(reason, where=visit.url)
        walk = visit.walk
        if walk.source is not self._active or walk.page > 1 or walk.parent is not None:
            return Step()
        return Step(visits=self._try_next_source())

    def _skip(self, visit: Visit) -> Step:
        walk = visit.walk
        with self._ledger.db.atomic():
            self._end(walk)
        if walk.validators is not None and walk.validators.content_sha256 is None:
            self._ledger.note("of no use the last time, and unchanged since", where=visit.url)
        else:
            self._ledger.has_reached = True
        return Step()

    def _try_next_source(self) -> tuple[Visit, ...]:
        if not self._untried:
            return ()
        self._active = self._untried.pop(0)
        return self._start(walks_of(self._active, today=self._today))

    def _start(self, walks: Iterable[Walk]) -> tuple[Visit, ...]:
        begun = []
        with self._ledger.db.atomic():
            for walk in walks:
                if walk.url not in self._visited and not self._is_past(walk):
                    self._visited.add(walk.url)
                    self._note_begin(walk)
                    begun.append(walk)
        return tuple(
            Visit(walk=walk, url=walk.url, headers=_conditions(walk.validators)) for walk in begun
        )

    def _is_past(self, walk: Walk) -> bool:
        if walk.source.kind is not SourceKind.DATED_INDEX or walk.day >= self._today:
            return False
        return walk_is_complete(self._ledger.db, self._outlet.name, past_mark(walk.url))

    def _note_begin(self, walk: Walk) -> None:
        """Note a walk as begun, which makes the store forget what it knew of the last one."""
        walk.was_complete = walk_is_complete(self._ledger.db, self._outlet.name, walk.url)
        walk.validators = validators(self._ledger.db, walk.url)
        self._begin(walk.url)

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
        if walk.page == 1:
            walk.validators = _validators(walk.url, answer) if listing.may_be_skipped else None
        children = self._children(walk, listing)
        with ledger.db.atomic():
            discovered = record_discovered(
                ledger.db,
                outlet=self._outlet.name,
                found=[replace(each, url=address) for address, each in found.items()],
                run_id=ledger.run_id,
                now=ledger.now(),
            )
            self._new.update(discovered.new)
            following = self._following(walk, listing, found)
            walk.seen.update(found)
            walk.children = len(children)
            if following is None and not children:
                self._end(walk)
        visits = self._start(children)
        if following is not None:
            walk.page += 1
            visits += (Visit(walk=walk, url=following),)
        new = {address: _where(address, found[address].url) for address in discovered.new}
        return Step(new=new, visits=visits)

    def _children(self, walk: Walk, listing: Listing) -> list[Walk]:
        if walk.depth >= _DEEPEST_INDEX:
            return []
        return [
            Walk(source=walk.source, url=url, day=walk.day, parent=walk)
            for url in dict.fromkeys(listing.children)
            if self._outlet.owns(url) and url not in self._visited
        ]

    def _following(self, walk: Walk, listing: Listing, found: Mapping[str, Found]) -> str | None:
        """The next page of a walk; None where it ends."""
        source = walk.source
        if listing.is_last or walk.page >= source.pages:
            return None
        if found.keys() <= walk.seen:
            return None  # nothing, or the page before once more
        if walk.was_complete and not self._new & found.keys():
            return None  # all of it was known before this run
        if self._is_behind(source, found.values()):
            return None
        url = source.later_url(walk.page + 1, walk.day, walk.section)
        url = url or listing.next
        return url if url is not None and self._outlet.owns(url) else None

    def _is_behind(self, source: Source, found: Iterable[Found]) -> bool:
        """Whether a page lies wholly before the days that the outlet's file asks for."""
        times = [each.published for each in found]
        horizon = self._today - timedelta(days=source.days)
        return bool(times) and all(time is not None and time.date() < horizon for time in times)

    def _end(self, walk: Walk) -> None:
        """Note a walk as ended, in the caller's transaction, and its index when it was the last."""
        self._note_end(walk.url, walk.validators)
        if walk.source.kind is SourceKind.DATED_INDEX and walk.day < self._today:
            mark = past_mark(walk.url)
            self._begin(mark)
            self._note_end(mark, None)
        if walk.parent is not None:
            walk.parent.children -= 1
            if walk.parent.children == 0:
                self._end(walk.parent)

    def _begin(self, url: str) -> None:
        ledger = self._ledger
        begin_walk(
            ledger.db,
            outlet=self._outlet.name,
            source_url=url,
            run_id=ledger.run_id,
            now=ledger.now(),
        )

    def _note_end(self, url: str, kept: Validators | None) -> None:
        ledger = self._ledger
        end_walk(
            ledger.db,
            outlet=self._outlet.name,
            source_url=url,
            validators=kept,
            run_id=ledger.run_id,
            now=ledger.now(),
        )


def _where(address: str, listed: str) -> str:
    """Where to ask for a new address: with the slash at its end that the outlet prints."""
    parts = urlsplit(address)
    is_slashed = urlsplit(listed).path == f"{parts.path}/"
    return urlunsplit(parts._replace(path=f"{parts.path}/")) if is_slashed else address


def _is_unchanged(walk: Walk, answer: Answer) -> bool:
    if answer.status == 304:
        return True
    before = walk.validators
    digest = sha256(answer.body).hexdigest()
    return answer.status == 200 and before is not None and before.content_sha256 == digest


def _emptiness(walk: Walk, listing: Listing, found: Mapping[str, Found]) -> str | None:
    """What is wrong with a first page that lists no article; None where that may be."""
    if found or listing.children or walk.page > 1:
        return None
    if listing.found:
        return f"lists {len(listing.found)} links, none to an article of this outlet"
    return "lists nothing" if walk.source.kind is SourceKind.LISTING else None


def _conditions(validators: Validators | None) -> dict[str, str]:
    headers = {}
    if validators and validators.etag:
        headers["If-None-Match"] = validators.etag
    if validators and validators.last_modified:
        headers["If-Modified-Since"] = validators.last_modified
    return headers


def _validators(url: str, answer: Answer) -> Validators:
    return Validators(
        url=url,
        etag=answer.headers.get("etag"),
        last_modified=answer.headers.get("last-modified"),
        content_sha256=sha256(answer.body).hexdigest(),
    )
