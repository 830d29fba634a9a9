"""The tests' own processes: one that is killed before its first line has said nothing."""

import signal
from pathlib import Path

from tests.forked import fork


def test_killed_before_its_first_line_it_has_said_nothing(tmp_path: Path) -> None:
    for _ in range(5):
        process = fork("tests.forked:piagam", ["doctor"], folder=tmp_path)
        process.kill()
        ended = process.wait(60)
        assert (ended.returncode, ended.stdout, ended.stderr) == (-signal.SIGKILL, "", "")
