"""Reads a clean fragment line by line: paragraphs, bullets, subheads."""

from dataclasses import dataclass, field

from lxml import etree

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


def read_lines(fragment: etree._Element) -> list[Line]:
    """The paragraphs, bullets and subheads of a fragment in reading order."""
    writer = _Writer()
    for event, element in etree.iterwalk(fragment, events=("start", "end")):
        if event == "start":
            writer.open(element.tag)
            writer.write(element.text)
        else:
            writer.close(element.tag)
            writer.write(element.tail)
    writer.flush()
    return writer.lines


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

    def write(self, text: str | None) -> None:
        if not text or (not self.pieces and text.isspace()):
            return
        self.pieces.append(text.replace("\n", " ").replace("\r", " "))
        if self.links_open:
            self.linked += len(text.strip())

    def open(self, tag: str) -> None:
        if tag == "a":
            self.links_open += 1
        elif tag == "br":
            self.pieces.append("\n")
        elif tag == "img":
            self.has_image = True
        elif tag in _BLOCKS:
            self.flush()
            self._open_block(tag)

    def _open_block(self, tag: str) -> None:
        if tag in ("ul", "ol"):
            self.numbers.append(1 if tag == "ol" else 0)
        elif tag == "li":
            number = self.numbers[-1] if self.numbers else 0
            self.bullet = f"{number}. " if number else BULLET
            if number:
                self.numbers[-1] += 1

    def close(self, tag: str) -> None:
        if tag == "a":
            self.links_open -= 1
        elif tag in _BLOCKS:
            self.flush()
            if tag == "li":
                self.bullet = ""
            elif tag in ("ul", "ol"):
                self.numbers.pop()

    def flush(self) -> None:
        if self.pieces:
            self._write_lines(_split_at_breaks("".join(self.pieces)))
            self.pieces.clear()
        self.linked = 0
        self.has_image = False

    def _write_lines(self, parts: list[str]) -> None:
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


def _split_at_breaks(text: str) -> list[str]:
    """Split at line breaks; a single break in the middle of a sentence becomes a space."""
    if "\n" not in text:
        line = squeeze(text)
        return [line] if line else []
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
