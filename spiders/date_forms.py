"""How the stories of a site say when they were published; pure."""

from collections.abc import Iterable
from dataclasses import dataclass

from crawler.extraction.body import find_family
from crawler.extraction.linked_data import read_linked_data
from crawler.extraction.published import read_published
from crawler.extraction.rules import ArticleRules
from crawler.extraction.tree import Document, read_metas


@dataclass(frozen=True, slots=True, kw_only=True)
class DateForm:
    """One way in which pages give their date."""

    source: str
    """`json-ld`, `meta`, `visible`, `url` or `text`."""
    example: str
    """As one of the pages writes it."""
    pages: int


def date_forms(documents: Iterable[Document], rules: ArticleRules) -> tuple[DateForm, ...]:
    """Where the pages' dates stand, the commonest form first."""
    forms: dict[str, list[str]] = {}
    for document in documents:
        found = read_published(
            document,
            read_linked_data(document),
            read_metas(document),
            (*rules.published, *find_family(document).rules.published),
            rules.zone,
        )
        if found.source is not None and found.written is not None:
            forms.setdefault(found.source, []).append(found.written)
    ordered = sorted(forms.items(), key=lambda each: -len(each[1]))
    return tuple(
        DateForm(source=source, example=written[0], pages=len(written))
        for source, written in ordered
    )
