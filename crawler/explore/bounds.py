"""What a request may look like: its method, length, headers, origin and body."""

import asyncio
import re
from collections.abc import Iterable
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qs, urlsplit

from crawler.explore.expansion import is_endless
from crawler.explore.safety import App, Message, Receive, Scope, Send, refuse

LONGEST_ADDRESS = 8_000
"""Bytes of a path with its query."""
LARGEST_BODY = 64_000
"""Bytes of what a form may hold."""
BODY_SECONDS = 10.0
"""In which a form must have come."""
LARGEST_HEADERS = 32_000
"""Bytes of all headers together."""
_SHUT = re.compile(r"^/(?:-/(?!static/|login$|logout$)|_|~|:|\.json|//|/)", re.IGNORECASE)
"""Pages of Datasette that nobody needs to see: what it is made of, and what it lets one try."""
_UNUSED = ("_fts_table", "_fts_pk", "_trace")
"""Parameters that would search one table while another one is shown."""
_FORM = b"application/x-www-form-urlencoded"


class _Refused(Exception):  # noqa: N818 - it is the request that is refused
    def __init__(self, status: int, problem: str) -> None:
        super().__init__(problem)
        self.status = status


def bounded(app: App, forms: Iterable[str]) -> App:
    """The app behind these bounds; `forms`: patterns of the paths to which a form may be sent."""
    takes = [re.compile(pattern) for pattern in forms]

    async def check(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await app(scope, receive, send)
            return
        try:
            _refuse_strange(scope)
            received = receive
            if scope["method"] == "POST":
                _refuse_foreign(scope, takes)
                received = _again(await _body(receive))
        except _Refused as error:
            await refuse(send, error.status, str(error))
            return
        method = "GET" if scope["method"] == "HEAD" else scope["method"]
        await app({**scope, "method": method}, received, send)

    return check


def _refuse_strange(scope: Scope) -> None:
    raw: bytes = scope.get("raw_path") or scope["path"].encode()
    query: bytes = scope.get("query_string") or b""
    if scope["method"] not in ("GET", "HEAD", "POST"):
        raise _Refused(405, "only GET, HEAD and POST are answered here")
    if len(raw) + len(query) > LONGEST_ADDRESS:
        raise _Refused(414, f"the address has more than {LONGEST_ADDRESS} bytes; ask for less")
    if sum(len(name) + len(value) for name, value in scope["headers"]) > LARGEST_HEADERS:
        raise _Refused(431, f"the headers have more than {LARGEST_HEADERS} bytes; send fewer")
    if not (raw + query).isascii() or b"\0" in raw or b"\\" in raw:
        raise _Refused(400, "the address holds what no address may; write it percent-encoded")
    if _SHUT.match(raw.decode("ascii")):
        raise _Refused(404, "not found")
    _refuse_cookies(scope)
    _refuse_sql(query.decode("ascii"))


def _refuse_cookies(scope: Scope) -> None:
    try:
        for name, value in scope["headers"]:
            if name == b"cookie":
                SimpleCookie().load(value.decode("latin-1"))
    except CookieError:
        raise _Refused(400, "a cookie has a name that none may have; delete it") from None


def _refuse_sql(query: str) -> None:
    try:
        asked = parse_qs(query, keep_blank_values=True, max_num_fields=200)
    except ValueError:
        raise _Refused(400, "more than 200 parameters; ask for less") from None
    if unused := next((name for name in _UNUSED if name in asked), None):
        raise _Refused(400, f"{unused}: is not served here; leave it out")
    if is_endless(" ".join([*asked.get("sql", ()), *asked.get("_where", ())])):
        raise _Refused(400, "sql: names in WITH use each other too often; write it in fewer steps")


def _refuse_foreign(scope: Scope, takes: list[re.Pattern[str]]) -> None:
    path: str = scope["path"]
    if not any(pattern.match(path) for pattern in takes):
        raise _Refused(405, "nothing can be sent to this address; only GET is answered here")
    headers = dict(scope["headers"])
    if headers.get(b"content-type", b"").split(b";")[0].strip().lower() != _FORM:
        raise _Refused(415, f"send a form: {_FORM.decode()}")
    origin, host = headers.get(b"origin"), headers.get(b"host", b"")
    if origin is not None and not _is_of(origin.decode("latin-1"), host.decode("latin-1")):
        raise _Refused(403, "this form was sent from another site; open the page here")
    if headers.get(b"sec-fetch-site", b"same-origin") not in (b"same-origin", b"none"):
        raise _Refused(403, "this form was sent from another site; open the page here")


def _is_of(origin: str, host: str) -> bool:
    try:
        return urlsplit(origin).netloc.casefold() == host.casefold()
    except ValueError:
        return False


async def _body(receive: Receive) -> bytes:
    """All of it, so that no page waits for it. Raises _Refused: too long, too slow, no UTF-8."""
    try:
        async with asyncio.timeout(BODY_SECONDS):
            body = await _whole(receive)
    except TimeoutError:
        raise _Refused(408, f"the form did not come within {BODY_SECONDS:g} s") from None
    try:
        body.decode()
    except UnicodeDecodeError:
        raise _Refused(400, "the form is not UTF-8") from None
    return body


async def _whole(receive: Receive) -> bytes:
    body = b""
    while True:
        message = await receive()
        if message["type"] != "http.request":
            raise _Refused(400, "the form broke off")
        more: bytes = message.get("body", b"")
        body += more
        if len(body) > LARGEST_BODY:
            raise _Refused(413, f"the form has more than {LARGEST_BODY} bytes; write less")
        if not message.get("more_body", False):
            return body


def _again(body: bytes) -> Receive:
    """What hands out a body that was read before."""
    messages: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def receive() -> Message:
        return messages.pop() if messages else {"type": "http.disconnect"}

    return receive
