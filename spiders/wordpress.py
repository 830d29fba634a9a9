"""The REST interface of WordPress: a page of posts -> Listing."""

import json
from datetime import datetime

from crawler.extraction.dates import read_moment
from spiders.listing import Listing, entry
from storage.addresses import Found

PAST_THE_END = "rest_post_invalid_page_number"
"""The error code of a page after the last one; a normal end, told with status 400."""


def read_posts(body: bytes, *, url: str, page: int, pages: int | None) -> Listing:
    """The posts of page number `page` of `pages` (the header X-WP-TotalPages, None when absent)."""
    try:
        answer = json.loads(body)
    except ValueError:
        kind = "an HTML page" if body.lstrip()[:1] == b"<" else "broken JSON"
        return Listing(problem=f"REST gives {kind} instead of posts")
    if isinstance(answer, dict):
        if answer.get("code") == PAST_THE_END:
            return Listing(is_last=True)
        return Listing(problem=f"REST refuses: {answer.get('code', 'no code')}")
    if not isinstance(answer, list):
        return Listing(problem="REST gives no list of posts")
    found = tuple(each for post in answer if (each := _entry(post, url)) is not None)
    return Listing(found=found, is_last=not answer or (pages is not None and page >= pages))


def _entry(post: object, url: str) -> Found | None:
    if not isinstance(post, dict) or not isinstance(post.get("link"), str):
        return None
    title = post.get("title")
    rendered = title.get("rendered") if isinstance(title, dict) else None
    return entry(
        url,
        post["link"],
        rendered if isinstance(rendered, str) else None,
        _moment(post.get("date_gmt")),
        modified=_moment(post.get("modified_gmt")),
    )


def _moment(written: object) -> datetime | None:
    return read_moment(written, "UTC") if isinstance(written, str) else None
