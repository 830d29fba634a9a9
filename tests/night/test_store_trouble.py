"""A store that others lock, or whose disk is full, while it is needed: nothing lost or doubled."""

import resource
import sqlite3
import sys
import time
from collections import Counter
from collections.abc import Callable, Generator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from crawler.newsroom.sink import MailSink, Script, Stage
from storage.database import open_store
from tests.addressing import had_a_crawl
from tests.alerts.stores import store_with_alerts
from tests.crawling.conftest import PATIENCE, ROOT, Desk
from tests.crawling.killing import contents
from tests.forked import Ended, Running, fork
from tests.night.post import Post, Told, unknown_of
from tests.schedule.watching import configure, note_good_run, watching

ANI = "ani@example.org"
LOCKED = "piagam.sqlite: another program has kept it locked"


@pytest.fixture(scope="module")
def usual(post: Post) -> tuple[Desk, Told]:
    """A night that nobody disturbs, and its mails."""
    desk = begun(post)
    assert post.crawl(desk).returncode == 0
    assert post.send(desk).returncode == 0
    return desk, post.received()


def begun(post: Post) -> Desk:
    """A desk that had a crawl before."""
    desk = post.desk()
    with closing(open_store(desk.store)) as db, db.atomic():
        had_a_crawl(db, datetime.now(UTC))
    return desk


def crawled(post: Post) -> Desk:
    """A desk with awards that nobody was told of yet."""
    desk = begun(post)
    assert desk.piagam("crawl").returncode == 0
    return desk


def test_an_analysts_long_read_holds_up_no_night(post: Post, usual: tuple[Desk, Told]) -> None:
    desk = begun(post)
    with closing(sqlite3.connect(desk.store)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM runs").fetchone()
        assert begin(desk, "piagam", *crawling(desk)).wait(PATIENCE).returncode == 0
        assert reader.execute("SELECT count(*) FROM articles").fetchone() == (0,)
    assert_made_good(post, desk, usual)


@pytest.mark.parametrize("requests", [1, 4, 9])
def test_a_crawl_whose_store_is_locked_says_so_and_the_next_goes_on(
    post: Post, usual: tuple[Desk, Told], requests: int
) -> None:
    desk = begun(post)
    before = len(desk.newsroom.requests)
    crawl = begin(desk, "piagam", *crawling(desk))
    wait_until(crawl, lambda: len(desk.newsroom.requests) >= before + requests)
    with locked(desk.store):
        ended = crawl.wait(PATIENCE)
    assert_told(ended, desk.store, "another program has kept it locked")
    assert post.crawl(desk).returncode == 0
    assert_made_good(post, desk, usual)


def test_a_sender_whose_store_is_locked_doubles_nothing_and_what_left_is_unknown(
    post: Post, usual: tuple[Desk, Told]
) -> None:
    desk = crawled(post)
    before = len(post.sink.mails)
    post.sink.add(Script(stage=Stage.DATA, delay=0.5, times=3))
    sender = begin(desk, "send", *post.sending(desk))
    wait_until(sender, lambda: len(post.sink.mails) == before + 2)
    with locked(desk.store):
        ended = sender.wait(PATIENCE)
    assert_told(ended, desk.store, "another program has kept it locked")
    post.send(desk)
    assert sum(unknown_of(desk).values()) == 1
    assert post.received() == usual[1]


@pytest.mark.parametrize("room", [40_000, 60_000, 90_000, 150_000])
def test_a_disk_that_is_full_while_mails_go_out_doubles_nothing(
    post: Post, usual: tuple[Desk, Told], room: int
) -> None:
    desk = crawled(post)
    ended = begin(desk, "cramped", str(room), *post.sending(desk)).wait(PATIENCE)
    assert_told(ended, desk.store, "the disk ")
    post.send(desk)
    told, unknown = post.received(), unknown_of(desk)
    assert sum(unknown.values()) <= 1
    assert told - usual[1] == Counter()
    assert Counter(person for person, _ in (usual[1] - told).elements()) <= unknown


def test_a_watcher_goes_on_through_a_lock_and_a_full_disk_and_mails_once(tmp_path: Path) -> None:
    with MailSink() as sink:
        to = f'[mail]\nto = ["{ANI}"]\nhost = "{sink.host}"\nport = {sink.port}'
        config = configure(tmp_path, to)
        note_good_run(config, datetime.now(UTC))
        command = [sys.executable, "-m", "tests.night.impatient", "false"]
        with watching(tmp_path, ["env", f"PYTHONPATH={ROOT}", *command]) as watch:
            watch.wait_for(lambda: "watching over" in watch.log)
            watch.wait_for(lambda: "the store was copied to" in watch.log)
            now = datetime.now(UTC)
            store_with_alerts(config.store, "Kota Tegal", now=now).close()
            with locked(config.store):
                watch.wait_for(lambda: f"heartbeat: {LOCKED}" in watch.log)
                watch.wait_for(lambda: f"deliveries: {LOCKED}" in watch.log)
            watch.wait_for(lambda: "deliveries: 1 sent" in watch.log)

            full = (20_000, resource.RLIM_INFINITY)  # enough for the log
            resource.prlimit(watch.process.pid, resource.RLIMIT_FSIZE, full)
            watch.wait_for(lambda: "heartbeat: piagam.sqlite: the disk" in watch.log)
            store_with_alerts(config.store, "Kota Salatiga", now=now, first=1).close()
            watch.wait_for(lambda: "deliveries: piagam.sqlite: the disk" in watch.log)
            room = (resource.RLIM_INFINITY, resource.RLIM_INFINITY)
            resource.prlimit(watch.process.pid, resource.RLIMIT_FSIZE, room)
            watch.wait_for(lambda: watch.log.count("deliveries: 1 sent") == 2)
            assert watch.stop() == 0
        subjects = Counter(str(mail.message["Subject"]) for mail in sink.mails)
        assert sorted(subjects.values()) == [1, 1]


def crawling(desk: Desk) -> tuple[str, ...]:
    return ("--config", str(desk.config), "crawl", "--send")


def begin(desk: Desk, command: str, *arguments: str) -> Running:
    return fork(f"tests.night.impatient:{command}", arguments, folder=desk.folder)


def assert_told(ended: Ended, store: Path, what: str) -> None:
    """The store and its trouble are told in a line, and no trace of our own code is shown.

    Scrapy's pool of connections grumbles by itself when it closes while the loop is held up.
    """
    assert ended.returncode == 1, ended
    ours = [f'File "{ROOT}/{each}/' for each in ("crawler", "spiders", "storage")]
    assert not any(each in ended.stderr for each in ours), ended.stderr
    assert "unexpected" not in ended.stderr
    assert f"{store}: {what}" in ended.stderr or f"{store.name}: {what}" in ended.stderr


def assert_made_good(post: Post, desk: Desk, usual: tuple[Desk, Told]) -> None:
    """The store and the mails are those of a night that nobody disturbs."""
    assert post.send(desk).returncode == 0
    assert contents(desk) == contents(usual[0])
    assert post.received() == usual[1]
    assert not unknown_of(desk)


@contextmanager
def locked(store: Path) -> Generator[None, None, None]:
    """Another program is in the middle of writing."""
    with closing(sqlite3.connect(store, timeout=PATIENCE, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


def wait_until(process: Running, is_so: Callable[[], bool]) -> None:
    """Until it is so, as long as the process runs."""
    while not is_so():
        assert process.poll() is None, process.wait(PATIENCE)
        time.sleep(0.002)
