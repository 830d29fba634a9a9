"""The dead man's switch: a silence is told once, its end once, whatever the clock does."""

import re
import threading
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from sqlite_utils import Database

from crawler.alerts.switch import ping, tell_silence
from crawler.config import Config, MailConfig, WatchConfig
from crawler.newsroom.sink import MailSink, Script, Stage
from crawler.silence import is_silent
from storage.database import open_store
from storage.records import RunStatus
from storage.runs import end_run, start_run

NOW = datetime(2026, 11, 22, 19, 0, tzinfo=UTC)
DAY = timedelta(days=1)
PEOPLE = ("ani@example.org", "budi@example.org")


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    with closing(open_store(tmp_path / "piagam.sqlite")) as store:
        yield store


def config_for(sink: MailSink) -> Config:
    """Two people are told after 36 hours."""
    mail = MailConfig(host=sink.host, port=sink.port, timeout=20)
    return Config(contact="a@example.id", mail=mail, watch=WatchConfig(tell=PEOPLE))


def crawl(db: Database, status: RunStatus, at: datetime) -> None:
    """A crawl that ended so."""
    with db.atomic():
        run_id = start_run(db, holder="test", version="0", now=at)
        end_run(db, run_id=run_id, status=status, now=at)


def tell(db: Database, sink: MailSink, now: datetime) -> int:
    """How many letters arrive at this moment."""
    before = len(sink.mails)
    tell_silence(db, config_for(sink), since=NOW, now=now)
    return len(sink.mails) - before


def test_a_silence_and_its_end_are_told_once_each(db: Database) -> None:
    with MailSink() as sink:
        crawl(db, RunStatus.FINISHED, NOW)
        crawl(db, RunStatus.FAILED, NOW + DAY)
        moments = [NOW + DAY, NOW + 2 * DAY, NOW + 3 * DAY, NOW - 9 * DAY, NOW + 900 * DAY]
        assert [tell(db, sink, each) for each in moments] == [0, 2, 0, 0, 0]
        crawl(db, RunStatus.FINISHED, NOW + 4 * DAY)
        assert [tell(db, sink, NOW + 4 * DAY), tell(db, sink, NOW + 5 * DAY)] == [2, 0]
        assert tell(db, sink, NOW + 6 * DAY) == 2  # the next silence
        assert [mail.recipients[0] for mail in sink.mails[:2]] == list(PEOPLE)


def test_a_store_that_never_had_a_good_crawl_is_silent_since_the_first_try(db: Database) -> None:
    with MailSink() as sink:
        assert [tell(db, sink, NOW + DAY), tell(db, sink, NOW + 2 * DAY)] == [0, 2]
        crawl(db, RunStatus.FAILED, NOW - 5 * DAY)
        assert tell(db, sink, NOW + 2 * DAY) == 0


def test_who_was_not_reached_is_told_later_and_who_was_is_not_told_again(db: Database) -> None:
    later = Script(stage=Stage.RCPT, reply="451 4.7.1 greylisted", times=1)
    crawl(db, RunStatus.FINISHED, NOW)
    with MailSink(scripts=[later]) as sink:
        assert tell(db, sink, NOW + 2 * DAY) == 1
        assert tell(db, sink, NOW + 2 * DAY) == 1
        assert tell(db, sink, NOW + 2 * DAY) == 0
    with MailSink() as sink:
        gone = config_for(sink)
    crawl(db, RunStatus.FINISHED, NOW + 3 * DAY)
    (line,) = tell_silence(db, gone, since=NOW, now=NOW + 3 * DAY)
    assert "cannot be reached" in line
    with MailSink() as sink:
        assert tell(db, sink, NOW + 3 * DAY) == 2


def test_who_is_refused_is_not_asked_every_ten_minutes(db: Database) -> None:
    no = Script(stage=Stage.RCPT, reply="550 5.1.1 no such user")
    with MailSink(scripts=[no, no]) as sink:
        lines = tell_silence(db, config_for(sink), since=NOW, now=NOW + 2 * DAY)
        assert [line.split(": ")[-1] for line in lines] == ["refused", "refused"]
        assert tell_silence(db, config_for(sink), since=NOW, now=NOW + 2 * DAY) == []


def test_a_clock_that_jumped_back_is_no_silence() -> None:
    assert not is_silent(NOW, NOW - 900 * DAY, 36)


@pytest.mark.parametrize(("status", "said"), [(200, None), (204, None), (302, "302"), (500, "500")])
def test_a_ping_is_one_request_that_follows_nothing(status: int, said: str | None) -> None:
    asked = []

    class Answering(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(status)
            self.send_header("Location", "/elsewhere")
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Quiet."""

    with HTTPServer(("127.0.0.1", 0), Answering) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            problem = ping(f"http://127.0.0.1:{server.server_port}/ping/abc")
        finally:
            server.shutdown()
            thread.join()
    assert asked == ["/ping/abc"]
    assert (problem is None) is (said is None)
    assert said is None or re.search(said, problem or "")


def test_a_ping_that_nobody_answers_is_one_line() -> None:
    with MailSink() as sink:
        port = sink.port
    problem = ping(f"http://127.0.0.1:{port}/")
    assert problem is not None
    assert problem.startswith("watch.ping_url: cannot be reached")
