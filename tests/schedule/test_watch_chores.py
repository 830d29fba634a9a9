"""What a watcher does beside crawling: mails, channels, feeds, copies, logs, figures."""

import json
import sqlite3
import sys
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from crawler.newsroom.server import Newsroom
from crawler.newsroom.sink import MailSink
from tests.alerts.stores import store_with_alerts
from tests.alerts.webhook import Webhook
from tests.schedule.watching import (
    CRAWLED,
    FINISHED,
    configure,
    note_good_run,
    quick_watcher,
    watching,
)


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
