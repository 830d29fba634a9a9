"""The set-up of docs/cluster.md makes what the commands want."""

import re
import shutil
import subprocess
from pathlib import Path
from textwrap import dedent

import pytest

from crawler.cluster.trust import Place, Trust
from crawler.config import load_config

PAGE = (Path(__file__).parents[2] / "docs" / "cluster.md").read_text(encoding="utf-8")


def block(language: str, holding: str) -> str:
    """The block of the page that holds certain words."""
    found = re.findall(rf"^ *```{language}\n(.*?)^ *```", PAGE, re.MULTILINE | re.DOTALL)
    (text,) = [dedent(each) for each in found if holding in each]
    return text


@pytest.mark.skipif(shutil.which("openssl") is None, reason="no openssl here")
def test_certificates_and_token_made_as_described_let_a_machine_in(tmp_path: Path) -> None:
    commands = block("sh", "openssl req")
    subprocess.run(["sh", "-eu", "-c", commands], cwd=tmp_path, check=True, capture_output=True)
    path = tmp_path / "piagam.toml"
    path.write_text(block("toml", "token_file"))
    trust = Trust.of(load_config(path, contact_needed=False).cluster)
    trust.check(Place.parse("tls://sched.example.org:8786"))
    for folder in (tmp_path / "cluster", *(tmp_path / "cluster").glob("*.key")):
        assert folder.stat().st_mode & 0o077 == 0
