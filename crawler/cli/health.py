"""How outlets stand, for the commands that tell of it: lines for people, objects for scripts."""

from collections.abc import Iterator, Mapping
from contextlib import closing

from sqlite_utils import Database

from crawler.cli.invocation import Invocation
from crawler.config import load_config
from crawler.health import told
from storage.database import open_read_only
from storage.health_records import OutletStanding, OutletState
from storage.standings import standings, standings_of_run

UNJUDGED = "not judged"
"""Of an outlet that was never read into the store."""


def standings_of(call: Invocation) -> Mapping[str, OutletStanding] | None:
    """How each outlet stands, by name; None without a configuration or a store."""
    if not (call.config_given or call.config_path.exists()):
        return None
    store = load_config(call.config_path, contact_needed=False).store
    if not store.exists():
        return None
    with closing(open_read_only(store)) as db:
        return standings(db)


def health_lines(db: Database, run_id: int) -> Iterator[str]:
    """One line for each outlet that was not healthy after a run."""
    for standing in standings_of_run(db, run_id).values():
        if standing.state is not OutletState.HEALTHY:
            yield told(standing)


def health_objects(db: Database, run_id: int) -> dict[str, dict[str, object]]:
    """How each outlet stood after a run, ready for JSON, by name; all that were retired, too."""
    return {name: health_object(each) for name, each in standings_of_run(db, run_id).items()}


def health_object(standing: OutletStanding) -> dict[str, object]:
    """How an outlet stands, ready for JSON."""
    return {
        "state": standing.state,
        "since": standing.since.isoformat(),
        "reason": standing.reason,
        "findings": list(standing.findings),
    }
