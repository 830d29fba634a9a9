"""Finds a story that a page carries as data for its scripts (Next.js) instead of as markup."""

import json

from lxml import etree

from crawler.extraction.tree import Document, parse_markup

_CONTENT_KEYS = ("content", "body", "content_html", "articleBody")
_HOLDERS = ("article", "post", "detail", "news", "story")


def embedded_body(document: Document) -> etree._Element | None:
    """The story's markup inside `script#__NEXT_DATA__`, parsed, or None when there is none."""
    for script in document.select("script#__NEXT_DATA__"):
        markup = _content(_page_props(script.text or ""))
        if markup:
            return parse_markup(f"<div>{markup}</div>".encode("utf-8", errors="replace"))
    return None


def _page_props(source: str) -> dict[str, object]:
    try:
        loaded = json.loads(source)
    except (ValueError, RecursionError):
        return {}
    for key in ("props", "pageProps"):
        loaded = loaded.get(key) if isinstance(loaded, dict) else None
    return loaded if isinstance(loaded, dict) else {}


def _content(props: dict[str, object]) -> str | None:
    for holder in (props.get(name) for name in _HOLDERS):
        if isinstance(holder, dict):
            found = (holder.get(key) for key in _CONTENT_KEYS)
            markup = next((each for each in found if isinstance(each, str) and "<" in each), None)
            if markup:
                return markup
    return None
