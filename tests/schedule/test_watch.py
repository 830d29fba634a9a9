"""The watcher as an operator runs it: catches up, delivers, is alone, and ends when told."""

import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Generator, Sequence
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from crawler.config import Config, load_config
from crawler.newsroom.server import Newsroom
from crawler.newsroom.sink import MailSink
from crawler.watchers import WatchLease
from storage.database import open_store
from storage.records import RunStatus
from storage.runs import end_run, last_good_run, start_run
from tests.alerts.stores import store_with_alerts
from tests.alerts.webhook import Webhook

PATIENCE = 90
WATCHER = """
import json, logging, sys
from pathlib import Path
from crawler.config import load_config
from crawler.schedule import Pace, Watcher
logging.basicConfig(level=logging.INFO, format="%(message)s")
logging.getLogger("apscheduler").setLevel(logging.ERROR)
_, limit, pace, *command = sys.argv
config = load_config(Path("piagam.toml"))
watch = config.watch.model_copy(update={"limit_minutes": float(limit)})
config = config.model_copy(update={"watch": watch})
Watcher(config, command, Pace(**json.loads(pace))).run()
"""
QUICK = '{"heartbeat": 0.2, "lease": 5, "deliveries": 0.3, "looks": 0.3, "grace": 2}'


class Watch:
    """A watcher in a process of its own, and what it has said so far."""

    def __init__(self, process: "subprocess.Popen[bytes]", log: Path) -> None:
        self.process = process
        self._log = log

    @property
    def log(self) -> str:
        """All it has printed."""
        return self._log.read_text()

    def wait_for(self, condition: Callable[[], object]) -> None:
        """Wait until the condition holds; fails when the watcher ends before."""
        deadline = time.monotonic() + PATIENCE
        while not condition():
            assert self.process.poll() is None, self.log
            assert time.monotonic() < deadline, self.log
            time.sleep(0.02)

    def stop(self, number: signal.Signals = signal.SIGTERM) -> int:
        """Tell it to end, and give its exit code."""
        self.process.send_signal(number)
        code = self.process.wait(PATIENCE)
        assert code == 0, self.log
        return code


@contextmanager
def watching(folder: Path, command: Sequence[str]) -> Generator[Watch, None, None]:
    """Run `command` in `folder` as a watcher; it is ended with the block."""
    log = folder / "watch.log"
    with log.open("ab") as out:
        process = subprocess.Popen(
            command, cwd=folder, stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.STDOUT
        )
    try:
        yield Watch(process, log)
    finally:
        process.kill()
        process.wait()


def quick_watcher(crawl: str, *, limit: float = 10) -> list[str]:
    """A watcher whose crawl is a Python program, with little time between its beats.

    `limit` is in minutes.
    """
    return [sys.executable, "-c", WATCHER, str(limit), QUICK, sys.executable, "-c", crawl]


def configure(folder: Path, *sections: str) -> Config:
    """Write a piagam.toml; the nightly crawl is hours away whenever the tests run."""
    at = (datetime.now(UTC) + timedelta(hours=12)).strftime("%H:%M")
    watch = f'[watch]\nat = "{at}"\nzone = "UTC"\n'
    path = folder / "piagam.toml"
    path.write_text("\n".join(['contact = "redaksi@example.id"', *sections, watch]))
    return load_config(path)


def note_good_run(config: Config, started: datetime) -> None:
    """A crawl that finished, in the store."""
    with closing(open_store(config.store)) as db, db.atomic():
        run_id = start_run(db, holder="test", version="0", now=started)
        end_run(db, run_id=run_id, status=RunStatus.FINISHED, now=started)


CRAWLED = "import pathlib, os; pathlib.Path('crawled').open('a').write(f'{os.getpid()} ')"
FINISHED = """
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from storage.database import open_store
from storage.records import RunStatus
from storage.runs import end_run, start_run
with closing(open_store(Path("piagam.sqlite"))) as db, db.atomic():
    run_id = start_run(db, holder="test", version="0", now=datetime.now(UTC))
    end_run(db, run_id=run_id, status=RunStatus.FINISHED, now=datetime.now(UTC))
"""
ENDLESS = f"{CRAWLED}; import time; time.sleep(600)"


