"""Sends what is due: the outbox of the store, by mail and by the channels of the configuration.

SendError
    Sending cannot begin: nobody to send to, no usable address, or another process is at it.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlite_utils import Database

from crawler import __version__
from crawler.alerts.addressing import (
    address_new,
    people_of,
    subscriptions_of,
)
from crawler.alerts.carrying import Carrier, LetterT, NotNowError
from crawler.alerts.channel_carrier import ChannelCarrier
from crawler.alerts.channels import Channel
from crawler.alerts.chat import chat_of_test
from crawler.alerts.compose import Stationery, compose_test
from crawler.alerts.connection import MailServer
from crawler.alerts.mail import MailSession, seal
from crawler.alerts.mail_carrier import MailCarrier
from crawler.alerts.outcomes import Unknown
from crawler.alerts.pace import Pace
from crawler.alerts.round import BROKEN_OFF, Round, SendReport
from crawler.alerts.subscriptions import Subscription
from crawler.awards.catalogue import load_catalogue
from crawler.config import Config, MailConfig
from crawler.config_channels import ChannelConfig
from crawler.config_subscriptions import MAIL
from crawler.told_errors import ToldError
from storage import outbox
from storage.alert_log import waiting
from storage.leases import ALERTS_LEASE, release_lease, renew_lease, take_lease
from storage.processes import this_process
from storage.runs import close_interrupted

__all__ = ["SendError", "SendReport", "mail_server", "send_due", "send_test"]

_LEASE_TERM = timedelta(hours=2)
"""More than any one message can take; a sender that died is seen to be dead at once."""


class SendError(ToldError):
    """Sending cannot begin; one line that names the key or the process and the mend."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Post:
    """What all ways of one sending share."""

    db: Database
    config: Config
    on: Stationery
    subscriptions: tuple[Subscription, ...]
    moment: Callable[[], datetime]
    report: SendReport

    def people(self, channel: str) -> tuple[str, ...]:
        """Who is told over the channel."""
        return _people_on(channel, self.subscriptions)

    def carry(
        self, carrier: Carrier[LetterT], channel: str, *, per_minute: int, broken_off: str
    ) -> None:
        """Deliver what is due over one channel."""
        round_ = Round(
            db=self.db,
            carrier=carrier,
            began=self.on.now,
            moment=self.moment,
            report=self.report,
            zone=self.config.watch.zone,
            pace=Pace(most=per_minute),
            keep_turn=lambda: _keep_turn(self.db, self.moment()),
            broken_off=broken_off,
        )
        round_.carry_all(outbox.due(self.db, self.people(channel), self.on.now, channel=channel))

    def count_waiting(self) -> None:
        """Tell what is left for later."""
        channels = dict.fromkeys(each.channel for each in self.subscriptions)
        left = [waiting(self.db, self.people(each), channel=each) for each in channels]
        some = [each for each in left if each.count]
        self.report.waiting = sum(each.count for each in some)
        first = [each.next_try_at for each in some]
        self.report.next_try_at = None if None in first else min(filter(None, first), default=None)


def send_due(db: Database, config: Config, now: datetime) -> SendReport:
    """Send what is due, the oldest alert first: mails, then channel by channel.

    What a crashed sender left is settled before. One person's refusal stops nobody else; trouble
    with the server or a channel leaves all that is due there waiting, with the reason, for the
    next call. Raises SendError, and StoreError when the store fails.
    """
    subscriptions = _subscriptions(config)
    on = _stationery(config.mail, now)
    report = SendReport()
    with _only_sender(db, now) as moment:
        # What a killed crawl found waits for its end.
        close_interrupted(db, now)
        for lost in outbox.recover(db, now):
            report.note(lost.person, Unknown(lost.last_reply or ""))
        zone = ZoneInfo(config.watch.zone)
        address_new(db, subscriptions, now, most=config.mail.most_at_once, zone=zone)
        post = _Post(
            db=db,
            config=config,
            on=on,
            subscriptions=subscriptions,
            moment=moment,
            report=report,
        )
        _send_mails(post)
        for channel in config.channel:
            _send_to(channel, post)
        post.count_waiting()
    return report


def _send_mails(post: _Post) -> None:
    mail = post.config.mail
    with MailSession(_server(mail, post.on)) as session:
        carrier = MailCarrier(session=session, on=post.on, schemes=load_catalogue())
        post.carry(
            carrier,
            MAIL,
            per_minute=mail.per_minute,
            broken_off=f"mail.host: the server broke off {_BROKEN_OFF}, and mend the server",
        )


def _send_to(channel: ChannelConfig, post: _Post) -> None:
    post.carry(
        ChannelCarrier(channel, on=post.on, schemes=load_catalogue()),
        channel.name,
        per_minute=channel.per_minute,
        broken_off=f"channel {channel.name}: it broke off {_BROKEN_OFF}, and whether it is well",
    )


_BROKEN_OFF = f"{BROKEN_OFF} messages after taking them; the rest waits, see whether those arrived"


def send_test(config: Config, now: datetime) -> SendReport:
    """Send a test message to everybody who gets alerts; no store takes part. Raises SendError."""
    subscriptions = _subscriptions(config)
    on = _stationery(config.mail, now)
    report = SendReport()
    try:
        _test_mail(_people_on(MAIL, subscriptions), config.mail, on, report)
    except NotNowError as error:
        report.troubles.append(str(error))
    for channel in config.channel:
        try:
            _test_channel(channel, _people_on(channel.name, subscriptions), on, report)
        except NotNowError as error:
            report.troubles.append(str(error))
    return report


def _test_mail(people: Sequence[str], mail: MailConfig, on: Stationery, report: SendReport) -> None:
    with MailSession(_server(mail, on)) as session:
        for person in people:
            report.note(person, session.deliver(seal(compose_test(person, on=on)), lambda: None))


def _test_channel(
    channel: ChannelConfig, people: Sequence[str], on: Stationery, report: SendReport
) -> None:
    for person in people:
        chat = chat_of_test(on.identity("test", on.now.isoformat(), person))
        report.note(person, Channel.open(channel).deliver(chat, lambda: None))


def _people_on(channel: str, subscriptions: Sequence[Subscription]) -> tuple[str, ...]:
    return people_of([each for each in subscriptions if each.channel == channel])


def mail_server(mail: MailConfig, now: datetime) -> MailServer:
    """Where the mail of this configuration is handed over."""
    return _server(mail, _stationery(mail, now))


def _subscriptions(config: Config) -> tuple[Subscription, ...]:
    if not config.people:
        raise SendError('mail.to: nobody is to be told; write to = ["name@example.org"]')
    return subscriptions_of(config)


def _stationery(mail: MailConfig, now: datetime) -> Stationery:
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
