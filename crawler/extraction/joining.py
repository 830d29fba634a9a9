"""Joins the parts of a story and checks itself: what lacks, comes twice or is of another story."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from crawler.extraction.page import Page
from storage.records import Article

_LONG_LINE = 40
"""Characters from which a line that a later part repeats is a repetition, not a refrain."""
_USUAL_REPEATS = 2
"""Paragraphs that a part may repeat without a word: a lead on every part, a teaser at the seam."""
_CUT_OFF = re.compile(r"\s*(?:\.{3}|…)$")
_SHORTEST_STEM = 20
"""Letters that show of what a shortened line or headline is the beginning."""
_PAGE_MARK = re.compile(
    r"^\W*(?:halaman|hal\.?|page|bagian|part)\s*\d{1,2}(?:\s*(?:/|dari|of)\s*\d{1,2})?\b"
    r"|(?:\b(?:halaman|hal\.?|page|bagian|part)\s*\d{1,2}(?:\s*(?:/|dari|of)\s*\d{1,2})?"
    r"|[-–|]\s*\d{1,2}|\(\d{1,2}\))\W*$",
    re.IGNORECASE,
)


def join_parts(pages: Sequence[Page]) -> Page:
    """One page from the parts of a story, in order; paragraphs that parts share appear once.

    The article warns when parts that the pager declares were not seen, when one repeats what
    stands before it, and when one is of another story, which is left out. Raises ValueError when
    `pages` is empty; when none of them holds an article the first is returned as it is.
    """
    if not pages:
        raise ValueError("join_parts: no pages given; pass the parts of one story")
    ordered = sorted((page for page in pages if page.article is not None), key=_order)
    if not ordered:
        return pages[0]
    first = pages[0] if pages[0].article is not None else ordered[0]
    own = [page for page in ordered if page is first or is_same_story(first, page)]
    told = {page.part: page for page in own}
    declared = max(page.parts_declared for page in own)
    articles = [page.article for page in told.values() if page.article is not None]
    lines, repeats = _join_lines(told.values())
    warnings = [
        *(warning for article in articles for warning in article.warnings),
        *(_left_out(page) for page in ordered if page not in own),
        *repeats,
        *_missing(told.keys(), declared),
    ]
    joined = replace(
        articles[0],
        text="\n".join(lines),
        parts=len(told),
        editor=next((each.editor for each in articles if each.editor), None),
        authors=next((each.authors for each in articles if each.authors), ()),
        warnings=tuple(dict.fromkeys(warnings)),
    )
    return replace(
        next(iter(told.values())), article=joined, parts_declared=declared, part_links=()
    )


def fuller_of(joined: Page, whole: Page) -> Page:
    """The joined parts or the page that shows them all, whichever holds more; it warns of both.

    The page of all parts is taken without a word where both tell the same.
    """
    parts, view = _article_of(joined), _article_of(whole)
    lacking, more = lines_lacking(parts, view), lines_lacking(view, parts)
    if not lacking and not more:
        return whole
    what = "the page of all parts"
    if not lacking:
        return with_warnings(whole, [f"parts: {what} was taken: it holds {_count(more)} more"])
    beside = f" and holds {_count(more)} more" if more else ""
    is_longer = len(view.text) > len(parts.text)
    taken, name = (whole, what) if is_longer else (joined, "the parts")
    remark = f"parts: {what} lacks {_count(lacking)} of the parts{beside}; {name} was taken"
    return with_warnings(taken, [remark.replace("parts was", "parts were")])


def with_warnings(page: Page, warnings: Iterable[str]) -> Page:
    """The page, its article warning of these too."""
    article = _article_of(page)
    told = dict.fromkeys((*article.warnings, *warnings))
    return replace(page, article=replace(article, warnings=tuple(told)))


def is_same_story(first: Page, other: Page) -> bool:
    """Whether two pages are of one story: by headline, else by the address that both declare."""
    left, right = (_letters(_PAGE_MARK.sub("", _article_of(each).title)) for each in (first, other))
    short, long = sorted((left, right), key=len)
    if short == long or (len(short) >= _SHORTEST_STEM and short in long):
        return True
    return first.canonical is not None and first.canonical == other.canonical


def lines_lacking(article: Article, other: Article) -> tuple[str, ...]:
    """The paragraphs of `article` that `other` does not hold."""
    there = {_letters(line) for line in other.text.split("\n")}
    lines = article.text.split("\n")
    return tuple(line for line in lines if len(line) >= _LONG_LINE and _letters(line) not in there)


def _join_lines(pages: Iterable[Page]) -> tuple[list[str], list[str]]:
    """All lines in order, each paragraph once, and a warning for each part that repeats much."""
    lines: list[str] = []
    warnings: list[str] = []
    for page in pages:
        following = _article_of(page).text.split("\n")
        if lines and following and _is_beginning(lines[-1], following[0]):
            lines.pop()
        seen = {_letters(line) for line in lines}
        long = {_letters(line) for line in lines if len(line) >= _LONG_LINE}
        repeated = sum(_letters(line) in long for line in following) if long else 0
        if lines and seen.issuperset(map(_letters, following)):
            warnings.append(f"parts: part {page.part} repeats what stands before it")
            continue
        if repeated > _USUAL_REPEATS:
            warnings.append(f"parts: part {page.part} repeats {repeated} paragraphs before it")
        fresh = following[_overlap(lines, following) :]
        lines += [line for line in fresh if not long or _letters(line) not in long]
    return lines, warnings


def _is_beginning(line: str, whole: str) -> bool:
    """Whether a line that breaks off at the end of a part is told in full by the next one."""
    stem = _letters(_CUT_OFF.sub("", line)) if _CUT_OFF.search(line) else ""
    return len(stem) >= _SHORTEST_STEM and _letters(whole).startswith(stem)


def _overlap(lines: Sequence[str], following: Sequence[str]) -> int:
    """How many lines at the start of `following` repeat the end of `lines`."""
    for length in range(min(len(lines), len(following)), 0, -1):
        if [*map(_letters, lines[-length:])] == [*map(_letters, following[:length])]:
            return length
    return 0


def _missing(told: Iterable[int], declared: int) -> Iterable[str]:
    numbers = [number for number in range(1, declared + 1) if number not in set(told)]
    if numbers:
        named = ", ".join(map(str, numbers))
        yield f"parts: read {declared - len(numbers)} of {declared}, missing: {named}"


def _left_out(page: Page) -> str:
    title = _article_of(page).title
    return f"parts: part {page.part} is of another story and was left out: {title[:80]}"


def _article_of(page: Page) -> Article:
    if page.article is None:
        raise ValueError(f"this page is no article but {page.reason}")
    return page.article


def _count(lines: Sequence[str]) -> str:
    return "1 paragraph" if len(lines) == 1 else f"{len(lines)} paragraphs"


def _order(page: Page) -> int:
    return page.part


def _letters(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold() or text
