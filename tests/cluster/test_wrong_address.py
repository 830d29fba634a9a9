"""An address that can never be used is told before anything is begun, not at night."""

import pytest

from tests.cli.conftest import console  # noqa: F401 - a fixture
from tests.cli.console import Console

COMMANDS = [("crawl",), ("watch",), ("reprocess",), ("backfill", "stories.warc.gz")]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda each: each[0])
@pytest.mark.parametrize(
    ("address", "problem"),
    [
        ("nonsense", "'nonsense' is no address of a scheduler; write tls://HOST:8786"),
        ("local:0", "'local:0' names no number of workers from 1 to 256; write"),
        ("local:1000", "'local:1000' names no number of workers from 1 to 256; write"),
        ("tcp://192.0.2.1:8786", "tcp://192.0.2.1:8786: without TLS only loopback is spoken to"),
        ("tls://192.0.2.1:8786", "tls://192.0.2.1:8786: TLS needs ca, cert and key in [cluster]"),
    ],
)
def test_what_can_never_be_used_is_told_at_once(
    console: Console,  # noqa: F811
    command: tuple[str, ...],
    address: str,
    problem: str,
) -> None:
    console.configure()
    console.write("stories.warc.gz", b"")
    said = console.run(*command, "--cluster", address)
    assert (said.code, said.out) == (1, "")
    (line,) = said.err.splitlines()
    assert line.startswith(f"piagam: {problem}")
    assert not list(console.folder.glob("*.sqlite*"))