@pytest.mark.parametrize(
    ("hours_ago", "crawls"),
    [
        pytest.param(None, True, id="never crawled"),
        pytest.param(30, True, id="last night missed"),
        pytest.param(1, False, id="crawled an hour ago"),
    ],
)
def test_a_missed_night_is_caught_up_once_at_the_start(
    tmp_path: Path, hours_ago: int | None, crawls: bool
) -> None:
    config = configure(tmp_path)
    if hours_ago is not None:
        note_good_run(config, datetime.now(UTC) - timedelta(hours=hours_ago))
    with watching(tmp_path, quick_watcher(CRAWLED)) as watch:
        watch.wait_for(lambda: "watching over" in watch.log)
        said = "the crawl is done" if crawls else "next crawl: "
        watch.wait_for(lambda: said in watch.log)
        assert watch.stop() == 0
    count = len((tmp_path / "crawled").read_text().split()) if crawls else 0
    assert count == crawls
    assert (tmp_path / "crawled").exists() is crawls


def test_sigterm_ends_the_crawl_under_way_and_frees_the_store(tmp_path: Path) -> None:
    config = configure(tmp_path)
    with watching(tmp_path, quick_watcher(ENDLESS)) as watch:
        watch.wait_for((tmp_path / "crawled").exists)
        watch.wait_for(lambda: (tmp_path / "crawled").read_text().endswith(" "))
        began = time.monotonic()
        assert watch.stop() == 0
        assert time.monotonic() - began < PATIENCE / 2
    assert "the crawl was ended" in watch.log
    assert watch.log.splitlines()[-1] == "stopped"
    crawl = int((tmp_path / "crawled").read_text())
    with pytest.raises(ProcessLookupError):
        os.kill(crawl, 0)
    lease = WatchLease(store=config.store, term=timedelta(seconds=5))
    lease.take()
    assert lease.renew()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_an_idle_watcher_ends_at_once(tmp_path: Path, number: signal.Signals) -> None:
    note_good_run(configure(tmp_path), datetime.now(UTC))
    with watching(tmp_path, quick_watcher(CRAWLED)) as watch:
        watch.wait_for(lambda: "watching over" in watch.log)
        assert watch.stop(number) == 0


