"""Runs `piagam` as people do: in this process where that is enough, else in one of its own."""

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from crawler.cli import main

PIAGAM = [sys.executable, "-m", "crawler.cli"]


@dataclass(frozen=True, kw_only=True)
class Said:
    """What one command said."""

    code: int
    out: str
    err: str

    @property
    def complaints(self) -> list[str]:
        """The lines on standard error."""
        return self.err.splitlines()


@dataclass(frozen=True, kw_only=True)
class Console:
    """A shell in one folder."""

    folder: Path
    capture: pytest.CaptureFixture[str]

    def run(self, *arguments: str) -> Said:
        """One command in this process."""
        self.capture.readouterr()
        code = main(arguments)
        out, err = self.capture.readouterr()
        return Said(code=code, out=out, err=err)

    def spawn(
        self, *arguments: str, given: bytes = b"", environment: dict[str, str] | None = None
    ) -> Said:
        """One command in a process of its own."""
        ended = subprocess.run(
            [*PIAGAM, *arguments],
            cwd=self.folder,
            input=given,
            capture_output=True,
            env={**os.environ, **(environment or {})},
            timeout=120,
            check=False,
        )
        out, err = ended.stdout.decode("utf-8", "replace"), ended.stderr.decode("utf-8", "replace")
        return Said(code=ended.returncode, out=out, err=err)

    def write(self, name: str, content: str | bytes) -> Path:
        """Put a file into the folder."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def configure(self, **sections: str) -> Path:
        """Write a piagam.toml; each section is given as the lines in it."""
        lines = ['contact = "redaksi@example.id"', 'store = "piagam.sqlite"']
        for name, section in sections.items():
            lines += [f"[{name}]", section]
        return self.write("piagam.toml", "\n".join(lines) + "\n")


def widest(lines: Sequence[str]) -> int:
    """Columns of the longest line."""
    return max(map(len, lines), default=0)
