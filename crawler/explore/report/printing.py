"""A browser prints a page of ours as PDF: without the network, in a folder of its own."""

import os
import shutil
import signal
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from crawler.explore.report import ReportError

BROWSERS = (
    *("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"),
    *("microsoft-edge", "msedge"),
)
"""Names of the commands that are looked for, in this order."""
SECONDS = 120
"""How long printing may take."""
_FLAGS = (
    *("--headless", "--disable-gpu", "--no-first-run", "--no-default-browser-check"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    *("--disable-default-apps", "--disable-extensions", "--disable-dev-shm-usage"),
    *("--host-resolver-rules=MAP * ~NOTFOUND", "--proxy-server=http://127.0.0.1:9"),
    "--no-pdf-header-footer",
)


def print_pdf(page: bytes) -> bytes:
    """The PDF of an HTML page. Raises ReportError: no browser, or one that fails."""
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        raise ReportError(
            "no browser here makes the PDF; install Chromium, or print the HTML page as PDF"
        )
    with TemporaryDirectory(prefix="piagam-pdf-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        source, target = folder / "report.html", folder / "report.pdf"
        source.write_bytes(page)
        problem = _run(_command(browser, source, target))
        if not target.is_file() or not target.read_bytes().startswith(b"%PDF"):
            raise ReportError(
                f"{browser} made no PDF{problem}; print the HTML page as PDF yourself"
            )
        return target.read_bytes()


def _command(browser: str, source: Path, target: Path) -> list[str]:
    # Chromium has no sandbox for the superuser; the page has no script and no address to load.
    unguarded = ["--no-sandbox"] if os.geteuid() == 0 else []
    profile = source.parent / "profile"
    return [
        browser,
        *_FLAGS,
        *unguarded,
        f"--user-data-dir={profile}",
        f"--print-to-pdf={target}",
        source.as_uri(),
    ]


def _run(command: list[str]) -> str:
    """Why it failed, for a line; nothing when it did not. Its children end with it."""
    with subprocess.Popen(  # noqa: S603 - a browser from the path, our own flags
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as browser:
        try:
            code = browser.wait(SECONDS)
        except subprocess.TimeoutExpired:
            return f" within {SECONDS} seconds"
        finally:
            _end(browser)
    return f", it ended with {code}" if code else ""


def _end(browser: "subprocess.Popen[bytes]") -> None:
    try:
        os.killpg(browser.pid, signal.SIGKILL)
    except (ProcessLookupError, PermissionError):
        return  # all of them ended by themselves
