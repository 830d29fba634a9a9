"""One crawl in a process of its own: `crawl_once.py CONFIG [OUTLET…]`, the result as JSON."""

import json
import sys
from dataclasses import asdict
from pathlib import Path

from crawler.config import ConfigError
from crawler.crawling import crawl
from crawler.ledger import Progress
from crawler.runs import RunError
from storage.database import StoreError


def main(config: str, *outlets: str) -> int:
    """Exit code 0 for a good crawl, 1 for one that says what failed."""
    progress: list[Progress] = []
    try:
        result = crawl(Path(config), outlets, progress.append)
    except (ConfigError, StoreError, RunError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    rows = [{**asdict(row), **asdict(row.counts)} for row in result.rows]
    told = {
        "status": result.status,
        "failures": result.failures,
        "rows": rows,
        "progress": [asdict(each) for each in progress],
    }
    sys.stdout.write(json.dumps(told, default=str))
    return 0 if result.is_good else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
