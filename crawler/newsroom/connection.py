"""One HTTP/1.1 connection to the newsroom: validators, gzip, keep-alive, and faults."""

import gzip
import hashlib
import socket
import struct
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from typing import Protocol

from crawler.newsroom.dates import http_date
from crawler.newsroom.faults import Cut, Fault
from crawler.newsroom.site import Answer

_COMPRESSIBLE = ("text/", "application/json", "application/xml", "application/javascript", "image/")
_GZIP_FROM = 256


@dataclass(frozen=True, slots=True, kw_only=True)
class Requested:
    """One line of the newsroom's request log."""

    host: str
    method: str
    target: str
    """Path with query, as sent."""
    status: int
    """0 when the connection was dropped before an answer."""
    user_agent: str
    conditional: bool
    """Whether the client sent a validator."""
    at: datetime
    """When the request arrived, aware, UTC."""


class Desk(Protocol):
    """What a connection needs from the newsroom."""

    def reply(self, request: "Incoming") -> Answer:
        """The site's answer."""

    def fault(self, request: "Incoming") -> Fault | None:
        """The fault that meets the request."""

    def wait(self, seconds: float) -> None:
        """Let time pass, less when the newsroom closes."""

    def log(self, requested: Requested) -> None:
        """Keep a line of the request log."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """A request line with the headers that matter to a site."""

    method: str
    host: str
    """Lower case, without port."""
    scheme: str | None
    """What the client asked for when a handler in between knows it, else None."""
    target: str
    user_agent: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Outgoing:
    status: int
    headers: Mapping[str, str]
    body: bytes


def connection_class(
    desk: Desk, opened: Callable[["Connection"], None], closed: Callable[["Connection"], None]
) -> type["Connection"]:
    """The handler class of one newsroom; `opened` and `closed` frame every connection."""

    class Bound(Connection):
        def setup(self) -> None:
            self.desk = desk
            super().setup()
            opened(self)

        def finish(self) -> None:
            closed(self)
            super().finish()

    return Bound


class Connection(BaseHTTPRequestHandler):
    """Serves the requests of one client until it or the newsroom hangs up."""

    protocol_version = "HTTP/1.1"
    server_version = "nginx"
    sys_version = ""
    wbufsize = -1
    disable_nagle_algorithm = True
    timeout = 60
    desk: Desk

    def do_GET(self) -> None:
        """Send the page."""
        self._serve()

    def do_HEAD(self) -> None:
        """Send the headers of the page."""
        self._serve()

    def log_message(self, format: str, *args: object) -> None:
        """Nothing on the terminal: the newsroom keeps its own log."""

    def handle(self) -> None:
        """Serve until the connection ends; a client that vanishes is no error."""
        try:
            super().handle()
        except ConnectionError:
            self.close_connection = True

    def hang_up(self) -> None:
        """End the connection from another thread."""
        try:
            self.connection.shutdown(2)
        except OSError:
            return

    def _serve(self) -> None:
        arrived = datetime.now(UTC)
        incoming = self._incoming()
        fault = self.desk.fault(incoming)
        if fault is not None and fault.delay:
            self.desk.wait(fault.delay)
        if fault is not None and fault.cut is Cut.BEFORE_ANSWER:
            self._log(incoming, 0, arrived)
            self.close_connection = True
            return
        answer = (fault and fault.answer) or self.desk.reply(incoming)
        outgoing = self._outgoing(answer, fault.headers if fault else ())
        self._log(incoming, outgoing.status, arrived)
        drip = fault.drip if fault else 0.0
        cut = fault.cut if fault else None
        self._send(outgoing, cut=cut is not None, drip=drip)
        if cut is Cut.RESET:
            self._reset()

    def _incoming(self) -> Incoming:
        host = self.headers.get("Host", "").rpartition("@")[2].partition(":")[0].lower()
        return Incoming(
            method=self.command,
            host=host,
            scheme=self.headers.get("X-Forwarded-Proto"),
            target=self.path,
            user_agent=self.headers.get("User-Agent", ""),
        )

    def _log(self, incoming: Incoming, status: int, arrived: datetime) -> None:
        conditional = "If-None-Match" in self.headers or "If-Modified-Since" in self.headers
        self.desk.log(
            Requested(
                host=incoming.host,
                method=incoming.method,
                target=incoming.target,
                status=status,
                user_agent=incoming.user_agent,
                conditional=conditional,
                at=arrived,
            )
        )

    def _outgoing(self, answer: Answer, overrides: tuple[tuple[str, str], ...]) -> _Outgoing:
        headers = {"Content-Type": answer.content_type, **dict(answer.headers)}
        body = answer.body
        zipped = self._wants_gzip(answer) and "Content-Encoding" not in dict(overrides)
        if zipped:
            body = gzip.compress(body, compresslevel=6, mtime=0)
            headers["Content-Encoding"] = "gzip"
        if answer.status == HTTPStatus.OK:
            headers |= _validators(answer, zipped=zipped)
        headers |= dict(overrides)
        if answer.status == HTTPStatus.OK and self._has_it(headers):
            kept = {"ETag", "Last-Modified", "Vary"} & headers.keys()
            return _Outgoing(status=304, headers={name: headers[name] for name in kept}, body=b"")
        headers["Content-Length"] = str(len(body))
        return _Outgoing(status=answer.status, headers=headers, body=body)

    def _wants_gzip(self, answer: Answer) -> bool:
        return (
            "gzip" in self.headers.get("Accept-Encoding", "")
            and len(answer.body) >= _GZIP_FROM
            and answer.content_type.startswith(_COMPRESSIBLE)
        )

    def _has_it(self, headers: Mapping[str, str]) -> bool:
        asked = self.headers.get("If-None-Match")
        if asked is not None:
            known = {_opaque(tag) for tag in asked.split(",")}
            return "*" in known or _opaque(headers.get("ETag", "")) in known
        since = _http_time(self.headers.get("If-Modified-Since"))
        changed = _http_time(headers.get("Last-Modified"))
        return since is not None and changed is not None and changed <= since

    def _send(self, outgoing: _Outgoing, *, cut: bool, drip: float) -> None:
        self.send_response_only(outgoing.status)
        self.send_header("Date", self.date_time_string())
        if "Server" not in outgoing.headers:
            self.send_header("Server", self.server_version)
        for name, value in outgoing.headers.items():
            self.send_header(name, value)
        if cut or self.close_connection:
            self.close_connection = True
            self.send_header("Connection", "close")
        self.end_headers()
        if self.command != "HEAD":
            body = outgoing.body[: len(outgoing.body) // 2] if cut else outgoing.body
            self._write(body, drip)
        self.wfile.flush()

    def _reset(self) -> None:
        self.close_connection = True
        no_lingering = struct.pack("ii", 1, 0)
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, no_lingering)
        socket.close(self.connection.detach())

    def _write(self, body: bytes, drip: float) -> None:
        size = 1 if drip else max(1, len(body))
        for start in range(0, len(body), size):
            self.wfile.write(body[start : start + size])
            if drip:
                self.wfile.flush()
                self.desk.wait(drip)


def _validators(answer: Answer, *, zipped: bool) -> dict[str, str]:
    digest = hashlib.sha256(answer.body).hexdigest()[:32]
    validators = {
        "ETag": f'"{digest}-gzip"' if zipped else f'"{digest}"',
        "Vary": "Accept-Encoding",
    }
    if answer.last_modified is not None:
        validators["Last-Modified"] = http_date(answer.last_modified)
    return validators


def _opaque(tag: str) -> str:
    return tag.strip().removeprefix("W/").strip('"').removesuffix("-gzip")


def _http_time(value: str | None) -> datetime | None:
    if value is None:
        return None
    try:
        at = parsedate_to_datetime(value)
    except ValueError:
        return None
    return at if at.tzinfo else at.replace(tzinfo=UTC)
