"""A watcher, and crawls, whose wall clock a test sets while they run: `-m tests.night.clock`.

The file `clock.json` says how many seconds the clock is off, and which TZ the host has.
"""

import json
import logging
import os
import sys
import time
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Thread

import time_machine

from crawler.config import load_config
from crawler.schedule import Pace, Watcher
from storage.database import open_store
from storage.records import RunStatus
from storage.runs import end_run, start_run
from tests.alerts.stores import store_with_alerts

REGIONS = ("Batang", "Blora", "Demak", "Kudus", "Pati", "Jepara", "Rembang", "Grobogan", "Kendal")
PACE = Pace(heartbeat=0.1, lease=5, deliveries=0.3, looks=0.5, grace=2)
_FILE, _PLAIN = Path("clock.json"), Path("piagam.toml")


def set_clock(folder: Path, off: timedelta, host_zone: str = "UTC") -> None:
    """Let the clock of all processes in the folder be off by so much."""
    fresh = folder / "clock.fresh"
    fresh.write_text(json.dumps([off.total_seconds(), host_zone]))
    fresh.replace(folder / _FILE)


def follow() -> None:
    """Keep this process' clock as the file says."""
    journey = time_machine.travel(datetime.now(UTC), tick=True)
    clock = journey.start()

    def read() -> None:
        off, host_zone = json.loads(_FILE.read_text())
        if os.environ.get("TZ") != host_zone:
            os.environ["TZ"] = host_zone
            time.tzset()
        wanted = time_machine.escape_hatch.time.time() + off
        if abs(wanted - time.time()) > 1:
            clock.move_to(wanted)

    def keep() -> None:
        while True:
            read()
            time.sleep(0.01)

    read()
    Thread(target=keep, daemon=True).start()


def watch(*crawl: str) -> None:
    """Watch as `piagam watch` does, with little time between the beats."""
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    logging.getLogger("apscheduler").setLevel(logging.ERROR)
    command = (sys.executable, "-m", "tests.night.clock", *crawl)
    Watcher(load_config(_PLAIN), command, PACE).run()


def crawl(wait_for: str = "") -> None:
    """A good crawl that finds one new award; it goes on until the file is there."""
    now, store = datetime.now(UTC), load_config(_PLAIN).store
    with Path("crawled").open("a") as file:
        file.write(f"{now.isoformat()}\n")
    with closing(open_store(store)) as db:
        (number,) = db.execute("SELECT count(*) FROM articles").fetchone()
        run_id = start_run(db, holder="test", version="0", now=now)
        store_with_alerts(store, f"Kabupaten {REGIONS[number]}", now=now, first=number).close()
        while wait_for and not Path(wait_for).exists():
            time.sleep(0.01)
        end_run(db, run_id=run_id, status=RunStatus.FINISHED, now=datetime.now(UTC))


if __name__ == "__main__":
    follow()
    {"watch": lambda: watch(*sys.argv[2:]), "crawl": lambda: crawl(*sys.argv[2:])}[sys.argv[1]]()
