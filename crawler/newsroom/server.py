"""The newsroom: one real HTTP server on loopback that plays every bundled outlet by Host header."""

import errno
import sys
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from http.server import ThreadingHTTPServer
from socketserver import TCPServer
from threading import Event, Lock, Thread
from types import TracebackType
from typing import Self

from crawler.newsroom.bundle import bundled_sites
from crawler.newsroom.connection import Connection, Incoming, Requested, connection_class
from crawler.newsroom.faults import Fault, FaultBook
from crawler.newsroom.issue import Issue
from crawler.newsroom.site import Answer, Site
from crawler.newsroom.stories import Story

_LOOPBACK = "127.0.0.1"


class PortTakenError(Exception):
    """Another program listens on the port; the message says how to mend it."""


class Newsroom:
    """Serves sites while the `with` block runs; days, stories and faults may change meanwhile.

    `sites` None means the bundled ones. `today` is the day it plays: later stories are not out
    yet; None means the day of the last story. `port` 0 picks a free one. Entering raises
    PortTakenError.
    """

    def __init__(
        self,
        sites: Sequence[Site] | None = None,
        *,
        today: date | None = None,
        port: int = 0,
        faults: Iterable[Fault] = (),
    ) -> None:
        chosen = bundled_sites() if sites is None else sites
        self._issue = Issue(chosen, today or _last_day(chosen))
        self._port = port
        self.faults = FaultBook(faults)
        self._requests: list[Requested] = []
        self._open: set[Connection] = set()
        self._lock = Lock()
        self._closing = Event()
        self._server: _Server | None = None

    def __enter__(self) -> Self:
        self._closing.clear()
        handler = connection_class(self, self._opened, self._closed)
        try:
            self._server = _Server((_LOOPBACK, self._port), handler)
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise
            raise PortTakenError(
                f"{_LOOPBACK}:{self._port}: the port is taken; choose another, or 0 for any"
            ) from None
        self._thread = Thread(target=self._server.serve_forever, args=(0.02,), name="newsroom")
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        server = self._running()
        self._closing.set()
        server.shutdown()
        self._thread.join()
        with self._lock:
            still_open = tuple(self._open)
        for connection in still_open:
            connection.hang_up()
        server.server_close()
        self._server = None

    @property
    def address(self) -> str:
        """`127.0.0.1:PORT`, for the setting PIAGAM_NEWSROOM."""
        return f"{_LOOPBACK}:{self._running().server_address[1]}"

    @property
    def sites(self) -> tuple[Site, ...]:
        """The sites as they are now."""
        return tuple(self._issue.sites.values())

    @property
    def today(self) -> date:
        """The day the newsroom plays."""
        return self._issue.today

    def turn_to(self, day: date) -> None:
        """Play another day: its stories come out."""
        with self._lock:
            self._issue = self._issue.on(day)

    def publish(self, host: str, story: Story, *, at: datetime) -> None:
        """Put out a story at `at`; one of the same slug is replaced, as after a correction."""
        with self._lock:
            self._issue = self._issue.with_story(host, story, at)

    @property
    def requests(self) -> tuple[Requested, ...]:
        """Every request answered so far, in order of arrival."""
        with self._lock:
            return tuple(sorted(self._requests, key=lambda requested: requested.at))

    def forget_requests(self) -> None:
        """Begin the request log anew."""
        with self._lock:
            self._requests.clear()

    def reply(self, request: Incoming) -> Answer:
        """The answer of the site that the request is for."""
        return self._issue.answer(request)

    def fault(self, request: Incoming) -> Fault | None:
        """The fault that meets the request."""
        return self.faults.take(request.host, request.target)

    def wait(self, seconds: float) -> None:
        """Let time pass, less when the newsroom closes."""
        self._closing.wait(seconds)

    def log(self, requested: Requested) -> None:
        """Keep a line of the request log."""
        with self._lock:
            self._requests.append(requested)

    def _running(self) -> "_Server":
        if self._server is None:
            raise RuntimeError("the newsroom is closed; use it inside its `with` block")
        return self._server

    def _opened(self, connection: Connection) -> None:
        with self._lock:
            self._open.add(connection)
        if self._closing.is_set():
            connection.hang_up()

    def _closed(self, connection: Connection) -> None:
        with self._lock:
            self._open.discard(connection)


class _Server(ThreadingHTTPServer):
    daemon_threads = False
    request_queue_size = 64

    def server_bind(self) -> None:
        """Bind without the look-up of a host name that HTTPServer does."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = _LOOPBACK, self.server_address[1]

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that vanished is no error; anything else is shown."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


def _last_day(sites: Sequence[Site]) -> date:
    days = [story.published.date() for site in sites for story in site.stories]
    return max(days, default=datetime.now(UTC).date())
