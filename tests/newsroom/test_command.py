"""`python -m crawler.newsroom` serves the bundled sites until it is told to end."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection

import pytest

from crawler.newsroom.bundle import bundled_sites
from crawler.newsroom.server import Newsroom

HOSTS = ("jateng.tribunnews.com", "klikjateng.id", "news.wartablora.com")


@contextmanager
def serving(*arguments: str) -> Iterator[subprocess.Popen[str]]:
    command = subprocess.Popen(
        [sys.executable, "-m", "crawler.newsroom", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )
    with command:
        try:
            yield command
        finally:
            command.kill()


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_the_command_tells_where_the_sites_are_and_ends_when_told(ending: int) -> None:
    with serving("--port", "0", "--today", "2024-12-05") as command:
        assert command.stdout is not None
        first = command.stdout.readline()
        told = [command.stdout.readline() for _ in range(len(bundled_sites()) + 3)]
        address = first.rstrip().removesuffix("/").rpartition("/")[2]
        connection = HTTPConnection(address, timeout=20)
        connection.request("GET", "/", headers={"Host": "klikjateng.id"})
        assert connection.getresponse().status == 200
        connection.close()
        command.send_signal(ending)
        output, errors = command.communicate(timeout=20)

    assert first.startswith("newsroom of 2024-12-05 on http://127.0.0.1:")
    assert [line.split()[1] for line in told[:3]] == [f"https://{host}/" for host in HOSTS]
    assert f"http://{address}/@klikjateng.id/" in told[1]
    assert f'newsroom = {{ address = "{address}", today = ' in "".join(told[len(bundled_sites()) :])
    assert (command.returncode, output[-7:], errors) == (0, "closed\n", "")


def test_the_command_says_in_one_line_that_its_port_is_taken(newsroom: Newsroom) -> None:
    with serving("--port", newsroom.address.partition(":")[2]) as command:
        output, errors = command.communicate(timeout=20)
    assert (command.returncode, output) == (1, "")
    assert errors == f"{newsroom.address}: the port is taken; choose another, or 0 for any\n"
