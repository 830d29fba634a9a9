"""One article, one row: twins of an address, redirects, and canonical links that lie."""

from collections.abc import Iterator

import pytest

from crawler.newsroom.faults import Fault
from crawler.newsroom.server import Newsroom
from tests.crawling.conftest import Desk
from tests.crawling.tiny import STORIES, describe, host_of, target_of, tiny_site

FIRST, SECOND = STORIES[:2]


def page(case: str, canonical: str) -> bytes:
    words = "<p>Warga berkumpul di balai desa untuk membahas panen, jalan dan pasar.</p>" * 9
    return (
        f'<html><head><link rel="canonical" href="https://{host_of(case)}{canonical}"></head>'
        f"<body><h1>Panen raya padi</h1><main>{words}</main></body></html>"
    ).encode()


@pytest.fixture(scope="module")
def night(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    cases = ("moved", "linked", "lying", "twins", "foreign", "plain")
    with Newsroom([tiny_site(case) for case in cases]) as newsroom:
        desk = Desk(folder=tmp_path_factory.mktemp("identity"), newsroom=newsroom)
        for case in cases:
            more = 'identity = "address"' if case == "lying" else ""
            file = describe(desk.outlets_folder, case, more=more)
            if case == "plain":
                file.write_text(file.read_text().replace("https://", "http://"))
        first, second = target_of(FIRST), target_of(SECOND)
        location = (("Location", second),)
        newsroom.faults.add(
            Fault(host=host_of("moved"), target=first, status=301, headers=location)
        )
        for case in ("linked", "lying"):
            body = page(case, second)
            newsroom.faults.add(Fault(host=host_of(case), target=first, body=body))
        elsewhere = page("other", first)
        newsroom.faults.add(Fault(host=host_of("foreign"), target=first, body=elsewhere))
        twins = "".join(
            f'<a href="{first}{form}">x</a>'
            for form in ("", "?utm_source=wa", "?ref=home", "/", "?page=2", "#a")
        )
        newsroom.faults.add(Fault(host=host_of("twins"), target="/", body=twins.encode()))
        desk.configure(outlets_folder=str(desk.outlets_folder))
        desk.crawl(*cases)
        yield desk


def articles(desk: Desk, case: str) -> set[str]:
    rows = desk.query("SELECT url FROM articles WHERE outlet = ?", case)
    return {url.removeprefix(f"https://{host_of(case)}/berita/") for (url,) in rows}


@pytest.mark.parametrize("case", ["moved", "linked"])
def test_an_address_that_leads_to_another_article_is_its_twin(night: Desk, case: str) -> None:
    assert articles(night, case) == set(STORIES[1:])
    url = f"https://{host_of(case)}{target_of(FIRST)}"
    assert night.query("SELECT state, reason FROM addresses WHERE url = ?", url) == [
        ("stored", "twin")
    ]


def test_an_outlet_whose_canonical_links_lie_keeps_each_address_apart(night: Desk) -> None:
    assert articles(night, "lying") == set(STORIES)


def test_a_canonical_link_to_another_site_is_not_believed(night: Desk) -> None:
    assert articles(night, "foreign") == set(STORIES)


def test_the_twins_of_an_address_are_asked_for_once(night: Desk) -> None:
    asked = [each.target for each in night.asked(host_of("twins"))]
    assert [target for target in asked if target.startswith("/berita")] == [target_of(FIRST)]
    assert articles(night, "twins") == {FIRST}


def test_an_outlet_without_https_is_kept_under_addresses_that_people_can_follow(
    night: Desk,
) -> None:
    expected = sorted((f"http://{host_of('plain')}{target_of(slug)}", None) for slug in STORIES)
    assert expected == night.query(
        "SELECT articles.url, reason FROM articles JOIN addresses USING (url)"
        " WHERE articles.outlet = 'plain' ORDER BY url"
    )
    assert night.query("SELECT count(*) FROM addresses WHERE outlet = 'plain'") == [
        (len(expected),)
    ]
