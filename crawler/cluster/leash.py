"""A child process that ends with its parent, who beats on a pipe as long as it lives."""

import os
import select
import signal
import subprocess
from threading import Thread
from typing import NoReturn

LONGEST = 60.0
"""Seconds without a beat, after which the parent is taken for frozen.

Shorter than what Dask waits until it gives the task to another worker.
"""
BEAT = 1.0
"""Seconds between two beats."""


def hold_on(stdin: int = 0) -> None:
    """End this process, as by SIGKILL, when nobody beats at standard input any more."""
    Thread(target=_listen, args=(stdin,), name="leash", daemon=True).start()


def beat(process: "subprocess.Popen[bytes]") -> None:
    """Let the child live on; nothing happens when it has ended."""
    if process.stdin is not None:
        try:
            os.write(process.stdin.fileno(), b".")
        except OSError:
            return


def _listen(stdin: int) -> NoReturn:
    while select.select([stdin], [], [], LONGEST)[0] and os.read(stdin, 4096):
        pass
    os.kill(os.getpid(), signal.SIGKILL)
    raise SystemExit  # never reached
