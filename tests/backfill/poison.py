"""A reader that dies of one story, as a page that breaks a library would have it."""

import os
import signal
from time import sleep

from crawler.archive.jobs import ReadTask, Scan, ScanTask, StoryReading
from spiders import archived


def read(task: ReadTask) -> tuple[StoryReading, ...]:
    """As the real one, but a story at an address with `racun` kills the process."""
    if any("racun" in job.address for job in task.jobs):
        os.kill(os.getpid(), signal.SIGKILL)
        sleep(60)
    return archived.read(task)


def scan(task: ScanTask) -> Scan:
    """As the real one, but a file with `racun` in its name kills the process."""
    if "racun" in task.path.name:
        os.kill(os.getpid(), signal.SIGKILL)
        sleep(60)
    return archived.scan(task)
