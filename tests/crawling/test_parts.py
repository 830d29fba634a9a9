"""Stories told over several pages, crawled for real: joined, checked, and honest about gaps."""

import re
from collections.abc import Iterator

import pytest

from crawler.newsroom.faults import Fault
from crawler.newsroom.server import Newsroom
from crawler.newsroom.site import Answer, Site, Visit
from tests.crawling.conftest import Desk
from tests.crawling.tiny import describe, host_of

TOPICS = ("panen", "jalan", "pasar", "irigasi", "pupuk", "hujan", "benih", "air", "listrik")
LINES = tuple(
    f"Pada hari ke-{day} warga membahas {topic} bersama perangkat desa, pengurus kelompok tani dan"
    f" tokoh masyarakat di balai pertemuan, lalu sepakat bertemu lagi soal {topic} pekan depan."
    for day, topic in enumerate(TOPICS, start=1)
)
BY_NUMBER = {
    "jendela": [LINES[at : at + 1] for at in range(7)],
    "rantai": [LINES[:3], LINES[3:6], LINES[6:]],
    "ekor": [LINES[:3], LINES[2:5]],
    "hilang": [LINES[:3], LINES[3:6], LINES[6:]],
    "nyasar": [LINES[:3], LINES[3:6]],
    "macet": [LINES[:3], LINES[3:6]],
}
"""Stories by the last word of their address, with the paragraphs of each part."""
WITH_ALL = {"utuh": LINES, "terpotong": LINES[:4]}
"""Stories of three parts, and what the page of all parts shows."""


def slug_of(name: str) -> str:
    return f"warga-desa-bahas-{name}"


def headline(name: str) -> str:
    return f"Warga desa bahas {name}"


def parts_site(name: str) -> Site:
    """A site whose stories have parts: `?page=N`, and `?page=all` where WITH_ALL says so."""
    names = (*WITH_ALL,) if name == "utuh" else (*BY_NUMBER,)

    def home(visit: Visit, match: re.Match[str]) -> Answer:
        links = "".join(f'<li><a href="/berita/{slug_of(each)}">{each}</a></li>' for each in names)
        return Answer(body=f"<title>Beranda</title><ul>{links}</ul>".encode())

    def story(visit: Visit, match: re.Match[str]) -> Answer | None:
        which = match["name"]
        if visit.query.get("page") == "all" and which in WITH_ALL:
            return told(headline(which), WITH_ALL[which], "")
        parts = BY_NUMBER.get(which) or [LINES[:3], LINES[3:6], LINES[6:]]
        if not 1 <= visit.page <= len(parts):
            return None
        title = "Lurah muda dilantik" if (which, visit.page) == ("nyasar", 2) else headline(which)
        return told(title, parts[visit.page - 1], pager(which, visit.page, len(parts)))

    return Site(
        name=name,
        host=host_of(name),
        title=name,
        routes=(("/", home), (r"/berita/warga-desa-bahas-(?P<name>[a-z]+)", story)),
        missing=lambda visit: Answer(status=404, body=b"tidak ada"),
    )


def pager(name: str, number: int, parts: int) -> str:
    """A window of links, the bare next page, or all links with a count."""
    if name == "rantai":
        return f'<link rel="next" href="?page={number + 1}">' if number < parts else ""
    shown = {2, parts} if name == "jendela" else set(range(1, parts + 1))
    links = "".join(f'<a href="?page={each}">{each}</a>' for each in sorted(shown - {number}))
    return f"<div><b>{number} / {parts}</b>{links}</div>"


def told(title: str, lines: tuple[str, ...], more: str) -> Answer:
    body = "".join(f"<p>{line}</p>" for line in lines)
    head = f"<title>{title}</title>{more if more.startswith('<link') else ''}"
    rest = "" if more.startswith("<link") else more
    heading = f"<h1>{title}</h1>"
    return Answer(
        body=f"<html><head>{head}</head><body>{heading}<main>{body}</main>{rest}</body>".encode()
    )


