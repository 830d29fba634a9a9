"""`piagam outlets record` keeps a story's pages; `check --recorded` holds rules against them."""

import json
import tomllib

import pytest

from crawler.newsroom import tribun
from crawler.newsroom.body import parts_of
from crawler.newsroom.faults import Fault
from tests.crawling.conftest import Desk
from tests.crawling.tiny import describe
from tests.forked import Ended

STORY = "https://desa.example/berita/panen-raya-padi"


def outlets(desk: Desk, *arguments: str) -> Ended:
    """`piagam outlets …` in a process of its own, as an operator runs it."""
    return desk.piagam("outlets", *arguments)


def many_pages(desk: Desk) -> str:
    """The address of a story of the newsroom that is told over several pages."""
    stories = desk.site("tribun-jateng").stories
    story = next(each for each in stories if len(parts_of(each.body)) > 1)
    return f"https://{tribun.HOST}{tribun.address(story)}"


def test_a_story_is_recorded_with_all_its_parts_and_read_again_without_a_server(
    desk: Desk,
) -> None:
    url = many_pages(desk)

    said = outlets(desk, "record", "tribun-jateng", url, "--folder", "kept", "--name", "banyak")

    assert (said.returncode, said.stderr) == (0, "")
    assert said.stdout.splitlines()[-1].startswith("recorded: kept/tribun-jateng.pages/banyak, ")
    case = desk.folder / "kept" / "tribun-jateng.pages" / "banyak"
    told = tomllib.loads((case / "story.toml").read_text(encoding="utf-8"))
    assert (told["url"], told["expected"]["title"]) == (url, read_title(said.stdout))
    assert {page["file"] for page in told["page"]} == {path.name for path in case.glob("*.html")}
    desk.newsroom.forget_requests()

    again = outlets(desk, "check", "tribun-jateng", "--recorded", "--folder", "kept")

    assert (again.returncode, again.stderr) == (0, "")
    assert again.stdout == "1 of 1 recorded stories read as when they were recorded\n"
    assert desk.newsroom.requests == ()


def read_title(said: str) -> str:
    (line,) = [line for line in said.splitlines() if line.startswith("title ")]
    return line.removeprefix("title").strip()


def test_a_story_recorded_once_more_tells_what_is_read_otherwise(desk: Desk) -> None:
    outlet, url = "klikjateng", None
    first = outlets(desk, "check", outlet, "--json")
    url = json.loads(first.stdout)["samples"][0]["url"]
    assert outlets(desk, "record", outlet, url, "--folder", "kept").returncode == 0
    refused = outlets(desk, "record", outlet, url, "--folder", "kept")
    assert refused.returncode == 1
    assert refused.stderr.endswith(": is recorded already; --renew records it again\n")
    page = next((desk.folder / "kept").glob("*/*/1.html"))
    changed = page.read_bytes().replace(b"</h1>", b" (Diralat)</h1>")
    desk.newsroom.faults.add(Fault(host="klikjateng.id", target="/*-*-*", body=changed))

    renewed = outlets(desk, "record", outlet, url, "--folder", "kept", "--renew", "--json")

    told = json.loads(renewed.stdout)
    (change,) = told["changes"]
    assert change.startswith("title: was “")
    assert change.endswith("(Diralat)”")
    assert told["fields"]["title"].endswith("(Diralat)")


def test_rules_that_no_longer_fit_what_was_recorded_are_told(desk: Desk) -> None:
    path = describe(desk.outlets_folder, "desa")
    story = desk.outlets_folder / "desa.pages" / "panen"
    story.mkdir(parents=True)
    body = "".join(f"<p>Warga desa memanen padi di blok {number} sawah.</p>" for number in range(9))
    (story / "1.html").write_text(f"<title>x</title><h1>Panen</h1><main>{body}</main>")
    (story / "story.toml").write_text(
        f'url = "{STORY}"\nrecorded = 2026-11-20\n[[page]]\nfile = "1.html"\naddress = "{STORY}"\n'
        '[expected]\ntitle = "Panen raya"\nlines = ["Warga desa memanen padi di blok 0 sawah."]\n'
    )
    desk.configure(outlets_folder=str(path.parent))

    said = outlets(desk, "check", "desa", "--recorded")

    assert said.returncode == 1
    assert said.stderr.splitlines() == [
        "piagam: panen: title: was “Panen raya”, is “Panen”",
        "piagam: panen: text: 0 lines gone, 8 new, the first new: Warga desa memanen padi di blok 1"
        " sawah.",
    ]
    assert desk.newsroom.requests == ()


REFUSALS = {
    "another site's": (
        ("klikjateng", "https://desa.example/a"),
        "no address of a story of klikjateng",
    ),
    "a list": (("klikjateng", "https://klikjateng.id/category/x/"), "no address of a story"),
    "forbidden by its terms": (
        ("antara-jateng", "https://jateng.antaranews.com/berita/1/a"),
        "antara-jateng is not enabled: its articles forbid automated reading",
    ),
    "an unknown outlet": (("klikjatng", "https://klikjateng.id/a"), "did you mean klikjateng?"),
    "a strange name": (
        ("klikjateng", "https://klikjateng.id/a-b-c-d", "--name", "../x"),
        "write small letters, digits and hyphens",
    ),
}


@pytest.mark.parametrize("case", REFUSALS)
def test_what_cannot_be_recorded_is_one_line_and_no_request(case: str, desk: Desk) -> None:
    arguments, line = REFUSALS[case]

    said = outlets(desk, "record", *arguments, "--folder", "kept")

    assert (said.returncode, said.stdout) == (1, "")
    assert line in said.stderr
    assert said.stderr.count("\n") == 1
    assert desk.newsroom.requests == ()
    assert not (desk.folder / "kept").exists()


def test_a_page_that_is_not_there_is_not_recorded(desk: Desk) -> None:
    url = "https://klikjateng.id/tidak-ada-berita-ini"

    said = outlets(desk, "record", "klikjateng", url, "--folder", "kept")

    assert (said.returncode, said.stderr) == (1, f"piagam: {url}: answered 404\n")
    assert not (desk.folder / "kept").exists()


def test_an_outlet_whose_terms_forbid_it_is_not_checked(desk: Desk) -> None:
    said = outlets(desk, "check", "antara-jateng")

    assert said.returncode == 1
    assert "antara-jateng is not enabled: its articles forbid automated reading" in said.stderr
    assert desk.newsroom.requests == ()
