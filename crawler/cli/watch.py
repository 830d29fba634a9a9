"""`piagam watch`: read the outlets every night and deliver the alerts."""

import logging
from datetime import datetime
from zoneinfo import ZoneInfo

import typer

from crawler.cli.invocation import invocation
from crawler.crawling import check_outlets
from crawler.schedule import Watcher, crawl_command

app = typer.Typer()


@app.command()
def watch(context: typer.Context) -> None:
    """Crawl every night and deliver the alerts, until stopped."""
    call = invocation(context)
    config = call.config()
    check_outlets(call.config_path)
    _begin_log(ZoneInfo(config.watch.zone))
    Watcher(config, crawl_command(call.config_path)).run()


def _begin_log(zone: ZoneInfo) -> None:
    output = logging.StreamHandler()
    output.setFormatter(_Stamped(zone))
    logging.basicConfig(level=logging.WARNING, handlers=[output])
    logging.getLogger("crawler.schedule").setLevel(logging.INFO)
    # It warns whenever a delivery still waits for a crawl to end.
    logging.getLogger("apscheduler").setLevel(logging.ERROR)


class _Stamped(logging.Formatter):
    """Lines such as `2024-12-03T01:30:00+07:00 the crawl begins`, in the zone of the crawl."""

    def __init__(self, zone: ZoneInfo) -> None:
        super().__init__("%(asctime)s %(message)s")
        self._zone = zone

    def formatTime(self, record: logging.LogRecord, datefmt: str | None = None) -> str:  # noqa: N802 - its name
        """The moment of the record, ISO 8601 with its offset."""
        return datetime.fromtimestamp(record.created, self._zone).isoformat(timespec="seconds")
