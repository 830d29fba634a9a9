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
    said = subprocess.run(
        [sys.executable, "-c", LOADED.format(module)],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert set(module.split(", ")) <= set(said.stdout.split())
    assert not set(without) & set(said.stdout.split())


def test_a_function_is_called_by_its_name() -> None:
    assert Named("os.path.basename")("/a/b") == "b"