@pytest.fixture(scope="module")
def night(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """One crawl of two outlets; one part answers 404, one 500."""
    with Newsroom([parts_site("bagian"), parts_site("utuh")]) as newsroom:
        desk = Desk(folder=tmp_path_factory.mktemp("parts"), newsroom=newsroom)
        describe(desk.outlets_folder, "bagian")
        path = describe(desk.outlets_folder, "utuh")
        rules = path.read_text().replace("[article]\n", '[article]\nall_pages = "page=all"\n')
        path.write_text(rules)
        newsroom.faults.add(Fault(target=f"*{slug_of('hilang')}?page=2", status=404))
        newsroom.faults.add(Fault(target=f"*{slug_of('macet')}?page=2", status=500))
        desk.configure(outlets_folder=str(desk.outlets_folder))
        desk.crawl("bagian", "utuh")
        yield desk


def article(desk: Desk, name: str) -> tuple[list[str], str, int]:
    """Paragraphs, warnings and parts of a story."""
    ((text, warnings, parts),) = desk.query(
        "SELECT text, warnings, parts FROM articles WHERE url LIKE ?", f"%{slug_of(name)}"
    )
    return text.split("\n"), warnings, parts


def asked(desk: Desk, name: str) -> list[str]:
    return [
        each.target.partition(slug_of(name))[2]
        for each in desk.newsroom.requests
        if slug_of(name) in each.target
    ]


@pytest.mark.parametrize(("name", "parts"), [("jendela", 7), ("rantai", 3), ("ekor", 2)])
def test_every_part_is_read_once_and_joined(night: Desk, name: str, parts: int) -> None:
    lines = [line for part in BY_NUMBER[name] for line in part]
    assert article(night, name) == (list(dict.fromkeys(lines)), "[]", parts)
    assert asked(night, name) == ["", *(f"?page={number}" for number in range(2, parts + 1))]


def test_a_part_that_is_gone_is_named_in_a_warning_and_the_rest_is_kept(night: Desk) -> None:
    lines, warnings, _ = article(night, "hilang")
    assert lines == [*LINES[:3], *LINES[6:]]
    assert "parts: read 2 of 3, missing: 2" in warnings
    assert f"{slug_of('hilang')}?page=2 did not come: http-404" in warnings


def test_a_part_of_another_story_is_not_joined(night: Desk) -> None:
    lines, warnings, _ = article(night, "nyasar")
    assert lines == [*LINES[:3]]
    assert "parts: part 2 is of another story and was left out" in warnings


def test_the_page_of_all_parts_is_one_request_more_and_no_other(night: Desk) -> None:
    assert article(night, "utuh")[:2] == ([*LINES], "[]")
    assert asked(night, "utuh") == ["", "?page=all"]


def test_a_page_of_all_parts_that_breaks_off_is_made_good_by_the_parts(night: Desk) -> None:
    lines, warnings, parts = article(night, "terpotong")
    assert (lines, parts) == ([*LINES], 3)
    assert "parts: the page of all parts lacks 5 paragraphs of the parts" in warnings
    assert asked(night, "terpotong") == ["", "?page=all", "?page=3", "?page=2"]


def test_a_part_that_keeps_failing_costs_nights_but_not_the_story(night: Desk) -> None:
    settled = "SELECT state, reason, tries FROM addresses WHERE url LIKE ?"
    address = f"%{slug_of('macet')}"
    assert night.query(settled, address) == [("failed", "part: http-500", 1)]
    night.crawl("bagian")
    assert night.query(settled, address) == [("failed", "part: http-500", 2)]
    night.crawl("bagian")
    assert night.query(settled, address)[0][0] == "stored"
    lines, warnings, _ = article(night, "macet")
    assert lines == [*LINES[:3]]
    assert f"{slug_of('macet')}?page=2 did not come: http-500" in warnings
