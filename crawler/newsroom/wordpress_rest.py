"""The REST API of the WordPress site: posts with totals, and 400 past the last page."""

import json
import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode

from crawler.newsroom.dates import WIB
from crawler.newsroom.edition import shelf, variant
from crawler.newsroom.site import JSON, Answer, Visit
from crawler.newsroom.slugs import heading_of, slug_of
from crawler.newsroom.stories import Story
from crawler.newsroom.wordpress_posts import HOME, address, category_id, content, post_id

_API = f"{HOME}/wp-json"
_POSTS = "/wp/v2/posts"
_ORDERS: Mapping[str, Callable[[Story], Any]] = {
    "date": lambda story: (story.published, story.slug),
    "id": post_id,
    "slug": lambda story: story.slug,
    "title": lambda story: story.title,
}


class _InvalidParamError(Exception):
    """A query that WordPress refuses, by the name of the parameter."""


def answer(visit: Visit, match: re.Match[str]) -> Answer:
    """The JSON for a route below /wp-json."""
    route = (match["route"] or "/").rstrip("/")
    if route == "":
        return _json(_index(), visit)
    if route == _POSTS:
        return _posts(visit)
    if route == "/wp/v2/categories":
        return _json([_category(section, visit) for section in visit.edition.sections], visit)
    single = re.fullmatch(rf"{_POSTS}/(\d+)", route)
    if single:
        return _post_answer(visit, int(single[1]))
    message = "Tidak ditemukan rute yang cocok dengan URL dan metode permintaan."
    return _refusal("rest_no_route", message, HTTPStatus.NOT_FOUND)


def _posts(visit: Visit) -> Answer:
    try:
        number = _number(visit, "page", 1, 1_000_000)
        size = _number(visit, "per_page", 10, 100)
        stories = _ordered(_selected(visit), visit)
    except _InvalidParamError as error:
        message = f"Parameter tidak valid: {error}"
        return _refusal("rest_invalid_param", message, HTTPStatus.BAD_REQUEST)
    items = shelf(stories, number, size)
    if number > max(items.pages, 1):
        message = "Nomor halaman yang diminta lebih besar daripada jumlah halaman yang tersedia."
        return _refusal("rest_post_invalid_page_number", message, HTTPStatus.BAD_REQUEST)
    totals = (
        ("X-WP-Total", str(items.total)),
        ("X-WP-TotalPages", str(items.pages)),
        *_neighbours(visit, number, items.pages),
    )
    return _json([_post(story, visit) for story in items.stories], visit, headers=totals)


def _selected(visit: Visit) -> list[Story]:
    tests: list[Callable[[Story], bool]] = []
    query = visit.query
    for name in ("after", "before", "modified_after", "modified_before"):
        if name in query:
            tests.append(_time_test(visit, name))
    if query.get("slug"):
        tests.append(lambda s: s.slug in query["slug"].split(","))
    if query.get("categories"):
        wanted = query["categories"].split(",")
        tests.append(lambda s: str(category_id(s.section)) in wanted)
    found = visit.edition.searched(query.get("search", ""))
    return [story for story in found if all(test(story) for test in tests)]


def _time_test(visit: Visit, name: str) -> Callable[[Story], bool]:
    try:
        limit = datetime.fromisoformat(visit.query[name])
    except ValueError:
        raise _InvalidParamError(name) from None
    limit = limit if limit.tzinfo else limit.replace(tzinfo=WIB)

    def at(story: Story) -> datetime:
        return visit.edition.modified(story) if "modified" in name else story.published

    if name.endswith("after"):
        return lambda story: at(story) > limit
    return lambda story: at(story) < limit


def _ordered(stories: list[Story], visit: Visit) -> list[Story]:
    by, order = visit.query.get("orderby", "date"), visit.query.get("order", "desc")
    if order not in ("asc", "desc"):
        raise _InvalidParamError("order")
    if by == "modified":
        key: Callable[[Story], Any] = visit.edition.modified
    elif by in _ORDERS:
        key = _ORDERS[by]
    else:
        raise _InvalidParamError("orderby")
    return sorted(stories, key=key, reverse=order == "desc")


def _number(visit: Visit, name: str, default: int, most: int) -> int:
    value = visit.query.get(name, str(default))
    if not value.isdigit() or not 1 <= int(value) <= most:
        raise _InvalidParamError(name)
    return int(value)


