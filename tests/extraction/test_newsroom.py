"""Every story of the bundled newsroom, fetched over HTTP, reads as its author wrote it."""

from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest

import spiders
from crawler.extraction.joining import join_parts
from crawler.extraction.page import Page, PageKind, read_page
from crawler.extraction.rules import ArticleRules
from crawler.extraction.spacing import squeeze
from crawler.newsroom import portal, tribun, wordpress_posts
from crawler.newsroom.body import BlockKind, parts_of
from crawler.newsroom.server import Newsroom
from crawler.newsroom.stories import Story
from spiders.outlet import load_outlet
from storage.records import Article

ADDRESSES = {
    tribun.HOST: ("tribun-jateng", tribun.address),
    wordpress_posts.HOST: ("klikjateng", wordpress_posts.address),
    portal.HOST: ("wartablora", portal.address),
}
AGENT = "Mozilla/5.0 (compatible; Piagam/0.1; +https://example.org/piagam)"


@pytest.fixture(scope="module")
def newsroom() -> Iterator[Newsroom]:
    with Newsroom() as running:
        yield running


def fetch(newsroom: Newsroom, url: str, rules: ArticleRules) -> Page:
    address = urlsplit(url)
    connection = HTTPConnection(newsroom.address, timeout=20)
    target = address.path + (f"?{address.query}" if address.query else "")
    connection.request("GET", target, headers={"Host": address.netloc, "User-Agent": AGENT})
    body = connection.getresponse().read()
    connection.close()
    return read_page(body, outlet="", url=url, rules=rules)


def stories(newsroom: Newsroom, host: str) -> Iterator[tuple[Story, str]]:
    (site,) = [each for each in newsroom.sites if each.host == host]
    for story in site.stories:
        yield story, f"https://{host}{ADDRESSES[host][1](story)}"


def rules_of(host: str) -> ArticleRules:
    folder = Path(spiders.__file__).parent / "outlets"
    return load_outlet(folder / f"{ADDRESSES[host][0]}.toml").rules


def written(story: Story) -> list[str]:
    blocks = [block for part in parts_of(story.body) for block in part]
    return [
        f"- {squeeze(line)}" if block.kind is BlockKind.BULLETS else squeeze(block.text)
        for block in blocks
        for line in (block.lines if block.kind is BlockKind.BULLETS else (block.text,))
    ]


def whole_article(newsroom: Newsroom, url: str, rules: ArticleRules) -> Article:
    first = fetch(newsroom, url, rules)
    assert first.kind is PageKind.ARTICLE, (url, first.reason)
    parts = [first, *(fetch(newsroom, link, rules) for link in first.part_links)]
    article = join_parts(parts).article
    assert article is not None
    return article


@pytest.mark.parametrize("knows", ["its rules", "no rules"])
@pytest.mark.parametrize("host", sorted(ADDRESSES))
def test_text_title_date_and_place_are_those_of_the_story(
    newsroom: Newsroom, host: str, knows: str
) -> None:
    rules = rules_of(host) if knows == "its rules" else ArticleRules()
    for story, url in stories(newsroom, host):
        article = whole_article(newsroom, url, rules)
        assert article.text.split("\n") == written(story), url
        assert article.title == squeeze(story.title), url
        assert article.published == story.published, url
        assert (article.dateline or "").casefold() == (story.city or "").casefold(), url
        assert set(article.authors) == set(story.authors), url
        assert article.warnings == (), url


@pytest.mark.parametrize("host", sorted(ADDRESSES))
def test_caption_and_credit_are_kept_apart(newsroom: Newsroom, host: str) -> None:
    rules = rules_of(host)
    for story, url in stories(newsroom, host):
        article = whole_article(newsroom, url, rules)
        assert article.caption == story.caption, url
        assert (article.photo_credit or "").casefold() == (story.photo_credit or "").casefold(), url


@pytest.mark.parametrize("knows", ["its rules", "no rules"])
@pytest.mark.parametrize(
    "url",
    [
        "https://jateng.tribunnews.com/",
        "https://jateng.tribunnews.com/index-news?date=2024-12-03",
        "https://jateng.tribunnews.com/topic/berita-jateng",
        "https://jateng.tribunnews.com/tag/ombudsman",
        "https://jateng.tribunnews.com/semarang",
        "https://klikjateng.id/",
        "https://klikjateng.id/category/pemerintahan/",
        "https://klikjateng.id/?s=ombudsman",
        "https://klikjateng.id/redaksi",
        "https://news.wartablora.com/",
        "https://news.wartablora.com/pemerintahan",
        "https://news.wartablora.com/tidak-ada",
    ],
)
def test_a_page_that_is_no_story_is_no_article(newsroom: Newsroom, url: str, knows: str) -> None:
    host = urlsplit(url).netloc
    rules = rules_of(host) if knows == "its rules" else ArticleRules()
    assert fetch(newsroom, url, rules).article is None
