"""`piagam outlets probe` of what is no site, no home page or no guest's business: one line each."""

import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from crawler.newsroom.faults import Cut, Fault, challenge
from crawler.newsroom.server import Newsroom
from crawler.newsroom.site import Site, redirect
from spiders.outlet import load_outlet
from tests.crawling.conftest import Desk
from tests.crawling.tiny import tiny_site

HOME = "https://desa.example/"


def moved_to(location: str) -> Site:
    """A site whose every page has moved."""
    site = tiny_site("desa")
    return replace(site, guard=lambda visit: redirect(location))


def looked_at(folder: Path, site: Site, *faults: Fault, url: str = HOME) -> tuple[int, str, str]:
    """Exit code, output and complaint of one probe, and the target of each request."""
    with Newsroom([site], today=date(2026, 11, 20), faults=faults) as newsroom:
        desk = Desk(folder=folder, newsroom=newsroom)
        desk.configure(outlets=[], timeout=2)
        said = desk.piagam("outlets", "probe", url)
    return said.returncode, said.stdout, said.stderr


TYPED = {
    "nothing": ("", "'' is no web address; write https://…"),
    "words": ("foo bar", "'foo bar' is no web address"),
    "broken brackets": ("http://[::1/", "is no web address"),
    "a mail address": ("mailto:a@b.c", "is no web address"),
    "a file": ("file:///etc/passwd", "is no web address"),
    "a script": ("javascript:alert(1)", "is no web address"),
    "a name and password": ("https://a:b@desa.example/", "is no web address"),
    "a port that is none": ("https://desa.example:99999/", "is no web address"),
    "one word": ("klikjateng", "is no web address"),
    "a private address": ("http://10.0.0.1/", "10.0.0.1 is no public address"),
    "a private address in disguise": ("http://0x7f.1/", "127.0.0.1 is no public address"),
    "forbidden by its terms": (
        "https://jateng.antaranews.com/berita/1/a",
        "antara-jateng is not enabled: its articles forbid automated reading",
    ),
}


@pytest.mark.parametrize("case", TYPED)
def test_what_cannot_be_probed_is_one_line_and_no_request(case: str, tmp_path: Path) -> None:
    typed, line = TYPED[case]
    with Newsroom([tiny_site("desa")]) as newsroom:
        desk = Desk(folder=tmp_path, newsroom=newsroom)
        desk.configure()

        said = desk.piagam("outlets", "probe", "--", typed)

        assert newsroom.requests == ()
    assert (said.returncode, said.stdout) == (1, "")
    assert said.stderr.startswith("piagam: ")
    assert line in said.stderr
    assert said.stderr.count("\n") == 1


def at_home(**fault: object) -> Fault:
    return Fault(host="desa.example", target="/", **fault)  # type: ignore[arg-type]


ANSWERS: dict[str, tuple[Site, tuple[Fault, ...], str]] = {
    "gone": (tiny_site("desa"), (at_home(status=403),), "answered 403"),
    "asks for rest": (
        tiny_site("desa"),
        (at_home(status=429, headers=(("Retry-After", "900"),)),),
        "asks for 900 s of rest",
    ),
    "broken": (tiny_site("desa"), (at_home(status=500),), "answered 500"),
    "hangs": (tiny_site("desa"), (at_home(delay=60),), "took longer than 2.0 seconds"),
    "hangs up": (tiny_site("desa"), (at_home(cut=Cut.BEFORE_ANSWER),), "https://desa.example/: "),
    "challenge": (tiny_site("desa"), (challenge("desa.example", target="/"),), "a challenge"),
    "turns in circles": (moved_to(HOME), (), "redirect"),
    "has moved": (
        moved_to("https://kota.example/"),
        (),
        "leads to kota.example, another site; if it is the one you mean, probe that",
    ),
    "moved to a private host": (moved_to("http://10.1.1.1/"), (), "10.1.1.1 is no public address"),
    "empty": (tiny_site("desa"), (at_home(body=b" \n"),), "its home page is empty"),
    "an image": (
        tiny_site("desa"),
        (at_home(body=b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", content_type="image/png"),),
        "its home page is no HTML but image/png",
    ),
    "too large": (
        tiny_site("desa"),
        (at_home(body=b"<p>" + b"a" * 17_000_000),),
        "is larger than 16 MiB",
    ),
    "closed by robots.txt": (
        tiny_site("desa", robots="User-agent: *\nDisallow: /\n"),
        (),
        "robots.txt closes this page",
    ),
    "no story": (
        tiny_site("desa", stories=()),
        (),
        "the draft needs a hand: no story could be read",
    ),
}


@pytest.mark.parametrize("case", ANSWERS)
def test_a_site_that_shows_no_story_is_one_line(case: str, tmp_path: Path) -> None:
    site, faults, line = ANSWERS[case]

    code, _, complaint = looked_at(tmp_path, site, *faults)

    assert code == 1
    assert line in complaint
    assert complaint.count("\n") == 1


PAGE = "<html><head><title>{title}</title></head><body><ul>{links}</ul></body></html>"
LINKS = "".join(
    f"<li><a href='/berita/{slug}'>x</a></li>"
    for slug in ("panen-raya-padi", "jalan-desa-rusak", "pasar-pagi-ramai", "hujan-deras-turun")
)
READABLE = {
    "UTF-16": PAGE.format(title="Desa – Kita", links=LINKS).encode("utf-16"),
    "windows-1252, labelled UTF-8": PAGE.format(title="Désa", links=LINKS).encode("cp1252"),
    "a hostile title": PAGE.format(
        title="a\"b'\n[[source]]\x01\x7f\u202e " + "x" * 5000, links=LINKS
    ).encode(),
}


@pytest.mark.parametrize("case", READABLE)
def test_whatever_the_home_page_holds_the_draft_can_be_used(case: str, tmp_path: Path) -> None:
    fault = at_home(body=READABLE[case], content_type="text/html; charset=utf-8")

    code, said, complaint = looked_at(tmp_path, tiny_site("desa"), fault, url="desa.example")

    assert (code, complaint) == (0, "")
    assert all(char.isprintable() or char == "\n" for char in said)
    path = tmp_path / "outlets" / "desa-example.toml"
    assert len(load_outlet(path).title) <= 60
    assert tomllib.loads(path.read_text(encoding="utf-8"))["verified"] is False


def test_the_twin_with_www_is_the_same_site(tmp_path: Path) -> None:
    """The newsroom sends the visitor on from the name without it."""
    with Newsroom([replace(tiny_site("desa"), host="www.desa.example")]) as newsroom:
        desk = Desk(folder=tmp_path, newsroom=newsroom)
        desk.configure(outlets=[])

        said = desk.piagam("outlets", "probe", "desa.example/some/page?x=1")

    assert (said.returncode, said.stderr) == (0, "")
    drafted = load_outlet(tmp_path / "outlets" / "desa-example.toml")
    assert drafted.home == "https://www.desa.example/"
