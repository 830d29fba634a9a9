"""Writes the digest that gathered in the store; what cannot be written is left out, and told."""

import logging
from dataclasses import replace
from datetime import datetime

from sqlite_utils import Database

from crawler.alerts.carrying import Carrier, LetterT
from crawler.alerts.wording import one_line
from storage.digests import close_digest, digest_notice, items_of, leave_out
from storage.health_letters import changes_of, health_notice
from storage.notices import notice
from storage.outbox import Delivery

_log = logging.getLogger(__name__)


def write_gathered(
    db: Database, parcel: Delivery, carrier: Carrier[LetterT], *, now: datetime, zone: str
) -> LetterT:
    """The letter of one digest; from here on it gathers no more.

    An award that cannot be written blocks no other. ValueError when nothing is left to be told.
    """
    with db.atomic():
        close_digest(db, parcel.id, now)
        health = health_notice(db, parcel.id)
        if health is not None:
            return carrier.write_health(health, parcel)
        frame = digest_notice(db, parcel.id, zone=zone)
        items, faults = [], []
        for item in items_of(db, parcel.id):
            try:
                told = notice(db, item.alert_id)
                carrier.write_digest(replace(frame, items=(told,)), parcel)
            except Exception as error:  # noqa: BLE001 - one poison award must not block the rest
                _log.debug("alert %d cannot be written", item.alert_id, exc_info=True)
                reason = f"left out of the digest: {one_line(str(error), 200)}"
                leave_out(db, item.id, reason=reason, now=now)
                faults.append(f"alert {item.alert_id}: {reason}; see `piagam alerts list`")
            else:
                items.append(told)
        changes = changes_of(db, parcel.id)
    if not (items or faults or changes):
        raise ValueError("all of it was withdrawn before it was told")
    whole = replace(frame, items=tuple(items), changes=changes, faults=tuple(faults))
    return carrier.write_digest(whole, parcel)
