"""The watcher as an operator runs it: catches up, delivers, is alone, and ends when told."""

import os
import re
import signal
import subprocess
import sys
import time
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from crawler.newsroom.server import Newsroom
from crawler.newsroom.sink import MailSink
from crawler.watchers import WatchLease
from storage.database import open_store
from storage.runs import last_good_run
from tests.schedule.watching import (
    CRAWLED,
    ENDLESS,
    PATIENCE,
    configure,
    note_good_run,
    quick_watcher,
    watching,
)


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
