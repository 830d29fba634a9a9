"""Our own command in a process that kills itself with SIGKILL at a boundary, to be forked.

A boundary is a call of a function that a stage consists of, or a commit: `module:function` is
looked up where the stage finds it, `commit` is every COMMIT of the process.
"""

import importlib
import json
import os
import signal
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import asdict, dataclass
from datetime import datetime
from functools import partial, wraps
from pathlib import Path
from typing import Any

from crawler.alerts.send import send_due
from crawler.config import load_config
from storage.database import open_store
from tests.forked import piagam as command

COMMIT = "commit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Death:
    """When a process dies: before or after a boundary is passed for the `number`-th time."""

    boundary: str
    number: int
    """From 1; 0 never comes."""
    is_after: bool = False


def written(*deaths: Death) -> str:
    """As the argument of a process."""
    return json.dumps([asdict(each) for each in deaths])


class Boundary:
    """Counts how often it is passed, and kills the process when the time has come."""

    def __init__(self, death: Death) -> None:
        self._death = death
        self.passed = 0

    def go(self, act: Callable[[], Any]) -> Any:
        """Pass it once."""
        self.passed += 1
        is_now = self.passed == self._death.number
        if is_now and not self._death.is_after:
            os.kill(os.getpid(), signal.SIGKILL)
        result = act()
        if is_now:
            os.kill(os.getpid(), signal.SIGKILL)
        return result


def piagam(deaths: str, *arguments: str) -> int:
    """One command of ours that dies so; without a death it says how often it could have."""
    return _mortal(deaths, lambda: command(*arguments))


def send(deaths: str, config: str, *moments: str) -> int:
    """Send what is due at these moments, as `piagam alerts send` would then."""

    def act() -> int:
        settings = load_config(Path(config))
        with closing(open_store(settings.store)) as db:
            reports = [send_due(db, settings, datetime.fromisoformat(each)) for each in moments]
        return 0 if all(each.is_well for each in reports) else 1

    return _mortal(deaths, act)


def _mortal(deaths: str, act: Callable[[], int]) -> int:
    passed: dict[str, Boundary] = {}
    for each in json.loads(deaths):
        death = Death(**each)
        boundary = passed[death.boundary] = Boundary(death)
        if death.boundary == COMMIT:
            _watch_commits(boundary)
        else:
            _watch_calls(death.boundary, boundary)
    code = act()
    Path("passed").write_text(json.dumps({name: each.passed for name, each in passed.items()}))
    return code


def _watch_calls(name: str, boundary: Boundary) -> None:
    module, _, path = name.partition(":")
    place: Any = importlib.import_module(module)
    *outer, last = path.split(".")
    for each in outer:
        place = getattr(place, each)
    act = getattr(place, last)

    @wraps(act)
    def passed(*given: Any, **named: Any) -> Any:
        return boundary.go(partial(act, *given, **named))

    setattr(place, last, passed)


def _watch_commits(boundary: Boundary) -> None:
    class Connection(sqlite3.Connection):
        def execute(self, sql: str, parameters: Any = (), /) -> sqlite3.Cursor:
            act = partial(super().execute, sql, parameters)
            cursor: sqlite3.Cursor = boundary.go(act) if sql == "COMMIT" else act()
            return cursor

    sqlite3.connect = partial(sqlite3.connect, factory=Connection)  # type: ignore[assignment]
