"""Reads one page: bytes in, a Page out, whose article is set only when the page is a story."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from crawler.extraction.addresses import canonical_url
from crawler.extraction.body import Body, find_body
from crawler.extraction.kind import (
    PageKind,
    Verdict,
    judge_body,
    judge_page,
    judge_story,
    says_story,
)
from crawler.extraction.linked_data import read_linked_data
from crawler.extraction.metadata import Metadata, read_canonical, read_metadata
from crawler.extraction.parts import read_parts
from crawler.extraction.rules import ArticleRules
from crawler.extraction.story import Story, clean_story
from crawler.extraction.tree import parse_page, read_metas
from storage.records import Article

__all__ = ["Page", "PageKind", "join_parts", "read_page"]

_LONG_LINE = 40
"""Characters from which a line that a later part repeats is a repetition, not a refrain."""


@dataclass(frozen=True, slots=True, kw_only=True)
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
    metas = read_metas(document)
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
    story = _clean(found, metadata, outlet, rules)
    verdict = judge_story(metadata.title, story, found.source, part=parts.number)
    if verdict is not None:
        return _no_article(verdict, canonical)
    return Page(
        kind=PageKind.ARTICLE,
        article=_article(outlet, _own_address(url, canonical), metadata, story),
        part=parts.number,
        parts_declared=parts.declared,
        part_links=parts.links,
        canonical=canonical,
    )


def join_parts(pages: Sequence[Page]) -> Page:
    """One page from the parts of a story, in order; paragraphs that parts share appear once.

    The article warns when fewer parts were seen than the pager declares. Raises ValueError when
    `pages` is empty; when none of them holds an article the first is returned as it is.
    """
    if not pages:
        raise ValueError("join_parts: no pages given; pass the parts of one story")
    told = {page.part: page for page in sorted(pages, key=_order) if page.article is not None}
    articles = [page.article for page in told.values() if page.article is not None]
    if not articles:
        return pages[0]
    first = next(iter(told.values()))
    declared = max(page.parts_declared for page in told.values())
    warnings = [warning for article in articles for warning in article.warnings]
    warnings += [f"parts: part {number} repeats what stands before it" for number in _repeats(told)]
    if len(told) != declared:
        warnings.append(f"parts: read {len(told)} of {declared}")
    joined = replace(
        articles[0],
        text=_join_texts([article.text for article in articles]),
        parts=len(told),
        editor=next((each.editor for each in articles if each.editor), None),
        authors=next((each.authors for each in articles if each.authors), ()),
        warnings=tuple(dict.fromkeys(warnings)),
    )
    return replace(first, article=joined, parts_declared=declared, part_links=())


def _repeats(told: Mapping[int, Page]) -> Iterator[int]:
    """The parts that say nothing the ones before them do not: the server sent the same page."""
    seen: set[str] = set()
    for number, page in told.items():
        lines = set(page.article.text.split("\n")) if page.article else set()
        if seen and lines <= seen:
            yield number
        seen |= lines


def _order(page: Page) -> int:
    return page.part


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


def _article(outlet: str, address: str, metadata: Metadata, story: Story) -> Article:
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
        warnings=metadata.warnings,
    )


def _join_texts(texts: Sequence[str]) -> str:
    lines: list[str] = []
    for text in texts:
        following = text.split("\n")
        seen = {line for line in lines if len(line) >= _LONG_LINE}
        overlap = _overlap(lines, following)
        lines += [line for line in following[overlap:] if line not in seen]
    return "\n".join(lines)


def _overlap(lines: Sequence[str], following: Sequence[str]) -> int:
    """How many lines at the start of `following` repeat the end of `lines`."""
    for length in range(min(len(lines), len(following)), 0, -1):
        if lines[-length:] == following[:length]:
            return length
    return 0
