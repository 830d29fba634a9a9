"""What a crawl of many outlets side by side takes: CPU, memory, files, bytes, rows; for the model.

Each outlet is a host of its own on loopback with so many new stories, read by the real crawl in
a process of its own.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Generator
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.crawl_server import names_of
from benchmarks.outlets import outlet_file
from benchmarks.served import Mix
from storage.database import open_read_only

_LOOK_EVERY = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Fleet:
    """What is crawled."""

    outlets: int
    stories: int
    """New, of each outlet."""
    delay: float = 0.0
    """Seconds between two requests to a host."""
    mix: Mix = Mix.NIGHT


@dataclass(frozen=True, slots=True, kw_only=True)
class FleetFigures:
    """What one crawl of the fleet took."""

    outlets: int
    stories: int
    seconds: float
    cpu: float
    """Seconds of the crawling process, user and system."""
    megabytes: float
    """Resident, at most."""
    files: int
    """Open at most, 0 where the system does not tell."""
    requests: int
    stored: int
    failed: int
    """Addresses that came to nothing."""
    finished: int
    """Outlets that were read to their end."""
    awards: int
    archive_bytes: int
    store_bytes: int

    def as_data(self) -> dict[str, object]:
        """For JSON."""
        return asdict(self)


@dataclass(slots=True)
class _Watched:
    files: int = 0


def measure(fleet: Fleet) -> FleetFigures:
    """Crawl the fleet once. Raises RuntimeError when the crawl cannot begin."""
    with tempfile.TemporaryDirectory() as name, _server(fleet) as address:
        folder = Path(name)
        config = _configure(folder, fleet, address)
        command = [sys.executable, "-m", "crawler.cli", "--config", str(config), "crawl", "--json"]
        began, watched = time.monotonic(), _Watched()
        log = folder / "log"
        with log.open("w") as out:
            process = subprocess.Popen(command, stdout=out, stderr=subprocess.STDOUT)
            code, usage = _wait(process, watched)
        seconds = time.monotonic() - began
        if code not in (0, 1):
            raise RuntimeError(f"the crawl ended with {code}: {log.read_text()[-500:]}")
        return _figures(folder, fleet, seconds, usage, watched)


def _wait(process: subprocess.Popen[bytes], watched: _Watched) -> tuple[int, tuple[float, float]]:
    """Its exit code; its CPU seconds and most resident megabytes."""
    while True:
        pid, status, usage = os.wait4(process.pid, os.WNOHANG)
        if pid:
            process.returncode = os.waitstatus_to_exitcode(status)
            used = (usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1000)
            return process.returncode, used
        watched.files = max(watched.files, _open_files(process.pid))
        time.sleep(_LOOK_EVERY)


def _open_files(pid: int) -> int:
    try:
        return len(os.listdir(f"/proc/{pid}/fd"))
    except OSError:
        return 0


def _configure(folder: Path, fleet: Fleet, address: str) -> Path:
    names = names_of(fleet.outlets)
    (folder / "outlets").mkdir()
    for name in names:
        file = folder / "outlets" / f"{name}.toml"
        file.write_text(outlet_file(name, f"{name}.example"))
    config = folder / "piagam.toml"
    listed = ", ".join(f'"{name}"' for name in names)
    config.write_text(
        'contact = "redaksi@example.id"\n'
        f'[crawl]\noutlets = [{listed}]\noutlets_folder = "outlets"\n'
        f"delay = {fleet.delay}\n"
        f'[newsroom]\naddress = "{address}"\ntoday = 2025-09-12\n'
    )
    return config


def _figures(
    folder: Path, fleet: Fleet, seconds: float, used: tuple[float, float], watched: _Watched
) -> FleetFigures:
    with closing(open_read_only(folder / "piagam.sqlite")) as db:
        sums = "SELECT sum(requests), sum(stored), sum(failed), sum(status = 'finished')"
        requests, stored, failed, finished = db.execute(f"{sums} FROM outlet_runs").fetchone()
        ((awards,),) = db.execute("SELECT count(*) FROM awards").fetchall()
    return FleetFigures(
        outlets=fleet.outlets,
        stories=fleet.stories,
        seconds=seconds,
        cpu=used[0],
        megabytes=used[1],
        files=watched.files,
        requests=requests,
        stored=stored,
        failed=failed,
        finished=finished,
        awards=awards,
        archive_bytes=_bytes(folder / "piagam.archive"),
        store_bytes=sum(file.stat().st_size for file in folder.glob("piagam.sqlite*")),
    )


def _bytes(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


@contextmanager
def _server(fleet: Fleet) -> Generator[str, None, None]:
    wanted = (fleet.mix, str(fleet.stories), str(fleet.outlets))
    command = [sys.executable, "-m", "benchmarks.crawl_server", *wanted]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        if process.stdin is None or process.stdout is None:
            raise RuntimeError("the server has no streams")
        try:
            yield process.stdout.readline().strip()
        finally:
            process.stdin.close()
