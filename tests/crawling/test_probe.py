"""`piagam outlets probe`: an unknown site is looked at, drafted, and crawled by its draft."""

import json
import tomllib
from pathlib import Path

import pytest

from crawler.extraction.tree import parse_page
from crawler.newsroom.faults import Fault, challenge
from crawler.newsroom.server import Newsroom
from spiders.address_shapes import patterns_of
from spiders.drafts import name_for
from spiders.outlet import load_outlet
from spiders.site_marks import family_of, title_of
from tests.crawling.conftest import Desk
from tests.crawling.tiny import STORIES, tiny_site


@pytest.fixture
def village(tmp_path: Path) -> Desk:
    """A desk whose newsroom plays one site that no outlet file describes."""
    newsroom = Newsroom([tiny_site("desa", robots="User-agent: *\nCrawl-delay: 1\n")])
    return Desk(folder=tmp_path, newsroom=newsroom)


@pytest.mark.heavy
def test_a_site_that_nobody_described_is_crawled_by_what_the_probe_wrote(village: Desk) -> None:
    with village.newsroom as newsroom:
        village.configure(outlets_folder="outlets")
        village.outlets_folder.mkdir()

        said = village.piagam("outlets", "probe", "desa.example", "--write", "outlets")

        assert (said.returncode, said.stderr) == (0, "")
        assert "4 of 4 pages were read as articles" in said.stdout
        assert "robots.txt  closes nothing to us; asks for 1 s between two requests" in said.stdout
        assert len(newsroom.requests) <= 30
        drafted = load_outlet(village.outlets_folder / "desa-example.toml")
        assert drafted.is_article_address("https://desa.example/berita/kabar-yang-lain-lagi")
        cases = sorted((village.outlets_folder / "desa-example.pages").iterdir())
        assert [case.name for case in cases] == sorted(STORIES[:3])
        assert b"Warga desa berkumpul" in (cases[0] / "1.html").read_bytes()

        crawled = village.crawl("desa-example")

        assert crawled.code == 0
        assert village.query("SELECT count(*) FROM articles") == [(len(STORIES),)]
        asked = len(newsroom.requests)
        again = village.piagam("outlets", "probe", "desa.example", "--write", "outlets")
        assert again.returncode == 1
        assert "desa-example.toml: exists already" in again.stderr
        assert len(newsroom.requests) == asked


@pytest.mark.heavy
@pytest.mark.parametrize(
    ("home", "family", "kind"),
    [
        ("https://klikjateng.id/any/page", "wordpress", "wordpress-rest"),
        ("https://suarabaru.id/", "wordpress", "rss"),
        ("www.seputarblora.my.id", "blogger", "rss"),
        ("https://jateng.disway.id/", "disway", "listing"),
        ("https://radarsemarang.jawapos.com/", "jawapos", "listing"),
        ("https://www.suaramerdeka.com/", "promedia", "rss"),
        ("https://tegalkota.go.id/", "joomla", "listing"),
    ],
)
def test_the_family_of_a_site_and_what_it_offers_are_found(
    desk: Desk, home: str, family: str, kind: str
) -> None:
    said = desk.piagam("outlets", "probe", home, "--json")

    told = json.loads(said.stdout)
    assert told["family"] == family
    assert kind in {each["kind"] for each in told["sources"] if each["found"]}
    assert told["articles"] >= 4
    assert told["suspects"] == []
    drafted = tomllib.loads(told["draft"])
    assert drafted["family"] == family
    assert drafted["verified"] is False
    assert (said.returncode, told["draft_problem"]) == (0, None)


REFUSALS = {
    "challenge": (challenge("klikjateng.id"), "answers with a challenge that asks for a browser"),
    "gone": (Fault(host="klikjateng.id", target="/", status=410), "answered 410"),
    "no robots.txt": (
        Fault(host="klikjateng.id", target="/robots.txt", status=503),
        "robots.txt answered 503; nothing was fetched",
    ),
}


@pytest.mark.parametrize("case", REFUSALS)
def test_a_site_that_cannot_be_looked_at_is_one_line(desk: Desk, case: str) -> None:
    fault, line = REFUSALS[case]
    desk.newsroom.faults.add(fault)

    said = desk.piagam("outlets", "probe", "https://klikjateng.id/")

    assert said.returncode == 1
    assert line in said.stderr.splitlines()[-1]


@pytest.mark.parametrize("url", ["ftp://desa.id/", "https://", "http://127.0.0.1/", "localhost"])
def test_what_is_no_public_web_address_is_one_line(desk: Desk, url: str) -> None:
    said = desk.piagam("outlets", "probe", url)

    assert said.returncode == 1
    assert len(said.stderr.splitlines()) == 1
    assert desk.newsroom.requests == ()


@pytest.mark.parametrize(
    ("paths", "patterns"),
    [
        (["/2024/12/02/a-b", "/2025/1/3/c-d"], (r"^/\d{4}/\d{1,2}/\d{1,2}/[^/]+/?$",)),
        (["/read/12/a-b", "/read/13/c-d"], (r"^/read/\d+/[^/]+/?$",)),
        (["/2024/12/a.html", "/2024/11/b.html"], (r"^/\d{4}/\d{1,2}/[^/]+\.html/?$",)),
        (["/ekonomi/123/a-b", "/politik/124/c-d"], (r"^/[^/]+/\d+/[^/]+/?$",)),
        (["/?p=12", "/?p=345"], (r"^/\?p=\d+$",)),
        (["/berita?p=12", "/berita/?p=345"], (r"^/berita/?\?p=\d+$",)),
        (["/archives/12", "/archives/13"], (r"^/archives/\d+/?$",)),
        (["/4512"], (r"^/\d+/?$",)),
        (["/banjir-reda.html", "/panen.html"], (r"^/[^/]+\.html/?$",)),
        (["/banjir-reda", "/panen-raya-padi"], (r"^/[^/-]+-[^/]+/?$",)),
        (["/harga-cabai-naik"], (r"^/[^/-]+-[^/-]+-[^/]+/?$",)),
        ([], ()),
    ],
)
def test_addresses_of_one_shape_make_one_pattern(
    paths: list[str], patterns: tuple[str, ...]
) -> None:
    assert patterns_of([f"https://desa.id{path}" for path in paths]) == patterns


def test_names_and_families_of_hosts() -> None:
    assert name_for("www.kabardesa.co.id") == "kabardesa"
    assert name_for("news.desa-kita.or.id") == "desa-kita"
    assert name_for("www.kabardesa.co.id", {"kabardesa"}) == "www-kabardesa-co-id"
    assert family_of("aceh.tribunnews.com", "")[0] == "tribun"
    assert family_of("desa.id", "<p>")[0] == "portal"
    for quote in ('"', "'", ""):  # minifiers leave them out
        for name in ("Joomla", "WordPress", "blogger"):
            mark = f"<meta name=generator content={quote}{name}{quote}>"
            assert family_of("desa.id", mark)[0] == name.lower()


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ('<meta property="og:site_name" content="Desa &amp; Kota">', "Desa & Kota"),
        ("<title>Kabar Desa - Beranda</title>", "Kabar Desa"),
        ("<title>Berita Terbaru | kabardesa.id</title>", "kabardesa.id"),
        ("<title> </title>", "kabardesa.id"),
        ("", "kabardesa.id"),
    ],
)
def test_a_site_is_called_as_it_calls_itself(head: str, title: str) -> None:
    assert title_of(parse_page(head.encode(), url=""), "kabardesa.id") == title
