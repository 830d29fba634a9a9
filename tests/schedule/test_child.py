"""A child process ends by itself, at its limit, or when it is told to stop; never half."""

import signal
import sys
import time
from pathlib import Path
from threading import Event, Thread

import pytest

from crawler.child import ChildEnd, Ending, run_child

GENTLE = """
import pathlib, signal, sys, time
signal.signal(signal.SIGTERM, lambda *_: sys.exit(7))
pathlib.Path(sys.argv[1]).write_text("ready")
time.sleep(600)
"""
STUBBORN = """
import pathlib, signal, subprocess, sys, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
pathlib.Path(sys.argv[1]).write_text(str(child.pid))
time.sleep(600)
"""


def python(code: str, *arguments: str) -> list[str]:
    """A command line that runs `code` in a fresh interpreter."""
    return [sys.executable, "-c", code, *arguments]


def run_and_stop_when_ready(code: str, ready: Path, *, grace: float) -> ChildEnd:
    """Run `code`, and set the stop as soon as it has written the file `ready`."""
    stop = Event()

    def wait_for_ready() -> None:
        while not (ready.exists() and ready.read_text()):
            time.sleep(0.01)
        stop.set()

    Thread(target=wait_for_ready, daemon=True).start()
    return run_child(python(code, str(ready)), limit=120, grace=grace, stop=stop)


def is_alive(pid: int) -> bool:
    """Whether the process still runs (a zombie that nobody has reaped yet does not)."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state != "Z"


@pytest.mark.parametrize("code", [0, 1, 3])
def test_a_child_that_ends_by_itself_reports_its_exit_code(code: int) -> None:
    end = run_child(python(f"raise SystemExit({code})"), limit=120, grace=1)
    assert (end.ending, end.code) == (Ending.ITSELF, code)


def test_a_child_over_its_limit_is_ended() -> None:
    end = run_child(python("import time; time.sleep(600)"), limit=0.2, grace=60)
    assert (end.ending, end.code) == (Ending.OVER_LIMIT, -signal.SIGTERM)
    assert 0.2 <= end.seconds < 60


def test_a_child_that_is_stopped_gets_a_chance_to_end_gently(tmp_path: Path) -> None:
    end = run_and_stop_when_ready(GENTLE, tmp_path / "ready", grace=60)
    assert (end.ending, end.code) == (Ending.STOPPED, 7)


def test_a_child_that_ignores_sigterm_is_killed_with_its_whole_group(tmp_path: Path) -> None:
    end = run_and_stop_when_ready(STUBBORN, tmp_path / "grandchild", grace=0.2)
    assert (end.ending, end.code) == (Ending.STOPPED, -signal.SIGKILL)
    grandchild = int((tmp_path / "grandchild").read_text())
    deadline = time.monotonic() + 60
    while is_alive(grandchild) and time.monotonic() < deadline:
        time.sleep(0.01)  # a signal is not delivered before the call returns
    assert not is_alive(grandchild)


def test_the_child_leads_a_process_group_of_its_own() -> None:
    code = "import os; raise SystemExit(0 if os.getpgid(0) == os.getpid() else 1)"
    assert run_child(python(code), limit=120, grace=1).code == 0


def test_what_a_child_says_can_be_heard_line_by_line_also_when_it_is_killed() -> None:
    heard: list[str] = []
    code = "import os, time; os.write(1, b'satu\\ndua'); os.write(2, b'\\ntiga'); time.sleep({})"
    assert run_child(python(code.format(0)), limit=120, grace=1, hear=heard.append).code == 0
    assert heard == ["satu", "dua", "tiga"]
    end = run_child(python(code.format(600)), limit=2, grace=1, hear=heard.append)
    assert end.ending is Ending.OVER_LIMIT
