"""One part of a run in a process of its own: `python -m crawler.cluster.part FOLDER RUN [SINCE]`.

Twisted's reactor starts once in a process, and a worker lives for many orders. The folder holds the
seed, the outlets' files and the facts; what is read goes there too.
"""

import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic

from crawler.cluster.leash import hold_on
from crawler.cluster.order import Told, part_config
from crawler.hosts import Hosts
from crawler.outlet_shelf import outlet_shelf, scrapy_settings
from crawler.progress import Progress
from crawler.runs import LEASE_TERM
from crawler.side_by_side import run_spiders
from storage.database import open_store
from storage.leases import CRAWL_LEASE, take_lease
from storage.processes import this_process

FACTS, TOLD = "facts.json", "told.json"


def main(folder: str, run_id: str, since: str = "") -> int:
    """Read the outlets whose files lie in the folder; exit code 0."""
    hold_on()
    home = Path(folder)
    config = part_config((home / FACTS).read_text("utf-8"), home)
    settings = scrapy_settings(config)
    settings.set("PIAGAM_OUTLETS_ONLY", True, priority="project")
    settings.set("PIAGAM_RUN_ID", int(run_id), priority="project")
    settings.set("PIAGAM_SINCE", since or None, priority="project")
    # A worker that was killed may have asked just now: its last request keeps its distance.
    Hosts(asked_at=monotonic()).hand_over(settings)
    with closing(open_store(config.store)) as db:
        take_lease(db, CRAWL_LEASE, this_process(), datetime.now(UTC), LEASE_TERM)
    shelf = outlet_shelf(settings)
    latest: dict[str, Progress] = {}
    unread = dict(shelf.problems) | run_spiders(
        settings,
        {name: shelf.load(name) for name in shelf.outlets},
        lambda progress: latest.update({progress.outlet: progress}),
    )
    told = Told(progress=tuple(latest.values()), unread=unread)
    (home / TOLD).write_text(told.write(), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
