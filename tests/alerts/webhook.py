"""A receiver of messages on loopback that answers as it is told, and keeps what came."""

import json
import threading
from collections import deque
from contextlib import suppress
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self

HANG, DROP, DRIP = "hang", "drop", "drip"
"""Answers that are none: nothing comes after the body was read, the connection is closed, or one
byte of an endless line comes at a time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Posted:
    """One request."""

    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def told(self) -> dict[str, Any]:
        """The JSON of a json:// channel."""
        values: dict[str, Any] = json.loads(self.body)
        return values


class Webhook:
    """Serves while the block runs; `answers` are given in turn, then 200 for good."""

    def __init__(self, *answers: int | str, port: int = 0) -> None:
        self.posted: list[Posted] = []
        self.came = threading.Event()
        """Set when a first body was read."""
        self._answers: deque[int | str] = deque(answers)
        self._over = threading.Event()
        self._server = ThreadingHTTPServer(("127.0.0.1", port), self._handler())
        self._server.daemon_threads = True
        self.port = self._server.server_address[1]
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,))

    @property
    def titles(self) -> list[str]:
        """Of the messages to a json:// channel."""
        return [each.told["title"] for each in self.posted]

    def url(self, schema: str = "json", path: str = "rahasia") -> str:
        """Where a channel leads that ends here; the path is its secret."""
        return f"{schema}://127.0.0.1:{self.port}/{path}"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._over.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        hook = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                """Read the whole body, keep it, answer."""
                body = self.rfile.read(int(self.headers["Content-Length"]))
                hook.posted.append(Posted(path=self.path, headers=dict(self.headers), body=body))
                answer = hook._answers.popleft() if hook._answers else 200
                hook.came.set()
                if isinstance(answer, str):
                    if answer == HANG:
                        hook._over.wait(60)
                    if answer == DRIP:
                        with suppress(OSError):
                            while not hook._over.wait(0.1):
                                self.wfile.write(b"H")
                    self.close_connection = True
                    return
                self.send_response(answer)
                self.send_header("Content-Length", "2")
                self.end_headers()
                self.wfile.write(b"ok")  # Slack's word for it

            def log_message(self, format: str, *args: object) -> None:
                """Quiet."""

        return Handler
