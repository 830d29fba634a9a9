"""The latest awards as an Atom feed (RFC 4287). Pure; the same awards give the same bytes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from lxml import etree

from crawler.alerts.citing import followed
from crawler.alerts.glosses import SchemeNames, scheme_names
from crawler.alerts.indonesian import INDONESIAN
from crawler.alerts.letter import Letter, write_letter
from crawler.alerts.wording import one_line
from crawler.awards.gazetteer import load_gazetteer
from storage.letter_records import AwardNotice, FeedEntry

_ATOM = "http://www.w3.org/2005/Atom"
_BEGAN = "2026"
"""The year of the tag of the feed itself, RFC 4151."""
_SCHEMES, _REGIONS = "urn:piagam:scheme", "urn:piagam:region"
_LIMIT = 1000
_NO_CHARACTERS = str.maketrans({"\ufffe": None, "\uffff": None})
"""What XML cannot carry, beside what does harm in any place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One award for the feed."""

    entry: FeedEntry
    notice: AwardNotice


@dataclass(frozen=True, slots=True, kw_only=True)
class Masthead:
    """What the feed says of itself."""

    authority: str
    """The domain in whose name its ids are given."""
    version: str
    updated: datetime
    """When an empty feed was made; else the latest change counts."""
    address: str | None
    """Of the feed itself."""


def write_atom(
    awards: Sequence[Told], *, head: Masthead, schemes: Mapping[str, SchemeNames]
) -> bytes:
    """The file; the awards in the order given. ValueError when an award cannot be written."""
    default = {None: _ATOM}
    feed = etree.Element(_tag("feed"), nsmap=default)  # type: ignore[arg-type]  # None is allowed
    feed.set("{http://www.w3.org/XML/1998/namespace}lang", "id")
    _put(feed, "id", f"tag:{head.authority},{_BEGAN}:piagam/awards")
    _put(feed, "title", "Piagam: penghargaan layanan publik")
    updated = max((each.entry.changed_at for each in awards), default=head.updated)
    _put(feed, "updated", _moment(updated))
    _put(etree.SubElement(feed, _tag("author")), "name", "Piagam")
    _put(feed, "generator", "Piagam", version=head.version)
    if head.address is not None:
        _put(feed, "link", None, rel="self", type="application/atom+xml", href=head.address)
    for each in awards:
        _add_entry(feed, each, head, schemes)
    etree.indent(feed)
    return bytes(etree.tostring(feed, xml_declaration=True, encoding="utf-8"))


def _add_entry(
    feed: etree._Element, told: Told, head: Masthead, schemes: Mapping[str, SchemeNames]
) -> None:
    award, notice = told.notice.award, told.notice
    title, short = scheme_names(award.scheme, schemes)
    letter = write_letter(notice, scheme=title, short=short, words=INDONESIAN)
    entry = etree.SubElement(feed, _tag("entry"))
    since = told.entry.first_stored_at.date()
    _put(entry, "id", f"tag:{head.authority},{since}:piagam/award/{told.entry.award_id}")
    _put(entry, "title", letter.subject)
    _put(entry, "updated", _moment(told.entry.changed_at))
    _put(entry, "published", _moment(told.entry.first_stored_at))
    links = [url for report in notice.reports if (url := followed(report.url))]
    for relation, url in zip(("alternate", *("related",) * len(links)), links, strict=False):
        _put(entry, "link", None, rel=relation, href=url)
    _put(entry, "category", None, term=award.scheme, scheme=_SCHEMES, label=title)
    region = load_gazetteer().by_code.get(award.recipient_code or "")
    if region is not None:
        _put(entry, "category", None, term=region.code, scheme=_REGIONS, label=region.full_name)
    # An entry without an alternate link must have content (RFC 4287, 4.1.2).
    _put(entry, "summary" if links else "content", _summary(letter), type="text")


def _summary(letter: Letter) -> str:
    """`Penilaian …, edisi 2024: 97,84 dari 100. “…” (Tribun Jateng)`."""
    scheme = ", ".join(filter(None, (letter.scheme, letter.edition)))
    score = " ".join(filter(None, (letter.score, letter.score_of)))
    facts = " · ".join(filter(None, (score, letter.predicate, letter.zone, letter.change)))
    quotes = (*letter.quotes, *(side.quote for side in letter.sides if side.quote))
    proofs = (f"“{each.before}{each.marked}{each.after}” ({each.outlet})" for each in quotes[:2])
    return one_line(" ".join((f"{scheme}: {facts}." if facts else f"{scheme}.", *proofs)), _LIMIT)


def _put(parent: etree._Element, name: str, text: str | None, **attributes: str) -> None:
    clean = {key: _carried(value) for key, value in attributes.items()}
    etree.SubElement(parent, _tag(name), clean).text = text and _carried(text)


def _carried(text: str) -> str:
    return one_line(text).translate(_NO_CHARACTERS)


def _tag(name: str) -> str:
    return f"{{{_ATOM}}}{name}"


def _moment(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")
