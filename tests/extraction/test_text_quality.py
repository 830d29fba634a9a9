"""What is read from the newsroom's pages is what their authors wrote, known make or not."""

import sys
from collections.abc import Sequence
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

import pytest

from benchmarks.pages import RecordedPage, of_unknown_make, record_pages, without_rules
from benchmarks.text_quality import (
    Quality,
    by_piagam,
    by_trafilatura,
    extractors,
    leaked_lines,
    measure,
    not_installed,
)
from crawler.extraction.body import BodySource, find_body
from crawler.extraction.rules import ArticleRules
from crawler.extraction.tree import parse_page
from crawler.newsroom.stories import StoryKind

_READABILITY = """
class Document:
    def __init__(self, page):
        self.page = page
    def summary(self, html_partial):
        return self.page
"""
_NEWSPAPER = """
import re, warnings
warnings.warn("a part is missing")
class Article:
    def __init__(self, url, language, fetch_images):
        assert (language, fetch_images) == ("id", False)
    def download(self, input_html):
        self.page = input_html
    def parse(self):
        self.text = "\\n\\n".join(re.findall("<p>(.*?)</p>", self.page))
"""
"""As much of either package as is called."""
_PARAGRAPH = "Warga Desa Ngadirojo menata tepi sungai bersama perangkat desa sejak Senin pagi."


@pytest.fixture(scope="module")
def pages() -> tuple[RecordedPage, ...]:
    return record_pages()


def read(pages: Sequence[RecordedPage]) -> Quality:
    return measure(pages, "piagam", by_piagam)


def test_pages_of_configured_outlets_give_all_of_the_story_and_nothing_else(
    pages: tuple[RecordedPage, ...],
) -> None:
    assert all(page.written for page in pages)
    found = read(pages)
    assert (found.precision, found.recall, found.leaked, found.empty) == (1.0, 1.0, 0, 0)


def test_pages_without_rules_are_known_by_their_family(pages: tuple[RecordedPage, ...]) -> None:
    found = read(without_rules(pages))
    assert (found.precision, found.recall, found.leaked, found.empty) == (1.0, 1.0, 0, 0)


def test_pages_of_unknown_make_are_read_better_than_by_trafilatura(
    pages: tuple[RecordedPage, ...],
) -> None:
    unknown = of_unknown_make(pages)
    found = read(unknown)
    assert found.f1 >= 0.99
    assert found.leaked <= 32
    assert found.empty == 0
    peer = measure(unknown, "trafilatura", by_trafilatura)
    assert found.f1 > peer.f1
    assert found.leaked < peer.leaked


def test_the_figures_tell_of_missing_and_foreign_text(pages: tuple[RecordedPage, ...]) -> None:
    page = pages[0]
    half = replace(page, written=page.written[: len(page.written) // 2])
    more = replace(page, written=(*page.written, "Sebuah alinea yang tidak ada di halaman itu."))
    assert read([half]).precision < 1.0 == read([half]).recall
    assert read([half]).leaked == len(page.written) - len(half.written)
    assert read([more]).recall < 1.0 == read([more]).precision
    assert leaked_lines("Baca juga\n- " + page.written[0], page.written) == ["Baca juga"]


def test_a_page_that_is_no_article_counts_as_empty() -> None:
    page = RecordedPage(
        outlet="a", url="https://a.id/", body=b"", rules=ArticleRules(), kind=StoryKind.ORDINARY
    )
    found = read([replace(page, written=("Kabar.",))])
    assert (found.empty, found.recall, found.f1) == (1, 0.0, 0.0)


def test_piagam_and_trafilatura_are_always_measured() -> None:
    assert list(extractors())[:2] == ["piagam", "trafilatura"]


@pytest.mark.parametrize(
    ("module", "package", "code"),
    [
        ("readability", "readability-lxml", _READABILITY),
        ("newspaper", "newspaper4k", _NEWSPAPER),
    ],
)
def test_an_optional_extractor_is_named_until_it_is_installed_and_then_measured(
    module: str, package: str, code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if find_spec(module):
        pytest.skip(f"{package} is installed here")
    assert package in not_installed()[0]
    assert module not in extractors()
    (tmp_path / f"{module}.py").write_text(code)
    monkeypatch.syspath_prepend(tmp_path)
    assert package not in "".join(not_installed())
    body = f"<div><p>{_PARAGRAPH}</p><p>Kedua.</p></div>".encode()
    page = RecordedPage(
        outlet="a", url="https://a.id/", body=body, rules=ArticleRules(), kind=StoryKind.ORDINARY
    )
    told = replace(page, written=(_PARAGRAPH, "Kedua."))
    assert measure([told], module, extractors()[module]).f1 == 1.0
    monkeypatch.delitem(sys.modules, module)


_BLOCK = "".join(f"<p>{_PARAGRAPH} Ke-{number}.</p>" for number in range(3))
_TOLD = [f"{_PARAGRAPH} Ke-{number}." for number in range(3)]


@pytest.mark.parametrize(
    "around",
    ["", "<ul><li>Beranda</li><li>Kontak</li></ul>", f"<aside><p>{_PARAGRAPH}</p></aside>"],
)
def test_one_block_of_paragraphs_is_the_story_of_an_unknown_page(around: str) -> None:
    body = f"<body>{around}<div><div>{_BLOCK}</div></div></body>".encode()
    found = find_body(parse_page(body, url=""), ArticleRules())
    assert found.source is BodySource.GUESS
    assert [line.text for line in found.lines] == _TOLD


def test_a_block_that_also_holds_the_menu_is_not_taken_whole() -> None:
    menu = "".join(f"<li><a href='/{name}'>Kanal {name}</a></li>" for name in range(12))
    body = f"<body><ul>{menu}</ul>{_BLOCK}<ul>{menu}</ul></body>".encode()
    found = find_body(parse_page(body, url=""), ArticleRules())
    assert [line.text for line in found.lines] == _TOLD
