"""A store full of markup and formulas, and somebody who sends whatever bytes they like."""

import socket
from contextlib import closing
from dataclasses import dataclass
from http.client import HTTPResponse
from pathlib import Path
from urllib.parse import urlsplit

from storage.database import open_store
from tests.explore.serving import Reader
from tests.storage.samples import fill

SCRIPT = "<script>alert(1)</script>"
MARKUP = f"'\"><img src=x onerror=alert(2)>{SCRIPT}"


def fill_hostile(folder: Path) -> None:
    """A store whose outlets, titles and awards hold markup and formulas."""
    with open_store(folder / "piagam.sqlite") as db:
        fill(db)
        db.execute("UPDATE articles SET title = ?, section = ?", (MARKUP, MARKUP))
        db.execute("UPDATE outlets SET title = ?", (MARKUP,))
        db.execute("UPDATE claims SET recipient = ?, grantor = ?, proof = ?", (MARKUP,) * 3)
        db.execute("UPDATE awards SET recipient = ?, predicate = ?", (MARKUP, "=1+1"))
        db.execute("UPDATE awards SET venue = ?, rank_scope = '-7'", ("=HYPERLINK(1)",))
        db.execute("UPDATE runs SET reason = ?", (MARKUP,))


def assert_alive(window: Reader) -> None:
    assert window.get("/robots.txt").status_code == 200
    assert window.get("/piagam.json?sql=select+1").json()["rows"] == [[1]]


@dataclass(frozen=True, kw_only=True)
class Answer:
    """One answer."""

    status: int
    head: str
    body: str


def raw(window: Reader, request: str, body: bytes = b"") -> Answer:
    """Send just these bytes."""
    parts = urlsplit(window.address)
    with socket.create_connection((parts.hostname or "", parts.port or 0), 30) as connection:
        connection.sendall(request.encode("latin-1") + b"Connection: close\r\n\r\n" + body)
        method = request.partition(" ")[0]
        with closing(HTTPResponse(connection, method=method)) as answer:
            answer.begin()
            text = answer.read().decode(errors="replace")
            return Answer(status=answer.status, head=str(answer.headers).casefold(), body=text)
