"""`kill -9` of a worker, of the scheduler, of the coordinator: nothing is lost, nothing doubled."""

import random
import signal
import subprocess
import sys
import time
from collections.abc import Generator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from crawler.cluster.leash import beat
from crawler.newsroom.server import Newsroom
from tests.cluster.contents import READ, differing
from tests.cluster.services import PATIENCE, kill, offspring, wait_until
from tests.cluster.town import (
    Night,
    assert_polite,
    is_part,
    is_running,
    night,
    quiet_for,
    settle_in,
)
from tests.crawling.conftest import Desk
from tests.crawling.killing import ALERTS_REPEATED, NOT_ARCHIVED
from tests.crawling.tiny import host_of
from tests.forked import Running, fork
from tests.night.mortal import Death, written

REQUESTS = 18
"""So many at least does a crawl of the town make."""
MERGED, KEPT = "crawler.cluster.coordinating:merge_parcel", "crawler.cluster.depot:Depot.keep"
"""Where a coordinator may die with a parcel in its hands."""
IMPATIENT = (
    "import time; from crawler.cluster import leash; leash.LONGEST = 1.0; leash.hold_on();"
    "time.sleep(60)"
)
MOMENTS = [pytest.param(seed, marks=pytest.mark.heavy) for seed in range(10)]


@pytest.fixture
def tonight(tmp_path: Path, papers: Newsroom) -> Generator[Night, None, None]:
    with night(settle_in(tmp_path, papers)) as begun:
        papers.forget_requests()
        yield begun


@pytest.mark.parametrize("seed", MOMENTS)
def test_a_worker_that_is_killed_costs_a_part_of_its_part(
    tonight: Night, alone: Desk, seed: int
) -> None:
    chance = random.Random(seed)  # noqa: S311 - moments, not secrets
    crawl = tonight.begin()
    wait_for_moment(tonight, crawl, chance)
    kill(chance.choice(tonight.wait_for_busy_workers(crawl)))
    said = crawl.wait(PATIENCE)
    assert said.returncode == 0, said.stderr
    assert_made_good(tonight.desk, alone)


