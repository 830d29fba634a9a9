"""The order of the tests: files with heavy ones go first, so that no process ends long last."""

from collections import Counter
from pathlib import Path

import pytest


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Sort files by their number of heavy tests; within a file the order stays."""
    heavy: Counter[Path] = Counter(
        each.path for each in items if each.get_closest_marker("heavy") is not None
    )
    items.sort(key=lambda each: -heavy[each.path])
