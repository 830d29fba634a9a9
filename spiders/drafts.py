"""The draft of an outlet's file: what a probe learned, written so that people can go on; pure."""

import json
import re
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass

from spiders.outlet import Source, SourceKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What is known of a site that no outlet file describes yet."""

    name: str
    title: str
    home: str
    hosts: tuple[str, ...]
    family: str
    sources: tuple[Source, ...] = ()
    """Written down only where the family's own do not serve."""
    discovery: str | None = None
    """How the sources work together; written with them."""
    address: tuple[str, ...] = ()
    """Patterns; empty where the family's hold."""
    body: tuple[str, ...] = ()
    """Selectors, where no general one finds the text."""
    cut: tuple[str, ...] = ()
    """Selectors; with those of the family, which it replaces."""
    boilerplate: tuple[str, ...] = ()
    """Patterns of whole lines."""
    articles: tuple[str, ...] = ()
    """Addresses of articles that were read: the draft's examples."""
    others: tuple[str, ...] = ()
    """Addresses that are none."""
    check: tuple[str, ...] = ()


def name_for(host: str, taken: Container[str] = ()) -> str:
    """A name for the outlet on `host`: `kabardesa` for www.kabardesa.co.id.

    The whole host makes the name where the short one is `taken`.
    """
    words = [word for word in host.lower().split(".") if word not in ("www", "news", "berita", "m")]
    ends = {"com", "id", "co", "net", "org", "go", "or", "my", "web", "news", "tv", "info", "biz"}
    short = list(words)
    while len(short) > 1 and short[-1] in ends:
        short.pop()
    name = _joined(short)
    return _joined(host.lower().split(".")) if name in taken else name


def _joined(words: Iterable[str]) -> str:
    return re.sub(r"[^a-z0-9]+", "-", "-".join(words)).strip("-") or "outlet"


def written(draft: Draft) -> str:
    """The draft as TOML."""
    return "\n".join((*_head(draft), *_sources(draft), *_article(draft), *_examples(draft)))


def _head(draft: Draft) -> Iterable[str]:
    yield f"name = {_quoted(draft.name)}"
    yield f"title = {_quoted(draft.title)}"
    yield f"home = {_quoted(draft.home)}"
    yield f"hosts = {json.dumps(draft.hosts)}"
    yield f"family = {_quoted(draft.family)}"
    yield "verified = false"
    yield from _list("check", draft.check)


def _sources(draft: Draft) -> Iterable[str]:
    if draft.sources and draft.discovery is not None:
        yield f"discovery = {_quoted(draft.discovery)}"
    for source in draft.sources:
        yield from ("", "[[source]]", f'kind = "{source.kind}"', f"url = {_quoted(source.url)}")
        if source.more is not None:
            yield f"more = {_quoted(source.more)}"
        if source.step is not None:
            yield f"step = {source.step}"
        if source.children is not None:
            yield f"children = {_quoted(source.children.pattern)}"
        if source.kind is SourceKind.LISTING and source.pages == 1:
            yield "pages = 1"
        elif source.kind in (SourceKind.RSS, SourceKind.WORDPRESS_REST):
            yield f"days = {source.days}"


def _article(draft: Draft) -> Iterable[str]:
    if draft.address or draft.body or draft.cut or draft.boilerplate:
        yield from ("", "[article]")
    for key in ("address", "body", "cut", "boilerplate"):
        yield from _list(key, getattr(draft, key))


def _list(key: str, values: Sequence[str]) -> Iterable[str]:
    if values:
        yield from (f"{key} = [", *(f"  {_quoted(value)}," for value in values), "]")


def _examples(draft: Draft) -> Iterable[str]:
    for url, is_article in (
        *((url, True) for url in draft.articles),
        *((url, False) for url in draft.others),
    ):
        told = "true" if is_article else "false"
        yield from ("", "[[example]]", f"url = {_quoted(url)}", f"article = {told}")
    yield ""


def _quoted(value: str) -> str:
    """A TOML string; in single quotes where that saves doubling backslashes."""
    if "\\" in value and "'" not in value and value.isprintable():
        return f"'{value}'"
    return json.dumps(value, ensure_ascii=not value.isprintable())
