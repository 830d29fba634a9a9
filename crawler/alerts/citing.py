"""Sentences and articles as a letter shows them: harmless, cut to a size, with safe links. Pure."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from crawler.alerts.comparison import is_backing, outlet_name, sides_of
from crawler.alerts.wording import day, harmless, one_line
from crawler.alerts.words import Words
from storage.letter_records import AwardNotice, Proof, Report

TITLE_LIMIT = 140
_URL_LIMIT = 2000
_QUOTE_LIMIT = 360
"""Characters shown on either side of the proven words."""
_QUOTES = 3
"""Outlets whose sentences are shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """The proving sentence in three pieces; the middle one is marked."""

    before: str
    marked: str
    after: str
    outlet: str
    url: str | None
    """None when it is no http(s) address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One article that reports the award."""

    outlet: str
    title: str
    address: str
    """As stored, to be read."""
    url: str | None
    """To be followed; None when it is no http(s) address."""
    published: str | None
    copies: str | None


def quotes_of(notice: AwardNotice) -> tuple[Quote, ...]:
    """One sentence for each of the first outlets that say what holds.

    None where the two sides show theirs.
    """
    if sides_of(notice):
        return ()
    backing = tuple(each for each in notice.reports if is_backing(each, notice.award))
    by_outlet: dict[str, Quote] = {}
    for report in backing or notice.reports:
        if report.proof is not None and len(by_outlet) < _QUOTES:
            by_outlet.setdefault(report.outlet, cite(report, report.proof))
    return tuple(by_outlet.values())


def quote_of(report: Report) -> Quote | None:
    """The sentence by which the report proves its claim."""
    return None if report.proof is None else cite(report, report.proof)


def cite(report: Report, proof: Proof) -> Quote:
    """The sentence with what it proves marked; what is far from that is left out."""
    before = harmless(proof.sentence[: proof.start])
    after = harmless(proof.sentence[proof.end :])
    return Quote(
        before=before if len(before) <= _QUOTE_LIMIT else "…" + before[-_QUOTE_LIMIT:],
        marked=one_line(proof.sentence[proof.start : proof.end], _QUOTE_LIMIT),
        after=after if len(after) <= _QUOTE_LIMIT else after[:_QUOTE_LIMIT] + "…",
        outlet=outlet_name(report),
        url=followed(proof.url),
    )


def source_of(report: Report, words: Words) -> Source:
    """The article by which the outlet tells of the award."""
    return Source(
        outlet=outlet_name(report),
        title=one_line(report.title, TITLE_LIMIT),
        address=address_shown(report.url),
        url=followed(report.url),
        published=None if report.published is None else day(report.published.date(), words),
        copies=words.alert.copies.told(report.copies) if report.copies else None,
    )


def address_shown(url: str) -> str:
    """The address to be read, whatever it leads to."""
    return one_line(url, _URL_LIMIT)


def followed(url: str) -> str | None:
    """The URL when it leads to a web page and nowhere else."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    is_plain = len(url) <= _URL_LIMIT and " " not in url and one_line(url) == url
    is_web = parts.scheme in ("http", "https") and bool(parts.netloc)
    return url if is_web and is_plain else None
