"""The headline of a story, without the name of the site behind it."""

import re
from collections.abc import Mapping
from urllib.parse import urlsplit

from lxml import etree

from crawler.extraction.addresses import canonical_url
from crawler.extraction.linked_data import LinkedData
from crawler.extraction.tree import Document, text_of

_SEPARATOR = re.compile(r"\s+[-–—|»·]+\s+|\s*::\s*|\s*\|\s*")
_PAGE_MARK = re.compile(r"(?:halaman|hal\.?|page|all)\s*\d{0,2}(?:\s*(?:dari|of|/)\s*\d+)?", re.I)
_BRAND = re.compile(
    r".*\.(?:com|co\.id|id|net|co|news|tv)\b.*|tribun\w*(?: \w+)?|radar \w+|kompas|detik\w*"
    r"|antara(?: news)?(?: \w+)?|jawa ?pos",
    re.IGNORECASE,
)
_LONGEST = 500
_SAME_START = 20
"""Letters in which the visible headline must agree with the one in the metadata."""


def read_title(
    document: Document,
    linked: LinkedData,
    metas: Mapping[str, tuple[str, ...]],
    selectors: tuple[str, ...],
) -> str:
    """The printed headline where the page shows which it is, else JSON-LD, meta, `<title>`."""
    visible = document.first_texts(selectors)
    if visible:
        return visible[0]
    site = site_names(document, metas)
    told = [linked.headline, *metas.get("og:title", ()), *metas.get("twitter:title", ())]
    told += [text_of(element) for element in document.tagged("title")][:1]
    stated = next((strip_site(each, site) for each in told if each), "")
    heads = [each for each in document.tagged("h1") if text_of(each)]
    same = (each for each in heads if _same_start(text_of(each), stated))
    found = next(same, None)
    if found is not None:
        return text_of(found)
    return _printed_part(document, stated) or stated or next(map(text_of, heads), "")


def strip_site(title: str, site: frozenset[str]) -> str:
    """`title` without ` - Site name` and ` - Halaman 2` at its end."""
    title = title[:_LONGEST]
    for separator in reversed(list(_SEPARATOR.finditer(title))):
        head, tail = title[: separator.start()].strip(), title[separator.end() :].strip()
        is_site = is_site_name(tail, site) or _PAGE_MARK.fullmatch(tail)
        if not head or not (is_site or not tail):
            break
        title = head
    return title


def site_names(document: Document, metas: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    """Spellings of the site's own name as bare letters, e.g. `jatengtribunnewscom`."""
    try:
        host = urlsplit(document.url).hostname or ""
    except ValueError:
        host = ""
    labels = host.removeprefix("www.").split(".")
    spellings = {host.removeprefix("www."), labels[0], "".join(labels[:2])}
    spellings |= {*metas.get("og:site_name", ()), *metas.get("application-name", ())}
    return frozenset(filter(None, map(letters, spellings)))


def is_site_name(name: str, site: frozenset[str]) -> bool:
    """Whether `name` is a site and no person: one of its own spellings or a known brand."""
    return letters(name) in site or _BRAND.fullmatch(name) is not None


def letters(text: str) -> str:
    """`text` as bare lower-case letters and digits, to compare names and headlines."""
    return re.sub(r"[\W_]+", "", text).casefold()


def _same_start(printed: str, stated: str) -> bool:
    start = letters(stated)[:_SAME_START]
    return bool(start) and letters(printed).startswith(start)


def _printed_part(document: Document, stated: str) -> str | None:
    """The heading that is what stands before, else behind, a separator: the site's name goes."""
    cuts = list(_SEPARATOR.finditer(stated))
    printed = {
        letters(text_of(each)): text_of(each)
        for each in (document.root.iter("h1", "h2") if cuts else ())
        if not _leads_away(each, document)
    }
    parts = (*(stated[: cut.start()] for cut in cuts), *(stated[cut.end() :] for cut in cuts))
    return next((printed[part] for part in map(letters, parts) if part in printed), None)


def _leads_away(head: etree._Element, document: Document) -> bool:
    """A heading that leads to another page is the site's name, on the way to the home page."""
    parent = head.getparent()
    links = [*head.iter("a"), *([parent] if parent is not None and parent.tag == "a" else [])]
    here = canonical_url(document.url)
    return any(canonical_url(document.absolute(each.get("href")) or "") != here for each in links)
