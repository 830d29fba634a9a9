"""`piagam serve`: the analysts' window, on loopback."""

import hashlib
import secrets
import sys
from contextlib import closing
from typing import TYPE_CHECKING, Annotated
from zoneinfo import ZoneInfo

import typer

from crawler.cli.invocation import invocation
from crawler.cli.screen import print_line
from crawler.config import Config
from crawler.explore import ServeError
from crawler.reference import refresh_reference
from storage.database import open_existing

if TYPE_CHECKING:
    from crawler.explore.options import WindowOptions

app = typer.Typer()

_SHORTEST = 8


@app.command()
def serve(
    context: typer.Context,
    host: Annotated[str | None, typer.Option(help="Where to listen; else [serve] host.")] = None,
    port: Annotated[
        int | None, typer.Option(min=0, max=65535, help="On which port; 0: any that is free.")
    ] = None,
    password: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Only print the line that lets NAME sign in."),
    ] = None,
    token: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Only print a new token for the scripts of NAME."),
    ] = None,
) -> None:
    """Open the analysts' pages in a browser: awards, proofs, trends, search; until stopped."""
    _refuse_without_the_extra()
    if password is not None:
        _print_account(password)
        return
    if token is not None:
        _print_token(token)
        return
    config = invocation(context).config()
    options = _options(config)
    from crawler.explore.server import serve as open_window  # noqa: PLC0415 - an extra

    wanted = config.serve.port if port is None else port
    open_window(options, host or config.serve.host, wanted, _say)


def _say(address: str) -> None:
    print_line(f"the window is open at {address}, Ctrl+C closes it")
    sys.stdout.flush()


def _refuse_without_the_extra() -> None:
    try:
        import datasette  # noqa: F401, PLC0415 - an extra that need not be there
        import uvicorn  # noqa: F401, PLC0415
    except ImportError:
        raise ServeError(
            "the window needs further packages: pip install 'piagam[explore]'"
        ) from None


def _options(config: Config) -> "WindowOptions":
    from crawler.explore.options import WindowOptions  # noqa: PLC0415 - an extra

    with closing(open_existing(config.store)) as db:
        refresh_reference(db)
    return WindowOptions(
        store=config.store,
        zone=ZoneInfo(config.watch.zone),
        archive=config.archive.folder,
        names=frozenset(config.serve.names),
        accounts=config.serve.accounts,
        tokens=config.serve.tokens,
        is_text_private=config.serve.private_text,
    )


def _print_account(name: str) -> None:
    from datasette_auth_passwords.utils import hash_password  # noqa: PLC0415 - an extra

    if sys.stdin.isatty():
        typed = typer.prompt("Password", hide_input=True, confirmation_prompt=True, err=True)
    else:
        typed = sys.stdin.readline().rstrip("\n")
    if len(typed) < _SHORTEST:
        raise typer.BadParameter(f"the password needs {_SHORTEST} characters or more")
    print_line("[serve.accounts]")
    print_line(f'"{name}" = "{hash_password(typed)}"')


def _print_token(name: str) -> None:
    made = secrets.token_urlsafe(32)
    print_line(f"# {name} sends: Authorization: Bearer {made}")
    print_line("[serve.tokens]")
    print_line(f'"{name}" = "{hashlib.sha256(made.encode()).hexdigest()}"')
