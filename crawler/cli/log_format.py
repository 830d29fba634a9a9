"""How the watcher's log looks: plain lines, or one JSON object a line; the zone of the crawl."""

import json
import logging
from datetime import datetime
from zoneinfo import ZoneInfo


class Stamped(logging.Formatter):
    """Lines such as `2024-12-03T01:30:00+07:00 the crawl begins`, in the zone of the crawl."""

    def __init__(self, zone: ZoneInfo) -> None:
        super().__init__("%(asctime)s %(message)s")
        self._zone = zone

    def formatTime(self, record: logging.LogRecord, datefmt: str | None = None) -> str:  # noqa: N802 - its name
        """The moment of the record, ISO 8601 with its offset."""
        return datetime.fromtimestamp(record.created, self._zone).isoformat(timespec="seconds")


class JsonLines(Stamped):
    """`{"time": …, "level": "info", "event": "the crawl begins"}`, and `fields` where there are."""

    def format(self, record: logging.LogRecord) -> str:
        """One object, on one line whatever the message holds."""
        told = {
            "time": self.formatTime(record),
            "level": record.levelname.lower(),
            "event": record.getMessage(),
        }
        fields = getattr(record, "fields", {})
        if record.exc_info:
            fields = {**fields, "traceback": self.formatException(record.exc_info)}
        return json.dumps(told | fields, default=str)
