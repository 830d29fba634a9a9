"""A watcher in a process of its own, and crawls that it is to start."""

import signal
import subprocess
import sys
import time
from collections.abc import Callable, Generator, Sequence
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from crawler.config import Config, load_config
from storage.database import open_store
from storage.records import RunStatus
from storage.runs import end_run, start_run

PATIENCE = 90
WATCHER = """
import json, logging, sys
from pathlib import Path
from crawler.config import load_config
from crawler.schedule import Pace, Watcher
logging.basicConfig(level=logging.INFO, format="%(message)s")
logging.getLogger("apscheduler").setLevel(logging.ERROR)
_, limit, pace, *command = sys.argv
config = load_config(Path("piagam.toml"))
watch = config.watch.model_copy(update={"limit_minutes": float(limit)})
config = config.model_copy(update={"watch": watch})
Watcher(config, command, Pace(**json.loads(pace))).run()
"""
QUICK = '{"heartbeat": 0.2, "lease": 5, "deliveries": 0.3, "looks": 0.3, "grace": 2}'


class Watch:
    """A watcher in a process of its own, and what it has said so far."""

    def __init__(self, process: "subprocess.Popen[bytes]", log: Path) -> None:
        self.process = process
        self._log = log

    @property
    def log(self) -> str:
        """All it has printed."""
        return self._log.read_text()

    def wait_for(self, condition: Callable[[], object]) -> None:
        """Wait until the condition holds; fails when the watcher ends before."""
        deadline = time.monotonic() + PATIENCE
        while not condition():
            assert self.process.poll() is None, self.log
            assert time.monotonic() < deadline, self.log
            time.sleep(0.02)

    def stop(self, number: signal.Signals = signal.SIGTERM) -> int:
        """Tell it to end, and give its exit code."""
        self.process.send_signal(number)
        code = self.process.wait(PATIENCE)
        assert code == 0, self.log
        return code


@contextmanager
def watching(folder: Path, command: Sequence[str]) -> Generator[Watch, None, None]:
    """Run `command` in `folder` as a watcher; it is ended with the block."""
    log = folder / "watch.log"
    with log.open("ab") as out:
        process = subprocess.Popen(
            command, cwd=folder, stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.STDOUT
        )
    try:
        yield Watch(process, log)
    finally:
        process.kill()
        process.wait()


def quick_watcher(crawl: str, *, limit: float = 10) -> list[str]:
    """A watcher whose crawl is a Python program, with little time between its beats.

    `limit` is in minutes.
    """
    return [sys.executable, "-c", WATCHER, str(limit), QUICK, sys.executable, "-c", crawl]


def configure(folder: Path, *sections: str) -> Config:
    """Write a piagam.toml; the nightly crawl is hours away whenever the tests run."""
    at = (datetime.now(UTC) + timedelta(hours=12)).strftime("%H:%M")
    watch = f'[watch]\nat = "{at}"\nzone = "UTC"\n'
    path = folder / "piagam.toml"
    path.write_text("\n".join(['contact = "redaksi@example.id"', *sections, watch]))
    return load_config(path)


def note_good_run(config: Config, started: datetime) -> None:
    """A crawl that finished, in the store."""
    with closing(open_store(config.store)) as db, db.atomic():
        run_id = start_run(db, holder="test", version="0", now=started)
        end_run(db, run_id=run_id, status=RunStatus.FINISHED, now=started)


CRAWLED = "import pathlib, os; pathlib.Path('crawled').open('a').write(f'{os.getpid()} ')"
FINISHED = """
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from storage.database import open_store
from storage.records import RunStatus
from storage.runs import end_run, start_run
with closing(open_store(Path("piagam.sqlite"))) as db, db.atomic():
    run_id = start_run(db, holder="test", version="0", now=datetime.now(UTC))
    end_run(db, run_id=run_id, status=RunStatus.FINISHED, now=datetime.now(UTC))
"""
ENDLESS = f"{CRAWLED}; import time; time.sleep(600)"
