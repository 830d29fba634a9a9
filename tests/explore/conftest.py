"""A store with two reports of one award, and a window on it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.database import open_store
from tests.explore.hostile import fill_hostile
from tests.explore.league_store import fill_league
from tests.explore.serving import Reader, open_window
from tests.explore.signing import ACCOUNTS
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


@pytest.fixture(scope="module")
def league(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    """Somebody who reads in a window on a small league."""
    made = tmp_path_factory.mktemp("league")
    with open_store(made / "piagam.sqlite") as db:
        fill_league(db)
    with open_window(made) as opened:
        yield opened


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a store full of markup."""
    made = tmp_path_factory.mktemp("hostile")
    fill_hostile(made)
    return made


@pytest.fixture(scope="session")
def window(hostile: Path) -> Iterator[Reader]:
    """A window on it, where some may sign in."""
    with open_window(hostile, ACCOUNTS) as opened:
        yield opened
