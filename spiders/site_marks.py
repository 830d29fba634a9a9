"""What a site is built with, told by its host and its home page; pure."""

import re
from collections.abc import Iterator

from crawler.extraction.headline import letters
from crawler.extraction.spacing import squeeze
from crawler.extraction.tree import Document, read_metas, text_of

_BY_HOST = (
    ("tribun", re.compile(r"(?:^|\.)tribunnews\.com$")),
    ("disway", re.compile(r"(?:^|\.)(?:disway\.id|bacakoran\.co)$")),
    ("detik", re.compile(r"(?:^|\.)detik\.com$")),
    ("kompas", re.compile(r"(?:^|\.)kompas\.com$")),
    ("antara", re.compile(r"(?:^|\.)antaranews\.com$")),
)
_BY_MARKUP = (
    (
        "wordpress",
        "WordPress",
        re.compile(r"/wp-content/|/wp-includes/|/wp-json/|rest_route=|content=['\"]?WordPress"),
    ),
    ("blogger", "Blogger", re.compile(r"content=['\"]?blogger\b|blogger\.com/(?:static|feeds)")),
    ("joomla", "Joomla", re.compile(r"content=['\"]?Joomla|/media/(?:system|jui)/js/")),
    (
        "promedia",
        "Promedia",
        re.compile(r"promediateknologi|\b(?:latest|hl|read)__\w"),
    ),
    ("jawapos", "Next.js", re.compile(r"id=\"__NEXT_DATA__\"")),
)
_LONGEST_NAME = 60
_THEMES = (
    ("GMR theme", "gmr-"),
    ("JNews theme", "jeg_"),
    ("Newspaper theme", "td-"),
    ("Jannah theme", "tie-"),
)


def family_of(host: str, markup: str) -> tuple[str, str]:
    """The family of outlets that fits best, and what tells so; `portal` when nothing does."""
    for family, pattern in _BY_HOST:
        if pattern.search(host):
            return family, f"the host {host} is of that family"
    for family, system, mark in _BY_MARKUP:
        if mark.search(markup):
            return family, f"its home page shows {system}"
    return "portal", "its home page shows no system that is known"


def marks_of(document: Document) -> Iterator[str]:
    """What the page says of its making, for people: generator, system, theme."""
    markup = document.source.decode()
    generators = [_plain(each) for each in read_metas(document).get("generator", ())]
    yield from filter(None, generators)
    systems = [system for _, system, mark in _BY_MARKUP if mark.search(markup)]
    yield from (system for system in systems if not any(system in each for each in generators))
    if "WordPress" in systems:
        yield from (theme for theme, mark in _THEMES if f'class="{mark}' in markup)


def title_of(document: Document, host: str) -> str:
    """The name that the site on `host` gives itself, on one line and of a bearable length."""
    named = read_metas(document).get("og:site_name", ())
    parts = [
        part
        for each in document.root.iter("title")
        for part in re.split(r"\s+[|–—-]\s+", text_of(each))
    ]
    own = [part for part in parts if letters(part) and letters(part) in letters(host)]
    return next(filter(None, map(_plain, (*named, *own, *parts))), host)


def _plain(text: str) -> str:
    """Without what no terminal and no TOML file may hold."""
    shown = "".join(char if char.isprintable() else " " for char in text[: 10 * _LONGEST_NAME])
    return squeeze(shown)[:_LONGEST_NAME].strip()
