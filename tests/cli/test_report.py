"""`piagam report` as a command: where it writes, what it refuses, its PDF by a real browser."""

import re
import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from crawler.explore.report import ReportError, printing
from storage.database import open_store
from tests.cli.console import Console
from tests.explore.league_store import OMBUDSMAN, fill_league

needs_browser = pytest.mark.skipif(
    not any(map(shutil.which, printing.BROWSERS)), reason="there is no Chromium here"
)


@pytest.fixture
def store(console: Console) -> Path:
    path = console.folder / "piagam.sqlite"
    with closing(open_store(path)) as db:
        fill_league(db)
    return path


def test_the_command_writes_the_page_and_replaces_an_older_one(
    console: Console, store: Path
) -> None:
    console.configure()
    asked = ("report", "--scheme", OMBUDSMAN, "--year", "2024", "--region", "Blora")
    name = f"piagam-{OMBUDSMAN}-2024-kabupaten-blora.html"
    console.write(name, "old")
    said = console.run(*asked)
    assert (said.code, said.out) == (0, f"wrote {name}\n")
    page = (console.folder / name).read_text(encoding="utf-8")
    assert "Kabupaten Blora berada di urutan 3" in page
    assert console.run(*asked, "--to", "x/", "--lang", "en").code == 0
    assert '<html lang="en">' in (console.folder / "x" / name).read_text(encoding="utf-8")
    assert not list(console.folder.rglob("*.part"))


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--scheme", "nobel", "--year", "2024"), "no scheme 'nobel'"),
        (("--scheme", OMBUDSMAN, "--year", "2001"), "editions known: 2024, 2023"),
        (("--year", "2024"), "--scheme"),
        (("--scheme", OMBUDSMAN, "--year", "2024", "--region", "Atlantis"), "no such region"),
        (
            ("--scheme", OMBUDSMAN, "--year", "2024", "--region", "Semarang"),
            "Kota Semarang (33.74)",
        ),
        (("--scheme", OMBUDSMAN, "--year", "2024", "--province", "Blora"), "no such region"),
        (
            *(("--scheme", OMBUDSMAN, "--year", "2024", "--province", "33", "--region", "Blora"),),
            "leave out one",
        ),
        (("--scheme", OMBUDSMAN, "--year", "2024", "--to", "piagam.sqlite"), "is the store"),
        (("--scheme", OMBUDSMAN, "--year", "2024", "--to", "x.pdf"), "FILE.html"),
        (("--scheme", OMBUDSMAN, "--year", "2024", "--pdf", "--to", "-"), "--pdf needs a file"),
    ],
)
def test_what_cannot_be_is_told_in_one_line(
    console: Console, store: Path, options: tuple[str, ...], words: str
) -> None:
    console.configure()
    said = console.run("report", *options)
    assert said.code in (1, 2)
    assert len(said.complaints) == 1
    assert words in said.err
    assert not list(console.folder.rglob("*.html"))


def test_it_needs_nothing_of_the_extra(console: Console, store: Path) -> None:
    console.configure()
    without = "import sys; sys.modules['datasette'] = None; sys.modules['uvicorn'] = None; "
    told = subprocess.run(
        [
            *(sys.executable, "-c", without + "from crawler.cli import main; sys.exit(main())"),
            *("report", "--scheme", OMBUDSMAN, "--year", "2024", "--to", "-"),
        ],
        cwd=console.folder,
        capture_output=True,
        timeout=120,
        check=True,
    ).stdout
    assert told.startswith(b"<!DOCTYPE html>")
    assert told.endswith(b"</html>\n")


def test_without_a_store_it_says_so(console: Console) -> None:
    console.configure()
    said = console.run("report", "--scheme", OMBUDSMAN, "--year", "2024")
    assert (said.code, len(said.complaints)) == (1, 1)
    assert "piagam.sqlite" in said.err


def test_without_a_browser_the_page_stays(
    console: Console, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    console.configure()
    monkeypatch.setenv("PATH", str(console.folder))
    said = console.run("report", "--scheme", OMBUDSMAN, "--year", "2024", "--to", "r.html", "--pdf")
    assert said.code == 1
    assert said.complaints == [
        "piagam: no browser here makes the PDF; install Chromium, or print the HTML page as PDF"
    ]
    assert (console.folder / "r.html").is_file()
    assert not (console.folder / "r.pdf").exists()


@pytest.mark.parametrize("script", ["exit 3", "sleep 60 & wait"])
def test_a_browser_that_makes_nothing_is_told_and_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str
) -> None:
    browser = tmp_path / "chromium"
    browser.write_text(f"#!/bin/sh\n{script}\n")
    browser.chmod(0o755)
    monkeypatch.setattr(printing, "BROWSERS", (str(browser),))
    monkeypatch.setattr(printing, "SECONDS", 1)
    with pytest.raises(ReportError, match=r"made no PDF.*; print the HTML page"):
        printing.print_pdf(b"<p>x")


@needs_browser
def test_the_pdf_tells_what_the_page_tells(console: Console, store: Path) -> None:
    console.configure()
    said = console.run(
        *("report", "--scheme", OMBUDSMAN, "--year", "2024", "--region", "Blora"),
        *("--to", "r.html", "--pdf"),
    )
    assert (said.code, said.out) == (0, "wrote r.html\nwrote r.pdf\n")
    pdf = (console.folder / "r.pdf").read_bytes()
    assert pdf.startswith(b"%PDF")
    pages = len(re.findall(rb"/Type\s*/Page\b", pdf))
    assert 3 <= pages <= 12
    reader = shutil.which("pdftotext")
    if reader is None:
        return
    text = subprocess.run(
        [reader, "-layout", str(console.folder / "r.pdf"), "-"],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    ).stdout
    assert "Kabupaten Blora berada di urutan 3 dari 5" in text
    printed = re.findall(r"(\d+) ?/ ?(\d+)\s*\f", text)
    assert printed == [(str(at), str(pages)) for at in range(1, pages + 1)]
