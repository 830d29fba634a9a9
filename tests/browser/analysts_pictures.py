"""Takes the pictures of docs/for-analysts.md in a browser, from the store of `./dev demo`.

`python -m tests.browser.analysts_pictures demo docs/for-analysts.md`
"""

import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Page, sync_playwright

from tests.explore.analysts_page import addresses
from tests.explore.serving import open_window

_WIDTH, _HIGHEST, _MARGIN = 960, 900, 8


def take_pictures(folder: Path, page: Path) -> None:
    """One picture for each address in the page, into `pictures` beside it; `folder` has a store."""
    with (
        TemporaryDirectory() as copied,
        sync_playwright() as playwright,
        playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        ) as browser,
    ):
        shutil.copy(folder / "piagam.sqlite", copied)
        shown = browser.new_page(viewport={"width": _WIDTH, "height": _HIGHEST})
        with open_window(Path(copied)) as reader:
            for address in addresses(page.read_text(encoding="utf-8")):
                _take(shown, reader.address + address, page.parent / "pictures")


def _take(shown: Page, address: str, folder: Path) -> None:
    joint = "&" if "?" in address else "?"
    shown.goto(f"{address}{joint}lang=en")
    answer = shown.locator(".listing").bounding_box()
    assert answer is not None, address
    height = min(answer["y"] + answer["height"] + _MARGIN, _HIGHEST)
    name = address.partition("?")[0].rpartition("/")[2]
    shown.screenshot(
        path=folder / f"{name}.png",
        clip={"x": 0, "y": 0, "width": _WIDTH, "height": height},
        full_page=True,
    )


if __name__ == "__main__":
    take_pictures(Path(sys.argv[1]), Path(sys.argv[2]))
