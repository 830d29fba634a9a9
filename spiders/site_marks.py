"""What a site is built with, told by its host and its home page; pure."""

import re
from collections.abc import Iterator
from html import unescape

_BY_HOST = (
    ("tribun", re.compile(r"(?:^|\.)tribunnews\.com$")),
    ("disway", re.compile(r"(?:^|\.)(?:disway\.id|bacakoran\.co)$")),
    ("detik", re.compile(r"(?:^|\.)detik\.com$")),
    ("kompas", re.compile(r"(?:^|\.)kompas\.com$")),
    ("antara", re.compile(r"(?:^|\.)antaranews\.com$")),
)
_BY_MARKUP = (
    ("wordpress", "WordPress", re.compile(r"/wp-content/|/wp-json/|content=\"WordPress")),
    ("blogger", "Blogger", re.compile(r"content=['\"]blogger['\"]|blogger\.com/(?:static|feeds)")),
    ("joomla", "Joomla", re.compile(r"content=\"Joomla|/media/(?:system|jui)/js/")),
    (
        "promedia",
        "Promedia",
        re.compile(r"promediateknologi|\b(?:latest|hl|read)__\w"),
    ),
    ("jawapos", "Next.js", re.compile(r"id=\"__NEXT_DATA__\"")),
)
_GENERATOR = re.compile(r"<meta[^>]+name=[\"']generator[\"'][^>]*content=[\"']([^\"']{2,60})", re.I)
_SITE_NAME = re.compile(
    r"<meta[^>]+og:site_name[\"'][^>]*content=[\"']([^\"']{2,60})|<title>\s*([^<|–-]{2,60})", re.I
)
_THEMES = (
    ("GMR theme", "gmr-"),
    ("JNews theme", "jeg_"),
    ("Newspaper theme", "td-"),
    ("Jannah theme", "tie-"),
)


def family_of(host: str, markup: str) -> str:
    """The family of outlets that fits best; `portal` when nothing is known."""
    for family, pattern in _BY_HOST:
        if pattern.search(host):
            return family
    return next((family for family, _, mark in _BY_MARKUP if mark.search(markup)), "portal")


def marks_of(markup: str) -> Iterator[str]:
    """What the page says of its making, for people: generator, system, theme."""
    if generator := _GENERATOR.search(markup):
        yield generator[1]
    systems = [system for _, system, mark in _BY_MARKUP if mark.search(markup)]
    yield from systems
    if "WordPress" in systems:
        yield from (theme for theme, mark in _THEMES if f'class="{mark}' in markup)


def title_of(markup: str) -> str | None:
    """The name that the site gives itself."""
    named = _SITE_NAME.search(markup)
    return unescape(named[1] or named[2]).strip() if named else None
