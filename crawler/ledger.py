"""Keeps the books of one outlet's part of a run: its row in the store, its stats, its progress."""

import asyncio
import json
import logging
from collections import Counter
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Self
from zoneinfo import ZoneInfo

from scrapy import Spider, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.utils.asyncio import create_looping_call
from twisted.python.failure import Failure

from crawler.runs import HEARTBEAT, OwnRun, RunError, keep_lease
from storage.addresses import settle
from storage.database import StoreError, open_store
from storage.outlets import register_outlet
from storage.records import AddressState, OutletRunCounts, RunStatus
from storage.runs import end_outlet_run, start_outlet_run

ADDRESS = "piagam_address"
"""Key of `Request.meta`: the address that a request is to settle."""
_MOST_NOTES = 6

progress_made = object()
"""Scrapy signal, sent with `progress`: a Progress."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far an outlet has come."""

    outlet: str
    requests: int
    waiting: int
    """Addresses still to be read, as far as they are known."""
    read: int
    """Addresses settled in this run."""
    status: RunStatus | None = None
    """Set when the outlet has ended."""


def ledger_of(crawler: Crawler) -> "Ledger":
    """The ledger of a crawl that has started."""
    ledger = crawler.get_extension(Ledger)
    if ledger is None:
        raise LookupError("this crawl keeps no ledger; only outlets do")
    return ledger


def note(crawler: Crawler, text: str, *, is_failure: bool = False) -> None:
    """Tell the outlet's certificate something; without a ledger, as in `scrapy shell`, the log."""
    ledger = crawler.get_extension(Ledger)
    if ledger is None:
        log.warning("%s", text)
    else:
        ledger.note(text, is_failure=is_failure)


