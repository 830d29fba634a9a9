"""The entry point: global options, every failure one line, exit codes 0, 1 and 2."""

import atexit
import errno
import gc
import sys
import traceback
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer

from crawler.cli.importing import ended_by_ctrl_c
from crawler.cli.invocation import Invocation
from crawler.cli.packages import how_to_mend
from crawler.cli.screen import complain, discard, prepare_streams
from crawler.cli.version import print_version
from crawler.told_errors import ToldError
from storage.store_errors import StoreError

DONE, FAILED, WRONG_USAGE, INTERRUPTED = 0, 1, 2, 130
COMMANDS = (
    *("init", "crawl", "watch", "read", "backfill", "awards", "outlets", "alerts"),
    *("status", "certificate", "reprocess", "correct", "backup", "restore", "doctor"),
    *("merge", "export", "report", "feeds", "serve", "cluster", "bench", "version"),
)
"""Each is a module of this package with a typer `app`."""
GLOBAL_OPTIONS = {
    "No such option: --config": "piagam --config FILE …",
    "No such option: --debug": "piagam --debug …",
}
"""What typer says of a global option in the wrong place, and the right place."""
NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)
"""Why a write fails. The store, and each file of ours, says so itself; what is left is printed."""


def piagam(
    context: typer.Context,
    config: Annotated[
        Path | None, typer.Option(help="The configuration; else $PIAGAM_CONFIG, else piagam.toml.")
    ] = None,
    debug: Annotated[bool, typer.Option("--debug", help="Show the traceback of an error.")] = False,
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
) -> None:
    """Reads regional Indonesian news and reports public-service awards with their proof."""
    if version:
        print_version()
        raise typer.Exit
    context.obj = Invocation(config_given=config)
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())
        raise typer.Exit(WRONG_USAGE)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    atexit.register(gc.freeze)  # else all that was loaded is searched for garbage once more
    prepare_streams()
    try:
        code = _run(list(sys.argv[1:] if arguments is None else arguments))
    except BrokenPipeError:
        discard(sys.stdout)  # the reader, `head` for instance, has enough
        return FAILED
    except KeyboardInterrupt:
        complain("interrupted")
        return INTERRUPTED
    return code


def _run(given: Sequence[str]) -> int:
    try:
        code = _app(given)(given, standalone_mode=False, prog_name="piagam")
        if code == INTERRUPTED:
            raise KeyboardInterrupt  # typer took it, and told nobody
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except typer.TyperException as error:
        return _wrong_usage(error)
    except SystemExit as error:
        # Scrapy's parts end the process with their line where they cannot raise to us.
        return _fail(error.code, given) if isinstance(error.code, str) else error.code or DONE
    except (ToldError, StoreError) as error:
        return _fail(str(error), given)
    except Exception as error:  # noqa: BLE001 - outermost: told in one line, whole with --debug
        return _fail(_unexpected(error), given)
    return code if isinstance(code, int) else DONE


def _app(given: Sequence[str]) -> typer.Typer:
    """All commands; only the ones named where some are, because Scrapy is slow to import."""
    app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    app.callback(invoke_without_command=True)(piagam)
    with _collector_at_rest(), ended_by_ctrl_c():
        for name in [each for each in COMMANDS if each in given] or COMMANDS:
            app.add_typer(import_module(f"crawler.cli.{name}").app)
    return app


@contextmanager
def _collector_at_rest() -> Generator[None, None, None]:
    """What an import makes stays: to search it for garbage, again and again, is CPU for nothing."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _wrong_usage(error: typer.TyperException) -> int:
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "piagam"
    problem = error.format_message().rstrip(".").replace(": Value error, ", ": ")
    if command != "piagam" and problem in GLOBAL_OPTIONS:
        mend = f"it goes before the command, `{GLOBAL_OPTIONS[problem]}`"
    else:
        mend = f"see `{command} --help`"
    complain(f"{problem}{' ' if problem.endswith('?') else '; '}{mend}")
    return error.exit_code


def _unexpected(error: Exception) -> str:
    if isinstance(error, ImportError) and (told := how_to_mend(error)) is not None:
        return told
    if isinstance(error, OSError):
        if error.errno in NO_ROOM and error.filename is None:
            discard(sys.stdout)
            return f"standard output cannot be written: {error.strerror}; send it elsewhere"
        if error.filename is not None:
            return f"{error.filename}: {error.strerror}"
    return f"unexpected {type(error).__name__}: {error}; this is a bug, --debug shows where"


def _fail(problem: str, given: Sequence[str]) -> int:
    if "--debug" in given:
        traceback.print_exc()
    complain(problem)
    return FAILED
