"""Keeps every response as it came, before anything is read of it."""

import logging
from datetime import datetime
from pathlib import Path
from typing import Self

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.http import Response

from crawler import __version__
from crawler.archive.record import Response as Kept
from crawler.archive.record import info_record, response_record
from crawler.archive.shelf import ArchiveError, Shelf, mend
from crawler.ledger import ADDRESS, LOOK, Ledger, ledger_of
from crawler.middlewares.refusals import NotArchived
from crawler.middlewares.robots import is_robots_request
from storage.database import StoreError
from storage.looks import Look
from storage.responses import index_response

_NOTHING_NEW = 304

log = logging.getLogger(__name__)


class ArchiveMiddleware:
    """Writes the responses of an outlet into the archive and its index.

    A response that cannot be kept ends the outlet's part of the run: a page counts as read only
    when its bytes are safe.
    """

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._folder = Path(crawler.settings["PIAGAM_ARCHIVE"])
        self._shelf: Shelf | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Made by Scrapy; there is nothing to do where nothing is to be kept."""
        is_outlet = crawler.get_extension(Ledger) is not None
        if not is_outlet or not crawler.settings.get("PIAGAM_ARCHIVE"):
            raise NotConfigured
        archive = cls(crawler)
        crawler.signals.connect(archive._opened, signal=signals.spider_opened)
        crawler.signals.connect(archive._closed, signal=signals.spider_closed)
        return archive

    def process_response(self, request: Request, response: Response) -> Response:
        """Raises NotArchived."""
        if response.status == _NOTHING_NEW or is_robots_request(request):
            return response
        ledger = ledger_of(self._crawler)
        now = ledger.now()
        record = response_record(_kept(request, response, now))
        try:
            place = self._open_shelf(ledger, now).keep(record)
            with ledger.db.atomic():
                index_response(
                    ledger.db,
                    run_id=ledger.run_id,
                    outlet=ledger.outlet,
                    address=_address(request),
                    url=request.url,
                    status=response.status,
                    place=place,
                    now=now,
                )
        except (ArchiveError, OSError, StoreError) as error:
            ledger.stop(str(error))
            raise NotArchived(str(error)) from None
        return response

    def _open_shelf(self, ledger: Ledger, now: datetime) -> Shelf:
        if self._shelf is None:
            settings = self._crawler.settings
            self._shelf = Shelf(
                self._folder,
                f"{now:%Y-%m}/{ledger.outlet}-{ledger.run_id:06}",
                most_bytes=settings.getint("PIAGAM_ARCHIVE_FILE_BYTES"),
                head=lambda file: info_record(
                    file,
                    software=f"Piagam/{__version__}",
                    contact=settings["USER_AGENT"],
                    now=now,
                ),
            )
        return self._shelf

    def _opened(self) -> None:
        """Close what a killed crawl left open, also when nothing new comes tonight."""
        ledger = ledger_of(self._crawler)
        try:
            mend(self._folder, ledger.db, f"{ledger.outlet}-[0-9][0-9][0-9][0-9][0-9][0-9]")
        except (OSError, StoreError) as error:
            log.warning("%s: files left open by a killed crawl wait: %s", ledger.outlet, error)

    def _closed(self) -> None:
        if self._shelf is not None:
            self._shelf.close()


def _address(request: Request) -> str | None:
    """The story that the response is for: read for the first time, or looked at again."""
    look: Look | None = request.meta.get(LOOK)
    address: str | None = request.meta.get(ADDRESS)
    return address if look is None else look.address


def _kept(request: Request, response: Response, now: datetime) -> Kept:
    return Kept(
        url=request.url,
        status=response.status,
        headers=tuple(
            (name.decode("latin-1"), value.decode("latin-1"))
            for name, values in response.headers.items()
            for value in values
        ),
        body=response.body,
        fetched_at=now,
        ip=str(response.ip_address) if response.ip_address is not None else None,
    )
