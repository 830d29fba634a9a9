"""After a run: was it our own network, how does each outlet stand now, and who is retired?"""

from collections.abc import Mapping
from datetime import date, datetime

from scrapy.statscollectors import StatsCollector
from sqlite_utils import Database

from crawler.connection_errors import CONNECTION_ERRORS
from crawler.health import assess, is_due
from crawler.reach import NetworkLoss, RunPart, network_loss, trouble_of
from storage.addresses import give_back_tries
from storage.health_records import OutletStanding, OutletState
from storage.nights import end_night, last_asked, mark_ours, nights, reaches
from storage.standings import keep_standing, known_outlets, standings, state_of


def count_night(db: Database, part: RunPart, stats: StatsCollector, *, now: datetime) -> None:
    """Note what an outlet brought and why it was not read to its end, if it was not.

    Call it in the transaction that ends the outlet's part; `stats` are those of its crawl.
    """
    trouble = trouble_of(
        part,
        robots=stats.get_value("robots/refused", 0) + stats.get_value("robots/unread", 0),
        shut_out=stats.get_value("retry/shut_out", 0),
    )
    end_night(
        db,
        run_id=part.run_id,
        reach=part.reach,
        is_reached=part.is_reached,
        trouble=trouble,
        now=now,
    )


def check_up(db: Database, run_id: int, now: datetime) -> NetworkLoss | None:
    """Judge every outlet that took part in the run; call it when all of them have ended.

    When our own network was down the night counts against nobody, and the tries of the addresses
    that nobody answered for are given back. Opens its own transactions.
    """
    reached = reaches(db, run_id)
    loss = network_loss(reached)
    if loss is not None:
        with db.atomic():
            mark_ours(db, run_id, loss.outlets)
            give_back_tries(db, run_id=run_id, since=loss.since, reasons=CONNECTION_ERRORS.values())
    histories = {each.outlet: nights(db, each.outlet) for each in reached}
    stands = [assess(outlet, history) for outlet, history in histories.items() if history]
    with db.atomic():  # judging takes seconds; nobody else waits for that
        for standing in stands:
            keep_standing(db, standing, run_id=run_id, now=now)
    return loss


def retire_disabled(
    db: Database, disabled: Mapping[str, str], *, run_id: int, today: date, now: datetime
) -> None:
    """Note the outlets of the store that their file no longer lets us read, with its reason.

    One in quarantine stays there: its alerts wait for a person. Call it inside `atomic()`.
    """
    closed = (OutletState.RETIRED, OutletState.QUARANTINED)
    for name in known_outlets(db) & disabled.keys():
        if state_of(db, name) not in closed:
            standing = OutletStanding(
                outlet=name,
                state=OutletState.RETIRED,
                reason=f"not enabled: {disabled[name]}",
                since=today,
            )
            keep_standing(db, standing, run_id=run_id, now=now)


def due_outlets(db: Database, names: tuple[str, ...], today: date) -> tuple[str, ...]:
    """Those of the outlets that are asked today; a retired one is so once in seven days."""
    stands = standings(db)
    return tuple(name for name in names if is_due(stands.get(name), last_asked(db, name), today))
