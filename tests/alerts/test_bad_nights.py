"""Bad nights of the mail server, and people whom many subscriptions name: each alert ends once."""

import socket
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from crawler.alerts.send import send_due
from crawler.config import Config, MailConfig
from crawler.config_subscriptions import SubscriptionConfig
from crawler.newsroom.sink import MailSink, Script, Stage
from storage.records import DeliveryState
from tests.alerts.mails import text_of
from tests.alerts.stores import NOW, states, store_with_alerts

ANI, BUDI, CICI = "ani@example.org", "budi@example.org", "cici@example.org"
PEOPLE = (ANI, BUDI, CICI)
BODIES = ("Kabupaten Batang", "Kabupaten Blora", "Kabupaten Demak")
SENT, REFUSED, UNKNOWN = DeliveryState.SENT, DeliveryState.REFUSED, DeliveryState.UNKNOWN
OVERLAPPING = (
    SubscriptionConfig(to=(ANI, BUDI), families=("public-service",)),
    SubscriptionConfig(to=(BUDI, CICI), when="daily"),
    SubscriptionConfig(to=(CICI,), schemes=("pekppp-ipp",)),
)
"""Ani and Budi are told at once, Cici in the digest of the day."""


def test_a_server_that_is_down_for_three_nights_costs_nobody_a_mail_and_doubles_none(
    store: Database,
) -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as free:
        port = free.getsockname()[1]
    for looks in range(36):
        report = send_due(store, config(port, *OVERLAPPING), NOW + looks * timedelta(hours=2))
        assert (report.sent, report.refused, report.unknown) == (0, 0, 0)
        assert report.troubles
    with MailSink() as sink:
        for looks in range(36, 72):
            asked = config(sink.port, *OVERLAPPING)
            send_due(store, asked, NOW + looks * timedelta(hours=2))
        assert told(sink, BODIES[:2]) == Counter(
            {(person, body): 1 for person in PEOPLE for body in BODIES[:2]}
        )
    assert Counter(mail.recipients[0] for mail in sink.mails) == {ANI: 2, BUDI: 2, CICI: 1}


def test_a_server_that_answers_byte_by_byte_gets_every_mail_once(store: Database) -> None:
    with MailSink() as sink, dripping(sink.port) as port:
        assert send_due(store, config(port, *OVERLAPPING), NOW).sent == 4
        assert send_due(store, config(port, *OVERLAPPING), NOW + timedelta(days=1)).sent == 1
        assert set(told(sink, BODIES[:2]).values()) == {1}


@pytest.mark.parametrize("security", ["tls", "starttls"])
def test_a_certificate_that_is_not_trusted_holds_all_back_until_it_is(
    store: Database, security: str
) -> None:
    with MailSink(security="tls" if security == "tls" else "starttls") as sink:
        report = send_due(store, config(sink.port, *OVERLAPPING, security=security), NOW)
        assert report.troubles
        assert "is not trusted" in report.troubles[0]
        assert (report.sent, report.refused, sink.mails) == (0, 0, ())
        right = config(sink.port, *OVERLAPPING, security=security, ca_file=sink.certificate)
        assert send_due(store, right, NOW).sent == 4
        assert set(told(sink, BODIES[:2]).values()) == {1}
        assert all(mail.encrypted for mail in sink.mails)


