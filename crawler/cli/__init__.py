"""The command line: thin typer commands, each calls one function."""

import sys
from collections.abc import Sequence

from crawler.cli.importing import ended_by_ctrl_c
from crawler.cli.packages import how_to_mend


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    # Each worker process imports the script `piagam` and so this, and has no use for commands.
    try:
        with ended_by_ctrl_c():
            from crawler.cli.entry import main as run  # noqa: PLC0415
    except ImportError as error:
        if (told := how_to_mend(error)) is None:
            raise
        print(f"piagam: {told}", file=sys.stderr)  # noqa: T201 - `complain` is not there yet
        return 1
    return run(arguments)
