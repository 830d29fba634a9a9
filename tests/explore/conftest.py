"""A store with two reports of one award, and a window on it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.database import open_store
from tests.explore.serving import Reader, open_window
from tests.storage.samples import fill


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a store in it."""
    made = tmp_path_factory.mktemp("window")
    with open_store(made / "piagam.sqlite") as db:
        fill(db)
    return made


@pytest.fixture(scope="module")
def reader(folder: Path) -> Iterator[Reader]:
    """Somebody who reads in its window."""
    with open_window(folder) as opened:
        yield opened
