"""No file that piagam.toml names is written over another."""

from pathlib import Path

import pytest

from crawler.config import ConfigError, load_config


@pytest.mark.parametrize(
    ("lines", "complaint"),
    [
        ('[feeds]\natom = "piagam.sqlite"', "feeds.atom: {}/piagam.sqlite is store already;"),
        ('[feeds]\natom = "x/../piagam.toml"', "feeds.atom: {}/x/../piagam.toml is the config"),
        ('[feeds]\natom = "a"\ncalendar = "./a"', "feeds.calendar: {}/a is feeds.atom already;"),
        ('[watch]\nmetrics_file = "piagam.sqlite"', "watch.metrics_file: {}/piagam.sqlite is "),
        ('[feeds]\natom = ""', "feeds.atom: {} is the folder of the configuration "),
    ],
)
def test_a_file_that_would_take_the_place_of_another_is_refused(
    tmp_path: Path, lines: str, complaint: str
) -> None:
    path = tmp_path / "piagam.toml"
    path.write_text(f'contact = "a@example.id"\n{lines}\n')
    with pytest.raises(ConfigError) as caught:
        load_config(path)
    assert str(caught.value).startswith(f"{path}: {complaint.format(tmp_path)}")


@pytest.mark.parametrize("named", ["", "."])
def test_a_store_without_a_name_is_one_line(tmp_path: Path, named: str) -> None:
    path = tmp_path / "piagam.toml"
    path.write_text(f'contact = "a@example.id"\nstore = "{named}"\n')
    with pytest.raises(ConfigError, match="store: names no file; write "):
        load_config(path)
