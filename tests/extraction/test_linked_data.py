"""JSON-LD is read in every shape that outlets write it."""

import json

import pytest

from crawler.extraction.linked_data import LinkedData, read_linked_data
from crawler.extraction.tree import parse_page

NODE = {
    "@type": "NewsArticle",
    "headline": "Blora &amp; Batang",
    "datePublished": "2024-12-02T23:06:00+07:00",
    "author": [{"@type": "Person", "name": "Budi"}, {"@type": "Person", "name": "Ani"}],
    "editor": {"name": "Murti"},
    "articleSection": ["Pantura"],
    "keywords": "Blora, Batang",
    "image": [{"@type": "ImageObject", "url": "https://a.id/x.jpg"}],
}


def read(*blocks: str) -> LinkedData:
    scripts = "".join(f'<script type="application/ld+json">{each}</script>' for each in blocks)
    return read_linked_data(parse_page(f"<html>{scripts}</html>".encode(), url=""))


@pytest.mark.parametrize(
    "block",
    [
        json.dumps(NODE),
        json.dumps([{"@type": "WebSite"}, NODE]),
        json.dumps({"@graph": [{"@type": "BreadcrumbList"}, NODE]}),
        json.dumps({"@type": "WebPage", "mainEntity": NODE}),
        json.dumps({**NODE, "@type": ["Thing", "https://schema.org/NewsArticle"]}),
        "<!--//\n" + json.dumps(NODE) + "\n-->",
        "//<![CDATA[\n" + json.dumps(NODE) + "\n//]]>",
        json.dumps(NODE)[:-1] + ",}",
    ],
)
def test_the_article_is_found_in_any_wrapping(block: str) -> None:
    linked = read(block)
    assert linked.articles == 1
    assert linked.headline == "Blora & Batang"
    assert linked.published == "2024-12-02T23:06:00+07:00"
    assert linked.authors == ("Budi", "Ani")
    assert linked.editor == "Murti"
    assert linked.section == "Pantura"
    assert linked.keywords == ("Blora", "Batang")
    assert linked.image == "https://a.id/x.jpg"


def test_broken_json_still_gives_its_headline_and_date() -> None:
    linked = read('{"@type":"NewsArticle","headline":"Nilai "A" lagi","datePublished":"2024-12-02"')
    assert linked.articles == 1
    assert linked.headline == "Nilai"
    assert linked.published == "2024-12-02"


def test_a_raw_line_break_in_a_string_is_no_error() -> None:
    assert read('{"@type":"NewsArticle","headline":"Nilai\ntinggi"}').headline == "Nilai tinggi"


def test_a_second_block_is_read_when_the_first_is_broken() -> None:
    assert read("{", json.dumps(NODE)).headline == "Blora & Batang"


def test_a_collection_is_called_a_listing() -> None:
    linked = read(json.dumps({"@type": "CollectionPage"}))
    assert linked.is_listing
    assert linked.articles == 0


@pytest.mark.parametrize(
    "block", ["", "null", "[[" * 50_000, '{"@graph":' * 50_000, '{"@type":5,"author":{"name":[]}}']
)
def test_nonsense_is_no_article(block: str) -> None:
    assert read(block).articles == 0


def test_a_block_that_is_whole_is_not_mended() -> None:
    title = "Tanda --> dan ,] di judul"
    assert read(json.dumps(NODE | {"headline": title})).headline == title
