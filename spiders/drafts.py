"""The draft of an outlet's file: what a probe learned, written so that people can go on; pure."""

import json
import re
from collections.abc import Iterable, Sequence
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
    address: tuple[str, ...] = ()
    """Patterns; empty where the family's hold."""
    articles: tuple[str, ...] = ()
    """Addresses of articles that were read: the draft's examples."""
    others: tuple[str, ...] = ()
    """Addresses that are none."""
    check: tuple[str, ...] = ()


def name_for(host: str) -> str:
    """A name for the outlet on `host`: `kabardesa` for www.kabardesa.co.id."""
    words = [word for word in host.lower().split(".") if word not in ("www", "news", "berita", "m")]
    ends = {"com", "id", "co", "net", "org", "go", "or", "my", "web", "news", "tv", "info", "biz"}
    while len(words) > 1 and words[-1] in ends:
        words.pop()
    return re.sub(r"[^a-z0-9]+", "-", "-".join(words)).strip("-") or "outlet"


def written(draft: Draft) -> str:
    """The draft as TOML."""
    return "\n".join((*_head(draft), *_sources(draft.sources), *_article(draft), *_examples(draft)))


def _head(draft: Draft) -> Iterable[str]:
    yield f"name = {json.dumps(draft.name)}"
    yield f"title = {json.dumps(draft.title, ensure_ascii=False)}"
    yield f"home = {json.dumps(draft.home)}"
    yield f"hosts = {json.dumps(draft.hosts)}"
    yield f"family = {json.dumps(draft.family)}"
    yield "verified = false"
    yield "check = ["
    yield from (f"  {json.dumps(line, ensure_ascii=False)}," for line in draft.check)
    yield "]"


def _sources(sources: Sequence[Source]) -> Iterable[str]:
    for source in sources:
        yield from ("", "[[source]]", f'kind = "{source.kind}"', f"url = {json.dumps(source.url)}")
        if source.more is not None:
            yield f"more = {json.dumps(source.more)}"
        if source.step is not None:
            yield f"step = {source.step}"
        if source.kind is SourceKind.LISTING and source.more is None:
            yield "pages = 1"


def _article(draft: Draft) -> Iterable[str]:
    if draft.address:
        yield from ("", "[article]", "address = [")
        yield from (f"  '{pattern}'," for pattern in draft.address)
        yield "]"


def _examples(draft: Draft) -> Iterable[str]:
    for url, is_article in (
        *((url, True) for url in draft.articles),
        *((url, False) for url in draft.others),
    ):
        told = "true" if is_article else "false"
        yield from ("", "[[example]]", f"url = {json.dumps(url)}", f"article = {told}")
    yield ""
