"""Decides what a page is: a story, a listing, a challenge, or something else."""

import re
from enum import StrEnum
from itertools import islice
from urllib.parse import urlsplit

from crawler.extraction.addresses import canonical_url
from crawler.extraction.body import Body, BodySource
from crawler.extraction.challenge import is_challenge
from crawler.extraction.lines import is_sentence, is_told
from crawler.extraction.linked_data import LinkedData
from crawler.extraction.rules import ArticleRules
from crawler.extraction.story import Story
from crawler.extraction.tree import Document, text_of
from storage.frozen import frozen

_SHORTEST_STORY = 150
"""Characters; below it a page holds a caption or a teaser."""
_MOSTLY_LINKS = 0.5
_GONE_TITLE = re.compile(
    r"(?:page|halaman|artikel|berita)(?: yang anda cari)? (?:not found|tidak ditemukan)\b.*"
    r"|not found|(?:error\s*)?404(?:\s*[-:|]?\s*(?:not found|error|page|halaman|tidak).*)?",
    re.IGNORECASE,
)
_LISTING_PATH = re.compile(
    r"/(?:index-news|tags?|topi[ck]|topics|search|cari|pencarian|category|indeks|author|penulis|editor"
    r"|listtag|page|label|member|rss|feed|sitemap)(?:/.*)?"
    r"|/[\w-]+/(?:tag|category|author|page|indeks)/.*"
    r"|/(?:kategori|kanal|rubrik|arsip)/[^/]+|/\d{4}(?:/\d{2}){0,2}|.*/page/\d+",
    re.IGNORECASE,
)
_MEDIA_PATH = re.compile(
    r"/(?:foto|photos?|image|images|galeri|gallery|webstor(?:y|ies))(?:/.*|-.*)|/.*/foto-.*"
    r"|/(?:videos?|tv|live)/.*",
    re.IGNORECASE,
)
_LISTING_CLASSES = frozenset({"archive", "category", "tag", "search", "search-results", "blog"})
_STORY_CLASSES = frozenset({"single", "single-post"})
_STATIC_CLASS = re.compile(r"page-id-\d+")
"""What WordPress calls its pages that are no posts: about us, guidelines, staff."""


class PageKind(StrEnum):
    """What a page turned out to be."""

    ARTICLE = "article"
    LISTING = "listing"
    """A list of stories: index, tag, search result, home."""
    CHALLENGE = "challenge"
    """A gate in front of the site, whatever status it came with."""
    OTHER = "other"


@frozen
class Verdict:
    """Why a page is no story."""

    kind: PageKind
    reason: str
    """A short code: `challenge`, `not-found`, `listing`, `home`, `media`, `page`, `thin` …"""


def judge_page(
    document: Document, address: str, rules: ArticleRules, linked: LinkedData
) -> Verdict | None:
    """The verdict that needs no text, or None when the page may be a story.

    `address` is where the page came from, else its canonical address, else empty.
    """
    if is_challenge(document):
        return Verdict(kind=PageKind.CHALLENGE, reason="challenge")
    titles = [text_of(each) for each in islice(document.root.iter("title", "h1"), 2)]
    classes = _body_classes(document)
    if "error404" in classes or any(_GONE_TITLE.fullmatch(title) for title in titles):
        return Verdict(kind=PageKind.OTHER, reason="not-found")
    verdict = _judge_address(address, rules)
    if verdict is not None:
        return verdict
    if says_story(document, linked):
        return None
    if linked.is_listing or linked.articles > 2 or classes & _LISTING_CLASSES:
        return Verdict(kind=PageKind.LISTING, reason="listing")
    return None


def says_story(document: Document, linked: LinkedData) -> bool:
    """Whether the page's markup calls it one story; never believed against its text."""
    return linked.articles == 1 or not _STORY_CLASSES.isdisjoint(_body_classes(document))


def is_static(document: Document, linked: LinkedData) -> bool:
    """Whether the page's markup calls it one of the site's own pages, about us for instance."""
    named = any(map(_STATIC_CLASS.fullmatch, _body_classes(document)))
    return named and not says_story(document, linked)


def judge_body(body: Body, *, is_said: bool) -> Verdict | None:
    """The verdict on where the text was found, or None when it may be a story's.

    `is_said` tells whether the markup calls the page a story.
    """
    is_archive = body.stories > 2 and not is_said
    is_linked = body.linked > _MOSTLY_LINKS and not (is_said and _tells(body))
    if is_linked or is_archive:
        return Verdict(kind=PageKind.LISTING, reason="listing")
    if not body.lines:
        return Verdict(kind=PageKind.OTHER, reason="empty")
    if body.density is not None:
        fewest, least = (1, 0.3) if is_said else (2, 0.5)
        if body.density.paragraphs < fewest or body.density.share < least:
            return Verdict(kind=PageKind.LISTING, reason="listing")
    return None


def _tells(body: Body) -> bool:
    """Whether a short story stands among boxes that hold more text than it."""
    prose = (line.text for line in body.lines if line.linked < _MOSTLY_LINKS)
    return sum(map(len, filter(is_sentence, prose))) >= _SHORTEST_STORY


def judge_story(title: str, story: Story, source: BodySource, *, part: int) -> Verdict | None:
    """The verdict on headline and clean text, or None when they are a story's.

    Further parts of a story may be as short as they like.
    """
    if not title:
        return Verdict(kind=PageKind.OTHER, reason="untitled")
    if part > 1 and story.lines:
        return None
    if len(story.text) < _SHORTEST_STORY or not any(map(is_sentence, story.lines)):
        return Verdict(kind=PageKind.OTHER, reason="thin")
    if source is BodySource.GUESS and not is_told(story.lines, _SHORTEST_STORY):
        return Verdict(kind=PageKind.OTHER, reason="no-prose")
    return None


def _judge_address(address: str, rules: ArticleRules) -> Verdict | None:
    path, keys = _split_address(address)
    if path is None:
        return None
    if rules.address:
        folded = urlsplit(canonical_url(address))
        is_story = any(
            rules.is_story_address(spelling, folded.query)
            for spelling in (path, folded.path, path + "/")
        )
        reason = "listing" if path else "home"
        return None if is_story else Verdict(kind=PageKind.LISTING, reason=reason)
    if not path and not keys & {"p", "id"}:
        return Verdict(kind=PageKind.LISTING, reason="search" if "s" in keys else "home")
    if _LISTING_PATH.fullmatch(path):
        return Verdict(kind=PageKind.LISTING, reason="listing")
    if _MEDIA_PATH.fullmatch(path):
        return Verdict(kind=PageKind.OTHER, reason="media")
    return None


def _split_address(address: str) -> tuple[str | None, set[str]]:
    """Path (no slash at its end) and query keys; no path when `address` is no web address."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return None, set()
    if not parts.netloc:
        return None, set()
    keys = {pair.partition("=")[0] for pair in parts.query.split("&")}
    return re.sub(r"/{2,}", "/", parts.path).rstrip("/"), keys


def _body_classes(document: Document) -> frozenset[str]:
    body = next(iter(document.tagged("body")), None)
    return frozenset((body.get("class") or "").split()) if body is not None else frozenset()
