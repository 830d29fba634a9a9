"""Ctrl+C ends any command with one line and exit code 130."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.console import PIAGAM, Console

TOLD = "piagam: interrupted\n"
IMPORTING = """
import signal, sys

class Pressed:
    def find_spec(self, name, path, target=None):
        if name == sys.argv[1]:
            try:
                signal.raise_signal(signal.SIGINT)
            except KeyboardInterrupt:
                pass

sys.meta_path.insert(0, Pressed())
from crawler.cli import main
sys.exit(main(["init", "--help"]))
"""
"""Ctrl+C while something takes time that would swallow it, as pydantic's compiled part does."""


@pytest.mark.parametrize("module", ["typer", "crawler.cli.init"])
def test_while_the_libraries_are_read(module: str) -> None:
    command = [sys.executable, "-c", IMPORTING, module]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert (ended.returncode, ended.stdout, ended.stderr) == (130, "", TOLD)


def test_while_a_command_works(tmp_path: Path) -> None:
    waiting = tmp_path / "waiting.txt"
    os.mkfifo(waiting)
    command = [*PIAGAM, "read", str(waiting)]
    with (
        subprocess.Popen(
            command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        ) as process,
        waiting.open("wb"),
    ):  # opens when the command does, which then waits for more
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err) == (130, "", TOLD)


@pytest.mark.usefixtures("db")
def test_the_window_is_closed_by_it_as_it_says(console: Console) -> None:
    command = [*PIAGAM, "serve", "--port", "0"]
    with subprocess.Popen(
        command, cwd=console.folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert "Ctrl+C closes it" in process.stdout.readline()
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err) == (0, "", "")
