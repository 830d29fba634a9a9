"""What merging many large stores costs: time and memory of each, and of all of them a second time.

`python -m benchmarks.merge_cost 10 20000 FOLDER` makes what is not there yet; FOLDER is kept.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.big_store import Size, make_store
from benchmarks.spread import Spread
from benchmarks.table import Row, Table
from crawler.keeping import Entry
from crawler.merging import Source, merge_stores
from crawler.runs import OwnRun
from storage.database import open_store
from storage.records import RunKind, RunStatus

_ARTICLES_A_NIGHT = 300
_FEW, _SMALL = 3, 2000
"""Stores, and articles of each, where nobody says how many."""
_GROWS_AT_MOST = 2.0
"""How many times as much the last store may cost as the first: a fuller target costs little."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One merge in a process of its own."""

    stores: int
    """How many are in the target then."""
    seconds: float
    cpu_seconds: float
    """Of this process: what a busy machine does not lengthen."""
    megabytes: float
    """The most memory that the process had."""
    new: int
    """Articles."""
    awards: int
    """That became others by the merge."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps:
    """One store after the other, and all of them a second time."""

    steps: tuple[Step, ...]
    again: Step
    is_same: bool
    """The second time changed no table's number of rows."""


def main() -> None:
    """Make the stores, merge them one by one, then all of them again, and print a line for each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("stores", type=int, help="how many")
    parser.add_argument("articles", type=int, help="of each, with an award for every ten")
    parser.add_argument("folder", type=Path, help="where they are made")
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write the figures here")
    options = parser.parse_args()
    stores = _made(options.folder, options.stores, options.articles)
    target = options.folder / f"merged-{options.articles}.sqlite"
    merged = _merged(target, stores, _print)
    print(f"all {len(stores)} again: {'nothing changed' if merged.is_same else 'ROWS DIFFER'}")
    if options.json is not None:
        options.json.write_text(json.dumps(asdict(merged), indent=2), "utf-8")


def measure(rounds: int, *, stores: int = _FEW, articles: int = _SMALL) -> Table:
    """What the last of some stores costs beside the first, and all of them a second time."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        made = _made(folder, stores, articles)
        timed = [_merged(folder / f"{number}.sqlite", made) for number in range(rounds)]
    if not all(each.is_same for each in timed):
        raise RuntimeError("merged a second time, the stores changed something")
    first = [each.steps[0].cpu_seconds for each in timed]
    last = [each.steps[-1].cpu_seconds for each in timed]
    whole = [sum(step.cpu_seconds for step in each.steps) for each in timed]
    again = [each.again.cpu_seconds for each in timed]
    return Table(
        title=f"{stores} stores of {articles} articles merged one by one, CPU of their process",
        rows=(
            Row(name="the first", spread=Spread.of(first), unit="s"),
            Row(name="the last", spread=Spread.of(last), unit="s"),
            Row(
                name="the last against the first",
                spread=_ratio(last, first),
                unit="x",
                at_most=_GROWS_AT_MOST,
            ),
            Row(name="all again against all", spread=_ratio(again, whole), unit="x"),
        ),
        notes=(f"most memory: {max(s.megabytes for each in timed for s in each.steps):.0f} MB",),
        facts={"rounds": [asdict(each) for each in timed]},
    )


def _ratio(ours: Sequence[float], theirs: Sequence[float]) -> Spread:
    return Spread.of([mine / other for mine, other in zip(ours, theirs, strict=True)])


def _merged(
    target: Path, stores: Sequence[Path], tell: Callable[[Step], None] = lambda step: None
) -> Steps:
    """All of them into a new store, one by one, then once more together."""
    for ending in ("", "-wal", "-shm"):
        target.with_name(target.name + ending).unlink(missing_ok=True)
    steps = []
    for number, store in enumerate(stores, start=1):
        steps.append(_in_process(target, number, [store]))
        tell(steps[-1])
    rows = _rows(target)
    again = _in_process(target, len(stores), stores)
    tell(again)
    return Steps(steps=tuple(steps), again=again, is_same=_rows(target) == rows)


def _print(step: Step) -> None:
    print(
        f"{step.stores:3} stores  {step.seconds:7.1f} s  {step.cpu_seconds:7.1f} s of CPU"
        f"  {step.megabytes:6.0f} MB  {step.new:8} articles new  {step.awards:7} awards others",
        flush=True,
    )


def _made(folder: Path, stores: int, articles: int) -> list[Path]:
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    for seed in range(1, stores + 1):
        path = folder / f"{articles}-{seed}.sqlite"
        if not path.exists():
            nights = max(60, articles // _ARTICLES_A_NIGHT)
            size = Size(articles=articles, awards=articles // 10, nights=nights)
            make_store(path, size, seed=seed)
        made.append(path)
    return made


def _in_process(target: Path, number: int, stores: Sequence[Path]) -> Step:
    command = [sys.executable, "-c", "from benchmarks.merge_cost import one; one()"]
    arguments = [str(target), str(number), *map(str, stores)]
    done = subprocess.run([*command, *arguments], check=True, capture_output=True, text=True)
    return Step(**json.loads(done.stdout))


def one() -> None:
    """Merge the stores that the arguments name, in this process, and tell what it cost as JSON."""
    target, number, *stores = sys.argv[1:]
    began, now = time.monotonic(), datetime.now(UTC)
    with closing(open_store(Path(target))) as db:
        run = OwnRun.begin(db, expected=(), now=now, kind=RunKind.MERGE)
        merged = merge_stores(
            db,
            [Source(path=Path(each)) for each in stores],
            entry=Entry(run_id=run.id, now=now, began=now),
        )
        run.end(db, RunStatus.FINISHED, None, now)
    step = Step(
        stores=int(number),
        seconds=round(time.monotonic() - began, 1),
        cpu_seconds=round(time.process_time(), 1),
        megabytes=_most_megabytes(),
        new=sum(each.rows.articles_new for each in merged.parts),
        awards=merged.awards_settled,
    )
    print(json.dumps(asdict(step)))


def _most_megabytes() -> float:
    """The most that this process itself had; `getrusage` counts in who began it."""
    status = Path("/proc/self/status").read_text("ascii")
    line = next(line for line in status.splitlines() if line.startswith("VmHWM:"))
    return round(int(line.split()[1]) / 1024, 1)


def _rows(target: Path) -> dict[str, int]:
    """How many rows each table has; each merge adds its own run."""
    with closing(open_store(target)) as db:
        tables = [name for name in db.table_names() if "_fts" not in name and name != "runs"]
        return {name: db[name].count for name in tables}


if __name__ == "__main__":
    main()
