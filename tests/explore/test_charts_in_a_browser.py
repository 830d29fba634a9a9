"""Charts are readable in a real browser, on a phone and on a desk, under a strict policy."""

import html
import json
import re
import shutil
import subprocess
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib import resources
from pathlib import Path

import pytest

from tests.explore.gallery import CHARTS

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'"
WIDTHS = (390, 1200)
SCORES = [97.84, 100.0, 88.12, 79.96, 54.5, 31.99, 12.0]

needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium here")


class _Pages(SimpleHTTPRequestHandler):
    def end_headers(self) -> None:
        if not self.path.startswith("/frame-"):
            self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def gallery(tmp_path: Path) -> Iterator[str]:
    """Where a page with every chart is; `frame-390.html` shows it on a screen of 390 px.

    A window of Chromium is never as narrow as a phone, a frame is.
    """
    charts = "".join(
        f"<h2>{kind}</h2>{draw(kind, SCORES, 'Kabupaten Tulang Bawang Barat', '/award/1')}"
        for kind, draw in CHARTS.items()
    )
    head = (
        '<!doctype html><html lang="id"><meta charset="utf-8"><title>Bagan</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<link rel="stylesheet" href="charts.css"><link rel="icon" href="icon.svg">'
        '<script src="measure.js" defer></script>'
    )
    (tmp_path / "index.html").write_text(head + charts, encoding="utf-8")
    for width in WIDTHS:
        frame = f'<!doctype html><iframe src="index.html" width="{width}" height="900"></iframe>'
        (tmp_path / f"frame-{width}.html").write_text(frame, encoding="utf-8")
    style = resources.files("crawler.explore").joinpath("static", "charts.css")
    (tmp_path / "charts.css").write_text(style.read_text(encoding="utf-8"), encoding="utf-8")
    shutil.copy(Path(__file__).with_name("measure.js"), tmp_path)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Pages, directory=str(tmp_path)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@needs_chromium
@pytest.mark.parametrize("width", WIDTHS)
def test_charts_are_readable_on_a_screen_of_this_width(
    gallery: str, width: int, tmp_path: Path
) -> None:
    page = subprocess.run(
        [
            str(CHROMIUM),
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--no-proxy-server",
            f"--user-data-dir={tmp_path / 'profile'}",
            "--window-size=1400,1000",
            "--hide-scrollbars",
            "--virtual-time-budget=5000",
            "--dump-dom",
            f"{gallery}/frame-{width}.html",
        ],
        capture_output=True,
        text=True,
        timeout=90,
        check=True,
    ).stdout

    title = re.search(r"<title>(\{.*?\})</title>", page)
    assert title, page[:500]
    seen = json.loads(html.unescape(title[1]))
    assert seen["screen"] == width
    assert seen["faults"] == []
    assert seen["charts"] >= len(CHARTS)
