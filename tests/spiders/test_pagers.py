"""Where a list goes on: page links of the same list, and words where there are none."""

from urllib.parse import urljoin

import pytest
from lxml import html

from spiders.pagers import next_page

HOME = "https://kabkota.example/"
CASES = {
    "query": (HOME, '<a href="/?page=3">3</a><a href="?page=2">2</a>', f"{HOME}?page=2"),
    "path": (HOME, '<a href="/page/2/">Older</a>', f"{HOME}page/2/"),
    "in Indonesian": (f"{HOME}berita", '<a href="/berita/halaman/2">›</a>', "berita/halaman/2"),
    "another key of the query stays": (
        f"{HOME}?kanal=kota&page=2",
        '<a href="?kanal=desa&page=3">3</a><a href="?kanal=kota&page=4">4</a>'
        '<a href="?page=3&kanal=kota">3</a>',
        "?page=3&kanal=kota",
    ),
    "entries are counted": (
        f"{HOME}b",
        '<a href="?start=20">3</a><a href="?start=10">2</a>',
        "b?start=10",
    ),
    "with and without www": (
        HOME,
        '<a href="https://www.kabkota.example/page/2">2</a>',
        "https://www.kabkota.example/page/2",
    ),
    "the last page": (f"{HOME}?page=3", '<a href="/?page=1">1</a><a href="?page=2">2</a>', None),
    "the first page by its number": (HOME, '<a href="/?page=1">1</a><a href="/">Beranda</a>', None),
    "pager of another list": (HOME, '<a href="/berita?page=2">Selanjutnya »</a>', "berita?page=2"),
    "its words only, no page": (HOME, '<a href="/berita/lurah-dilantik">Selanjutnya</a>', None),
    "list of all": (HOME, '<a href="/b/a-b">A</a><a href="/berita">Berita Lainnya »</a>', "berita"),
    "from a later page no other list": (f"{HOME}berita?page=9", '<a href="/arsip">Arsip</a>', None),
    "a list of itself": (HOME, '<a href="/">Semua Berita</a>', None),
    "another host": (HOME, '<a href="https://lain.example/berita">Indeks</a>', None),
    "a story that is called like a list": (
        HOME,
        '<a href="/x">Arsip Blora dibakar warga</a>',
        None,
    ),
    "no number": (HOME, '<a href="/?page=dua">2</a><a href="?page=²">2</a>', None),
    "a story's number": (HOME, '<a href="/?p=2">2</a>', None),
    "broken": (HOME, '<a href="http://[x">2</a><a>2</a>', None),
}
"""The list's address, what stands on the page, and where it goes on."""


@pytest.mark.parametrize("case", CASES)
def test_the_next_page_is_found_without_a_selector(case: str) -> None:
    url, links, expected = CASES[case]
    found = next_page(html.document_fromstring(f"<html><body>{links}<p>-</p></body></html>"), url)
    assert found == (None if expected is None else urljoin(HOME, expected))
