"""How much of a story's text is found, and what else is taken for it: ours and other extractors."""

import re
import warnings
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from statistics import fmean

import trafilatura
from lxml import html

from benchmarks.pages import RecordedPage, of_unknown_make, record_pages, without_rules
from benchmarks.spread import Spread
from benchmarks.table import Row, Table
from crawler.extraction.headline import letters
from crawler.extraction.page import read_page
from crawler.extraction.tree import text_of

Extractor = Callable[[RecordedPage], str]
_CONFIGURED = "configured outlets"
_WORD = re.compile(r"\w+")
_RUN = 4
"""Words: a run of so many is right only in its place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quality:
    """Means over pages, by runs of four words: 1 is all of the story and nothing else."""

    extractor: str
    precision: float
    recall: float
    f1: float
    leaked: int
    """Lines that the author never wrote, over all pages."""
    empty: int
    """Pages without any text."""


def extractors() -> Mapping[str, Extractor]:
    """Piagam, trafilatura, and of the optional ones those that are installed."""
    always: dict[str, Extractor] = {"piagam": by_piagam, "trafilatura": by_trafilatura}
    further = {each.module: each.extract for each in _OPTIONAL if find_spec(each.module)}
    return always | further


def not_installed() -> tuple[str, ...]:
    """A line that names the optional extractors that are not here; none where all are."""
    missing = [each.package for each in _OPTIONAL if not find_spec(each.module)]
    if not missing:
        return ()
    return (f"not measured, for they are not in .venv: {', '.join(missing)}",)


def measure_all() -> dict[str, tuple[Quality, ...]]:
    """Every extractor on the newsroom's pages: with rules, without, and of unknown make."""
    pages = record_pages()
    makes = {
        _CONFIGURED: pages,
        "no rules": without_rules(pages),
        "unknown make": of_unknown_make(pages),
    }
    known = extractors().items()
    return {make: tuple(measure(each, *one) for one in known) for make, each in makes.items()}


def table(qualities: Mapping[str, Sequence[Quality]]) -> Table:
    """F1 and foreign lines; ours may not be worse than trafilatura's, nor foreign with rules."""
    rows: list[Row] = []
    for make, measured in qualities.items():
        peer = next(each for each in measured if each.extractor == "trafilatura")
        for each in measured:
            is_ours = each is measured[0]
            name = f"{make}, {each.extractor}"
            rows += (
                Row(
                    name=f"{name}: F1",
                    spread=Spread.of([each.f1]),
                    unit="",
                    at_least=peer.f1 if is_ours else None,
                ),
                Row(
                    name=f"{name}: foreign lines",
                    spread=Spread.of([each.leaked]),
                    unit="",
                    at_most=0 if is_ours and make == _CONFIGURED else None,
                ),
            )
    return Table(
        title="text of the newsroom's pages by runs of four words, beside what authors wrote",
        rows=tuple(rows),
        notes=not_installed(),
    )


def measure(pages: Sequence[RecordedPage], name: str, extractor: Extractor) -> Quality:
    """What `extractor` makes of the pages, held against what their authors wrote."""
    found = [(extractor(page), page.written) for page in pages]
    scores = [_score(text, "\n".join(written)) for text, written in found]
    return Quality(
        extractor=name,
        precision=fmean(precision for precision, _ in scores),
        recall=fmean(recall for _, recall in scores),
        f1=fmean(_f1(precision, recall) for precision, recall in scores),
        leaked=sum(len(leaked_lines(text, written)) for text, written in found),
        empty=sum(not text for text, _ in found),
    )


def leaked_lines(text: str, written: Sequence[str]) -> list[str]:
    """The lines of `text` that stand nowhere in what was written, whatever their signs."""
    known = letters("".join(written))
    return [line for line in text.split("\n") if letters(line) not in known]


def by_piagam(page: RecordedPage) -> str:
    """The text that would be stored, empty where the page is taken for no article."""
    read = read_page(page.body, outlet=page.outlet, url=page.url, rules=page.rules)
    return read.article.text if read.article is not None else ""


def by_trafilatura(page: RecordedPage) -> str:
    """As anybody calls it first."""
    return trafilatura.extract(page.body) or ""


def _by_readability(page: RecordedPage) -> str:
    document = import_module("readability").Document(page.body.decode(errors="replace"))
    summary = html.fromstring(document.summary(html_partial=True))
    return "\n".join(map(text_of, summary.iter("p", "li", "h2", "h3")))


def _by_newspaper(page: RecordedPage) -> str:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that a part of it, which nothing here needs, is missing
        newspaper = import_module("newspaper")
    article = newspaper.Article(url=page.url, language="id", fetch_images=False)
    article.download(input_html=page.body.decode(errors="replace"))
    article.parse()
    return "\n".join(line for line in article.text.split("\n") if line)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Optional:
    """An extractor that is measured where somebody has installed it; no part of the lock."""

    package: str
    """As it is installed."""
    module: str
    extract: Extractor


_OPTIONAL = (
    _Optional(package="newspaper4k", module="newspaper", extract=_by_newspaper),
    _Optional(package="readability-lxml", module="readability", extract=_by_readability),
)


def _score(text: str, written: str) -> tuple[float, float]:
    found, told = _runs(text), _runs(written)
    right = (found & told).total()
    return right / max(found.total(), 1), right / max(told.total(), 1)


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _runs(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text.casefold())
    last = max(len(words) - _RUN + 1, min(len(words), 1))
    return Counter(tuple(words[at : at + _RUN]) for at in range(last))
