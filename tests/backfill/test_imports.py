"""What is slow to import is imported by those alone who need it: else two processes gain little."""

import subprocess
import sys

import pytest

from crawler.by_name import Named

LOADED = "import sys, {}; print(*sys.modules)"


@pytest.mark.parametrize(
    ("module", "without"),
    [
        pytest.param("crawler.reprocess", ("scrapy", "crawler.awards.reader"), id="who leads"),
        pytest.param("spiders.warm, spiders.archived", ("scrapy", "twisted"), id="who reads"),
        pytest.param("crawler.cli", ("typer", "crawler.config"), id="the script, by each worker"),
    ],
)
def test_what_the_other_does_is_not_imported(module: str, without: tuple[str, ...]) -> None:
    said = run(LOADED.format(module))
    assert set(module.split(", ")) <= set(said.split())
    assert not set(without) & set(said.split())


def test_what_the_workers_share_is_never_searched_for_garbage() -> None:
    said = run("import gc, spiders.warm; print(gc.get_freeze_count() > 50_000, gc.isenabled())")
    assert said.split() == ["True", "True"]


def run(program: str) -> str:
    """What a process of its own prints."""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60
    )
    return done.stdout


def test_a_function_is_called_by_its_name() -> None:
    assert Named("os.path.basename")("/a/b") == "b"
