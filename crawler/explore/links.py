"""Where a cell of a table leads, and where a table can be had as a file."""

from urllib.parse import quote, urlencode, urlsplit

from datasette.utils.asgi import Request

from crawler.explore.page import Column, Row, Table


def link_of(column: Column, row: Row) -> str | None:
    """The address behind a cell; None where a part of it is unknown, or for one that is no page.

    `{url}` alone is an address elsewhere: only http and https lead anywhere.
    """
    pattern = column.link
    if not pattern:
        return None
    if not pattern.startswith("/"):
        address = row[pattern.strip("{}")]
        return address if isinstance(address, str) and _is_web(address) else None
    values = {name: quote(str(value), safe="") for name, value in row.items() if value is not None}
    try:
        return pattern.format(**values)
    except KeyError:
        return None


def _is_web(address: str) -> bool:
    try:
        return urlsplit(address).scheme in ("http", "https")
    except ValueError:
        return False


def file_of(request: Request, table: Table, form: str) -> str:
    """The address of a table as a file, with all that the page was asked."""
    kept = [(name, request.args.get(name)) for name in request.args]
    asked = [(name, value) for name, value in kept if name not in ("table", "format", "lang")]
    return "?" + urlencode([*asked, ("table", table.name), ("format", form)])
