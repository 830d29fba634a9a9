"""The command line: thin typer commands, each calls one function."""

import sys
from collections.abc import Sequence

from crawler.cli.packages import how_to_mend


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    # Each worker process imports the script `piagam` and so this, and has no use for commands.
    try:
        from crawler.cli.entry import main as run  # noqa: PLC0415
    except ImportError as error:
        if (told := how_to_mend(error)) is None:
            raise
        return _fail(told, 1)
    except KeyboardInterrupt:
        return _fail("interrupted", 130)
    return run(arguments)


def _fail(problem: str, code: int) -> int:
    """As `crawler.cli.screen` complains, which is not there yet."""
    print(f"piagam: {problem}", file=sys.stderr)  # noqa: T201
    return code
