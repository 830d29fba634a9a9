"""Reads one page: bytes in, a Page out, whose article is set only when the page is a story."""

from urllib.parse import urlsplit

from crawler.extraction.addresses import canonical_url
from crawler.extraction.body import Body, find_body
from crawler.extraction.embedded import embedded_metas
from crawler.extraction.kind import (
    PageKind,
    Verdict,
    is_static,
    judge_body,
    judge_page,
    judge_story,
    says_story,
)
from crawler.extraction.layout import layout_warnings
from crawler.extraction.linked_data import read_linked_data
from crawler.extraction.metadata import Metadata, read_canonical, read_metadata
from crawler.extraction.parts import read_parts
from crawler.extraction.rules import ArticleRules
from crawler.extraction.story import Story, clean_story
from crawler.extraction.tree import parse_page, read_metas
from storage.frozen import frozen
from storage.records import Article

__all__ = ["Page", "PageKind", "read_page"]


@frozen
class Page:
    """What one response held."""

    kind: PageKind
    reason: str | None = None
    """Why it is no article: `challenge`, `not-found`, `listing`, `home`, `thin` …"""
    article: Article | None = None
    part: int = 1
    parts_declared: int = 1
    part_links: tuple[str, ...] = ()
    """Absolute addresses of the story's other parts, in order."""
    canonical: str | None = None
    """What the page declares as its address, in canonical form."""


def read_page(
    body: bytes, *, outlet: str, url: str, rules: ArticleRules, encoding: str | None = None
) -> Page:
    """Read the page `body` that came from `url` (empty when unknown); never raises on any bytes.

    `encoding` is the charset named by the HTTP header, if any.
    """
    document = parse_page(body, url=url, encoding=encoding)
    metas = {**embedded_metas(document), **read_metas(document)}
    linked = read_linked_data(document)
    canonical = read_canonical(document, metas)
    address = url or canonical or ""
    verdict = judge_page(document, address, rules, linked)
    if verdict is not None:
        return _no_article(verdict, canonical)
    found = find_body(document, rules)
    verdict = judge_body(found, is_said=says_story(document, linked))
    if verdict is not None:
        return _no_article(verdict, canonical)
    parts = read_parts(document, address, rules)
    metadata = read_metadata(document, linked, metas, rules, found.family)
    if metadata.published is None and is_static(document, linked):
        return _no_article(Verdict(kind=PageKind.OTHER, reason="page"), canonical)
    story = _clean(found, metadata, outlet, rules)
    verdict = judge_story(metadata.title, story, found.source, part=parts.number)
    if verdict is not None:
        return _no_article(verdict, canonical)
    warnings = (*metadata.warnings, *layout_warnings(found, rules))
    return Page(
        kind=PageKind.ARTICLE,
        article=_article(outlet, _own_address(url, canonical), metadata, story, warnings),
        part=parts.number,
        parts_declared=parts.declared,
        part_links=parts.links,
        canonical=canonical,
    )


def _clean(body: Body, metadata: Metadata, outlet: str, rules: ArticleRules) -> Story:
    return clean_story(
        body.lines,
        title=metadata.title,
        description=metadata.description,
        outlet=outlet,
        boilerplate=rules.boilerplate,
    )


def _no_article(verdict: Verdict, canonical: str | None) -> Page:
    return Page(kind=verdict.kind, reason=verdict.reason, canonical=canonical)


def _own_address(url: str, canonical: str | None) -> str:
    """The canonical address, unless it points to another site or, by mistake, to the home page."""
    own = canonical_url(url)
    if canonical is None or not url:
        return canonical or own
    here, there = urlsplit(own), urlsplit(canonical)
    is_home = there.path == "/" and not there.query and here.path != "/"
    return own if is_home or here.hostname != there.hostname else canonical


def _article(
    outlet: str, address: str, metadata: Metadata, story: Story, warnings: tuple[str, ...]
) -> Article:
    return Article(
        outlet=outlet,
        url=address,
        title=metadata.title,
        text=story.text,
        published=metadata.published,
        published_source=metadata.published_source,
        modified=metadata.modified,
        description=metadata.description,
        dateline=story.dateline,
        authors=metadata.authors or story.authors,
        editor=metadata.editor or story.editor,
        section=metadata.section,
        tags=metadata.tags,
        lead_image=metadata.lead_image,
        caption=metadata.caption or story.caption,
        photo_credit=metadata.photo_credit or story.photo_credit,
        warnings=warnings,
    )
