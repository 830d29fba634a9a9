"""Datasette's CSV made safe for spreadsheets, a row at a time, as our own files are."""

import csv
import io

from crawler.explore.safety import App, Message, Receive, Scope, Send
from crawler.exports.cells import guarded


def harmless_sheets(app: App) -> App:
    """The app, in whose CSV no text is taken for a formula; numbers stay as they are."""

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        is_sheet = scope["type"] == "http" and scope["path"].endswith(".csv")
        await app(scope, receive, _guarding(send) if is_sheet else send)

    return answer


def _guarding(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.body" and message.get("body"):
            message = {**message, "body": _guarded(message["body"])}
        await send(message)

    return sending


def _guarded(chunk: bytes) -> bytes:
    """Datasette sends each row by itself."""
    made = io.StringIO()
    writer = csv.writer(made)
    for row in csv.reader(io.StringIO(chunk.decode(), newline="")):
        writer.writerow([_cell(cell) for cell in row])
    return made.getvalue().encode()


def _cell(cell: str) -> str:
    try:
        float(cell)
    except ValueError:
        return guarded(cell)
    return cell
