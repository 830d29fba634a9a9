"""What stands in front of every page, and what stands below every query."""

import sqlite3
from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from typing import Any

from crawler.alerts.wording import harmless

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

LOOPBACK = frozenset({"localhost", "127.0.0.1", "[::1]"})
STRICT_POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""Of our own pages: nothing from elsewhere, nothing inline."""
_HEADERS = {
    b"x-content-type-options": b"nosniff",
    b"x-frame-options": b"DENY",
    b"referrer-policy": b"same-origin",
    b"x-robots-tag": b"noindex, nofollow",
    b"cross-origin-opener-policy": b"same-origin",
    b"cross-origin-resource-policy": b"same-origin",
}

LONGEST_VALUE = 4_000_000
"""Bytes of one value that a query may make."""
_ALLOWED = {
    sqlite3.SQLITE_SELECT,
    sqlite3.SQLITE_READ,
    sqlite3.SQLITE_RECURSIVE,
    sqlite3.SQLITE_SAVEPOINT,  # sqlite-utils reads inside one
}
_PRAGMAS = frozenset(
    {
        "application_id", "database_list", "foreign_key_list", "index_info", "index_list",
        "index_xinfo", "schema_version", "table_info", "table_list", "table_xinfo", "user_version",
        "function_list", "compile_options", "data_version", "page_count", "page_size",
    }
)  # fmt: skip
_FUNCTIONS = frozenset({"load_extension", "fts3_tokenizer", "readfile", "writefile", "edit"})
"""Never, whatever SQLite was built with."""


def guarded(app: App, *, names: Iterable[str], inline_policy: str) -> App:
    """The app behind a check of the Host header (DNS rebinding), with safe headers on each answer.

    An answer without a Content-Security-Policy of its own gets `inline_policy`.
    """
    known = LOOPBACK | {name.casefold() for name in names}

    async def guard(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await app(scope, receive, send)
            return
        host = _host(scope)
        if host not in known:
            await _refuse(send, f"{harmless(host)[:100]!r} is not served here; name it under")
            return
        await app(scope, receive, _with_headers(send, inline_policy))

    return guard


def _host(scope: Scope) -> str:
    values = [value for name, value in scope["headers"] if name.lower() == b"host"]
    if len(values) != 1:
        return ""
    host: str = values[0].decode("latin-1").casefold()
    name, colon, port = host.rpartition(":")
    return name if colon and port.isdigit() else host


async def _refuse(send: Send, problem: str) -> None:
    body = f"{problem} [serve] names in piagam.toml\n".encode()
    headers = [(b"content-type", b"text/plain; charset=utf-8"), *_HEADERS.items()]
    await send({"type": "http.response.start", "status": 421, "headers": headers})
    await send({"type": "http.response.body", "body": body})


def _with_headers(send: Send, inline_policy: str) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            given = {name.lower() for name, _ in message["headers"]}
            wanted = _HEADERS | {b"content-security-policy": inline_policy.encode()}
            added = [(name, value) for name, value in wanted.items() if name not in given]
            message = {**message, "headers": [*message["headers"], *added]}
        await send(message)

    return sending


def confine(connection: sqlite3.Connection) -> None:
    """Let the connection read the store and nothing else, and make no value without end."""
    connection.set_authorizer(_authorize)
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_VALUE)
    connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)


def _authorize(
    action: int, first: str | None, second: str | None, _schema: str | None, _source: str | None
) -> int:
    if action in _ALLOWED:
        return sqlite3.SQLITE_OK
    if action == sqlite3.SQLITE_FUNCTION:
        return sqlite3.SQLITE_DENY if second in _FUNCTIONS else sqlite3.SQLITE_OK
    if action == sqlite3.SQLITE_PRAGMA and first in _PRAGMAS:
        return sqlite3.SQLITE_OK
    if action == sqlite3.SQLITE_UPDATE and first == "sqlite_master":
        return sqlite3.SQLITE_OK  # how a full-text index is opened; the file is open for reading
    return sqlite3.SQLITE_DENY
