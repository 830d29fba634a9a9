"""Merges stores in small steps and is killed at a certain one: TARGET STEP STORE…"""

import os
import signal
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from crawler import merging
from crawler.keeping import Entry
from crawler.runs import OwnRun
from storage.database import open_store
from storage.records import RunKind


def main(target: str, step: str, *stores: str) -> None:
    """The steps are counted from 1; 0 lets it come to its end."""
    for name, size in (("_ARTICLES", 40), ("_ADDRESSES", 100), ("_BODIES", 5)):
        setattr(merging, name, size)
    left = [int(step)]

    def tell(_what: str, _done: int, _total: int) -> None:
        left[0] -= 1
        if left[0] == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    now = datetime.now(UTC)
    with closing(open_store(Path(target))) as db:
        run = OwnRun.begin(db, expected=(), now=now, kind=RunKind.MERGE)
        merging.merge_stores(
            db,
            [merging.Source(path=Path(each)) for each in stores],
            entry=Entry(run_id=run.id, now=now, began=now),
            subscribed=("ani@example.org",),
            tell=tell,
        )


if __name__ == "__main__":
    main(*sys.argv[1:])
