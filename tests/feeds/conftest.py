"""A store that outlets tell."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.database import open_store
from tests.linking.paper import Paper
from tests.storage.samples import begin_run


@pytest.fixture
def paper(tmp_path: Path) -> Iterator[Paper]:
    with open_store(tmp_path / "piagam.sqlite") as db:
        yield Paper(db=db, run_id=begin_run(db))
