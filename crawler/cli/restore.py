"""`piagam restore`: put a copy in the place of the store."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from crawler.cli.invocation import invocation
from crawler.cli.screen import print_line
from storage.restoring import restore_store

app = typer.Typer()


@app.command()
def restore(
    context: typer.Context, copy: Annotated[Path, typer.Argument(help="A copy of the store.")]
) -> None:
    """Put a copy in the place of the store; what was there is kept beside it."""
    config = invocation(context).config()
    kept = restore_store(copy, config.store, datetime.now(UTC))
    print_line(f"restored {config.store} from {copy}")
    if kept is not None:
        print_line(f"the store that was there is {kept}")
