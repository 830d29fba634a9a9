"""A watcher whose clock is set on and back, that sleeps, and whose host moves: every night once."""

import os
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Generator, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from crawler.newsroom.sink import MailSink, Script, Stage
from storage.database import open_store
from storage.records import RunStatus
from storage.runs import end_run, start_run
from tests.addressing import had_a_crawl
from tests.alerts.stores import store_with_alerts
from tests.crawling.conftest import ROOT
from tests.night.clock import set_clock
from tests.schedule.watching import PATIENCE, Watch, watching

JAKARTA = ZoneInfo("Asia/Jakarta")
NOON = datetime(2026, 11, 21, 12, 0, tzinfo=JAKARTA)
"""When a watcher starts; last night's crawl was good, the next is due at 01:30."""
DAY, HOUR = timedelta(days=1), timedelta(hours=1)
ANI, BUDI = "ani@example.org", "budi@example.org"


@dataclass(kw_only=True)
class Host:
    """A machine with a clock that a test sets, a store, and people who are told."""

    folder: Path
    sink: MailSink
    zone: str = "UTC"
    _off: timedelta = field(init=False, default=timedelta())

    def turn_to(self, moment: datetime) -> None:
        """Set the clock of the machine."""
        self._off = moment - datetime.now(UTC)
        set_clock(self.folder, self._off, self.zone)

    def shift(self, by: timedelta) -> None:
        """Put the clock on or back; or the machine sleeps."""
        self._off += by
        set_clock(self.folder, self._off, self.zone)

    def move(self, zone: str) -> None:
        """The machine's own zone is another from now on."""
        self.zone = zone
        set_clock(self.folder, self._off, zone)

    @contextmanager
    def watching(self, *crawl: str) -> Generator[Watch, None, None]:
        """A watcher in a process of its own; `crawl` is what `clock` does for a crawl."""
        command = [sys.executable, "-m", "tests.night.clock", "watch", *(crawl or ("crawl",))]
        (self.folder / "watch.log").unlink(missing_ok=True)
        with watching(self.folder, ["env", f"PYTHONPATH={ROOT}", *command]) as watch:
            watch.wait_for(lambda: "watching over" in watch.log)
            yield watch

    @property
    def crawls(self) -> list[datetime]:
        """When each crawl began, by the clock of the machine."""
        path = self.folder / "crawled"
        lines = path.read_text().splitlines() if path.exists() else []
        return [datetime.fromisoformat(each).astimezone(JAKARTA) for each in lines]

    @property
    def heartbeat(self) -> datetime:
        """When the watcher renewed its lease last."""
        with closing(open_store(self.folder / "piagam.sqlite")) as db:
            sql = "SELECT renewed_at FROM leases WHERE name = 'watch'"
            return datetime.fromisoformat(db.execute(sql).fetchone()[0])

    def wait_for_crawls(self, watch: Watch, count: int) -> None:
        """Until so many crawls are done and told; some beats later there are no more."""
        watch.wait_for(lambda: watch.log.count("the crawl is done") == count)
        watch.wait_for(lambda: len(self.sink.mails) == count * 2)
        beats = set[datetime]()

        def has_gone_on() -> bool:
            beats.add(self.heartbeat)
            return len(beats) > 10

        watch.wait_for(has_gone_on)
        assert len(self.crawls) == count, watch.log


@pytest.fixture
def host(tmp_path: Path) -> Iterator[Host]:
    with MailSink() as sink:
        server = f'[mail]\nhost = "{sink.host}"\nport = {sink.port}\n'
        people = f'[[subscription]]\nto = ["{ANI}", "{BUDI}"]\n'
        text = f'contact = "redaksi@example.id"\n{server}{people}'
        (tmp_path / "piagam.toml").write_text(text)
        with closing(open_store(tmp_path / "piagam.sqlite")) as db, db.atomic():
            had_a_crawl(db, NOON - DAY)
            last_night = NOON - 10 * HOUR
            run_id = start_run(db, holder="test", version="0", now=last_night)
            end_run(db, run_id=run_id, status=RunStatus.FINISHED, now=last_night)
        made = Host(folder=tmp_path, sink=sink)
        made.turn_to(NOON)
        yield made


def told(host: Host) -> Counter[tuple[str, str]]:
    return Counter((each.recipients[0], str(each.message["Subject"])) for each in host.sink.mails)