@pytest.mark.heavy
@pytest.mark.parametrize("seed", range(5))
def test_what_a_killed_coordinator_had_is_not_lost(tonight: Night, alone: Desk, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - moments, not secrets
    crawl = tonight.begin()
    wait_for_moment(tonight, crawl, chance)
    crawl.kill()
    crawl.wait(PATIENCE)
    said = tonight.crawl()
    assert said.returncode == 0, said.stderr
    assert_made_good(tonight.desk, alone)


@pytest.mark.heavy
@pytest.mark.parametrize("seed", range(3))
def test_a_crawl_without_its_scheduler_ends_and_the_next_goes_on(
    tonight: Night, alone: Desk, seed: int
) -> None:
    chance = random.Random(seed)  # noqa: S311 - moments, not secrets
    crawl = tonight.begin()
    wait_for_moment(tonight, crawl, chance)
    parts = tonight.parts()
    kill(tonight.services.pids[0])
    said = crawl.wait(PATIENCE)
    assert said.returncode == 1
    assert "the cluster's scheduler is gone; start it again, then crawl again" in said.stdout
    assert "distributed" not in said.stderr, "Dask's own words help nobody"
    wait_until(lambda: not any(map(is_running, parts)))

    tonight.services.end()
    tonight.services.start_scheduler()
    for _ in range(2):
        tonight.services.start_worker()
    said = tonight.crawl()
    assert said.returncode == 0, said.stderr
    assert_made_good(tonight.desk, alone)


def test_a_part_ends_with_its_worker(tonight: Night) -> None:
    crawl = tonight.begin()
    tonight.wait_for_requests(4, crawl)
    wait_until(lambda: len(tonight.parts()) == 2, crawl)
    parts, workers = tonight.parts(), tonight.busy_workers()
    for process in (*tonight.services.pids[1:], *workers):  # first what would start them anew
        kill(process)
    asked = len(tonight.desk.newsroom.requests)
    wait_until(lambda: not any(map(is_running, parts)))
    assert quiet_for(tonight.desk.newsroom, 2.5)
    assert len(tonight.desk.newsroom.requests) <= asked + len(parts), "all but what was on its way"
    crawl.kill()
    crawl.wait(PATIENCE)


@pytest.mark.heavy
def test_workers_of_this_machine_and_their_parts_end_with_the_coordinator(
    tmp_path: Path, papers: Newsroom
) -> None:
    papers.forget_requests()
    desk = settle_in(tmp_path, papers)
    given = ("--config", str(desk.config), "crawl", "--cluster", "local:2")
    crawl = fork("tests.forked:piagam", given, folder=desk.folder)
    wait_until(lambda: len(papers.requests) >= 4, crawl)
    below = offspring(crawl.pid)
    assert len([each for each in below if is_part(each)]) == 2
    crawl.kill()
    asked = len(papers.requests)
    crawl.wait(PATIENCE)
    wait_until(lambda: not any(map(is_running, below)))
    assert quiet_for(papers, 2.5)
    assert len(papers.requests) <= asked + 2, "all but what was on its way"


def test_a_part_ends_when_nobody_beats_any_more() -> None:
    """Its worker may be frozen: then the pipe stays open."""
    with subprocess.Popen([sys.executable, "-c", IMPATIENT], stdin=subprocess.PIPE) as child:
        for _ in range(15):
            beat(child)
            time.sleep(0.2)
            assert child.poll() is None
        assert child.wait(PATIENCE) == -signal.SIGKILL


@pytest.mark.heavy
@pytest.mark.parametrize(("place", "is_after"), [(MERGED, False), (MERGED, True), (KEPT, True)])
def test_what_was_shipped_is_merged_by_the_next_crawl(
    tonight: Night, alone: Desk, place: str, is_after: bool
) -> None:
    death = written(Death(boundary=place, number=2, is_after=is_after))
    assert tonight.begin(death).wait(PATIENCE).returncode == -signal.SIGKILL
    papers = tonight.desk.newsroom
    read = {(each.host, each.target) for each in papers.requests}
    shipped = len(list((tonight.desk.folder / "piagam.parcels").iterdir()))
    assert shipped == 1
    papers.forget_requests()

    said = tonight.crawl()
    assert said.returncode == 0, said.stderr
    again = {(each.host, each.target) for each in papers.requests} & read
    stories = {host for host, target in again if target.startswith("/berita/")}
    assert len(stories) <= 2, "at most what was under way is read again"
    assert_made_good(tonight.desk, alone)


@pytest.mark.heavy
def test_poison_that_kills_its_workers_is_given_up_and_the_rest_is_read(tonight: Night) -> None:
    said = tonight.crawl_killing(lambda part: is_of(part, "desa"), worker=True)
    assert said.returncode == 1
    assert standing(tonight.desk) == {
        "koran": ("finished", None),
        "warta": ("finished", None),
        "dusun": ("finished", None),
        "desa": ("failed", "given up: each worker that read it died"),
    }
    assert_polite(tonight.desk.newsroom)


@pytest.mark.heavy
def test_poison_that_kills_its_own_process_is_given_up_and_what_it_read_is_kept(
    tonight: Night,
) -> None:
    said = tonight.crawl_killing(
        lambda part: is_of(part, "desa") and has_read(tonight.desk, "desa"), worker=False
    )
    assert said.returncode == 1
    why = "given up after 3 tries: its process was killed by signal 9"
    told = standing(tonight.desk)
    assert told.pop("desa") == ("failed", why)
    assert told == dict.fromkeys(("koran", "warta", "dusun"), ("finished", None))
    assert f"desa: failed: {why}" in said.stdout or why in said.stdout
    assert tonight.desk.query("SELECT count(*) FROM responses WHERE outlet = 'desa'") != [(0,)]
    assert_polite(tonight.desk.newsroom)


@pytest.mark.heavy
def test_whoever_reads_next_keeps_the_distance_to_the_last_request(
    tmp_path: Path, papers: Newsroom
) -> None:
    """A part asks nobody before a delay is over: who read it before may have asked just then."""
    papers.forget_requests()
    with night(settle_in(tmp_path, papers, delay=30)) as begun:
        crawl = begun.begin()
        wait_until(lambda: bool(begun.parts()), crawl)
        began = datetime.now(UTC)
        begun.wait_for_requests(1, crawl)
        crawl.kill()
        crawl.wait(PATIENCE)
    assert (papers.requests[0].at - began).total_seconds() >= 30 - 5  # two that begin apart


def is_of(part: int, outlet: str) -> bool:
    """Whether the process reads this outlet."""
    try:
        home = Path(f"/proc/{part}/cmdline").read_bytes().split(b"\0")[4].decode()
    except (OSError, IndexError):
        return False
    return (Path(home) / "outlets" / f"{outlet}.toml").exists()


def has_read(desk: Desk, outlet: str) -> bool:
    """Whether stories of the outlet were asked for."""
    return any(each.target.startswith("/berita/") for each in desk.asked(host_of(outlet)))


def standing(desk: Desk) -> dict[str, tuple[str, str | None]]:
    rows = desk.query("SELECT outlet, status, reason FROM outlet_runs")
    return {outlet: (status, reason) for outlet, status, reason in rows}


def wait_for_moment(tonight: Night, crawl: Running, chance: random.Random) -> None:
    tonight.wait_for_requests(chance.randint(1, REQUESTS), crawl)
    time.sleep(chance.uniform(0, 0.5))


def assert_made_good(desk: Desk, alone: Desk) -> None:
    assert differing(desk, alone, READ) == []
    assert desk.query(ALERTS_REPEATED) == []
    assert desk.query(NOT_ARCHIVED) == []
    assert desk.query("SELECT count(*) FROM outlet_runs WHERE status = 'running'") == [(0,)]
    assert not (desk.folder / "piagam.parcels").exists()
    assert_polite(desk.newsroom)
