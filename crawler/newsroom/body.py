"""The body of a story, as its author wrote it, taken apart into pages of blocks."""

from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

PAGE_BREAK = "=== page ==="
_BULLET = "- "
_SUBHEAD = "## "


class BlockKind(StrEnum):
    """What a block is printed as."""

    PARAGRAPH = "paragraph"
    SUBHEAD = "subhead"
    BULLETS = "bullets"


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One paragraph, one subhead, or one run of bullet lines."""

    kind: BlockKind
    lines: tuple[str, ...]
    """One line for a paragraph or a subhead; the bullets without their dash."""

    @property
    def text(self) -> str:
        """The lines as one."""
        return " ".join(self.lines)


def parts_of(body: str) -> tuple[tuple[Block, ...], ...]:
    """The pages of a story in order; a story without page breaks is one page."""
    pages = body.split(PAGE_BREAK)
    return tuple(tuple(_blocks(page)) for page in pages if page.strip())


def whole(body: str) -> tuple[Block, ...]:
    """All pages of a story as one."""
    return sum(parts_of(body), ())


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Which part of a story a page shows."""

    blocks: tuple[Block, ...]
    number: int
    """From 1; 0 is the view of all pages."""
    count: int


def reading_of(body: str, asked: str | None) -> Reading | None:
    """What `?page=` asks for: a number, `all`, else the first page; None where there is none."""
    parts = parts_of(body)
    if asked == "all":
        return Reading(blocks=whole(body), number=0, count=len(parts))
    number = int(asked) if asked and asked.isdecimal() else 1
    if not 1 <= number <= len(parts):
        return None
    return Reading(blocks=parts[number - 1], number=number, count=len(parts))


def _blocks(page: str) -> list[Block]:
    blocks: list[Block] = []
    for chunk in page.split("\n\n"):
        lines = [line.strip() for line in chunk.splitlines() if line.strip()]
        for kind, run in groupby(lines, key=_kind):
            blocks.append(_block(kind, list(run)))
    return blocks


def _kind(line: str) -> BlockKind:
    if line.startswith(_BULLET):
        return BlockKind.BULLETS
    return BlockKind.SUBHEAD if line.startswith(_SUBHEAD) else BlockKind.PARAGRAPH


def _block(kind: BlockKind, lines: list[str]) -> Block:
    if kind is BlockKind.PARAGRAPH:
        return Block(kind=kind, lines=(" ".join(lines),))
    mark = _BULLET if kind is BlockKind.BULLETS else _SUBHEAD
    return Block(kind=kind, lines=tuple(line.removeprefix(mark).strip() for line in lines))
