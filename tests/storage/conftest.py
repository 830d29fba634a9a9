"""A fresh store on disk for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlite_utils import Database

from storage.database import open_store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "piagam.sqlite"


@pytest.fixture
def db(path: Path) -> Iterator[Database]:
    with open_store(path) as store:
        yield store
