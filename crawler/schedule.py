"""The watcher: APScheduler as the alarm clock, one child process per crawl, one watcher a store."""

import logging
import signal
import sys
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event, Thread

from apscheduler.events import EVENT_SCHEDULER_STARTED  # type: ignore[import-untyped]
from apscheduler.schedulers.blocking import BlockingScheduler  # type: ignore[import-untyped]

from crawler import chores
from crawler.alerts.send import SendError, send_due
from crawler.child import ChildEnd, Ending, run_child
from crawler.config import Config
from crawler.heart import Heart
from crawler.nights import Nightly
from crawler.watchers import WatchError, WatchLease
from storage.database import StoreError, open_store
from storage.runs import last_good_run

log = logging.getLogger(__name__)
_CRAWL, _LOOKS, _POST = "crawl", "looks", "post"
"""The jobs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How often the watcher does what it does beside the crawls, in seconds."""

    heartbeat: float = 20
    """Between two renewals of the lease."""
    lease: float = 90
    """A watcher on another machine that has not renewed for so long is taken for dead."""
    deliveries: float = 300
    """Between two looks into the outbox."""
    looks: float = 600
    """Between two looks at whether crawls are good; the figures are written then, too."""
    grace: float = 45
    """From SIGTERM to SIGKILL for a crawl that is ended; shorter than the lease."""


def crawl_command(config_path: Path, *, cluster: str | None = None) -> tuple[str, ...]:
    """The command line of one nightly crawl that mails what it finds; `cluster` reads, if given."""
    console = (sys.executable, "-P", "-m", "crawler.cli")
    readers = () if cluster is None else ("--cluster", cluster)
    return (*console, "--config", str(config_path.absolute()), "crawl", "--send", *readers)


