"""The command line: thin typer commands, each calls one function."""

from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    # Each worker process imports the script `piagam` and so this, and has no use for commands.
    from crawler.cli.entry import main as run  # noqa: PLC0415

    return run(arguments)
