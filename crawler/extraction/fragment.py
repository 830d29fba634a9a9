"""Reads a clean fragment line by line: paragraphs, bullets, subheads."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from bs4 import BeautifulSoup, NavigableString, Tag
from bs4.element import PreformattedString

from crawler.extraction.lines import BULLET, Line, is_sentence, with_plain_bullet
from crawler.extraction.spacing import squeeze

_BLOCKS = frozenset(
    {
        *("address", "article", "blockquote", "body", "center", "dd", "div", "dl", "dt"),
        *("fieldset", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html"),
        *("li", "main", "ol", "p", "pre", "section", "table", "tbody", "td", "tfoot", "th"),
        *("thead", "tr", "ul", "caption", "details", "summary"),
    }
)
_NEWLINE = re.compile(r"[\r\n]+")


def read_lines(soup: BeautifulSoup) -> list[Line]:
    """The paragraphs, bullets and subheads of a fragment in reading order."""
    writer = _Writer()
    for tag, is_start in _walk(soup):
        if isinstance(tag, NavigableString):
            writer.write(str(tag))
        elif is_start:
            writer.open(tag)
        else:
            writer.close(tag)
    writer.flush()
    return writer.lines


def _walk(soup: BeautifulSoup) -> Iterator[tuple[Tag | NavigableString, bool]]:
    """Tags on entry (True) and exit (False) and strings, without recursion."""
    waiting: list[tuple[Tag | NavigableString, bool]] = [(soup, True)]
    while waiting:
        node, is_start = waiting.pop()
        if isinstance(node, Tag):
            yield node, is_start
            if is_start:
                waiting.append((node, False))
                children = [
                    each for each in node.contents if isinstance(each, Tag | NavigableString)
                ]
                waiting.extend((child, True) for child in reversed(children))
        elif not isinstance(node, PreformattedString):
            yield node, True


@dataclass(slots=True)
class _Writer:
    """Collects the text between two block borders into one line."""

    lines: list[Line] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    linked: int = 0
    links_open: int = 0
    has_image: bool = False
    bullet: str = ""
    numbers: list[int] = field(default_factory=list)
    """The next number of each open list; 0 for a list without numbers."""

    def write(self, text: str) -> None:
        self.pieces.append(_NEWLINE.sub(" ", text))
        if self.links_open:
            self.linked += len(text.strip())

    def open(self, tag: Tag) -> None:
        name = tag.name
        if name == "a":
            self.links_open += 1
        elif name == "br":
            self.pieces.append("\n")
        elif name == "img":
            self.has_image = True
        elif name in _BLOCKS:
            self.flush()
            self._open_block(tag)

    def _open_block(self, tag: Tag) -> None:
        if tag.name in ("ul", "ol"):
            self.numbers.append(1 if tag.name == "ol" else 0)
        elif tag.name == "li":
            number = self.numbers[-1] if self.numbers else 0
            self.bullet = f"{number}. " if number else BULLET
            if number:
                self.numbers[-1] += 1

    def close(self, tag: Tag) -> None:
        if tag.name == "a":
            self.links_open -= 1
        elif tag.name in _BLOCKS:
            self.flush()
            if tag.name == "li":
                self.bullet = ""
            elif tag.name in ("ul", "ol"):
                self.numbers.pop()

    def flush(self) -> None:
        parts = _split_at_breaks("".join(self.pieces)) if self.pieces else []
        total = sum(map(len, parts))
        for part in parts:
            text = with_plain_bullet(part)
            self.lines.append(
                Line(
                    text=self.bullet + text.removeprefix(BULLET) if self.bullet else text,
                    linked=min(self.linked / total, 1.0),
                    has_image=self.has_image,
                )
            )
            self.bullet = ""
        self.pieces.clear()
        self.linked = 0
        self.has_image = False


def _split_at_breaks(text: str) -> list[str]:
    """Split at line breaks; a single break in the middle of a sentence becomes a space."""
    parts: list[str] = []
    is_gap = False
    for piece in map(squeeze, text.split("\n")):
        if not piece:
            is_gap = True
        elif parts and not is_gap and _continues(parts[-1], piece):
            parts[-1] = f"{parts[-1]} {piece}"
        else:
            parts.append(piece)
            is_gap = False
    return parts


def _continues(before: str, piece: str) -> bool:
    is_open = not is_sentence(before) and not before.endswith(":")
    return is_open and (piece[0].islower() or before.endswith(","))
