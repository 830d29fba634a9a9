"""Takes from the store how deep a run has to go, and writes down how far it has seen."""

from crawler.ledger import Ledger
from spiders.accounts import Account
from spiders.depth import Depth
from spiders.reaches import Reach
from storage.gaps import GapState, keep_gap, last_read, note_reading, open_gaps


def depth_of(ledger: Ledger) -> Depth:
    """How deep the walks of this run go."""
    began = ledger.began
    last = last_read(ledger.db, ledger.outlet, run_id=ledger.run_id, until=began)
    unfinished = [
        gap.starts_at
        for gap in open_gaps(ledger.db, ledger.outlet)
        if gap.state is GapState.UNFINISHED
    ]
    owed = min(unfinished, default=None)
    return Depth(
        began=began,
        last_read=last and last.astimezone(began.tzinfo),
        owed_since=owed and owed.astimezone(began.tzinfo),
        since=ledger.since,
    )


def account_for(ledger: Ledger, depth: Depth, reach: Reach | None) -> None:
    """Note how far back the outlet was seen, and the gaps that this finds, narrows or closes.

    A run that reached nothing leaves the account as it is: the next one answers for its hours too.
    """
    if reach is None:
        return
    account = Account(outlet=ledger.outlet, run_id=ledger.run_id, depth=depth, reach=reach)
    with ledger.db.atomic():
        note_reading(
            ledger.db,
            run_id=ledger.run_id,
            outlet=ledger.outlet,
            read_at=ledger.began,
            seen_since=reach.since,
            seen_end=account.seen_end,
        )
        for gap in account.gaps(open_gaps(ledger.db, ledger.outlet)):
            keep_gap(ledger.db, gap)
