"""A shell in an empty folder."""

from pathlib import Path

import pytest

from tests.cli.console import Console


@pytest.fixture
def console(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Console:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PIAGAM_CONFIG", raising=False)
    return Console(folder=tmp_path, capture=capsys)
