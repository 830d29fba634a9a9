"""Sends the mail that is due: the outbox of the store, carried to the server of the configuration.

SendError
    Sending cannot begin: nobody to send to, no usable address, or another process is at it.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlite_utils import Database

from crawler import __version__
from crawler.alerts.addressing import (
    AddressError,
    address_new,
    people_of,
    subscriptions_of,
    usable_address,
)
from crawler.alerts.compose import Stationery, compose_test
from crawler.alerts.connection import MailServer, MailServerError
from crawler.alerts.mail import MailSession, Unknown, seal
from crawler.alerts.pace import Pace
from crawler.alerts.round import Round, SendReport
from crawler.alerts.subscriptions import Subscription
from crawler.awards.catalogue import load_catalogue
from crawler.config import Config, MailConfig
from storage import outbox
from storage.alert_log import waiting
from storage.leases import ALERTS_LEASE, release_lease, renew_lease, take_lease
from storage.processes import this_process
from storage.runs import close_interrupted

__all__ = ["SendError", "SendReport", "mail_server", "send_due", "send_test"]

_LEASE_TERM = timedelta(hours=2)
"""More than any one message can take; a sender that died is seen to be dead at once."""


class SendError(Exception):
    """Sending cannot begin; one line that names the key or the process and the mend."""


def send_due(db: Database, config: Config, now: datetime) -> SendReport:
    """Send what is due, the oldest alert first.

    What a crashed sender left is settled before. One person's refusal stops nobody else; trouble
    with the server leaves all that is due waiting, with the reason, for the next call. Raises
    SendError, and StoreError when the store fails.
    """
    subscriptions = _subscriptions(config)
    people = people_of(subscriptions)
    on = _stationery(config.mail, now)
    report = SendReport()
    with _only_sender(db, now) as moment, MailSession(_server(config.mail, on)) as session:
        # What a killed crawl found waits for its end.
        close_interrupted(db, now)
        for lost in outbox.recover(db, now):
            report.note(lost.person, Unknown(lost.last_reply or ""))
        round_ = Round(
            db=db,
            session=session,
            on=on,
            schemes=load_catalogue(),
            moment=moment,
            report=report,
            zone=config.watch.zone,
            pace=Pace(most=config.mail.per_minute),
        )
        zone = ZoneInfo(config.watch.zone)
        address_new(db, subscriptions, now, most=config.mail.most_at_once, zone=zone)
        due = outbox.due(db, people, now)
        lost_before = report.unknown
        for position, delivery in enumerate(due):
            if report.unknown - lost_before >= _BROKEN_OFF:
                round_.hold(due[position:], _SERVER_BREAKS_OFF)
                break
            _keep_turn(db, moment())
            try:
                round_.carry(delivery)
            except MailServerError as error:
                round_.hold(due[position:], str(error))
                break
        left = waiting(db, people)
        report.waiting, report.next_try_at = left.count, left.next_try_at
    return report


_BROKEN_OFF = 3
_SERVER_BREAKS_OFF = (
    f"mail.host: the server broke off {_BROKEN_OFF} messages after taking them; the rest waits, "
    "see whether those arrived, and mend the server"
)


def send_test(config: Config, now: datetime) -> SendReport:
    """Send a test mail to everybody who gets alerts; no store takes part. Raises SendError."""
    people = people_of(_subscriptions(config))
    on = _stationery(config.mail, now)
    report = SendReport()
    with MailSession(_server(config.mail, on)) as session:
        for person in people:
            try:
                outcome = session.deliver(seal(compose_test(person, on=on)), lambda: None)
            except MailServerError as error:
                report.trouble = str(error)
                break
            report.note(person, outcome)
    return report


def mail_server(mail: MailConfig, now: datetime) -> MailServer:
    """Where the mail of this configuration is handed over. Raises SendError."""
    return _server(mail, _stationery(mail, now))


def _subscriptions(config: Config) -> tuple[Subscription, ...]:
    if not config.people:
        raise SendError('mail.to: nobody is to be told; write to = ["name@example.org"]')
    try:
        return subscriptions_of(config)
    except AddressError as error:
        raise SendError(str(error)) from None


def _stationery(mail: MailConfig, now: datetime) -> Stationery:
    # A sender that no header can carry would make every alert unsendable for good.
    try:
        usable_address("mail.sender", mail.sender)
    except AddressError as error:
        raise SendError(str(error)) from None
    return Stationery(sender=mail.sender, now=now, version=__version__)


def _server(mail: MailConfig, on: Stationery) -> MailServer:
    return MailServer(
        host=mail.host,
        port=mail.port,
        security=mail.security,
        name=on.domain,
        user=mail.user,
        password=mail.password,
        ca_file=mail.ca_file,
        timeout=mail.timeout,
    )


@contextmanager
def _only_sender(db: Database, now: datetime) -> Iterator[Callable[[], datetime]]:
    """Hold the lease on the outbox; gives a clock that goes on from `now`."""
    began = time.monotonic()
    if not take_lease(db, ALERTS_LEASE, this_process(), now, _LEASE_TERM):
        raise SendError("another process is sending the alerts; wait until it has ended")
    try:
        yield lambda: now + timedelta(seconds=time.monotonic() - began)
    finally:
        release_lease(db, ALERTS_LEASE, this_process())


def _keep_turn(db: Database, now: datetime) -> None:
    if not renew_lease(db, ALERTS_LEASE, this_process(), now, _LEASE_TERM):
        raise SendError("another process took over the sending; nothing is lost, this one stops")
