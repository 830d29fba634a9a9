"""A shell in an empty folder, with a store worth exporting."""

from collections.abc import Iterator

import pytest
from sqlite_utils import Database

from tests.cli.conftest import console
from tests.cli.console import Console
from tests.exports.samples import odd_store

__all__ = ["console", "db"]


@pytest.fixture
def db(console: Console) -> Iterator[Database]:
    yield from odd_store(console)
