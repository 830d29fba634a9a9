"""`piagam version`."""

import typer

from crawler import __version__
from crawler.cli.screen import print_line

app = typer.Typer()


@app.command()
def version() -> None:
    """Print the version."""
    print_version()


def print_version() -> None:
    """`piagam 0.1.0`."""
    print_line(f"piagam {__version__}")
