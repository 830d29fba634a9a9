"""`piagam read` prints one object a file, whatever the file is, and keeps to its contract."""

import gzip
import json
import os
from threading import Thread

import pytest

from tests.cli.console import Console, widest
from tests.cli.documents import CLAIM_KEYS, DOCUMENT_KEYS, ORDINARY, STORY, read_json


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
        pytest.param(STORY.encode("utf-16-le"), id="utf-16 without a mark"),
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
    assert document["kind"] == "listing"
    assert (document["title"], document["published"], document["text"]) == ("", None, "")
    said = console.run("read", "list.txt")
    assert (said.code, said.err) == (0, "")
    assert "no article: a list of stories" in said.out


def test_people_get_lines_of_at_most_100_columns_and_indonesian_numbers(console: Console) -> None:
    console.write("blora.txt", STORY)
    said = console.run("read", "blora.txt")
    assert (said.code, said.err) == (0, "")
    assert "97,84 of 100" in said.out
    assert "DPMPTSP 100" in said.out
    assert widest(said.out.splitlines()) <= 100


def test_people_get_the_comma_in_warnings_and_scripts_get_them_as_stored(console: Console) -> None:
    odd = STORY.replace("97,84", "101,84")
    console.write("odd.txt", odd)
    (document,) = read_json(console, "odd.txt")
    assert document["claims"][0]["warnings"] == ["score 101.84 is outside the scale 0-100"]
    for how in ((), ("--explain",)):
        said = console.run("read", *how, "odd.txt")
        assert "  warnings   score 101,84 is outside the scale 0-100" in said.out.splitlines()


def test_a_title_cannot_command_the_terminal(console: Console) -> None:
    console.write("blora.txt", STORY.replace("Raih", "\x1b[31mRaih\u202e", 1))
    said = console.run("read", "blora.txt")
    assert (said.code, said.err) == (0, "")
    assert "\x1b" not in said.out
    assert "\u202e" not in said.out


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
