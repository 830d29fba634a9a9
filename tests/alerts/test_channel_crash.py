"""A sender over a channel that is killed at any stage loses no message and repeats none."""

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

from sqlite_utils import Database

from crawler.alerts.send import send_due
from storage.records import DeliveryState
from tests.alerts.channels import SENT, SUBJECTS, TIM, UNKNOWN, config
from tests.alerts.stores import states, store_with_alerts
from tests.alerts.webhook import HANG, Webhook

ROOT = Path(__file__).parents[2]


def test_killed_before_the_hand_over_it_has_told_nothing_and_the_rerun_tells_all(
    store: Database, tmp_path: Path
) -> None:
    with Webhook() as hook:
        with sender(tmp_path, hook.url(), "stalled"):
            wait_until(lambda: DeliveryState.CONNECTING in states(store, TIM))
        assert not hook.posted
        rerun(store, hook)
    assert states(store, TIM) == [SENT, SENT]
    assert hook.titles == SUBJECTS


def test_killed_while_nobody_accepts_the_connection_it_is_unknown(
    store: Database, tmp_path: Path
) -> None:
    mute = socket.create_server(("127.0.0.1", 0))
    with mute, sender(tmp_path, f"json://127.0.0.1:{mute.getsockname()[1]}/x"):
        wait_until(lambda: DeliveryState.HANDING_OVER in states(store, TIM))
    with Webhook() as hook:
        report = rerun(store, hook)
    assert report == ["tim: unknown: the sender stopped while it handed the message over"]
    assert states(store, TIM) == [UNKNOWN, SENT]


def test_killed_while_the_receiver_files_the_message_it_is_unknown_and_not_told_again(
    store: Database, tmp_path: Path
) -> None:
    with Webhook(HANG) as hook:
        with sender(tmp_path, hook.url()):
            assert hook.came.wait(60)
        assert rerun(store, hook)
        assert rerun(store, hook) == []
    assert states(store, TIM) == [UNKNOWN, SENT]
    assert hook.titles == SUBJECTS


def test_killed_again_and_again_every_message_is_told_once_or_is_unknown(tmp_path: Path) -> None:
    names = [f"Kabupaten {name}" for name in ("Batang", "Blora", "Demak", "Kudus", "Pati")]
    db = store_with_alerts(tmp_path / "piagam.sqlite", *names)
    with Webhook() as hook:
        for messages in (1, 2, 4):
            with sender(tmp_path, hook.url()) as process:
                wait_until(partial(has_ended_or_told, process, hook, messages))
        rerun(db, hook)
        told = Counter(hook.titles)
    unknown = states(db, TIM).count(UNKNOWN)
    assert set(told.values()) == {1}
    assert set(states(db, TIM)) <= {SENT, UNKNOWN}
    assert 5 - unknown <= len(told) <= 5
    db.close()


def has_ended_or_told(process: subprocess.Popen[bytes], hook: Webhook, messages: int) -> bool:
    return len(hook.posted) >= messages or process.poll() is not None


def rerun(store: Database, hook: Webhook) -> list[str]:
    return send_due(store, config(tim=hook.url()), datetime.now(UTC)).lines


@contextmanager
def sender(folder: Path, url: str, *more: str) -> Iterator[subprocess.Popen[bytes]]:
    """A process that sends; it is killed with SIGKILL when the block ends."""
    store = str(folder / "piagam.sqlite")
    command = [sys.executable, "-m", "tests.alerts.channel_sender", store, url, *more]
    with subprocess.Popen(command, cwd=ROOT) as process:
        try:
            yield process
        finally:
            process.kill()


def wait_until(is_so: Callable[[], bool]) -> None:
    """Return when it is so; fails when it is not within a minute."""
    end = time.monotonic() + 60
    while not is_so():
        assert time.monotonic() < end, "did not happen within a minute"
        time.sleep(0.02)
