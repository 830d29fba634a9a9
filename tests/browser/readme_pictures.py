"""Takes the pictures of README.md in a browser, from the store of `./dev demo`.

`python -m tests.browser.readme_pictures demo docs/pictures`
"""

import shutil
import sqlite3
import sys
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

from tests.explore.serving import open_window

HEADLINE = "Ini Rincian Nilai Enam Unit Layanan Blora yang Bikin Kabupaten Masuk Kategori A"
SEASON = "scheme=ombudsman-kepatuhan&year=2024&province=33"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shot:
    """One picture."""

    name: str
    path: str
    """`{article}` in it is the number of the story with this `HEADLINE`."""
    width: int = 1100
    height: int = 900


SHOTS = (
    Shot(name="league", path=f"/league?{SEASON}"),
    Shot(name="map", path=f"/map?{SEASON}"),
    Shot(name="article", path="/articles/{article}"),
    Shot(name="region", path="/regions/33.16", width=390, height=780),
)


def take_pictures(folder: Path, into: Path) -> None:
    """One PNG for each of `SHOTS`; `folder` has a store."""
    with (
        TemporaryDirectory() as copied,
        sync_playwright() as playwright,
        playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        ) as browser,
    ):
        shutil.copy(folder / "piagam.sqlite", copied)
        with closing(sqlite3.connect(folder / "piagam.sqlite")) as store:
            found = store.execute("SELECT id FROM articles WHERE title = ?", (HEADLINE,))
            (article,) = found.fetchone()
        with open_window(Path(copied)) as reader:
            for shot in SHOTS:
                page = browser.new_page(viewport={"width": shot.width, "height": shot.height})
                page.goto(reader.address + shot.path.format(article=article))
                page.screenshot(path=into / f"{shot.name}.png")


if __name__ == "__main__":
    take_pictures(Path(sys.argv[1]), Path(sys.argv[2]))
