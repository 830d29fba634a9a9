"""`piagam read`: what one file or page says, without a store."""

import sys
from collections.abc import Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from crawler.cli.contract import document_object
from crawler.cli.invocation import Invocation, invocation
from crawler.cli.outlets import shelf_of
from crawler.cli.screen import complain, print_json
from crawler.cli.story import print_document
from crawler.crawling import OutletShelf, scrapy_settings
from crawler.documents import NO_OUTLET, DocumentError, OutletRules, read_document
from crawler.fetching import Fetched, fetch_pages

app = typer.Typer()

STDIN = "-"


class Format(StrEnum):
    """How a document is shown."""

    TEXT = "text"
    JSONL = "jsonl"


@app.command()
def read(
    context: typer.Context,
    sources: Annotated[
        list[str], typer.Argument(metavar="FILE|URL...", help="HTML or plain text; - is stdin.")
    ],
    shown_as: Annotated[
        Format, typer.Option("--format", help="For people, or one JSON object a line.")
    ] = Format.TEXT,
    url: Annotated[
        str | None, typer.Option(help="Where the page comes from; chooses the outlet's rules.")
    ] = None,
) -> None:
    """Read articles and the awards in them from files or web pages; nothing is stored.

    Files need no network. A web page is fetched as politely as by a crawl, and without its further
    parts.
    """
    call = invocation(context)
    shelf = shelf_of(call)
    for problem in shelf.problems.values():
        complain(problem)
    rules_for = RulesBook(shelf)
    failed = False
    for source, page in _pages(call, sources):
        try:
            if page.problem:
                raise DocumentError(page.problem)
            document = read_document(
                page.body, rules_for=rules_for, url=url or page.url or None, charset=page.charset
            )
        except DocumentError as error:
            complain(f"{source}: {error}")
            failed = True
            continue
        if shown_as is Format.JSONL:
            print_json(document_object(source, document))
        else:
            print_document(source, document)
    if failed:
        raise typer.Exit(1)


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


def _pages(call: Invocation, sources: Sequence[str]) -> Iterator[tuple[str, Fetched]]:
    urls = [source for source in sources if _is_url(source)]
    fetched = fetch_pages(scrapy_settings(call.config()), urls) if urls else {}
    for source in sources:
        if _is_url(source):
            yield source, fetched[source]
        else:
            yield source, _file(source)


def _is_url(source: str) -> bool:
    return source.startswith(("http://", "https://"))


def _file(source: str) -> Fetched:
    try:
        body = sys.stdin.buffer.read() if source == STDIN else Path(source).read_bytes()
    except FileNotFoundError:
        return Fetched(url="", problem="no such file")
    except IsADirectoryError:
        return Fetched(url="", problem="is a folder; name the files in it")
    except OSError as error:
        return Fetched(url="", problem=f"cannot be read: {error.strerror}")
    except ValueError as error:
        return Fetched(url="", problem=f"is no file name: {error}")
    return Fetched(url="", body=body)
