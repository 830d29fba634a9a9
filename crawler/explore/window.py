"""The window as Datasette knows it: our pages, our words, and what connections may do."""

import asyncio
import logging
import re
import sqlite3
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from datasette import hookimpl
from datasette.app import Datasette
from datasette.utils import sqlite_timelimit
from datasette.utils.asgi import Base400, Request, Response
from datasette.views.base import DatasetteError
from sqlite_utils import Database

from crawler.alerts.wording import harmless
from crawler.explore.confinement import confine, widened
from crawler.explore.downloads import csv_of, json_of
from crawler.explore.links import file_of, in_language, is_web, shown_rows
from crawler.explore.options import WindowOptions
from crawler.explore.page import Page
from crawler.explore.private import is_open_to_strangers
from crawler.explore.routes import NAVIGATION, ROUTES, Route
from crawler.explore.safety import STRICT_POLICY
from crawler.explore.speaking import Speech
from crawler.explore.visits import (
    LANGUAGES,
    BadVisit,
    NotAllowed,
    NothingThere,
    SignInFirst,
    Visit,
    last_visit,
)
from crawler.explore.writing import written
from storage.store_errors import PlainErrors, StoreError

TIME_LIMIT_MS = 5_000
"""For the queries of one page of ours, which are bounded; should one not be."""
_TITLES = {403: "Not allowed", 404: "Not found", 500: "Something went wrong"}
_NO_DATABASE = "Database not found"
_HINTS = {
    403: "This is for readers who are signed in.",
    404: "There is nothing at this address.",
    500: "The fault is on this side; the log of the window says more.",
    503: "This took too long.",
}
_HINT = "Something that was sent or asked for does not fit; the next line says what."
_LOG = logging.getLogger(__name__)
_YEAR_SECONDS = 365 * 24 * 3600
View = Callable[[Datasette, Request], Awaitable[Response]]


class Window:
    """A plugin of one Datasette; it leaves every other one alone."""

    def __init__(self, options: WindowOptions) -> None:
        self.__name__ = "piagam-window"  # Datasette lists its plugins by their names
        self.options = options
        self.datasette: Datasette | None = None
        """Set once it is there."""
        self.database = ""
        """Its name in addresses."""

    @hookimpl
    def prepare_connection(
        self, conn: sqlite3.Connection, database: str, datasette: Datasette
    ) -> None:
        """Confine each connection to reading."""
        if datasette is self.datasette and database == self.database:
            confine(conn)

    @hookimpl
    def register_routes(self, datasette: Datasette) -> list[tuple[str, View]]:
        """Our pages."""
        if datasette is not self.datasette:
            return []
        return [(route.pattern, self._view(route)) for route in ROUTES]

    @hookimpl
    def permission_allowed(
        self, datasette: Datasette, actor: dict[str, Any] | None, action: str, resource: object
    ) -> bool | None:
        """Who may see what of Datasette's own pages; None: everybody."""
        is_theirs = datasette is not self.datasette or not self.options.is_text_private
        return None if is_theirs or actor is not None else is_open_to_strangers(action, resource)

    @hookimpl
    def extra_template_vars(self, datasette: Datasette, request: Request | None) -> dict[str, Any]:
        """What every template needs, Datasette's own pages too."""
        if datasette is not self.datasette or request is None:
            return {}
        return {
            "t": self._speech(request),
            "navigation": NAVIGATION,
            "database_name": self.database,
            "is_open_to_sign_in": bool(self.options.accounts),
            "shown_rows": shown_rows,
            "file_of": file_of,
            "in_language": in_language,
            "is_web": is_web,
        }

    @hookimpl
    def handle_exception(
        self, datasette: Datasette, request: Request, exception: Exception
    ) -> Awaitable[Response] | None:
        """What went wrong, in one line; only a fault of ours is logged."""
        if datasette is not self.datasette:
            return None
        status = _status(exception)
        if status >= 500:
            _LOG.error("%s failed", request.path, exc_info=exception)
        problem = getattr(exception, "message", None) or str(exception) or "nothing here"
        if problem == _NO_DATABASE:  # Datasette takes every first word of an address for one
            problem = (
                f"{request.path[:80]}: no such page; the links above lead to those that are there"
            )
        return self._problem(request, _plain(problem), status)

    def _view(self, route: Route) -> View:
        async def view(datasette: Datasette, request: Request) -> Response:
            visit = self._visit(request)
            try:
                return await self._answer(route, visit, request)
            except SignInFirst:
                return await self._sign_in_first(request)
            except (BadVisit, NothingThere, NotAllowed, StoreError, sqlite3.DatabaseError) as error:
                status, problem = _told(error)
                return await self._problem(request, problem, status)

        return view

    async def _answer(self, route: Route, visit: Visit, request: Request) -> Response:
        if request.method == "POST":
            return await self._taken(route, visit, request)
        page = await self._made(route, visit)
        wanted = visit.text("format")
        if wanted is not None:
            return _file(page, wanted, visit.text("table"))
        return self._remembering(await self._shown(page, visit, request), visit)

    async def _shown(
        self, page: Page, visit: Visit, request: Request, status: int | None = None
    ) -> Response:
        if self.datasette is None:
            raise RuntimeError("the window is not open")
        context = {"page": page, "visit": visit, "title": page.title, **page.values}
        html = await self.datasette.render_template(f"window/{page.template}", context, request)
        return Response.html(html, status=status or page.status, headers=_headers())

    async def _taken(self, route: Route, visit: Visit, request: Request) -> Response:
        """Do what the form says and go on, or show it again with what is wrong."""
        if route.take is None:
            raise BadVisit("nothing can be sent to this page")
        visit = replace(visit, query=await request.post_vars())
        try:
            target = await asyncio.to_thread(written, self.options, route.take, visit)
        except BadVisit as error:
            page = await self._made(route, replace(visit, problem=str(error)))
            return await self._shown(page, visit, request, error.status)
        return Response.redirect(target, status=303)

    async def _sign_in_first(self, request: Request) -> Response:
        if request.method == "GET" and self.options.accounts:
            target = urlencode({"next": request.full_path})
            return Response.redirect(f"/-/login?{target}", status=303)
        return await self._problem(request, "sign in first", 403)

    async def _made(self, route: Route, visit: Visit) -> Page:
        if self.datasette is None:
            raise RuntimeError("the window is not open")

        def make(connection: sqlite3.Connection) -> Page:
            with sqlite_timelimit(connection, TIME_LIMIT_MS), widened(connection):
                return route.make(Database(connection, recursive_triggers=False), visit)

        made: Page = await self.datasette.get_database(self.database).execute_fn(make)
        return made

    def _visit(self, request: Request) -> Visit:
        now = self.options.clock()
        query = {name: request.args.get(name) for name in request.args}
        actor = request.actor or {}
        return Visit(
            query=query,
            path={name: value or "" for name, value in request.url_vars.items()},
            language=self._language(request),
            actor=actor.get("id"),
            may_read_text=bool(actor) or not self.options.is_text_private,
            now=now,
            since=last_visit(request.cookies.get("before"), request.cookies.get("latest"), now),
            archive=self.options.archive,
        )

    def _language(self, request: Request) -> str:
        for wanted in (request.args.get("lang"), request.cookies.get("lang")):
            if wanted in LANGUAGES:
                return str(wanted)
        return LANGUAGES[0]

    def _speech(self, request: Request) -> Speech:
        return Speech(language=self._language(request), zone=self.options.zone)

    @staticmethod
    def _remembering(response: Response, visit: Visit) -> Response:
        """With cookies that say when this reader was here, and which language is theirs."""
        kept = {"latest": visit.now.isoformat(), "lang": visit.language}
        if visit.since is not None:
            kept["before"] = visit.since.isoformat()
        for name, value in kept.items():
            response.set_cookie(name, value, max_age=_YEAR_SECONDS, httponly=True, samesite="lax")
        return response

    async def _problem(self, request: Request, problem: str, status: int) -> Response:
        if self.datasette is None:
            raise RuntimeError("the window is not open")
        if request.args.get("format") is not None or request.path.endswith((".csv", ".json")):
            return Response.text(f"{problem}\n", status=status, headers=_headers())
        context = {
            "title": _TITLES.get(status, "Not understood"),
            "hint": _HINTS.get(status, _HINT),
            "problem": problem,
        }
        html = await self.datasette.render_template("window/problem.html", context, request)
        return Response.html(html, status=status, headers=_headers())


