"""Who holds something: a name for this process by which others can tell that it has died."""

import os
import socket
from pathlib import Path


def this_process() -> str:
    """`HOST/NAMESPACE:PID:START`: the same for the life of this process, never given again."""
    return f"{_host()}:{os.getpid()}:{_start_of(os.getpid())}"


def is_dead(holder: str) -> bool:
    """Whether `holder`, made by `this_process`, certainly runs no more.

    False when nobody can tell from here: another host, another container, a name of another form.
    """
    return _runs(holder) is False


def is_alive(holder: str) -> bool:
    """Whether `holder` certainly runs; False when nobody can tell from here."""
    return _runs(holder) is True


def _runs(holder: str) -> bool | None:
    """None when nobody can tell."""
    host, _, process = holder.partition(":")
    pid, _, start = process.partition(":")
    if host != _host() or not pid.isdecimal():
        return None
    return _is_running(int(pid)) and _start_of(int(pid)) == start


def _host() -> str:
    # Two containers may share a host name; a pid means something only in its own namespace.
    return f"{socket.gethostname()}/{_link('/proc/self/ns/pid')}".replace(":", "")


def _link(path: str) -> str:
    try:
        return os.readlink(path)
    except OSError:
        return ""  # no Linux: the host name alone must do


def _is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return _stat_of(pid)[:1] != ["Z"]


def _start_of(pid: int) -> str:
    """Ticks from boot to the start of the process, so that a reused pid is told apart."""
    stat = _stat_of(pid)
    return stat[19] if len(stat) > 19 else ""


def _stat_of(pid: int) -> list[str]:
    """Fields of /proc/PID/stat from the state on; empty where the system has no such file."""
    try:
        line = Path(f"/proc/{pid}/stat").read_text(errors="replace")
    except OSError:
        return []
    return line.rpartition(")")[2].split()