def test_a_second_watcher_is_told_who_has_the_store(tmp_path: Path) -> None:
    configure(tmp_path)
    with watching(tmp_path, quick_watcher(ENDLESS)) as watch:
        watch.wait_for((tmp_path / "crawled").exists)
        second = subprocess.run(
            [sys.executable, "-m", "crawler.cli", "watch"],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
        assert watch.process.poll() is None
    assert second.returncode == 1
    (line,) = second.stderr.splitlines()
    assert re.match(r"piagam: piagam\.sqlite: another watcher has this store, \S+; stop", line)


def test_a_watcher_that_was_killed_does_not_block_the_next_one(tmp_path: Path) -> None:
    configure(tmp_path)
    with watching(tmp_path, quick_watcher(ENDLESS)) as watch:
        watch.wait_for((tmp_path / "crawled").exists)
        watch.process.kill()
        watch.process.wait()
    os.kill(int((tmp_path / "crawled").read_text()), signal.SIGKILL)
    (tmp_path / "crawled").unlink()
    with watching(tmp_path, quick_watcher(CRAWLED)) as watch:
        watch.wait_for(lambda: "the crawl is done" in watch.log)
        assert watch.stop() == 0


def test_a_watcher_that_lost_the_store_ends_and_says_so(tmp_path: Path) -> None:
    config = configure(tmp_path)
    note_good_run(config, datetime.now(UTC))
    with watching(tmp_path, quick_watcher(CRAWLED)) as watch:
        watch.wait_for(lambda: "next crawl" in watch.log)
        with closing(open_store(config.store)) as db:
            db.execute("UPDATE leases SET holder = 'elsewhere:1:2' WHERE name = 'watch'")
        assert watch.process.wait(PATIENCE) == 1
    assert "another watcher has taken over" in watch.log


def test_a_crawl_that_fails_is_reported_and_the_watcher_goes_on(tmp_path: Path) -> None:
    configure(tmp_path)
    with watching(tmp_path, quick_watcher("raise SystemExit(1)")) as watch:
        watch.wait_for(lambda: "with failures (exit code 1)" in watch.log)
        assert watch.process.poll() is None


def test_a_crawl_over_its_limit_is_ended_and_reported_and_the_watcher_goes_on(
    tmp_path: Path,
) -> None:
    configure(tmp_path)
    with watching(tmp_path, quick_watcher("import time; time.sleep(600)", limit=0.01)) as watch:
        watch.wait_for(lambda: "the crawl took longer than watch.limit_minutes" in watch.log)
        assert watch.stop() == 0


@pytest.mark.parametrize("section", ["", "[[subscription]]\n"])
def test_alerts_are_delivered_between_the_crawls(tmp_path: Path, section: str) -> None:
    with MailSink() as sink:
        server = f'host = "{sink.host}"\nport = {sink.port}'
        mail = f'[mail]\n{server}\n{section}to = ["warga@example.org"]'
        config = configure(tmp_path, mail)
        note_good_run(config, datetime.now(UTC))
        store_with_alerts(config.store, "Kabupaten Blora", now=datetime.now(UTC)).close()
        with watching(tmp_path, quick_watcher(CRAWLED)) as watch:
            watch.wait_for(lambda: sink.mails)
            watch.wait_for(lambda: "deliveries: 1 sent" in watch.log)
            assert watch.stop() == 0
        assert len(sink.mails) == 1
    assert not (tmp_path / "crawled").exists()


def test_a_channel_is_served_between_the_crawls_without_any_mail_address(tmp_path: Path) -> None:
    with Webhook() as hook:
        channel = f'[[channel]]\nname = "tim"\nurl = "{hook.url()}"\n'
        config = configure(tmp_path, channel, '[[subscription]]\nchannel = "tim"\n')
        note_good_run(config, datetime.now(UTC))
        store_with_alerts(config.store, "Kabupaten Blora", now=datetime.now(UTC)).close()
        with watching(tmp_path, quick_watcher(CRAWLED)) as watch:
            watch.wait_for(lambda: "deliveries: 1 sent" in watch.log)
            assert watch.stop() == 0
    assert hook.titles == ["Kabupaten Blora 90,5 · Ombudsman 2024 · zona hijau"]
    assert "rahasia" not in watch.log


def test_after_a_crawl_the_feed_and_the_calendar_are_written_and_a_fault_ends_nothing(
    tmp_path: Path,
) -> None:
    configure(tmp_path, '[feeds]\natom = "awards.atom"\ncalendar = "cal/awards.ics"')
    (tmp_path / "cal").write_text("in the way")
    with watching(tmp_path, quick_watcher(CRAWLED)) as watch:
        watch.wait_for(lambda: "feeds.calendar: cal/awards.ics cannot be written" in watch.log)
        assert watch.stop() == 0
    (tmp_path / "cal").unlink()
    with watching(tmp_path, quick_watcher(CRAWLED)) as watch:
        watch.wait_for((tmp_path / "cal" / "awards.ics").exists)
        assert watch.stop() == 0
    assert (tmp_path / "awards.atom").read_text().rstrip().endswith("</feed>")


def test_piagam_watch_crawls_the_outlets_and_mails_what_is_new(tmp_path: Path) -> None:
    with Newsroom() as newsroom, MailSink() as sink:
        config = configure(
            tmp_path,
            '[crawl]\ndelay = 0\noutlets = ["wartablora"]',
            f'[mail]\nto = ["warga@example.org"]\nhost = "{sink.host}"\nport = {sink.port}',
            f'[newsroom]\naddress = "{newsroom.address}"\ntoday = {newsroom.today}',
        )
        text = (tmp_path / "piagam.toml").read_text()
        (tmp_path / "piagam.toml").write_text(text.replace('"UTC"', '"Asia/Makassar"'))
        with watching(tmp_path, [sys.executable, "-m", "crawler.cli", "watch"]) as watch:
            watch.wait_for(lambda: "the crawl is done" in watch.log)
            assert watch.stop() == 0
            assert re.search(
                r"^\d{4}(-\d\d){2}T\d\d(:\d\d){2}\+08:00 the crawl is done", watch.log, re.MULTILINE
            )
        assert len(sink.mails) == 1, "a first crawl is told in one digest"
    with closing(open_store(config.store)) as db:
        assert last_good_run(db, datetime.now(UTC)) is not None
        told = "SELECT count(*), count(*) FILTER (WHERE state = 'sent') FROM deliveries"
        awards, sent = db.execute(told).fetchone()
        assert awards == sent > 0


def test_the_store_is_copied_after_the_crawl_and_a_copy_that_fails_ends_nothing(
    tmp_path: Path,
) -> None:
    configure(tmp_path, '[backup]\nfolder = "copies"')
    (tmp_path / "copies").write_text("in the way")
    with watching(tmp_path, quick_watcher(CRAWLED)) as watch:
        watch.wait_for(lambda: "the store was not copied: copies/" in watch.log)
        assert watch.stop() == 0
    (tmp_path / "copies").unlink()
    with watching(tmp_path, quick_watcher(CRAWLED)) as watch:
        watch.wait_for(lambda: "the store was copied to copies/piagam-" in watch.log)
        assert watch.stop() == 0
    assert len(list((tmp_path / "copies").glob("piagam-*.sqlite"))) == 1


def test_a_copy_that_a_stopped_watcher_left_out_is_made_at_the_start(tmp_path: Path) -> None:
    config = configure(tmp_path)
    note_good_run(config, datetime.now(UTC) - timedelta(minutes=5))
    with watching(tmp_path, quick_watcher(CRAWLED)) as watch:
        watch.wait_for(lambda: "the store was copied to" in watch.log)
        assert watch.stop() == 0
    with watching(tmp_path, quick_watcher(CRAWLED)) as watch:
        watch.wait_for(lambda: watch.log.count("watching over") == 2)
        assert watch.stop() == 0
    assert watch.log.count("the store was copied to") == 1
    assert not (tmp_path / "crawled").exists()


def test_the_log_can_be_json_the_crawl_quoted_in_it(tmp_path: Path) -> None:
    with Newsroom() as newsroom:
        configure(
            tmp_path,
            '[crawl]\ndelay = 0\noutlets = ["wartablora"]',
            f'[newsroom]\naddress = "{newsroom.address}"\ntoday = {newsroom.today}',
        )
        command = [sys.executable, "-m", "crawler.cli", "watch", "--log", "json"]
        with watching(tmp_path, command) as watch:
            watch.wait_for(lambda: "the crawl is done" in watch.log)
            assert watch.stop() == 0
    lines = [json.loads(line) for line in watch.log.splitlines()]
    assert all({"time", "level", "event"} <= set(each) for each in lines)
    (done,) = [each for each in lines if each["event"].startswith("the crawl is done")]
    assert (done["level"], done["exit_code"]) == ("info", 0)
    assert datetime.fromisoformat(done["time"]).tzinfo is not None
    assert any(each["event"].startswith("crawl: wartablora: ") for each in lines)


def test_the_watcher_tells_of_silence_pings_and_writes_figures(tmp_path: Path) -> None:
    with MailSink() as sink:
        nobody = f"{sink.host}:{sink.port}"  # no web server, so the ping fails, and says so
        config = configure(tmp_path, f'[mail]\nhost = "{sink.host}"\nport = {sink.port}')
        path = tmp_path / "piagam.toml"
        more = ('tell = ["ani@example.org"]', 'metrics_file = "piagam.prom"')
        path.write_text("\n".join((path.read_text(), *more, f'ping_url = "http://{nobody}/"\n')))
        note_good_run(config, datetime.now(UTC) - timedelta(days=7))  # a laptop that slept
        with watching(tmp_path, quick_watcher("raise SystemExit(1)")) as watch:
            watch.wait_for(lambda: "no good crawl: ani@example.org: silent: accepted" in watch.log)
            watch.wait_for((tmp_path / "piagam.prom").exists)
            assert watch.stop() == 0
        with watching(tmp_path, quick_watcher(FINISHED)) as watch:
            watch.wait_for(lambda: "ani@example.org: well: accepted" in watch.log)
            assert watch.stop() == 0
        assert "watch.ping_url: " in watch.log
        assert len(sink.mails) == 2


def test_an_analysts_long_read_holds_up_neither_the_watcher_nor_its_copy(tmp_path: Path) -> None:
    config = configure(tmp_path)
    note_good_run(config, datetime.now(UTC))
    with closing(sqlite3.connect(config.store)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM runs").fetchone()
        with watching(tmp_path, quick_watcher(CRAWLED)) as watch:
            watch.wait_for(lambda: "the store was copied to" in watch.log)
            assert watch.stop() == 0
        assert "heartbeat" not in watch.log
