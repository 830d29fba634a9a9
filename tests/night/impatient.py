"""Our commands with a second of patience with other programs that lock the store."""

import logging
import resource
import sys
from pathlib import Path

import crawler.ledger
import storage.copying
import storage.database
from crawler.config import load_config
from crawler.schedule import Watcher
from tests.forked import piagam as command
from tests.night.clock import PACE
from tests.night.mortal import send as sending
from tests.night.mortal import written

SECONDS = 1
"""In place of half a minute, so that a test need not wait for that."""


def piagam(*arguments: str) -> int:
    """One command of ours, to be forked."""
    lose_patience()
    return command(*arguments)


def send(*arguments: str) -> int:
    """`mortal.send`, told as our commands tell of errors; to be forked."""
    lose_patience()
    try:
        return sending(written(), *arguments)
    except storage.database.StoreError as error:
        sys.stderr.write(f"{error}\n")
        return 1


def cramped(room: str, *arguments: str) -> int:
    """`send` where no file may grow beyond `room` bytes, as on a disk that is full."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(room), int(room)))
    return send(*arguments)


def lose_patience() -> None:
    """For this process, once and for all."""
    for place, name, seconds in (
        (storage.database, "BUSY_SECONDS", SECONDS),
        (storage.copying, "BUSY_SECONDS", SECONDS),
        (crawler.ledger, "HEARTBEAT", 1.5 * SECONDS),
    ):
        setattr(place, name, seconds)


def watch(*crawl: str) -> None:
    """Watch in this folder as `piagam watch` does; `crawl` is the command line of a crawl."""
    lose_patience()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    logging.getLogger("apscheduler").setLevel(logging.ERROR)
    Watcher(load_config(Path("piagam.toml")), crawl, PACE).run()


if __name__ == "__main__":
    watch(*sys.argv[1:])
