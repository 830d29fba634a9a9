"""What a page tells about its story besides the text: JSON-LD first, then meta, then the page."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from lxml import etree

from crawler.extraction.addresses import canonical_url
from crawler.extraction.credits import Credits, read_credit_line, read_dated_byline, split_names
from crawler.extraction.family import Family
from crawler.extraction.headline import is_site_name, read_title, site_names
from crawler.extraction.linked_data import LinkedData
from crawler.extraction.photo import PhotoLine, read_caption, read_photo_line
from crawler.extraction.published import read_modified, read_published
from crawler.extraction.rules import ArticleRules
from crawler.extraction.tree import Document, lines_of
from storage.frozen import frozen

_IMAGE_ATTRIBUTES = ("src", "data-src", "data-lazy-src", "data-original", "content", "href")
_MOST_TAGS = 40


@frozen
class Metadata:
    """The fields of an Article that do not come from its text."""

    title: str
    description: str | None = None
    published: datetime | None = None
    published_source: str | None = None
    modified: datetime | None = None
    authors: tuple[str, ...] = ()
    editor: str | None = None
    section: str | None = None
    tags: tuple[str, ...] = ()
    lead_image: str | None = None
    caption: str | None = None
    photo_credit: str | None = None
    warnings: tuple[str, ...] = ()


def read_metadata(
    document: Document,
    linked: LinkedData,
    metas: Mapping[str, tuple[str, ...]],
    rules: ArticleRules,
    family: Family,
) -> Metadata:
    """Read every field from the first source that has it; a missing field stays empty."""
    also = family.rules
    published = read_published(
        document, linked, metas, (*rules.published, *also.published), rules.zone
    )
    photo = _read_photo(document, rules, also)
    byline = read_dated_byline(published.written or "") or Credits()
    return Metadata(
        title=read_title(document, linked, metas, (*rules.title, *also.title)),
        description=linked.description
        or _meta(metas, "og:description", "description", "twitter:description"),
        published=published.moment,
        published_source=published.source,
        modified=read_modified(linked, metas, rules.zone),
        authors=_read_authors(document, linked, metas, (*rules.authors, *also.authors))
        or byline.authors,
        editor=_read_editor(document, linked, metas, (*rules.editor, *also.editor))
        or byline.editor,
        section=linked.section
        or _meta(metas, "article:section", "content_category")
        or next(iter(document.first_texts((*rules.section, *also.section))), None),
        tags=_read_tags(document, linked, metas, (*rules.tags, *also.tags)),
        lead_image=_read_image(document, linked, metas, (*rules.image, *also.image)),
        caption=photo.caption,
        photo_credit=photo.credit,
        warnings=(published.warning,) if published.warning else (),
    )


def read_canonical(document: Document, metas: Mapping[str, tuple[str, ...]]) -> str | None:
    """The canonical address the page declares, by its link element or og:url."""
    links = (
        link.get("href")
        for link in document.tagged("link")
        if "canonical" in (link.get("rel") or "").lower().split()
    )
    for href in (*links, *metas.get("og:url", ())):
        address = document.absolute(href)
        if address is not None:
            return canonical_url(address)
    return None


def _read_authors(
    document: Document,
    linked: LinkedData,
    metas: Mapping[str, tuple[str, ...]],
    choices: tuple[str, ...],
) -> tuple[str, ...]:
    site = site_names(document, metas)

    def sources() -> Iterator[Iterable[str]]:
        yield linked.authors
        yield (*metas.get("content_author", ()), *metas.get("author", ()))
        yield document.first_texts(choices)

    for printed in sources():
        names = [name for name in _names(printed) if not is_site_name(name, site)]
        if names:
            return tuple(dict.fromkeys(names))
    return ()


def _read_editor(
    document: Document,
    linked: LinkedData,
    metas: Mapping[str, tuple[str, ...]],
    choices: tuple[str, ...],
) -> str | None:
    stated = linked.editor or _meta(metas, "content_editor")
    if stated:
        return stated
    for printed in document.first_texts(choices):
        people = read_credit_line(printed)
        editor = people.editor if people else next(iter(split_names(printed)), None)
        if editor:
            return editor
    return None


def _read_tags(
    document: Document,
    linked: LinkedData,
    metas: Mapping[str, tuple[str, ...]],
    choices: tuple[str, ...],
) -> tuple[str, ...]:
    def sources() -> Iterator[Iterable[str]]:
        yield linked.keywords
        yield metas.get("article:tag", ())
        yield document.first_texts(choices)
        yield _split(metas.get("news_keywords", ()))
        yield _split(metas.get("keywords", ()))

    for printed in sources():
        tags = {tag.casefold(): tag for tag in (each.strip(" #,") for each in printed) if tag}
        if tags:
            return tuple(tags.values())[:_MOST_TAGS]
    return ()


def _read_image(
    document: Document,
    linked: LinkedData,
    metas: Mapping[str, tuple[str, ...]],
    choices: tuple[str, ...],
) -> str | None:
    def sources() -> Iterator[str | None]:
        yield linked.image
        yield _meta(metas, "og:image", "twitter:image")
        for selector in choices:
            yield from map(_image_of, document.select(selector))

    return next(filter(None, map(document.absolute, sources())), None)


def _read_photo(document: Document, rules: ArticleRules, also: ArticleRules) -> PhotoLine:
    captions = _caption_lines(document, (*rules.caption, *also.caption))
    credits = document.first_texts((*rules.photo_credit, *also.photo_credit))
    photo = read_caption(captions)
    if not credits:
        return photo
    line = read_photo_line(credits[0])
    credit = line.credit if line is not None and line.credit else credits[0]
    return PhotoLine(caption=None if photo.caption == credits[0] else photo.caption, credit=credit)


def _caption_lines(document: Document, choices: tuple[str, ...]) -> tuple[str, ...]:
    elements = (each for selector in choices for each in document.select(selector))
    others = (each for each in document.tagged("figcaption") if not _is_of_table(each))
    for element in (*elements, *others):
        lines = lines_of(element)
        if lines:
            return lines
    return ()


def _is_of_table(caption: etree._Element) -> bool:
    figure = caption.getparent()
    return figure is not None and next(figure.iter("table"), None) is not None


def _image_of(element: etree._Element) -> str | None:
    values = (element.get(name) for name in _IMAGE_ATTRIBUTES)
    return next((value for value in values if value and not value.startswith("data:")), None)


def _names(printed: Iterable[str]) -> list[str]:
    return [name for each in printed for name in split_names(each)]


def _split(values: Iterable[str]) -> list[str]:
    return [each for value in values for each in value.split(",")]


def _meta(metas: Mapping[str, tuple[str, ...]], *names: str) -> str | None:
    return next((value for name in names for value in metas.get(name, ())), None)
