"""A command starts without what it does not need, and ends without a search for garbage."""

import subprocess
import sys

import pytest

_ENDING = """
import atexit, gc
from crawler.cli import main
atexit.register(lambda: print(len(gc.get_objects())))
main(["version"])
"""
_LOADED = "import sys; {imports}; print(*(each for each in {names} if each in sys.modules))"


@pytest.mark.parametrize(
    ("imports", "unneeded"),
    [
        (
            "import crawler.cli.entry, crawler.cli.status",
            ("scrapy", "twisted", "trafilatura", "jinja2", "crawler.awards.reader"),
        ),
        (
            "import crawler.cli.entry, crawler.cli.crawl, crawler.pipelines, spiders.base",
            ("trafilatura", "htmldate", "bs4", "jinja2", "icalendar", "crawler.alerts.send"),
        ),
    ],
)
def test_a_command_imports_what_it_needs(imports: str, unneeded: tuple[str, ...]) -> None:
    code = _LOADED.format(imports=imports, names=unneeded)
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True
    )
    assert not run.stdout.split()


def test_when_a_command_ends_nothing_is_left_to_search() -> None:
    run = subprocess.run(
        [sys.executable, "-c", _ENDING], capture_output=True, text=True, timeout=60, check=True
    )
    assert int(run.stdout.split()[-1]) < 100