def _neighbours(visit: Visit, number: int, pages: int) -> tuple[tuple[str, str], ...]:
    links = [
        f'<{_API}{_POSTS}?{urlencode({**visit.query, "page": at})}>; rel="{rel}"'
        for rel, at in (("prev", number - 1), ("next", number + 1))
        if 1 <= at <= pages
    ]
    return (("Link", ", ".join(links)),) if links else ()


def _post_answer(visit: Visit, number: int) -> Answer:
    story = visit.edition.find(lambda each: post_id(each) == number)
    if story is not None:
        return _json(_post(story, visit), visit)
    return _refusal("rest_post_invalid_id", "ID pos tidak valid.", HTTPStatus.NOT_FOUND)


def _post(story: Story, visit: Visit) -> dict[str, Any]:
    modified = visit.edition.modified(story)
    number = post_id(story)
    post: dict[str, Any] = {
        "id": number,
        "date": _local(story.published),
        "date_gmt": _gmt(story.published),
        "guid": {"rendered": f"{HOME}/?p={number}"},
        "modified": _local(modified),
        "modified_gmt": _gmt(modified),
        "slug": story.slug,
        "status": "publish",
        "type": "post",
        "link": HOME + address(story),
        "title": {"rendered": _texturized(story.title)},
        "content": {"rendered": content(story, visit.edition), "protected": False},
        "excerpt": {"rendered": f"<p>{_texturized(story.summary)}</p>\n", "protected": False},
        "author": 1 + variant(story.authors[0] if story.authors else "", 9, salt="author"),
        "featured_media": number + 1,
        "comment_status": "open",
        "ping_status": "open",
        "sticky": False,
        "template": "",
        "format": "standard",
        "meta": {"footnotes": ""},
        "categories": [category_id(story.section)],
        "tags": [1000 + variant(slug_of(tag), 9000, salt="tag") for tag in story.tags],
        "_links": {
            "self": [{"href": f"{_API}{_POSTS}/{number}"}],
            "collection": [{"href": f"{_API}{_POSTS}"}],
        },
    }
    return _only(post, visit.query.get("_fields"))


def _only(post: dict[str, Any], fields: str | None) -> dict[str, Any]:
    if not fields:
        return post
    kept: dict[str, Any] = {}
    for field in fields.split(","):
        name, _, inner = field.strip().partition(".")
        if name not in post:
            continue
        if inner and isinstance(post[name], dict):
            kept.setdefault(name, {}).update({k: v for k, v in post[name].items() if k == inner})
        else:
            kept[name] = post[name]
    return kept


def _category(section: str, visit: Visit) -> dict[str, Any]:
    return {
        "id": category_id(section),
        "count": len(visit.edition.in_section(section)),
        "link": f"{HOME}/category/{section}",
        "name": heading_of(section),
        "slug": section,
        "taxonomy": "category",
        "parent": 0,
    }


def _index() -> dict[str, Any]:
    routes = {
        route: {"namespace": "wp/v2", "methods": ["GET"]}
        for route in (_POSTS, f"{_POSTS}/(?P<id>[\\d]+)", "/wp/v2/categories")
    }
    return {
        "name": "Klikjateng",
        "description": "Portal Berita Jawa Tengah",
        "url": HOME,
        "home": HOME,
        "gmt_offset": "7",
        "timezone_string": "Asia/Jakarta",
        "namespaces": ["oembed/1.0", "yoast/v1", "wp/v2"],
        "authentication": [],
        "routes": routes,
    }


def _json(value: object, visit: Visit, *, headers: tuple[tuple[str, str], ...] = ()) -> Answer:
    return Answer(
        body=json.dumps(value, ensure_ascii=True, separators=(",", ":")).encode(),
        content_type=JSON,
        headers=(("X-Robots-Tag", "noindex"), ("Allow", "GET"), *headers),
        last_modified=visit.edition.last_modified,
    )


def _refusal(code: str, message: str, status: int) -> Answer:
    body = {"code": code, "message": message, "data": {"status": int(status)}}
    return Answer(body=json.dumps(body).encode(), status=status, content_type=JSON)


def _texturized(text: str) -> str:
    escaped = text.replace("&", "&#038;").replace("<", "&lt;").replace(">", "&gt;")
    return re.sub(r'"([^"]*)"', "&#8220;\\1&#8221;", escaped).replace("'", "&#8217;")


def _local(at: datetime) -> str:
    return f"{at.astimezone(WIB):%Y-%m-%dT%H:%M:%S}"


def _gmt(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%S}"
