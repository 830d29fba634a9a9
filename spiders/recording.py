"""Fetches a story of an outlet as a crawl does, all its parts, and keeps its pages as a case."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from scrapy.settings import Settings

from crawler.config import ConfigError
from crawler.extraction.page import Page, PageKind, read_page
from crawler.outlet_shelf import check_enabled
from crawler.story_pages import StoryPages
from spiders.fixtures import (
    Case,
    RecordedPage,
    case_name,
    cases_in,
    differences,
    expected_of,
    load_case,
    read_pages,
    save_case,
)
from spiders.outlet import Outlet
from spiders.outlet_file import path_label
from spiders.provisional import loaded
from spiders.site_report import SiteReport
from spiders.visiting import Visitor, send


@dataclass(slots=True, kw_only=True)
class Recording:
    """What came of one story."""

    pages: tuple[RecordedPage, ...] = ()
    problem: str | None = None
    """Why nothing was recorded."""
    folder: Path | None = None
    """Where the case was written."""
    fields: Mapping[str, Any] = field(default_factory=dict)
    """What was read: the case's `expected`."""
    changes: tuple[str, ...] | None = None
    """What differs from the case that was there; None for a new one."""


def folder_of(outlet: Outlet, folder: Path | None) -> Path:
    """Where the cases of an outlet are: beside its file, unless told otherwise."""
    return (folder or outlet.path.parent) / f"{outlet.name}.pages"


def record(  # noqa: PLR0913 - each is an option of the command
    settings: Settings,
    outlet: Outlet,
    url: str,
    *,
    folder: Path | None,
    name: str | None,
    day: date,
    renew: bool,
) -> Recording:
    """Fetch the story at `url` and write it as a case, under `folder` or beside the outlet's file.

    Once in a process: Twisted's reactor starts only once. Raises ConfigError before anything is
    asked where the outlet may not be read, the address is none of its stories', or the case is
    there already and not to be renewed.
    """
    check_enabled(outlet)
    if not outlet.is_article_address(outlet.address_of(url)):
        raise ConfigError(
            f"{url}: no address of a story of {outlet.name}; mend the address, or article.address"
            f" in {path_label(outlet.path)}"
        )
    place = folder_of(outlet, folder) / _checked(name or case_name(url))
    before = load_case(place) if renew and place.exists() else None
    if place.exists() and not renew:
        raise ConfigError(f"{place}: is recorded already; --renew records it again")
    recording = Recording()
    report = SiteReport(home=outlet.home)
    given = {"outlet": outlet, "url": url, "recording": recording}
    send(_Recorder, settings, report, list(outlet.hosts), **given)
    recording.problem = recording.problem or report.problem
    if recording.problem is None:
        case = Case(url=url, recorded=day, pages=recording.pages, expected={})
        _keep(recording, case, outlet, place, before)
    return recording


def _checked(case: str) -> str:
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", case):
        raise ConfigError(f"--name {case!r}: write small letters, digits and hyphens")
    return case


def _keep(
    recording: Recording, case: Case, outlet: Outlet, place: Path, before: Case | None
) -> None:
    article = read_pages(case.pages, outlet).article
    if article is None:
        recording.problem = "its pages make no story when they are read once more"
        return
    recording.fields = expected_of(article)
    recording.folder = place
    if before is not None:
        recording.changes = tuple(differences(before.expected, recording.fields))
    save_case(place, replace(case, expected=recording.fields))


def record_samples(report: SiteReport, folder: Path, *, day: date, most: int) -> tuple[Path, ...]:
    """Write the first stories that a usable draft reads, those of one part first; the folders."""
    told = report.conclusions
    if told is None or told.problem is not None:
        return ()
    outlet = loaded(told.draft, told.name)
    read = [each for each in told.samples if each.page is not None and each.article is not None]
    read.sort(key=lambda each: each.page is not None and each.page.parts_declared > 1)
    written = []
    for sample in read[:most]:
        pages = (RecordedPage(address=sample.address, body=sample.body, charset=sample.charset),)
        article = read_pages(pages, outlet).article
        if article is not None:
            place = folder_of(outlet, folder) / case_name(sample.url)
            expected = expected_of(article)
            save_case(place, Case(url=sample.url, recorded=day, pages=pages, expected=expected))
            written.append(place)
    return tuple(written)


def check_recorded(outlet: Outlet, folder: Path | None) -> dict[str, tuple[str, ...]]:
    """What the outlet's rules read otherwise today, by recorded case; nothing is asked.

    Raises FixtureError.
    """
    told: dict[str, tuple[str, ...]] = {}
    for place in cases_in(folder_of(outlet, folder)):
        case = load_case(place)
        page = read_pages(case.pages, outlet)
        if page.article is None:
            told[place.name] = (f"is no article but {page.kind}: {page.reason}",)
        else:
            told[place.name] = tuple(differences(case.expected, expected_of(page.article)))
    return told


class _Recorder(Visitor):
    def __init__(
        self, report: SiteReport, outlet: Outlet, url: str, recording: Recording, **kwargs: Any
    ) -> None:
        super().__init__(report, **kwargs)
        self._outlet = outlet
        self._url = url
        self._recording = recording

    async def visit(self) -> None:
        """The first page, then what else the story is made of."""
        first = await self._page(self._url)
        if isinstance(first, str):
            self._recording.problem = first
            return
        came, page = first
        if page.kind is not PageKind.ARTICLE:
            self._recording.problem = f"is no article but {page.kind}: {page.reason}"
            return
        story = StoryPages.begin(
            page, url=came.address, rules=self._outlet.rules, owns=self._outlet.owns
        )
        kept = [first]
        while (wanted := story.wanted) is not None:
            part = await self._page(wanted)
            if isinstance(part, str) and story.whole is None:
                self._recording.problem = f"its part {wanted}: {part}"
                return
            kept += [] if isinstance(part, str) else [part]
            story.take(None if isinstance(part, str) else part[1])
        told = {id(each) for each in story.pages}
        self._recording.pages = tuple(came for came, page in kept if id(page) in told)

    async def _page(self, url: str) -> tuple[RecordedPage, Page] | str:
        asked = await self.ask(url)
        if isinstance(asked, str):
            return asked
        address, answer = asked
        if answer.status != 200:
            return f"answered {answer.status}"
        came = RecordedPage(address=address, body=answer.body, charset=answer.charset)
        page = read_page(
            came.body,
            outlet=self._outlet.name,
            url=address,
            rules=self._outlet.rules,
            encoding=came.charset,
        )
        return came, page
