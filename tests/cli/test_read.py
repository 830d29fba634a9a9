"""`piagam read` prints one object a file, whatever the file is, and keeps to its contract."""

import gzip
import json
import os
import urllib.request
from collections.abc import Iterator
from threading import Thread
from typing import Any

import pytest

from crawler.newsroom import portal, tribun
from crawler.newsroom.faults import Fault
from crawler.newsroom.server import Newsroom
from crawler.newsroom.stories import Story
from tests.cli.console import Console, widest

DOCUMENT_KEYS = ["file", "kind", "title", "published", "text", "is_award_story", "claims"]
CLAIM_KEYS = [
    *("recipient", "recipient_code", "scheme", "grantor", "year", "score", "scale", "predicate"),
    *("category", "zone", "rank", "rank_scope", "award_date", "venue", "units", "previous"),
    *("confidence", "warnings", "evidence", "edition", "title_evidence"),
]
STORY = """\
“Kabupaten Blora” Raih Nilai 97,84 dari Ombudsman 🎉

Senin, 02 Desember 2024 23:06 WIB

BLORA – Pemerintah Kabupaten Blora meraih nilai 97,84 dalam Penilaian Kepatuhan Penyelenggaraan \
Pelayanan Publik yang digelar Ombudsman Republik Indonesia. Piagam diserahkan di Hotel Quest \
Semarang, Senin (2/12/2024).

Wakil Bupati menerima penghargaan itu bersama para kepala dinas. Ia berterima kasih kepada semua \
pegawai yang melayani warga dengan sabar setiap hari.

Salah satu unit, DPMPTSP Blora, mendapat nilai 100 dari Ombudsman.
"""
ORDINARY = """\
Jalan Desa di Jepon Selesai Diaspal

BLORA – Warga Desa Jepon kini bisa melintas dengan nyaman setelah jalan sepanjang dua kilometer \
selesai diaspal pekan ini. Pekerjaan itu berlangsung selama satu bulan dengan biaya dari dana desa.

Kepala desa mengajak warga merawat jalan bersama-sama agar awet sampai bertahun-tahun lagi.
"""


def read_json(console: Console, *arguments: str) -> list[dict[str, Any]]:
    """The objects that `piagam read` prints."""
    said = console.run("read", "--format", "jsonl", *arguments)
    assert (said.code, said.err) == (0, "")
    return [json.loads(line) for line in said.out.splitlines()]


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


def test_the_keys_are_those_of_the_contract_in_its_order(console: Console) -> None:
    console.write("blora.txt", STORY)
    (document,) = read_json(console, "blora.txt")
    assert list(document) == DOCUMENT_KEYS
    (claim,) = document["claims"]
    assert list(claim) == CLAIM_KEYS
    assert document["file"] == "blora.txt"
    assert document["kind"] == "article"
    assert document["published"] == "2024-12-02T23:06:00+07:00"
    assert document["is_award_story"] is True
    facts = (claim["recipient"], claim["recipient_code"], claim["score"], claim["scale"])
    assert facts == ("Kabupaten Blora", "33.16", 97.84, 100)
    assert claim["award_date"] == "2024-12-02"
    assert claim["units"] == [{"unit": "DPMPTSP", "score": 100.0}]
    assert (claim["year"], claim["edition"]) == (None, {"year": 2024, "basis": "calendar"})


def test_every_quote_stands_where_it_is_said_to_stand(console: Console) -> None:
    console.write("blora.txt", STORY)
    (document,) = read_json(console, "blora.txt")
    (claim,) = document["claims"]
    proved = {each["field"] for each in claim["evidence"] + claim["title_evidence"]}
    assert {"recipient", "scheme", "score", "award_date", "venue", "units[0]"} <= proved
    for key, source in (("evidence", document["text"]), ("title_evidence", document["title"])):
        for each in claim[key]:
            assert list(each) == ["field", "start", "end", "quote"]
            assert source[each["start"] : each["end"]] == each["quote"]


def test_a_story_without_an_award_has_no_claims(console: Console) -> None:
    console.write("jalan.txt", ORDINARY)
    (document,) = read_json(console, "jalan.txt")
    assert (document["kind"], document["is_award_story"], document["claims"]) == (
        "article",
        False,
        [],
    )


@pytest.mark.parametrize(
    "encoded",
    [
        pytest.param(STORY.encode("utf-8-sig"), id="utf-8 with a mark"),
        pytest.param(STORY.encode("utf-16"), id="utf-16"),
        pytest.param(STORY.replace("🎉", "").encode("cp1252"), id="windows-1252"),
        pytest.param(STORY.replace("\n", "\r\n").encode(), id="lines of another system"),
    ],
)
def test_plain_text_is_read_in_every_usual_encoding(console: Console, encoded: bytes) -> None:
    console.write("blora", encoded)
    (document,) = read_json(console, "blora")
    assert document["title"].startswith("“Kabupaten Blora” Raih Nilai 97,84")
    assert document["claims"][0]["score"] == 97.84


