"""The outlets: files that can be used and, where asked for, sites that answer."""

from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from scrapy import Request, Spider
from scrapy.crawler import AsyncCrawlerProcess
from scrapy.http import Response
from scrapy.settings import Settings
from twisted.python.failure import Failure

from crawler.doctor.finding import Finding, bad, ok, warn
from crawler.middlewares.robots import robots_request
from crawler.outlet_shelf import OutletShelf, unknown_outlet

_FEW = 5
"""Sites that are named in one line."""


@dataclass(slots=True, kw_only=True)
class Asked:
    """One site, and what came of asking it."""

    home: str
    problem: str | None = "was not asked"
    """None: it answered."""


def check_files(shelf: OutletShelf, named: Sequence[str]) -> Iterator[Finding]:
    """Every outlet file that cannot be used, and every name of crawl.outlets that no outlet has."""
    for problem in shelf.problems.values():
        yield bad("outlet", problem)
    known = {*shelf.outlets, *shelf.problems}
    for name in named:
        if name not in known:
            yield bad("outlets", f"crawl.outlets: {unknown_outlet(name, shelf.outlets)}")
    chosen = [shelf.outlets[name] for name in named or shelf.outlets if name in shelf.outlets]
    enabled = sum(each.enabled for each in chosen)
    if enabled:
        yield ok("outlets", f"{enabled} of {len(shelf.outlets)} are crawled")
    else:
        yield bad("outlets", "none is enabled; see `piagam outlets list`")


def check_sites(settings: Settings, homes: Mapping[str, str]) -> Iterator[Finding]:
    """Ask each outlet's site for its robots.txt, once, as a crawl does.

    Once in a process: Twisted's reactor cannot be started again.
    """
    sites = {name: Asked(home=home) for name, home in homes.items()}
    quiet = settings.copy()
    quiet.set("LOG_LEVEL", "CRITICAL", priority="cmdline")  # each problem is handed back
    process = AsyncCrawlerProcess(quiet)
    process.crawl(_Robots, sites=sites)
    process.start()
    yield judge_sites({name: each.problem for name, each in sites.items()})


def judge_sites(problems: Mapping[str, str | None]) -> Finding:
    """Pure: what is wrong with each site; bad when none of them answers."""
    silent = {name: each for name, each in problems.items() if each is not None}
    if not silent:
        return ok("sites", f"all {len(problems)} answer")
    told = "; ".join(f"{name}: {why}" for name, why in list(silent.items())[:_FEW])
    more = f"; and {len(silent) - _FEW} more" if len(silent) > _FEW else ""
    if len(silent) == len(problems) > 1:
        return bad("sites", f"none answers, so mend our own network or DNS first ({told}{more})")
    mend = "see `piagam outlets check NAME`"
    return warn("sites", f"{len(silent)} of {len(problems)} do not answer: {told}{more}; {mend}")


class _Robots(Spider):
    name = "doctor"

    def __init__(self, sites: dict[str, Asked], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._sites = sites

    async def start(self) -> AsyncIterator[Request]:
        for site in self._sites.values():
            parts = urlsplit(site.home)
            request = robots_request(f"{parts.scheme}://{parts.netloc}", timeout=10)
            yield request.replace(
                callback=self._answered,
                errback=self._lost,
                cb_kwargs={"site": site},
                meta={**request.meta, "handle_httpstatus_all": True},
                dont_filter=True,
            )

    def _answered(self, response: Response, site: Asked) -> None:
        site.problem = f"answered {response.status}" if response.status >= 500 else None

    def _lost(self, failure: Failure) -> None:
        site: Asked = failure.request.cb_kwargs["site"]  # type: ignore[attr-defined]
        site.problem = (str(failure.value).splitlines() or [type(failure.value).__name__])[0]
