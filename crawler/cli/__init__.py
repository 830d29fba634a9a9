"""The command line: thin typer commands, each calls one function."""

from crawler.cli.entry import main

__all__ = ["main"]
