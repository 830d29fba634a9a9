"""What a visit to a site comes to: its rules as a draft, what was read, what looks wrong; pure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from crawler.extraction.linked_data import read_linked_data
from crawler.extraction.page import PageKind
from crawler.extraction.rules import ArticleRules
from crawler.extraction.tree import Document, parse_page
from spiders.address_shapes import patterns_of
from spiders.body_shape import body_selector
from spiders.date_forms import date_forms
from spiders.dating import dated
from spiders.drafts import Draft, written
from spiders.furniture import furniture_of, suspects_of
from spiders.outlet import Discovery, Outlet, Source, SourceKind
from spiders.outlet_file import OutletError
from spiders.provisional import family_rules, has_sources, home_page, loaded
from spiders.site_report import Conclusions, Sample, SiteReport
from spiders.visiting import read_sample
from storage.addresses import Found
from storage.records import Article

FIELDS = ("published", "authors", "editor", "section", "tags", "lead_image", "caption")
_SURE = (SourceKind.RSS, SourceKind.WORDPRESS_REST)
"""They list stories and nothing else."""
_SHORT_PATH = 15
_MOST_TRIED = 8
_MOST_EXAMPLES = 3


def conclude(report: SiteReport, outlet: Outlet, name: str) -> Conclusions:
    """What the samples and sources of a visit say; `name` is the one for the new outlet."""
    listed = _listed(report)
    titles = tuple(each.title for each in listed.values() if each.title)
    draft = _first_draft(report, outlet, name)
    drafted, problem = _tried(draft)
    if drafted is not None:
        draft = _with_shape(draft, report.samples, drafted, titles)
        drafted, problem = _tried(draft)
    samples = [_as_crawled(each, drafted or outlet, listed[each.url]) for each in report.samples]
    articles = [each.article for each in samples if each.article is not None]
    documents = [_document(each) for each in samples if each.article is not None]
    if not articles:
        problem = "no story could be read; look at the pages in a browser, then write [article]"
    draft = replace(draft, check=tuple(_checks(report, articles)))
    return Conclusions(
        name=name,
        draft=written(draft),
        problem=problem,
        samples=tuple(samples),
        fields={name: sum(bool(getattr(each, name)) for each in articles) for name in FIELDS},
        dates=date_forms(documents, (drafted or outlet).rules),
        dated_by_list=sum(each.published_source == "listing" for each in articles),
        linked=sum(read_linked_data(each).articles > 0 for each in documents),
        challenges=sum(
            each.page is not None and each.page.kind is PageKind.CHALLENGE for each in samples
        ),
        suspects=tuple(suspects_of(articles, titles)),
    )


def _listed(report: SiteReport) -> dict[str, Found]:
    """Each address as the list tells of it that says most."""
    entries = [each for look in report.looks for each in look.listed]
    entries.sort(key=lambda each: (each.published is not None, each.title is not None))
    return {each.url: each for each in entries}


def _first_draft(report: SiteReport, outlet: Outlet, name: str) -> Draft:
    """By the addresses alone: of stories that were read, and of lists that hold nothing else."""
    read = [each.url for each in report.samples if each.article is not None]
    told = [url for look in report.looks if look.source.kind in _SURE for url in look.found]
    urls = list(dict.fromkeys(outlet.address_of(url) for url in (*read, *told)))
    family = family_rules(report.family)
    is_apart = not _is_story(family, outlet.address_of(outlet.home))
    holds = bool(urls) and is_apart and all(_is_story(family, url) for url in urls)
    patterns = () if holds else patterns_of(urls)
    rules = family if holds else replace(family, address=tuple(map(re.compile, patterns)))
    sources, discovery = _sources(report, outlet)
    return Draft(
        name=name,
        title=report.title or outlet.title,
        home=outlet.home,
        hosts=outlet.hosts,
        family=report.family,
        sources=sources,
        discovery=discovery,
        address=patterns,
        articles=tuple(url for url in urls if _is_story(rules, url))[:_MOST_EXAMPLES],
        others=tuple(_others(report, outlet, rules)),
    )


def _with_shape(
    draft: Draft, samples: Sequence[Sample], drafted: Outlet, titles: tuple[str, ...]
) -> Draft:
    """The draft with a selector for the text of an unknown theme, and with what has to be cut."""
    pages = [
        each
        for each in samples
        if each.body and drafted.is_article_address(drafted.address_of(each.url))
    ]
    documents = [_document(each) for each in pages]
    selector = body_selector(documents, drafted.rules)
    if selector is not None:
        draft = replace(draft, body=(selector,))
        drafted = _tried(draft)[0] or drafted
    articles = [read_sample(each, drafted).article for each in pages]
    told = [each for each, article in zip(documents, articles, strict=True) if article is not None]
    found = furniture_of(told, [each for each in articles if each is not None], titles)
    family_cut = () if selector is not None else drafted.rules.cut  # it is for other bodies
    cut = dict.fromkeys((*family_cut, *found.cut)) if found.cut else ()
    return replace(draft, cut=tuple(cut), boilerplate=found.boilerplate)


def _document(sample: Sample) -> Document:
    return parse_page(sample.body, url=sample.address, encoding=sample.charset)


def _tried(draft: Draft) -> tuple[Outlet | None, str | None]:
    """The outlet that the draft describes; and why it cannot be used."""
    try:
        outlet = loaded(written(draft), draft.name)
    except OutletError as error:
        return None, _without_file(str(error))
    return outlet, next(map(_without_file, outlet.example_problems()), None)


def _without_file(problem: str) -> str:
    """The problem behind the name of the file, which was there for a moment only."""
    return problem.partition(": ")[2]


def _as_crawled(sample: Sample, outlet: Outlet, listed: Found) -> Sample:
    """The sample as a crawl would keep it: read by the outlet's rules, dated by its list."""
    if not sample.body:
        return sample
    again = read_sample(sample, outlet)
    if again.page is None or again.article is None:
        return again
    article = dated(again.article, listed.published, outlet.zone)
    return replace(again, page=replace(again.page, article=article))


