"""A process with two workers that waits to be killed."""

import os
from pathlib import Path
from time import sleep

from crawler.processes import open_processes


def hold() -> int:
    """Notes the numbers of its workers in the file `workers` and waits."""
    with open_processes(2) as executor:
        pids = {each.result() for each in [executor.submit(_number) for _ in range(2)]}
        Path("workers.part").write_text("\n".join(map(str, pids)))
        Path("workers.part").rename("workers")
        sleep(120)
    return 0


def _number() -> int:
    sleep(1)  # so that the other worker takes the other task
    return os.getpid()
