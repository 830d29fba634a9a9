"""Where the site stands that a person names by any of its pages."""

import pytest

from crawler.extraction.tree import parse_page
from spiders.site_address import folder_of_site, page_named

ORIGIN = "https://kabkarang.example"
REST = "<link rel='https://api.w.org/' href='{}'>"
FEED = "<link rel='alternate' type='application/rss+xml' href='{}'>"


@pytest.mark.parametrize(
    ("typed", "page"),
    [
        (f"{ORIGIN}/", None),
        ("kabkarang.example", None),
        ("kabkarang.example/berita", f"{ORIGIN}/berita"),
        (f"{ORIGIN}/berita/2026/a-b/?p=1", f"{ORIGIN}/berita/2026/a-b/"),
    ],
)
def test_a_page_was_named_where_more_than_the_home_page_was_typed(
    typed: str, page: str | None
) -> None:
    assert page_named(typed, f"{ORIGIN}/") == page


@pytest.mark.parametrize(
    ("links", "folder"),
    [
        (REST.format("/berita/wp-json/"), "/berita/"),
        (REST.format("/berita/index.php?rest_route=/"), "/berita/"),
        (
            FEED.format("/berita/?feed=rss2") + FEED.format("/berita/?feed=comments-rss2"),
            "/berita/",
        ),
        (FEED.format("/berita/feed/") + FEED.format("/berita/kesehatan/feed/"), "/berita/"),
        (REST.format("/wp-json/") + FEED.format("/berita/feed/"), "/"),
        (FEED.format("/feed/") + FEED.format("/berita/feed/"), "/"),
        (FEED.format("/berita/comments/feed/"), "/"),
        (REST.format("/lain/wp-json/"), "/"),
        (REST.format("https://lain.example/berita/wp-json/"), "/"),
        (FEED.format("/berita?format=feed&type=rss"), "/"),
        ("", "/"),
    ],
)
def test_a_wordpress_says_in_which_folder_it_stands(links: str, folder: str) -> None:
    url = f"{ORIGIN}/berita/kesehatan/posyandu-baru/"
    document = parse_page(f"<head>{links}</head><p>Berita".encode(), url=url)

    assert folder_of_site(document, url) == folder