def _sources(report: SiteReport, outlet: Outlet) -> tuple[tuple[Source, ...], str | None]:
    """What served, unless the family's own do; and how they work together where that is new."""
    served = [look.source for look in report.looks if look.listed]
    own = [source.url for source in outlet.sources] if has_sources(report.family) else []
    reached = {source.url for source in served}
    expected = own[:1] if outlet.discovery is Discovery.FIRST else own
    if reached & set(expected):
        return (), None
    better = [source for source in served if source.kind is not SourceKind.LISTING]
    if outlet.discovery is not Discovery.FIRST or not better:
        return tuple(served or [home_page(outlet.home)]), Discovery.ALL
    has_rest = any(source.kind is SourceKind.WORDPRESS_REST for source in better)
    is_deep = has_rest or better[0].more is not None
    return tuple(better), Discovery.FIRST if is_deep else Discovery.ALL


def _others(report: SiteReport, outlet: Outlet, rules: ArticleRules) -> Iterator[str]:
    """The home page, and a section page where one can be told from the stories."""
    yield outlet.home
    listed = (url for look in report.looks for url in look.found)
    short = (url for url in listed if 0 < len(urlsplit(url).path.strip("/")) < _SHORT_PATH)
    for url in list(dict.fromkeys(short))[:_MOST_TRIED]:
        if url != outlet.home and not _is_story(rules, outlet.address_of(url)):
            yield url
            return


def _is_story(rules: ArticleRules, url: str) -> bool:
    parts = urlsplit(url)
    return rules.is_story_address(parts.path, parts.query)


def _checks(report: SiteReport, articles: Sequence[Article]) -> Iterator[str]:
    yield "drafted by a probe: read a few stories with `piagam read URL` and compare"
    if not any(look.listed for look in report.looks if look.source.kind is not SourceKind.LISTING):
        yield "no feed, sitemap or REST was found: only what its list pages show is read"
    if articles and not all(each.published for each in articles):
        yield "not every story says when it was published"
