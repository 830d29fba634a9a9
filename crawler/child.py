"""One child process in a process group of its own, ended whole when it runs too long."""

import os
import signal
import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from threading import Event, Thread
from typing import IO

_POLL_SECONDS = 0.1


class Ending(StrEnum):
    """Why a child ended."""

    ITSELF = "itself"
    OVER_LIMIT = "over-limit"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildEnd:
    """How one child ended."""

    ending: Ending
    code: int
    """Exit code; negative is the signal that ended it."""
    seconds: float


def run_child(
    command: Sequence[str],
    *,
    limit: float,
    grace: float,
    stop: Event | None = None,
    hear: Callable[[str], None] | None = None,
) -> ChildEnd:
    """Run `command` to its end, at most `limit` seconds or until `stop` is set.

    Then its whole process group gets SIGTERM, and after `grace` seconds SIGKILL, so that no
    grandchild is left. Output goes where ours goes, or line by line to `hear`, from a thread of
    its own. Raises OSError when it cannot be started.
    """
    stop = stop or Event()
    began = time.monotonic()
    # The command line is our own: this interpreter and our own console module.
    process = subprocess.Popen(  # noqa: S603
        command,
        stdin=subprocess.DEVNULL,
        stdout=None if hear is None else subprocess.PIPE,
        stderr=None if hear is None else subprocess.STDOUT,
        start_new_session=True,
    )
    listener = Thread(target=_listen, args=(process.stdout, hear), daemon=True)
    listener.start()
    ending = _wait(process, until=began + limit, stop=stop)
    if ending is not Ending.ITSELF:
        _signal_group(process.pid, signal.SIGTERM)
        _wait(process, until=time.monotonic() + grace, stop=Event())
    _signal_group(process.pid, signal.SIGKILL)
    code = process.wait()
    listener.join()  # the whole group has ended, so its end of the pipe is closed
    return ChildEnd(ending=ending, code=code, seconds=time.monotonic() - began)


def _listen(output: IO[bytes] | None, hear: Callable[[str], None] | None) -> None:
    if output is not None and hear is not None:
        with output:
            for line in output:
                hear(line.decode("utf-8", "replace").rstrip())


def _wait(process: "subprocess.Popen[bytes]", *, until: float, stop: Event) -> Ending:
    while process.poll() is None:
        if time.monotonic() >= until:
            return Ending.OVER_LIMIT
        if stop.wait(_POLL_SECONDS):
            return Ending.STOPPED
    return Ending.ITSELF


def _signal_group(group: int, number: signal.Signals) -> None:
    try:
        os.killpg(group, number)
    except ProcessLookupError:
        return  # all of it has ended
