"""Whoever is killed, whenever: nothing is lost, nothing is doubled, and poison is found out."""

import os
import re
import signal
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from multiprocessing import active_children
from pathlib import Path

import pytest

from crawler.archive.jobs import Wanted
from crawler.backfill import Order, Progress, backfill
from crawler.config import load_config
from storage.warc_files import FileState
from tests.backfill.conftest import Office, dump
from tests.backfill.warcs import Archive, award_page, story_url
from tests.crawling.tiny import describe
from tests.forked import fork

REGIONS = ("Demak", "Kudus", "Jepara", "Pati", "Blora", "Rembang", "Grobogan", "Kendal")
PATIENCE = 60
STORIES = 60
"""Of a file: two transactions."""


def many(office: Office, files: int = 3) -> list[Path]:
    """Files of many stories, a few of them on awards."""
    made = []
    for number in range(files):
        archive = Archive()
        for story in range(STORIES):
            region = REGIONS[(number * 3 + story) % len(REGIONS)]
            slug = (
                f"{region.lower()}-{chr(97 + number)}-{chr(97 + story // 26)}{chr(97 + story % 26)}"
            )
            archive.add(story_url(slug), award_page(region, score=f"9{story % 10},{number}1"))
        made.append(office.file(archive, f"{number}.warc.gz"))
    return made


def stored(store: Path) -> int:
    """How many articles are in the store; -1 before there is one."""
    if not store.exists():
        return -1
    with closing(sqlite3.connect(f"file:{store}?mode=ro", uri=True, timeout=30)) as db:
        try:
            return int(db.execute("SELECT count(*) FROM articles").fetchone()[0])
        except sqlite3.OperationalError:
            return -1


def wait_until(is_so: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < deadline
        time.sleep(0.01)


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What an undisturbed call makes of `many`."""
    office = Office(folder=tmp_path_factory.mktemp("undisturbed"))
    office.configure()
    describe(office.folder / "outlets", "kecil")
    office.read(*many(office), language=None)
    return dump(office.store)


def without_runs(rows: list[str]) -> list[str]:
    """A second call is a run of its own; everything else must be the same."""
    return sorted(re.sub(r"run(_id)?', 2\)", r"run\1', 1)", row) for row in rows)


@pytest.mark.heavy
@pytest.mark.parametrize("moment", [0, 1, 51, 61, 111])
def test_a_killed_call_goes_on_where_it_was(
    office: Office, undisturbed: list[str], moment: int
) -> None:
    files = many(office)
    running = office.begin("backfill", "?.warc.gz", "--language", "any", "--workers", "2")
    wait_until(lambda: stored(office.store) >= moment or running.poll() is not None)
    running.kill()
    running.wait(PATIENCE)
    before = stored(office.store)
    again = office.piagam("backfill", "?.warc.gz", "--language", "any", "--workers", "2")

    assert again.returncode == 0, again.stderr
    assert without_runs(dump(office.store)) == without_runs(undisturbed)
    assert before < len(files) * STORIES or moment > 100
    assert office.query("SELECT state, stories, taken, stored FROM warc_files") == [
        ("done", STORIES, STORIES, STORIES)
    ] * len(files)
    assert office.column("SELECT status FROM runs WHERE status = 'running'") == []


def test_a_killed_worker_costs_nothing(office: Office, undisturbed: list[str]) -> None:
    files = many(office)
    killed: list[int] = []

    def kill_one(progress: Progress) -> None:
        children = [each.pid for each in active_children() if each.pid]
        if children and not killed:
            killed.append(children[0])
            os.kill(children[0], signal.SIGKILL)

    config, order = load_config(office.config), Order(files=files, wanted=Wanted())
    done = backfill(config, order, workers=2, on_progress=kill_one)

    assert len(killed) == 1
    assert [each.file.state for each in done.files] == [FileState.DONE] * len(files)
    assert dump(office.store) == undisturbed


def test_a_file_that_kills_its_worker_three_times_is_given_up_and_reported(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("crawler.settings.PIAGAM_READ", "tests.backfill.poison.read")
    monkeypatch.setattr("crawler.settings.PIAGAM_SCAN", "tests.backfill.poison.scan")
    poison = Archive()
    poison.add(story_url("racun-raih"), award_page("Tegal"))
    good = Archive()
    good.add(story_url("kudus-raih"), award_page("Kudus"))
    names = ("a-racun.warc.gz", "b.warc.gz", "c.warc.gz", "d.warc.gz")
    paths = [
        office.file(archive, name)
        for archive, name in zip((good, poison, good, good), names, strict=True)
    ]
    good.add(story_url("demak-raih"), award_page())
    paths[2] = office.file(good, names[2])
    good.add(story_url("pati-raih"), award_page("Pati"))
    paths[3] = office.file(good, names[3])
    order = Order(files=paths, wanted=Wanted())
    config = load_config(office.config)
    done = backfill(config, order, workers=2)
    told = [(each.file.state, each.file.tries, each.file.reason) for each in done.files]
    given_up = (FileState.FAILED, 3, "the process that read it died, 3 times")

    assert told == [given_up, given_up, (FileState.DONE, 0, None), (FileState.DONE, 0, None)]
    assert office.column("SELECT recipient FROM award_board ORDER BY 1") == [
        "Kabupaten Demak",
        "Kabupaten Kudus",
        "Kabupaten Pati",
    ]
    later = backfill(config, order, workers=2)
    assert [each.is_skipped for each in later.files] == [True] * 4
    assert [each.file.state for each in later.files[:2]] == [FileState.FAILED] * 2


def test_workers_end_when_the_process_that_began_them_is_killed(tmp_path: Path) -> None:
    running = fork("tests.backfill.orphans:hold", (), folder=tmp_path)
    note = tmp_path / "workers"
    wait_until(note.exists)
    pids = [int(line) for line in note.read_text().split()]
    assert len(pids) == 2
    running.kill()
    running.wait(PATIENCE)

    wait_until(lambda: not any(_lives(pid) for pid in pids))


def _lives(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"
