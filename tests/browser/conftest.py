"""A real browser on a real window: headless Chromium, the demo's store, nothing but loopback."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.explore.serving import Reader, open_window

_NAMES = ("chromium", "chromium-browser", "google-chrome")
_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PHONE, DESKTOP = 390, 1200


@pytest.fixture(scope="session")
def chromium() -> str:
    """Where the browser lies."""
    found = next(filter(None, map(shutil.which, _NAMES)), None)
    if found is None:
        pytest.skip("no Chromium here, so no page was opened; Debian: apt install chromium")
    return found


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    """One browser for the tests of a file; as long as it is open no other event loop can run."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=_FLAGS)
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def demo(chromium: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of `./dev demo`: ten sites crawled over HTTP; none without a browser to see it."""
    folder = tmp_path_factory.mktemp("demo")
    command = [sys.executable, "-m", "crawler.newsroom.demo"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=300)
    return folder / "demo"


@pytest.fixture(scope="session")
def window(demo: Path) -> Iterator[Reader]:
    """A window on the demo's store."""
    with open_window(demo) as opened:
        yield opened
