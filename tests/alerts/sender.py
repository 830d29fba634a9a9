"""A sending process for the tests to kill: `python -m tests.alerts.sender STORE PORT PERSON…`."""

import sys
from datetime import UTC, datetime
from pathlib import Path

from crawler.alerts.send import send_due
from crawler.config import Config, MailConfig
from storage.database import open_store


def main(store: str, port: str, *people: str) -> None:
    """Send what is due in the store to the people over the server on that port."""
    mail = MailConfig(host="127.0.0.1", port=int(port), sender="piagam@example.org", to=people)
    send_due(open_store(Path(store)), Config(contact="x@example.org", mail=mail), datetime.now(UTC))


if __name__ == "__main__":
    main(*sys.argv[1:])
