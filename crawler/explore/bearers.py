"""Scripts show who they are by a token; passwords go through the page alone."""

import hashlib
import secrets
from collections.abc import Mapping

from crawler.explore.safety import App, Receive, Scope, Send, refuse

_BEARER = b"bearer "


def recognised(app: App, tokens: Mapping[str, str]) -> App:
    """The app, told whose token a request carries; `tokens`: name -> SHA-256 of it in hexadecimal.

    An Authorization header that is no known token is refused: a password there could be guessed
    without end.
    """

    async def recognise(scope: Scope, receive: Receive, send: Send) -> None:
        given = [value for name, value in scope.get("headers", ()) if name == b"authorization"]
        if scope["type"] != "http" or not given:
            await app(scope, receive, send)
            return
        name = _name(given[0], tokens) if len(given) == 1 else None
        if name is None:
            await refuse(send, 401, "no such token; see [serve.tokens] in piagam.toml")
            return
        await app({**scope, "actor": {"id": name}}, receive, send)

    return recognise


def _name(header: bytes, tokens: Mapping[str, str]) -> str | None:
    if header[: len(_BEARER)].lower() != _BEARER:
        return None
    digest = hashlib.sha256(header[len(_BEARER) :].strip()).hexdigest()
    found = [name for name, known in tokens.items() if secrets.compare_digest(digest, known)]
    return found[0] if found else None
