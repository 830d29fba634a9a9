"""Shows one read document to a person: the story in short, then every award with its proof."""

import textwrap
from collections.abc import Iterable, Iterator

from crawler.alerts.wording import harmless, printed, with_commas
from crawler.awards.catalogue import load_catalogue
from crawler.cli.screen import WIDTH, print_line, shown_edition, shown_moment
from crawler.documents import ReadDocument
from crawler.extraction.page import Page
from storage.records import Article, Claim

_LABEL = 11
Field = tuple[str, str | None]
"""A label and its value; None is left out."""


_NO_ARTICLE = {
    "challenge": "a gate in front of the site, not the page itself",
    "not-found": "the site says that the page is gone",
    "listing": "a list of stories, or next to no prose",
    "home": "a front page",
    "search": "a page of search results",
    "media": "a page of pictures or films",
    "page": "a page about the site itself",
    "empty": "no text was found in it",
    "untitled": "it has no headline",
    "thin": "too little text for a story",
    "no-prose": "its lines are no sentences",
}


def why_no_article(page: Page) -> str:
    """What a page is that is no article, in words for people."""
    reason = page.reason or str(page.kind)
    return _NO_ARTICLE.get(reason, reason)


def print_document(source: str, document: ReadDocument) -> None:
    """The document in lines of at most 100 columns."""
    print_line(source, style="bold")
    article, reading = document.page.article, document.reading
    if article is None or reading is None:
        print_line(f"  no article: {why_no_article(document.page)}")
        print_line()
        return
    print_fields(_story_fields(article))
    if not reading.is_award_story:
        print_line("  no award is granted in this story")
    for claim in reading.claims:
        print_line()
        print_line(f"  {claim.recipient}", style="bold green")
        print_fields(claim_fields(claim))
        print_fields([("proof", claim.proof.quote if claim.proof else None)])
    print_line()


def _story_fields(article: Article) -> Iterator[Field]:
    yield "title", article.title
    yield "published", shown_moment(article.published) if article.published else None
    yield "by", ", ".join(article.authors) or None
    words, paragraphs = len(article.text.split()), article.text.count("\n") + 1
    yield "text", f"{words} words in {paragraphs} paragraph{'' if paragraphs == 1 else 's'}"
    yield "warnings", "; ".join(article.warnings) or None


def claim_fields(claim: Claim) -> Iterator[Field]:
    """What a claim says, label by label."""
    scheme = load_catalogue().get(claim.scheme)
    yield "scheme", f"{scheme.title if scheme else claim.scheme} ({claim.grantor})"
    yield "edition", shown_edition(claim.edition_year, claim.edition_basis)
    if claim.score is not None:
        scale = "" if claim.scale is None else f" of {claim.scale}"
        yield "score", printed(claim.score_raw, claim.score) + scale
    yield "predicate", claim.predicate
    yield "category", claim.category
    yield "zone", claim.zone
    if claim.rank is not None:
        yield "rank", " ".join(filter(None, (str(claim.rank), claim.rank_scope)))
    day = claim.award_date.isoformat() if claim.award_date else None
    yield "awarded", ", ".join(filter(None, (day, claim.venue)))
    yield "units", ", ".join(f"{each.unit} {printed(each.raw, each.score)}" for each in claim.units)
    yield (
        "earlier",
        ", ".join(f"{each.year or '?'} {printed(each.raw, each.score)}" for each in claim.previous),
    )
    yield "warnings", with_commas("; ".join(claim.warnings))


def print_fields(fields: Iterable[Field]) -> None:
    """Labels and values in lines of at most 100 columns."""
    for label, value in fields:
        if value:
            first, rest = f"  {label:<{_LABEL}}", " " * (_LABEL + 2)
            for line in textwrap.wrap(
                harmless(value), WIDTH, initial_indent=first, subsequent_indent=rest
            ):
                print_line(line)
