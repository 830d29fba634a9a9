"""Ctrl+C, which a terminal sends to all processes of a command, ends them without any talk."""

import os
import signal
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.backfill.conftest import PATIENCE, Office
from tests.backfill.test_kills import many, wait_until
from tests.cli.console import PIAGAM
from tests.cluster.services import children


def servers(pid: int) -> list[int]:
    """The process that forks workers off, as soon as it is begun."""
    return [each for each in children(pid) if b"forkserver" in _command(each)]


def workers(pid: int) -> list[int]:
    return [worker for server in servers(pid) for worker in children(server)]


def _command(pid: int) -> bytes:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""  # it has just ended


@pytest.mark.parametrize("begun", [servers, workers], ids=["server", "workers"])
def test_ctrl_c_is_one_line_whatever_has_begun(
    office: Office, begun: Callable[[int], list[int]]
) -> None:
    files = [str(each) for each in many(office)]
    command = [*PIAGAM, "backfill", "--language", "any", "--workers", "2", *files]
    with subprocess.Popen(
        command,
        cwd=office.folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        wait_until(lambda: bool(begun(process.pid)))
        os.killpg(process.pid, signal.SIGINT)
        out, err = process.communicate(timeout=PATIENCE)
    assert (process.returncode, out, err) == (130, "", "piagam: interrupted\n")
    again = office.piagam("backfill", "--language", "any", "--workers", "1", *files)
    assert again.returncode == 0
    assert office.column("SELECT status FROM runs ORDER BY id") == ["interrupted", "finished"]
