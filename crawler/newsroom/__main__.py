"""`python -m crawler.newsroom`: serve the bundled outlets until Ctrl-C, to look at or to crawl."""

import signal
import sys
from datetime import datetime
from threading import Event
from typing import Annotated

import typer

from crawler.newsroom.server import Newsroom, PortTakenError

_PORT = 8790


def serve(
    port: Annotated[int, typer.Option(min=0, max=65535, help="0 picks a free one.")] = _PORT,
    today: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], help="The day it plays; the last story's day if left."),
    ] = None,
) -> None:
    """Serve the bundled outlets on loopback until Ctrl-C."""
    closing = Event()
    for ending in (signal.SIGINT, signal.SIGTERM):
        signal.signal(ending, lambda number, frame: closing.set())
    try:
        with Newsroom(today=today.date() if today else None, port=port) as newsroom:
            typer.echo(_welcome(newsroom))
            sys.stdout.flush()
            closing.wait()
    except PortTakenError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from None
    typer.echo("closed")


def _welcome(newsroom: Newsroom) -> str:
    sites = newsroom.sites
    lines = [f"newsroom of {newsroom.today.isoformat()} on http://{newsroom.address}/"]
    for site in sites:
        lines.append(
            f"  {site.name:14} https://{site.host}/ ({len(site.stories)} stories): "
            f"in a browser http://{newsroom.address}/@{site.host}/"
        )
    host = sites[0].host
    lines += [
        f"by Host header: curl -A Mozilla/5.0 -H 'Host: {host}' http://{newsroom.address}/",
        f'for a crawl, in piagam.toml: newsroom = {{ address = "{newsroom.address}", '
        f"today = {newsroom.today.isoformat()} }}",
        "Ctrl-C closes it",
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    typer.run(serve)
