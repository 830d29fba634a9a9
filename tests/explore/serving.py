"""A window opened by the real command, and what it answers."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx


class Reader:
    """Somebody with a browser: asks for paths of one window and keeps its cookies."""

    def __init__(self, address: str) -> None:
        self.address = address.rstrip("/")
        self.client = httpx.Client(base_url=self.address, timeout=30, trust_env=False)

    def get(self, path: str, headers: dict[str, str] | None = None) -> httpx.Response:
        """What a path answers; redirects are not followed."""
        return self.client.get(path, headers=headers)

    def text(self, path: str) -> str:
        """The body of a page that is there."""
        answer = self.get(path)
        assert answer.status_code == 200, f"{path}: {answer.status_code} {answer.text[:500]}"
        return answer.text


@contextmanager
def open_window(folder: Path, config: str = "") -> Iterator[Reader]:
    """`piagam serve` in a folder with a store in it, for as long as the block lasts."""
    (folder / "piagam.toml").write_text(f'contact = "https://example.org/us"\n{config}')
    command = [sys.executable, "-m", "crawler.cli", "serve", "--port", "0"]
    with subprocess.Popen(
        command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as server:
        try:
            assert server.stdout is not None
            assert server.stderr is not None
            line = server.stdout.readline()
            assert "http://" in line, server.stderr.read()
            reader = Reader(line.split(" at ")[1].split(",")[0])
            with reader.client:
                yield reader
        finally:
            server.terminate()
            server.wait(20)


def rows_of(reader: Reader, path: str, table: str) -> list[dict[str, Any]]:
    """The rows of a page's table, as its JSON has them."""
    joint = "&" if "?" in path else "?"
    told = json.loads(reader.text(f"{path}{joint}table={table}&format=json"))
    assert told["is_cut"] is False
    rows: list[dict[str, Any]] = told["rows"]
    return rows
