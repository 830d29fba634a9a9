"""Holds an outlet's rules against the live site: does each source list, does each story read?"""

from dataclasses import replace
from typing import Any

from scrapy.settings import Settings

from spiders.outlet import Discovery, Outlet
from spiders.site_report import SiteReport
from spiders.visiting import Visitor, send

_SAMPLES = 5


def check(settings: Settings, outlet: Outlet) -> SiteReport:
    """Visit each source of the outlet once, and a few of the stories listed.

    Once in a process: Twisted's reactor starts only once.
    """
    report = SiteReport(home=outlet.home, title=outlet.title, family=outlet.family)
    return send(_Check, settings, report, list(outlet.hosts), outlet=outlet)


class _Check(Visitor):
    def __init__(self, report: SiteReport, outlet: Outlet, **kwargs: Any) -> None:
        super().__init__(report, **kwargs)
        self._outlet = outlet

    async def visit(self) -> None:
        """Each source, then the stories that the first of them lists."""
        outlet, report = self._outlet, self._report
        for source in outlet.sources:
            look = await self.look(source, outlet)
            stories = tuple(
                each
                for each in look.listed
                if outlet.is_article_address(outlet.address_of(each.url))
            )
            strange = f"lists {len(look.found)} links, none to an article" if look.found else None
            problem = look.problem or (None if stories else strange)
            report.looks.append(replace(look, listed=stories, problem=problem))
            if stories and outlet.discovery is Discovery.FIRST:
                break  # those behind it are asked only where it fails
        listed = dict.fromkeys(url for look in report.looks for url in look.found)
        for url in list(listed)[:_SAMPLES]:
            report.samples.append(await self.sample(url, outlet))