_subscriptions = st.lists(
    st.builds(
        SubscriptionConfig,
        to=st.lists(st.sampled_from(PEOPLE), min_size=1, max_size=3, unique=True).map(tuple),
        schemes=st.sampled_from([(), ("ombudsman-kepatuhan",), ("pekppp-ipp",)]),
        min_confidence=st.sampled_from([0.0, 0.95]),
        about=st.sampled_from([("new", "corrections"), ("corrections",)]),
        when=st.sampled_from(["at-once", "daily", "weekly"]),
        language=st.sampled_from(["id", "both"]),
    ),
    min_size=1,
    max_size=5,
)
_faults = st.lists(
    st.builds(
        Script,
        stage=st.sampled_from([Stage.RCPT, Stage.DATA]),
        reply=st.sampled_from(["451 later", "550 no such user", "421 closing"]),
        address=st.sampled_from([None, *PEOPLE]),
        hang_up=st.booleans(),
        times=st.sampled_from([1, 2, None]),
    ),
    max_size=3,
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(subscriptions=_subscriptions, faults=_faults)
def test_nobody_gets_what_is_not_theirs_nor_anything_twice_and_every_alert_comes_to_an_end(
    subscriptions: list[SubscriptionConfig], faults: list[Script]
) -> None:
    wanted = {person for each in subscriptions if _wants(each) for person in each.to}
    with TemporaryDirectory() as folder, MailSink(scripts=faults) as sink:
        with store_with_alerts(Path(folder) / "s.sqlite", *BODIES) as db:
            for looks in range(80):
                asked = config(sink.port, *subscriptions)
                send_due(db, asked, NOW + looks * timedelta(hours=6))
            ends = {person: states(db, person) for person in PEOPLE}
        arrived = told(sink, BODIES)
    assert set(arrived.values()) <= {1}
    assert {person for person, _ in arrived} <= wanted
    for person, ended in ends.items():
        assert len(ended) == (len(BODIES) if person in wanted else 0)
        assert set(ended) <= {SENT, REFUSED, UNKNOWN}
        count = sum(arrived[person, body] for body in BODIES)
        assert ended.count(SENT) <= count <= ended.count(SENT) + ended.count(UNKNOWN)


def _wants(subscription: SubscriptionConfig) -> bool:
    """Whether it wants a new award of the Ombudsman that is 0,9 certain."""
    is_theirs = not subscription.schemes or "ombudsman-kepatuhan" in subscription.schemes
    return is_theirs and subscription.min_confidence <= 0.9 and "new" in subscription.about


def told(sink: MailSink, bodies: Sequence[str]) -> Counter[tuple[str, str]]:
    """How many mails told each person of each body's award."""
    return Counter(
        (mail.recipients[0], body)
        for mail in sink.mails
        for body in bodies
        if body in text_of(mail.message)
    )


def config(
    port: int,
    *subscriptions: SubscriptionConfig,
    security: str = "none",
    ca_file: Path | None = None,
) -> Config:
    mail = MailConfig(
        host="127.0.0.1",
        port=port,
        sender="Piagam <piagam@example.org>",
        timeout=10,
        per_minute=10_000,
        security=security,  # type: ignore[arg-type]  # one of its words
        ca_file=ca_file,
    )
    return Config(contact="redaksi@example.org", mail=mail, subscription=subscriptions)


@contextmanager
def dripping(port: int) -> Iterator[int]:
    """A server before the one at `port` whose answers come a byte at a time."""
    threads: list[Thread] = []
    ends: list[socket.socket] = []

    def serve() -> None:
        with suppress(OSError):
            while True:
                client, _ = listener.accept()
                server = socket.create_connection(("127.0.0.1", port))
                ends.extend((client, server))
                for way in ((client, server, 65536), (server, client, 1)):
                    threads.append(Thread(target=_pump, args=way))
                    threads[-1].start()

    with socket.create_server(("127.0.0.1", 0)) as listener:
        threads.append(Thread(target=serve))
        threads[0].start()
        yield listener.getsockname()[1]
        listener.shutdown(socket.SHUT_RDWR)
    for each in threads:
        each.join()
    for end in ends:
        end.close()


def _pump(source: socket.socket, target: socket.socket, size: int) -> None:
    """Carry bytes until the source ends, pieces of one byte slowly."""
    with suppress(OSError):
        while piece := source.recv(size):
            target.sendall(piece)
            time.sleep(0.001 if size == 1 else 0)
    for each in (source, target):
        with suppress(OSError):
            each.shutdown(socket.SHUT_RDWR)
