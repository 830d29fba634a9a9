"""`piagam read` of web pages: fetched as politely as by a crawl, known by their address."""

import json
import urllib.request
from collections.abc import Iterator

import pytest

from crawler.newsroom import portal, tribun
from crawler.newsroom.faults import Fault
from crawler.newsroom.server import Newsroom
from crawler.newsroom.stories import Story
from tests.cli.console import Console
from tests.cli.documents import read_json


@pytest.fixture(scope="module")
def newsroom() -> Iterator[Newsroom]:
    with Newsroom() as running:
        yield running


def page(newsroom: Newsroom, host: str, path: str) -> str:
    """The URL of a page of the newsroom, as the world knows it."""
    assert host in {site.host for site in newsroom.sites}
    return f"https://{host}{path}"


def award_of(newsroom: Newsroom, name: str) -> Story:
    """The first award story of a site, one page long."""
    (site,) = [each for each in newsroom.sites if each.name == name]
    return next(each for each in site.stories if each.claims and "=== page" not in each.body)


def use(console: Console, newsroom: Newsroom) -> None:
    """Let the configuration read the newsroom in place of the network."""
    console.configure(
        crawl="delay = 0",
        newsroom=f'address = "{newsroom.address}"\ntoday = {newsroom.today}',
    )


@pytest.mark.parametrize("given", ["--url", "canonical link"])
def test_the_outlet_of_a_page_is_known_by_its_address(
    console: Console, newsroom: Newsroom, given: str
) -> None:
    story = award_of(newsroom, "tribun-jateng")
    url = page(newsroom, "jateng.tribunnews.com", tribun.address(story))
    use(console, newsroom)
    fetched = console.spawn("read", "--format", "jsonl", url)
    html = fetch(newsroom, "jateng.tribunnews.com", tribun.address(story))
    console.write("page", html)
    chosen = ["--url", url] if given == "--url" else []
    (document,) = read_json(console, *chosen, "page")
    assert (fetched.code, fetched.err) == (0, "")
    assert {**json.loads(fetched.out), "file": "page"} == document
    assert document["title"] == story.title
    assert document["claims"][0]["recipient"] == story.claims[0].recipient
    assert "Baca juga" not in document["text"]


def fetch(newsroom: Newsroom, host: str, path: str) -> bytes:
    """One page, by the Host header."""
    request = urllib.request.Request(
        f"http://{newsroom.address}{path}", headers={"Host": host, "User-Agent": "Mozilla/5.0"}
    )
    with urllib.request.urlopen(request, timeout=30) as response:  # noqa: S310 - loopback, above
        return bytes(response.read())


def test_a_web_page_is_fetched_as_politely_as_by_a_crawl(
    console: Console, newsroom: Newsroom
) -> None:
    host, story = "news.wartablora.com", award_of(newsroom, "wartablora")
    use(console, newsroom)
    newsroom.forget_requests()
    said = console.spawn("read", "--format", "jsonl", page(newsroom, host, portal.address(story)))
    assert (said.code, said.err) == (0, "")
    assert json.loads(said.out)["title"] == story.title
    asked = [each.target for each in newsroom.requests]
    assert asked == ["/robots.txt", portal.address(story)]
    assert all("+redaksi@example.id" in each.user_agent for each in newsroom.requests)


ONE_BY_ONE = Fault(target="*page=all", status=404)
LOST = Fault(target="*?page=2", status=410)


@pytest.mark.parametrize("faults", [[], [ONE_BY_ONE], [ONE_BY_ONE, LOST]])
def test_the_parts_of_a_story_are_joined_as_by_a_crawl(
    console: Console, faults: list[Fault]
) -> None:
    with Newsroom() as newsroom:
        (site,) = [each for each in newsroom.sites if each.name == "tribun-jateng"]
        story = next(each for each in site.stories if "=== page" in each.body)
        first, *others = [max(part.splitlines(), key=len)[-40:] for part in _parts(story)]
        url = page(newsroom, site.host, tribun.address(story))
        for fault in faults:
            newsroom.faults.add(fault)
        use(console, newsroom)
        said = console.spawn("read", "--format", "jsonl", url)
    document = json.loads(said.out)
    assert first in document["text"]
    assert (others[0] in document["text"]) is (LOST not in faults)
    assert all(line in document["text"] for line in others[1:])
    lost = [f"piagam: {url}: its part {url}?page=2: the server answered 410"]
    assert (said.code, said.complaints) == ((1, lost) if LOST in faults else (0, []))


def _parts(story: Story) -> list[str]:
    return story.body.split("=== page ===")


def test_a_web_page_that_cannot_be_had_is_one_line_and_the_others_are_read(
    console: Console,
) -> None:
    with Newsroom() as newsroom:
        story = award_of(newsroom, "wartablora")
        good = page(newsroom, "news.wartablora.com", portal.address(story))
        closed = page(newsroom, "klikjateng.id", "/berita")
        gone = page(newsroom, "news.wartablora.com", "/pemerintahan/tidak-ada-SNZUm3mp-1")
        newsroom.faults.add(Fault(host="klikjateng.id", target="/robots.txt", status=500))
        use(console, newsroom)
        said = console.spawn("read", "--format", "jsonl", closed, gone, good)
        asked = [each for each in newsroom.requests if each.host == "klikjateng.id"]
    assert said.code == 1
    assert said.complaints == [
        f"piagam: {closed}: https://klikjateng.id/robots.txt answered 500; nothing was fetched",
        f"piagam: {gone}: the server answered 404",
    ]
    assert [json.loads(line)["file"] for line in said.out.splitlines()] == [good]
    assert [each.target for each in asked] == ["/robots.txt"]


def test_a_web_page_needs_a_configuration_because_the_user_agent_names_a_contact(
    console: Console,
) -> None:
    said = console.run("read", "https://klikjateng.id/berita")
    assert said.code == 1
    assert said.complaints == ["piagam: piagam.toml: no such file; `piagam init` writes one"]
