"""Goes through every page of a window as a person would: by its links."""

import re
from collections import deque
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ConsoleMessage, Page

_NUMBER = re.compile(r"(?<=/)[\d.]+(?=/|$)|(?<=/schemes/)[\w-]+")
_KINDS_EACH = 2
"""Pages of one kind that are opened."""
SERIOUS = {"serious", "critical"}
_WHERE = "links => links.map(a => new URL(a.getAttribute('href'), document.baseURI).href)"
"""Also of the links in charts, whose `href` is no text."""


@dataclass(kw_only=True)
class Walk:
    """What was seen on the way."""

    opened: list[str] = field(default_factory=list)
    files: set[str] = field(default_factory=set)
    """Addresses of downloads, one of each kind."""
    faults: list[str] = field(default_factory=list)


def walk(
    browser: Browser,
    address: str,
    width: int,
    starts: tuple[str, ...] = ("/",),
    *,
    is_looking: bool = True,
) -> Walk:
    """Open pages link by link, two of each kind, and look at each: axe, width, console."""
    seen = Walk()
    waiting, kinds = deque(starts), dict[str, int]()
    context = browser.new_context(viewport={"width": width, "height": 900}, base_url=address)
    page = context.new_page()
    page.on("console", lambda told: _console(told, seen, page))
    page.on("pageerror", lambda error: seen.faults.append(f"{page.url}: {error}"))
    known = set(starts)
    while waiting:
        path = waiting.popleft()
        if kinds.setdefault(kind_of(path), 0) >= _KINDS_EACH:
            continue
        kinds[kind_of(path)] += 1
        answer = page.goto(path)
        if answer is None or answer.status != 200:
            seen.faults.append(f"{path}: {answer and answer.status}")
            continue
        seen.opened.append(path)
        if is_looking:
            _look(page, path, width, seen)
        for link in _links(page, address, seen):
            if link not in known:
                known.add(link)
                waiting.append(link)
    context.close()
    return seen


def kind_of(path: str) -> str:
    """`/awards/12?x=1` -> `/awards/N?x`."""
    parts = urlsplit(path)
    names = "&".join(sorted({pair.partition("=")[0] for pair in parts.query.split("&")}))
    return _NUMBER.sub("N", parts.path) + (f"?{names}" if names else "")


def _console(told: ConsoleMessage, seen: Walk, page: Page) -> None:
    if told.type in ("error", "warning"):
        seen.faults.append(f"{page.url}: {told.text}")


def _look(page: Page, path: str, width: int, seen: Walk) -> None:
    if not path.startswith("/piagam"):  # Datasette's own tables are wide
        widest = page.evaluate("document.documentElement.scrollWidth")
        if widest > width:
            seen.faults.append(f"{path}: is {widest} pixels wide on a screen of {width}")
        for found in Axe().run(page).response["violations"]:
            if found["impact"] in SERIOUS:
                where = found["nodes"][0]["target"]
                seen.faults.append(f"{path}: {found['id']}: {found['help']}: {where}")
        if page.locator("h1").count() != 1:
            seen.faults.append(f"{path}: {page.locator('h1').count()} first headings")


def _links(page: Page, address: str, seen: Walk) -> list[str]:
    hrefs = page.eval_on_selector_all("a[href]", _WHERE)
    own = [href.removeprefix(address) for href in hrefs if href.startswith(f"{address}/")]
    pages = []
    for path in (href.partition("#")[0] for href in own):
        if "format=" in path or path.endswith(("/original", ".csv", ".json")):
            seen.files.add(path)
        elif not path.startswith(("/piagam/", "/piagam.", "/-/")) and "lang=" not in path:
            pages.append(path)
    return pages
