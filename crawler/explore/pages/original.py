"""The archived original of an article: what the server sent, as source, never as a page."""

from dataclasses import asdict, dataclass
from pathlib import Path

from sqlite_utils import Database
from w3lib.encoding import http_content_type_encoding

from crawler.archive.record import RecordError, Response
from crawler.archive.shelf import read_response
from crawler.explore.page import Column, Kind, Page, table_of
from crawler.explore.visits import NotAllowed, NothingThere, Visit
from crawler.extraction.charset import decode
from storage.reading.originals import Original, originals_of
from storage.reading.stories import story

_MOST = 100
_LONGEST = 400_000
"""Bytes of a body that are shown."""
_TEXTUAL = ("text/", "application/xhtml", "application/xml", "application/json", "application/rss")

_RESPONSES = (
    Column(
        name="fetched_at", title="Read", kind=Kind.MOMENT,
        link="/articles/{article_id}/original?response={response_id}",
    ),
    Column(name="status", title="Answer", kind=Kind.TERM),
    Column(name="url", title="Address"),
    Column(name="length", title="Bytes in the archive", kind=Kind.NUMBER),
    Column(name="file", title="File"),
    Column(name="start_byte", title="From byte", kind=Kind.NUMBER),
    Column(name="run_id", title="Run", kind=Kind.NUMBER, link="/certificate/{run_id}"),
    Column(name="response_id", title="Number", kind=Kind.NUMBER, is_shown=False),
    Column(name="article_id", title="Article", kind=Kind.NUMBER, is_shown=False),
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class _Source:
    """A body as text, or why there is none."""

    text: str = ""
    is_cut: bool = False
    problem: str | None = None
    """An English text of the pages."""
    headers: tuple[tuple[str, str], ...] = ()


def original(db: Database, visit: Visit) -> Page:
    """`/articles/<id>/original`; `?response=7` shows another of what came for it."""
    if not visit.may_read_text:
        raise NotAllowed("the text of articles is for readers who are signed in")
    number = int(visit.path["id"])
    held = story(db, number)
    if held is None:
        raise NothingThere(f"article {number} is not in the store")
    kept = originals_of(db, held.address, _MOST + 1)
    shown = _wanted(kept, visit.number("response", 1, 10**18))
    rows = ({**asdict(each), "article_id": number} for each in kept)
    return Page(
        template="original.html",
        title="Archived original",
        values={"story": held, "shown_response": shown, "source": _source(visit.archive, shown)},
        tables=(table_of("responses", "What came for it", _RESPONSES, rows, _MOST),),
    )


def _wanted(kept: tuple[Original, ...], response_id: int | None) -> Original | None:
    """That response; else the first of the latest run that went well, else the first of all."""
    if response_id is not None:
        found = next((each for each in kept if each.response_id == response_id), None)
        if found is None:
            raise NothingThere(f"response {response_id} is none of this article")
        return found
    well = (each for each in kept if each.status == 200)
    return next(well, next(iter(kept), None))


def _source(archive: Path | None, shown: Original | None) -> _Source:
    if archive is None or shown is None:
        return _Source(problem="There is no archived copy.")
    try:
        response = read_response(archive, shown.lies, longest=_LONGEST + 1)
    except FileNotFoundError:
        return _Source(problem="The archive holds this copy no longer.")
    except (OSError, RecordError):
        return _Source(problem="The archived copy cannot be read; it is damaged.")
    return _of_response(response)


def _of_response(response: Response) -> _Source:
    media = (response.header("Content-Type") or "text/html").lower()
    if not media.startswith(_TEXTUAL):
        return _Source(problem="The archived copy is no text.", headers=response.headers)
    text = decode(response.body[:_LONGEST], http_content_type_encoding(media))
    return _Source(
        text=text.replace("\x00", "\ufffd"),
        is_cut=len(response.body) > _LONGEST,
        headers=response.headers,
    )
