"""What a visit to a site comes to: its rules as a draft, what was read, what looks wrong; pure."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from crawler.extraction.page import PageKind
from spiders.address_shapes import patterns_of
from spiders.drafts import Draft, written
from spiders.outlet import Outlet, Source, SourceKind
from spiders.outlet_file import OutletError
from spiders.provisional import has_sources, home_page, loaded
from storage.records import Article

if TYPE_CHECKING:
    from spiders.site_report import SiteReport

_FIELDS = ("published", "authors", "section", "tags", "lead_image", "caption")
_SHORTEST_SUSPECT = 15


@dataclass(frozen=True, slots=True, kw_only=True)
class Conclusions:
    """The draft of the outlet's file and what speaks for and against it."""

    name: str
    draft: str
    """TOML."""
    problem: str | None
    """Why the draft cannot be used as it is."""
    articles: int
    fields: dict[str, int]
    """In how many of the articles each field was found."""
    suspects: tuple[str, ...]
    """Lines that several stories share: furniture that was not cut."""


def conclude(report: "SiteReport", outlet: Outlet) -> Conclusions:
    """What the samples and sources of a visit say."""
    read = [
        (sample.url, sample.page.article)
        for sample in report.samples
        if sample.page is not None
        and sample.page.kind is PageKind.ARTICLE
        and sample.page.article is not None
    ]
    articles = [article for _, article in read]
    urls = [outlet.address_of(url) for url, _ in read]
    address = _address(urls, report.family, outlet)
    draft = Draft(
        name=outlet.name,
        title=report.title or outlet.title,
        home=outlet.home,
        hosts=outlet.hosts,
        family=report.family,
        sources=tuple(_sources(report, outlet)),
        address=address,
        articles=tuple(urls[:3]),
        others=tuple(_others(report, outlet, address)),
        check=tuple(_checks(report, articles)),
    )
    text = written(draft)
    return Conclusions(
        name=outlet.name,
        draft=text,
        problem=_problem(text, outlet.name, urls),
        articles=len(articles),
        fields={name: sum(bool(getattr(each, name)) for each in articles) for name in _FIELDS},
        suspects=tuple(_suspects(articles)),
    )


def _address(urls: Sequence[str], family: str, outlet: Outlet) -> tuple[str, ...]:
    """Nothing where the family's own patterns hold for every story that was read."""
    patterns = _family_patterns(family)
    if urls and patterns and all(_matches(patterns, url) for url in urls):
        return ()
    return patterns_of(urls)


def _family_patterns(family: str) -> tuple[str, ...]:
    """What the family says of addresses; nothing for one that leaves it to its outlets."""
    text = written(Draft(name="a", title="a", home="https://a.id/", hosts=("a.id",), family=family))
    try:
        outlet = loaded(f'{text}\n[[example]]\nurl = "https://a.id/x"\narticle = false\n', "a")
    except OutletError:
        return ()
    return tuple(each.pattern for each in outlet.rules.address)


def _matches(patterns: Sequence[str], url: str) -> bool:
    return any(re.search(pattern, urlsplit(url).path) for pattern in patterns)


def _sources(report: "SiteReport", outlet: Outlet) -> Iterator[Source]:
    """What served, unless the family's own do."""
    own = {source.url for source in outlet.sources} if has_sources(report.family) else set()
    served = [look.source for look in report.looks if look.found]
    if any(source.url in own for source in served):
        return
    yield from served or [home_page(outlet.home)]


def _others(report: "SiteReport", outlet: Outlet, address: Sequence[str]) -> Iterator[str]:
    """The home page, and a section page where one can be told from the stories."""
    yield outlet.home
    patterns = address or _family_patterns(report.family)
    listed = (url for look in report.looks for url in look.found)
    short = (url for url in listed if 0 < len(urlsplit(url).path.strip("/")) < _SHORTEST_SUSPECT)
    for url in list(dict.fromkeys(short))[:8]:
        if not _matches(patterns, outlet.address_of(url)):
            yield url
            return


def _checks(report: "SiteReport", articles: Sequence[Article]) -> Iterator[str]:
    yield "drafted by a probe: read a few stories with `piagam read URL` and compare"
    if not any(look.found for look in report.looks if look.source.kind is not SourceKind.LISTING):
        yield "no feed, sitemap or REST was found: only what the home page shows is read"
    if articles and not all(each.published for each in articles):
        yield "not every story says when it was published"


def _problem(text: str, name: str, urls: Sequence[str]) -> str | None:
    if not urls:
        return "no story could be read, so the addresses of stories are unknown"
    try:
        outlet = loaded(text, name)
    except OutletError as error:
        return str(error)
    return next(outlet.example_problems(), None)


def _suspects(articles: Sequence[Article]) -> Iterator[str]:
    lines = Counter(line for each in articles for line in set(each.text.split("\n")))
    yield from (
        line for line, times in lines.items() if times > 1 and len(line) >= _SHORTEST_SUSPECT
    )
