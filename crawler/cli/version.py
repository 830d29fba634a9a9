"""`piagam version`."""

import typer

from crawler import __version__
from crawler.cli.screen import print_line

app = typer.Typer()


@app.command()
def version() -> None:
    """Print the version."""
    print_line(f"piagam {__version__}")