def _status(exception: Exception) -> int:
    if isinstance(exception, Base400):
        return int(exception.status)
    if isinstance(exception, DatasetteError):  # which says 500 of parameters that do not fit
        return 400 if exception.status == 500 else int(exception.status)
    # So does what Datasette hands on to int() and to SQLite without looking at it.
    wrong = (ValueError, sqlite3.ProgrammingError, sqlite3.DataError)
    return 400 if isinstance(exception, wrong) else 500


def _told(
    error: BadVisit | NothingThere | NotAllowed | StoreError | sqlite3.DatabaseError,
) -> tuple[int, str]:
    """The status and the line of what could not be answered; a fault of ours goes on."""
    match error:
        case BadVisit():
            return error.status, str(error)
        case NothingThere():
            return 404, str(error)
        case NotAllowed():
            return 403, str(error)
        case StoreError():
            return 503, str(error)
    if str(error) == "interrupted":
        return 503, "this took too long; ask for less"
    try:
        with PlainErrors(Path("the store")):
            raise error
    except StoreError as plain:
        return 503, str(plain)


def _plain(problem: str) -> str:
    """One line without markup, of what may be a page."""
    return " ".join(harmless(re.sub(r"<[^>]*>", " ", problem)).split())[:500]


def _headers() -> dict[str, str]:
    return {"Content-Security-Policy": STRICT_POLICY, "Cache-Control": "private, no-store"}


def _file(page: Page, wanted: str, name: str | None) -> Response:
    if not page.tables:
        raise BadVisit("this page has no table to download")
    names = ", ".join(table.name for table in page.tables)
    table = page.tables[0]
    if name is not None:
        try:
            table = page.table(name)
        except KeyError:
            raise BadVisit(f"table: no table {name!r} here; known: {names}") from None
    makers = {"csv": (csv_of, "text/csv"), "json": (json_of, "application/json")}
    if wanted not in makers:
        raise BadVisit(f"format: no format {wanted!r}; write csv or json")
    make, media = makers[wanted]
    shown = {"Content-Disposition": f'attachment; filename="piagam-{table.name}.{wanted}"'}
    return Response(make(table), headers=_headers() | shown, content_type=f"{media}; charset=utf-8")
