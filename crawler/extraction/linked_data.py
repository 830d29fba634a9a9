"""What a page says of itself in JSON-LD, whole or broken."""

import html
import json
import re
from collections.abc import Iterator

from crawler.extraction.spacing import squeeze
from crawler.extraction.tree import Document
from storage.frozen import frozen

_MAX_NODES = 2000
_LISTING_TYPES = frozenset({"CollectionPage", "SearchResultsPage"})
_NESTING_KEYS = ("@graph", "mainEntity", "mainEntityOfPage")
_JSON = json.JSONDecoder(strict=False)
_WRAPPER = re.compile(r"(?://\s*)?(?:<!\[CDATA\[|\]\]>|<!--|-->)(?:\s*//)?")
_TRAILING_COMMA = re.compile(r",(?=\s*[}\]])")
_LOOSE_FIELD = re.compile(
    r'"(@type|headline|description|datePublished|dateModified|articleSection)"'
    r'\s*:\s*"((?:[^"\\]|\\.)*)"'
)


@frozen
class LinkedData:
    """The article node of a page's JSON-LD; everything as printed, nothing checked."""

    articles: int = 0
    """How many article nodes the page holds at its top level."""
    is_listing: bool = False
    """The page calls itself a collection or a search result."""
    headline: str | None = None
    description: str | None = None
    published: str | None = None
    modified: str | None = None
    authors: tuple[str, ...] = ()
    editor: str | None = None
    section: str | None = None
    keywords: tuple[str, ...] = ()
    image: str | None = None


def read_linked_data(document: Document) -> LinkedData:
    """Read all JSON-LD blocks of the page; a block that is no JSON gives what can be picked."""
    nodes = [node for block in _blocks(document) for node in _nodes(block)]
    articles = [node for node in nodes if _is_article(node)]
    is_listing = any(_types(node) & _LISTING_TYPES for node in nodes)
    if not articles:
        return LinkedData(is_listing=is_listing)
    node = next((each for each in articles if _text(each.get("headline"))), articles[0])
    return LinkedData(
        articles=len(articles),
        is_listing=is_listing,
        headline=_text(node.get("headline")) or _text(node.get("name")),
        description=_text(node.get("description")),
        published=_text(node.get("datePublished")) or _text(node.get("dateCreated")),
        modified=_text(node.get("dateModified")),
        authors=names_of(node.get("author")),
        editor=next(iter(names_of(node.get("editor"))), None),
        section=_text(node.get("articleSection")),
        keywords=_keywords(node.get("keywords")),
        image=_address(node.get("image")) or _text(node.get("thumbnailUrl")),
    )


def _blocks(document: Document) -> Iterator[object]:
    for script in document.tagged("script"):
        if "ld+json" in (script.get("type") or "").lower() and script.text:
            yield _loads(script.text)


def _loads(source: str) -> object:
    whole = _parsed(source)
    if whole is not None:
        return whole
    source = _WRAPPER.sub("", source)
    mended = _parsed(source) or _parsed(_TRAILING_COMMA.sub("", source))
    if mended is not None:
        return mended
    fields: dict[str, str] = {}
    for name, value in _LOOSE_FIELD.findall(source):
        fields.setdefault(name, value)
    return fields


def _parsed(source: str) -> object:
    """What the JSON says, or None where it is none."""
    try:
        return _JSON.decode(source)
    except (ValueError, RecursionError):
        return None


def _nodes(block: object) -> Iterator[dict[str, object]]:
    """Top-level objects, and those in lists, graphs and main entities, in order."""
    waiting = [block]
    for _ in range(_MAX_NODES):
        if not waiting:
            return
        each = waiting.pop()
        if isinstance(each, list):
            waiting.extend(reversed(each))
        elif isinstance(each, dict):
            yield each
            waiting.extend(each[key] for key in reversed(_NESTING_KEYS) if key in each)


def _types(node: dict[str, object]) -> set[str]:
    stated = node.get("@type")
    names = stated if isinstance(stated, list) else [stated]
    return {name.rpartition("/")[2] for name in names if isinstance(name, str)}


def _is_article(node: dict[str, object]) -> bool:
    return any(name.endswith("Article") or name == "BlogPosting" for name in _types(node))


def _text(value: object, depth: int = 3) -> str | None:
    if isinstance(value, list) and depth:
        return next(filter(None, (_text(each, depth - 1) for each in value)), None)
    if isinstance(value, dict) and depth:
        return _text(value.get("name") or value.get("@value"), depth - 1)
    return squeeze(html.unescape(value)) or None if isinstance(value, str) else None


def names_of(value: object) -> tuple[str, ...]:
    """The names in a text, an object with a `name`, or a list of these; each once."""
    people = value if isinstance(value, list) else [value]
    return tuple(dict.fromkeys(filter(None, map(_text, people))))


def _keywords(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        value = value.split(",")
    return names_of(value) if isinstance(value, list) else ()


def _address(value: object, depth: int = 3) -> str | None:
    if isinstance(value, list) and depth:
        return next(filter(None, (_address(each, depth - 1) for each in value)), None)
    if isinstance(value, dict) and depth:
        return _address(value.get("url") or value.get("contentUrl"), depth - 1)
    return value.strip() or None if isinstance(value, str) else None