class Watcher:
    """Crawls every night, delivers between the crawls, and is alone on its store."""

    def __init__(
        self,
        config: Config,
        command: Sequence[str],
        pace: Pace | None = None,
        *,
        quotes_crawl: bool = False,
    ) -> None:
        """`command` is one crawl, see `crawl_command`.

        It inherits our output; with `quotes_crawl` each line it prints is a line of our log.
        """
        self._hear = _quote if quotes_crawl else None
        self._config = config
        self._command = command
        self._pace = pace or Pace()
        self._nightly = Nightly.parse(config.watch.at, config.watch.zone)
        self._lease = WatchLease(store=config.store, term=timedelta(seconds=self._pace.lease))
        self._began = datetime.now(UTC)
        self._stop = Event()
        self._is_displaced = False
        self._heart = Heart(
            self._beat, self._set_alarms_anew, seconds=self._pace.heartbeat, stop=self._stop
        )
        self._scheduler = BlockingScheduler(
            timezone=self._nightly.zone,
            # Crawls and deliveries wait for each other; the heart waits for nobody.
            executors={"default": {"type": "threadpool", "max_workers": 1}},
            job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1},
        )

    def run(self) -> None:
        """Block until SIGTERM or SIGINT; a crawl under way is then ended gently.

        Call it on the main thread. Raises WatchError when another watcher has the store, now or
        later, and StoreError when the store cannot be used.
        """
        self._lease.take()
        try:
            self._add_jobs()
            # Not earlier: a scheduler that has not started cannot be shut down.
            self._scheduler.add_listener(self._begin, EVENT_SCHEDULER_STARTED)
            self._scheduler.start()
        finally:
            self._stop.set()
            self._heart.join()
            self._lease.give_back()
        if self._is_displaced:
            raise WatchError(f"{self._config.store}: another watcher has taken over; this one ends")
        log.info("stopped")

    def _add_jobs(self) -> None:
        now, at, pace = datetime.now(UTC), self._nightly.at, self._pace
        add = self._scheduler.add_job
        add(self._crawl, "cron", hour=at.hour, minute=at.minute, id=_CRAWL)
        is_missed = self._set_crawl(now)
        # After a missed night the crawl first shows how things stand.
        add(
            self._look_around,
            "interval",
            seconds=pace.looks,
            id=_LOOKS,
            **({} if is_missed else {"next_run_time": now}),
        )
        if self._config.people:
            add(self._deliver, "interval", seconds=pace.deliveries, id=_POST, next_run_time=now)

    def _set_crawl(self, now: datetime) -> bool:
        """Crawl at once after a missed night, which this says, else when it is due next."""
        is_missed = self._has_missed_night(now)
        due = now if is_missed else self._nightly.next_due(now)
        self._scheduler.modify_job(_CRAWL, next_run_time=due)
        if is_missed:
            log.info("the last night was missed: crawling now")
        else:
            local = due.astimezone(self._nightly.zone)
            log.info("next crawl: %s", local.isoformat(timespec="minutes"))
        return is_missed

    def _has_missed_night(self, now: datetime) -> bool:
        with closing(open_store(self._config.store)) as db:
            run = last_good_run(db, now)
        return self._nightly.is_missed(now, run.started_at if run else None)

    def _set_alarms_anew(self, shift: timedelta) -> None:
        """The wall clock was set, or the machine slept: what is due now is another thing."""
        seconds = timedelta(seconds=round(abs(shift).total_seconds()))
        log.info("the clock went %s by %s", "on" if shift > timedelta() else "back", seconds)
        if shift > timedelta():
            self._scheduler.wakeup()  # which finds by itself what is due
            return
        self._began = now = datetime.now(UTC)
        try:
            self._set_crawl(now)
        except StoreError as error:
            log.warning("%s", error)
            self._scheduler.modify_job(_CRAWL, next_run_time=self._nightly.next_due(now))
        for job in self._scheduler.get_jobs():
            if job.id != _CRAWL:
                job.modify(next_run_time=now)

    def _crawl(self) -> None:
        log.info("the crawl begins")
        began = datetime.now(UTC)
        good_before = chores.last_good_id(self._config)
        limit = self._config.watch.limit_minutes * 60
        end = run_child(
            self._command, limit=limit, grace=self._pace.grace, stop=self._stop, hear=self._hear
        )
        self._report(end)
        if not self._stop.is_set():
            self._finish_night(good_before)
            self._catch_up(began)

    def _catch_up(self, began: datetime) -> None:
        """A night that became due during the crawl, because the machine slept for instance."""
        now = datetime.now(UTC)
        if began < self._nightly.last_due(now):
            log.info("a night began during the crawl: crawling again")
            self._scheduler.modify_job(_CRAWL, next_run_time=now)

    def _finish_night(self, good_before: int | None) -> None:
        if chores.last_good_id(self._config) != good_before:
            chores.ping_home(self._config)
        chores.copy_store(self._config)
        chores.write_feeds(self._config)
        self._look_around()

    def _look_around(self) -> None:
        chores.catch_up_copy(self._config)
        chores.watch_silence(self._config, self._began)
        chores.write_metrics(self._config)

    def _report(self, end: ChildEnd) -> None:
        minutes = end.seconds / 60
        if end.ending is Ending.OVER_LIMIT:
            log.error(
                "the crawl took longer than watch.limit_minutes = %d and was ended; the next one "
                "goes on where it stopped",
                self._config.watch.limit_minutes,
            )
        elif end.ending is Ending.STOPPED:
            log.info("the crawl was ended after %.1f min, the next one goes on there", minutes)
        elif end.code:
            log.error(
                "the crawl ended after %.1f min, with failures (exit code %d): see the lines above "
                "and `piagam certificate`",
                minutes,
                end.code,
            )
        else:
            fields = {"minutes": round(minutes, 1), "exit_code": end.code}
            log.info("the crawl is done after %.1f min", minutes, extra={"fields": fields})

    def _deliver(self) -> None:
        try:
            with closing(open_store(self._config.store)) as db:
                report = send_due(db, self._config, datetime.now(UTC))
        except (SendError, StoreError) as error:
            log.warning("deliveries: %s", error)
            return
        for line in (*report.lines, *report.troubles):
            log.warning("deliveries: %s", line)
        if report.sent:
            log.info("deliveries: %d sent", report.sent)

    def _beat(self) -> None:
        try:
            is_ours = self._lease.renew()
        except StoreError as error:
            log.warning("heartbeat: %s", error)
            return
        if not is_ours:
            self._is_displaced = True
            self._begin_stop()

    def _begin(self, _started: object) -> None:
        self._heart.start()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: self._begin_stop())
        log.info("watching over %s; Ctrl-C or SIGTERM ends it", self._config.store)

    def _begin_stop(self) -> None:
        """Let the jobs under way end, then the scheduler; never waits, so that signals may call."""
        if not self._stop.is_set():
            self._stop.set()
            Thread(target=self._scheduler.shutdown, name="stop").start()


def _quote(line: str) -> None:
    log.info("crawl: %s", line)