def assert_each_told_once(host: Host) -> None:
    assert set(told(host).values()) == {1}
    assert {person for person, _ in told(host)} == {ANI, BUDI}
    with closing(open_store(host.folder / "piagam.sqlite")) as db:
        assert db.execute("SELECT DISTINCT state FROM deliveries").fetchall() == [("sent",)]


def test_a_laptop_that_slept_for_a_week_catches_up_one_night_and_goes_on(host: Host) -> None:
    with host.watching() as watch:
        host.shift(7 * DAY)
        host.wait_for_crawls(watch, 1)
        host.shift(13.6 * HOUR)
        host.wait_for_crawls(watch, 2)
        assert watch.stop() == 0
    assert [f"{each:%d %H}" for each in host.crawls] == ["28 12", "29 01"]
    assert_each_told_once(host)


def test_a_clock_that_is_put_back_a_day_stops_neither_heart_nor_mails_nor_crawls(
    host: Host,
) -> None:
    with host.watching() as watch:
        host.shift(-DAY)
        watch.wait_for(lambda: host.heartbeat < NOON - DAY / 2)
        store_with_alerts(host.folder / "piagam.sqlite", "Kota Tegal", now=NOON - DAY, first=8)
        watch.wait_for(lambda: len(host.sink.mails) == 2)
        host.shift(13.6 * HOUR)
        watch.wait_for(lambda: "the crawl is done" in watch.log)
        watch.wait_for(lambda: len(host.sink.mails) == 4)
        assert watch.stop() == 0
    assert [f"{each:%d %H}" for each in host.crawls] == ["21 01"]
    assert_each_told_once(host)


def test_a_clock_that_was_a_year_ahead_puts_nothing_off_once_it_is_right(host: Host) -> None:
    host.turn_to(NOON + 365 * DAY)
    host.sink.add(Script(stage=Stage.RCPT, address=BUDI, reply="451 greylisted", times=1))
    with host.watching() as watch:
        watch.wait_for(lambda: f"{BUDI}: deferred" in watch.log)
        host.turn_to(NOON)
        host.wait_for_crawls(watch, 1)
        host.shift(13.6 * HOUR)
        host.wait_for_crawls(watch, 2)
        assert watch.stop() == 0
    assert [f"{each:%Y %d %H}" for each in host.crawls] == ["2027 21 12", "2026 22 01"]
    assert_each_told_once(host)


def test_a_machine_that_slept_in_the_middle_of_a_crawl_catches_up_afterwards(host: Host) -> None:
    with host.watching("crawl", "go") as watch:
        host.shift(13.6 * HOUR)
        watch.wait_for(lambda: host.crawls)
        host.shift(7 * DAY)
        watch.wait_for(lambda: watch.log.count("the clock went on by") == 2)
        (host.folder / "go").touch()
        host.wait_for_crawls(watch, 2)
        assert watch.stop() == 0
    assert [f"{each:%d %H}" for each in host.crawls] == ["22 01", "29 01"]
    assert_each_told_once(host)


def test_who_sleeps_is_not_robbed_of_the_store_and_wakes_as_the_only_watcher(host: Host) -> None:
    with host.watching() as watch:
        watch.process.send_signal(signal.SIGSTOP)
        host.shift(7 * DAY)
        second = subprocess.run(
            [sys.executable, "-m", "tests.night.clock", "watch", "crawl"],
            cwd=host.folder,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
        assert "another watcher has this store" in second.stderr
        watch.process.send_signal(signal.SIGCONT)
        host.wait_for_crawls(watch, 1)
        assert watch.stop() == 0
    assert_each_told_once(host)


@pytest.mark.parametrize("zone", ["America/New_York", "Asia/Tokyo"])
def test_the_night_keeps_its_hour_whatever_zone_the_host_has_or_moves_to(
    host: Host, zone: str
) -> None:
    host.move(zone)
    with host.watching() as watch:
        assert "next crawl: 2026-11-22T01:30+07:00" in watch.log
        host.move("Pacific/Kiritimati")
        host.turn_to(NOON + 13.5 * HOUR - timedelta(seconds=2))
        host.wait_for_crawls(watch, 1)
        assert watch.stop() == 0
    assert [f"{each:%d %H:%M}" for each in host.crawls] == ["22 01:30"]
    host.move("UTC")
    with host.watching() as watch:
        watch.wait_for(lambda: "next crawl: 2026-11-23T01:30+07:00" in watch.log)
        assert watch.stop() == 0
    assert len(host.crawls) == 1
    assert_each_told_once(host)
