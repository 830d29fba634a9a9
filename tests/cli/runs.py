"""Runs in a store that a command is asked about."""

from datetime import datetime

from sqlite_utils import Database

from storage.records import RunStatus
from storage.runs import end_outlet_run, end_run, start_outlet_run, start_run


def add_run(db: Database, status: RunStatus, *, started: datetime, reason: str | None) -> int:
    """One more run of one outlet, which ended so."""
    with db.atomic():
        run_id = start_run(db, holder="test", version="0", now=started, expected=("wartablora",))
        start_outlet_run(db, run_id=run_id, outlet="wartablora", now=started)
        end_outlet_run(
            db, run_id=run_id, outlet="wartablora", status=status, reason=reason, now=started
        )
        end_run(db, run_id=run_id, status=status, reason=reason, now=started)
    return run_id
