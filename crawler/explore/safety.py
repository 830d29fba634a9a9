"""What stands in front of every page: whose name it is asked under, and safe headers."""

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
            name = harmless(host)[:100]
            mend = "name it under [serve] names in piagam.toml"
            await refuse(send, 421, f"{name!r} is not served here; {mend}")
            return
        is_secret = scope.get("scheme") == "https"
        await app(scope, receive, _with_headers(send, inline_policy, is_secret=is_secret))

    return guard


def _host(scope: Scope) -> str:
    values = [value for name, value in scope["headers"] if name.lower() == b"host"]
    if len(values) != 1:
        return ""
    host: str = values[0].decode("latin-1").casefold()
    name, colon, port = host.rpartition(":")
    return name if colon and port.isdigit() else host


async def refuse(send: Send, status: int, problem: str) -> None:
    """Answer with one line, before any page is asked."""
    body = f"{problem}\n".encode()
    headers = [
        (b"content-type", b"text/plain; charset=utf-8"),
        (b"content-length", str(len(body)).encode()),
        *_HEADERS.items(),
    ]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


def _with_headers(send: Send, inline_policy: str, *, is_secret: bool) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            given = {name.lower() for name, _ in message["headers"]}
            wanted = _HEADERS | {b"content-security-policy": inline_policy.encode()}
            added = [(name, value) for name, value in wanted.items() if name not in given]
            kept = [(name, _cookie(name, value, is_secret)) for name, value in message["headers"]]
            message = {**message, "headers": [*kept, *added]}
        await send(message)

    return sending


def _cookie(name: bytes, value: bytes, is_secret: bool) -> bytes:
    """Each cookie is for the server alone, and where the reader came by HTTPS for HTTPS alone."""
    if name.lower() != b"set-cookie":
        return value
    lower = value.lower()
    if b"httponly" not in lower:
        value += b"; HttpOnly"
    return value + b"; Secure" if is_secret and b"; secure" not in lower else value
