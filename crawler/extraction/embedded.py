"""Finds a story that a page carries as data for its scripts (Next.js) instead of as markup."""

import json
from collections.abc import Iterator

from lxml import etree

from crawler.extraction.linked_data import names_of
from crawler.extraction.tree import Document, parse_markup

_CONTENT_KEYS = ("content", "body", "content_html", "articleBody")
_HOLDERS = ("article", "post", "detail", "news", "story")
_METAS = {
    "content_author": ("author", "authors", "writer", "penulis"),
    "content_editor": ("editor", "editors"),
    "article:section": ("category", "section", "kanal", "rubrik"),
    "article:tag": ("tags", "keywords", "topics"),
    "article:published_time": ("published_at", "publishedAt", "published_date", "publish_date"),
}
"""The meta element that other sites use for a fact, and the keys that may hold it here."""


def embedded_body(document: Document) -> etree._Element | None:
    """The story's markup inside `script#__NEXT_DATA__`, parsed, or None when there is none."""
    for story in _stories(document):
        return parse_markup(f"<div>{_content(story)}</div>".encode("utf-8", errors="replace"))
    return None


def embedded_metas(document: Document) -> dict[str, tuple[str, ...]]:
    """What the data beside the story says of it, under the names of meta elements."""
    for story in _stories(document):
        found = {
            name: next(filter(None, (names_of(story.get(key)) for key in keys)), ())
            for name, keys in _METAS.items()
        }
        return {name: values for name, values in found.items() if values}
    return {}


def _stories(document: Document) -> Iterator[dict[str, object]]:
    """The objects that hold a story's markup."""
    for script in document.tagged("script"):
        if script.get("id") != "__NEXT_DATA__":
            continue
        props = _page_props(script.text or "")
        for holder in (props.get(name) for name in _HOLDERS):
            if isinstance(holder, dict) and _content(holder):
                yield holder


def _page_props(source: str) -> dict[str, object]:
    try:
        loaded = json.loads(source)
    except (ValueError, RecursionError):
        return {}
    for key in ("props", "pageProps"):
        loaded = loaded.get(key) if isinstance(loaded, dict) else None
    return loaded if isinstance(loaded, dict) else {}


def _content(story: dict[str, object]) -> str | None:
    found = (story.get(key) for key in _CONTENT_KEYS)
    return next((each for each in found if isinstance(each, str) and "<" in each), None)
