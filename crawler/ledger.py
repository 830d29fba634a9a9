"""Keeps the books of one outlet's part of a run: its row in the store, its stats, its progress."""

import asyncio
import json
import logging
from dataclasses import asdict
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any, Self
from zoneinfo import ZoneInfo

from scrapy import Spider, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.utils.asyncio import create_looping_call
from twisted.python.failure import Failure

from crawler.checkup import check_up, count_night
from crawler.files import replace_file
from crawler.looks import LookEnd, end_look
from crawler.progress import Progress, progress_made
from crawler.reach import ReachCount, RunPart
from crawler.remarks import Remarks
from crawler.runs import HEARTBEAT, OwnRun, RunError, keep_lease
from storage.addresses import settle
from storage.database import StoreError, open_store
from storage.looks import Look, LookOutcome
from storage.nights import begin_night
from storage.outlets import register_outlet
from storage.records import AddressState, OutletRunCounts, RunStatus, Validators
from storage.runs import end_outlet_run, start_outlet_run

ADDRESS = "piagam_address"
"""Key of `Request.meta`: the address that a request is to settle."""
LOOK = "piagam_look"
"""Key of `Request.meta`: the story that a request looks at again."""
_REFUSED = ("robots/refused", "retry/shut_out", "challenges/met")
"""Stats that count what the outlet did not want us to read."""

log = logging.getLogger(__name__)


def ledger_of(crawler: Crawler) -> "Ledger":
    """The ledger of a crawl that has started."""
    ledger = crawler.get_extension(Ledger)
    if ledger is None:
        raise LookupError("this crawl keeps no ledger; only outlets do")
    return ledger


def note(
    crawler: Crawler, text: str, *, where: str | None = None, is_failure: bool = False
) -> None:
    """Tell the outlet's certificate something; without a ledger, as in `scrapy shell`, the log."""
    ledger = crawler.get_extension(Ledger)
    if ledger is None:
        log.warning("%s", f"{where}: {text}" if where else text)
    else:
        ledger.note(text, where=where, is_failure=is_failure)


def cut_short(crawler: Crawler, why: str) -> None:
    """Tell the outlet's certificate that no more is asked in this run, though addresses wait."""
    ledger = crawler.get_extension(Ledger)
    if ledger is not None:
        ledger.cut_short(why)


class Ledger:
    """The books of one outlet's part of a run; a plain `scrapy crawl` is a run of its own."""

    def __init__(self, crawler: Crawler) -> None:
        settings = crawler.settings
        self.outlet: str = crawler.spidercls.name
        self.since = _day(settings.get("PIAGAM_SINCE"))
        """The day to go back to, whatever is known; None in an ordinary run."""
        self.began = _began(_day(settings.get("PIAGAM_TODAY")), crawler)
        """When this part of the run began: played or real, in the outlet's zone."""
        self.db = open_store(Path(settings["PIAGAM_STORE"]))
        self._own_run: OwnRun | None = None
        run_id = settings.get("PIAGAM_RUN_ID")
        if run_id is None:
            self._own_run = OwnRun.begin(
                self.db, expected=(self.outlet,), now=self.now(), since=self.since
            )
            run_id = self._own_run.id
        self.run_id = int(run_id)
        self.has_reached = False
        """Whether any of the outlet's sources could be read."""
        self.reach = ReachCount(outlet=self.outlet)
        self._crawler = crawler
        self._stats_file = Path(settings["PIAGAM_STATS_FOLDER"]) / f"{self.outlet}.json"
        self._remarks = Remarks()
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
        self._remarks.note(text, where=where, is_failure=is_failure)

    def cut_short(self, why: str) -> None:
        """No more is asked in this run; the certificate says why, and how much waits."""
        self._remarks.cut_short(why)

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

    def settle_look(
        self,
        look: Look,
        outcome: LookOutcome,
        reason: str | None = None,
        said: Validators | None = None,
    ) -> None:
        """Settle a look that brought no new text, in a transaction of its own."""
        end = LookEnd(outcome=outcome, reason=reason, said=said)
        with self.db.atomic():
            end_look(self.db, look, end, run_id=self.run_id, began=self.began)
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
            begin_night(self.db, run_id=self.run_id, outlet=self.outlet, day=self.began.date())
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
        try:
            is_ours = keep_lease(self.db, self.now())
        except StoreError as error:  # a heart that raises would never beat again
            log.warning("%s: heartbeat: %s", self.outlet, error)
            return
        if not is_ours:
            self.stop("another crawl has taken over the store")

    def _page_error(self, failure: Failure, response: Any, spider: Spider) -> None:
        request = getattr(response, "request", None)
        meta = request.meta if request is not None else {}
        where = getattr(request, "url", None)
        self._settle_error(failure, meta.get(ADDRESS), meta.get(LOOK), where=where)

    def _item_error(self, item: Any, response: Any, spider: Spider, failure: Failure) -> None:
        address = item.address if item.look is None else None
        self._settle_error(failure, address, item.look, where=item.address)

    def _settle_error(
        self, failure: Failure, address: str | None, look: Look | None, *, where: str | None
    ) -> None:
        """A page that broke our own code costs that page only; a broken store ends the outlet."""
        if isinstance(failure.value, StoreError):
            self.stop(str(failure.value))
            return
        reason = f"error: {type(failure.value).__name__}: {failure.value}".splitlines()[0][:300]
        self.note(reason, where=where)
        try:
            if look is not None:
                self.settle_look(look, LookOutcome.FAILED, reason)
            elif address is not None:
                self.settle(address, AddressState.FAILED, reason)
        except StoreError as error:
            self.stop(str(error))

    def stop(self, why: str) -> None:
        """End the outlet's part of the run as failed; what was not read waits for the next."""
        self.note(why, is_failure=True)
        if self._closing is None:
            log.error("%s: stopped: %s", self.outlet, why)
            close = self._crawler.engine.close_spider_async(reason="stopped")
            self._closing = asyncio.ensure_future(close)

    def _closed(self, spider: Spider, reason: str) -> None:
        if self._heart.running:
            self._heart.stop()
        waiting = max(0, self._expected - self._read)
        status, why = self._remarks.verdict(reason, has_reached=self.has_reached, waiting=waiting)
        try:
            counts = self._write_end(status, why)
        except StoreError as error:
            log.error("%s: the end of the run could not be noted: %s", self.outlet, error)
        else:
            self._write_stats(status, why, counts)
        finally:
            self.db.close()
        self._tell(status)

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
                refused=sum(stats.get_value(name, 0) for name in _REFUSED),
                now=self.now(),
            )
            count_night(self.db, self._part(status), self._crawler.stats, now=self.now())
        if self._own_run is not None:
            check_up(self.db, self.run_id, self.now())
            self._own_run.end(self.db, status, why, self.now())
        return counts

    def _part(self, status: RunStatus) -> RunPart:
        return RunPart(
            run_id=self.run_id,
            status=status,
            reach=self.reach.so_far,
            is_reached=self.has_reached,
            is_stopped=self._closing is not None,
        )

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
        replace_file(self._stats_file, f"{text}\n")


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None


def _began(played: date | None, crawler: Crawler) -> datetime:
    """Of a day that is played the last minute: all its stories are out."""
    zone = ZoneInfo(crawler.spidercls.outlet.zone)  # type: ignore[attr-defined]
    return datetime.combine(played, time(23, 59), zone) if played else datetime.now(zone)
