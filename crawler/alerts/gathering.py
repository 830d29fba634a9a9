"""Writes the digest that gathered in the store; what cannot be written is left out, and told."""

import logging
from collections.abc import Mapping
from dataclasses import replace
from email.message import EmailMessage

from sqlite_utils import Database

from crawler.alerts.compose import SchemeNames, Stationery, compose_digest, compose_health
from crawler.alerts.mail import seal
from crawler.alerts.wording import one_line
from storage.digests import close_digest, digest_notice, items_of, leave_out
from storage.health_letters import changes_of, health_notice
from storage.letter_records import AwardNotice, DigestNotice
from storage.notices import notice
from storage.outbox import Delivery

_log = logging.getLogger(__name__)


def write_gathered(
    db: Database,
    parcel: Delivery,
    *,
    on: Stationery,
    schemes: Mapping[str, SchemeNames],
    zone: str,
) -> EmailMessage:
    """The mail of one digest; from here on it gathers no more.

    An award that cannot be written blocks no other. ValueError when nothing is left to be told.
    """
    with db.atomic():
        close_digest(db, parcel.id, on.now)
        health = health_notice(db, parcel.id)
        if health is not None:
            return compose_health(health, parcel.person, on=on, language=parcel.language)
        frame = digest_notice(db, parcel.id, zone=zone)
        items, faults = [], []
        for item in items_of(db, parcel.id):
            try:
                told = notice(db, item.alert_id)
                _try_out(told, frame, parcel, on, schemes)
            except Exception as error:  # noqa: BLE001 - one poison award must not block the rest
                _log.debug("alert %d cannot be written", item.alert_id, exc_info=True)
                reason = f"left out of the digest: {one_line(str(error), 200)}"
                leave_out(db, item.id, reason=reason, now=on.now)
                faults.append(f"alert {item.alert_id}: {reason}; see `piagam alerts list`")
            else:
                items.append(told)
        changes = changes_of(db, parcel.id)
    if not (items or faults or changes):
        raise ValueError("all of it was withdrawn before it was told")
    whole = replace(frame, items=tuple(items), changes=changes, faults=tuple(faults))
    return compose_digest(whole, parcel.person, on=on, schemes=schemes, language=parcel.language)


def _try_out(
    told: AwardNotice,
    frame: DigestNotice,
    parcel: Delivery,
    on: Stationery,
    schemes: Mapping[str, SchemeNames],
) -> None:
    alone = replace(frame, items=(told,))
    seal(compose_digest(alone, parcel.person, on=on, schemes=schemes, language=parcel.language))
