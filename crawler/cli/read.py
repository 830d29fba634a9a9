"""`piagam read`: what one file or page says, without a store."""

import errno
import stat
import sys
from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

import typer

from crawler.cli.contract import document_object, explanation_object
from crawler.cli.explaining import print_explanation
from crawler.cli.invocation import Invocation, invocation
from crawler.cli.screen import complain, print_json
from crawler.cli.shelf import shelf_of
from crawler.cli.story import print_document
from crawler.documents import (
    NO_OUTLET,
    DocumentError,
    DocumentReader,
    OutletRules,
    ReadDocument,
    document_of,
)
from crawler.fetching import Fetched, fetch_pages
from crawler.outlet_shelf import OutletShelf, scrapy_settings

app = typer.Typer()

STDIN = "-"


class Format(StrEnum):
    """How a document is shown."""

    TEXT = "text"
    JSONL = "jsonl"


@app.command()
def read(  # noqa: PLR0913 - each is an option of the command
    context: typer.Context,
    *,
    sources: Annotated[
        list[str], typer.Argument(metavar="FILE|URL...", help="HTML or plain text; - is stdin.")
    ],
    shown_as: Annotated[
        Format, typer.Option("--format", help="For people, or one JSON object a line.")
    ] = Format.TEXT,
    url: Annotated[
        str | None, typer.Option(help="Where the page comes from; chooses the outlet's rules.")
    ] = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Show why: the text marked, the cues weighed.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="The same as --format jsonl.")] = False,
) -> None:
    """Read articles and the awards in them from files or web pages; nothing is stored.

    Files need no network. A web page is fetched as politely as by a crawl, with the further parts
    of its story.
    """
    show = _shower(explain=explain, as_json=as_json or shown_as is Format.JSONL)
    if url is not None and not _is_address(url):
        raise typer.BadParameter(f"{url!r} is no web address; write https://…", param_hint="--url")
    call = invocation(context)
    shelf = shelf_of(call)
    for problem in shelf.problems.values():
        complain(problem)
    failed = False
    for source, found in _found(call, sources, DocumentReader(RulesBook(shelf), url)):
        for problem in (*filter(None, [found.problem]), *found.lost):
            complain(f"{source}: {problem}")
            failed = True
        if found.page is not None:
            show(source, document_of(found.page))
    if failed:
        raise typer.Exit(1)


def _shower(*, explain: bool, as_json: bool) -> Callable[[str, ReadDocument], None]:
    if not as_json:
        return print_explanation if explain else print_document
    as_object = explanation_object if explain else document_object
    return lambda source, document: print_json(as_object(source, document))


class RulesBook:
    """Finds the outlet that an address belongs to."""

    def __init__(self, shelf: OutletShelf) -> None:
        self._shelf = shelf

    def __call__(self, url: str) -> OutletRules:
        """The rules of the outlet that owns `url`."""
        for outlet in self._shelf.outlets.values():
            if outlet.owns(url):
                return OutletRules(outlet=outlet.name, rules=outlet.rules)
        return NO_OUTLET


def _found(
    call: Invocation, sources: Sequence[str], reader: DocumentReader
) -> Iterator[tuple[str, Fetched]]:
    urls = [source for source in sources if _is_address(source)]
    fetched = fetch_pages(scrapy_settings(call.config()), urls, reader) if urls else {}
    for source in sources:
        yield source, fetched[source] if source in fetched else _file(source, reader)


def _is_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname)


def _file(source: str, reader: DocumentReader) -> Fetched:
    try:
        return Fetched(page=reader.page(_body(source)))
    except DocumentError as error:
        return Fetched(problem=str(error))
    except FileNotFoundError:
        is_meant_for_web = "://" in source
        web = "no web address that can be fetched; write https://…" if is_meant_for_web else None
        return Fetched(problem=web or "no such file")
    except IsADirectoryError:
        return Fetched(problem="is a folder; name the files in it")
    except OSError as error:
        return Fetched(problem=f"cannot be read: {error.strerror}")
    except ValueError as error:
        return Fetched(problem=f"is no file name: {error}")


def _body(source: str) -> bytes:
    if source == STDIN:
        if sys.stdin is None:
            raise OSError(errno.EBADF, "standard input is closed")
        return sys.stdin.buffer.read()
    if not source:
        raise ValueError("it is empty")
    mode = Path(source).stat().st_mode
    if not any(is_kind(mode) for is_kind in (stat.S_ISREG, stat.S_ISFIFO, stat.S_ISDIR)):
        raise OSError(errno.EINVAL, "it is a device; name a file, or write - for standard input")
    return Path(source).read_bytes()
