"""`piagam cluster`: the services that let other machines share the work."""

from pathlib import Path
from typing import Annotated

import typer

from crawler.cli.invocation import invocation
from crawler.cli.screen import print_line
from crawler.cluster.pool import check_installed
from crawler.cluster.trust import Place, Trust
from crawler.config import load_config

app = typer.Typer()
cluster = typer.Typer(help="Let other machines share the work.")
app.add_typer(cluster, name="cluster")


def _check_ports(written: str | None) -> str | None:
    """A range that Dask can choose from: one port for the worker, one for its keeper."""
    if written is None:
        return None
    numbers = [int(part) for part in written.split(":") if part.isdecimal()]
    match numbers:
        case [first, last] if written.count(":") == 1 and 0 < first < last < 65536:
            return written
    raise typer.BadParameter(f"{written!r} is no range of ports; write for instance 9000:9099")


@cluster.command()
def scheduler(
    context: typer.Context,
    listen: Annotated[
        str, typer.Option(metavar="ADDRESS", help="Where it listens.")
    ] = "tcp://127.0.0.1:8786",
) -> None:
    """Hand out the work; beyond loopback with TLS and a token only, see docs/cluster.md."""
    place, trust = Place.parse(listen), _trust(context)
    from crawler.cluster.serving import serve_scheduler  # noqa: PLC0415 - needs the extra

    serve_scheduler(place, trust, print_line)


@cluster.command()
def worker(
    context: typer.Context,
    address: Annotated[str, typer.Argument(help="The scheduler's: tls://HOST:8786.")],
    threads: Annotated[int, typer.Option(min=1, help="Tasks at once.")] = 1,
    ports: Annotated[
        str | None,
        typer.Option(metavar="FROM:TO", help="Where it may be reached.", callback=_check_ports),
    ] = None,
    folder: Annotated[Path | None, typer.Option(help="Where its files are meanwhile.")] = None,
) -> None:
    """Do a share of the work until SIGTERM; what it reads goes to the machine that asked for it."""
    place, trust = Place.parse(address), _trust(context)
    from crawler.cluster.serving import Desk, serve_worker  # noqa: PLC0415 - needs the extra

    serve_worker(place, trust, Desk(threads=threads, ports=ports, folder=folder), print_line)


def _trust(context: typer.Context) -> Trust:
    path = invocation(context).config_path
    config = load_config(path, contact_needed=False)
    check_installed()
    return Trust.of(config.cluster)
