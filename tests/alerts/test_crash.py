"""A sender that is killed at any stage loses no mail and repeats none."""

import socket
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest
from sqlite_utils import Database

from crawler.alerts.send import send_due
from crawler.config import Config, MailConfig
from crawler.newsroom.sink import MailSink, Script, Stage
from storage.records import DeliveryState
from tests.alerts.stores import states, store_with_alerts

ROOT = Path(__file__).parents[2]
ANI, BUDI = "ani@example.org", "budi@example.org"
SENT, UNKNOWN = DeliveryState.SENT, DeliveryState.UNKNOWN


def test_killed_while_it_waits_for_the_greeting_it_has_sent_nothing_and_the_rerun_sends_all(
    store: Database, tmp_path: Path
) -> None:
    mute = socket.create_server(("127.0.0.1", 0))
    with mute, sender(tmp_path, mute.getsockname()[1], ANI):
        client, _ = mute.accept()
        client.close()
    with MailSink() as sink:
        rerun(store, sink, ANI)
    assert states(store, ANI) == [SENT, SENT]
    assert mails_by_person_and_subject(sink) == once(ANI, 2)


@pytest.mark.parametrize("stage", [Stage.MAIL, Stage.RCPT])
def test_killed_before_the_message_left_it_is_sent_by_the_rerun(
    store: Database, tmp_path: Path, stage: Stage
) -> None:
    slow = MailSink(scripts=[Script(stage=stage, delay=60)])
    with slow, sender(tmp_path, slow.port, ANI):
        wait_until(lambda: DeliveryState.CONNECTING in states(store, ANI))
    with MailSink() as sink:
        rerun(store, sink, ANI)
    assert states(store, ANI) == [SENT, SENT]
    assert slow.mails == ()
    assert mails_by_person_and_subject(sink) == once(ANI, 2)


@pytest.mark.parametrize("reply", ["250 OK", "451 later"])
def test_killed_while_the_server_files_the_message_it_is_unknown_and_not_sent_again(
    store: Database, tmp_path: Path, reply: str
) -> None:
    slow = Script(stage=Stage.DATA, reply=reply, keep=True, delay=60, times=1)
    with MailSink(scripts=[slow]) as sink:
        with sender(tmp_path, sink.port, ANI):
            wait_until(lambda: len(sink.mails) == 1)
        report = rerun(store, sink, ANI)
        assert states(store, ANI) == [UNKNOWN, SENT]
        assert report == [f"{ANI}: unknown: the sender stopped while it handed the message over"]
        assert rerun(store, sink, ANI) == []
        assert mails_by_person_and_subject(sink) == once(ANI, 2)


def test_killed_again_and_again_every_mail_goes_out_once_or_is_told_as_unknown(
    tmp_path: Path,
) -> None:
    recipients = [f"Kabupaten {name}" for name in ("Batang", "Blora", "Demak", "Kudus", "Pati")]
    db = store_with_alerts(tmp_path / "piagam.sqlite", *recipients)
    with MailSink() as sink:
        for mails in (1, 4, 7):
            with sender(tmp_path, sink.port, ANI, BUDI) as process:
                wait_until(partial(has_ended_or_sent, process, sink, mails))
        rerun(db, sink, ANI, BUDI)
        received = mails_by_person_and_subject(sink)
    assert set(received.values()) == {1}
    for person in (ANI, BUDI):
        unknown = states(db, person).count(UNKNOWN)
        arrived = sum(1 for to, _ in received if to == person)
        assert set(states(db, person)) <= {SENT, UNKNOWN}
        assert 5 - unknown <= arrived <= 5
    db.close()


def has_ended_or_sent(process: subprocess.Popen[bytes], sink: MailSink, mails: int) -> bool:
    return len(sink.mails) >= mails or process.poll() is not None


@contextmanager
def sender(folder: Path, port: int, *people: str) -> Iterator[subprocess.Popen[bytes]]:
    """A process that sends; it is killed with SIGKILL when the block ends."""
    store = str(folder / "piagam.sqlite")
    command = [sys.executable, "-m", "tests.alerts.sender", store, str(port), *people]
    with subprocess.Popen(command, cwd=ROOT) as process:
        try:
            yield process
        finally:
            process.kill()


def rerun(db: Database, sink: MailSink, *people: str) -> list[str]:
    """A normal sending round; gives the lines of its report."""
    mail = MailConfig(host="127.0.0.1", port=sink.port, sender="piagam@example.org", to=people)
    return send_due(db, Config(contact="x@example.org", mail=mail), datetime.now(UTC)).lines


def mails_by_person_and_subject(sink: MailSink) -> Counter[tuple[str, str]]:
    return Counter((mail.recipients[0], str(mail.message["Subject"])) for mail in sink.mails)


def once(person: str, awards: int) -> Counter[tuple[str, str]]:
    names = ("Kabupaten Batang 90,5", "Kabupaten Blora 91,5")[:awards]
    return Counter((person, f"{name} · Ombudsman 2024 · zona hijau") for name in names)


def wait_until(is_so: Callable[[], bool]) -> None:
    """Watch until it is so; half a minute without it fails the test."""
    deadline = time.monotonic() + 30
    while not is_so():
        assert time.monotonic() < deadline, "it did not come about within 30 s"
        time.sleep(0.005)
