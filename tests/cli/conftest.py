"""A shell in an empty folder, and a store there."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database

from storage.database import open_store
from tests.cli.console import Console
from tests.storage.samples import fill


@pytest.fixture
def console(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Console:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PIAGAM_CONFIG", raising=False)
    return Console(folder=tmp_path, capture=capsys)


@pytest.fixture
def db(console: Console) -> Iterator[Database]:
    """A store with one finished run, one award that two outlets report, one alert."""
    console.configure()
    with closing(open_store(console.folder / "piagam.sqlite")) as store:
        fill(store)
        yield store
