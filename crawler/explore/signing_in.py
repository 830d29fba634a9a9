"""Signing in and out: accounts of `[serve.accounts]`, hashes of datasette-auth-passwords."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import timedelta
from urllib.parse import urlsplit

from datasette import hookimpl
from datasette.app import Datasette
from datasette.utils import baseconv
from datasette.utils.asgi import Request, Response
from datasette_auth_passwords.utils import verify_password

from crawler.explore.options import WindowOptions
from crawler.explore.safety import STRICT_POLICY
from crawler.explore.throttle import Throttle

LOGIN, LOGOUT = r"^/-/login$", r"^/-/logout$"
SIGNED_IN = timedelta(hours=12)
"""A working day; then one signs in anew."""
_MOST_OF_ADDRESS, _MOST_OF_ACCOUNT = 5, 10
_SPAN = timedelta(minutes=1)
_NOBODY = "pbkdf2_sha256$480000$nobody$bm9ib2R5"
"""Checked for names that are none, so that the clock does not tell which are."""
_COOKIE = "ds_actor"
_HEADERS = {"Content-Security-Policy": STRICT_POLICY, "Cache-Control": "private, no-store"}
View = Callable[[Datasette, Request], Awaitable[Response]]


@dataclass(kw_only=True)
class SignIn:
    """A plugin of one Datasette; it leaves every other one alone."""

    options: WindowOptions
    datasette: Datasette | None = None
    """Set once it is there."""
    _by_address: Throttle = field(default_factory=lambda: Throttle(_MOST_OF_ADDRESS, _SPAN))
    _by_account: Throttle = field(default_factory=lambda: Throttle(_MOST_OF_ACCOUNT, _SPAN))
    _one_at_a_time: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(1))
    __name__ = "piagam-sign-in"

    def __hash__(self) -> int:
        return id(self)  # plugins are known by themselves

    @hookimpl
    def register_routes(self, datasette: Datasette) -> list[tuple[str, View]]:
        """Both pages, in place of those of the packages."""
        if datasette is not self.datasette:
            return []
        return [(LOGIN, self._login), (LOGOUT, self._logout)]

    async def _login(self, datasette: Datasette, request: Request) -> Response:
        target = page_within(request.args.get("next"))
        if request.method != "POST":
            return await _form(datasette, request, target=target)
        form = await request.post_vars()
        name, password = form.get("username", ""), form.get("password", "")
        wait = await self._tried(name, password, request)
        if wait is None:
            return self._signed_in(datasette, request, name, page_within(form.get("next")))
        shown = {"target": page_within(form.get("next")), "name": name[:100], "wait": wait}
        return await _form(datasette, request, **shown)

    async def _tried(self, name: str, password: str, request: Request) -> int | None:
        """None: it is the right password; 0: it is not; else the seconds until another try."""
        now = self.options.clock()
        address = str((request.scope.get("client") or ["?"])[0])
        account = name if name in self.options.accounts else ""
        keys = ((self._by_address, [address]), (self._by_account, [account] if account else []))
        waits = [throttle.waits(known, now) for throttle, known in keys]
        longest = max((each for each in waits if each is not None), default=None)
        if longest is not None:
            return int(longest.total_seconds()) + 1
        for throttle, known in keys:  # before the check, so that many at once are as many tries
            throttle.note(known, now)
        if not await self._is_right(account, password):
            return 0
        for throttle, known in keys:
            throttle.forgive(known, now)
        return None

    async def _is_right(self, account: str, password: str) -> bool:
        known = self.options.accounts.get(account, _NOBODY)
        async with self._one_at_a_time:
            is_right = await asyncio.to_thread(verify_password, password, known)
        return bool(is_right) and account in self.options.accounts

    def _signed_in(
        self, datasette: Datasette, request: Request, name: str, target: str
    ) -> Response:
        until = int(time.time() + SIGNED_IN.total_seconds())  # by the clock Datasette reads
        said = {"a": {"id": name}, "e": baseconv.base62.encode(until)}
        answer = Response.redirect(target, status=303)
        answer.set_cookie(
            _COOKIE,
            datasette.sign(said, "actor"),
            max_age=int(SIGNED_IN.total_seconds()),
            secure=request.scheme == "https",
            httponly=True,
            samesite="lax",
        )
        return answer

    async def _logout(self, datasette: Datasette, request: Request) -> Response:
        if request.method != "POST":
            html = await datasette.render_template(
                "window/logout.html", {"title": "Sign out"}, request
            )
            return Response.html(html, headers=_HEADERS)
        answer = Response.redirect("/", status=303)
        answer.set_cookie(_COOKIE, "", max_age=0, expires=0, httponly=True, samesite="lax")
        return answer


async def _form(
    datasette: Datasette, request: Request, *, target: str, name: str = "", wait: int | None = None
) -> Response:
    """The form; `wait` as `SignIn._tried` tells it, None before a try."""
    status = {None: 200, 0: 403}.get(wait, 429)
    context = {"title": "Sign in", "target": target, "name": name, "wait": wait}
    html = await datasette.render_template("window/login.html", context, request)
    headers = _HEADERS | ({"Retry-After": str(wait)} if wait else {})
    return Response.html(html, status=status, headers=headers)


def page_within(address: str | None) -> str:
    """A page of ours, with its query; the front page for anything that leads elsewhere."""
    text = address or "/"
    try:
        parts = urlsplit(text)
    except ValueError:
        return "/"
    is_ours = text.startswith("/") and not text.startswith("//") and not parts.netloc
    is_plain = text.isascii() and text.isprintable() and "\\" not in text and len(text) < 2_000
    return text if is_ours and is_plain and not parts.path.startswith("/-/") else "/"
