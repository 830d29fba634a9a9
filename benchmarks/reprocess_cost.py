"""Archives read by one process and by two: how much sooner, and whether memory stays flat.

`python -m benchmarks.reprocess_cost [FILES] [STORIES] [ROUNDS]` makes so many WARC files of so
many stories of the newsroom, reads them into a store (`backfill`), and the store (`reprocess`).
CPU times tell what two processes gain where the machine has other work meanwhile.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

from benchmarks.pages import record_pages
from benchmarks.spread import Spread
from benchmarks.table import Row, Table, render
from crawler.archive.record import Response, info_record, response_record

AT_LEAST = 1.8
"""How many times as fast two processes must be."""
_LOOK_EVERY = 0.25
_LIKE = "klikjateng"
"""Whose stories are read, by the rules of its family."""
_RINGS = tuple(
    ring.split()
    for ring in (
        "Banyumas Batang Blora Boyolali Brebes Cilacap Demak Grobogan Jepara Karanganyar Kebumen"
        " Kendal Klaten Kudus Pati Pemalang Purbalingga Purworejo Rembang Sragen Sukoharjo"
        " Temanggung Wonogiri Wonosobo",
        "Tegal Semarang Salatiga Pekalongan Surakarta Magelang Bandung Bogor Bekasi Cirebon Malang"
        " Madiun Kediri Blitar Mojokerto Pasuruan Probolinggo Surabaya Padang Medan Palembang",
    )
)
"""Each file tells of other regencies and cities, else a few awards would have all the reports."""
_NAMES = re.compile(rf"\b(?:{'|'.join(name for ring in _RINGS for name in ring)})\b")
_OUTLET = """\
name = "arsip"
title = "Arsip"
home = "https://arsip.example/"
hosts = ["arsip.example"]
family = "wordpress"
identity = "address"
verified = true
[[source]]
kind = "rss"
url = "{home}feed/"
[article]
address = ['^/berita/\\d+$']
[[example]]
url = "https://arsip.example/berita/1"
article = true
"""
_WHEN = datetime(2024, 12, 3, 1, 0, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What was measured over paired rounds."""

    files: int
    stories: int
    one: Spread
    """Stories a second of a command with one worker process."""
    two: Spread
    ratio: Spread
    """How many times as fast two are."""
    leading: Spread
    """CPU milliseconds a story of the process that leads and writes."""
    working: Spread
    """The same of its workers."""
    memory: tuple[float, ...]
    """Resident megabytes of the command and its processes at each tenth of the last round."""

    def table(self) -> Table:
        """Both ways, how many times as fast two processes are, and the memory."""
        memory = " ".join(f"{each:.0f}" for each in self.memory)
        return Table(
            title=f"{self.stories} stories in {self.files} WARC files, read again, wall time",
            rows=(
                Row(name="one process", spread=self.one, unit="/s"),
                Row(name="two processes", spread=self.two, unit="/s"),
                Row(name="two against one", spread=self.ratio, unit="x", at_least=AT_LEAST),
                Row(name="CPU a story of who leads and writes", spread=self.leading, unit="ms"),
                Row(name="CPU a story of who reads", spread=self.working, unit="ms"),
            ),
            notes=(f"MB of all processes at each tenth of the time: {memory}",),
            facts={"files": self.files, "stories": self.stories, "memory_mb": self.memory},
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Spent:
    """What one command took, in seconds."""

    wall: float
    leading: float
    working: float


def measure(files: int, each: int, rounds: int) -> Figures:
    """Read so many files of so many stories with one and with two processes, in turn."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "piagam.toml").write_text('contact = "redaksi@example.id"\n')
        (folder / "outlets").mkdir()
        (folder / "outlets" / "arsip.toml").write_text(_OUTLET)
        stories = make_archive(folder / "piagam.archive" / "2024-12", files, each)
        _timed(folder, ("backfill", "piagam.archive/*/*.warc.gz", "--workers", "2"), [])
        timed: list[tuple[_Spent, _Spent]] = []
        memory: list[float] = []
        for number in range(rounds):
            memory = []
            ones = ("reprocess", "--dry-run", "--workers", "1")
            twos = ("reprocess", "--dry-run", "--workers", "2")
            if number % 2 == 0:
                one, two = _timed(folder, ones, []), _timed(folder, twos, memory)
            else:
                two, one = _timed(folder, twos, memory), _timed(folder, ones, [])
            timed.append((one, two))
    twos_only = [two for _, two in timed]
    return Figures(
        files=files,
        stories=stories,
        one=Spread.of([stories / one.wall for one, _ in timed]),
        two=Spread.of([stories / two.wall for two in twos_only]),
        ratio=Spread.of([one.wall / two.wall for one, two in timed]),
        leading=Spread.of([two.leading * 1000 / stories for two in twos_only]),
        working=Spread.of([two.working * 1000 / stories for two in twos_only]),
        memory=_tenths(memory),
    )


def make_archive(folder: Path, files: int, each: int) -> int:
    """Write so many WARC files of an outlet with the newsroom's stories; how many stories."""
    folder.mkdir(parents=True)
    pages = [page for page in record_pages() if page.outlet == _LIKE]
    for number in range(files):
        path = folder / f"arsip-{number:06}-01.warc.gz"
        head = info_record(path.name, software="benchmark", contact="-", now=_WHEN)
        records = (
            _record(_moved(pages[at % len(pages)].body, number), number * 1000 + at)
            for at in range(each)
        )
        path.write_bytes(head + b"".join(records))
    return files * each


def _moved(body: bytes, steps: int) -> bytes:
    """The page, of places that stand so many steps on in their ring."""
    places = {
        name: ring[(at + steps) % len(ring)] for ring in _RINGS for at, name in enumerate(ring)
    }
    return _NAMES.sub(lambda found: places[found.group()], body.decode()).encode()


def _record(body: bytes, number: int) -> bytes:
    return response_record(
        Response(
            url=f"https://arsip.example/berita/{number}",
            status=200,
            headers=(("Content-Type", "text/html; charset=utf-8"),),
            body=body,
            fetched_at=_WHEN,
        )
    )


def _timed(folder: Path, arguments: Sequence[str], memory: list[float]) -> _Spent:
    """Run the command; `memory` gets the megabytes of it and its children as time goes on."""
    command = [sys.executable, "-m", "crawler.cli", "--config", "piagam.toml", *arguments]
    began = time.monotonic()
    ticks: dict[int, int] = {}
    with subprocess.Popen(
        command,
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as process:
        while process.returncode is None:
            memory.append(_look(process.pid, ticks))
            with suppress(subprocess.TimeoutExpired):
                process.wait(_LOOK_EVERY)
        wall = time.monotonic() - began
    if process.returncode != 0:
        raise RuntimeError(f"{' '.join(arguments)} ended with {process.returncode}")
    seconds = {pid: each / os.sysconf("SC_CLK_TCK") for pid, each in ticks.items()}
    leading = seconds.pop(process.pid)
    return _Spent(wall=wall, leading=leading, working=sum(seconds.values()))


def _look(session: int, ticks: dict[int, int]) -> float:
    """Megabytes of all processes of a session, what they share counted for each; and CPU ticks."""
    pages = 0
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text().rpartition(")")[2].split()
        except OSError:
            continue  # it has ended
        if int(fields[3]) == session:
            pages += int(fields[21])
            ticks[int(path.parent.name)] = int(fields[11]) + int(fields[12])
    return pages * os.sysconf("SC_PAGESIZE") / 1_000_000


def _tenths(memory: Sequence[float]) -> tuple[float, ...]:
    """The most at each tenth of the time."""
    edges = [len(memory) * tenth // 10 for tenth in range(11)]
    spans = [memory[begin:end] for begin, end in pairwise(edges)]
    return tuple(round(max(span), 1) for span in spans if span)


def main() -> None:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", type=int, nargs="?", default=100, help="WARC files")
    parser.add_argument("stories", type=int, nargs="?", default=100, help="in each of them")
    parser.add_argument("rounds", type=int, nargs="?", default=2)
    options = parser.parse_args()
    print(render(measure(options.files, options.stories, options.rounds).table()))


if __name__ == "__main__":
    main()
