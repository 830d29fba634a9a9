"""A WordPress that nobody has seen: `outlets probe`, then `crawl`, and every story is whole."""

import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import date, datetime
from pathlib import Path

import pytest

from crawler.extraction.addresses import canonical_url
from crawler.newsroom.server import Newsroom
from tests.crawling.blogs import POSTS, Blog, blog_site
from tests.crawling.conftest import Desk
from tests.crawling.strange_blogs import DAY_NAME, FOLDER, IN_FOLDERS, STRANGE

TODAY = date(2026, 11, 20)


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[Callable[[Blog], Desk]]:
    """Opens a newsroom that plays one blog, and an operator's folder that knows nothing of it."""
    with ExitStack() as rooms:

        def opened(blog: Blog) -> Desk:
            newsroom = rooms.enter_context(Newsroom([blog_site(blog)], today=TODAY))
            desk = Desk(folder=tmp_path, newsroom=newsroom)
            desk.configure(outlets=[])
            return desk

        yield opened


def cases() -> list[object]:
    quick = {DAY_NAME.name, FOLDER.name}
    return [
        pytest.param(blog, id=blog.name, marks=[] if blog.name in quick else [pytest.mark.heavy])
        for blog in (*STRANGE, *IN_FOLDERS)
    ]


@pytest.mark.parametrize("blog", cases())
def test_a_probe_and_a_crawl_read_every_story_whole_and_leak_nothing(
    blog: Blog, desks: Callable[[Blog], Desk]
) -> None:
    desk = desks(blog)

    said = desk.piagam("outlets", "probe", f"{blog.host}{blog.folder}")
    crawled = desk.crawl(f"{blog.name}-example")

    assert (said.returncode, said.stderr) == (0, "")
    assert "no lines that look like no part of a story" in said.stdout
    assert crawled.code == 0
    rows = desk.query("SELECT url, title, text, published FROM articles ORDER BY published DESC")
    told = {url: (title, text.split("\n")) for url, title, text, _ in rows}
    assert told == {
        canonical_url(blog.url(post)): (post.title, list(post.paragraphs)) for post in POSTS
    }
    assert [datetime.fromisoformat(row[3]) for row in rows] == [post.at for post in POSTS]


def test_a_report_tells_all_that_was_found(desks: Callable[[Blog], Desk]) -> None:
    desk = desks(DAY_NAME)

    said = desk.piagam(
        "outlets", "probe", f"{DAY_NAME.home}2026/11/13/any-page/", "--json", "--dry-run"
    )

    told = json.loads(said.stdout)
    assert (told["family"], told["why"]) == ("wordpress", "its home page shows WordPress")
    assert told["robots"] == {"there": True, "closed": ["/wp-admin/"]}
    assert (told["crawl_delay"], told["challenges"], told["json_ld"]) == (None, 0, 0)
    sources = {each["kind"]: each for each in told["sources"]}
    assert sources["wordpress-rest"]["problem"] == "answered 401"
    assert (sources["rss"]["found"], sources["rss"]["paging"]) == (5, "page 2 lists 5 others")
    assert told["dates"] == [
        {"source": "visible", "example": "· 13/11/2026 09:15 WIB", "pages": told["articles"]}
    ]
    assert told["dated_by_list"] == 0
    assert told["fields"]["published"] == told["articles"] == 5
    assert told["written"] == []
    assert not desk.outlets_folder.exists()
