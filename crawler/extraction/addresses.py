"""The one address of an article, whichever of its twins (AMP, page 2, shared link) was met."""

import re
from collections.abc import Container
from functools import lru_cache
from urllib.parse import urlsplit, urlunsplit

_DROPPED_KEYS = frozenset(
    {
        *("page", "s", "amp", "noamp", "single", "share", "pgrelated"),
        *("fbclid", "gclid", "igshid", "mc_cid", "mc_eid", "mibextid", "msclkid", "ttclid"),
    }
)
_REFERRAL_KEYS = frozenset({"ref", "source", "src", "from", "via", "tag_from"})
"""Where a reader comes from; behind a headline only, since elsewhere they may name a page."""
_DROPPED_PAIRS = frozenset(
    {"m=0", "m=1", "print=1", "print=print", "tmpl=component", "layout=default"}
)
"""Views of a page for phones and printers; with other values the keys may name a page."""
_DEFAULT_PORTS = (80, 443, None)
_PAGE_NUMBER = re.compile(r"\d{1,2}")
_LONG_ID = re.compile(r"(?:pr-)?\d{8,}")


@lru_cache(maxsize=16)
def canonical_url(url: str) -> str:
    """The address that all twins of `url` share; idempotent, and never raises.

    Paging, AMP, print, phone, sharing and campaign marks go, behind a headline also those that say
    where a reader comes from; the scheme becomes https, `www.` and default ports go; letter case of
    the path and query ids (`?p=`, `?id=`) stay. What is no web address is returned as it is,
    without surrounding space.
    """
    try:
        parts = urlsplit(url.strip())
        host, port = parts.hostname, parts.port
    except ValueError:
        return url.strip()
    if parts.scheme.lower() not in ("http", "https") or not host:
        return url.strip()
    host = re.sub(r"^(?:www\.)+(?=[^.]+\.[^.])", "", host.rstrip(".")) or host
    netloc = f"[{host}]" if ":" in host else host
    if port not in _DEFAULT_PORTS:
        netloc = f"{netloc}:{port}"
    path = _fold_path(parts.path, host)
    has_slug = _is_slug(path.rpartition("/")[2])
    return urlunsplit(("https", netloc, path, _fold_query(parts.query, has_slug=has_slug), ""))


def part_number(url: str) -> int:
    """Which part of a multi-page story `url` shows: `?page=2` or `/slug/2` give 2, else 1."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return 1
    in_query = re.search(r"(?:^|&)(?:page|s)=(\d{1,2})(?:&|$)", parts.query)
    if in_query:
        return max(int(in_query[1]), 1)
    segments = [each for each in parts.path.split("/") if each and each != "amp"]
    if _is_page_suffix(segments) and segments[-1] != "all":
        return max(int(segments[-1]), 1)
    return 1


def _fold_query(query: str, *, has_slug: bool) -> str:
    pairs = re.sub(r"&(?:amp;)+", "&", query).split("&")
    dropped = _DROPPED_KEYS | _REFERRAL_KEYS if has_slug else _DROPPED_KEYS
    return "&".join(pair for pair in pairs if pair and not _is_dropped(pair, dropped))


def _is_dropped(pair: str, dropped: Container[str]) -> bool:
    key = pair.partition("=")[0].lower()
    is_mark = key in dropped or key.startswith("utm_")
    return is_mark or pair.lower() in _DROPPED_PAIRS


def _fold_path(path: str, host: str) -> str:
    segments = [each for each in path.split("/") if each]
    folded = _fold_twins(segments, host)
    while folded != segments:
        segments, folded = folded, _fold_twins(folded, host)
    return "/" + "/".join(segments)


def _fold_twins(segments: list[str], host: str) -> list[str]:
    rest = list(segments)
    while rest and (rest[-1] == "amp" or _is_page_suffix(rest)):
        rest.pop()
    if rest and rest[0] == "amp":
        return _without_amp_prefix(rest)
    if len(rest) > 2 and rest[1] == "amp" and rest[2][-1].isdecimal():
        return [rest[0], *([] if _LONG_ID.fullmatch(rest[2]) else ["read"]), *rest[2:]]
    if rest and rest[0] == "copy" and host.endswith("kompas.com"):
        return ["read", *rest[1:]]
    return rest


def _is_page_suffix(segments: list[str]) -> bool:
    if len(segments) < 2 or not _is_slug(segments[-2]):
        return False
    return segments[-1] == "all" or _PAGE_NUMBER.fullmatch(segments[-1]) is not None


def _without_amp_prefix(segments: list[str]) -> list[str]:
    rest = segments
    while rest and rest[0] == "amp":
        rest = rest[1:]
    if not rest:
        return rest
    is_dated = re.fullmatch(r"\d{4}", rest[0]) and len(rest) > 1 and rest[1].isdecimal()
    is_numbered = rest[0].isdecimal() and not is_dated
    is_lone_slug = len(rest) == 1 and _is_slug(rest[0])
    return ["read", *rest] if is_numbered or is_lone_slug else rest


def _is_slug(segment: str) -> bool:
    """Two hyphens and a letter: a headline, not a route or an archive year."""
    return segment.count("-") > 1 and any(map(str.isalpha, segment))