class Ledger:
    """The books of one outlet's part of a run; a plain `scrapy crawl` is a run of its own."""

    def __init__(self, crawler: Crawler) -> None:
        settings = crawler.settings
        self.outlet: str = crawler.spidercls.name
        self.db = open_store(Path(settings["PIAGAM_STORE"]))
        self._own_run: OwnRun | None = None
        run_id = settings.get("PIAGAM_RUN_ID")
        if run_id is None:
            self._own_run = OwnRun.begin(self.db, expected=(self.outlet,), now=self.now())
            run_id = self._own_run.id
        self.run_id = int(run_id)
        self.today = _today(settings.get("PIAGAM_TODAY"), crawler)
        self.has_reached = False
        """Whether any of the outlet's sources could be read."""
        self._crawler = crawler
        self._stats_file = Path(settings["PIAGAM_STATS_FOLDER"]) / f"{self.outlet}.json"
        self._notes: Counter[str] = Counter()
        self._where: dict[str, str] = {}
        self._failed = False
        self._expected = self._read = 0
        self._closing: asyncio.Future[None] | None = None
        self._heart = create_looping_call(self._beat)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Made by Scrapy. Ends the process with one line when the store or the run is not ours."""
        if getattr(crawler.spidercls, "outlet", None) is None:
            raise NotConfigured
        try:
            ledger = cls(crawler)
        except (StoreError, RunError) as error:
            raise SystemExit(str(error)) from None
        connect = crawler.signals.connect
        connect(ledger._opened, signal=signals.spider_opened)
        connect(ledger._page_error, signal=signals.spider_error)
        connect(ledger._item_error, signal=signals.item_error)
        connect(ledger._closed, signal=signals.spider_closed)
        return ledger

    @staticmethod
    def now() -> datetime:
        """The clock of the crawl, UTC."""
        return datetime.now(UTC)

    def note(self, text: str, *, where: str | None = None, is_failure: bool = False) -> None:
        """Keep a remark for the certificate; a failure marks the outlet as failed."""
        self._notes[text] += 1
        if where is not None:
            self._where.setdefault(text, where)
        self._failed = self._failed or is_failure

    def expect(self, addresses: int) -> None:
        """So many more addresses are to be read."""
        self._expected += addresses
        self._tell()

    def settle(self, address: str, state: AddressState, reason: str | None) -> None:
        """Settle an address that brought no article, in a transaction of its own."""
        with self.db.atomic():
            settle(
                self.db,
                url=address,
                state=state,
                reason=reason,
                run_id=self.run_id,
                now=self.now(),
            )
        self.count_read()

    def count_read(self) -> None:
        """One more address is settled."""
        self._read += 1
        self._tell()

    def _tell(self, status: RunStatus | None = None) -> None:
        progress = Progress(
            outlet=self.outlet,
            requests=self._crawler.stats.get_value("downloader/request_count", 0),
            waiting=max(0, self._expected - self._read),
            read=self._read,
            status=status,
        )
        self._crawler.signals.send_catch_log(progress_made, progress=progress)

    def _opened(self, spider: Spider) -> None:
        with self.db.atomic():
            self._introduce(spider)
            start_outlet_run(self.db, run_id=self.run_id, outlet=self.outlet, now=self.now())
        self._heart.start(HEARTBEAT, now=False)

    def _introduce(self, spider: Spider) -> None:
        """Tell the store the outlet's title and home, for mails and views."""
        outlet = getattr(spider, "outlet", None)
        register_outlet(
            self.db,
            name=self.outlet,
            title=getattr(outlet, "title", None),
            site=getattr(outlet, "home", None),
            now=self.now(),
        )

    def _beat(self) -> None:
        if not keep_lease(self.db, self.now()):
            self._stop("another crawl has taken over the store")

    def _page_error(self, failure: Failure, response: Any, spider: Spider) -> None:
        request = getattr(response, "request", None)
        address = request.meta.get(ADDRESS) if request is not None else None
        self._settle_error(failure, address, where=getattr(request, "url", None))

    def _item_error(self, item: Any, response: Any, spider: Spider, failure: Failure) -> None:
        self._settle_error(failure, item.address, where=item.address)

    def _settle_error(self, failure: Failure, address: str | None, where: str | None) -> None:
        """A page that broke our own code costs that page only; a broken store ends the outlet."""
        if isinstance(failure.value, StoreError):
            self._stop(str(failure.value))
            return
        reason = f"error: {type(failure.value).__name__}: {failure.value}".splitlines()[0][:300]
        self.note(reason, where=where)
        if address is None:
            return
        try:
            self.settle(address, AddressState.FAILED, reason)
        except StoreError as error:
            self._stop(str(error))

    def _stop(self, why: str) -> None:
        self.note(why, is_failure=True)
        if self._closing is None:
            log.error("%s: stopped: %s", self.outlet, why)
            close = self._crawler.engine.close_spider_async(reason="stopped")
            self._closing = asyncio.ensure_future(close)

    def _closed(self, spider: Spider, reason: str) -> None:
        if self._heart.running:
            self._heart.stop()
        status, why = self._verdict(reason)
        try:
            counts = self._write_end(status, why)
        except StoreError as error:
            log.error("%s: the end of the run could not be noted: %s", self.outlet, error)
        else:
            self._write_stats(status, why, counts)
        finally:
            self.db.close()
        self._tell(status)

    def _verdict(self, ending: str) -> tuple[RunStatus, str | None]:
        notes = [self._told(text) for text in list(self._notes)[:_MOST_NOTES]]
        if len(self._notes) > _MOST_NOTES:
            notes.append(f"and {len(self._notes) - _MOST_NOTES} more remarks")
        if ending == "shutdown":
            notes.insert(0, "told to end before it was through")
            return RunStatus.INTERRUPTED, "; ".join(notes)
        if self._failed or not self.has_reached or ending != "finished":
            return RunStatus.FAILED, "; ".join(notes) or f"ended as {ending}, nothing could be read"
        return RunStatus.FINISHED, "; ".join(notes) or None

    def _told(self, text: str) -> str:
        where, more = self._where.get(text), self._notes[text] - 1
        told = f"{where}: {text}" if where else text
        return f"{told} (and {more} more)" if where and more else told

    def _write_end(self, status: RunStatus, why: str | None) -> OutletRunCounts:
        stats = self._crawler.stats
        with self.db.atomic():
            counts = end_outlet_run(
                self.db,
                run_id=self.run_id,
                outlet=self.outlet,
                status=status,
                reason=why,
                requests=stats.get_value("downloader/request_count", 0),
                refused=stats.get_value("robots/refused", 0) + stats.get_value("retry/shut_out", 0),
                now=self.now(),
            )
        if self._own_run is not None:
            self._own_run.end(self.db, status, why, self.now())
        return counts

    def _write_stats(self, status: RunStatus, why: str | None, counts: OutletRunCounts) -> None:
        """What a monitor judges a crawl by: Scrapy's exit code is 0 even when every page broke."""
        told = {
            "outlet": self.outlet,
            "run": self.run_id,
            "status": status,
            "reason": why,
            "counts": asdict(counts),
            "scrapy": self._crawler.stats.get_stats(),
        }
        text = json.dumps(told, indent=2, default=str, ensure_ascii=False)
        try:
            self._stats_file.parent.mkdir(parents=True, exist_ok=True)
            fresh = self._stats_file.with_suffix(".new")
            fresh.write_text(text + "\n", encoding="utf-8")
            fresh.replace(self._stats_file)
        except OSError as error:
            log.error("%s: cannot be written: %s", self._stats_file, error.strerror)


def _today(played: str | None, crawler: Crawler) -> date:
    if played:
        return date.fromisoformat(played)
    zone = ZoneInfo(crawler.spidercls.outlet.zone)  # type: ignore[attr-defined]
    return datetime.now(zone).date()
