"""`piagam backup`: copy the store while it is in use."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from crawler.backup import back_up
from crawler.cli.invocation import invocation
from crawler.cli.screen import print_line
from storage.copying import copy_database
from storage.database import StoreError, check_store

app = typer.Typer()


@app.command()
def backup(
    context: typer.Context,
    to: Annotated[
        Path | None, typer.Option(help="Copy to this file instead, and delete no older copy.")
    ] = None,
) -> None:
    """Copy the store while others go on using it; older copies are thinned out."""
    config = invocation(context).config()
    check_store(config.store)
    if to is None:
        path = back_up(config.store, config.backup, datetime.now(UTC)).path
    elif to.exists():
        raise StoreError(f"{to}: is there already and stays as it is; name another file")
    else:
        path = to
        copy_database(config.store, path)
    print_line(f"copied to {path}, {path.stat().st_size / 1_000_000:.1f} MB; checked, whole")
