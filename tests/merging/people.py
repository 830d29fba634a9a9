"""What people were told of the awards in a store, written short."""

from datetime import datetime
from zoneinfo import ZoneInfo

from sqlite_utils import Database

from crawler.alerts.addressing import address_new
from crawler.alerts.subscriptions import Subscription
from storage.outbox import (
    begin_connect,
    begin_hand_over,
    due,
    mark_refused,
    mark_sent,
    mark_unknown,
)
from storage.records import DeliveryState
from tests.addressing import had_a_crawl

ZONE = ZoneInfo("Asia/Jakarta")


def tell(
    db: Database, *people: str, now: datetime, ends: DeliveryState = DeliveryState.SENT
) -> None:
    """Address what is new to these people, at once, and let each mail end so."""
    address_to(db, *people, now=now)
    for each in due(db, people, now):
        if ends is DeliveryState.WAITING:
            continue
        begin_connect(db, each, now=now)
        if ends is DeliveryState.CONNECTING:
            continue
        if ends is DeliveryState.REFUSED:
            mark_refused(db, each, reply="550 no such user", now=now)
            continue
        begin_hand_over(db, each, message_id=f"<{each.person}-{each.alert_id}@x>", now=now)
        if ends is DeliveryState.SENT:
            mark_sent(db, each, reply="250 OK", now=now)
        elif ends is DeliveryState.UNKNOWN:
            mark_unknown(db, each, reply="broke off", now=now)


def address_to(db: Database, *people: str, now: datetime) -> None:
    """Decide who is told of what is new: these people, of everything, at once."""
    had_a_crawl(db, now)
    everything = Subscription(people=people, zone=ZONE)
    address_new(db, [everything], now, most=50, zone=ZONE)


def told(db: Database) -> list[tuple[str, str, str, bool]]:
    """Each mail: of which kind, to whom, how it stands, whether in a digest."""
    rows = db.execute(
        "SELECT kind, person, deliveries.state, digest_id IS NOT NULL"
        " FROM deliveries JOIN alerts ON alerts.id = alert_id ORDER BY 1, 2, 3"
    )
    return [(kind, person, state, bool(in_digest)) for kind, person, state, in_digest in rows]
