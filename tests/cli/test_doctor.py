"""`piagam doctor` says of each thing whether it works, and how to mend it."""

import json
from contextlib import closing
from pathlib import Path

from crawler.newsroom.server import Newsroom
from crawler.newsroom.sink import MailSink
from storage.database import open_store
from tests.cli.console import Console, Said
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
    things = {"config", "versions", "clock", "store", "in use", "copies", "mail", "outlets"}
    assert set(seen) == things


def test_each_thing_that_does_not_work_is_named_with_its_mend(console: Console) -> None:
    with MailSink() as sink:
        port = sink.port
    console.configure(mail=f'to = ["a@example.org"]\nhost = "127.0.0.1"\nport = {port}')
    console.write("piagam.sqlite", b"no store at all " * 500)
    console.write("outlets/rusak.toml", "name = ")
    said = console.run("doctor")
    assert said.code == 1
    lines = [line for line in said.out.splitlines() if line.startswith("bad")]
    told = {line.split()[1]: line for line in lines}
    assert "is no SQLite file; name another store" in told["store"]
    assert "is the mail server running" in told["mail"]
    assert "rusak.toml" in told["outlet"]


def test_looking_neither_makes_nor_changes_a_store(console: Console) -> None:
    console.configure()
    before = grades(console.run("doctor", "--json"))
    assert (before["store"], before["mail"]) == ("warn", "warn")
    assert not (console.folder / "piagam.sqlite").exists()


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
