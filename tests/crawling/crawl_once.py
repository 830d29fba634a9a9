"""One crawl in a process of its own: `crawl_once.py CONFIG [--since=DAY] [OUTLET…]`, as JSON."""

import asyncio
import gc
import json
import resource
import sys
from dataclasses import asdict
from datetime import date
from pathlib import Path

from crawler import settings
from crawler.config import ConfigError
from crawler.crawling import crawl
from crawler.progress import Progress
from crawler.runs import RunError
from storage.database import StoreError


def main(config: str, *arguments: str) -> int:
    """Exit code 0 for a good crawl, 1 for one that says what failed."""
    progress: list[Progress] = []
    loops: set[str] = set()
    searches: set[int] = set()

    def note(made: Progress) -> None:
        progress.append(made)
        loops.add(type(asyncio.get_running_loop()).__module__)
        searches.add(gc.get_threshold()[0])

    outlets = [each for each in arguments if not each.startswith("--since=")]
    days = [date.fromisoformat(each[8:]) for each in arguments if each not in outlets]
    try:
        result = crawl(Path(config), outlets, note, since=next(iter(days), None))
    except (ConfigError, StoreError, RunError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    rows = [{**asdict(row), **asdict(row.counts)} for row in result.rows]
    told = {
        "status": result.status,
        "failures": result.failures,
        "peak_megabytes": _peak(),
        "loops": sorted(loops),
        "objects_between_searches": sorted(searches),
        "rows": rows,
        "progress": [asdict(each) for each in progress],
    }
    sys.stdout.write(json.dumps(told, default=str))
    return 0 if result.is_good else 1


def cramped(room: str, *arguments: str) -> int:
    """One crawl where no file may grow beyond `room` bytes, as on a disk that is full."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(room), int(room)))
    return main(*arguments)


def short_of_files(soft: str, hard: str, *arguments: str) -> int:
    """One crawl in a process that may open so many files, and raise that to `hard`."""
    resource.setrlimit(resource.RLIMIT_NOFILE, (int(soft), int(hard)))
    return main(*arguments)


def few_at_once(most: str, *arguments: str) -> int:
    """One crawl that reads so many outlets side by side."""
    settings.PIAGAM_SIDE_BY_SIDE = int(most)
    return main(*arguments)


def _peak() -> float:
    """The most memory that this process held; what its parent held before counts in rusage."""
    lines = Path("/proc/self/status").read_text().splitlines()
    (line,) = [line for line in lines if line.startswith("VmHWM:")]
    return int(line.split()[1]) / 1000


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