def test_standard_input_is_a_file_named_with_a_dash(console: Console) -> None:
    said = console.spawn("read", "--format", "jsonl", "-", given=STORY.encode())
    assert (said.code, said.err) == (0, "")
    document = json.loads(said.out)
    assert (document["file"], document["claims"][0]["score"]) == ("-", 97.84)


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        pytest.param(b"", "is empty", id="nothing"),
        pytest.param(b" \n\t\n", "is empty", id="only white space"),
        pytest.param(gzip.compress(STORY.encode()), "is no text; give HTML or plain text", id="gz"),
        pytest.param(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "is no text; give HTML or plain text"),
        pytest.param(b"%PDF-1.7\n\x00\x01\x02", "is no text; give HTML or plain text"),
        pytest.param(None, "no such file", id="missing"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_line_and_the_others_are_read(
    console: Console, content: bytes | None, problem: str
) -> None:
    console.write("a.txt", STORY)
    console.write("z.txt", ORDINARY)
    if content is not None:
        console.write("bad", content)
    said = console.run("read", "--format", "jsonl", "a.txt", "bad", "z.txt")
    assert (said.code, said.complaints) == (1, [f"piagam: bad: {problem}"])
    assert [json.loads(line)["file"] for line in said.out.splitlines()] == ["a.txt", "z.txt"]


def test_a_folder_is_one_line(console: Console) -> None:
    said = console.run("read", ".")
    assert (said.code, said.complaints) == (1, ["piagam: .: is a folder; name the files in it"])


def test_a_device_is_one_line(console: Console) -> None:
    said = console.run("read", "/dev/null")
    assert (said.code, said.out) == (1, "")
    assert said.complaints == [
        "piagam: /dev/null: cannot be read: it is a device; name a file, or write - for standard "
        "input"
    ]


def test_a_pipe_with_a_name_is_read(console: Console) -> None:
    pipe = console.folder / "pipe"
    os.mkfifo(pipe)
    Thread(target=pipe.write_bytes, args=(STORY.encode(),), daemon=True).start()
    (document,) = read_json(console, "pipe")
    assert document["claims"][0]["score"] == 97.84


@pytest.mark.parametrize("url", ["notaurl", "ftp://example.org/", "https://", "http://["])
def test_an_address_that_is_none_is_wrong_usage(console: Console, url: str) -> None:
    console.write("blora.txt", STORY)
    said = console.run("read", "--url", url, "blora.txt")
    assert (said.code, said.out, len(said.complaints)) == (2, "", 1)
    assert f"--url: {url!r} is no web address; write https://…" in said.err


def test_a_page_that_is_no_article_says_what_it_is(console: Console) -> None:
    links = "".join(
        f'<li><a href="/berita/{n}">Berita nomor {n} hari ini</a></li>' for n in range(40)
    )
    console.write("list.txt", f"<!doctype html><title>Indeks</title><ul>{links}</ul>")
    (document,) = read_json(console, "list.txt")
    assert document["kind"] in ("listing", "other")
    assert (document["title"], document["published"], document["text"]) == ("", None, "")
    said = console.run("read", "list.txt")
    assert (said.code, said.err) == (0, "")
    assert f"no article: {document['kind']}" in said.out


def test_people_get_lines_of_at_most_100_columns_and_indonesian_numbers(console: Console) -> None:
    console.write("blora.txt", STORY)
    said = console.run("read", "blora.txt")
    assert (said.code, said.err) == (0, "")
    assert "97,84 of 100" in said.out
    assert "DPMPTSP 100" in said.out
    assert widest(said.out.splitlines()) <= 100


def test_a_title_cannot_command_the_terminal(console: Console) -> None:
    console.write("blora.txt", STORY.replace("Raih", "\x1b[31mRaih\u202e", 1))
    said = console.run("read", "blora.txt")
    assert (said.code, said.err) == (0, "")
    assert "\x1b" not in said.out
    assert "\u202e" not in said.out


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


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("", ": is no file name: it is empty"),
        ("ftp://desa.example/a", "no web address that can be fetched; write https://…"),
        ("http://", "no web address that can be fetched; write https://…"),
        ("https://[bad", "no web address that can be fetched; write https://…"),
        ("-", "cannot be read: standard input is closed"),
    ],
)
def test_what_is_neither_file_nor_web_address_is_one_line(
    console: Console, monkeypatch: pytest.MonkeyPatch, source: str, line: str
) -> None:
    monkeypatch.setattr("sys.stdin", None)
    said = console.run("read", source)
    assert (said.code, len(said.complaints)) == (1, 1)
    assert said.err.rstrip().endswith(line)


def test_an_outlet_file_that_cannot_be_used_is_told_and_the_file_is_read(console: Console) -> None:
    console.configure(crawl='outlets_folder = "mine"')
    console.write("mine/bad.toml", 'family = "wordpres"')
    console.write("blora.txt", STORY)
    said = console.run("read", "--format", "jsonl", "blora.txt")
    assert said.code == 0
    assert len(said.complaints) == 1
    assert "mine/bad.toml: family: unknown family 'wordpres'" in said.err
    assert json.loads(said.out)["claims"][0]["score"] == 97.84


def test_a_web_page_needs_a_configuration_because_the_user_agent_names_a_contact(
    console: Console,
) -> None:
    said = console.run("read", "https://klikjateng.id/berita")
    assert said.code == 1
    assert said.complaints == ["piagam: piagam.toml: no such file; `piagam init` writes one"]


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_an_output_that_cannot_show_a_character_ends_nothing(
    console: Console, encoding: str
) -> None:
    console.write("blora.txt", STORY)
    environment = {"PYTHONIOENCODING": encoding}
    said = console.spawn("read", "blora.txt", environment=environment)
    assert (said.code, said.err) == (0, "")
    assert "Kabupaten Blora" in said.out
    said = console.spawn("read", "--format", "jsonl", "blora.txt", environment=environment)
    assert (said.code, said.err) == (0, "")
    assert json.loads(said.out)["title"].startswith("“Kabupaten Blora”")
    assert said.out.isascii() is (encoding != "utf-8")
