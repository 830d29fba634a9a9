"""`piagam doctor` says of each thing whether it works, and how to mend it."""

import json
import os
import re
import socket
from contextlib import closing
from pathlib import Path

import pytest

from crawler.newsroom.server import Newsroom
from crawler.newsroom.sink import MailSink
from storage.database import open_store
from tests.cli.console import Console, Said, widest
from tests.forked import fork
from tests.storage.samples import fill


def grades(said: Said) -> dict[str, str]:
    """The grade of each thing, from the JSON lines."""
    return {each["about"]: each["grade"] for each in map(json.loads, said.out.splitlines())}


def test_a_machine_that_is_fit(console: Console) -> None:
    with MailSink() as sink:
        console.configure(mail=f'to = ["a@example.org"]\nhost = "127.0.0.1"\nport = {sink.port}')
        with closing(open_store(console.folder / "piagam.sqlite")) as db:
            fill(db)
        console.run("backup")
        said = console.run("doctor", "--json")
        assert not sink.mails
    seen = grades(said)
    seen.pop("disk")  # as full as the machine of the tests
    assert set(seen.values()) == {"ok"}
    things = {"config", "versions", "clock", "store", "in use", "copies", "dns", "mail", "outlets"}
    assert set(seen) == things


def test_each_thing_that_does_not_work_is_named_with_its_mend(console: Console) -> None:
    with MailSink() as sink:
        port = sink.port
    console.configure(mail=f'to = ["a@example.org"]\nhost = "127.0.0.1"\nport = {port}')
    console.write("piagam.sqlite", b"no store at all " * 500)
    console.write("outlets/rusak.toml", "name = ")
    said = console.run("doctor")
    assert said.code == 1
    whole = re.sub(r"\n {15}", " ", said.out).splitlines()
    told = {line.split()[1]: line for line in whole if line.startswith("bad")}
    assert whole[-1] == "3 to mend"
    assert widest(said.out.splitlines()) <= 100
    assert "\x1b" not in said.out
    assert "is no SQLite file; name another store" in told["store"]
    assert "is the mail server running" in told["mail"]
    assert "rusak.toml" in told["outlet"]


@pytest.mark.parametrize(
    ("lines", "complaint"),
    [
        (None, "piagam.toml: no such file; `piagam init` writes one"),
        ("[mial]", "piagam.toml: mial: unknown key; did you mean `mail`?"),
        ('[watch]\nzone = "Mars/One"', "piagam.toml: watch.zone: 'Mars/One' is no time zone"),
        ("[mail", "piagam.toml: not valid TOML"),
    ],
)
def test_without_a_configuration_that_can_be_used_it_says_so_and_what_it_left_out(
    console: Console, lines: str | None, complaint: str
) -> None:
    if lines is not None:
        console.write("piagam.toml", f'contact = "redaksi@example.org"\n{lines}\n')
    said = console.run("doctor", "--json")
    told = {each["about"]: each for each in map(json.loads, said.out.splitlines())}
    assert (said.code, said.err) == (1, "")
    assert told["config"]["said"].startswith(complaint)
    assert set(told) == {"versions", "config", "rest"}


def test_a_mail_host_that_the_resolver_does_not_know_is_told(
    console: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    def knows_nothing(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", knows_nothing)
    console.configure(mail='to = ["a@example.org"]\nhost = "smtp.example.org"')
    seen = grades(console.run("doctor", "--json"))
    assert (seen["dns"], seen["mail"]) == ("bad", "bad")


def test_looking_neither_makes_nor_changes_a_store(console: Console) -> None:
    console.configure()
    before = grades(console.run("doctor", "--json"))
    assert (before["store"], before["mail"]) == ("warn", "warn")
    assert not (console.folder / "piagam.sqlite").exists()


def test_a_store_that_a_crawl_could_not_make_or_write_is_bad(
    console: Console, monkeypatch: pytest.MonkeyPatch
) -> None:
    console.write("piagam.toml", 'contact = "a@example.org"\nstore = "nowhere/piagam.sqlite"\n')
    said = console.run("doctor")
    assert said.code == 1
    told = " ".join(said.out.split())
    assert "bad store nowhere/piagam.sqlite: nowhere is no folder; make it, or correct" in told
    console.configure()
    monkeypatch.setattr(os, "access", lambda path, mode: False)  # root may write everywhere
    assert "this user may not write ." in console.run("doctor").out


def test_a_store_with_rows_that_point_to_nothing_is_bad(console: Console) -> None:
    console.configure()
    with closing(open_store(console.folder / "piagam.sqlite")) as db:
        fill(db)
        db.execute("PRAGMA foreign_keys = OFF")
        db.execute("DELETE FROM runs")
    said = console.run("doctor")
    assert said.code == 1
    assert "point to nothing" in said.out


def test_online_it_asks_each_site_for_its_robots_txt_only(tmp_path: Path) -> None:
    with Newsroom() as newsroom:
        (tmp_path / "piagam.toml").write_text(
            'contact = "redaksi@example.id"\n[crawl]\noutlets = ["wartablora", "klikjateng"]\n'
            f'[newsroom]\naddress = "{newsroom.address}"\ntoday = {newsroom.today}\n'
        )
        said = fork("tests.forked:piagam", ("doctor", "--online"), folder=tmp_path).wait(120)
        asked = [each.target for each in newsroom.requests]
    assert (said.returncode, asked) == (0, ["/robots.txt", "/robots.txt"]), said.stderr
    assert "all 2 answer" in said.stdout


def test_a_misspelt_outlet_is_told_before_the_night(console: Console) -> None:
    console.configure(crawl='outlets = ["klikjateng", "wartablorra"]')
    said = console.run("doctor", "--json")
    told = [each["said"] for each in map(json.loads, said.out.splitlines())]
    assert "crawl.outlets: no outlet 'wartablorra'; did you mean wartablora?" in told
    assert any(each.startswith("1 of ") for each in told)
