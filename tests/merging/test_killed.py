"""A merge that is killed anywhere goes on when it is begun again, and comes to the same."""

import signal
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from benchmarks.big_store import Size, make_store
from storage.database import open_store
from tests.merging.colleague import merge_into
from tests.merging.contents import contents, indexes_are_whole

ROOT = Path(__file__).parents[2]


def merge_killed(target: Path, step: int, *stores: Path) -> bool:
    """Merge in a process that is killed at this step; whether it came so far."""
    command = [sys.executable, "-m", "tests.merging.killed", str(target), str(step)]
    done = subprocess.run([*command, *map(str, stores)], cwd=ROOT, timeout=120, check=False)
    assert done.returncode in (0, -signal.SIGKILL)
    return done.returncode != 0


@pytest.mark.heavy
def test_killed_at_any_step_and_begun_again_it_comes_to_the_same(tmp_path: Path) -> None:
    size = Size(articles=240, awards=50, nights=30)
    stores = tuple(tmp_path / f"{seed}.sqlite" for seed in (1, 2))
    for seed, store in enumerate(stores, start=1):
        make_store(store, size, seed=seed)
    whole = tmp_path / "whole.sqlite"
    merge_into(whole, *stores)
    with closing(open_store(whole)) as db:
        expected = contents(db)

    target, kills = tmp_path / "target.sqlite", 0
    for step in (1, 3, 5, 8, 11, 14, 18, 22, 27, 33, 40, 50):
        kills += merge_killed(target, step, *stores)
    assert kills >= 8
    merge_into(target, *stores)
    with closing(open_store(target)) as db:
        assert indexes_are_whole(db)
        assert contents(db) == expected
