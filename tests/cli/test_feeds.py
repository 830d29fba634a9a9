"""`piagam feeds` writes the files and says where they are."""

from tests.alerts.stores import store_with_alerts
from tests.cli.console import Console


def test_it_says_where_the_files_are_and_where_they_can_be_fetched(console: Console) -> None:
    address = "https://piagam.example.org/umpan/"
    console.configure(
        feeds=f'atom = "umpan/awards.atom"\ncalendar = "awards.ics"\naddress = "{address}"'
    )
    store_with_alerts(console.folder / "piagam.sqlite", "Kabupaten Batang").close()
    said = console.run("feeds")
    assert (said.code, said.err) == (0, "")
    lines = said.out.replace("\n", " ").split(" wrote ")
    assert len(lines) == 2
    assert f"{address}awards.atom" in said.out.replace("\n", "")
    assert "Kabupaten Batang 90,5" in (console.folder / "umpan/awards.atom").read_text()
    assert (console.folder / "awards.ics").read_bytes().endswith(b"END:VCALENDAR\r\n")


def test_without_any_it_says_what_to_write(console: Console) -> None:
    console.configure()
    said = console.run("feeds")
    assert (said.code, said.out) == (
        0,
        'no feed is configured; write atom = "awards.atom" under [feeds]\n',
    )


def test_what_cannot_be_written_or_read_is_one_line(console: Console) -> None:
    console.configure(feeds='atom = "awards.atom"\naddress = "piagam.example.org"')
    assert "feeds.address: 'piagam.example.org' is no web address" in console.run("feeds").err
    console.configure(feeds='atom = "awards.atom"')
    said = console.run("feeds")
    assert (said.code, len(said.complaints)) == (1, 1)
    store_with_alerts(console.folder / "piagam.sqlite", "Kabupaten Batang").close()
    (console.folder / "awards.atom").mkdir()
    said = console.run("feeds")
    assert (said.code, len(said.complaints)) == (1, 1)
    assert said.err.startswith("piagam: feeds.atom: awards.atom cannot be written: ")
