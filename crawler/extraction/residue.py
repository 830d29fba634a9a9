"""Mends what other extractors leave of tables and images in a plain text.

`title | ![]() |` over `---|` is a link to another story, `| DPMPTSP | 97,55 |` is a row of figures.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from crawler.extraction.lines import BULLET, is_sentence
from crawler.extraction.tables import join_cells

PHOTO_MARK = "![]()"
"""Stands where a photo stood alone on its line."""
_RULE = re.compile(r"\|?(?:\s*:?-{3,}:?\s*\|)+[\s:-]*")
_IMAGE = re.compile(r"!\[(?P<alt>[^\]]*)\]\([^)]*\)")
_ROW = re.compile(r"\|.*\|")
_COUNTER = re.compile(r"[\w ]{3,20}\|?\s*:\s*\|\s*[\d.,]+")


def without_residue(lines: Sequence[str]) -> list[str]:
    """The lines without rows and images that lead elsewhere; rows of figures become bullets.

    A row goes only together with the rule under it, so prose that holds a pipe is safe.
    """
    kept: list[str] = []
    for line, following in pairwise([*lines, ""]):
        if _RULE.fullmatch(line):
            continue
        if _RULE.fullmatch(following) and "|" in line:
            _take_head(line, kept)
        elif _IMAGE.search(line):
            kept.extend(_without_images(line))
        elif _ROW.fullmatch(line):
            kept.extend(_as_bullet(line))
        else:
            kept.append(line)
    return kept


def _take_head(row: str, kept: list[str]) -> None:
    """Read the row above a rule; a title beside an image or an empty cell is another story's."""
    cells = [cell.strip() for cell in row.strip().strip("|").split("|")]
    titles = [cell for cell in cells if cell and not _IMAGE.fullmatch(cell)]
    if not titles and kept and kept[-1].endswith("|"):
        kept.pop()
    elif len(titles) > 1 and len(titles) == len(cells):
        kept.append(BULLET + join_cells(titles))


def _without_images(line: str) -> list[str]:
    """Text beside an image is a teaser unless it is a sentence; an image alone marks a photo."""
    rest = _IMAGE.sub("", line.removeprefix(BULLET)).strip(" |")
    if not rest and "|" not in line:
        return [PHOTO_MARK]
    repeats = any(image["alt"] and image["alt"] in rest for image in _IMAGE.finditer(line))
    return [rest] if is_sentence(rest) and not repeats else []


def _as_bullet(row: str) -> list[str]:
    inside = row.strip("|").strip()
    if _COUNTER.fullmatch(inside):
        return []
    cells = [cell for cell in (each.strip() for each in inside.split("|")) if cell]
    return [BULLET + join_cells(cells)] if len(cells) > 1 else cells
