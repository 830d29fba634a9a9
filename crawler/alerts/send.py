"""Sends the mail that is due: the outbox of the store, carried to the server of the configuration.

SendError
    Sending cannot begin: nobody to send to, no usable address, or another process is at it.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from sqlite_utils import Database

from crawler import __version__
from crawler.alerts.compose import Stationery, compose_test
from crawler.alerts.connection import MailServer, MailServerError
from crawler.alerts.mail import MailSession, Unknown, bare_address, seal
from crawler.alerts.round import Round, SendReport
from crawler.awards.catalogue import load_catalogue
from crawler.config import Config, MailConfig
from storage import outbox
from storage.leases import ALERTS_LEASE, release_lease, renew_lease, take_lease
from storage.processes import this_process

__all__ = ["SendError", "SendReport", "send_due", "send_test"]

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
    people = _people(config.mail)
    on = _stationery(config.mail, now)
    report = SendReport()
    with _only_sender(db, now) as moment, MailSession(_server(config.mail, on)) as session:
        for lost in outbox.recover(db, now):
            report.note(lost.person, Unknown(lost.last_reply or ""))
        round_ = Round(
            db=db,
            session=session,
            on=on,
            schemes=load_catalogue(),
            moment=moment,
            report=report,
        )
        due = outbox.claim_due(db, people, now)
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
        left = outbox.waiting(db, people)
        report.waiting, report.next_try_at = left.count, left.next_try_at
    return report


_BROKEN_OFF = 3
_SERVER_BREAKS_OFF = (
    f"mail.host: the server broke off {_BROKEN_OFF} messages after taking them; the rest waits, "
    "see whether those arrived, and mend the server"
)


def send_test(config: Config, now: datetime) -> SendReport:
    """Send a test mail to everybody who gets alerts; no store takes part. Raises SendError."""
    people = _people(config.mail)
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


def _people(mail: MailConfig) -> tuple[str, ...]:
    """The bare addresses in mail.to, each once."""
    if not mail.to:
        raise SendError('mail.to: nobody is to be told; write to = ["name@example.org"]')
    return tuple(dict.fromkeys(_address("mail.to", each) for each in mail.to))


def _stationery(mail: MailConfig, now: datetime) -> Stationery:
    # A sender that no header can carry would make every alert unsendable for good.
    _address("mail.sender", mail.sender)
    return Stationery(sender=mail.sender, now=now, version=__version__)


def _address(key: str, text: str) -> str:
    try:
        return bare_address(text)
    except ValueError as error:
        raise SendError(f"{key}: {error}; write name@example.org") from None


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
