"""The search page: articles or claims with certain words, their matches marked."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from urllib.parse import urlencode

from sqlite_utils import Database

from crawler.explore.page import Column, Kind, Page, Row, Table
from crawler.explore.visits import BadVisit, Visit
from storage.reading.passages import plain
from storage.reading.searches import (
    MOST_MATCHES,
    ArticleHit,
    Choices,
    ClaimHit,
    Matches,
    Sought,
    best_articles,
    best_claims,
    matching_articles,
    matching_claims,
    search_choices,
)
from storage.search import match_expression

PLACES = (("articles", "in articles"), ("claims", "in claims"))
A_PAGE = 20
_LAST_PAGE = MOST_MATCHES // A_PAGE
_LONG = timedelta(days=400)
_KEPT = ("q", "in", "outlet", "from", "to", "province", "scheme")

_ARTICLES = (
    Column(name="title", title="Headline", link="/articles/{article_id}"),
    Column(name="outlet", title="Outlet"),
    Column(name="published", title="Published", kind=Kind.MOMENT),
    Column(name="url", title="Address", link="{url}"),
    Column(name="awards", title="Awards", kind=Kind.NUMBER),
    Column(name="article_id", title="Number", kind=Kind.NUMBER),
)
_PASSAGE = Column(name="snippet", title="Passage")
_CLAIMS = (
    Column(name="recipient", title="Recipient", link="/awards/{award_id}"),
    Column(name="scheme", title="Scheme"),
    Column(name="edition_year", title="Edition", kind=Kind.YEAR),
    Column(name="score", title="Score", kind=Kind.SCORE),
    Column(name="score_raw", title="As printed"),
    Column(name="predicate", title="Predicate"),
    Column(name="snippet", title="Proof"),
    Column(name="outlet", title="Outlet"),
    Column(name="title", title="Headline", link="/articles/{article_id}"),
    Column(name="published", title="Published", kind=Kind.MOMENT),
    Column(name="award_id", title="Number", kind=Kind.NUMBER),
    Column(name="article_id", title="Number", kind=Kind.NUMBER),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    place: str
    matches: Matches
    hits: tuple[ArticleHit, ...] | tuple[ClaimHit, ...]
    page: int

    @property
    def is_last(self) -> bool:
        return self.page * A_PAGE >= len(self.matches.ids)


def search(db: Database, visit: Visit) -> Page:
    """`/search?q=&in=articles|claims&outlet=&from=&to=&province=&scheme=&page=`."""
    choices = search_choices(db)
    found = _found(db, visit, choices)
    return Page(
        template="search.html",
        title="Search",
        values={
            "asked": {name: visit.text(name) or "" for name in _KEPT},
            "choices": choices,
            "places": PLACES,
            "found": found,
            "most": MOST_MATCHES,
            "earlier": _address(visit, found.page - 1) if found and found.page > 1 else None,
            "later": _address(visit, found.page + 1) if found and not found.is_last else None,
        },
        tables=(_table(found, visit),) if found else (),
    )


def _found(db: Database, visit: Visit, choices: Choices) -> _Found | None:
    place = _one_of(visit, "in", dict(PLACES)) or PLACES[0][0]
    page = visit.number("page", 1, _LAST_PAGE) or 1
    sought = _sought(visit, choices)
    if sought is None:
        return None
    bounds = {"limit": A_PAGE, "offset": (page - 1) * A_PAGE}
    if place == "articles":
        matches = matching_articles(db, sought)
        hits = best_articles(db, sought.expression, matches, **bounds)
        return _Found(place=place, matches=matches, hits=hits, page=page)
    matches = matching_claims(db, sought)
    claims = best_claims(db, sought.expression, matches, **bounds)
    return _Found(place=place, matches=matches, hits=claims, page=page)


def _sought(visit: Visit, choices: Choices) -> Sought | None:
    """None when there is no word to look for."""
    since, last = visit.day("from"), visit.day("to")
    if since and last and since > last:
        raise BadVisit(f"from: {since} lies behind {last}; exchange the two days")
    asked = {
        "outlet": _one_of(visit, "outlet", dict(choices.outlets)),
        "province": _one_of(visit, "province", dict(choices.provinces)),
        "scheme": _one_of(visit, "scheme", dict(choices.schemes)),
    }
    expression = match_expression(visit.text("q") or "")
    if expression is None:
        return None
    return Sought(
        expression=expression,
        since=since.isoformat() if since else None,
        until=_day_behind(last),
        is_wide=(since or last) is not None and _is_wide(since, last, visit.now.date()),
        **asked,
    )


def _one_of(visit: Visit, name: str, known: Mapping[str, str]) -> str | None:
    value = visit.text(name)
    if value is not None and value not in known:
        raise BadVisit(f"{name}: {value!r} is not known; choose one of the list")
    return value


def _day_behind(day: date | None) -> str | None:
    if day is None or day == date.max:
        return None
    return (day + timedelta(days=1)).isoformat()


def _is_wide(since: date | None, last: date | None, today: date) -> bool:
    """Whether most of the newest stories lie between these days."""
    recent = today - _LONG
    return (since is None or since < recent) and (last is None or last > recent)


def _address(visit: Visit, page: int) -> str:
    kept = [(name, value) for name in _KEPT if (value := visit.text(name))]
    return "?" + urlencode([*kept, ("page", str(page))])


def _table(found: _Found, visit: Visit) -> Table:
    columns = _CLAIMS if found.place == "claims" else _ARTICLES
    if found.place == "articles" and visit.may_read_text:
        columns = (*columns, _PASSAGE)
    rows = tuple(_row(hit) for hit in found.hits)
    is_cut = found.matches.is_more or len(found.matches.ids) > len(rows)
    return Table(name=found.place, title="Found", columns=columns, rows=rows, is_cut=is_cut)


def _row(hit: ArticleHit | ClaimHit) -> Row:
    row = asdict(hit)
    marked = ("title", "snippet") if isinstance(hit, ArticleHit) else ("recipient", "snippet")
    return row | {name: plain(getattr(hit, name)) for name in marked}
