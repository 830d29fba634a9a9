"""The figures for Prometheus can be read by its own rules, and say what the store says."""

import re
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from crawler.chores import write_metrics
from crawler.config import Config, WatchConfig
from crawler.metrics import Figure, exposition
from storage.database import open_store
from tests.storage.samples import NOW, fill

_SAMPLE = re.compile(r'([a-z_]+)(?:\{([a-z]+)="([^"\\\n]*)"\})? (\S+)')


def read_exposition(text: str) -> dict[tuple[str, str], float]:
    """Figures by name and label's value; each name once, after its HELP and TYPE."""
    assert text.endswith("\n")
    found: dict[tuple[str, str], float] = {}
    told: list[str] = []
    for line in text.splitlines():
        if line.startswith("# HELP "):
            told.append(line.split()[2])
            assert len(line.split()) > 3
        elif line.startswith("# TYPE "):
            assert line.split()[2:] == [told[-1], "gauge"]
        else:
            sample = _SAMPLE.fullmatch(line)
            assert sample, line
            name, _, value, number = sample.groups()
            assert name == told[-1]
            assert (name, value or "") not in found
            found[name, value or ""] = float(number)
    assert len(told) == len(set(told))
    return found


def test_the_file_says_what_the_store_says(tmp_path: Path) -> None:
    path = tmp_path / "node" / "piagam.prom"
    config = Config(
        contact="a@example.id",
        store=tmp_path / "piagam.sqlite",
        watch=WatchConfig(metrics_file=path),
    )
    began = datetime.now(UTC)
    with closing(open_store(config.store)) as db:
        fill(db)
        write_metrics(config)
    found = read_exposition(path.read_text())
    assert found["piagam_awards", ""] == 1
    assert found["piagam_last_good_run_timestamp_seconds", ""] == NOW.timestamp()
    assert found["piagam_outlets", "finished"] == found["piagam_outlets_expected", ""] > 0
    assert found["piagam_deliveries", "waiting"] == 0
    assert found["piagam_store_bytes", ""] > 0
    assert found["piagam_written_timestamp_seconds", ""] >= began.timestamp()
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_a_metric_without_samples_keeps_its_head() -> None:
    figure = Figure(name="outlets_unwell", told="Some.", label="state", samples=())
    assert exposition([figure]).splitlines()[1] == "# TYPE piagam_outlets_unwell gauge"
