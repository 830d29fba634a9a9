"""The responses of a WARC file put together to the stories of the outlets; pure."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, time
from urllib.parse import urljoin, urlsplit
from zoneinfo import ZoneInfo

from crawler.archive.jobs import FoundPage, FoundStory, Wanted
from crawler.archive.scanning import Capture
from crawler.extraction.addresses import part_number
from spiders.outlet import Outlet
from storage.responses import Place

_HTML = ("text/html", "application/xhtml+xml", None)
_OWN_FILE = re.compile(r"(.+)-\d{6}-\d{2}\.warc\.gz")
"""As `crawler.archive.shelf` names its files, by their outlet."""
_MOST_HOPS = 6
_EARLY_MORNING = time(0, 0)


@dataclass(slots=True, kw_only=True)
class _Found:
    """What was met under one address."""

    outlet: Outlet
    pages: dict[str, Capture] = field(default_factory=dict)
    """By URL the best capture: a page before a redirect, then the latest."""

    @property
    def first(self) -> Capture | None:
        """The story's first page, sooner than a page of all parts; None where there is none."""
        pages = [each for each in self.pages.values() if _is_page(each)]
        firsts = [each for each in pages if part_number(each.url) == 1]
        return max(firsts, key=_plainness, default=None)


class Gathering:
    """Takes the responses of one file and tells the stories in it."""

    def __init__(self, outlets: Iterable[Outlet], file: str, *, most: int, wanted: Wanted) -> None:
        """`file` is the name of the file; records larger than `most` bytes are left out."""
        self.skipped: Counter[str] = Counter()
        """How many of the responses taken are no stories, by reason."""
        self.taken = 0
        self._file, self._most, self._wanted = file, most, wanted
        named = _OWN_FILE.fullmatch(file)
        own = named[1] if named else None
        self._by_host: dict[str, list[Outlet]] = {}
        for outlet in sorted(outlets, key=lambda each: (each.name != own, each.name)):
            for host in {name.removeprefix(www) for name in outlet.hosts for www in ("", "www.")}:
                self._by_host.setdefault(host, []).append(outlet)
        self._found: dict[str, _Found] = {}

    def is_theirs(self, url: str) -> bool:
        """Whether the address is on a host of one of the outlets."""
        return _host(url) in self._by_host

    def take(self, capture: Capture) -> None:
        """One response, in the order of the file."""
        self.taken += 1
        owner = self._owner(capture.url)
        reason = self._why_not(capture, owner)
        if owner is None or reason is not None:
            self.skipped[reason or "no-story-address"] += 1
            return
        address = owner.address_of(capture.url)
        found = self._found.setdefault(address, _Found(outlet=owner))
        known = found.pages.get(capture.url)
        if known is None or _rank(capture) >= _rank(known):
            self.skipped["captured-again"] += known is not None
            found.pages[capture.url] = capture
        else:
            self.skipped["captured-again"] += 1

    def stories(self) -> tuple[FoundStory, ...]:
        """What the file has of stories, in its order; redirects are followed within the file."""
        targets = {
            address: target
            for address, found in self._found.items()
            if found.first is None and (target := self._target(found)) is not None
        }
        reached = set(targets.values())
        told = []
        for address, found in self._found.items():
            pages = self._found[targets.get(address, address)]
            if address in reached:
                continue
            if pages.first is None:
                self.skipped[_why_no_first(found)] += len(found.pages)
                continue
            told.append(self._story(address, pages, pages.first))
        return tuple(sorted(told, key=lambda each: (each.places[0].start_byte, each.address)))

    def _story(self, address: str, found: _Found, first: Capture) -> FoundStory:
        others = [each for each in found.pages.values() if each is not first]
        pages = [first, *sorted(others, key=lambda each: each.start_byte)]
        return FoundStory(
            outlet=found.outlet.name,
            address=address,
            pages=tuple(self._page(each) for each in pages),
        )

    def _page(self, capture: Capture) -> FoundPage:
        place = Place(file=self._file, start_byte=capture.start_byte, length=capture.length)
        return FoundPage(
            url=capture.url, status=capture.status, place=place, fetched_at=capture.fetched_at
        )

    def _owner(self, url: str) -> Outlet | None:
        """The outlet whose article it is; of several on one host the one that the file names."""
        candidates = self._by_host.get(_host(url), ())
        return next((o for o in candidates if o.is_article_address(o.address_of(url))), None)

    def _why_not(self, capture: Capture, owner: Outlet | None) -> str | None:
        if owner is None:
            return "no-story-address"
        if capture.size > self._most:
            return "too-large"
        if capture.status != 200:
            is_redirect = capture.status // 100 == 3 and capture.location is not None
            return None if is_redirect else f"http-{capture.status}"
        if capture.content_type not in _HTML:
            return "no-html"
        return "date" if self._is_too_old(capture, owner) else None

    def _is_too_old(self, capture: Capture, owner: Outlet) -> bool:
        """What was fetched before the first day cannot have been published on it or later."""
        if self._wanted.first_day is None:
            return False
        begin = datetime.combine(self._wanted.first_day, _EARLY_MORNING, ZoneInfo(owner.zone))
        return capture.fetched_at < begin

    def _target(self, found: _Found) -> str | None:
        """The address to which the redirects lead in the end, where the file has its page."""
        for _ in range(_MOST_HOPS):
            moved = next((each for each in found.pages.values() if each.location), None)
            if moved is None:
                return None
            address = found.outlet.address_of(urljoin(moved.url, moved.location or ""))
            onward = self._found.get(address)
            if onward is None or onward is found:
                return None
            if onward.first is not None:
                return address
            found = onward
        return None


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def _is_page(capture: Capture) -> bool:
    return capture.status == 200


def _rank(capture: Capture) -> tuple[bool, datetime, int]:
    return _is_page(capture), capture.fetched_at, capture.start_byte


def _plainness(capture: Capture) -> tuple[int, datetime, int]:
    return -len(urlsplit(capture.url).query), capture.fetched_at, capture.start_byte


def _why_no_first(found: _Found) -> str:
    return "no-first-page" if any(map(_is_page, found.pages.values())) else "moved"
