"""`piagam init` writes a configuration to start from and never harms one that is there."""

import pytest

from crawler.config import load_config
from tests.cli.console import Console


def test_the_file_it_writes_can_be_used_at_once(console: Console) -> None:
    said = console.run("init", "--contact", "https://example.id/tentang")
    assert (said.code, said.err) == (0, "")
    assert said.out.splitlines()[0] == "wrote piagam.toml"
    config = load_config(console.folder / "piagam.toml")
    assert config.contact == "https://example.id/tentang"
    assert (config.watch.at, config.watch.zone) == ("01:30", "Asia/Jakarta")


def test_every_commented_key_is_a_key_that_exists(console: Console) -> None:
    console.run("init", "--contact", "a@example.id")
    path = console.folder / "piagam.toml"
    text = path.read_text()
    for key in ("outlets_folder", "user"):
        assert f"\n# {key} = " in text
        text = text.replace(f"\n# {key} = ", f"\n{key} = ")
    path.write_text(text)
    assert load_config(path).mail.user == "piagam"


def test_what_asks_no_server_needs_no_contact(console: Console) -> None:
    console.run("init")

    assert console.run("outlets", "list").code == 0


def test_without_a_contact_the_next_command_says_what_to_write(console: Console) -> None:
    assert console.run("init").code == 0
    said = console.run("status")
    assert said.code == 1
    assert said.complaints == [
        "piagam: piagam.toml: contact: missing; add a line `contact = …`",
    ]


def test_a_file_that_is_there_stays_as_it_is(console: Console) -> None:
    path = console.write("piagam.toml", "mine")
    said = console.run("init", "--contact", "a@example.id")
    assert said.code == 1
    assert said.complaints == [
        "piagam: piagam.toml: is there already and stays as it is; edit it, or move it away first"
    ]
    assert path.read_text() == "mine"


@pytest.mark.parametrize("contact", ["two words", "a;b", 'quo"te (x)'])
def test_a_contact_that_no_header_can_carry_is_refused_and_no_file_is_left(
    console: Console, contact: str
) -> None:
    said = console.run("init", "--contact", contact)
    assert said.code == 1
    assert len(said.complaints) == 1
    assert said.err.startswith("piagam: piagam.toml: contact: ")
    assert not (console.folder / "piagam.toml").exists()


def test_a_folder_that_is_not_there_is_one_clear_line(console: Console) -> None:
    said = console.run("--config", "nowhere/piagam.toml", "init")
    assert said.code == 1
    assert said.complaints == [
        "piagam: nowhere/piagam.toml: cannot be written: No such file or directory"
    ]
