"""The store of the sending tests."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlite_utils import Database

from tests.alerts.stores import store_with_alerts


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Database]:
    """Two awards that nobody has been told of."""
    with store_with_alerts(tmp_path / "piagam.sqlite", "Kabupaten Batang", "Kabupaten Blora") as db:
        yield db
